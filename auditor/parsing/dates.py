"""Calendar dates as articles print them."""

import re
from datetime import date

_MONTHS = {
    1: "january januari januar janvier enero gennaio janeiro stycznia styczen jan ene gen",
    2: "february februari februar fevrier febrero febbraio fevereiro lutego luty feb fev",
    3: "march maret maart marz mars marzo marco marca marzec mar",
    4: "april avril abril aprile kwietnia kwiecien apr abr avr",
    5: "may mei mai mayo maggio maio maja maj mag",
    6: "june juni juin junio giugno junho czerwca czerwiec jun giu",
    7: "july juli juillet julio luglio julho lipca lipiec jul lug",
    8: "august agustus aout agosto sierpnia sierpien aug ago agu",
    9: "september septembre septiembre settembre setembro wrzesnia wrzesien sep sept set",
    10: "october oktober octobre octubre ottobre outubro pazdziernika pazdziernik oct okt ott out",
    11: "november novembre noviembre novembro listopada listopad nov",
    12: "december desember dezember decembre diciembre dicembre dezembro grudnia grudzien dec dez des dic",
}
_WEEKDAYS = (
    "monday mon montag lundi lunes lunedi segunda maandag mandag poniedzialek senin",
    "tuesday tue tues dienstag mardi martes martedi terca dinsdag tisdag tirsdag wtorek selasa",
    "wednesday wed mittwoch mercredi miercoles mercoledi quarta woensdag onsdag sroda rabu",
    "thursday thu thur thurs donnerstag jeudi jueves giovedi quinta donderdag torsdag czwartek kamis",
    "friday fri freitag vendredi viernes venerdi sexta vrijdag fredag piatek jumat",
    "saturday sat samstag sonnabend samedi sabado sabato zaterdag lordag sobota sabtu",
    "sunday sun sonntag dimanche domingo domenica zondag sondag niedziela minggu",
)
_DAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
_NUMBERS = {name: number for number, names in _MONTHS.items() for name in names.split()}
_UNACCENTED = str.maketrans("éèêëûùüôöóøõáàäâåãçíńśź", "eeeeuuuoooooaaaaaacinsz")

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NAME = r"(?P<month>[^\W\d_]{3,12})\.?"
_CLOCK = r"(?P<clock>[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?"
_FORMS = (
    re.compile(rf"(?<!\d){_YEAR}[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d){_CLOCK}"),
    re.compile(rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er|\.)?\s(?:de\s|of\s)?{_NAME},?\s(?:de[l]?\s)?{_YEAR}(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]"),
    re.compile(rf"\b{_NAME}\s(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s{_YEAR}(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?{_YEAR}(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d\d?)[/-](?P<month>\d\d?)[/-]{_YEAR}(?!\d)"),
)
_LONGEST = 200
_UPDATE = re.compile(
    r"(?:last )?(?:updated?|modified|edited|reviewed|revised|diperbarui|mis à jour|actualizado|aktualisiert|aggiornato"
    r"|atualizado|bijgewerkt|zaktualizowano)\b",
    re.IGNORECASE,
)


def iso(text: str) -> str | None:
    """The first date in a short text as ISO 8601, with its time of day where it is printed in that form.

    Of day and month in figures with slashes, the one over 12 is the day; where neither is, a weekday before them
    decides, and without one nothing is said.
    """
    for form in _FORMS:
        for found in form.finditer(text[:_LONGEST]):
            if stated := _date(found, ambiguous=form is _FORMS[-1]):
                return stated.isoformat() + _clock(found)
    return None


def begins(text: str) -> bool:
    """Whether a text begins with a date."""
    return any((found := form.match(text)) and _date(found) for form in _FORMS)


def is_update(line: str) -> bool:
    """Whether a dateline speaks of a later version."""
    return _UPDATE.match(line) is not None


def ends(text: str) -> int | None:
    """Where the first date of a text ends."""
    return min((m.end() for form in _FORMS for m in form.finditer(text[:_LONGEST]) if _date(m)), default=None)


def _date(found: re.Match[str], *, ambiguous: bool = False) -> date | None:
    month, day, year = _month(found["month"]), int(found["day"]), int(found["year"])
    if not ambiguous:
        return _calendar(year, month, day)
    if max(month, day) > 12 or month == day:
        return _calendar(year, min(month, day), max(month, day))
    either = _calendar(year, month, day), _calendar(year, day, month)
    named = _DAYS.get(_unaccented(found.string[: found.start()].rstrip(" ,.").rpartition(" ")[2]))
    return next((one for one in either if one and one.weekday() == named), None)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMBERS.get(_unaccented(printed), 0)


def _unaccented(word: str) -> str:
    return word.lower().translate(_UNACCENTED)


def _clock(found: re.Match[str]) -> str:
    return (found.groupdict().get("clock") or "").replace(" ", "T")

"""Names of persons: their parts, their short forms, and which words are names at all."""

import re
import unicodedata
from functools import cache
from pathlib import Path

_TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev fr father sister brother sr sra srta don dona dott
    dottssa sig sigra herr frau hr fru ing dipl univ med phil habil em m mme mlle me maitre h hj ir drs dra r kh gus ust
    jr ii iii iv v phd md dvm dds jd esq mba ms ma msc bsc ba rn cpa do psyd edd llm llb mphil spd mhum mkom se st sh
    skom sip ssos skep sfarm mti mm mpd mfarm mak sgz and the by of van von de der den del della di da do dos das du la
    le el al bin binti ben ibn zu zur zum ter ten af""".split()
)
_SHORT_FORMS = """alexander alexandra alex sandra sasha lex xander|andrew drew andy|anthony tony|antonio toni|barbara
    barb babs|benjamin ben benny|catherine katherine kathryn cathy kathy kate katie kat cat|charles charlie chuck chas|
    christopher christine christina chris kris kit tina|daniel daniela dan danny|david dave davey|deborah deb debbie|
    donald don donnie|dorothy dot dottie|edward ed eddie ted ned|elizabeth liz lizzie beth betty eliza lisa libby|
    eugene gene|frances francis frank fran frankie|francisco paco pancho|frederick fred freddie|gabriel gabe|
    geoffrey jeffrey geoff jeff|gerald jerry|giuseppe beppe pino|gregory greg|guillaume guill|henry harry hank|
    ignacio nacho|jacob jake|james jim jimmy jamie|jennifer jen jenny|jessica jess|jonathan jon jonny|john jack johnny|
    jose pepe|joseph josephine joe joey jo|joshua josh|karoline caroline caro|kenneth ken kenny|lawrence larry|
    leonard len lenny leo|lorenzo renzo|louis lou|lucas luke|madeline maddie|manuel manolo manu|margaret maggie meg
    peggy marge greta|maria mary mia|martin marty|matthew matt matthias|maximilian max|melissa mel|michael mike mick
    mickey|miguel migue|natalie natalia nat tasha natasha|nathaniel nathan nate|nicholas nicolas nick nico nicky klaus|
    pamela pam|patricia patrick pat patty trish paddy|penelope penny|peter pete|philip phil|raymond ray|rebecca becky
    becca|richard rick ricky rich dick|robert rob bob bobby robbie bert|roberto beto|ronald ron ronnie|rosemary rose|
    samuel samantha sam sammy|sebastian seb basti|stephen steven steve|stephanie steph|susan sue suzy susie|theodore
    ted theo|thomas tom tommy|timothy tim|valentina vale|veronica vero ronnie|victoria vicky tori|vincent vince|
    walter walt|william will bill billy liam wil|zachary zach zack"""
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_OTHER = re.compile(r"[^a-z]++")
_WORD = re.compile(r"[^\W\d_]++(?:['’.][^\W\d_]++)*+\.?")


def letters(text: str) -> str:
    """Lower case, Latin letters without accents; other signs are dropped."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _OTHER.sub("", plain)


def parts(name: str) -> tuple[str, ...]:
    """The parts of a name without titles, degrees and particles, folded; both spellings of an umlaut."""
    before, comma, _ = name.partition(",")
    own = before if comma and " " in before.strip() else name
    found: list[str] = []
    for word in _WORD.findall(own[:120].replace("-", " ")):
        for form in (letters(word), letters(word.casefold().translate(_UMLAUTS))):
            if form and form not in _TITLES and form not in found:
                found.append(form)
    return tuple(found)


@cache
def short_forms(part: str) -> frozenset[str]:
    """The other forms of a given name: `bob` and `rob` for robert."""
    return frozenset(form for group in _groups() if part in group for form in group) - {part}


@cache
def given_names() -> frozenset[str]:
    return _read("given_names.txt")


@cache
def surnames() -> frozenset[str]:
    return _read("surnames.txt")


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in _SHORT_FORMS.split("|"))


def _read(name: str) -> frozenset[str]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())

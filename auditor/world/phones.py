"""Telephone numbers that reach nobody: reserved for fiction, patterned, or outside their numbering plan."""

import re

from auditor.expressions import late

_PHONE = late(r"(?<![\w.@/-])(?:\+|00)?\(?\d[\d\s().\-/]{5,22}\d(?![\w/-])")
_NORTH_AMERICAN = late(
    r"(?<![\w.+-])(?:(?:\+?1|001)[-. ])?(?:\((\d{3})\)[-. ]?|(\d{3})[-. ])(\d{3})[-. ]?(\d{4})"
    r"(?:\s?(?:x|ext\.?)\s?\d{1,6})?(?!\w|-\d)"
)
# National significant numbers, by calling code, that regulators set aside for films, books and examples: NANPA 555
# guidelines, Ofcom (numbers for drama use), ACMA (fictitious numbers), Arcep decision 2018-0881, Bundesnetzagentur
# (Drama-Rufnummern), PTS (fiktiva nummer), ComReg (numbers for dramatic use).
_FICTIONAL = {
    "1": late(r"[2-9]\d\d55501\d\d|55501\d\d"),
    "44": late(
        r"1(?:1[3-8]|21|31|41|51|61)4960\d{3}|2079460\d{3}|1914980\d{3}|2896496\d{3}|2920180\d{3}|1632960\d{3}"
        r"|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3}"
    ),
    "61": late(r"[2378](?:5550|7010)\d{4}|49157\d{4}|1800160401|180097570[789]"),
    "33": late(r"(?:19900|26191|35301|46571|53649|63998)\d{4}"),
    "49": late(r"3023125\d{3}|6990009\d{3}|4066969\d{3}|2214710\d{3}|8999998\d{3}|17139200\d{2}|17604069\d{3}"),
    "46": late(r"3139006[0-4]\d|406280[4]\d\d|84650?04\d\d|701740[6]\d\d"),
    "353": late(r"2091\d{5,6}"),
}
_AREA_CODES = """201-210 212-220 223-229 231 234-236 239-240 242 246 248-254 256-257 260 262-263 267 269-270 272-274 276
    279 281 283-284 289 301-310 312-321 323-327 329-332 334 336-337 339 341 343 346-347 350-354 360-361 363-365 367-369
    380 382 385-386 401-410 412-419 423-425 428 430-432 434-435 437-438 440-443 445 447-448 450 456 458 463-464 468-470
    472-475 478-480 484 500-510 512-534 539-541 544 548 551 557 559 561-564 566-567 570-575 577 579-582 584-588 600-610
    612-620 622-623 626 628-631 633 636 639-641 645-647 649-651 656-662 667 669-672 678 680-683 686 689 700-710 712-720
    724-728 730-732 734 737-738 740 742-743 747-748 753-754 757-758 760 762-763 765 769-775 778-782 784-787 800-810
    812-821 825-826 828-833 835 838-840 843-845 847-850 854-860 862-870 872-873 876-879 888 900-910 912-920 925 928-931
    934 936-943 945 947-949 951-952 954 956 959 970-973 975 978-980 983-986 989"""
_ASSIGNED = frozenset(
    str(code) for span in _AREA_CODES.split() for code in range(int(span.split("-")[0]), int(span.split("-")[-1]) + 1)
)


def is_fictional(printed: str) -> bool:
    """Whether a number is one that its regulator keeps free for fiction."""
    digits, code = _digits(printed)
    for country, pattern in _FICTIONAL.items():
        if code and digits.startswith(country) and pattern.fullmatch(_national(digits[len(country) :], country)):
            return True
        if not code and pattern.fullmatch(_national(digits, country)) and (country == "1" or digits.startswith("0")):
            return True
    return False


def is_patterned(printed: str) -> bool:
    """Whether a number is one that people type where a number is asked for: 123-456-7890, 000-000-0000, 555-5555."""
    digits = _digits(printed)[0]
    bare = digits.removeprefix("1") if len(digits) == 11 else digits
    if len(bare) < 7:
        return False
    if _digits(printed)[1] and any(len(set(digits[code:])) == 1 for code in (1, 2, 3)):
        return True  # behind the calling code of a country
    return len(set(bare)) == 1 or bare.endswith("5555555") or bare in "01234567890123456789" or bare in "9876543210"


def is_outside_plan(printed: str) -> bool:
    """Whether a number printed the North American way has an area code or exchange that the plan does not give.

    Source: NANPA area codes in service, as held by the package `phonenumbers` 9.0.
    """
    found = _NORTH_AMERICAN.search(printed[:60])
    if not found or (printed.lstrip().startswith("+") and not printed.lstrip().startswith("+1")):
        return False
    area, exchange = found[1] or found[2], found[3]
    return area not in _ASSIGNED or exchange[0] in "01" or exchange[1:] == "11"


def numbers(text: str) -> list[tuple[int, int]]:
    """Intervals of a text that have the form of a telephone number."""
    return [(m.start(), m.end()) for m in _PHONE.finditer(text) if 7 <= sum(c.isdigit() for c in m.group()) <= 15]


def _digits(printed: str) -> tuple[str, bool]:
    """The digits without an extension, and whether they begin with a calling code."""
    bare = re.split(r"\s?(?:x|ext)", printed[:60].strip().lower(), maxsplit=1)[0]
    bare = bare.replace("(0)", "") if bare.startswith(("+", "00")) else bare
    digits = "".join(c for c in bare if c in "0123456789")
    if bare.lstrip("(").startswith("+"):
        return digits, True
    return (digits[2:], True) if digits.startswith("00") else (digits, False)


def _national(digits: str, country: str) -> str:
    if country == "1":
        return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
    return digits.removeprefix("0")

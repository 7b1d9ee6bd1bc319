"""Words of an English quotation that cannot meet: something between them was lost, or two sentences were joined."""

from auditor.expressions import late
from auditor.words import words


def _either(key: str) -> str:
    return "|".join(words("quotation", key, "en"))


_TORN = late(
    rf"(?<![\w'’-])(?:(?:{_either('open-a-phrase')})\s(?:{_either('never-named')})"  # "as if the we coaxed"
    rf"|(?:I|{_either('never-named')})\s(?:{_either('never-behind-subjects')}))(?![\w'’-])"  # "when I between they"
    rf"|(?<![\w'’-])[a-z]+ (?:{_either('begins-anew')})(?= [a-z])"  # "built never to break We sawed"
)


def torn(text: str) -> str:
    """The words that meet where none can; empty where all fit."""
    found = _TORN.search(text)
    return found[0] if found else ""

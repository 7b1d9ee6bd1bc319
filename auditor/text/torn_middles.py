"""Words of an English quotation that cannot meet: something between them was lost, or two sentences were joined."""

from auditor.expressions import late
from auditor.text.cut_elsewhere import begins
from auditor.text.quotations import Quotation
from auditor.text.reporting import SPEECH_VERBS
from auditor.text.words import WORD
from auditor.text.words import words as words_of
from auditor.words import words

_BEFORE, _BEHIND = 40, 100  # characters beside a quotation in which a verb of saying makes it speech
_LONGEST, _LONG = 8, 5  # words; one of four was found twice in a row in 4,289 quotations, as a joke


def _either(key: str) -> str:
    return "|".join(words("quotation", key, "en"))


_PAIR = late(
    rf"(?<![\w'’-])(?:(?:{_either('open-a-phrase')})\s(?:{_either('never-behind-articles')})"  # "as if the we coaxed"
    rf"|(?:I|{_either('subjects')})\s(?:{_either('never-behind-subjects')})"  # "when I between they"
    rf"|{_either('cannot-meet')})(?![\w'’-])"  # "ask the neighbours to of them"
)
# A subject and a noun phrase with no verb between: "only then do I the wheel". Verbs that turn round and clauses that
# share a verb have them ("was she an owl", "she the poet"): in 1.8 million words of honest pages there is no other.
_NO_VERB = late(
    r"(?<=[a-z]\s)(?<!\bis\s)(?<!\bam\s)(?<!are\s)(?<!was\s)(?<!were\s)(?<!and\s)(?<!but\s)(?<!\bor\s)(?<!nor\s)(?<!than\s)(?<!\bas\s)"
    r"(?:I|he|she|they)\s(?:the|a|an|my|his|her|their|our)(?=\s[a-z])"
)
# Another sentence begins behind a word: "built never to break" and "We sawed".
_ANEW = late(rf"(?<![\w'’-])(?!an? |the )[a-z]+ (?:{_either('begins-anew')})(?= [a-z])")


def is_said(quotation: Quotation) -> bool:
    """Whether somebody speaks, and the words are no specimen of damage: you may get "the of ce" for "the office"."""
    text = quotation.span.block.text
    beside = text[max(0, quotation.start - _BEFORE) : quotation.start] + text[quotation.end : quotation.end + _BEHIND]
    return begins(quotation.text) or not SPEECH_VERBS.isdisjoint(WORD.findall(beside))


def middle_fault(text: str) -> str:
    """Why the words of a quotation cannot stand together; empty where all fit."""
    if met := torn(text):
        return f'"{met}" cannot meet'
    return f'it says "{twice}" twice' if (twice := doubled(text)) else ""


def doubled(text: str) -> str:
    """What is said twice at once, if it is long or not the only such thing: "it chooses you, it chooses you"."""
    told, found, at = words_of(text), list[list[str]](), 0
    while at < len(told):
        size = next((n for n in range(_LONGEST, 1, -1) if told[at : at + n] == told[at + n : at + 2 * n]), 0)
        found += [told[at : at + size]] if size and at + 2 * size <= len(told) else []
        at += 2 * size or 1
    told_twice = len(found) > 1 or any(len(phrase) >= _LONG for phrase in found)
    return " ".join(found[0]) if told_twice else ""


def torn(text: str) -> str:
    """The words that meet where none can; empty where all fit."""
    anew = _ANEW.search(text)
    return pair(text) or (anew[0] if anew else "")


def pair(text: str) -> str:
    """Two words that no sentence has side by side."""
    found = _PAIR.search(text) or _NO_VERB.search(text)
    return found[0] if found else ""

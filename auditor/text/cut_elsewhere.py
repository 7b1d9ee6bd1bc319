"""Quotations of other languages than English that were cut off, and are no phrases of the sentences around them."""

from auditor.model.scripts import is_unspaced
from auditor.text.cut_ends import cut_end
from auditor.text.language import detect as detect_language
from auditor.text.quotations import Quotation
from auditor.text.title_case import in_title_case, shows_case
from auditor.words import words as listed

_NEAR = 40  # characters after a quotation in which something shows whether it is speech


def cut_off(quotation: Quotation, language: str) -> str:
    """The word at which it was cut; empty where it may end so, is a title, or in a language that is not the page's."""
    if in_title_case(quotation.text) or _is_set_in(quotation, language):
        return ""
    last = cut_end(quotation.text, language)
    foreign = last and detect_language(quotation.text) not in (None, language)
    return "" if foreign else last


def begins(text: str) -> bool:
    """Whether a sentence begins."""
    return text.lstrip("([-–—•* ")[:1].isupper()


def _is_set_in(quotation: Quotation, language: str) -> bool:
    """Whether it is a phrase of the sentence around it, which may end on anything. Letters without case do not show
    where a sentence begins; there what stands before and after tells, in Korean a particle of speech behind it."""
    text = quotation.span.block.text
    behind = text[quotation.end : quotation.end + _NEAR]
    goes_on = behind.lstrip()[:1].isalpha()
    if shows_case(quotation.text):
        return not begins(quotation.text) and goes_on
    said = listed("quotation", "after-speech", language)
    if not goes_on or is_unspaced(quotation.text) or quotation.text[-1] in ".," or _is_speech_of(behind, said):
        return False
    return (bool(said) or not quotation.verb) and text[: quotation.start].rstrip()[-1:] not in (":", ",", "،")


def _is_speech_of(behind: str, particles: tuple[str, ...]) -> bool:
    """Whether a particle of speech stands behind it, at once or, if that is longer, behind a blank."""
    longer = tuple(one for one in particles if len(one) > 1)
    return behind.startswith(particles) or behind.lstrip().startswith(longer)

"""What tells a label that stands in the place of a source from whoever may really speak: its words and their shapes.

"The Context", "Source C" and "summary.txt" have the shape of a name and the words of none. What each trait weighs
stands in the table `sources.tsv` of a language, and which words are common there in `small.tsv`.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from auditor.expressions import late
from auditor.text.noun_phrases import NounPhrase, is_led, listed
from auditor.text.weighing import NUMBER, weigh_signs
from auditor.text.words import words
from auditor.words import words as listed_words
from auditor.words.weights import Weights

# How the words are written that a trait names: with a capital, small.
_FORMS = {"w": "Cc", "N": "C", "C": "C", "XX": "C", "xX": "C", "n": "c", "c": "c", "p": "Cc", "@": "Cc", "(": "Cc"}
_ANY = frozenset({NUMBER, "X"})  # of which it does not matter which it is
_COUNTED = frozenset({NUMBER, "X", "@", "x0"})
_YEAR = 4  # figures; an age has fewer
_SHOWN = 5  # words of which the shapes are told together
_SHAPES = (
    (NUMBER, late(r"^\d+$")),
    ("@", late(r"[_{}\[\]<>$%@#]|\w\.\w\w")),
    ("(", late(r"^\(")),
    ("X", late(r"^[A-Z]$")),
    ("XX", late(r"^(?=.*[A-Z])[^a-z]+$")),
    ("x0", late(r"\d")),
    ("xX", late(r"[a-z][A-Z]")),
)
_PARTS = late(r"[\W_0-9]++")
_NUMBERED = late(r"([^\W\d_]{3,})[-_]?\d+$")


def weigh_label(phrase: NounPhrase, language: str, table: Weights, small: Mapping[str, float]) -> float:
    """The log odds that it is a label and no name."""
    return weigh_signs(traits(phrase, language, small), table)


def traits(phrase: NounPhrase, language: str, small: Mapping[str, float]) -> frozenset[str]:
    """Its words, their shapes, which of them stands last, and whether it has an article or comes after "of"."""
    tokens, article = phrase.tokens, "-"
    if tokens[0].lower in listed(language, "opens") and len(tokens) > 1:
        article, tokens = tokens[0].lower, tokens[1:]
    shapes = [shape(token.text, small) for token in tokens]
    names = [form if form in _ANY else token.lower for token, form in zip(tokens, shapes, strict=True)]
    has_article = "the" if article != "-" else "-"
    return frozenset(
        (
            *_of_shapes(shapes, article, has_article, opens=article == "-" and _opens_sentence(phrase)),
            *(trait for name, form in zip(names, shapes, strict=True) for trait in _of_word(name, form)),
            *_of_places(names, shapes, has_article),
            _behind_what(phrase, language),
        )
    )


def _of_shapes(shapes: Sequence[str], article: str, has_article: str, *, opens: bool) -> Iterator[str]:
    placed = [f"{shapes[0]}^" if opens else shapes[0], *shapes[1:]]
    yield f"article {article}"
    yield f"shapes {has_article} {' '.join(placed[:_SHOWN])}"
    yield f"any {has_article} {' '.join(sorted(set(placed)))}"
    yield f"words {min(4, len(shapes))}"


def _of_word(name: str, form: str) -> Iterator[str]:
    yield f"w {name}"
    yield f"{form} {name}"
    if form in "@(" or "-" in name or "/" in name:
        yield from (f"p {part}" for part in _PARTS.split(name) if part)
    if numbered := _NUMBERED.match(name):
        yield f"p {numbered[1]}"


def _of_places(names: Sequence[str], shapes: Sequence[str], has_article: str) -> Iterator[str]:
    yield f"first {names[0]}"
    yield f"last {names[-1]}"
    yield f"last {has_article} {shapes[-1]} {names[-1]}"
    yield from (f"two {one} {other}" for one, other in pairwise(names))
    if len(names) == 1:
        yield f"alone {has_article} {shapes[0]} {names[0]}"


def _behind_what(phrase: NounPhrase, language: str) -> str:
    before = phrase.sentence[phrase.first - 1].lower if phrase.first else ""
    return f"of {before if before in listed(language, 'belongs') else '-'}"


def is_presented(phrase: NounPhrase, language: str) -> bool:
    """Whether the sentence says at once who it is: "Snippet, a magazine in Ghent", "Null, seven,".

    No number helps a name.
    """
    if is_led(phrase, language):
        return False  # what follows is what is said: "according to Snippet, a man fell"
    behind = [token.lower for token in phrase.sentence[phrase.last : phrase.last + 3]]
    if behind[:1] != [","] or is_counted(phrase):
        return False
    return behind[1:2] != [] and (behind[1] in listed(language, "presents") or _is_age(behind[1:], language))


def _is_age(behind: Sequence[str], language: str) -> bool:
    """Whether a number stands between commas, as the age of whoever speaks does."""
    number, after = behind[0], behind[1:2]
    is_small = (number.isdigit() and len(number) < _YEAR) or number in listed_words("numbers", "from-two", language)
    return is_small and after == [","]


def _opens_sentence(phrase: NounPhrase) -> bool:
    return not phrase.first or phrase.sentence[phrase.first - 1].text in '.!?:"“”«»—–|'


def is_counted(phrase: NounPhrase) -> bool:
    """Whether it has a number, a single letter or a sign of code."""
    return any(shape(token.text, {}) in _COUNTED for token in phrase.tokens)


def shape(text: str, small: Mapping[str, float]) -> str:
    """How a word is written; a capital tells more where the word is written small elsewhere ("C") than in a name."""
    for form, pattern in _SHAPES:
        if pattern.search(text):
            return form
    letter = "c" if text.lower() in small else "n"
    return letter.upper() if text[0].isupper() else letter


def telling_words(table: Mapping[str, float], least: float) -> frozenset[str]:
    """Words of which a label has one, with the capital with which they tell: those whose traits weigh for it."""
    heaviest: dict[str, float] = {}
    for trait, weight in table.items():
        kind, _, named = trait.partition(" ")
        for form in _FORMS.get(kind, ()) if weight > 0 else ():
            for word in words(named):
                told = word.title() if form == "C" else word
                heaviest[told] = heaviest.get(told, 0.0) + weight
    return frozenset(word for word, weight in heaviest.items() if weight >= least and len(word) > 1)

"""How much the sentences of a text speak against its being a biography."""

from auditor.text.weighing import weigh
from auditor.text.words import sentences
from auditor.words.weights import Weights

_FEWEST = 3  # words of a sentence
_BRIEF, _LESS = 12, 1.0  # people write mottos of fewer words ("Studied law, ended up with goats"), and these weigh less


def weight_against(text: str, table: Weights) -> float:
    """The mean log odds of its sentences, by a table that `benchmarks/weighing/lives.py` makes."""
    found = [text[start:end] for start, end in sentences(text) if len(text[start:end].split()) >= _FEWEST] or [text]
    mean = sum(weigh(sentence, table) for sentence in found) / len(found)
    return mean - _LESS if len(text.split()) < _BRIEF else mean

"""The folders of the languages are the only home of word lists: code holds none, but for the words of the web."""

import ast
import re
from pathlib import Path

import pytest

import auditor

CODE = Path(auditor.__file__).parent
MOST = 12  # words of one literal: more are a list that somebody who speaks another language would want to complete

# The words of HTML, of schema.org, of class names, of addresses and of our own vocabulary are no language's.
OF_THE_WEB = """
    __init__.py coverage.py gate/git.py text/language.py text/scripts.py
    card_files.py model/ cleaning/ cli/ corpus/ reporters/ siblings/ schemas.py signals/__init__.py text/literals.py
    web.py parsing/contacts.py parsing/decode.py parsing/refused.py parsing/sniff.py parsing/profile_keys.py
    parsing/shown.py profiles/__init__.py sites.py feed_index.py
    parsing/html/tree/ parsing/html/facts/ parsing/html/zones/ parsing/html/profiles/author_markup.py
    parsing/html/profiles/author_fields.py detectors/instead_of_article.py detectors/stuffed_phrase.py
    detectors/missing_exhibit.py parsing/record.py parsing/template_sources.py world/identities.py world/signs.py
    world/dates/__init__.py world/latin.py world/machine_names.py world/places.py
""".split()

_WORD = re.compile(r"[^\W\d_]{2,}")


def literals(tree):
    """The texts of each collection, of each text that is split, and of each expression with alternatives."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
        elif isinstance(node, ast.Dict):
            yield [k.value for k in node.keys if isinstance(k, ast.Constant) and isinstance(k.value, str)]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            if isinstance(node.func.value, ast.Constant) and isinstance(node.func.value.value, str):
                yield node.func.value.value.split()
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count("|") >= MOST:
            yield _WORD.findall(re.sub(r"\\[bwsdA]|\(\?[a-z-]*:", " ", node.value))


def word_lists(source):
    return [found for texts in literals(ast.parse(source)) if len(found := _WORD.findall(" ".join(texts))) > MOST]


def files_with_lists():
    files = sorted(CODE.rglob("*.py"))
    named = {path.relative_to(CODE).as_posix(): path for path in files}
    return {name for name, path in named.items() if word_lists(path.read_text("utf-8"))}


def test_no_list_of_words_comes_into_code():
    strange = {name for name in files_with_lists() if not name.startswith(tuple(OF_THE_WEB))}
    assert not strange


def test_shipped_lexicons_know_no_language():
    left = {path.stem for path in (CODE.parent / "rules" / "_lexicons").glob("*.txt")}
    assert all(name.startswith("filler-") for name in left)


@pytest.mark.parametrize(
    ("source", "lists"),
    [
        ("x = 'a boat and a dog in the harbour today'.split()", 0),
        (f"x = {tuple(f'word{chr(97 + i)}' for i in range(13))}", 1),
        (f"x = '{' '.join('boat' for _ in range(13))}'.split()", 1),
        (f"x = r'\\b(?:{'|'.join('boat' for _ in range(14))})'", 1),
        ("x = ['one', 'two', 'three']", 0),
    ],
)
def test_lists_are_seen(source, lists):
    assert len(word_lists(source)) == lists

"""Planted siblings are found, honest pages are not."""

import json
import random

import pytest
from making import audited

from auditor.corpus.siblings import KINDS, siblings

WORDS = """river stone market harbour council winter garden railway engine letter bridge forest paper copper signal
    window barley captain doctor lantern village mountain valley orchard teacher kitchen station weather journal
    carried opened closed moved watched painted repaired followed counted measured promised gathered returned
    quiet narrow early broken yellow distant ordinary careful sudden heavy gentle modern ancient hollow
    crowded""".split()
COPIES = 20


def prose(chance, sentences=40):
    return [
        " ".join(chance.choice(WORDS) for _ in range(chance.randint(9, 15))).capitalize() + "."
        for _ in range(sentences)
    ]


def changed(text, chance, share):
    return " ".join(chance.choice(WORDS) if chance.random() < share else word for word in text.split())


def html(title, paragraphs, extra=""):
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article>{extra}</body></html>"
    )


def grouped(sentences):
    return [" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4)]


def biography(name, text):
    return (
        f'<section class="author-box"><h3>About the author</h3><p class="author-name">{name}</p><p>{text}</p></section>'
    )


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """Siblings of a corpus: near-duplicates, a template, biographies, a paragraph, a widget, and honest articles."""
    folder, chance = tmp_path_factory.mktemp("siblings"), random.Random(7)
    pages = {}
    for n in range(COPIES):
        text = prose(chance)
        pages[f"https://honest{n}.example/{n}"] = html(f"Report {n}", grouped(text))
        copy = [changed(p, chance, 0.03) for p in grouped(text)]
        pages[f"https://copy{n}.example/{n}"] = html(f"Bulletin {n}", copy)
    slotted = prose(chance)
    for n, town in enumerate(["Leeds", "York", "Hull", "Ripon", "Whitby", "Selby"]):
        own = [s.replace("market", f"Market of {town} {n * 7}").replace("garden", f"{town} Park") for s in slotted]
        own = [s if i % 2 else f"Call {town} 0{n}{i} today for the best {town} service." + s for i, s in enumerate(own)]
        pages[f"https://town{n}.example/"] = html(f"Plumbers {town}", grouped(own))
    story = " ".join(prose(chance, 3))
    shared = " ".join(prose(chance, 6))
    for n, name in enumerate(["Ann Marsh", "Bob Fell", "Cara Dunn"]):
        boxed = biography(name, "She has " + story.lower())
        links = "<aside><h2>Related articles</h2><ul>" + "".join(
            f'<li><a href="/w{n}/{i}">Seven quiet harbours that the council forgot in {i}</a></li>' for i in range(4)
        )
        pages[f"https://farm{n}.example/{n}"] = html(f"Story {n}", [*grouped(prose(chance)), shared], boxed + links)
    path = folder / "in.jsonl"
    rows = [{"id": url, "url": url, "text": text} for url, text in pages.items()]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    audited(folder / "out", path)
    return list(siblings(str(folder / "out")))


def of(found, kind):
    return [s for s in found if s.kind == kind]


def test_near_duplicates(found):
    pairs = {tuple(s.examples) for s in of(found, "near-duplicate")}
    planted = {(f"https://copy{n}.example/{n}", f"https://honest{n}.example/{n}") for n in range(COPIES)}
    assert len(pairs & planted) / COPIES >= 0.8
    assert pairs - planted <= {tuple(sorted(f"https://town{n}.example/" for n in range(6)))}


def test_templates(found):
    (template,) = of(found, "template")
    assert template.documents == template.hosts == 6
    assert template.examples == [f"https://town{n}.example/" for n in range(6)]


def test_biographies(found):
    (shared,) = of(found, "shared-biography")
    assert shared.documents == 3
    assert shared.shared.startswith("Ann Marsh, Bob Fell, Cara Dunn: ")


def test_paragraphs(found):
    assert any(s.examples == [f"https://farm{n}.example/{n}" for n in range(3)] for s in of(found, "shared-paragraph"))


def test_headlines(found):
    lines = of(found, "shared-headline")
    assert len(lines) == 4
    assert all(s.hosts == 3 for s in lines)


def test_one_name_with_several_biographies(tmp_path):
    chance = random.Random(3)
    told = ["Sailed round the world twice and keeps bees near Dover since retirement.",
            "Teaches chemistry at evening school, writes about enamel and old ovens.",
            "Teaches chemistry at evening school, writes about enamel and new ovens."]  # fmt: skip
    names = ["Ann Marsh", "Ann Marsh", "Ann Marsh"]
    rows = [
        {
            "id": str(n),
            "url": f"https://one.example/{n}",
            "text": html("A story", grouped(prose(chance)), biography(*who)),
        }
        for n, who in enumerate(zip(names, told, strict=True))
    ]
    rows.append(dict(rows[1], id="9", url="https://two.example/9"))
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    audited(tmp_path / "out", path)
    (found,) = siblings(str(tmp_path / "out"), ["several-biographies"])
    assert (found.shared, found.documents) == ("ann marsh", 3)
    assert found.examples == [f"https://one.example/{n}" for n in range(3)]


def test_unknown_kinds_are_told(tmp_path):
    with pytest.raises(ValueError, match="near-duplicate"):
        list(siblings(str(tmp_path), ["near"]))
    assert all(KINDS.values())

"""Planted siblings are found, by both engines alike, and honest pages are not."""

import json
import random
import subprocess
import sys
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import pytest
from making import audited
from test_cluster import environment, machines, needs_ray  # noqa: F401 - a fixture

import auditor
from auditor.corpus.compare import database
from auditor.corpus.compare.siblings import siblings

ROOT = Path(__file__).parent.parent.parent
RULES = auditor.load_rules().corpus
COMMON = """river stone market harbour council winter garden railway engine letter bridge forest paper copper signal
    window barley captain doctor lantern village mountain valley orchard teacher kitchen station weather journal
    carried opened closed moved watched painted repaired followed counted measured promised gathered returned
    quiet narrow early broken yellow distant ordinary careful sudden heavy gentle modern ancient hollow
    crowded""".split()
PARTS = "ba ce di fo gu ha je ki lo mu na pe ri so tu".split()
# As many as real texts have between them, so that two of them are not alike in their words.
WORDS = COMMON * 4 + ["".join(parts) + "n" for parts in product(PARTS, repeat=3)]
COPIES = 40
TOWNS = ["Leeds", "York", "Hull", "Ripon", "Whitby", "Selby"]
FIRM = ["Ann Marsh", "Bob Fell", "Cara Dunn"]
STORIES = [
    "Sailed round the world twice and keeps bees near Dover since retirement.",
    "Teaches chemistry at evening school, writes about enamel and old ovens.",
    "Teaches chemistry at evening school, writes about enamel and new ovens.",
]
SAID = "We shall rebuild the bridge before the winter comes, whatever the council promised"


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


def copies(chance):
    for n in range(COPIES):
        text = grouped(prose(chance))
        yield f"https://honest{n}.example/{n}", html(f"Report {n}", text)
        yield f"https://copy{n}.example/{n}", html(f"Bulletin {n}", [changed(p, chance, 0.03) for p in text])


def towns(chance):
    slotted = prose(chance)
    for n, town in enumerate(TOWNS):
        own = [s.replace("market", f"Market of {town} {n * 7}").replace("garden", f"{town} Park") for s in slotted]
        own = [s if i % 2 else f"Call {town} 0{n}{i} today for the best {town} service." + s for i, s in enumerate(own)]
        yield f"https://town{n}.example/", html(f"Plumbers {town}", grouped(own))


def farm(chance):
    """Three hosts with one paragraph, one biography under three names, and one link list."""
    story, shared = " ".join(prose(chance, 3)), " ".join(prose(chance, 6))
    for n, name in enumerate(FIRM):
        lines = (f"Seven quiet harbours that the council forgot in {i}" for i in range(4))
        items = "".join(f'<li><a href="/w{n}/{i}">{line}</a></li>' for i, line in enumerate(lines))
        extra = (
            biography(name, "She has " + story.lower()) + f"<aside><h2>Related articles</h2><ul>{items}</ul></aside>"
        )
        yield f"https://farm{n}.example/{n}", html(f"Story {n}", [*grouped(prose(chance)), shared], extra)


def people(chance):
    """One name with two biographies on one host, and a namesake on another; one quotation of two people."""
    for n, story in enumerate(STORIES):
        yield f"https://one.example/{n}", html(f"Tale {n}", grouped(prose(chance)), biography("Dora Hill", story))
    yield "https://two.example/9", html("Namesake", grouped(prose(chance)), biography("Dora Hill", STORIES[1]))
    for n, who in enumerate(["Tom Hale said.", "said Eve Stone.", "Hale said."]):
        yield f"https://said{n}.example/{n}", html(f"Bridge {n}", [*grouped(prose(chance)), f'"{SAID}," {who}'])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder, chance = tmp_path_factory.mktemp("siblings"), random.Random(7)
    pages = [page for planted in (copies, towns, farm, people) for page in planted(chance)]
    rows = [{"id": url, "url": url, "text": text} for url, text in pages]
    path = folder / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    audited(folder / "out", path, documents=50)
    return folder / "out"


@pytest.fixture(scope="module")
def found(corpus):
    return [json.loads(line) for line in by_command(corpus)]


def asked(corpus, *options):
    command = [sys.executable, "-m", "auditor", "corpus", "siblings", corpus, *options]
    how = {"env": environment(), "cwd": corpus, "timeout": 300}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **how)


def by_command(corpus, *options):
    """Findings as lines of JSON, by a process of its own: an engine is chosen once for each."""
    lines = corpus.parent / "found.jsonl"
    ran = asked(corpus, "--jsonl", lines, *options)
    assert ran.returncode == 0, ran.stderr
    return lines.read_text("utf-8").splitlines()


def of(found, rule):
    return [one for one in found if one["rule"] == rule]


def urls(one):
    return sorted(sibling["url"] for sibling in one["siblings"])


def test_near_duplicates(found):
    pairs = {tuple(urls(one)) for one in of(found, "near-duplicate")}
    planted = {(f"https://copy{n}.example/{n}", f"https://honest{n}.example/{n}") for n in range(COPIES)}
    assert len(pairs & planted) / COPIES >= 0.8
    assert pairs - planted <= {tuple(sorted(f"https://town{n}.example/" for n in range(6)))}


def test_skeletons(found):
    (skeleton,) = of(found, "same-skeleton")
    assert skeleton["documents"] == skeleton["hosts"] == len(TOWNS)
    assert urls(skeleton) == [f"https://town{n}.example/" for n in range(len(TOWNS))]
    assert skeleton["message"].startswith("6 documents are one text with different names and numbers: Plumbers")


def test_one_biography_on_many_hosts_and_under_several_names(found):
    for rule in ("biography-on-many-hosts", "biography-under-several-names"):
        (shared,) = of(found, rule)
        assert urls(shared) == [f"https://farm{n}.example/{n}" for n in range(3)]
        assert [sibling["says"] for sibling in shared["siblings"]] == FIRM
        assert shared["text"].startswith("She has ")


def test_one_name_with_several_biographies(found):
    (told,) = of(found, "name-with-several-biographies")
    assert (told["text"], told["documents"]) == ("Dora Hill", 3)
    assert urls(told) == [f"https://one.example/{n}" for n in range(3)]
    assert {sibling["says"] for sibling in told["siblings"]} == set(STORIES)


def test_one_quotation_of_several_people(found):
    (quoted,) = of(found, "quotation-under-several-names")
    assert {sibling["url"]: sibling["says"] for sibling in quoted["siblings"]} == {
        "https://said0.example/0": "Tom Hale",
        "https://said1.example/1": "Eve Stone",
    }
    assert quoted["text"] == SAID + ","


def test_paragraphs_and_headlines(found):
    (shared,) = of(found, "paragraph-on-many-hosts")
    assert urls(shared) == [f"https://farm{n}.example/{n}" for n in range(3)]
    lines = of(found, "headline-on-many-hosts")
    assert sorted(one["text"][-1] for one in lines) == ["0", "1", "2", "3"]
    assert all(one["hosts"] == 3 for one in lines)


def test_what_two_rules_compare_is_compared_once(corpus):
    kept = []

    @contextmanager
    def watched(out):
        with database.tables(out) as tables:
            keep = tables.keep
            tables.keep = lambda name, query: (kept.append(name), keep(name, query))
            yield tables

    found = list(siblings(str(corpus), RULES, watched))
    assert {"near-duplicate", "same-skeleton"} <= {one.rule for one in found}
    compared = [name for name in kept if name.startswith("compared_")]
    assert "compared_minhash_bands_50" in compared
    assert len(compared) == len(set(compared)) == kept.count("candidates")


@pytest.mark.slow
@needs_ray
def test_daft_finds_the_same(corpus):
    assert by_command(corpus, "--engine", "daft") == by_command(corpus)


@pytest.mark.slow
@needs_ray
def test_daft_on_two_machines_finds_the_same(corpus, machines):  # noqa: F811
    _, address = machines
    assert by_command(corpus, "--engine", "daft", "--ray", address) == by_command(corpus)


@needs_ray
def test_a_cluster_that_is_none_is_told(corpus):
    ran = asked(corpus, "--engine", "daft", "--ray", "127.0.0.1:9")
    assert ran.returncode == 2
    assert "no Ray cluster answers at 127.0.0.1:9" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_card_of_ones_own_replaces_thresholds(corpus, tmp_path):
    card = (ROOT / "rules/repetition/paragraph-on-many-hosts.yml").read_text("utf-8")
    (tmp_path / "repetition").mkdir()
    (tmp_path / "repetition/paragraph-on-many-hosts.yml").write_text(card.replace("hosts: 3", "hosts: 4"), "utf-8")
    rules = auditor.load_rules(tmp_path, select=["paragraph-on-many-hosts"])
    assert rules.rules == ()
    assert list(siblings(str(corpus), rules.corpus)) == []


def test_one_by_line_with_several_life_stories(tmp_path):
    """Boxes without a name tell of whoever signed the page; one box on pages that others signed is the site's."""
    chance, pages = random.Random(12), []
    for n, (signed, story) in enumerate([("Dora Hill", 0), ("Dora Hill", 1), ("Tom Hale", 0), ("Eve Stone", 0)]):
        box = f'<div class="author-bio"><p>{STORIES[story]}</p></div>'
        text = html(f"Tale {n}", grouped(prose(chance)), box)
        pages.append((f"https://one.example/{n}", text.replace("</h1>", f'</h1><p class="byline">By {signed}</p>')))
    assert lines_of(tmp_path, pages) == {"name-with-several-biographies": [url for url, _ in pages[:2]]}


def test_only_shown_siblings_are_named(tmp_path):
    rows = [{"id": str(n), "text": html("One", grouped(prose(random.Random(1))))} for n in range(30)]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    audited(tmp_path / "out", path)
    (same,) = siblings(str(tmp_path / "out"), auditor.load_rules(select=["near-duplicate"]).corpus)
    assert (same.documents, same.hosts, len(same.siblings)) == (30, 0, 20)


def test_a_cut_copy_is_no_template_with_other_names(tmp_path):
    """The slots are looked for in the beginning, which a text and its first half share."""
    chance, rows = random.Random(11), []
    for n in range(20):
        text = grouped(prose(chance, 100))
        for kind, own in (("whole", text), ("half", text[:14])):
            rows.append({"id": f"{kind}{n}", "url": f"https://{kind}{n}.example/", "text": html(f"Report {n}", own)})
    rows += [{"id": url, "url": url, "text": text} for url, text in towns(chance)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    audited(tmp_path / "out", tmp_path / "in.jsonl")
    (one,) = siblings(str(tmp_path / "out"), auditor.load_rules(select=["same-skeleton"]).corpus)
    assert (one.documents, {sibling.url for sibling in one.siblings}) == (
        6,
        {f"https://town{n}.example/" for n in range(6)},
    )


def test_the_paragraphs_of_copies_are_one_finding(tmp_path):
    chance, rows = random.Random(5), []
    for n in range(4):
        text = grouped(prose(chance))
        for host in range(3):
            url = f"https://host{n}{host}.example/"
            rows.append({"id": url, "url": url, "text": html(f"Report {n}", text)})
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    audited(tmp_path / "out", tmp_path / "in.jsonl")
    rules = auditor.load_rules(select=["paragraph-on-many-hosts"]).corpus
    found = list(siblings(str(tmp_path / "out"), rules))
    assert sorted(urls({"siblings": [{"url": s.url} for s in one.siblings]}) for one in found) == [
        [f"https://host{n}{host}.example/" for host in range(3)] for n in range(4)
    ]


def test_no_report_runs_them_or_depends_on_them(tmp_path):
    report = auditor.audit("A text.\n\nAnother.", format="text")
    outcomes = report.rules
    ran = {*outcomes.passed, *outcomes.failed, *outcomes.not_applicable, *(broken.rule for broken in outcomes.errored)}
    assert RULES
    assert not ran & {rule.id for rule in RULES}
    card = (ROOT / "rules/repetition/near-duplicate.yml").read_text("utf-8")
    (tmp_path / "repetition").mkdir()
    (tmp_path / "repetition/near-duplicate.yml").write_text(card.replace("0.6", "0.7"), "utf-8")
    assert auditor.load_rules(tmp_path).version == auditor.load_rules().version


EVIL = [
    "'; drop table rows; --",
    "{0} {x} %s",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "a" * 300,
    "<script>alert(1)</script>",
    "İẞ",
]


@pytest.mark.parametrize("engine", ["duckdb", pytest.param("daft", marks=[pytest.mark.slow, needs_ray])])
def test_what_a_corpus_says_is_never_a_query_nor_told_as_it_stands(tmp_path, engine):
    story = "has sailed round the world twice, keeps bees near Dover and writes about tide tables and soup."
    rows = []
    for n, evil in enumerate(EVIL * 3):
        page = html(evil, [f"{evil} {p}" for p in grouped(prose(random.Random(1)))], biography(f"Tom {evil}", story))
        rows.append({"id": f"{evil}{n}", "url": f"https://h{n}.example/{evil}", "text": page})
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    audited(tmp_path / "out", tmp_path / "in.jsonl")
    said = asked(tmp_path / "out", "--engine", engine, "--limit", "100")
    assert said.returncode == 0, said.stderr
    assert "24 documents are nearly the same article" in said.stdout
    assert "drop table rows" in said.stdout
    assert not set("\x00\x1b\u202e") & set(said.stdout)


def lines_of(tmp_path, pages, *rules):
    """Findings of some rules, or of all, about pages by their addresses."""
    rows = [{"id": url, "url": url, "text": text} for url, text in pages]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    audited(tmp_path / "out", tmp_path / "in.jsonl", select=("missing-date",))
    chosen = auditor.load_rules(select=[*rules]).corpus if rules else RULES
    return {
        one.rule: sorted(sibling.url for sibling in one.siblings) for one in siblings(str(tmp_path / "out"), chosen)
    }


@pytest.mark.parametrize(("kept", "rule"), [(3, "excerpt"), (6, "excerpt"), (7, "excerpt"), (9, "near-duplicate")])
def test_a_cut_copy_is_called_what_it_is(tmp_path, kept, rule):
    """By its paragraphs, or where these are short by its signature; once in either case."""
    for n, sentences in enumerate((4, 1)):
        (tmp_path / str(n)).mkdir()
        text = prose(random.Random(n), 40)
        whole = [" ".join(text[i : i + sentences]) for i in range(0, 40, sentences)]
        part = whole[: len(whole) * kept // 10]
        pages = [("https://a.example/", html("Report", whole)), ("https://b.example/", html("Bulletin", part))]
        if sentences > 1 or kept > 3:
            assert lines_of(tmp_path / str(n), pages) == {rule: ["https://a.example/", "https://b.example/"]}


def test_a_quoted_paragraph_is_no_excerpt(tmp_path):
    chance = random.Random(3)
    whole, own = grouped(prose(chance)), grouped(prose(chance, 16))
    pages = [("https://a.example/", html("Report", whole)), ("https://b.example/", html("Answer", [whole[2], *own]))]
    assert lines_of(tmp_path, pages) == {}


@pytest.mark.parametrize(
    ("share", "rule"),
    [(0.03, "near-duplicate"), (0.1, "reworded-copy"), (0.2, "reworded-copy"), (0.25, "reworded-copy")],
)
def test_an_article_in_other_words_is_one_finding(tmp_path, share, rule):
    chance = random.Random(4)
    text = grouped(prose(chance, 60))
    pages = [("https://a.example/", html("Report", text))]
    pages.append(("https://b.example/", html("Bulletin", [changed(p, chance, share) for p in text])))
    pages.append(("https://c.example/", html("Another", grouped(prose(chance, 60)))))
    assert lines_of(tmp_path, pages) == {rule: ["https://a.example/", "https://b.example/"]}


# Letters of a word in scripts that write no blanks: where they begin and how many there are; and what ends a sentence.
HAN, KANA, THAI = (0x4E00, 900), (0x3042, 60), (0x0E01, 46)
UNSPACED = {"zh": ([HAN] * 2, "。"), "ja": ([HAN, HAN, KANA], "。"), "th": ([THAI] * 5, " ")}


def unspaced(chance, script, sentences):
    (letters, stop), drawn = UNSPACED[script], random.Random(script)
    known = ["".join(chr(first + drawn.randrange(count)) for first, count in letters) for _ in range(900)]
    lines = ["".join(chance.choice(known) for _ in range(chance.randint(9, 15))) + stop for _ in range(sentences)]
    return ["".join(lines[i : i + 4]) for i in range(0, sentences, 4)], known, len(letters)


@pytest.mark.parametrize("script", UNSPACED)
def test_no_text_is_all_slots_where_no_blanks_divide_words(tmp_path, script):
    """Names cannot be told there: two texts that name the same products in Latin letters are no template."""
    pages = []
    for n in range(2):
        text, *_ = unspaced(random.Random(n), script, 60)
        own = [f"the ferry 21 {line[:40]} to brae, {line[40:]} a few of us, Anna {n} waved" for line in text]
        pages.append((f"https://h{n}.example/", html(f"A{n}", own)))
    assert lines_of(tmp_path, pages, "same-skeleton") == {}


@pytest.mark.parametrize("script", UNSPACED)
def test_an_article_in_other_words_where_no_blanks_divide_them(tmp_path, script):
    chance = random.Random(4)
    text, known, size = unspaced(chance, script, 60)
    other, *_ = unspaced(chance, script, 60)

    def reworded(line):
        parts = [line[i : i + size] for i in range(0, len(line), size)]
        return "".join(chance.choice(known) if chance.random() < 0.15 else part for part in parts)

    pages = [("https://a.example/", html("A1", text)), ("https://c.example/", html("C3", other))]
    pages.append(("https://b.example/", html("B2", [reworded(line) for line in text])))
    assert lines_of(tmp_path, pages) == {"reworded-copy": ["https://a.example/", "https://b.example/"]}


def test_a_family_of_pages_in_chinese(tmp_path):
    """Its titles have no words between blanks."""
    chance, pages = random.Random(6), []
    pool, *_ = unspaced(chance, "zh", 60)
    towns, trades = ["北京", "上海", "广州", "成都"], ["水管工", "电工", "木匠"]
    for trade in trades:
        for town in towns:
            own = [f"{p}{town}{trade}。" for p in chance.sample(pool, 12)]
            pages.append((f"https://one.example/{len(pages)}", html(f"{town}{trade}", own)))
    assert lines_of(tmp_path, pages) == {"doorway-family": sorted(url for url, _ in pages)}


def outlined(title, headings, paragraphs):
    body = "".join(f"<h2>{h}</h2><p>{p}</p>" for h, p in zip(headings, paragraphs, strict=True))
    return html(title, []).replace("</article>", f"{body}</article>")


def test_the_same_headings_over_reworded_text(tmp_path):
    chance, pages = random.Random(8), []
    text = grouped(prose(chance, 60))
    for n, town in enumerate(TOWNS[:3]):
        headings = [f"Why {town} needs a {WORDS[-i]} and {n + i} other things" for i in range(1, len(text) + 1)]
        own = [changed(p, chance, 0.4 if n else 0) for p in text]
        pages.append((f"https://h{n}.example/", outlined(f"All about {town}", headings, own)))
    pages.append(("https://other.example/", outlined("House", headings, grouped(prose(chance, 60)))))
    assert lines_of(tmp_path, pages, "same-outline") == {"same-outline": [f"https://h{n}.example/" for n in range(3)]}


def doorways(chance, trades, towns):
    pool = [s.replace("market", "{trade}").replace("garden", "{town}") for s in grouped(prose(chance, 60))]
    for trade in trades:
        for town in towns:
            own = [p.format(trade=trade, town=town) for p in chance.sample(pool, 12)]
            yield f"https://one.example/{trade}/{town}", html(f"{trade.capitalize()} in {town}", own)


def test_a_page_for_every_combination_is_one_family(tmp_path):
    """Paragraphs are drawn and shuffled, so the pages are no copies and have no common beginning."""
    pages = list(doorways(random.Random(6), ["plumber", "roofer", "glazier"], TOWNS[:4]))
    assert lines_of(tmp_path, pages) == {"doorway-family": sorted(url for url, _ in pages)}


def test_copies_under_titles_with_the_names_of_sites_are_no_doorways(tmp_path):
    text = grouped(prose(random.Random(9)))
    pages = [
        (f"https://h{n}.example/", html(f"Bridge closed for repairs - {town} Post", text))
        for n, town in enumerate(TOWNS)
    ]
    assert lines_of(tmp_path, pages) == {"near-duplicate": [f"https://h{n}.example/" for n in range(6)]}


def test_copies_are_one_finding_whatever_else_they_share(tmp_path):
    """They have the biography, the links and the paragraphs of the first in common, and one page its biography."""
    chance = random.Random(10)
    text, story = (
        grouped(prose(chance)),
        "Sailed round the world twice, keeps bees near Dover and writes about tide tables.",
    )
    links = "".join(f'<li><a href="/{n}">Seven quiet harbours that the council forgot</a></li>' for n in range(2))
    extra = biography("Dora Hill", story) + f"<aside><h2>Related articles</h2><ul>{links}</ul></aside>"
    pages = [(f"https://h{n}.example/", html(f"Report {n}", text, extra)) for n in range(3)]
    found = lines_of(tmp_path, pages)
    assert found == {"near-duplicate": [url for url, _ in pages]}
    (tmp_path / "more").mkdir()
    pages.append(("https://h3.example/", html("Other", grouped(prose(chance)), biography("Dora Hill", story))))
    found = lines_of(tmp_path / "more", pages)
    assert found["biography-on-many-hosts"] == [url for url, _ in pages]
    assert "paragraph-on-many-hosts" not in found
    (tmp_path / "alone").mkdir()
    assert "paragraph-on-many-hosts" in lines_of(tmp_path / "alone", pages, "paragraph-on-many-hosts")


@pytest.fixture(scope="module")
def families(tmp_path_factory):
    """A page and its rewording, in English and Chinese; parts of a text; equal headings; pages for towns and trades."""
    folder, chance = tmp_path_factory.mktemp("families"), random.Random(14)
    text, whole, solid = grouped(prose(chance, 60)), grouped(prose(chance)), unspaced(chance, "zh", 60)[0]
    pages = [("https://a.example/", html("Report", text)), ("https://w.example/", html("Whole", whole))]
    pages.append(("https://b.example/", html("Bulletin", [changed(p, chance, 0.2) for p in text])))
    pages.append(("https://p.example/", html("Part", whole[:6])))
    pages += [(f"https://s{n}.example/", html(f"S{n}", [p[: -8 * n or None] for p in solid])) for n in range(2)]
    headings, own = [f"About {WORDS[i]} and {WORDS[-i]}" for i in range(1, 16)], grouped(prose(chance, 60))
    for n in range(2):
        under = [changed(p, chance, 0.45 * n) for p in own]
        pages.append((f"https://o{n}.example/", outlined(f"Guide {n}", headings, under)))
    pages += doorways(chance, ["plumber", "roofer", "glazier"], TOWNS[:4])
    lines = (json.dumps({"id": url, "url": url, "text": text}) + "\n" for url, text in pages)
    (folder / "in.jsonl").write_text("".join(lines))
    audited(folder / "out", folder / "in.jsonl", documents=6, select=("missing-date",))
    return folder / "out"


FAMILIES = {"reworded-copy", "excerpt", "same-outline", "doorway-family"}


def test_every_kind_of_family_is_told(families):
    assert {json.loads(line)["rule"] for line in by_command(families)} >= FAMILIES


@pytest.mark.slow
@needs_ray
def test_daft_tells_the_same_families(families):
    assert by_command(families, "--engine", "daft") == by_command(families)


@pytest.mark.slow
@needs_ray
def test_daft_on_two_machines_tells_the_same_families(families, machines):  # noqa: F811
    _, address = machines
    chosen = ("--select", ",".join(sorted(FAMILIES)))
    found = by_command(families, *chosen)
    assert by_command(families, *chosen, "--engine", "daft", "--ray", address) == found

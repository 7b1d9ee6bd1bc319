"""What the keyword rules find, and the honest repetition that they must leave alone."""

import pytest

import auditor

STUFFED = [
    "Slabs come first, and they must lie level. Gravel drains. With it, {} begin well.",
    "Oil the hinges each spring. A dry hinge takes the frame with it. So much for {} today.",
    "Two people lift a panel; one holds it, one swears. Take turns. That is the art of {} indeed.",
    "Rain finds every nail. Cover the heads with a dab of tar. Nobody regrets {} done this way.",
    "A window costs a day. It is worth it, for the light. We shall speak of {} again.",
]
PLAIN = [text.format("all of it") for text in STUFFED]


def found(rule: str, source: str, **given) -> tuple[auditor.Finding, ...]:
    given.setdefault("format", "text")
    return auditor.audit(source, rules=auditor.load_rules(select=[rule]), **given).findings


def article(title: str, paragraphs: list[str]) -> str:
    return "\n\n".join([title, *paragraphs])


def stuffed(phrase: str) -> list[str]:
    return [text.format(phrase) for text in STUFFED]


def test_one_finding_with_every_place_and_the_numbers():
    source = article("Cheap garden sheds: a guide", stuffed("cheap garden sheds"))
    (finding,) = found("title-phrase-stuffing", source)
    places = [(finding.offset, finding.length), *((p.offset, p.length) for p in finding.related)]
    assert [source[start : start + length] for start, length in places] == ["cheap garden sheds"] * 5
    assert finding.facts["times"] == finding.facts["closings"] == finding.facts["paragraphs"] == 5
    assert finding.facts["chance"] == 1.7
    assert "cheap garden sheds" in finding.message


def test_a_phrase_of_the_address_counts_like_one_of_the_title():
    source = article("What to build first", stuffed("cheap garden sheds"))
    assert not found("title-phrase-stuffing", source)
    assert found("title-phrase-stuffing", source, url="https://sheds.example.org/cheap-garden-sheds/")


def test_case_and_apostrophe_do_not_hide_a_phrase():
    source = article("A Beginner’s Shed Guide", stuffed("a beginner's shed guide"))
    assert found("title-phrase-stuffing", source)


def test_pairs_need_stronger_evidence():
    assert not found("title-phrase-stuffing", article("Garden sheds: a guide", stuffed("garden sheds")[:3] + PLAIN))
    long = stuffed("garden sheds") + [text.replace("e", "e ", 1) for text in stuffed("garden sheds")]
    assert found("title-phrase-stuffing", article("Garden sheds: a guide", long))


def test_a_phrase_all_over_the_text_in_one_form():
    lines = [
        f"In {month} {word} cheap garden sheds {verb}, and the yard was full. Nobody minded. The gate stood open."
        for month, word, verb in zip(
            "January February March April May June July August September October".split(),
            "our their few most new old tall plain red green".split(),
            "rose fell grew shrank stayed changed doubled halved turned moved".split(),
            strict=True,
        )
    ]
    (finding,) = found("title-phrase-stuffing", article("Cheap garden sheds in one year", lines))
    assert finding.facts["tenths"] == 10
    assert finding.facts["closings"] == 0


def test_a_phrase_at_both_edges_of_paragraphs():
    opened = [
        f"{word} cheap garden sheds aside, it rained. {text}"
        for word, text in zip("All Most Some Many".split(), PLAIN, strict=False)
    ]
    source = article("Cheap garden sheds: a guide", [*opened, *stuffed("cheap garden sheds")[:2]])
    (finding,) = found("title-phrase-stuffing", source)
    assert (finding.facts["closings"], finding.facts["edges"], finding.facts["longer"]) == (2, 6, 6)


HONEST = {
    "topic named where the sentence needs it": (
        "Forming a limited liability company",
        [
            "A limited liability company protects its owners. Debts stay with the firm. Few banks mind.",
            "Two people can found a limited liability company in a day. They sign a deed. They pay a fee.",
            "A limited liability company pays its own tax. Rates differ. Ask early.",
            "Some owners sell shares of a limited liability company by letter. Others meet. Most do both.",
        ],
    ),
    "product that is named on every page": (
        "Zephyr Pro Ultra review: the quiet one",
        [
            f"The Zephyr Pro Ultra {verb} in our tests. We ran it for a week. Dust was no problem."
            for verb in "won lasted hummed shone stalled cooled returned rattled folded charged".split()
        ],
    ),
    "refrain": (
        "Do not burn the boats tonight",
        [
            f"The {thing} was low. The lamps were lit. Do not burn the boats tonight."
            for thing in "tide sun fire".split()
        ],
    ),
    "questions": (
        "Toddler sleep training questions",
        [
            text
            for noun in "long late early much little".split()
            for text in (
                f"How {noun} is toddler sleep training?",
                "It depends on the child. Some need a week. Some never need it at all, and that is fine too.",
            )
        ],
    ),
    "formula": (
        "The best films by the critics' count",
        [
            f"{name} came out in May. Crowds stood in the rain. It holds a rating by the critics' count of {n} percent."
            for name, n in (("Ash", 91), ("Bell", 88), ("Cloud", 86), ("Dust", 85), ("Elm", 80))
        ],
    ),
    "bent and shortened as grammar asks": (
        "Cheap garden sheds: a guide",
        [
            "Slabs come first. Gravel drains. A cheap garden shed begins there.",
            "Oil the hinges each spring. A dry hinge takes the frame. So much for the shed.",
            "Rain finds every nail. Cover the heads with tar. Garden sheds that are cheap need it most.",
        ],
    ),
    "topic whose words also stand alone": (
        "Small business loans in ten towns",
        [
            f"In {town} {word} small business loans {verb} late. A loan is cheap there. The small business round "
            f"the corner {verb} before it took one. Business is slow, and loans are not."
            for town, word, verb in zip(
                "Acton Bath Cork Derby Ely Fife Goole Hull Ince Jarrow".split(),
                "our their few most new old all plain some no".split(),
                "fell rose grew ended paid failed closed opened moved stayed".split(),
                strict=True,
            )
        ],
    ),
    "too few in a long text": (
        "A sale among college students",
        [
            *(
                ["The hall was cold and the tea was not. People stayed anyway, for hours, and talked. It went well."]
                * 120
            ),
            "Figures came late. They were good. So it is among college students here.",
            "A year passed. Nothing changed. Such is life among college students now.",
            "Then it did. We asked why. They shrugged among college students.",
        ],
    ),
}


@pytest.mark.parametrize("case", HONEST)
def test_honest_titles(case):
    title, paragraphs = HONEST[case]
    source = article(title, paragraphs)
    assert not found("title-phrase-stuffing", source)
    assert not found("phrase-stuffing", source)


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(
            [
                f"{n} was born in {c}. She paints. She lives and works in {c}."
                for n, c in zip("ABCDEF", "UVWXYZ", strict=True)
            ],
            id="formula of a catalogue",
        ),
        pytest.param(
            [f"The {w} is sent in March. A clerk reads it. It goes to the Register of Public Works." for w in "abcdef"],
            id="public body",
        ),
        pytest.param(
            [
                f"- {n} minutes easy running on {w}, then a slow walk home"
                for n, w in zip("345678", "abcdef", strict=True)
            ],
            id="training plan",
        ),
        pytest.param(
            [
                f"Smith {n}. On eels. Annals of River Biology {n}: 11. Cited in full text archive"
                for n in range(1980, 1990)
            ],
            id="references",
        ),
        pytest.param(
            [
                f"The {w} kettle is light. It boils fast. Read all customer reviews"
                for w in "red blue green grey tin".split()
            ],
            id="link under each entry",
        ),
    ],
)
def test_honest_phrases(paragraphs):
    assert not found("phrase-stuffing", article("Notes of a long summer", paragraphs))


def test_a_foreign_phrase_at_the_end_of_paragraphs():
    more = [text.replace("e", "e ", 1) for text in stuffed("organic weed control")]
    (finding,) = found("phrase-stuffing", article("Notes from the yard", stuffed("organic weed control") + more))
    assert finding.facts["phrase"] == "organic weed control"
    assert len(finding.related) == 9


def headed(title: str, headings: list[str]) -> str:
    return article(title, [text for pair in zip(headings, PLAIN, strict=False) for text in pair])


def test_headings():
    source = headed("Home espresso machines", ["Noise: home espresso machines", "Cost: home espresso machines"])
    assert not found("heading-stuffing", source)
    source += "\n\n" + headed("Care of home espresso machines", ["The verdict"])
    assert len(found("heading-stuffing", source)) == 1


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        (
            "Walks on Upper Rigsby Moor",
            ["To Upper Rigsby Moor", "Birds of Upper Rigsby Moor", "Inns on Upper Rigsby Moor"],
        ),
        ("Home espresso machines", [f"How {w} are home espresso machines?" for w in "loud big dear".split()]),
        ("Home espresso machines", ["Home espresso machines"] * 3),
        ("Ships of the north", ["Knarr: pros and cons", "Cog: pros and cons", "Hulk: pros and cons"]),
        ("Home espresso machines", ["Home espresso machines: noise", "Home espresso machines: cost", "Verdict"]),
    ],
    ids=["name", "questions", "the phrase alone", "label", "at the front"],
)
def test_honest_headings(title, headings):
    assert not found("heading-stuffing", headed(title, headings))


@pytest.mark.parametrize(
    "text",
    [
        "compact cameras, film cameras, action cameras, instant cameras, stereo cameras, video cameras",
        "200 g wheat flour, 100 g rye flour, 10 g sea salt, 5 g dry yeast, 20 ml olive oil, 300 ml warm water",
        "annual report 2019 | annual report 2020 | annual report 2021 | annual report 2022 | annual report 2023",
        "Monday: easy run, Tuesday: rest, Wednesday: easy run, Thursday: hills, Friday: rest, Saturday: easy run",
        "He spoke of bike repair, cheap bike repair, repair shops. She heard bike repair, repair shop, cheap repair.",
        "Welding basic test, Sewing basic test, Typing basic test, Baking basic test, Rowing basic test",
        "Blue Cross of Ohio, Blue Shield of Iowa, Blue Cross of Maine, Blue Shield of Utah, Gold Cross of Texas",
    ],
)
def test_honest_lists(text):
    assert not found("keyword-list", text, zone="body")


def test_image_texts_that_differ_in_all_but_the_phrase():
    def page(*alts: str) -> str:
        images = "".join(f"<p>{text}</p><img alt='{alt}'>" for text, alt in zip(PLAIN, alts, strict=False))
        title = "Best garden sheds for small plots"
        return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{images}<p>{PLAIN[-1]}</p>"

    names = ["oak door", "tin roof", "wet dog", "old key"]
    (finding,) = found("alt-stuffing", page(*(f"{name} best garden sheds" for name in names)), format="html")
    assert finding.severity == "info"
    assert finding.facts == {"phrase": "best garden sheds", "times": 4, "images": 4}
    assert not found("alt-stuffing", page(*["best garden sheds"] * 4), format="html")
    assert not found("alt-stuffing", page(*names), format="html")


@pytest.mark.parametrize(
    "sentence",
    [
        "They opened a small gas works. ",
        "He took a free city bus. ",
        "He wrote a guide for beginners. ",
        "It was a best of breed list. ",
        "Each sheep farmer pays. ",
        "That is my own affair. ",
    ],
)
def test_sentences_that_only_look_broken(sentence):
    assert not found("ungrammatical-insertion", sentence * 4, zone="body")


def test_hostile_text_is_no_stuffing():
    assert not found("title-phrase-stuffing", "Buy now\n\n" + "buy " * 50_000)
    assert not found("phrase-stuffing", "Buy now\n\n" + "a b " * 50_000)


def test_a_title_phrase_that_always_ends_its_paragraph_is_no_formula():
    endings = ["Ask whether", "Few doubt that", "It shows when", "We learn why", "So much for how"]
    paragraphs = [
        f"A {w} roof is cold. The mast hums at night. {e} rooftop wind pays off."
        for w, e in zip(["red", "tall", "flat", "slate", "tin"], endings, strict=True)
    ]
    assert found("title-phrase-stuffing", article("Rooftop wind pays off: a dream?", paragraphs))


def filled(phrase: str, filling: int) -> str:
    """A text of plain sentences with the phrase in `filling` of its ten."""
    lines = (
        "Nobody asks {} first.",
        "We heard of {} at noon.",
        "Old men praise {} loudly.",
        "Then {} went home.",
        "Has {} any news for us?",
        "Few words about {} are true.",
        "My aunt keeps {} indoors.",
        "Let {} rest a while.",
        "All cats love {} dearly.",
        "It rained on {} again.",
    )
    return " ".join(line.format(phrase if i < filling else "it") for i, line in enumerate(lines))


def test_a_phrase_in_every_sentence_is_the_text():
    (finding,) = found("phrase-as-text", filled("cheap garden sheds", 10))
    assert finding.severity == "critical"
    assert finding.facts["times"] == 10
    assert found("dense-phrase", filled("cheap garden sheds", 10))


def test_a_phrase_in_few_sentences_fills_nothing():
    apart = filled("cheap garden sheds", 5) + "\n\n" + "\n\n".join(PLAIN)
    assert found("dense-phrase", apart)
    assert not found("phrase-as-text", apart)
    assert not found("dense-phrase", apart + "\n\n" + "\n\n".join(PLAIN * 2))


def test_names_numbers_and_pairs_may_fill_a_text():
    assert not found("phrase-as-text", filled("Hull Harbour Office", 10))
    assert not found("phrase-as-text", filled("easy run 30", 10))
    assert not found("dense-phrase", filled("garden sheds", 6) + "\n\n" + "\n\n".join(PLAIN))


def test_a_list_that_says_one_phrase_over_and_over():
    entries = ["boiler repair near me", "cheap boiler repair", "boiler repair price", "boiler repair in York"]
    assert not found("phrase-list", ", ".join(entries))
    more = [*entries, "boiler repair today"]
    for mark in (", ", " | ", "; ", ". ", " · ", "، ", "、"):
        (finding,) = found("phrase-list", f"We came at noon, and it rained.\n\n{mark.join(more)}")
        assert (finding.evidence, finding.facts["entries"]) == (mark.join(more), 5)
    assert found("phrase-list", ", ".join(entry.replace("boiler", "old boiler") for entry in entries))


def test_lists_of_names_and_of_things_with_one_word_in_common_are_left_alone():
    assert not found(
        "phrase-list", ", ".join(f"Mill Lane Bakery {town}" for town in ("York", "Hull", "Bath", "Ely", "Rye"))
    )
    assert not found("phrase-list", "wheat flour, rye flour, oat flour, rice flour, corn flour")
    assert not found("phrase-list", ", ".join(f"{n} years old boys" for n in range(10, 16)))
    assert not found(
        "phrase-list", ", ".join(f'"boiler repair {word}"' for word in ("cost", "time", "noise", "law", "age"))
    )


def test_a_chinese_list_that_says_one_phrase_over_and_over():
    towns = ["东山区", "西河区", "南湖区", "北桥区"]
    last = "附近上门修锁电话"
    (finding,) = found("phrase-list", f"{'，'.join(town + '上门修锁' for town in towns)}，{last}。")
    assert (finding.facts["phrase"], finding.facts["entries"]) == ("上门修锁", 5)
    assert not found("phrase-list", f"{'，'.join(town + '上门修锁' for town in towns)}。"), "four"
    assert not found("phrase-list", f"{'，'.join(town + '修锁' for town in (*towns, '新港区'))}。"), "two letters"
    assert not found("phrase-list", f"{'、'.join(town + '上门修锁' for town in (*towns, '新港区'))}。"), "a list"
    assert not found("phrase-list", f"{'，'.join(town + '人民医院' for town in (*towns, '新港区'))}。"), "houses"
    assert not found("phrase-list", f"{'，'.join('我们喜欢' + town for town in (*towns, '新港区'))}。"), "a litany"


DOORWAY = "We will be there for {} soon. Your roof is old, and you know it. For good work on {} you wait a week."


def test_a_trade_with_its_town_as_a_name():
    (finding,) = found("town-phrase", DOORWAY.replace("{}", "Roof Repair in Easton, MA"))
    assert finding.facts == {"phrase": "Roof Repair in Easton, MA", "times": 2}
    assert not found("town-phrase", DOORWAY.replace("{}", "roof repair in Easton, MA"))
    assert not found("town-phrase", DOORWAY.replace("{}", "Roof Repair in Easton"))
    long = DOORWAY.replace("{}", "Roof Repair in Easton, MA") + "\n\n" + "\n\n".join(PLAIN * 7)
    assert not found("town-phrase", long)


PROMISES = ["top quality materials", "best price", "save money", "peace of mind", "free estimate", "call us today"]


def test_stock_promises_by_number_and_density():
    few = f"Here they are: {', '.join(PROMISES)}, and we know that you wait."
    assert found("stock-promises", few)
    assert not found("stock-promises", few.replace("peace of mind", "a hat"))
    assert not found("stock-promises", few + "\n\n" + "\n\n".join(PLAIN * 4))

"""Remarks from the making of a text, weighed by what their words say and by how the text around them speaks."""

import pytest

import auditor
from auditor.text.weighing import RUNS, Scale, phrases, runs_of, weigh, words_of
from auditor.words import languages, subject
from auditor.words.weights import Weights, languages_of, weights

_COLD = [
    "The ferry to the island sails at nine, and the people of the harbour are there long before it with their fish.",
    "It takes two hours to cross the bay, and in the winter the trip is often called off because of the ice.",
]
_WARM = [
    "I take the ferry when I can, and you will see me on deck, where we all stand with our bags and our dogs.",
    "You pay on board. If you ask me, we should all bring our own bread, as you will not like what they sell us.",
]


def _found(remark: str, text: list[str] = _COLD) -> list[str]:
    report = auditor.audit("\n\n".join(["The boat is late again", text[0], remark, text[1]]), format="text")
    return [finding.evidence for finding in report.findings if finding.rule == "working-remark"]


@pytest.mark.parametrize(
    "remark",
    [
        "I have shortened the second paragraph and put the quote first, as you wanted.",
        "Please check the spelling of the captain's name before you publish this.",
        "The headline keeps the keyword, as you asked.",
        "Cut the last two paragraphs if the page is full.",
        "Write a friendly 500-word article and mention the keyword three times.",
        "The quote in this paragraph is made up and should be replaced.",
    ],
)
def test_what_is_said_about_the_text_stands_out(remark: str) -> None:
    assert _found(remark) == [remark]


@pytest.mark.parametrize(
    "line",
    [
        "This article was updated to include a statement from the harbour office.",
        "“I have shortened the second paragraph and put the quote first, as you wanted,” the editor wrote to him.",
        "The mayor has shortened the speech and put the thanks first, as the council wanted.",
        "Subscribe to the newsletter for more stories like this.",
        "An earlier version of this story gave the wrong name of the ferry.",
        "Names have been changed to protect those who spoke.",
    ],
)
def test_what_is_said_to_readers_does_not(line: str) -> None:
    assert not _found(line)


def test_a_text_that_speaks_to_its_readers_needs_plainer_words() -> None:
    remark = "I moved the quote to the end."
    assert _found(remark)
    assert not _found(remark, _WARM)


def test_two_remarks_are_an_error() -> None:
    both = [
        "The tone has been kept warm, as you asked, and the second quote is left out.",
        "The headline is only a suggestion, and the second paragraph can go if space is short.",
    ]
    report = auditor.audit("\n\n".join(["The boat", _COLD[0], both[0], _COLD[1], both[1], _COLD[0]]), format="text")
    (finding,) = [one for one in report.findings if one.rule == "working-remark"]
    assert (str(finding.severity), len(finding.related)) == ("error", 1)


def test_phrases_are_runs_of_words_with_their_marks() -> None:
    assert set(phrases("I’d cut 3,000 words in Brae: ok?")) >= {"^ i'd", "i'd cut 0", "0 words", "brae :", "ok ?", "A"}


def test_every_phrase_counts_once() -> None:
    assert weigh("cut it, cut it", Weights.of({"": 1.0, "cut it": 2.0})) == 3.0


def test_languages_with_persons_are_those_with_a_table() -> None:
    assert {code for code in languages() if subject(code, "persons")} == set(languages_of("remarks"))


_ELSEWHERE = {
    "es": (
        "El puerto abre a las seis, y los barcos salen con la marea.",
        "He acortado la entradilla, como me pediste.",
    ),
    "ru": (
        "Порт открывается в шесть, и лодки уходят с отливом.",
        "Третий абзац я сократил, как вы просили, цитату оставил.",
    ),
    "pl": (
        "Port otwiera się o szóstej, a łodzie wypływają z odpływem.",
        "Wstęp skróciłam o połowę, a tytuł zostawiam do decyzji redakcji.",
    ),
    "tr": (
        "Liman saat altıda açılır ve tekneler denize çıkar.",
        "Girişi kısalttım, başlığı da istediğiniz gibi değiştirdim.",
    ),
    "id": (
        "Pelabuhan dibuka pukul enam, dan perahu berangkat.",
        "Bagian pembuka sudah saya pendekkan sesuai permintaan.",
    ),
    "ja": ("港は朝六時に開き、船は潮に合わせて出ていく。", "ご要望どおり、見出しを短くし、第二段落を書き直しました。"),
    "zh": ("港口早上六点开门，渔船随着潮水出海。", "按您的要求，我把第二段缩短了，标题也改了。"),
    "ko": (
        "항구는 아침 여섯 시에 문을 열고 배들은 물때에 맞추어 나간다.",
        "요청하신 대로 두 번째 문단을 줄이고 제목을 바꾸었습니다.",
    ),
    "uk": (
        "Порт відкривається о шостій, і човни виходять із відпливом.",
        "Другий абзац я скоротила, як ви просили, цитату лишила.",
    ),
    "ar": (
        "يفتح الميناء أبوابه في السادسة، وتخرج القوارب مع المد.",
        "هذه نسخة مختصرة من النص كما طلبتم، مع عنوان جديد.",
    ),
    "hi": (
        "बंदरगाह सुबह छह बजे खुलता है और नावें निकलती हैं।",
        "आपके कहने पर मैंने दूसरा पैराग्राफ़ छोटा कर दिया है और शीर्षक बदल दिया है।",
    ),
}


@pytest.mark.parametrize("code", _ELSEWHERE)
def test_inflected_words_are_known_by_their_letters(code: str) -> None:
    text, remark = _ELSEWHERE[code]
    assert RUNS in weights(code, "remarks")
    report = auditor.audit("\n\n".join([text, remark, text.replace(",", " –", 1)]), format="text")
    assert remark in [finding.evidence for finding in report.findings if finding.rule == "working-remark"]


@pytest.mark.parametrize("code", ["de", "ja", "ko", "th"])
def test_many_sentences_weigh_what_each_does(code: str) -> None:
    table, own = weights(code, "remarks"), (*_ELSEWHERE.get(code, ()), "OK: I’d cut 3 of them (修正版, ทั้งหมด)!")
    scale = Scale(table)
    for _ in range(150):  # signs are looked up at first, then found at once
        assert [scale.weigh(one, ["~ i"]) for one in own] == [weigh(one, table, ["~ i"]) for one in own]


def test_letters_of_scripts_without_blanks_are_words_and_their_runs_are_not_divided() -> None:
    assert list(words_of("修正版 ok")) == ["修", "正", "版", "ok"]
    assert f"{RUNS}修正版 " in set(runs_of("修正版 ok"))
    assert next(runs_of("अब")) == f"{RUNS} अब "

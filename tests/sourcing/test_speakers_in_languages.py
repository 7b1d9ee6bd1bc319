"""Who says a quotation, by the verbs and the order of words of languages beyond those of western Europe."""

import pytest

import auditor
from auditor.signals import Signals


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Мер міста Олена Бондар сказала: «Пором стояв з полудня». «Ніхто цього не знав», — пояснив Іван Петренко.",
            ["Олена Бондар", "Іван Петренко"],
        ),
        (
            'ראש העיר דנה לוי אמרה: "המעבורת עמדה ליד הרציף". "איש מאיתנו לא ידע דבר", אמר יוסי כהן.',
            ["דנה לוי", "יוסי כהן"],
        ),
        (
            "وقالت ليلى حداد: «كانت العبارة راسية عند الرصيف». «لم يعرف أحد منا شيئا»، قال سامي نصر.",
            ["ليلى حداد", "سامي نصر"],
        ),
        ("لیلا کریمی گفت: «کشتی از ظهر کنار اسکله ایستاده بود».", ["لیلا کریمی"]),
        ("Chị Lê Phương nói: “Chiếc phà đã đậu ở bến từ trưa hôm nay”.", ["Lê Phương"]),
        ("महापौर सीमा वर्मा ने कहा, “नाव दोपहर से घाट पर खड़ी थी”।", ["सीमा वर्मा"]),
        ("“여객선은 정오부터 부두에 서 있었다”고 김민수 시장은 말했다.", ["김민수"]),
        ("«Паром стоял с полудня», — сказал Иван Петров.", ["Иван Петров"]),
    ],
)
def test_the_speaker_stands_where_the_language_puts_it(text, speakers):
    signals = Signals(auditor.parse(text, format="text", zone="body"))
    assert [quotation.speaker and quotation.speaker.text for quotation in signals.quotations] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("市長の田中一郎氏は「渡し船は正午から止まっていた」と述べた。", ["田中一郎"]),
        ("「だれも知らなかった」と鈴木花子さん（34）は話す。", ["鈴木花子"]),
        ("木村さんは、「船の音で目が覚めました」と笑顔で語った。", ["木村"]),
        ("「来月には新しい船が入る」と強調した。", [None]),
        ("看板には「立入禁止」とある。この船は「しおさい」という。", [None, None]),
        ("市长王明在新闻发布会上表示：“渡船停在码头。”“没有人知道。”李华说。", ["王明", "李华"]),
        ("对此，发言人赵敏回应称：“我们一直在关注。”", ["赵敏"]),
        ("“修好了。”李华说：“明天开。”", [None, "李华"]),
        ("他会考虑，并称“已经足够”。这本书叫“渡口往事”。", [None, None]),
        ("市長王明指出，「渡船停在碼頭」。", ["王明"]),
        ("ด้าน ดร.วิชัย ศรีสุข เปิดเผยว่า “เราจะซ่อมให้เสร็จ” และจากไป", ["ดร.วิชัย ศรีสุข"]),
        ("“ไม่มีใครรู้สาเหตุ” น.ส.มาลี แก้วใส กล่าว", ["น.ส.มาลี แก้วใส"]),
        ("ป้ายเขียนคำว่า “ห้ามเข้า” ไว้", [None]),
    ],
)
def test_where_no_blanks_divide_words(text, speakers):
    signals = Signals(auditor.parse(text, format="text", zone="body"))
    assert [quotation.speaker and quotation.speaker.text for quotation in signals.quotations] == speakers


@pytest.mark.parametrize(("language", "judged"), [("en", True), ("ja", False), ("zh", False), ("th", False)])
def test_rules_of_full_names_do_not_judge_where_none_are_told(language, judged):
    rule = next(rule for rule in auditor.load_rules().rules if rule.id == "two-speakers")
    assert (language in rule.languages) is judged


def test_a_report_on_quotations_counts_speakers_without_blanks():
    said = "".join(
        f"田中さんは「渡し船は正午から桟橋に止まったまま{n}時間動かなかったのです」と話した。" for n in range(9)
    )
    page = f"港のニュース\n\n{said}\n\n「だれも理由を知らされないまま夜まで桟橋で待っていました」。"
    (finding,) = (f for f in auditor.audit(page, format="text").findings if f.rule == "quotation-density")
    assert "1 of them without" in finding.message

"""Who says a quotation, by the verbs and the order of words of languages beyond those of western Europe."""

import pytest

import auditor
from auditor.signals import Signals


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Мер міста Олена Бондар сказала: «Пором стояв з полудня». «Ніхто цього не знав», — пояснив Іван Петренко.",
            ["Мер міста Олена Бондар", "Іван Петренко"],
        ),
        (
            'ראש העיר דנה לוי אמרה: "המעבורת עמדה ליד הרציף". "איש מאיתנו לא ידע דבר", אמר יוסי כהן.',
            ["ראש העיר דנה לוי", "יוסי כהן"],
        ),
        (
            "وقالت ليلى حداد: «كانت العبارة راسية عند الرصيف». «لم يعرف أحد منا شيئا»، قال سامي نصر.",
            ["ليلى حداد", "سامي نصر"],
        ),
        ("لیلا کریمی گفت: «کشتی از ظهر کنار اسکله ایستاده بود».", ["لیلا کریمی"]),
        ("Chị Lê Phương nói: “Chiếc phà đã đậu ở bến từ trưa hôm nay”.", ["Chị Lê Phương"]),
        ("महापौर सीमा वर्मा ने कहा, “नाव दोपहर से घाट पर खड़ी थी”।", ["महापौर सीमा वर्मा ने"]),
        ("“여객선은 정오부터 부두에 서 있었다”고 김민수 시장은 말했다.", ["김민수 시장은"]),
        ("«Паром стоял с полудня», — сказал Иван Петров.", ["Иван Петров"]),
    ],
)
def test_the_speaker_stands_where_the_language_puts_it(text, speakers):
    signals = Signals(auditor.parse(text, format="text", zone="body"))
    assert [quotation.speaker and quotation.speaker.text for quotation in signals.quotations] == speakers

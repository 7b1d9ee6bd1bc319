"""Leftovers of text tools, empty sources and stuffed titles in other languages, and the honest sentences beside them."""

# ruff: noqa: E501 - sentences are not broken

import pytest

import auditor

AROUND = {
    "de": "Die Fähre liegt seit dem Mittag am Steg, und wer an Bord ist, wartet auf den Kapitän.",
    "es": "El barco espera en el muelle desde el mediodía y los que están a bordo no saben nada.",
    "fr": "Le bac attend au quai depuis midi, et ceux qui sont à bord ne savent pas pourquoi.",
    "it": "Il traghetto aspetta al molo da mezzogiorno e quelli che sono a bordo non sanno nulla.",
    "pt": "A balsa espera no cais desde o meio-dia e os que estão a bordo não sabem de nada.",
    "nl": "De veerpont ligt sinds de middag aan de steiger en wie aan boord is wacht op de kapitein.",
    "id": "Kapal itu menunggu di dermaga sejak siang dan orang yang ada di kapal tidak tahu apa yang terjadi.",
    "pl": "Prom czeka na przystani od południa, a ci, którzy są na pokładzie, nie wiedzą już nic.",
    "tr": "Feribot öğleden beri iskelede bekliyor ve gemide olan yolcular için bir haber yok.",
    "ru": "Паром стоит у причала с полудня, и те, кто на борту, не знают, когда он уйдёт.",
    "uk": "Пором стоїть біля причалу з полудня, і ті, хто на борту, не знають, коли він піде.",
    "ar": "تنتظر العبارة عند الرصيف منذ الظهر ولا يعرف الذين على متنها متى تغادر.",
    "fa": "کشتی از ظهر در اسکله است و کسانی که در آن هستند نمی‌دانند چه شده است.",
    "he": "המעבורת מחכה ברציף מאז הצהריים והנוסעים אינם יודעים דבר.",
    "hi": "नाव दोपहर से घाट पर खड़ी है और जो लोग उस पर हैं वे कुछ नहीं जानते।",
    "vi": "Chiếc phà đợi ở bến từ trưa và những người trên tàu không biết gì cả.",
    "th": "เรือข้ามฟากรออยู่ที่ท่าตั้งแต่เที่ยง และคนบนเรือไม่รู้อะไรเลย",
    "zh": "渡船从中午起就停在码头，船上的人什么都不知道。",
    "ja": "渡し船は正午から桟橋で待っていて、乗客は何も知らない。",
    "ko": "여객선은 정오부터 부두에 있고 승객들은 아무것도 모른다.",
}
LEFT = {
    "de": "Wenn du möchtest, sag mir, ob ich etwas kürzen soll.",
    "es": "Avísame si quieres que haga algún cambio en la ruta.",
    "fr": "N'hésitez pas à me dire si vous souhaitez des modifications du trajet.",
    "it": "Fammi sapere se vuoi delle modifiche al percorso.",
    "pt": "Me avise se quiser alterações no roteiro da viagem.",
    "nl": "Natuurlijk! Hieronder vind je een herschreven artikel.",
    "id": "Tentu! Berikut adalah artikel tentang kapal.",
    "pl": "Oczywiście! Oto przeredagowana wersja tekstu.",
    "tr": "Bir yapay zeka dil modeli olarak gemiye binemem.",
    "ru": "Конечно! Вот статья о пароме.",
    "uk": "Звичайно! Ось переписана версія тексту.",
    "ar": "بالتأكيد! إليك مقالا عن العبارة.",
    "fa": "به عنوان یک مدل زبانی نمی‌توانم سوار کشتی شوم.",
    "he": "כמודל שפה איני יכול לעלות על המעבורת.",
    "hi": "एक भाषा मॉडल के रूप में मैं नाव पर नहीं जा सकता।",
    "vi": "Là một mô hình ngôn ngữ, tôi không thể lên phà.",
    "th": "ในฐานะโมเดลภาษา ฉันขึ้นเรือไม่ได้",
    "zh": "作为一个语言模型，我不能上船。",
    "ja": "言語モデルとして、私は船に乗れません。",
    "ko": "언어 모델로서 저는 배에 탈 수 없습니다.",
}
EMPTY = {
    "de": "Laut Name des Experten fährt sie morgen.", "es": "Según Nombre del experto, saldrá mañana.",
    "fr": "Selon Nom de l'expert, il partira demain.", "it": "Secondo Nome dell'esperto partirà domani.",
    "pt": "Segundo Nome do especialista, sairá amanhã.", "nl": "Volgens Naam van de expert vaart hij morgen.",
    "id": "Menurut Nama ahli, kapal berangkat besok.", "pl": "Według Imię i nazwisko prom odpłynie jutro.",
    "tr": "Uzman Adı, geminin yarın kalkacağını belirtti.", "ru": "Как говорит имя эксперта, он уйдёт завтра.",
    "uk": "Як каже ім'я експерта, він піде завтра.", "ar": "قال اسم الخبير إنها ستغادر غدا.",
    "fa": "نام کارشناس گفت که فردا می‌رود.", "he": "לפי שם המומחה היא תצא מחר.",
    "hi": "विशेषज्ञ का नाम के अनुसार वह कल जाएगी।", "vi": "Theo tên chuyên gia, phà sẽ đi vào ngày mai.",
    "th": "ชื่อผู้เชี่ยวชาญกล่าวว่าเรือจะออกพรุ่งนี้", "zh": "专家姓名表示，船明天出发。",
    "ja": "専門家の名前によると、船は明日出る。", "ko": "전문가 이름에 따르면 배는 내일 떠난다.",
}  # fmt: skip


def rules_of(*paragraphs: str) -> set[str]:
    report = auditor.audit("\n\n".join(paragraphs), format="text", zone=auditor.Zone.BODY)
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize("code", LEFT)
def test_sentences_of_tools_are_found(code):
    assert rules_of(AROUND[code], LEFT[code]) & {
        "tool-sentence",
        "assistant-speaking",
        "assistant-offer",
        "prompt-leak",
    }


@pytest.mark.parametrize("code", AROUND)
def test_honest_sentences_are_left_alone(code):
    assert not rules_of(AROUND[code]) & {"tool-sentence", "slot-as-source"}


@pytest.mark.parametrize("code", LEFT)
def test_what_is_quoted_is_mentioned_only(code):
    assert "tool-sentence" not in rules_of(AROUND[code], f"«{LEFT[code]}»")


@pytest.mark.parametrize("code", EMPTY)
def test_the_empty_place_of_a_source_is_found(code):
    assert "slot-as-source" in rules_of(AROUND[code], EMPTY[code])


def test_units_are_no_stuffing():
    text = "\n\n".join(
        f"La deuda del puerto llegó a {n} millones de dólares en el año que siguió a la crisis." for n in range(12, 20)
    )
    assert "title-in-paragraphs" not in {
        f.rule for f in auditor.audit(f"Puerto debe 14 millones de dólares\n\n{text}", format="text").findings
    }


def test_particles_do_not_hide_a_phrase():
    lines = (
        "많은 이가 {} 묻는다",
        "모두가 {}을 찾는다",
        "그는 {}이 궁금하다고 했다",
        "올해 {}은 그대로다",
        "내년 {}도 같다",
        "누구나 {}에 놀란다",
    )
    text = "\n\n".join(line.format("여객선 표 가격") + " 그리고 배는 내일 다시 온다고 한다." for line in lines)
    assert "title-in-paragraphs" in {
        f.rule for f in auditor.audit(f"여객선 표 가격의 모든 것\n\n{text}", format="text").findings
    }


PARTS = {
    "nl": ("Volgens de “Brontekst” voer hij in maart. ", "Uit “Context 2” blijkt dat er niemand aan boord was."),
    "pl": (
        "Według „Tekstu źródłowego” odpłynął w marcu. ",
        "„Dane wejściowe” podają, że nikogo nie było na pokładzie.",
    ),
    "tr": ("“Kaynak Metin”e göre martta kalktı. ", "“Bağlam 2” gemide o gün kimsenin olmadığını açıkça belirtiyor."),
    "uk": (
        "За даними «Вихідного тексту», він пішов у березні. ",
        "«Контекст 2» повідомляє, що на борту нікого не було.",
    ),
    "vi": ("Theo “Văn bản nguồn”, phà đi vào tháng ba. ", "“Dữ liệu đầu vào” cho biết không có ai trên tàu."),
    "zh": ("根据“源文本”，渡船三月离开。", "“输入数据”指出船上没有人。"),
    "ko": ("“원문 텍스트”에 따르면 배는 3월에 떠났다. ", "“입력 데이터”는 배에 아무도 없었다고 밝혔다."),
}


@pytest.mark.parametrize("code", PARTS)
def test_parts_of_a_prompt_between_quotation_marks_are_no_sources(code):
    one, other = PARTS[code]
    assert "slot-as-source" in rules_of(AROUND[code], one + other)
    assert "slot-as-source" not in rules_of(AROUND[code], one)


def test_input_data_of_programs_need_no_marks():
    text = "Program czyta dane wejściowe i podaje błędy. Według podręcznika dane wejściowe są w pliku."
    assert "slot-as-source" not in rules_of(AROUND["pl"], text)


def test_a_slot_that_is_quoted_with_its_verb_is_mentioned():
    text = "«Según [nombre del experto]», he llegado a ver en una página, con sus corchetes."
    assert "slot-as-source" not in rules_of(AROUND["es"], text)


TOOLS = {
    "pt": "Não tenho informações posteriores a 2023.", "nl": "Ik heb geen gegevens van na 2023.",
    "pl": "Do zrobienia: sprawdź dane", "uk": "Я не маю даних після 2023 року.", "he": "אין לי נתונים שלאחר 2023.",
    "vi": "Cần làm: thêm ảnh", "zh": "我没有2023年之后的数据。", "ko": "할 일: 사진 추가",
}  # fmt: skip


@pytest.mark.parametrize("code", TOOLS)
def test_what_a_tool_does_not_know_and_what_is_left_to_do(code):
    assert rules_of(AROUND[code], TOOLS[code]) & {"tool-sentence", "prompt-leak", "assistant-speaking"}


OFFERS = {
    "pt": "Se quiser, posso também esperar no cais.", "nl": "Als je wilt, kan ik ook op zaterdag varen.",
    "pl": "Jeśli chcesz, mogę też zaczekać na przystani.", "uk": "Якщо хочете, я можу також почекати біля причалу.",
    "zh": "如果你愿意，我还可以在码头等你。", "ko": "원하시면 부두에서 기다려 드릴 수 있습니다.",
}  # fmt: skip


@pytest.mark.parametrize("code", OFFERS)
def test_an_offer_that_is_not_about_the_text_is_none(code):
    assert "tool-sentence" not in rules_of(AROUND[code], OFFERS[code])

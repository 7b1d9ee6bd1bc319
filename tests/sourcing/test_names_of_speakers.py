"""Who is quoted is the person, not the office, in the languages of the word folders."""

import pytest

import auditor

SAID = {
    "it": (
        "«Riapriamo una casa che era di tutti», ha detto la sindaca Giulia Ferri durante la visita.",
        "Giulia Ferri",
    ),
    "it ": ("«Riapriamo una casa che era di tutti», ha spiegato il direttore del teatro, Marco Bassi.", "Marco Bassi"),
    "en": ("“We reopen a house that belonged to all,” said managing director Ann Marsh.", "Ann Marsh"),
    "en ": ("“We reopen a house that belonged to all,” the town's mayor, Tom Lund, said.", "Tom Lund"),
    "de": ("„Wir öffnen ein Haus, das allen gehörte“, so Geschäftsführer Peter Lang.", "Peter Lang"),
    "de ": ("„Wir öffnen ein Haus, das allen gehörte“, betonte der Leiter des Theaters, Karl Roth.", "Karl Roth"),
    "es": ("«Abrimos una casa que era de todos», ha declarado el director general Luis Soto.", "Luis Soto"),
    "fr": ("Le maire Jean Roux a dit : « Nous rouvrons une maison qui était à tous ».", "Jean Roux"),
    "pt": ("O prefeito João Silva declarou: “Reabrimos uma casa que era de todos”.", "João Silva"),
    "nl": ("“Wij heropenen een huis dat van iedereen was”, aldus directeur Jan Bakker.", "Jan Bakker"),
    "id": ("Menurut Bupati Agus Halim, “kami membuka kembali rumah milik semua.”", "Agus Halim"),
    "pl": ("„Otwieramy dom, który był wszystkich”, podkreślił prezes Adam Lis.", "Adam Lis"),
    "tr": ("Belediye Başkanı Ayşe Demir, “Herkesin olan bir evi açıyoruz” dedi.", "Ayşe Demir"),
    "ru": ("Глава района Пётр Волков отметил: «Мы открываем дом, который был общим».", "Пётр Волков"),
    "uk": ("«Ми відкриваємо дім, який був спільним», — сказала мерка Олена Коваль.", "Олена Коваль"),
    "ar": ("«نعيد فتح بيت كان للجميع»، قال المدير سامي خوري.", "سامي خوري"),
    "fa": ("شهردار مریم احمدی گفت: «خانه‌ای را که مال همه بود باز می‌کنیم».", "مریم احمدی"),
    "he": ('"אנחנו פותחים מחדש בית שהיה של כולם", אמר המנהל יוסי כהן.', "יוסי כהן"),
    "hi": ("मेयर सुनीता शर्मा ने कहा, “हम सबका घर फिर खोल रहे हैं।”", "सुनीता शर्मा"),
    "vi": ("“Chúng tôi mở lại ngôi nhà của mọi người”, thị trưởng Nguyễn Văn An nói.", "Nguyễn Văn An"),
    "th": ("นายกเทศมนตรี สมชาย ใจดี กล่าวว่า “เราเปิดบ้านของทุกคนอีกครั้ง”", "สมชาย ใจดี"),
    "zh": ("“我们重新开放大家的房子。”市长李华说。", "李华"),
    "ja": ("「みんなの家を開き直す」と田中一郎市長は話した。", "田中一郎"),
    "ko": ('김철수 시장은 "우리는 모두의 집을 다시 엽니다"라고 말했다.', "김철수"),
}


def quoted(text):
    return [one.speaker for one in auditor.audit(text, format="text", zone=auditor.Zone.BODY).quoted]


@pytest.mark.parametrize("code", SAID)
def test_the_office_is_no_part_of_the_name(code):
    said, name = SAID[code]
    assert quoted(said) == [name]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("“We reopen a house that belonged to all,” said Dean Martin.", "Dean Martin"),
        ("“We reopen a house that belonged to all,” said Mayor Lund.", "Mayor Lund"),
        ("“We reopen a house that belonged to all,” the report said.", "report"),
        ("“We reopen a house that belonged to all,” said Ludwig van Beek.", "Ludwig van Beek"),
    ],
)
def test_what_is_left_must_be_a_name(said, name):
    assert quoted(said) == [name]


def test_one_quotation_of_two_people_with_offices():
    first = "«Riapriamo una casa che era di tutti», ha detto la sindaca Giulia Ferri durante la visita."
    second = "«Riapriamo una casa che era di tutti», spiega il direttore artistico Ettore Bassi, che ha voluto entrare."
    found = auditor.audit(f"{first}\n\nIl sipario è nuovo.\n\n{second}", format="text", zone=auditor.Zone.BODY).findings
    assert "two-speakers" in {finding.rule for finding in found}

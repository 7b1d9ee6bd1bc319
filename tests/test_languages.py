"""The language of a text: by its script, letters and words; a declaration chooses among relatives only."""

# ruff: noqa: E501 - sentences of equal length

import pytest

import auditor
from auditor.text.language import are_relatives, detect, normal
from auditor.text.scripts import script
from auditor.words import languages, subject

TEXTS = {
    "en": "The ferry had been waiting at the pier since noon, and those who were on board said that it would not leave.",
    "de": "Die Fähre lag seit dem Mittag am Steg, und wer an Bord war, sagte, dass sie nicht mehr fahren werde.",
    "es": "El transbordador esperaba en el muelle desde el mediodía y los que estaban a bordo dijeron que no iba a salir.",
    "fr": "Le bac attendait au quai depuis midi, et ceux qui étaient à bord ont dit qu'il ne partirait pas ce jour.",
    "pt": "A balsa esperava no cais desde o meio-dia, e os que estavam a bordo disseram que ela não ia mais sair hoje.",
    "it": "Il traghetto aspettava al molo da mezzogiorno e quelli che erano a bordo dissero che non sarebbe partito.",
    "nl": "De veerpont lag sinds de middag aan de steiger en wie aan boord was zei dat hij niet meer zou vertrekken.",
    "pl": "Prom czekał na przystani od południa, a ci, którzy byli na pokładzie, mówili, że już nie odpłynie.",
    "tr": "Feribot öğleden beri iskelede bekliyordu ve gemide olan herkes bir daha kalkmayacağını söyledi ama bu doğru değildi.",
    "vi": "Chiếc phà đã đợi ở bến từ trưa và những người trên tàu nói rằng nó sẽ không rời bến trong ngày hôm nay nữa.",
    "ru": "Паром стоял у причала с полудня, и те, кто был на борту, говорили, что он уже не выйдет сегодня из порта.",
    "uk": "Пором стояв біля причалу з полудня, і ті, хто був на борту, казали, що він уже не вийде сьогодні з порту.",
    "bg": "Фериботът чакаше на кея от обяд и тези, които бяха на борда, казаха, че той няма да тръгне днес.",
    "ar": "كانت العبارة تنتظر عند الرصيف منذ الظهر، وقال الذين كانوا على متنها إنها لن تغادر هذا اليوم.",
    "fa": "کشتی از ظهر در اسکله منتظر بود و کسانی که در آن بودند گفتند که امروز دیگر حرکت نمی‌کند.",
    "hi": "नाव दोपहर से घाट पर खड़ी थी और जो लोग उस पर थे उन्होंने कहा कि वह आज नहीं जाएगी।",
    "he": "המעבורת חיכתה ברציף מאז הצהריים.",
    "th": "เรือข้ามฟากรออยู่ที่ท่าเรือตั้งแต่เที่ยง",
    "ko": "여객선은 정오부터 부두에서 기다리고 있었다.",
    "zh": "渡船从中午起就停在码头等着。",
    "ja": "渡し船は正午から桟橋で待っていた。",
    "el": "Το πλοίο περίμενε στην προβλήτα.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_language_is_told_whatever_is_declared(code):
    assert detect(TEXTS[code]) == code
    stranger = "ja" if code != "ja" else "en"
    assert detect(TEXTS[code], stranger) == code


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("Fergen lå ved kaien og de som var om bord sa at den ikke skulle gå før i morgen.", "nb-NO"),
        ("Feri itu menunggu di dermaga dan mereka yang ada di dalam kapal berkata ia tidak akan pergi.", "ms"),
    ],
)
def test_a_declaration_chooses_among_relatives(text, declared):
    assert detect(text, declared) == normal(declared)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("en-US", "en"), ("EN", "en"), ("pt_BR", "pt"), ("iw", "he"), ("nn-NO", "no"), ("fil", "tl"), ("", None),
     ("english", None), (None, None)],
)  # fmt: skip
def test_codes_have_one_form(code, expected):
    assert normal(code) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("lt", "Įveskite naują slaptažodį, kurį gavote į paštą, patvirtinkite jį įrašę žemiau, įjunkite įspėjimus."),
        ("tr", "Son aşamada formu doldurmanız ve değişikliklerinizi kaydetmeniz gerekiyor."),
        ("sr", "Ваша лозинка мора да садржи најмање осам знакова и један број, ћирилицом или латиницом."),
    ],
)
def test_letters_that_few_languages_write_tell_where_common_words_are_missing(code, text):
    assert detect(text) == code


def test_close_relatives_that_cannot_be_told_apart_are_left_open():
    assert detect(
        "Anda tidak akan dapat mengubah nama ini setelah akun dibuat, dan semua orang dapat melihat nama itu."
    ) in (None, "id")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "ms",
            "Senarai fail di pelayan itu telah dipadam oleh pentadbir, dan pautan di halaman utama belum dibetulkan.",
        ),
        ("id", "Daftar berkas di situs itu dihapus oleh pengelola, dan tautan di halaman utama belum bisa diperbaiki."),
        ("gl", "O concello non quere que a xente deixe os ficheiros na páxina, e a ligazón xa non é a mesma de onte."),
        (
            "da",
            "De nuværende ændringer på siden kan kun ses af en bruger, der har valgt en anden adgangskode til kontoen.",
        ),
        (
            "no",
            "De nåværende endringene på siden kan bare ses av en bruker som har valgt et annet passord til kontoen.",
        ),
    ],
)
def test_words_that_relatives_do_not_write_tell_them_apart(code, text):
    assert detect(text) == code


def test_relatives_are_a_family_and_strangers_none():
    assert are_relatives("da", "no")
    assert are_relatives("uk", "ru")
    assert not are_relatives("fi", "hu")
    assert not are_relatives("en", "de")


def test_too_little_text_is_no_language():
    assert detect("Ferry to Oslo") is None
    assert detect("") is None
    assert detect("12 34 56") is None


def test_foreign_names_do_not_change_the_script():
    assert script("Паром «Aurora Borealis» вышел из порта Rotterdam утром") == "cyrillic"
    assert script("The word 渡船 means ferry") == "latin"
    assert script("東京の港") == "kana"


def test_every_language_says_how_it_is_written():
    assert all(subject(code, "writing").get("script") for code in languages())


def test_no_mismatch_among_relatives_and_one_among_strangers():
    page = "<html lang={}><title>Fergen</title><h1>Fergen</h1>{}</html>"
    paragraphs = "".join(f"<p>{text}</p>" for text in (
        "Fergen lå ved kaien hele natten, og de som var om bord sa at den ikke skulle gå før i morgen.",
        "Kapteinen har ventet på bedre vær siden mandag, men det blir ikke bedre før helgen, sier han.",
        "Passasjerene har fått mat og tepper av dem som bor ved havnen, og noen har gått hjem igjen.",
        "Nå er det bare åtte igjen, og de spiller kort i salongen mens regnet slår mot rutene.",
        "Den yngste av dem er seks år og har aldri vært på sjøen før, forteller moren hennes.",
        "Neste år skal fergen byttes ut med en ny som går på strøm og som tåler mer vind.",
    ))  # fmt: skip
    spoken = {
        declared: {f.rule for f in auditor.audit(page.format(declared, paragraphs)).findings}
        for declared in ("da", "fr")
    }
    assert "language-mismatch" not in spoken["da"]
    assert "language-mismatch" in spoken["fr"]

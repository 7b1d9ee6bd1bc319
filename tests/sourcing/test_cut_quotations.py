"""Quotations that end on a word which can be no last one, in the languages whose folders list such words."""

import pytest

import auditor
from auditor.text.cut_ends import cut_end, cut_languages

CUT = {
    "de": "Wir haben lange auf das Schiff gewartet und auf die",
    "es": "Esperamos mucho tiempo el barco y también a los",
    "fr": "Nous avons longtemps attendu le bateau et les gens de la",
    "it": "Abbiamo aspettato a lungo la nave e gli uomini della",
    "pt": "Esperamos muito tempo pelo barco e pelos homens da",
    "nl": "We hebben lang op het schip gewacht en op de mensen van de",
    "pl": "Długo czekaliśmy na statek i na ludzi, którzy",
    "tr": "Gemiyi ve adamları uzun zaman bekledik çünkü bütün",
    "id": "Kami menunggu kapal itu lama sekali bersama orang dari",
    "ru": "Мы долго ждали корабль и людей из",
    "uk": "Ми довго чекали на корабель і на людей з",
    "ar": "انتظرنا السفينة طويلا مع الرجال الذين",
    "fa": "ما مدت زیادی منتظر کشتی بودیم و",
    "he": "חיכינו זמן רב לספינה ולאנשים של",
    "hi": "हमने नाव की और लोगों की राह देखी क्योंकि गाँव के",
    "vi": "Chúng tôi đã đợi con tàu rất lâu cùng với những",
    "th": "เรารอเรือลำนั้นมานานมากเพราะคนในหมู่บ้านและ",
    "zh": "我们等那条船等了很久，因为",
    "ja": "私たちは長いあいだ船を待っていた、町のすべての",
    "ko": "우리는 배를 오랫동안 기다렸습니다 마을 사람들의",
}
WHOLE = {
    "de": "Wir haben lange auf das Schiff gewartet und sagen das auch",
    "es": "Esperamos mucho tiempo el barco y la calle es nuestra",
    "fr": "Nous avons longtemps attendu le bateau, et il en reste un",
    "it": "Abbiamo aspettato a lungo la nave e la colpa è loro",
    "pt": "Esperamos muito tempo pelo barco e a culpa é nossa",
    "nl": "We hebben lang op het schip gewacht en wij weten het",
    "pl": "Długo czekaliśmy na statek i jesteśmy za",
    "tr": "Gemiyi uzun zaman bekledik ve bu zafer bizim",
    "id": "Kami menunggu kapal itu lama sekali di pelabuhan",
    "ru": "Мы долго ждали корабль, и эта победа наша",
    "uk": "Ми довго чекали на корабель, і ця перемога наша",
    "ar": "انتظرنا السفينة طويلا ولا نريد هذا",
    "fa": "ما مدت زیادی منتظر کشتی بودیم",
    "he": "חיכינו זמן רב לספינה הזאת",
    "hi": "हमने नाव की बहुत राह देखी है",
    "vi": "Chúng tôi đã đợi con tàu rất lâu",
    "th": "เรารอเรือลำนั้นมานานมากกับเจ้าของ",
    "zh": "我们等那条船等到现在",
    "ja": "私たちは長いあいだ船を待っていたの",
    "ko": "우리는 배를 오랫동안 기다렸습니다",
}


def test_every_language_with_such_words_is_tested():
    assert {*CUT, "en"} == set(cut_languages())


@pytest.mark.parametrize("code", CUT)
def test_a_cut_end_is_told_and_a_whole_one_left(code):
    assert cut_end(CUT[code], code)
    assert not cut_end(WHOLE[code], code)
    assert not cut_end(f"{CUT[code]}…", code)


def rules_of(text):
    return {f.rule for f in auditor.audit(text, format="text", zone=auditor.Zone.BODY).findings}


GERMAN = "Die Fähre lag seit dem Mittag am Steg, und wer an Bord war, wartete auf den Kapitän."


def test_three_of_them_are_one_finding_and_one_is_its_own():
    said = "„{}“, sagte die Wirtin."
    cut = [CUT["de"], "Wir haben das Dach geflickt und den", "Niemand kennt hier noch die Lieder von"]
    lines = [said.format(text) for text in cut]
    assert "truncated-quotation" in rules_of("\n\n".join((GERMAN, *lines)))
    assert "cut-quotation" in rules_of("\n\n".join((GERMAN, lines[0])))


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Weg führt „hinauf zu den alten Hütten der“ Hirten, die dort im Sommer mit ihren Tieren leben.",
        "„Wir haben lange auf das Schiff und auf die“, sagte sie, „anderen Leute gewartet.“",
        "Sie sang „There is a light that we will never live in“, und alle hörten ihr zu, die am Steg waren.",
    ],
)
def test_phrases_of_a_sentence_and_speech_that_goes_on_are_left_alone(sentence):
    assert not rules_of(f"{GERMAN}\n\n{sentence}") & {"cut-quotation", "spliced-quotation", "truncated-quotation"}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("it", "Riapriamo una casa che era di tutti"),
        ("it", "Vorrei restare ancora un anno con loro"),
        ("it", "Nessuno in paese vuole parlare di questo"),
        ("es", "El puerto ha sido siempre de todos"),
        ("fr", "La plage doit rester ouverte à tous"),
        ("pt", "A praça sempre foi a casa de todos"),
        ("nl", "Wij gaan morgen nog een keer met haar"),
        ("pl", "Ten port zawsze był otwarty dla wszystkich"),
        ("ru", "Этот причал всегда был открыт для всех"),
        ("uk", "Цей причал завжди був відкритий для всіх"),
        ("fa", "این اسکله همیشه باز بود برای همه"),
    ],
)
def test_words_for_everybody_end_a_sentence(code, said):
    assert not cut_end(said, code)


KOREAN = "오늘 아침 항구에는 안개가 짙게 끼었고 배는 한 척도 나가지 못했다. 어부들은 부두에 앉아 그물을 손질했다."


@pytest.mark.parametrize(
    "sentence",
    [
        '김철수 씨는 "{}"라고 말했다.',
        "“{}”며 김 씨는 한숨을 쉬었다.",
        "김 씨는 '{}'라고 덧붙였다.",
        '"{}" 라고 김 씨는 말했다.',
        '"{}," 김 씨가 설명했다.',
    ],
)
def test_korean_speech_is_read_with_the_particle_behind_it(sentence):
    cut = sentence.format("그 다리는 오래전부터 위험했고 시의회가 예산을")
    assert "cut-quotation" in rules_of(f"{KOREAN}\n\n{cut}")
    whole = sentence.format("그 다리는 오래전부터 위험했고 예산이 없습니다")
    assert "cut-quotation" not in rules_of(f"{KOREAN}\n\n{whole}")


def test_a_korean_phrase_set_into_a_sentence_may_end_on_anything():
    said = "시장은 “아이들이 마음 놓고 뛰노는” 공원을 만들겠다고 말했다."
    assert "cut-quotation" not in rules_of(f"{KOREAN}\n\n{said}")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("zh", "我们觉得这样要方便一些"),
        ("zh", "要修的不仅是桥，还有这些"),
        ("zh", "旧的栏杆早就被人删除了"),
        ("ja", "それは町の条例の定義による"),
        ("ja", "ここでは潮の変わり目を時という"),
        ("ko", "우리는 아직도 그 작은 마을"),
    ],
)
def test_what_sentences_of_manuals_end_on_is_no_cut(code, said):
    assert not cut_end(said, code)

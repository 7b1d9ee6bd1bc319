"""Faults that need no language are found in every script; honest text in them stays silent."""

# ruff: noqa: E501 - wide letters count twice

import pytest

import auditor
from auditor.model.scripts import is_unspaced

PARAGRAPHS = {
    "zh": "镇议会周一晚上决定再保留旧渡船两个冬天，因为对岸的居民每天早晨都要乘它去医院和学校，而新桥的钱还没有着落，船长说他会等。",
    "ja": "町議会は月曜日の夜、対岸の住民が毎朝病院や学校へ通うために古い渡し船をあと二冬残すことを決め、船長は橋の費用が集まるまで待つと話した。",
    "th": "สภาเมืองมีมติเมื่อคืนวันจันทร์ให้เก็บเรือข้ามฟากลำเก่าไว้อีกสองฤดูหนาวเพราะชาวบ้านฝั่งตรงข้ามต้องใช้ไปโรงพยาบาลทุกเช้า",
    "hi": "नगर परिषद ने सोमवार रात तय किया कि पुरानी नाव दो और सर्दियों तक चलेगी क्योंकि उस पार के लोग रोज़ सुबह उसी से अस्पताल और विद्यालय जाते हैं।",
    "ar": "قرر مجلس البلدة مساء الاثنين إبقاء العبارة القديمة شتاءين آخرين لأن سكان الضفة الأخرى يذهبون بها كل صباح إلى المستشفى وإلى المدرسة القريبة.",
}
OTHERS = {
    "zh": ("渔民们笑了。", "码头很安静。", "雨下了一整夜。"),
    "ja": ("漁師は笑った。", "港は静かだった。", "雨が一晩中降った。"),
    "th": ("ชาวประมงหัวเราะ", "ท่าเรือเงียบมาก", "ฝนตกทั้งคืน"),
    "hi": ("मछुआरे हँसे।", "घाट शांत था।", "रात भर बारिश हुई।"),
    "ar": ("ضحك الصيادون.", "كان الميناء هادئا.", "هطل المطر طوال الليل."),
}


def rules_of(text: str) -> set[str]:
    return {finding.rule for finding in auditor.audit(text, format="text", zone=auditor.Zone.BODY).findings}


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_a_doubled_paragraph_is_found(code):
    paragraph, others = PARAGRAPHS[code], OTHERS[code]
    assert "doubled-paragraph" in rules_of("\n\n".join((others[0], paragraph, others[1], paragraph)))
    assert "doubled-paragraph" not in rules_of("\n\n".join((others[0], paragraph, *others[1:])))


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_a_repeated_sentence_is_found(code):
    sentence = PARAGRAPHS[code]
    assert "repeated-sentence" in rules_of("\n\n".join(f"{other} {sentence}" for other in OTHERS[code]))


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("市长说：“{}”", "这座港口是我们镇的心脏，我们不会让它关门"),
        ("船長は「{}」と話した。", "この港は町の心であり私たちは決して閉めない"),
        ("قال رئيس البلدية: «{}».", "هذا الميناء هو قلب بلدتنا ولن نغلقه أبدا"),
        ('נאמר שם: "{}", אמר ראש העיר.', "הנמל הזה הוא הלב של העיירה ולא נסגור אותו"),
        ("महापौर ने कहा, “{}।”", "यह बंदरगाह हमारे नगर का दिल है और बंद नहीं होगा"),
    ],
)
def test_a_reused_quotation_is_found_without_capitals(frame, said):
    use = frame.format(said)
    text = "\n\n".join(
        f"{use} {filler}" for filler in ("1921 1922 1923 1924 1925 1926 1927 1928 1929 1930 1931 1932",) * 3
    )
    assert "reused-quotation" in rules_of(text)


def test_a_title_without_capitals_may_return():
    named = "图书馆里有《{0}》也有「{0}」这本书。".format("港口与城市的漫长历史以及它的人民")
    assert "reused-quotation" not in rules_of("\n\n".join((named,) * 3))


def test_hangul_has_blanks():
    assert not is_unspaced("여객선은 정오부터 부두에 있다")
    assert all(map(is_unspaced, ("渡船", "ふね", "เรือ")))

"""Straight quotation marks where no blank follows them, or stands before them."""

import pytest

import auditor
from auditor.text.quotations import quotations


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('군수는 어제 "내년부터 시장을 열겠다"라고 말했다.', ["내년부터 시장을 열겠다"]),
        ('镇长说"我们明年开市"他还说"不会推迟"。', ["我们明年开市", "不会推迟"]),
        ('"Kaynak Metin"e göre köprü kapandı.', ["Kaynak Metin"]),
        ('The 27" screen and the 32" one "are fine", he said.', ["are fine"]),
    ],
)
def test_particles_and_letters_without_blanks_touch_the_marks(text, said):
    assert [quotation.text for quotation in quotations(auditor.parse(text, format="text").blocks)] == said

"""Every rule costs time in proportion to the text, whatever the text is."""

import gc
import time

import pytest

from auditor.model import Format
from auditor.parsing import read
from auditor.rulebook import default_rules
from auditor.signals import Signals

UNIT = " ".join(f"{letter}oat" for letter in "abcdefghijklmnoprstuvwz")
PIECES = {
    "accents": "ä",
    "quotation marks": "“ ” \" ' ",
    "brackets": "[Insert name] {{ name }} {a|b} <",
    "recurring": f"{UNIT} then. ",
    "lists": "best boat, best boat hire, best boats, ",
    "speakers": "“The lamp is lit by” said Ann Lund. Source 1 says that. ",
    "leftovers": "As an AI language model, I cannot write the article. Tone: friendly\n\n",
    "filler": "lorem ipsum dolor sit amet ",
    "dates": "On Monday, 31 September 2021 we met 945 of the 812 people. ",
    "capitals": "FooBarBazQux AB Ann Lund ",
    "broken letters": "Ã© Â â€™ рд╕ 縺ｯ縺ｪ ",
    "addresses": "https://example.com/{slug}?a=b a.b@c.org ISBN 978-3-16-148410-0 [1] ",
    "disguises": "a\u200bb\u00adc аbс е́ ",
    "read also": "Read also: The new bridge over the river opened. ",
    "nobody": 'An expert in the relevant field called the lamp "a wonder of the age".\n\n',
    "labels and quotations": 'The Context makes clear that "it is so," said Chef Placeholder. The Input adds that. ',
    "remarks": "The tone has been kept warm, as you asked, and the draft was shortened to 600 words for you. ",
    "German remarks": "Der Ton wurde wie gewünscht warm gehalten, und der Text ist auf 600 Wörter gekürzt. ",
    "Japanese remarks": "ご要望のとおり、文章の調子を柔らかく整えました。[名前]さんは「そうです」と述べた。",
    "holes": "known for , the [NAME] of ___ and XX per cent of N/A, said null on TBD. ",
    "Thai": "กขคฆง",
    "other scripts": "यह नाव पुरानी है। 港口委员会开会讨论。 السفينة قديمة. ",
}
SIZE = 8_000
MOST = 8  # times the time for four times the text; what is quadratic needs sixteen
SLACK = 0.15  # seconds, for a machine that has other things to do


def cost(text):
    document = read(text, format=Format.TEXT)
    rules = default_rules()
    signals = Signals(document, stale=(), wordings=rules.wordings)
    spent = {}
    gc.collect()  # what others left on the heap is not the rule's cost
    gc.disable()
    for rule in rules.rules:
        blocks = signals.blocks_in(rule.zones)
        begun = time.process_time()
        if blocks or not rule.zones:
            list(rule.detect(blocks, signals))
        spent[rule.id] = time.process_time() - begun
    gc.enable()
    return spent


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_no_sixteen_times_the_time(piece):
    text = PIECES[piece]
    cost(text)  # what is compiled when first asked for
    small, large = (cost("The quay\n\n" + text * (size // len(text))) for size in (SIZE, 4 * SIZE))
    assert {rule for rule in large if large[rule] > MOST * small[rule] + SLACK} == set()

"""Lists of sentences of which none has to do with another."""

import auditor

SENTENCES = """Ada sold her boat to a stranger
Nobody told Bram about the soup
Cleo is afraid of heights
Dov left the window open again
Edda whistles while she works
Finn cannot stand opera
Why does Gerda laugh
Hugo broke his left arm
Irma paid for everyone
Jonas never learned to swim
Kasia has three cousins
Lennart missed the train
Mo painted the fence green
Nils forgot his umbrella
Olga speaks slowly
Pia lost the key""".split("\n")


def found(sentences: list[str]) -> tuple[auditor.Finding, ...]:
    rules = auditor.load_rules(select=["unconnected-sentences"])
    return auditor.audit(". ".join(sentences), format="text", rules=rules).findings


def test_fifteen_of_them_are_needed():
    (finding,) = found(SENTENCES)
    assert finding.facts["names"] >= 15
    assert not found(SENTENCES[:13])


def test_somebody_who_returns_connects_them():
    assert not found([one.replace("her boat", "Pia's key").replace("soup", "window") for one in SENTENCES[:8]] * 2)
    same = [one.replace(one.split()[0], "Ada") if n % 2 else one for n, one in enumerate(SENTENCES)]
    assert not found(same)


def test_figures_are_of_diaries_and_small_ads():
    assert not found([*SENTENCES[:-2], "Olga rises at 7", "Pia sells 2 keys"])

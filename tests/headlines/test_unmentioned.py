"""Headlines whose words are not in the text, in other languages than English."""

import auditor

GERMAN = """\
Der Wärter steigt jeden Abend neunzig Stufen hinauf, putzt das Glas und schreibt die Stunde in ein Buch, das sein Vater
begonnen hat. Im Winter rüttelt der Wind am Turm, und das Öl muss neben dem Ofen warm werden, ehe es brennt.

Schiffe kommen selten. Wenn eines vorbeifährt, hebt er die Mütze, obwohl es dort niemand sehen kann, und merkt sich
seinen Namen. Mehr wird nicht von ihm verlangt, sagt er, und mehr gäbe er auch nicht her.
"""


def test_a_headline_of_another_text_is_an_error():
    report = auditor.audit(f"Supermarkt ruft tiefgekühlte Pizzen zurück\n\n{GERMAN}", format="text")
    (finding,) = [f for f in report.findings if f.rule == "unmentioned-headline"]
    assert finding.severity == "error"


def test_where_no_blanks_divide_words_it_is_a_warning():
    text = (
        "水車通りのパン屋は百年前から同じライ麦パンを焼いている。店主は朝の三時に生地をこね、最初の客が来るまで寝かせておく。"
        * 3
    )
    findings = auditor.audit(f"火山灰で航空便が迂回を迫られる\n\n{text}", format="text").findings
    assert [f.severity for f in findings if f.rule.startswith("unmentioned-headline")] == ["warning"]

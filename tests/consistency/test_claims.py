"""A thing and its opposite: only where both are said of one event, person or place."""

import pytest

import auditor

RULES = auditor.load_rules(select=["contradicting-claims"])


def claims(text: str) -> list[tuple[object, object]]:
    told = f"The harbour is where they meet when the boats come in.\n\n{text}"
    return [(f.facts["one"], f.facts["other"]) for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell, and nobody was hurt. Two were rushed to hospital.", ("nobody was hurt", "were rushed to hospital")),
        ("It was backed unanimously. It is of oak. Five abstained.", ("backed unanimously", "Five abstained")),
        ("Rovers rescued a draw. They rest now, buoyed by a 2-1 win.", ("rescued a draw", "2-1 win")),
        ("Tom Hale, who was sentenced in May, will learn his sentence then.", ("was sentenced", "learn his sentence")),
        ("Ida Roy never married. It rained. She mourns her husband.", ("never married", "her husband")),
        ("Ida Roy was an only child. It rained. She called her brother.", ("was an only child", "her brother")),
        ("The hide is open daily. It is shut on Mondays.", ("open daily", "shut on Mondays")),
        ("Admission is free. There is soup. Admission costs £4.", ("Admission is free", "Admission costs £4")),
    ],
)  # fmt: skip
def test_a_thing_and_its_opposite(text, found):
    assert claims(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "It burned down, and nobody was hurt. It rained. Two were taken to hospital last week.",
        "It burned down, and nobody else was hurt. Two were taken to hospital.",
        "Nobody was seriously hurt. Two were taken to hospital.",
        "In Brae nobody was hurt. In Aske two were taken to hospital.",
        "Nobody was hurt, he said. “Two were taken to hospital,” she said.",
        "Nobody was hurt. Two were taken to hospital. Correction: it was one.",
        "It was backed unanimously. Another motion was passed by 21 votes to 14.",
        "Rovers rescued a draw. They had a 2-1 win over Brigg.",
        "Tom Hale was sentenced on Monday. Neil Marsh will be sentenced in May.",
        "Ida Roy never married. Her sister mourns her husband.",
        "Ida Roy was an only child. Ann Marsh came by. She called her brother.",
        "The hide is open daily, and the café closed on Mondays.",
        "The hide is open daily. The café of Brae is closed on Mondays in winter.",
        "The park is open daily. The café is closed on Mondays. Nobody was hurt. A dog was injured.",
        "Entry to the park is free. Entry to the house costs £4. Friday is sold out. Tickets are available for May.",
        "Admission is free for children. Admission costs £4.",
    ],
)
def test_what_can_both_be_true(text):
    assert not claims(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dort wurde niemand verletzt. Zwei Männer wurden ins Krankenhaus gebracht.", 1),
        ("Das Museum am Hafen ist täglich geöffnet. Das Museum ist montags geschlossen.", 1),
        ("Das Museum am Hafen ist täglich geöffnet. Das Museum ist im Winter montags geschlossen.", 0),
        ("El consejo aprobó el plan por unanimidad. Cinco concejales votaron en contra.", 1),
        ("Ella nunca se casó. Su hermana llora a su marido.", 0),
        ("La salle est ouverte tous les jours. Elle est fermée le lundi.", 1),
    ],
)
def test_other_languages(text, found):
    openings = {
        "D": "Die Leute am Hafen sind müde, und die Boote liegen im Schlamm.",
        "E": "El puerto es de los vecinos y el plan gusta a todos.",
        "L": "Le port est aux gens du village et les bateaux partent.",
    }
    assert len(auditor.audit(f"{openings[text[0]]} {text}", format="text", rules=RULES).findings) == found

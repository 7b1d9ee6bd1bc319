"""Filler in the article: what it is made of does not matter, what it does there does."""

import pytest

import auditor

RULES = auditor.load_rules(select=["filler-text", "filler-page"])
HONEST = (
    "The ferry takes forty people and a dog. It leaves at noon, comes back at six, and stops at the island where the "
    "bakery opens only when the boat is in. Tickets are sold on board, and children travel free of charge on Sundays. "
    "The harbour master keeps two lists of passengers, which have agreed on all but three days since the spring."
)
LATIN = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore."


def audit(*paragraphs: str, title: str = "Two lists and a boat") -> "auditor.Report":
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return auditor.audit(f"<title>{title}</title><article><h1>{title}</h1>{body}</article>", format="html", rules=RULES)


@pytest.mark.parametrize(
    "filler",
    [
        LATIN,
        "Vestibulum ante ipsum primis in faucibus orci luctus et ultrices posuere cubilia curae.",
        "Dolorem voluptatem ipsum quia. Et quos sint harum nesciunt. Optio ducimus natus quo velit aut.",
        "Bacon ipsum dolor amet brisket shank, with a short loin and a jowl that nobody ordered.",
        "Insert headline here",
        "Your text goes here.",
        "Type your description here",
        "Double click to edit this text",
        "This is just a placeholder text. Replace it with your own words.",
        "Far far away, behind the word mountains, far from the countries",
        "Weit hinten, hinter den Wortbergen, fern der Länder Vokalien und Konsonantien",
        "Hier klicken, um den Text zu bearbeiten",
        "Texto de ejemplo: este es un texto de relleno",
        "Cliquez ici pour modifier le texte",
        "Clique aqui para editar o texto",
        "Inserisci qui il testo",
        "Dit is een voorbeeldtekst",
        "Ini adalah teks contoh",
        "Далеко-далеко за словесными горами в стране гласных",
        "Λορεμ ιπσυμ δολορ σιτ αμετ",
        "هذا النص هو مثال لنص يمكن أن يستبدل في نفس المساحة",
        "这是一段示例文字",
        "この文章はダミーです。",
        "asdf jkl asdfg",
        "test test test",
    ],
)
def test_one_passage_of_filler_is_an_error(filler):
    found = audit(HONEST, filler, HONEST).findings
    assert [(f.rule, f.severity) for f in found] == [("filler-text", "error")]


def test_an_article_of_filler_is_rejected():
    report = audit(LATIN, LATIN, LATIN)
    assert report.verdict == "reject"
    assert [f.rule for f in report.findings] == ["filler-page"]
    assert 1 + len(report.findings[0].related) == 3


def test_the_first_post_of_a_new_site_is_rejected():
    text = "Welcome to your new site. This is your first post. Edit or delete it, then start writing!"
    assert audit(text, title="Hello world!").verdict == "reject"


@pytest.mark.parametrize(
    "paragraph",
    [
        "The tourist who reads “Lorem ipsum dolor sit amet” on a menu has been given the designer's copy.",
        "Her motto is in dubio pro reo, and in vino veritas is his.",
        "You can paste the text here or there, said the clerk, as long as it is in the right drawer.",
        "Click on the button to add the boat to your list. The text here is the one that the harbour approved.",
        "Arma virumque cano, Troiae qui primus ab oris Italiam, fato profugus, Laviniaque venit litora.",
        "Pater noster, qui es in caelis, sanctificetur nomen tuum, adveniat regnum tuum, fiat voluntas tua.",
        "Quousque tandem abutere, Catilina, patientia nostra? Quam diu etiam furor iste tuus nos eludet?",
        "The test of a test is whether the test fails. Text follows text in this column of mine.",
        "Type A pipes go here, type B pipes go there, and the caption tells you which is which.",
        "Your content matters more than your design, as every editor of the paper will tell you.",
        "This is a paragraph about nothing in particular, and the harbour master likes it that way.",
        "Willkommen bei der Hafenverwaltung. Der Text folgt dem Beschluss vom März.",
        "Este es un texto de ley que nadie ha leído en el puerto.",
        "Ceci est un texte de loi, et personne au port ne l'a lu.",
        "Questo è un testo unico in materia di porti e di barche.",
        "Tell your customers about the boat before it sails, not after.",
        "La la land was shown on the quay, with bread and fish for all who came in time.",
        "Edit the list, then start the boat. Delete nothing that you did not write yourself.",
        "The Lorem family has kept the lighthouse for ninety years, and Ipsum is their dog.",
        "Sed festina lente: the boat will not sail faster because somebody shouts in Latin at noon.",
    ],
)
def test_honest_text_is_no_filler(paragraph):
    assert audit(HONEST, paragraph, HONEST).findings == ()


@pytest.mark.parametrize("title", ["What lorem ipsum is for", "A history of filler text", "Placeholders, explained"])
def test_a_text_about_filler_may_show_it(title):
    assert audit(HONEST, LATIN, title=title).findings == ()


def test_real_latin_is_no_filler():
    cicero = "Neque porro quisquam est, qui dolorem ipsum quia dolor sit amet, consectetur, adipisci velit."
    rest = (
        "Quousque tandem abutere, Catilina, patientia nostra? Quam diu etiam furor iste tuus eludet nostram civitatem?",
        "Nihilne te nocturnum praesidium Palatii, nihil urbis vigiliae, nihil timor populi moverunt, Catilina?",
    )
    assert audit(*rest, cicero, title="De Catilina").findings == ()

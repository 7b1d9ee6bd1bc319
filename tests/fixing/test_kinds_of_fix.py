"""Each kind of fix: what it does to a source, and what it leaves alone."""

import pytest

import auditor
from auditor.examples import unmark
from auditor.fixing import kinds
from auditor.fixing.applying import applied, chosen, mended
from auditor.model import Exemptions, Fixing, Safety
from auditor.rulebook import card_files, default_rules, read_card, rules_folder

CARDS = {path.stem: read_card(path) for path in card_files((rules_folder(),))}
MENDING = {name: card for name, card in CARDS.items() if card.fixing.how}
PARAGRAPH = (
    "The ferry will not sail before the harbour office has counted every passenger twice, "
    "the mayor said on Monday in the old chapel."
)
RULES = default_rules()


def audits(source, **given):
    return auditor.audit(source, rules=RULES, reveal_private=True, exemptions=Exemptions(inline=True), **given)


def fixed(source, *, unsafe=False, **given):
    return mended(source, lambda text: audits(text, **given), unsafe=unsafe).text


def test_every_kind_is_used_by_a_card_and_every_card_names_one_that_is_there():
    assert {card.fixing.how for card in MENDING.values()} == set(kinds())


def test_cards_say_why_they_are_mended_or_only_shown():
    unsaid = [name for name, card in CARDS.items() if card.fixing.why == Fixing().why]
    assert len(unsaid) < len(CARDS) / 10
    assert not set(unsaid) & set(MENDING)
    assert all((card.fixing.safety is Safety.SHOWN) == (not card.fixing.how) for card in CARDS.values())


@pytest.mark.parametrize("name", MENDING)
def test_some_example_of_a_card_is_mended_as_a_whole(name):
    card = MENDING[name]
    left = []
    for given in card.bad:
        source = given if isinstance(given, str) else given.source
        read = {"format": "text", "zone": card.zones[0].value}
        if not isinstance(given, str):
            read = {"format": given.format.value, "zone": given.zone and given.zone.value, "url": given.url}
        text = fixed(unmark(source)[0], unsafe=card.fixing.safety is Safety.UNSAFE, **read)
        left.append(any(finding.rule == name for finding in audits(text, **read).findings))
    assert not all(left)


@pytest.mark.parametrize(
    ("written", "wanted", "form"),
    [
        ("<p>Fish &amp;amp; chips</p>", "<p>Fish &amp; chips</p>", "html"),
        ("<p>caf&amp;amp;eacute; &amp;#8217;</p>", "<p>caf&eacute; &#8217;</p>", "html"),
        ("<p>a &#38;lt;b&amp;gt; c</p>", "<p>a &lt;b&gt; c</p>", "html"),
        ("The caf&eacute; didn&apos;t.", "The café didn't.", "text"),
        ("A har\u200bbour, a fer\u2060ry, gno\u200dmes\ufeffin.", "A harbour, a ferry, gnomesin.", "text"),
        (
            "<p>A har&#8203;bour, a fer&#x200b;ry, gno&zwnj;mes.</p>",
            "<p>A harbour, a ferry, gnomes.</p>",
            "html",
        ),
        ("The mayorâ€™s Ã©clair at 3 Â£.", "The mayor’s éclair at 3 £.", "text"),
        ("<p>The mayor&acirc;&euro;&trade;s Ã&nbsp;l'est</p>", "<p>The mayor’s àl'est</p>", "html"),
        ("<p>The mayor&acirc;&euro;&trade;s list</p>", "<p>The mayor&#8217;s list</p>", "html"),
        ("A cafÃƒÂ© and Ã¢â‚¬Å“lists Ã©.", "A café and “lists é.", "text"),
        ("Паром РїРѕР№РґС‘С‚ в мае.", "Паром пойдёт в мае.", "text"),
        ("Паром ╨┐╨╛╨╣╨┤╤С╤В в мае.", "Паром пойдёт в мае.", "text"),
        ("この船は縺ｯ縺ｪという名前で、毎日正午に港を出る。", "この船ははなという名前で、毎日正午に港を出る。", "text"),
    ],
)
def test_characters_become_what_they_were(written, wanted, form):
    assert fixed(written, format=form) == wanted


@pytest.mark.parametrize(
    "source",
    [
        "The keeperï¿½s list hangs in the office, and the mayorâ€s too.",  # a byte is lost
        "A har\u202ebour and a fer\u202ery with gno\u202emes.",  # reads otherwise without them
        "Heute Ïàðîìì ïîéä¸ò çàâòðà im Hafen.",  # any bytes are Windows-1251
        "The bridge is old. <|endoftext|> [/INST]",
        "The bridge is old.[^1_2] See [page:4].",
    ],
)
def test_what_cannot_be_known_stays(source):
    assert audits(source, format="text").findings
    assert fixed(source, format="text") == source


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("[a](https://f.test/?utm_source=chatgpt.com)", "[a](https://f.test/)"),
        ("[a](https://f.test/?x=1&utm_source=chatgpt.com&y=2#f)", "[a](https://f.test/?x=1&y=2#f)"),
        ("[**a**](<https://f.test/?utm_source=chatgpt.com&y=2> 'T')", "[**a**](<https://f.test/?y=2> 'T')"),
        ("[a][1].\n\n[1]: https://f.test/?utm_source=chatgpt.com 'T'", "[a][1].\n\n[1]: https://f.test/ 'T'"),
        ("[a].\n\n[A]: https://f.test/?utm_source=chatgpt.com", "[a].\n\n[A]: https://f.test/"),
        ("See https://f.test/l?utm_source=chatgpt.com. It", "See https://f.test/l. It"),
        ("See <https://f.test/l?utm_source=openai>.", "See <https://f.test/l>."),
    ],
)
def test_parameters_of_chat_tools_leave_addresses_in_markdown(written, wanted):
    opening = "The ferry sails at noon in every month of the year. The list hangs here: "
    assert fixed(opening + written, format="markdown") == opening + wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("?utm_source=chatgpt.com&amp;y=2", "?y=2"),
        ("?x=1&amp;utm_source=chatgpt.com", "?x=1"),
        ("?x=1&#38;utm_source=chatgpt.com%2Fa&amp;y=2#f", "?x=1&amp;y=2#f"),
    ],
)
def test_parameters_of_chat_tools_leave_addresses_in_html(written, wanted):
    links = "<a class=x href='https://f.test/{}'>list</a> is <a href='https://g.test/?s=chatgpt'>b</a>"
    page = f"<h1>Ferry</h1><p>The {links}</p>"
    assert fixed(page.format(written), format="html") == page.format(wanted)


def test_marks_of_citations_go_with_their_blank():
    source = (
        "The bridge is old 【4†source】. Herring recovered turn0search4turn0news1 after\n"
        "the ban :contentReference[oaicite:2]{index=2}\nin May[web:4][web:9]."
    )
    assert fixed(source, format="text") == "The bridge is old. Herring recovered after\nthe ban\nin May."


def test_the_name_of_a_cited_source_stays():
    source = "A third lives in the capital. [oai_citation:0‡Office of Lists](https://lists.test/a.pdf)"
    assert "[Office of Lists](https://lists.test/a.pdf)" in fixed(source, format="markdown")


def test_suppressions_that_hide_nothing_go():
    source = "# Tides\n\n<!-- auditor: ignore mojibake -- scanned -->\n\nThe tables hang in the office.\n"
    assert fixed(source, format="markdown") == "# Tides\n\nThe tables hang in the office.\n"


def test_of_a_suppression_the_rules_that_hide_something_stay():
    source = "# Tides\n\n<!-- auditor: ignore {} until 2999-01-01 -- the form -->\n\nTODO: the tables.\n"
    assert fixed(source.format("mojibake, todo-mark"), format="markdown") == source.format("todo-mark")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("auditor:\n  ignore:\n    mojibake: scanned\n", ""),
        (
            "auditor:\n  ignore:\n    mojibake:\n      reason: scanned\n      until: 2999-01-01\ndraft: no\n",
            "draft: no\n",
        ),
        (
            "auditor:\n  ignore:\n    mojibake: scanned\n    todo-mark: the form\n",
            "auditor:\n  ignore:\n    todo-mark: the form\n",
        ),
        ("auditor: {ignore: {mojibake: scanned}}\n", "auditor: {ignore: {mojibake: scanned}}\n"),
    ],
)
def test_keys_of_front_matter_that_hide_nothing_go(written, wanted):
    source = "---\ntitle: Tides\n{}---\n\nTODO: the tables hang in the office.\n"
    assert fixed(source.format(written), format="markdown") == source.format(wanted)


def test_a_suppression_without_a_reason_or_of_no_rule_stays():
    source = "# Tides\n\n<!-- auditor: ignore mojibake -->\n<!-- auditor: ignore mojibaken -- why -->\n\nThe tables.\n"
    assert fixed(source, format="markdown") == source


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_a_doubled_paragraph_goes_with_its_lines(ends, form):
    source = ends.join(["Ferry", "", PARAGRAPH, "", "Nobody asked why.", "", PARAGRAPH, "", "It sails.", ""])
    wanted = ends.join(["Ferry", "", PARAGRAPH, "", "Nobody asked why.", "", "It sails.", ""])
    assert fixed(source, format=form) == source
    assert fixed(source, format=form, unsafe=True) == wanted


def test_a_doubled_paragraph_of_other_words_or_links_stays():
    one, other = (PARAGRAPH.replace("mayor", f"[mayor](https://{site}.test/)") for site in "mn")
    source = f"# Ferry\n\n{one}\n\nNobody asked why.\n\n{other}\n\n{PARAGRAPH.upper()}\n"
    assert fixed(source, format="markdown", unsafe=True) == source


def test_a_doubled_paragraph_of_html_goes_with_its_tags():
    head = f"<article><h1>Ferry</h1>\n<p>{PARAGRAPH}</p>\n<p>Nobody asked why.</p>\n"
    tail = "<p>It sails.</p></article>"
    copy = f"<p class='a'><b>{PARAGRAPH}</b></p>\n"
    assert fixed(head + copy + tail, format="html", unsafe=True) == head + tail


def test_lines_of_the_page_go_where_they_stand_alone():
    source = "The ferry sails.\n\nAdvertisement\n\nThe keeper counted. Sign up for our weekly harbour newsletter.\n"
    wanted = "The ferry sails.\n\nThe keeper counted. Sign up for our weekly harbour newsletter.\n"
    assert fixed(source, format="text", unsafe=True) == wanted


def test_profiles_lose_empty_labels_and_what_is_private():
    source = (
        "The ferry sails.\n\nAbout the author\n\nName: Nora Feld\n\nFacebook:\n\nInstagram:\n\n{}: {}\n\nPhone: {}\n"
    )
    found = fixed(source.format("Birthdate", "1981-03-14", "206-684-4075"), format="text", unsafe=True)
    assert "Facebook" not in found
    assert "Birthdate: 1•••-••-••\n\nPhone: 2••-•••-••••" in found


def test_of_a_doubled_headline_the_link_stays():
    lines = "Harbour bridge to close for two years", "Rowers bring the northern trophy home"
    items = "".join(f"<li>{line}</li><li><a href='/{i}'>{line}</a></li>" for i, line in enumerate(lines))
    page = f"<h1>Ferry</h1><p>{PARAGRAPH}</p><aside class='related'><h3>Related articles</h3><ul>{{}}</ul></aside>"
    wanted = "".join(f"<li><a href='/{i}'>{line}</a></li>" for i, line in enumerate(lines))
    assert fixed(page.format(items), format="html", unsafe=True) == page.format(wanted)


def test_marks_of_markdown_become_tags():
    page = "<h1>Oil</h1><p>{}Tip:{} oil it &amp; wait.</p><p>{}How to oil</p><p>Oil {}{}{}</p>"
    marks = "**", "**", "## ", "[", "here", "](https://o.test/?a=1&amp;b=2)"
    tags = "<strong>", "</strong>", "", '<a href="https://o.test/?a=1&amp;b=2">', "here", "</a>"
    assert fixed(page.format(*marks), format="html", unsafe=True) == page.format(*tags)


def test_an_encoding_that_lacks_a_character_takes_a_reference_in_html_and_nothing_in_text():
    source = "The mayorâ€™s list.".encode("cp1252") + b" \xff"
    read = {"charset": "windows-1252"}
    cyrillic = "The boat Ð¢Ð¸Ñ…Ð¸Ð¹ sails.".replace("…", "\x85").encode("latin-1") + b" \xff"
    html = auditor.audit(b"<p>" + cyrillic, format="html", **read)
    assert [fix.replacement for _, fix in chosen(html.findings)] == ["".join(f"&#{ord(c)};" for c in "Тихий")]
    assert not chosen(auditor.audit(cyrillic, format="text", **read).findings)
    assert [fix.replacement for _, fix in chosen(auditor.audit(source, format="text", **read).findings)] == ["’"]


def test_no_fix_prints_private_data():
    source = "The ferry sails.\n\nAbout the author\n\nName: Nora Feld\n\nBirthdate: 1981-03-14\n\nPhone: 206-684-4075\n"
    shown = auditor.audit(source, format="text").to_dict()
    assert "1981" not in str(shown)
    assert "684" not in str(shown)


def test_fixes_are_data_of_the_report():
    report = auditor.audit("The mayorâ€™s list.", format="text")
    finding = next(one for one in report.findings if one.rule == "mojibake")
    (fix,) = finding.fixes
    assert (fix.offset, fix.length, fix.replacement, fix.safe) == (9, 3, "’", True)
    assert (fix.line, fix.column, fix.end_line, fix.end_column) == (1, 10, 1, 13)
    assert fix.place == finding.places[0]
    assert applied("The mayorâ€™s list.", [fix]) == "The mayor’s list."

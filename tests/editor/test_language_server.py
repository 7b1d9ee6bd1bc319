"""What an editor is told, shown and offered by `auditor lsp`."""

import asyncio
import tomllib

import pytest
from lsprotocol import types as lsp
from real_editor import PATIENCE

DRAFT = """# The mill opens its doors again

The mill on the Ems was closed for eleven years. Its wheel turns again since Sunday.

The council paid for the roof. {{city_name}} paid for the wheel, which was made in Emden.
"""
LINE, START, END = 4, 31, 44  # of the variable


def codes(found):
    return [one.code for one in found]


def test_findings_stand_where_they_are_and_go_when_they_are_mended(editing):
    async def act(editor):
        first = await editor.opened("mill.md", DRAFT)
        editor.type("mill.md", DRAFT.replace("{{city_name}}", "Leer"), 2)
        return first, await editor.found(2)

    first, second = editing(act)
    one = next(one for one in first if one.code == "unrendered-template")
    assert one.range == lsp.Range(lsp.Position(LINE, START), lsp.Position(LINE, END))
    assert one.source == "auditor"
    assert one.severity is lsp.DiagnosticSeverity.Error
    assert "unrendered-template" not in codes(second)


def test_columns_are_those_of_the_editor(editing):
    """Editors count units of UTF-16 unless they say otherwise, and end no line at U+2028."""
    text = DRAFT.replace("The council", "The 🏛🏛 council\u2028")

    async def act(editor):
        return await editor.opened("mill.md", text)

    found = next(one for one in editing(act) if one.code == "unrendered-template")
    before = text.split("\n")[LINE].partition("{{")[0]
    assert found.range.start == lsp.Position(LINE, len(before.encode("utf-16-le")) // 2)


def test_three_formats_are_read_and_others_are_not(editing):
    async def act(editor):
        html = await editor.opened("mill.html", "<h1>The mill</h1><p>{{city_name}} paid for the wheel.</p>", "html")
        text = await editor.opened("mill.txt", "The mill\n\n{{city_name}} paid for the wheel.", "plaintext")
        item = lsp.TextDocumentItem(editor.uri("mill.py"), "python", 1, DRAFT)
        editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        unsaved = await editor.opened("untitled:Untitled-1", DRAFT)
        return html, text, unsaved  # of the program nothing is published between the others

    assert all("unrendered-template" in codes(found) for found in editing(act))


def test_hover_shows_the_card(editing):
    async def act(editor):
        await editor.opened("mill.md", DRAFT)
        there = await editor.hover("mill.md", lsp.Position(LINE, START + 3))
        return there, await editor.hover("mill.md", lsp.Position(2, 3))

    there, elsewhere = editing(act)
    assert "`unrendered-template` · template · error" in there
    assert "**What to do**" in there
    assert elsewhere == ""


def test_a_suppression_is_written_with_its_reason(editing, tmp_path):
    async def act(editor):
        found = await editor.opened("mill.md", DRAFT)
        one = next(one for one in found if one.code == "unrendered-template")
        (action,) = [a for a in await editor.actions("mill.md", one) if a.title.startswith("Suppress unrendered")]
        written = await editor.run(action.command, "The town is filled in by the printer.")
        return written, await editor.found(1)

    written, left = editing(act)
    assert written == str(tmp_path / "auditor.toml")
    (entry,) = tomllib.loads((tmp_path / "auditor.toml").read_text("utf-8"))["suppress"]
    assert entry["reason"] == "The town is filled in by the printer."
    assert (entry["rules"], entry["paths"]) == (["unrendered-template"], ["/mill.md"])
    assert "unrendered-template" not in codes(left)


def test_an_editor_that_cannot_ask_for_a_sentence_offers_some(editing, tmp_path):
    async def act(editor):
        editor.answer = "A false alarm."
        found = await editor.opened("mill.md", DRAFT)
        action = (await editor.actions("mill.md", found[0]))[-1]
        await editor.run(action.command)
        return editor.asked

    assert "A false alarm." in editing(act)
    assert 'reason = "A false alarm."' in (tmp_path / "auditor.toml").read_text("utf-8")


def test_no_answer_suppresses_nothing(editing, tmp_path):
    async def act(editor):
        found = await editor.opened("mill.md", DRAFT)
        return await editor.run((await editor.actions("mill.md", found[0]))[-1].command)

    assert editing(act) is None
    assert not (tmp_path / "auditor.toml").exists()


def test_settings_count_from_the_moment_they_are_there(editing, tmp_path):
    async def act(editor):
        before = await editor.opened("mill.md", DRAFT)
        (tmp_path / "auditor.toml").write_text('ignore = ["unrendered-template"]\n', "utf-8")
        editor.type("mill.md", DRAFT, 2)
        after = await editor.found(2)
        (tmp_path / "auditor.toml").write_text('ignore = ["no-such-rule-here"]\n', "utf-8")
        editor.type("mill.md", DRAFT, 3)
        await asyncio.wait_for(editor.told.wait(), PATIENCE)
        editor.type("mill.md", DRAFT, 4)
        await editor.hover("mill.md", lsp.Position(0, 0))
        (tmp_path / "auditor.toml").unlink()
        editor.type("mill.md", DRAFT, 5)
        return before, after, await editor.found(5), editor.shown

    before, after, at_last, shown = editing(act)
    assert "unrendered-template" in codes(before)
    assert "unrendered-template" not in codes(after)
    assert "unrendered-template" in codes(at_last)
    assert len(shown) == 1  # a fault is said once, not at every key
    assert "no-such-rule-here" in shown[0]


def test_a_closed_text_has_no_findings(editing):
    async def act(editor):
        await editor.opened("mill.md", DRAFT)
        document = lsp.TextDocumentIdentifier(editor.uri("mill.md"))
        editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(document))
        return await editor.found()

    assert editing(act) == []


def test_text_of_an_article_cannot_write_to_an_editor(editing):
    async def act(editor):
        return await editor.opened("mill.md", DRAFT.replace("{{city_name}}", "{{city\x1b[31m_name}}\x07 {{town}}"))

    assert not any("\x1b" in one.message or "\x07" in one.message for one in editing(act))


def test_what_is_critical_is_suppressed_only_for_a_time(editing, tmp_path):
    async def act(editor):
        text = DRAFT.replace("{{city_name}}", "As an AI language model, I cannot say who")
        found = await editor.opened("mill.md", text)
        critical = next(one for one in found if one.code == "assistant-speaking")
        offered = await editor.actions("mill.md", critical)
        action = next(one for one in reversed(offered) if "assistant-speaking" in one.title)
        await editor.run(action.command, "It is quoted.")

    editing(act)
    (entry,) = tomllib.loads((tmp_path / "auditor.toml").read_text("utf-8"))["suppress"]
    assert entry["until"]


def test_a_quick_fix_holds_the_replacement_only(editing):
    text = "# The café\n\nThe 🏛 cafÃ© by the lock opens at seven, and the cafÃ© in town at eight.\n"

    async def act(editor):
        found = await editor.opened("mill.md", text)
        one = next(one for one in found if one.code == "mojibake")
        return one, [action for action in await editor.actions("mill.md", one) if action.edit]

    found, (action,) = editing(act)
    assert (action.kind, action.is_preferred) == (lsp.CodeActionKind.QuickFix, True)
    assert action.title.startswith("mojibake: ")
    ((_, edits),) = action.edit.changes.items()
    assert {edit.new_text for edit in edits} == {"é"}
    assert edits[0].range.start == lsp.Position(2, len("The 🏛 caf".encode("utf-16-le")) // 2)
    assert edits[0].range.end.character - edits[0].range.start.character == 2
    assert found.range.start.line == 2


def test_what_takes_a_fact_has_no_fix(editing):
    async def act(editor):
        found = await editor.opened("mill.md", DRAFT)
        return [action for one in found for action in await editor.actions("mill.md", one)]

    assert not [action for action in editing(act) if action.edit]


SPOILT = """<html lang=en><head><title>The mill opens</title></head><body><h1>The mill opens</h1>
<p>The caf&amp;eacute; by the mill 🏛 was closed for eleven years&amp;mdash;its wheel turns again.</p>
<p>Its wheel was made in Emden. <a href="https://mill.test/?utm_source=chatgpt.com">Its owners say so.</a></p>
<p>{{city_name}} paid for the wheel.</p></body></html>
"""


def applied(text, action):
    """As an editor does it, from the last edit to the first."""
    ((_, edits),) = action.edit.changes.items()
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]

    def at(position):
        before = lines[position.line].encode("utf-16-le")[: 2 * position.character].decode("utf-16-le")
        return starts[position.line] + len(before)

    for edit in sorted(edits, key=lambda edit: -at(edit.range.start)):
        text = text[: at(edit.range.start)] + edit.new_text + text[at(edit.range.end) :]
    return text


@pytest.mark.parametrize("kind", ["source.fixAll", "source.fixAll.auditor", "source"])
def test_an_editor_that_mends_on_saving_gets_all_that_is_safe(editing, kind):
    async def act(editor):
        await editor.opened("mill.html", SPOILT, "html")
        (action,) = await editor.all_mended("mill.html", kind)
        editor.type("mill.html", applied(SPOILT, action), 2)
        await editor.found(2)
        return action, await editor.all_mended("mill.html", kind)

    action, again = editing(act)
    assert (action.kind, again) == ("source.fixAll.auditor", [])
    rest = (
        SPOILT.replace("&amp;eacute;", "&eacute;")
        .replace("&amp;mdash;", "&mdash;")
        .replace("?utm_source=chatgpt.com", "")
    )
    assert applied(SPOILT, action) == rest


def test_what_uncovers_another_fault_is_one_edit(editing):
    text = SPOILT.replace("&amp;", "&amp;amp;")

    async def act(editor):
        await editor.opened("mill.html", text, "html")
        return await editor.all_mended("mill.html", "source.fixAll")

    (action,) = editing(act)
    assert "caf&eacute; by" in applied(text, action)
    assert "years&mdash;its" in applied(text, action)


def test_who_asks_for_other_actions_gets_none(editing):
    async def act(editor):
        await editor.opened("mill.html", SPOILT, "html")
        return await editor.all_mended("mill.html", "source.organizeImports")

    assert editing(act) == []

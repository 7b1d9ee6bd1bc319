"""The commands, put together."""

from typing import Any

from auditor.cli import (
    agents,
    baseline,
    clean,
    completions,
    config,
    corpus,
    diff,
    editor,
    init,
    languages,
    parse,
    rules,
    writing_rules,
)
from auditor.cli.help import TOOLS, worded
from auditor.cli.shell import shell

_ARTICLES, _RULES, _PROJECTS = "Articles", "Rules", "Settings and pipelines"
_CORPORA = "Many documents"

app = shell()


def _add(name: str, command: Any, said: str, heading: str) -> None:
    app.command(name, short_help=said, rich_help_panel=heading)(command)


_add("parse", parse.parse, "Show how a page is separated into zones.", _ARTICLES)
_add("clean", clean.clean, "Write the article without the rest of its page.", _ARTICLES)
_add("diff", diff.diff, "Say what changed between two versions or two runs.", _ARTICLES)
_add("explain", rules.explain, "Explain rules, or all of a dimension.", _RULES)
_add("languages", languages.languages, "List the languages and what judges them.", _RULES)
_add("init", init.init, "Write settings and a workflow for a pipeline.", _PROJECTS)
_add("completions", completions.completions, "Print what a shell needs to complete lines.", TOOLS)
_add("lsp", editor.lsp, "The language server, for editors.", TOOLS)
_add("mcp", agents.mcp, "The tools of agents.", TOOLS)
for _group, _name, _said, _heading in (
    (rules.app, "rules", "List the rules, check their cards.", _RULES),
    (baseline.app, "baseline", "Keep findings that were there before the gate.", _PROJECTS),
    (config.app, "config", "Show which settings apply.", _PROJECTS),
    (corpus.app, "corpus", "Audit corpora: millions of pages, every one accounted for.", _CORPORA),
):
    app.add_typer(_group, name=_name, short_help=_said, rich_help_panel=_heading)
rules.app.command("new", short_help="Write a card that explains itself.")(writing_rules.new)
rules.app.command("verbs", short_help="List the verbs, with what they take and give.")(writing_rules.list_verbs)
rules.app.command("try", short_help="Show what a card finds on real files.")(writing_rules.try_card)
rules.app.command("measure", short_help="Write the basis of a card from labelled folders.")(writing_rules.measure)
worded(app)

"""The commands, put together."""

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
from auditor.cli.shell import shell

app = shell()
app.command("parse", short_help="Show how a page is separated into zones.")(parse.parse)
app.command("clean", short_help="Write the article without the rest of its page.")(clean.clean)
app.command("completions", short_help="Print what a shell needs to complete lines.")(completions.completions)
app.command("diff", short_help="Say what changed between two versions or two runs.")(diff.diff)
app.command("explain", short_help="Explain a rule.")(rules.explain)
app.command("init", short_help="Write settings and a workflow for a pipeline.")(init.init)
app.command("languages", short_help="List the languages and what judges them.")(languages.languages)
app.command("lsp", short_help="The language server, for editors.")(editor.lsp)
app.command("mcp", short_help="The tools of agents.")(agents.mcp)
app.add_typer(baseline.app, name="baseline", short_help="Keep findings that were there before the gate.")
app.add_typer(config.app, name="config", short_help="Show which settings apply.")
app.add_typer(rules.app, name="rules", short_help="List the rules, check their cards.")
app.add_typer(corpus.app, name="corpus", short_help="Audit corpora: millions of pages, every one accounted for.")
rules.app.command("new", short_help="Write a card that explains itself.")(writing_rules.new)
rules.app.command("verbs", short_help="List the verbs, with what they take and give.")(writing_rules.list_verbs)
rules.app.command("try", short_help="Show what a card finds on real files.")(writing_rules.try_card)
rules.app.command("measure", short_help="Write the basis of a card from labelled folders.")(writing_rules.measure)

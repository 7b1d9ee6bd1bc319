"""The help of commands: in groups, with examples, in words; without rich, whose import costs more than a page."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from auditor.expressions import late

# What follows an option, by the type that it is read as; other texts are called by the last word of their option.
_NUMBERS, _FILES = ("int", "int range", "float", "float range"), ("path",)
_TYPE = late(r" <([\w ]{1,40}|list\[[\w ]{1,40}\]|[\w-]{1,40}(?:\|[\w-]{1,40})+)>$")
_FROM = late(r"; x>=([\d.]+)")
TOOLS = "For other programs"
_EXAMPLES = {
    "auditor parse": "auditor parse article.html --explain, auditor parse article.html --format markdown",
    "auditor clean": "auditor clean article.html, auditor clean article.html --format markdown -o article.md",
    "auditor diff": "auditor diff old.md new.md, git show HEAD:post.md | auditor diff - post.md",
    "auditor explain": "auditor explain pseudo-source, auditor explain mojibake authorship",
    "auditor init": "auditor init, auditor init --ci github --install article-auditor==1.2",
    "auditor languages": "auditor languages",
    "auditor baseline create": "auditor baseline create content/",
    "auditor baseline update": "auditor baseline update content/ --add-new",
    "auditor baseline prune": "auditor baseline prune content/",
    "auditor config show": "auditor config show, auditor config show content/post.md",
    "auditor rules list": "auditor rules list, auditor rules list authorship --severity error",
    "auditor rules check": "auditor rules check, auditor rules check my-rules/",
    "auditor corpus run": "auditor corpus run crawl.warc.gz -o audited -j 8, auditor corpus run pages.jsonl -o audited "
    "--text-field body",
    "auditor corpus summary": "auditor corpus summary audited, auditor corpus summary audited --html summary.html",
    "auditor corpus sample": "auditor corpus sample audited --rule pseudo-source",
    "auditor corpus refilter": "auditor corpus refilter audited --profile strict -o strict",
    "auditor corpus siblings": "auditor corpus siblings audited",
}


class Grouped(TyperCommand):
    """Options below the headings that they name."""

    def make_context(self, *given: Any, **more: Any) -> Any:
        return _in_plain_words(super().make_context, *given, **more)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            argument = parameter.param_type_name == "argument"
            heading = getattr(parameter, "rich_help_panel", None) or ("Arguments" if argument else "Other options")
            if record:
                row = (parameter.metavar or record[0], record[1]) if argument else _in_words(*record)
                groups.setdefault(heading, []).append(row)
        groups["Other options"] = groups.pop("Other options", [])
        if set(groups) <= {"Arguments", "Other options"}:
            groups = {heading.replace("Other options", "Options"): rows for heading, rows in groups.items()}
        _written(groups, formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        if examples := _EXAMPLES.get(ctx.command_path):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(f"Examples: {examples}.")
        super().format_epilog(ctx, formatter)


class Headed(TyperGroup):
    """Commands below the headings that they name, those without one first."""

    def make_context(self, *given: Any, **more: Any) -> Any:
        return _in_plain_words(super().make_context, *given, **more)

    def resolve_command(self, ctx: Any, args: Any) -> Any:
        return _in_plain_words(super().resolve_command, ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        groups: dict[str, list[tuple[str, str]]] = {"Commands": []}
        for name in self.list_commands(ctx):
            command: Any = self.get_command(ctx, name)
            heading = getattr(command, "rich_help_panel", None) or "Commands"
            groups.setdefault(heading, []).append((name, command.get_short_help_str(formatter.width)))
        groups[TOOLS] = groups.pop(TOOLS, [])
        _written(groups, formatter)


def _in_plain_words(read: Callable[..., Any], *given: Any, **more: Any) -> Any:
    """What reads a line, with errors that people understand."""
    try:
        return read(*given, **more)
    except Exception as error:
        from auditor.cli import usage  # noqa: PLC0415 - only where something is wrong

        usage.reword(error)
        raise


def _written(groups: dict[str, list[tuple[str, str]]], formatter: Any) -> None:
    for heading, rows in groups.items():
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)


def worded(app: typer.Typer) -> typer.Typer:
    """The same commands, all with a help of this kind."""
    for command in app.registered_commands:
        command.cls = Grouped
    for group in app.registered_groups:
        if group.typer_instance:
            worded(group.typer_instance)
            group.typer_instance.info.cls = Headed
    return app


def _in_words(option: str, said: str) -> tuple[str, str]:
    """An option without the names that a type has in Python."""
    return _TYPE.sub(lambda found: f" {_called(option, found[1])}", option), _FROM.sub(r", from \1", said)


def _called(option: str, kind: str) -> str:
    kind = kind.removeprefix("list[").removesuffix("]")
    if "|" in kind:
        return kind
    if kind in _NUMBERS:
        return "N"
    names = list(_long(option))
    return "FILE" if kind in _FILES or not names else names[0].rpartition("-")[2].upper()


def _long(option: str) -> Iterator[str]:
    return (name[2:] for name in re.findall(r"--[\w-]+", option))

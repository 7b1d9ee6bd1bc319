"""The help of a command with many options: in groups, without rich, whose import costs more than a page."""

from typing import Any

from typer.core import TyperCommand


class Grouped(TyperCommand):
    """Options below the headings that they name."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            argument = parameter.param_type_name == "argument"
            heading = getattr(parameter, "rich_help_panel", None) or ("Arguments" if argument else "Other options")
            if record:
                groups.setdefault(heading, []).append((parameter.metavar or "", record[1]) if argument else record)
        for heading, rows in groups.items():
            with formatter.section(heading):
                formatter.write_dl(rows)

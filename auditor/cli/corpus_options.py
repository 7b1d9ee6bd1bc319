"""The options of `auditor corpus run`."""

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

from auditor.cli import options
from auditor.model import Format

_read = partial(typer.Option, rich_help_panel=options.READ)
_written = partial(typer.Option, rich_help_panel=options.WRITTEN)
_run = partial(typer.Option, rich_help_panel=options.RUN)
_gate = partial(typer.Option, rich_help_panel=options.GATE)

Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders, @list of them, or addresses (s3://...).")
]
Out = Annotated[str, _written("--output", "-o", metavar="DIR", help="Where the parts go.")]
JsonLines = Annotated[Path | None, _written(help="Also write every row to this file, as JSON Lines.")]
Keep = Annotated[list[str] | None, _written(metavar="FIELD", help="Carry this field into the rows; again for more.")]
TextField = Annotated[str, _read(help="The field of JSON Lines and Parquet that is the document.")]
IdField = Annotated[str, _read(help="The field that names it.")]
UrlField = Annotated[str, _read(help="The field with its address.")]
InputFormat = Annotated[Format | None, _read(help="Read every document as this.")]
Base = Annotated[str, _read(metavar="DIR", help="What relative lines of @lists are meant from.")]
KeepGoing = Annotated[bool, _read("--keep-going", help="Inputs that are not there do not stop it.")]
Jobs = Annotated[int, _run("--jobs", "-j", min=1, help="Documents audited at the same time.")]
Seconds = Annotated[float, _run(min=0.1, help="Longest time for one document.")]
Memory = Annotated[int, _run(min=200, help="Most memory of one worker, in megabytes.")]
Shard = Annotated[int, _run(min=1, help="About how many documents make one part.")]
Engine = Annotated[Literal["cores", "daft"], _run(help="Who runs the shards: this machine's cores, or Daft on Ray.")]
Ray = Annotated[str | None, _run(metavar="ADDRESS", help="With daft: a Ray cluster; without, a Ray of -j cores here.")]
MaxErrors = Annotated[str | None, _gate(metavar="N|N%", help="Exit with 1 where more documents have an error.")]
AllowEmpty = Annotated[bool, _gate("--allow-empty", help="Inputs without a document do not fail.")]

"""An entry of a table on the command line, as a shell gives it."""

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app


@pytest.mark.parametrize(
    "line", ["severity.todo-mark=error", 'severity."todo-mark" = "error"', "severity.todo-mark = 'error'"]
)
def test_an_entry_of_a_table_needs_no_quotes(line, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(
        "# The pier\n\nThe pier is shut in winter. TODO: ask the harbour office when it opens.\n"
    )
    found = CliRunner().invoke(app, ["check", "a.md", "--config", line])
    assert 'error[todo-mark]\n    Note to the editor: "TODO: ask the harbour office when it opens"' in found.stdout

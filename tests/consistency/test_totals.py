"""Tables whose total their rows do not make."""

import pytest

import auditor

RULES = auditor.load_rules(select=["wrong-total"])


OPENING = "The harbour is where people meet when the boats come in."


def totals(rows: str, form: str = "markdown") -> list[tuple[object, object]]:
    if form == "markdown":
        table = "\n".join(f"| {row} |" for row in ("For | Amount", "--- | ---", *rows.split("; ")))
        source = f"# Brae\n\n{OPENING}\n\n{table}\n\n| A | 5 |\n|---|---|\n| B | 2 |"
    else:
        table = "".join(f"<tr><td>{row}</td></tr>\n\n" for row in rows.replace(" | ", "</td>\n<td>").split("; "))
        source = f"<article><h1>Brae</h1><p>{OPENING}</p><table>{table}</table></article>"
    report = auditor.audit(source, format=form, rules=RULES)
    return [(f.facts["total"], f.facts["sum"]) for f in report.findings]


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_wrong_total(form):
    assert totals("Roads | £19; Boats | £11; **Total** | £35", form) == [("£35", "30")]


def test_thousands():
    assert totals("Roads | 15,000; Boats | 13,000; Total | 27,100") == [("27,100", "28,000")]


@pytest.mark.parametrize(
    "rows",
    [
        "Roads | £19; Boats | £11; Total | £30",
        "Roads | £1.94m; Boats | £1.14m; Cats | £1.24m; Total | £4.3m",
        "Roads | 19; Boats | 11; Total | 15",
        "Roads | 19; Boats | 11; Both | 30; Cats | 5; Total | 35",
        "Roads | 19; Boats | many; Total | 35",
        "Roads | £19; Boats | 11%; Total | £35",
        "Roads | 19; Boats | 11; Total | 300",
        "Roads | 19; Total | 35",
        "Roads | 19; Boats | 11; Cats | 35",
    ],
)
def test_totals_that_may_be_right(rows):
    assert not totals(rows)

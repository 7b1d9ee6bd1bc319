"""The filter in a real pipeline, and the recipes of `docs/cluster.md` as they stand there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("datatrove", reason="datatrove is not installed: pip install datatrove")

from datatrove.data import Document

from auditor import corpus
from auditor.integrations.datatrove import AuditorFilter

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "samples"
LOCAL, SLURM = (
    block
    for block in re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "cluster.md").read_text("utf-8"), re.DOTALL)
    if "datatrove" in block
)
COMMANDS = {  # of a Slurm with one machine, which does at once what it is asked
    "sbatch": """for script; do :; done
for i in $(seq 0 $(grep -oE 'array=0-[0-9]+' "$script" | cut -d- -f2)); do
    SLURM_NODELIST=localhost SLURM_JOB_ID=1 SLURM_ARRAY_TASK_ID=$i RUN_OFFSET=0 bash "$script" >> slurm.log 2>&1
done
echo Submitted batch job 1""",
    "srun": 'shift 3; exec "$@"',
    "scontrol": "echo localhost",
}


def documents():
    return [
        Document(text=(SAMPLES / name).read_text("utf-8"), id=name) for name in ("honest.html", "content-farm.html")
    ]


def test_rejected_documents_are_filtered():
    step = AuditorFilter()
    (kept,) = step.run(documents())
    assert kept.id == "honest.html"
    said = (kept.metadata[f"auditor_{name}"] for name in ("score", "verdict", "rules"))
    assert tuple(said) == (100, "pass", [])
    assert step.stats["dropped"].total == 1
    assert (step.stats["verdict_pass"].total, step.stats["verdict_reject"].total) == (1, 1)


@pytest.mark.parametrize("text", ["", None, "<html></html>", b"\0\1\2\3" * 50])
def test_what_holds_no_text_is_dropped_and_counted(text):
    step = AuditorFilter(drop=())
    assert list(step.run([Document(text=text, id=7, metadata={"url": 3})])) == []
    assert step.stats["dropped_no text to judge"].total == step.stats["verdict_none"].total == 1


def test_what_documents_say_of_themselves_stays():
    honest, _ = documents()
    honest.id, honest.metadata = 7, {"score": 0.77, "rules": "own"}
    assert AuditorFilter().filter(honest) is True
    assert (honest.metadata["score"], honest.metadata["rules"]) == (0.77, "own")


def test_the_reason_is_the_rule_that_cost_most():
    _, farm = documents()
    kept, reason = AuditorFilter(format="html").filter(farm)
    assert kept is False
    assert reason == farm.metadata["auditor_rules"][0]
    assert AuditorFilter(drop=()).filter(farm) is True


@pytest.mark.slow
@pytest.mark.parametrize("recipe", [LOCAL, SLURM], ids=["local", "slurm"])
def test_the_recipes_make_a_corpus(tmp_path, recipe):
    """Each rank its share, then the manifest; what comes of it is what one machine makes."""
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    for n in range(7):
        rows = (f'{{"id": "{n}-{i}", "text": "Page {i} of file {n}. It is short."}}\n' for i in range(3))
        (crawl / f"{n}.jsonl").write_text("".join(rows))
    for name, script in COMMANDS.items():
        (tmp_path / name).write_text(f"#!/bin/bash\n{script}\n")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "recipe.py").write_text(recipe.replace("/shared/", "").replace("tasks=1000", "tasks=4"))
    path = os.pathsep.join([str(tmp_path), str(Path(sys.executable).parent), os.environ["PATH"]])
    env = os.environ | {"PATH": path, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    command = [sys.executable, "recipe.py"]
    ran = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=1_800)
    assert ran.returncode == 0, ran.stderr
    logs = list((tmp_path / "logs" / "audit" / "completions").iterdir())
    assert len(logs) == 4, (tmp_path / "slurm.log").read_text()
    found = list(corpus.rows(str(tmp_path / "audited")))
    assert [row["id"] for row in found] == [f"{n}-{i}" for n in range(7) for i in range(3)]
    assert len(corpus.files(str(tmp_path / "audited"))) == len(list((tmp_path / "audited" / "parts").iterdir())) == 7

"""What lies beside an article, or is hidden in it, runs nothing, hides nothing and publishes nothing."""

import json
import subprocess
import sys
from pathlib import Path

import auditor
from auditor import corpus
from auditor.sources import find

CZECH = "Přístav byl postaven mnichy, kteří unavení kopci přišli dolů k moři a zůstali tam po mnoho staletí. " * 3
THREADS = """
import auditor, threading
from concurrent.futures import ThreadPoolExecutor
from auditor.text import language
barrier = threading.Barrier(12)
def one(_):
    barrier.wait()
    return auditor.parse(TEXT, format="text").language
with ThreadPoolExecutor(12) as pool:
    print(sorted(set(map(str, pool.map(one, range(12))))))
"""


def test_a_corpus_worker_runs_no_module_of_the_current_folder(tmp_path):
    for name in ("fnmatch", "json", "msgspec", "auditor"):
        (tmp_path / f"{name}.py").write_text("open('PLANTED', 'w').close()")
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "1", "text": "A short text about ferries."}) + "\n")
    program = [str(Path(sys.executable).with_name("auditor")), "corpus", "run", "in.jsonl", "-o", "out"]
    subprocess.run(program, cwd=tmp_path, capture_output=True, check=True)
    assert (tmp_path / "out" / "manifest.json").is_file()
    assert not (tmp_path / "PLANTED").exists()


def test_workflows_run_pip_in_isolated_mode():
    root = Path(__file__).parent.parent
    for name in ("action.yml", "templates/auditor.yml", "auditor/cli/init.py"):
        assert "python -m" not in (root / name).read_text("utf-8").replace('bin/python" -m', "python -m"), name


def test_aliases_in_front_matter_do_not_grow():
    deep = "\n".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30))
    source = f"---\na0: &a0 [x]\n{deep}\nauditor:\n  ignore: {{missing-date: *a29}}\n---\n\n# Ferries\n\nThey sail.\n"
    assert auditor.audit(source, format="markdown").document.title == "Ferries"


def test_a_nested_line_costs_one_line(tmp_path):
    lines = [json.dumps({"id": str(i), "text": f"Text {i} about ferries."}) for i in range(6)]
    lines[2] = '{"x":' + "[" * 3000 + "]" * 3000 + "}"
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n")
    closed = corpus.run([str(tmp_path / "in.jsonl")], str(tmp_path / "out"), corpus.Settings())
    assert closed.documents == 6


def test_links_that_lead_out_of_the_folder_are_passed_by(tmp_path):
    (tmp_path / "secret.txt").write_text("token")
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.txt").write_text("Ferries sail.")
    (content / "b.txt").symlink_to(tmp_path / "secret.txt")
    (content / ".kept").mkdir()
    (content / ".kept" / "c.txt").write_text("Ferries wait.")
    (content / "c.txt").symlink_to(content / ".kept" / "c.txt")
    assert [Path(s.path).name for s in find([str(content)])] == ["a.txt", "c.txt"]


def test_threads_agree_on_the_language_of_a_first_text():
    done = subprocess.run(
        [sys.executable, "-c", THREADS.replace("TEXT", repr(CZECH))], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['cs']"


def test_the_package_says_that_it_is_typed():
    assert (Path(auditor.__file__).parent / "py.typed").is_file()

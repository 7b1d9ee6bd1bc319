"""What the site has besides the pages of this folder: the handbook in its menu, and what lies at the top."""

import re
from html import escape
from pathlib import Path

from mkdocs.structure.files import File

from auditor.examples import reported

DOCS = Path(__file__).parent
FENCED = re.compile(r"^(`{3,})\w+\n(.*?)\n\1$", re.MULTILINE | re.DOTALL)
TOP = {"CONTRIBUTING.md": "Contribute", "CHANGELOG.md": "Changes", "SECURITY.md": "Report a hole"}


def on_config(config):
    known = set(re.findall(r"[\w/-]+\.md", str(config.nav)))
    others = sorted(path.name for path in DOCS.glob("*.md") if path.name not in known)
    config.nav += [{"Rules": _handbook()}, {"More": [*others, *({title: name} for name, title in TOP.items())]}]
    return config


def _handbook():
    dimensions = sorted(path for path in (DOCS / "rules").iterdir() if path.is_dir())
    groups = [{one.name: [f"rules/{one.name}/{page.name}" for page in sorted(one.glob("*.md"))]} for one in dimensions]
    return [{"All rules": "rules/README.md"}, *groups]


def on_files(files, config):
    for name in TOP:
        files.append(File.generated(config, name, content=(DOCS.parent / name).read_text("utf-8")))
    return files


def on_page_markdown(markdown, page, **_):
    """Links lead to the same pages as in the repository, and examples are marked as in the report."""
    if page.file.src_uri.startswith("rules/"):
        why, flagged, examples = markdown.partition("\n## Flagged\n")
        bad, not_flagged, good = examples.partition("\n## Not flagged\n")
        said = reported((DOCS.parent / page.file.src_uri).with_suffix(".yml")) if flagged else iter(())
        bad = FENCED.sub(lambda example: _marked(example) + _as_reported(next(said, "")), bad)
        bad = bad.replace(
            " stands between ⟦ and ⟧.", " is marked; below each example stands what the report says of it."
        )
        return why + flagged + bad + not_flagged + FENCED.sub(_marked, good)
    if page.file.src_uri in TOP:
        return re.sub(r"\]\((?:docs|\.)/", "](", markdown)
    return re.sub(rf"\]\(\.\./({'|'.join(map(re.escape, TOP))})", r"](\1", markdown)


def _as_reported(text):
    shown = escape(text.rstrip("\n")).replace("\n", "&#10;")
    return f'\n\n<pre class="report"><code>{shown}</code></pre>' if shown else ""


def _marked(example):
    """What a finding points at as a mark in the text. Every line is escaped, and an empty one ends no block."""
    text = escape(example[2]).replace("⟦", "<mark>").replace("⟧", "</mark>").replace("\n", "&#10;")
    return f'<pre class="example"><code>{text}</code></pre>'

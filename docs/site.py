"""What the site has besides the pages of this folder: the handbook in its menu, and what lies at the top."""

import re
from html import escape
from pathlib import Path

from mkdocs.structure.files import File

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
        return FENCED.sub(_marked, markdown).replace(" stands between ⟦ and ⟧.", " is marked.")
    if page.file.src_uri in TOP:
        return re.sub(r"\]\((?:docs|\.)/", "](", markdown)
    return re.sub(rf"\]\(\.\./({'|'.join(map(re.escape, TOP))})", r"](\1", markdown)


def _marked(example):
    """What a finding points at as a mark in the text. Every line is escaped, and an empty one ends no block."""
    text = escape(example[2]).replace("⟦", "<mark>").replace("⟧", "</mark>").replace("\n", "&#10;")
    return f'<pre class="example"><code>{text}</code></pre>'

"""What Markdown would read as markup, escaped so that it stays text."""

import re

# Where it is markup: a mark between two spaces, or a bracket that no address follows, is none.
_MARKUP = re.compile(
    r"`|\\(?=[!-/:-@\[-`{-~])|(?<!\s)(?<!^)\*|\*(?!\s|$)|(?<!\w)_(?!\s|$)|(?<!\s)(?<!^)_(?!\w)|<(?=[A-Za-z/!?])|~(?=~)"
    r"|&(?=#?\w{1,32};)|\{(?=[{%<#.:])|!(?=\[)|\[(?=\^|!|[ xX]\]|[^\[\]]*+\][(\[:])"
)
_OPEN, _CLOSING = re.compile(r"(?<!\\)(?:\\\\)*+\["), re.compile(r"\](?=[(\[:])")
_ANYWHERE = re.compile(r"[\\`*_\[\]<>~&{}!]")
_BRACKET = re.compile(r"(?<!\\)((?:\\\\)*+)([\[\]])")
_OPENING = re.compile(r"(#{1,6}(?=\s|$)|[-+*_](?=\s|$)|-{2}|\+{3}|[>]|:::)|(\d{1,9})([.)])(?=\s|$)")
_NEXT_OPENING = re.compile(r"[-=:|]")
_INSTRUCTION = re.compile(r"(?:import\s[^\r\n]{1,300}\sfrom|export)\s")
_BRACKETS, _UNSAFE, _REFERENCE = re.compile(r"[()]"), re.compile(r"[<>\\|`]"), re.compile(r"&(?=#?\w{1,32};)")
_LONGEST_TARGET = 2_000  # of a link that our reader knows


def sparing(text: str) -> str:
    """Text with what is markup where it stands escaped; its neighbours may still make markup of the rest."""
    escaped = _MARKUP.sub(r"\\\g<0>", text)
    # A bracket farther out would take the closing one of a pair whose opening one is text now.
    return _CLOSING.sub(r"\\\g<0>", escaped) if _OPEN.search(escaped) else escaped


def thorough(text: str) -> str:
    """Text with all that could be markup anywhere escaped."""
    return _ANYWHERE.sub(r"\\\g<0>", text)


def label(escaped: str) -> str:
    """Escaped text for within brackets."""
    return _BRACKET.sub(r"\1\\\2", escaped)


def opening(line: str, *, first: bool = True) -> str:
    """A line of a paragraph: what would begin a heading, list, quotation or instruction there is escaped."""
    if _INSTRUCTION.match(line):
        return f"&#{ord(line[0])};{line[1:]}"
    found = _OPENING.match(line) or (None if first else _NEXT_OPENING.match(line))
    if not found:
        return line
    if found.re is _OPENING and found[2]:
        return f"{found[2]}\\{line[found.start(3) :]}"
    return f"\\{line}"


def target(href: str) -> str:
    """A safe address as the target of a link, "" for one that is too long."""
    written = _REFERENCE.sub("&amp;", _UNSAFE.sub(_percent, href))
    if len(written) > _LONGEST_TARGET:
        return ""
    return f"<{written}>" if _BRACKETS.search(written) else written


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"

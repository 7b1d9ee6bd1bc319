"""What a message shows of a long passage; the report shows all of it."""

from auditor.model import Span

_SHOWN = 110  # characters


def shortened(span: Span) -> str:
    text = " ".join(span.text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"

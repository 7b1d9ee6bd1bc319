"""TOML from whoever: nested no deeper, and with no longer figures, than anybody means.

The reader of the standard library keeps each beginning of a key with dots, so a key of 100,000 parts takes 17 GB.
"""

from typing import Any

from auditor.expressions import late

_TEXTS = late(r"\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)'''|\"(?:[^\"\\\n]++|\\.)*+\"|'[^'\n]*+'|#[^\n]*+")
_PART = r"[\w-]++[ \t]*+"
_MOST = 50
_DEEP = late(rf"(?<![\w-]){_PART}(?:\.[ \t]*+{_PART}){{{_MOST}}}")


def read(text: str) -> dict[str, Any]:
    """What stands in a text of TOML.

    Raises:
        tomllib.TOMLDecodeError: it is none.
        RecursionError: it is nested too deeply.
    """
    import tomllib  # noqa: PLC0415 - most runs need none

    if text.count(".") >= _MOST and _DEEP.search(_TEXTS.sub("s", text)):
        raise RecursionError("nested too deeply")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except ValueError as error:  # a figure of more than 4,300 digits
        raise tomllib.TOMLDecodeError(str(error).partition(";")[0]) from error

"""The rows of keyboards, along which fingers run when nothing is to be said."""

ROWS = (
    "qwertyuiop", "qwertzuiopü", "azertyuiop", "asdfghjkl", "asdfghjklöä", "asdfghjkl;", "zxcvbnm", "yxcvbnm",
    "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю",
)  # fmt: skip


def is_stretch(word: str) -> bool:
    """Whether a word in lower case is a stretch of one row: "asdf", "qwer"."""
    return any(word in row for row in ROWS)

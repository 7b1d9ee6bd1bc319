"""Which script most letters of a text belong to."""

from collections import Counter

from auditor.expressions import late

_RANGES = {
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "cyrillic": "\u0400-\u052f",
    "armenian": "\u0530-\u058f",
    "hebrew": "\u05d0-\u05ea",
    "arabic": "\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f",
    "devanagari": "\u0900-\u097f",
    "bengali": "\u0980-\u09ff",
    "gurmukhi": "\u0a00-\u0a7f",
    "gujarati": "\u0a80-\u0aff",
    "tamil": "\u0b80-\u0bff",
    "telugu": "\u0c00-\u0c7f",
    "kannada": "\u0c80-\u0cff",
    "malayalam": "\u0d00-\u0d7f",
    "sinhala": "\u0d80-\u0dff",
    "thai": "\u0e00-\u0e7f",
    "lao": "\u0e80-\u0eff",
    "burmese": "\u1000-\u109f",
    "georgian": "\u10a0-\u10ff",
    "ethiopic": "\u1200-\u137f",
    "khmer": "\u1780-\u17ff",
    "kana": "\u3041-\u30ff",
    "han": "\u3400-\u9fff",
    "hangul": "\uac00-\ud7af",
}
_LETTERS = {name: late(f"[{letters}]") for name, letters in _RANGES.items()}
_BEYOND_LATIN = late("[\u0370-\u1cff\u1f00-\u1fff\u3041-\ud7af]")
_LATIN = late("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Names and loan words are printed in Latin letters everywhere, so another script leads from a third of all on; half
# of the signs of Japanese may be Han, and one in ten Kana of a text is no Chinese.
_SHARE = 0.33
_KANA_BESIDE_HAN = 0.1
_LETTERS_OF_A_HAN = 3  # Latin letters that say as much


def script(text: str) -> str:
    """The name of a script, "latin" where no other leads; "" for a text without letters."""
    if text.isascii() or not _BEYOND_LATIN.search(text):
        return "latin" if _LATIN.search(text) else ""
    counts = Counter({name: len(found) for name, letters in _LETTERS.items() if (found := letters.findall(text))})
    if counts["kana"] > _KANA_BESIDE_HAN * counts["han"]:
        counts["kana"] += counts.pop("han", 0)
    for dense in ("han", "kana"):
        counts[dense] *= _LETTERS_OF_A_HAN
    latin = len(_LATIN.findall(text))
    name, most = counts.most_common(1)[0]
    return name if most > _SHARE * (most + latin) else "latin"

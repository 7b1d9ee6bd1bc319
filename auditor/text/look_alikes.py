"""Letters of other alphabets that look like Latin ones, as Unicode's UTS #39 understands it.

Chosen by eye for what passes in running text, not copied from its table of six thousand. `LOOSE` letters resemble one
less closely: they count only beside others.
"""

CLOSE = {
    "a": "аαꓮⲁ", "b": "Ь", "c": "сϲⲥ", "d": "ԁꓒᏧ", "e": "еҽ", "f": "ք", "g": "ցԍ", "h": "һհᏂ", "i": "іιᎥ",
    "j": "јյϳ", "k": "κ", "l": "ӏ", "n": "ոռ", "o": "оοօⲟ", "p": "рρⲣ", "q": "ԛզգ", "r": "гᴦ", "s": "ѕ", "t": "τ",
    "u": "υս", "v": "ѵν", "w": "ԝա", "x": "хχ", "y": "уγү",
    "A": "АΑᎪ", "B": "ВΒᏴꓐ", "C": "СϹᏟꓚ", "D": "Ꭰꓓ", "E": "ЕΕᎬꓰ", "F": "Ϝꓝ", "G": "ԌᏀꓖ", "H": "НΗᎻꓧ", "I": "ІΙӀᏆꓲ",
    "J": "ЈᎫꓙ", "K": "КΚᏦꓗ", "L": "Ꮮꓡ", "M": "МΜᎷꓟ", "N": "Νꓠ", "O": "ОΟՕꓳ", "P": "РΡᏢꓑ", "R": "ᎡꓣᏒ", "S": "ЅՏᏚꓢ",
    "T": "ТΤᎢꓔ", "U": "Սꓴ", "V": "ѴᏙꓦ", "W": "ᎳԜꓪ", "X": "ХΧꓫ", "Y": "УΥҮꓬ", "Z": "ΖᏃꓜ",
}  # fmt: skip
LOOSE = {"b": "в", "e": "ε", "h": "н", "k": "к", "m": "м", "n": "пη", "o": "σ", "t": "т", "u": "и", "w": "шω", "r": "ґ"}
# Latin letters in another form, with which no language spells today.
FORMS = {
    "a": "ɑᴀ", "b": "ʙ", "c": "ᴄ", "d": "ᴅ", "e": "ᴇ", "f": "ꜰẝ", "g": "ɡɢ", "h": "ʜ", "i": "ɪɩ", "j": "ᴊȷ", "k": "ᴋ",
    "l": "ʟǀ", "m": "ᴍ", "n": "ɴ", "o": "ᴏ", "p": "ᴘ", "r": "ʀ", "s": "ꜱſ", "t": "ᴛ", "u": "ᴜ", "v": "ᴠ", "w": "ᴡ",
    "y": "ʏ", "z": "ᴢ",
}  # fmt: skip


def inverted(pairs: dict[str, str]) -> dict[str, str]:
    """From each look-alike to the Latin letter."""
    return {other: letter for letter, others in pairs.items() for other in others}

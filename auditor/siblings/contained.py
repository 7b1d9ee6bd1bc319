"""Documents of which one holds the text of another: first pages, teasers, cut copies, a text among others."""

from auditor.siblings import Tables
from auditor.siblings.alike import GROUPS, compare, joined


def detect(tables: Tables, *, at_least: float, min_words: int, shorter: float) -> str:
    """Groups of documents, each in one of the others or holding one of them.

    Two things tell: equal paragraphs, however little of the larger text they are, and signatures, where a text has no
    long paragraphs or is cut within one. Of two texts of a and b words, of which the shorter is in the longer, the
    similarity of the signatures is a / b. Paragraphs are looked for in the longest document that has them, so the work
    grows with the paragraphs.

    Args:
        at_least: share of the words of the shorter text that the longer has.
        min_words: that both have; less is a set phrase.
        shorter: words of the shorter text as a share of the longer at most; above, they are near-duplicates.
    """
    tables.keep("held", _HELD)
    tables.keep("longest", _LONGEST)
    tables.keep("wholes", _WHOLES)
    tables.keep("common", _COMMON)
    tables.keep("sums", "select key, sum(words) as words from held group by key")
    found = list(tables.read(_PARTS.format(at_least=at_least, min_words=min_words, shorter=shorter)))
    compared = compare(tables, "minhash", min_words)
    found += tables.read(_CUT.format(compared=compared, at_least=at_least, shorter=shorter))
    tables.give("members", joined(found))
    return GROUPS


_HELD = """select p.hash as hash, p.key as key, p.words as words, s.words as length
    from paragraphs as p join signatures as s on p.key = s.key"""
_LONGEST = "select hash as passage, max(length) as most from held group by hash having min(key) < max(key)"
_WHOLES = """select passage, min(key) as whole from held as h
    join longest as l on h.hash = l.passage and h.length = l.most group by passage"""
_COMMON = """select key as part, whole, sum(words) as common_words from held as h
    join wholes as w on h.hash = w.passage where key <> whole group by key, whole"""
# Paragraphs must also be half of the text: of one that has few long ones they say little.
_PARTS = """select c.part as a, c.whole as b from common as c join sums as p on c.part = p.key
    join signatures as x on c.part = x.key join signatures as y on c.whole = y.key
    where c.common_words >= {min_words} and c.common_words >= {at_least} * p.words and 2 * c.common_words >= x.words
    and x.words <= {shorter} * y.words"""
_CUT = """select a, b from (select a, b, share * (x_words + y_words) / (1 + share) as held,
    case when x_words < y_words then x_words else y_words end as part,
    case when x_words < y_words then y_words else x_words end as whole from {compared}) as c
    where held >= {at_least} * part and part <= {shorter} * whole"""

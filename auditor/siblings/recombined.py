"""One text for every combination of a few words: doorway pages, such as each of some trades in each of some towns."""

from auditor.siblings import Tables
from auditor.siblings.alike import GROUPS, compare, joined


def detect(tables: Tables, *, at_least: float, min_words: int, documents: int, slots: float, recombined: float) -> str:
    """Groups of documents whose words are alike, and whose titles are combinations of the same words.

    A word of a title that all have is the pattern, one that only one has is its own. A slot is filled by words that
    some others have, too: `plumber` and `Leeds` in "Plumber in Leeds" beside "Plumber in York" and "Roofer in Leeds".

    Args:
        at_least: share of the values of two signatures of the words that are equal, wherever the words stand.
        min_words: shorter texts have too few words to compare.
        documents: in a group; fewer are no combinations.
        slots: in a title, on average.
        recombined: share of what varies in the titles that stands in some of the others, and of titles that differ.
    """
    compared = compare(tables, "vocabulary", min_words)
    tables.give("members", joined(tables.read(f"select a, b from {compared} where share >= {at_least}")))
    tables.keep("titled", _TITLED)
    tables.keep("word_counts", "select first, word, count(*) as holders from titled group by first, word")
    tables.keep("sizes", _SIZES)
    tables.keep("chosen", _CHOSEN.format(documents=documents, slots=slots, recombined=recombined))
    return GROUPS + " join chosen as c on m.first = c.family"


_TITLED = """select distinct first, key, word from (
    select m.first as first, m.key as key, unnest(words_of(d.title)) as word
    from members as m join documents as d on m.key = d.key) as t where word <> ''"""
_SIZES = """select m.first as family, count(distinct m.key) as titles, count(distinct d.title) as different
    from members as m join documents as d on m.key = d.key group by m.first"""
_CHOSEN = """select family from (
    select family, titles, sum(holders) as varying, sum(case when holders > 1 then holders else 0 end) as shared
    from word_counts as w join sizes as s on w.first = s.family
    where holders < titles and different >= {recombined} * titles group by family, titles) as t
    where titles >= {documents} and shared >= {slots} * titles and shared >= {recombined} * varying"""

"""One text for every combination of a few words: doorway pages, such as each of some trades in each of some towns."""

from auditor.siblings import Tables
from auditor.siblings.alike import GROUPS, compare, joined


def detect(tables: Tables, *, at_least: float, min_words: int, documents: int, slots: int, recombined: float) -> str:
    """Groups of documents whose words are alike, and whose titles are combinations of the same words.

    A word of a title that all have is the pattern, one that only one has is its own. A slot is filled by words that
    some others have, too: `plumber` and `Leeds` in "Plumber in Leeds" beside "Plumber in York" and "Roofer in Leeds".

    Args:
        at_least: share of the values of two signatures of the words that are equal, wherever the words stand.
        min_words: shorter texts have too few words to compare.
        documents: in a group; fewer are no combinations.
        slots: in a title, on average.
        recombined: share of what varies between the titles that stands in some of the others.
    """
    compare(tables, "vocabulary", "bands(vocabulary)", min_words)
    tables.give("members", joined(tables.read(f"select a, b from compared where share >= {at_least}")))
    tables.keep("titled", _TITLED)
    tables.keep("word_counts", "select first, word, count(*) as titles from titled group by first, word")
    tables.keep("sizes", "select first, count(distinct key) as titles from titled group by first")
    tables.keep("chosen", _CHOSEN.format(documents=documents, slots=slots, recombined=recombined))
    return GROUPS + " join chosen as c on m.first = c.first"


_TITLED = """select distinct first, key, word from (
    select m.first as first, m.key as key, unnest(words_of(d.title)) as word
    from members as m join documents as d on m.key = d.key) as t where word <> ''"""
_CHOSEN = """select w.first as first from (
    select w.first as first, s.titles as titles, sum(w.titles) as varying,
    sum(case when w.titles > 1 then w.titles else 0 end) as shared
    from word_counts as w join sizes as s on w.first = s.first
    where w.titles < s.titles group by w.first, s.titles) as w
    where titles >= {documents} and shared >= {slots} * titles and shared >= {recombined} * varying"""

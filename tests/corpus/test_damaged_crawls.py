"""Whatever is done to a crawl file, each record that its reader comes upon is one item, in a place of its own."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_crawls import PAGES

from auditor import corpus
from auditor.corpus import read as readers
from auditor.corpus.read import Tally

EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), st.binary(max_size=40)), min_size=1, max_size=5)


@pytest.mark.parametrize("name", [name for name in PAGES if "words" not in name])
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_every_record_is_one_item(tmp_path, name, edits):
    data = bytearray(PAGES[name][0])
    for where, removed, put in edits:
        at = int(where * len(data))
        data[at : at + removed] = put
    path = tmp_path / name
    path.write_bytes(data)
    places = []
    for shard in corpus.shards([str(path)], 2):
        tally = Tally()
        items = list(readers.read(shard, corpus.Settings(), tally))
        assert len(items) == tally.records
        assert not [item.error for item in items if "Error: " in item.error]
        places += [(item.source, item.position, item.within) for item in items]
    assert len(set(places)) == len(places)

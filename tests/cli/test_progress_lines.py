"""How far a run is, in words."""

import pytest

from auditor.cli import progress


@pytest.mark.parametrize(
    ("done", "seconds", "said"),
    [
        (31, 10.0, "31 of 5,000 files, 0%, about 26 min 43 s left"),
        (2_500, 9.0, "2,500 of 5,000 files, 50%, about 9 s left"),
        (1, 3.0, "1 of 5,000 files, 0%, about 4 h 09 min left"),
    ],
)
def test_a_count_has_a_share_and_the_time_that_is_left(done, seconds, said):
    assert progress._counted(done, 5_000, seconds) == said

"""A class must be earned."""

import pytest

from auditor.earning import earned, lower_bound
from auditor.model import Certainty, Severity


@pytest.mark.parametrize(
    ("read", "correct", "bound"),
    # Without an error the bound is the n-th root of .05; the others are from tables of the binomial distribution.
    [(0, 0, 0.0), (10, 0, 0.0), (1, 1, 0.05), (28, 28, 0.8985), (29, 29, 0.9019), (59, 59, 0.9505), (10, 9, 0.6058)],
)
def test_the_bound_is_the_exact_one(read, correct, bound):
    assert lower_bound(Certainty(read, correct)) == pytest.approx(bound, abs=0.0002)


@pytest.mark.parametrize(
    ("claimed", "counts", "by_definition", "got"),
    [
        (Severity.CRITICAL, None, False, Severity.WARNING),
        (Severity.CRITICAL, None, True, Severity.CRITICAL),
        (Severity.CRITICAL, Certainty(59, 59), False, Severity.CRITICAL),
        (Severity.CRITICAL, Certainty(58, 58), False, Severity.ERROR),
        (Severity.CRITICAL, Certainty(28, 28), False, Severity.WARNING),
        (Severity.ERROR, Certainty(500, 500), False, Severity.ERROR),
        (Severity.ERROR, Certainty(100, 90), False, Severity.WARNING),
        (Severity.WARNING, None, False, Severity.WARNING),
        (Severity.INFO, None, False, Severity.INFO),
    ],
)
def test_a_card_has_the_class_that_it_has_earned(claimed, counts, by_definition, got):
    assert earned(claimed, counts, by_definition=by_definition) is got

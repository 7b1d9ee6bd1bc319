"""How often, and how sure that is: exact bounds of a share (Clopper and Pearson)."""

from math import exp, lgamma, log

_SURE = 0.95
_STEPS = 60  # halvings of the interval, which is as exact as numbers are


def at_most(hits: int, of: int) -> float:
    """The share that, with 95% confidence, is not exceeded."""
    if hits >= of:
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        share = (low + high) / 2
        low, high = (share, high) if _up_to(hits, of, share) > 1 - _SURE else (low, share)
    return high


def at_least(hits: int, of: int) -> float:
    """The share that, with 95% confidence, is reached."""
    return 1 - at_most(of - hits, of)


def percent(share: float) -> str:
    """`82%`, `2.5%`, `.25%`."""
    value = 100 * share
    if value in (0, 100) or 10 <= value < 99.5:
        return f"{value:.0f}%"
    return f"{value:.1f}%".replace(".0%", "%") if value >= 1 else f"{value:.2g}%".removeprefix("0")


def _up_to(hits: int, of: int, share: float) -> float:
    """The chance of so many or fewer."""
    if share <= 0:
        return 1.0
    whole = lgamma(of + 1)
    return sum(
        exp(whole - lgamma(k + 1) - lgamma(of - k + 1) + k * log(share) + (of - k) * log(1 - share))
        for k in range(hits + 1)
    )

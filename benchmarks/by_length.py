"""What a page costs by its length, a dot for each page and program, as an SVG that light and dark pages can show."""

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 60, 620, 44, 318  # the frame
SHOWN = "CPU of a page, ms, by its length, kB"
COLOURS = ("#bc4c00", "#8250df", "#0969da")
STYLE = """text{font:11px system-ui,sans-serif;fill:#57606a}.t{font-size:13px;font-weight:600;fill:#1f2328}
path{fill:none;stroke:#8c959f}.g{opacity:.25}circle{opacity:.7}
@media(prefers-color-scheme:dark){text{fill:#9198a1}.t{fill:#f0f6fc}}"""

Points = Sequence[tuple[float, float]]  # kB and milliseconds


def drawn(spent: Mapping[str, Points]) -> str:
    """Both axes are logarithmic: what grows with the page rises as the diagonal does."""
    every = [point for points in spent.values() for point in points]
    across, up = (_Axis([point[i] for point in every], *ends) for i, ends in enumerate(((LEFT, RIGHT), (BOTTOM, TOP))))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{SHOWN}">',
        f"<style>{STYLE}</style>",
        f'<text class="t" x="{LEFT}" y="20">{SHOWN}</text>',
        f'<path d="M{LEFT} {TOP}V{BOTTOM}H{RIGHT}"/>',
    ]
    for mark in across.marks():
        x = across.at(mark)
        parts.append(f'<path class="g" d="M{x:.0f} {TOP}V{BOTTOM}"/>')
        parts.append(f'<text x="{x:.0f}" y="{BOTTOM + 16}" text-anchor="middle">{mark:,}</text>')
    for mark in up.marks():
        y = up.at(mark)
        parts.append(f'<path class="g" d="M{LEFT} {y:.0f}H{RIGHT}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.0f}" text-anchor="end">{mark:,}</text>')
    for number, ((name, points), colour) in enumerate(zip(spent.items(), COLOURS, strict=False)):
        x = LEFT + 12 + 190 * number
        parts.append(f'<circle cx="{x}" cy="34" r="4" fill="{colour}"/><text x="{x + 9}" y="38">{name}</text>')
        parts += [
            f'<circle cx="{across.at(kb):.1f}" cy="{up.at(ms):.1f}" r="2.5" fill="{colour}"/>' for kb, ms in points
        ]
    return "\n".join((*parts, "</svg>\n"))


class _Axis:
    """Logarithms of values, from the least to the largest."""

    def __init__(self, values: Sequence[float], first: float, last: float) -> None:
        self._low, self._high = log10(min(values)), log10(max(values))
        self._first, self._last = first, last

    def at(self, value: float) -> float:
        share = (log10(value) - self._low) / ((self._high - self._low) or 1)
        return self._first + share * (self._last - self._first)

    def marks(self) -> list[int]:
        tens = range(floor(self._low), ceil(self._high) + 1)
        every = [step * 10**power for power in tens if power >= 0 for step in (1, 3)]
        return [mark for mark in every if self._low <= log10(mark) <= self._high]

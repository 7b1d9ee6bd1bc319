"""Two plots side by side, as an SVG that is legible on light and dark pages."""

from collections.abc import Sequence

WIDTH, HEIGHT = 380, 250  # of one plot
LEFT, RIGHT, TOP, BOTTOM = 56, 316, 44, 205  # its frame
COLOURS = {"driver": "c1", "worker 1": "c2", "worker 2": "c3"}
SHOWN = "CPU seconds and memory by number of documents"
STYLE = """text{font:11px system-ui,sans-serif;fill:#57606a}.t{font-size:13px;font-weight:600;fill:#1f2328}
path,polyline{fill:none}.a{stroke:#8c959f}.g{stroke:#8c959f;opacity:.25}polyline{stroke-width:1.5}
.c1{stroke:#8250df}.c2{stroke:#0969da}.c3{stroke:#bc4c00}circle{fill:#0969da}.f{stroke:#0969da;stroke-dasharray:4 3}
@media(prefers-color-scheme:dark){text{fill:#9198a1}.t{fill:#f0f6fc}.c1{stroke:#ab7df8}.c2,.f{stroke:#4493f8}
.c3{stroke:#db6d28}circle{fill:#4493f8}}"""


def drawn(runs: Sequence[dict], memory: dict[str, list[tuple[float, float]]]) -> str:
    """CPU by documents, a dot for each run, and the memory of each process of the largest run by documents done."""
    spent = [(run["documents"], run["cpu"]) for run in runs]
    each = sum(y for _, y in spent) / sum(x for x, _ in spent)
    most = max(x for x, _ in spent)
    time = Frame(0, most, max(y for _, y in spent))
    space = Frame(1, most, max(y for points in memory.values() for _, y in points))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {HEIGHT}" role="img" aria-label="{SHOWN}">',
        f"<style>{STYLE}</style>",
        *time.axes("Seconds of CPU, all processes"),
        time.line([(0, 0), (most, each * most)], "f"),
        *(time.dot(x, y) for x, y in spent),
        time.text(most * 0.62, each * most * 0.42, f"{1000 * each:.1f} ms a document"),
        *space.axes("Resident memory, MB"),
    ]
    for name, points in memory.items():
        parts.append(space.line(thinned(points), COLOURS.get(name, "a")))
    parts += labels(space, memory)
    return "\n".join([*parts, "</svg>\n"])


def labels(space: "Frame", memory: dict[str, list[tuple[float, float]]]) -> list[str]:
    """Names at the ends of the lines, moved apart where they meet."""
    placed: list[str] = []
    low = BOTTOM + 20.0
    for name, points in sorted(memory.items(), key=lambda item: item[1][-1][1]):
        y = min(space.y(points[-1][1]) + 4, low - 13)
        low = y
        placed.append(f'<text x="{space.left + RIGHT - LEFT + 5}" y="{y:.0f}">{name}</text>')
    return placed


def thinned(points: Sequence[tuple[float, float]], most: int = 300) -> list[tuple[float, float]]:
    step = -(-len(points) // most)
    return [*points[::step], points[-1]]


class Frame:
    """The axes of one plot; both begin at 0."""

    def __init__(self, place: int, wide: float, high: float) -> None:
        self.left, self.wide = LEFT + place * WIDTH, wide
        self.step = next(s * 10**e for e in range(9) for s in (1, 2, 5) if s * 10**e * 5 >= high)
        self.high = -(-high // self.step) * self.step

    def x(self, value: float) -> float:
        return self.left + (RIGHT - LEFT) * value / self.wide

    def y(self, value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * value / self.high

    def axes(self, title: str) -> list[str]:
        parts = [f'<text class="t" x="{self.left - 8}" y="22">{title}</text>']
        for value in range(0, int(self.high) + 1, self.step):
            kind, y = "g" if value else "a", self.y(value)
            parts.append(f'<path class="{kind}" d="M{self.left} {y:.1f}H{self.x(self.wide)}"/>')
            parts.append(f'<text x="{self.left - 6}" y="{y + 4:.1f}" text-anchor="end">{value:,}</text>')
        for share in (0, 0.25, 0.5, 0.75, 1):
            at = self.x(share * self.wide)
            parts.append(f'<text x="{at:.1f}" y="{BOTTOM + 17}" text-anchor="middle">{share * self.wide:,.0f}</text>')
        middle = self.x(self.wide / 2)
        return [*parts, f'<text x="{middle:.1f}" y="{BOTTOM + 34}" text-anchor="middle">documents</text>']

    def line(self, points: Sequence[tuple[float, float]], kind: str) -> str:
        return f'<polyline class="{kind}" points="{" ".join(f"{self.x(x):.1f},{self.y(y):.1f}" for x, y in points)}"/>'

    def dot(self, x: float, y: float) -> str:
        return f'<circle cx="{self.x(x):.1f}" cy="{self.y(y):.1f}" r="3.5"/>'

    def text(self, x: float, y: float, said: str) -> str:
        return f'<text x="{self.x(x):.1f}" y="{self.y(y):.1f}">{said}</text>'

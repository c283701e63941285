"""The table of the benchmark: one row a comparison, as Markdown that also reads well in a terminal."""

from dataclasses import dataclass

from benchmarks.timing import Spread

HEADINGS = ("what", "against", "median", "min–max", "must hold", "aim", "verdict")


@dataclass(frozen=True, slots=True)
class Target:
    """The value that must not be exceeded, and the one that is aimed at."""

    must: float
    aim: float


@dataclass(frozen=True, slots=True)
class Row:
    """One measured comparison; `target` is None where none is stated for this size."""

    what: str
    against: str
    spread: Spread
    target: Target | None = None
    unit: str = ""

    @property
    def verdict(self) -> str:
        """Whether the median keeps the target."""
        if self.target is None:
            return "–"
        if self.spread.middle > self.target.must:
            return "misses"
        return "holds, aim reached" if self.spread.middle <= self.target.aim else "holds"

    def cells(self) -> tuple[str, ...]:
        """Return the row's texts under `HEADINGS`."""
        values = self.spread.values
        limits = (self.target.must, self.target.aim) if self.target else None
        must, aim = (f"≤ {limit:g}{self.unit}" for limit in limits) if limits else ("–", "–")
        low, high = self._written(min(values)), self._written(max(values))
        return (
            self.what,
            self.against,
            f"{self._written(self.spread.middle)}{self.unit}",
            f"{low}–{high}{self.unit}",
            must,
            aim,
            self.verdict,
        )

    def _written(self, value: float) -> str:
        return f"{value:.0f}" if self.unit else f"{value:.2f}"


def markdown(rows: list[Row]) -> str:
    """Write the rows as an aligned Markdown table."""
    texts = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(cells[column]) for cells in texts) for column in range(len(HEADINGS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"
        for cells in texts
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines) + "\n"

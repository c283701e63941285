"""Measure relmap against its baselines: `python -m benchmarks.run [--accounts 100 1000 10000] [--runs 5]`.

Each comparison runs both sides in turn (A B A B …) on the same made-up books, all files in the page cache, and reports
the ratio of each pair: median, smallest and largest. Only ratios mean anything; times belong to the machine.
"""

import argparse
import os
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks.generate import write_book
from benchmarks.rows import Book, measured
from benchmarks.table import Row, markdown
from benchmarks.timing import BenchmarkError

SIZES = (100, 1000, 10_000)


def made_books(folder: Path, sizes: list[int]) -> list[Book]:
    """Write a book of each size below the folder, from small to large."""
    books = [Book(folder / f"book-{size}", size) for size in sorted(set(sizes))]
    for book in books:
        print(f"making a book of {book.label}", file=sys.stderr)
        write_book(book.folder, book.accounts)
    return books


def machine() -> str:
    """Say what the ratios were measured on."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    interpreter = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{usable} cores, {platform.system()} {platform.machine()}, {interpreter}, PyYAML {yaml.__version__}"


def report(rows: list[Row], runs: int) -> str:
    """Write the table with the facts that belong to it."""
    return f"{markdown(rows)}\nMedian of {runs} pairs (four times as many for `--version` and `--help`); {machine()}.\n"


def measure(folder: Path, sizes: list[int], runs: int) -> list[Row]:
    """Make the books, then measure every row, saying on stderr how far it is."""
    rows: list[Row] = []
    for row in measured(made_books(folder, sizes), runs):
        print(f"measured: {row.what}", file=sys.stderr)
        rows.append(row)
    return rows


def main() -> int:
    """Read the command line, measure, print the table, and return the exit code."""
    options = _parser().parse_args()
    try:
        with TemporaryDirectory(prefix="relmap-benchmark-") as temporary:
            rows = measure(options.keep or Path(temporary), options.accounts, options.runs)
    except BenchmarkError as error:
        print(f"benchmark stopped: {error}", file=sys.stderr)
        return 1
    text = report(rows, options.runs)
    print(text, end="")
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description="Measure relmap against baselines.")
    parser.add_argument("--accounts", type=_positive, nargs="+", default=list(SIZES), help="sizes of the books")
    parser.add_argument("--runs", type=_positive, default=5, help="pairs of runs for each row (default 5)")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table to this file as well")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the books here and leave them")
    return parser


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{value} is less than 1")
    return number


if __name__ == "__main__":
    sys.exit(main())

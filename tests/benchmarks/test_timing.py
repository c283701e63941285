"""How the benchmark measures: in turn, only runs that count, and a table that says what holds."""

import pytest
from benchmarks.memory import peak_megabytes
from benchmarks.table import Row, Target, markdown
from benchmarks.timing import BenchmarkError, Spread, paired, python, repeated


def test_pairs_are_measured_in_turn_after_a_warm_up() -> None:
    order: list[str] = []

    def clock(name: str, seconds: float) -> float:
        order.append(name)
        return seconds

    spread = paired(lambda: clock("A", 1.0), lambda: clock("B", 4.0), runs=3)

    assert "".join(order) == "AB" + "ABABAB"
    assert spread == Spread((0.25, 0.25, 0.25))


def test_repeated_leaves_the_warm_up_out() -> None:
    values = iter([9.0, 1.0, 3.0, 2.0])
    assert repeated(lambda: next(values), runs=3).middle == 2.0


def test_a_process_is_timed() -> None:
    assert python("-c", "print('done')", clean=True).seconds() > 0


def test_a_failing_process_stops_the_benchmark() -> None:
    with pytest.raises(BenchmarkError, match=r"(?s)exit code 2.*no book here"):
        python("-c", "import sys; print('no book here', file=sys.stderr); sys.exit(2)").seconds()


def test_a_finding_stops_the_benchmark() -> None:
    with pytest.raises(BenchmarkError, match="reports a finding"):
        python("-c", "import sys; print(1); print('a.yaml:3:1: RM101 error', file=sys.stderr)", clean=True).seconds()


def test_an_empty_answer_stops_the_benchmark() -> None:
    with pytest.raises(BenchmarkError, match="wrote nothing"):
        python("-c", "pass", clean=True).seconds()


def test_settings_of_relmap_do_not_reach_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELMAP_BOOK", "elsewhere")
    python("-c", "import os; assert 'RELMAP_BOOK' not in os.environ").seconds()


def test_memory_counts_the_children() -> None:
    child = "x = bytearray(b'1') * 80_000_000; import time; time.sleep(0.3)"
    parent = (
        f"import subprocess, sys; x = bytearray(b'1') * 60_000_000; subprocess.run([sys.executable, '-c', {child!r}])"
    )
    peak = peak_megabytes(python("-c", parent))
    assert peak > 80


def test_a_failing_process_has_no_memory() -> None:
    with pytest.raises(BenchmarkError, match="exit code 3"):
        peak_megabytes(python("-c", "raise SystemExit(3)"))


@pytest.mark.parametrize(
    ("value", "verdict"), [(0.2, "holds, aim reached"), (0.28, "holds, aim reached"), (0.3, "holds"), (0.41, "misses")]
)
def test_verdict(value: float, verdict: str) -> None:
    assert Row("a", "b", Spread((value,)), Target(0.40, 0.28)).verdict == verdict


def test_table() -> None:
    rows = [
        Row("cold", "parse-only", Spread((0.2, 0.3, 0.25)), Target(0.40, 0.28)),
        Row("memory", "", Spread((100.4, 99.0)), unit=" MB"),
    ]
    assert markdown(rows) == (
        "| what   | against    | median | min–max   | must hold | aim    | verdict            |\n"
        "|--------|------------|--------|-----------|-----------|--------|--------------------|\n"
        "| cold   | parse-only | 0.25   | 0.20–0.30 | ≤ 0.4     | ≤ 0.28 | holds, aim reached |\n"
        "| memory |            | 100 MB | 99–100 MB | –         | –      | –                  |\n"
    )

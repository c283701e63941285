"""The same work in one process and in several."""

import os
import sys

import pytest

from relmap.assess.run import CHUNK, spread
from relmap.errors import RelmapError

MANY = list(range(3 * CHUNK + 1))


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_come_in_the_order_of_the_items(jobs: int) -> None:
    shared = {number: number * number for number in MANY}  # (a closure cannot be sent to a process)
    assert list(spread(lambda number: shared[number], MANY, jobs)) == list(shared.values())


def test_nothing_to_do_is_done() -> None:
    assert list(spread(str, [], 2)) == []


@pytest.mark.skipif(sys.platform != "linux", reason="one process does it all where forking is not safe")
def test_with_two_jobs_other_processes_do_it() -> None:
    workers = set(spread(lambda _: os.getpid(), MANY, 2))
    assert os.getpid() not in workers


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_in_a_process_is_told_with_its_hint(jobs: int) -> None:
    def fail(number: int) -> int:
        if number == CHUNK:
            raise RelmapError("cannot go on", hint="do this")
        return number

    with pytest.raises(RelmapError) as raised:
        list(spread(fail, MANY, jobs))
    assert (raised.value.message, raised.value.hint) == ("cannot go on", "do this")

"""Notes in plans on disk: kept byte for byte, and no other edit is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.errors import RelmapError
from relmap.plan.notes import KEPT, Owner, State, compose, hold, take_apart

TEXT = """# Plan of Acme

## Understanding

Health is 58.

<!-- relmap:notes understanding -->
<!-- relmap:end -->

## Reviewing

<!-- relmap:notes reviewing -->
<!-- relmap:end -->
"""
ACME = Owner("acme")
LATER = TEXT.replace("58", "61")
WITHOUT_REVIEWING = TEXT.partition("## Reviewing")[0]


def written(text: str = TEXT, **notes: bytes) -> bytes:
    return compose(text, ACME, notes)


@st.composite
def any_notes(draw: st.DrawFn) -> bytes:
    """Lines of any bytes with any line ends, none of them a mark."""
    lines = draw(st.lists(st.tuples(st.binary(max_size=12), st.sampled_from([b"\n", b"\r\n", b"  \n"])), max_size=6))
    content = b"".join(line + end for line, end in lines)
    return content.replace(b"relmap:", b"relmap ")


def test_what_was_written_is_current() -> None:
    assert hold(written(), TEXT, ACME).state is State.CURRENT


def test_no_file_is_missing() -> None:
    held = hold(None, TEXT, ACME)
    assert (held.state, held.after) == (State.MISSING, written())


def test_a_new_text_makes_a_file_outdated() -> None:
    held = hold(written(), LATER, ACME)
    assert (held.state, held.after) == (State.OUTDATED, written(LATER))


def test_the_head_says_where_to_write_unless_front_matter_must_come_first() -> None:
    assert written().startswith(b"<!-- Made by relmap plan.")
    assert written("---\ntitle: Acme\n---\n").startswith(b"---\ntitle")


@given(any_notes(), any_notes())
def test_notes_survive_byte_for_byte(first: bytes, second: bytes) -> None:
    file = written(understanding=first, reviewing=second)
    held = hold(file, LATER, ACME)
    assert held.state is State.OUTDATED
    assert take_apart(held.after).notes == {"understanding": first, "reviewing": second}
    assert hold(held.after, LATER, ACME).state is State.CURRENT


@given(any_notes())
def test_notes_of_a_section_that_is_gone_are_kept_at_the_end_and_come_back(content: bytes) -> None:
    file = written(reviewing=content)
    without = hold(file, WITHOUT_REVIEWING, ACME).after
    assert take_apart(without).notes.get("reviewing", b"").strip() == content.strip()
    assert (KEPT in without) == bool(content.strip())
    assert hold(without, WITHOUT_REVIEWING, ACME).state is State.CURRENT
    if content.strip():
        assert hold(without, TEXT, ACME).after == file


@given(any_notes(), st.integers(0, 2000), st.binary(min_size=1, max_size=4))
def test_no_edit_outside_the_blocks_is_ever_lost(content: bytes, place: int, added: bytes) -> None:
    file = written(understanding=content)
    place %= len(file)
    edited = file[:place] + added + file[place:]
    held = hold(edited, LATER, ACME)
    if held.state is State.EDITED:
        return
    before, after = take_apart(edited), take_apart(held.after)
    assert before.text.replace(b"\r", b"").rstrip(b"\n") == take_apart(file).text.rstrip(
        b"\n"
    )  # all of it stands in notes
    assert {name: text for name, text in before.notes.items() if text.strip()} == {
        name: text for name, text in after.notes.items() if text.strip()
    }


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        ((b"58", b"85"), "it was edited outside the notes blocks"),
        ((b"## Reviewing", b"Call them.\n\n## Reviewing"), "it was edited outside the notes blocks"),
        ((b"relmap:plan acme", b"relmap:plan boreal"), "it is the plan of boreal"),
        ((b"relmap:plan acme", b"relmap:shared acme"), "it is the shareable plan of acme"),
        ((b"<!-- relmap:plan acme", b"<!-- plan acme"), "it was not written by relmap"),
        (
            (b"relmap:notes reviewing", b"relmap:notes understanding"),
            "two notes blocks are named understanding",
        ),
        (
            (b"<!-- relmap:end -->\n\n## Reviewing", b"## Reviewing"),
            "the notes block understanding of line 9 has no end before line 12",
        ),
    ],
)
def test_an_edit_is_refused_with_its_reason(edit: tuple[bytes, bytes], reason: str) -> None:
    file = written()
    assert edit[0] in file
    held = hold(file.replace(*edit), LATER, ACME)
    assert (held.state, held.reason) == (State.EDITED, reason)


def test_an_edit_that_relmap_would_make_as_well_is_none() -> None:
    assert hold(written().replace(b"58", b"61"), LATER, ACME).state is State.OUTDATED


def test_a_file_of_notes_alone_is_taken_over() -> None:
    file = b"\n<!-- relmap:notes reviewing -->\nCall Jane\n<!-- relmap:end -->\n"
    held = hold(file, TEXT, ACME)
    assert (held.state, held.after) == (State.OUTDATED, written(reviewing=b"Call Jane\n"))


def test_a_block_that_was_moved_goes_back_to_its_section() -> None:
    file = written(reviewing=b"x\n").replace(b"<!-- relmap:notes reviewing -->\nx\n<!-- relmap:end -->\n", b"")
    moved = b"<!-- relmap:notes reviewing -->\nx\n<!-- relmap:end -->\n" + file
    held = hold(moved, TEXT, ACME)
    assert (held.state, held.after) == (State.OUTDATED, written(reviewing=b"x\n"))


def test_a_file_whose_line_ends_git_has_changed_stays_as_it_is() -> None:
    file = written(reviewing=b"x\n").replace(b"\n", b"\r\n")
    assert hold(file, TEXT, ACME).state is State.CURRENT
    after = hold(file, LATER, ACME).after
    assert after == file.replace(b"58", b"61").replace(take_mark(file), take_mark(after))


def take_mark(file: bytes) -> bytes:
    return file.rstrip().rpartition(b"\n")[2]


def test_what_the_text_has_in_a_block_stands_until_the_file_has_the_block() -> None:
    text = TEXT.replace("notes reviewing -->\n", "notes reviewing -->\n- Who comes?\n")
    first = hold(None, text, ACME).after
    assert take_apart(first).notes["reviewing"] == b"- Who comes?\n"
    emptied = first.replace(b"- Who comes?\n", b"")
    assert hold(emptied, text, ACME).state is State.CURRENT


def test_a_text_with_a_block_twice_is_an_error() -> None:
    with pytest.raises(RelmapError, match="two notes blocks are named reviewing"):
        compose(TEXT + TEXT[TEXT.index("<!-- relmap:notes reviewing") :], ACME, {})


def test_what_was_written_for_ourselves_never_becomes_what_the_customer_sees() -> None:
    held = hold(written(understanding=b"He bluffs.\n"), TEXT, Owner("acme", "shared"))
    assert (held.state, held.reason) == (State.EDITED, "it is the plan of acme")

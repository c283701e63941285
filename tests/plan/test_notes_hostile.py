"""Files put together from anything, marks included: what is written over them loses no line that a person wrote."""

import re
from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from relmap.plan.notes import Owner, State, compose, hold

ACME = Owner("acme")
SECTIONS = ("understanding", "reviewing")
TEXT = "".join(
    f"## {name}\n\nHealth is 58.\n\n<!-- relmap:notes {name} -->\n<!-- relmap:end -->\n\n" for name in SECTIONS
)
LATER = TEXT.replace("58", "61")
MARK = re.compile(rb"[ \t]*<!--[ \t]*relmap:[^<>]*-->\s*")
OURS = frozenset(line.strip() for text in (TEXT, LATER) for line in compose(text, ACME, {}).splitlines())

MARKS = [
    b"<!-- relmap:end -->",
    b"  <!--relmap:end-->  ",
    b"> <!-- relmap:end -->",
    b"`<!-- relmap:notes understanding -->`",
    b"<!-- relmap:plan acme rm1:0123456789abcdef -->",
    b"<!-- relmap:shared acme rm1:0123456789abcdef -->",
    b"## Notes of sections that are gone",
    *(b"<!-- relmap:notes %b -->" % name for name in (b"understanding", b"reviewing", b"gone", b"Gone", b"../x")),
]
STRANGE = [b"", b"\xff\xfe\x00", "Zoë — 株式会社".encode(), b"\x1b[31m", b"a\rb", b"\x0c", b"\xc2\x85"]
LINES = st.one_of(st.sampled_from(MARKS), st.sampled_from(STRANGE), st.binary(max_size=8))
ENDS = st.sampled_from([b"\n", b"\r\n", b"\r\r\n"])


@st.composite
def lines(draw: st.DrawFn) -> list[bytes]:
    return [line + draw(ENDS) for line in draw(st.lists(LINES, max_size=8))]


def lost(before: bytes, after: bytes) -> Counter[bytes]:
    """Return the lines of people that are gone. Blank lines, and marks that stand alone, are relmap's to set."""
    return Counter(_of_people(before)) - Counter(_of_people(after))


def _of_people(file: bytes) -> list[bytes]:
    return [line for line in file.split(b"\n") if line.strip() not in OURS and not MARK.fullmatch(line)]


@given(lines(), lines(), st.booleans())
@example([b"First\n"], [b"<!-- relmap:end -->\n", b"<!-- relmap:notes understanding -->\n", b"Second\n"], False)
def test_anything_between_the_marks_is_kept_or_the_file_is_refused(
    first: list[bytes], second: list[bytes], windows: bool
) -> None:
    file = compose(TEXT, ACME, {}, crlf=windows)
    end = b"\r\n" if windows else b"\n"
    for name, inside in zip(SECTIONS, (first, second), strict=True):
        begin = b"<!-- relmap:notes " + name.encode() + b" -->" + end
        file = file.replace(begin, begin + b"".join(inside))
    held = hold(file, LATER, ACME)
    if held.state is State.EDITED:
        assert held.reason
        return
    assert not lost(file, held.after)
    assert hold(held.after, LATER, ACME).state is State.CURRENT


@given(lines())
def test_a_file_of_any_lines_is_refused_unless_all_of_it_is_kept(found: list[bytes]) -> None:
    file = b"".join(found)
    held = hold(file, TEXT, ACME)
    if held.state is State.EDITED:
        return
    assert not lost(file, held.after)
    assert hold(held.after, TEXT, ACME).state is State.CURRENT


@given(lines(), st.data())
def test_lines_put_anywhere_into_a_plan_are_kept_or_refused(found: list[bytes], data: st.DataObject) -> None:
    plan = compose(TEXT, ACME, {"gone": b"An old word\n"}).splitlines(keepends=True)
    place = data.draw(st.integers(0, len(plan)))
    file = b"".join([*plan[:place], *found, *plan[place:]])
    held = hold(file, LATER, ACME)
    if held.state is State.EDITED:
        return
    assert not lost(file, held.after)


@given(lines())
def test_the_version_for_the_customer_is_never_filled_from_our_own_plan(found: list[bytes]) -> None:
    file = compose(TEXT, ACME, {"understanding": b"They may leave us\n"})
    held = hold(file + b"".join(found), TEXT, Owner("acme", "shared"))
    assert held.state is State.EDITED


def test_what_is_left_of_our_own_plan_when_only_notes_and_mark_stand_is_no_start_for_the_customer_s() -> None:
    file = compose("", ACME, {"understanding": b"They may leave us\n"})
    notes, mark = file.index(b"<!-- relmap:notes"), file.index(b"<!-- relmap:plan")
    held = hold(file[notes:mark] + file[mark:], TEXT, Owner("acme", "shared"))
    assert (held.state, held.reason) == (State.EDITED, "it is the plan of acme")

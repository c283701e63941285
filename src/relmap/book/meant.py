"""Which id a word on the command line means: the id itself, or its unique beginning; and what to say where none is."""

from collections.abc import Iterable, Mapping

from relmap.book.problem import nearest
from relmap.errors import UsageError

FEW, SOME = 5, 8
"""How many ids are named where a word could be several of them, and where it is none."""


def begun_by(word: str, ids: Iterable[str]) -> list[str]:
    """Return the id that the word is, else every id that begins with it, in order."""
    known = list(dict.fromkeys(ids))
    return [word] if word in known else sorted(each for each in known if word and each.startswith(word))


def could_be(word: str, ids: Iterable[str], option: str = "") -> UsageError:
    """Return the error that a word means more than one id. `option` is the one that it stands behind."""
    several = sorted(set(ids))
    more = ", …" if len(several) > FEW else ""
    said = f"{option} {word!r}" if option else repr(word)
    return UsageError(f"{said} could be {', '.join(several[:FEW])}{more}", hint="write more of it")


def did_you_mean_person(word: str, names: Mapping[str, str]) -> str:
    """Return a hint that names the nearest id, by id or by name; empty where none is near. `names` are by id."""
    by_name = {name: who for who, name in names.items()}
    close = nearest(word, names) or by_name.get(nearest(word, by_name), "")
    return f"did you mean {close}?" if close else ""


def known_ids(ids: Iterable[str], nobody: str) -> str:
    """Return a hint that lists a few ids, or says `nobody`."""
    some = sorted(ids)
    return f"known: {', '.join(some[:SOME])}{', …' if len(some) > SOME else ''}" if some else nobody

"""`relmap explain`: what a measure, a word or a code means. It needs no book."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from relmap.cli.exits import DONE
from relmap.cli.options import ColorOption, DebugOption, OutputOption, PageFormatOption
from relmap.cli.output import Target, is_coloured, targets, write
from relmap.errors import UsageError

if TYPE_CHECKING:
    from relmap.manual.find import Topic

FORMATS = ("rich", "text", "markdown", "json")


def complete_word(incomplete: str) -> list[str]:
    """Return the pages, measures, words and codes that begin so."""
    from relmap.manual.find import known_words

    return [word for word in known_words() if word.casefold().startswith(incomplete.casefold())]


WordArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORD]",
        help="A measure (stage.theirs), a word (deep dependence) or a code (RM101). None: the list of all.",
        autocompletion=complete_word,
        show_default=False,
    ),
]


def explain(
    word: WordArgument = None,
    *,
    format_name: PageFormatOption = None,
    output: OutputOption = None,
    color: ColorOption = "auto",
    debug: DebugOption = False,
) -> int:
    """Say what a measure means: its formula and source, an example, what raises it, what it must not be used for."""
    from relmap.manual.find import Topic, find_topic

    del debug  # read where crashes end
    places, coloured = targets(format_name, output or [], FORMATS), is_coloured(color, sys.stdout)
    asked = " ".join(word or [])
    topic = find_topic(asked) if word else Topic()
    if topic is None:
        raise _unknown(asked)
    for place in places:
        write(_render(topic, asked, place, coloured=coloured), place.path)
    return DONE


def _unknown(asked: str) -> UsageError:
    from relmap.book.problem import nearest
    from relmap.manual.find import known_words

    near = nearest(asked, known_words())
    hint = f"did you mean {near}?" if near else "`relmap explain` lists all that can be explained"
    return UsageError(f"nothing is called {asked!r}", hint=hint)


def _render(topic: "Topic", asked: str, place: Target, *, coloured: bool) -> str:
    if place.format == "json":
        from relmap.render.json_explain import explain_json

        return explain_json(topic, asked)
    from relmap.cli.drawing import draw
    from relmap.render.explain import topic_page

    return draw(topic_page(topic), place, coloured=coloured)

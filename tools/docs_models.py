"""The page that puts the five models side by side on one account of the example book."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from relmap.assess.assessment import Assessment, Card
from relmap.assess.run import make_card, run_book
from relmap.book.load import open_book
from relmap.render import labels
from relmap.render.card_dependence import dependence_section
from relmap.render.card_ladder import ladder_section
from relmap.render.card_phase import breakdown_section, phase_section
from relmap.render.card_plan import plan_section, work_section
from relmap.render.card_stage import tests_section, voices_section
from relmap.render.page import Section
from relmap.render.page_markdown import section_lines
from tools.docs_header import GENERATED

EXAMPLE = Path(__file__).parents[1] / "examples" / "meridian"
ACCOUNT = "haldermark-marine"
AS_OF = date(2026, 11, 15)

INTRO = """\
Account managers meet five models of a business relationship. Each asks another question, and relmap answers all five
from the same file, so that nobody has to choose a school before looking. This page shows them on one account of
[the example book](../examples/meridian): Haldermark Marine, the largest customer, which holds its supplier to ransom.

```sh
relmap assess haldermark -C examples/meridian --as-of 2026-11-15
```
"""
DIFFER = """\
## What each sees that the others do not

- **Stages** and **standing** keep three voices apart. Both show the same gap here: we put ourselves a step above where
  they do, and the evidence is on their side.
- **Phases** look at movement. Revenue grows, so the relationship still expands, while two signs say that it may end:
  growth and danger at the same time, which no single grade would show.
- The **Trust Ladder** looks at power. It is the only one that says why growth is no comfort here: the dependence is
  deep, and it is ours. A contract and kept promises have earned trust of the second kind, and not the third.
- The **plan** looks at us. Five of its steps are done; what it lacks is who knows one of their people.

They are not averaged. Where they disagree, the disagreement is the finding.

`relmap why haldermark stage` (or `standing`, `phase`, `ladder`, `crp`) takes each answer apart down to the line of the
file, and `relmap explain stage` says where the model comes from.
"""


def models_page() -> str:
    """Return the page."""
    assessment, card = _example()
    lines = ["# Five models, one account", "", GENERATED, INTRO]
    lines += ["| model | asks | answers here | asks for next |", "| --- | --- | --- | --- |"]
    lines += [f"| {' | '.join(row)} |" for row in _rows(assessment, card)]
    lines += ["", DIFFER]
    for title, sections in _details(assessment, card):
        lines += [f"## {title}", ""]
        for section in sections:
            lines += section_lines(section._replace(title="")) if section else []
    return "\n".join(lines).rstrip() + "\n"


def _example() -> tuple[Assessment, Card]:
    book = open_book(EXAMPLE)
    if book.settings is None:
        raise ValueError("the example's settings are broken")
    run = run_book(book, book.settings, AS_OF, jobs=1)
    return run, make_card(book, book.settings, run, ACCOUNT)


def _rows(assessment: Assessment, card: Card) -> Iterator[tuple[str, str, str, str]]:
    own, profile = assessment.settings, card.profile
    stage, standing, phase = profile.stage, profile.standing, profile.phase
    voices = [labels.stage(own, said) for said in (stage.earned.value, stage.theirs.said, stage.ours.said)]
    yield (
        "[Stages](measures/stage.md) (Bacon)",
        "How deep is it?",
        f"{voices[0]} by the evidence; they say {voices[1]}, we say {voices[2]}",
        "; ".join([test.label for test in stage.missing if test.must]),
    )
    ends = {"none": "not ending", "at_risk": "at risk of ending", "open": "ending"}
    yield (
        "[Phases](measures/phase.md) (Dwyer, Schurr & Oh)",
        "How far has it come, and where does it go?",
        f"{phase.earned.value}, {ends[str(profile.dissolution.verdict.value)]}",
        "; ".join([check.label for check in phase.missing]),
    )
    voices = [labels.standing(own, said) for said in (standing.earned.value, standing.theirs.said, standing.ours.said)]
    yield (
        "[Standing](measures/standing.md) (Customers as Partners)",
        "What are we to them?",
        f"{voices[0]} by the record; they say {voices[1]}, we say {voices[2]}",
        "; ".join([test.label for test in standing.missing]),
    )
    yield (
        "[Trust Ladder](measures/ladder.md) (CustomerAttuned)",
        "Who needs whom, and what does trust rest on?",
        f"{labels.PATTERNS[str(card.ladder.rung)]}, ours; {profile.trust_types.earned.value} trust",
        "; ".join([check.label for check in card.ladder.prescribed if not check.passed]),
    )
    yield (
        "[Plan](measures/crp.md) (Beaumont)",
        "Have we done our work?",
        f"{profile.crp.done} of 6 steps done",
        "; ".join([check.label for step in profile.crp.steps for check in step.missing]),
    )


def _details(assessment: Assessment, card: Card) -> Iterator[tuple[str, tuple[Section | None, ...]]]:
    yield "Stages and standing in three voices", (voices_section(card), tests_section(card))
    yield "Phase, and what may end it", (phase_section(card), breakdown_section(card))
    yield "Trust Ladder and dependence", (dependence_section(card), ladder_section(card))
    yield "The plan, effort and goals", (plan_section(card), work_section(assessment, card))

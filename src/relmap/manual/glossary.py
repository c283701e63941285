"""The words that people meet on screens and in files, each in one to three plain sentences."""

from typing import NamedTuple

from relmap.manual.page import Page
from relmap.manual.topics import dependence, phase, stage, standing


class Word(NamedTuple):
    """A word, what it means, and the page of the manual it belongs to; empty where it belongs to none."""

    word: str
    means: str
    page: str = ""
    also: tuple[str, ...] = ()
    """Other ways to say or write it."""


_WORDS = (
    # the book and its files
    Word("book", "A folder, usually a git repository, with one settings file and one YAML file per account."),
    Word("account", "One customer, kept in one file. The file's name is its id, unique in the whole book."),
    Word("contact", "A person on the customer's side.", "map"),
    Word("team member", "A person on our side, listed under team in relmap.yaml.", also=("member",)),
    Word("owner", "The team member who answers for the account."),
    Word("counterpart", "The contact who runs the relationship on their side.", "stage"),
    Word(
        "relationship",
        "One team member with one contact: the pair. How it stands is written under known_by.",
        "coverage",
    ),
    Word("view", "How one side rates the whole relationship on a day: its stage, our standing, their trust.", "stage"),
    Word("signal", "A yes or no to a question of the catalogue, with a date and who says so.", "stage"),
    Word("promise", "Something one side said it would do, with a day on which it falls due.", "promises"),
    Word("exchange", "Something one side gave the other: price, knowledge, commitment and so on.", "equity"),
    Word("touchpoint", "A meeting, call or message between people of both sides on a day.", "coverage"),
    Word("goal", "What we want to change with one person. A customer goal is what they want to reach.", "stage"),
    Word("customer goal", "What the customer wants to reach, in their words where the source is theirs.", "standing"),
    Word("initiative", "What we do for a goal, ours or theirs: who sees to it, since when and until when.", "stage"),
    Word(
        "repair", "An agreed roadmap back after something went wrong, and the promises that belong to it.", "promises"
    ),
    Word("review", "The record that somebody looked at the whole account, on a day, for a fiscal quarter.", "review"),
    Word("tier", "A class of accounts: how often it is reviewed, and whether it holds the key accounts.", "review"),
    Word("key account", "An account of a tier marked as key. Whether we can serve them all is what key_capacity says."),
    Word("group", "Accounts under one topmost parent. They count as one customer in concentration.", "concentration"),
    Word("division", "An account whose parent is another account.", "concentration"),
    Word(
        "period",
        "A fiscal year (2025) or quarter (2025-Q1), named after the year in which the fiscal year ends.",
        "share",
    ),
    Word("four quarters", "The last four complete fiscal quarters and the current one.", "equity"),
    Word(
        "ambition",
        "What we want from the relationship: stay and maximise, climb, move back or exit; and the stage aimed at.",
        "health",
    ),
    Word("waiver", "A finding that is accepted for a while: why, by whom, and until when.", "review"),
    # what relmap computes, and how far it is known
    Word("measure", "A figure or a word that relmap computes from the book and a day, with bounds."),
    Word("rule", "A check with a code. What it says of a place in a file is a finding."),
    Word("finding", "One thing relmap has to say about one place in a file: code, severity, message and place."),
    Word("rubric", "Every threshold of every measure. A book sets its own under rubric in relmap.yaml."),
    Word(
        "day of the assessment",
        "The day that is assessed; what is dated after it does not exist yet.",
        also=("as of",),
    ),
    Word(
        "bounds",
        "The least and the most that a figure can be, whatever the unknowns in the file turn out to be.",
        also=("range", "low", "high"),
    ),
    Word(
        "unknown",
        "Missing, or too old to count. It is never taken as good, bad or zero: it widens the bounds.",
        also=("not known", "?"),
    ),
    Word("not scored", "Too little is known for a figure. The reason is given, and so are the bounds.", "health"),
    Word(
        "completeness",
        "The share of a measure's weight that is known. Below the rubric's line a mean is not scored.",
        "health",
    ),
    Word(
        "fresh",
        "Young enough to count: the rubric's valid_days say how old a rating, a view or a signal may be.",
        "trust",
    ),
    Word("stale", "Too old to count. It is listed, and taken as unknown.", "trust"),
    Word("undated", "Without a day. It counts, and is listed as undated.", "trust"),
    Word("confirmed", "Said by them or by a document, not only by us.", "stage"),
    Word(
        "voice", "Whose word it is. What we claim, what they say and what the evidence earns are kept apart.", "stage"
    ),
    Word("claimed", "What we say ourselves. It never raises a stage or a standing.", "stage", ("claim", "we say")),
    Word("earned", "What the evidence in the file shows, whoever says what.", "stage"),
    Word("headline", "The lower of what is earned and what they say.", "stage"),
    Word("one-sided", "Without a fresh word of theirs: only the evidence speaks.", "stage"),
    Word("inferred", "What we conclude about their view. It is our word and never counts as theirs.", "stage"),
    Word("disputed", "Respondents answer a signal differently. It counts as the bad news.", "stage"),
    # people
    Word("active", "There on the day: not left, and no placeholder.", "coverage"),
    Word("placeholder", "A seat on their side whose holder we do not know yet. It shows in role gaps only.", "roles"),
    Word(
        "power",
        "How much a contact decides, 1 to 5. Where it is not rated it weighs 3, and 1 to 5 in the bounds.",
        "map",
    ),
    Word("interest", "How much a contact cares about what we do, 1 to 5.", "map"),
    Word("key player", "A contact of power 4 or 5.", "map"),
    Word(
        "level",
        "What one of ours is to a contact: none, vendor, credible source, problem solver, trusted advisor.",
        "coverage",
    ),
    Word(
        "live",
        "A relationship that works: credible source or more, both people there, both ways, and met lately.",
        "coverage",
    ),
    Word("live contact", "A contact with whom at least one of ours is live.", "threads"),
    Word("single-threaded", "Live with one contact only.", "threads"),
    Word(
        "single point of failure",
        "Somebody whose leaving alone puts a key player out of our reach. Ours or theirs.",
        "resilience",
        ("single point",),
    ),
    Word("supportive", "A key player who is our champion or supporter.", "map"),
    Word("some cover", "A key player who does not support us, and whom someone of ours knows.", "map"),
    Word("no cover", "A key player whom nobody of ours knows.", "map"),
    Word("suspiciously positive", "Five or more opinions, and none against us: most often nobody asked.", "map"),
    Word(
        "quadrant",
        "Where power and interest put a contact: manage closely, keep satisfied, keep informed, monitor.",
        "map",
    ),
    Word("champion", "Who speaks for us when we are not there.", "support"),
    Word("supporter", "Who is for us when asked.", "support"),
    Word("neutral", "Who is neither for nor against us.", "support"),
    Word("skeptic", "Who doubts us.", "support"),
    Word("opponent", "Who works against us.", "support"),
    Word("sponsor", "Who stands up for the work with us at the top.", "roles"),
    Word("gatekeeper", "Who decides who gets in: procurement, an assistant.", "roles"),
    Word("budget holder", "Who can spend the money.", "roles", ("budget",)),
    # trust and record
    Word("personal trust", "How far their people trust ours, by power.", "trust"),
    Word("organisational trust", "How far they trust our company: their newest view.", "trust"),
    Word("person-held", "They trust our people highly and our company not: it leaves with the person.", "trust"),
    Word("trust equation", "(Credibility + reliability + intimacy) / self-orientation, each 1 to 10.", "trust"),
    Word("overdue", "The day has passed and nothing was done: a promise, an initiative or a review.", "promises"),
    Word("broken", "A promise of which somebody wrote that it was not kept.", "promises"),
    Word("say/do ratio", "What was done of what was said, in time.", "promises"),
    Word("band", "Red, amber or green: what health comes to.", "health", ("red", "amber", "green")),
    # dependence and money
    Word("stake", "How much would be lost without the other side, 0 to 1.", "dependence"),
    Word("alternatives", "How many others could take a side's place: none, few, several or many.", "dependence"),
    Word("mutual dependence", "Both sides' dependence added up: how much is at stake for both.", "dependence"),
    Word("imbalance", "Our dependence less theirs. Above 0 they hold the power.", "dependence"),
    Word("pattern", "Deep or shallow, dependence or interdependence: the shape of who needs whom.", "dependence"),
    Word("direction", "Which side depends more: ours, theirs, or even.", "dependence"),
    Word(
        "suffering deep dependence",
        "A core customer, deep dependence of ours, and at least one of the three signs.",
        "dependence",
    ),
    Word("held to ransom", "One side uses the other's dependence to get its way.", "dependence"),
    Word("one-way street", "One side does most of the giving.", "dependence"),
    Word(
        "margins eroding", "The margin after cost to serve falls as fast as the rubric's line, or faster.", "dependence"
    ),
    Word("core group", "The few customers who make most of the revenue.", "dependence", ("core customer", "core")),
    Word(
        "reciprocity", "What we got less what we gave, over both together: −1 we give all, +1 they give all.", "equity"
    ),
    Word("balanced", "Reciprocity near zero, within the rubric's line.", "equity"),
    Word("margin", "Gross profit after cost to serve, in percent of revenue.", "equity"),
    Word(
        "cost to serve",
        "What serving them costs beyond the cost of what was sold: visits, rush orders, support.",
        "equity",
    ),
    Word("whitespace", "The offerings of ours that they do not buy.", "wallet", ("not bought yet",)),
    Word("potential", "What they could become: a key account or not, and the revenue within reach.", "wallet"),
    Word(
        "HHI",
        "Herfindahl–Hirschman index: the sum of squared shares in percent, up to 10 000 for a single customer.",
        "concentration",
        ("Herfindahl–Hirschman index", "Herfindahl"),
    ),
    Word(
        "effective number",
        "As many customers of equal size would concentrate the book as much: 10 000 / HHI.",
        "concentration",
    ),
    Word("major customer", "A customer with 10 % or more of the revenue.", "concentration", ("major",)),
    Word("profile", "A named set of lines that concentration is judged by, each from its own source.", "concentration"),
    Word("fragility", "The sum of exposures: the share of revenue that hangs on what relationships lack.", "exposure"),
    Word(
        "loss", "What goes with a customer's whole group: revenue, gross profit, and who of ours is freed.", "exposure"
    ),
    Word("perception gap", "Our view less theirs, of stage, standing or trust.", "perception"),
    Word("optimism", "Our stage less the earned one: how far we claim more than the evidence shows.", "perception"),
    Word(
        "Trust Ladder",
        "Four rungs, from shallow dependence to deep interdependence, each a choice to stay or climb.",
        "ladder",
    ),
    Word("rung", "Where a relationship stands on the Trust Ladder: its pattern of dependence.", "ladder"),
    Word(
        "type of trust",
        "What trust rests on: calculus, knowledge or identification, each building on the one below.",
        "ladder",
    ),
    Word(
        "calculus trust",
        "Trust because breaking the agreement would cost more than it brings.",
        "ladder",
        ("calculus",),
    ),
    Word("knowledge trust", "Trust because each side has seen how the other behaves.", "ladder", ("knowledge",)),
    Word(
        "identification trust",
        "Trust because both want the same, and act for each other unasked.",
        "ladder",
        ("identification",),
    ),
    Word("excessive trust", "High trust with neither kept promises nor a recent word of theirs behind it.", "ladder"),
    Word(
        "dissolution",
        "Whether the relationship is at risk of ending, or notice is given. It lies over any phase.",
        "phase",
    ),
    Word(
        "cause of a breakdown",
        "One of five reasons for which relationships end, and whether it is at work.",
        "breakdown",
    ),
    Word("under-served", "Less effort than the stage needs.", "service"),
    Word("over-served", "More effort than the stage is worth.", "service"),
    Word(
        "transient",
        "What the collaborative stage is: whoever stays in it too long has to advance or move back.",
        "stage",
    ),
    Word("plan step", "One of the six steps of a Customer Relationship Plan: done, partly or missing.", "crp"),
    Word("attainment", "How far a goal has come from where it started to its target, 0 to 100.", "goals"),
    Word(
        "loose end",
        "A goal without an initiative, an initiative without a goal, a level below the desired one.",
        "goals",
    ),
)


_BARE = ("no", "yes", "none", "open")
"""Answers that say nothing without their question."""


def _named_by(page: Page) -> tuple[Word, ...]:
    """The words that a measure answers with, as its page explains them."""
    named = ((word.replace("_", " "), means) for word, means in page.words.items() if word not in _BARE)
    return tuple(Word(word, means, page.id) for word, means in named)


GLOSSARY: tuple[Word, ...] = (
    *_WORDS,
    *_named_by(stage.PAGE),
    *_named_by(standing.PAGE),
    *_named_by(phase.PAGE),
    *_named_by(dependence.PAGE),
)
"""Every word, in the order of reading."""

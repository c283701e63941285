"""`relmap check`: every path with its exit code, its stdout and its stderr."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from relmap.cli.check import complete_code
from relmap.rules.rm3 import not_reviewed
from relmap.rules.rule import Case, Hit
from relmap.rules.rules import ALL

from .gate import BOREAL, CLEAN, CORVUS, DAY, DONE, HEAD, NEVER, ONLY, OVERDUE, RED, SETTINGS, commit, git, write
from .running import Ending

Run = Callable[..., Ending]
QUIET_NEXT = "nothing more goes red by 2026-11-29\n"


@pytest.fixture
def check(relmap: Run, tmp_path: Path) -> Run:
    """Check a book of these files, without looking ahead."""

    def run(files: dict[str, str], *words: str) -> Ending:
        return relmap("check", "-C", str(write(tmp_path, files)), "--as-of", DAY, "--within", "0d", *words)

    return run


def test_a_clean_book(check: Run) -> None:
    assert check(CLEAN) == (0, "", "note: 2 accounts: no findings\n")


def test_findings_fail_the_check(check: Run) -> None:
    assert check(RED) == (1, BOREAL + CORVUS, "note: 4 accounts: 2 errors\n")


def test_quiet_says_nothing_on_stderr(check: Run) -> None:
    assert check(RED, "-q") == (1, BOREAL + CORVUS, "")


def test_verbose_counts_by_code(check: Run) -> None:
    assert check(RED, "-v").err == "note: 1 × RM301, 1 × RM302\nnote: 4 accounts: 2 errors\n"


def test_exit_zero_turns_1_into_0(check: Run) -> None:
    assert check(RED, "--exit-zero", "-q") == (0, BOREAL + CORVUS, "")


@pytest.mark.parametrize(
    ("fail_on", "severity", "code"),
    [
        ("error", "warning", 0),
        ("warning", "warning", 1),
        ("info", "info", 1),
        ("warning", "info", 0),
        ("info", "error", 1),
    ],
)
def test_only_what_is_as_bad_as_asked_fails(check: Run, fail_on: str, severity: str, code: int) -> None:
    settings = f"{HEAD}rules: {{{ONLY}, severity: {{RM301: {severity}}}}}\n"
    ending = check({**CLEAN, "relmap.yaml": settings, "accounts/boreal.yaml": OVERDUE}, "--fail-on", fail_on)
    assert ending.code == code
    assert f"RM301 {severity}: " in ending.out


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (("--select", "RM301"), BOREAL),
        (("--select", "rm1,rm30", "--ignore", "RM301"), CORVUS),
        (("--select", "RM1,RM302"), CORVUS),
        (("--select", "RM301", "--select", "RM302"), BOREAL + CORVUS),
        (("--ignore", "RM3"), ""),
        (("--profile", "starter"), BOREAL + CORVUS),
    ],
)
def test_codes_are_chosen(check: Run, words: tuple[str, ...], out: str) -> None:
    ending = check(RED, "-q", *words)
    assert (ending.code, ending.out) == (1 if out else 0, out)


def test_the_settings_choose_as_well(check: Run) -> None:
    settings = f"{HEAD}rules: {{select: [RM301, RM302, RM9], ignore: [RM302]}}\n"
    assert check({**RED, "relmap.yaml": settings}, "-q") == (1, BOREAL, "")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--select", "RM8"), "relmap: --select: no code begins with 'RM8'\n  hint: `relmap rules` lists all codes\n"),
        (("--ignore", "RM3O1"), "relmap: --ignore: no code begins with 'RM3O1'\n  hint: did you mean RM301?\n"),
        (("--select", ","), "relmap: --select names no code\n  hint: for example RM3 or RM301,RM302\n"),
        (("--profile", "strickt"), "relmap: --profile 'strickt' is not possible\n  hint: did you mean strict?\n"),
        (("--fail-on", "fatal"), "relmap: --fail-on 'fatal' is not possible\n  hint: one of error, warning, info\n"),
        (
            ("--within", "soon"),
            "relmap: --within 'soon' is no time\n  hint: write days or weeks, 14d or 6w, up to 3650d\n",
        ),
        (
            ("--within", "9999w"),
            "relmap: --within '9999w' is no time\n  hint: write days or weeks, 14d or 6w, up to 3650d\n",
        ),
        (("--format", "sarf"), "relmap: --format 'sarf' is not possible\n  hint: did you mean sarif?\n"),
        (("nobody",), "relmap: no account 'nobody'\n  hint: `relmap assess` lists all\n"),
        (("--no-such",), "relmap: no such option: --no-such\n  hint: see `relmap check --help`\n"),
    ],
)
def test_what_cannot_be_understood_ends_with_2(check: Run, words: tuple[str, ...], message: str) -> None:
    assert check(RED, *words) == (2, "", message)


def test_no_book(relmap: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    hint = "  hint: name the book with -C DIR\n"
    assert relmap("check") == (2, "", f"relmap: no relmap.yaml here or in any folder above\n{hint}")


def test_no_account(check: Run) -> None:
    code, out, err = check({"relmap.yaml": SETTINGS})
    assert (code, out) == (2, "")
    assert "no account file in " in err


def test_broken_settings(check: Run) -> None:
    code, out, err = check({**RED, "relmap.yaml": "company: [\n"})
    assert (code, out) == (2, "")
    assert err.startswith("relmap.yaml:2:1: RM020 error: ")
    assert err.endswith("relmap: relmap.yaml is broken, so nothing can be assessed\n")


BAD_RULES = f"""\
{HEAD}rules:
  select: [RM3, RM8]
  severity: {{RM30: info}}
  options: {{RM301: {{require_curent: true}}, RM302: {{x: 1}}, XM3: {{}}}}
waivers: [{{rule: RX1, account: acme, reason: r, owner: tom, expires: 2027-01-01}}]
"""


def test_rules_that_there_are_not_are_told_at_their_places(check: Run) -> None:
    code, out, err = check({**RED, "relmap.yaml": BAD_RULES})
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "relmap.yaml:4:17: RM105 error: no code begins with 'RM8' (`relmap rules` lists all codes)",
        "relmap.yaml:5:14: RM105 error: there is no rule 'RM30' (`relmap rules` lists all codes)",
        "relmap.yaml:6:21: RM101 error: the rule has no option 'require_curent' (did you mean require_current?)",
        "relmap.yaml:6:52: RM101 error: the rule has no option 'x' (this rule has no options)",
        "relmap.yaml:6:59: RM105 error: 'XM3' is no rule (`relmap rules` lists all codes)",
        "relmap.yaml:7:18: RM105 error: no code begins with 'RX1' (`relmap rules` lists all codes)",
        "relmap: relmap.yaml names rules or options that there are not, so nothing is checked",
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [("14", "a number where true or false is expected"), ("[a]", "a list of words where true or false is expected")],
)
def test_an_option_of_another_kind(check: Run, value: str, said: str) -> None:
    settings = f"{HEAD}rules: {{{ONLY}, options: {{RM301: {{require_current: {value}}}}}}}\n"
    code, _, err = check({**RED, "relmap.yaml": settings})
    column = settings.splitlines()[2].index(value) + 1
    assert code == 2
    assert f"relmap.yaml:3:{column}: RM103 error: {said}" in err


def test_a_broken_account_is_a_finding_whatever_was_selected(check: Run) -> None:
    code, out, _ = check({**CLEAN, "accounts/bad.yaml": "name: [\n"}, "--select", "RM302")
    assert code == 1
    assert out.startswith("accounts/bad.yaml:2:1: RM020 error: ")


def test_findings_of_the_loader_are_rules_as_well(check: Run) -> None:
    files = {**CLEAN, "accounts/acme.yaml": DONE + "parent: nobody\n"}
    assert check(files, "-q").code == 1
    assert check(files, "-q", "--ignore", "RM120") == (0, "", "")
    softened = f"{HEAD}rules: {{{ONLY}, severity: {{RM120: info}}}}\n"
    assert check({**files, "relmap.yaml": softened}, "-q").code == 0


@pytest.mark.parametrize(
    ("word", "out"),
    [
        ("boreal", BOREAL),
        ("bor", BOREAL),
        ("accounts/north/boreal.yaml", BOREAL),
        ("accounts/north", BOREAL + CORVUS),
        ("acme", ""),
        ("relmap.yaml", ""),
    ],
)
def test_accounts_are_named_by_id_beginning_path_or_folder(check: Run, word: str, out: str) -> None:
    ending = check(RED, "-q", word)
    assert (ending.code, ending.out) == (1 if out else 0, out)


def test_a_folder_without_accounts(check: Run, tmp_path: Path) -> None:
    (tmp_path / "book" / "empty").mkdir(parents=True)
    message = "relmap: no account lies in empty\n  hint: name a folder of the book, or an account\n"
    assert check(RED, "empty") == (2, "", message)


def test_a_review_that_is_due_fails_only_where_that_is_asked_for(relmap: Run, tmp_path: Path) -> None:
    book = write(tmp_path, {"relmap.yaml": SETTINGS, "accounts/boreal.yaml": OVERDUE})
    words = ("check", "-C", str(book), "--as-of", "2026-10-10", "-q")
    assert relmap(*words).code == 0
    required = relmap(*words, "--require-current")
    assert required.code == 1
    assert "RM301 error" in required.out


@pytest.mark.parametrize(
    ("within", "told"),
    [
        ("0d", ""),
        ("61d", "nothing more goes red by 2027-01-15\n"),
        (
            "62d",
            "goes red by 2027-01-16:\n  2027-01-16 accounts/acme.yaml:3: RM301 error: last reviewed on 2026-10-20 for"
            " 2026-Q4; the next review is due by 2027-01-15\n",
        ),
    ],
)
def test_what_goes_red_next_is_told(check: Run, within: str, told: str) -> None:
    assert check(CLEAN, "--within", within) == (0, "", f"{told}note: 2 accounts: no findings\n")


def test_what_goes_red_next_is_told_without_asking(relmap: Run, tmp_path: Path) -> None:
    ending = relmap("check", "-C", str(write(tmp_path, CLEAN)), "--as-of", "2027-01-02")
    assert ending.code == 0
    assert ending.err.startswith("goes red by 2027-01-16:\n  2027-01-16 accounts/acme.yaml:3: RM301 error")


@pytest.mark.parametrize("starts", [1, 4, 7, 10])
@pytest.mark.parametrize(("day", "code"), [("last", 0), ("first", 0), ("grace", 0), ("after", 1)])
def test_the_quarter_turns_with_the_fiscal_year(relmap: Run, tmp_path: Path, starts: int, day: str, code: int) -> None:
    """A review of the fiscal quarter in which 2026-09 lies: good to its last day, and for the grace days after it."""
    quarter = {1: "2026-Q3", 4: "2026-Q2", 7: "2026-Q1", 10: "2025-Q4"}[starts]
    quarter = quarter if starts == 1 else {4: "2027-Q2", 7: "2027-Q1", 10: "2026-Q4"}[starts]
    files = {
        "relmap.yaml": f"{SETTINGS}fiscal_year_starts: {starts}\n",
        "accounts/acme.yaml": DONE.replace("2026-10-20", "2026-09-10").replace("2026-Q4", quarter),
    }
    on = {"last": "2026-09-30", "first": "2026-10-01", "grace": "2026-10-15", "after": "2026-10-16"}[day]
    ending = relmap("check", "-C", str(write(tmp_path, files)), "--as-of", on, "--select", "RM3", "-q")
    assert ending.code == code, ending.out
    required = relmap(
        "check", "-C", str(tmp_path / "book"), "--as-of", on, "--select", "RM3", "-q", "--require-current"
    )
    assert required.code == (0 if day == "last" else 1)


@pytest.fixture
def _crashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that fails on Boreal, beside those there are."""

    def find(case: Case) -> Iterator[Hit]:
        yield from not_reviewed.RULE.find(case)
        if case.facts.id == "boreal":
            raise ValueError("Tom Hansen's secret")

    rule = replace(not_reviewed.RULE, find=find)
    others = [other for other in ALL if other.code != rule.code]
    monkeypatch.setattr("relmap.rules.plan.ALL", (rule, *others))


@pytest.mark.usefixtures("_crashing")
def test_a_rule_that_fails_is_a_finding_and_ends_with_2(check: Run) -> None:
    code, out, err = check(RED, "--exit-zero")
    assert code == 2
    crash = (
        "accounts/north/boreal.yaml:1:1: RM901 error: the rule RM301 (not-reviewed) failed with ValueError (this is a"
        " bug in relmap; run with --debug for the traceback)\n"
    )
    assert out == crash + CORVUS
    assert "secret" not in out + err


@pytest.mark.usefixtures("_crashing")
def test_a_rule_that_fails_cannot_be_left_out_of_the_answer(check: Run) -> None:
    assert check(RED, "-q", "--select", "RM301").code == 2
    assert check(RED, "-q", "--ignore", "RM9").code == 2
    assert check(RED, "-q", "--ignore", "RM301") == (1, CORVUS, "")


@pytest.mark.usefixtures("_crashing")
def test_debug_shows_where_a_rule_failed(check: Run) -> None:
    code, out, err = check(RED, "--debug")
    assert (code, out) == (2, "")
    assert "ValueError: Tom Hansen's secret" in err


class TestChangedSince:
    """`--changed-since`: nobody is punished for what they did not touch."""

    @pytest.fixture
    def gate(self, relmap: Run, tmp_path: Path) -> Run:
        self.book = write(tmp_path, RED)
        commit(self.book)
        return lambda *words: relmap("check", "-C", str(self.book), "--as-of", DAY, "--within", "0d", *words)

    def test_nothing_changed(self, gate: Run) -> None:
        note = "note: no account is among what was changed\n"
        assert gate("--changed-since", "HEAD") == (0, "", f"{note}note: 0 accounts: no findings\n")

    def test_an_account_that_was_touched(self, gate: Run) -> None:
        (self.book / "accounts" / "north" / "corvus.yaml").write_text(NEVER + "tags: [mills]\n")
        assert gate("--changed-since", "HEAD") == (1, CORVUS, "note: 1 account: 1 error\n")

    def test_an_account_on_a_branch(self, gate: Run) -> None:
        git(self.book, "switch", "-q", "-c", "work")
        (self.book / "accounts" / "north" / "boreal.yaml").write_text(OVERDUE + "tags: [pumps]\n")
        commit(self.book, "Tags")
        assert gate("--changed-since", "main", "-q") == (1, BOREAL, "")

    def test_named_accounts_and_changed_ones_meet(self, gate: Run) -> None:
        (self.book / "accounts" / "north" / "corvus.yaml").write_text(NEVER + "tags: [mills]\n")
        assert gate("boreal", "--changed-since", "HEAD", "-q") == (0, "", "")

    def test_a_new_file_that_cannot_be_an_account(self, gate: Run) -> None:
        (self.book / "accounts" / "no good.yaml").write_text(NEVER)
        code, out, _ = gate("--changed-since", "HEAD", "-q")
        assert code == 1
        assert out.startswith("accounts/no good.yaml:1:1: RM005 error: ")

    def test_an_unknown_revision(self, gate: Run) -> None:
        code, out, err = gate("--changed-since", "nowhere")
        assert (code, out) == (2, "")
        assert err.startswith("relmap: git knows no revision 'nowhere'\n")

    def test_a_shallow_clone(self, gate: Run, relmap: Run, tmp_path: Path) -> None:
        (self.book / "accounts" / "acme.yaml").write_text(DONE + "tags: [foods]\n")
        commit(self.book, "Tags")
        git(tmp_path, "clone", "-q", "--depth", "1", f"file://{self.book}", "clone")
        code, out, err = relmap("check", "-C", str(tmp_path / "clone"), "--changed-since", "HEAD")
        assert (code, out) == (2, "")
        assert "this clone is shallow" in err
        assert "fetch-depth: 0" in err

    def test_no_repository(self, check: Run) -> None:
        code, out, err = check(RED, "--changed-since", "main")
        assert (code, out) == (2, "")
        assert err.startswith("relmap: --changed-since needs git's history, and ")

    def test_no_git(self, gate: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        message = "relmap: git is needed for this and was not found\n  hint: install git, or put it on the PATH\n"
        assert gate("--changed-since", "main") == (2, "", message)


def test_several_forms_in_one_run(check: Run, tmp_path: Path) -> None:
    forms = ("text", "github", "gitlab", "sarif", "junit", "json", "jsonl", "markdown", "rich")
    words = [word for form in forms for word in ("-o", f"{form}:{tmp_path / form}")]
    assert check(RED, "-q", *words) == (1, "", "")
    for form in forms:
        assert (tmp_path / form).read_text(encoding="utf-8") == check(RED, "-q", "--format", form).out


def test_the_same_bytes_in_one_process_and_in_two(check: Run) -> None:
    files = {**RED} | {f"accounts/x/a{number}.yaml": NEVER for number in range(300)}
    one, two = (check(files, "--format", "json", "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two
    assert json.loads(one.out)["counts"]["error"] == 302


def test_codes_are_completed() -> None:
    assert "RM301" in complete_code("rm3")
    assert "RM3" in complete_code("RM")
    assert complete_code("x") == []

"""What people accept: comments on the line, waivers in relmap.yaml, and a baseline."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .gate import BOREAL, CLEAN, CORVUS, DAY, HEAD, NEVER, ONLY, OVERDUE, RED, SETTINGS, write
from .running import Ending

Run = Callable[..., Ending]


@pytest.fixture
def check(relmap: Run, tmp_path: Path) -> Run:
    """Check a book of these files, without looking ahead."""

    def run(files: dict[str, str], *words: str, day: str = DAY) -> Ending:
        return relmap("check", "-C", str(write(tmp_path, files)), "--as-of", day, "--within", "0d", *words)

    return run


def ignored(comment: str) -> dict[str, str]:
    return {**CLEAN, "accounts/boreal.yaml": OVERDUE.replace("reviews:", f"reviews: # {comment}")}


def waived(rule: str = "RM301", account: str = "boreal", expires: str = "2026-12-31") -> dict[str, str]:
    waiver = f"{{rule: {rule}, account: {account}, reason: In January, owner: tom, expires: {expires}}}"
    return {**CLEAN, "accounts/boreal.yaml": OVERDUE, "relmap.yaml": f"{SETTINGS}waivers:\n  - {waiver}\n"}


class TestComments:
    def test_a_finding_is_accepted_on_its_line(self, check: Run) -> None:
        ending = check(ignored("relmap: ignore[RM301] they asked for January"))
        assert ending == (0, "", "note: 3 accounts: no findings; 1 accepted\n")

    def test_a_comment_of_its_own_line_means_the_next(self, check: Run) -> None:
        text = OVERDUE.replace("reviews:", "# relmap: ignore[RM301] January\nreviews:")
        assert check({**CLEAN, "accounts/boreal.yaml": text}, "-q").code == 0

    def test_json_says_why(self, check: Run) -> None:
        out = check(ignored("relmap: ignore[RM301] January"), "--format", "json").out
        (found,) = json.loads(out)["findings"]
        assert (found["state"], found["fails"]) == ("waived", False)
        assert found["accepted"] == {"reason": "January", "by": "comment", "until": None}

    @pytest.mark.parametrize(
        ("comment", "code", "said"),
        [
            ("relmap: ignore[RM301]", "RM905", "this comment ignores RM301 without a reason, so it counts for nothing"),
            ("relmap: ignore it", "RM905", "this comment names no code, so it counts for nothing"),
            ("relmap: ignore[RM302] x", "RM904", "RM302 is ignored here, and there is no such finding"),
        ],
    )
    def test_a_comment_in_vain_is_a_finding(self, check: Run, comment: str, code: str, said: str) -> None:
        ending = check(ignored(comment), "-q")
        assert ending.code == 1  # the review is overdue all the same
        assert f"accounts/boreal.yaml:3:10: {code} warning: {said}" in ending.out

    def test_a_comment_is_not_in_vain_where_its_rule_did_not_run(self, check: Run) -> None:
        assert check(ignored("relmap: ignore[RM301] January"), "--select", "RM302,RM9", "-q") == (0, "", "")

    def test_a_broken_file_cannot_be_accepted(self, check: Run) -> None:
        text = "name: Acme # relmap: ignore[RM102] no\nownr: maria # relmap: ignore[RM101] no\n"
        ending = check({**CLEAN, "accounts/acme.yaml": text}, "-q")
        assert ending.code == 1
        assert "RM101 error" in ending.out
        assert "RM102 error" in ending.out

    def test_a_dangling_reference_can_be_accepted(self, check: Run) -> None:
        text = CLEAN["accounts/acme.yaml"] + "parent: soon # relmap: ignore[RM120] comes in May\n"
        assert check({**CLEAN, "accounts/acme.yaml": text}, "-q") == (0, "", "")


class TestWaivers:
    def test_a_finding_is_waived(self, check: Run) -> None:
        assert check(waived()) == (0, "", "note: 3 accounts: no findings; 1 accepted\n")

    def test_a_beginning_of_a_code_waives_all_that_begin_so(self, check: Run) -> None:
        assert check(waived("RM30"), "-q").code == 0

    def test_its_last_day_counts_and_the_next_does_not(self, check: Run) -> None:
        assert check(waived(expires="2026-11-15"), "-q") == (0, "", "")
        ending = check(waived(expires="2026-11-15"), "-q", day="2026-11-16")
        assert ending.code == 1
        assert "accounts/boreal.yaml:3:1: RM301 error" in ending.out
        assert (
            "relmap.yaml:5:5: RM902 warning: the waiver of RM301 for boreal counts until 2026-11-15 (tom" in ending.out
        )

    def test_its_end_is_told_before(self, check: Run) -> None:
        err = check(waived(expires="2026-11-20"), "--within", "14d").err
        assert "  2026-11-21 relmap.yaml:5: RM902 warning: the waiver of RM301 for boreal counts until" in err

    @pytest.mark.parametrize("files", [waived("RM302"), waived(account="acme")])
    def test_one_that_meets_nothing_is_a_finding(self, check: Run, files: dict[str, str]) -> None:
        ending = check(files, "-q")
        assert ending.code == 1
        assert "relmap.yaml:5:5: RM903 warning: the waiver of" in ending.out

    def test_it_is_not_in_vain_where_its_rule_did_not_run(self, check: Run) -> None:
        assert check(waived(), "-q", "--select", "RM302,RM9") == (0, "", "")

    def test_it_is_not_in_vain_where_its_account_was_not_looked_at(self, check: Run) -> None:
        assert check(waived("RM302"), "acme", "-q") == (0, "", "")

    @pytest.mark.parametrize("missing", ["rule", "account", "reason", "owner", "expires"])
    def test_everything_must_be_said(self, check: Run, missing: str) -> None:
        said = {"rule": "RM301", "account": "boreal", "reason": "x", "owner": "tom", "expires": "2026-12-31"}
        waiver = ", ".join(f"{key}: {value}" for key, value in said.items() if key != missing)
        code, _, err = check({**RED, "relmap.yaml": f"{SETTINGS}waivers: [{{{waiver}}}]\n"})
        assert code == 2
        assert f"RM102 error: `{missing}` is missing" in err


class TestBaseline:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        return tmp_path / "baseline.json"

    @pytest.fixture
    def written(self, check: Run, file: Path) -> Path:
        note = f"note: {file}: 2 findings written; a check with --baseline {file} does not fail on them\n"
        assert check(RED, "--write-baseline", str(file)) == (0, "", note)
        return file

    def test_it_lists_fingerprints_one_a_line(self, written: Path) -> None:
        assert written.read_text() == (
            '{\n"version": 1,\n"findings": [\n  "RM301/boreal/review",\n  "RM302/corvus/review"\n]\n}\n'
        )

    def test_what_it_lists_does_not_fail(self, check: Run, written: Path) -> None:
        ending = check(RED, "--baseline", str(written))
        assert ending == (0, "", "note: 4 accounts: no findings; 2 in the baseline\n")

    def test_what_is_new_fails(self, check: Run, written: Path) -> None:
        more = {**RED, "accounts/extra.yaml": NEVER}
        code, out, err = check(more, "--baseline", str(written))
        assert (code, err) == (1, "note: 5 accounts: 1 error; 2 in the baseline\n")
        assert out.startswith("accounts/extra.yaml:1:7: RM302 error: never reviewed")

    def test_what_is_fixed_is_a_finding_and_is_pruned(self, check: Run, written: Path) -> None:
        fixed = {**RED, "accounts/north/corvus.yaml": NEVER + "status: prospect\n"}
        said = (
            f"{written}:1:1: RM906 warning: {written} lists RM302/corvus/review, and it is not there any more"
            f" (`relmap check --baseline {written} --prune-baseline` takes it out)\n"
        )
        assert check(fixed, "-q", "--baseline", str(written)) == (0, said, "")
        note = f"note: {written}: 1 finding taken out, 1 left\n"
        assert check(fixed, "--baseline", str(written), "--prune-baseline") == (0, "", note)
        assert json.loads(written.read_text())["findings"] == ["RM301/boreal/review"]
        assert check(fixed, "-q", "--baseline", str(written)) == (0, "", "")

    def test_what_was_not_looked_for_is_not_fixed(self, check: Run, written: Path) -> None:
        for words in (("--select", "RM301,RM9"), ("acme",)):
            assert check(RED, "-q", "--baseline", str(written), *words) == (0, "", "")
        check(RED, "acme", "--baseline", str(written), "--prune-baseline")
        assert len(json.loads(written.read_text())["findings"]) == 2

    def test_a_dry_run_shows_the_change_and_writes_nothing(self, check: Run, file: Path) -> None:
        code, out, err = check(RED, "--write-baseline", str(file), "--dry-run")
        assert (code, err) == (0, "")
        assert '+  "RM301/boreal/review",\n' in out
        assert not file.exists()

    def test_errors_of_files_are_never_taken_up(self, check: Run, file: Path) -> None:
        files = {**RED, "accounts/bad.yaml": "name: [\n"}
        check(files, "--write-baseline", str(file))
        assert len(json.loads(file.read_text())["findings"]) == 2
        assert check(files, "-q", "--baseline", str(file)).code == 1

    def test_a_file_that_is_none_is_left_alone(self, check: Run, file: Path) -> None:
        file.write_text("my diary")
        code, out, err = check(RED, "--write-baseline", str(file))
        assert (code, out) == (2, "")
        assert err.startswith(f"relmap: {file} is no baseline\n")
        assert file.read_text() == "my diary"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("[]", "is no baseline"),
            ('{"version": 2, "findings": []}', "is a baseline of version 2, and 1 is read"),
            ('{"version": 1, "findings": [1]}', "is no baseline: `findings` is no list of texts"),
            ("[" * 100_000, "is no baseline"),
        ],
    )
    def test_a_file_that_cannot_be_understood(self, check: Run, file: Path, text: str, said: str) -> None:
        file.write_text(text)
        code, out, err = check(RED, "--baseline", str(file))
        assert (code, out) == (2, "")
        assert err.startswith(f"relmap: {file} {said}\n")

    def test_a_file_that_is_not_there(self, check: Run, file: Path) -> None:
        hint = "  hint: `relmap check --write-baseline FILE` writes one\n"
        assert check(RED, "--baseline", str(file)) == (2, "", f"relmap: there is no file {file}\n{hint}")

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("--prune-baseline",), "--prune-baseline needs to know which\n  hint: name it with --baseline FILE"),
            (("--dry-run",), "--dry-run is for --write-baseline and --prune-baseline\n  hint: a check writes nothing"),
        ],
    )
    def test_wishes_that_make_no_sense(self, check: Run, words: tuple[str, ...], said: str) -> None:
        assert check(RED, *words) == (2, "", f"relmap: {said}\n")

    def test_writing_and_pruning_exclude_each_other(self, check: Run, written: Path) -> None:
        words = ("--baseline", str(written), "--write-baseline", str(written), "--prune-baseline")
        assert check(RED, *words).code == 2


def test_everything_at_once_is_still_told(check: Run) -> None:
    """Waived, ignored and active findings side by side: only the last fail."""
    files = {
        **RED,
        "relmap.yaml": f"{HEAD}rules: {{{ONLY}}}\nwaivers:\n"
        "  - {rule: RM301, account: boreal, reason: In January, owner: tom, expires: 2026-12-31}\n",
    }
    assert check(files) == (1, CORVUS, "note: 4 accounts: 1 error; 1 accepted\n")
    assert BOREAL not in check(files).out

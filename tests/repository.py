"""Real git repositories for tests, in an environment in which nobody's settings count."""

import os
import subprocess
from pathlib import Path


def git(folder: Path, *words: str, day: str = "2026-11-15") -> str:
    """Run git in a folder as somebody, on a day, and return what it says."""
    moment = f"{day}T12:00:00+00:00"
    person = {
        f"GIT_{role}_{part}": "maria@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    days = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    bare = {"PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1", "HOME": os.devnull}
    command = ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *words]
    done = subprocess.run(command, cwd=folder, env=bare | person | days, capture_output=True, text=True, check=True)
    return done.stdout


def commit(folder: Path, day: str = "2026-11-15") -> None:
    """Commit everything, in a repository that is made where it is missing."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "work", day=day)

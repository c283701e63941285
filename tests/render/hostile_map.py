"""Maps in which every text would do harm, and a browser without network to look at what becomes of them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from relmap.map.values import AccountMap
from relmap.render.clean import clean

from ..map.maps import account_map

HOSTILE = {
    "markup": "[bold red]Acme[/] <b>x</b> & &lt; &amp;",
    "script": "</script><script>document.title='hit'</script><img src=x onerror=\"document.title='hit'\">",
    "quotes": '" \' ` \\" \\n \\ }; end',
    "lines": "one\ntwo\r\nthree\u2028four",
    "controls": "nul\x00 bell\x07 esc\x1b[31m del\x7f",
    "bidi": "\u202egpj.exe\u202c \u2066isolate\u2069",
    "hebrew": "שלום עולם",
    "mermaid": 'x"]; click n0 href "javascript:alert(1)"; %%{init: {}}%% #35; --> y|z{a}',
    "cdata": "]]> <!-- --> <![CDATA[ <?xml ?>",
    "ending": "</script x",
    "surrogate": "half \\ud800",
}
everything_hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
in_a_browser = pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")


def hostile_map(folder: Path, text: str) -> AccountMap:
    """Return a map with a text wherever text may stand."""
    drawn = account_map(folder)
    people = tuple(p._replace(label=text, title=text, department=text, cares_about=text) for p in drawn.people)
    team = tuple(m._replace(label=text, title=text, department=text) for m in drawn.team)
    names = dict.fromkeys(drawn.names, text)
    return drawn._replace(name=text, path=text, people=people, team=team, names=names)


def shown(text: str) -> str:
    """What a reader should see of it, cut as cards cut it."""
    return clean(text).strip()[:12]


def in_chromium(page: str, folder: Path, *, budget: int = 2000) -> str:
    """Return the page's document after its scripts have run, without any network; the budget is in milliseconds."""
    (folder / "map.html").write_text(page, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-quic"]
    options += ["--disable-background-networking", "--disable-component-update", "--proxy-server=127.0.0.1:9"]
    options += [f"--user-data-dir={folder / 'profile'}", f"--virtual-time-budget={budget}", "--dump-dom"]
    done = subprocess.run(
        ["chromium", *options, (folder / "map.html").as_uri()], capture_output=True, check=True, timeout=120
    )
    return done.stdout.decode()

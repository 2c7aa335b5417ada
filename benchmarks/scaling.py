"""Is the work linear? Times `extract` on n and 2n repeats of a unit, for every unit.

    python benchmarks/scaling.py [--most N] [PART OF A NAME ...]

Prints processor seconds for n = N/4, N/2, N (200,000 by default) and the larger of the two
ratios; ends with exit code 1 if one is 3 or more where the smaller time is long enough (20 ms) to
be measured. The limits are lifted, so that it is the work that is measured and not the cut.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

LEAD = "<h1>The harbour</h1><p>The old harbour wall was opened again on Monday after repairs.</p>"


def _unit(text: str) -> Callable[[int], str]:
    return lambda n: LEAD + text * n


UNITS: dict[str, Callable[[int], str]] = {
    "paragraphs": _unit("<p>The wind was high, and so was the tide.</p>"),
    "tiny paragraphs": _unit("<p>word</p>"),
    "links": _unit("<a href='/a'>a link</a> "),
    "block links": _unit("<div><a href='/a'>A link of several words here</a></div>"),
    "cards": _unit("<div class=c><a href='/a'><h3>A card of words</h3></a><p>Teaser.</p></div>"),
    "line breaks": _unit("line<br>"),
    "double breaks": _unit("line of words<br><br>"),
    "table rows": _unit("<tr><td>a</td><td>b</td></tr>"),
    "list items": _unit("<li>item of a list</li>"),
    "nested lists": lambda n: LEAD + ("<ul><li>x" * 50 + "</ul>" * 50) * (n // 50),
    "headings": _unit("<h2>Heading</h2>"),
    "images": _unit("<img src=/a.png alt='A boat'>"),
    "bylines": _unit("<p>By Anna Berg</p>"),
    "dates": _unit("<p>12 March 2024</p>"),
    "spans": _unit("<span>a</span> "),
    "figures": _unit("<figure><img src=/a.png><figcaption>A boat</figcaption></figure>"),
    "broken code": lambda n: f"{LEAD}<pre>{'one <b>two</b><br>' * n}</pre>",
    "accordions": _unit("<h3><button>Opening hours</button></h3><p>From nine to five.</p>"),
    "closed cards": _unit(
        "<div><h5>A card of words</h5><p>Text.</p><a href=/a>Read more</a></div>"
    ),
    "embeds": _unit("<embed src=/a>"),
    "forms": _unit("<form><input name=a><button>Send</button></form>"),
    "sections": _unit("<section><h2>Related</h2><p>Some words.</p></section>"),
    "articles": _unit("<article><h2><a href=/a>A headline of words</a></h2><p>Text.</p></article>"),
    "readers": _unit("<li class=comment><b class=author>Anna</b><p>I think so, too.</p></li>"),
    "microdata": _unit("<p itemprop=author itemscope><b itemprop=name>Anna</b></p>"),
    "comments": _unit("<!-- a -->"),
    "hidden": _unit("<p hidden>hidden words</p>"),
    "unclosed anchors": _unit("<a href=/x>y"),
    "unclosed bold": _unit("<b>y"),
    "text lines": lambda n: "A line of several words.\n" * n,
    "short lines": lambda n: "word\n" * n,
    "bullets": lambda n: "- an item\n" * n,
    "text paragraphs": lambda n: "A paragraph of some words, ended well.\n\n" * n,
    "one long line": lambda n: "A sentence of some words. " * n,
    "text stories": lambda n: (
        "A headline of five words\nThe Source • 3 hours ago\n\nThe text of it is a line.\n\n" * n
    ),
    "text flags": lambda n: "Related articles\nA headline of five words\n" * n,
    "text dates": lambda n: "Updated 12 March 2024, 10:15\n" * n,
    "text bylines": lambda n: "By Anna Berg\n" * n,
    "text names": lambda n: "By\n" + "Anna Berg\n" * n,
    "text comments": lambda n: "Comments\n" * n + "Anna 4 May 2021 at 10:12\nI think so.\n" * n,
    "text above others": lambda n: (
        "The wind was high, and so was the tide.\n" * n + "You may also like\nA headline of words\n"
    ),
    "text indents": lambda n: "".join(f"{' ' * (i % 40)}A line of words\n" for i in range(n)),
    "wrapped lines": lambda n: (
        "A line of words that is as long as all the other lines of it are\n" * n
    ),
    "lone stops": lambda n: "A line of words\n" + ".\n" * n,
    "glued words": lambda n: "Boats" * n + "(",
    "glued sentences": lambda n: "The keeper asks for a ladder.It is long" * n,
    "Markdown drawings": lambda n: "# a\n# b\n" + "![a](data:image/svg+xml,( " * n,
    "Markdown cards": lambda n: "# a\n# b\n" + "[\n\nwords of it\n\n](/a)\n\n" * n,
    "Markdown links": lambda n: "[text](http://example.org/a) and words\n" * n,
    "commas": lambda n: f"{LEAD}<p>{'a, ' * n}</p>",
    "spaces": lambda n: f"{LEAD}<p>a{' ' * n}b</p>",
    "title separators": lambda n: f"<title>{'a | ' * n}</title>{LEAD}",
    "JSON-LD nodes": lambda n: (
        '<script type="application/ld+json">['
        + ",".join(['{"@type":"Thing","name":"a"}'] * n)
        + f"]</script>{LEAD}"
    ),
    "meta tags": lambda n: "<meta property=og:title content=x>" * n + LEAD,
}


def seconds(source: str) -> float:
    """Time of one extraction without limits."""
    from declutter import extract
    from declutter.limits import Limits

    free = dict.fromkeys(("source", "text", "text_node", "elements", "blocks", "json_ld"), 10**9)
    start = time.process_time()
    extract(source, limits=Limits(**free))
    return time.process_time() - start


def main() -> int:
    """The table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--most", type=int, default=200_000)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    seconds(LEAD * 50)
    bad = 0
    for name, make in UNITS.items():
        if options.names and not any(part in name for part in options.names):
            continue
        times = [seconds(make(options.most // d)) for d in (4, 2, 1)]
        ratios = [b / a for a, b in pairwise(times) if a > 0.02]
        worst = max(ratios, default=0.0)
        bad += worst >= 3
        shown = " ".join(f"{t:8.3f}" for t in times)
        print(f"{name:20s} {shown} s   x{worst:.2f}{'  <--' if worst >= 3 else ''}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

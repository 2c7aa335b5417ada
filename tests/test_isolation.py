"""A page makes nothing happen: no file is read for it, nothing is fetched, no entity grows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from declutter import extract

SECRET = "the password of the harbour master"
PROSE = "<p>The ferry leaves at nine and comes back at five, if the wind allows it.</p>" * 4
TEXT = "The ferry leaves at nine and comes back at five, if the wind allows it.\n\n" * 4
REFERENCES = {
    "entity": '<!DOCTYPE html [<!ENTITY f SYSTEM "{url}">]><body>&f;',
    "parameter entity": '<!DOCTYPE html [<!ENTITY % f SYSTEM "{url}"> %f;]><body>',
    "doctype": '<!DOCTYPE html SYSTEM "{url}"><body>',
    "XML": '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY f SYSTEM "{url}">]><html><body>&f;',
    "inclusion": (
        '<html xmlns:xi="http://www.w3.org/2001/XInclude"><body>'
        '<xi:include href="{url}" parse="text"/>'
    ),
    "stylesheet": '<?xml-stylesheet href="{url}"?><link rel="stylesheet" href="{url}">',
    "frame": '<iframe src="{url}"></iframe><object data="{url}"></object><embed src="{url}">',
    "base": '<base href="{url}"><body>',
}
# Run in a process of its own, because an audit hook cannot be taken away again. The first pages
# load what is loaded lazily; what is opened or connected after them is printed.
AUDIT = """
import sys
from declutter import extract
WATCHED = ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "exec")
events, watching = [], []
def hook(event, args):
    if watching and event in WATCHED:
        events.append((event, str(args[0])))
sys.addaudithook(hook)
for first in ({prose!r}, {text!r}):
    extract(first)
watching.append(True)
for source in {sources!r}:
    extract(source, url={url!r})
watching.clear()
print(*events, sep="\\n")
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a file that no page may have read for it."""
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)
    return path.as_uri()


@pytest.mark.parametrize("form", REFERENCES)
def test_files_that_a_page_names_are_not_read(form: str, url: str) -> None:
    source = REFERENCES[form].replace("{url}", url) + PROSE
    for page in (source, source.encode()):
        article = extract(page, url=url)
        assert "The ferry leaves at nine" in article.text
        assert SECRET not in article.model_dump_json()


def test_nothing_is_opened_or_connected_for_a_page(url: str) -> None:
    sources = [
        reference.replace("{url}", address) + PROSE
        for reference in REFERENCES.values()
        for address in (url, "http://127.0.0.1:9/a")
    ]
    tests = Path(__file__).parent
    path = os.pathsep.join([str(tests.parent / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", AUDIT.format(prose=PROSE, text=TEXT, sources=sources, url=url)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.strip() == ""


def test_entities_do_not_grow() -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    article = extract(f"<!DOCTYPE html [{entities}]><body><p>&a11;</p>{PROSE}")
    assert len(article.model_dump_json()) < 10_000


def test_code_of_the_page_is_not_run() -> None:
    article = extract(f"<script>document.write('<p>Written.</p>')</script>{PROSE}")
    assert "Written" not in article.model_dump_json()

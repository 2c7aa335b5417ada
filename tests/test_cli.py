"""The command line: formats, several files, exit codes, streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from declutter.api import extract
from declutter.cli import main
from declutter.model import Article

PARAGRAPHS = (
    "The harbour council of Vestrand voted on Tuesday to rebuild the old eastern quay, which a "
    "storm had broken in two places last winter, and to pay for it from the ferry tolls.",
    "Work will begin in April, said Mira Tolleson, who chairs the council, and should take about "
    "fourteen months; until then the larger boats land at the fish market – the “new” quay.",
    "Fishermen had asked for the quay since the autumn, because the detour costs them an hour a "
    "day, and because the crane at the fish market lifts no more than two tonnes.",
)
TITLE = "Vestrand rebuilds its eastern quay"
PAGE = (
    f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{TITLE}</title></head><body>"
    f"<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><main><article><h1>{TITLE}</h1>"
    + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    + "</article></main><footer>Imprint</footer></body></html>"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in args], input=stdin)


def command(*args: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The command as its own process, for what only a real process shows."""
    return subprocess.run(
        [sys.executable, "-m", "declutter", *map(str, args)],
        input=PAGE.encode(),
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, **env},
    )


def test_json_is_the_whole_article_on_one_line(page: Path) -> None:
    result = run("extract", page)
    assert result.exit_code == 0
    assert result.stdout.endswith("\n")
    assert result.stdout.count("\n") == 1
    assert Article.model_validate_json(result.stdout) == extract(page.read_bytes())


def test_pretty_json_is_the_same_article(page: Path) -> None:
    result = run("extract", page, "--pretty")
    assert result.stdout.count("\n") > 20
    assert json.loads(result.stdout) == json.loads(run("extract", page).stdout)


def test_text_is_the_main_text(page: Path) -> None:
    assert run("extract", page, "--format", "text").stdout == extract(PAGE).text + "\n"
    assert PARAGRAPHS[1] in extract(PAGE).text


def test_markdown_and_html_are_the_renderings(page: Path) -> None:
    assert run("extract", page, "--format", "markdown").stdout == extract(PAGE).markdown() + "\n"
    assert run("extract", page, "--format", "html").stdout == extract(PAGE).html() + "\n"


def test_pretty_text_shows_the_parts(page: Path) -> None:
    shown = run("extract", page, "--format", "text", "--pretty").stdout
    article = extract(PAGE)
    assert shown.startswith(TITLE + "\n")
    assert article.text in shown
    assert "== Chrome\n" in shown
    for item in article.chrome:
        assert item.kind.value in shown
        assert " / ".join(item.text.split("\n")) in shown


@pytest.mark.parametrize("args", [(), ("-",)])
def test_standard_input(args: tuple[str, ...]) -> None:
    result = run("extract", *args, stdin=PAGE.encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["title"] == TITLE


def test_bytes_are_read_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "latin.html"
    path.write_bytes(PAGE.replace("utf-8", "windows-1252").encode("cp1252"))
    assert PARAGRAPHS[1] in run("extract", path, "--format", "text").stdout


def test_the_url_reaches_the_article(page: Path) -> None:
    result = run("extract", page, "--url", "https://vestrand.example/quay")
    assert json.loads(result.stdout)["url"] == "https://vestrand.example/quay"


def test_several_files_make_a_json_line_each(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    other.write_text(PAGE.replace("Vestrand", "Osterby"), encoding="utf-8")
    lines = run("extract", page, other).stdout.splitlines()
    assert [json.loads(line)["title"] for line in lines] == [
        TITLE,
        TITLE.replace("Vestrand", "Osterby"),
    ]


def test_several_texts_stand_under_their_names(page: Path) -> None:
    text = extract(PAGE).text
    result = run("extract", page, "-", "--format", "text", stdin=PAGE.encode())
    assert result.stdout == f"==> {page} <==\n{text}\n\n==> standard input <==\n{text}\n"


def test_several_markdown_articles_are_parted_by_a_rule(page: Path) -> None:
    markdown = extract(PAGE).markdown()
    result = run("extract", page, page, "--format", "markdown")
    assert result.stdout == f"{markdown}\n\n---\n\n{markdown}\n"


def test_several_html_articles_are_elements(page: Path) -> None:
    fragment = extract(PAGE).html()
    assert run("extract", page, page, "--format", "html").stdout == f"{fragment}\n{fragment}\n"


def test_an_unreadable_file_is_named_and_the_others_are_extracted(
    page: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.html"
    result = run("extract", missing, page, tmp_path)
    assert result.exit_code == 1
    assert json.loads(result.stdout)["title"] == TITLE
    assert result.stderr.splitlines() == [
        f"declutter: {missing}: No such file or directory",
        f"declutter: {tmp_path}: Is a directory",
    ]


def test_an_empty_page_is_no_failure() -> None:
    result = run("extract", stdin=b"")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["text"] == ""


@pytest.mark.parametrize(
    "args",
    [
        ("extract", "--format", "pdf"),
        ("extract", "--unknown"),
        ("extract", "-", "-"),
        ("extract", "one", "two", "--url", "https://vestrand.example/"),
        ("extract", "--url", "https://vestrand.example/\udcff"),
        ("no-such-command",),
    ],
)
def test_wrong_usage(args: tuple[str, ...]) -> None:
    result = run(*args, stdin=PAGE.encode())
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage:" in result.stderr


def test_version() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.strip() == f"declutter, version {version('declutter-article')}"


def test_help_tells_formats_exit_codes_and_an_example() -> None:
    shown = run("extract", "--help").stdout
    for part in ("--format", "--url", "--pretty", "markdown", "Exit codes", "Examples", "UTF-8"):
        assert part in shown
    assert "extract" in run("--help").stdout


def test_help_does_not_wait_for_trafilatura() -> None:
    code = (
        "import sys; from declutter.cli import main\n"
        "try: main(['extract', '--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(bool({'trafilatura', 'htmldate', 'courlan', 'justext'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60)


def test_output_is_utf8_whatever_the_locale() -> None:
    done = command(
        "extract", "--format", "text", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert done.returncode == 0, done.stderr
    assert PARAGRAPHS[1] in done.stdout.decode("utf-8")


def test_a_broken_pipe_is_no_failure(page: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "declutter", "extract", *[str(page)] * 3],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()
        assert process.wait(timeout=60) == 0
    assert complaint == b""

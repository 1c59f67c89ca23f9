"""What the program can do is documented, and what is documented works."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli.main import app
from onrecord.errors import Reason
from onrecord.jobs.one import CRASHED, DIED
from scripts.make_cli_docs import COMMANDS, DOCS, cli_docs

FOLDER = DOCS.parent
ERRORS = [*Reason, CRASHED, DIED]


def blocks(page: Path, language: str) -> list[str]:
    """The code of one language on a page."""
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    return found


def commands() -> Iterator[tuple[str, str]]:
    """Every command line on a page that calls the program, with the page's name."""
    for page in sorted(FOLDER.glob("*.md")):
        for line in "".join(blocks(page, "sh")).splitlines():
            called = line.partition("onrecord ")[2].partition("#")[0].partition("|")[0].strip()
            if called.split(" ")[0] in COMMANDS:
                yield page.name, called


def test_the_command_line_reference_is_what_the_program_says() -> None:
    assert DOCS.read_text(encoding="utf-8") == cli_docs(), "run scripts/make_cli_docs.py"


def test_the_reference_has_every_command() -> None:
    registered = {command.name for command in app.registered_commands}
    for group in app.registered_groups:
        assert group.typer_instance is not None
        inside = group.typer_instance.registered_commands
        registered |= {group.name, *(f"{group.name} {command.name}" for command in inside)}
    assert registered == set(COMMANDS) - {""}


@pytest.mark.parametrize("command", [command for command in COMMANDS if command and command != "judge"])
def test_every_command_shows_examples(command: str) -> None:
    section = cli_docs().split(f"## onrecord {command}\n")[1].split("\n## ")[0]
    assert f"    onrecord {command} " in section


@pytest.mark.parametrize("option", re.findall(r"^  (--[a-z-]+)", cli_docs(), re.MULTILINE))
def test_every_option_has_a_line_of_help(option: str) -> None:
    assert re.search(rf"^  {option}( / --\S+)?( \S+)?  +[A-Za-z]", cli_docs(), re.MULTILINE)


@pytest.mark.parametrize(("page", "command"), commands())
def test_commands_in_the_manual_use_options_that_there_are(page: str, command: str) -> None:
    name, *rest = shlex.split(command.partition(">")[0])
    if f"{name} {rest[0] if rest else ''}" in COMMANDS:
        name = f"{name} {rest.pop(0)}"
    section = cli_docs().split(f"## onrecord {name}\n")[1].split("\n## ")[0]
    for option in (word for word in rest if word.startswith("--")):
        assert f"  {option}" in section, f"{page} uses {option}"


@pytest.mark.parametrize("page", sorted(path.name for path in FOLDER.glob("*.md")))
def test_python_in_the_manual_is_python(page: str) -> None:
    for code in blocks(FOLDER / page, "python"):
        compile(code, page, "exec")


@pytest.mark.parametrize("kind", ERRORS)
def test_every_kind_of_error_is_told(kind: str) -> None:
    pages = [(FOLDER / name).read_text(encoding="utf-8") for name in ("format.md", "reading.md")]
    assert any(f"| `{kind}` |" in page for page in pages)


@pytest.mark.parametrize("page", sorted(path.name for path in FOLDER.glob("*.md")))
def test_links_between_pages_lead_somewhere(page: str) -> None:
    text = (FOLDER / page).read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\(([\w./-]+\.md)(#[\w-]+)?\)", text):
        assert (FOLDER / target).exists(), target
        headings = re.findall(r"^#+ (.+)$", (FOLDER / target).read_text(encoding="utf-8"), re.MULTILINE)
        if anchor:
            assert anchor[1:] in {heading.lower().replace(" ", "-") for heading in headings}, anchor

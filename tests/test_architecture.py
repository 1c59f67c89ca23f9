"""Who may import whom: the house of docs/architecture.md held as law.

Imports are read from the syntax tree of every module, also those inside functions, so no module has
to be loaded. Each law is tried on a made-up tree that breaks it: a check that can't fail is no check.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import PACKAGE, Import, Module, called, read_house, room_of

REPOSITORY = Path(__file__).parents[1]
HOUSE = REPOSITORY / "src" / PACKAGE

# A room may import the rooms in its row and, always, itself. `model.span` is that module alone;
# `door:ingest` is what the room's front door offers, never a module behind it. `*` is everything.
TABLE = {
    "__init__": "errors model",  # when it is imported; in functions, every room but cli
    "__main__": "*",
    "errors": "",
    "settings": "errors",
    "model": "errors",
    "ingest": "model errors",
    "neural": "errors model.span",
    "analysis": "model neural errors",
    "loading": "settings neural analysis errors model",
    "record": "model errors",
    "compare": "model",
    "exports": "model",
    "scores": "model errors",
    "batch": "door:ingest door:analysis loading model",
    "jobs": "model errors door:ingest door:analysis door:record door:compare door:batch loading",
    "web": "door:record record.asking record.judging record.sampling exports scores model errors",
    "cli": "*",
}
# A room's front door is its package, and for analysis also the one module that runs its stages.
DOORS = {"analysis": {"analysis", "analysis.reader"}}
PRIVATE = {"cli", "__main__"}  # nobody imports these

STANDARD_LIBRARY_ONLY = {"model", "errors", "settings"}
SQL = {"sqlite3", "pysqlite3", "sqlalchemy", "alembic", "psycopg"}
OUTSIDE = {
    *("os", "io", "pathlib", "shutil", "tempfile", "time"),
    *("subprocess", "socket", "ssl", "http", "urllib", "httpx", "requests"),
}
OUTSIDE_CALLS = {"open", "now", "utcnow", "today"}
ENVIRONMENT = {"environ", "getenv"}

# None of these may be loaded by `import onrecord`: each costs time that a caller may not need to spend.
HEAVY = {
    *("onnxruntime", "tokenizers", "numpy", "spacy", "sqlalchemy"),
    *("trafilatura", "resiliparse", "lxml", "msgspec", "typer", "rich"),
}


def may_import(module: Module, found: Import) -> bool:
    """Whether this module may import that, be it of the package or someone else's."""
    if found.inside is None:
        return _may_use(module.room, found.target.split(".")[0])
    if "*" in TABLE.get(module.room, "") or room_of(found.inside) == module.room:
        return True
    if room_of(found.inside) in PRIVATE:
        return False
    if module.room == "__init__" and not found.eager:
        return True
    return any(_permits(entry, found.inside) for entry in TABLE.get(module.room, "").split())


def _may_use(room: str, library: str) -> bool:
    """Whether a room may use a library that is not ours."""
    if room in STANDARD_LIBRARY_ONLY:
        return library in sys.stdlib_module_names - SQL
    if room == "analysis" and library in OUTSIDE:
        return False
    return room == "record" or library not in SQL


def _permits(entry: str, target: str) -> bool:
    if entry.startswith("door:"):
        room = entry.removeprefix("door:")
        return target in DOORS.get(room, {room})
    return target == entry or target.startswith(entry + ".")


def broken_laws(house: Path) -> list[str]:
    """A line for each thing that a module may not do: imports, the environment, files and clocks."""
    lines = []
    for module in read_house(house):
        if module.room not in TABLE:
            lines.append(f"{module.name}: its room is not in the table")
        for found in module.imports:
            if not may_import(module, found):
                lines.append(f"{module.name}:{found.line} may not import {found.target}")
        for node in ast.walk(module.tree):
            word = called(node) if isinstance(node, ast.Attribute | ast.Name) else ""
            if word in ENVIRONMENT and module.room != "settings":
                lines.append(f"{module.name} reads the environment; only settings may")
            if (
                isinstance(node, ast.Call)
                and module.room == "analysis"
                and called(node.func) in OUTSIDE_CALLS
            ):
                lines.append(
                    f"{module.name}:{node.lineno} calls {called(node.func)}(); analysis opens nothing"
                )
    return lines


def two_way_pairs(house: Path) -> set[tuple[str, str]]:
    """Pairs of rooms that import each other."""
    edges = {
        (module.room, room_of(found.inside))
        for module in read_house(house)
        for found in module.imports
        if found.inside is not None
    }
    return {(one, other) for one, other in edges if one < other and (other, one) in edges}


def untold(house: Path) -> list[str]:
    """Modules that don't say what they are: no docstring, or a name that says nothing."""
    return [
        module.name
        for module in read_house(house)
        if not ast.get_docstring(module.tree) or module.path.stem in ("utils", "util", "helpers", "misc")
    ]


def build(folder: Path, files: dict[str, str]) -> Path:
    """A made-up package of these files."""
    for name, code in files.items():
        path = folder / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code, encoding="utf-8")
    return folder / PACKAGE


def loaded_by(statement: str) -> set[str]:
    """The top-level modules that a new interpreter has loaded after running a statement."""
    code = f"import sys; {statement}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


# ---------------------------------------------------------------------------------- the real house


def test_every_import_is_in_the_table() -> None:
    assert broken_laws(HOUSE) == []


def test_no_two_rooms_import_each_other() -> None:
    assert two_way_pairs(HOUSE) == set()


def test_every_module_says_what_it_is() -> None:
    assert untold(HOUSE) == []


def test_import_onrecord_loads_nothing_heavy() -> None:
    assert loaded_by("import onrecord") & HEAVY == set()


def test_the_project_stands_alone() -> None:
    """Data beside the repository is for training and for measuring quality, and may be absent."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=REPOSITORY, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("not a git checkout")
    names = [name for name in done.stdout.split("\0") if name and (REPOSITORY / name).is_file()]
    assert leaning([name for name in names if not name.startswith(("training/", "tests/quality/"))]) == []


def test_every_link_in_the_documentation_leads_somewhere() -> None:
    pages = [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")]
    assert [dead for page in pages for dead in dead_links(page)] == []


def dead_links(page: Path) -> list[str]:
    """Links of a page to files that are not there. Web addresses are not followed."""
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    return [f"{page.name}: {link}" for link in links if ":" not in link and not (page.parent / link).exists()]


def leaning(names: list[str], root: Path = REPOSITORY) -> list[str]:
    """Files that speak of the folder beside the repository."""
    beside = b"/".join([b"..", b"shared"])
    return [name for name in names if beside in (root / name).read_bytes()]


# ---------------------------------------------------------------------------- made-up houses that break


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("model/a.py", "import numpy"),
        ("model/a.py", "from onrecord.ingest import read"),
        ("ingest/a.py", "from onrecord.analysis import Reader"),
        ("ingest/a.py", "import onrecord.settings"),
        ("neural/a.py", "from onrecord.model import Span"),
        ("neural/a.py", "from onrecord.model.document import Document"),
        ("neural/a.py", "from ..model import document"),
        ("analysis/a.py", "import os.path"),
        ("analysis/a.py", "from pathlib import Path"),
        ("analysis/a.py", "import sqlite3"),
        ("analysis/a.py", "def f():\n    from onrecord import settings"),
        ("analysis/a.py", "from datetime import datetime\nx = datetime.now()"),
        ("analysis/a.py", "with open('a') as f: pass"),
        ("analysis/a.py", "import importlib\nimportlib.import_module('onrecord.record')"),
        ("analysis/a.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import onrecord.ingest"),
        ("loading.py", "from onrecord.ingest import read"),
        ("scores.py", "from . import analysis"),
        ("exports/a.py", "from onrecord.record.asking import queries"),
        ("compare/a.py", "import sqlalchemy"),
        ("batch/a.py", "from onrecord.ingest.html import read"),
        ("jobs/a.py", "from onrecord.analysis.voices import voices"),
        ("web/a.py", "from onrecord.record.schema import tables"),
        ("settings.py", "from onrecord.cli.main import app"),
        ("cli/a.py", "import os\nos.environ['X']"),
        ("__init__.py", "from onrecord.loading import load"),
        ("__init__.py", "def f():\n    import onrecord.cli"),
        ("somewhere/a.py", "pass"),
    ],
)
def test_a_broken_law_is_found(tmp_path: Path, name: str, code: str) -> None:
    others = {f"{room}/{stem}.py": "" for room in ("model", "record") for stem in ("document", "queries")}
    others |= {"settings.py": "", "analysis/__init__.py": ""}
    assert broken_laws(build(tmp_path, others | {name: code}))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("model/a.py", "import re\nfrom onrecord.errors import StopRun\nfrom . import b"),
        ("ingest/a.py", "import trafilatura, os\nfrom ..model.document import Document"),
        ("neural/a.py", "import numpy\nfrom onrecord.model.span import Span"),
        (
            "analysis/a.py",
            "from datetime import date\nfrom onrecord.neural import Model\nx = date(2018, 7, 26)",
        ),
        ("record/a.py", "import sqlalchemy"),
        ("batch/a.py", "from onrecord.ingest import read\nfrom onrecord.analysis.reader import Reader"),
        ("cli/a.py", "from onrecord.ingest.html import read\nimport onrecord"),
        ("settings.py", "import os\nx = os.environ"),
        ("__init__.py", "from onrecord.model import Span\ndef f():\n    import onrecord.loading"),
    ],
)
def test_a_kept_law_is_let_pass(tmp_path: Path, name: str, code: str) -> None:
    assert broken_laws(build(tmp_path, {name: code, "model/b.py": ""})) == []


def test_a_two_way_pair_is_found(tmp_path: Path) -> None:
    files = {"ingest/a.py": "import onrecord.record", "record/b.py": "def f():\n    from ..ingest import a"}
    assert two_way_pairs(build(tmp_path, files)) == {("ingest", "record")}


def test_a_silent_module_is_found(tmp_path: Path) -> None:
    files = {"model/a.py": "x = 1", "model/utils.py": '"""Things."""', "model/b.py": '"""Spans."""'}
    assert untold(build(tmp_path, files)) == ["model.a", "model.utils"]


def test_a_heavy_import_is_found() -> None:
    assert loaded_by("import onrecord, msgspec") & HEAVY == {"msgspec"}


def test_a_leaning_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("see ../" + "shared/data")
    (tmp_path / "b.md").write_text("see docs")
    assert leaning(["a.md", "b.md"], tmp_path) == ["a.md"]


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("[here](a.md#top), [gone](b.md), [far](https://example.org/c.md)")
    assert dead_links(page) == ["a.md: b.md"]

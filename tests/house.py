"""Reads the imports of every module of the package from its syntax tree, loading none of them.

Comes in: the package's folder. Goes out: its modules, each with what it imports, also inside functions
and for type checking only. What is allowed is said in test_architecture.py.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "onrecord"


@dataclass(frozen=True)
class Import:
    """One import: the full name of what is imported, its line, and whether importing the module runs it."""

    target: str
    line: int
    eager: bool

    @property
    def inside(self) -> str | None:
        """The target seen from inside the package ("model.span"), or None when it is someone else's."""
        if self.target == PACKAGE:
            return "__init__"
        return self.target.removeprefix(PACKAGE + ".") if self.target.startswith(PACKAGE + ".") else None


@dataclass(frozen=True)
class Module:
    """One file of the package: its name seen from inside, and what it holds."""

    path: Path
    name: str
    tree: ast.Module
    imports: tuple[Import, ...]

    @property
    def room(self) -> str:
        return room_of(self.name)


def room_of(name: str) -> str:
    """The room of a module or name seen from inside the package: "model" of "model.span"."""
    return name.split(".")[0]


def read_house(house: Path) -> list[Module]:
    """Every module under the package's folder."""
    paths = {_name(path, house): path for path in sorted(house.rglob("*.py"))}
    modules = []
    for name, path in paths.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        package = name if path.name == "__init__.py" else name.rpartition(".")[0]
        full = PACKAGE if package in ("", "__init__") else f"{PACKAGE}.{package}"
        modules.append(Module(path, name, tree, tuple(_imports(tree, full, set(paths)))))
    return modules


def _name(path: Path, house: Path) -> str:
    parts = path.relative_to(house).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def _imports(tree: ast.Module, package: str, known: set[str]) -> Iterator[Import]:
    """The imports of one module. `package` resolves leading dots, `known` tells modules from names."""
    todo: list[tuple[ast.AST, bool]] = [(tree, True)]
    while todo:
        node, eager = todo.pop()
        for target in _targets(node, package, known):
            yield Import(target, getattr(node, "lineno", 0), eager)
        later = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        only_for_types = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        todo += [(child, eager and not later and not only_for_types) for child in ast.iter_child_nodes(node)]


def _targets(node: ast.AST, package: str, known: set[str]) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=base, names=names, level=level):
            base = _absolute("." * level + (base or ""), package)
            for alias in names:
                full = f"{base}.{alias.name}"
                yield full if full.removeprefix(PACKAGE + ".") in known else base
        case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]) if called(function) in (
            "import_module",
            "__import__",
        ):
            yield _absolute(name, package)


def _absolute(name: str, package: str) -> str:
    level = len(name) - len(name.lstrip("."))
    if not level:
        return name
    above = package.split(".")[: len(package.split(".")) - level + 1]
    return ".".join([*above, *filter(None, [name.lstrip(".")])])


def called(function: ast.AST) -> str:
    """The last word of what is called: `open` for `open` and for `io.open`."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")

"""The source of the program as data, for the tests of its style."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = CHECKOUT / "src" / "vlechtwerk"
FOLDERS = ("src", "tests", "scripts", "bench")
NOT_OURS = {".git", ".venv", ".data", "__pycache__", "dist", "build", "node_modules"}
TEXTS = {".py", ".md", ".toml", ".yaml", ".yml", ".html", ".css", ".js", ".po", ".sql", ".txt", ".svg", ".lock", ""}


@dataclass(frozen=True)
class Function:
    """One function with the file it stands in."""

    path: Path
    node: ast.FunctionDef | ast.AsyncFunctionDef

    @property
    def place(self) -> str:
        """Where to find it."""
        return f"{self.path.relative_to(CHECKOUT)}:{self.node.lineno} {self.node.name}"

    @property
    def lines(self) -> int:
        """How many lines its statements take; its docstring and decorators are not counted."""
        body = self.node.body
        documented = ast.get_docstring(self.node, clean=False) is not None
        start = body[1].lineno if documented and len(body) > 1 else body[0].lineno
        return (self.node.end_lineno or start) - start + 1

    @property
    def parameters(self) -> int:
        """How many parameters it has, without self and cls."""
        given = self.node.args
        names = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        return len([name for name in names if name not in {"self", "cls"}])


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """The Python files below these folders of the checkout; all of ours when none is named."""
    found = (path for folder in folders or FOLDERS for path in (CHECKOUT / folder).rglob("*.py"))
    return tuple(sorted(path for path in found if NOT_OURS.isdisjoint(path.parts)))


@cache
def text_files() -> tuple[Path, ...]:
    """Every text file of the checkout, whatever it is for."""
    found = (path for path in CHECKOUT.rglob("*") if path.is_file() and path.suffix in TEXTS)
    return tuple(path for path in sorted(found) if NOT_OURS.isdisjoint(path.relative_to(CHECKOUT).parts) and ours(path))


def ours(path: Path) -> bool:
    """Whether a file is part of the project and not a cache of a tool."""
    return not any(part.endswith("_cache") for part in path.parts) and ".hypothesis" not in path.parts


@cache
def tree(path: Path) -> ast.Module:
    """The parsed source of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(*folders: str) -> Iterator[Function]:
    """Every function and method below these folders."""
    for path in python_files(*folders):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield Function(path, node)


def lines_of(path: Path) -> list[str]:
    """The lines of a text file."""
    return path.read_text(encoding="utf-8", errors="replace").splitlines()


def place(path: Path, number: int) -> str:
    """Where a line stands."""
    return f"{path.relative_to(CHECKOUT)}:{number}"

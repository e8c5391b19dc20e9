"""The program talks to nobody: no module of it imports what could open a connection."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "mspseat_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))
CONNECTING = {
    "asyncio",
    "ftplib",
    "http.client",
    "http.server",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "urllib.request",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "PySide6.QtWebEngineWidgets",
}


def imported(path: Path) -> set[str]:
    """Return the dotted names that a module imports, each also with what it takes from it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_no_module_opens_a_connection() -> None:
    found = {str(path.relative_to(PACKAGE)): imported(path) & CONNECTING for path in MODULES}
    assert {path: names for path, names in found.items() if names} == {}

"""What the tests take from npm: other people's schemas and checkers."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def packaged(path: str) -> Path:
    """A file of a package; the test is skipped where that is not here."""
    file = TESTS / "node_modules" / path
    if not file.exists():
        pytest.skip(f"{path.partition('/')[0]} is not here: npm ci --prefix tests")
    return file


def schema_faults(schema: Path, files: Iterable[Path]) -> list[str]:
    """What is wrong with XML by an XML Schema, as libxml2 says it."""
    packaged("xmllint-wasm/package.json")
    if not (node := shutil.which("node")):
        pytest.skip("Node, which runs xmllint, is not here: apt-get install nodejs")
    command = [node, str(TESTS / "xmllint.js"), str(schema), *map(str, files)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout)

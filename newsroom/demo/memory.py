"""What the demo remembers between runs: its secrets, and what was true when each step was last done."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = ROOT / "var"
FILE = VAR / "demo.json"
ROOMS = ("newsroom", "articles")


@dataclass
class Memory:
    """`var/demo.json`, readable by its owner only."""

    secret_key: str = ""
    editor_password: str = ""
    static: str = ""  # fingerprint of what was collected

    @classmethod
    def read(cls, file: Path = FILE) -> Memory:
        """What is remembered; what is missing or broken is made anew."""
        try:
            kept = dict(json.loads(file.read_text()))
        except (OSError, ValueError, TypeError):
            kept = {}
        memory = cls(**{each.name: str(kept.get(each.name, "")) for each in fields(cls)})
        memory.secret_key = memory.secret_key or secrets.token_urlsafe(50)
        memory.editor_password = memory.editor_password or secrets.token_urlsafe(12)
        return memory

    def write(self, file: Path = FILE) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(".new")
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            json.dump(asdict(self), out, indent=2)
        new.replace(file)


def fingerprint(paths: Iterable[Path], *more: str) -> str:
    """One short hash of the files' names and contents."""
    sum_ = hashlib.sha256(repr((sys.version_info[:3], more)).encode())
    for path in sorted(paths):
        sum_.update(f"\0{path.relative_to(ROOT)}\0".encode())
        sum_.update(path.read_bytes())
    return sum_.hexdigest()[:20]


def database_fingerprint(memory: Memory) -> str:
    """Changes when migrations, installed versions, settings or the editor's password do."""
    migrations = (path for room in ROOMS for path in (ROOT / room).rglob("migrations/*.py"))
    return fingerprint([*migrations, *_always()], hashlib.sha256(memory.editor_password.encode()).hexdigest())


def static_fingerprint() -> str:
    """Changes when a static file of ours, installed versions or settings do."""
    ours = (path for room in ROOMS for path in (ROOT / room).rglob("static/**/*") if path.is_file())
    return fingerprint([*ours, *(path for path in (ROOT / "static").rglob("*") if path.is_file()), *_always()])


def _always() -> list[Path]:
    return [ROOT / "requirements.lock", *(ROOT / "newsroom" / "settings").glob("*.py")]

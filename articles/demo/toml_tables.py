"""Strict reading of TOML: every error names the file and the key, and nothing is left unread."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

_MISSING: Any = object()


class DemoFileError(ValueError):
    """A file of the demo paper is not what it should be: “file: key: what is wrong”."""


class Table:
    """One table of a TOML file. Each getter takes a key out; `closed` complains about keys that nobody took."""

    def __init__(self, content: Any, file: Path, name: str = "") -> None:
        self.file, self.name = file, name
        if not isinstance(content, dict):
            raise DemoFileError(f"{file}: {name or 'file'}: is not a table")
        self.content = dict(content)

    @classmethod
    def read(cls, file: Path) -> Table:
        try:
            return cls(tomllib.loads(file.read_text(encoding="utf-8")), file)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise DemoFileError(f"{file}: {error}") from error

    @contextmanager
    def closed(self) -> Iterator[Table]:
        yield self
        if self.content:
            key = next(iter(self.content))
            self.wrong(key, "is not a key of this table")

    def wrong(self, key: str, why: str) -> NoReturn:
        raise DemoFileError(f"{self.file}: {self.path(key)}: {why}")

    def path(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key

    def __contains__(self, key: str) -> bool:
        return key in self.content

    def take(self, key: str, kind: type | tuple[type, ...], what: str, default: Any = _MISSING) -> Any:
        if key not in self.content:
            if default is _MISSING:
                self.wrong(key, "is missing")
            return default
        value = self.content.pop(key)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.wrong(key, f"is not {what}")
        return value

    def text(self, key: str, *, most: int = 0, default: str = _MISSING) -> str:
        """Text without surrounding space, never empty unless that is its default; `most` characters at most."""
        value = self.take(key, str, "a text", default).strip()
        if not value and default is _MISSING:
            self.wrong(key, "is empty")
        if most and len(value) > most:
            self.wrong(key, f"has {len(value)} characters, at most {most} are allowed")
        return value

    def one_of(self, key: str, choices: Container[str], default: str = _MISSING) -> str:
        value = self.text(key, default=default)
        if value not in choices and value is not default:
            self.wrong(key, f"{value!r} is not one of {', '.join(sorted(choices))}")
        return value

    def number(self, key: str, *, least: float = 0, default: float | None = _MISSING) -> float:
        value = self.take(key, (int, float), "a number", default)
        if value is not None and value < least:
            self.wrong(key, f"is less than {least:g}")
        return value

    def integer(self, key: str, *, least: int = 0) -> int:
        value = self.take(key, int, "a whole number")
        if value < least:
            self.wrong(key, f"is less than {least}")
        return value

    def flag(self, key: str) -> bool:
        return self.take(key, bool, "true or false")

    def list(self, key: str, *, least: int = 0, default: list = _MISSING) -> list:
        value = self.take(key, list, "a list", default)
        if len(value) < least:
            self.wrong(key, f"needs at least {least}")
        return value

    def texts(self, key: str, *, least: int = 0, most: int = 0, default: list = _MISSING) -> list[str]:
        values = self.list(key, least=least, default=default)
        if not all(isinstance(value, str) for value in values):
            self.wrong(key, "is not a list of texts")
        if most and (long := next((value for value in values if len(value) > most), None)):
            self.wrong(key, f"{long[:30]!r}… has more than {most} characters")
        return [value.strip() for value in values]

    def table[T](self, key: str, read: Callable[[Table], T]) -> T:
        with Table(self.take(key, dict, "a table"), self.file, self.path(key)).closed() as table:
            return read(table)

    def tables[T](self, key: str, read: Callable[[Table], T], *, least: int = 0) -> list[T]:
        """The tables of a list; a list that is not there is empty unless `least` says otherwise."""
        found = []
        contents = self.list(key, least=least, default=_MISSING if least else [])
        for number, content in enumerate(contents, start=1):
            with Table(content, self.file, f"{self.path(key)}[{number}]").closed() as table:
                found.append(read(table))
        return found

"""How far a command is: bars in a terminal, a plain line for each finished step elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class Steps:
    """The steps of one command. Steps may run at the same time."""

    def __init__(self, out: TextIO, *, silent: bool = False) -> None:
        # Commands hand over Django's wrapper, which adds line ends of its own.
        self.console = Console(file=getattr(out, "_out", out), highlight=False, soft_wrap=True, quiet=silent)
        self.bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self.console,
            disable=silent or not self.console.is_terminal,
        )

    def __enter__(self) -> Self:
        self.bars.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.bars.stop()

    @contextmanager
    def step(self, title: str, total: int = 1) -> Iterator[Callable[..., None]]:
        """A step of `total` parts. Yields a function that says that `n` more (one) are done; any thread may call it."""
        began = time.monotonic()
        bar = self.bars.add_task(title, total=total)
        yield lambda n=1: self.bars.advance(bar, n)
        self.bars.update(bar, completed=total)
        if not self.console.is_terminal:
            self.console.print(f"{title}: {total:,}, {time.monotonic() - began:.1f} s")

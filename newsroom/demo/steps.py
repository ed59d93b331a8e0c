"""What happens now and how long it took: a spinner in a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape

console = Console(highlight=False, soft_wrap=True)


def _nothing(detail: str) -> None:
    pass


@contextmanager
def step(title: str, *, own_progress: bool = False) -> Iterator[Callable[[str], None]]:
    """A step of the start. Yields a function that tells how far it is. `own_progress`: it prints itself."""
    began = time.monotonic()
    spins = console.is_terminal and not own_progress
    if not spins:
        console.print(f"{title} …")
    try:
        if spins:
            with console.status(title) as status:
                yield lambda detail: status.update(f"{title} [dim]{escape(detail)}[/dim]")
        else:
            yield _nothing
    except BaseException:
        console.print(f"[red]✗[/red] {title}, after {time.monotonic() - began:.1f} s")
        raise
    console.print(f"[green]✓[/green] {title} [dim]{time.monotonic() - began:.1f} s[/dim]")

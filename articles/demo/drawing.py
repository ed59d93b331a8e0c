"""Draws the paper's pictures and the sizes they are served in, in processes of their own, straight into the media store.

Every file has one name, from the story it belongs to, so a second seeding after a broken one writes over the first.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Self

import django
from django.apps import apps
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

JPEG_QUALITY = 88
LANDSCAPE = (1600, 1067)
PORTRAIT = (800, 800)


@dataclass(frozen=True)
class Drawing:
    """A picture to make: the stem of its file's name, how it is drawn, and the sizes it is served in."""

    name: str
    size: tuple[int, int]
    maker: str
    arguments: tuple
    specs: tuple[str, ...] = ()
    format: str = "JPEG"

    @property
    def file(self) -> str:
        return f"original_images/{self.name}.{'jpg' if self.format == 'JPEG' else self.format.lower()}"


@dataclass(frozen=True)
class Size:
    """A rendition that has been written."""

    spec: str
    focal_point_key: str
    file: str
    width: int
    height: int


@dataclass(frozen=True)
class Drawn:
    """A picture that has been written, with its renditions."""

    file: str
    bytes: int
    hash: str
    width: int
    height: int
    sizes: tuple[Size, ...]


@dataclass(frozen=True)
class Recorded:
    """A sound or film file that has been written."""

    file: str
    seconds: float
    width: int | None
    height: int | None


class Studio:
    """Worker processes that draw and record while the seeder fills the database.

    Enter it before the first query: the workers are forked, and a database connection must not be shared.
    """

    def __init__(self, on_done: Callable[[], None] = lambda: None) -> None:
        self.on_done = on_done
        self.files: list[str] = []
        self.futures: dict[str, Future] = {}

    def __enter__(self) -> Self:
        method = "fork" if sys.platform == "linux" else "spawn"
        self.pool = ProcessPoolExecutor(
            max_workers=os.cpu_count(), mp_context=multiprocessing.get_context(method), initializer=_begin
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, *_details: object) -> None:
        self.pool.shutdown(wait=True, cancel_futures=True)
        if kind:
            self.clean()

    def order(self, work: Callable, name: str, *arguments: object) -> None:
        """Have something made. `result(name)` waits for it."""
        future = self.pool.submit(work, *arguments)
        future.add_done_callback(lambda _future: self.on_done())
        self.futures[name] = future

    def result(self, name: str):
        return self.futures[name].result()

    def clean(self) -> None:
        """Take away what was made: nothing refers to it."""
        for future in self.futures.values():
            if not future.cancelled() and future.exception() is None:
                made = future.result()
                for file in (made.file, *(size.file for size in getattr(made, "sizes", ()))):
                    default_storage.delete(file)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    if not apps.ready:
        django.setup()


def draw(drawing: Drawing) -> Drawn:
    """Draw one picture, and write it with all its sizes. Runs in a worker."""
    from wagtail.utils.file import hash_filelike

    from articles.models import NewsImage

    from . import makers

    picture = getattr(makers, drawing.maker)(*drawing.arguments, drawing.size)
    content = BytesIO()
    picture.save(content, drawing.format, **({"quality": JPEG_QUALITY} if drawing.format == "JPEG" else {}))
    _write(drawing.file, content.getvalue())
    image = NewsImage(pk=0, file=drawing.file, width=picture.width, height=picture.height)
    return Drawn(
        file=drawing.file,
        bytes=content.tell(),
        hash=hash_filelike(content),
        width=picture.width,
        height=picture.height,
        sizes=tuple(_sizes(image, content, drawing.specs)),
    )


def _sizes(image, original: BytesIO, specs: Iterable[str]) -> Iterable[Size]:
    from wagtail.images.models import Filter

    for spec in specs:
        chosen = Filter(spec)
        made = image.generate_rendition_file(chosen, source=File(BytesIO(original.getvalue()), name=image.file.name))
        with made:
            made.seek(0)
            content = made.read()
        stem = PurePosixPath(image.file.name).stem
        name = f"images/{stem}.{spec.replace('|', '.')}{PurePosixPath(made.name).suffix}"
        _write(name, content)
        width, height = _pixels(content)
        yield Size(spec, chosen.get_cache_key(image), name, width, height)


def _pixels(content: bytes) -> tuple[int, int]:
    from PIL import Image

    with Image.open(BytesIO(content)) as picture:
        return picture.size


def _write(name: str, content: bytes) -> None:
    if default_storage.exists(name):
        default_storage.delete(name)
    default_storage.save(name, ContentFile(content))

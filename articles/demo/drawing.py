"""Draws the paper's pictures, cuts the sizes they are served in and makes its recordings: all in worker processes.

Every file has one name, from the story it belongs to, so a second seeding after a broken one writes over the first.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Self

import django
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from . import media, pictures

JPEG_QUALITY = 88
WEBP_METHOD = 2
"""Pillow's default, 4, takes more than twice as long for files that are three per cent smaller."""
FILM = (1120, 747)
"""Pixels of a scene that is drawn for a film alone."""
SKETCH_SECONDS = 2


@dataclass(frozen=True)
class Drawing:
    """A picture to make: its file, the function of `pictures` that draws it, and the sizes it is served in."""

    file: str
    maker: str
    arguments: tuple[Any, ...]
    specs: tuple[str, ...]


@dataclass(frozen=True)
class Tape:
    """A recording to make: sound alone, or a film over drawn scenes (arguments of `pictures.draw`)."""

    file: str
    seed: int
    seconds: int
    scenes: tuple[tuple[str, str, int], ...] = ()


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
    sizes: tuple[Size, ...] = ()

    @property
    def files(self) -> list[str]:
        return [self.file, *(size.file for size in self.sizes)]


@dataclass(frozen=True)
class Recorded:
    """A recording that has been written, and how long it really is."""

    file: str
    seconds: float

    @property
    def files(self) -> list[str]:
        return [self.file]


class Studio:
    """Worker processes that draw and record while the seeder fills the database.

    Give all orders before the first query: the workers are forked, and a database connection must not be shared.
    """

    def __init__(self) -> None:
        self.futures: dict[str, Future[Any]] = {}

    def __enter__(self) -> Self:
        method = "fork" if sys.platform == "linux" else "spawn"
        self.pool = ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context(method), _begin)
        return self

    def __exit__(self, failure: type[BaseException] | None, *_details: object) -> None:
        self.pool.shutdown(wait=True, cancel_futures=True)
        if failure:
            self.clean()

    def order(self, work: Callable[[Any], Drawn | Recorded], what: Drawing | Tape) -> None:
        """Have something made."""
        self.futures[what.file] = self.pool.submit(work, what)

    def result(self, file: str) -> Any:
        """What was written under the name; waits until it is."""
        return self.futures[file].result()

    def clean(self) -> None:
        """Take away what was made: nothing refers to it."""
        for future in self.futures.values():
            if not future.cancelled() and future.exception() is None:
                for file in future.result().files:
                    default_storage.delete(file)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if not apps.ready:
        django.setup()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


# What workers do


def draw(drawing: Drawing) -> Drawn:
    """Draw one picture, and write it with all its sizes."""
    from wagtail.utils.file import hash_filelike

    from articles.models import NewsImage

    arguments = map(_sketched, drawing.arguments) if settings.DEMO_SKETCHES else drawing.arguments
    picture: Image.Image = getattr(pictures, drawing.maker)(*arguments)
    content = BytesIO()
    if drawing.file.endswith(".jpg"):
        picture.save(content, "JPEG", quality=JPEG_QUALITY)
    else:
        picture.save(content, "PNG")
    _write(drawing.file, content.getvalue())
    image = NewsImage(pk=0, file=drawing.file, width=picture.width, height=picture.height)
    return Drawn(
        file=drawing.file,
        bytes=len(content.getvalue()),
        hash=hash_filelike(content),
        width=picture.width,
        height=picture.height,
        sizes=tuple(_sizes(image, picture, drawing.specs)),
    )


def _sketched(argument: Any) -> Any:
    """A fifth of a size; of a picture, what takes a tenth of the time."""
    return tuple(edge // 5 for edge in argument) if isinstance(argument, tuple) else argument


def _sizes(image: Any, picture: Image.Image, specs: Iterable[str]) -> Iterable[Size]:
    """What Wagtail would make of the picture for each spec, without decoding the file again for each."""
    from wagtail.images.models import IMAGE_FORMAT_EXTENSIONS, Filter
    from willow.plugins.pillow import PillowImage

    stem = PurePosixPath(image.file.name).stem
    made: dict[tuple[Any, ...], bytes] = {}
    for spec in specs:
        chosen = Filter(spec)
        transform = chosen.get_transform(image)
        output: dict[str, Any] = {}
        for operation in chosen.filter_operations:
            operation.run(None, image, output)
        cut = (tuple(transform.get_rect().round()), transform.size, *sorted(output.items()))
        if cut not in made:  # of a 3:2 picture, a card and a picture in the text are the same
            pixels = PillowImage(picture).crop(transform.get_rect().round()).resize(transform.size)
            made[cut] = _encoded(pixels.get_pillow_image(), output)
        # Wagtail's own name keeps six letters of the stem and relies on storage to make it unique.
        name = f"images/{stem}.{spec.replace('|', '.')}{IMAGE_FORMAT_EXTENSIONS[output['output-format']]}"
        _write(name, made[cut])
        yield Size(spec, chosen.get_cache_key(image), name, *transform.size)


def _encoded(picture: Image.Image, output: dict[str, Any]) -> bytes:
    content = BytesIO()
    match output["output-format"]:
        case "webp":
            picture.save(content, "WEBP", quality=output["webp-quality"], method=WEBP_METHOD)
        case "jpeg":
            picture.save(content, "JPEG", quality=output["jpeg-quality"])
        case other:
            raise ValueError(f"articles.renditions asks for {other}, which the demo cannot write")
    return content.getvalue()


def record(tape: Tape) -> Recorded:
    """Make one recording."""
    length = min(tape.seconds, SKETCH_SECONDS) if settings.DEMO_SKETCHES else tape.seconds
    with TemporaryDirectory() as folder:
        path = Path(folder) / PurePosixPath(tape.file).name
        if tape.scenes:
            shots = tape.scenes[:1] if settings.DEMO_SKETCHES else tape.scenes
            drawn = [pictures.draw(*scene, FILM) for scene in shots]
            seconds = media.make_video(path, drawn, length, tape.seed)
        else:
            seconds = media.make_audio(path, tape.seed, length)
        _write(tape.file, path.read_bytes())
    return Recorded(tape.file, seconds)


def _write(name: str, content: bytes) -> None:
    default_storage.delete(name)
    default_storage.save(name, ContentFile(content))

"""Which pictures and recordings the paper needs, and their rows in the libraries."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Collection

from articles import renditions
from articles.models import NewsImage, NewsMedia, NewsRendition, User

from .body_files import Picture
from .drawing import Drawing, Recorded, Studio, Tape, draw, record
from .media import HEIGHT, WIDTH
from .paper_file import Paper
from .story_files import StoryFile

LEAD = (1600, 1067)
IN_BODY = (1200, 800)
PORTRAIT = (800, 800)
LOGO = (480, 192)
COVER = (1400, 1400)
LEAD_SPECS = (*renditions.CARD, *renditions.LEAD, *renditions.SHARE, *renditions.FEED, *renditions.THUMBNAIL)
BODY_SPECS = (*renditions.LEAD, *renditions.FEED)
DESK = "Courier graphics desk"
FILM_PICTURES = 4


@dataclass(frozen=True)
class Commission:
    """A drawing, its size before anybody has drawn it, and what the library says of it."""

    drawing: Drawing
    size: tuple[int, int]
    title: str
    alt: str
    caption: str = ""
    credit: str = f"Illustration: {DESK}"
    source: str = DESK
    picture: Picture | None = None
    """The picture of a story's file that it answers."""


def portrait_name(slug: str) -> str:
    return f"portrait-{slug}"


def logo_name(slug: str) -> str:
    return f"logo-{slug}"


def artwork_name(slug: str) -> str:
    return f"artwork-{slug}"


def commissions(paper: Paper) -> dict[str, Commission]:
    """Every picture of the paper, by a name of its own."""
    found: dict[str, Commission] = {}
    sponsors = {sponsor.slug: sponsor.name for sponsor in paper.sponsors}
    for story in paper.stories:
        source = sponsors[story.campaign.sponsor] if story.campaign else DESK
        for number, picture in enumerate(story.pictures, start=1):
            name = story.slug if number == 1 else f"{story.slug}-{number}"
            found[name] = _of_story(name, story, picture, source, lead=number == 1)
    for person in paper.people:
        name = portrait_name(person.slug)
        arguments = ("portrait", person.palette, person.seed, PORTRAIT)
        found[name] = Commission(
            drawing=_jpeg(name, "draw", arguments, (*renditions.PORTRAIT, *renditions.FACE)),
            size=PORTRAIT,
            title=f"Portrait: {person.name}",
            alt=f"Drawn portrait of {person.name}",
        )
    for show in paper.shows:
        name = artwork_name(show.slug)
        found[name] = Commission(
            drawing=_jpeg(name, "artwork", (show.seed, show.palette), (*renditions.SQUARE, *renditions.ARTWORK)),
            size=COVER,
            title=f"Cover: {show.title}",
            alt=f"Cover of the podcast {show.title}",
        )
    for sponsor in paper.sponsors:
        found[logo_name(sponsor.slug)] = _logo(logo_name(sponsor.slug), sponsor.seed, sponsor.name, sponsor.name)
    found["masthead"] = _logo("masthead", paper.masthead.logo_seed, paper.masthead.name, DESK)
    return found


def _of_story(name: str, story: StoryFile, picture: Picture, source: str, *, lead: bool) -> Commission:
    size, specs = (LEAD, LEAD_SPECS) if lead else (IN_BODY, BODY_SPECS)
    if lead and story.kind == "video":
        specs += renditions.POSTER
    return Commission(
        drawing=_jpeg(name, "draw", (picture.scene, picture.palette, picture.seed, size), specs),
        size=size,
        title=f"{story.kicker}: {picture.scene.replace('_', ' ')}",
        alt=picture.alt,
        caption=picture.caption,
        credit=picture.credit,
        source=source,
        picture=picture,
    )


def _jpeg(name: str, maker: str, arguments: tuple, specs: tuple[str, ...]) -> Drawing:
    return Drawing(f"original_images/{name}.jpg", maker, arguments, specs)


def _logo(name: str, seed: int, owner: str, source: str) -> Commission:
    return Commission(
        drawing=Drawing(f"original_images/{name}.png", "logo", (seed, LOGO), renditions.LOGO),
        size=LOGO,
        title=f"Logo: {owner}",
        alt=f"Logo of {owner}",
        credit=owner,
        source=source,
    )


def tapes(stories: Iterable[StoryFile]) -> dict[str, Tape]:
    """Every recording of the paper, by its story's slug."""
    found = {}
    for story in stories:
        if story.recording:
            seed = zlib.crc32(story.slug.encode()) % 1000
            film = story.kind == "video"
            found[story.slug] = Tape(
                file=f"media/{story.slug}.{'mp4' if film else 'mp3'}",
                seed=seed,
                seconds=story.recording.length,
                scenes=_shots(story) if film else (),
            )
    return found


def _shots(story: StoryFile) -> tuple[tuple[str, str, int], ...]:
    """What a film shows: the story's own pictures, and its lead picture's scene drawn anew where those are few."""
    shots = [(picture.scene, picture.palette, picture.seed) for picture in story.pictures]
    scene, palette, seed = shots[0]
    return (*shots, *((scene, palette, seed + 1000 + more) for more in range(FILM_PICTURES - len(shots))))


def give_orders(studio: Studio, wanted: dict[str, Commission], recordings: dict[str, Tape]) -> None:
    """Have everything made; the recordings first, which take longest."""
    for tape in recordings.values():
        studio.order(record, tape)
    for commission in wanted.values():
        studio.order(draw, commission.drawing)


def add_images(wanted: dict[str, Commission], editor: User) -> dict[str, NewsImage]:
    """Rows for the pictures while they are still being drawn: their names and sizes are known."""
    collection = Collection.get_first_root_node()
    images = {
        name: NewsImage(
            title=commission.title,
            file=commission.drawing.file,
            width=commission.size[0],
            height=commission.size[1],
            description=commission.alt,
            caption=commission.caption,
            credit=commission.credit,
            licence="All rights reserved",
            source=commission.source,
            collection=collection,
            uploaded_by_user=editor,
        )
        for name, commission in wanted.items()
    }
    NewsImage.objects.bulk_create(images.values())
    return images


def finish_image(image: NewsImage, studio: Studio) -> None:
    """Wait for the drawing, and write down what only its file can tell."""
    drawn = studio.result(image.file.name)
    image.file_size, image.file_hash, image.width, image.height = drawn.bytes, drawn.hash, drawn.width, drawn.height
    image.save(update_fields=["file_size", "file_hash", "width", "height"])
    NewsRendition.objects.bulk_create(
        NewsRendition(
            image=image,
            filter_spec=size.spec,
            focal_point_key=size.focal_point_key,
            file=size.file,
            width=size.width,
            height=size.height,
        )
        for size in drawn.sizes
    )


def add_media(stories: Iterable[StoryFile], recordings: dict[str, Tape], editor: User) -> dict[str, NewsMedia]:
    """Rows for the recordings, with the length that they shall have."""
    rows = {}
    for story in stories:
        if tape := recordings.get(story.slug):
            size = {"type": "video", "width": WIDTH, "height": HEIGHT} if tape.scenes else {"type": "audio"}
            rows[story.slug] = NewsMedia.objects.create(
                title=story.headline, file=tape.file, duration=tape.seconds, uploaded_by_user=editor, **size
            )
    return rows


def finish_media(row: NewsMedia, studio: Studio) -> None:
    """Wait for the recording, and write down how long it really is."""
    recorded: Recorded = studio.result(row.file.name)
    row.duration = recorded.seconds
    row.save(update_fields=["duration"])

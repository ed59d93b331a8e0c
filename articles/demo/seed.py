"""Makes the demo newspaper of an empty site."""

from __future__ import annotations

from contextlib import contextmanager

from django.core.management import call_command
from django.db import connections, transaction
from django.utils import timezone
from modelsearch import signal_handlers as search_signals
from modelsearch.index import get_indexed_models
from django.db.models.signals import post_save
from wagtail.models import Collection
from wagtail.signal_handlers import disable_reference_index_auto_update

from articles import renditions
from articles.management.progress import Steps
from articles.models import HomePage, NewsImage, NewsMedia, NewsRendition, User

from . import drawing, furniture
from .bodies import BodyWriter
from .body_files import Picture
from .drawing import Drawing, Drawn, Studio
from .newsdesk import Newsdesk
from .paper_file import Paper, read_paper

EDITOR = "editor"
LEAD_SPECS = (*renditions.CARD, *renditions.LEAD, *renditions.SHARE, *renditions.FEED)
BODY_SPECS = (*renditions.LEAD, *renditions.FEED)


class AlreadySeeded(Exception):
    """The site has a front page: it is somebody's paper."""


def is_seeded() -> bool:
    return HomePage.objects.exists()


def seed(password: str, steps: Steps) -> None:
    """Build the whole demo paper, or nothing of it."""
    paper = read_paper()
    connections.close_all()
    orders = drawings(paper)
    with Studio() as studio:
        for name, (order, _picture) in orders.items():
            studio.order(drawing.draw, name, order)
        with steps:
            build(paper, password, steps, studio, orders)


def drawings(paper: Paper):
    """Every picture to draw, by the name of its file, with its story's words for it where it has some."""
    found: dict[str, tuple[Drawing, Picture | None]] = {}

    def want(name, size, maker, arguments, specs, picture=None, format="JPEG"):
        found[name] = (Drawing(name, size, maker, arguments, specs, format), picture)

    for story in paper.stories:
        for number, picture in enumerate(story.pictures):
            specs = () if __import__('os').environ.get('FAST') else BODY_SPECS if number else LEAD_SPECS
            if story.kind == "video" and not number:
                specs += renditions.POSTER
            want(
                f"{story.slug}-{number + 1}" if number else story.slug,
                drawing.LANDSCAPE,
                "scene",
                (picture.scene, picture.palette, picture.seed),
                specs,
                picture,
            )
    for person in paper.people:
        want(
            furniture.portrait_name(person.slug),
            drawing.PORTRAIT,
            "scene",
            ("portrait", person.palette, person.seed),
            renditions.PORTRAIT,
        )
    for sponsor in paper.sponsors:
        want(furniture.logo_name(sponsor.slug), (720, 288), "plain", (sponsor.name,), renditions.LOGO, format="PNG")
    for show in paper.shows:
        want(furniture.artwork_name(show.slug), (1400, 1400), "plain", (show.title,), renditions.SQUARE)
    want("masthead", (720, 288), "plain", (paper.masthead.name,), renditions.LOGO, format="PNG")
    return found


def build(paper: Paper, password: str, steps: Steps, studio: Studio, orders) -> None:
    now = timezone.now().replace(second=0, microsecond=0)
    with transaction.atomic():
        with disable_reference_index_auto_update(), search_index_off():
            fill(paper, password, steps, studio, orders, now)
        with steps.step("Search index"):
            call_command("update_index", verbosity=0)
        with steps.step("Reference index"):
            call_command("rebuild_references_index", verbosity=0)


def fill(paper, password, steps, studio, orders, now):
    if True:
        editor = User.objects.filter(username=EDITOR).first() or User(username=EDITOR)
        editor.is_superuser = editor.is_staff = editor.is_active = True
        editor.first_name, editor.last_name = "The", "Editor"
        editor.email = paper.masthead.contact_email
        editor.set_password(password)
        editor.save()
        with steps.step("Site"):
            images = add_images(orders, editor)
            site = furniture.furnish(paper, editor, images)
            furniture.set_masthead(paper, images["masthead"])
            pages = furniture.add_standard_pages(paper.pages, site)
        with steps.step("Stories written", len(paper.stories)) as done:
            by_picture = {picture: images[name] for name, (_, picture) in orders.items() if picture}
            keys: dict[str, int] = {slug: page.pk for slug, page in pages.items()}
            writer = BodyWriter(keys, {picture: image.pk for picture, image in by_picture.items()})
            media = {}
            for story in paper.stories:
                if story.recording:
                    media[story.slug] = NewsMedia.objects.create(
                        title=story.headline, file=f"media/{story.slug}.mp3", type="audio", duration=60
                    )
            desk = Newsdesk(now, site, by_picture, media, paper.pins, {}, writer)
            for story in paper.stories:
                desk.add(story)
                keys[story.slug] = desk.pages[story.slug].pk
                done()
        events = desk.events(paper.stories)
        with steps.step("Stories published", len(events)) as done:
            for event in events:
                desk.let_happen(event)
                done()
        with steps.step("Front page"):
            furniture.publish_standard_pages(paper.pages, pages, writer, editor)
            furniture.set_front_page(paper.front, site, keys)
        with steps.step("Pictures", len(orders)) as done:
            for name, image in images.items():
                finish_image(image, studio.result(name))
                done()


def add_images(orders, editor: User) -> dict[str, NewsImage]:
    collection = Collection.get_first_root_node()
    images = {}
    for name, (order, picture) in orders.items():
        images[name] = NewsImage(
            title=name.replace("-", " ").capitalize(),
            file=order.file,
            width=order.size[0],
            height=order.size[1],
            uploaded_by_user=editor,
            collection=collection,
            licence="All rights reserved",
            source="Courier graphics desk",
            description=picture.alt if picture else name,
            caption=picture.caption if picture else "",
            credit=picture.credit if picture else "Courier graphics desk",
        )
    NewsImage.objects.bulk_create(images.values())
    return images


def finish_image(image: NewsImage, drawn: Drawn) -> None:
    NewsImage.objects.filter(pk=image.pk).update(
        file_size=drawn.bytes, file_hash=drawn.hash, width=drawn.width, height=drawn.height
    )
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


@contextmanager
def search_index_off():
    """Saving does not touch the search index: it is built once, at the end."""
    models = [m for m in get_indexed_models() if post_save.disconnect(search_signals.post_save_signal_handler, sender=m)]
    try:
        yield
    finally:
        for model in models:
            post_save.connect(search_signals.post_save_signal_handler, sender=model)

"""Makes the demo newspaper of an empty site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connections, transaction
from django.db.models.signals import post_save
from django.utils import timezone
from django.utils.text import slugify
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from articles import roles
from articles.management.progress import Steps
from articles.models import HomePage, Story, User

from . import art_desk, furniture
from .art_desk import Commission
from .bodies import BodyWriter
from .drawing import Studio, Tape
from .newsdesk import Newsdesk
from .paper_file import Paper, read_paper

EDITOR = "editor"
ACCOUNTS = {slugify(role): role for role in roles.ROLES}
"""Names of the demo's accounts, and the role of each; the editor may do everything besides."""


def is_seeded() -> bool:
    """Whether the site has a front page: then it is somebody's paper."""
    return HomePage.objects.exists()


def seed(password: str, steps: Steps) -> None:
    """Build the whole demo paper, or nothing of it. DemoFileError when one of its files is wrong."""
    paper = read_paper()
    wanted, recordings = art_desk.commissions(paper), art_desk.tapes(paper.stories)
    connections.close_all()  # none may be open when the workers are forked
    with Studio() as studio:
        art_desk.give_orders(studio, wanted, recordings)
        with steps, transaction.atomic():
            Seeding(paper, password, steps, studio, wanted, recordings).run()


class Seeding:
    """One run. Pictures are drawn meanwhile; the rows are there before them, and the transaction waits for the last."""

    def __init__(
        self,
        paper: Paper,
        password: str,
        steps: Steps,
        studio: Studio,
        wanted: dict[str, Commission],
        recordings: dict[str, Tape],
    ) -> None:
        self.paper, self.password, self.steps = paper, password, steps
        self.studio, self.wanted, self.recordings = studio, wanted, recordings
        self.now = timezone.now().replace(second=0, microsecond=0)

    def run(self) -> None:
        with disable_reference_index_auto_update(), search_index_left_alone():
            self.build()
        with self.steps.step("Search index"):
            call_command("update_index", verbosity=0)
        with self.steps.step("Reference index"):
            call_command("rebuild_references_index", verbosity=0)

    def build(self) -> None:
        paper, steps = self.paper, self.steps
        with steps.step("Site"):
            editor = add_editor(self.password, paper.masthead.contact_email)
            add_members(self.password)
            images = art_desk.add_images(self.wanted, editor)
            media = art_desk.add_media(paper.stories, self.recordings, editor)
            site = furniture.furnish(paper, editor, images)
            pages = furniture.add_standard_pages(paper.pages, site)
        by_picture = {
            commission.picture: images[name] for name, commission in self.wanted.items() if commission.picture
        }
        keys = {slug: page.pk for slug, page in pages.items()}
        writer = BodyWriter(keys, {picture: image.pk for picture, image in by_picture.items()})
        desk = Newsdesk(self.now, site, by_picture, media, paper.pins, writer)
        with steps.step("Stories written", len(paper.stories)) as done:
            for story in paper.stories:
                keys[story.slug] = desk.add(story)
                done()
        events = desk.events(paper.stories)
        with steps.step("Stories published", len(events)) as done:
            for event in events:
                desk.let_happen(event)
                done()
        with steps.step("Front page"):
            furniture.publish_standard_pages(paper.pages, pages, writer, editor)
            furniture.set_front_page(paper.front, site, keys)
        with steps.step("Pictures", len(images)) as done:
            for image in images.values():
                art_desk.finish_image(image, self.studio)
                done()
        with steps.step("Sound and film", len(media)) as done:
            for row in media.values():
                art_desk.finish_media(row, self.studio)
                done()


def add_editor(password: str, email: str) -> User:
    """The account that the demo is shown with."""
    editor = User.objects.filter(username=EDITOR).first() or User(username=EDITOR)
    editor.is_superuser = editor.is_staff = editor.is_active = True
    editor.first_name, editor.last_name, editor.email = "Courier", "Editor", email
    editor.set_password(password)
    editor.save()
    return editor


def add_members(password: str) -> None:
    """An account for each role, with the editor's password."""
    roles.set_up()
    hashed = make_password(password)
    for username, role in ACCOUNTS.items():
        member, _ = User.objects.get_or_create(username=username, defaults={"first_name": role, "password": hashed})
        member.groups.add(Group.objects.get(name=role))


@contextmanager
def search_index_left_alone() -> Iterator[None]:
    """Saving does not touch the search index: it is built once, at the end."""
    quiet = [model for model in get_indexed_models() if post_save.disconnect(post_save_signal_handler, sender=model)]
    Story.indexes_itself = False
    try:
        yield
    finally:
        Story.indexes_itself = True
        for model in quiet:
            post_save.connect(post_save_signal_handler, sender=model)

"""How a story ends, and what its address says from then on.

Published by mistake: that there is no such page. Retracted: the notice. Out of date: since when. Moved: where to.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import QuerySet, Subquery
from django.utils import timezone
from django_tasks import task
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from . import addresses, publishing, topics
from .models import Correction, Ending, Publication, Story

if TYPE_CHECKING:
    from .models import User

logger = logging.getLogger(__name__)


@transaction.atomic
def end(
    story: Story,
    ending: Ending,
    *,
    notice: str = "",
    target: Page | str = "",
    by: User | None = None,
    at: datetime | None = None,
) -> bool:
    """Unpublish a story for a reason; whether it was still there to be unpublished.

    A retraction has a `notice`, which stays public for good; what has moved, a `target` where readers are sent. A story
    that no reader could open yet leaves neither.
    """
    at = at or timezone.now()
    topics.lock_those_of(story)
    if (story := held(story)) is None:
        return False
    was_shown = story.published_at is not None and story.published_at <= at and not story.alias_of_id
    superseded = story.live_revision
    story.ending = ending if was_shown else ""
    story.unpublish(user=by)
    if was_shown and ending == Ending.RETRACTED:
        Correction.objects.create(
            story_id=story.pk,
            kind=Correction.Kind.RETRACTION,
            text=notice,
            made_at=at,
            made_by=by,
            superseded=superseded,
        )
    if was_shown and ending == Ending.MOVED:
        _send_on(story, target)
    return True


@transaction.atomic
def amend(story: Story, notice: str, *, by: User | None = None, at: datetime | None = None) -> bool:
    """Tell readers anew why a story is retracted, beside what they were told before; whether it still is.

    Its withdrawal is logged again: caches, and who keeps its tombstone, learn of it so.
    """
    Page.objects.select_for_update(no_key=True).get(pk=story.pk)
    story = Story.objects.retracted().filter(pk=story.pk).first()
    if story is None:
        return False
    kind = Correction.Kind.AMENDMENT
    Correction.objects.create(story_id=story.pk, kind=kind, text=notice, made_at=at or timezone.now(), made_by=by)
    withdrawn = Publication.objects.filter(story_uid=story.uid, event=Publication.Event.WITHDRAWN).first()
    if withdrawn:
        publishing.log(story, Publication.Event.WITHDRAWN, {*map(addresses.today, withdrawn.scopes)})
    return True


def held(page: Page) -> Page | None:
    """A page as it is now, which whoever read it earlier may not know; None once it is unpublished. Till the commit."""
    row = Page.objects.select_for_update(no_key=True).filter(pk=page.pk, live=True).first()
    return row and row.specific


@task()
def end_all(pages: list[int], ending: str, notice: str, target: int | str, by: int) -> None:
    """Unpublish what of the pages the user may, stories for one reason.

    Each on a transaction of its own: nobody has to wait for all, and one that fails stops no other.
    """
    from .models import User

    user = User.objects.get(pk=by)
    leads_to = Page.objects.get(pk=target) if isinstance(target, int) else target
    for page in Page.objects.filter(pk__in=pages).defer_streamfields().specific():
        try:
            if not page.permissions_for_user(user).can_unpublish():
                continue
            if isinstance(page, Story):
                end(page, Ending(ending), notice=notice, target=leads_to, by=user)
            else:
                end_page(page, by=user)
        except Exception:  # whatever a page or a receiver raises, the others are to end all the same
            logger.exception("Page %s could not be unpublished with those above it", page.pk)


@transaction.atomic
def end_page(page: Page, *, by: User | None = None) -> None:
    """Unpublish a page that is no story."""
    if page := held(page):
        page.unpublish(user=by)


def _send_on(story: Story, target: Page | str) -> None:
    leads = {"redirect_page": target, "redirect_link": ""}
    if isinstance(target, str):
        leads = {"redirect_page": None, "redirect_link": target}
    # Not as one that was made automatically: Wagtail replaces those.
    kept = {"redirect_page_route_path": "", "is_permanent": True, "automatically_created": False}
    Redirect.objects.update_or_create(old_path=path_of(story), site=story.get_site(), defaults=leads | kept)


def take_back(story: Story) -> None:
    """The story is about to go live again: nothing stands in for it any more, and former addresses lead to it."""
    if story.ending == Ending.MOVED:
        stored = Story.objects.get(pk=story.pk)
        stands_in_for(stored).filter(old_path=path_of(stored)).delete()
        stands_in_for(stored).update(redirect_page=story.pk, redirect_link="", automatically_created=True)
    story.ending = ""


def stands_in_for(story: Story) -> QuerySet[Redirect]:
    """What sends readers on in place of a story that has moved, from where it stands and from where it then stood."""
    gone = Publication.objects.filter(story_uid=story.uid, event=Publication.Event.WITHDRAWN, reason=Ending.MOVED)
    paths = {path_of(story), *map(path_in, gone.values_list("url", flat=True))}
    return Redirect.objects.filter(old_path__in=paths, site=story.get_site(), automatically_created=False)


def path_of(story: Story) -> str:
    """The path of the story's address, as redirects have it."""
    return path_in(story.get_url() or story.url_path)


def path_in(url: str) -> str:
    return Redirect.normalise_path(urlsplit(url).path)


@dataclass(frozen=True)
class Over:
    """What readers are told of a story that is over, notices newest first. No word of the story is among it."""

    is_advertisement: bool
    is_retracted: bool
    since: datetime | None = None
    notices: Sequence[Correction] = ()

    @property
    def is_amended(self) -> bool:
        return len(self.notices) > 1


def notices(story: Story) -> list[Correction]:
    """Why a story is retracted, as readers are told now and were told before, newest first."""
    retracted = story.corrections.filter(kind=Correction.Kind.RETRACTION).values("made_at")[:1]
    return list(story.corrections.filter(kind__in=Correction.NOTICES, made_at__gte=Subquery(retracted)))


def told_of(story: Story) -> Over:
    if story.is_retracted:
        said = notices(story)
        return Over(story.is_advertisement, True, said[-1].made_at if said else None, said)
    if story.live:  # and run out, but nobody has looked at the schedule since
        return Over(story.is_advertisement, False, since=story.expire_at)
    withdrawn = Publication.objects.filter(story_uid=story.uid, event=Publication.Event.WITHDRAWN)
    return Over(story.is_advertisement, False, since=withdrawn.values_list("at", flat=True).first())

"""How a story ends, and what its address says from then on.

Published by mistake: that there is no such page. Retracted: the notice. Out of date: since when. Moved: where to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from . import topics
from .models import Correction, Ending, Publication, Story

if TYPE_CHECKING:
    from .models import User


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
    if not Page.objects.select_for_update(no_key=True).filter(pk=story.pk, live=True).values_list("pk").first():
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


def _send_on(story: Story, target: Page | str) -> None:
    leads = {"redirect_page": target, "redirect_link": ""}
    if isinstance(target, str):
        leads = {"redirect_page": None, "redirect_link": target}
    # Not as one that was made automatically: Wagtail replaces those.
    kept = {"redirect_page_route_path": "", "is_permanent": True, "automatically_created": False}
    Redirect.objects.update_or_create(old_path=path_of(story), site=story.get_site(), defaults=leads | kept)


def take_back(story: Story) -> None:
    """The story is about to go live again: nothing stands in for it any more."""
    if story.ending == Ending.MOVED:
        stored = Story.objects.get(pk=story.pk)
        Redirect.objects.filter(old_path=path_of(stored), site=stored.get_site()).delete()
    story.ending = ""


def path_of(story: Story) -> str:
    """The path of the story's address, as redirects have it."""
    return path_in(story.get_url() or story.url_path)


def path_in(url: str) -> str:
    return Redirect.normalise_path(urlsplit(url).path)


def stories_at(paths: Iterable[str]) -> QuerySet[Story]:
    """Stories that are or were public at any of the paths."""
    slashed = [f"{path.rstrip('/')}/" for path in paths]
    logged = Publication.objects.filter(url__in=slashed).values("story_uid")
    roots = Site.objects.values_list("root_page__url_path", flat=True)
    here = [f"{root.rstrip('/')}{path}" for root in roots for path in slashed]
    return Story.objects.filter(Q(uid__in=logged) | Q(url_path__in=here))


@dataclass(frozen=True)
class Over:
    """What readers are told of a story that is over. No word of the story is among it."""

    is_advertisement: bool
    is_retracted: bool
    notice: str = ""
    since: datetime | None = None


def told_of(story: Story) -> Over:
    if story.is_retracted:
        said = story.corrections.filter(kind=Correction.Kind.RETRACTION).values_list("text", "made_at").first()
        return Over(story.is_advertisement, True, *(said or ()))
    if story.live:  # and run out, but nobody has looked at the schedule since
        return Over(story.is_advertisement, False, since=story.expire_at)
    withdrawn = Publication.objects.filter(story_uid=story.uid, event=Publication.Event.WITHDRAWN)
    return Over(story.is_advertisement, False, since=withdrawn.values_list("at", flat=True).first())

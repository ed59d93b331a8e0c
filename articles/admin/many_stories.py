"""Before an editor changes pages in one transaction, all that they have in common with others is held."""

from __future__ import annotations

from django.db.models import Model
from django.http import HttpRequest
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from articles import many_stories, topics
from articles.models import Topic

WITH_ALL_BELOW = frozenset({"delete", "move"})
PLACE = ("path", "depth", "numchild", "url_path")


def hold_before_bulk_action(request: HttpRequest, action_type: str, objects: list[Model], action: BulkAction) -> None:
    """What others have moved or deleted while this waited is read anew, or left out."""
    if topics_chosen := [one for one in objects if isinstance(one, Topic)]:
        topics.lock(*topics_chosen)
    if not (pages := [one for one in objects if isinstance(one, Page)]):
        return
    chosen = action.cleaned_form.cleaned_data
    into = chosen.get("chooser")
    many_stories.hold(
        pages,
        below=action_type in WITH_ALL_BELOW or (action_type == "publish" and chosen["include_descendants"]),
        drafts=action_type == "publish",
        into=into,
    )
    left = Page.objects.in_bulk([page.pk for page in pages])
    objects[:] = [page for page in pages if page.pk in left]
    _read_places_anew(*objects, into)


def hold_before_deletion(request: HttpRequest, page: Page) -> None:
    """In the transaction of the deletion; the question that comes first is asked in one, too."""
    if request.method == "POST":
        many_stories.hold([page], below=True)


def hold_before_move(request: HttpRequest, page: Page, into: Page) -> None:
    """In the transaction of the move, which `newsroom.urls` puts around it."""
    if request.method == "POST":
        many_stories.hold([page], below=True, into=into)
        _read_places_anew(page, into)


def _read_places_anew(*pages: Page | None) -> None:
    for page in filter(None, pages):
        page.refresh_from_db(fields=PLACE)

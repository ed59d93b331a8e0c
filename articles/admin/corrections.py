"""What an editor says of a change, when it is published."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from articles import publishing
from articles.characters import printable
from articles.models import Correction, Story


def tell_readers(request: HttpRequest, page: Page) -> None:
    """What the form says, whose fields have been checked, is stored with the publication that is about to be made."""
    change, text = request.POST.get("change", ""), printable(request.POST.get("change_text", "")).strip()
    if isinstance(page, Story) and page.live and change in dict(Correction.CHANGES):
        page.to_tell = partial(publishing.tell, change=change, text=text, by=request.user)


def keep_what_was_corrected(request: HttpRequest, page: Page) -> HttpResponseRedirect | None:
    """A story that was corrected, and a section that holds one, is not deleted: the record of corrections is public."""
    if not Correction.objects.filter(story__path__startswith=page.path).exists():
        return None
    messages.error(request, _("This cannot be deleted: it has corrections, which are kept. Unpublish it instead."))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def keep_what_was_corrected_in_bulk(
    request: HttpRequest, action_type: str, objects: Iterable, action: object
) -> HttpResponseRedirect | None:
    pages = [page for page in objects if action_type == "delete" and isinstance(page, Page)]
    return next(filter(None, (keep_what_was_corrected(request, page) for page in pages)), None)

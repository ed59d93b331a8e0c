"""What every page of the site says about the paper itself."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page

from .models import Masthead, SectionPage, StandardPage
from .querysets import OpenPageQuerySet


def masthead(request: HttpRequest) -> dict:
    """Template context: `paper` (the Masthead), `sections` and `standard_pages`. Read only where a template asks."""
    pages = SimpleLazyObject(_pages)
    return {
        "paper": SimpleLazyObject(lambda: Masthead.for_request(request)),
        "sections": SimpleLazyObject(lambda: pages[SectionPage]),
        "standard_pages": SimpleLazyObject(lambda: pages[StandardPage]),
    }


def _pages() -> dict[type[Page], list[Page]]:
    """The pages that every page leads to, by their model, in one statement: as plain pages, with title and address."""
    types = ContentType.objects.get_for_models(SectionPage, StandardPage)
    found = OpenPageQuerySet(Page).open_to_all().filter(content_type__in=types.values()).order_by("path")
    pages = list(found)
    return {model: [page for page in pages if page.content_type_id == type_.pk] for model, type_ in types.items()}

"""What every page of the site says about the paper itself."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .models import Masthead, SectionPage, StandardPage


def masthead(request: HttpRequest) -> dict:
    """Template context: `paper` (the Masthead), `sections` and `standard_pages`. Read only where a template asks."""
    return {
        "paper": SimpleLazyObject(lambda: Masthead.for_request(request)),
        "sections": SimpleLazyObject(lambda: list(SectionPage.objects.open_to_all().order_by("path"))),
        "standard_pages": SimpleLazyObject(lambda: list(StandardPage.objects.open_to_all().order_by("path"))),
    }

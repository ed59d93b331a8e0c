"""The paper itself: its publisher, how it works, its site."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from articles import renditions
from articles.models import Masthead, StandardPage

from .script import Data, known


def publisher(paper: Masthead, request: HttpRequest) -> Data:
    """Who publishes, as other things name it; the front page says the rest of it."""
    return {
        "@type": "NewsMediaOrganization",
        "@id": request.build_absolute_uri("/#paper"),
        "name": paper.name,
        "url": request.build_absolute_uri("/"),
    }


def organization(paper: Masthead, request: HttpRequest) -> Data:
    """All that the masthead says of the paper, with the public pages on how it works."""
    keys = {field: getattr(paper, f"{field}_id") for field in paper.POLICIES}
    pages = StandardPage.objects.open_to_all().in_bulk([key for key in keys.values() if key])
    policies = {
        paper.POLICIES[field]: request.build_absolute_uri(pages[key].get_url(request))
        for field, key in keys.items()
        if key in pages
    }
    logo = renditions.usable(paper.logo, renditions.LOGO)
    return known(
        publisher(paper, request)
        | {
            "legalName": paper.publisher,
            "description": paper.tagline,
            "logo": logo and request.build_absolute_uri(logo[-1].url),
            "email": paper.contact_email,
            "sameAs": paper.social_profile_urls,
        }
        | policies
    )


def website(paper: Masthead, request: HttpRequest) -> Data:
    search = request.build_absolute_uri(reverse("search"))
    return {
        "@type": "WebSite",
        "@id": request.build_absolute_uri("/#site"),
        "name": paper.name,
        "url": request.build_absolute_uri("/"),
        "publisher": {"@id": request.build_absolute_uri("/#paper")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term}}"},
            "query-input": "required name=search_term",
        },
    }

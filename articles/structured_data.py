"""schema.org data of a story, built in Python. https://developers.google.com/search/docs/appearance/structured-data/article"""

from __future__ import annotations

import json

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from . import renditions
from .models import ArticlePage, Masthead, Story

TYPES = {
    ArticlePage.Genre.OPINION: "OpinionNewsArticle",
    ArticlePage.Genre.ANALYSIS: "AnalysisNewsArticle",
    ArticlePage.Genre.EXPLAINER: "BackgroundNewsArticle",
    ArticlePage.Genre.REVIEW: "ReviewNewsArticle",
}
IN_SCRIPT = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def as_json(data: dict) -> SafeString:
    """JSON that cannot end the script element it is printed in."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(IN_SCRIPT))


def story_type(story: Story) -> str:
    """The schema.org type: an advertisement is an Article, never a NewsArticle."""
    if story.is_advertisement:
        return "AdvertiserContentArticle"
    return TYPES.get(getattr(story, "genre", ""), "NewsArticle")


def story_data(story: Story, paper: Masthead, canonical: str, request: HttpRequest) -> dict:
    """The story as JSON-LD; what is not known is left out."""
    data = {
        "@context": "https://schema.org",
        "@type": story_type(story),
        "mainEntityOfPage": canonical,
        "url": canonical,
        "headline": story.headline,
        "description": story.summary,
        "inLanguage": get_language(),
        "isAccessibleForFree": True,
        "datePublished": story.published_at and story.published_at.isoformat(),
        "dateModified": (story.updated_at or story.published_at)
        and (story.updated_at or story.published_at).isoformat(),
        "articleSection": story.section and story.section.title,
        "keywords": [topic.name for topic in story.topic_list],
        "author": [
            {
                "@type": "Person",
                "name": byline.person.name,
                "url": request.build_absolute_uri(reverse("person", args=[byline.person.slug])),
            }
            for byline in story.authors
        ],
        "publisher": {"@type": "NewsMediaOrganization", "name": paper.publisher or paper.name},
        "image": story.picture and image_data(story, request),
    }
    if story.is_advertisement:
        sponsor = story.advertisement.sponsor
        data["sponsor"] = {"@type": "Organization", "name": sponsor.name, "url": sponsor.url}
        data["author"] = [data["sponsor"]]
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def image_data(story: Story, request: HttpRequest) -> dict | None:
    image = story.picture
    if not (made := renditions.usable(image, renditions.SHARE)):
        return None
    rendition = made[-1]
    data = {
        "@type": "ImageObject",
        "url": request.build_absolute_uri(rendition.url),
        "width": rendition.width,
        "height": rendition.height,
        "caption": story.caption,
        "creditText": image.credit,
        "license": image.credit_url,
    }
    return {key: value for key, value in data.items() if value}

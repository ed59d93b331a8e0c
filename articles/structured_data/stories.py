"""A story of any kind. https://developers.google.com/search/docs/appearance/structured-data/article"""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from articles.models import ArticlePage, Masthead, Story
from articles.moments import iso

from . import recordings
from .hubs import breadcrumbs
from .paper import publisher
from .pictures import pictures
from .script import Data, known

TYPES = {
    ArticlePage.Genre.OPINION: "OpinionNewsArticle",
    ArticlePage.Genre.ANALYSIS: "AnalysisNewsArticle",
    ArticlePage.Genre.EXPLAINER: "BackgroundNewsArticle",
    ArticlePage.Genre.REVIEW: "ReviewNewsArticle",
    ArticlePage.Genre.FEATURE: "ReportageNewsArticle",
}


def story_type(story: Story) -> str:
    """The schema.org type: an advertisement is an Article, never a NewsArticle."""
    match story.kind:
        case Story.Kind.SPONSORED:
            return "AdvertiserContentArticle"
        case Story.Kind.VIDEO:
            return "VideoObject"
        case Story.Kind.PODCAST:
            return "PodcastEpisode"
    return TYPES.get(story.genre, "NewsArticle")


def story_data(story: Story, paper: Masthead, canonical: str, share_image: str, request: HttpRequest) -> list[Data]:
    """The story, and the way to it; what is not known is left out."""
    images = pictures(story, request)
    data = {
        "@type": story_type(story),
        "@id": f"{canonical}#story",
        "mainEntityOfPage": canonical,
        "url": canonical,
        "headline": story.headline,
        "description": story.summary,
        "inLanguage": get_language(),
        "isAccessibleForFree": True,
        "datePublished": iso(story.published_at),
        "dateModified": iso(story.updated_at or story.published_at),
        "keywords": [topic.name for topic in story.topic_list],
        "author": authors(story, request) or [publisher(paper, request)],
        "publisher": publisher(paper, request),
        "image": images or [share_image],
        "correction": corrections(story, canonical),
    }
    match story.kind:
        case Story.Kind.SPONSORED:
            sponsor = story.advertisement.sponsor
            data["sponsor"] = {"@type": "Organization", "name": sponsor.name, "url": sponsor.url}
            data["author"] = [data["sponsor"]]
            data |= written(story)
        case Story.Kind.VIDEO:
            data |= recordings.film(story, canonical, request)
            data["thumbnailUrl"] = [image["url"] for image in images] or [share_image]
        case Story.Kind.PODCAST:
            data |= recordings.episode(story, canonical, request)
        case _:
            data |= written(story)
    return [known(data), trail(story, paper, canonical, request)]


def written(story: Story) -> Data:
    """What an Article has beyond every story."""
    text = story.body.stream_block.get_searchable_content(story.body)
    return {
        "articleSection": story.section and story.section.title,
        "wordCount": sum(len(passage.split()) for passage in text),
    }


def authors(story: Story, request: HttpRequest) -> list[Data]:
    return [
        {
            "@type": "Person",
            "name": byline.person.name,
            "url": request.build_absolute_uri(reverse("person", args=[byline.person.slug])),
        }
        for byline in story.authors
    ]


def corrections(story: Story, canonical: str) -> list[Data]:
    return [
        {
            "@type": "CorrectionComment",
            "text": correction.text,
            "datePublished": iso(correction.made_at),
            "correctedWork": {"@id": f"{canonical}#story"},
        }
        for correction in story.printed_corrections
    ]


def trail(story: Story, paper: Masthead, canonical: str, request: HttpRequest) -> Data:
    steps = [(paper.name, request.build_absolute_uri("/"))]
    if story.section:
        steps.append((story.section.title, request.build_absolute_uri(story.section.get_url(request))))
    return breadcrumbs(*steps, (story.headline, canonical))

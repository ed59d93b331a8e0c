"""Films and podcast episodes.

https://developers.google.com/search/docs/appearance/structured-data/video
"""

from __future__ import annotations

from django.http import HttpRequest

from articles.models import PodcastEpisodePage, VideoPage
from articles.models.recording import Recording
from articles.moments import iso
from articles.templatetags.times import iso_duration

from .hubs import series_in_short
from .script import Data


def film(story: VideoPage, canonical: str, request: HttpRequest) -> Data:
    """What a VideoObject has beyond every story."""
    return {
        "name": story.headline,
        "uploadDate": iso(story.published_at),
        "duration": iso_duration(story.duration),
        "contentUrl": story.film and request.build_absolute_uri(story.film.url),
        "embedUrl": story.player and story.player.embed_url,
        "expires": iso(story.expire_at),
        "hasPart": clips(story, canonical),
        "transcript": story.transcript_text,
    }


def episode(story: PodcastEpisodePage, canonical: str, request: HttpRequest) -> Data:
    """What a PodcastEpisode has beyond every story."""
    sound = story.enclosure
    return {
        "name": story.headline,
        "timeRequired": iso_duration(story.duration),
        "associatedMedia": sound
        and {
            "@type": "AudioObject",
            "contentUrl": request.build_absolute_uri(sound["url"]),
            "encodingFormat": sound["type"],
            **({"contentSize": str(sound["length"])} if sound["length"] else {}),
            **({"transcript": story.transcript_text} if story.captions else {}),
        },
        "episodeNumber": story.episode,
        "partOfSeason": story.season and {"@type": "PodcastSeason", "seasonNumber": story.season},
        "partOfSeries": series_in_short(story.show, request),
        "hasPart": clips(story, canonical),
    }


def clips(story: Recording, canonical: str) -> list[Data]:
    """Chapters; each ends where the next begins, the last with the recording."""
    chapters = [chapter.value for chapter in story.chapters_in_order]
    starts = [chapter.seconds for chapter in chapters]
    ends = [*starts[1:], story.duration][: len(starts)]
    return [
        {
            "@type": "Clip",
            "name": chapter["title"],
            "startOffset": start,
            **({"endOffset": end} if end and end > start else {}),
            "url": f"{canonical}?t={start}#t={start}",  # search engines ask for a query, the player reads the fragment
        }
        for chapter, start, end in zip(chapters, starts, ends, strict=True)
    ]

"""A podcast's feed: RSS with Apple's names and those of Podcasting 2.0.

https://podcasters.apple.com/support/823-podcast-requirements · https://github.com/Podcastindex-org/podcast-namespace
"""

from __future__ import annotations

from collections.abc import Iterable

from . import rss
from .episode import Cover, Episode, Participant
from .scopes import PODCAST
from .series import Series
from .xml import FeedXml

NAMES = {
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
}


def podcast(series: Series) -> str:
    xml = FeedXml(series.document, PODCAST, rss.TYPE, atom="atom:")
    with xml.inside("rss", version="2.0", **rss.NAMES, **NAMES), xml.inside("channel"):
        rss.write_head(xml)
        _for_apple(xml, series)
        _for_podcasting_2(xml, series)
        for episode in series.document.items:
            with xml.inside("item"):
                rss.write_item(xml, episode)
                _episode(xml, episode)
    return xml.text()


def _for_apple(xml: FeedXml, series: Series) -> None:
    xml.add("itunes:author", series.author)
    xml.add("itunes:type", series.type)
    xml.add("itunes:explicit", _truth(series.explicit))
    _category(xml, series.category)
    _cover(xml, series.cover)
    if series.owner_email:
        with xml.inside("itunes:owner"):
            xml.add("itunes:name", series.owner_name)
            xml.add("itunes:email", series.owner_email)
    xml.add("itunes:new-feed-url", series.new_feed_url)
    xml.add("itunes:complete", "Yes" if series.complete else None)
    xml.add("itunes:block", "Yes" if series.blocked else None)


def _category(xml: FeedXml, steps: list[str]) -> None:
    """A category, and the narrower ones within it."""
    if steps:
        with xml.inside("itunes:category", text=steps[0]):
            _category(xml, steps[1:])


def _for_podcasting_2(xml: FeedXml, series: Series) -> None:
    xml.add("podcast:guid", series.guid)
    xml.add("podcast:medium", "podcast")
    owner = {"owner": series.owner_email} if series.owner_email else {}
    xml.add("podcast:locked", "yes" if series.locked else "no", **owner)
    xml.add("podcast:block", "yes" if series.blocked else None)
    if series.funding_url:
        xml.add("podcast:funding", series.funding_text, url=series.funding_url)
    _people(xml, series.people)


def _episode(xml: FeedXml, episode: Episode) -> None:
    xml.add("itunes:title", episode.title)
    xml.add("itunes:duration", episode.enclosure.duration and str(episode.enclosure.duration))
    xml.add("itunes:explicit", _truth(episode.explicit))
    xml.add("itunes:episodeType", episode.type)
    for name, number in (("season", episode.season), ("episode", episode.number)):
        xml.add(f"itunes:{name}", number and str(number))
        xml.add(f"podcast:{name}", number and str(number))
    _cover(xml, episode.cover)
    if episode.transcript:
        language = xml.document.language
        xml.empty("podcast:transcript", url=episode.transcript, type="text/vtt", language=language, rel="captions")
    if episode.chapters:
        xml.empty("podcast:chapters", url=episode.chapters, type="application/json+chapters")
    _people(xml, episode.people)


def _cover(xml: FeedXml, cover: Cover | None) -> None:
    if cover:
        xml.empty("itunes:image", href=cover.url)
        ratio = {"aspect-ratio": "1/1"}
        xml.empty("podcast:image", href=cover.url, alt=cover.alt or None, width=cover.edge, purpose="artwork", **ratio)


def _people(xml: FeedXml, people: Iterable[Participant]) -> None:
    for person in people:
        portrait = {"img": person.portrait} if person.portrait else {}
        xml.add("podcast:person", person.name, group=person.group, role=person.role, href=person.url, **portrait)


def _truth(value: bool) -> str:
    return "true" if value else "false"

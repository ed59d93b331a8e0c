"""A paper with podcasts, and a reader of their feeds."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from articles.models import Masthead, NewsImage

from . import factories as make

FEED = "/podcasts/low-water/feed.xml"
NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
SOUND = bytes(range(256)) * 8
VTT = """WEBVTT

00:00:00.000 --> 00:00:12.000
<v Elias Thorne>How did you find the bolt?

00:01:05.500 --> 00:01:09.000
<v Ines Falk>It lay in the wrong box, zweihundert.
"""
CHAPTERS = [("chapter", {"start": "1:05", "title": "The bolt"}), ("chapter", {"start": "0:00", "title": "The door"})]


def artwork(edge: int = 1400) -> NewsImage:
    return make.ImageFactory(file=make.picture_file(size=(edge, edge)), description="A bolt")


def paper() -> None:
    """Two shows; one has an episode with everything and a trailer that is elsewhere."""
    section = make.section("City")
    Masthead.objects.update_or_create(
        site=section.get_site(),
        defaults={"name": "The Courier", "publisher": "Courier Press", "contact_email": "desk@courier.example"},
    )
    elias = make.PersonFactory(name="Elias Thorne", slug="elias", portrait=make.ImageFactory())
    ines = make.PersonFactory(name="Ines Falk", slug="ines")
    show = make.ShowFactory(
        title="Low Water",
        slug="low-water",
        description="The story behind one story & more.",
        artwork=artwork(),
        category="Society & Culture > Documentary",
        funding_url="https://courier.example/support",
        funding_text="Support us",
    )
    show.hosts.set([elias])
    make.episode(
        "The bolt",
        podcast=show,
        season=2,
        episode=7,
        audio=make.media(content=SOUND),
        audio_url="",
        by=[ines],
        topics=["Housing"],
        captions=VTT,
        chapters=CHAPTERS,
        lead_image=make.ImageFactory(file=make.picture_file(size=(2000, 1500))),
        body=[("paragraph", '<p>Notes with <a href="/city/">a link</a>.</p>')],
        hours_ago=2,
    )
    make.episode("Trailer", podcast=show, episode_type="trailer", explicit=True, hours_ago=3)
    make.episode("Of another show", hours_ago=1)


def channel(client, path: str = FEED) -> Element:
    response = client.get(path)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content).find("channel")


def items(client) -> dict[str, Element]:
    return {item.findtext("title"): item for item in channel(client).findall("item")}


def texts(element: Element, *names: str) -> dict[str, str | None]:
    return {name: element.findtext(name, namespaces=NAMES) for name in names}

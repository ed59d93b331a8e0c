"""What a page costs the database does not depend on how much is listed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Correction, RelatedPin

from . import factories as make

pytestmark = pytest.mark.django_db

MOST = 15


def cost(client, path: str) -> int:
    """Queries of a request when all that is kept is warm."""
    assert client.get(path).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


class Paper:
    """A paper that grows: every list of it holds as many stories as `grow` has made."""

    def __init__(self) -> None:
        self.image = make.ImageFactory(file=make.picture_file(size=(480, 320)))
        self.person = make.PersonFactory(name="Ines Falk", slug="ines-falk", portrait=self.image)
        self.show = make.ShowFactory(slug="low-water", artwork=self.image)
        self.show.hosts.add(self.person)
        self.made = 0
        link = f'<p>See <a linktype="page" id="{make.section().pk}">the city</a>.</p>'
        self.story = self.add(
            make.article, "Harbour wall", body=[("paragraph", link)] * 4, corrections=[self.correction()]
        )
        self.film = self.add(make.video, "Harbour film", film=make.media("video", "film.mp4"), provider_url="")
        self.episode = self.add(make.episode, "Harbour sound", audio=make.media(), audio_url="", podcast=self.show)
        self.advertisement = self.add(make.advertisement, "Harbour cruises")
        self.paths = {
            "home": "/",
            "section": "/city/",
            "article": self.story.url,
            "video": self.film.url,
            "podcast": self.episode.url,
            "advertisement": self.advertisement.url,
            "topic": "/topics/housing/",
            "person": "/people/ines-falk/",
            "show": "/podcasts/low-water/",
            "search": "/search/?q=harbour",
            "search by date": "/search/?q=harbour&sort=date",
            "corrections": "/corrections/",
            "topics": "/topics/",
            "people": "/people/",
            "shows": "/podcasts/",
            "feeds": "/feeds/",
            "rss": "/feeds/latest.rss",
            "rss of a topic": "/feeds/topics/housing.rss",
            "sitemap of a month": f"/sitemap-{self.story.published_at:%Y-%m}.xml",
            "sitemap of topics": "/sitemap-topics-0.xml",
            "sitemap of pages": "/sitemap-pages.xml",
            "news sitemap": "/news-sitemap.xml",
            "video sitemap": "/video-sitemap.xml",
            "markdown": f"{self.story.url.rstrip('/')}.md",
            "llms.txt": "/llms.txt",
            "api": "/api/v2/stories/?topic=housing&section=city",
            "api of a story": f"/api/v2/stories/{self.story.uid}/",
        }

    def add(self, maker, title: str, **fields):
        topics = ["Housing", "Flooding", "Trams", f"Topic {title}"]
        people = [self.person, make.PersonFactory(portrait=self.image)]
        return maker(title, topics=topics, by=people, lead_image=self.image, **fields)

    @staticmethod
    def correction() -> Correction:
        return Correction(text="It was another wall.", made_at=timezone.now() - timedelta(hours=1))

    def grow(self, number: int) -> None:
        """`number` more of each, with people, topics and a show of their own."""
        for _ in range(number):
            self.made += 1
            at = {"hours_ago": 10 + self.made}
            pins = [RelatedPin(target=self.story)]
            self.add(make.article, f"Harbour {self.made}", corrections=[self.correction()], pins=pins, **at)
            self.add(make.episode, f"Harbour talk {self.made}", podcast=self.show, **at)
            make.ShowFactory(artwork=self.image).hosts.add(self.person)


@pytest.fixture(scope="module")
def costs(rows_of_the_module) -> dict[str, tuple[int, int]]:
    """Queries of each page with 3 and with 12 stories in every list."""
    from django.test import Client

    paper, client = Paper(), Client()
    paper.grow(3)
    with_3 = {name: cost(client, path) for name, path in paper.paths.items()}
    paper.grow(9)
    with_12 = {name: cost(client, path) for name, path in paper.paths.items()}
    return {name: (with_3[name], with_12[name]) for name in paper.paths}


def test_every_list_costs_the_same_for_3_and_for_12(costs):
    assert {name: counts for name, counts in costs.items() if counts[0] != counts[1]} == {}


def test_every_page_costs_few_queries(costs):
    assert {name: counts for name, counts in costs.items() if max(counts) > MOST} == {}

"""Whatever happens, who reads feeds or the API ends with the right stories: by ETag, by date, by both or neither."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import endings
from articles.models import ArticlePage, Edition, Ending, Story, Topic

from . import factories as make
from .feed_reader import read

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FEEDS = {
    "/feeds/latest.json": lambda: Story.objects.latest_stories(),
    "/feeds/topics/housing.atom": lambda: _about("Housing"),
    "/feeds/topics/flooding.rss": lambda: _about("Flooding"),
    "/feeds/sections/city.json": lambda: Story.objects.latest_stories().in_section(make.section()),
}
LISTS = {
    "/api/v2/stories/?limit=2": FEEDS["/feeds/latest.json"],
    "/api/v2/stories/?limit=2&topic=housing": FEEDS["/feeds/topics/housing.atom"],
    "/api/v2/stories/?limit=1&topic=flooding": FEEDS["/feeds/topics/flooding.rss"],
}
SUBJECTS = FEEDS | LISTS
WAYS = [("ETag",), ("Last-Modified",), ("ETag", "Last-Modified"), ()]
SENT = {"ETag": "if-none-match", "Last-Modified": "if-modified-since"}


def _about(name: str):
    topic = Topic.objects.filter(name__iexact=name).select_related("canonical").first()
    return Story.objects.latest_stories(topic.canonical or topic) if topic else Story.objects.none()


@dataclass
class Subscriber:
    """A feed reader that heeds redirects, and remembers of the last answer what its headers named."""

    url: str
    remembers: tuple[str, ...]
    headers: dict[str, str] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)

    def poll(self, client) -> None:
        response = client.get(self.url, headers=self.headers)
        while response.status_code == 301:
            self.url = response.headers["Location"]
            response = client.get(self.url, headers=self.headers)
        if response.status_code == 404:  # and not 410, which would end the subscription: no topic is deleted here
            self.headers, self.stories = {}, {}
        elif response.status_code == 200:
            feed = read(response.content, self.url.rpartition(".")[2])
            self.stories = {entry.id: entry.title for entry in feed.entries}
            self.headers = remembered(response, self.remembers)
        else:
            assert response.status_code == 304
            assert response.content == b""


@dataclass
class Program:
    """Reads a list of the API to its end, and keeps each page with what the headers of its answer named."""

    url: str
    remembers: tuple[str, ...]
    pages: dict[str, tuple[dict[str, str], dict]] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)

    def poll(self, client) -> None:
        self.stories, address = {}, self.url
        while address:
            headers, page = self.pages.get(address, ({}, {}))
            response = client.get(address, headers=headers, REMOTE_ADDR=next(ADDRESSES))
            if response.status_code == 400:  # no topic, as for feeds
                return
            if response.status_code == 200:
                page = response.json()
                self.pages[address] = remembered(response, self.remembers), page
            else:
                assert response.status_code == 304
            told = {story["id"]: story["title"] for story in page["items"]}
            assert not told.keys() & self.stories.keys()
            self.stories |= told
            address = page["meta"]["next"]


ADDRESSES = map("2001:db8::{:x}".format, count())
"""One for each request, so that no program is told to wait."""


def remembered(response, names: tuple[str, ...]) -> dict[str, str]:
    """What to send with the next request."""
    return {SENT[name]: response.headers[name] for name in names if name in response.headers}


def act(action: str, number: int) -> None:
    stories = list(ArticlePage.objects.filter(live=True).order_by("pk"))
    story = stories[number % len(stories)] if stories else None
    match action:
        case "publish":
            make.article(f"Story {number}", topics=["Housing", "Flooding"][: 1 + number % 2], hours_ago=3)
        case "retitle" if story:
            story.title += "!"
            story.save_revision().publish()
        case "retag" if story:
            story.topics.set([make.TopicFactory(name=["Housing", "Flooding", "Energy"][number % 3])])
            story.save_revision().publish()
        case "retract" if story:
            endings.end(story, Ending.RETRACTED, notice="It was wrong.")
        case "delete" if story:
            story.delete()
        case "rename":
            topic = Topic.objects.filter(name="Housing", canonical=None).first()
            if topic:
                topic.slug = f"housing-{number}"
                topic.save()
        case "merge":
            _merge("Flooding", "Housing")


def pass_time(minute: int) -> None:
    """What has changed just now did so in this minute of an hour that is over."""
    now = timezone.now()
    recent = Edition.objects.filter(changed_at__gt=now - timedelta(minutes=30))
    recent.update(changed_at=now - timedelta(hours=2) + timedelta(minutes=minute))


def _merge(name: str, into: str) -> None:
    found = {topic.name: topic for topic in Topic.objects.filter(name__in=[name, into], canonical=None)}
    if len(found) == 2 and not found[name].synonyms.exists():
        found[name].canonical = found[into]
        found[name].save()


ACTIONS = ["publish", "publish", "retitle", "retag", "retract", "delete", "rename", "merge"]


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9)), min_size=3, max_size=8))
def test_every_client_ends_with_the_right_stories(client, steps):
    with transaction.atomic():
        make.article("First", topics=["Housing", "Flooding"], hours_ago=3)
        clients = [(subject, Subscriber(subject, way)) for subject in FEEDS for way in WAYS]
        clients += [(subject, Program(subject, way)) for subject in LISTS for way in WAYS]
        for minute, (action, number) in enumerate([("none", 0), *steps]):
            act(action, number)
            pass_time(minute)
            right = {url: {story.feed_id: story.title for story in stories()} for url, stories in SUBJECTS.items()}
            for subject, reader in clients:
                reader.poll(client)
                assert reader.stories == right[subject], (action, subject, reader)
        transaction.set_rollback(True)

"""Measures the feeds of the archive in DATABASE_URL and prints the figures as JSON; see feeds.py."""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from unittest.mock import patch

import django

django.setup()

from django.db import connection, transaction  # noqa: E402  (models can be imported once Django is set up)
from django.db.models import Case, Count, ExpressionWrapper, F, FloatField, Sum, Value, When  # noqa: E402
from django.db.models.functions import Extract, Power  # noqa: E402
from django.template.loader import render_to_string  # noqa: E402
from django.test import RequestFactory  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Revision  # noqa: E402

from articles import publishing, related  # noqa: E402
from articles.latest import Latest, Position  # noqa: E402
from articles.listings import Archive  # noqa: E402
from articles.models import ArticlePage, SectionPage, Story, StoryTopic, Topic  # noqa: E402
from articles.story_page import StoryPageFeeds  # noqa: E402
from tests.plans import plans, rows_read  # noqa: E402

SAMPLE = 200
PAGE = 20
DEEP = 500
NOW = timezone.now()


def sample() -> list[Story]:
    """Random editorial stories, every tenth about the commonest topic, fetched as for their own pages."""
    chance = random.Random(11)
    hottest = Topic.objects.order_by("-story_count").first()
    pks = list(Story.objects.published().editorial().values_list("pk", flat=True))
    hot = list(
        StoryTopic.objects.filter(tag=hottest, published_at__isnull=False).values_list("content_object_id", flat=True)
    )
    chosen = [*chance.sample(pks, SAMPLE - SAMPLE // 10), *chance.sample(hot, min(len(hot), SAMPLE // 10))]
    return [story.of_its_kind() for story in Story.objects.for_page().in_order(chosen)]


def rank(story: Story) -> list[int]:
    return [candidate.pk for candidate in related.ranked(story.pk, story.topic_list, 10, NOW)]


def naive(story: Story) -> list[int]:
    """The query everybody writes first."""
    shared = Story.objects.filter(live=True, story_topics__tag__in=story.topic_list).exclude(pk=story.pk)
    return list(
        shared.annotate(shared=Count("pk")).order_by("-shared", "-published_at").values_list("pk", flat=True)[:10]
    )


def exact(story: Story) -> list[int]:
    """The same score as `related.ranked`, over every story that shares a topic."""
    weight = related.weights(story.topic_list)
    if not weight:
        return []
    share = Case(*(When(tag=pk, then=Value(value)) for pk, value in weight.items()), output_field=FloatField())
    age = ExpressionWrapper(
        (Value(NOW.timestamp()) - Extract(F("published_at"), "epoch")) / Value(related.HALF_LIFE.total_seconds()),
        output_field=FloatField(),
    )
    decay = Value(related.OLD_AGE) + Value(1 - related.OLD_AGE) * Power(Value(2.0), Value(0.0) - age)
    scored = (
        StoryTopic.objects.filter(tag__in=list(weight), published_at__lte=NOW)
        .exclude(content_object=story.pk)
        .order_by()
        .values("content_object", "published_at")
        .annotate(score=ExpressionWrapper(Sum(share) * decay, output_field=FloatField()))
        .order_by("-score", "-published_at")
    )
    return [row["content_object"] for row in scored[:10]]


def box(story: Story) -> str:
    """“More for you”, rendered."""
    cards = StoryPageFeeds(story).more
    return "".join(render_to_string("components/card.html", {"story": card, "layout": "standard"}) for card in cards)


class Times(NamedTuple):
    """In milliseconds."""

    p50: float
    p99: float


def times(do: Callable, things: Sequence) -> Times:
    """Over the things, each done once before, so that what is read is in memory."""
    taken = []
    for thing in things:
        do(thing)
        start = time.perf_counter()
        do(thing)
        taken.append((time.perf_counter() - start) * 1000)
    return Times(statistics.median(taken), statistics.quantiles(taken, n=100)[98])


def cost(do: Callable, things: Sequence) -> tuple[int, int]:
    """The most statements, and the most rows that their plans' scans gave up, for any of the things."""
    explained = [plans(lambda thing=thing: do(thing)) for thing in things]
    return max(map(len, explained)), max(sum(map(rows_read, each)) for each in explained)


def row(feed: str, do: Callable, things: Sequence, naive: Times | None = None, recall: str = "") -> dict[str, str]:
    taken = times(do, things)
    statements, rows = cost(do, things[:: max(1, len(things) // 20)])
    figures = {"feed": feed, "queries": str(statements), "rows": f"{rows:,}", "recall": recall, "naive": ""}
    if naive:
        figures["naive"] = f"1/{naive.p50 / taken.p50:.0f} · 1/{naive.p99 / taken.p99:.0f}"
    return figures | {"p50": f"{taken.p50:.2f}", "p99": f"{taken.p99:.2f}"}


def recalled(stories: Sequence[Story]) -> str:
    """The share of the exact top ten that the ranking finds; of every fourth story, for the exact one takes seconds."""
    found = [len({*rank(story)} & {*best}) / len(best) for story in stories[::4] if (best := exact(story))]
    return f"{statistics.mean(found):.3f}"


@transaction.atomic
def publication() -> dict[str, str]:
    """Publishing a story of ten topics, beside the same without the upkeep of rows, counts, log and editions."""
    waiting = list(drafts())
    taken = times(publish, waiting)
    bare = times(publish_without_upkeep, waiting)
    with CaptureQueriesContext(connection) as queries:
        publish(waiting[0])
    transaction.set_rollback(True)
    figures = {"feed": "publish, ten topics", "queries": str(len(queries)), "p50": f"{taken.p50:.2f}"}
    return figures | {"p99": f"{taken.p99:.2f}", "naive": f"without upkeep {bare.p50:.2f} / {bare.p99:.2f} ms"}


def drafts() -> Iterator[Revision]:
    """Stories about ten of the commonest topics each, never published."""
    chance = random.Random(11)
    section = SectionPage.objects.order_by("-numchild").first()
    topics = list(Topic.objects.order_by("-story_count")[:SAMPLE])
    for number in range(PAGE):
        story = ArticlePage(title=f"Draft {number}", standfirst="About ten topics.", live=False)
        story.topics.set(chance.sample(topics, 10))
        section.add_child(instance=story)
        yield story.save_revision()


def publish(draft: Revision) -> None:
    with transaction.atomic():
        Revision.objects.get(pk=draft.pk).publish()
        transaction.set_rollback(True)


def publish_without_upkeep(draft: Revision) -> None:
    with (
        patch.object(publishing, "settle"),
        patch.object(publishing.Standing, "of", return_value=publishing.Standing()),
    ):
        publish(draft)


def main() -> None:
    stories = sample()
    for story in stories:
        story.topic_list  # noqa: B018  (read once: a page has them already)
    topics = list(Topic.objects.order_by("-story_count")[:SAMPLE])
    usual = times(naive, stories)
    deep = [(topic, latest_position(topic)) for topic in topics[:20]]
    print(
        json.dumps(
            [
                {"feed": "the usual query", "p50": f"{usual.p50:.2f}", "p99": f"{usual.p99:.2f}"},
                row("ranking", rank, stories, usual, recalled(stories)),
                row("related box with cards", box, stories, usual),
                row("Latest Stories", lambda _: Latest().cards(PAGE), range(SAMPLE)),
                row("topic, page 1", page_one, topics),
                row(f"topic, page {DEEP}", lambda place: page_below(*place), [*deep] * (SAMPLE // len(deep))),
                publication(),
            ]
        )
    )


def latest_position(topic: Topic) -> Position:
    """Where the deep page of a topic begins; the last page of a topic that is not so long."""
    positions = Latest((topic,)).keys(DEEP * PAGE)
    return positions[max(0, len(positions) - PAGE - 1)]


def page_one(topic: Topic) -> list:
    """Cards and numbered links, as the topic's page has them."""
    archive = Archive(Latest((topic,)), RequestFactory().get(topic.get_absolute_url()))
    return [archive.cards, archive.links, archive.older_url]


def page_below(topic: Topic, position: Position) -> list:
    archive = Archive(Latest((topic,)), RequestFactory().get("/", {"before": str(position)}))
    return [archive.cards, archive.newer_url, archive.older_url]


if __name__ == "__main__":
    main()

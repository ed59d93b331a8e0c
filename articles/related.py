"""“More for you”: which stories stand below a story, and why each is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from math import log

from django.db.models import BigIntegerField, Case, ExpressionWrapper, F, FloatField, Value, When
from django.db.models.functions import Cast, Extract, Power
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from .models import SectionPage, Story, StoryTopic, Topic
from .querysets import current
from .statements import NOW, Parameter, Statement

NEWEST = 250
"""How many of each topic's newest stories are weighed: what makes the cost independent of the archive.

At a million stories, 100 found 0.93 to 0.96 of the exact top ten, 200 found 0.98.
"""
HALF_LIFE = timedelta(days=180)
OLD_AGE = 0.25
"""The share of its weight that a story keeps however old it is."""
MOST_TOPICS = 12
"""How many topics of a story are weighed, its rarest."""


@dataclass(frozen=True)
class Candidate:
    """A story that shares topics with another: its key, its score, and the keys of the shared topics."""

    pk: int
    score: float
    shared: tuple[int, ...]
    published_at: datetime


def weights(topics: Sequence[Topic]) -> dict[int, float]:
    """Weight of each topic by key: its rarity squared, so that a rare shared topic outweighs several common ones."""
    return {topic.pk: 1 / log(2 + topic.story_count) ** 2 for topic in topics}


def ranked(story_pk: int, topics: Sequence[Topic], limit: int, now: datetime | None = None) -> list[Candidate]:
    """The stories that share most with one about `topics`, best first, in one statement.

    Reads the newest `NEWEST` rows of each topic, of the `MOST_TOPICS` rarest at most. Score: Σ weight of the shared
    topics × (¼ + ¾ × 2^(−age / 180 days)); ties by date. Advertisements are never among them.
    """
    weight = weights(sorted(topics, key=lambda topic: topic.story_count)[:MOST_TOPICS])
    if not weight:
        return []
    given = {f"topic_{number}": pk for number, pk in enumerate(weight)}
    given |= {f"weight_{number}": share for number, share in enumerate(weight.values())}
    rows = _best(len(weight), limit + 1).run(now=now or timezone.now(), **given)
    return [
        Candidate(pk, score, tuple(sorted(weight.keys() & set(ids))), published_at)
        for pk, score, ids, published_at in rows
        if pk != story_pk
    ][:limit]


@lru_cache(maxsize=256)
def _best(topics: int, limit: int) -> Statement:
    """Key, score, topics and date of the best rows for so many topics."""
    topic = [Parameter(f"topic_{n}", BigIntegerField()) for n in range(topics)]
    weight = [Parameter(f"weight_{n}", FloatField()) for n in range(topics)]
    shared = sum(
        (
            Case(When(topic_ids__contains=[pk], then=share), default=0.0, output_field=FloatField())
            for pk, share in zip(topic, weight, strict=True)
        ),
        Value(0.0),
    )
    age = Cast(Extract(NOW - F("published_at"), "epoch"), FloatField()) / HALF_LIFE.total_seconds()
    decay = OLD_AGE + (1 - OLD_AGE) * Power(2.0, -1 * age, output_field=FloatField())
    newest = [
        StoryTopic.objects.filter(current(NOW), tag=pk)
        .order_by("-published_at")[:NEWEST]
        .annotate(score=ExpressionWrapper(shared * decay, output_field=FloatField()))
        .values_list("content_object", "score", "topic_ids", "published_at")
        for pk in topic
    ]
    if topics > 1:
        return Statement(newest[0].union(*newest[1:]).order_by("-score", "-published_at")[:limit])
    return Statement(newest[0][:limit])  # about one topic, the newest are the best


def reason(candidate: Candidate, topics: Sequence[Topic]) -> str:
    """Why a story is there, for readers: “Also about Housing and Flooding”; rarest topic first, two at most."""
    shared = [topic for topic in topics if topic.pk in candidate.shared]
    shared.sort(key=lambda topic: topic.story_count)
    return _("Also about %(topics)s") % {"topics": get_text_list([topic.name for topic in shared[:2]], _("and"))}


def pinned_reason() -> str:
    return _("Picked by the editors")


def section_reason(section: SectionPage | None) -> str:
    return _("More in %(section)s") % {"section": section.title} if section else _("Latest")


def arrange(cards: Sequence[Story], size: int) -> list[Story]:
    """The first `size` cards, a little mixed: never three in a row by one author or of one show, nor four of a kind.

    The best card that may come next comes next; where none may, the best one does: a rule about order loses no story.
    """
    row: list[Story] = []
    waiting = list(cards)
    while waiting and len(row) < size:
        chosen = next((card for card in waiting if _may_follow(row, card)), waiting[0])
        waiting.remove(chosen)
        row.append(chosen)
    return row


def _may_follow(row: Sequence[Story], card: Story) -> bool:
    if len(row) >= 3 and all(before.kind == card.kind for before in row[-3:]):
        return False
    if len(row) < 2:
        return True
    shared = _sources(row[-1]) & _sources(row[-2]) & _sources(card)
    return not shared


def _sources(card: Story) -> set[tuple[str, int]]:
    """Whom a card comes from: its authors and its show."""
    sources = {("person", byline.person_id) for byline in card.authors}
    return sources | {("show", card.show.pk)} if card.show else sources

"""Synthetic stories, before they are rows: what they say, when, in which section, about what, by whom."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from django.utils.text import slugify

from .topics import Popularity
from .words import ACTS, BODIES, CAUSES, DEEDS, PEOPLE, PLACES, PROJECTS, SENTENCES

YEARS = timedelta(days=3652)
KINDS = ("article", "video", "podcast", "sponsored")
KIND_SHARES = list(accumulate((88, 6, 5.5, 0.5)))
GENRES = ("news",) * 4 + ("analysis", "feature", "feature", "explainer", "interview", "opinion", "review")
RESTS = 400
"""How many different endings bodies have."""


@dataclass(slots=True)
class SyntheticStory:
    """One story. `section`, `topics` and `people` count from 0; `rest` is the number of its body's ending."""

    kind: str
    headline: str
    slug: str
    kicker: str
    standfirst: str
    opening: str
    rest: int
    section: int
    topics: list[int]
    people: list[int]
    published_at: datetime
    updated_at: datetime | None
    duration: int | None
    genre: str
    dateline: str


@dataclass(frozen=True)
class Cast:
    """How many sections, topics and people there are to draw from."""

    sections: int
    topics: int
    people: int


def rests(chance: random.Random) -> list[list[str]]:
    """The endings of bodies: two to four paragraphs each."""
    return [[" ".join(chance.sample(SENTENCES, 3)) for _ in range(chance.randint(2, 4))] for _ in range(RESTS)]


def stories(count: int, cast: Cast, chance: random.Random, until: datetime) -> Iterator[SyntheticStory]:
    """So many stories over the ten years before a moment, oldest first; the same for the same random numbers."""
    popularity = Popularity(cast.topics)
    sections = list(accumulate(1 / (number + 3) for number in range(cast.sections)))
    step = YEARS / count
    for number in range(count):
        kind = chance.choices(KINDS, cum_weights=KIND_SHARES)[0]
        published_at = (until - YEARS + step * (number + chance.random())).replace(microsecond=0)
        updated = chance.random() < 0.06
        place = chance.choice(PLACES)
        headline = _headline(chance, place)
        people = [] if kind == "sponsored" else [chance.randrange(cast.people)]
        if people and cast.people > 1 and chance.random() < 0.12:
            people.append((people[0] + chance.randrange(1, cast.people)) % cast.people)
        yield SyntheticStory(
            kind=kind,
            headline=headline,
            slug=slugify(headline)[:80].rstrip("-"),
            kicker=chance.choice(PROJECTS).capitalize(),
            standfirst=f"{chance.choice(BODIES)} and {chance.choice(PEOPLE)} in {place} are at odds over what comes "
            f"next, {chance.choice(CAUSES)}.",
            opening=f"{place} had been waiting for this. The {chance.choice(PROJECTS)} has divided the town’s "
            f"{chance.choice(PEOPLE)} since {published_at.year - chance.randint(1, 9)}. {chance.choice(SENTENCES)}",
            rest=chance.randrange(RESTS),
            section=chance.choices(range(cast.sections), cum_weights=sections)[0],
            topics=popularity.draw(chance),
            people=people,
            published_at=published_at,
            updated_at=min(published_at + timedelta(hours=chance.uniform(1, 40)), until) if updated else None,
            duration=chance.randint(60, 2700) if kind in ("video", "podcast") else None,
            genre=chance.choice(GENRES),
            dateline=place if chance.random() < 0.6 else "",
        )


def _headline(chance: random.Random, place: str) -> str:
    body, act, project = chance.choice(BODIES), chance.choice(ACTS), chance.choice(PROJECTS)
    people, deed, cause = chance.choice(PEOPLE), chance.choice(DEEDS), chance.choice(CAUSES)
    match chance.randrange(5):
        case 0:
            return f"{place} {body.lower()} {act} {project}"
        case 1:
            return f"{body} {act} {place} {project} {cause}"
        case 2:
            return f"{chance.randint(3, 940)} {people} {deed} in {place}"
        case 3:
            return f"Why the {people} of {place} {deed}"
        case _:
            return f"{place} {project}: {people} {deed} {cause}"

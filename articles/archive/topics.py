"""Names for any number of synthetic topics, and how often each is used."""

from __future__ import annotations

import random
from itertools import accumulate

from django.utils.text import slugify

from .words import PLACES, SUBJECTS

MOST = len(SUBJECTS) * (1 + len(PLACES))
FLATNESS = 2.7
"""The q of the Zipf–Mandelbrot law: the first topic is not as far ahead of the second as in Zipf's own."""
FEWEST, USUAL, PER_STORY = 3, 5, 7


def sensible_number(stories: int) -> int:
    """How many topics an archive of so many stories has: 20,000 for a million, growing slower than the archive."""
    return min(MOST, max(40, round(20_000 * (stories / 1_000_000) ** 0.6)))


def name(number: int) -> str:
    """The name of a topic by its rank, from 0: “Oysters”, or “Oysters in Ravwick” beyond the first few hundred."""
    place, subject = divmod(number, len(SUBJECTS))
    return f"{SUBJECTS[subject]} in {PLACES[place - 1]}" if place else SUBJECTS[subject]


def slug(number: int) -> str:
    return slugify(name(number))


class Popularity:
    """Draws topics by rank: the one of rank r is used about 1 / (r + 2.7) as often."""

    def __init__(self, topics: int) -> None:
        self.ranks = range(topics)
        self.weights = list(accumulate(1 / (rank + 1 + FLATNESS) for rank in self.ranks))

    def draw(self, chance: random.Random) -> list[int]:
        """The ranks of one story's topics: three to seven, five as a rule, none twice."""
        wanted = chance.choice((FEWEST, 4, USUAL, USUAL, USUAL, 6, PER_STORY))
        drawn = chance.choices(self.ranks, cum_weights=self.weights, k=wanted + 3)
        return list(dict.fromkeys(drawn))[:wanted]

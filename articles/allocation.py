"""One allocator a page: no story stands on it twice, and filling it costs the same however many slots it has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, IntegerField, QuerySet, Value
from django.utils import timezone

from .latest import Latest, Position
from .models import Story
from .statements import NOW, Parameter, Statement

GIVEN = -1
"""In the place of a slot's number: the keys that were picked or ranked."""
STEP = 8
TURNS = 48
"""How many take turns at most."""


@dataclass
class Slot:
    """A place on a page for `size` stories: editors' `picks`, then what was `ranked`, then the newest of `stories`.

    `picks` and `ranked` are keys, best first; `barred` keys never stand in this slot. With a `turn`, the newest take
    turns: each comes first for one number in so many.
    """

    name: str
    size: int
    stories: Latest | None = None
    picks: Sequence[int] = ()
    ranked: Sequence[int] = ()
    barred: Collection[int] = ()
    turn: int | None = None


def advertisement(page: int = 0) -> Slot:
    """The slot of one running advertisement. All campaigns take turns, from page to page and from hour to hour."""
    hour = int(timezone.now().timestamp()) // 3600
    return Slot("advertisement", 1, Latest(advertisements=True), turn=hour + page)


def allocate(slots: Sequence[Slot], taken: Iterable[int] = ()) -> dict[str, list[Story]]:
    """Cards for every slot, by its name: two statements and the prefetches of `for_cards`, whatever the slots.

    Editors' picks win over automatic filling anywhere on the page; otherwise earlier slots choose first. `taken`
    are keys already on the page. Picks that readers may not see, and advertisements among them, are passed over.
    """
    used = set(taken)
    visible, newest = _newest(slots, len(used))
    rows: dict[str, list[int]] = {slot.name: [] for slot in slots}

    def fill(slot: Slot, keys: Iterable[int]) -> None:
        for pk in keys:
            if len(rows[slot.name]) < slot.size and pk not in used and pk not in slot.barred:
                used.add(pk)
                rows[slot.name].append(pk)

    for slot in slots:
        fill(slot, (pk for pk in slot.picks if pk in visible))
    for slot, latest in zip(slots, newest, strict=True):
        fill(slot, (pk for pk in slot.ranked if pk in visible))
        first = slot.turn % len(latest) if slot.turn and latest else 0
        fill(slot, (*latest[first:], *latest[:first]))

    cards = {card.pk: card for card in Story.objects.cards(pk for row in rows.values() for pk in row)}
    return {name: [cards[pk] for pk in row if pk in cards] for name, row in rows.items()}


def _newest(slots: Sequence[Slot], taken: int) -> tuple[set[int], list[list[int]]]:
    """Which picked and ranked keys readers may see; and for each slot keys that may fill it, newest first.

    In one statement. There are enough of them to bear what other slots take.
    """
    given: dict[str, object] = {"given": [pk for slot in slots for pk in (*slot.picks, *slot.ranked)]}
    wanted = []
    spare = taken + sum(len(slot.picks) for slot in slots)
    for number, slot in enumerate(slots):
        if slot.stories:
            outline, values = slot.stories.outline(f"slot_{number}_")
            given |= values
            needed = slot.size + spare + len(slot.barred)
            wanted.append((number, outline, _rounded(needed if slot.turn is None else max(needed, TURNS))))
        spare += slot.size
    visible: set[int] = set()
    found: list[set[Position]] = [set() for _slot in slots]
    for pk, published_at, number in _statement(tuple(wanted)).run(now=timezone.now(), **given):
        if number == GIVEN:
            visible.add(pk)
        else:
            found[number].add(Position(published_at, pk))
    return visible, [[place.pk for place in sorted(places, reverse=True)] for places in found]


def _rounded(limit: int) -> int:
    """A little more, so that pages which differ by a pin share a statement."""
    return -(-limit // STEP) * STEP


@lru_cache(maxsize=512)
def _statement(wanted: tuple[tuple[int, Latest, int], ...]) -> Statement:
    """Key, date and number of the slot for so many of each outline, and under `GIVEN` the given ones to be seen."""
    among = Parameter("given", ArrayField(BigIntegerField()))
    visible = Story.objects.published(NOW).editorial().filter(id__among=among).values_list("pk", "published_at")
    parts = [_numbered(GIVEN, visible)]
    for number, outline, limit in wanted:
        parts += [_numbered(number, part) for part in outline.parts(limit)]
    return Statement(parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0])


def _numbered(number: int, rows: QuerySet) -> QuerySet:
    return rows.annotate(slot=Value(number, output_field=IntegerField()))

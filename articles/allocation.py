"""One allocator a page: no story stands on it twice, and filling it costs the same however many slots it has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import CharField, QuerySet, Value

from .latest import Latest
from .models import Story
from .querysets import StoryQuerySet

GIVEN = "given"


@dataclass
class Slot:
    """A place on a page for `size` stories: editors' `picks`, then what was `ranked`, then the newest of `stories`.

    `picks` and `ranked` are keys, best first; `barred` keys never stand in this slot.
    """

    name: str
    size: int
    stories: Latest | StoryQuerySet | None = None
    picks: Sequence[int] = ()
    ranked: Sequence[int] = ()
    barred: Collection[int] = ()


def allocate(slots: Sequence[Slot], taken: Iterable[int] = ()) -> dict[str, list[Story]]:
    """Cards for every slot, by its name: two statements and the prefetches of `for_cards`, whatever the slots.

    Editors' picks win over automatic filling anywhere on the page; otherwise earlier slots choose first. `taken`
    are keys already on the page. Picks that readers may not see, and advertisements among them, are passed over.
    """
    used = set(taken)
    newest = _newest(slots, len(used))
    visible = set(newest.pop(GIVEN))
    rows: dict[str, list[int]] = {slot.name: [] for slot in slots}

    def fill(slot: Slot, keys: Iterable[int]) -> None:
        for pk in keys:
            if len(rows[slot.name]) < slot.size and pk not in used and pk not in slot.barred:
                used.add(pk)
                rows[slot.name].append(pk)

    for slot in slots:
        fill(slot, (pk for pk in slot.picks if pk in visible))
    for slot in slots:
        fill(slot, (pk for pk in slot.ranked if pk in visible))
        fill(slot, newest[slot.name])

    cards = Story.objects.for_cards().in_bulk([pk for row in rows.values() for pk in row])
    return {name: [cards[pk] for pk in row if pk in cards] for name, row in rows.items()}


def _newest(slots: Sequence[Slot], taken: int) -> dict[str, list[int]]:
    """Keys that may fill each slot, newest first, in one statement: enough of them to bear what other slots take.

    Under `GIVEN`: those of the picked and ranked keys that readers may see.
    """
    given = {pk for slot in slots for pk in (*slot.picks, *slot.ranked)}
    spare = taken + sum(len(slot.picks) for slot in slots)
    queries = [
        _named(GIVEN, Story.objects.published().editorial().filter(pk__in=given).values_list("pk", "published_at"))
    ]
    for slot in slots:
        if slot.stories is not None:
            queries += [_named(slot.name, part) for part in _parts(slot.stories, slot.size + spare + len(slot.barred))]
        spare += slot.size
    found: dict[str, set[tuple]] = {GIVEN: set()} | {slot.name: set() for slot in slots}
    rows = queries[0].union(*queries[1:], all=True) if len(queries) > 1 else queries[0]
    for pk, published_at, name in rows:
        found[name].add((published_at, pk))
    return {name: [pk for _date, pk in sorted(dated, reverse=True)] for name, dated in found.items()}


def _parts(stories: Latest | StoryQuerySet, limit: int) -> Sequence[QuerySet]:
    if isinstance(stories, Latest):
        return stories.parts(limit)
    return [stories.values_list("pk", "published_at")[:limit]]


def _named(name: str, rows: QuerySet) -> QuerySet:
    return rows.annotate(slot=Value(name, output_field=CharField()))

"""One allocator a page: no story stands on it twice, and filling it costs the same however many slots it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import CharField, Value

from .models import Story
from .querysets import StoryQuerySet


PICKED = "picked"


@dataclass
class Slot:
    """A place on a page: `picks` (keys, chosen by editors) first, then the first of `stories`, `size` in all."""

    name: str
    size: int
    stories: StoryQuerySet | None = None
    picks: Sequence[int] = field(default_factory=tuple)


def allocate(slots: Sequence[Slot], taken: Iterable[int] = ()) -> dict[str, list[Story]]:
    """Cards for every slot, by its name: two statements and the prefetches of `for_cards`, whatever the slots.

    Editors' picks win over automatic filling anywhere on the page; otherwise earlier slots choose first. `taken`
    are keys already on the page. A pick that readers may not see is passed over.
    """
    taken = set(taken)
    candidates = _candidates(slots, taken)
    visible = set(candidates.pop(PICKED))

    used = set(taken)
    filled: dict[str, list[int]] = {}
    for slot in slots:
        chosen = [pk for pk in dict.fromkeys(slot.picks) if pk in visible and pk not in used][: slot.size]
        used.update(chosen)
        filled[slot.name] = chosen
    for slot in slots:
        row = filled[slot.name]
        for pk in candidates[slot.name]:
            if len(row) >= slot.size:
                break
            if pk not in used:
                used.add(pk)
                row.append(pk)

    cards = Story.objects.for_cards().in_bulk([pk for row in filled.values() for pk in row])
    return {name: [cards[pk] for pk in row] for name, row in filled.items()}


def _candidates(slots: Sequence[Slot], taken: set[int]) -> dict[str, list[int]]:
    """Keys that may fill each slot, best first, in one statement: enough of them to bear what other slots take.

    Under `PICKED`: the picked keys that readers may see.
    """
    picks = {pk for slot in slots for pk in slot.picks}
    spare = len(taken) + len(picks)
    queries = [_named(PICKED, Story.objects.published().filter(pk__in=picks))]
    for slot in slots:
        if slot.stories is not None:
            queries.append(_named(slot.name, slot.stories)[: slot.size + spare])
        spare += slot.size
    found: dict[str, list[int]] = {PICKED: []} | {slot.name: [] for slot in slots}
    rows = queries[0].union(*queries[1:], all=True) if len(queries) > 1 else queries[0]
    for name, pk, _date in sorted(rows, key=lambda row: (row[2], row[1]), reverse=True):
        found[name].append(pk)
    return found


def _named(name: str, stories: StoryQuerySet):
    return stories.annotate(slot=Value(name, output_field=CharField())).values_list("slot", "pk", "published_at")

"""The front page: editors' choices first, the newest in what they leave open."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import cached_property

from .allocation import Slot, advertisement, allocate
from .latest import Latest
from .models import HomePage, SectionPage, Story

TOP = 5
LATEST = 8
ZONE_SIZE = 4


@dataclass
class Zone:
    """A filled zone: `title`, the `url` its title leads to (or None), `layout`, and its `stories`."""

    title: str
    url: str | None
    layout: str
    stories: list[Story]


class FrontPage:
    """Lead, stories beside it, Latest Stories and zones, each story once."""

    def __init__(self, home: HomePage) -> None:
        self.home = home

    @cached_property
    def _filled(self) -> dict[str, list[Story]]:
        home = self.home
        slots = [
            Slot("lead", 1, Latest(illustrated=True), [home.lead_id] if home.lead_id else []),
            Slot("top", TOP, Latest(), [pick.story_id for pick in home.picks.all()]),
            Slot("latest", LATEST, Latest()),
            *(slot for slot, _zone in self._zone_slots),
            advertisement(),
        ]
        return allocate(slots)

    @cached_property
    def _zone_slots(self) -> list[tuple[Slot, Zone]]:
        if not self.home.zones:
            sections = SectionPage.objects.child_of(self.home).open_to_all().order_by("path")
            return [
                (
                    Slot(f"zone-{section.pk}", ZONE_SIZE, Latest(section=section)),
                    Zone(section.title, section.url, "lead", []),
                )
                for section in sections
            ]
        filled = []
        for block in self.home.zones:
            value = block.value
            section = value["section"]
            topics = tuple(topic for topic in value["topics"] if topic)
            latest = Latest(topics, section=section and section.pk, kinds=tuple(value["kinds"] or ()))
            picks = [story.pk for story in value["stories"] if story]
            slot = Slot(f"zone-{block.id}", value["size"], latest, picks)
            title = value["title"] or (section.title if section else "")
            filled.append((slot, Zone(title, section.url if section else None, value["layout"], [])))
        return filled

    @property
    def lead(self) -> Story | None:
        return next(iter(self._filled["lead"]), None)

    @property
    def top(self) -> list[Story]:
        """Stories around the lead."""
        return self._filled["top"]

    @property
    def below_lead(self) -> list[Story]:
        """The first of the top stories, where there is a lead."""
        return self.top[:1] if self.lead else []

    @property
    def picks(self) -> list[Story]:
        """The other top stories, beside it."""
        return self.top[len(self.below_lead) :]

    @property
    def latest(self) -> list[Story]:
        return self._filled["latest"]

    @property
    def advertisement(self) -> Story | None:
        return next(iter(self._filled["advertisement"]), None)

    @property
    def zones(self) -> list[Zone]:
        """Zones that have something to show."""
        zones = []
        for slot, zone in self._zone_slots:
            zone.stories = self._filled[slot.name]
            if zone.stories:
                zones.append(zone)
        return zones

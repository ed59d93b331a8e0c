"""What stands around a story on its page."""

from __future__ import annotations

from django.utils.functional import cached_property

from . import related
from .allocation import Slot, advertisement, allocate
from .latest import Latest
from .models import Story

LATEST = 6
MORE = 6
RANKED = MORE + 3
"""How many are fetched, so that there is something to mix."""
AD_POSITION = 2
"""The advertisement is the third card of “More for you”."""


class StoryPageFeeds:
    """Latest Stories and “More for you” of one story, allocated together so that nothing stands there twice."""

    def __init__(self, story: Story) -> None:
        self.story = story

    @cached_property
    def _filled(self) -> dict[str, list[Story]]:
        story = self.story
        topics = story.topic_list
        kept_out = set(story.excluded_keys)
        ranked = related.ranked(story.pk or 0, topics, RANKED + LATEST + len(kept_out))
        candidates = {candidate.pk: candidate for candidate in ranked}
        slots = [
            Slot("linked", len(story.stories_in_body), picks=story.stories_in_body),
            Slot("latest", LATEST, Latest()),
            Slot("pinned", MORE, picks=story.pin_keys),
            *self._block_slots(),
            Slot("more", RANKED, Latest(section=story.section_id), ranked=list(candidates), barred=kept_out),
        ]
        if story.shows_advertising:
            slots.append(advertisement(story.pk or 0))
        filled = allocate(slots, taken=[story.pk] if story.pk else [])
        for card in filled["pinned"]:
            card.reason = related.pinned_reason()
        for card in filled["more"]:
            ranking = candidates.get(card.pk)
            card.reason = related.reason(ranking, topics) if ranking else related.section_reason(story.section)
        return filled

    def _block_slots(self) -> list[Slot]:
        """A slot for every Latest Stories block in the body, by the block's id."""
        slots = []
        for block in self.story.body:
            if block.block_type == "latest_stories":
                value = block.value
                topics = tuple(topic for topic in value["topics"] if topic)
                slots.append(Slot(block.id, value["size"], Latest(topics, kinds=tuple(value["kinds"]))))
        return slots

    @property
    def blocks(self) -> dict[str, list[Story]]:
        """Cards of the Latest Stories blocks in the body, by the block's id."""
        return self._filled

    @property
    def linked(self) -> dict[int, Story]:
        """Stories that the body points to, by key; those that readers may not see are missing."""
        return {story.pk: story for story in self._filled["linked"]}

    @property
    def latest(self) -> list[Story]:
        """The newest editorial stories, this one left out."""
        return self._filled["latest"]

    @property
    def more(self) -> list[Story]:
        """Pins, what shares topics, the section's newest, each with its `reason`; one advertisement among them."""
        pinned = self._filled["pinned"]
        cards = [*pinned, *related.arrange(self._filled["more"], MORE - len(pinned))]
        return [*cards[:AD_POSITION], *self._filled.get("advertisement", []), *cards[AD_POSITION:]]

"""A story at its place in the page tree, as rows of every table that it is in."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from articles.models import Byline

from .stories import SyntheticStory

if TYPE_CHECKING:
    from .filing import Filing

CAMPAIGN = timedelta(days=60)
ROLES = {"video": Byline.Role.PRODUCER, "podcast": Byline.Role.HOST}

# The columns that `Placed` gives values for, in the order of its rows.
PAGE = (
    "id", "path", "depth", "title", "draft_title", "slug", "url_path", "content_type_id", "locale_id",
    "translation_key", "live", "expired", "has_unpublished_changes", "expire_at", "first_published_at",
    "last_published_at", "latest_revision_created_at",
)  # fmt: skip
STORY = (
    "page_ptr_id", "uid", "kind", "section_id", "kicker", "standfirst", "body", "published_at", "updated_at",
    "duration",
)  # fmt: skip
EPISODE = (
    "story_ptr_id", "chapters", "podcast_id", "season", "episode", "audio_url", "audio_type", "audio_bytes",
)  # fmt: skip
ARTICLE = ("story_ptr_id", "genre", "dateline")
VIDEO = ("story_ptr_id", "chapters", "provider_url")
ADVERTISEMENT = ("story_ptr_id", "sponsor_id", "campaign_start", "campaign_end")
TOPIC_ROW = ("content_object_id", "tag_id", "published_at", "topic_ids")
BYLINE = ("story_id", "person_id", "role", "sort_order", "published_at")


class Placed:
    """A story at its place in the tree, and its rows."""

    def __init__(self, filing: Filing, story: SyntheticStory) -> None:
        self.filing, self.story = filing, story
        self.section = filing.base.sections[story.section]
        self.key, self.step = filing.place(story.section)
        self.topic_keys = sorted({filing.base.topic_keys[rank] for rank in story.topics})
        self.ends = story.published_at + CAMPAIGN if story.kind == "sponsored" else None
        self.live = self.ends is None or self.ends > filing.today + timedelta(days=1)
        if self.live:
            filing.note(story, self.topic_keys)

    def page(self) -> tuple[Any, ...]:
        story, section = self.story, self.section
        slug = f"{story.slug}-{self.step}"
        changed = story.updated_at or story.published_at
        return (
            self.key,
            f"{section.path}{_base36(self.step):0>4}",
            section.depth + 1,
            story.headline,
            story.headline,
            slug,
            f"{section.url_path}{slug}/",
            self.filing.types[story.kind],
            self.filing.locale,
            _uuid(self.filing.ids),
            self.live,
            not self.live,
            not self.live,
            self.ends,
            story.published_at,
            changed,
            changed,
        )

    def story_row(self) -> tuple[Any, ...]:
        story = self.story
        body = f"[{paragraph(story.opening, 'r')},{self.filing.rests_as_json[story.rest]}]"
        return (
            self.key,
            _uuid(self.filing.ids),
            story.kind,
            self.section.pk,
            story.kicker,
            story.standfirst,
            body,
            story.published_at,
            story.updated_at,
            story.duration,
        )

    def kind_row(self) -> tuple[Any, ...]:
        story, key = self.story, self.key
        match story.kind:
            case "article":
                return key, story.genre, story.dateline
            case "video":
                return key, "[]", f"https://vimeo.com/{100_000_000 + key}"
            case "podcast":
                address = f"https://audio.example.org/{self.section.slug}/{key}.mp3"
                size = (story.duration or 0) * 16_000
                return key, "[]", self.filing.base.show.pk, None, None, address, "audio/mpeg", size
            case _:
                sponsor = self.filing.base.sponsors[key % len(self.filing.base.sponsors)]
                return key, sponsor.pk, story.published_at, self.ends

    def topic_rows(self) -> Iterator[tuple[Any, ...]]:
        """As `publishing.settle` keeps them: dated for the newsroom's own public work, empty for an advertisement."""
        dated = self.story.kind != "sponsored"
        for topic in self.topic_keys:
            yield self.key, topic, self.story.published_at if dated else None, self.topic_keys if dated else []

    def byline_rows(self) -> Iterator[tuple[Any, ...]]:
        role = ROLES.get(self.story.kind, Byline.Role.AUTHOR)
        for place, number in enumerate(self.story.people):
            yield self.key, self.filing.base.people[number].pk, role, place, self.story.published_at

    def search_row(self) -> tuple[Any, ...]:
        story, base = self.story, self.filing.base
        return (
            self.filing.types[story.kind],
            self.key,
            story.headline,
            story.kicker,
            story.standfirst,
            story.opening,
            story.rest,
            " ".join(base.name_of_topic[key] for key in self.topic_keys),
            " ".join(base.people[number].name for number in story.people),
        )


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit] + digits
    return digits


def _uuid(chance: random.Random) -> uuid.UUID:
    return uuid.UUID(int=chance.getrandbits(128), version=4)


def paragraph(text: str, block_id: str) -> str:
    """The JSON of one block. Its id need be unique in its own body only."""
    block = {"type": "paragraph", "value": f"<p>{text}</p>", "id": str(uuid.uuid5(uuid.NAMESPACE_URL, block_id))}
    return json.dumps(block, ensure_ascii=False)

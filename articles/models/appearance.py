from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import cached_property

from articles import teasers

if TYPE_CHECKING:
    from articles.models import Byline, NewsImage, Show, SponsoredPage, Topic


class Appearance:
    """How a story shows itself on cards, in feeds and to machines: the named fallbacks that templates print."""

    @property
    def headline(self) -> str:
        return self.title

    @property
    def card_title(self) -> str:
        return self.card_headline or self.title

    @property
    def teaser(self) -> str:
        """The summary for lists and feeds, cut at a word with […]."""
        return teasers.cut(self.card_teaser or self.standfirst)

    @property
    def summary(self) -> str:
        """What describes the story to machines: search engines, link previews."""
        return self.search_description or self.standfirst

    @property
    def picture(self) -> NewsImage | None:
        """The card's image, or None."""
        return self.card_image or self.lead_image

    @property
    def alt(self) -> str:
        """Alternative text of the lead image in this story."""
        return self.lead_alt or (self.lead_image.alt if self.lead_image else "")

    @property
    def caption(self) -> str:
        return self.lead_caption or (self.lead_image.caption if self.lead_image else "")

    @property
    def is_advertisement(self) -> bool:
        return self.kind == self.Kind.SPONSORED

    @property
    def is_recording(self) -> bool:
        """Whether there is something to watch or to hear: cards say so, and how long it is."""
        return self.kind in (self.Kind.VIDEO, self.Kind.PODCAST)

    @property
    def advertisement(self) -> SponsoredPage | None:
        """The SponsoredPage part of an advertisement (label, sponsor); None for editorial work."""
        return self.sponsoredpage if self.is_advertisement else None

    @property
    def show(self) -> Show | None:
        """The podcast show of an episode; None for other kinds."""
        return self.podcastepisodepage.podcast if self.kind == self.Kind.PODCAST else None

    fetched_bylines: list[dict] | None = None
    """What `for_cards` knows at once."""

    @property
    def authors(self) -> list[Byline]:
        """Bylines in printed order."""
        if self.fetched_bylines is None:
            return list(self.bylines.all())
        from articles.models import Byline, Person

        return [
            Byline(role=signed["role"], person=Person(pk=signed["person"], name=signed["name"], slug=signed["slug"]))
            for signed in self.fetched_bylines
        ]

    @cached_property
    def topic_list(self) -> list[Topic]:
        """Topics in the order of their names."""
        return sorted(
            (row.tag for row in self.story_topics.select_related("tag")),
            key=lambda topic: topic.name.casefold(),
        )

    @property
    def stories_in_body(self) -> list[int]:
        """Keys of the stories that the body itself points to."""
        values = (block.value for block in self.body if block.block_type == "related_story")
        return [value["story"].pk for value in values if value["story"]]

    @property
    def feed_id(self) -> str:
        """The id that feeds know the story by, for ever."""
        return self.uid.urn

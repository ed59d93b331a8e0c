from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import cached_property

from articles import teasers

if TYPE_CHECKING:
    from articles.models import Byline, NewsImage, Show, SponsoredPage, Topic
    from articles.models.recording import Recording


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

    fetched_bylines: list[dict] | None = None
    fetched_advertisement: dict | None = None
    fetched_show: dict | None = None
    fetched_topics: list[dict] | None = None
    fetched_recording: dict | None = None
    """What `for_cards` and `for_feeds` know at once of other tables."""

    @property
    def advertisement(self) -> SponsoredPage | None:
        """The SponsoredPage part of an advertisement (label, sponsor); None for editorial work."""
        if not self.is_advertisement:
            return None
        if known := self.fetched_advertisement:
            from articles.models import Sponsor, SponsoredPage

            return SponsoredPage(
                label=known["label"], sponsor=Sponsor(pk=known["pk"], name=known["name"], url=known["url"])
            )
        return self.sponsoredpage

    @property
    def recording(self) -> Recording | None:
        """The VideoPage or PodcastEpisodePage part of what is watched or heard; None for other kinds."""
        if not self.is_recording:
            return None
        is_film = self.kind == self.Kind.VIDEO
        if not (known := self.fetched_recording):
            return self.videopage if is_film else self.podcastepisodepage
        from articles.models import NewsMedia, PodcastEpisodePage, VideoPage

        file = NewsMedia(file=known["file"], collection=None) if known["file"] else None
        if is_film:
            return VideoPage(film=file)
        return PodcastEpisodePage(
            audio=file, audio_url=known["url"], audio_type=known["type"], audio_bytes=known["bytes"]
        )

    @property
    def show(self) -> Show | None:
        """The podcast show of an episode; None for other kinds."""
        if self.kind != self.Kind.PODCAST:
            return None
        if self.fetched_show:
            from articles.models import Show

            return Show(**self.fetched_show)
        return self.podcastepisodepage.podcast

    @property
    def authors(self) -> list[Byline]:
        """Bylines in printed order."""
        if self.fetched_bylines is None:
            return list(self.bylines.all())
        from articles.models import Byline, Person

        return [Byline(role=signed.pop("role"), person=Person(**signed)) for signed in map(dict, self.fetched_bylines)]

    @cached_property
    def topic_list(self) -> list[Topic]:
        """Topics in the order of their names."""
        if self.fetched_topics is None:
            topics = [row.tag for row in self.story_topics.select_related("tag")]
        else:
            from articles.models import Topic

            topics = [Topic(**topic) for topic in self.fetched_topics]
        return sorted(topics, key=lambda topic: topic.name.casefold())

    @property
    def stories_in_body(self) -> list[int]:
        """Keys of the stories that the body itself points to."""
        values = (block.value for block in self.body if block.block_type == "related_story")
        return [value["story"].pk for value in values if value["story"]]

    @property
    def feed_id(self) -> str:
        """The id that feeds know the story by, for ever."""
        return self.uid.urn

"""Puts the stories on the site the way editors do, oldest first, each at the time its file tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from articles import endings, publishing
from articles.models import (
    ArticlePage,
    Byline,
    Correction,
    Edition,
    Ending,
    NewsImage,
    NewsMedia,
    PodcastEpisodePage,
    RelatedPin,
    SponsoredPage,
    Story,
    StoryTopic,
    VideoPage,
)

from . import transcripts
from .bodies import BodyWriter
from .body_files import Picture
from .furniture import Furniture, publish
from .story_files import StoryFile

CAMPAIGN = timedelta(days=45)


@dataclass(frozen=True)
class Event:
    """Something that an editor did to a story at a moment."""

    at: datetime
    story: StoryFile
    happens: Callable[[StoryFile, datetime], None]


@dataclass
class Newsdesk:
    """`now` is the moment that the files count their hours from; `pages` has the stories' pages by slug, once added."""

    now: datetime
    furniture: Furniture
    images: Mapping[Picture, NewsImage]
    media: Mapping[str, NewsMedia]
    pins: Mapping[str, Iterable[str]]
    writer: BodyWriter
    pages: dict[str, Story] = field(default_factory=dict)

    def moment(self, hours_ago: float) -> datetime:
        return self.now - timedelta(hours=hours_ago)

    def add(self, story: StoryFile) -> int:
        """The key of a page for the story, not public and still without its body: links need all keys first."""
        page = PAGES[story.kind](self, story)
        page.live = False
        page.owner = self.furniture.editor
        page.slug = story.slug
        page.title = page.draft_title = story.headline
        page.kicker = story.kicker
        page.standfirst = story.standfirst
        page.lead_image = self.images[story.picture]
        if story.status in {"published", "retracted"}:
            page.first_published_at = self.moment(story.hours_ago)
        page.story_topics = [StoryTopic(tag=self.furniture.topics[slug]) for slug in story.topics]
        page.bylines = [
            Byline(person=self.furniture.people[slug], role=self.role(story, slug), sort_order=number)
            for number, slug in enumerate(story.bylines)
        ]
        self.furniture.sections[story.section].add_child(instance=page)
        self.pages[story.slug] = page
        return page.pk

    def role(self, story: StoryFile, slug: str) -> str:
        if story.kind == "video":
            return Byline.Role.PRODUCER
        if story.episode and self.furniture.shows[story.episode.show].hosts.filter(slug=slug).exists():
            return Byline.Role.HOST
        return Byline.Role.AUTHOR

    def events(self, stories: Iterable[StoryFile]) -> list[Event]:
        """All that happened to the stories, in the order of time."""
        found = []
        for story in stories:
            match story.status:
                case "draft":
                    found.append(Event(self.moment(1), story, self.save_draft))
                    continue
                case "scheduled":
                    found.append(Event(self.moment(3), story, self.schedule))
                    continue
            found.append(Event(self.moment(story.hours_ago), story, self.publish))
            changes = {correction.hours_ago for correction in story.corrections}
            if story.updated_hours_ago is not None:
                changes.add(story.updated_hours_ago)
            found += [Event(self.moment(hours), story, self.change) for hours in changes]
            if story.retraction:
                found.append(Event(self.moment(story.retraction.hours_ago), story, self.retract))
        return sorted(found, key=lambda event: (event.at, event.story.slug))

    def let_happen(self, event: Event) -> None:
        """Do it now, then set every date that was written down meanwhile to the event's own."""
        began = timezone.now()
        token = publishing.happened_at.set(event.at)
        event.happens(event.story, event.at)
        publishing.happened_at.reset(token)
        dated: list[tuple[type[models.Model], str]] = [
            (Edition, "changed_at"),
            (Revision, "created_at"),
            (PageLogEntry, "timestamp"),
            (Page, "last_published_at"),
            (Page, "latest_revision_created_at"),
        ]
        for model, date in dated:
            model.objects.filter(**{f"{date}__gte": began}).update(**{date: event.at})

    # What editors do

    def publish(self, story: StoryFile, at: datetime) -> None:
        page = self.written(story)
        publish(page, self.furniture.editor)

    def change(self, story: StoryFile, at: datetime) -> None:
        """An update, or what was corrected then."""
        page, editor = self.latest(story), self.furniture.editor
        publish(page, editor)
        if story.updated_hours_ago is not None and self.moment(story.updated_hours_ago) == at:
            publishing.tell(page, Correction.Kind.UPDATE, by=editor, at=at)
        for each in story.corrections:
            if self.moment(each.hours_ago) == at:
                publishing.tell(page, each.kind, each.text, by=editor, at=at)

    def retract(self, story: StoryFile, at: datetime) -> None:
        notice, editor = story.retraction.notice, self.furniture.editor
        endings.end(self.latest(story), Ending.RETRACTED, notice=notice, by=editor, at=at)

    def schedule(self, story: StoryFile, at: datetime) -> None:
        page = self.written(story)
        page.go_live_at = self.now + timedelta(hours=story.hours_ahead)
        publish(page, self.furniture.editor)

    def save_draft(self, story: StoryFile, at: datetime) -> None:
        self.written(story).save_revision(user=self.furniture.editor)

    def written(self, story: StoryFile) -> Story:
        """The story's page with its body, which is not saved yet."""
        page = self.pages[story.slug]
        page.body = self.writer.body(story.slug, story.body)
        page.pins = [
            RelatedPin(target_id=self.pages[slug].pk, sort_order=number)
            for number, slug in enumerate(self.pins.get(story.slug, ()))
        ]
        return page

    def latest(self, story: StoryFile) -> Story:
        """The story's page as its newest revision has it."""
        page = type(self.pages[story.slug]).objects.get(pk=self.pages[story.slug].pk)
        return page.get_latest_revision_as_object()

    # The kinds

    def article(self, story: StoryFile) -> ArticlePage:
        return ArticlePage(genre=story.genre, dateline=story.dateline)

    def video(self, story: StoryFile) -> VideoPage:
        film = self.media[story.slug]
        return VideoPage(
            film=film,
            duration=round(film.duration),
            captions=transcripts.captions(story.recording, film.duration),
            chapters=transcripts.chapters(story.slug, story.recording),
        )

    def podcast(self, story: StoryFile) -> PodcastEpisodePage:
        audio = self.media[story.slug]
        return PodcastEpisodePage(
            podcast=self.furniture.shows[story.episode.show],
            season=story.episode.season,
            episode=story.episode.number,
            episode_type=story.episode.type,
            audio=audio,
            duration=round(audio.duration),
            captions=transcripts.captions(story.recording, audio.duration),
            chapters=transcripts.chapters(story.slug, story.recording),
        )

    def sponsored(self, story: StoryFile) -> SponsoredPage:
        start = self.moment(story.hours_ago)
        return SponsoredPage(
            sponsor=self.furniture.sponsors[story.campaign.sponsor],
            label=story.campaign.label,
            campaign_start=start,
            campaign_end=start + CAMPAIGN,
        )


PAGES: dict[str, Callable[[Newsdesk, StoryFile], Story]] = {
    "article": Newsdesk.article,
    "video": Newsdesk.video,
    "podcast": Newsdesk.podcast,
    "sponsored": Newsdesk.sponsored,
}

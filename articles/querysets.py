"""What readers may see, and which of it. Every list, feed, search and sitemap starts here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    FETCH_PEERS,
    BigIntegerField,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone
from wagtail.models import PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from . import renditions
from .moments import Span
from .statements import NOW, ModelStatement, Parameter

if TYPE_CHECKING:
    from django.db.models import Expression

    from .models import Person, SectionPage, Story, Topic

CARD_FIELDS = (
    *(
        "title",
        "slug",
        "url_path",
        "path",
        "depth",
        "alias_of",
        "kind",
        "uid",
        "published_at",
        "updated_at",
        "duration",
    ),
    *("duration", "kicker", "standfirst", "card_headline", "card_teaser", "section", "lead_image", "card_image"),
)
"""The columns behind a card, out of two hundred: reading the others cost more than all else on a page of cards."""
FEED_FIELDS = (
    *("title", "slug", "url_path", "path", "depth", "alias_of", "kind", "uid", "published_at", "updated_at"),
    *("expire_at", "duration", "standfirst", "section", "lead_image", "lead_alt", "lead_caption", "body"),
)
"""Those behind an item of a feed."""
PICTURE_FIELDS = (
    *("title", "file", "width", "height", "description", "credit", "file_hash"),
    *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
)


def current(at: datetime | Expression) -> Q:
    """Dated in the past and not over, at a moment: of listable stories, and of rows that carry such stories' dates."""
    return Q(Q(expire_at__isnull=True) | Q(expire_at__gt=at), published_at__lte=at)


class OpenPageQuerySet(PageQuerySet):
    """Pages of the site: home, sections, pages about the paper."""

    def open_to_all(self) -> Self:
        """Pages that are live and stand in no private part of the tree; in one statement, unlike Wagtail's own."""
        return self.filter(~Exists(self._restrictions()), live=True)

    def with_privacy(self) -> Self:
        """Pages that know, as `is_restricted`, whether they stand in a private part of the tree."""
        return self.annotate(is_restricted=Exists(self._restrictions()))

    @staticmethod
    def _restrictions() -> QuerySet:
        page_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        return PageViewRestriction.objects.alias(page_path=page_path).filter(page_path__startswith=F("page__path"))


class StoryQuerySet(OpenPageQuerySet):
    """Stories of every kind: one table, no `.specific()`."""

    def listable(self) -> Self:
        """Stories that may be listed while their time lasts: open to all, dated, no alias of another."""
        return self.open_to_all().filter(published_at__isnull=False, alias_of__isnull=True)

    def published(self, at: datetime | Expression | None = None) -> Self:
        """Stories a reader may see in a list at a moment (now): listable, dated in the past, not expired."""
        at = at or timezone.now()
        return self.listable().filter(current(at))

    def span(self, at: datetime, newest: datetime | None) -> Span:
        """Around a moment: since one of them began or ran out by the clock alone, and until one next does.

        The one that began last is `newest`. What ran out is listable till the schedule has been by: that is an edition.
        """
        begins = self.filter(published_at__gt=at).order_by("published_at").values_list("published_at")[:1]
        ends = self.filter(expire_at__gt=at).order_by("expire_at").values_list("expire_at")[:1]
        ended = self.filter(expire_at__lte=at).order_by("-expire_at").values_list("expire_at")[:1]
        span = Span(newest)
        for (turn,) in begins.union(ends, ended):
            span &= Span(until=turn) if turn > at else Span(since=turn)
        return span

    def retracted(self) -> Self:
        """Stories of which only the notice is left for readers to see, in no private part of the tree."""
        return self.filter(~Exists(self._restrictions()), live=False, ending="retracted", alias_of__isnull=True)

    def editorial(self) -> Self:
        """The newsroom's own work: everything but advertisements."""
        return self.exclude(kind="sponsored")

    def advertisements(self) -> Self:
        return self.filter(kind="sponsored")

    def in_section(self, section: SectionPage | int) -> Self:
        return self.filter(section=section)

    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def by(self, person: Person) -> Self:
        """Stories the person signs, in any role."""
        bylines = self.model.bylines.rel.related_model
        return self.filter(Exists(bylines.objects.filter(story=OuterRef("pk"), person=person)))

    def about(self, *topics: Topic) -> Self:
        """Stories about any of the topics; all stories when none is given."""
        if not topics:
            return self
        tagged = self.model.story_topics.rel.related_model.objects
        return self.filter(Exists(tagged.filter(content_object=OuterRef("pk"), tag__in=topics)))

    def about_all(self, *topics: Topic) -> Self:
        """Stories about every one of the topics."""
        stories = self
        for topic in topics:
            stories = stories.about(topic)
        return stories

    def latest(self) -> Self:
        """Newest first; stories of the same instant keep a stable order."""
        return self.order_by("-published_at", "-pk")

    def latest_stories(self, *topics: Topic) -> Self:
        """Latest Stories: published editorial work, newest first, everywhere or about any of the topics."""
        return self.published().editorial().about(*topics).latest()

    def for_cards(self) -> Self:
        """With all that a card touches, in a number of queries that does not grow with the list."""
        from .models import NewsImage, NewsRendition, PodcastEpisodePage

        sizes = NewsRendition.objects.filter(filter_spec__in=renditions.CARD)
        images = NewsImage.objects.only(*PICTURE_FIELDS).prefetch_related(
            Prefetch("renditions", queryset=sizes, to_attr="prefetched_renditions")
        )
        episode = PodcastEpisodePage.objects.filter(pk=OuterRef("pk")).order_by()
        show = JSONObject(pk="podcast", title="podcast__title", slug="podcast__slug")
        return (
            self.only(*CARD_FIELDS)
            .fetch_mode(FETCH_PEERS)  # what is not among them and asked for after all is one query for the whole list
            .annotate(fetched_show=Subquery(episode.values(json=show)), **_whose())
            .prefetch_related(Prefetch("lead_image", queryset=images), Prefetch("card_image", queryset=images))
        )

    def for_page(self) -> Self:
        """With all that a story's own page touches of it, whatever its kind: see `Story.of_its_kind`."""
        from .models import Correction, RelatedExclusion, RelatedPin

        pins = RelatedPin.objects.filter(story=OuterRef("pk")).order_by("sort_order")
        exclusions = RelatedExclusion.objects.filter(story=OuterRef("pk"))
        return (
            self.with_privacy()
            .annotate(
                fetched_pins=ArraySubquery(pins.values("target")),
                fetched_exclusions=ArraySubquery(exclusions.values("target")),
                is_corrected=Exists(Correction.objects.filter(story=OuterRef("pk"))),
            )
            .select_related(
                "section",
                "lead_image",
                "articlepage",
                "videopage__film",
                "podcastepisodepage__podcast",
                "podcastepisodepage__audio",
                "sponsoredpage__sponsor__logo",
            )
        )

    def for_feeds(self, *more_sizes: str) -> Self:
        """With all that a feed item touches, bodies included; of lead images, these sizes too."""
        from .models import NewsImage, PodcastEpisodePage, StoryTopic, VideoPage

        images = NewsImage.objects.prefetch_renditions(*renditions.FEED, *renditions.THUMBNAIL, *more_sizes)
        tagged = StoryTopic.objects.filter(content_object=OuterRef("pk")).order_by()
        topic = JSONObject(pk="tag", name="tag__name", slug="tag__slug")
        films = VideoPage.objects.filter(pk=OuterRef("pk")).order_by()
        episodes = PodcastEpisodePage.objects.filter(pk=OuterRef("pk")).order_by()
        sound = JSONObject(file="audio__file", url="audio_url", type="audio_type", bytes="audio_bytes")
        recording = Coalesce(
            Subquery(films.values(json=JSONObject(file="film__file"))), Subquery(episodes.values(json=sound))
        )
        return (
            self.only(*FEED_FIELDS)
            .fetch_mode(FETCH_PEERS)
            .annotate(
                fetched_recording=recording,
                fetched_topics=ArraySubquery(tagged.values(json=topic)),
                section_title=F("section__title"),
                dateline=F("articlepage__dateline"),
                **_whose(),
            )
            .prefetch_related(Prefetch("lead_image", queryset=images))
        )

    def cards(self, pks: Iterable[int]) -> list[Story]:
        """The stories with these keys `for_cards`, in the order of the keys; what is missing is left out."""
        return _in_order(pks, lambda pks: _cards().run(pks=pks))

    def feed_stories(self, pks: Iterable[int]) -> list[Story]:
        """The published stories with these keys `for_feeds`, likewise."""
        return _in_order(pks, lambda pks: _feed_stories().run(pks=pks, now=timezone.now()))

    def in_order(self, pks: Iterable[int]) -> list[Story]:
        """The stories with these keys, in the order of the keys; what is missing is left out."""
        return _in_order(pks, lambda pks: self.filter(pk__in=pks))


def _in_order(pks: Iterable[int], fetch: Callable[[list[int]], Iterable[Story]]) -> list[Story]:
    pks = list(pks)
    found = {story.pk: story for story in fetch(pks)} if pks else {}
    return [found[pk] for pk in pks if pk in found]


def _whose() -> dict[str, Expression]:
    """Who signs a story, or who pays for it."""
    from .models import Byline, SponsoredPage

    signed = Byline.objects.filter(story=OuterRef("pk")).order_by("sort_order")
    byline = JSONObject(role="role", pk="person", name="person__name", slug="person__slug")
    paid = SponsoredPage.objects.filter(pk=OuterRef("pk")).order_by()
    label = JSONObject(label="label", pk="sponsor", name="sponsor__name", url="sponsor__url")
    return {
        "fetched_bylines": ArraySubquery(signed.values(json=byline)),
        "fetched_advertisement": Subquery(paid.values(json=label)),
    }


WANTED = Parameter("pks", ArrayField(BigIntegerField()))


@lru_cache(maxsize=1)
def _cards() -> ModelStatement:
    """Cards by their keys: every page has some, so this is compiled once."""
    from .models import Story

    return ModelStatement(Story.objects.for_cards().filter(id__among=WANTED).order_by())


@lru_cache(maxsize=1)
def _feed_stories() -> ModelStatement:
    """The same of what feeds show."""
    from .models import Story

    return ModelStatement(Story.objects.published(NOW).for_feeds().filter(id__among=WANTED).order_by())


class CorrectionQuerySet(QuerySet):
    def listed(self) -> Self:
        """Those of published stories and, of a story that is retracted, its notices alone; newest first."""
        from .models import Story

        shown = Exists(Story.objects.published().filter(pk=OuterRef("story")))
        notices = Q(Exists(Story.objects.retracted().filter(pk=OuterRef("story"))), kind__in=self.model.NOTICES)
        return self.filter(shown | notices, made_at__lte=timezone.now()).order_by("-made_at")


class TopicQuerySet(QuerySet):
    def listed(self) -> Self:
        """Those that readers may see a story of the newsroom's own about, now."""
        from .models import StoryTopic

        rows = StoryTopic.objects.filter(current(timezone.now()), tag=OuterRef("pk"))
        return self.filter(Exists(rows), story_count__gt=0)


class ShowQuerySet(QuerySet):
    def listed(self) -> Self:
        """Those that readers may hear an episode of: what there are only drafts of may itself be the news."""
        from .models import PodcastEpisodePage

        return self.filter(Exists(PodcastEpisodePage.objects.published().filter(podcast=OuterRef("pk"))))

    def retracted(self) -> Self:
        """Those of which every episode, drafts included, is retracted."""
        from .models import PodcastEpisodePage

        episodes = PodcastEpisodePage.objects.filter(podcast=OuterRef("pk"))
        others = episodes.exclude(pk__in=PodcastEpisodePage.objects.retracted().values("pk"))
        return self.filter(Exists(episodes), ~Exists(others))


OpenPageManager = PageManager.from_queryset(OpenPageQuerySet)
StoryManager = PageManager.from_queryset(StoryQuerySet)

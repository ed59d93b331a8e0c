from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.search import index

from articles import topics
from articles.querysets import TopicQuerySet, current

from .dated import DatedRow


class Fold(models.Func):
    """A name as it is looked for: small letters without accents, each word after a single space."""

    function = "newsroom_fold"
    arity = 1
    output_field = models.TextField()


class StoredColumn(models.GeneratedField):
    """Checked without asking a server whether it can: there is only PostgreSQL, and no server where code is linted."""

    def check(self, **kwargs) -> list:
        return super().check(**kwargs | {"databases": None})


class Topic(index.Indexed, TagBase):
    """What a story is about: a tag with a page, a description and a feed of its own."""

    name = models.CharField(_("title"), max_length=100, unique=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, allow_unicode=True)
    description = models.TextField(_("description"), blank=True, help_text=_("Shown at the top of the topic's page."))
    story_count = models.PositiveIntegerField(
        _("public stories"),
        default=0,
        editable=False,
        help_text=_("Kept by publication; weighs how rare a topic is."),
    )

    folded = StoredColumn(expression=Fold("name"), output_field=models.TextField(), db_persist=True)
    canonical = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="synonyms",
        limit_choices_to={"canonical__isnull": True},
        verbose_name=_("merge into"),
        help_text=_("All stories move to that topic, this name becomes a synonym of it, and its addresses lead there."),
    )

    objects = TopicQuerySet.as_manager()
    free_tagging = True
    search_fields = (
        index.SearchField("name", boost=5),
        index.AutocompleteField("name"),
        index.FilterField("slug"),
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ("name",)
        indexes = (GinIndex(fields=["folded"], name="topic_folded", opclasses=["gin_trgm_ops"]),)
        constraints = (
            models.UniqueConstraint(
                Upper("name"),
                name="topic_once_in_any_case",
                violation_error_message=_("There is a topic of this name already."),
            ),
        )

    def slugify(self, tag: str, i: int | None = None) -> str:
        """An address for any name, an emoji too, with room for the number that tells like names apart."""
        slug = super().slugify(tag)[:90] or "topic"
        return slug if i is None else f"{slug}_{i}"

    def clean(self) -> None:
        super().clean()
        if self.canonical and (self.canonical == self or self.canonical.canonical_id):
            raise ValidationError({"canonical": _("Choose a topic that is no synonym itself.")})

    def save(self, *args, **kwargs) -> None:
        """What publication counts is left alone: it may have counted on since this topic was read."""
        if not self._state.adding:
            kwargs.setdefault("update_fields", self.edited_fields())
        with transaction.atomic():
            topics.lock(*filter(None, (self, self.canonical)))
            super().save(*args, **kwargs)
            if self.canonical_id:
                topics.merge(self, self.canonical)

    @classmethod
    def edited_fields(cls) -> list[str]:
        return [field.name for field in cls._meta.concrete_fields if field.editable and not field.primary_key]

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])

    @property
    def is_public(self) -> bool:
        """Whether readers may see a story of it: what only drafts are about may itself be the news."""
        from .story import Story

        now = timezone.now()
        return (
            self.story_topics.filter(current(now)).exists()
            or Story.objects.published(now).advertisements().about(self).exists()
        )

    def often_with(self, limit: int = 6) -> list[Topic]:
        """The topics written most beside this one in its newest stories, most frequent first."""
        return topics.often_with(self, limit)

    @property
    def feed_scope(self) -> str:
        return f"topics/{self.slug}"

    @property
    def feed_url(self) -> str:
        return reverse("feed", args=[self.feed_scope, "rss"])


class StoryTopic(DatedRow, ItemBase):
    """One topic of one story. While it is dated, `topic_ids` holds the keys of all topics of the story."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="story_topics", verbose_name=_("topic"))
    content_object = ParentalKey("articles.Story", on_delete=models.CASCADE, related_name="story_topics")
    topic_ids = ArrayField(models.BigIntegerField(), default=list, editable=False, serialize=False)

    class Meta:
        verbose_name = _("topic of a story")
        verbose_name_plural = _("topics of stories")
        constraints = (models.UniqueConstraint(fields=["content_object", "tag"], name="story_topic_once"),)
        indexes = (
            models.Index(
                "tag",
                models.F("published_at").desc(),
                models.F("content_object").desc(),
                name="story_topic_newest",
                include=["topic_ids", "expire_at"],
                condition=models.Q(published_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.content_object_id}: {self.tag_id}"

"""Files synthetic stories into the site by COPY, in one transaction, as if each had been published in its time.

What publication keeps true is true for them too: topic rows dated, topics counted, editions counted up, the page
tree sound. They have no revisions and no lines in the publication log: nobody is told of a hundred thousand URLs.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from itertools import batched

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.search.models import IndexEntry

from articles import publishing
from articles.management.progress import Steps
from articles.models import (
    ArticlePage,
    Byline,
    Edition,
    PodcastEpisodePage,
    SectionPage,
    SponsoredPage,
    Story,
    StoryTopic,
    Topic,
    VideoPage,
)

from . import ground, placed, topics
from .placed import Placed, paragraph
from .search_rows import SearchRows
from .stories import Cast, SyntheticStory, rests, stories
from .tables import TableCopy

BATCH = 5000
MOST_CHILDREN = 36**Page.steplen - 1
MODELS = {"article": ArticlePage, "video": VideoPage, "podcast": PodcastEpisodePage, "sponsored": SponsoredPage}
FILLED = (Page, Story, *MODELS.values(), StoryTopic, Byline, Topic, IndexEntry, Edition)


class FilingError(ValueError):
    """The stories do not fit, or cannot be made."""


def file(count: int, number_of_topics: int | None, seed: int, steps: Steps, *, indexed: bool = True) -> None:
    """File so many stories, or none of them. FilingError when that many of something cannot be had."""
    if not 1 <= count <= MOST_CHILDREN:
        raise FilingError(f"Between 1 and {MOST_CHILDREN:,} stories can be made at a time, not {count:,}.")
    number_of_topics = topics.sensible_number(count) if number_of_topics is None else number_of_topics
    if not 1 <= number_of_topics <= topics.MOST:
        raise FilingError(f"Between 1 and {topics.MOST:,} topics can be made, not {number_of_topics:,}.")
    with steps:
        with transaction.atomic():
            with steps.step("Topics", number_of_topics):
                base = ground.prepare(number_of_topics)
            filing = Filing(base, count, seed, indexed=indexed)
            with steps.step("Stories", count) as done:
                for batch in batched(filing.stories(), BATCH, strict=False):
                    filing.write(batch)
                    done(len(batch))
            with steps.step("Counts"):
                filing.count()
        with steps.step("Statistics"):
            refresh_statistics()


class Filing:
    """One import. Locks the page tree, so that keys and paths can be given out here."""

    def __init__(self, base: ground.Ground, count: int, seed: int, *, indexed: bool) -> None:
        self.base, self.total = base, count
        self.chance = random.Random(seed)
        self.rests = rests(self.chance)
        self.rests_as_json = [",".join(paragraph(text, f"r{n}") for n, text in enumerate(rest)) for rest in self.rests]
        self.today = datetime.combine(timezone.now().date(), time.min, tzinfo=UTC)
        self.key = _reserve_keys(count)
        self.ids = random.Random(f"{seed}/{self.key}")  # else a second import with the same seed would repeat them
        self.steps = [_last_step(section) for section in base.sections]
        self.children = Counter[int]()
        self.scopes = {"site"}
        self.topic_counts = Counter[int]()
        self.types = {kind: ContentType.objects.get_for_model(model).pk for kind, model in MODELS.items()}
        self.locale = Locale.get_default().pk
        self.search = SearchRows(self.rests) if indexed else None
        self.tables = {
            Page: TableCopy(Page, placed.PAGE),
            Story: TableCopy(Story, placed.STORY),
            ArticlePage: TableCopy(ArticlePage, placed.ARTICLE),
            VideoPage: TableCopy(VideoPage, placed.VIDEO),
            PodcastEpisodePage: TableCopy(PodcastEpisodePage, placed.EPISODE),
            SponsoredPage: TableCopy(SponsoredPage, placed.ADVERTISEMENT),
            StoryTopic: TableCopy(StoryTopic, placed.TOPIC_ROW, own_keys=True),
            Byline: TableCopy(Byline, placed.BYLINE, own_keys=True),
        }

    def stories(self) -> Iterator[SyntheticStory]:
        cast = Cast(len(self.base.sections), len(self.base.topic_keys), len(self.base.people))
        return stories(self.total, cast, self.chance, self.today)

    def write(self, batch: Sequence[SyntheticStory]) -> None:
        """Rows of every table for some stories."""
        rows = [Placed(self, story) for story in batch]
        self.tables[Page].write(each.page() for each in rows)
        self.tables[Story].write(each.story_row() for each in rows)
        for kind, model in MODELS.items():
            self.tables[model].write(each.kind_row() for each in rows if each.story.kind == kind)
        self.tables[StoryTopic].write(row for each in rows for row in each.topic_rows())
        self.tables[Byline].write(row for each in rows for row in each.byline_rows())
        if self.search:
            self.search.write(each.search_row() for each in rows)

    def place(self, section: int) -> tuple[int, int]:
        """The next key, and the next step in the section."""
        self.key += 1
        self.steps[section] += 1
        self.children[section] += 1
        if self.steps[section] > MOST_CHILDREN:
            title = self.base.sections[section].title
            raise FilingError(f"The section {title} is full: {MOST_CHILDREN:,} stories at most.")
        return self.key - 1, self.steps[section]

    def note(self, story: SyntheticStory, topic_keys: Iterable[int]) -> None:
        """Remember which lists a public story is in."""
        if story.kind != "sponsored":
            self.topic_counts.update(topic_keys)
            self.scopes.update(("latest", f"kinds/{story.kind}s", f"sections/{self.base.sections[story.section].slug}"))
            self.scopes.update(f"topics/{self.base.topic_slugs[rank]}" for rank in story.topics)
            self.scopes.update(f"people/{self.base.people[number].slug}" for number in story.people)
            if story.kind == "podcast":
                self.scopes.add(self.base.show.feed_scope)

    def count(self) -> None:
        """Children of the sections, stories of the topics, editions of the scopes."""
        for number, children in self.children.items():
            SectionPage.objects.filter(pk=self.base.sections[number].pk).update(numchild=F("numchild") + children)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE articles_topic SET story_count = story_count + n "
                "FROM unnest(%s::bigint[], %s::integer[]) AS counted (id, n) WHERE articles_topic.id = counted.id",
                [list(self.topic_counts.keys()), list(self.topic_counts.values())],
            )
        publishing.count_editions(self.scopes)


def refresh_statistics() -> None:
    """Tell the planner, and where no transaction is open let index-only scans and searches start clean."""
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in FILLED)
    with connection.cursor() as cursor:
        cursor.execute(f"{'ANALYZE' if connection.in_atomic_block else 'VACUUM (ANALYZE)'} {tables}")


def _reserve_keys(count: int) -> int:
    """The first of `count` keys of pages. Locks the tree against every other writer until the transaction ends."""
    table = Page._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {connection.ops.quote_name(table)} IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # millions of checks are better not left for the commit
        cursor.execute("SET CONSTRAINTS story_is_labelled DEFERRED")  # the label's own row comes after the story's
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [table])
        first = cursor.fetchone()[0]
        cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, first + count - 1])
    return first


def _last_step(section: SectionPage) -> int:
    """The number of the section's last child, from 1; 0 while it has none."""
    last = section.get_last_child()
    return int(last.path[-Page.steplen :], 36) if last else 0

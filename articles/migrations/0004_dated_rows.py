"""Topic rows and bylines carry their story's dates while it is public: each list of the paper is one index read."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import F, Q

DATE_BYLINES = """
UPDATE articles_byline AS byline SET published_at = story.published_at, expire_at = page.expire_at
FROM articles_story AS story JOIN wagtailcore_page AS page ON page.id = story.page_ptr_id
WHERE byline.story_id = page.id AND page.live AND page.alias_of_id IS NULL AND story.kind <> 'sponsored'
  AND story.published_at IS NOT NULL
  AND NOT EXISTS (
    SELECT FROM wagtailcore_pageviewrestriction JOIN wagtailcore_page AS above ON above.id = page_id
    WHERE starts_with(page.path, above.path)
  )
"""
END_TOPIC_ROWS = """
UPDATE articles_storytopic AS row SET expire_at = page.expire_at FROM wagtailcore_page AS page
WHERE page.id = row.content_object_id AND row.published_at IS NOT NULL AND page.expire_at IS NOT NULL
"""


def date() -> models.DateTimeField:
    return models.DateTimeField(editable=False, null=True, serialize=False)


def newest(first: str, story: str, **options) -> models.Index:
    order = (F("published_at").desc(), F(story).desc())
    return models.Index(first, *order, condition=Q(published_at__isnull=False), **options)


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_topic_names")]
    operations = [
        migrations.RemoveIndex(model_name="storytopic", name="story_topic_newest"),
        migrations.AddField(model_name="storytopic", name="expire_at", field=date()),
        migrations.AddField(model_name="byline", name="published_at", field=date()),
        migrations.AddField(model_name="byline", name="expire_at", field=date()),
        migrations.RunSQL(DATE_BYLINES, migrations.RunSQL.noop),
        migrations.RunSQL(END_TOPIC_ROWS, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="byline",
            index=newest("person", "story", name="byline_newest", include=["expire_at"]),
        ),
        migrations.AddIndex(
            model_name="storytopic",
            index=newest("tag", "content_object", name="story_topic_newest", include=["topic_ids", "expire_at"]),
        ),
    ]

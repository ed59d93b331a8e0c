"""A byline carries its story's date while the story is public: a person's newest stories are one index read."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import F, Q

DATE = """
UPDATE articles_byline AS byline SET published_at = story.published_at
FROM articles_story AS story JOIN wagtailcore_page AS page ON page.id = story.page_ptr_id
WHERE byline.story_id = page.id AND page.live AND page.alias_of_id IS NULL AND story.kind <> 'sponsored'
  AND story.published_at IS NOT NULL
  AND NOT EXISTS (
    SELECT FROM wagtailcore_pageviewrestriction JOIN wagtailcore_page AS above ON above.id = page_id
    WHERE starts_with(page.path, above.path)
  )
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_topic_names")]
    operations = [
        migrations.AddField(
            model_name="byline",
            name="published_at",
            field=models.DateTimeField(editable=False, null=True, serialize=False),
        ),
        migrations.RunSQL(DATE, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="byline",
            index=models.Index(
                "person",
                F("published_at").desc(),
                F("story").desc(),
                condition=Q(published_at__isnull=False),
                name="byline_newest",
            ),
        ),
    ]

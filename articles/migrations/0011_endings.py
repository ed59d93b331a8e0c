"""Why a story ended, for its page and for the log. What was retracted before says so from now on, in the list too."""

from __future__ import annotations

from django.db import migrations, models

ENDINGS = [
    ("mistake", "Published by mistake"),
    ("retracted", "Retracted"),
    ("moved", "Moved"),
    ("expired", "Out of date"),
    ("deleted", "Deleted"),
]
RETRACTED = """
INSERT INTO articles_correction (story_id, kind, text, made_at)
SELECT page_ptr_id, 'retraction', retraction_notice, coalesce(
    (SELECT max(at) FROM articles_publication WHERE story_uid = uid AND event = 'withdrawn'), now()
)
FROM articles_story JOIN wagtailcore_page ON wagtailcore_page.id = page_ptr_id
WHERE NOT live AND alias_of_id IS NULL AND retraction_notice <> '' AND EXISTS (
    SELECT FROM articles_publication
    WHERE story_uid = uid AND event = 'withdrawn' AND articles_publication.at >= articles_story.published_at
) AND NOT EXISTS (
    SELECT FROM articles_correction WHERE story_id = page_ptr_id AND articles_correction.kind = 'retraction'
);
UPDATE articles_story SET ending = 'retracted' FROM wagtailcore_page
WHERE wagtailcore_page.id = page_ptr_id AND NOT live AND EXISTS (
    SELECT FROM articles_correction WHERE story_id = page_ptr_id AND articles_correction.kind = 'retraction'
);
"""
"""Notices that stood at an address before, of what readers could open. Said once, however often this runs."""


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_failures_by_change")]
    operations = [
        migrations.AddField(
            model_name="publication",
            name="reason",
            field=models.CharField(
                blank=True,
                choices=ENDINGS,
                help_text="Why it was withdrawn, if anybody said.",
                max_length=10,
                verbose_name="reason",
            ),
        ),
        migrations.AddField(
            model_name="story",
            name="ending",
            field=models.CharField(
                blank=True,
                choices=ENDINGS,
                editable=False,
                help_text="Why it was unpublished, if readers could open it and somebody said.",
                max_length=10,
                verbose_name="ending",
            ),
        ),
        migrations.AlterField(
            model_name="correction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("correction", "Correction"),
                    ("clarification", "Clarification"),
                    ("update", "Update"),
                    ("retraction", "Retraction"),
                ],
                default="correction",
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="story",
            name="retraction_notice",
            field=models.TextField(
                blank=True,
                help_text=(
                    "For when the story has to be unpublished: offered then as what readers are told in its place."
                ),
                verbose_name="retraction notice",
            ),
        ),
        migrations.RunSQL(RETRACTED, migrations.RunSQL.noop),
    ]

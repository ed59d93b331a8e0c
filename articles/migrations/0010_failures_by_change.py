"""A page of which a publication and an end are due can fail at both: each failure is a row. Those on record come again."""

from __future__ import annotations

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_append_only"), ("wagtailcore", "0070_rename_pagerevision_revision")]
    operations = [
        migrations.DeleteModel("ScheduleFailure"),
        migrations.CreateModel(
            name="ScheduleFailure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("attempts", models.PositiveIntegerField(default=0, verbose_name="attempts")),
                ("next_try_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="next try at")),
                ("error", models.TextField(blank=True, verbose_name="error")),
                ("told_at", models.DateTimeField(null=True, verbose_name="editor told at")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="schedule_failures",
                        to="wagtailcore.page",
                        verbose_name="page",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        help_text="What was to be published; empty where the page was to end.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "failure of the schedule",
                "verbose_name_plural": "failures of the schedule",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("page", "revision"), name="schedule_failure_once", nulls_distinct=False
                    )
                ],
            },
        ),
    ]

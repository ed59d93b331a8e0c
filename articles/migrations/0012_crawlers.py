"""What crawlers are told: pages on how the paper works, use by machines; and an index that dates months of stories."""

from __future__ import annotations

from datetime import UTC

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import Coalesce, TruncMonth

POLICIES = {
    "publishing_principles": "editorial principles",
    "ethics_policy": "ethics",
    "corrections_policy": "corrections policy",
    "verification_policy": "how facts are checked",
    "ownership_funding": "who owns and funds the paper",
    "feedback_policy": "how readers can object",
    "staff_page": "who works here",
}


def policy_page(name: str, label: str) -> migrations.AddField:
    field = models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name="+",
        to="articles.standardpage",
        verbose_name=label,
    )
    return migrations.AddField(model_name="masthead", name=name, field=field)


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_endings")]
    operations = [
        *(policy_page(name, label) for name, label in POLICIES.items()),
        migrations.AddField(
            model_name="masthead",
            name="ai_answers",
            field=models.BooleanField(
                default=True,
                help_text="Assistants and their search engines may fetch a story and answer from it, with a link.",
                verbose_name="machines may answer from our stories",
            ),
        ),
        migrations.AddField(
            model_name="masthead",
            name="ai_training",
            field=models.BooleanField(
                default=False,
                help_text="Told to every crawler, and the crawlers that collect for training are turned away.",
                verbose_name="machines may be trained on our stories",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                TruncMonth("published_at", tzinfo=UTC),
                Coalesce("updated_at", "published_at").desc(),
                name="story_changed_in_month",
            ),
        ),
    ]

"""Topics are found by any spelling of their names, and no two differ by case alone."""

from __future__ import annotations

import django.contrib.postgres.indexes
from django.db import migrations, models
from django.db.models.functions import Upper

import articles.models.topics

CREATE = r"""
CREATE FUNCTION newsroom_fold(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ' ' || regexp_replace(lower(unaccent('unaccent', name)), '[-‐–—_/\\.,:;&!?·''’"“”„«»()[:space:]]+', ' ', 'g');
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_initial")]
    operations = [
        migrations.RunSQL(CREATE, "DROP FUNCTION newsroom_fold"),
        migrations.AddField(
            model_name="topic",
            name="folded",
            field=articles.models.topics.StoredColumn(
                db_persist=True, expression=articles.models.topics.Fold("name"), output_field=models.TextField()
            ),
        ),
        migrations.AddIndex(
            model_name="topic",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["folded"], name="topic_folded", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.UniqueConstraint(
                Upper("name"),
                name="topic_once_in_any_case",
                violation_error_message="There is a topic of this name already.",
            ),
        ),
    ]

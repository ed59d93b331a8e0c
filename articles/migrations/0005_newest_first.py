"""The newest of a section or a kind are read in full order: stories of the same instant are not sorted apart."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import F

NEWEST = (F("published_at").desc(), F("page_ptr").desc())


def renewed(scope: str) -> tuple[migrations.RemoveIndex, migrations.AddIndex]:
    name = f"story_{scope}_newest"
    return (
        migrations.RemoveIndex(model_name="story", name=name),
        migrations.AddIndex(model_name="story", index=models.Index(scope, *NEWEST, name=name)),
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_dated_rows")]
    operations = [*renewed("section"), *renewed("kind")]

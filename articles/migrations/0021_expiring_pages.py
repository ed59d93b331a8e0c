"""What runs out next is found without reading every page."""

from __future__ import annotations

from django.db import migrations

INDEX = "CREATE INDEX articles_page_expires ON wagtailcore_page (expire_at) WHERE expire_at IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_amended_notices")]
    operations = [migrations.RunSQL(INDEX, "DROP INDEX articles_page_expires")]

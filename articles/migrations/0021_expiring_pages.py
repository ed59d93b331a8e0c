"""What runs out next is found without reading every page. Nobody waits for the index to be built or dropped."""

from __future__ import annotations

from django.db import migrations

DROP = "DROP INDEX CONCURRENTLY IF EXISTS articles_page_expires"
INDEX = "CREATE INDEX CONCURRENTLY articles_page_expires ON wagtailcore_page (expire_at) WHERE expire_at IS NOT NULL"


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("articles", "0020_amended_notices")]
    operations = [migrations.RunSQL([DROP, INDEX], DROP)]  # what was cut off in the midst left an invalid one

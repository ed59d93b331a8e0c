"""New entries of the search index are found without reading all of it; see `newsroom.search_backend`."""

from __future__ import annotations

from django.db import migrations

CREATE = "CREATE INDEX search_entry_new ON wagtailsearch_indexentry (id) WHERE title_norm = 1.0"


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_newest_first"), ("wagtailsearch", "0010_add_text_fields")]
    operations = [migrations.RunSQL(CREATE, "DROP INDEX search_entry_new")]

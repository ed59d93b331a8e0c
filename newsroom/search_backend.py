"""The search library's PostgreSQL backend, at a cost that does not grow with the index."""

from __future__ import annotations

from django.core.cache import cache
from django.db.models import Avg, F
from django.db.models.functions import Length
from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend

HOUR = 3600


class Index(PostgresIndex):
    def _refresh_title_norms(self, full: bool = False) -> None:
        """Weigh the titles of new entries against the average length, which is read once an hour, not for each of them.

        A migration adds the index that finds new entries: they have a norm of exactly 1.
        """
        if full:
            super()._refresh_title_norms(full=True)
            return
        titled = self.entries.annotate(title_length=Length("title")).filter(title_length__gt=0)
        average = cache.get_or_set(
            "search/average-title", lambda: titled.aggregate(length=Avg("title_length"))["length"], HOUR
        )
        if average:
            titled.filter(title_norm=1.0).update(title_norm=average / F("title_length"))


class SearchBackend(PostgresSearchBackend):
    index_class = Index

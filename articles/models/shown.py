from __future__ import annotations

from django.db import transaction

from articles import publishing


class Shown:
    """What stories show and are told of when it changes: people, shows, sponsors. A base before `Model`.

    A publication makes sure of them at its commit, when it holds the edition of the site: who changes them waits for
    that before their row.
    """

    def save(self, *args, **kwargs) -> None:
        """In one transaction with what is told of it."""
        with transaction.atomic():
            if not self._state.adding:
                publishing.wait_for_publications()
            super().save(*args, **kwargs)

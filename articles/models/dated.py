from __future__ import annotations

from django.db import models


class DatedRow(models.Model):
    """A row that belongs to a story and carries its dates while it is public, and none while it is not.

    So a list reads one index, whatever the archive holds. `publishing` keeps them, in the transaction that changes the
    story; revisions do not carry them.
    """

    published_at = models.DateTimeField(null=True, editable=False, serialize=False)
    expire_at = models.DateTimeField(null=True, editable=False, serialize=False)

    class Meta:
        abstract = True

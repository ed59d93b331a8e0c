from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)


class Attempts(models.Model):
    """Work that failed and is tried again: after a minute, then two, four …, at most an hour."""

    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    next_try_at = models.DateTimeField(_("next try at"), default=timezone.now)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        abstract = True

    def failed(self, error: Exception) -> None:
        self.attempts += 1
        doublings = min(self.attempts - 1, 10)
        self.next_try_at = timezone.now() + min(FIRST_WAIT * 2**doublings, LONGEST_WAIT)
        self.error = described(error)


def described(error: Exception) -> str:
    """An error in a line or two, for editors."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return f"{type(error).__name__}: {error}"[:1000]

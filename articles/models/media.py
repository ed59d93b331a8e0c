from __future__ import annotations

import mimetypes

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtailmedia.models import AbstractMedia


class NewsMedia(AbstractMedia):
    """A hosted sound or film file, uploaded once and used in stories."""

    class Meta:
        verbose_name = _("media file")
        verbose_name_plural = _("media files")
        indexes = (
            models.Index(fields=["file"], name="media_file"),
            models.Index(fields=["thumbnail"], name="media_thumbnail"),
        )

    @property
    def mime_type(self) -> str:
        return mimetypes.guess_type(self.file.name)[0] or "application/octet-stream"

    @property
    def size(self) -> int | None:
        """Length in bytes, as a feed's enclosure needs it; None for a file that is lost."""
        try:
            return self.file.size
        except OSError:
            return None

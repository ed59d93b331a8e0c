from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.search import index

from articles.photo_metadata import read_metadata


class NewsImage(AbstractImage):
    """A picture with what a paper must print beside it.

    The alternative text is Wagtail's own `description`, so that every chooser and block prefills from it.
    A use of the picture may override caption and alternative text, never the credit.
    """

    caption = models.CharField(
        _("caption"),
        max_length=500,
        blank=True,
        help_text=_("Printed under the picture. One or two sentences."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_(
            "Who made it, as printed: “Maja Ferrow / The Courier”. A lead image cannot be published without one."
        ),
    )
    credit_url = models.URLField(_("credit link"), blank=True)
    licence = models.CharField(
        _("licence"),
        max_length=200,
        blank=True,
        help_text=_("For example “CC BY 4.0” or “All rights reserved”."),
    )
    source = models.CharField(_("source"), max_length=200, blank=True, help_text=_("Agency, archive or desk."))

    admin_form_fields = (
        "title",
        "file",
        "description",
        "caption",
        "credit",
        "credit_url",
        "licence",
        "source",
        *(field for field in Image.admin_form_fields if field not in ("title", "file", "description")),
    )
    search_fields = (
        *AbstractImage.search_fields,
        index.SearchField("caption"),
        index.SearchField("credit"),
        index.FilterField("credit"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]
        indexes = (models.Index(fields=["file"], name="image_file"),)

    def save(self, *args, **kwargs) -> None:
        if self._state.adding:
            self.prefill_from_file()
        super().save(*args, **kwargs)

    def prefill_from_file(self) -> None:
        """Fill what is still empty from the IPTC, XMP and EXIF data that the photographer wrote into the file."""
        for field, value in read_metadata(self.file).items():
            if not getattr(self, field):
                setattr(self, field, value[: self._meta.get_field(field).max_length])

    @property
    def alt(self) -> str:
        """Alternative text; empty for a picture nobody has described."""
        return self.description


class NewsRendition(AbstractRendition):
    image = models.ForeignKey(NewsImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta(AbstractRendition.Meta):
        indexes = (models.Index(fields=["file"], name="rendition_file"),)
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_news_rendition"),
        ]

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .dated import DatedRow


class FileUse(DatedRow):
    """A page shows a picture, a recording or a document of the library, as it is stored, whatever its drafts show.

    While the page is a public story the row carries its dates: what no such row names is kept from strangers.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    image = models.ForeignKey("articles.NewsImage", null=True, on_delete=models.CASCADE, related_name="+")
    media = models.ForeignKey("articles.NewsMedia", null=True, on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey("wagtaildocs.Document", null=True, on_delete=models.CASCADE, related_name="+")
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("use of a file")
        verbose_name_plural = _("uses of files")
        constraints = (
            models.UniqueConstraint(
                fields=["page", "image", "media", "document"], name="file_use_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(image__isnull=False, media__isnull=True, document__isnull=True)
                | models.Q(image__isnull=True, media__isnull=False, document__isnull=True)
                | models.Q(image__isnull=True, media__isnull=True, document__isnull=False),
                name="file_use_is_of_one_file",
            ),
        )

    def __str__(self) -> str:
        return f"{self.image or self.media or self.document} in {self.page}"

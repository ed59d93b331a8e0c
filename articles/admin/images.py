"""The upload of pictures."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class NewsImageField(WagtailImageField):
    """Takes a file only if all of it can be read, and reads no more than its head if it is too large.

    Wagtail's own fails (500) on half a picture, and decodes the pixels before it counts them.
    """

    default_error_messages = {
        "damaged": _("This file is damaged: only a part of the picture can be read."),
    }

    def check_image_pixel_size(self, f: UploadedFile) -> None:
        try:
            with Image.open(f) as picture:
                pixels = picture.width * picture.height
            f.seek(0)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            pixels = float("inf")
        except Exception as error:
            raise ValidationError(self.error_messages["damaged"], code="damaged") from error
        if pixels > self.max_image_pixels:
            message = _("This picture is too large: %(most)d megapixels are the most.")
            most = self.max_image_pixels // 1_000_000
            raise ValidationError(message, code="file_too_many_pixels", params={"most": most})
        try:
            super().check_image_pixel_size(f)
        except ValidationError:
            raise
        except Exception as error:
            raise ValidationError(self.error_messages["damaged"], code="damaged") from error


class NewsImageForm(BaseImageForm):
    file = NewsImageField(label=_("File"), widget=BaseImageForm.Meta.widgets["file"])

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if described := self.fields.get("description"):
            described.help_text = _("What it shows, for readers who cannot see it. Not the caption again.")

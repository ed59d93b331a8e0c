"""What podcast apps take as a show's artwork. https://podcasters.apple.com/support/896-artwork-requirements"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from PIL import Image

from . import renditions

if TYPE_CHECKING:
    from .models import NewsImage

SMALLEST, LARGEST = 1400, 3000
"""Pixels of an edge."""
RGB = {"RGB", "RGBA", "P"}
"""What Pillow calls pictures that are served in RGB."""


def fault(image: NewsImage) -> str:
    """Why podcast apps would refuse a picture; empty if they would not."""
    size = {"width": image.width, "height": image.height, "least": SMALLEST, "most": LARGEST}
    if image.width != image.height:
        return _("This picture is not square: it has %(width)d × %(height)d pixels.") % size
    if image.width < SMALLEST:
        return (
            _("This picture is too small: %(width)d × %(height)d pixels. Podcast apps want %(least)d at least.") % size
        )
    if image.width > LARGEST:
        return _("This picture is too large: %(width)d × %(height)d pixels. Podcast apps take %(most)d at most.") % size
    try:
        with image.open_file() as file, Image.open(file) as picture:
            mode = picture.mode
    except renditions.BROKEN_FILE:
        return _("The file of this picture cannot be read.")
    return "" if mode in RGB else _("Its colours are not RGB but %(mode)s. Convert the picture first.") % {"mode": mode}

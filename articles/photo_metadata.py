"""What a photographer wrote into a picture file, read for the image form."""

from __future__ import annotations

import logging
from typing import IO

from PIL import ExifTags, Image, IptcImagePlugin

logger = logging.getLogger(__name__)

# IPTC-IIM record 2 datasets, https://www.iptc.org/std/photometadata/specification/
IPTC_FIELDS = {
    "caption": (2, 120),
    "credit_byline": (2, 80),
    "credit_line": (2, 110),
    "source": (2, 115),
    "licence": (2, 116),
    "title": (2, 5),
}


def read_metadata(file: IO[bytes]) -> dict[str, str]:
    """Map of NewsImage field to text: `caption`, `credit`, `source`, `licence`; only what the file holds.

    IPTC wins over EXIF. A file without metadata, or one whose metadata is damaged, gives an empty map:
    a photograph is never refused for its notes.
    """
    try:
        file.open() if hasattr(file, "open") else None
        file.seek(0)
        with Image.open(file) as picture:
            found = _from_exif(picture) | _from_iptc(picture)
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, Image.DecompressionBombError) as error:
        logger.info("No metadata read from a picture: %s", error)
        return {}
    finally:
        file.seek(0)
    return {field: text for field, text in found.items() if text}


def _from_iptc(picture: Image.Image) -> dict[str, str]:
    raw = IptcImagePlugin.getiptcinfo(picture) or {}
    text = {name: _decode(raw.get(key)) for name, key in IPTC_FIELDS.items()}
    names = [text["credit_byline"], text["credit_line"]]
    found = {
        "caption": text["caption"],
        "credit": " / ".join(dict.fromkeys(name for name in names if name)),
        "source": text["source"],
        "licence": text["licence"],
    }
    return {field: value for field, value in found.items() if value}


def _from_exif(picture: Image.Image) -> dict[str, str]:
    exif = picture.getexif()
    found = {
        "caption": exif.get(ExifTags.Base.ImageDescription),
        "credit": exif.get(ExifTags.Base.Artist),
        "licence": exif.get(ExifTags.Base.Copyright),
    }
    return {field: _decode(value) for field, value in found.items() if value}


def _decode(value: bytes | str | list | None) -> str:
    """Text of one dataset: UTF-8, or Latin-1 as older cameras write; control characters dropped."""
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None:
        return ""
    if isinstance(value, bytes):
        try:
            value = value.decode("utf-8")
        except UnicodeDecodeError:
            value = value.decode("latin-1")
    return "".join(character for character in str(value) if character.isprintable() or character == " ").strip()

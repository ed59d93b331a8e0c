"""What a photographer wrote into a picture file, read for the image form."""

from __future__ import annotations

import logging
from typing import IO, Any

from PIL import ExifTags, Image, IptcImagePlugin

from articles.characters import printable

logger = logging.getLogger(__name__)

# IPTC-IIM record 2 datasets, https://www.iptc.org/std/photometadata/specification/
IPTC_FIELDS = {
    "caption": (2, 120),
    "byline": (2, 80),
    "credit": (2, 110),
    "source": (2, 115),
    "licence": (2, 116),
}


def read_metadata(file: IO[bytes]) -> dict[str, str]:
    """Map of NewsImage field (caption, credit, source, licence, description) to text; only what the file holds.

    XMP wins over IPTC, as it cuts nothing, and both over EXIF. What is damaged is passed over, whatever it is that
    its reader fails with: a photograph is never refused for its notes.
    """
    found: dict[str, str] = {}
    try:
        file.open() if hasattr(file, "open") else None
        file.seek(0)
        with Image.open(file) as picture:
            for read in (_from_exif, _from_iptc, _from_xmp):
                found |= _attempt(read, picture)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        logger.info("No metadata read from a picture: %s", error)
    finally:
        file.seek(0)
    return found


def _attempt(read, picture: Image.Image) -> dict[str, str]:
    try:
        return {field: text for field, text in read(picture).items() if text}
    except Exception as error:
        logger.info("Metadata passed over: %r", error)
        return {}


def _from_exif(picture: Image.Image) -> dict[str, str]:
    exif = picture.getexif()
    return {
        "caption": _text(exif.get(ExifTags.Base.ImageDescription)),
        "credit": _text(exif.get(ExifTags.Base.Artist)),
        "licence": _text(exif.get(ExifTags.Base.Copyright)),
    }


def _from_iptc(picture: Image.Image) -> dict[str, str]:
    raw = IptcImagePlugin.getiptcinfo(picture) or {}
    text = {name: _text(raw.get(key)) for name, key in IPTC_FIELDS.items()}
    return {
        "caption": text["caption"],
        "credit": _credit(text["byline"], text["credit"]),
        "source": text["source"],
        "licence": text["licence"],
    }


def _from_xmp(picture: Image.Image) -> dict[str, str]:
    descriptions = picture.getxmp().get("xmpmeta", {}).get("RDF", {}).get("Description", {})
    merged: dict[str, Any] = {}
    for description in descriptions if isinstance(descriptions, list) else [descriptions]:
        merged |= description
    return {
        "caption": _text(merged.get("description")),
        "description": _text(merged.get("AltTextAccessibility")),
        "credit": _credit(_text(merged.get("creator")), _text(merged.get("Credit"))),
        "source": _text(merged.get("Source")),
        "licence": _text(merged.get("rights")),
    }


def _credit(photographer: str, line: str) -> str:
    """As printed: “Maja Ferrow / The Courier”; a credit line that names the photographer stands alone."""
    return line if photographer in line else f"{photographer} / {line}".removesuffix(" / ")


def _text(value: Any) -> str:
    """Text of one dataset: UTF-8, or Latin-1 as older cameras write; the first of several values or languages."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("text", "li", "Alt", "Seq", "Bag") if key in value), None)
        return _text(value)
    if isinstance(value, list | tuple):
        return _text(value[0]) if value else ""
    if isinstance(value, bytes):
        try:
            value = value.decode("utf-8")
        except UnicodeDecodeError:
            value = value.decode("latin-1")
    return " ".join(printable(value).split()) if isinstance(value, str) else ""

"""Picture files as photographers and vandals send them."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="{credit}">
<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{caption}</rdf:li></rdf:Alt></dc:description>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">{alt}</rdf:li></rdf:Alt>
</Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>"""


def photograph(
    size: tuple[int, int] = (900, 600),
    iptc: dict[int, str | bytes] | None = None,
    exif: dict[int, str] | None = None,
    xmp: str = "",
) -> bytes:
    """A JPEG with grain, so that half of it is half a picture; `iptc` maps datasets of record 2 to their text."""
    tags = Image.Exif()
    for tag, text in (exif or {}).items():
        tags[tag] = text
    buffer = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(buffer, "JPEG", exif=tags, xmp=xmp.encode())
    data = buffer.getvalue()
    return data[:2] + _photoshop_segment(iptc) + data[2:] if iptc else data


def _photoshop_segment(datasets: dict[int, str | bytes]) -> bytes:
    """The APP13 segment that holds IPTC-IIM."""
    block = b""
    for number, text in datasets.items():
        value = text if isinstance(text, bytes) else text.encode()
        block += struct.pack(">BBBH", 0x1C, 2, number, len(value)) + value
    block += b"\0" * (len(block) % 2)
    resource = b"Photoshop 3.0\0" + b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(block)) + block
    return b"\xff\xed" + struct.pack(">H", len(resource) + 2) + resource


def bomb(width: int, height: int) -> bytes:
    """A black PNG of so many pixels, in a few kilobytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(9)
    row = b"\0" * (width // 8 + 1)
    pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")

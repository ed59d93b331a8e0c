"""One function for each way a picture is made, all called alike: what is particular to it, then the size."""

from __future__ import annotations

from PIL import Image

from .pictures import draw


def scene(name: str, palette: str, seed: int, size: tuple[int, int]) -> Image.Image:
    from .pictures import SCENES

    if name not in SCENES:  # STOPGAP until all scenes are drawn
        name = list(SCENES)[seed % len(SCENES)]
    return draw(name, palette, seed, size)


def plain(text: str, size: tuple[int, int]) -> Image.Image:
    """STOPGAP for logos and artwork."""
    from PIL import ImageDraw

    picture = Image.new("RGB", size, "#f4efe6")
    ImageDraw.Draw(picture).text((size[0] // 10, size[1] // 3), text, fill="#1d2b3a", font_size=size[1] // 4)
    return picture

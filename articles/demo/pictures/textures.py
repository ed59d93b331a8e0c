"""What the pictures are printed with: noise, paper, ramps and halos."""

from __future__ import annotations

import random
from functools import lru_cache

from PIL import Image


@lru_cache(maxsize=4)
def threshold(size: tuple[int, int]) -> Image.Image:
    """An even noise that decides which grains of a shading are printed."""
    tile = 640
    noise = Image.frombytes("L", (tile, tile), random.Random("grain").randbytes(tile * tile))
    noise = noise.resize((tile * 2, tile * 2), Image.Resampling.BICUBIC)
    total, seen, ranks = tile * tile * 4, 0, []
    for count in noise.histogram():
        ranks.append(min(254, seen * 255 // total))
        seen += count
    noise = noise.point(ranks)
    sheet = Image.new("L", size)
    for left in range(0, size[0], tile * 2):
        for top in range(0, size[1], tile * 2):
            sheet.paste(noise, (left, top))
    return sheet


@lru_cache(maxsize=4)
def paper(size: tuple[int, int]) -> Image.Image:
    """Fine grain and faint blotches of a printed sheet, to be overlaid on the finished picture."""
    source = random.Random("paper")
    half = (size[0] // 2 + 1, size[1] // 2 + 1)
    grain = Image.frombytes("L", size, source.randbytes(size[0] * size[1]))
    soft = Image.frombytes("L", half, source.randbytes(half[0] * half[1])).resize(size, Image.Resampling.BICUBIC)
    blot = Image.frombytes("L", (36, 24), source.randbytes(36 * 24)).resize(size, Image.Resampling.BICUBIC)
    sheet = Image.blend(Image.blend(grain, soft, 0.5), blot, 0.12)
    sheet = sheet.point([round(128 + (value - 128) * 0.12) for value in range(256)])
    return Image.merge("RGB", (sheet, sheet, sheet))


@lru_cache(maxsize=1)
def ramp() -> Image.Image:
    """A long vertical ramp: nothing above the middle span, all below it, eased within."""
    column = Image.new("L", (1, 256 * 9))
    eased = [round(255 * (step / 255) ** 1.5) for step in range(256)]
    column.putdata([0] * 1024 + eased + [255] * 1024)
    return column.resize((4, 256 * 9))


@lru_cache(maxsize=1)
def halo() -> Image.Image:
    """A round light: full in the middle, gone at the rim."""
    return Image.radial_gradient("L").point([round(255 * max(0.0, 1 - v / 181) ** 1.7) for v in range(256)])

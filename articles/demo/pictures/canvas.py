"""The canvas: flat shapes, grain shading and soft light at twice the size, brought down at the end.

A canvas is 1000 units high, whatever its size in pixels, and ``w`` units wide.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageDraw, ImageOps

from .outlines import Point, Points, box
from .palettes import Color, Palette, mix
from .textures import halo, paper, ramp, threshold

OVERSAMPLE = 2


class Canvas:
    """One picture in the making."""

    def __init__(self, size: tuple[int, int], palette: Palette, rng: random.Random) -> None:
        self.size = size
        self.p = palette
        self.rng = rng
        self.k = size[1] * OVERSAMPLE / 1000
        self.w = 1000 * size[0] / size[1]
        self.h = 1000.0
        self.full = (size[0] * OVERSAMPLE, size[1] * OVERSAMPLE)
        self.left, self.top = 0, 0  # where the drawn part begins, in pixels: not the corner while clipping
        self.im = Image.new("RGB", self.full, palette.haze)
        self.pen = ImageDraw.Draw(self.im, "RGBA")

    # flat shapes

    def _at(self, points: Points) -> list[Point]:
        k, left, top = self.k, self.left, self.top
        return [(x * k - left, y * k - top) for x, y in points]

    @staticmethod
    def _fill(color: Color, alpha: float) -> tuple[int, ...]:
        return color if alpha >= 1 else (*color, round(255 * max(0.0, alpha)))

    def shape(self, points: Points, color: Color, alpha: float = 1.0) -> None:
        """Fill a polygon."""
        self.pen.polygon(self._at(points), fill=self._fill(color, alpha))

    def rect(self, x0: float, y0: float, x1: float, y1: float, color: Color, alpha: float = 1.0) -> None:
        """Fill an upright rectangle."""
        k = self.k
        left, right = sorted((x0 * k - self.left, x1 * k - self.left))
        top, bottom = sorted((y0 * k - self.top, y1 * k - self.top))
        self.pen.rectangle((left, top, max(left, right - 1), max(top, bottom - 1)), fill=self._fill(color, alpha))

    def oval(self, x: float, y: float, rx: float, ry: float, color: Color, alpha: float = 1.0) -> None:
        """Fill an ellipse."""
        k, left, top = self.k, self.left, self.top
        corners = ((x - rx) * k - left, (y - ry) * k - top, (x + rx) * k - left, (y + ry) * k - top)
        self.pen.ellipse(corners, fill=self._fill(color, alpha))

    def disc(self, x: float, y: float, radius: float, color: Color, alpha: float = 1.0) -> None:
        """Fill a circle."""
        self.oval(x, y, radius, radius, color, alpha)

    def line(self, points: Points, color: Color, width: float = 2.0, alpha: float = 1.0) -> None:
        """Draw a path with round joints; never thinner than one pixel."""
        self.pen.line(
            self._at(points), fill=self._fill(color, alpha), width=max(1, round(width * self.k)), joint="curve"
        )

    def limb(self, a: Point, b: Point, wide: float, narrow: float, color: Color) -> None:
        """A tapered stroke with round ends, from a (wide) to b (narrow): widths are diameters."""
        turn = math.atan2(b[1] - a[1], b[0] - a[0]) + math.pi / 2
        dx, dy = math.cos(turn) / 2, math.sin(turn) / 2
        self.shape(
            [
                (a[0] + dx * wide, a[1] + dy * wide),
                (b[0] + dx * narrow, b[1] + dy * narrow),
                (b[0] - dx * narrow, b[1] - dy * narrow),
                (a[0] - dx * wide, a[1] - dy * wide),
            ],
            color,
        )
        self.disc(*a, wide / 2, color)
        self.disc(*b, narrow / 2, color)

    # grain and light

    def _bounds(self, points: Points) -> tuple[int, int, int, int] | None:
        placed = self._at(points)
        left = max(0, math.floor(min(x for x, _ in placed)))
        top = max(0, math.floor(min(y for _, y in placed)))
        right = min(self.im.width, math.ceil(max(x for x, _ in placed)) + 1)
        bottom = min(self.im.height, math.ceil(max(y for _, y in placed)) + 1)
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _mask(self, points: Points, bounds: tuple[int, int, int, int]) -> Image.Image:
        mask = Image.new("L", (bounds[2] - bounds[0], bounds[3] - bounds[1]))
        placed = self._at(points)
        ImageDraw.Draw(mask).polygon([(x - bounds[0], y - bounds[1]) for x, y in placed], fill=255)
        return mask

    def _print(self, tone: Image.Image, bounds: tuple[int, int, int, int], color: Color, soft: float) -> None:
        """Print a colour through a tone; soft 0 is pure grain, 1 a plain blend."""
        if soft < 1:
            grains = ImageChops.subtract(tone, threshold(self.full).crop(bounds), 0.22)
            tone = Image.blend(grains, tone, soft) if soft > 0 else grains
        self.im.paste(color, bounds, tone)

    def grain(
        self, points: Points, color: Color, start: Point, end: Point, strength: float = 1.0, soft: float = 0.35
    ) -> None:
        """Shade a polygon with grain that grows from start (none) to end (full)."""
        bounds = self._bounds(points)
        if bounds is None:
            return
        wide, high = bounds[2] - bounds[0], bounds[3] - bounds[1]
        k, coarse = self.k, 8
        small = (max(2, wide // coarse), max(2, high // coarse))
        dx, dy = (end[0] - start[0]) * k, (end[1] - start[1]) * k
        reach = dx * dx + dy * dy or 1.0
        sx, sy = wide / small[0], high / small[1]
        from_x, from_y = self._at([start])[0]
        offset = ((bounds[0] - from_x) * dx + (bounds[1] - from_y) * dy) / reach
        tone = (
            ramp()
            .transform(
                small,
                Image.Transform.AFFINE,
                (0, 0, 2, dx * sx / reach * 256, dy * sy / reach * 256, offset * 256 + 1024),
                Image.Resampling.BILINEAR,
            )
            .resize((wide, high), Image.Resampling.BILINEAR)
        )
        if strength < 1:
            tone = tone.point([round(v * strength) for v in range(256)])
        self._print(ImageChops.darker(tone, self._mask(points, bounds)), bounds, color, soft)

    def glow(
        self, x: float, y: float, rx: float, ry: float, color: Color, strength: float = 1.0, soft: float = 0.6
    ) -> None:
        """A soft round light (or shadow) printed with a little grain."""
        k = self.k
        wide, high = max(2, round(2 * rx * k)), max(2, round(2 * ry * k))
        left, top = round((x - rx) * k) - self.left, round((y - ry) * k) - self.top
        bounds = (max(0, left), max(0, top), min(self.im.width, left + wide), min(self.im.height, top + high))
        if bounds[2] <= bounds[0] or bounds[3] <= bounds[1]:
            return
        tone = halo()
        if strength < 1:
            tone = tone.point([round(v * strength) for v in range(256)])
        part = (
            (bounds[0] - left) * 256 / wide,
            (bounds[1] - top) * 256 / high,
            (bounds[2] - left) * 256 / wide,
            (bounds[3] - top) * 256 / high,
        )
        tone = tone.resize((bounds[2] - bounds[0], bounds[3] - bounds[1]), Image.Resampling.BILINEAR, box=part)
        self._print(tone, bounds, color, soft)

    def fade(self, y0: float, y1: float, color: Color, strength: float = 1.0, soft: float = 0.5) -> None:
        """A full-width veil that grows from y0 (none) to y1 (full), in either direction."""
        top, bottom = min(y0, y1), max(y0, y1)
        self.grain(box(0, top, self.w, bottom), color, (0, y0), (0, y1), strength, soft)

    def gradient(self, y0: float, y1: float, stops: Sequence[Color]) -> None:
        """A full-width plain gradient through the given colours, from y0 down to y1."""
        k = self.k
        first, end = round(y0 * k) - self.top, round(y1 * k) - self.top
        top, bottom = max(0, first), min(self.im.height, end)
        if bottom <= top:
            return
        column = Image.new("RGB", (1, bottom - top))
        count, last = max(1, end - first - 1), len(stops) - 1
        rows = []
        for row in range(top - first, bottom - first):
            place = row / count * last
            index = min(last - 1, int(place))
            rows.append(mix(stops[index], stops[index + 1], place - index))
        column.putdata(rows)
        self.im.paste(column.resize((self.im.width, bottom - top), Image.Resampling.NEAREST), (0, top))

    @contextmanager
    def clip(self, points: Points) -> Iterator[None]:
        """Keep what is drawn within the block inside a polygon."""
        outer, pen, corner = self.im, self.pen, (self.left, self.top)
        bounds = self._bounds(points) or (0, 0, 1, 1)
        mask = self._mask(points, bounds)
        self.im = outer.crop(bounds)
        self.pen = ImageDraw.Draw(self.im, "RGBA")
        self.left, self.top = corner[0] + bounds[0], corner[1] + bounds[1]
        try:
            yield
        finally:
            outer.paste(self.im, bounds, mask)
            self.im, self.pen = outer, pen
            self.left, self.top = corner

    def reflect(
        self,
        y: float,
        bottom: float,
        color: Color,
        strength: float = 0.45,
        ripple: float = 5.0,
        left: float = 0.0,
        right: float | None = None,
        squash: float = 1.0,
    ) -> None:
        """Mirror what stands above y in water down to bottom, broken by ripples, tinted by colour."""
        k = self.k
        x0, x1 = round(left * k), round((self.w if right is None else right) * k)
        top, high = round(y * k), round((min(bottom, self.h) - y) * k)
        source = self.im.crop((x0, max(0, top - round(high * squash)), x1, top)).transpose(
            Image.Transpose.FLIP_TOP_BOTTOM
        )
        if source.height != high:
            source = source.resize((source.width, high), Image.Resampling.BILINEAR)
        source = Image.blend(source, Image.new("RGB", source.size, color), 1 - strength)
        row = 0
        while row < high:
            share = row / high
            step = max(2, round((1.2 + 9 * share) * k * self.rng.uniform(0.5, 1.2)))
            shift = round(self.rng.gauss(0, ripple * (0.25 + share)) * k)
            strip = source.crop((0, row, source.width, min(high, row + step)))
            self.im.paste(ImageChops.offset(strip, shift, 0) if shift else strip, (x0, top + row))
            row += step

    def finish(self, mirrored: bool = False, closer: float = 1.0, place: Point = (0.5, 0.5)) -> Image.Image:
        """Bring the picture down to its size and print it on paper; closer than 1 keeps only that share of it."""
        wide, high = self.full
        left, top = wide * (1 - closer) * place[0], high * (1 - closer) * place[1]
        kept = (left, top, left + wide * closer, top + high * closer)
        picture = self.im.resize(self.size, Image.Resampling.LANCZOS, box=kept)
        if mirrored:
            picture = ImageOps.mirror(picture)
        return ImageChops.overlay(picture, paper(self.size))

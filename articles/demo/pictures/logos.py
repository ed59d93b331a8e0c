"""Marks for sponsors: abstract, without words, on a clear ground."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from .outlines import Point, arc, smooth
from .palettes import Color, ink

# Two colours a mark: its main one and its second.
INKS: tuple[tuple[Color, Color], ...] = tuple(
    (ink(a), ink(b))
    for a, b in (
        ("12506b", "3fa7a0"),
        ("c8452f", "1f2d4a"),
        ("2f6b46", "d9932f"),
        ("283a6e", "e0a63a"),
        ("5a2f57", "d8654c"),
    )
)


def logo(name_seed: int, size: int | tuple[int, int]) -> Image.Image:
    """A sponsor's mark on a clear ground: the remainder by six chooses the motif, the rest the colours."""
    wide, high = (size, size) if isinstance(size, int) else size
    over = 4
    picture = Image.new("RGBA", (wide * over, high * over), (0, 0, 0, 0))
    main, second = INKS[(name_seed // 6 + name_seed) % len(INKS)]
    pen = ImageDraw.Draw(picture)
    r = min(wide, high) * over * 0.46
    x, y = wide * over / 2, high * over / 2
    (_blades, _lines, _leaves, _rings, _sails, _quarters)[name_seed % 6](pen, x, y, r, main, second)
    return picture.resize((wide, high), Image.Resampling.LANCZOS)


def _place(points: list[Point], x: float, y: float, r: float, turn: float = 0.0) -> list[Point]:
    a, b = math.cos(turn), math.sin(turn)
    return [(x + r * (u * a - v * b), y + r * (u * b + v * a)) for u, v in points]


def _blades(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, main: Color, second: Color) -> None:
    blade = smooth([(0.07, 0.0), (0.24, -0.32), (0.17, -0.98), (0.05, -0.6), (-0.06, -0.1)], steps=10)
    for i in range(3):
        pen.polygon(_place(blade, x, y, r, 2 * math.pi * i / 3), fill=main if i else second)
    pen.ellipse((x - r * 0.13, y - r * 0.13, x + r * 0.13, y + r * 0.13), fill=main)


def _lines(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, main: Color, second: Color) -> None:
    pen.ellipse((x - r, y - r, x + r, y + r), fill=main)
    for k, tone in enumerate((second, (255, 255, 255), second)):
        wave = [
            (x - r * 1.02 + 2.04 * r * i / 60, y + r * (-0.3 + 0.32 * k) + r * 0.12 * math.sin(i / 60 * 9.4))
            for i in range(61)
        ]
        inside = [q for q in wave if math.dist(q, (x, y)) < r * 0.9]
        pen.line(inside, fill=tone, width=round(r * 0.13), joint="curve")
        for q in (inside[0], inside[-1]):
            pen.ellipse((q[0] - r * 0.065, q[1] - r * 0.065, q[0] + r * 0.065, q[1] + r * 0.065), fill=tone)


def _leaves(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, main: Color, second: Color) -> None:
    right = [
        *smooth([(0.04, 0.95), (0.06, 0.2), (0.3, -0.5), (0.92, -0.8)], False, 10),
        *smooth([(0.92, -0.8), (0.94, -0.1), (0.6, 0.5), (0.04, 0.95)], False, 10),
    ]
    left = [
        *smooth([(-0.04, 0.95), (-0.06, 0.45), (-0.26, 0.0), (-0.78, -0.3)], False, 10),
        *smooth([(-0.78, -0.3), (-0.8, 0.25), (-0.5, 0.65), (-0.04, 0.95)], False, 10),
    ]
    pen.polygon(_place(right, x, y, r), fill=main)
    pen.polygon(_place(left, x, y, r), fill=second)
    pen.ellipse((x - r * 0.42, y - r * 0.95, x - r * 0.02, y - r * 0.55), fill=second)


def _rings(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, main: Color, second: Color) -> None:
    for dx, tone in ((-0.36, main), (0.36, second)):
        s = r * 0.62
        pen.ellipse((x + dx * r - s, y - s, x + dx * r + s, y + s), outline=tone, width=round(r * 0.19))
    upper = arc(x - 0.36 * r, y, r * 0.525, r * 0.525, -78, -12, 20)
    pen.line(upper, fill=main, width=round(r * 0.19), joint="curve")


def _sails(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, main: Color, second: Color) -> None:
    pen.polygon(
        _place(
            [(-0.05, -0.95), *smooth([(-0.05, -0.95), (-0.42, -0.2), (-0.78, 0.45)], False, 8), (-0.05, 0.45)], x, y, r
        ),
        fill=main,
    )
    pen.polygon(
        _place([(0.08, -0.7), *smooth([(0.08, -0.7), (0.48, -0.1), (0.66, 0.45)], False, 8), (0.08, 0.45)], x, y, r),
        fill=second,
    )
    pen.polygon(_place([(-0.9, 0.58), (0.88, 0.58), *arc(0, 0.58, 0.88, 0.34, 10, 170, 20)], x, y, r), fill=main)


def _quarters(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, main: Color, second: Color) -> None:
    g = r * 0.05
    for i, tone in enumerate((main, second, main, second)):
        a = 90 * i
        cx = x + (g if i in (0, 3) else -g)
        cy = y + (g if i in (0, 1) else -g)
        if i % 2:
            cx, cy = cx + (-1 if i == 1 else 1) * r * 0.9, cy + (1 if i == 1 else -1) * r * 0.9
            a = (a + 180) % 360
        pen.pieslice((cx - r * 0.9, cy - r * 0.9, cx + r * 0.9, cy + r * 0.9), a, a + 90, fill=tone)

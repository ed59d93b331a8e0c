"""Land and water: ridges, ground, trees, waves."""

from __future__ import annotations

import itertools
import math

from .canvas import Canvas
from .outlines import Point, Points, smooth
from .palettes import Color, mix


def contour(
    c: Canvas,
    y: float,
    height: float,
    rough: float = 0.5,
    steps: int = 6,
    x0: float | None = None,
    x1: float | None = None,
) -> list[Point]:
    """A jagged line across the picture by midpoint displacement."""
    rng = c.rng
    left, right = (-20.0 if x0 is None else x0), (c.w + 20 if x1 is None else x1)
    heights = [rng.uniform(-0.5, 0.5), rng.uniform(-0.6, 0.6), rng.uniform(-0.5, 0.5)]
    scale = rough
    for _ in range(steps):
        grown: list[float] = []
        for a, b in itertools.pairwise(heights):
            grown += [a, (a + b) / 2 + rng.uniform(-0.5, 0.5) * scale]
        heights = [*grown, heights[-1]]
        scale *= rough
    count = len(heights) - 1
    return [(left + (right - left) * i / count, y - height * h) for i, h in enumerate(heights)]


def swell(c: Canvas, y: float, height: float, waves: float = 2.0, steps: int = 48) -> list[Point]:
    """A soft rolling line across the picture."""
    rng = c.rng
    parts = [(rng.uniform(0.6, 1.3) * waves * f, rng.uniform(0, 6.3), height / f) for f in (1, 1.9, 3.3)]
    return [
        (
            -20 + (c.w + 40) * i / steps,
            y - sum(a * math.sin(w * math.pi * 2 * i / steps + ph) for w, ph, a in parts) * 0.5,
        )
        for i in range(steps + 1)
    ]


def hill(
    c: Canvas,
    crest: Points,
    color: Color,
    shade: Color | None = None,
    base: float = 1000.0,
    fall: float = 200.0,
    strength: float = 0.9,
) -> list[Point]:
    """Fill from a crest line down to a base; the shade grows downwards from the crest."""
    outline = [*crest, (crest[-1][0], base), (crest[0][0], base)]
    c.shape(outline, color)
    if shade is not None:
        top = min(y for _, y in crest)
        c.grain(outline, shade, (0, top), (0, min(base, top + fall)), strength)
    return outline


def height_at(crest: Points, x: float) -> float:
    """Height of a crest line at x."""
    for (ax, ay), (bx, by) in itertools.pairwise(crest):
        if ax <= x <= bx:
            return ay + (by - ay) * (x - ax) / ((bx - ax) or 1)
    return crest[-1][1]


def conifer(c: Canvas, x: float, y: float, height: float, color: Color, shade: Color | None = None) -> None:
    """A spruce: a narrow saw-edged triangle, darker on its lee side."""
    rng = c.rng
    tiers = 5 + int(height / 60)
    left, right = [], []
    for i in range(tiers):
        t = (i + 1) / tiers
        reach = height * 0.21 * t * rng.uniform(0.85, 1.15)
        yy = y - height * 0.94 * (1 - t)
        left += [(x - reach, yy), (x - reach * 0.55, yy - height * 0.012)]
        right += [(x + reach, yy), (x + reach * 0.55, yy - height * 0.012)]
    c.rect(x - height * 0.018, y - height * 0.05, x + height * 0.018, y + height * 0.03, c.p.shade(color, 0.35))
    c.shape([(x, y - height), *left, *right[::-1]], color)
    if shade is not None:
        c.shape([(x, y - height), (x + height * 0.015, y), *right[::-1]], shade)


def crown(c: Canvas, x: float, y: float, rx: float, ry: float, lumps: int = 9) -> list[Point]:
    """The lumpy outline of a leafy crown."""
    rng = c.rng
    points = []
    for i in range(lumps):
        a = 2 * math.pi * i / lumps + rng.uniform(-0.2, 0.2)
        s = rng.uniform(0.84, 1.12)
        points.append((x + rx * s * math.cos(a), y + ry * s * math.sin(a)))
    return smooth(points, steps=6)


def tree(c: Canvas, x: float, y: float, height: float, color: Color, sun: int = -1) -> None:
    """A broad-leaved tree, lit from the sun's side (-1 left, 1 right)."""
    rng, p = c.rng, c.p
    trunk = p.shade(p.wood, 0.55)
    lean = rng.uniform(-0.04, 0.04) * height
    c.limb((x, y), (x + lean, y - height * 0.55), height * 0.055, height * 0.03, trunk)
    c.line([(x + lean * 0.6, y - height * 0.32), (x + lean + height * 0.14, y - height * 0.55)], trunk, height * 0.02)
    cx, cy = x + lean, y - height * 0.66
    lumps = [
        (cx + dx * height, cy + dy * height, r * height)
        for dx, dy, r in (
            (-0.17, 0.12, 0.17),
            (0.16, 0.13, 0.17),
            (0.0, 0.0, 0.24),
            (-0.13, -0.1, 0.18),
            (0.13, -0.08, 0.18),
            (0.02, -0.19, 0.17),
        )
    ]
    lumps = [
        (lx + rng.uniform(-0.03, 0.03) * height, ly + rng.uniform(-0.03, 0.03) * height, r * rng.uniform(0.85, 1.1))
        for lx, ly, r in lumps
    ]
    dark = p.shade(color, 0.5)
    for lx, ly, r in lumps:
        c.shape(crown(c, lx, ly, r, r * 0.92), dark)
    for lx, ly, r in lumps:
        body = crown(c, lx + sun * r * 0.12, ly - r * 0.12, r * 0.86, r * 0.8)
        c.shape(body, color)
        c.grain(body, dark, (lx + sun * r * 0.3, ly - r * 0.5), (lx - sun * r * 0.8, ly + r * 0.9))
        lit = crown(c, lx + sun * r * 0.36, ly - r * 0.42, r * 0.42, r * 0.3, 7)
        c.grain(lit, p.lift(color, 0.5), (lx - sun * r * 0.1, ly), (lx + sun * r * 0.8, ly - r * 0.8), 0.9, 0.1)


def poplar(c: Canvas, x: float, y: float, height: float, color: Color, shade: Color) -> None:
    """A tall thin tree."""
    body = smooth(
        [
            (x, y - height),
            (x + height * 0.07, y - height * 0.6),
            (x + height * 0.085, y - height * 0.25),
            (x + height * 0.02, y),
            (x - height * 0.02, y),
            (x - height * 0.085, y - height * 0.25),
            (x - height * 0.07, y - height * 0.6),
        ],
        steps=5,
    )
    c.shape(body, color)
    c.grain(body, shade, (x - height * 0.06, y - height * 0.5), (x + height * 0.07, y - height * 0.4))


def bare_tree(
    c: Canvas,
    x: float,
    y: float,
    height: float,
    color: Color,
    depth: int = 6,
    turn: float = -90.0,
    width: float | None = None,
) -> None:
    """A leafless tree by forking."""
    rng = c.rng
    length = height * (0.3 if width is None else 0.42)
    width = height * 0.05 if width is None else width
    a = math.radians(turn)
    ex, ey = x + length * math.cos(a), y + length * math.sin(a)
    c.limb((x, y), (ex, ey), width, width * 0.7, color)
    if depth <= 0:
        return
    for side in (-1, 1):
        bare_tree(
            c,
            ex,
            ey,
            height * rng.uniform(0.62, 0.8),
            color,
            depth - 1,
            turn + side * rng.uniform(14, 34),
            width * rng.uniform(0.55, 0.68),
        )


def wood_edge(
    c: Canvas, y: float, height: float, color: Color, conifers: bool = False, x0: float = -20, x1: float | None = None
) -> None:
    """A distant wood as one ragged silhouette."""
    rng = c.rng
    right = c.w + 20 if x1 is None else x1
    points: list[Point] = [(x0, y + 8)]
    x = x0
    while x < right:
        step = rng.uniform(0.5, 1.1) * height * (0.35 if conifers else 0.9)
        tall = height * rng.uniform(0.5, 1.0)
        if conifers:
            points += [(x, y - tall * 0.35), (x + step / 2, y - tall)]
        else:
            points += [
                (x + step * t, y - tall * math.sin(math.pi * (0.12 + 0.76 * t)) ** 0.6)
                for t in (0.0, 0.2, 0.4, 0.6, 0.8)
            ]
        x += step
    c.shape([*points, (right, y + 8)], color)


def water(c: Canvas, y: float, bottom: float = 1000.0, tint: Color | None = None) -> None:
    """Open water from its far edge down: the sky's colour far off, its own depth near."""
    p = c.p
    body = tint or p.water
    c.gradient(y, bottom, (mix(p.sky[2], body, 0.45), body, p.shade(body, 0.35), p.shade(body, 0.6)))


def glitter(
    c: Canvas, x: float, y: float, bottom: float, width: float, color: Color, count: int = 90, alpha: float = 0.85
) -> None:
    """Dashes of light on water under a low sun, longer and sparser towards the viewer."""
    rng = c.rng
    for _ in range(count):
        t = rng.random() ** 1.7
        yy = y + (bottom - y) * t
        half = width * (0.12 + 0.5 * t) * abs(rng.gauss(0, 0.7))
        xx = x + rng.gauss(0, 1) * width * (0.10 + 0.28 * t)
        thick = 1.0 + 4.5 * t
        half = min(half, width * 0.6) * 0.5 + 5
        c.shape(
            [(xx - half, yy), (xx, yy - thick / 2), (xx + half, yy), (xx, yy + thick / 2)],
            color,
            alpha * rng.uniform(0.45, 1.0),
        )


def wavelets(c: Canvas, y: float, bottom: float, color: Color, count: int = 70, alpha: float = 0.35) -> None:
    """Short flat strokes that give water its plane."""
    rng = c.rng
    for _ in range(count):
        t = rng.random() ** 1.4
        yy = y + (bottom - y) * t
        xx, half, thick = rng.uniform(0, c.w), rng.uniform(8, 26) + 110 * t * rng.random(), 0.8 + 5 * t
        c.shape(
            [(xx - half, yy), (xx - half * 0.2, yy - thick / 2), (xx + half, yy), (xx + half * 0.1, yy + thick / 2)],
            color,
            alpha * rng.uniform(0.5, 1.0),
        )

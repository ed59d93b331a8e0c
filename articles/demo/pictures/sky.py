"""Skies: gradients, sun and moon, clouds, stars, birds, rain and snow."""

from __future__ import annotations

import math

from .canvas import Canvas
from .outlines import Point, arc, box, smooth
from .palettes import Color, mix


def sky(
    c: Canvas, horizon: float, sun: tuple[float, float, float] | None = None, disc: bool = True, glow: float = 0.9
) -> None:
    """Paint the sky down to the horizon, with an optional sun (x, y, radius) and its light."""
    p = c.p
    c.gradient(0, horizon + 4, (p.sky[0], mix(p.sky[0], p.sky[1], 0.75), p.sky[1], p.sky[2]))
    if sun is None:
        return
    x, y, r = sun
    if glow:
        c.glow(x, y, r * 9, r * 7, mix(p.sun, p.sky[2], 0.35), glow * (0.35 if p.name == "night" else 0.75))
        c.glow(x, y, r * 3.4, r * 3.4, p.sun, glow * 0.6)
    if disc:
        c.disc(x, y, r, p.sun)


def stars(c: Canvas, bottom: float, count: int = 160) -> None:
    """Scatter stars of uneven size, thinner near the bottom."""
    rng = c.rng
    for _ in range(count):
        x, y = rng.uniform(0, c.w), bottom * rng.random() ** 1.3
        size = 0.8 + 2.0 * rng.random() ** 5
        c.disc(x, y, size, c.p.sun, rng.uniform(0.35, 0.95) * (1 - 0.7 * y / bottom))


def bank(
    c: Canvas, x: float, y: float, width: float, height: float, color: Color, shadow: Color, alpha: float = 1.0
) -> None:
    """One flat-bottomed cloud: the upper outline of a heap of discs of uneven size."""
    rng = c.rng
    peak = rng.uniform(-0.22, 0.22) * width
    discs: list[tuple[float, float, float]] = []
    for i in range(11):
        dx = (-0.5 + i / 10) * width * 0.86 + rng.uniform(-0.03, 0.03) * width
        near = max(0.0, 1 - abs(dx - peak) / (width * 0.62))
        r = height * (0.14 + 0.5 * near**1.4 * rng.uniform(0.55, 1.0))
        discs.append((x + dx, y - r * rng.uniform(0.15, 0.95) * near, r))
    left, right = min(d[0] - d[2] for d in discs), max(d[0] + d[2] for d in discs)
    crest: list[Point] = []
    for i in range(91):
        sx = left + (right - left) * i / 90
        tops = [dy - math.sqrt(r * r - (sx - dx) ** 2) for dx, dy, r in discs if abs(sx - dx) < r]
        crest.append((sx, min([y, *tops])))
    outline = [
        *crest,
        (x + width * 0.3, y + height * 0.06),
        (x - width * 0.1, y + height * 0.03),
        (x - width * 0.32, y + height * 0.07),
    ]
    c.shape(outline, color, alpha)
    for dx, dy, r in rng.sample(discs[2:9], 3):
        c.grain(
            arc(dx, dy + r * 0.5, r * 0.9, r * 0.9, 180, 360), shadow, (dx, dy + r * 0.1), (dx, dy - r * 0.45), 0.22
        )
    c.grain(outline, shadow, (x, y - height * 0.7), (x + width * 0.03, y + height * 0.16), 0.85 * alpha)


def streak(c: Canvas, x: float, y: float, width: float, height: float, color: Color, alpha: float = 1.0) -> None:
    """One long thin cloud, pointed at both ends."""
    rng = c.rng
    points = [(x - width / 2, y)]
    for t in (0.2, 0.38, 0.55, 0.75):
        points.append((x - width / 2 + width * t, y - height * rng.uniform(0.3, 1.0) * math.sin(math.pi * t)))
    points.append((x + width / 2, y + height * 0.1))
    for t in (0.7, 0.45, 0.22):
        points.append((x - width / 2 + width * t, y + height * rng.uniform(0.1, 0.45)))
    c.shape(smooth(points, steps=5), color, alpha)


def clouds(c: Canvas, top: float, bottom: float, amount: float = 1.0, heaped: bool | None = None) -> None:
    """Clouds between two heights: smaller, thinner and paler towards the horizon."""
    p, rng = c.p, c.rng
    heaped = rng.random() < 0.5 if heaped is None else heaped
    count = round((5 if heaped else 9) * amount)
    body = mix(p.sky[2], p.sun, 0.55) if not p.dark else mix(p.sky[1], p.sky[2], 0.35)
    if p.name == "storm":
        body = mix(p.sky[1], p.sky[2], 0.55)
    for i in sorted((rng.random() for _ in range(count)), reverse=True):
        y = top + (bottom - top) * i
        size = 1.15 - 0.85 * i
        x = rng.uniform(-0.05, 1.05) * c.w
        color = mix(body, p.sky[2], 0.6 * i)
        under = mix(p.sky[1], p.sky[0], 0.45 - 0.45 * i)
        if heaped:
            bank(c, x, y, rng.uniform(260, 560) * size, rng.uniform(90, 190) * size, color, mix(under, color, 0.2))
        else:
            for _ in range(2):
                streak(
                    c,
                    x + rng.uniform(-160, 160),
                    y + rng.uniform(-22, 22),
                    rng.uniform(260, 720) * size,
                    rng.uniform(12, 34) * size,
                    mix(color, under, rng.uniform(0.0, 0.5)),
                    0.75,
                )


def birds(c: Canvas, x: float, y: float, count: int, color: Color, size: float = 9.0) -> None:
    """A loose flock around a point."""
    rng = c.rng
    for _ in range(count):
        bx, by = x + rng.gauss(0, size * 9), y + rng.gauss(0, size * 3.5)
        s = size * rng.uniform(0.6, 1.15)
        lift = rng.uniform(0.2, 0.65)
        c.line(
            smooth(
                [
                    (bx - s, by - s * lift),
                    (bx - s * 0.4, by - s * lift * 0.9),
                    (bx, by),
                    (bx + s * 0.45, by - s * lift),
                    (bx + s * 1.05, by - s * lift * 0.7),
                ],
                False,
                4,
            ),
            color,
            2.0,
        )


def rain(c: Canvas, color: Color, count: int = 220, slant: float = -0.18, alpha: float = 0.35) -> None:
    """Long thin streaks over the whole picture."""
    rng = c.rng
    for _ in range(count):
        x, y, length = rng.uniform(-60, c.w + 60), rng.uniform(-40, 1000), rng.uniform(18, 62)
        c.line([(x, y), (x + length * slant, y + length)], color, 1.4, alpha * rng.uniform(0.4, 1.0))


def snow(c: Canvas, color: Color, count: int = 260) -> None:
    """Falling flakes, a few of them near."""
    rng = c.rng
    for _ in range(count):
        c.disc(rng.uniform(0, c.w), rng.uniform(0, 1000), 1.1 + 3.4 * rng.random() ** 4, color, rng.uniform(0.4, 0.9))


def shafts(
    c: Canvas,
    sources: list[tuple[float, float, float]],
    fall: Point,
    length: float,
    color: Color,
    strength: float = 0.5,
    spread: float = 1.25,
) -> None:
    """Beams from openings (left, right, y): each falls along a direction and fades."""
    for left, right, y in sources:
        middle, half = (left + right) / 2, (right - left) / 2
        end = (middle + fall[0] * length, y + fall[1] * length)
        beam = [(left, y), (right, y), (end[0] + half * spread, end[1]), (end[0] - half * spread, end[1])]
        c.grain(beam, color, end, (middle, y), strength, 0.6)


def veil(c: Canvas, y0: float, y1: float, strength: float = 0.6) -> None:
    """A band of haze, thickest in its middle."""
    middle = (y0 + y1) / 2
    c.fade(y0, middle, c.p.haze, strength, 0.7)
    c.grain(box(0, middle, c.w, y1), c.p.haze, (0, y1), (0, middle), strength, 0.7)

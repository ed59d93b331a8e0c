"""Terraced houses on a hill."""

from __future__ import annotations

from .buildings import glass, spire, window
from .canvas import Canvas
from .land import height_at, hill, tree
from .landmarks import chimney, smoke
from .looks import dress
from .outlines import Point, arc, box, smooth
from .palettes import Color, mix
from .people import person
from .sky import birds, clouds, sky, veil


def terraces(c: Canvas) -> None:
    """A terrace of brick houses going down a hill, other rows behind it in the haze."""
    p, rng, w = c.p, c.rng, c.w
    sx = w * rng.uniform(0.6, 0.85)
    sky(c, 640, (sx, rng.uniform(150, 260), rng.uniform(38, 54)))
    clouds(c, 50, 300)
    slope = rng.uniform(0.10, 0.16)
    rise = rng.uniform(0.16, 0.24)
    for near, base, size in ((0.16, 400, 44), (0.24, 500, 56), (0.34, 610, 72), (0.44, 730, 92)):
        crest = [
            (-20.0, base + rise * w * 0.5),
            *smooth(
                [
                    (w * 0.2, base + rise * w * 0.3),
                    (w * 0.6, base - rise * w * 0.1),
                    (w * 0.86, base - rise * w * 0.5),
                    (w + 20, base - rise * w * 0.52),
                ],
                False,
                6,
            ),
        ]
        hill(
            c,
            crest,
            mix(p.depth(near), p.leaf, 0.22),
            mix(p.depth(near * 0.6), p.leaf, 0.2),
            min(1000.0, base + 330),
            260,
        )
        if near < 0.2:
            spire(
                c, w * rng.uniform(0.78, 0.9), height_at(crest, w * 0.84) + 8, 40, 210, p.depth(0.26), p.depth(0.34), -1
            )
        x = w * 0.24
        while x < w + 30:
            if rng.random() < 0.86:
                terrace_house(
                    c,
                    x,
                    height_at(crest, x + size / 2) + 16,
                    size,
                    mix(p.depth(near + 0.06), rng.choice((p.wall, p.accent, p.second)), 0.22),
                    p.depth(near + 0.14),
                    1.0 - near * 1.4,
                    -1,
                )
            elif near > 0.2:
                tree(
                    c,
                    x + size * 0.5,
                    height_at(crest, x + size / 2) + 18,
                    size * 1.7,
                    mix(p.depth(near + 0.1), p.leaf, 0.4),
                    1,
                )
            x += size
        if near in (0.24, 0.44):
            veil(c, base - 40, base + 190, 0.5)
    x, size, y = -100.0, rng.uniform(178, 205), 700.0
    tones = [
        mix(p.accent, p.wood, 0.45),
        mix(p.wall, p.wood, 0.35),
        mix(p.wall, p.second, 0.4),
        mix(p.wall, p.accent, 0.4),
        mix(p.wall, p.mid, 0.35),
    ]
    first = rng.randrange(5)
    index = 0
    ground: list[Point] = [(-100, y)]
    while x < w + 60:
        terrace_house(c, x, y, size, tones[(first + index * 2) % 5], p.shade(p.near, 0.15), 0.0, 1)
        ground += [(x + size, y)]
        x += size
        y += size * slope
        index += 1
    fall = slope * (w + 100)
    c.shape([(-100, 694), (w + 60, 694 + fall), (w + 60, 1000), (-100, 1000)], p.lift(p.ground, 0.2))
    c.shape([(-100, 748), (w + 60, 748 + fall), (w + 60, 1000), (-100, 1000)], p.shade(mix(p.ground, p.mid, 0.5), 0.35))
    c.line([(-100, 748), (w + 60, 748 + fall)], p.shade(p.ground, 0.35), 7)
    c.grain(
        [(-100, 760), (w + 60, 760 + fall), (w + 60, 1000), (-100, 1000)], p.ink, (w * 0.7, 760), (w * 0.1, 1060), 0.75
    )
    for _ in range(rng.choice((4, 5))):
        px = rng.uniform(90, w - 60)
        person(
            c,
            px,
            728 + slope * (px + 100),
            96,
            dress(c, 0.7),
            rng.choice(("walk", "stroll", "stand")),
            rng.choice((-1, 1)),
            1,
            0.7,
        )
    cx = w * rng.uniform(0.34, 0.6)
    _cyclist(c, cx, min(930.0, 842 + slope * (cx + 40)), 132, 1)
    smoke(c, w * 0.2, 280, 26, 150, mix(p.paper, p.haze, 0.5), 0.35)
    birds(c, w * 0.4, 180, 6, p.depth(0.7))


def terrace_house(c: Canvas, x: float, y: float, s: float, wall: Color, roof: Color, fog: float, sun: int) -> None:
    """One house of a terrace; y is its doorstep, s its width."""
    p, rng = c.p, c.rng
    h, rise = s * 1.28, s * 0.5
    trim = p.fog(mix(p.paper, wall, 0.15), fog)
    chimney(c, x + s * 0.8, y - h - rise * 0.35, s * 0.2, p.fog(p.shade(mix(wall, p.wood, 0.4), 0.15), fog * 0.5))
    c.rect(x, y - h, x + s, y + s * (1.0 if fog <= 0.3 else 0.12), wall)
    slab = [(x - s * 0.01, y - h), (x + s * 0.02, y - h - rise), (x + s * 1.02, y - h - rise), (x + s * 1.01, y - h)]
    c.shape(slab, roof)
    if fog > 0.3:
        for i in range(2):
            c.rect(
                x + s * (0.16 + 0.42 * i),
                y - h * 0.86,
                x + s * (0.36 + 0.42 * i),
                y - h * 0.56,
                p.fog(glass(c), fog * 0.8),
            )
        return
    for i in range(1, 5):
        c.line([(x, y - h - rise * i / 5), (x + s, y - h - rise * i / 5)], p.shade(roof, 0.4), 1.6, 0.6)
    c.grain(slab, p.lift(roof, 0.4), (x - s * 0.3, y - h), (x + s * 1.3, y - h - rise), 0.8)
    c.grain(box(x, y - h, x + s, y), p.shade(wall, 0.5), (x + s, y - h), (x - s * 0.5, y + s * 0.2), 0.9)
    c.rect(x - 1, y - h - 3, x + s + 1, y - h + s * 0.035, p.shade(trim, 0.2))
    for i in range(2):
        window(c, x + s * (0.13 + 0.47 * i), y - h * 0.88, s * 0.24, s * 0.42, glass(c), trim)
        c.rect(
            x + s * (0.1 + 0.47 * i), y - h * 0.88 + s * 0.43, x + s * (0.4 + 0.47 * i), y - h * 0.88 + s * 0.47, trim
        )
    bay = [
        (x + s * 0.07, y),
        (x + s * 0.07, y - s * 0.5),
        (x + s * 0.12, y - s * 0.56),
        (x + s * 0.46, y - s * 0.56),
        (x + s * 0.51, y - s * 0.5),
        (x + s * 0.51, y),
    ]
    c.shape(bay, mix(wall, trim, 0.3))
    for a, b in ((0.1, 0.16), (0.19, 0.39), (0.42, 0.48)):
        window(c, x + s * a, y - s * 0.48, s * (b - a), s * 0.32, glass(c), trim, False, (0, 1))
    door = rng.choice((p.accent, p.leaf, p.near, p.second, p.ink))
    window(c, x + s * 0.64, y - s * 0.56, s * 0.21, s * 0.56, door, trim, rng.random() < 0.4, (0, 0))
    c.rect(x + s * 0.665, y - s * 0.5, x + s * 0.825, y - s * 0.41, glass(c))
    c.disc(x + s * 0.82, y - s * 0.24, s * 0.013, p.second)
    c.rect(x + s * 0.61, y - s * 0.02, x + s * 0.88, y + s * 0.05, p.lift(p.ground, 0.3))


def _cyclist(c: Canvas, x: float, y: float, h: float, face: int) -> None:
    """A person on a bicycle."""
    p = c.p
    frame, r = p.ink, h * 0.22
    a, b = (x - face * h * 0.34, y - r), (x + face * h * 0.34, y - r)
    c.oval(x, y + 2, h * 0.6, h * 0.03, p.ink, 0.35)
    for wx, wy in (a, b):
        c.line(arc(wx, wy, r, r, 0, 360, 30), frame, h * 0.022)
        for i in range(6):
            q = arc(wx, wy, r, r, i * 30, i * 30 + 180, 1)
            c.line(q, frame, 0.8, 0.5)
    seat, crank, bar = (
        (x - face * h * 0.14, y - h * 0.5),
        (x - face * h * 0.02, y - h * 0.2),
        (x + face * h * 0.24, y - h * 0.56),
    )
    c.line([a, seat, crank, a], p.accent, h * 0.026)
    c.line([crank, (x + face * h * 0.23, y - h * 0.46), seat], p.accent, h * 0.026)
    c.line([b, bar, (bar[0] - face * h * 0.07, bar[1] - h * 0.02)], p.accent, h * 0.026)
    look = dress(c, 1.0, hem=0.0, hat="cap", hat_color=p.second, bag=None)
    knee = (x + face * h * 0.12, y - h * 0.42)
    c.limb(seat, knee, h * 0.11, h * 0.085, look.legs)
    c.limb(knee, (x + face * h * 0.02, y - h * 0.12), h * 0.08, h * 0.05, look.legs)
    neck = (x + face * h * 0.06, y - h * 0.86)
    c.limb((seat[0], seat[1] - h * 0.05), neck, h * 0.17, h * 0.15, look.top)
    c.limb(
        (neck[0], neck[1] + h * 0.04), (bar[0] - face * h * 0.05, bar[1]), h * 0.075, h * 0.045, p.shade(look.top, 0.2)
    )
    c.oval(neck[0] + face * h * 0.03, neck[1] - h * 0.12, h * 0.06, h * 0.075, look.skin)
    c.shape(arc(neck[0] + face * h * 0.02, neck[1] - h * 0.14, h * 0.075, h * 0.075, 170, 370, 12), p.second)

"""The Assembly from its square."""

from __future__ import annotations

import math

from .buildings import window
from .canvas import Canvas
from .frame import Eye
from .land import tree
from .landmarks import distant_city
from .looks import dress
from .outlines import arc, box
from .palettes import Color, mix
from .people import crowd, person
from .sky import birds, clouds, sky, stars


def column(c: Canvas, x: float, base: float, height: float, width: float, color: Color, sun: int) -> None:
    """A round column with base and capital."""
    p = c.p
    c.shape(
        [
            (x - width * 0.5, base),
            (x - width * 0.42, base - height),
            (x + width * 0.42, base - height),
            (x + width * 0.5, base),
        ],
        color,
    )
    c.grain(
        box(x - width / 2, base - height, x + width / 2, base),
        p.shade(color, 0.6),
        (x + sun * width * 0.3, 0),
        (x - sun * width * 0.6, 0),
        0.95,
    )
    for i in (-0.2, 0.05, 0.28):
        c.line(
            [(x + i * width, base - width * 0.2), (x + i * width * 0.86, base - height + width * 0.3)],
            p.shade(color, 0.28),
            1.6,
            0.6,
        )
    c.rect(x - width * 0.62, base - width * 0.22, x + width * 0.62, base, p.shade(color, 0.12))
    c.rect(
        x - width * 0.6,
        base - height - width * 0.05,
        x + width * 0.6,
        base - height + width * 0.22,
        p.lift(color, 0.25),
    )


def flag(c: Canvas, x: float, y: float, height: float, color: Color, band: Color) -> None:
    """A flag on its pole, streaming to the right."""
    c.line([(x, y), (x, y - height)], c.p.depth(0.9), max(2.0, height * 0.02))
    s = height * 0.42
    top = [(x + s * i / 6, y - height + math.sin(i * 0.9) * s * 0.07) for i in range(7)]
    low = [(px, py + s * 0.56) for px, py in top]
    c.shape([*top, *low[::-1]], color)
    c.shape([*[(px, py + s * 0.2) for px, py in top], *[(px, py + s * 0.36) for px, py in top][::-1]], band)
    c.grain([*top, *low[::-1]], c.p.shade(color, 0.5), (x, y), (x + s * 1.3, y), 0.7)


def parliament(c: Canvas) -> None:
    """The Assembly building with its portico, flags and long steps, people crossing the square."""
    p, rng, w = c.p, c.rng, c.w
    base = rng.uniform(700, 730)
    sx = w * rng.uniform(0.10, 0.2)
    sky(c, base, (sx, rng.uniform(250, 420), rng.uniform(46, 66)))
    if p.name == "night":
        stars(c, 500)
    clouds(c, 50, 400, 1.0)
    distant_city(c, -20, w + 20, base - 40, 170, p.depth(0.2))
    mid = w * rng.uniform(0.56, 0.64)
    stone = mix(p.wall, p.haze, 0.12) if not p.dark else mix(p.wall, p.haze, 0.25)
    dark = p.shade(stone, 0.42)
    _dome(c, mid, base - 330, rng.uniform(118, 136), stone, rng.random() < 0.6)
    for side in (-1, 1):
        x0, x1 = sorted((mid + side * 210, mid + side * 760))
        c.rect(x0, base - 292, x1, base, p.shade(stone, 0.08))
        c.grain(box(x0, base - 292, x1, base), dark, (x0, base - 290), (x1 + (260 if side < 0 else 0), base + 40), 0.85)
        c.rect(x0 - 6, base - 306, x1 + 6, base - 284, p.lift(stone, 0.25))
        c.rect(x0, base - 150, x1, base - 144, dark)
        for i in range(9):
            x = x0 + (x1 - x0) * (i + 0.5) / 9
            pane = p.light if rng.random() < p.lit else mix(p.near, p.sky[1], 0.15)
            window(c, x - 14, base - 262, 28, 88, pane, p.lift(stone, 0.35), True, (1, 2))
            window(
                c,
                x - 14,
                base - 122,
                28,
                70,
                pane if rng.random() < 0.5 else mix(p.near, p.sky[1], 0.1),
                p.lift(stone, 0.35),
                False,
                (1, 1),
            )
            c.disc(x + 30, base - 312, 5, stone)
    c.rect(mid - 226, base - 330, mid + 226, base, mix(dark, p.near, 0.4))
    for i in range(3):
        x = mid + (i - 1) * 122
        window(c, x - 30, base - 176, 60, 136, p.light if p.lit > 0.1 else mix(p.ink, p.wood, 0.4), stone, True, (1, 0))
    c.grain(box(mid - 226, base - 330, mid + 226, base), p.ink, (0, base - 120), (0, base - 380), 0.8)
    for i in range(6):
        column(c, mid - 205 + 82 * i, base - 40, 262, 40, p.lift(stone, 0.2), -1)
    c.rect(mid - 246, base - 342, mid + 246, base - 298, stone)
    c.rect(mid - 246, base - 310, mid + 246, base - 304, dark)
    pediment = [(mid - 262, base - 340), (mid, base - 452), (mid + 262, base - 340)]
    c.shape(pediment, p.lift(stone, 0.15))
    inner = [(mid - 206, base - 350), (mid, base - 436), (mid + 206, base - 350)]
    c.shape(inner, p.shade(stone, 0.22))
    c.disc(mid, base - 384, 27, p.lift(stone, 0.25))
    c.disc(mid, base - 384, 17, p.second)
    for i in range(7):
        t = i / 7
        wide = 250 + 100 * t
        c.rect(
            mid - wide,
            base - 40 + 11 * i,
            mid + wide,
            base - 29 + 11 * i + 1,
            mix(p.lift(stone, 0.25), dark, 0.12 + 0.09 * i),
        )
        c.line([(mid - wide, base - 40 + 11 * i), (mid + wide, base - 40 + 11 * i)], p.lift(stone, 0.55), 1.5)
    ground = p.lift(mix(p.ground, p.haze, 0.25), 0.05)
    c.shape(
        [
            (-10, base),
            (mid - 345, base),
            (mid - 350, base + 38),
            (mid + 350, base + 38),
            (mid + 345, base),
            (w + 10, base),
            (w + 10, 1000),
            (-10, 1000),
        ],
        ground,
    )
    eye = Eye(mid - w * 0.2, base - 30, 700, 1.65)
    for i in range(-14, 15):
        c.line([eye.at(i * 1.4, 0, 3.0), eye.at(i * 1.4, 0, 11)], p.shade(ground, 0.2), 1.6, 0.6)
    for z in (3.1, 3.6, 4.2, 5.1, 6.4, 8.4):
        c.line([(0, eye.at(0, 0, z)[1]), (w, eye.at(0, 0, z)[1])], p.shade(ground, 0.2), 1.6, 0.6)
    c.grain(box(0, base, w, 1000), p.shade(p.ground, 0.75), (sx, base + 30), (w * 0.8, 1100), 0.85)
    for fx in (0.03, 0.12, 0.95):
        tree(c, w * fx, base + 26, rng.uniform(190, 240), mix(p.leaf, p.near, 0.25), -1)
    for side in (-1, 1):
        flag(c, mid + side * 390, base + 30, 300, rng.choice((p.accent, p.near)), p.paper)
    crowd(c, mid - 190, mid + 190, base + 22, 56, 5, 6, -1, 0.5)
    for fx, size in ((0.14, 132), (0.23, 140), (0.38, 118), (0.72, 128), (0.86, 122)):
        x = w * (fx + rng.uniform(-0.03, 0.03))
        person(
            c,
            x,
            base + size * 1.25,
            size,
            dress(c, 0.5),
            rng.choice(("walk", "walk", "stroll", "stand")),
            rng.choice((-1, 1)),
            -1,
            1.5,
        )
    birds(c, mid - 260, base - 420, 8, p.depth(0.8))


def _dome(c: Canvas, x: float, y: float, r: float, stone: Color, round_top: bool) -> None:
    """A dome or a square clock tower on its drum; y is the roof it stands on."""
    p = c.p
    copper = mix(p.leaf, p.far, 0.35) if p.name not in ("autumn",) else mix(p.mid, p.leaf, 0.3)
    dark = p.shade(stone, 0.45)
    if round_top:
        c.rect(x - r * 1.15, y - r * 0.7, x + r * 1.15, y + 40, stone)
        c.grain(box(x - r * 1.15, y - r * 0.7, x + r * 1.15, y + 40), dark, (x - r, 0), (x + r * 1.5, 0), 0.9)
        for i in range(9):
            cx = x - r + 2 * r * i / 8
            c.rect(cx - r * 0.035, y - r * 0.64, cx + r * 0.035, y, p.lift(stone, 0.3))
            if i < 8:
                window(
                    c,
                    cx + r * 0.075,
                    y - r * 0.52,
                    r * 0.1,
                    r * 0.36,
                    p.light if p.lit > 0.2 else p.near,
                    None,
                    True,
                    (0, 0),
                )
        c.rect(x - r * 1.2, y - r * 0.76, x + r * 1.2, y - r * 0.64, p.lift(stone, 0.3))
        dome = [*arc(x, y - r * 0.74, r, r * 1.12, 180, 360, 30)]
        c.shape(dome, copper)
        for t in (-0.62, -0.3, 0.02, 0.34, 0.66):
            c.line(
                [(x + r * t * math.sqrt(1 - (i / 10) ** 2), y - r * 0.74 - r * 1.12 * i / 10) for i in range(11)],
                p.shade(copper, 0.3),
                2.2,
                0.7,
            )
        c.grain(dome, p.shade(copper, 0.65), (x - r * 0.4, y - r * 1.4), (x + r * 1.0, y - r * 0.6), 0.95)
        c.rect(x - r * 0.17, y - r * 2.2, x + r * 0.17, y - r * 1.8, stone)
        c.rect(x, y - r * 2.2, x + r * 0.17, y - r * 1.8, dark)
        c.shape([(x - r * 0.21, y - r * 2.18), (x, y - r * 2.6), (x + r * 0.21, y - r * 2.18)], copper)
        flag(c, x, y - r * 2.55, r * 0.7, p.accent, p.paper)
        return
    wide = r * 0.62
    c.rect(x - wide, y - r * 1.9, x + wide, y + 40, stone)
    c.grain(box(x - wide, y - r * 1.9, x + wide, y + 40), dark, (x - wide, 0), (x + wide * 1.5, 0), 0.9)
    for dx in (-0.5, 0.12):
        window(c, x + dx * wide, y - r * 0.6, wide * 0.36, r * 0.46, p.near, p.lift(stone, 0.3), True, (0, 0))
    c.rect(x - wide * 1.1, y - r * 1.95, x + wide * 1.1, y - r * 1.84, p.lift(stone, 0.3))
    c.disc(x, y - r * 1.3, wide * 0.56, dark)
    c.disc(x, y - r * 1.3, wide * 0.48, p.light if p.lit > 0.1 else p.paper)
    c.line([(x, y - r * 1.3), (x, y - r * 1.3 - wide * 0.36)], p.ink, wide * 0.06)
    c.line([(x, y - r * 1.3), (x + wide * 0.26, y - r * 1.3 + wide * 0.12)], p.ink, wide * 0.07)
    c.shape(
        [
            (x - wide * 1.1, y - r * 1.95),
            (x - wide * 0.4, y - r * 2.5),
            (x + wide * 0.4, y - r * 2.5),
            (x + wide * 1.1, y - r * 1.95),
        ],
        copper,
    )
    c.shape(
        [(x, y - r * 1.95), (x, y - r * 2.5), (x + wide * 0.4, y - r * 2.5), (x + wide * 1.1, y - r * 1.95)],
        p.shade(copper, 0.4),
    )
    c.shape([(x - wide * 0.4, y - r * 2.5), (x, y - r * 3.2), (x + wide * 0.4, y - r * 2.5)], p.shade(copper, 0.2))
    flag(c, x, y - r * 3.1, r * 0.6, p.accent, p.paper)

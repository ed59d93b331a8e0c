"""The library: the reading room, and the shelves."""

from __future__ import annotations

import itertools
import math

from .canvas import Canvas
from .frame import Eye
from .looks import dress
from .outlines import box
from .palettes import Color, mix
from .people import person
from .sky import shafts


def library(c: Canvas) -> None:
    """A galleried reading room with lamps along the tables and somebody walking between them."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.42, 0.58), rng.uniform(520, 570), 660, 2.0)
    half, back, spring = 6.4, 16.0, 6.4
    plaster = mix(p.wall, p.light, 0.15)
    c.rect(0, 0, w, 1000, plaster)
    for i in range(12):
        a0, a1 = math.pi * i / 12, math.pi * (i + 1) / 12
        strip = [
            eye.at(-half * math.cos(a), spring + 2.8 * math.sin(a), z)
            for a, z in ((a0, 1.2), (a1, 1.2), (a1, back), (a0, back))
        ]
        c.shape(strip, p.shade(plaster, 0.10 + 0.20 * abs(i - 5.5) / 6))
    for z in (2.4, 3.6, 5.2, 7.4, 10.6, 15):
        c.line(
            [
                eye.at(-half * math.cos(math.pi * k / 20), spring + 2.8 * math.sin(math.pi * k / 20), z)
                for k in range(21)
            ],
            p.lift(plaster, 0.4),
            max(2.0, eye.size(0.16, z)),
        )
    end = [
        eye.at(-half, 0, back),
        *[
            eye.at(-half * math.cos(math.pi * k / 20), spring + 2.8 * math.sin(math.pi * k / 20), back)
            for k in range(21)
        ],
        eye.at(half, 0, back),
    ]
    c.shape(end, p.lift(plaster, 0.1))
    arch = [
        eye.at(-2.4, 2.0, back),
        *[eye.at(-2.4 * math.cos(math.pi * k / 16), 5.4 + 2.3 * math.sin(math.pi * k / 16), back) for k in range(17)],
        eye.at(2.4, 2.0, back),
    ]
    c.shape(arch, mix(p.sky[2], p.sun, 0.6))
    ax, ay = eye.at(0, 5, back)
    for x in (-1.2, 0, 1.2):
        c.line([eye.at(x, 2, back), eye.at(x, 7.4, back)], p.shade(plaster, 0.35), 4)
    for y in (3.2, 4.4, 5.6):
        c.line([eye.at(-2.4, y, back), eye.at(2.4, y, back)], p.shade(plaster, 0.35), 3)
    wood = mix(p.wood, p.near, 0.2)
    for side in (-1, 1):
        c.shape(eye.side(side * half, 0, spring, 1.0, back), p.shade(wood, 0.45))
        _shelves(c, eye, side, half)
    floor = mix(p.floor, p.wood, 0.25)
    c.shape(eye.flat(0, -half, half, 0.9, back), floor)
    for i in range(-10, 11):
        c.line([eye.at(i * 0.62, 0, 1), eye.at(i * 0.62, 0, back)], p.shade(floor, 0.25), 1.6, 0.6)
    c.glow(ax, eye.at(0, 0, back)[1] + 30, 240, 110, p.sun, 0.6)
    c.grain(box(0, eye.y, w, 1000), p.ink, (0, eye.y + 150), (0, 1090), 0.85)
    c.glow(ax, ay, 430, 380, p.sun, 0.65)
    shafts(
        c,
        [(ax - 70 + 50 * i, ax - 40 + 50 * i, ay - 40) for i in range(3)],
        (rng.choice((-0.55, 0.5)), 1),
        560,
        p.sun,
        0.32,
        3.5,
    )
    for side in (-1, 1):
        for z in (11.0, 8.4, 6.4, 4.9, 3.75):
            _table(c, eye, side, z, wood)
    px, py = eye.at(rng.choice((-0.3, 0.25)), 0, 6.6)
    person(c, px, py, eye.size(1.72, 6.6), dress(c, 0.9, hat="", hem=0.25), "walk", rng.choice((-1, 1)), 0, 0.0)


def _shelves(c: Canvas, eye: Eye, side: int, half: float) -> None:
    """Two storeys of books along one wall, with a gallery rail between."""
    p, rng = c.p, c.rng
    tones = [p.accent, p.second, p.leaf, p.near, p.wood, mix(p.wall, p.wood, 0.4), mix(p.accent, p.ink, 0.4), p.mid]
    x = side * half * 0.995
    edges = [1.25 * 1.2**i for i in range(15)]
    for z0, z1 in reversed(list(itertools.pairwise(edges))):
        fog = min(0.55, z0 / 26)
        for y in (0.35, 0.95, 1.55, 2.15, 3.55, 4.15, 4.75, 5.35):
            z, stop = z0 + (z1 - z0) * 0.06, z1 - (z1 - z0) * 0.05
            while z < stop:
                thick = (z1 - z0) * rng.uniform(0.07, 0.15)
                tall = rng.uniform(0.34, 0.48)
                tone = p.fog(p.shade(rng.choice(tones), 0.16 if side > 0 else 0.32), fog)
                c.shape(eye.side(x, y, y + tall, z, min(stop, z + thick * 0.92)), tone)
                z += thick if rng.random() < 0.95 else thick * 2.2
            c.shape(eye.side(x, y - 0.09, y, z0, z1), p.fog(p.lift(p.wood, 0.12), fog))
        c.line([eye.at(x, 0, z0), eye.at(x, 6.2, z0)], p.fog(p.shade(p.wood, 0.1), fog), max(2.0, eye.size(0.13, z0)))
    c.shape(eye.flat(3.0, min(x, x - side * 0.9), max(x, x - side * 0.9), 1.2, 16), p.shade(p.wood, 0.55))
    c.line([eye.at(x - side * 0.9, 3.0, 1.2), eye.at(x - side * 0.9, 3.0, 16)], p.lift(p.wood, 0.2), 7)
    c.line([eye.at(x - side * 0.9, 3.85, 1.2), eye.at(x - side * 0.9, 3.85, 16)], p.ink, 4)
    z = 1.5
    while z < 15:
        c.line([eye.at(x - side * 0.9, 3.0, z), eye.at(x - side * 0.9, 3.85, z)], p.ink, max(1.2, eye.size(0.03, z)))
        z *= 1.045
    c.shape(eye.side(x, 6.0, 6.4, 1.0, 16), p.lift(p.wood, 0.25))


def _table(c: Canvas, eye: Eye, side: int, z: float, wood: Color) -> None:
    """A reading table with its green lamps and perhaps a reader."""
    p, rng = c.p, c.rng
    x0, x1 = sorted((side * 1.25, side * 4.6))
    deep = z * 0.13
    for i in range(2):
        if rng.random() < 0.62:
            x = x0 + (x1 - x0) * (0.28 + 0.45 * i) + rng.uniform(-0.2, 0.2)
            px, py = eye.at(x, 0.0, z + deep * 1.1)
            person(
                c,
                px,
                py,
                eye.size(1.45, z + deep),
                dress(c, 0.6, hat="", hem=0.0, bag=None),
                "hold",
                rng.choice((-1, 1)),
            )
    for x in (x0 + 0.2, x1 - 0.2):
        c.line([eye.at(x, 0, z), eye.at(x, 0.75, z)], p.shade(wood, 0.6), max(2.0, eye.size(0.13, z)))
    c.shape(eye.flat(0.78, x0, x1, z, z + deep), p.lift(wood, 0.34))
    c.shape(eye.front(x0, x1, 0.62, 0.78, z), p.shade(wood, 0.2))
    for i in range(3):
        x = x0 + (x1 - x0) * (0.16 + 0.34 * i)
        lx, ly = eye.at(x, 0.8, z + deep * 0.5)
        s = eye.size(0.2, z)
        c.glow(lx, ly - s, s * 4.4, s * 3.4, p.light, 0.75)
        c.line([(lx, ly), (lx, ly - s * 1.5)], p.second, max(1.5, s * 0.12))
        c.shape(
            [
                (lx - s * 1.05, ly - s * 1.3),
                (lx - s * 0.7, ly - s * 1.9),
                (lx + s * 0.7, ly - s * 1.9),
                (lx + s * 1.05, ly - s * 1.3),
            ],
            p.shade(p.green, 0.2),
        )
        c.rect(lx - s * 0.9, ly - s * 1.34, lx + s * 0.9, ly - s * 1.2, p.light)
        bx, by = eye.at(x + 0.5, 0.8, z + deep * 0.3)
        c.shape(
            [
                (bx - s, by),
                (bx, by - s * 0.24),
                (bx + s, by),
                (bx + s * 0.9, by - s * 0.42),
                (bx, by - s * 0.55),
                (bx - s * 0.9, by - s * 0.42),
            ],
            p.paper,
        )


def book_aisle(c: Canvas) -> None:
    """Between tall shelves towards a bright window, a reader on a step stool reaching for a book."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.42, 0.58), rng.uniform(500, 560), 760, 1.7)
    half, high, back = 1.75, 4.0, 12.0
    wall = mix(p.wall, p.light, 0.2)
    c.rect(0, 0, w, 1000, p.shade(wall, 0.15))
    c.shape(eye.flat(high + 0.5, -half * 2, half * 2, 0.9, back), p.shade(wall, 0.1))
    c.shape(eye.front(-half * 1.4, half * 1.4, 0, high + 0.6, back), p.lift(wall, 0.2))
    arch = [
        eye.at(-1.2, 0.7, back),
        *[eye.at(-1.2 * math.cos(math.pi * k / 14), 2.6 + 1.3 * math.sin(math.pi * k / 14), back) for k in range(15)],
        eye.at(1.2, 0.7, back),
    ]
    c.shape(arch, mix(p.sky[2], p.sun, 0.6))
    for x in (-0.6, 0.0, 0.6):
        c.line([eye.at(x, 0.7, back), eye.at(x, 3.9, back)], p.shade(wall, 0.35), 3)
    for y in (1.5, 2.3, 3.1):
        c.line([eye.at(-1.2, y, back), eye.at(1.2, y, back)], p.shade(wall, 0.35), 3)
    floor = mix(p.floor, p.wood, 0.3)
    c.shape(eye.flat(0, -half, half, 0.9, back), floor)
    for x in (-1.2, -0.7, -0.2, 0.3, 0.8, 1.3):
        c.line([eye.at(x, 0, 0.9), eye.at(x, 0, back)], p.shade(floor, 0.25), 2)
    c.grain(eye.flat(0, -half, half, 0.9, back), p.shade(floor, 0.85), (eye.x, eye.y + 90), (eye.x, 1050), 0.9)
    c.shape([eye.at(-0.8, 0, back), eye.at(0.8, 0, back), eye.at(0.95, 0, 2.6), eye.at(-0.5, 0, 2.6)], p.sun, 0.25)
    tones = [
        p.accent,
        p.second,
        p.green,
        p.near,
        p.wood,
        mix(p.wall, p.wood, 0.4),
        mix(p.accent, p.ink, 0.4),
        p.mid,
        p.paper,
    ]
    levels = [0.12, 0.62, 1.12, 1.62, 2.12, 2.62, 3.12, 3.6]
    gap = rng.randrange(2, 5)
    for side in (-1, 1):
        x = side * half
        c.shape(eye.side(x * 1.02, 0, high + 0.1, 0.8, back), p.shade(p.wood, 0.62))
        edges = [0.95 * 1.24**i for i in range(13)]
        for j, (z0, z1) in reversed(list(enumerate(itertools.pairwise(edges)))):
            fog = min(0.5, z0 / 20)
            z1 = min(z1, back)
            if z0 >= back:
                continue
            for k, y in enumerate(levels):
                z, stop = z0 + (z1 - z0) * 0.05, z1 - (z1 - z0) * 0.04
                while z < stop:
                    thick = (z1 - z0) * rng.uniform(0.05, 0.13)
                    if side > 0 and k == gap and j == 5 and z > z0 + (z1 - z0) * 0.3:
                        z += thick
                        continue
                    tone = p.fog(p.shade(rng.choice(tones), 0.12 if side > 0 else 0.3), fog)
                    c.shape(eye.side(x, y, y + rng.uniform(0.27, 0.41), z, min(stop, z + thick * 0.93)), tone)
                    z += thick
                c.shape(eye.side(x, y - 0.06, y, z0, z1), p.fog(p.lift(p.wood, 0.15), fog))
            c.line(
                [eye.at(x, 0, z0), eye.at(x, high, z0)], p.fog(p.shade(p.wood, 0.05), fog), max(2.0, eye.size(0.07, z0))
            )
        c.line([eye.at(x, high, 0.9), eye.at(x, high, back)], p.lift(p.wood, 0.25), 9)
    ax, ay = eye.at(0, 2.4, back)
    c.glow(ax, ay, 460, 420, p.sun, 0.6)
    for z in (8.0, 5.2, 3.4):
        lx, ly = eye.at(0, 3.6, z)
        s = eye.size(0.16, z)
        c.line([(lx, ly), (lx, -10)], p.ink, 2)
        c.glow(lx, ly, s * 7, s * 6, p.light, 0.55)
        c.disc(lx, ly, s, p.light)
    z = 4.0
    sx, sy = eye.at(0.86, 0, z)
    s = eye.size(1, z)
    for dx in (-0.26, 0.26):
        c.line([(sx + dx * s, sy), (sx + dx * s * 0.8, sy - 0.52 * s)], p.shade(p.wood, 0.3), s * 0.06)
    c.rect(sx - 0.26 * s, sy - 0.56 * s, sx + 0.26 * s, sy - 0.5 * s, p.lift(p.wood, 0.2))
    c.rect(sx - 0.3 * s, sy - 0.28 * s, sx + 0.3 * s, sy - 0.23 * s, p.lift(p.wood, 0.1))
    person(c, sx, sy - 0.55 * s, 1.62 * s, dress(c, 1.0, hat="", hem=rng.choice((0.0, 0.26)), bag=None), "point", 1, -1)
    bx, by = eye.at(-1.0, 0, 3.3)
    for k in range(5):
        wide = rng.uniform(74, 96)
        c.rect(bx - wide / 2, by - 20 - 19 * k, bx + wide / 2, by - 2 - 19 * k, rng.choice(tones[:6]))
    c.grain(box(0, 0, w, 1000), p.ink, (eye.x, eye.y), (-w * 0.16, eye.y), 0.6)
    c.grain(box(0, 0, w, 1000), p.ink, (eye.x, eye.y), (w * 1.16, eye.y), 0.6)

"""The tunnel, from inside and cut open."""

from __future__ import annotations

import math

from .canvas import Canvas
from .frame import Eye
from .land import height_at, hill, swell
from .landmarks import distant_city
from .looks import dress
from .outlines import Point, arc, box, smooth
from .palettes import Color, mix
from .people import person
from .ships import afloat, container_ship
from .sky import clouds, sky


def tunnel(c: Canvas) -> None:
    """Inside the tunnel: ring after ring of lining to a point of daylight, workers in helmets on the track."""
    p, rng, w = c.p, c.rng, c.w
    deep = p.shade(p.ink, 0.15)
    c.rect(0, 0, w, 1000, deep)
    eye = Eye(w * rng.uniform(0.42, 0.58), rng.uniform(470, 520), 560, 2.4)
    r, up = 5.6, 3.2
    concrete = mix(mix(p.wall, p.mid, 0.45), p.near, 0.35)
    glow = mix(p.sun, p.light, 0.5)

    def ring(z: float, radius: float = r, steps: int = 36) -> list[Point]:
        return [
            eye.at(radius * math.cos(2 * math.pi * i / steps), up + radius * math.sin(2 * math.pi * i / steps), z)
            for i in range(steps)
        ]

    zs = [2.3 * 1.25**i for i in range(19)]
    for i, z in enumerate(zs):
        t = i / (len(zs) - 1)
        tone = mix(p.shade(concrete, 0.66), mix(concrete, glow, 0.55), t**1.7)
        c.shape(ring(z), tone if i % 2 else p.shade(tone, 0.10))
        if i < len(zs) - 5:
            edge = ring(z)
            c.line([*edge, edge[0]], p.shade(tone, 0.4), max(1.5, eye.size(0.05, z)))
            for k in range(6):
                a = 2 * math.pi * (k + (0.5 if i % 2 else 0.12)) / 6
                z1 = zs[i + 1]
                c.line(
                    [
                        eye.at(r * math.cos(a), up + r * math.sin(a), z),
                        eye.at(r * math.cos(a), up + r * math.sin(a), z1),
                    ],
                    p.shade(tone, 0.35),
                    max(1.2, eye.size(0.04, z)),
                )
    end = ring(zs[-1] * 1.05)
    c.shape(end, glow)
    c.glow(eye.x, eye.at(0, up, zs[-1])[1], 330, 300, glow, 0.85)
    floor_half = 4.4
    bed = p.shade(mix(p.ground, p.near, 0.55), 0.25)
    c.shape(eye.flat(0, -floor_half, floor_half, 1.2, 110), bed)
    c.grain(eye.flat(0, -floor_half, floor_half, 1.2, 110), mix(glow, bed, 0.3), (eye.x, 840), (eye.x, eye.y + 40), 0.9)
    for i in range(40):
        z = 1.7 * 1.09**i
        c.shape(
            eye.flat(0.03, -1.35, 1.35, z, z + 0.22 * max(1, z / 12)), mix(p.shade(p.wood, 0.5), glow, min(0.7, z / 60))
        )
    for x in (-0.8, 0.8):
        c.shape(
            [eye.at(x - 0.06, 0.15, 1.4), eye.at(x + 0.06, 0.15, 1.4), eye.at(x, 0.15, 110)], mix(glow, p.mid, 0.25)
        )
    for side in (-1, 1):
        for y, tone in ((4.4, p.ink), (4.8, mix(p.accent, deep, 0.35)), (5.2, p.ink)):
            x = side * math.sqrt(r * r - (y - up) ** 2) * 0.985
            c.line([eye.at(x, y, 2.0), eye.at(x, y, 8), eye.at(x, y, 110)], tone, 5 if y == 4.8 else 3)
        c.shape(eye.side(side * floor_half, 0, 0.5, 1.3, 110), p.shade(bed, 0.4 if side > 0 else 0.2))
        c.shape(
            eye.flat(0.5, min(side * floor_half, side * 5.4), max(side * floor_half, side * 5.4), 1.3, 110),
            p.lift(bed, 0.12),
        )
    for i in range(9):
        z = 3.1 * 1.42**i
        for side in (-1, 1):
            a = math.radians(52)
            lx, ly = eye.at(side * r * 0.97 * math.cos(a), up + r * 0.97 * math.sin(a), z)
            s = eye.size(0.3, z)
            c.glow(lx, ly, s * 6, s * 6, p.light, 0.6)
            c.oval(lx, ly, s, s * 0.45, mix(p.light, (255, 255, 255), 0.4))
    machine = rng.random() < 0.5
    if machine:
        _loco(c, eye, 11.5, mix(p.second, p.accent, 0.25))
    spots = (
        [(-2.6, 12.5), (2.3, 9.8), (-1.9, 7.6), (2.9, 6.0), (-3.1, 4.9)]
        if machine
        else [(1.2, 15.0), (-2.2, 11.0), (0.2, 8.4), (1.9, 6.3), (-2.4, 5.0)]
    )
    for i, (x, z) in enumerate(spots):
        px, py = eye.at(x + rng.uniform(-0.3, 0.3), 0, z)
        h = eye.size(1.78, z)
        c.shape(
            [
                (px - h * 0.07, py),
                (px + h * 0.07, py),
                (px + (px - eye.x) * 0.3 + h * 0.12, py + h * 0.42),
                (px + (px - eye.x) * 0.3 - h * 0.14, py + h * 0.42),
            ],
            p.ink,
            0.5,
        )
        look = dress(
            c,
            1.0,
            top=rng.choice((p.accent, p.second)),
            legs=p.shade(p.near, 0.3),
            hem=0.0,
            hat="helmet",
            hat_color=rng.choice((p.paper, p.second)),
            bag=None,
            scarf=None,
        )
        face = -1 if x > 0 else 1
        person(c, px, py, h, look, rng.choice(("walk", "stand", "point", "hold", "lean")), face, face)
        if i % 2:
            c.glow(px + face * h * 0.06, py - h * 0.96, h * 0.4, h * 0.4, p.light, 0.6)
            c.disc(px + face * h * 0.06, py - h * 0.97, h * 0.03, (255, 250, 230))
        c.rect(px - h * 0.09, py - h * 0.62, px + h * 0.09, py - h * 0.585, p.paper, 0.8)
    c.grain(box(0, 0, w, 1000), deep, (eye.x, eye.y), (-w * 0.25, eye.y), 0.7)
    c.grain(box(0, 0, w, 1000), deep, (eye.x, eye.y), (w * 1.25, eye.y), 0.7)


def _loco(c: Canvas, eye: Eye, z: float, color: Color) -> None:
    """A works locomotive with its lamps on."""
    p = c.p
    (left, low), (right, top) = eye.at(-1.25, 0.2, z), eye.at(1.25, 2.7, z)
    s = right - left
    c.shape([(left, low), (left + s * 0.04, top), (right - s * 0.04, top), (right, low)], color)
    c.grain(box(left, top, right, low), p.ink, (left + s * 0.3, top), (right + s * 0.2, low + s * 0.3), 0.9)
    c.rect(left + s * 0.12, top + s * 0.1, right - s * 0.12, top + s * 0.4, p.ink)
    c.rect(left + s * 0.16, top + s * 0.14, left + s * 0.48, top + s * 0.36, p.light)
    for i in range(6):
        a = left + s * i / 6
        c.shape([(a, low - s * 0.16), (a + s * 0.08, low - s * 0.16), (a + s * 0.16, low), (a + s * 0.08, low)], p.ink)
    for dx in (0.2, 0.8):
        c.glow(left + s * dx, top + s * 0.62, s * 0.9, s * 0.9, p.light, 0.85)
        c.disc(left + s * dx, top + s * 0.62, s * 0.07, (255, 252, 236))
    c.line(arc((left + right) / 2, top, s * 0.1, s * 0.1, 180, 360, 8), p.accent, s * 0.04)


def cutaway(c: Canvas) -> None:
    """A cutaway of the tunnel under the water: a road deck above, tram tracks below, a ship passing over."""
    p, rng, w = c.p, c.rng, c.w
    level = rng.uniform(228, 260)
    sky(c, level, (w * rng.uniform(0.14, 0.3), level - 110, 38))
    clouds(c, 20, level - 110, 0.5)
    distant_city(c, w * 0.5, w + 20, level, 110, p.depth(0.26))
    hulls = [p.accent, p.near, p.shade(p.leaf, 0.3)]
    boxes = [p.accent, p.second, p.mid, p.leaf, p.far]
    bed = 470.0
    c.gradient(level, bed + 60, (mix(p.water, p.sky[2], 0.3), p.water, p.shade(p.water, 0.45)))
    afloat(c, container_ship(rng.choice(hulls), boxes, 11), w * rng.uniform(0.4, 0.64), level + 16, 620, 1, 0.3, 0.2)
    for _ in range(26):
        x, y = rng.uniform(0, w), rng.uniform(level + 60, bed - 20)
        c.shape(smooth([(x - 12, y), (x, y - 5), (x + 13, y), (x, y + 5)], steps=3), mix(p.paper, p.water, 0.45), 0.8)
    layers = [
        mix(p.ground, p.water, 0.3),
        mix(p.ground, p.wood, 0.35),
        mix(p.ground, p.mid, 0.5),
        p.shade(mix(p.wood, p.mid, 0.5), 0.25),
        p.shade(mix(p.near, p.wood, 0.3), 0.3),
    ]
    for i, tone in enumerate(layers):
        crest = swell(c, bed + (0, 62, 178, 320, 440)[i], 34 + 12 * i, 1.6)
        hill(c, crest, tone, p.shade(tone, 0.35), 1000, 220)
        for _ in range(40):
            x = rng.uniform(0, w)
            y = height_at(crest, x) + rng.uniform(14, 110)
            c.oval(
                x, y, rng.uniform(3, 12), rng.uniform(2, 5), p.shade(tone, 0.28) if i % 2 else p.lift(tone, 0.25), 0.7
            )
    x, y, r = w * rng.uniform(0.44, 0.56), 722.0, 232.0
    c.disc(x, y, r + 20, p.shade(p.ink, 0.0), 0.35)
    lining = mix(p.paper, p.mid, 0.3)
    c.disc(x, y, r, lining)
    c.grain(arc(x, y, r, r, 0, 360, 60), p.shade(lining, 0.55), (x - r * 0.4, y - r * 0.6), (x + r, y + r), 0.9)
    for k in range(12):
        a = math.radians(30 * k + 12)
        c.line(
            [(x + (r - 30) * math.cos(a), y + (r - 30) * math.sin(a)), (x + r * math.cos(a), y + r * math.sin(a))],
            p.shade(lining, 0.5),
            4,
        )
    inner = arc(x, y, r - 30, r - 30, 0, 360, 70)
    with c.clip(inner):
        c.gradient(y - r, y + r, (p.lift(p.near, 0.22), p.near, p.shade(p.near, 0.5)))
        c.glow(x, y - r * 0.66, r, r * 0.66, p.light, 0.8)
        c.rect(x - r, y + 10, x + r, y + 38, p.lift(p.mid, 0.2))
        c.rect(x - r, y + 30, x + r, y + 38, p.shade(p.mid, 0.5))
        c.rect(x - 7, y - 2, x + 7, y + 12, p.second)
        for dx in (-150, -20, 120):
            c.line([(x + dx - 14, y - r * 0.78), (x + dx + 14, y - r * 0.78)], p.light, 9)
        for side, tone in ((-1, p.accent), (1, p.second)):
            _car_front(c, x + side * 96, y + 10, 124, tone)
        c.glow(x, y + r * 0.36, r * 0.8, r * 0.36, p.light, 0.5)
        c.rect(x - r, y + r * 0.73, x + r, y + r, p.shade(p.ground, 0.4))
        for side, tone in ((-1, p.leaf), (1, p.accent)):
            tx, ty = x + side * 72, y + r * 0.73
            c.shape(
                [
                    (tx - 48, ty - 6),
                    (tx - 48, ty - 104),
                    (tx - 36, ty - 118),
                    (tx + 36, ty - 118),
                    (tx + 48, ty - 104),
                    (tx + 48, ty - 6),
                ],
                tone,
            )
            c.grain(box(tx - 48, ty - 118, tx + 48, ty - 6), p.shade(tone, 0.6), (tx - 30, 0), (tx + 60, 0), 0.8)
            c.rect(tx - 38, ty - 100, tx + 38, ty - 58, mix(p.light, p.sky[1], 0.2))
            for dx in (-30, 30):
                c.disc(tx + dx, ty - 28, 7, p.light)
                c.rect(tx + dx - 5, ty - 4, tx + dx + 5, ty + 3, p.paper)
    c.line([*inner, inner[0]], p.shade(lining, 0.6), 4)
    sx = x + (r + 120) * rng.choice((-1, 1))
    shaft = box(sx - 40, 420, sx + 40, 760)
    c.shape(shaft, p.shade(lining, 0.15))
    c.grain(shaft, p.shade(p.near, 0.3), (sx - 20, 0), (sx + 50, 0), 0.8)
    c.rect(sx - 24, 440, sx + 24, 760, p.near)
    for k in range(8):
        c.line([(sx - 24, 470 + 40 * k), (sx + 24, 450 + 40 * k)], p.mid, 5)
    c.rect(min(sx, x), 706, max(sx, x) - (r - 8 if sx < x else 0), 760, p.near) if sx < x else c.rect(
        x + r - 12, 706, sx + 24, 760, p.near
    )
    c.rect(sx - 56, 396, sx + 56, 428, p.lift(lining, 0.3))
    for k in range(3):
        person(
            c,
            (x + (r + 20) * (1 if sx > x else -1)) + (24 * k if sx > x else -24 * k),
            758,
            46,
            dress(c, 1.0, hat="helmet", hat_color=p.second, hem=0.0, bag=None),
            "walk",
            1 if sx > x else -1,
        )


def _car_front(c: Canvas, x: float, y: float, s: float, color: Color) -> None:
    """A car head on."""
    p = c.p
    c.shape(
        smooth(
            [
                (x - s * 0.46, y),
                (x - s * 0.46, y - s * 0.3),
                (x - s * 0.3, y - s * 0.62),
                (x + s * 0.3, y - s * 0.62),
                (x + s * 0.46, y - s * 0.3),
                (x + s * 0.46, y),
            ],
            False,
            4,
        ),
        color,
    )
    c.shape(
        [
            (x - s * 0.32, y - s * 0.33),
            (x - s * 0.24, y - s * 0.55),
            (x + s * 0.24, y - s * 0.55),
            (x + s * 0.32, y - s * 0.33),
        ],
        mix(p.near, p.sky[1], 0.3),
    )
    c.rect(x - s * 0.2, y - s * 0.18, x + s * 0.2, y - s * 0.08, p.ink)
    for dx in (-0.34, 0.34):
        c.disc(x + dx * s, y - s * 0.2, s * 0.07, p.light)
        c.rect(x + dx * s - s * 0.09, y - s * 0.06, x + dx * s + s * 0.09, y + s * 0.06, p.ink)

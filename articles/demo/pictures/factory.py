"""Factories, from across the canal and from inside."""

from __future__ import annotations

import math

from .buildings import grid, window
from .canvas import Canvas
from .frame import Eye
from .land import glitter, water, wavelets
from .landmarks import distant_city, smoke
from .looks import dress
from .outlines import arc, box
from .palettes import Color, mix
from .people import person
from .sky import birds, clouds, shafts, sky, veil


def factory(c: Canvas) -> None:
    """Saw-tooth roofs and tall chimneys beside a canal, the shift walking home."""
    p, rng, w = c.p, c.rng, c.w
    base = rng.uniform(650, 690)
    sx = w * rng.uniform(0.14, 0.30)
    sky(c, base, (sx, base - rng.uniform(150, 330), rng.uniform(52, 76)))
    clouds(c, 50, 330, 0.7, False)
    drift = rng.choice((1, 1, -1)) * rng.uniform(260, 420)
    distant_city(c, -20, w + 20, base - 60, 150, p.depth(0.2))
    for i in range(3):
        x = w * (0.10 + 0.34 * i) + rng.uniform(-40, 40)
        c.shape([(x - 9, base), (x - 6, base - 330), (x + 6, base - 330), (x + 9, base)], p.depth(0.28))
        smoke(c, x, base - 335, 20, drift * 0.7, mix(p.haze, p.paper, 0.35), 0.4, 9)
    veil(c, base - 200, base + 30, 0.6)
    brick = mix(mix(p.accent, p.wood, 0.55), p.near, 0.2)
    stacks = sorted(rng.uniform(0.44, 0.9) for _ in range(rng.choice((2, 3))))
    for i, fx in enumerate(stacks):
        x, tall = w * fx, rng.uniform(430, 560) - 40 * i
        smoke(c, x + 4, base - tall - 6, 40, drift, mix(p.haze, p.paper, 0.55), 0.6, 13)
        body = [(x - 30, base), (x - 19, base - tall), (x + 19, base - tall), (x + 30, base)]
        c.shape(body, p.fog(brick, 0.12))
        c.grain(body, p.shade(brick, 0.65), (x - 26, 0), (x + 34, 0), 0.95)
        for k in (0.0, 0.07, 0.5):
            y = base - tall * (1 - k)
            c.rect(x - 22 - 8 * k, y - 7, x + 22 + 8 * k, y + 8, p.shade(brick, 0.35) if k else p.paper)
    left, bays, width = w * rng.uniform(0.20, 0.28), 6, rng.uniform(158, 178)
    wall_top = base - 150
    for i in range(bays):
        x = left + i * width
        tooth = [(x, wall_top + 4), (x, wall_top - 98), (x + width, wall_top + 4)]
        c.shape(tooth, p.near)
        c.grain(tooth, p.ink, (x, wall_top - 100), (x + width, wall_top + 40), 0.8)
        c.shape(
            [
                (x - 2, wall_top - 100),
                (x + 7, wall_top - 100),
                (x + width + 5, wall_top + 4),
                (x + width - 8, wall_top + 4),
            ],
            p.lift(p.near, 0.25),
        )
    c.rect(left, wall_top, left + bays * width, base, brick)
    c.grain(
        box(left, wall_top, left + bays * width, base),
        p.shade(brick, 0.7),
        (left, wall_top),
        (left + bays * width * 1.1, base + 60),
        0.9,
    )
    c.rect(left - 4, wall_top - 4, left + bays * width + 4, wall_top + 8, p.shade(brick, 0.35))
    for i in range(bays):
        x = left + i * width
        for k in range(2):
            pane = p.light if rng.random() < max(0.35, p.lit) else mix(p.near, p.sky[1], 0.25)
            window(
                c,
                x + width * (0.12 + 0.42 * k),
                wall_top + 36,
                width * 0.32,
                84,
                pane,
                p.shade(brick, 0.4),
                True,
                (2, 3),
            )
    gate = left - 70
    c.rect(-20, base - 96, gate - 60, base, p.fog(brick, 0.15))
    grid(c, 0, base - 90, gate - 70, base - 20, 5, 1, 0.5, 0.6, p.paper, bars=(1, 1))
    c.shape([(-20, base - 92), (20, base - 140), (gate - 90, base - 140), (gate - 52, base - 92)], p.near)
    for x in (gate - 52, left - 14):
        c.rect(x - 10, base - 116, x + 10, base, p.shade(brick, 0.2))
        c.disc(x, base - 124, 12, p.paper)
    tank = left + bays * width * rng.uniform(0.3, 0.5)
    for dx in (-34, 34):
        c.line([(tank + dx * 1.2, wall_top - 40), (tank + dx * 0.8, wall_top - 180)], p.depth(0.9), 6)
    c.line([(tank - 40, wall_top - 60), (tank + 30, wall_top - 176)], p.depth(0.9), 3)
    c.rect(tank - 52, wall_top - 266, tank + 52, wall_top - 176, p.depth(0.72))
    c.grain(box(tank - 52, wall_top - 266, tank + 52, wall_top - 176), p.ink, (tank - 40, 0), (tank + 60, 0), 0.9)
    c.shape([(tank - 58, wall_top - 264), (tank, wall_top - 306), (tank + 58, wall_top - 264)], p.depth(0.85))
    bank = base + 54
    c.rect(0, base, w, bank, p.lift(p.ground, 0.12))
    c.grain(box(0, base, w, bank), p.shade(p.ground, 0.6), (0, base), (0, bank + 20), 0.8)
    for i in range(rng.choice((9, 11))):
        x = gate - 60 + (w - gate) * i / 12 + rng.uniform(-24, 24)
        person(
            c,
            x,
            base + rng.uniform(18, 40),
            rng.uniform(76, 86),
            dress(c, 0.45, hat=rng.choice(("cap", "", "beanie"))),
            rng.choice(("walk", "stroll")),
            -1 if rng.random() < 0.8 else 1,
            -1,
            0.6,
        )
    c.rect(0, bank, w, bank + 16, p.shade(p.ground, 0.5))
    water(c, bank + 14)
    c.reflect(bank + 14, 1000, p.shade(p.water, 0.25), 0.55, 6)
    c.grain(box(0, bank, w, 1000), p.shade(p.water, 0.7), (0, bank + 60), (0, 1060), 0.9)
    glitter(c, sx, bank + 20, 1000, 120, p.sun, 50)
    wavelets(c, bank + 26, 1000, mix(p.sky[2], p.water, 0.3), 40, 0.35)
    birds(c, w * 0.5, 200, 6, p.depth(0.8))


def works_hall(c: Canvas) -> None:
    """Inside a great works: machines down both sides, a curved steel section hanging from the travelling crane."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.42, 0.58), rng.uniform(560, 600), 600, 1.7)
    half, high, back = 10.0, 9.0, 46.0
    wall = p.shade(mix(p.mid, p.wall, 0.35), 0.2)
    c.rect(0, 0, w, 1000, wall)
    sky_tone = mix(p.sky[1], p.sky[2], 0.7)
    zs = [3.0 * 1.3**i for i in range(11)]
    for i in reversed(range(len(zs) - 1)):
        z0, z1, fog = zs[i], zs[i + 1], min(0.7, 0.08 * i)
        peak = z0 + (z1 - z0) * 0.7
        c.shape(
            [
                eye.at(-half, high, z0),
                eye.at(half, high, z0),
                eye.at(half, high + 2.2, peak),
                eye.at(-half, high + 2.2, peak),
            ],
            p.fog(p.shade(wall, 0.35), fog),
        )
        c.shape(
            [
                eye.at(-half, high + 2.2, peak),
                eye.at(half, high + 2.2, peak),
                eye.at(half, high, z1),
                eye.at(-half, high, z1),
            ],
            p.fog(sky_tone, fog * 0.6),
        )
        for side in (-1, 1):
            c.shape(eye.side(side * half, 0, high + 2.2, z0, z1), p.fog(p.shade(wall, 0.12 if side > 0 else 0.3), fog))
            a, b = z0 + (z1 - z0) * 0.2, z0 + (z1 - z0) * 0.8
            c.shape(
                eye.side(side * half * 0.998, 3.0, 7.4, a, b),
                p.fog(sky_tone, fog * 0.5) if side > 0 else p.fog(mix(sky_tone, p.mid, 0.45), fog * 0.5),
            )
            for t in (0.25, 0.5, 0.75):
                zz = a + (b - a) * t
                c.line(
                    [eye.at(side * half * 0.995, 3.0, zz), eye.at(side * half * 0.995, 7.4, zz)], p.fog(p.near, fog), 2
                )
            for y in (4.1, 5.2, 6.3):
                c.line([eye.at(side * half * 0.995, y, a), eye.at(side * half * 0.995, y, b)], p.fog(p.near, fog), 2)
    end = eye.front(-half, half, 0, high + 1.5, back)
    c.shape(end, mix(sky_tone, p.haze, 0.4))
    c.glow(eye.x, eye.y - 40, 420, 300, p.light, 0.7)
    floor = p.shade(mix(p.ground, p.mid, 0.5), 0.3)
    c.shape(eye.flat(0, -half, half, 1.0, back), floor)
    c.grain(eye.flat(0, -half, half, 1.0, back), p.ink, (0, eye.y + 110), (0, 1080), 0.85)
    for x in (-4.6, 4.6):
        c.shape([eye.at(x - 0.09, 0, 1.2), eye.at(x + 0.09, 0, 1.2), eye.at(x, 0, back)], p.second)
    for i in reversed(range(len(zs))):
        z, tone = zs[i], p.fog(p.shade(p.near, 0.3), min(0.65, 0.08 * i))
        wide = max(2.0, eye.size(0.32, z))
        for side in (-1, 1):
            c.line([eye.at(side * half * 0.97, 0, z), eye.at(side * half * 0.97, high, z)], tone, wide)
        c.line([eye.at(-half, high, z), eye.at(half, high, z)], tone, wide)
        c.line([eye.at(-half, high - 1.3, z), eye.at(half, high - 1.3, z)], tone, wide * 0.5)
        for k in range(12):
            a = -half + 2 * half * k / 12
            c.line(
                [eye.at(a, high - 1.3, z), eye.at(a + half / 12, high, z), eye.at(a + half / 6, high - 1.3, z)],
                tone,
                max(1.2, wide * 0.28),
            )
    shafts(c, [(eye.x + dx - 40, eye.x + dx + 40, 90) for dx in (-330, -90, 170, 380)], (-0.4, 1), 760, p.sun, 0.3, 2.2)
    for z in (17.0, 12.0, 8.6, 6.2):
        for side in (-1, 1):
            _motor(c, eye, side * 7.0, z, rng.choice((p.leaf, p.near, p.second, mix(p.accent, p.near, 0.3))))
    for z in (20.0, 13.0, 8.8):
        for x in (-3.4, 3.4):
            lx, ly = eye.at(x, 7.0, z)
            s = eye.size(0.5, z)
            c.line([(lx, ly), eye.at(x, high - 1.3, z)], p.ink, 1.6)
            c.glow(lx, ly + s, s * 4, s * 3.4, p.light, 0.6)
            c.shape([(lx - s, ly + s * 0.7), (lx - s * 0.3, ly), (lx + s * 0.3, ly), (lx + s, ly + s * 0.7)], p.ink)
            c.oval(lx, ly + s * 0.7, s * 0.8, s * 0.18, p.light)
    z = 9.4
    beam = mix(p.second, p.accent, 0.25)
    c.shape(eye.front(-half * 0.95, half * 0.95, 6.6, 7.4, z), beam)
    c.grain(
        eye.front(-half * 0.95, half * 0.95, 6.6, 7.4, z),
        p.shade(beam, 0.65),
        eye.at(0, 7.2, z),
        eye.at(0, 6.2, z),
        0.9,
    )
    cx = rng.uniform(-1.6, 1.6)
    c.shape(eye.front(cx - 0.8, cx + 0.8, 6.1, 6.7, z), p.ink)
    steel = mix(p.mid, p.near, 0.4)
    ring = [
        eye.at(cx + 3.0 * math.cos(math.radians(a)), 1.5 + 2.7 * math.sin(math.radians(a)), z)
        for a in range(20, 161, 5)
    ]
    inner = [
        eye.at(cx + 2.45 * math.cos(math.radians(a)), 1.5 + 2.15 * math.sin(math.radians(a)), z)
        for a in range(20, 161, 5)
    ]
    deep = [(px + 22, py - 26) for px, py in ring]
    for a in (55, 125):
        q = eye.at(cx + 2.9 * math.cos(math.radians(a)), 1.5 + 2.6 * math.sin(math.radians(a)), z)
        c.line([eye.at(cx, 6.1, z), q], p.ink, 3)
    c.shape([*deep, *ring[::-1]], p.lift(steel, 0.3))
    c.shape([*ring, *inner[::-1]], steel)
    c.grain([*ring, *inner[::-1]], p.shade(steel, 0.65), ring[-1], ring[0], 0.9)
    for i in range(2, len(ring) - 1, 3):
        c.disc((ring[i][0] + inner[i][0]) / 2, (ring[i][1] + inner[i][1]) / 2, 4, p.ink)
    wx, wy = inner[-3]
    c.glow(wx, wy, 150, 150, p.light, 0.85)
    for _ in range(30):
        a, r = rng.uniform(0.2, 2.9), rng.uniform(10, 110)
        c.line(
            [
                (wx + r * 0.5 * math.cos(a), wy + r * 0.5 * math.sin(a)),
                (wx + r * math.cos(a), wy + r * math.sin(a) + r * 0.3),
            ],
            p.second if rng.random() < 0.5 else p.light,
            1.8,
        )
    for x, zz, pose in (
        (cx - 3.5, 9.2, "reach"),
        (cx + 2.2, 8.4, "point"),
        (-1.4, 15.0, "walk"),
        (2.2, 5.2, "stand"),
        (-3.0, 5.8, "hold"),
    ):
        px, py = eye.at(x, 0, zz)
        h = eye.size(1.78, zz)
        look = dress(
            c,
            1.0,
            top=rng.choice((p.accent, p.second, p.near)),
            hem=0.0,
            hat="helmet",
            hat_color=rng.choice((p.paper, p.second)),
            bag=None,
            scarf=None,
        )
        person(c, px, py, h, look, pose, 1 if x < cx else -1, 1, 0.6)


def _motor(c: Canvas, eye: Eye, x: float, z: float, color: Color) -> None:
    """An upright motor on its plinth."""
    p = c.p
    fog = min(0.5, z / 40)
    color = p.fog(color, fog)
    px, py = eye.at(x, 0, z)
    s = eye.size(1.0, z)
    c.rect(px - s * 1.25, py - s * 0.5, px + s * 1.25, py, p.fog(p.shade(p.ground, 0.4), fog))
    body = box(px - s, py - s * 2.7, px + s, py - s * 0.5)
    c.shape(body, color)
    c.grain(body, p.shade(color, 0.7), (px - s * 0.5, 0), (px + s * 1.1, 0), 0.95)
    for k in range(7):
        y = py - s * (0.8 + 0.26 * k)
        c.line([(px - s, y), (px + s, y)], p.shade(color, 0.4), max(1.0, s * 0.03))
    c.shape([*arc(px, py - s * 2.7, s, s * 0.42, 180, 360, 14)], p.lift(color, 0.25))
    c.rect(px - s * 0.2, py - s * 3.35, px + s * 0.2, py - s * 3.0, p.shade(color, 0.3))
    c.rect(px - s * 1.12, py - s * 0.72, px + s * 1.12, py - s * 0.5, p.shade(color, 0.5))
    c.disc(px - s * 0.4, py - s * 1.7, s * 0.17, p.fog(p.paper, fog))
    c.line([(px - s * 0.4, py - s * 1.7), (px - s * 0.32, py - s * 1.8)], p.ink, max(1.0, s * 0.03))

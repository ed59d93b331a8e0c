"""The football ground."""

from __future__ import annotations

import math
from dataclasses import replace

from .canvas import Canvas
from .frame import Eye
from .looks import Look, dress
from .outlines import Point, box
from .palettes import Color, mix
from .people import person
from .sky import clouds, stars


def stand(c: Canvas, outline: list[Point], rows: int, base: Color, density: float = 0.9, size: float = 5.0) -> None:
    """A bank of spectators inside a polygon, as rows of coloured dots."""
    p, rng = c.p, c.rng
    c.shape(outline, base)
    left, right = min(x for x, _ in outline), max(x for x, _ in outline)
    top, bottom = min(y for _, y in outline), max(y for _, y in outline)
    tones = [mix(t, base, 0.25) for t in (p.accent, p.second, p.paper, p.near, p.mid, p.ink, p.leaf)]
    with c.clip(outline):
        for row in range(rows):
            t = (row + 0.5) / rows
            y = top + (bottom - top) * t
            r = size * (0.7 + 0.6 * t)
            x = left + rng.uniform(0, r)
            while x < right:
                if rng.random() < density:
                    c.rect(x - r, y, x + r * 0.8, y + r * 1.9, rng.choice(tones))
                    c.disc(x, y - r * 0.5, r * 0.62, mix(p.wall, p.wood, rng.random() * 0.8))
                x += r * 2.5


def kit(c: Canvas, shirt: Color, shorts: Color) -> Look:
    """A player's strip."""
    look = dress(c, 1.0, top=shirt, hem=0.0, hat="", bag=None, scarf=None)
    return replace(look, legs=shorts, shoes=c.p.ink)


def stadium(c: Canvas) -> None:
    """A football match under floodlights in a full ground, a player running with the ball."""
    p, rng, w = c.p, c.rng, c.w
    c.gradient(0, 420, (p.shade(p.sky[0], 0.25), mix(p.sky[0], p.sky[1], 0.6), p.sky[2]))
    if p.dark:
        stars(c, 200, 60)
    clouds(c, 30, 170, 0.5, False)
    roof_l, roof_r = (
        [(-10, 90), (w * 0.36, 232), (w * 0.36, 262), (-10, 168)],
        [(w + 10, 90), (w * 0.64, 232), (w * 0.64, 262), (w + 10, 168)],
    )
    seat = p.shade(p.mid, 0.5)
    stand(c, [(w * 0.34, 268), (w * 0.66, 268), (w * 0.68, 420), (w * 0.32, 420)], 12, p.fog(seat, 0.25), 0.92, 4.2)
    stand(c, [(-10, 160), (w * 0.36, 262), (w * 0.34, 424), (-10, 560)], 19, seat, 0.92, 6.2)
    stand(c, [(w + 10, 160), (w * 0.64, 262), (w * 0.66, 424), (w + 10, 560)], 19, seat, 0.92, 6.2)
    c.grain([(-10, 160), (w * 0.36, 262), (w * 0.34, 424), (-10, 560)], p.ink, (w * 0.1, 420), (w * 0.02, 130), 0.8)
    c.grain(
        [(w + 10, 160), (w * 0.64, 262), (w * 0.66, 424), (w + 10, 560)], p.ink, (w * 0.9, 420), (w * 0.98, 130), 0.8
    )
    for roof in (roof_l, roof_r):
        c.shape(roof, p.shade(p.near, 0.4))
        c.grain(roof, p.ink, roof[1], roof[3], 0.7)
    c.rect(w * 0.34, 246, w * 0.66, 270, p.shade(p.near, 0.35))
    for i in range(7):
        t = i / 6
        for side in (-1, 1):
            x = w / 2 + side * (w * 0.5 - w * 0.14 * t)
            c.line([(x, 96 + 138 * t), (x - side * 16, 168 + 96 * t)], p.lift(p.near, 0.3), 3)
    for fx, y, s in ((0.10, 36, 1.0), (0.90, 36, 1.0), (0.335, 150, 0.6), (0.665, 150, 0.6)):
        x = w * fx
        c.line([(x, y), (x + (20 if fx < 0.5 else -20) * s, 260)], p.ink, 9 * s)
        c.glow(x, y, 330 * s, 250 * s, p.light, 0.8)
        c.shape(
            [(x - 62 * s, y - 30 * s), (x + 62 * s, y - 36 * s), (x + 62 * s, y + 24 * s), (x - 62 * s, y + 30 * s)],
            p.ink,
        )
        for i in range(5):
            for j in range(3):
                c.disc(x - 48 * s + 24 * s * i, y - 20 * s + 19 * s * j, 8 * s, mix(p.light, (255, 255, 255), 0.5))
    grass = mix(p.green, p.leaf, 0.5) if p.name != "winter" else mix(p.leaf, (96, 150, 104), 0.6)
    eye = Eye(w / 2, 330, 700, 8.0)
    far_y = 420.0
    c.rect(0, far_y, w, 1000, grass)
    zs = [62 * 0.845**i for i in range(18)]
    for i in range(0, 16, 2):
        c.shape(eye.flat(0, -90, 90, zs[i + 1], zs[i]), p.shade(grass, 0.14))
    c.rect(0, far_y - 14, w, far_y + 8, p.shade(p.near, 0.2))
    for i in range(12):
        c.rect(
            w * i / 12 + 4,
            far_y - 12,
            w * (i + 1) / 12 - 4,
            far_y + 5,
            (p.accent, p.paper, p.second, p.near)[(i * 7 + i // 3) % 4],
        )
    chalk = mix(p.paper, grass, 0.12)
    goal_z, half = 52.0, 34.0
    for pts in (
        [(-half, goal_z), (half, goal_z)],
        [(-half, goal_z), (-half, 8)],
        [(half, goal_z), (half, 8)],
        [(-20, goal_z), (-20, goal_z - 16.5), (20, goal_z - 16.5), (20, goal_z)],
        [(-9, goal_z), (-9, goal_z - 5.5), (9, goal_z - 5.5), (9, goal_z)],
    ):
        c.line([eye.at(x, 0, z) for x, z in pts], chalk, 4)
    c.line([eye.at(9.15 * math.cos(a / 10), 0, goal_z - 11 - 9.15 * math.sin(a / 10)) for a in range(7, 26)], chalk, 4)
    c.line([eye.at(12 * math.cos(a / 10), 0, 10.5 + 9.15 * math.sin(a / 10)) for a in range(33)], chalk, 6)
    net = eye.front(-4.6, 4.6, 0, 3.0, goal_z)
    c.shape(net, p.paper, 0.18)
    for i in range(13):
        t = i / 12
        c.line(
            [
                (net[0][0] + (net[1][0] - net[0][0]) * t, net[0][1]),
                (net[3][0] + (net[2][0] - net[3][0]) * t, net[3][1]),
            ],
            p.paper,
            1.2,
            0.6,
        )
    for i in range(5):
        y = net[3][1] + (net[0][1] - net[3][1]) * i / 5
        c.line([(net[0][0], y), (net[1][0], y)], p.paper, 1.2, 0.6)
    c.line([net[0], net[3], net[2], net[1]], p.paper, 5)
    home, away = p.accent, mix(p.paper, p.haze, 0.1)
    keeper = eye.at(rng.uniform(-2, 2), 0, goal_z - 2)
    person(c, *keeper, 46, kit(c, p.second, p.ink), "raise", 1)
    lead = rng.uniform(-3.0, 3.0)
    spots = [
        (-13, 42, 0),
        (-4, 44, 1),
        (8, 43, 1),
        (16, 38, 0),
        (-20, 33, 1),
        (3 + lead, 34, 1),
        (-9, 27, 0),
        (14, 27, 1),
        (21, 24, 0),
    ]
    for x, z, team in sorted(spots, key=lambda q: -q[1]):
        px, py = eye.at(x + rng.uniform(-2.5, 2.5), 0, z)
        h = eye.size(1.85, z) * 1.45
        for side in (-1, 1):
            c.shape([(px, py), (px + side * h * 0.5, py + h * 0.13), (px + side * h * 0.56, py + h * 0.1)], p.ink, 0.22)
        person(
            c,
            px,
            py,
            h,
            kit(c, away if team else home, p.near if team else p.paper),
            rng.choice(("run", "stride", "walk")),
            rng.choice((-1, 1)),
        )
    for x, z, team, pose, face in ((lead - 2.9, 12.6, 1, "stride", 1), (lead, 10.2, 0, "run", 1)):
        px, py = eye.at(x, 0, z)
        h = eye.size(1.85, z) * 1.75
        for side in (-1, 1):
            c.shape(
                [
                    (px - 10, py),
                    (px + side * h * 0.55, py + h * 0.15),
                    (px + side * h * 0.62, py + h * 0.1),
                    (px + 10, py),
                ],
                p.ink,
                0.24,
            )
        person(c, px, py, h, kit(c, away if team else home, p.near if team else p.paper), pose, face, -1)
        if not team:
            bx, by = px + h * 0.45, py - h * 0.06
            c.oval(bx + 4, by + h * 0.07, h * 0.08, h * 0.018, p.ink, 0.4)
            c.disc(bx, by, h * 0.062, p.paper)
            c.disc(bx + 2, by - 1, h * 0.024, p.ink)
            for a in (20, 140, 260):
                c.disc(
                    bx + h * 0.05 * math.cos(math.radians(a)),
                    by + h * 0.05 * math.sin(math.radians(a)),
                    h * 0.012,
                    p.ink,
                )
    c.grain(box(0, 560, w, 1000), p.ink, (w * 0.5, 640), (w * 0.5, 1120), 0.6)
    for fx in (0.1, 0.9):
        c.grain(
            [
                (w * fx - 60, 40),
                (w * fx + 60, 40),
                (w * 0.5 + (w * fx - w * 0.5) * 0.2 + 300, 800),
                (w * 0.5 + (w * fx - w * 0.5) * 0.2 - 300, 800),
            ],
            p.light,
            (w * 0.5, 820),
            (w * fx, 0),
            0.3,
            0.7,
        )

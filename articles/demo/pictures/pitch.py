"""Football where nobody pays to watch."""

from __future__ import annotations

import math

from .canvas import Canvas
from .football import kit
from .frame import Eye
from .houses import house_row
from .land import hill, swell, wood_edge
from .looks import dress
from .outlines import box, smooth
from .palettes import mix
from .people import person
from .sky import birds, clouds, sky


def village_pitch(c: Canvas) -> None:
    """A worn football pitch with small goals, long shadows and a single floodlight."""
    p, rng, w = c.p, c.rng, c.w
    horizon = rng.uniform(420, 470)
    sx = w * rng.uniform(0.62, 0.8)
    sky(c, horizon, (sx, horizon - rng.uniform(50, 150), rng.uniform(44, 62)))
    clouds(c, 40, horizon - 150, 1.0)
    hill(c, swell(c, horizon - 40, 60, 1.3), p.depth(0.18), p.haze, horizon + 20, 90)
    house_row(c, w * 0.02, w * 0.36, horizon + 6, 96, 1, 0.5, 62)
    wood_edge(c, horizon + 8, 60, mix(p.depth(0.4), p.leaf, 0.3), False, w * 0.34)
    c.rect(w * 0.40, horizon - 44, w * 0.54, horizon + 8, p.fog(mix(p.wood, p.accent, 0.4), 0.2))
    c.shape(
        [(w * 0.39, horizon - 42), (w * 0.41, horizon - 78), (w * 0.53, horizon - 78), (w * 0.55, horizon - 42)],
        p.fog(p.near, 0.2),
    )
    for i in range(4):
        c.rect(
            w * (0.412 + 0.032 * i),
            horizon - 32,
            w * (0.43 + 0.032 * i),
            horizon - 12,
            p.light if p.lit > 0.1 else p.near,
        )
    grass = mix(mix(p.green, p.leaf, 0.4), p.ground, 0.25)
    c.rect(0, horizon + 6, w, 1000, grass)
    c.grain(box(0, horizon, w, 1000), p.haze, (0, horizon + 130), (0, horizon - 30), 0.6)
    c.grain(box(0, horizon, w, 1000), p.shade(grass, 0.75), (w * 0.7, horizon + 120), (w * 0.1, 1080), 0.85)
    eye = Eye(w * 0.5, horizon, 720, 3.4)
    mud = p.shade(mix(p.ground, p.wood, 0.5), 0.1)
    for x, z, rx, rz in ((0, 27, 5, 3), (0, 12.5, 5, 2.4), (-9, 18, 4, 1.4), (8, 15, 3.4, 1.2)):
        patch = smooth(
            [
                eye.at(
                    x + rx * math.cos(a / 2) * rng.uniform(0.75, 1.1),
                    0,
                    z + rz * math.sin(a / 2) * rng.uniform(0.75, 1.1),
                )
                for a in range(12)
            ],
            steps=4,
        )
        c.shape(patch, mud, 0.7)
        if rng.random() < 0.5:
            c.oval(*eye.at(x, 0, z), eye.size(rx * 0.4, z), eye.size(rx * 0.05, z), mix(p.sky[1], p.sky[2], 0.5), 0.8)
    chalk = mix(p.paper, grass, 0.2)
    for pts in (
        [(-17, 30), (17, 30), (17, 6), (-17, 6), (-17, 30)],
        [(-6, 30), (-6, 26), (6, 26), (6, 30)],
        [(-17, 16), (17, 16)],
    ):
        c.line([eye.at(x, 0, z) for x, z in pts], chalk, 4, 0.85)
    c.line([eye.at(4 * math.cos(a / 6), 0, 16 + 4 * math.sin(a / 6)) for a in range(39)], chalk, 4, 0.85)
    goal = eye.front(-2.6, 2.6, 0, 2.1, 30)
    for i in range(10):
        t = i / 9
        c.line(
            [
                (goal[0][0] + (goal[1][0] - goal[0][0]) * t, goal[0][1]),
                (goal[0][0] + (goal[1][0] - goal[0][0]) * t, goal[3][1]),
            ],
            p.paper,
            1.2,
            0.5,
        )
    c.line([goal[0], goal[3], goal[2], goal[1]], p.paper, 5)
    lx, ly = eye.at(-15.5, 0, 19)
    tall = eye.size(11, 19)
    c.line([(lx, ly), (lx, ly - tall)], p.ink, 9)
    c.glow(lx + 10, ly - tall, 260, 200, p.light, 0.8)
    c.shape(
        [(lx - 40, ly - tall - 34), (lx + 52, ly - tall - 26), (lx + 48, ly - tall + 26), (lx - 40, ly - tall + 20)],
        p.ink,
    )
    for i in range(6):
        c.disc(lx - 24 + 30 * (i % 3), ly - tall - 15 + 23 * (i // 3), 9, mix(p.light, (255, 255, 255), 0.5))
    c.glow(w * 0.42, horizon + 190, w * 0.4, 120, p.light, 0.28)
    shirts = [p.accent, mix(p.paper, p.haze, 0.1)]
    spots = [(0, 28.6, 2), (-6, 24, 0), (5, 23, 1), (-11, 18, 1), (10, 18.5, 0), (-2, 15.5, 0), (3, 13.6, 1)]
    for x, z, team in spots:
        px, py = eye.at(x + rng.uniform(-1.2, 1.2), 0, z)
        h = eye.size(1.75, z) * 1.25
        c.shape(
            [(px - h * 0.08, py), (px + h * 0.08, py), (px - h * 1.5, py + h * 0.3), (px - h * 1.72, py + h * 0.26)],
            p.ink,
            0.32,
        )
        person(
            c,
            px,
            py,
            h,
            kit(c, p.second if team == 2 else shirts[team], p.near if team else p.paper),
            "raise" if team == 2 else rng.choice(("run", "stride", "walk")),
            rng.choice((-1, 1)),
            1,
        )
    bx, by = eye.at(1.0, 0, 13.2)
    c.disc(bx, by - 9, 11, p.paper)
    for x in (-4.6, -3.7, 4.2):
        px, py = eye.at(x, 0, 7.0)
        h = eye.size(1.72, 7.0)
        c.shape(
            [(px - h * 0.07, py), (px + h * 0.07, py), (px - h * 0.9, py + h * 0.3), (px - h * 1.1, py + h * 0.26)],
            p.ink,
            0.32,
        )
        person(
            c,
            px,
            py,
            h,
            dress(c, 0.6, hat=rng.choice(("beanie", "cap", "")), hem=0.26),
            rng.choice(("stand", "hold")),
            1 if x < 0 else -1,
            1,
        )
    birds(c, w * 0.4, horizon - 220, 6, p.depth(0.7))

"""The fish market before opening."""

from __future__ import annotations

import math

from .canvas import Canvas
from .frame import Eye
from .looks import dress
from .outlines import smooth
from .palettes import Color, mix
from .people import person


def fish_market(c: Canvas) -> None:
    """A lit hall before opening: stacks of fish boxes, porters with trolleys, a round clock above the floor."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.44, 0.56), rng.uniform(530, 570), 640, 1.7)
    half, high, back = 8.5, 6.0, 26.0
    wall = mix(p.wall, p.mid, 0.3)
    c.rect(0, 0, w, 1000, p.shade(wall, 0.2))
    out = p.shade(p.sky[0], 0.2)
    for side in (-1, 1):
        slope = [
            eye.at(side * half, high, 1.6),
            eye.at(0, high + 3.4, 1.6),
            eye.at(0, high + 3.4, back),
            eye.at(side * half, high, back),
        ]
        c.shape(slope, p.shade(mix(wall, p.wood, 0.3), 0.3 if side < 0 else 0.18))
        c.shape(
            [
                eye.at(side * half * 0.42, high + 1.97, 1.6),
                eye.at(side * half * 0.12, high + 2.99, 1.6),
                eye.at(side * half * 0.12, high + 2.99, back),
                eye.at(side * half * 0.42, high + 1.97, back),
            ],
            mix(out, p.sky[1], 0.35),
        )
        c.shape(eye.side(side * half, 0, high, 1.2, back), p.shade(wall, 0.1 if side > 0 else 0.28))
        z = 2.2
        while z < back * 0.9:
            c.shape(eye.side(side * half * 0.998, 0.2, 3.6, z, z * 1.2), p.shade(mix(p.near, p.wood, 0.3), 0.2))
            z *= 1.42
    gable = [
        eye.at(-half, 0, back),
        eye.at(-half, high, back),
        eye.at(0, high + 3.4, back),
        eye.at(half, high, back),
        eye.at(half, 0, back),
    ]
    c.shape(gable, p.lift(wall, 0.12))
    c.shape(eye.front(-3.2, 3.2, 0, 4.2, back), mix(out, p.sky[1], 0.5))
    c.grain(eye.front(-3.2, 3.2, 0, 4.2, back), p.sky[2], eye.at(0, 4.2, back), eye.at(0, -0.5, back), 0.9)
    floor = p.shade(mix(p.floor, p.mid, 0.5), 0.2)
    c.shape(eye.flat(0, -half, half, 1.0, back), floor)
    zs = [2.2 * 1.36**i for i in range(9)]
    for i in reversed(range(len(zs))):
        z, tone = zs[i], p.fog(p.shade(p.near, 0.35), min(0.6, 0.07 * i))
        wide = max(2.0, eye.size(0.2, z))
        c.line(
            [
                eye.at(-half, 0, z),
                eye.at(-half, high, z),
                eye.at(0, high + 3.4, z),
                eye.at(half, high, z),
                eye.at(half, 0, z),
            ],
            tone,
            wide,
        )
        c.line([eye.at(-half, high, z), eye.at(half, high, z)], tone, wide * 0.6)
        c.line([eye.at(0, high, z), eye.at(0, high + 3.4, z)], tone, wide * 0.5)
    for z in (18.0, 11.5, 7.4):
        for x in (-4.2, 0.0, 4.2):
            lx, ly = eye.at(x, 4.9, z)
            s = eye.size(0.42, z)
            c.line([(lx, ly), eye.at(x, high, z)], p.ink, 1.8)
            c.glow(lx, ly + s * 0.6, s * 5, s * 4, p.light, 0.6)
            c.shape([(lx - s, ly + s * 0.6), (lx - s * 0.3, ly), (lx + s * 0.3, ly), (lx + s, ly + s * 0.6)], p.ink)
            c.oval(lx, ly + s * 0.6, s * 0.8, s * 0.2, p.light)
            gx, gy = eye.at(x, 0, z)
            c.glow(gx, gy, s * 5, s * 1.3, p.light, 0.4)
    kx, ky = eye.at(0, 5.2, 9.0)
    r = eye.size(0.95, 9.0)
    c.line([(kx, ky), eye.at(0, high + 1.5, 9.0)], p.ink, 7)
    c.disc(kx, ky, r * 1.12, p.ink)
    c.disc(kx, ky, r, mix(p.light, p.paper, 0.5))
    for i in range(12):
        a = math.radians(30 * i)
        c.line(
            [
                (kx + r * 0.8 * math.sin(a), ky - r * 0.8 * math.cos(a)),
                (kx + r * 0.92 * math.sin(a), ky - r * 0.92 * math.cos(a)),
            ],
            p.ink,
            4,
        )
    turn = rng.uniform(0, 6.28)
    c.line([(kx, ky), (kx + r * 0.5 * math.sin(turn), ky - r * 0.5 * math.cos(turn))], p.ink, 8)
    c.line([(kx, ky), (kx + r * 0.74 * math.sin(turn * 12), ky - r * 0.74 * math.cos(turn * 12))], p.ink, 5)
    box_tones = [p.second, p.accent, mix(p.water, p.paper, 0.3), p.mid, mix(p.second, p.wood, 0.4)]
    for z in (16.0, 12.0, 9.2, 7.0, 5.4, 4.2):
        for side in (-1, 1):
            for k in range(2):
                _fish_boxes(
                    c,
                    eye,
                    side * (3.0 + 2.3 * k) - 0.9,
                    z,
                    rng.randrange(2, 6) if k else rng.randrange(1, 4),
                    rng.choice(box_tones),
                )
        if rng.random() < 0.75 or z in (7.0, 4.2):
            x = rng.uniform(-1.6, 1.2) if z > 5 else rng.choice((-1.0, 0.7))
            px, py = eye.at(x, 0, z * 0.95)
            h = eye.size(1.76, z * 0.95)
            face = rng.choice((-1, 1))
            look = dress(
                c,
                1.0,
                top=rng.choice((p.paper, p.second, p.near)),
                legs=p.near,
                hat=rng.choice(("cap", "beanie")),
                hat_color=rng.choice((p.near, p.accent)),
                hem=0.22,
                bag=None,
            )
            c.shape(
                [
                    (px - h * 0.07, py),
                    (px + h * 0.07, py),
                    (px + h * 0.05, py + h * 0.22),
                    (px - h * 0.15, py + h * 0.22),
                ],
                p.ink,
                0.35,
            )
            person(c, px, py, h, look, "reach", face, 1)
            tx = px + face * h * 0.44
            c.line([(px + face * h * 0.26, py - h * 0.62), (tx - face * h * 0.1, py - h * 0.08)], p.ink, h * 0.025)
            c.rect(tx - h * 0.24, py - h * 0.12, tx + h * 0.24, py - h * 0.08, p.ink)
            for n in range(3):
                c.rect(
                    tx - h * 0.22, py - h * (0.25 + 0.13 * n), tx + h * 0.22, py - h * (0.135 + 0.13 * n), box_tones[n]
                )
                c.rect(tx - h * 0.22, py - h * (0.25 + 0.13 * n), tx + h * 0.22, py - h * (0.225 + 0.13 * n), p.paper)
            for dx in (-0.15, 0.15):
                c.disc(tx + dx * h, py - h * 0.035, h * 0.04, p.ink)
    c.grain(eye.flat(0, -half, half, 1.0, 9), p.ink, (0, eye.y + 180), (0, 1090), 0.8)


def _fish_boxes(c: Canvas, eye: Eye, x: float, z: float, count: int, color: Color) -> None:
    """A stack of boxes, the top one full of silver fish on ice."""
    p, rng = c.p, c.rng
    fog = min(0.5, z / 36)
    color = p.fog(color, fog)
    wide, deep, high = 1.8, z * 0.12, 0.34
    for n in range(count):
        y = n * high
        front = eye.front(x, x + wide, y + 0.02, y + high, z)
        c.shape(front, p.shade(color, 0.06 * (n % 2)))
        c.grain(front, p.shade(color, 0.6), front[3], (front[1][0] + 30, front[1][1] + 20), 0.7)
        c.shape(
            [
                (front[0][0] + (front[1][0] - front[0][0]) * 0.36, front[0][1] - (front[0][1] - front[3][1]) * 0.6),
                (front[0][0] + (front[1][0] - front[0][0]) * 0.64, front[0][1] - (front[0][1] - front[3][1]) * 0.6),
                (front[0][0] + (front[1][0] - front[0][0]) * 0.64, front[0][1] - (front[0][1] - front[3][1]) * 0.8),
                (front[0][0] + (front[1][0] - front[0][0]) * 0.36, front[0][1] - (front[0][1] - front[3][1]) * 0.8),
            ],
            p.ink,
        )
        c.line([front[3], front[2]], p.lift(color, 0.4), max(1.5, eye.size(0.04, z)))
    top = eye.flat(count * high, x, x + wide, z, z + deep)
    c.shape(top, p.fog(p.paper, fog + 0.1))
    s = eye.size(0.17, z)
    for _ in range(7):
        fx, fy = eye.at(x + wide * rng.uniform(0.12, 0.88), count * high, z + deep * rng.uniform(0.15, 0.8))
        silver = p.fog(mix(p.mid, p.paper, rng.uniform(0.2, 0.6)), fog)
        c.shape(smooth([(fx - s, fy), (fx, fy - s * 0.32), (fx + s, fy), (fx, fy + s * 0.3)], steps=3), silver)
        c.shape([(fx + s * 0.8, fy), (fx + s * 1.3, fy - s * 0.3), (fx + s * 1.3, fy + s * 0.3)], silver)

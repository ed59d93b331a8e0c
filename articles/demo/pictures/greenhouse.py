"""The greenhouse and its plants."""

from __future__ import annotations

import math

from .canvas import Canvas
from .frame import Eye
from .land import crown
from .looks import dress
from .outlines import smooth
from .palettes import Color, mix
from .people import person
from .sky import shafts


def leaf_blade(c: Canvas, x: float, y: float, dx: float, dy: float, width: float, color: Color, dark: Color) -> None:
    """One long leaf with a folded spine."""
    tip, nx, ny = (x + dx, y + dy), -dy, dx
    n = math.hypot(nx, ny) or 1
    nx, ny = nx / n * width, ny / n * width
    mx, my = x + dx * 0.5, y + dy * 0.5 - abs(dx) * 0.18
    c.shape(smooth([(x, y), (mx + nx, my + ny), tip, (mx - nx, my - ny)], steps=5), color)
    c.shape([*smooth([(x, y), (mx, my), tip], False, 5), *smooth([tip, (mx - nx, my - ny), (x, y)], False, 5)], dark)


def plant(c: Canvas, x: float, y: float, size: float, color: Color, kind: int) -> None:
    """A potted or bedded plant: 0 a fountain of blades, 1 a bush with fruit, 2 a climber on a cane."""
    rng, p = c.rng, c.p
    dark = p.shade(color, 0.35)
    if kind == 0:
        for i in range(9):
            a = math.radians(-165 + 150 * i / 8 + rng.uniform(-8, 8))
            leaf_blade(c, x, y, size * 0.8 * math.cos(a), size * math.sin(a), size * 0.09, color, dark)
    elif kind == 1:
        body = crown(c, x, y - size * 0.5, size * 0.48, size * 0.52)
        c.shape(body, color)
        c.grain(body, dark, (x - size * 0.2, y - size), (x + size * 0.3, y), 0.95)
        for _ in range(7):
            c.disc(
                x + rng.uniform(-0.34, 0.34) * size,
                y - size * rng.uniform(0.2, 0.85),
                size * 0.055,
                rng.choice((p.accent, p.second)),
            )
    else:
        c.line([(x, y), (x, y - size * 1.35)], p.shade(p.wood, 0.2), size * 0.03)
        for i in range(9):
            side, yy = (1 if i % 2 else -1), y - size * (0.1 + 0.14 * i)
            leaf_blade(c, x, yy, side * size * 0.34, size * rng.uniform(-0.12, 0.1), size * 0.1, color, dark)
            if i in (2, 4, 5):
                c.disc(x - side * size * 0.09, yy + size * 0.06, size * 0.07, p.accent)


def greenhouse(c: Canvas) -> None:
    """Down the middle of a glasshouse, beds of green on both sides, a grower among them."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.40, 0.60), rng.uniform(520, 570), 640, 1.7)
    sky = mix(p.sky[1], p.sky[2], 0.6)
    c.gradient(0, 1000, (mix(p.sky[0], p.sky[1], 0.6), sky, mix(p.sky[2], p.leaf, 0.15)))
    c.glow(eye.x + rng.choice((-1, 1)) * rng.uniform(120, 300), 190, 460, 420, p.sun, 0.85)
    half, eaves, ridge = 5.2, 3.3, 5.6
    for _ in range(9):
        x = eye.x + rng.uniform(-1, 1) * w * 0.5
        c.shape(
            crown(c, x, eye.y - rng.uniform(0, 60), rng.uniform(70, 150), rng.uniform(60, 120)),
            mix(p.depth(0.22), p.leaf, 0.3),
        )
    zs = [2.4 * 1.3**i for i in range(11)]
    frame = mix(p.paper, p.mid, 0.25) if not p.dark else mix(p.paper, p.mid, 0.6)
    for i in reversed(range(len(zs))):
        z, tone = zs[i], p.fog(frame, min(0.6, i * 0.06))
        wide = max(1.6, eye.size(0.10, z))
        c.line(
            [
                eye.at(-half, 0, z),
                eye.at(-half, eaves, z),
                eye.at(0, ridge, z),
                eye.at(half, eaves, z),
                eye.at(half, 0, z),
            ],
            tone,
            wide,
        )
        c.line([eye.at(-half, eaves, z), eye.at(half, eaves, z)], tone, wide * 0.5)
        if i < len(zs) - 1:
            for side in (-1, 1):
                for t in (0.33, 0.66, 1.0):
                    a, b = (side * half * (1 - t), eaves + (ridge - eaves) * t), zs[i + 1]
                    c.line([eye.at(*a, z), eye.at(*a, b)], tone, wide * 0.5)
                for y in (0.9, 2.1, eaves):
                    c.line(
                        [eye.at(side * half, y, z), eye.at(side * half, y, zs[i + 1])],
                        tone,
                        wide * (0.9 if y == eaves else 0.5),
                    )
                pane = [
                    eye.at(side * half, eaves, z),
                    eye.at(0, ridge, z),
                    eye.at(0, ridge, zs[i + 1]),
                    eye.at(side * half, eaves, zs[i + 1]),
                ]
                c.shape(pane, p.paper, 0.05 + 0.06 * ((i + (side > 0)) % 2))
    soil = mix(p.wood, p.near, 0.4)
    c.shape(eye.flat(0, -half, half, 1.0, 60), p.lift(mix(p.ground, p.floor, 0.5), 0.15))
    c.grain(eye.flat(0, -1.2, 1.2, 1.0, 60), p.shade(p.floor, 0.5), (eye.x, eye.y + 80), (eye.x - 40, 1060), 0.9)
    for z in (1.9, 2.7, 3.8, 5.5, 8):
        c.line([eye.at(-1.1, 0, z), eye.at(1.1, 0, z)], p.shade(p.floor, 0.3), max(1.2, eye.size(0.03, z)))
    shafts(c, [(eye.x + dx - 30, eye.x + dx + 30, 60) for dx in (-260, -90, 100, 270)], (-0.3, 1), 760, p.sun, 0.3, 2.6)
    kinds = {-1: rng.randrange(3), 1: rng.randrange(3)}
    for side in (-1, 1):
        c.shape(eye.flat(0.5, min(side * 1.2, side * half), max(side * 1.2, side * half), 1.0, 30), soil)
        edge = eye.side(side * 1.2, 0, 0.5, 1.0, 30)
        c.shape(edge, p.shade(mix(p.wood, p.wall, 0.3), 0.2 if side > 0 else 0.4))
        c.grain(edge, p.haze, eye.at(side * 1.2, 0, 4), eye.at(side * 1.2, 0, 40), 0.7)
        for z in (1.6, 2.2, 3.0, 4.1, 5.6, 7.6, 10.4):
            c.line(
                [eye.at(side * 1.2, 0, z), eye.at(side * 1.2, 0.5, z)],
                p.shade(p.wood, 0.5),
                max(1.2, eye.size(0.03, z)),
            )
    steps = [17, 13, 10, 7.8, 6.1, 4.8, 3.8, 3.0, 2.35]
    walker = rng.choice((3, 4))
    for i, z in enumerate(steps):
        fog = max(0.0, 0.55 - 0.075 * i)
        for side in (-1, 1):
            for x in (4.6, 3.4, 2.2):
                px, py = eye.at(side * x, 0.55, z)
                color = p.fog(mix(p.green, rng.choice((p.near, p.second, p.green)), 0.22), fog)
                plant(
                    c,
                    px,
                    py,
                    eye.size(1.15 if kinds[side] != 2 else 1.35, z) * rng.uniform(0.85, 1.1),
                    color,
                    kinds[side],
                )
        if i == walker:
            px, py = eye.at(rng.uniform(-0.4, 0.4), 0, z)
            person(
                c,
                px,
                py,
                eye.size(1.74, z),
                dress(c, 0.8, hat="brim", hat_color=p.second, hem=0.2, bag=None),
                "reach",
                rng.choice((-1, 1)),
                1,
                0.5,
            )
            c.rect(px + 26, py - 34, px + 62, py - 4, p.accent)

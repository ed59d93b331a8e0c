"""The baker’s bench."""

from __future__ import annotations

import math

from .canvas import Canvas
from .kitchen import view_out
from .landmarks import smoke
from .outlines import arc, box, smooth
from .palettes import Color, mix


def bakers_bench(c: Canvas) -> None:
    """A long bench under hanging lamps: loaves, a board and knife, bowls, aprons on their hooks and a clock."""
    p, rng, w = c.p, c.rng, c.w
    wall = mix(p.wall, p.second, 0.06)
    c.gradient(0, 660, (p.shade(wall, 0.38), p.shade(wall, 0.1), wall))
    wx = w * rng.choice((0.05, 0.7))
    view_out(c, wx, 120, wx + 330, 470, 3, 2)
    rail = (w * 0.33, w * 0.64)
    c.rect(rail[0], 178, rail[1], 194, p.shade(p.wood, 0.1))
    for i in range(5):
        ax = rail[0] + 50 + (rail[1] - rail[0] - 100) * i / 4
        tone = rng.choice((p.paper, p.accent, p.near, mix(p.paper, p.mid, 0.3), p.second))
        cloth = smooth(
            [
                (ax - 8, 196),
                (ax + 8, 196),
                (ax + 34, 290),
                (ax + 44, 430),
                (ax + 20, 446),
                (ax - 26, 440),
                (ax - 46, 430),
                (ax - 32, 290),
            ],
            steps=5,
        )
        c.shape(cloth, tone)
        c.grain(cloth, p.shade(tone, 0.55), (ax - 10, 0), (ax + 56, 0), 0.9)
        c.disc(ax, 194, 7, p.ink)
    kx = w * (0.86 if wx < w / 2 else 0.15)
    c.disc(kx, 250, 92, p.ink)
    c.disc(kx, 250, 80, p.paper if not p.dark else mix(p.paper, p.light, 0.5))
    for i in range(12):
        a = math.radians(30 * i)
        c.line(
            [(kx + 64 * math.sin(a), 250 - 64 * math.cos(a)), (kx + 72 * math.sin(a), 250 - 72 * math.cos(a))], p.ink, 4
        )
    for a, r, t in ((rng.uniform(0, 6.28), 40, 7), (rng.uniform(0, 6.28), 58, 5)):
        c.line([(kx, 250), (kx + r * math.sin(a), 250 - r * math.cos(a))], p.ink, t)
    y = 640.0
    steel = mix(p.paper, p.mid, 0.32) if rng.random() < 0.5 else mix(p.wood, p.second, 0.35)
    c.shape([(-10, y), (w + 10, y), (w + 10, 1000), (-10, 1000)], steel)
    c.grain(box(0, y, w, 1000), p.shade(steel, 0.6), (w * 0.5, y + 40), (w * 0.1, 1080), 0.9)
    c.rect(0, 930, w, 1000, p.shade(p.near, 0.35))
    c.rect(0, 922, w, 938, p.lift(steel, 0.4))
    for lx in (w * 0.3, w * 0.68):
        c.line([(lx, -10), (lx, 96)], p.ink, 4)
        c.grain(
            [(lx - 70, 150), (lx + 70, 150), (lx + 330, y + 140), (lx - 330, y + 140)],
            p.light,
            (lx, y + 260),
            (lx, 100),
            0.5,
            0.7,
        )
        c.glow(lx, y + 120, 420, 110, p.light, 0.55)
        c.shape([(lx - 84, 160), (lx - 26, 94), (lx + 26, 94), (lx + 84, 160)], p.ink)
        c.oval(lx, 160, 78, 11, p.light)
    crust = mix(p.wood, p.second, 0.45)
    places = rng.sample(range(5), 5)
    for i in range(5):
        bx, by = w * (0.10 + 0.125 * i) + rng.uniform(-10, 10), y + (44 if i % 2 else 20)
        _loaf(c, bx, by, rng.uniform(90, 120), crust, places[i] % 2 == 0)
    bx = w * 0.70
    board = [(bx - 40, y + 70), (bx + 300, y + 54), (bx + 350, y + 150), (bx - 60, y + 176)]
    c.shape([(px + 8, py + 12) for px, py in board], p.ink, 0.35)
    c.shape(board, p.lift(p.wood, 0.4))
    _loaf(c, bx + 120, y + 104, 150, crust, False)
    for k in range(3):
        sx = bx + 226 + 30 * k
        c.oval(sx, y + 118 + 4 * k, 15, 32, p.shade(crust, 0.1))
        c.oval(sx - 3, y + 118 + 4 * k, 11, 27, mix(p.paper, p.second, 0.2))
    c.shape([(bx + 20, y + 160), (bx + 190, y + 148), (bx + 196, y + 158), (bx + 30, y + 178)], p.paper)
    c.limb((bx - 64, y + 176), (bx + 22, y + 168), 15, 18, p.ink)
    for i, fx in enumerate((0.16, 0.31, 0.47)):
        gx, gy, r = w * fx, y + 176 + 10 * (i % 2), rng.uniform(62, 82)
        tone = rng.choice((p.accent, p.near, p.paper, p.green))
        bowl = [(gx - r, gy - r * 0.5), *arc(gx, gy - r * 0.5, r, r * 0.72, 0, 180, 18)]
        c.oval(gx + 8, gy + r * 0.22, r * 0.8, 14, p.ink, 0.35)
        c.shape(bowl, tone)
        c.grain(bowl, p.shade(tone, 0.65), (gx - r * 0.5, gy), (gx + r, gy), 0.9)
        c.oval(gx, gy - r * 0.5, r, r * 0.2, p.shade(tone, 0.4))
        c.oval(
            gx,
            gy - r * 0.49,
            r * 0.86,
            r * 0.15,
            rng.choice((p.paper, mix(p.second, p.paper, 0.4), mix(p.leaf, p.paper, 0.4))),
        )
    smoke(c, w * 0.24, y + 10, 34, rng.uniform(-50, 50), p.paper, 0.16, 8)


def _loaf(c: Canvas, x: float, y: float, s: float, crust: Color, round_: bool) -> None:
    """A loaf with its cuts."""
    p = c.p
    c.oval(x + 6, y + s * 0.06, s * 0.62, s * 0.12, p.ink, 0.4)
    wide = 0.52 if round_ else 0.66
    body = smooth(
        [
            (x - s * wide, y),
            (x - s * wide * 0.95, y - s * 0.3),
            (x - s * wide * 0.4, y - s * (0.62 if round_ else 0.46)),
            (x + s * wide * 0.4, y - s * (0.62 if round_ else 0.46)),
            (x + s * wide * 0.95, y - s * 0.3),
            (x + s * wide, y),
            (x, y + s * 0.06),
        ],
        steps=5,
    )
    c.shape(body, crust)
    c.grain(body, p.shade(p.wood, 0.55), (x - s * 0.2, y - s * 0.5), (x + s * 0.5, y + s * 0.2), 0.9)
    c.grain(body, p.lift(crust, 0.55), (x, y - s * 0.2), (x - s * 0.4, y - s * 0.7), 0.8)
    for k in (-1, 0, 1):
        cx = x + k * s * wide * 0.5
        c.line(
            smooth([(cx - s * 0.1, y - s * 0.18), (cx, y - s * 0.36), (cx + s * 0.12, y - s * 0.42)], False, 5),
            mix(p.paper, crust, 0.25),
            s * 0.05,
        )

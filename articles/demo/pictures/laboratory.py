"""The laboratory: at work, and the bench by itself."""

from __future__ import annotations

import math

from .canvas import Canvas
from .kitchen import view_out
from .looks import dress
from .outlines import Point, box, smooth
from .palettes import mix
from .people import person
from .sky import shafts


def laboratory(c: Canvas) -> None:
    """A bench of glassware before a tall window, a scientist bent over the microscope."""
    p, rng, w = c.p, c.rng, c.w
    wall = mix(p.wall, p.mid, 0.12)
    c.gradient(0, 760, (p.shade(wall, 0.12), wall))
    wx0, wx1, wy0, wy1 = w * 0.34, w * 0.80, 70.0, 560.0
    c.rect(wx0 - 18, wy0 - 18, wx1 + 18, wy1 + 22, p.shade(wall, 0.22))
    with c.clip(box(wx0, wy0, wx1, wy1)):
        c.gradient(wy0, wy1, (p.sky[0], p.sky[1], p.sky[2]))
        c.glow(wx0 + (wx1 - wx0) * 0.7, wy0 + 240, 420, 360, p.sun, 0.8)
        for i, near in enumerate((0.2, 0.36, 0.5)):
            for k in range(10):
                x = wx0 - 40 + 90 * k + rng.uniform(-30, 30)
                c.rect(x, wy1 - rng.uniform(50, 190 - 50 * i), x + rng.uniform(40, 90), wy1, p.depth(near))
    for i in range(5):
        x = wx0 + (wx1 - wx0) * i / 4
        c.rect(x - 6, wy0, x + 6, wy1, mix(p.paper, wall, 0.3))
    c.rect(wx0, wy0 + 150, wx1, wy0 + 160, mix(p.paper, wall, 0.3))
    c.rect(wx0 - 26, wy1, wx1 + 26, wy1 + 22, p.lift(wall, 0.4))
    shafts(
        c,
        [(wx0 + (wx1 - wx0) * i / 4 + 12, wx0 + (wx1 - wx0) * (i + 1) / 4 - 12, wy0 + 40) for i in range(4)],
        (-0.62, 1),
        900,
        p.sun,
        0.32,
        1.1,
    )
    for y in (170, 330, 490):
        c.rect(40, y, wx0 - 60, y + 14, p.shade(p.wood, 0.1))
        c.grain(box(40, y + 14, wx0 - 60, y + 50), p.shade(wall, 0.5), (0, y + 60), (0, y + 10), 0.7)
        x = 60.0
        while x < wx0 - 130:
            x += _vessel(c, x, y, rng.uniform(60, 108), rng.randrange(4)) + rng.uniform(8, 26)
    for x in (w * 0.86, w * 0.945):
        c.line([(x, 0), (x, 150)], p.ink, 3)
        c.glow(x, 190, 180, 150, p.light, 0.5)
        c.shape([(x - 58, 190), (x - 18, 148), (x + 18, 148), (x + 58, 190)], p.near)
        c.oval(x, 190, 50, 9, p.light)
    bench = 720.0
    coat = mix(p.paper, p.haze, 0.08) if not p.dark else mix(p.paper, p.mid, 0.25)
    sx = w * rng.uniform(0.50, 0.58)
    person(
        c,
        sx,
        bench + 250,
        640,
        dress(c, 1.0, top=coat, legs=p.near, hem=0.24, hat="", bag=None, scarf=None),
        "lean",
        1,
        1,
    )
    if rng.random() < 0.7:
        person(
            c,
            w * 0.24,
            bench + 210,
            560,
            dress(c, 1.0, top=coat, legs=p.near, hem=0.24, hat="", bag=None, scarf=None),
            "hold",
            1,
            1,
        )
    top = mix(p.near, p.ink, 0.3)
    c.rect(0, bench, w, bench + 26, p.lift(top, 0.25))
    c.rect(0, bench + 26, w, 1000, top)
    c.grain(box(0, bench + 26, w, 1000), p.ink, (w * 0.8, bench), (w * 0.1, 1040), 0.9)
    for i in range(6):
        x = w * i / 6 + 20
        c.rect(x, bench + 62, x + w / 6 - 34, 990, p.lift(top, 0.1))
        c.grain(box(x, bench + 62, x + w / 6 - 34, 990), p.ink, (x, bench), (x + 240, 1080), 0.8)
        c.rect(x + w / 12 - 40, bench + 92, x + w / 12 + 10, bench + 101, p.second)
    _microscope(c, sx + 205, bench, 270)
    x = w * 0.035
    for kind in rng.sample([0, 1, 2, 3, 1, 2], 4):
        x += _vessel(c, x, bench, rng.uniform(120, 190), kind) + rng.uniform(16, 40)
    x = w * 0.80
    for kind in rng.sample([0, 1, 2, 3], 3):
        x += _vessel(c, x, bench, rng.uniform(110, 200), kind) + rng.uniform(14, 30)


def _vessel(c: Canvas, x: float, y: float, h: float, kind: int) -> float:
    """Glassware with something coloured in it, standing at (x, y); returns its width."""
    p, rng = c.p, c.rng
    glass = mix(p.paper, p.sky[1], 0.4)
    liquid = rng.choice((p.accent, p.second, p.leaf, p.water, mix(p.accent, p.second, 0.5)))
    outlines: tuple[list[Point], ...] = (
        [(0.12, 1.0), (0.12, 0.6), (-0.22, 0.06), (-0.18, 0), (0.52, 0), (0.56, 0.06), (0.22, 0.6), (0.22, 1.0)],
        [(0.0, 0.8), (0.0, 0), (0.5, 0), (0.5, 0.8)],
        [
            (0.1, 1.0),
            (0.1, 0.66),
            *[(0.17 + 0.32 * math.cos(a / 10), 0.32 + 0.32 * math.sin(a / 10)) for a in range(18, -48, -4)],
            (0.24, 0.66),
            (0.24, 1.0),
        ],
        [(0.0, 0.72), (0.0, 0), (0.34, 0), (0.34, 0.72), (0.26, 0.82), (0.26, 1.0), (0.08, 1.0), (0.08, 0.82)],
    )
    shift = 0.24 if kind == 0 else 0.16 if kind == 2 else 0.0
    outline = [(x + (u + shift) * h, y - v * h) for u, v in outlines[kind]]
    right = max(px for px, _ in outline)
    c.shape(outline, glass, 0.55)
    level = y - h * rng.uniform(0.28, 0.48)
    with c.clip(outline):
        c.rect(x - 4, level, right + 4, y, liquid, 0.92)
        c.grain(box(x - 4, level, right + 4, y), p.shade(liquid, 0.5), (x, 0), (right + 10, 0), 0.8)
        c.rect(x - 4, level, right + 4, level + 4, p.lift(liquid, 0.5))
        c.rect(x + (right - x) * 0.24, y - h, x + (right - x) * 0.31, y, p.paper, 0.5)
    c.line([*outline, outline[0]], mix(p.paper, p.mid, 0.15), 2, 0.7)
    return right - x


def _microscope(c: Canvas, x: float, y: float, s: float) -> None:
    """A bench microscope facing left."""
    p = c.p
    body, dark = mix(p.paper, p.mid, 0.2), p.ink
    c.shape([(x - 0.36 * s, y), (x - 0.34 * s, y - 0.07 * s), (x + 0.26 * s, y - 0.07 * s), (x + 0.3 * s, y)], dark)
    c.shape(
        smooth(
            [
                (x + 0.06 * s, y - 0.06 * s),
                (x + 0.26 * s, y - 0.3 * s),
                (x + 0.24 * s, y - 0.58 * s),
                (x + 0.02 * s, y - 0.78 * s),
                (x - 0.04 * s, y - 0.7 * s),
                (x + 0.12 * s, y - 0.52 * s),
                (x + 0.13 * s, y - 0.3 * s),
                (x - 0.06 * s, y - 0.06 * s),
            ],
            steps=5,
        ),
        body,
    )
    c.limb((x + 0.18 * s, y - 0.32 * s), (x + 0.1 * s, y - 0.05 * s), 0.13 * s, 0.15 * s, body)
    c.rect(x - 0.3 * s, y - 0.30 * s, x + 0.14 * s, y - 0.26 * s, dark)
    c.limb((x - 0.12 * s, y - 0.62 * s), (x - 0.12 * s, y - 0.42 * s), 0.12 * s, 0.11 * s, body)
    c.limb((x - 0.12 * s, y - 0.42 * s), (x - 0.12 * s, y - 0.35 * s), 0.06 * s, 0.05 * s, dark)
    c.limb((x + 0.0 * s, y - 0.72 * s), (x - 0.2 * s, y - 0.95 * s), 0.12 * s, 0.1 * s, body)
    c.limb((x - 0.2 * s, y - 0.95 * s), (x - 0.25 * s, y - 1.02 * s), 0.085 * s, 0.08 * s, dark)
    c.disc(x + 0.2 * s, y - 0.3 * s, 0.055 * s, dark)
    c.disc(x - 0.12 * s, y - 0.25 * s, 0.03 * s, p.light)


def lab_bench(c: Canvas) -> None:
    """A bench under a lamp: a rack of sample bottles, dishes in a row, a microscope and a notebook."""
    p, rng, w = c.p, c.rng, c.w
    wall = p.shade(mix(p.wall, p.mid, 0.3), 0.12)
    c.gradient(0, 720, (p.shade(wall, 0.35), wall))
    wx = w * rng.uniform(0.05, 0.12)
    view_out(c, wx, 60, wx + 360, 470, 2, 2)
    shafts(c, [(wx + 10, wx + 170, 120), (wx + 190, wx + 350, 120)], (0.75, 1), 760, p.sun, 0.3, 1.2)
    c.rect(w * 0.52, 210, w * 0.97, 224, p.shade(p.wood, 0.1))
    x = w * 0.54
    while x < w * 0.93:
        x += _vessel(c, x, 210, rng.uniform(70, 128), rng.randrange(4)) + rng.uniform(10, 30)
    y = 690.0
    bench = mix(p.paper, p.mid, 0.2) if not p.dark else mix(p.mid, p.wall, 0.4)
    c.shape([(-10, y - 30), (w + 10, y - 30), (w + 10, 1000), (-10, 1000)], bench)
    c.grain(box(0, y - 30, w, 1000), p.shade(bench, 0.55), (w * 0.5, y), (w * 0.2, 1100), 0.9)
    c.rect(0, 926, w, 1000, p.shade(p.near, 0.3))
    c.rect(0, 920, w, 932, p.lift(bench, 0.4))
    lx, ly = w * rng.uniform(0.40, 0.48), 230.0
    c.grain(
        [(lx - 40, ly + 40), (lx + 60, ly + 20), (lx + 560, y + 110), (lx - 360, y + 110)],
        p.light,
        (lx + 60, y + 200),
        (lx, ly),
        0.55,
        0.7,
    )
    c.glow(lx + 70, y + 30, 520, 120, p.light, 0.75)
    order = rng.sample(range(2), 2)
    _rack(c, w * (0.30 if order[0] else 0.26), y + 62, 330)
    mx = w * rng.uniform(0.72, 0.78)
    c.glow(mx, y + 74, 260, 40, p.ink, 0.5)
    _microscope(c, mx, y + 70, 430)
    for i in range(rng.choice((4, 5))):
        dx, dy = w * 0.40 + 112 * i, y + 150 + 10 * (i % 2)
        tone = rng.choice((p.accent, p.second, p.leaf, p.water, mix(p.leaf, p.second, 0.5)))
        c.oval(dx + 8, dy + 12, 56, 21, p.ink, 0.25)
        c.oval(dx, dy + 7, 54, 21, p.shade(bench, 0.25))
        c.oval(dx, dy, 54, 21, mix(p.paper, p.sky[1], 0.3))
        c.oval(dx, dy, 46, 17, mix(tone, p.paper, 0.3))
        for _ in range(6):
            c.oval(
                dx + rng.uniform(-30, 30),
                dy + rng.uniform(-9, 9),
                rng.uniform(3, 7),
                rng.uniform(2, 4),
                p.shade(tone, 0.4),
            )
    nx = w * rng.uniform(0.06, 0.10)
    page = [(nx, y + 130), (nx + 170, y + 110), (nx + 200, y + 200), (nx + 6, y + 226)]
    c.shape([(px - 6, py + 8) for px, py in page], p.accent)
    c.shape(page, p.paper)
    for k in range(6):
        c.line([(nx + 20, y + 142 + 13 * k), (nx + rng.uniform(100, 168), y + 130 + 13 * k)], p.mid, 3, 0.7)
    c.line([(nx + 150, y + 190), (nx + 236, y + 150)], p.second, 8)
    tx = w * 0.93
    x = tx
    _vessel(c, x - 60, y + 96, 250, 0)
    base = (lx - 300, y + 34)
    c.oval(base[0], base[1], 86, 24, p.ink)
    elbow = (lx - 300, 330)
    c.line([base, elbow, (lx - 40, ly - 30)], p.ink, 11)
    c.disc(*elbow, 14, p.second)
    head = [(lx - 70, ly - 66), (lx + 10, ly - 60), (lx + 96, ly + 34), (lx - 58, ly + 62)]
    tone = rng.choice((p.accent, p.second, p.green))
    c.shape(smooth(head, steps=3), tone)
    c.grain(smooth(head, steps=3), p.shade(tone, 0.65), (lx + 40, ly), (lx - 80, ly), 0.9)
    c.shape([(lx + 92, ly + 32), (lx - 56, ly + 60), (lx - 40, ly + 70), (lx + 84, ly + 48)], p.light)


def _rack(c: Canvas, x: float, y: float, s: float) -> None:
    """A wooden rack of stoppered sample bottles."""
    p, rng = c.p, c.rng
    c.glow(x + s * 0.5, y + 4, s * 0.8, 34, p.ink, 0.5)
    c.rect(x - 10, y - 22, x + s + 40, y, mix(p.wood, p.second, 0.2))
    shades = [p.water, p.leaf, mix(p.leaf, p.second, 0.5), p.second, mix(p.accent, p.second, 0.4), p.mid]
    start = rng.randrange(6)
    for i in range(6):
        bx, wide, high = x + s * (0.02 + 0.17 * i), s * 0.135, s * rng.uniform(0.72, 0.76)
        tone = shades[(start + i) % 6]
        bottle = [
            (bx, y - 12),
            (bx, y - high * 0.74),
            (bx + wide * 0.28, y - high * 0.86),
            (bx + wide * 0.28, y - high),
            (bx + wide * 0.72, y - high),
            (bx + wide * 0.72, y - high * 0.86),
            (bx + wide, y - high * 0.74),
            (bx + wide, y - 12),
        ]
        c.shape(bottle, mix(p.paper, p.sky[1], 0.35), 0.6)
        fill = y - high * rng.uniform(0.4, 0.66)
        c.rect(bx + 3, fill, bx + wide - 3, y - 12, tone)
        c.grain(box(bx + 3, fill, bx + wide - 3, y - 12), p.shade(tone, 0.55), (bx, 0), (bx + wide * 1.2, 0), 0.9)
        c.rect(bx + wide * 0.14, y - high * 0.7, bx + wide * 0.24, y - 20, p.paper, 0.6)
        c.rect(bx + wide * 0.2, y - high * 0.44, bx + wide * 0.9, y - high * 0.26, p.paper)
        c.line([(bx + wide * 0.28, y - high * 0.35), (bx + wide * 0.8, y - high * 0.35)], p.mid, 2.4)
        c.rect(bx + wide * 0.24, y - high * 1.07, bx + wide * 0.76, y - high * 0.98, p.shade(p.wood, 0.1))
    c.rect(x - 10, y - s * 0.36, x + s + 40, y - s * 0.32, mix(p.wood, p.second, 0.3))
    for ex in (x - 10, x + s + 22):
        c.rect(ex, y - s * 0.5, ex + 18, y, mix(p.wood, p.second, 0.1))

"""Maps: the city plan, and the weather."""

from __future__ import annotations

import math

from .canvas import Canvas
from .land import crown
from .outlines import Point, arc, box, smooth
from .palettes import Color, mix


def _split(rng_choice: Canvas, quad: list[Point], limit: float, out: list[list[Point]]) -> None:
    """Cut a four-sided block in two until it is small."""
    rng = rng_choice.rng
    a, b, c, d = quad
    across, down = math.dist(a, b), math.dist(a, d)
    if max(across, down) < limit * rng.uniform(0.8, 1.5):
        out.append(quad)
        return
    t, u = rng.uniform(0.38, 0.62), rng.uniform(-0.03, 0.03)

    def on(p0: Point, p1: Point, s: float) -> Point:
        return p0[0] + (p1[0] - p0[0]) * s, p0[1] + (p1[1] - p0[1]) * s

    if across >= down:
        m, n = on(a, b, t), on(d, c, t + u)
        _split(rng_choice, [a, m, n, d], limit, out)
        _split(rng_choice, [m, b, c, n], limit, out)
    else:
        m, n = on(a, d, t), on(b, c, t + u)
        _split(rng_choice, [a, b, n, m], limit, out)
        _split(rng_choice, [m, n, c, d], limit, out)


def city_map(c: Canvas) -> None:
    """A plan of the city: blocks and parks, the river and its bridges, a ferry line, pins."""
    p, rng, w = c.p, c.rng, c.w
    land = mix(p.paper, p.wall, 0.35) if not p.dark else p.shade(p.mid, 0.35)
    c.rect(0, 0, w, 1000, p.lift(land, 0.4))
    blocks: list[list[Point]] = []
    turn = rng.uniform(-0.3, 0.3)
    half = 1250.0
    corners = [(-half, -half), (half, -half), (half, half), (-half, half)]
    quad = [
        (w / 2 + x * math.cos(turn) - y * math.sin(turn), 500 + x * math.sin(turn) + y * math.cos(turn))
        for x, y in corners
    ]
    _split(c, quad, 74, blocks)
    hx, hy = w * rng.uniform(0.3, 0.7), rng.uniform(300, 700)
    scale = [
        mix(land, t, s) for t, s in ((p.far, 0.35), (p.mid, 0.45), (p.second, 0.5), (p.accent, 0.62), (p.accent, 0.92))
    ]
    for block in blocks:
        mx, my = sum(x for x, _ in block) / 4, sum(y for _, y in block) / 4
        if not (-60 < mx < w + 60 and -60 < my < 1060):
            continue
        heat = 1 - math.dist((mx, my), (hx, hy)) / 620 + rng.uniform(-0.26, 0.26)
        color = scale[min(4, max(0, int(heat * 5)))]
        if rng.random() < 0.07:
            color = mix(p.leaf, land, 0.2)
        elif rng.random() < 0.3:
            color = mix(color, land, 0.5)
        inset = [
            (
                mx + (x - mx) * (1 - 4.5 / max(12, math.dist((x, y), (mx, my)))),
                my + (y - my) * (1 - 4.5 / max(12, math.dist((x, y), (mx, my)))),
            )
            for x, y in block
        ]
        c.shape(inset, color)
    water = mix(p.water, p.sky[1], 0.2)
    a, b = rng.uniform(120, 380), rng.uniform(560, 880)
    course = smooth(
        [
            (-80, a),
            (w * 0.2, a + rng.uniform(40, 150)),
            (w * 0.42, (a + b) / 2 + rng.uniform(-90, 90)),
            (w * 0.62, b - rng.uniform(-30, 120)),
            (w * 0.82, b),
            (w + 90, b + rng.uniform(-60, 120)),
        ],
        False,
        14,
    )

    def river(grow: float, color: Color) -> list[Point]:
        left, right = [], []
        for i, (x, y) in enumerate(course):
            n = course[min(len(course) - 1, i + 1)]
            m = course[max(0, i - 1)]
            dx, dy = n[0] - m[0], n[1] - m[1]
            size = math.hypot(dx, dy) or 1
            wide = 40 + 150 * (i / len(course)) ** 2.2 + grow
            left.append((x - dy / size * wide, y + dx / size * wide))
            right.append((x + dy / size * wide, y - dx / size * wide))
        shape = [*left, *right[::-1]]
        c.shape(shape, color)
        return shape

    river(15, p.lift(land, 0.6))
    shape = river(0, water)
    c.grain(shape, p.shade(water, 0.4), (w * 0.2, 0), (w * 1.05, 0), 0.9)
    river(-22, p.shade(water, 0.05))
    for t in (0.16, 0.36, 0.54):
        i = int(t * len(course))
        (x0, y0), (x1, y1) = course[i - 1], course[i + 1]
        dx, dy = x1 - x0, y1 - y0
        size = math.hypot(dx, dy)
        reach = 78 + 150 * t**2.2
        nx, ny = -dy / size * reach, dx / size * reach
        x, y = course[i]
        c.line([(x - nx, y - ny), (x + nx, y + ny)], p.shade(water, 0.5), 20)
        c.line([(x - nx, y - ny), (x + nx, y + ny)], p.lift(land, 0.6), 13)
    px, py, r = w * rng.uniform(0.62, 0.86), rng.uniform(140, 320), rng.uniform(80, 120)
    park = crown(c, px, py, r * 1.5, r)
    c.shape(park, mix(p.green, land, 0.12))
    c.grain(park, p.shade(p.leaf, 0.4), (px - r, py - r), (px + r * 1.4, py + r), 0.8)
    for _ in range(34):
        ang, d = rng.uniform(0, 6.28), rng.random() ** 0.5 * 0.8
        c.disc(
            px + r * 1.4 * d * math.cos(ang), py + r * 0.9 * d * math.sin(ang), rng.uniform(4, 8), p.shade(p.leaf, 0.42)
        )
    c.oval(px + r * 0.4, py + r * 0.1, r * 0.36, r * 0.18, water)
    rail = smooth(
        [(w * 0.05, 1040), (w * 0.16, 760), (w * 0.34, 640), (w * 0.5, 380), (w * 0.72, 420), (w * 1.04, 300)],
        False,
        10,
    )
    c.line(rail, p.lift(land, 0.7), 13)
    c.line(rail, p.ink, 7)
    for i in range(2, len(rail), 9):
        c.disc(*rail[i], 12, p.ink)
        c.disc(*rail[i], 7, p.paper)
    dash = course[int(len(course) * 0.58) :]
    for i in range(0, len(dash) - 1, 2):
        c.line([dash[i], dash[i + 1]], p.paper, 5, 0.9)
    for i, (fx, fy) in enumerate(
        ((hx / w, hy), (rng.uniform(0.12, 0.3), rng.uniform(560, 820)), (rng.uniform(0.72, 0.9), rng.uniform(380, 560)))
    ):
        x, y, s = w * fx, fy, 62 if i == 0 else 42
        c.oval(x + s * 0.3, y + 3, s * 0.5, s * 0.14, p.ink, 0.4)
        tone = p.accent if i == 0 else p.near
        if tone == p.accent and not p.dark:
            tone = p.shade(p.accent, 0.25)
        pin = [(x, y), *arc(x, y - s * 1.25, s * 0.56, s * 0.56, 150, 390, 24)]
        c.shape(pin, p.paper)
        inner = [(x, y - 9), *arc(x, y - s * 1.25, s * 0.48, s * 0.48, 150, 390, 24)]
        c.shape(inner, tone)
        c.grain(inner, p.shade(tone, 0.5), (x - s * 0.2, y - s * 1.6), (x + s * 0.5, y - s * 0.5), 0.9)
        c.disc(x, y - s * 1.25, s * 0.19, p.paper)


def weather_map(c: Canvas) -> None:
    """A weather map of the coast: pressure lines closing on the estuary, arrows pointing inland."""
    p, rng, w = c.p, c.rng, c.w
    sea = mix(p.water, p.sky[1], 0.35)
    c.gradient(0, 1000, (p.lift(sea, 0.2), sea, p.shade(sea, 0.3)))
    for k in range(1, 14):
        c.line(
            smooth(
                [(-20, 80 * k + rng.uniform(-8, 8)), (w * 0.5, 80 * k - 30), (w + 20, 80 * k + rng.uniform(-8, 8))],
                False,
            ),
            p.paper,
            1.5,
            0.25,
        )
        c.line([(w * k / 13 - 30, 0), (w * k / 13 + 40, 1000)], p.paper, 1.5, 0.2)
    mouth = rng.uniform(520, 600)
    coast = [
        (w * 0.52, -20),
        (w * 0.50, 80),
        (w * 0.56, 170),
        (w * 0.53, 260),
        (w * 0.60, 350),
        (w * 0.57, mouth - 90),
        (w * 0.63, mouth - 36),
        (w * 0.80, mouth - 24),
        (w * 0.90, mouth - 60),
        (w * 0.91, mouth - 44),
        (w * 0.80, mouth + 10),
        (w * 0.66, mouth + 36),
        (w * 0.62, mouth + 110),
        (w * 0.66, mouth + 210),
        (w * 0.60, mouth + 300),
        (w * 0.62, 1020),
    ]
    coast = [(x + rng.uniform(-14, 14), y + rng.uniform(-8, 8)) for x, y in coast]
    line = smooth(coast, False, 8)
    land = [*line, (w + 20, 1020), (w + 20, -20)]
    for grow, share in ((44, 0.25), (26, 0.4), (11, 0.6)):
        c.line([(x - grow * 0.5, y) for x, y in line], mix(sea, p.paper, share), grow)
    ground = mix(p.paper, p.ground, 0.45) if not p.dark else p.shade(p.mid, 0.3)
    c.shape(land, ground)
    c.grain(land, p.shade(mix(p.leaf, ground, 0.4), 0.15), (w * 0.56, 500), (w * 1.05, 300), 0.8)
    c.line(line, p.shade(ground, 0.5), 4)
    for _ in range(26):
        x, y = rng.uniform(w * 0.72, w), rng.uniform(0, 1000)
        if abs(y - mouth) < 90:
            continue
        c.shape(
            crown(c, x, y, rng.uniform(14, 46), rng.uniform(10, 28), 7), mix(p.leaf, ground, rng.uniform(0.35, 0.7))
        )
    tx, ty = w * 0.915, mouth - 52
    for _ in range(46):
        bx, by, s = tx + rng.gauss(0, 34), ty + rng.gauss(0, 32), rng.uniform(7, 15)
        c.rect(bx, by, bx + s, by + s * 0.8, rng.choice((p.near, p.mid, p.accent)), 0.9)
    lx, ly = w * rng.uniform(0.20, 0.28), rng.uniform(300, 420)
    c.glow(lx, ly, 420, 380, p.shade(p.near, 0.2), 0.6)
    aim = math.atan2(mouth - ly, w * 0.62 - lx)
    for k in range(9):
        r = 62 + 58 * k + 3.2 * k * k
        ring = []
        for i in range(25):
            a = 2 * math.pi * i / 24
            pull = 1 + 0.5 * max(0.0, math.cos(a - aim)) ** 3 * min(1.0, k / 5) + 0.06 * math.sin(3 * a + k)
            ring.append((lx + r * pull * math.cos(a), ly + r * 0.82 * pull * math.sin(a)))
        c.line([*smooth(ring[:-1], True, 5), ring[0]], p.paper if k % 3 else p.light, 5 if k % 3 == 0 else 3, 0.9)
    c.disc(lx, ly, 34, p.accent)
    c.shape([(lx - 20, ly - 8), (lx + 20, ly - 8), (lx, ly + 19)], p.paper)
    front = smooth([(lx + 30, ly + 60), (lx + 150, ly + 220), (lx + 210, ly + 400), (lx + 190, 1020)], False, 10)
    c.line(front, p.near, 7)
    for i in range(3, len(front) - 2, 6):
        (ax, ay), (bx, by) = front[i], front[i + 2]
        dx, dy = bx - ax, by - ay
        size = math.hypot(dx, dy) or 1
        c.shape([(ax, ay), (bx, by), ((ax + bx) / 2 + dy / size * 30, (ay + by) / 2 - dx / size * 30)], p.near)
    for k in range(4):
        sx0, sy0 = w * (0.30 + 0.03 * k), mouth - 190 + 120 * k
        ex, ey = w * 0.575, mouth - 52 + 38 * k
        path = smooth([(sx0, sy0), ((sx0 + ex) / 2, (sy0 + ey) / 2 - 26), (ex, ey)], False, 10)
        c.line(path, p.accent, 13)
        dx, dy = ex - path[-4][0], ey - path[-4][1]
        size = math.hypot(dx, dy)
        ux, uy = dx / size, dy / size
        c.shape([(ex + ux * 40, ey + uy * 40), (ex - uy * 27, ey + ux * 27), (ex + uy * 27, ey - ux * 27)], p.accent)
    c.grain(box(0, 0, w, 1000), p.shade(p.near, 0.5), (w * 0.3, 300), (w * 0.1, 1200), 0.5)

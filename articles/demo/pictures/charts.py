"""Numbers and places: charts without words, and maps."""

from __future__ import annotations

import math

from .canvas import Canvas, Point, arc, box, smooth
from .land import crown
from .palettes import Color, mix
from .people import dress, person


def chart(c: Canvas) -> None:
    """A landscape made of figures: columns, ridges or a rising line, with people for scale."""
    p, rng, w = c.p, c.rng, c.w
    paper = p.paper if not p.dark else p.shade(p.near, 0.2)
    rule = mix(paper, p.mid, 0.22)
    c.rect(0, 0, w, 1000, paper)
    c.grain(box(0, 0, w, 1000), mix(paper, p.haze, 0.6), (0, 200), (0, 1050), 0.8, 0.6)
    for i in range(1, 40):
        c.line([(w * i / 40, 0), (w * i / 40, 1000)], rule, 1, 0.3)
    for i in range(1, 27):
        c.line([(0, 1000 * i / 27), (w, 1000 * i / 27)], rule, 1, 0.3)
    rng.choice((_columns, _ridges, _rise))(c, paper, rule)


def _columns(c: Canvas, paper: Color, rule: Color) -> None:
    """Solid columns, one of them in colour, with people standing about on top."""
    p, rng, w = c.p, c.rng, c.w
    base, count = 850.0, rng.choice((8, 9, 10))
    c.glow(w * 0.7, 330, 520, 420, mix(p.sun, p.second, 0.25), 0.7)
    c.disc(w * rng.uniform(0.66, 0.76), 300, 120, mix(p.second, p.sun, 0.35), 0.9)
    for i in range(6):
        y = base - 130 * i
        c.line([(w * 0.07, y), (w * 0.95, y)], p.mid, 1.6, 0.5)
    trend = rng.choice((1, -1))
    marked = count - 2 if trend > 0 else 1
    cell = w * 0.86 / count
    tops: list[Point] = []
    c.shape([(w * 0.05, base), (w * 0.97, base), (w * 1.05, 930), (w * 0.12, 930)], p.shade(paper, 0.12), 0.5)
    for i in range(count):
        t = i / (count - 1)
        level = (0.2 + 0.66 * (t if trend > 0 else 1 - t) ** 1.3) * rng.uniform(0.86, 1.12)
        high, x, wide, deep = 660 * level, w * 0.08 + cell * i, cell * 0.6, cell * 0.2
        color = p.accent if i == marked else mix(p.near, p.mid, 0.55 - 0.45 * level)
        y = base - high
        c.shape([(x, y), (x + deep, y - deep * 0.6), (x + wide + deep, y - deep * 0.6), (x + wide, y)], p.lift(color, 0.45))
        side = [(x + wide, y), (x + wide + deep, y - deep * 0.6), (x + wide + deep, base - deep * 0.6), (x + wide, base)]
        c.shape(side, p.shade(color, 0.5))
        c.rect(x, y, x + wide, base, color)
        c.grain(box(x, y, x + wide, base), p.shade(color, 0.45), (0, y), (0, base + 160), 0.9)
        for k in range(int(high / 44)):
            c.line([(x + 5, base - 44 * (k + 1)), (x + wide - 5, base - 44 * (k + 1))], p.lift(color, 0.3), 1.2, 0.5)
        tops.append((x + wide / 2 + deep / 2, y - deep * 0.25))
    c.line([(w * 0.06, base), (w * 0.96, base)], p.ink, 5)
    path = smooth([(x, y - 150 - 14 * rng.random()) for x, y in tops], False, 8)
    for i in range(0, len(path) - 3, 6):
        c.line(path[i:i + 4], p.ink if not p.dark else p.light, 4)
    for i, (x, y) in enumerate(tops):
        c.disc(x, y - 150, 9, p.accent if i == marked else p.second)
    for i in rng.sample(range(count), 4):
        x, y = tops[i]
        person(c, x, y, rng.uniform(92, 100), dress(c, 0.8), rng.choice(("point", "stand", "walk", "hold")), rng.choice((-1, 1)), 1)


def _ridges(c: Canvas, paper: Color, rule: Color) -> None:
    """Overlapping distributions, like hills one behind the other, drifting to one side."""
    p, rng, w = c.p, c.rng, c.w
    rows, drift = 11, rng.choice((-1, 1)) * rng.uniform(0.18, 0.3)
    c.disc(w * (0.74 if drift > 0 else 0.26), 210, 104, mix(p.second, p.sun, 0.3))
    for row in range(rows):
        t = row / (rows - 1)
        y = 270 + 560 * t
        peak = w * (0.5 + drift * (0.5 - t))
        tall = 185 + 60 * math.sin(3 * t)
        spread, second = w * rng.uniform(0.085, 0.13), rng.uniform(-0.22, 0.22) * w
        share = rng.uniform(0.15, 0.5)
        line = []
        for i in range(121):
            x = w * 0.06 + w * 0.88 * i / 120
            v = math.exp(-((x - peak) / spread) ** 2) + share * math.exp(-((x - peak - second) / (spread * 0.8)) ** 2)
            line.append((x, y - tall * v - 2.5 * rng.random()))
        color = mix(mix(p.far, p.near, t), p.accent, max(0.0, 1 - abs(t - 0.62) * 4.5))
        shape = [*line, (w * 0.94, y), (w * 0.06, y)]
        c.shape(shape, color)
        c.grain(shape, mix(color, paper, 0.82), (0, y - tall * 0.55), (0, y + 10), 0.95)
        c.line(line, p.lift(color, 0.75), 3.4)
        c.line([(w * 0.06, y), (w * 0.94, y)], p.mid, 1.4, 0.6)
    for i in range(9):
        x = w * (0.06 + 0.11 * i)
        c.line([(x, 850), (x, 868)], p.mid, 3)
    for fx, pose in ((0.18, "point"), (0.225, "stand"), (0.83, "hold")):
        person(c, w * fx, 905, 128, dress(c, 0.9), pose, 1 if fx < 0.5 else -1, 1, 0.8)


def _rise(c: Canvas, paper: Color, rule: Color) -> None:
    """A line climbing like a hillside, a party of walkers on it."""
    p, rng, w = c.p, c.rng, c.w
    base = 880.0
    for i in range(7):
        y = base - 118 * i
        c.line([(w * 0.08, y), (w * 0.94, y)], p.mid, 1.6, 0.45)
        c.line([(w * 0.072, y), (w * 0.08, y)], p.ink, 3)
    c.disc(w * 0.24, 250, 96, mix(p.second, p.sun, 0.25))
    bands = [(0.18, p.far), (0.42, p.mid), (0.68, p.near)]
    falls = rng.random() < 0.4
    for share, tone in bands:
        level = 0.9 - share * 0.62
        points = []
        for i in range(11):
            t = i / 10
            up = (1 - t) if falls else t
            points.append((w * (0.08 + 0.86 * t), base - 660 * level * (0.12 + 0.88 * up ** 1.5) * rng.uniform(0.86, 1.1)))
        line = smooth(points, False, 8)
        shape = [*line, (w * 0.94, base), (w * 0.08, base)]
        c.shape(shape, tone, 0.9)
        c.grain(shape, mix(tone, paper, 0.7), (0, base - 480 * level), (0, base + 60), 0.9)
        c.line(line, p.lift(tone, 0.7), 4)
        front = points
    for x, y in front:
        c.line([(x, y), (x, base)], p.paper, 1.4, 0.25)
        c.disc(x, y, 11, p.accent)
        c.disc(x, y, 5, p.paper)
    points = front
    for i in (3, 5, 6, 8):
        x, y = (points[i][0] + points[i + 1][0]) / 2, (points[i][1] + points[i + 1][1]) / 2
        person(c, x, y + 4, 98, dress(c, 0.9, bag=p.second), "walk", 1, 1)
    top = points[0] if falls else points[-1]
    c.line([top, (top[0], top[1] - 120)], p.ink, 5)
    c.shape([(top[0], top[1] - 120), (top[0] - 86, top[1] - 98), (top[0], top[1] - 74)], p.accent)
    c.line([(w * 0.08, 110), (w * 0.08, base), (w * 0.95, base)], p.ink if not p.dark else p.haze, 5)


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
    quad = [(w / 2 + x * math.cos(turn) - y * math.sin(turn), 500 + x * math.sin(turn) + y * math.cos(turn)) for x, y in corners]
    _split(c, quad, 74, blocks)
    hx, hy = w * rng.uniform(0.3, 0.7), rng.uniform(300, 700)
    scale = [mix(land, t, s) for t, s in ((p.far, 0.35), (p.mid, 0.45), (p.second, 0.5), (p.accent, 0.62), (p.accent, 0.92))]
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
        inset = [(mx + (x - mx) * (1 - 4.5 / max(12, math.dist((x, y), (mx, my)))), my + (y - my) * (1 - 4.5 / max(12, math.dist((x, y), (mx, my))))) for x, y in block]
        c.shape(inset, color)
    water = mix(p.water, p.sky[1], 0.2)
    a, b = rng.uniform(120, 380), rng.uniform(560, 880)
    course = smooth([(-80, a), (w * 0.2, a + rng.uniform(40, 150)), (w * 0.42, (a + b) / 2 + rng.uniform(-90, 90)), (w * 0.62, b - rng.uniform(-30, 120)), (w * 0.82, b), (w + 90, b + rng.uniform(-60, 120))], False, 14)

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
    for k in range(1, 4):
        river(-10 - 12 * k, p.shade(water, 0.05 * k)) if k == 1 else None
    for t in (0.16, 0.36, 0.54):
        i = int(t * len(course))
        (x0, y0), (x1, y1) = course[i - 1], course[i + 1]
        dx, dy = x1 - x0, y1 - y0
        size = math.hypot(dx, dy)
        reach = 78 + 150 * t ** 2.2
        nx, ny = -dy / size * reach, dx / size * reach
        x, y = course[i]
        c.line([(x - nx, y - ny), (x + nx, y + ny)], p.shade(water, 0.5), 20)
        c.line([(x - nx, y - ny), (x + nx, y + ny)], p.lift(land, 0.6), 13)
    px, py, r = w * rng.uniform(0.62, 0.86), rng.uniform(140, 320), rng.uniform(80, 120)
    park = crown(c, px, py, r * 1.5, r)
    c.shape(park, mix(p.leaf, land, 0.12))
    c.grain(park, p.shade(p.leaf, 0.4), (px - r, py - r), (px + r * 1.4, py + r), 0.8)
    for _ in range(34):
        ang, d = rng.uniform(0, 6.28), rng.random() ** 0.5 * 0.8
        c.disc(px + r * 1.4 * d * math.cos(ang), py + r * 0.9 * d * math.sin(ang), rng.uniform(4, 8), p.shade(p.leaf, 0.42))
    c.oval(px + r * 0.4, py + r * 0.1, r * 0.36, r * 0.18, water)
    rail = smooth([(w * 0.05, 1040), (w * 0.16, 760), (w * 0.34, 640), (w * 0.5, 380), (w * 0.72, 420), (w * 1.04, 300)], False, 10)
    c.line(rail, p.lift(land, 0.7), 13)
    c.line(rail, p.ink, 7)
    for i in range(2, len(rail), 9):
        c.disc(*rail[i], 12, p.ink)
        c.disc(*rail[i], 7, p.paper)
    dash = course[int(len(course) * 0.58):]
    for i in range(0, len(dash) - 1, 2):
        c.line([dash[i], dash[i + 1]], p.paper, 5, 0.9)
    for i, (fx, fy) in enumerate(((hx / w, hy), (rng.uniform(0.12, 0.3), rng.uniform(560, 820)), (rng.uniform(0.72, 0.9), rng.uniform(380, 560)))):
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

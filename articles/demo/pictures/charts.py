"""Charts without words: columns, ridges, a rising line, a dial."""

from __future__ import annotations

import math

from .canvas import Canvas
from .looks import dress
from .outlines import Point, arc, box, smooth
from .palettes import Color, mix
from .people import person


def _sheet(c: Canvas) -> Color:
    """Rule a sheet of paper to draw on. Returns its colour."""
    p, w = c.p, c.w
    paper = p.paper if not p.dark else p.shade(p.near, 0.2)
    rule = mix(paper, p.mid, 0.22)
    c.rect(0, 0, w, 1000, paper)
    c.grain(box(0, 0, w, 1000), mix(paper, p.haze, 0.6), (0, 200), (0, 1050), 0.8, 0.6)
    for i in range(1, 40):
        c.line([(w * i / 40, 0), (w * i / 40, 1000)], rule, 1, 0.3)
    for i in range(1, 27):
        c.line([(0, 1000 * i / 27), (w, 1000 * i / 27)], rule, 1, 0.3)
    return paper


def columns(c: Canvas) -> None:
    """A chart of solid columns, one of them in colour, with small figures standing on some of the tops."""
    paper = _sheet(c)
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
        c.shape(
            [(x, y), (x + deep, y - deep * 0.6), (x + wide + deep, y - deep * 0.6), (x + wide, y)], p.lift(color, 0.45)
        )
        side = [
            (x + wide, y),
            (x + wide + deep, y - deep * 0.6),
            (x + wide + deep, base - deep * 0.6),
            (x + wide, base),
        ]
        c.shape(side, p.shade(color, 0.5))
        c.rect(x, y, x + wide, base, color)
        c.grain(box(x, y, x + wide, base), p.shade(color, 0.45), (0, y), (0, base + 160), 0.9)
        for k in range(int(high / 44)):
            c.line([(x + 5, base - 44 * (k + 1)), (x + wide - 5, base - 44 * (k + 1))], p.lift(color, 0.3), 1.2, 0.5)
        tops.append((x + wide / 2 + deep / 2, y - deep * 0.25))
    c.line([(w * 0.06, base), (w * 0.96, base)], p.ink, 5)
    path = [(x, y - 150 - 14 * rng.random()) for x, y in tops]
    c.line(smooth(path, False, 8), p.ink if not p.dark else p.light, 3.5)
    for i, (x, y) in enumerate(path):
        c.disc(x, y, 10, p.accent if i == marked else p.second)
    for i in rng.sample(range(count), 4):
        x, y = tops[i]
        person(
            c,
            x,
            y,
            rng.uniform(92, 100),
            dress(c, 0.8),
            rng.choice(("point", "stand", "walk", "hold")),
            rng.choice((-1, 1)),
            1,
        )


def ridges(c: Canvas) -> None:
    """A chart of overlapping curves, row behind row like hills, with small figures looking at it."""
    paper = _sheet(c)
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
            v = math.exp(-(((x - peak) / spread) ** 2)) + share * math.exp(
                -(((x - peak - second) / (spread * 0.8)) ** 2)
            )
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


def rise(c: Canvas) -> None:
    """A chart of layered areas under a line, with walkers on it as on a hillside and a flag at its end."""
    paper = _sheet(c)
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
            points.append(
                (w * (0.08 + 0.86 * t), base - 660 * level * (0.12 + 0.88 * up**1.5) * rng.uniform(0.86, 1.1))
            )
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
    top = points[-1]
    c.line([top, (top[0], top[1] - 120)], p.ink, 5)
    c.shape([(top[0], top[1] - 120), (top[0] - 86, top[1] - 98), (top[0], top[1] - 74)], p.accent)
    c.line([(w * 0.08, 110), (w * 0.08, base), (w * 0.95, base)], p.ink if not p.dark else p.haze, 5)


def dial(c: Canvas) -> None:
    """A chart drawn as a wheel of short and long spokes round a disc, with two figures looking up at it."""
    _sheet(c)
    p, rng, w = c.p, c.rng, c.w
    x, y, inner = w * rng.uniform(0.42, 0.58), 500.0, rng.uniform(120, 150)
    for r in (230, 320, 410):
        c.line(arc(x, y, r, r, 0, 360, 90), p.mid, 1.6, 0.55)
    phase, second = rng.uniform(0, 6.28), rng.uniform(0, 6.28)
    spokes = 60
    for i in range(spokes):
        a = 2 * math.pi * i / spokes - math.pi / 2
        v = 0.5 + 0.32 * math.sin(a + phase) + 0.16 * math.sin(3 * a + second) + rng.uniform(-0.08, 0.08)
        reach = inner + 290 * max(0.08, v)
        low = mix(p.mid, p.near, min(1.0, v * 1.2)) if not p.dark else mix(p.mid, p.haze, 0.25 + 0.4 * v)
        color = mix(low, p.accent, max(0.0, v - 0.5) * 2.1)
        da = math.pi / spokes * 0.72
        spoke = [
            (x + inner * math.cos(a - da), y + inner * math.sin(a - da)),
            *arc(x, y, reach, reach, math.degrees(a - da), math.degrees(a + da), 4),
            (x + inner * math.cos(a + da), y + inner * math.sin(a + da)),
        ]
        c.shape(spoke, color)
        c.grain(
            spoke,
            p.shade(color, 0.45),
            (x + reach * math.cos(a), y + reach * math.sin(a)),
            (x + inner * math.cos(a), y + inner * math.sin(a)),
            0.8,
        )
        if i % 5 == 0:
            c.disc(x + (reach + 20) * math.cos(a), y + (reach + 20) * math.sin(a), 6, p.second)
    c.disc(x, y, inner - 12, mix(p.second, p.sun, 0.3))
    c.grain(
        arc(x, y, inner - 12, inner - 12, 0, 360, 50),
        mix(p.accent, p.second, 0.5),
        (x - 60, y - 60),
        (x + 120, y + 120),
        0.9,
    )
    for side in (-1, 1):
        px = x + side * rng.uniform(470, 560)
        person(c, px, 905, 190, dress(c, 0.9), rng.choice(("point", "stand", "hold")), -side, 1, 0.6)
    c.line([(w * 0.05, 907), (w * 0.95, 907)], p.mid, 2.5, 0.7)

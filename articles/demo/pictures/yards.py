"""Work on and by the sea: the shipyard and the wind farm."""

from __future__ import annotations

import math

from .buildings import grid
from .canvas import Canvas
from .land import contour, glitter, hill, water, wavelets
from .landmarks import distant_city, tower_crane
from .looks import dress
from .outlines import Point, box, smooth
from .palettes import Color, mix
from .people import person
from .ships import afloat, tug
from .sky import birds, clouds, sky, stars, veil


def shipyard(c: Canvas) -> None:
    """A hull on the slip, bow on, under the great gantry, with welders at work on its flank."""
    p, rng, w = c.p, c.rng, c.w
    base = rng.uniform(800, 830)
    sx = w * rng.uniform(0.12, 0.26)
    sky(c, base, (sx, rng.uniform(260, 420), rng.uniform(56, 80)))
    clouds(c, 50, 420, 0.9, False)
    distant_city(c, -20, w + 20, base - 150, 150, p.depth(0.22))
    for i in range(3):
        tower_crane(c, w * (0.08 + 0.10 * i), base - 100, 300 + 60 * i, 130, p.depth(0.36), 1 if i % 2 else -1)
    c.rect(0, base - 150, w, base, p.depth(0.22))
    for i in range(7):
        x, wide, tall = w * (-0.02 + 0.15 * i), rng.uniform(170, 230), rng.uniform(90, 150)
        c.shape(
            [(x, base), (x, base - tall), (x + wide / 2, base - tall - 30), (x + wide, base - tall), (x + wide, base)],
            p.depth(0.36 + 0.04 * (i % 3)),
        )
        grid(c, x + 12, base - tall + 8, x + wide - 12, base - 30, 6, 2, 0.6, 0.5, fog=0.5)
    veil(c, base - 260, base + 20, 0.6)
    mid = w * rng.uniform(0.56, 0.64)
    crane = mix(p.second, p.accent, rng.choice((0.0, 0.5)))
    for x in (mid - 480, mid + 470):
        c.shape([(x - 26, base), (x - 10, 130), (x + 16, 130), (x + 30, base)], crane)
        c.grain(
            [(x - 26, base), (x - 10, 130), (x + 16, 130), (x + 30, base)],
            p.shade(crane, 0.6),
            (x - 20, 0),
            (x + 36, 0),
            0.9,
        )
        c.shape([(x - 46, 142), (x + 50, 142), (x + 14, 236), (x - 10, 236)], p.shade(crane, 0.2))
        c.rect(x - 40, base - 26, x + 44, base, p.shade(crane, 0.5))
    c.rect(mid - 580, 84, mid + 570, 142, crane)
    c.grain(box(mid - 580, 84, mid + 570, 142), p.shade(crane, 0.55), (0, 90), (0, 160), 0.9)
    for i in range(24):
        x = mid - 575 + 48 * i
        c.line([(x, 140), (x + 24, 86), (x + 48, 140)], p.shade(crane, 0.35), 3)
    trolley = mid + rng.uniform(-220, 160)
    c.rect(trolley - 40, 140, trolley + 40, 168, p.ink)
    for dx in (-24, 24):
        c.line([(trolley + dx, 168), (trolley + dx, 292)], p.ink, 2.5)
    section = [(trolley - 74, 300), (trolley + 74, 300), (trolley + 60, 352), (trolley - 60, 352)]
    c.shape(section, p.shade(p.accent, 0.15))
    c.line([(trolley - 24, 290), (trolley - 60, 300)], p.ink, 2.5)
    c.line([(trolley + 24, 290), (trolley + 60, 300)], p.ink, 2.5)
    _bow(c, mid, base, rng.choice((p.near, p.shade(p.accent, 0.25), p.shade(p.leaf, 0.35))))
    c.rect(0, base, w, 1000, p.shade(mix(p.ground, p.mid, 0.3), 0.3))
    c.grain(box(0, base, w, 1000), p.ink, (sx, base - 10), (w * 0.7, 1090), 0.9)
    c.grain(
        [(mid - 300, base), (mid + 330, base), (w * 1.1, 1000), (mid - 120, 1000)],
        p.ink,
        (mid, base - 40),
        (mid + 140, 980),
        0.9,
        0.5,
    )
    for x in (sx + 60, w * 0.93):
        c.shape(
            [(x - 4, base), (x + 4, base), (x + (x - mid) * 0.5 + 12, 1000), (x + (x - mid) * 0.5 - 12, 1000)],
            p.lift(p.mid, 0.4),
        )
    for fx, size in ((0.13, 150), (0.19, 146), (0.30, 118), (0.36, 122), (0.80, 120), (0.91, 138)):
        look = dress(
            c,
            1.0,
            top=rng.choice((p.accent, p.second, p.near)),
            hem=0.0,
            hat="helmet",
            hat_color=rng.choice((p.paper, p.second)),
            bag=None,
        )
        person(
            c,
            w * fx + rng.uniform(-18, 18),
            base + 20 + (size - 110) * 2,
            size,
            look,
            rng.choice(("walk", "stand", "point", "stroll", "hold")),
            rng.choice((-1, 1)),
            -1,
            0.9,
        )
    for i in range(3):
        y = 950 + 18 * i
        c.rect(w * 0.66 - 20 * i, y - 18, w * 0.88 + 20 * i, y - 3, p.shade(p.accent, 0.35 + 0.1 * i))


def _bow(c: Canvas, x: float, base: float, color: Color) -> None:
    """The ship from ahead: flared bow, bulb, scaffolding and sparks."""
    p, rng = c.p, c.rng
    top = 268.0
    left = smooth(
        [
            (x, top - 26),
            (x - 120, top + 6),
            (x - 296, top + 46),
            (x - 306, top + 120),
            (x - 262, top + 270),
            (x - 216, base - 150),
            (x - 190, base - 40),
            (x - 120, base - 18),
            (x, base - 18),
        ],
        False,
        6,
    )
    right = [(2 * x - px, py) for px, py in left]
    hull = [*left, *right[::-1]]
    c.rect(x - 210, top - 120, x + 210, top + 40, mix(p.paper, p.mid, 0.25))
    c.grain(box(x - 210, top - 120, x + 210, top + 40), p.shade(p.mid, 0.3), (x - 200, 0), (x + 260, 0), 0.8)
    for i in range(9):
        c.rect(x - 196 + 44 * i, top - 104, x - 162 + 44 * i, top - 78, p.near if rng.random() > p.lit else p.light)
    for i in range(7):
        c.rect(x - 180 + 54 * i, top - 60, x - 150 + 54 * i, top - 40, p.near)
    c.line([(x, top - 120), (x, top - 190)], p.ink, 5)
    c.shape(hull, color)
    c.grain(hull, p.lift(color, 0.42), (x, 0), (x - 340, 0), 0.85)
    c.grain([*right, (x, base), (x, top)], p.shade(color, 0.75), (x - 60, 0), (x + 260, 0), 0.95)
    red = p.shade(p.accent, 0.2)
    line = base - 190
    with c.clip(hull):
        c.rect(x - 320, line, x + 320, base, red)
        c.grain(box(x - 320, line, x, base), p.lift(red, 0.3), (x, 0), (x - 320, 0), 0.7)
        c.grain(box(x, line, x + 320, base), p.shade(red, 0.8), (x - 40, 0), (x + 240, 0), 0.95)
        for y in range(int(top) + 90, int(base), 74):
            c.line([(x - 320, y), (x, y + 16), (x + 320, y)], p.shade(color, 0.4), 2, 0.5)
        c.rect(x - 320, line - 6, x + 320, line, p.paper)
    stem = [(x - 7, top - 20), (x + 7, top - 20), (x + 16, base - 160), (x - 16, base - 160)]
    c.shape(stem, p.lift(color, 0.3))
    for side in (-1, 1):
        ax = x + side * 214
        c.rect(ax - 12, top + 96, ax + 12, top + 116, p.ink)
        c.limb((ax, top + 110), (ax, top + 138), 6, 6, p.ink)
        c.limb((ax - 13, top + 132), (ax + 13, top + 132), 6, 6, p.ink)
    for y in range(int(line) - 20, int(line) - 200, -30):
        c.rect(x + 22, y, x + 40, y + 5, p.paper)
    for i in range(9):
        bx = x - 240 + 60 * i
        c.rect(bx - 13, base - 24, bx + 13, base, p.shade(p.wood, 0.4))
    for side in (-1, 1):
        for i in range(3):
            sx = x + side * (238 + 42 * i)
            c.line([(sx, base), (sx, top + 200)], p.depth(0.88), 3.4)
        for f in range(7):
            y = base - 62 * (f + 1)
            if y > top + 190:
                c.line([(x + side * 226, y), (x + side * 336, y)], p.depth(0.85), 5)
                c.line([(x + side * 238, y), (x + side * 322, y + 62)], p.depth(0.85), 1.8)
                if rng.random() < 0.45:
                    look = dress(
                        c, 1.0, top=p.accent if f % 2 else p.second, hem=0.0, hat="helmet", hat_color=p.paper, bag=None
                    )
                    person(c, x + side * 292, y - 2, 54, look, rng.choice(("reach", "lean", "stand")), -side)
    for _ in range(2):
        wx, wy = x + rng.choice((-1, 1)) * rng.uniform(190, 226), base - rng.choice((140, 202, 264))
        c.glow(wx, wy, 120, 120, p.light, 0.9)
        c.disc(wx, wy, 6, (255, 255, 250))
        for _ in range(26):
            a, r = rng.uniform(0.2, 2.9), rng.uniform(14, 100)
            c.line(
                [
                    (wx + r * 0.6 * math.cos(a), wy + r * 0.5 * math.sin(a)),
                    (wx + r * math.cos(a), wy + r * math.sin(a) + r * 0.25),
                ],
                p.second if rng.random() < 0.5 else p.light,
                1.8,
            )


def turbine(c: Canvas, x: float, y: float, height: float, turn: float, color: Color, dark: Color) -> None:
    """A wind turbine; y is its foot, turn the angle of its first blade."""
    h = height
    hub = (x, y - h)
    c.shape([(x - h * 0.016, y), (x - h * 0.008, hub[1]), (x + h * 0.008, hub[1]), (x + h * 0.016, y)], color)
    c.shape([(x, y), (x, hub[1]), (x + h * 0.008, hub[1]), (x + h * 0.016, y)], dark)
    for i in range(3):
        a = math.radians(turn + 120 * i)
        ca, sa = math.cos(a), math.sin(a)
        r = h * 0.62
        outline: list[Point] = []
        for along, across in (
            (0.0, 0.012),
            (0.10, 0.034),
            (0.30, 0.026),
            (1.0, 0.003),
            (1.0, -0.003),
            (0.3, -0.010),
            (0.08, -0.014),
            (0.0, -0.012),
        ):
            outline.append((hub[0] + r * along * ca - h * across * sa, hub[1] + r * along * sa + h * across * ca))
        c.shape(outline, color if sa < 0.2 else mix(color, dark, 0.6))
    c.disc(*hub, h * 0.022, dark)
    c.disc(hub[0] - h * 0.004, hub[1] - h * 0.004, h * 0.016, color)


def wind_farm(c: Canvas) -> None:
    """Turbines marching to the horizon out at sea, a service boat among them."""
    p, rng, w = c.p, c.rng, c.w
    horizon = rng.uniform(650, 710)
    sx = w * rng.uniform(0.5, 0.66)
    sky(c, horizon, (sx, horizon - rng.uniform(50, 230), rng.uniform(56, 84)))
    if p.name == "night":
        stars(c, horizon)
    clouds(c, 60, horizon - 170, 1.0)
    hill(c, contour(c, horizon - 8, 34, 0.5), p.depth(0.14), None, horizon)
    water(c, horizon)
    c.reflect(horizon, 1000, p.water, 0.36, 5)
    white = mix(p.paper, p.haze, 0.1) if not p.dark else mix(p.paper, p.haze, 0.4)
    vx, lead = w * rng.uniform(0.70, 0.8), rng.uniform(0, 120)
    spots: list[tuple[float, float, float]] = []
    for row, start in enumerate((-0.62, -0.18, 0.34)):
        for k in range(6):
            z = 1.0 + k * (0.85 + 0.1 * row) + 0.3 * row
            spots.append(
                (
                    vx + start * w * (1.15 if row == 0 else 0.95) / z * (1 if row < 2 else 0.9),
                    horizon + 150 / z,
                    640 / z,
                )
            )
    spots.sort(key=lambda s: s[2])
    glitter(c, sx, horizon + 4, 990, 170, p.sun, 110)
    for i, (x, y, h) in enumerate(spots):
        fog = max(0.0, 0.75 - h / 640)
        color, dark = p.fog(white, fog), p.fog(mix(white, p.mid, 0.5), fog)
        c.shape(
            [(x - h * 0.02, y), (x + h * 0.02, y), (x + h * 0.012, y + h * 0.36), (x - h * 0.012, y + h * 0.36)],
            white,
            0.25 * (1 - fog),
        )
        if h > 90:
            c.rect(x - h * 0.03, y - h * 0.075, x + h * 0.03, y - h * 0.062, p.ink)
            c.rect(x - h * 0.021, y - h * 0.062, x + h * 0.021, y + 2, p.fog(p.second, fog))
        turbine(c, x, y - h * 0.055, h, lead + 37 * i, color, dark)
    wavelets(c, horizon + 10, 1000, mix(p.sky[2], p.water, 0.3), 90, 0.4)
    afloat(c, tug(p.accent), w * rng.uniform(0.44, 0.56), horizon + rng.uniform(120, 160), 150, rng.choice((-1, 1)))
    c.grain(box(0, horizon, w, 1000), p.shade(p.water, 0.7), (0, horizon + 150), (0, 1080), 0.85)
    for i in range(3):
        crest = [(xx, 930 + 26 * i + rng.uniform(-9, 9)) for xx in range(-40, int(w) + 120, 80)]
        c.line(smooth(crest, False, 5), mix(p.sky[2], p.water, 0.4), 2.5, 0.35)
    birds(c, w * 0.34, horizon - 130, 8, p.depth(0.8))

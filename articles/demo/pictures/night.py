"""A clear night under the stars."""

from __future__ import annotations

import math

from .canvas import Canvas
from .land import conifer, contour, height_at, hill
from .looks import silhouette
from .outlines import smooth
from .palettes import Color, mix
from .people import person
from .sky import stars


def milky_way(c: Canvas) -> None:
    """The Milky Way over the fells on a clear night, a lit tent and someone at a telescope."""
    _night(c, False)


def northern_lights(c: Canvas) -> None:
    """Northern lights over the fells on a clear night, a lit tent and someone at a telescope."""
    _night(c, True)


def _night(c: Canvas, aurora: bool) -> None:
    """The sky, the hills and the camp."""
    p, rng, w = c.p, c.rng, c.w
    deep = mix(p.sky[0], (8, 12, 34), 0.74)
    low = mix(p.sky[1], (22, 44, 84), 0.55)
    glow = mix(p.sky[2], p.accent, 0.12)
    c.gradient(0, 860, (deep, mix(deep, low, 0.4), low, mix(low, glow, 0.62)))
    if aurora:
        for tone, reach in (
            (mix(p.leaf, (120, 235, 190), 0.6), 1.0),
            (mix(p.accent, (190, 120, 220), 0.55), 0.7),
            (mix(p.leaf, (110, 230, 200), 0.5), 0.8),
        ):
            _curtain(c, rng.uniform(380, 520), 330 * reach, tone)
    else:
        turn = rng.uniform(-0.65, -0.35)
        for _ in range(26):
            t = rng.uniform(-0.1, 1.1)
            x, y = w * t, 640 + turn * w * t * 0.62 + rng.gauss(0, 26)
            c.glow(
                x,
                y,
                rng.uniform(120, 240),
                rng.uniform(60, 130),
                rng.choice((mix(low, p.light, 0.5), mix(low, p.accent, 0.4), mix(low, p.sky[2], 0.6))),
                0.26,
                0.35,
            )
        for _ in range(420):
            t = rng.uniform(-0.05, 1.05)
            c.disc(
                w * t,
                640 + turn * w * t * 0.62 + rng.gauss(0, 62),
                0.8 + 1.5 * rng.random() ** 4,
                p.sun,
                rng.uniform(0.3, 0.95),
            )
    stars(c, 780, 330)
    for _ in range(7):
        x, y, r = rng.uniform(0, w), rng.uniform(30, 520), rng.uniform(2.4, 3.8)
        c.glow(x, y, r * 9, r * 9, p.sun, 0.55)
        c.disc(x, y, r, p.paper)
    mx, my = w * rng.uniform(0.12, 0.4), rng.uniform(110, 260)
    c.line([(mx, my), (mx + 190, my + 74)], p.paper, 2.2, 0.75)
    c.disc(mx + 190, my + 74, 3, p.paper)
    ridge = mix(deep, low, 0.75)
    hill(c, contour(c, 740, 190, 0.55), mix(ridge, glow, 0.34), mix(ridge, glow, 0.55), 1000, 170)
    hill(c, contour(c, 800, 130, 0.52), mix(ridge, deep, 0.25), mix(ridge, glow, 0.3), 1000, 150)
    crest = [
        (-20.0, 905.0),
        *smooth([(0, 900), (w * 0.22, 862), (w * 0.45, 884), (w * 0.7, 838), (w * 0.88, 872), (w + 20, 850)], False),
    ]
    ground = mix(deep, (4, 8, 20), 0.5)
    hill(c, crest, ground)
    for x in (w * 0.04, w * 0.085, w * 0.96, w * 0.905):
        conifer(c, x, height_at(crest, x) + 12, rng.uniform(170, 300), ground)
    px = w * rng.uniform(0.64, 0.72)
    py = height_at(crest, px) + 4
    person(c, px, py, 142, silhouette(mix(ground, low, 0.18)), "reach", -1)
    _telescope(c, px - 64, py, 120, mix(ground, low, 0.12))
    tx = w * rng.uniform(0.30, 0.42)
    ty = height_at(crest, tx) + 10
    tent = [(tx - 100, ty), (tx - 14, ty - 92), (tx + 92, ty + 2)]
    c.glow(tx, ty - 40, 230, 150, p.light, 0.4)
    c.shape(tent, mix(p.second, p.accent, 0.25))
    c.grain(tent, p.shade(p.accent, 0.5), (tx - 10, ty), (tx - 90, ty - 70), 0.9)
    c.shape([(tx + 4, ty), (tx - 14, ty - 92), (tx + 40, ty)], p.light)


def _curtain(c: Canvas, y: float, height: float, tone: Color) -> None:
    """A curtain of northern lights: tall rays that stand on a waving foot."""
    rng, w = c.rng, c.w
    a, b, ph = rng.uniform(0.8, 1.5), rng.uniform(2.2, 3.6), rng.uniform(0, 6)
    count = 44
    for i in range(count):
        x0, x1 = w * (i - 0.3) / count, w * (i + 1.1) / count
        foot0 = y + 70 * math.sin(a * 6.28 * i / count + ph) + 34 * math.sin(b * 6.28 * i / count)
        foot1 = y + 70 * math.sin(a * 6.28 * (i + 1) / count + ph) + 34 * math.sin(b * 6.28 * (i + 1) / count)
        tall = height * rng.uniform(0.65, 1.05)
        power = 0.30 + 0.26 * math.sin(3.1 * i / count * 6.28 + ph) + rng.uniform(-0.07, 0.07)
        c.grain(
            [(x0, foot0), (x0 + 26, foot0 - tall), (x1 + 26, foot1 - tall), (x1, foot1)],
            tone,
            (x0, foot0 - tall),
            (x0, foot0),
            max(0.08, power),
            0.65,
        )


def _telescope(c: Canvas, x: float, y: float, s: float, color: Color) -> None:
    """A telescope on its tripod, pointing up to the left."""
    for dx in (-0.28, 0.02, 0.3):
        c.limb((x, y - s * 0.62), (x + dx * s, y), s * 0.05, s * 0.03, color)
    c.limb((x + s * 0.34, y - s * 0.5), (x - s * 0.5, y - s * 1.02), s * 0.12, s * 0.17, color)
    c.limb((x + s * 0.34, y - s * 0.5), (x + s * 0.44, y - s * 0.42), s * 0.06, s * 0.05, color)

"""Down the street and over the water: the tram street and the bridge."""

from __future__ import annotations

import itertools
import math

from .buildings import glass
from .canvas import Canvas
from .frame import Eye
from .land import contour, glitter, hill, tree, water
from .landmarks import distant_city, street_lamp
from .looks import dress
from .outlines import arc, box
from .palettes import Color, mix
from .people import person
from .ships import afloat, ferry
from .sky import birds, clouds, sky, stars


def tram_street(c: Canvas) -> None:
    """A tram coming up a long street towards the viewer, the low sun behind it."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.40, 0.48), rng.uniform(560, 610), 820, 1.7)
    sky(c, eye.y + 20, (eye.x + rng.uniform(20, 90), eye.y - rng.uniform(90, 150), 44))
    clouds(c, 40, 330, 0.5, False)
    distant_city(c, eye.x - 130, eye.x + 150, eye.y, 80, p.depth(0.2))
    ground = mix(p.ground, p.mid, 0.45)
    c.gradient(eye.y, 1000, (p.fog(ground, 0.5), p.shade(ground, 0.1), p.shade(ground, 0.35)))
    for side in (-1, 1):
        _street_side(c, eye, side)
    for side in (-1, 1):
        c.shape(
            eye.flat(0.12, side * 5.4, side * 9, 1.5, 70),
            p.lift(mix(p.ground, p.wall, 0.3), 0.1) if side > 0 else p.shade(p.ground, 0.2),
        )
        c.line([eye.at(side * 5.4, 0.12, 1.5), eye.at(side * 5.4, 0.12, 70)], p.shade(p.ground, 0.5), 4)
    for x in (-3.1, -1.7, 1.2, 2.6):
        c.shape(
            [eye.at(x - 0.05, 0, 1.4), eye.at(x + 0.05, 0, 1.4), eye.at(x, 0, 70)],
            p.sun if not p.dark else p.lift(p.far, 0.4),
            0.9,
        )
    for i in range(7):
        z = 6 * 1.42**i
        c.line([eye.at(-8.6, 6.4, z), eye.at(0, 6.0, z), eye.at(8.6, 6.4, z)], p.depth(0.9), 1.5)
    for x in (-2.4, 1.9):
        c.line([eye.at(x, 5.9, 2), eye.at(x, 5.9, 70)], p.depth(0.95), 1.8)
    for z in (30, 20, 14):
        for side in (-1, 1):
            bx, by = eye.at(side * 5.9, 0.1, z)
            street_lamp(c, bx, by, eye.size(5.2, z), p.depth(0.9), -side)
            if z != 14 and rng.random() < 0.8:
                tx, ty = eye.at(side * 6.6, 0.1, z * 0.82)
                tree(c, tx, ty, eye.size(5.5, z * 0.82), p.fog(p.leaf, 0.15), 1)
    z = rng.uniform(10.5, 13.5)
    _tram(c, eye, -2.4, z, rng.choice((p.accent, p.second, p.leaf)))
    for _ in range(9):
        z, side = rng.uniform(8, 26), rng.choice((-1, 1))
        px, py = eye.at(side * rng.uniform(5.8, 7.6), 0.12, z)
        person(
            c,
            px,
            py,
            eye.size(1.75, z),
            dress(c, 0.7),
            rng.choice(("walk", "stroll", "stand")),
            rng.choice((-1, 1)),
            1,
            0.5,
        )
    px, py = eye.at(3.6, 0, 6.4)
    person(c, px, py, eye.size(1.75, 6.4), dress(c, 1.0, hem=0.3), "walk", -1, -1, 0.7)


def _street_side(c: Canvas, eye: Eye, side: int) -> None:
    """The façades along one side, furthest first; the right side takes the light."""
    p, rng = c.p, c.rng
    tones = [
        p.wall,
        mix(p.wall, p.accent, 0.45),
        mix(p.wall, p.second, 0.5),
        mix(p.wall, p.mid, 0.45),
        mix(p.wall, p.wood, 0.4),
    ]
    edges = [2.2]
    while edges[-1] < 62:
        edges.append(edges[-1] + rng.uniform(4.5, 6.5) * (1 + edges[-1] / 40))
    last = None
    for z0, z1 in reversed(list(itertools.pairwise(edges))):
        tall = rng.uniform(11, 17)
        tone = rng.choice([t for t in tones if t != last])
        last = tone
        fog = min(0.75, (z0 - 2) / 46)
        color = p.fog(tone if side > 0 else p.shade(tone, 0.42), fog)
        x = side * 9
        roof = [
            eye.at(x, tall, z0),
            eye.at(x, tall, z1),
            eye.at(x * 1.22, tall + 2.6, z1),
            eye.at(x * 1.22, tall + 2.6, z0),
        ]
        c.shape(roof, p.fog(mix(p.near, p.accent, 0.2), fog))
        wall = eye.side(x, 0, tall, z0, z1)
        c.shape(wall, color)
        c.grain(wall, p.shade(color, 0.5), eye.at(x, tall, z1), eye.at(x, -4, z0), 0.7)
        c.line([eye.at(x, tall, z0), eye.at(x, tall, z1)], p.lift(color, 0.4), max(1.0, eye.size(0.18, z0)))
        floors, bays = int((tall - 4) / 3.1), max(2, round((z1 - z0) / 1.9))
        pane_frame = p.fog(p.lift(color, 0.55), fog * 0.5)
        for b in range(bays):
            za, zb = z0 + (z1 - z0) * (b + 0.27) / bays, z0 + (z1 - z0) * (b + 0.73) / bays
            for f in range(floors):
                y = 4.3 + f * 3.1
                c.shape(eye.side(x * 0.998, y - 0.14, y + 2.0, za - 0.06, zb + 0.06), pane_frame)
                c.shape(eye.side(x * 0.996, y, y + 1.86, za, zb), p.fog(glass(c), fog))
        shop = p.light if rng.random() < p.lit + 0.25 else p.near
        c.shape(eye.side(x * 0.997, 0.3, 2.9, z0 + 0.5, z1 - 0.5), p.fog(p.shade(p.near, 0.2), fog))
        c.shape(eye.side(x * 0.995, 0.7, 2.6, z0 + 0.7, z1 - 0.7), p.fog(mix(shop, p.near, 0.15), fog))
        if rng.random() < 0.6:
            awning = p.fog(rng.choice((p.accent, p.second, p.leaf)), fog)
            c.shape(
                [
                    eye.at(x, 3.3, z0 + 0.5),
                    eye.at(x, 3.3, z1 - 0.5),
                    eye.at(x - side * 1.3, 2.5, z1 - 0.5),
                    eye.at(x - side * 1.3, 2.5, z0 + 0.5),
                ],
                awning,
            )


def _tram(c: Canvas, eye: Eye, x: float, z: float, color: Color) -> None:
    """A tram seen from the front and a little of its side."""
    p = c.p
    half, roof, length = 1.3, 3.35, 13.0
    lit = p.lit > 0.1
    pane = p.light if lit else mix(p.near, p.sky[1], 0.25)
    a = eye.at(x - half - 0.2, 0, z)
    b = eye.at(x + half + 0.4, 0, z)
    c.shape([(a[0], a[1] - 14), (b[0], b[1] - 14), (b[0] - 40, b[1] + 22), (a[0] - 60, a[1] + 22)], p.ink, 0.45)
    side = eye.side(x + half, 0.12, roof, z, z + length)
    c.shape(side, p.shade(color, 0.3))
    c.grain(side, p.haze, eye.at(x + half, 1, z), eye.at(x + half, 1, z + length * 1.3), 0.6)
    for i in range(6):
        z0 = z + 0.8 + i * 2.0
        c.shape(eye.side(x + half, 1.35, 2.75, z0, z0 + 1.5), pane)
    c.shape(eye.side(x + half, 0.1, 0.55, z, z + length), p.ink)
    front = eye.front(x - half, x + half, 0.1, roof, z)
    (left, low), (right, top) = front[0], front[2]
    s = right - left
    body = [
        (left, low),
        (left, top + s * 0.16),
        *arc(left + s * 0.18, top + s * 0.16, s * 0.18, s * 0.16, 180, 270, 6),
        *arc(right - s * 0.18, top + s * 0.16, s * 0.18, s * 0.16, 270, 360, 6),
        (right, low),
    ]
    c.shape(body, color)
    c.grain(body, p.shade(color, 0.5), (right, top), (left - s * 0.5, low + s * 0.3), 0.9)
    c.shape(
        [
            (left + s * 0.07, top + s * 0.72),
            (left + s * 0.1, top + s * 0.24),
            (right - s * 0.1, top + s * 0.24),
            (right - s * 0.07, top + s * 0.72),
        ],
        mix(p.near, p.ink, 0.4),
    )
    c.shape(
        [
            (left + s * 0.52, top + s * 0.72),
            (left + s * 0.66, top + s * 0.24),
            (right - s * 0.1, top + s * 0.24),
            (right - s * 0.16, top + s * 0.72),
        ],
        mix(p.sky[1], p.near, 0.45),
        0.7,
    )
    c.rect(left + 2, top + s * 0.72, right - 2, low - s * 0.02, color)
    c.grain(
        box(left, top + s * 0.72, right, low), p.shade(color, 0.5), (right, top), (left - s * 0.5, low + s * 0.3), 0.9
    )
    c.rect(left + s * 0.28, top + s * 0.07, right - s * 0.28, top + s * 0.18, p.ink)
    c.rect(left + s * 0.32, top + s * 0.09, right - s * 0.32, top + s * 0.16, p.second)
    c.rect(left, top + s * 0.78, right, top + s * 0.82, p.paper)
    c.rect(left + s * 0.04, low - s * 0.12, right - s * 0.04, low, p.ink)
    for dx in (0.18, 0.82):
        hx, hy = left + s * dx, top + s * 0.96
        c.glow(hx, hy, s * 0.5, s * 0.5, p.light, 0.8 if lit else 0.35)
        c.disc(hx, hy, s * 0.06, p.paper)
    px, py = (left + right) / 2, top
    c.line([(px - s * 0.16, py + 2), (px + s * 0.02, py - s * 0.13), (px - s * 0.08, py - s * 0.27)], p.ink, s * 0.018)
    c.line([(px - s * 0.28, py - s * 0.28), (px + s * 0.12, py - s * 0.28)], p.ink, s * 0.02)


def bridge(c: Canvas) -> None:
    """A suspension bridge striding away over the water."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.20, 0.30), rng.uniform(640, 690), 760, 5)
    sx = w * rng.uniform(0.56, 0.8)
    sky(c, eye.y, (sx, eye.y - rng.uniform(90, 300), rng.uniform(44, 64)))
    if p.name == "night":
        stars(c, eye.y)
    clouds(c, 50, eye.y - 200, 0.9)
    hill(c, contour(c, eye.y - 50, 110, 0.5), p.depth(0.16), p.haze, eye.y, 120)
    distant_city(c, -20, w * 0.42, eye.y, 120, p.depth(0.32))
    hill(c, contour(c, eye.y - 12, 40, 0.5), p.depth(0.4), None, eye.y)
    water(c, eye.y)
    x0, x1, deck = 33.0, 49.0, rng.uniform(25, 30)
    towers, top = (118.0, 330.0), rng.uniform(92, 108)
    far = p.depth(0.5)
    steel = rng.choice((mix(p.accent, p.near, 0.2), p.near, mix(p.near, p.leaf, 0.3)))
    spans = ((330.0, 520.0), (118.0, 330.0), (-90.0, 118.0))
    for z0, z1 in spans:
        for x, tone in ((x0, p.shade(steel, 0.25)), (x1, p.shade(steel, 0.45))):
            _span(c, eye, x, deck, top, z0, z1, p.fog(tone, 0.4 if z1 > 400 else 0.22 if z1 > 200 else 0.05))
    for i, z in enumerate(reversed(towers)):
        tone = mix(steel, far, 0.45) if i == 0 else steel
        for x in (x1, x0):
            leg = [eye.at(x - 3.2, -4, z), eye.at(x - 2, top, z), eye.at(x + 2, top, z), eye.at(x + 3.2, -4, z)]
            c.shape(leg, p.shade(tone, 0.15 if x == x0 else 0.4))
            c.grain(leg, p.lift(tone, 0.4), eye.at(x - 3, 0, z), eye.at(x + 4, 0, z), 0.6)
        for y in (top - 6, top * 0.62, deck - 3):
            c.shape(eye.front(x0, x1, y, y + 5, z), p.shade(tone, 0.35))
        c.shape(eye.front(x0 - 8, x1 + 8, -1.5, 4, z), p.shade(p.ground, 0.4))
    under = p.shade(steel, 0.55)
    c.shape(
        [eye.at(x0, deck - 4, 12), eye.at(x1, deck - 4, 12), eye.at(x1, deck - 4, 520), eye.at(x0, deck - 4, 520)],
        under,
    )
    side = eye.side(x0, deck - 4, deck, 12, 520)
    c.shape(side, steel)
    c.grain(side, p.haze, eye.at(x0, deck, 90), eye.at(x0, deck, 900), 0.8)
    for i in range(40):
        z = 20 * 1.085**i
        c.line([eye.at(x0, deck - 4, z), eye.at(x0, deck, z * 1.03)], p.shade(steel, 0.5), max(1.0, eye.size(0.35, z)))
    for i in range(16):
        z = 24 * 1.2**i
        px, py = eye.at(x0, deck, z)
        tall = eye.size(7, z)
        c.line([(px, py), (px, py - tall), (px + tall * 0.2, py - tall)], p.depth(0.85), max(1.0, eye.size(0.25, z)))
        if p.lit > 0.2:
            c.disc(px + tall * 0.2, py - tall, max(1.4, eye.size(0.7, z)), p.light)
    c.reflect(eye.y, 1000, p.shade(p.water, 0.12), 0.42, 7)
    c.grain(box(0, eye.y, w, 1000), p.shade(p.water, 0.6), (0, eye.y + 90), (0, 1060), 0.85)
    glitter(c, sx, eye.y + 4, 960, 150, p.sun, 70)
    afloat(
        c,
        ferry(p.accent if steel != p.accent else p.near),
        w * rng.uniform(0.56, 0.74),
        eye.y + rng.uniform(80, 120),
        290,
        rng.choice((-1, 1)),
    )
    shore = [(-20.0, 905.0), (w * 0.1, 884), (w * 0.24, 930), (w * 0.34, 1010), (-20, 1010)]
    c.shape(shore, p.shade(p.ground, 0.55))
    c.grain(shore, p.ink, (w * 0.2, 880), (0, 1040))
    person(c, w * 0.085, 912, 118, dress(c, 0.9, hem=0.3), "stand", 1, 1, 0.6)
    person(c, w * 0.125, 918, 112, dress(c, 0.6), "point", 1, 1, 0.6)
    birds(c, w * 0.36, 330, 7, p.depth(0.75))


def _span(c: Canvas, eye: Eye, x: float, deck: float, top: float, z0: float, z1: float, color: Color) -> None:
    """Main cable and hangers of one span: hung between two towers, or from one tower to its anchor."""
    low = deck + 4
    points = []
    for i in range(41):
        t = i / 40
        z = z0 + (z1 - z0) * t
        if z0 < 0:
            y = low + (top - low) * max(0.0, t) ** 1.6
        elif z1 > 400:
            y = low + (top - low) * (1 - t) ** 1.6
        else:
            y = low + (top - low) * (2 * t - 1) ** 2
        if z > 10:
            points.append((y, z))
    c.line([eye.at(x, y, z) for y, z in points], color, max(1.6, eye.size(0.9, max(60.0, (z0 + z1) / 2))))
    for y, z in points[::2]:
        if math.isfinite(y):
            c.line([eye.at(x, y, z), eye.at(x, deck, z)], color, max(1.0, eye.size(0.22, z)))

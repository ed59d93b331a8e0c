"""The harbour: the old quay, and the ferry leaving."""

from __future__ import annotations

from .buildings import spire
from .canvas import Canvas
from .houses import house_row
from .land import contour, glitter, hill, water, wavelets
from .landmarks import bollard, distant_city, lighthouse, quay_crane, smoke, street_lamp
from .looks import dress
from .outlines import box, smooth
from .palettes import mix
from .people import person
from .ships import afloat, ferry, fishing_boat
from .sky import birds, clouds, sky, stars


def harbour(c: Canvas) -> None:
    """An old quay with its houses, boats lying off it, and somebody at the end of the jetty."""
    p, rng, w = c.p, c.rng, c.w
    horizon = rng.uniform(500, 560)
    sx = w * rng.uniform(0.62, 0.78)
    sky(c, horizon, (sx, horizon - rng.uniform(90, 250), rng.uniform(36, 54)))
    if p.name == "night":
        stars(c, horizon)
    clouds(c, 60, horizon - 160, 0.8)
    hill(c, contour(c, horizon - 70, 110, 0.5), p.depth(0.14), p.haze, horizon, 130)
    distant_city(c, w * 0.42, w * 1.02, horizon, 110, p.depth(0.3))
    if rng.random() < 0.5:
        for i in range(rng.choice((2, 3))):
            quay_crane(c, w * (0.66 + 0.11 * i), horizon + 2, rng.uniform(120, 150), p.depth(0.45), -1)
    else:
        mole = w * rng.uniform(0.68, 0.84)
        c.shape(
            smooth(
                [
                    (mole - 90, horizon + 22),
                    (mole - 60, horizon + 2),
                    (mole + 60, horizon),
                    (w + 40, horizon - 8),
                    (w + 40, horizon + 22),
                ],
                steps=4,
            ),
            p.depth(0.62),
        )
        lighthouse(c, mole, horizon + 6, rng.uniform(150, 190), -1, p.lit > 0.2)
    quay_top, quay_foot = horizon + 26, horizon + 58
    end = w * rng.uniform(0.40, 0.60)
    c.rect(0, horizon, w, horizon + 20, p.depth(0.3))
    house_row(c, -30, end - 90, quay_top, rng.uniform(190, 235), 1, 0.06, rng.uniform(92, 122))
    if rng.random() < 0.6:
        spire(
            c,
            end * rng.uniform(0.3, 0.6),
            quay_top - 170,
            58,
            300,
            p.fog(mix(p.wall, p.wood, 0.4), 0.2),
            p.fog(p.near, 0.15),
            1,
        )
        house_row(c, -60, end - 100, quay_top, 185, 1, 0.02, 108)
    c.shape([(0, quay_top - 4), (end, quay_top - 4), (end + 8, quay_foot), (0, quay_foot)], p.shade(p.ground, 0.45))
    c.rect(0, quay_top - 6, end + 4, quay_top + 3, p.lift(p.ground, 0.1))
    for _ in range(7):
        person(
            c,
            rng.uniform(20, end - 20),
            quay_top,
            rng.uniform(38, 44),
            dress(c),
            rng.choice(("walk", "stroll", "stand")),
            rng.choice((-1, 1)),
            1,
        )
    for i in range(4):
        street_lamp(c, end * (0.16 + 0.25 * i), quay_top, 92, p.ink)
    water(c, quay_foot)
    c.gradient(horizon + 18, quay_foot, (mix(p.sky[2], p.water, 0.4), mix(p.sky[2], p.water, 0.5)))
    c.shape([(0, quay_top - 4), (end, quay_top - 4), (end + 8, quay_foot), (0, quay_foot)], p.shade(p.ground, 0.45))
    c.grain(box(0, quay_top, end + 6, quay_foot), p.ink, (0, quay_top), (0, quay_foot + 10), 0.8)
    c.rect(0, quay_top - 6, end + 4, quay_top + 3, p.lift(p.ground, 0.1))
    c.reflect(quay_foot, 1000, p.shade(p.water, 0.18), 0.5, 5)
    c.grain(box(0, quay_foot, w, 1000), p.shade(p.water, 0.6), (0, quay_foot + 120), (0, 1060), 0.85)
    glitter(c, sx, horizon + 24, 900, 150, p.sun, 80)
    wavelets(c, quay_foot + 10, 990, mix(p.sky[2], p.water, 0.3), 50, 0.3)
    hulls = [p.accent, p.near, p.leaf, p.second, mix(p.wall, p.mid, 0.3)]
    rng.shuffle(hulls)
    spots = [(0.20, 690, 150), (0.45, 735, 210), (0.72, 700, 130)]
    for i, (fx, y, length) in enumerate(spots[: rng.choice((2, 3, 3))]):
        afloat(
            c,
            fishing_boat(hulls[i], mix(p.paper, p.haze, 0.2)),
            w * (fx + rng.uniform(-0.04, 0.04)),
            y + rng.uniform(-12, 12),
            length * rng.uniform(0.95, 1.2),
            rng.choice((-1, 1)),
        )
    _jetty(c)
    birds(c, w * rng.uniform(0.3, 0.7), horizon - 200, 7, p.depth(0.75))


def _jetty(c: Canvas) -> None:
    """A plank jetty that comes in from the lower right, with a figure looking out."""
    p, rng, w = c.p, c.rng, c.w
    plank = mix(p.wood, p.ink, 0.3)
    near, far = (w * 0.66, w * 1.06), (w * 0.60, w * 0.73)
    top, bottom = 812.0, 1000.0
    for i in range(4):
        t = i / 3.4
        for side in (0, 1):
            x = far[side] + (near[side] - far[side]) * t
            y = top + (bottom - top) * t
            c.rect(x - 6 - 5 * t, y, x + 6 + 5 * t, y + 70 + 70 * t, p.ink)
    deck = [(far[0], top), (far[1], top), (near[1], bottom), (near[0], bottom)]
    c.shape(deck, plank)
    for i in range(15):
        t = (i / 15) ** 1.5
        y = top + (bottom - top) * t
        c.line(
            [(far[0] + (near[0] - far[0]) * t, y), (far[1] + (near[1] - far[1]) * t, y)],
            p.shade(plank, 0.5),
            1.2 + 2.5 * t,
        )
    c.grain(deck, p.lift(plank, 0.5), (w, 1000), (far[1], top - 20), 0.5)
    c.shape([(far[0], top), (far[1], top), (far[1], top + 12), (far[0], top + 12)], p.ink)
    bollard(c, far[0] + 12, top + 14, 30)
    bollard(c, far[1] + 10, top + 44, 36)
    who = rng.uniform(0.35, 0.65)
    person(
        c, far[0] + (far[1] - far[0]) * who, top + 34, 150, dress(c, 0.8, hem=0.3), "stand", rng.choice((-1, 1)), 1, 0.7
    )
    for dx, s in ((0.86, 46), (0.97, 38)):
        x, y = w * 0.62 + w * 0.3 * dx, 950
        c.rect(x, y - s, x + s * 1.3, y, mix(p.wood, p.second, 0.4))
        c.grain(box(x, y - s, x + s * 1.3, y), p.ink, (x, y - s), (x + s * 1.8, y), 0.8)
        c.line([(x, y - s / 2), (x + s * 1.3, y - s / 2)], p.shade(p.wood, 0.5), 2)


def leaving_ferry(c: Canvas) -> None:
    """A small ferry with its windows lit leaving the landing stage, the city and a clock tower behind it."""
    p, rng, w = c.p, c.rng, c.w
    horizon = rng.uniform(520, 560)
    sx = w * rng.uniform(0.16, 0.34)
    sky(c, horizon, (sx, horizon - rng.uniform(70, 200), rng.uniform(44, 62)))
    if p.name == "night":
        stars(c, horizon)
    clouds(c, 50, horizon - 180, 0.9)
    distant_city(c, -20, w + 20, horizon, 150, p.depth(0.22))
    distant_city(c, w * 0.3, w + 160, horizon, 210, p.depth(0.36))
    tx = w * rng.uniform(0.56, 0.66)
    stone = p.fog(mix(p.wall, p.wood, 0.3), 0.25)
    c.rect(tx - 34, horizon - 260, tx + 34, horizon, stone)
    c.grain(box(tx - 34, horizon - 260, tx + 34, horizon), p.depth(0.6), (tx - 20, 0), (tx + 60, 0), 0.8)
    c.shape([(tx - 42, horizon - 258), (tx, horizon - 372), (tx + 42, horizon - 258)], p.fog(p.near, 0.2))
    c.disc(tx, horizon - 214, 25, p.light if p.lit > 0.1 else p.paper)
    c.line([(tx, horizon - 214), (tx, horizon - 232)], p.ink, 3)
    c.line([(tx, horizon - 214), (tx + 13, horizon - 208)], p.ink, 3)
    water(c, horizon)
    c.reflect(horizon, 1000, p.shade(p.water, 0.1), 0.45, 5)
    c.grain(box(0, horizon, w, 1000), p.shade(p.water, 0.6), (0, horizon + 120), (0, 1070), 0.85)
    glitter(c, sx, horizon + 4, 980, 160, p.sun, 100)
    wavelets(c, horizon + 10, 990, mix(p.sky[2], p.water, 0.3), 60, 0.35)
    fx, fy, size = w * rng.uniform(0.40, 0.5), rng.uniform(700, 740), rng.uniform(560, 640)
    afloat(c, ferry(rng.choice((p.accent, p.near, p.leaf))), fx, fy, size, -1, 0.7, 0.45)
    foam = mix(p.paper, p.sky[2], 0.2)
    c.shape(
        smooth(
            [
                (fx - size * 0.5, fy + 2),
                (fx - size * 0.54, fy - 8),
                (fx - size * 0.46, fy + 4),
                (fx - size * 0.2, fy + 14),
                (fx - size * 0.5, fy + 12),
            ],
            steps=4,
        ),
        foam,
    )
    for k in range(3):
        c.line(
            smooth(
                [(fx + size * 0.48, fy + 4 + 5 * k), (fx + size * 0.8, fy + 14 + 12 * k), (w + 30, fy + 22 + 22 * k)],
                False,
            ),
            foam,
            5 - k,
            0.75,
        )
    smoke(c, fx + size * 0.04, fy - size * 0.42, 20, 190, mix(p.haze, p.paper, 0.4), 0.45, 8)
    for i in range(5):
        person(
            c,
            fx - size * 0.26 + i * size * 0.12 + rng.uniform(-14, 14),
            fy - size * 0.255,
            size * 0.085,
            dress(c, 0.8),
            "stand",
            rng.choice((-1, 1)),
            1,
        )
    stage = [(w * 0.70, 860), (w + 10, 838), (w + 10, 1000), (w * 0.66, 1000)]
    c.shape(stage, p.shade(p.wood, 0.35))
    for k in range(7):
        y = 866 + 20 * k
        c.line([(w * (0.70 - 0.006 * k), y), (w, y - 22)], p.shade(p.wood, 0.65), 2.5)
    c.grain(stage, p.ink, (w * 0.75, 850), (w, 1060), 0.8)
    c.shape([(w * 0.70, 860), (w + 10, 838), (w + 10, 850), (w * 0.70, 873)], p.lift(p.wood, 0.3))
    bollard(c, w * 0.725, 884, 44)
    for dx, size2 in ((0.80, 172), (0.875, 164)):
        person(c, w * dx, 936, size2, dress(c, 0.9, hem=0.3), rng.choice(("stand", "raise", "hold")), -1, -1, 0.6)
    street_lamp(c, w * 0.955, 900, 420, p.ink)
    birds(c, fx + size * 0.4, fy - size * 0.5, 9, p.depth(0.85))

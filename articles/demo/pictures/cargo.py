"""Cargo ships, at sea and at the berth."""

from __future__ import annotations

from .canvas import Canvas
from .land import contour, glitter, hill, water, wavelets
from .landmarks import bollard, distant_city, quay_crane
from .looks import dress
from .outlines import box, smooth
from .palettes import Color, mix
from .people import person
from .ships import afloat, container_ship, tug
from .sky import birds, clouds, sky, stars, veil


def cargo_ship(c: Canvas) -> None:
    """A laden container ship outward bound, with a tug for scale."""
    p, rng, w = c.p, c.rng, c.w
    horizon = rng.uniform(560, 610)
    sx = w * rng.uniform(0.12, 0.3)
    sky(c, horizon, (sx, horizon - rng.uniform(60, 260), rng.uniform(40, 66)))
    if p.name == "night":
        stars(c, horizon)
    clouds(c, 50, horizon - 150, 1.1)
    hill(c, contour(c, horizon - 30, 70, 0.5), p.depth(0.12), p.haze, horizon, 90)
    if rng.random() < 0.6:
        for i in range(3):
            quay_crane(c, w * (0.06 + 0.07 * i), horizon + 2, 120, p.depth(0.28))
    water(c, horizon)
    c.reflect(horizon, 760, p.water, 0.3, 4)
    glitter(c, sx, horizon + 4, 960, 170, p.sun, 110)
    wavelets(c, horizon + 8, 900, mix(p.sky[2], p.water, 0.35), 70, 0.35)
    hull = rng.choice((p.near, p.shade(p.accent, 0.15), p.ink, p.shade(p.leaf, 0.35)))
    boxes = [p.accent, p.second, p.mid, p.leaf, mix(p.paper, p.mid, 0.25), mix(p.accent, p.near, 0.5), p.far]
    length = rng.uniform(1060, 1230)
    x, y = w * rng.uniform(0.53, 0.6), horizon + rng.uniform(80, 110)
    afloat(c, container_ship(hull, boxes, rng.choice((10, 12, 13))), x, y, length, 1, 0.7, 0.4)
    foam = mix(p.paper, p.sky[2], 0.25)
    bow = x + length * 0.46
    c.shape(
        smooth(
            [(bow - 60, y + 2), (bow - 10, y - 7), (bow + 20, y - 4), (bow + 6, y + 6), (bow - 200, y + 9)], steps=4
        ),
        foam,
        0.9,
    )
    c.line(
        smooth([(bow, y + 6), (bow - 300, y + 18), (bow - 800, y + 12), (x - length * 0.6, y + 20)], False),
        foam,
        3.5,
        0.7,
    )
    tx = w * rng.uniform(0.16, 0.4)
    afloat(c, tug(p.second if hull != p.second else p.near), tx, y + rng.uniform(95, 130), 150, 1)
    c.line(smooth([(tx - 80, y + 130), (tx - 200, y + 138), (tx - 380, y + 132)], False), foam, 4, 0.6)
    for i in range(4):
        yy = 880 + 34 * i
        crest = [
            (xx, yy + 8 * (1 if j % 2 else -1) * rng.uniform(0.4, 1))
            for j, xx in enumerate(range(-40, int(w) + 90, 90))
        ]
        c.shape([*smooth(crest, False, 5), (w + 60, 1010), (-60, 1010)], p.shade(p.water, 0.34 + 0.1 * i))
    birds(c, x + length * 0.2, horizon - 260, 9, p.depth(0.85), 11)


def at_berth(c: Canvas) -> None:
    """A cargo ship at its berth under the quay cranes, two people walking towards it."""
    p, rng, w = c.p, c.rng, c.w
    quay = rng.uniform(720, 750)
    sx = w * rng.uniform(0.1, 0.22)
    sky(c, quay - 60, (sx, rng.uniform(260, 420), rng.uniform(48, 66)))
    clouds(c, 50, 380, 0.9)
    distant_city(c, -20, w + 20, quay - 60, 120, p.depth(0.2))
    for i in range(2):
        quay_crane(c, w * (0.08 + 0.16 * i), quay - 56, 230, p.depth(0.34), 1)
    veil(c, quay - 240, quay - 30, 0.5)
    c.rect(0, quay - 60, w, quay, mix(p.water, p.sky[2], 0.4))
    hull = rng.choice((p.near, p.shade(p.accent, 0.15), p.shade(p.leaf, 0.35)))
    bow, top = w * rng.uniform(0.36, 0.42), quay - 330
    body = [
        (bow - 60, top - 40),
        (w + 20, top + 10),
        (w + 20, quay + 4),
        (bow + 96, quay + 4),
        *smooth([(bow + 96, quay + 4), (bow + 46, quay - 60), (bow + 20, quay - 180), (bow - 60, top - 40)], False, 6),
    ]
    boxes = [p.accent, p.second, p.mid, p.leaf, mix(p.paper, p.mid, 0.25), p.far, mix(p.accent, p.near, 0.5)]
    for i in range(9):
        bx = bow + 130 + 126 * i
        for n in range(rng.choice((2, 3, 3))):
            tone = rng.choice(boxes)
            by = top - 4 - 46 * n + i * 3
            c.rect(bx, by - 44, bx + 120, by, tone)
            c.grain(box(bx, by - 44, bx + 120, by), p.shade(tone, 0.5), (bx, by - 44), (bx + 150, by + 20), 0.7)
            for k in range(1, 9):
                c.line([(bx + 120 * k / 9, by - 42), (bx + 120 * k / 9, by - 2)], p.shade(tone, 0.28), 1.4)
    c.shape(body, hull)
    c.grain(body, p.shade(hull, 0.65), (bow + 200, top), (bow + 300, quay + 60), 0.9)
    c.grain(body, p.lift(hull, 0.4), (bow + 260, quay), (bow - 80, top - 60), 0.7)
    with c.clip(body):
        c.rect(0, quay - 62, w + 30, quay + 10, p.shade(p.accent, 0.25))
        for k in range(4):
            c.line([(bow - 40, top + 50 + 62 * k), (w, top + 72 + 58 * k)], p.shade(hull, 0.4), 2, 0.6)
    c.line([(bow - 60, top - 40), (w + 20, top + 10)], p.lift(hull, 0.5), 6)
    c.disc(bow + 60, top + 78, 15, p.ink)
    c.limb((bow + 60, top + 82), (bow + 62, top + 128), 7, 7, p.ink)
    c.limb((bow + 42, top + 116), (bow + 84, top + 122), 8, 8, p.ink)
    for k in range(7):
        c.rect(bow + 64, quay - 90 - 24 * k, bow + 84, quay - 85 - 24 * k, p.paper)
    for x in (w * 0.66, w * 0.93):
        _gantry(c, x, quay + 12, 640, mix(p.second, p.accent, 0.3 if x < w * 0.8 else 0.0))
    ground = p.lift(mix(p.ground, p.mid, 0.4), 0.05)
    c.rect(0, quay, w, 1000, p.shade(ground, 0.1))
    c.rect(0, quay - 4, w, quay + 9, p.lift(ground, 0.3))
    c.grain(box(0, quay, w, 1000), p.ink, (w * 0.2, quay), (w * 0.8, 1080), 0.85)
    for x0, x1 in ((0.15, -0.1), (0.55, 0.5), (0.95, 1.15)):
        c.shape(
            [(w * x0 - 4, quay + 9), (w * x0 + 4, quay + 9), (w * x1 + 12, 1000), (w * x1 - 12, 1000)],
            p.lift(p.mid, 0.4),
        )
    for fx in (0.3, 0.52):
        bollard(c, w * fx, quay + 34, 34)
        c.line(smooth([(w * fx, quay + 8), ((w * fx + bow) / 2, quay - 40), (bow - 20, top + 20)], False), p.ink, 4)
    for k, (fx, size) in enumerate(((0.235, 186), (0.30, 178))):
        x, y = w * fx + rng.uniform(-8, 8), 918 + 6 * k
        look = dress(
            c,
            1.0,
            top=rng.choice((p.accent, p.second)),
            hem=0.0,
            hat=("helmet", "")[k],
            hat_color=p.paper,
            bag=p.near if k else None,
        )
        person(c, x, y, size, look, "walk", 1, -1, 1.0)
    birds(c, w * 0.24, 330, 8, p.depth(0.8))


def _gantry(c: Canvas, x: float, base: float, height: float, color: Color) -> None:
    """A quay crane near by, its boom over the ship."""
    p, h = c.p, height
    dark = p.shade(color, 0.4)
    for dx in (-90, 90):
        leg = box(x + dx - 13, base - h * 0.72, x + dx + 13, base)
        c.shape(leg, color)
        c.grain(leg, p.shade(color, 0.6), (x + dx - 8, 0), (x + dx + 16, 0), 0.9)
        c.rect(x + dx - 26, base - 16, x + dx + 26, base, p.ink)
    c.line([(x - 90, base - h * 0.3), (x + 90, base - h * 0.3)], color, 16)
    c.line([(x - 90, base - h * 0.3), (x + 90, base - h * 0.7)], dark, 7)
    c.rect(x - 330, base - h * 0.76, x + 260, base - h * 0.71, color)
    c.rect(x - 330, base - h * 0.72, x + 260, base - h * 0.71, dark)
    c.line([(x - 60, base - h * 0.75), (x, base - h * 1.02), (x + 60, base - h * 0.75)], color, 11)
    c.line([(x - 320, base - h * 0.75), (x, base - h * 1.01), (x + 250, base - h * 0.75)], dark, 4)
    c.rect(x - 200, base - h * 0.71, x - 150, base - h * 0.66, p.ink)
    c.line([(x - 175, base - h * 0.66), (x - 175, base - h * 0.56)], p.ink, 3)

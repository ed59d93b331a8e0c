"""Scenes by the water: harbour, coast, cargo ship, sailing."""

from __future__ import annotations

from .buildings import house_row, spire, street_lamp
from .canvas import Canvas, Point, box, smooth
from .land import contour, glitter, height_at, hill, water, wavelets
from .palettes import Color, mix
from .people import dress, person
from .ships import afloat, container_ship, fishing_boat, tug, yacht
from .sky import birds, clouds, sky, stars


def distant_city(c: Canvas, x0: float, x1: float, base: float, height: float, color: Color) -> None:
    """A city far off, as one broken silhouette with a few spires and cranes."""
    rng = c.rng
    points: list[Point] = [(x0, base + 4)]
    x = x0
    while x < x1:
        w, near = rng.uniform(10, 34), 1 - abs((x - (x0 + x1) / 2) / ((x1 - x0) / 2))
        h = height * (0.18 + 0.6 * near * rng.random() + 0.12 * rng.random())
        points += [(x, base - h), (x + w * rng.uniform(0.7, 1.0), base - h)]
        x += w
    c.shape([*points, (x1, base + 4)], color)
    for _ in range(2):
        sx = rng.uniform(x0 + (x1 - x0) * 0.2, x1 - (x1 - x0) * 0.2)
        c.shape(
            [
                (sx - 6, base),
                (sx - 5, base - height * 0.6),
                (sx, base - height * 1.15),
                (sx + 5, base - height * 0.6),
                (sx + 6, base),
            ],
            color,
        )


def quay_crane(c: Canvas, x: float, base: float, height: float, color: Color, face: int = 1) -> None:
    """A container gantry with its boom out over the water."""
    h = height
    for dx in (-0.16, 0.16):
        c.line([(x + dx * h, base), (x + dx * 0.8 * h, base - h * 0.62)], color, h * 0.026)
    c.line([(x - 0.15 * h, base - h * 0.3), (x + 0.15 * h, base - h * 0.3)], color, h * 0.02)
    c.line([(x - 0.16 * h, base - h * 0.02), (x + 0.13 * h, base - h * 0.6)], color, h * 0.012)
    c.line([(x - face * 0.32 * h, base - h * 0.62), (x + face * 0.75 * h, base - h * 0.64)], color, h * 0.034)
    c.line(
        [(x - face * 0.1 * h, base - h * 0.62), (x, base - h), (x + face * 0.1 * h, base - h * 0.63)], color, h * 0.018
    )
    c.line(
        [(x - face * 0.3 * h, base - h * 0.63), (x, base - h), (x + face * 0.7 * h, base - h * 0.64)], color, h * 0.008
    )
    c.rect(x + face * 0.3 * h, base - h * 0.62, x + face * 0.38 * h, base - h * 0.57, color)


def lighthouse(c: Canvas, x: float, base: float, height: float, sun: int = -1, lit: bool = False) -> None:
    """A banded light on its rock."""
    p, h = c.p, height
    if lit:
        c.glow(x, base - h * 0.91, h * 1.1, h * 0.8, p.light, 0.55)
    tone, band = mix(p.paper, p.haze, 0.15), p.accent
    outline = [
        (x - 0.12 * h, base),
        (x - 0.075 * h, base - 0.8 * h),
        (x + 0.075 * h, base - 0.8 * h),
        (x + 0.12 * h, base),
    ]
    c.shape(outline, tone)
    for i in range(0, 4, 2):
        a, b = i / 4 + 0.12, i / 4 + 0.34
        wa, wb = 0.12 - 0.056 * a, 0.12 - 0.056 * b
        c.shape(
            [
                (x - wa * h, base - a * 0.8 * h),
                (x + wa * h, base - a * 0.8 * h),
                (x + wb * h, base - b * 0.8 * h),
                (x - wb * h, base - b * 0.8 * h),
            ],
            band,
        )
    c.grain(outline, p.shade(tone, 0.7), (x + sun * 0.05 * h, 0), (x - sun * 0.16 * h, 0), 0.8)
    c.rect(x - 0.105 * h, base - 0.835 * h, x + 0.105 * h, base - 0.8 * h, p.ink)
    c.rect(
        x - 0.055 * h,
        base - 0.93 * h,
        x + 0.055 * h,
        base - 0.835 * h,
        p.light if lit or p.lit > 0.2 else mix(p.near, p.haze, 0.3),
    )
    c.shape([(x - 0.08 * h, base - 0.925 * h), (x, base - 1.02 * h), (x + 0.08 * h, base - 0.925 * h)], p.accent)
    c.line([(x, base - 1.02 * h), (x, base - 1.08 * h)], p.ink, 1.8)


def bollard(c: Canvas, x: float, y: float, s: float) -> None:
    """An iron mooring post."""
    c.shape([(x - s * 0.4, y), (x - s * 0.32, y - s), (x + s * 0.32, y - s), (x + s * 0.4, y)], c.p.ink)
    c.oval(x, y - s, s * 0.5, s * 0.2, c.p.shade(c.p.near, 0.4))


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
    for i in range(rng.choice((2, 3))):
        quay_crane(c, w * (0.66 + 0.11 * i), horizon + 2, rng.uniform(120, 150), p.depth(0.45), -1)
    quay_top, quay_foot = horizon + 26, horizon + 58
    end = w * rng.uniform(0.44, 0.56)
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


def coast(c: Canvas) -> None:
    """Headland after headland, a light on the furthest, and a walker with a dog on the sand."""
    p, rng, w = c.p, c.rng, c.w
    horizon = rng.uniform(400, 470)
    sx = w * rng.uniform(0.2, 0.42)
    sky(c, horizon, (sx, horizon - rng.uniform(60, 190), rng.uniform(38, 60)))
    clouds(c, 50, horizon - 110)
    water(c, horizon, 900)
    glitter(c, sx, horizon + 6, 820, 170, p.sun, 100)
    grass = [p.fog(p.leaf, f) for f in (0.62, 0.42, 0.2, 0.0)]
    rock = [p.depth(d) for d in (0.22, 0.42, 0.6, 0.78)]
    for i in range(4):
        reach = w * (0.30 + 0.15 * i + rng.uniform(-0.04, 0.03))
        foot = horizon + (10, 34, 84, 190)[i]
        top = horizon - (40, 74, 120, 190)[i] * rng.uniform(0.85, 1.15)
        cliff = [
            (w + 10, foot),
            (w + 10, top - 30),
            (w * 0.9, top - 18 * rng.random()),
            ((w + reach) / 2 + 60, top + 8),
            (reach + 40, top + 26),
            (reach + 10, top + 60),
            (reach + 16, (top + foot) / 2 + 12),
            (reach - 14, foot),
        ]
        face = [*cliff[:1], *smooth(cliff[1:], False, 4)]
        c.shape(face, rock[i])
        c.grain(face, p.shade(rock[i], 0.5), (reach, top), (reach + (w - reach) * 0.9, foot), 0.9)
        c.grain(face, p.fog(p.lift(rock[i], 0.5), 0.3), (reach + 120, top), (reach - 20, top + 30), 0.75)
        turf = [
            *smooth(cliff[1:6], False, 4),
            (reach + 60, top + 66),
            ((w + reach) / 2 + 40, top + 50),
            (w + 10, top + 46),
        ]
        c.shape(turf, grass[i])
        for _ in range(7):
            x = rng.uniform(reach + 40, w)
            c.line(
                smooth(
                    [(x, top + 70), (x + rng.uniform(-14, 6), (top + foot) / 2), (x + rng.uniform(-22, 12), foot)],
                    False,
                    4,
                ),
                p.shade(rock[i], 0.35),
                2.2,
                0.6,
            )
        if i == 1:
            lighthouse(c, reach + 74, top + 26, 108, -1, p.lit > 0.2)
        c.line(
            smooth([(reach - 30, foot + 1), (reach + 90, foot + 5), (w * 0.85, foot + 1), (w + 10, foot + 5)], False),
            mix(p.paper, p.sky[2], 0.3),
            5,
            0.85,
        )
    for i in range(5):
        y = horizon + 130 + 62 * i
        crest = smooth(
            [(-20, y + 40 + 10 * i), (w * 0.25, y + 22), (w * 0.5, y + 30), (w * (0.72 - 0.02 * i), y - 6)], False
        )
        c.line(crest, mix(p.paper, p.sky[2], 0.2), 2.5 + 1.6 * i, 0.75)
        c.line([(x, yy + 5 + 2 * i) for x, yy in crest], p.shade(p.water, 0.3), 3 + i, 0.4)
    sand = p.lift(p.ground, 0.15)
    shore = smooth(
        [(-20, 800), (w * 0.2, 790), (w * 0.42, 742), (w * 0.6, 690), (w * 0.74, 660), (w * 0.9, 668), (w + 20, 640)],
        False,
    )
    wet = [(x, y - 16) for x, y in shore]
    c.shape([*wet, (w + 20, 1000), (-20, 1000)], mix(p.shade(sand, 0.28), p.sky[2], 0.2))
    c.shape([*[(x, y + 16 + 0.02 * x) for x, y in shore], (w + 20, 1000), (-20, 1000)], sand)
    c.grain([*shore, (w + 20, 1000), (-20, 1000)], p.shade(sand, 0.5), (w * 0.4, 760), (w * 0.62, 1080), 0.9)
    c.line(wet, p.paper, 5, 0.9)
    px, py = w * rng.uniform(0.36, 0.5), rng.uniform(862, 900)
    for i in range(12):
        c.oval(px + 40 + 32 * i, py + 4 + 5 * i + (i % 2) * 8, 5, 2.4, p.shade(sand, 0.4), 0.6)
    person(c, px, py, 138, dress(c, 1.0, hem=0.3), "walk", -1, -1, 0.9)
    _dog(c, px - 96, py + 8, 52, p.shade(p.wood, 0.35))
    dune = smooth([(w * 0.72, 1010), (w * 0.82, 905), (w * 0.93, 860), (w + 30, 800)], False)
    c.shape([*dune, (w + 30, 1010)], p.shade(p.leaf, 0.35))
    for _ in range(60):
        x = rng.uniform(w * 0.77, w)
        y = height_at(dune, x) + 6
        lean = rng.uniform(-26, 6)
        c.line(
            smooth([(x, y), (x + lean * 0.3, y - 26), (x + lean, y - rng.uniform(38, 66))], False, 3),
            rng.choice((p.shade(p.leaf, 0.5), mix(p.leaf, p.second, 0.35))),
            2.4,
        )
    birds(c, sx + 120, horizon - 130, 6, p.depth(0.7))


def _dog(c: Canvas, x: float, y: float, s: float, color: Color) -> None:
    """A dog trotting to the left."""
    for dx, tip in ((-0.26, -0.4), (-0.14, -0.1), (0.3, 0.2), (0.38, 0.52)):
        c.limb((x + dx * s, y - 0.4 * s), (x + tip * s, y), 0.13 * s, 0.07 * s, color)
    c.limb((x - 0.26 * s, y - 0.5 * s), (x + 0.36 * s, y - 0.47 * s), 0.34 * s, 0.28 * s, color)
    c.limb((x - 0.3 * s, y - 0.55 * s), (x - 0.5 * s, y - 0.82 * s), 0.22 * s, 0.2 * s, color)
    c.limb((x - 0.52 * s, y - 0.84 * s), (x - 0.74 * s, y - 0.76 * s), 0.2 * s, 0.1 * s, color)
    c.limb((x - 0.42 * s, y - 0.9 * s), (x - 0.36 * s, y - 0.72 * s), 0.1 * s, 0.06 * s, c.p.ink)
    c.limb((x + 0.44 * s, y - 0.55 * s), (x + 0.74 * s, y - 0.8 * s), 0.09 * s, 0.04 * s, color)


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


def sailing(c: Canvas) -> None:
    """A fleet heeling in a fresh breeze, the leader close by."""
    p, rng, w = c.p, c.rng, c.w
    horizon = rng.uniform(470, 540)
    sx = w * rng.uniform(0.68, 0.85)
    sky(c, horizon, (sx, horizon - rng.uniform(110, 300), rng.uniform(40, 60)))
    clouds(c, 60, horizon - 120, 1.2, True if rng.random() < 0.6 else None)
    hill(c, contour(c, horizon - 26, 80, 0.5), p.depth(0.2), p.haze, horizon, 90)
    water(c, horizon)
    c.reflect(horizon, horizon + 120, p.water, 0.35, 4)
    glitter(c, sx, horizon + 4, 960, 190, p.sun, 120)
    tones = [
        (p.paper, p.paper),
        (p.paper, p.accent),
        (mix(p.paper, p.haze, 0.3), p.second),
        (p.paper, p.leaf),
        (p.second, p.paper),
    ]
    heel = rng.uniform(8, 17)
    for i in range(rng.choice((4, 5, 6))):
        x, size = w * (0.42 + 0.12 * i + rng.uniform(-0.03, 0.03)), rng.uniform(36, 66)
        main, jib = rng.choice(tones)
        afloat(
            c,
            yacht(p.near, p.fog(main, 0.2), p.fog(jib, 0.2), False),
            x,
            horizon + 14 + size * 0.3,
            size,
            1,
            0.7,
            0.3,
            heel * 0.8,
        )
    wavelets(c, horizon + 20, 800, mix(p.sky[2], p.water, 0.3), 70, 0.4)
    main, jib = rng.choice(tones[1:])
    second_x = w * rng.uniform(0.64, 0.74)
    afloat(
        c, yacht(p.paper, tones[0][0], rng.choice(tones)[1]), second_x, 690, rng.uniform(190, 230), 1, 0.6, 0.4, heel
    )
    _sea(c, 720, 800, 0.12)
    x, y = w * rng.uniform(0.27, 0.36), rng.uniform(835, 865)
    size = rng.uniform(440, 510)
    afloat(c, yacht(rng.choice((p.near, p.accent, p.ink)), main, jib), x, y, size, 1, 0.4, 0.4, heel)
    for i in range(3):
        cx = x - size * (0.12 + 0.1 * i)
        person(c, cx, y - size * 0.02, 96, dress(c, 1.0, hem=0.0, bag=None), "sit", 1, 1)
    spray = mix(p.paper, p.sky[2], 0.15)
    bow = x + size * 0.5
    for _ in range(26):
        c.disc(
            bow + rng.gauss(-20, 40), y + 20 - abs(rng.gauss(0, 20)), rng.uniform(1.2, 5), spray, rng.uniform(0.5, 1)
        )
    c.shape(
        smooth(
            [(bow - 130, y + 26), (bow - 30, y + 4), (bow + 14, y + 12), (bow - 10, y + 30), (bow - 240, y + 40)],
            steps=5,
        ),
        spray,
        0.9,
    )
    c.line(
        smooth([(x - size * 0.42, y + 26), (x - size * 0.8, y + 36), (x - size * 1.4, y + 30)], False), spray, 7, 0.7
    )
    _sea(c, 868, 1000, 0.3)


def _sea(c: Canvas, top: float, bottom: float, share: float) -> None:
    """Rows of chop, darker towards the viewer."""
    p, rng = c.p, c.rng
    rows = 3
    for i in range(rows):
        y = top + (bottom - top) * i / rows
        crest = []
        x = -60.0
        while x < c.w + 120:
            crest.append((x, y + (12 if len(crest) % 2 else -10) * rng.uniform(0.3, 1.0)))
            x += rng.uniform(50, 110)
        line = smooth(crest, False, 5)
        tone = p.shade(p.water, share + 0.1 * i)
        c.grain([*line, (c.w + 60, y + 120), (-60, y + 120)], tone, (0, y + 90), (0, y - 10), 1.0, 0.6)
        c.line(line, mix(p.sky[2], p.water, 0.4), 2.2, 0.4)

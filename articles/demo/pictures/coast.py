"""The coast, and yachts off it."""

from __future__ import annotations

from .canvas import Canvas
from .land import contour, glitter, height_at, hill, water, wavelets
from .landmarks import lighthouse
from .looks import dress
from .outlines import smooth
from .palettes import Color, mix
from .people import person
from .ships import afloat, yacht
from .sky import birds, clouds, sky


def coast(c: Canvas) -> None:
    """Headlands one behind the other, a lighthouse on one, and a walker with a dog on the sand."""
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


def sailing(c: Canvas) -> None:
    """Yachts heeling in a fresh breeze, the leader close by with her crew on the rail."""
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

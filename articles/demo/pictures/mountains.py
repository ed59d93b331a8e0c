"""Mountains: a peak over its lake, and a road below the fells."""

from __future__ import annotations

import math

from .buildings import window
from .canvas import Canvas
from .land import conifer, contour, glitter, height_at, hill, water, wavelets, wood_edge
from .looks import dress
from .outlines import Point, box, smooth
from .palettes import mix
from .people import person
from .sky import birds, clouds, sky, snow, stars, veil


def mountain(c: Canvas) -> None:
    """A snow peak above a lake, a cabin on the shore and a walker looking up."""
    p, rng, w = c.p, c.rng, c.w
    lake = rng.uniform(640, 680)
    sx = w * rng.uniform(0.14, 0.26)
    sky(c, lake, (sx, rng.uniform(170, 280), rng.uniform(38, 56)))
    if p.name == "night":
        stars(c, 500)
    clouds(c, 60, 360, 0.8)
    for near, y, h in ((0.12, lake - 190, 230), (0.26, lake - 140, 240)):
        hill(c, contour(c, y, h, 0.56, 6), p.depth(near), p.haze, lake, 300)
    _peak(c, w * rng.uniform(0.58, 0.70), lake - rng.uniform(470, 530), lake)
    veil(c, lake - 150, lake + 10, 0.6)
    hill(c, contour(c, lake - 70, 110, 0.5), p.depth(0.5), p.depth(0.3), lake, 120)
    wood_edge(c, lake, 52, p.depth(0.64), True)
    c.rect(0, lake, w, lake + 3, p.lift(p.haze, 0.4))
    water(c, lake + 2)
    c.reflect(lake + 2, 1000, p.water, 0.56, 4)
    c.grain(box(0, lake, w, 1000), p.shade(p.water, 0.6), (0, lake + 80), (0, 1040), 0.8)
    glitter(c, sx, lake + 8, 900, 120, p.sun, 50)
    wavelets(c, lake + 10, 960, mix(p.sky[2], p.water, 0.3), 40, 0.35)
    shore = [
        *smooth([(w * 0.36, 1010), (w * 0.5, 930), (w * 0.68, 880), (w * 0.86, 838), (w + 20, 812)], False),
        (w + 20, 1010),
    ]
    turf = p.shade(mix(p.leaf, p.ground, 0.2), 0.3)
    c.shape(shore, turf)
    c.grain(shore, p.ink, (w * 0.6, 840), (w * 0.9, 1060), 0.9)
    for fx, size in ((0.985, 330), (0.93, 270), (0.885, 220)):
        conifer(c, w * fx, 880 - (fx - 0.9) * 300, size, p.depth(0.86), p.ink)
    _cabin(c, w * 0.775, 884, 150)
    px, py = w * rng.uniform(0.58, 0.66), 938
    person(c, px, py, 140, dress(c, 1.0, bag=p.accent, hem=0.0), "stand", -1, -1, 0.8)
    for _ in range(50):
        x = rng.uniform(w * 0.42, w)
        y = height_at(shore, x) + rng.uniform(4, 110)
        c.line(
            [(x, y), (x + rng.uniform(-7, 7), y - rng.uniform(10, 24))],
            rng.choice((p.shade(p.leaf, 0.1), mix(p.leaf, p.second, 0.5))),
            2.2,
            0.8,
        )
    if rng.random() < 0.5:
        birds(c, w * 0.4, 260, 5, p.depth(0.7))


def _peak(c: Canvas, x: float, y: float, base: float) -> None:
    """The great peak: a lit face, a shaded face, and broken snow on both."""
    p, rng = c.p, c.rng
    height = base - y
    left, right = x - height * 1.25, x + height * 1.15
    ridge: list[Point] = [(x, y)]
    for i in range(1, 9):
        t = i / 8
        ridge.append((x + rng.uniform(-0.06, 0.06) * height + (0.06 if i % 2 else -0.05) * height, y + height * t))
    lit_edge = [
        (
            left + (x - left) * i / 7 + rng.uniform(-14, 14) * (i < 7),
            base - height * (i / 7) ** 1.25 - rng.uniform(-12, 12) * (0 < i < 7),
        )
        for i in range(8)
    ]
    dark_edge = [
        (
            x + (right - x) * i / 7 + rng.uniform(-14, 14) * (i > 0),
            y + height * (i / 7) ** 0.84 + rng.uniform(-14, 14) * (0 < i < 7),
        )
        for i in range(8)
    ]
    rock, dark = p.depth(0.42), p.depth(0.62)
    c.shape([*lit_edge[:-1], *ridge], rock)
    c.shape([*ridge[::-1], *dark_edge[1:]], dark)
    snow_lit = mix(p.paper, p.sun, 0.5) if not p.dark else mix(p.paper, p.sky[2], 0.45)
    snow_dark = mix(p.far, p.sky[0], 0.35)
    line = 0.56
    for edge, tone in ((lit_edge[::-1], snow_lit), (dark_edge, snow_dark)):
        outer = [q for q in edge if q[1] < y + height * line] or [edge[0]]
        inner = [q for q in ridge if q[1] < y + height * (line + 0.08)]
        a, b = outer[-1], inner[-1]
        teeth: list[Point] = []
        for i in range(1, 12):
            t = i / 12
            drop = rng.uniform(0.02, 0.2) * height if i % 2 else -rng.uniform(0.0, 0.13) * height
            teeth.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + drop))
        c.shape([(x, y), *outer, *teeth, *inner[::-1]], tone)
        for _ in range(5):
            t, v = rng.uniform(0.2, 0.8), rng.uniform(0.62, 0.85)
            gx, gy = x + (edge[-1][0] - x) * t * v, y + height * v
            c.shape([(gx, gy), (gx + 16, gy + 46), (gx + 7, gy + 58), (gx - 9, gy + 30)], mix(tone, rock, 0.25))
    c.grain([(left, base), *lit_edge, *dark_edge, (right, base)], p.haze, (0, base - height * 0.5), (0, base + 40), 0.9)


def _cabin(c: Canvas, x: float, y: float, s: float) -> None:
    """A timber cabin with a light in it."""
    p = c.p
    wall = p.shade(mix(p.accent, p.wood, 0.45), 0.15)
    c.rect(x + s * 0.62, y - s * 0.95, x + s * 0.72, y - s * 0.6, p.shade(p.ground, 0.5))
    c.rect(x, y - s * 0.42, x + s, y, wall)
    for i in range(1, 5):
        c.line([(x, y - s * 0.42 * i / 5), (x + s, y - s * 0.42 * i / 5)], p.shade(wall, 0.4), 1.6)
    roof = [
        (x - s * 0.1, y - s * 0.4),
        (x + s * 0.16, y - s * 0.8),
        (x + s * 0.9, y - s * 0.8),
        (x + s * 1.1, y - s * 0.4),
    ]
    c.shape(roof, p.ink)
    c.grain(roof, p.lift(p.near, 0.3), (x + s, y - s * 0.4), (x - s * 0.2, y - s * 0.9), 0.7)
    c.grain(box(x, y - s * 0.42, x + s, y), p.ink, (x + s * 0.2, 0), (x + s * 1.2, 0), 0.7)
    window(c, x + s * 0.14, y - s * 0.31, s * 0.2, s * 0.17, p.light, p.paper, False, (1, 1))
    c.rect(x + s * 0.56, y - s * 0.34, x + s * 0.76, y, p.shade(wall, 0.5))
    c.glow(x + s * 0.24, y - s * 0.22, s * 0.4, s * 0.3, p.light, 0.4)


def fell_road(c: Canvas) -> None:
    """A road winding up below snow-streaked fells, a single car on it and two walkers looking on."""
    p, rng, w = c.p, c.rng, c.w
    sx = w * rng.uniform(0.6, 0.8)
    sky(c, 600, (sx, rng.uniform(200, 300), rng.uniform(40, 58)))
    clouds(c, 40, 300, 0.9)
    white = mix(p.paper, p.sky[2], 0.2) if not p.dark else mix(p.paper, p.sky[1], 0.5)
    for near, y, tall in ((0.2, 330, 300), (0.36, 420, 280), (0.5, 520, 220)):
        crest = contour(c, y, tall, 0.52, 6)
        tone = mix(p.depth(near), p.leaf, 0.1)
        hill(c, crest, tone, mix(tone, p.haze, 0.5), 1000, 330)
        for _ in range(30):
            x = rng.uniform(0, w)
            top = height_at(crest, x) + rng.uniform(0, 30)
            drop, lean, wide = 18 + 130 * rng.random() ** 2, rng.uniform(-46, 46), rng.uniform(2, 9)
            left = [(x, top), (x - wide, top + drop * 0.3), (x + lean * 0.4, top + drop * 0.6), (x + lean, top + drop)]
            right = [(x + lean * 0.5 + wide, top + drop * 0.62), (x + wide * 0.8, top + drop * 0.28)]
            c.shape(smooth([*left, *right], steps=4), white, rng.uniform(0.5, 0.9))
        veil(c, y + 40, y + 200, 0.35)
    slope = [
        (-20.0, 700.0),
        *smooth([(w * 0.15, 660), (w * 0.4, 600), (w * 0.62, 556), (w * 0.84, 580), (w + 20, 540)], False, 8),
    ]
    turf = p.shade(mix(p.leaf, p.ground, 0.35), 0.18)
    hill(c, slope, turf, p.shade(turf, 0.55), 1000, 420)
    tarmac, edge = mix(p.mid, p.haze, 0.3), p.paper
    turns = [
        (w * 0.60, 566, 7),
        (w * 0.40, 610, 10),
        (w * 0.34, 628, 13),
        (w * 0.62, 672, 19),
        (w * 0.70, 704, 24),
        (w * 0.36, 762, 34),
        (w * 0.22, 812, 44),
        (w * 0.5, 890, 66),
        (w * 0.86, 1030, 104),
    ]
    mid = smooth([(x, y) for x, y, _ in turns], False, 10)
    count = len(mid)
    for shade, extra in ((p.shade(turf, 0.5), 9), (tarmac, 0)):
        for i in range(count - 1):
            place = i / (count - 1) * (len(turns) - 1)
            j = min(len(turns) - 2, int(place))
            wide = turns[j][2] + (turns[j + 1][2] - turns[j][2]) * (place - j) + extra
            c.line([mid[i], mid[i + 1]], shade, wide)
            c.oval(*mid[i + 1], wide / 2, wide / 2.2, shade)
    for i in range(count // 3, count - 1, 2):
        c.line([mid[i], mid[i + 1]], edge, 1 + 4 * i / count, 0.9)
    for i in range(count // 4, count, 5):
        x, y = mid[i]
        s = 8 + 60 * (i / count) ** 2
        c.line([(x + s, y), (x + s, y - s * 0.7)], p.accent, max(2.0, s * 0.1))
    k = int(count * rng.choice((0.46, 0.66)))
    (x, y), s = mid[k], 34 + 60 * (k / count) ** 1.5
    c.oval(x, y + 2, s * 0.6, s * 0.09, p.ink, 0.5)
    c.shape(
        smooth(
            [
                (x - s * 0.55, y),
                (x - s * 0.54, y - s * 0.2),
                (x - s * 0.3, y - s * 0.26),
                (x - s * 0.18, y - s * 0.46),
                (x + s * 0.2, y - s * 0.46),
                (x + s * 0.36, y - s * 0.25),
                (x + s * 0.56, y - s * 0.18),
                (x + s * 0.56, y),
            ],
            False,
            3,
        ),
        p.accent,
    )
    c.shape(
        [
            (x - s * 0.22, y - s * 0.25),
            (x - s * 0.13, y - s * 0.4),
            (x + s * 0.16, y - s * 0.4),
            (x + s * 0.27, y - s * 0.25),
        ],
        p.near,
    )
    for dx in (-0.32, 0.34):
        c.disc(x + dx * s, y - s * 0.01, s * 0.1, p.ink)
    c.glow(x + s * 0.6, y - s * 0.12, s * 0.6, s * 0.3, p.light, 0.8)
    for _ in range(40):
        rx, ry = rng.uniform(0, w), rng.uniform(640, 990)
        r = rng.uniform(4, 10) + 20 * ((ry - 600) / 400) ** 2
        if min(math.dist((rx, ry), q) for q in mid[::4]) < r * 2 + 50:
            continue
        rock = smooth(
            [
                (rx - r, ry),
                (rx - r * 0.6, ry - r * 0.7),
                (rx + r * 0.2, ry - r * 0.85),
                (rx + r, ry - r * 0.2),
                (rx + r, ry),
            ],
            steps=3,
        )
        c.shape(rock, p.shade(mix(p.mid, p.ground, 0.4), 0.2))
        c.shape([(rx - r * 0.6, ry - r * 0.7), (rx + r * 0.2, ry - r * 0.85), (rx, ry - r * 0.4)], white, 0.7)
    for fx, size in ((0.05, 230), (0.10, 170), (0.95, 210)):
        conifer(c, w * fx, 760 + 60 * (fx > 0.5), size, p.depth(0.84), p.ink)
    px = w * rng.uniform(0.08, 0.16)
    for dx, face in ((0, 1), (84, 1)):
        person(
            c,
            px + dx,
            950,
            176 - dx * 0.08,
            dress(c, 1.0, hat="beanie", hat_color=p.accent if not dx else p.second, bag=p.near, hem=0.0),
            ("point", "stand")[dx > 0],
            face,
            -1,
            0.7,
        )
    if p.name == "winter":
        snow(c, p.paper, 120)

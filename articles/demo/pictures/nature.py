"""Country scenes: forest, mountain, field."""

from __future__ import annotations

from .buildings import window
from .canvas import Canvas, Point, box, smooth
from .frame import Eye
from .land import bare_tree, conifer, contour, glitter, height_at, hill, poplar, swell, tree, water, wavelets, wood_edge
from .palettes import Color, mix
from .people import dress, person
from .sky import birds, clouds, shafts, sky, snow, stars, veil


def forest(c: Canvas) -> None:
    """Trunks behind trunks in the mist, light falling between them, and someone on the path."""
    p, rng, w = c.p, c.rng, c.w
    sx, sy = w * rng.uniform(0.56, 0.72), rng.uniform(180, 330)
    low = mix(p.sky[2], p.leaf, 0.18)
    c.gradient(0, 1000, (mix(p.sky[1], p.leaf, 0.25), low, mix(p.haze, p.leaf, 0.3)))
    c.glow(sx, sy, 620, 560, p.sun, 0.9)
    pines = rng.random() < 0.5
    for near, count, y in ((0.10, 34, 640), (0.24, 24, 680), (0.42, 15, 735)):
        tone = mix(p.depth(near), p.leaf, 0.2)
        if pines:
            for _ in range(count):
                conifer(c, rng.uniform(-20, w + 20), y + rng.uniform(-8, 20), rng.uniform(330, 620) * (0.7 + near), tone, p.shade(tone, 0.12))
        else:
            for _ in range(count):
                _trunk(c, rng.uniform(-20, w + 20), y + 14, 10 + 42 * near, tone, None)
            for _ in range(9):
                c.oval(rng.uniform(0, w), rng.uniform(-40, 150 - 100 * near), rng.uniform(130, 260), rng.uniform(50, 110), tone, 0.5)
        hill(c, swell(c, y, 30, 1.5), mix(tone, p.haze, 0.15), mix(tone, p.haze, 0.4), 1000, 160)
        veil(c, y - 190, y + 70, 0.55)
        if near < 0.4:
            shafts(c, [(sx - 90 + 70 * i, sx - 60 + 74 * i, sy - 60) for i in range(4)], (-0.32 + rng.uniform(-0.1, 0.3), 1), 560, p.sun, 0.4, 3.5)
    floor = mix(p.leaf, p.near, 0.45)
    hill(c, swell(c, 752, 26, 1.3), floor, p.shade(floor, 0.7), 1000, 280)
    bend = rng.uniform(-90, 120)
    foot = sx - 40
    left = smooth([(foot - 6, 748), (foot - 46 + bend * 0.4, 790), (foot - 150 + bend, 870), (foot - 420 + bend, 1010)], False)
    right = smooth([(foot + 16, 748), (foot + 22 + bend * 0.4, 790), (foot + 30 + bend, 870), (foot + 10 + bend, 1010)], False)
    path = [*left, *right[::-1]]
    c.shape(path, p.lift(mix(p.ground, p.haze, 0.3), 0.2))
    c.grain(path, p.shade(floor, 0.3), (foot, 770), (foot - 120, 1020), 0.9)
    px, py = foot + bend * 0.5 - 44, 832
    c.shape([(px - 8, py), (px + 8, py + 2), (px - 70, py + 92), (px - 108, py + 84)], p.ink, 0.25)
    person(c, px, py, 128, dress(c, 1.0, hem=0.3), "walk", 1, 1)
    for _ in range(70):
        x, y = rng.uniform(0, w), rng.uniform(800, 1000)
        if left[-1][0] * 0.5 < x < right[-1][0] and y > 780 and abs(x - px) < 260:
            continue
        s = (y - 700) / 300 * rng.uniform(18, 40)
        tone = rng.choice((p.shade(p.leaf, 0.4), p.shade(p.leaf, 0.6), mix(p.leaf, p.second, 0.35)))
        for lean in (-0.9, -0.4, 0.1, 0.6, 1.0):
            c.line(smooth([(x, y), (x + lean * s * 0.3, y - s * 0.7), (x + lean * s, y - s * (1.1 - abs(lean) * 0.4))], False, 3), tone, 2.6)
    spots = [0.05, 0.16, 0.86, 0.965] if rng.random() < 0.5 else [0.035, 0.245, 0.93]
    for fx in spots:
        size = rng.uniform(52, 92)
        _trunk(c, w * fx + rng.uniform(-14, 14), 900 + rng.uniform(0, 80), size, p.ink, p.shade(p.wood, 0.35))
    for i in range(12):
        c.oval(w * rng.choice((rng.uniform(-0.05, 0.28), rng.uniform(0.74, 1.05))), rng.uniform(-70, 60), rng.uniform(90, 180), rng.uniform(46, 96), p.shade(p.leaf, 0.62 + 0.02 * i))
    if p.name == "winter":
        snow(c, p.paper, 160)


def _trunk(c: Canvas, x: float, y: float, s: float, color: Color, lit: Color | None) -> None:
    """A trunk that leaves the picture at the top, with a branch or two."""
    rng = c.rng
    lean = rng.uniform(-0.9, 0.9) * s
    body = [(x - s * 0.75, y), *smooth([(x - s * 0.5, y - s * 0.9), (x - s * 0.38 + lean * 0.5, y * 0.4), (x - s * 0.3 + lean, -20)], False, 4),
            *smooth([(x + s * 0.3 + lean, -20), (x + s * 0.38 + lean * 0.5, y * 0.4), (x + s * 0.5, y - s * 0.9)], False, 4), (x + s * 0.8, y)]
    c.shape(body, color)
    for _ in range(2):
        by, side = rng.uniform(60, 420), rng.choice((-1, 1))
        bx = x + lean * (1 - by / y)
        c.limb((bx, by + s), (bx + side * s * rng.uniform(2, 4), by - s * rng.uniform(0.5, 2.5)), s * 0.26, s * 0.05, color)
    if lit:
        c.grain(body, lit, (x - s * 0.5, 0), (x + s * 0.62, 0), 0.85)
        for _ in range(9):
            ky = rng.uniform(0, y)
            kx = x + lean * (1 - ky / y) + rng.uniform(-0.3, 0.3) * s
            c.line([(kx, ky), (kx + rng.uniform(-4, 4), ky + rng.uniform(20, 70))], c.p.shade(lit, 0.75), 2.2)


def mountain(c: Canvas) -> None:
    """A snow peak above its lake, a cabin on the shore and a walker looking up."""
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
    shore = [*smooth([(w * 0.36, 1010), (w * 0.5, 930), (w * 0.68, 880), (w * 0.86, 838), (w + 20, 812)], False), (w + 20, 1010)]
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
        c.line([(x, y), (x + rng.uniform(-7, 7), y - rng.uniform(10, 24))], rng.choice((p.shade(p.leaf, 0.1), mix(p.leaf, p.second, 0.5))), 2.2, 0.8)
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
    lit_edge = [(left + (x - left) * i / 7 + rng.uniform(-14, 14) * (i < 7), base - height * (i / 7) ** 1.25 - rng.uniform(-12, 12) * (0 < i < 7)) for i in range(8)]
    dark_edge = [(x + (right - x) * i / 7 + rng.uniform(-14, 14) * (i > 0), y + height * (i / 7) ** 0.84 + rng.uniform(-14, 14) * (0 < i < 7)) for i in range(8)]
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
    roof = [(x - s * 0.1, y - s * 0.4), (x + s * 0.16, y - s * 0.8), (x + s * 0.9, y - s * 0.8), (x + s * 1.1, y - s * 0.4)]
    c.shape(roof, p.ink)
    c.grain(roof, p.lift(p.near, 0.3), (x + s, y - s * 0.4), (x - s * 0.2, y - s * 0.9), 0.7)
    c.grain(box(x, y - s * 0.42, x + s, y), p.ink, (x + s * 0.2, 0), (x + s * 1.2, 0), 0.7)
    window(c, x + s * 0.14, y - s * 0.31, s * 0.2, s * 0.17, p.light, p.paper, False, (1, 1))
    c.rect(x + s * 0.56, y - s * 0.34, x + s * 0.76, y, p.shade(wall, 0.5))
    c.glow(x + s * 0.24, y - s * 0.22, s * 0.4, s * 0.3, p.light, 0.4)


def field(c: Canvas) -> None:
    """Furrows running to a farm on the skyline under a big sky, with a tractor at work."""
    p, rng, w = c.p, c.rng, c.w
    horizon = rng.uniform(520, 590)
    sx = w * rng.uniform(0.18, 0.34)
    sky(c, horizon, (sx, horizon - rng.uniform(60, 260), rng.uniform(44, 66)))
    clouds(c, 50, horizon - 110, 1.3, True if rng.random() < 0.7 else None)
    hill(c, swell(c, horizon - 54, 70, 1.2), p.depth(0.16), p.haze, horizon + 20, 110)
    crest = swell(c, horizon - 14, 46, 1.0)
    hill(c, crest, mix(p.depth(0.36), p.leaf, 0.35), mix(p.depth(0.2), p.leaf, 0.3), horizon + 60, 120)
    for _ in range(3):
        x = rng.uniform(0, w)
        wood_edge(c, height_at(crest, x) + 6, 30, mix(p.depth(0.5), p.leaf, 0.3), False, x, x + rng.uniform(120, 260))
    eye = Eye(w * rng.uniform(0.42, 0.58), horizon + 6, 640, 3.0)
    crop, soil = mix(p.leaf, p.second, rng.choice((0.1, 0.35, 0.6))), p.shade(mix(p.ground, p.wood, 0.5), 0.15)
    c.rect(0, horizon + 6, w, 1000, soil)
    bent = rng.uniform(-0.5, 0.5)
    for i in range(-70, 70):
        x = i * 1.55
        a, b = eye.at(x, 0, 4.2), eye.at(x + 0.86, 0, 4.2)
        far_x = eye.x + (x * 640 / 120) + bent * 60
        c.shape([a, b, (far_x + 3, horizon + 6), (far_x, horizon + 6)], crop)
    c.grain(box(0, horizon, w, 1000), p.haze, (0, horizon + 150), (0, horizon - 20), 0.75)
    c.grain(box(0, horizon, w, 1000), p.shade(p.ink, 0.0), (w * 0.2, horizon + 120), (w * 0.9, 1120), 0.8)
    c.glow(sx + 60, horizon + 120, 520, 200, p.sun, 0.35)
    fx = w * rng.uniform(0.66, 0.76)
    for i in range(5):
        poplar(c, fx - 150 + 30 * i, horizon + 22, rng.uniform(130, 190), mix(p.leaf, p.near, 0.5), p.depth(0.8))
    _farm(c, fx, horizon + 26, 120)
    tree(c, fx + 290, horizon + 34, 170, mix(p.leaf, p.near, 0.2), -1)
    _tractor(c, w * rng.uniform(0.30, 0.46), horizon + rng.uniform(105, 150), 150, rng.choice((-1, 1)))
    if rng.random() < 0.5:
        person(c, w * 0.22, 950, 190, dress(c, 0.9, hat="brim", hat_color=p.second), "stroll", 1, -1, 0.9)
    else:
        bare_tree(c, w * 0.10, 985, 560, p.ink, 6)
    birds(c, w * 0.5, horizon - 200, 9, p.depth(0.75))
    if p.name == "winter":
        snow(c, p.paper, 120)


def _farm(c: Canvas, x: float, y: float, s: float) -> None:
    """A farmhouse and its barn."""
    p = c.p
    for dx, wide, tall, tone in ((0.95, 1.15, 0.6, mix(p.accent, p.near, 0.3)), (0.0, 0.9, 0.5, mix(p.wall, p.haze, 0.2))):
        a, b = x + dx * s, x + (dx + wide) * s
        roof = p.shade(p.near, 0.2)
        c.rect(a, y - tall * s, b, y, tone)
        c.grain(box(a, y - tall * s, b, y), p.shade(tone, 0.6), (a, 0), (b + s * 0.4, 0), 0.9)
        shape = [(a - s * 0.06, y - tall * s), (a + s * 0.14, y - tall * s - s * 0.42), (b - s * 0.14, y - tall * s - s * 0.42), (b + s * 0.06, y - tall * s)]
        c.shape(shape, roof)
        c.grain(shape, p.lift(roof, 0.4), (b, y), (a - s * 0.4, y - s), 0.7)
    for i in range(3):
        window(c, x + s * (0.1 + 0.27 * i), y - s * 0.38, s * 0.13, s * 0.17, p.light if p.lit > 0.1 else p.near, p.paper)
    c.rect(x + s * 1.34, y - s * 0.42, x + s * 1.72, y, p.shade(p.accent, 0.6))
    c.line([(x + s * 1.34, y), (x + s * 1.72, y - s * 0.42)], p.paper, 2)
    c.line([(x + s * 1.72, y), (x + s * 1.34, y - s * 0.42)], p.paper, 2)


def _tractor(c: Canvas, x: float, y: float, s: float, face: int) -> None:
    """A tractor at work, dust behind it."""
    p, rng = c.p, c.rng
    for i in range(9):
        c.oval(x - face * s * (0.5 + 0.16 * i), y - rng.uniform(0, 0.12) * s, s * (0.12 + 0.03 * i), s * (0.06 + 0.018 * i), p.haze, 0.28)
    c.oval(x, y + 3, s * 0.62, s * 0.05, p.ink, 0.45)

    def at(u: float, v: float) -> Point:
        return x + face * u * s, y - v * s

    red = p.accent
    c.shape([at(-0.05, 0.2), at(0.46, 0.2), at(0.5, 0.28), at(0.48, 0.44), at(-0.05, 0.48)], red)
    c.grain([at(-0.05, 0.2), at(0.46, 0.2), at(0.5, 0.28), at(0.48, 0.44), at(-0.05, 0.48)], p.shade(red, 0.6), at(0, 0.46), at(0, 0.1))
    c.shape([at(-0.36, 0.36), at(-0.3, 0.82), at(0.0, 0.82), at(0.05, 0.36)], p.ink)
    c.shape([at(-0.31, 0.44), at(-0.27, 0.77), at(-0.02, 0.77), at(0.01, 0.44)], mix(p.sky[1], p.near, 0.3))
    c.shape([at(-0.36, 0.8), at(-0.34, 0.87), at(0.03, 0.87), at(0.05, 0.8)], red)
    c.line([at(0.28, 0.44), at(0.28, 0.72)], p.ink, s * 0.035)
    for u, r in ((-0.24, 0.27), (0.36, 0.17)):
        wx, wy = at(u, r)
        c.disc(wx, wy, r * s, p.ink)
        c.disc(wx, wy, r * s * 0.55, p.second)
        c.disc(wx, wy, r * s * 0.2, p.ink)

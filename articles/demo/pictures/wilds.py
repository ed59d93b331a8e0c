"""Scenes of night, deep and high water: night sky, underwater, flood."""

from __future__ import annotations

import math

from .buildings import gable_house, street_lamp
from .canvas import Canvas, Point, box, smooth
from .land import bare_tree, conifer, contour, height_at, hill, swell, wavelets
from .palettes import Color, mix
from .people import dress, person, silhouette
from .ships import afloat, rowing_boat
from .sky import clouds, rain, sky, snow, stars


def night_sky(c: Canvas) -> None:
    """A clear night over the fells: the Milky Way or the northern lights, and someone at a telescope."""
    p, rng, w = c.p, c.rng, c.w
    deep = mix(p.sky[0], (8, 12, 34), 0.74)
    low = mix(p.sky[1], (22, 44, 84), 0.55)
    glow = mix(p.sky[2], p.accent, 0.12)
    c.gradient(0, 860, (deep, mix(deep, low, 0.4), low, mix(low, glow, 0.62)))
    aurora = rng.random() < 0.5
    if aurora:
        for tone, reach in ((mix(p.leaf, (120, 235, 190), 0.6), 1.0), (mix(p.accent, (190, 120, 220), 0.55), 0.7), (mix(p.leaf, (110, 230, 200), 0.5), 0.8)):
            _curtain(c, rng.uniform(380, 520), 330 * reach, tone)
    else:
        turn = rng.uniform(-0.65, -0.35)
        for _ in range(26):
            t = rng.uniform(-0.1, 1.1)
            x, y = w * t, 640 + turn * w * t * 0.62 + rng.gauss(0, 26)
            c.glow(x, y, rng.uniform(120, 240), rng.uniform(60, 130), rng.choice((mix(low, p.light, 0.5), mix(low, p.accent, 0.4), mix(low, p.sky[2], 0.6))), 0.26, 0.35)
        for _ in range(420):
            t = rng.uniform(-0.05, 1.05)
            c.disc(w * t, 640 + turn * w * t * 0.62 + rng.gauss(0, 62), 0.8 + 1.5 * rng.random() ** 4, p.sun, rng.uniform(0.3, 0.95))
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
    crest = [(-20.0, 905.0), *smooth([(0, 900), (w * 0.22, 862), (w * 0.45, 884), (w * 0.7, 838), (w * 0.88, 872), (w + 20, 850)], False)]
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
        c.grain([(x0, foot0), (x0 + 26, foot0 - tall), (x1 + 26, foot1 - tall), (x1, foot1)], tone, (x0, foot0 - tall), (x0, foot0), max(0.08, power), 0.65)


def _telescope(c: Canvas, x: float, y: float, s: float, color: Color) -> None:
    """A telescope on its tripod, pointing up to the left."""
    for dx in (-0.28, 0.02, 0.3):
        c.limb((x, y - s * 0.62), (x + dx * s, y), s * 0.05, s * 0.03, color)
    c.limb((x + s * 0.34, y - s * 0.5), (x - s * 0.5, y - s * 1.02), s * 0.12, s * 0.17, color)
    c.limb((x + s * 0.34, y - s * 0.5), (x + s * 0.44, y - s * 0.42), s * 0.06, s * 0.05, color)


def underwater(c: Canvas) -> None:
    """Light coming down through green water on a shoal, with kelp below and a diver above it."""
    p, rng, w = c.p, c.rng, c.w
    top = mix(p.water, p.sky[2], 0.45)
    body = mix(p.water, p.leaf, 0.18)
    c.gradient(0, 1000, (top, body, p.shade(body, 0.45), p.shade(body, 0.72)))
    sx = w * rng.uniform(0.54, 0.7)
    c.glow(sx, -40, 760, 520, p.sun, 0.85)
    for i in range(9):
        spread = -1 + 2 * i / 8 + rng.uniform(-0.08, 0.08)
        a, wide = sx + spread * 150, rng.uniform(10, 34)
        foot, length = sx + spread * 700, rng.uniform(620, 900)
        c.grain([(a - wide, -10), (a + wide, -10), (foot + wide * 3, length), (foot - wide * 3, length)], p.lift(top, 0.5), (foot, length), (a, -60), 0.55, 0.7)
    for i in range(3):
        c.line(smooth([(x, 22 + 18 * i + rng.uniform(-7, 7)) for x in range(-40, int(w) + 90, 90)], False), p.paper, 2.5, 0.4 - 0.1 * i)
    for near, y, h in ((0.3, 740, 130), (0.55, 830, 110)):
        tone = p.shade(body, 0.34 + near * 0.5)
        crest = contour(c, y, h, 0.5)
        hill(c, crest, tone, p.shade(tone, 0.4), 1000, 200)
        for _ in range(14 if near < 0.5 else 9):
            x = rng.uniform(0, w)
            _kelp(c, x, height_at(crest, x) + 20, rng.uniform(130, 330) * (0.6 + near), p.shade(mix(p.leaf, body, 0.55 - near * 0.5), near * 0.5))
    whale = rng.random() < 0.35
    if whale:
        _whale(c, w * 0.28, 330, 420, p.shade(body, 0.42))
    fx, fy = w * rng.uniform(0.26, 0.42), rng.uniform(430, 540) if whale else rng.uniform(330, 470)
    tones = [p.paper, mix(p.paper, p.second, 0.4), mix(p.second, p.accent, 0.3), mix(body, p.paper, 0.6)]
    for _ in range(72):
        a, r = rng.uniform(0, 6.28), rng.random() ** 0.6
        x, y = fx + 330 * r * math.cos(a), fy + 105 * r * math.sin(a) + 46 * math.sin(2 + (fx - 330 * r * math.cos(a)) / 160)
        _fish(c, x, y, rng.uniform(15, 29), mix(rng.choice(tones), body, 0.1 + 0.4 * rng.random()))
    _diver(c, w * rng.uniform(0.68, 0.78), rng.uniform(380, 470), 210)
    floor = [*smooth([(-20, 930), (w * 0.3, 905), (w * 0.6, 940), (w * 0.85, 896), (w + 20, 918)], False), (w + 20, 1010), (-20, 1010)]
    c.shape(floor, p.shade(mix(p.ground, body, 0.5), 0.5))
    c.grain(floor, p.ink, (0, 900), (0, 1030))
    for _ in range(10):
        x, s = rng.uniform(0, w), rng.uniform(22, 60)
        rock = smooth([(x - s, 950), (x - s * 0.7, 950 - s * 0.7), (x, 950 - s), (x + s * 0.8, 950 - s * 0.6), (x + s, 952)], steps=4)
        c.shape(rock, p.shade(p.near, 0.5))
        c.grain(rock, p.lift(body, 0.2), (x, 950), (x + s * 0.4, 950 - s * 1.5), 0.7)
    for x in (w * 0.03, w * 0.075, w * 0.93, w * 0.975):
        _kelp(c, x, 1010, rng.uniform(420, 700), p.shade(p.leaf, 0.62), 1.7)
    for _ in range(5):
        x = rng.uniform(0, w)
        for branch in range(7):
            a = math.radians(-150 + 20 * branch)
            c.limb((x, 962), (x + 46 * math.cos(a), 962 + 60 * math.sin(a)), 8, 4, mix(p.accent, body, 0.2))


def _kelp(c: Canvas, x: float, y: float, height: float, color: Color, scale: float = 1.0) -> None:
    rng = c.rng
    ph, sway = rng.uniform(0, 6), height * 0.07
    stem = [(x + sway * math.sin(ph + i * 0.55) * i / 8, y - height * i / 12) for i in range(13)]
    c.line(smooth(stem, False, 4), color, 4 * scale)
    for i in range(1, 13):
        sx, sy = stem[i]
        side = 1 if i % 2 else -1
        s = height * 0.075 * (1.2 - i / 16) + 8 * scale
        c.shape(smooth([(sx, sy + 4), (sx + side * s * 0.7, sy - s * 0.35), (sx + side * s * 1.6, sy - s * 0.9), (sx + side * s * 0.6, sy + s * 0.12)], steps=4), color)


def _fish(c: Canvas, x: float, y: float, s: float, color: Color) -> None:
    c.shape([*smooth([(x - s * 0.7, y), (x, y - s * 0.3), (x + s, y), (x, y + s * 0.32)], steps=4)], color)
    c.shape([(x - s * 0.55, y), (x - s * 1.15, y - s * 0.34), (x - s * 0.98, y), (x - s * 1.15, y + s * 0.34)], color)


def _whale(c: Canvas, x: float, y: float, s: float, color: Color) -> None:
    body = smooth([(x - s, y - 10), (x - s * 0.7, y + 6), (x - s * 0.2, y - s * 0.1), (x + s * 0.3, y - s * 0.17), (x + s * 0.72, y - s * 0.07),
                   (x + s * 0.8, y + s * 0.02), (x + s * 0.5, y + s * 0.11), (x, y + s * 0.12), (x - s * 0.6, y + s * 0.05)], steps=6)
    c.shape(body, color)
    c.grain(body, c.p.lift(color, 0.35), (x, y + s * 0.02), (x + s * 0.1, y - s * 0.3), 0.8)
    c.shape(smooth([(x - s * 0.92, y), (x - s * 1.12, y - s * 0.14), (x - s * 1.02, y - s * 0.01), (x - s * 1.16, y + s * 0.1)], steps=5), color)
    c.shape(smooth([(x + s * 0.3, y + s * 0.08), (x + s * 0.14, y + s * 0.3), (x + s * 0.4, y + s * 0.12)], steps=5), c.p.shade(color, 0.3))


def _diver(c: Canvas, x: float, y: float, s: float) -> None:
    """A diver swimming to the left with a lamp."""
    p, rng = c.p, c.rng
    suit = p.ink
    c.grain([(x - s * 0.5, y + s * 0.1), (x - s * 2.4, y + s * 0.3), (x - s * 2.2, y + s * 1.1)], p.light, (x - s * 2.4, y + s * 0.7), (x - s * 0.5, y + s * 0.1), 0.6, 0.7)
    for a, b, fin in (((0.3, 0.02), (0.62, 0.14), (0.94, 0.08)), ((0.3, 0.06), (0.6, -0.04), (0.9, -0.14))):
        c.limb((x + a[0] * s, y + a[1] * s), (x + b[0] * s, y + b[1] * s), 0.13 * s, 0.08 * s, suit)
        c.shape([(x + b[0] * s - 4, y + b[1] * s - 5), (x + fin[0] * s, y + (fin[1] - 0.07) * s), (x + (fin[0] + 0.03) * s, y + (fin[1] + 0.06) * s), (x + b[0] * s, y + b[1] * s + 7)], p.accent)
    c.limb((x - 0.1 * s, y), (x + 0.3 * s, y + 0.04 * s), 0.22 * s, 0.17 * s, suit)
    c.limb((x - 0.05 * s, y - 0.11 * s), (x + 0.24 * s, y - 0.08 * s), 0.12 * s, 0.12 * s, p.second)
    c.limb((x - 0.14 * s, y + 0.05 * s), (x - 0.46 * s, y + 0.12 * s), 0.09 * s, 0.06 * s, suit)
    c.disc(x - 0.24 * s, y - 0.02 * s, 0.1 * s, suit)
    c.oval(x - 0.31 * s, y - 0.01 * s, 0.05 * s, 0.06 * s, mix(p.light, p.second, 0.2))
    for i in range(9):
        c.disc(x - 0.26 * s + rng.uniform(-14, 14), y - 0.2 * s - 30 * i - rng.uniform(0, 14), 3 + 7 * rng.random(), p.paper, 0.5)


def flood(c: Canvas) -> None:
    """A street under water to its window sills, and a boat bringing people out."""
    p, rng, w = c.p, c.rng, c.w
    line = rng.uniform(600, 640)
    c.gradient(0, line, (p.shade(p.sky[0], 0.12), mix(p.sky[0], p.sky[1], 0.7), mix(p.sky[1], p.sky[2], 0.7)))
    clouds(c, 30, 330, 1.4, False)
    c.glow(w * 0.74, line - 120, 560, 260, p.sky[2], 0.7)
    hill(c, contour(c, line - 80, 90, 0.5), p.depth(0.16), p.haze, line, 120)
    tones = [mix(p.accent, p.wood, 0.4), p.wall, mix(p.wall, p.second, 0.5), mix(p.wall, p.mid, 0.5), mix(p.wall, p.leaf, 0.45)]
    x = w * 0.5
    for i in range(5):
        size = 120 - 12 * i
        gable_house(c, x + 130 + i * 124, line + 40, size, 150 - 14 * i, p.fog(tones[i % 5], 0.42 + 0.06 * i), -1, "plain", 2, 2, False, 0.42)
    xs, order = -70.0, rng.sample(range(5), 5)
    for i in range(3):
        size = 260 - 30 * i
        gable_house(c, xs, line + 96 - 18 * i, size, 380 - 46 * i, p.fog(tones[order[i]], 0.1 * i), 1, rng.choice(("plain", "side", "plain")), 3, 3, False, 0.1 * i)
        xs += size + rng.uniform(14, 54)
    bare_tree(c, w * 0.61, line + 30, 330, p.depth(0.66), 6)
    for i, fx in enumerate((0.68, 0.80, 0.90)):
        street_lamp(c, w * fx, line + 40 - 8 * i, 210 - 36 * i, p.depth(0.85 - 0.1 * i), -1)
    post = w * rng.uniform(0.50, 0.55)
    c.limb((post, line + 60), (post, line - 90), 8, 8, p.depth(0.9))
    c.shape([(post, line - 140), (post + 46, line - 62), (post - 46, line - 62)], p.accent)
    c.shape([(post, line - 122), (post + 30, line - 71), (post - 30, line - 71)], p.paper)
    murk = mix(p.water, p.ground, 0.25)
    c.gradient(line, 1000, (mix(murk, p.sky[2], 0.4), murk, p.shade(murk, 0.4), p.shade(murk, 0.6)))
    c.reflect(line, 1000, murk, 0.52, 6)
    c.grain(box(0, line, w, 1000), p.shade(murk, 0.65), (0, line + 90), (0, 1050), 0.85)
    wavelets(c, line + 8, 1000, mix(p.sky[2], murk, 0.2), 100, 0.4)
    cx = w * rng.uniform(0.74, 0.84)
    car = smooth([(cx - 120, line + 84), (cx - 84, line + 52), (cx - 50, line + 26), (cx + 40, line + 24), (cx + 82, line + 54), (cx + 128, line + 66), (cx + 130, line + 86)], False, 4)
    c.shape([*car, (cx + 130, line + 88), (cx - 120, line + 88)], mix(p.near, p.accent, 0.3))
    c.shape([(cx - 66, line + 56), (cx - 42, line + 34), (cx - 4, line + 33), (cx - 4, line + 57)], mix(p.sky[1], p.near, 0.4))
    c.shape([(cx + 6, line + 57), (cx + 6, line + 33), (cx + 36, line + 34), (cx + 62, line + 57)], mix(p.sky[1], p.near, 0.4))
    for i in range(3):
        c.line([(cx - 160 + 20 * i, line + 88 + 9 * i), (cx + 160 - 30 * i, line + 89 + 9 * i)], mix(p.sky[2], murk, 0.3), 3, 0.7)
    bx, by, size = w * rng.uniform(0.36, 0.46), rng.uniform(822, 850), 420
    frame_people = ((-0.30, "sit", 1), (-0.06, "sit", 1), (0.16, "sit", -1))
    for u, pose, face in frame_people:
        look = dress(c, 1.0, top=rng.choice((p.accent, p.second)), hem=0.0, bag=None)
        person(c, bx + u * size, by - 6, 170, look, pose, face, -1)
    afloat(c, rowing_boat(p.accent if rng.random() < 0.4 else p.shade(p.second, 0.1)), bx, by, size, 1, 0.6, 0.4, water=murk)
    person(c, bx + size * 0.36, by - 18, 205, dress(c, 1.0, top=p.second, hem=0.0, hat="helmet", hat_color=p.accent, bag=None), "reach", -1, -1)
    c.shape([(bx + size * 0.3, by - 30), (bx + size * 0.62, by - 36), (bx + size * 0.62, by + 20), (bx + size * 0.3, by + 20)], murk, 0.0)
    c.line([(bx + size * 0.30, by - 150), (bx + size * 0.22, by + 60)], p.shade(p.wood, 0.2), 6)
    if p.name in ("storm", "night", "dusk"):
        rain(c, mix(p.paper, p.sky[2], 0.4), 170)
    elif p.name == "winter":
        snow(c, p.paper, 160)

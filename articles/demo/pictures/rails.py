"""Under way: railway and tunnel."""

from __future__ import annotations

import math

from .buildings import tower_block
from .canvas import Canvas, Point, arc, box, smooth
from .frame import Eye
from .land import contour, hill, swell, tree, wood_edge
from .palettes import Color, mix
from .people import dress, person
from .sky import birds, clouds, sky, snow, stars, veil


def railway(c: Canvas) -> None:
    """A train coming out of the low sun on a double track, a few people waiting."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.52, 0.62), rng.uniform(500, 545), 760, 2.3)
    sky(c, eye.y + 10, (eye.x - rng.uniform(90, 230), eye.y - rng.uniform(60, 170), rng.uniform(48, 70)))
    if p.name == "night":
        stars(c, eye.y)
    clouds(c, 40, eye.y - 150, 1.0)
    town = rng.random() < 0.5
    hill(c, contour(c, eye.y - 50, 100, 0.5), p.depth(0.16), p.haze, eye.y + 20, 120)
    if town:
        for i in range(18):
            tower_block(c, w * 0.45 + i * 54, eye.y + 12, 60, rng.uniform(40, 150), p.depth(0.3), -1, 0.6, False)
    wood_edge(c, eye.y + 10, 60, mix(p.depth(0.38), p.leaf, 0.2), rng.random() < 0.4)
    veil(c, eye.y - 70, eye.y + 40, 0.5)
    turf = mix(p.leaf, p.ground, 0.4)
    hill(c, swell(c, eye.y + 12, 12, 1.2), p.fog(turf, 0.25), p.shade(turf, 0.4), 1000, 480)
    bed = mix(p.ground, p.mid, 0.5)
    c.shape(eye.flat(0, -1.9, 7.2, 1.5, 160), p.shade(bed, 0.15))
    c.grain(eye.flat(0, -1.9, 7.2, 1.5, 160), p.shade(p.near, 0.4), (eye.x, eye.y + 50), (eye.x - 60, 1080), 0.9)
    sleepers = [1.9 * 1.075 ** i for i in range(52)]
    for track in (0.0, 5.0):
        for z in sleepers:
            c.shape(eye.flat(0.05, track - 1.25, track + 1.25, z, z + 0.24 * max(1, z / 14)), p.fog(p.shade(p.wood, 0.35), min(0.7, z / 70)))
    shine = p.sun if not p.dark else mix(p.sky[2], p.sun, 0.5)
    for track in (0.0, 5.0):
        for x in (track - 0.75, track + 0.75):
            c.shape([eye.at(x - 0.05, 0.1, 1.6), eye.at(x + 0.05, 0.1, 1.6), eye.at(x, 0.1, 150)], p.ink)
            c.shape([eye.at(x - 0.05, 0.2, 1.6), eye.at(x + 0.045, 0.2, 1.6), eye.at(x, 0.2, 150)], shine)
    for i in reversed(range(7)):
        z = 7.5 * 1.5 ** i
        tone = p.fog(p.ink, min(0.75, z / 90))
        wide = max(1.4, eye.size(0.16, z))
        for x in (-2.9, 8.2):
            c.line([eye.at(x, 0, z), eye.at(x, 7.4, z)], tone, wide)
        c.line([eye.at(-2.9, 6.9, z), eye.at(8.2, 6.9, z)], tone, wide * 0.8)
        c.line([eye.at(-2.9, 6.2, z), eye.at(8.2, 6.2, z)], tone, wide * 0.5)
        for k in range(8):
            a = -2.9 + 11.1 * k / 8
            c.line([eye.at(a, 6.2, z), eye.at(a + 0.7, 6.9, z), eye.at(a + 1.39, 6.2, z)], tone, max(1, wide * 0.3))
        for x in (0.0, 5.0):
            c.line([eye.at(x, 6.2, z), eye.at(x, 5.5, z)], tone, wide * 0.5)
    for x in (0.0, 5.0):
        c.line([eye.at(x, 5.5, 2.4), eye.at(x, 5.5, 130)], p.ink, 2)
        c.line([eye.at(x, 6.15, 2.4), eye.at(x, 6.15, 130)], p.ink, 1.4)
    _train(c, eye, rng.choice((0.0, 5.0)), rng.uniform(13, 18), rng.choice((p.accent, p.second, p.near)))
    stone = p.lift(mix(p.ground, p.wall, 0.4), 0.05)
    c.shape(eye.side(-2.3, 0, 0.95, 1.6, 60), p.shade(stone, 0.45))
    plat = eye.flat(0.95, -9.5, -2.3, 1.6, 60)
    c.shape(plat, stone)
    c.grain(plat, p.shade(stone, 0.6), (eye.x - 200, eye.y + 60), (0, 1060), 0.85)
    c.shape(eye.flat(0.96, -2.75, -2.6, 1.6, 60), p.second)
    for z in (18.0, 12.0, 8.2):
        x, y = eye.at(-6.0, 0.95, z)
        s = eye.size(1, z)
        c.line([(x, y), (x, y - s * 3.4)], p.near, max(3.0, s * 0.16))
    roof = [eye.at(-8.6, 4.6, 6.6), eye.at(-3.3, 4.2, 6.6), eye.at(-3.3, 4.2, 26), eye.at(-8.6, 4.6, 26)]
    c.shape(roof, p.shade(p.near, 0.3))
    c.shape([eye.at(-8.6, 4.6, 6.6), eye.at(-3.3, 4.2, 6.6), eye.at(-3.3, 4.5, 6.6), eye.at(-8.6, 4.95, 6.6)], p.near)
    if p.lit > 0.2:
        for z in (8.0, 11.0, 15.0):
            lx, ly = eye.at(-5.2, 4.3, z)
            c.glow(lx, ly, eye.size(2.4, z), eye.size(2.4, z), p.light, 0.7)
            c.oval(lx, ly, eye.size(0.5, z), eye.size(0.1, z), p.light)
    for x, z in ((-3.6, 16.0), (-5.4, 12.5), (-4.4, 9.4), (-3.5, 6.2)):
        px, py = eye.at(x + rng.uniform(-0.3, 0.3), 0.95, z)
        h = eye.size(1.72, z)
        c.shape([(px - h * 0.06, py), (px + h * 0.06, py), (px + h * 0.02, py + h * 0.3), (px - h * 0.14, py + h * 0.3)], p.ink, 0.3)
        person(c, px, py, h, dress(c, 0.8), rng.choice(("stand", "stand", "stroll", "hold")), rng.choice((-1, 1)), 1)
        if z < 10:
            c.rect(px + h * 0.15, py - h * 0.26, px + h * 0.29, py, rng.choice((p.accent, p.near, p.leaf)))
            c.line([(px + h * 0.22, py - h * 0.26), (px + h * 0.22, py - h * 0.36)], p.ink, 3)
    sx, sy = eye.at(9.2, 0, 9.0)
    s = eye.size(1, 9.0)
    c.line([(sx, sy), (sx, sy - s * 4.4)], p.ink, s * 0.14)
    c.rect(sx - s * 0.3, sy - s * 5.3, sx + s * 0.3, sy - s * 4.1, p.ink)
    c.glow(sx, sy - s * 4.4, s * 1.3, s * 1.3, p.accent, 0.7)
    c.disc(sx, sy - s * 4.95, s * 0.15, p.shade(p.leaf, 0.6))
    c.disc(sx, sy - s * 4.42, s * 0.17, mix(p.accent, p.second, 0.2))
    if not town:
        tree(c, w * 0.965, eye.y + 190, 330, mix(p.leaf, p.near, 0.2), -1)
    birds(c, eye.x - 300, eye.y - 260, 7, p.depth(0.8))
    if p.name == "winter":
        snow(c, p.paper, 160)


def _train(c: Canvas, eye: Eye, x: float, z: float, color: Color) -> None:
    """A multiple unit head on, its side running back to the vanishing point."""
    p = c.p
    half, roof, length = 1.45, 3.9, 62.0
    away = -1 if x > 0 else 1
    lit = p.lit > 0.1
    side = eye.side(x + away * half, 0.5, roof - 0.2, z, z + length)
    c.shape(side, p.shade(mix(p.paper, color, 0.25), 0.35))
    strip = eye.side(x + away * half, 1.5, 2.9, z + 1, z + length)
    c.shape(strip, p.ink)
    for i in range(9):
        z0 = z + 2 + i * 3.4 * (1 + 0.12 * i)
        c.shape(eye.side(x + away * half, 1.7, 2.7, z0, z0 + 2.2), p.light if lit else mix(p.near, p.sky[1], 0.4))
    c.shape(eye.side(x + away * half, 0.5, 1.1, z, z + length), p.shade(color, 0.3))
    c.grain(side, p.haze, eye.at(x, 1, z), eye.at(x, 1, z * 4), 0.6)
    (left, low), (right, top) = eye.at(x - half, 0.4, z), eye.at(x + half, roof, z)
    s = right - left
    c.glow((left + right) / 2, low, s * 0.9, s * 0.2, p.ink, 0.6)
    nose = smooth([(left, low), (left + s * 0.01, top + s * 0.42), (left + s * 0.12, top + s * 0.08), (left + s * 0.5, top - s * 0.03), (right - s * 0.12, top + s * 0.08), (right - s * 0.01, top + s * 0.42), (right, low)], False, 6)
    c.shape(nose, color)
    c.grain(nose, p.shade(color, 0.6), (left, top), (right + s * 0.3, low + s * 0.4), 0.9)
    glass = smooth([(left + s * 0.1, top + s * 0.7), (left + s * 0.16, top + s * 0.22), (left + s * 0.5, top + s * 0.13), (right - s * 0.16, top + s * 0.22), (right - s * 0.1, top + s * 0.7), (left + s * 0.5, top + s * 0.75)], steps=4)
    c.shape(glass, p.ink)
    c.grain(glass, mix(p.sky[1], p.sky[2], 0.5), (left + s * 0.4, top + s * 0.7), (right, top + s * 0.1), 0.7)
    c.rect(left + s * 0.34, top + s * 0.01, right - s * 0.34, top + s * 0.1, p.second)
    c.rect(left + s * 0.01, top + s * 0.86, right - s * 0.01, top + s * 0.93, p.paper)
    c.rect(left + s * 0.05, low - s * 0.14, right - s * 0.05, low, p.ink)
    for dx in (0.17, 0.83):
        hx, hy = left + s * dx, top + s * 1.02
        c.glow(hx, hy, s * 0.65, s * 0.65, p.light, 0.85)
        c.disc(hx, hy, s * 0.065, mix(p.light, (255, 255, 255), 0.6))
    c.line([((left + right) / 2 - s * 0.1, top), ((left + right) / 2 + s * 0.08, top - s * 0.2), ((left + right) / 2 - s * 0.04, top - s * 0.5)], p.ink, max(2.0, s * 0.025))


def tunnel(c: Canvas) -> None:
    """Inside the bore: ring after ring to a point of daylight, a gang at work on the invert."""
    p, rng, w = c.p, c.rng, c.w
    deep = p.shade(p.ink, 0.15)
    c.rect(0, 0, w, 1000, deep)
    eye = Eye(w * rng.uniform(0.42, 0.58), rng.uniform(470, 520), 560, 2.4)
    r, up = 5.6, 3.2
    concrete = mix(mix(p.wall, p.mid, 0.45), p.near, 0.35)
    glow = mix(p.sun, p.light, 0.5)

    def ring(z: float, radius: float = r, steps: int = 36) -> list[Point]:
        return [eye.at(radius * math.cos(2 * math.pi * i / steps), up + radius * math.sin(2 * math.pi * i / steps), z) for i in range(steps)]

    zs = [2.3 * 1.25 ** i for i in range(19)]
    for i, z in enumerate(zs):
        t = i / (len(zs) - 1)
        tone = mix(p.shade(concrete, 0.66), mix(concrete, glow, 0.55), t ** 1.7)
        c.shape(ring(z), tone if i % 2 else p.shade(tone, 0.10))
        if i < len(zs) - 5:
            edge = ring(z)
            c.line([*edge, edge[0]], p.shade(tone, 0.4), max(1.5, eye.size(0.05, z)))
            for k in range(6):
                a = 2 * math.pi * (k + (0.5 if i % 2 else 0.12)) / 6
                z1 = zs[i + 1]
                c.line([eye.at(r * math.cos(a), up + r * math.sin(a), z), eye.at(r * math.cos(a), up + r * math.sin(a), z1)], p.shade(tone, 0.35), max(1.2, eye.size(0.04, z)))
    end = ring(zs[-1] * 1.05)
    c.shape(end, glow)
    c.glow(eye.x, eye.at(0, up, zs[-1])[1], 330, 300, glow, 0.85)
    floor_half = 4.4
    bed = p.shade(mix(p.ground, p.near, 0.55), 0.25)
    c.shape(eye.flat(0, -floor_half, floor_half, 1.2, 110), bed)
    c.grain(eye.flat(0, -floor_half, floor_half, 1.2, 110), mix(glow, bed, 0.3), (eye.x, 840), (eye.x, eye.y + 40), 0.9)
    for i in range(40):
        z = 1.7 * 1.09 ** i
        c.shape(eye.flat(0.03, -1.35, 1.35, z, z + 0.22 * max(1, z / 12)), mix(p.shade(p.wood, 0.5), glow, min(0.7, z / 60)))
    for x in (-0.8, 0.8):
        c.shape([eye.at(x - 0.06, 0.15, 1.4), eye.at(x + 0.06, 0.15, 1.4), eye.at(x, 0.15, 110)], mix(glow, p.mid, 0.25))
    for side in (-1, 1):
        for y, tone in ((4.4, p.ink), (4.8, mix(p.accent, deep, 0.35)), (5.2, p.ink)):
            x = side * math.sqrt(r * r - (y - up) ** 2) * 0.985
            c.line([eye.at(x, y, 2.0), eye.at(x, y, 8), eye.at(x, y, 110)], tone, 5 if y == 4.8 else 3)
        c.shape(eye.side(side * floor_half, 0, 0.5, 1.3, 110), p.shade(bed, 0.4 if side > 0 else 0.2))
        c.shape(eye.flat(0.5, min(side * floor_half, side * 5.4), max(side * floor_half, side * 5.4), 1.3, 110), p.lift(bed, 0.12))
    for i in range(9):
        z = 3.1 * 1.42 ** i
        for side in (-1, 1):
            a = math.radians(52)
            lx, ly = eye.at(side * r * 0.97 * math.cos(a), up + r * 0.97 * math.sin(a), z)
            s = eye.size(0.3, z)
            c.glow(lx, ly, s * 6, s * 6, p.light, 0.6)
            c.oval(lx, ly, s, s * 0.45, mix(p.light, (255, 255, 255), 0.4))
    machine = rng.random() < 0.5
    if machine:
        _loco(c, eye, 11.5, mix(p.second, p.accent, 0.25))
    spots = [(-2.6, 12.5), (2.3, 9.8), (-1.9, 7.6), (2.9, 6.0), (-3.1, 4.9)] if machine else [(1.2, 15.0), (-2.2, 11.0), (0.2, 8.4), (1.9, 6.3), (-2.4, 5.0)]
    for i, (x, z) in enumerate(spots):
        px, py = eye.at(x + rng.uniform(-0.3, 0.3), 0, z)
        h = eye.size(1.78, z)
        c.shape([(px - h * 0.07, py), (px + h * 0.07, py), (px + (px - eye.x) * 0.3 + h * 0.12, py + h * 0.42), (px + (px - eye.x) * 0.3 - h * 0.14, py + h * 0.42)], p.ink, 0.5)
        look = dress(c, 1.0, top=rng.choice((p.accent, p.second)), legs=p.shade(p.near, 0.3), hem=0.0, hat="helmet", hat_color=rng.choice((p.paper, p.second)), bag=None, scarf=None)
        face = -1 if x > 0 else 1
        person(c, px, py, h, look, rng.choice(("walk", "stand", "point", "hold", "lean")), face, face)
        if i % 2:
            c.glow(px + face * h * 0.06, py - h * 0.96, h * 0.4, h * 0.4, p.light, 0.6)
            c.disc(px + face * h * 0.06, py - h * 0.97, h * 0.03, (255, 250, 230))
        c.rect(px - h * 0.09, py - h * 0.62, px + h * 0.09, py - h * 0.585, p.paper, 0.8)
    c.grain(box(0, 0, w, 1000), deep, (eye.x, eye.y), (-w * 0.25, eye.y), 0.7)
    c.grain(box(0, 0, w, 1000), deep, (eye.x, eye.y), (w * 1.25, eye.y), 0.7)


def _loco(c: Canvas, eye: Eye, z: float, color: Color) -> None:
    """A works locomotive with its lamps on."""
    p = c.p
    (left, low), (right, top) = eye.at(-1.25, 0.2, z), eye.at(1.25, 2.7, z)
    s = right - left
    c.shape([(left, low), (left + s * 0.04, top), (right - s * 0.04, top), (right, low)], color)
    c.grain(box(left, top, right, low), p.ink, (left + s * 0.3, top), (right + s * 0.2, low + s * 0.3), 0.9)
    c.rect(left + s * 0.12, top + s * 0.1, right - s * 0.12, top + s * 0.4, p.ink)
    c.rect(left + s * 0.16, top + s * 0.14, left + s * 0.48, top + s * 0.36, p.light)
    for i in range(6):
        a = left + s * i / 6
        c.shape([(a, low - s * 0.16), (a + s * 0.08, low - s * 0.16), (a + s * 0.16, low), (a + s * 0.08, low)], p.ink)
    for dx in (0.2, 0.8):
        c.glow(left + s * dx, top + s * 0.62, s * 0.9, s * 0.9, p.light, 0.85)
        c.disc(left + s * dx, top + s * 0.62, s * 0.07, (255, 252, 236))
    c.line(arc((left + right) / 2, top, s * 0.1, s * 0.1, 180, 360, 8), p.accent, s * 0.04)

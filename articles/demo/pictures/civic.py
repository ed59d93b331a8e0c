"""Public rooms and buildings: parliament, courtroom, library."""

from __future__ import annotations

import math

from .buildings import window
from .canvas import Canvas, arc, box, smooth
from .frame import Eye
from .land import tree
from .palettes import Color, mix
from .people import crowd, dress, person
from .sky import birds, clouds, shafts, sky, stars
from .waterside import distant_city


def column(c: Canvas, x: float, base: float, height: float, width: float, color: Color, sun: int) -> None:
    """A round column with base and capital."""
    p = c.p
    c.shape([(x - width * 0.5, base), (x - width * 0.42, base - height), (x + width * 0.42, base - height), (x + width * 0.5, base)], color)
    c.grain(box(x - width / 2, base - height, x + width / 2, base), p.shade(color, 0.6), (x + sun * width * 0.3, 0), (x - sun * width * 0.6, 0), 0.95)
    for i in (-0.2, 0.05, 0.28):
        c.line([(x + i * width, base - width * 0.2), (x + i * width * 0.86, base - height + width * 0.3)], p.shade(color, 0.28), 1.6, 0.6)
    c.rect(x - width * 0.62, base - width * 0.22, x + width * 0.62, base, p.shade(color, 0.12))
    c.rect(x - width * 0.6, base - height - width * 0.05, x + width * 0.6, base - height + width * 0.22, p.lift(color, 0.25))


def flag(c: Canvas, x: float, y: float, height: float, color: Color, band: Color) -> None:
    """A flag on its pole, streaming to the right."""
    c.line([(x, y), (x, y - height)], c.p.depth(0.9), max(2.0, height * 0.02))
    s = height * 0.42
    top = [(x + s * i / 6, y - height + math.sin(i * 0.9) * s * 0.07) for i in range(7)]
    low = [(px, py + s * 0.56) for px, py in top]
    c.shape([*top, *low[::-1]], color)
    c.shape([*[(px, py + s * 0.2) for px, py in top], *[(px, py + s * 0.36) for px, py in top][::-1]], band)
    c.grain([*top, *low[::-1]], c.p.shade(color, 0.5), (x, y), (x + s * 1.3, y), 0.7)


def parliament(c: Canvas) -> None:
    """The Assembly: portico, dome and long steps, figures crossing the square with their shadows."""
    p, rng, w = c.p, c.rng, c.w
    base = rng.uniform(700, 730)
    sx = w * rng.uniform(0.10, 0.2)
    sky(c, base, (sx, rng.uniform(250, 420), rng.uniform(46, 66)))
    if p.name == "night":
        stars(c, 500)
    clouds(c, 50, 400, 1.0)
    distant_city(c, -20, w + 20, base - 40, 170, p.depth(0.2))
    mid = w * rng.uniform(0.56, 0.64)
    stone = mix(p.wall, p.haze, 0.12) if not p.dark else mix(p.wall, p.haze, 0.25)
    dark = p.shade(stone, 0.42)
    _dome(c, mid, base - 330, rng.uniform(118, 136), stone, rng.random() < 0.6)
    for side in (-1, 1):
        x0, x1 = sorted((mid + side * 210, mid + side * 760))
        c.rect(x0, base - 292, x1, base, p.shade(stone, 0.08))
        c.grain(box(x0, base - 292, x1, base), dark, (x0, base - 290), (x1 + (260 if side < 0 else 0), base + 40), 0.85)
        c.rect(x0 - 6, base - 306, x1 + 6, base - 284, p.lift(stone, 0.25))
        c.rect(x0, base - 150, x1, base - 144, dark)
        for i in range(9):
            x = x0 + (x1 - x0) * (i + 0.5) / 9
            pane = p.light if rng.random() < p.lit else mix(p.near, p.sky[1], 0.15)
            window(c, x - 14, base - 262, 28, 88, pane, p.lift(stone, 0.35), True, (1, 2))
            window(c, x - 14, base - 122, 28, 70, pane if rng.random() < 0.5 else mix(p.near, p.sky[1], 0.1), p.lift(stone, 0.35), False, (1, 1))
            c.disc(x + 30, base - 312, 5, stone)
    c.rect(mid - 226, base - 330, mid + 226, base, mix(dark, p.near, 0.4))
    for i in range(3):
        x = mid + (i - 1) * 122
        window(c, x - 30, base - 176, 60, 136, p.light if p.lit > 0.1 else mix(p.ink, p.wood, 0.4), stone, True, (1, 0))
    c.grain(box(mid - 226, base - 330, mid + 226, base), p.ink, (0, base - 120), (0, base - 380), 0.8)
    for i in range(6):
        column(c, mid - 205 + 82 * i, base - 40, 262, 40, p.lift(stone, 0.2), -1)
    c.rect(mid - 246, base - 342, mid + 246, base - 298, stone)
    c.rect(mid - 246, base - 310, mid + 246, base - 304, dark)
    pediment = [(mid - 262, base - 340), (mid, base - 452), (mid + 262, base - 340)]
    c.shape(pediment, p.lift(stone, 0.15))
    inner = [(mid - 206, base - 350), (mid, base - 436), (mid + 206, base - 350)]
    c.shape(inner, p.shade(stone, 0.22))
    c.disc(mid, base - 384, 27, p.lift(stone, 0.25))
    c.disc(mid, base - 384, 17, p.second)
    for i in range(7):
        t = i / 7
        wide = 250 + 100 * t
        c.rect(mid - wide, base - 40 + 11 * i, mid + wide, base - 29 + 11 * i + 1, mix(p.lift(stone, 0.25), dark, 0.12 + 0.09 * i))
        c.line([(mid - wide, base - 40 + 11 * i), (mid + wide, base - 40 + 11 * i)], p.lift(stone, 0.55), 1.5)
    ground = p.lift(mix(p.ground, p.haze, 0.25), 0.05)
    c.shape([(-10, base), (mid - 345, base), (mid - 350, base + 38), (mid + 350, base + 38), (mid + 345, base), (w + 10, base), (w + 10, 1000), (-10, 1000)], ground)
    eye = Eye(mid - w * 0.2, base - 30, 700, 1.65)
    for i in range(-14, 15):
        c.line([eye.at(i * 1.4, 0, 3.0), eye.at(i * 1.4, 0, 11)], p.shade(ground, 0.2), 1.6, 0.6)
    for z in (3.1, 3.6, 4.2, 5.1, 6.4, 8.4):
        c.line([(0, eye.at(0, 0, z)[1]), (w, eye.at(0, 0, z)[1])], p.shade(ground, 0.2), 1.6, 0.6)
    c.grain(box(0, base, w, 1000), p.shade(p.ground, 0.75), (sx, base + 30), (w * 0.8, 1100), 0.85)
    for fx in (0.03, 0.12, 0.95):
        tree(c, w * fx, base + 26, rng.uniform(190, 240), mix(p.leaf, p.near, 0.25), -1)
    for side in (-1, 1):
        flag(c, mid + side * 390, base + 30, 300, rng.choice((p.accent, p.near)), p.paper)
    crowd(c, mid - 190, mid + 190, base + 22, 56, 5, 6, -1, 0.5)
    for fx, size in ((0.14, 132), (0.23, 140), (0.38, 118), (0.72, 128), (0.86, 122)):
        x = w * (fx + rng.uniform(-0.03, 0.03))
        person(c, x, base + size * 1.25, size, dress(c, 0.5), rng.choice(("walk", "walk", "stroll", "stand")), rng.choice((-1, 1)), -1, 1.5)
    birds(c, mid - 260, base - 420, 8, p.depth(0.8))


def _dome(c: Canvas, x: float, y: float, r: float, stone: Color, round_top: bool) -> None:
    """A dome or a square clock tower on its drum; y is the roof it stands on."""
    p = c.p
    copper = mix(p.leaf, p.far, 0.35) if p.name not in ("autumn",) else mix(p.mid, p.leaf, 0.3)
    dark = p.shade(stone, 0.45)
    if round_top:
        c.rect(x - r * 1.15, y - r * 0.7, x + r * 1.15, y + 40, stone)
        c.grain(box(x - r * 1.15, y - r * 0.7, x + r * 1.15, y + 40), dark, (x - r, 0), (x + r * 1.5, 0), 0.9)
        for i in range(9):
            cx = x - r + 2 * r * i / 8
            c.rect(cx - r * 0.035, y - r * 0.64, cx + r * 0.035, y, p.lift(stone, 0.3))
            if i < 8:
                window(c, cx + r * 0.075, y - r * 0.52, r * 0.1, r * 0.36, p.light if p.lit > 0.2 else p.near, None, True, (0, 0))
        c.rect(x - r * 1.2, y - r * 0.76, x + r * 1.2, y - r * 0.64, p.lift(stone, 0.3))
        dome = [*arc(x, y - r * 0.74, r, r * 1.12, 180, 360, 30)]
        c.shape(dome, copper)
        for t in (-0.62, -0.3, 0.02, 0.34, 0.66):
            c.line([(x + r * t * math.sqrt(1 - (i / 10) ** 2), y - r * 0.74 - r * 1.12 * i / 10) for i in range(11)], p.shade(copper, 0.3), 2.2, 0.7)
        c.grain(dome, p.shade(copper, 0.65), (x - r * 0.4, y - r * 1.4), (x + r * 1.0, y - r * 0.6), 0.95)
        c.rect(x - r * 0.17, y - r * 2.2, x + r * 0.17, y - r * 1.8, stone)
        c.rect(x, y - r * 2.2, x + r * 0.17, y - r * 1.8, dark)
        c.shape([(x - r * 0.21, y - r * 2.18), (x, y - r * 2.6), (x + r * 0.21, y - r * 2.18)], copper)
        flag(c, x, y - r * 2.55, r * 0.7, p.accent, p.paper)
        return
    wide = r * 0.62
    c.rect(x - wide, y - r * 1.9, x + wide, y + 40, stone)
    c.grain(box(x - wide, y - r * 1.9, x + wide, y + 40), dark, (x - wide, 0), (x + wide * 1.5, 0), 0.9)
    for dx in (-0.5, 0.12):
        window(c, x + dx * wide, y - r * 0.6, wide * 0.36, r * 0.46, p.near, p.lift(stone, 0.3), True, (0, 0))
    c.rect(x - wide * 1.1, y - r * 1.95, x + wide * 1.1, y - r * 1.84, p.lift(stone, 0.3))
    c.disc(x, y - r * 1.3, wide * 0.56, dark)
    c.disc(x, y - r * 1.3, wide * 0.48, p.light if p.lit > 0.1 else p.paper)
    c.line([(x, y - r * 1.3), (x, y - r * 1.3 - wide * 0.36)], p.ink, wide * 0.06)
    c.line([(x, y - r * 1.3), (x + wide * 0.26, y - r * 1.3 + wide * 0.12)], p.ink, wide * 0.07)
    c.shape([(x - wide * 1.1, y - r * 1.95), (x - wide * 0.4, y - r * 2.5), (x + wide * 0.4, y - r * 2.5), (x + wide * 1.1, y - r * 1.95)], copper)
    c.shape([(x, y - r * 1.95), (x, y - r * 2.5), (x + wide * 0.4, y - r * 2.5), (x + wide * 1.1, y - r * 1.95)], p.shade(copper, 0.4))
    c.shape([(x - wide * 0.4, y - r * 2.5), (x, y - r * 3.2), (x + wide * 0.4, y - r * 2.5)], p.shade(copper, 0.2))
    flag(c, x, y - r * 3.1, r * 0.6, p.accent, p.paper)


def courtroom(c: Canvas) -> None:
    """The bench under its canopy, tall windows at one side, an advocate on his or her feet."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.56, 0.66), rng.uniform(480, 520), 800, 1.7)
    panel = mix(p.wood, p.near, 0.25)
    plaster = mix(p.wall, p.haze, 0.1)
    back, half, high = 9.5, 6.2, 6.2
    c.shape(eye.flat(high, -half, half, 1, back), p.shade(plaster, 0.16))
    for side in (-1, 1):
        c.shape(eye.side(side * half, 0, high, 1, back), p.shade(plaster, 0.1 if side < 0 else 0.3))
        c.shape(eye.side(side * half, 0, 2.6, 1, back), p.shade(panel, 0.1 if side > 0 else 0.3))
        for z in (1.6, 2.3, 3.2, 4.4, 6.0, 8.0):
            c.line([eye.at(side * half, 0, z), eye.at(side * half, 2.6, z)], p.shade(panel, 0.6), 3)
        c.line([eye.at(side * half, 2.62, 1), eye.at(side * half, 2.62, back)], p.lift(panel, 0.35), 6)
    windows: list[tuple[float, float, float]] = []
    for z in (8.3, 6.5, 5.1):
        deep = z * 0.075
        outline = [eye.at(-half, 2.9, z - deep), *[eye.at(-half, 4.8 + 0.9 * math.sin(math.pi * i / 10), z - deep * math.cos(math.pi * i / 10)) for i in range(11)], eye.at(-half, 2.9, z + deep)]
        c.shape(outline, mix(p.sky[2], p.sun, 0.5))
        c.line([*outline, outline[0]], p.paper, 5)
        c.line([eye.at(-half, 2.9, z), eye.at(-half, 5.7, z)], p.paper, 4)
        for y in (3.6, 4.3, 5.0):
            c.line([eye.at(-half, y, z - deep), eye.at(-half, y, z + deep)], p.paper, 3)
        windows.append((eye.at(-half, 4, z - deep)[0], eye.at(-half, 4, z + deep)[0], eye.at(-half, 4.6, z)[1]))
    c.shape(eye.front(-half, half, 0, high, back), plaster)
    wall = eye.front(-half, half, 0, 3.6, back)
    c.shape(wall, panel)
    for i in range(15):
        x = -half + 2 * half * i / 14
        c.line([eye.at(x, 0, back), eye.at(x, 3.6, back)], p.shade(panel, 0.45), 3)
    c.line([eye.at(-half, 3.6, back), eye.at(half, 3.6, back)], p.lift(panel, 0.35), 8)
    c.grain(eye.front(-half, half, 0, high, back), p.ink, eye.at(-2, 4, back), eye.at(half * 1.2, 5, back), 0.55)
    floor = mix(p.floor, p.wood, 0.3)
    c.shape(eye.flat(0, -half, half, 0.9, back), floor)
    c.grain(box(0, eye.y, w, 1000), p.ink, (0, eye.y + 170), (0, 1090), 0.85)
    canopy = eye.front(-2.0, 2.0, 4.5, 5.1, back - 0.9)
    c.shape(eye.front(-1.5, 1.5, 1.0, 4.6, back - 0.1), p.shade(panel, 0.35))
    (lx, _), (rx, ty) = canopy[0], canopy[2]
    mx = (lx + rx) / 2
    c.shape([(lx - 12, ty + 6), (mx, ty - 60), (rx + 12, ty + 6)], p.lift(panel, 0.1))
    c.shape(canopy, panel)
    c.grain(canopy, p.ink, (lx, ty), (rx + 60, ty + 60), 0.7)
    ex, ey = eye.at(0, 3.8, back)
    c.disc(ex, ey, 35, p.second)
    c.disc(ex, ey, 27, p.shade(panel, 0.3))
    c.line([(ex, ey - 19), (ex, ey + 17)], p.second, 4)
    c.line([(ex - 16, ey - 12), (ex + 16, ey - 12)], p.second, 3.5)
    for dx in (-16, 16):
        c.shape([(ex + dx - 8, ey + 4), (ex + dx + 8, ey + 4), (ex + dx, ey + 11)], p.second)
        c.line([(ex + dx, ey - 12), (ex + dx - 7, ey + 4)], p.second, 1.4)
        c.line([(ex + dx, ey - 12), (ex + dx + 7, ey + 4)], p.second, 1.4)
    robe = mix(p.ink, p.near, 0.25)
    for x in (-1.75, 0.0, 1.75):
        jx, jy = eye.at(x, 0.55, 8.4)
        person(c, jx, jy, eye.size(1.78, 8.4), dress(c, 0, top=robe if x else mix(p.accent, p.ink, 0.25), hat="", hem=0.2, bag=None, scarf=p.paper), "stand", 1 if x <= 0 else -1, -1)
    _desk(c, eye, -3.0, 3.0, 0.0, 1.75, 7.9, panel)
    _desk(c, eye, -2.3, 2.3, 0.0, 1.0, 7.0, p.shade(panel, 0.15))
    cx, cy = eye.at(0.8, 0.35, 7.3)
    shafts(c, [(a, b, y) for a, b, y in windows], (0.9, 1), 560, p.sun, 0.36, 2.2)
    wx, wy = eye.at(3.9, 0.4, 7.2)
    person(c, wx, wy, eye.size(1.66, 7.2), dress(c, 0.9, hat="", bag=None), "stand", -1, -1)
    _desk(c, eye, 3.1, 4.8, 0.0, 1.35, 6.9, panel)
    person(c, cx, cy, eye.size(1.5, 7.3), dress(c, 0.4, hat="", bag=None, hem=0.0), "hold", -1, -1)
    _desk(c, eye, 0.1, 2.2, 0.0, 1.05, 6.6, p.shade(panel, 0.1))
    ax, ay = eye.at(-2.3 + rng.uniform(-0.3, 0.3), 0, 5.0)
    c.shape([(ax - 20, ay - 4), (ax + 20, ay), (ax + 190, ay + 50), (ax + 130, ay + 56)], p.ink, 0.3)
    person(c, ax, ay, eye.size(1.82, 5.0), dress(c, 0, top=robe, legs=p.ink, hat="", hem=0.16, bag=None, scarf=p.paper), rng.choice(("point", "reach", "hold")), 1, -1)
    for x0, x1 in ((-5.6, -3.2), (0.6, 3.2)):
        _desk(c, eye, x0, x1, 0.0, 0.85, 4.4, p.shade(panel, 0.2))
        px, py = eye.at((x0 + x1) / 2 - 0.3, 0.87, 4.4)
        c.shape([(px, py), (px + 70, py), (px + 84, py + 9), (px - 12, py + 9)], p.paper)
        c.rect(px + 110, py - 26, px + 150, py, p.accent)
        c.rect(px + 114, py - 38, px + 146, py - 26, p.second)
    for i in range(7):
        x = w * (0.05 + 0.15 * i) + rng.uniform(-26, 26)
        _listener(c, x, 1010, rng.uniform(150, 180))
    rail = [(0, 938), (w, 938), (w, 962), (0, 962)]
    c.shape(rail, p.shade(panel, 0.45))
    c.line([(0, 938), (w, 938)], p.lift(panel, 0.3), 4)
    c.rect(0, 962, w, 1000, p.shade(panel, 0.7))


def _listener(c: Canvas, x: float, y: float, s: float) -> None:
    """Head and shoulders of somebody in the public seats, from behind."""
    p = c.p
    look = dress(c, 0.3)
    coat = p.shade(look.top, 0.55)
    c.shape(smooth([(x - s * 0.5, y), (x - s * 0.42, y - s * 0.42), (x - s * 0.14, y - s * 0.56), (x + s * 0.14, y - s * 0.56), (x + s * 0.42, y - s * 0.42), (x + s * 0.5, y)], False, 5), coat)
    c.limb((x, y - s * 0.5), (x, y - s * 0.68), s * 0.17, s * 0.16, p.shade(look.skin, 0.4))
    c.oval(x, y - s * 0.82, s * 0.185, s * 0.23, p.shade(look.hair, 0.2))
    if look.long_hair:
        c.shape(smooth([(x - s * 0.19, y - s * 0.85), (x + s * 0.19, y - s * 0.85), (x + s * 0.22, y - s * 0.45), (x, y - s * 0.4), (x - s * 0.22, y - s * 0.45)], steps=4), p.shade(look.hair, 0.2))


def _desk(c: Canvas, eye: Eye, x0: float, x1: float, y0: float, y1: float, z: float, color: Color) -> None:
    """A panelled desk that faces the viewer."""
    p = c.p
    front = eye.front(x0, x1, y0, y1, z)
    c.shape(eye.flat(y1, x0, x1, z, z * 1.09), p.lift(color, 0.3))
    c.shape(front, color)
    (left, low), (right, top) = front[0], front[2]
    count = max(2, round((x1 - x0) / 0.9))
    for i in range(count):
        a, b = left + (right - left) * (i + 0.14) / count, left + (right - left) * (i + 0.86) / count
        c.rect(a, top + (low - top) * 0.2, b, top + (low - top) * 0.86, p.shade(color, 0.28))
        c.line([(a, top + (low - top) * 0.86), (b, top + (low - top) * 0.86)], p.lift(color, 0.25), 2)
    c.grain(front, p.ink, (left, top), (right + (right - left) * 0.2, low + 80), 0.75)
    c.rect(left - 6, top - 4, right + 6, top + 9, p.lift(color, 0.22))


def library(c: Canvas) -> None:
    """A galleried reading room, lamps along the tables, one reader bent over a book."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.42, 0.58), rng.uniform(520, 570), 660, 2.0)
    half, back, spring = 6.4, 16.0, 6.4
    plaster = mix(p.wall, p.light, 0.15)
    c.rect(0, 0, w, 1000, plaster)
    for i in range(12):
        a0, a1 = math.pi * i / 12, math.pi * (i + 1) / 12
        strip = [eye.at(-half * math.cos(a), spring + 2.8 * math.sin(a), z) for a, z in ((a0, 1.2), (a1, 1.2), (a1, back), (a0, back))]
        c.shape(strip, p.shade(plaster, 0.10 + 0.20 * abs(i - 5.5) / 6))
    for z in (2.4, 3.6, 5.2, 7.4, 10.6, 15):
        c.line([eye.at(-half * math.cos(math.pi * k / 20), spring + 2.8 * math.sin(math.pi * k / 20), z) for k in range(21)], p.lift(plaster, 0.4), max(2.0, eye.size(0.16, z)))
    end = [eye.at(-half, 0, back), *[eye.at(-half * math.cos(math.pi * k / 20), spring + 2.8 * math.sin(math.pi * k / 20), back) for k in range(21)], eye.at(half, 0, back)]
    c.shape(end, p.lift(plaster, 0.1))
    arch = [eye.at(-2.4, 2.0, back), *[eye.at(-2.4 * math.cos(math.pi * k / 16), 5.4 + 2.3 * math.sin(math.pi * k / 16), back) for k in range(17)], eye.at(2.4, 2.0, back)]
    c.shape(arch, mix(p.sky[2], p.sun, 0.6))
    ax, ay = eye.at(0, 5, back)
    for x in (-1.2, 0, 1.2):
        c.line([eye.at(x, 2, back), eye.at(x, 7.4, back)], p.shade(plaster, 0.35), 4)
    for y in (3.2, 4.4, 5.6):
        c.line([eye.at(-2.4, y, back), eye.at(2.4, y, back)], p.shade(plaster, 0.35), 3)
    wood = mix(p.wood, p.near, 0.2)
    for side in (-1, 1):
        c.shape(eye.side(side * half, 0, spring, 1.0, back), p.shade(wood, 0.45))
        _shelves(c, eye, side, half)
    floor = mix(p.floor, p.wood, 0.25)
    c.shape(eye.flat(0, -half, half, 0.9, back), floor)
    for i in range(-10, 11):
        c.line([eye.at(i * 0.62, 0, 1), eye.at(i * 0.62, 0, back)], p.shade(floor, 0.25), 1.6, 0.6)
    c.glow(ax, eye.at(0, 0, back)[1] + 30, 240, 110, p.sun, 0.6)
    c.grain(box(0, eye.y, w, 1000), p.ink, (0, eye.y + 150), (0, 1090), 0.85)
    c.glow(ax, ay, 430, 380, p.sun, 0.65)
    shafts(c, [(ax - 70 + 50 * i, ax - 40 + 50 * i, ay - 40) for i in range(3)], (rng.choice((-0.55, 0.5)), 1), 560, p.sun, 0.32, 3.5)
    for side in (-1, 1):
        for z in (11.0, 8.4, 6.4, 4.9, 3.75):
            _table(c, eye, side, z, wood)
    px, py = eye.at(rng.choice((-0.3, 0.25)), 0, 6.6)
    person(c, px, py, eye.size(1.72, 6.6), dress(c, 0.9, hat="", hem=0.25), "walk", rng.choice((-1, 1)), 0, 0.0)


def _shelves(c: Canvas, eye: Eye, side: int, half: float) -> None:
    """Two storeys of books along one wall, with a gallery rail between."""
    p, rng = c.p, c.rng
    tones = [p.accent, p.second, p.leaf, p.near, p.wood, mix(p.wall, p.wood, 0.4), mix(p.accent, p.ink, 0.4), p.mid]
    x = side * half * 0.995
    edges = [1.25 * 1.2 ** i for i in range(15)]
    for z0, z1 in reversed(list(zip(edges, edges[1:], strict=False))):
        fog = min(0.55, z0 / 26)
        for y in (0.35, 0.95, 1.55, 2.15, 3.55, 4.15, 4.75, 5.35):
            z, stop = z0 + (z1 - z0) * 0.06, z1 - (z1 - z0) * 0.05
            while z < stop:
                thick = (z1 - z0) * rng.uniform(0.07, 0.15)
                tall = rng.uniform(0.34, 0.48)
                tone = p.fog(p.shade(rng.choice(tones), 0.16 if side > 0 else 0.32), fog)
                c.shape(eye.side(x, y, y + tall, z, min(stop, z + thick * 0.92)), tone)
                z += thick if rng.random() < 0.95 else thick * 2.2
            c.shape(eye.side(x, y - 0.09, y, z0, z1), p.fog(p.lift(p.wood, 0.12), fog))
        c.line([eye.at(x, 0, z0), eye.at(x, 6.2, z0)], p.fog(p.shade(p.wood, 0.1), fog), max(2.0, eye.size(0.13, z0)))
    c.shape(eye.flat(3.0, min(x, x - side * 0.9), max(x, x - side * 0.9), 1.2, 16), p.shade(p.wood, 0.55))
    c.line([eye.at(x - side * 0.9, 3.0, 1.2), eye.at(x - side * 0.9, 3.0, 16)], p.lift(p.wood, 0.2), 7)
    c.line([eye.at(x - side * 0.9, 3.85, 1.2), eye.at(x - side * 0.9, 3.85, 16)], p.ink, 4)
    z = 1.5
    while z < 15:
        c.line([eye.at(x - side * 0.9, 3.0, z), eye.at(x - side * 0.9, 3.85, z)], p.ink, max(1.2, eye.size(0.03, z)))
        z *= 1.045
    c.shape(eye.side(x, 6.0, 6.4, 1.0, 16), p.lift(p.wood, 0.25))


def _table(c: Canvas, eye: Eye, side: int, z: float, wood: Color) -> None:
    """A reading table with its green lamps and perhaps a reader."""
    p, rng = c.p, c.rng
    x0, x1 = sorted((side * 1.25, side * 4.6))
    deep = z * 0.13
    for i in range(2):
        if rng.random() < 0.62:
            x = x0 + (x1 - x0) * (0.28 + 0.45 * i) + rng.uniform(-0.2, 0.2)
            px, py = eye.at(x, 0.0, z + deep * 1.1)
            person(c, px, py, eye.size(1.45, z + deep), dress(c, 0.6, hat="", hem=0.0, bag=None), "hold", rng.choice((-1, 1)))
    for x in (x0 + 0.2, x1 - 0.2):
        c.line([eye.at(x, 0, z), eye.at(x, 0.75, z)], p.shade(wood, 0.6), max(2.0, eye.size(0.13, z)))
    c.shape(eye.flat(0.78, x0, x1, z, z + deep), p.lift(wood, 0.34))
    c.shape(eye.front(x0, x1, 0.62, 0.78, z), p.shade(wood, 0.2))
    for i in range(3):
        x = x0 + (x1 - x0) * (0.16 + 0.34 * i)
        lx, ly = eye.at(x, 0.8, z + deep * 0.5)
        s = eye.size(0.2, z)
        c.glow(lx, ly - s, s * 4.4, s * 3.4, p.light, 0.75)
        c.line([(lx, ly), (lx, ly - s * 1.5)], p.second, max(1.5, s * 0.12))
        c.shape([(lx - s * 1.05, ly - s * 1.3), (lx - s * 0.7, ly - s * 1.9), (lx + s * 0.7, ly - s * 1.9), (lx + s * 1.05, ly - s * 1.3)], p.shade(p.green, 0.2))
        c.rect(lx - s * 0.9, ly - s * 1.34, lx + s * 0.9, ly - s * 1.2, p.light)
        bx, by = eye.at(x + 0.5, 0.8, z + deep * 0.3)
        c.shape([(bx - s, by), (bx, by - s * 0.24), (bx + s, by), (bx + s * 0.9, by - s * 0.42), (bx, by - s * 0.55), (bx - s * 0.9, by - s * 0.42)], p.paper)

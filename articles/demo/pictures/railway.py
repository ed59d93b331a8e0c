"""The railway."""

from __future__ import annotations

from .buildings import tower_block
from .canvas import Canvas
from .frame import Eye
from .land import contour, hill, swell, tree, wood_edge
from .looks import dress
from .outlines import smooth
from .palettes import Color, mix
from .people import person
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
    sleepers = [1.9 * 1.075**i for i in range(52)]
    for track in (0.0, 5.0):
        for z in sleepers:
            c.shape(
                eye.flat(0.05, track - 1.25, track + 1.25, z, z + 0.24 * max(1, z / 14)),
                p.fog(p.shade(p.wood, 0.35), min(0.7, z / 70)),
            )
    shine = p.sun if not p.dark else mix(p.sky[2], p.sun, 0.5)
    for track in (0.0, 5.0):
        for x in (track - 0.75, track + 0.75):
            c.shape([eye.at(x - 0.05, 0.1, 1.6), eye.at(x + 0.05, 0.1, 1.6), eye.at(x, 0.1, 150)], p.ink)
            c.shape([eye.at(x - 0.05, 0.2, 1.6), eye.at(x + 0.045, 0.2, 1.6), eye.at(x, 0.2, 150)], shine)
    for i in reversed(range(7)):
        z = 7.5 * 1.5**i
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
        c.shape(
            [(px - h * 0.06, py), (px + h * 0.06, py), (px + h * 0.02, py + h * 0.3), (px - h * 0.14, py + h * 0.3)],
            p.ink,
            0.3,
        )
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
    nose = smooth(
        [
            (left, low),
            (left + s * 0.01, top + s * 0.42),
            (left + s * 0.12, top + s * 0.08),
            (left + s * 0.5, top - s * 0.03),
            (right - s * 0.12, top + s * 0.08),
            (right - s * 0.01, top + s * 0.42),
            (right, low),
        ],
        False,
        6,
    )
    c.shape(nose, color)
    c.grain(nose, p.shade(color, 0.6), (left, top), (right + s * 0.3, low + s * 0.4), 0.9)
    glass = smooth(
        [
            (left + s * 0.1, top + s * 0.7),
            (left + s * 0.16, top + s * 0.22),
            (left + s * 0.5, top + s * 0.13),
            (right - s * 0.16, top + s * 0.22),
            (right - s * 0.1, top + s * 0.7),
            (left + s * 0.5, top + s * 0.75),
        ],
        steps=4,
    )
    c.shape(glass, p.ink)
    c.grain(glass, mix(p.sky[1], p.sky[2], 0.5), (left + s * 0.4, top + s * 0.7), (right, top + s * 0.1), 0.7)
    c.rect(left + s * 0.34, top + s * 0.01, right - s * 0.34, top + s * 0.1, p.second)
    c.rect(left + s * 0.01, top + s * 0.86, right - s * 0.01, top + s * 0.93, p.paper)
    c.rect(left + s * 0.05, low - s * 0.14, right - s * 0.05, low, p.ink)
    for dx in (0.17, 0.83):
        hx, hy = left + s * dx, top + s * 1.02
        c.glow(hx, hy, s * 0.65, s * 0.65, p.light, 0.85)
        c.disc(hx, hy, s * 0.065, mix(p.light, (255, 255, 255), 0.6))
    c.line(
        [
            ((left + right) / 2 - s * 0.1, top),
            ((left + right) / 2 + s * 0.08, top - s * 0.2),
            ((left + right) / 2 - s * 0.04, top - s * 0.5),
        ],
        p.ink,
        max(2.0, s * 0.025),
    )

"""The courtroom."""

from __future__ import annotations

import math

from .canvas import Canvas
from .frame import Eye
from .looks import dress
from .outlines import box, smooth
from .palettes import Color, mix
from .people import person
from .sky import shafts


def courtroom(c: Canvas) -> None:
    """A courtroom: the bench under its canopy, tall windows at one side, an advocate standing."""
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
        outline = [
            eye.at(-half, 2.9, z - deep),
            *[
                eye.at(-half, 4.8 + 0.9 * math.sin(math.pi * i / 10), z - deep * math.cos(math.pi * i / 10))
                for i in range(11)
            ],
            eye.at(-half, 2.9, z + deep),
        ]
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
    c.grain(
        eye.front(-half, half, 0, high, back),
        p.shade(plaster, 0.7),
        eye.at(-3, 3, back),
        eye.at(half * 1.3, 7, back),
        0.5,
        0.6,
    )

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
        person(
            c,
            jx,
            jy,
            eye.size(1.78, 8.4),
            dress(c, 0, top=robe if x else mix(p.accent, p.ink, 0.25), hat="", hem=0.2, bag=None, scarf=p.paper),
            "stand",
            1 if x <= 0 else -1,
            -1,
        )
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
    person(
        c,
        ax,
        ay,
        eye.size(1.82, 5.0),
        dress(c, 0, top=robe, legs=p.ink, hat="", hem=0.16, bag=None, scarf=p.paper),
        rng.choice(("point", "reach", "hold")),
        1,
        -1,
    )
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
    c.shape(
        smooth(
            [
                (x - s * 0.5, y),
                (x - s * 0.42, y - s * 0.42),
                (x - s * 0.14, y - s * 0.56),
                (x + s * 0.14, y - s * 0.56),
                (x + s * 0.42, y - s * 0.42),
                (x + s * 0.5, y),
            ],
            False,
            5,
        ),
        coat,
    )
    c.limb((x, y - s * 0.5), (x, y - s * 0.68), s * 0.17, s * 0.16, p.shade(look.skin, 0.4))
    c.oval(x, y - s * 0.82, s * 0.185, s * 0.23, p.shade(look.hair, 0.2))
    if look.long_hair:
        c.shape(
            smooth(
                [
                    (x - s * 0.19, y - s * 0.85),
                    (x + s * 0.19, y - s * 0.85),
                    (x + s * 0.22, y - s * 0.45),
                    (x, y - s * 0.4),
                    (x - s * 0.22, y - s * 0.45),
                ],
                steps=4,
            ),
            p.shade(look.hair, 0.2),
        )


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

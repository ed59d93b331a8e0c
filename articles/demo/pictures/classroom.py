"""The classroom, with and without its class."""

from __future__ import annotations

import math

from .canvas import Canvas
from .frame import Eye
from .land import crown
from .looks import HAIRS, SKINS, dress
from .outlines import arc, box, smooth
from .palettes import mix
from .people import person
from .sky import shafts


def classroom(c: Canvas) -> None:
    """A lesson: pupils at their desks, a teacher pointing at the board, light from tall windows."""
    _lesson(c, True)


def empty_classroom(c: Canvas) -> None:
    """An empty classroom, chairs behind the desks, light from tall windows lying across the floor."""
    _lesson(c, False)


def _lesson(c: Canvas, taught: bool) -> None:
    """The room, with or without its class."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.52, 0.60), rng.uniform(400, 430), 900, 1.9)
    half, back, high = 4.9, 8.6, 3.9
    wall = mix(p.wall, p.light, 0.15)
    c.shape(eye.flat(high, -half, half, 1, back), p.lift(wall, 0.35))
    c.shape(eye.side(half, 0, high, 1, back), p.shade(wall, 0.26))
    c.shape(eye.side(-half, 0, high, 1, back), p.shade(wall, 0.12))
    c.shape(eye.side(half, 0, 1.2, 1, back), p.shade(mix(p.green, p.mid, 0.4), 0.25))
    tops: list[tuple[float, float, float]] = []
    for z0, z1 in ((6.2, 8.1), (4.3, 5.8), (3.0, 4.0), (2.0, 2.75)):
        pane = eye.side(-half, 1.1, 3.4, z0, z1)
        c.shape(pane, mix(p.sky[1], p.sky[2], 0.7))
        c.grain(pane, mix(p.sky[2], p.sun, 0.6), pane[1], pane[0], 0.9)
        with c.clip(pane):
            for _ in range(3):
                x, y = eye.at(-half, 1.2, rng.uniform(z0, z1))
                c.shape(crown(c, x, y, 60, 80), mix(p.leaf, p.haze, 0.4))
        frame = mix(p.paper, wall, 0.2)
        c.line([*pane, pane[0]], frame, max(4, eye.size(0.06, z0)))
        c.line([eye.at(-half, 1.1, (z0 + z1) / 2), eye.at(-half, 3.4, (z0 + z1) / 2)], frame, 4)
        c.line([eye.at(-half, 2.6, z0), eye.at(-half, 2.6, z1)], frame, 4)
        tops.append((pane[1][0], pane[2][0], pane[2][1] + 60))
    c.shape(eye.front(-half, half, 0, high, back), wall)
    c.shape(eye.front(-half, half, 0, 1.1, back), p.shade(mix(p.green, p.mid, 0.4), 0.1))
    board = eye.front(-2.9, 1.5, 1.15, 2.95, back)
    (bl, bb), (br, bt) = board[0], board[2]
    c.rect(bl - 12, bt - 12, br + 12, bb + 12, p.wood)
    tone = p.shade(mix(p.green, p.near, 0.55), 0.25)
    c.rect(bl, bt, br, bb, tone)
    c.grain(box(bl, bt, br, bb), p.lift(tone, 0.3), (br, bb), (bl, bt), 0.5)
    chalk = mix(p.paper, tone, 0.15)
    kind = rng.randrange(3)
    bx, by, s = bl + (br - bl) * 0.22, (bt + bb) / 2, (bb - bt) * 0.34
    if kind == 0:
        c.line(
            [(bx - s, by + s * 0.8), (bx + s, by + s * 0.8), (bx - s * 0.3, by - s), (bx - s, by + s * 0.8)], chalk, 3.5
        )
        c.line(arc(bx - s, by + s * 0.8, s * 0.4, s * 0.4, -70, 0, 8), chalk, 2.5)
    elif kind == 1:
        for r in (0.35, 0.65, 0.95):
            c.line(arc(bx, by, s * r, s * r, 0, 360, 40), chalk, 2.5)
        for a, r in ((40, 0.35), (160, 0.65), (285, 0.95)):
            c.disc(bx + s * r * math.cos(math.radians(a)), by + s * r * math.sin(math.radians(a)), 8, p.second)
        c.disc(bx, by, 12, p.accent)
    else:
        c.line([(bx - s, by - s), (bx - s, by + s), (bx + s, by + s)], chalk, 3)
        c.line(
            smooth(
                [
                    (bx - s, by + s * 0.7),
                    (bx - s * 0.3, by + s * 0.3),
                    (bx + s * 0.2, by + s * 0.4),
                    (bx + s * 0.9, by - s * 0.8),
                ],
                False,
            ),
            p.second,
            4,
        )
    for i in range(4):
        y = bt + (bb - bt) * (0.2 + 0.16 * i)
        c.line([(bl + (br - bl) * 0.5, y), (bl + (br - bl) * rng.uniform(0.74, 0.92), y)], chalk, 3, 0.8)
    c.rect(bl, bb + 12, br, bb + 20, p.shade(p.wood, 0.3))
    for i in range(5):
        x, y = eye.at(2.1 + 0.52 * (i % 3), 2.75 - 0.66 * (i // 3), back)
        c.rect(x, y, x + 38, y + 48, rng.choice((p.second, p.paper, p.accent, p.sky[1], p.leaf)))
        c.disc(x + 19, y + 22, 10, rng.choice((p.leaf, p.accent, p.near)))
    floor = mix(p.floor, p.second, 0.12)
    c.shape(eye.flat(0, -half, half, 0.9, back), floor)
    for z in (7.5, 6.5, 5.6, 4.8, 4.1, 3.5, 3.0):
        y = eye.at(0, 0, z)[1]
        c.line([(0, y), (w, y)], p.shade(floor, 0.2), 1.6, 0.5)
    c.grain(eye.flat(0, -half, half, 0.9, back), p.shade(floor, 0.8), (0, eye.y + 200), (w * 0.3, 1150), 0.8)
    tx, ty = eye.at(rng.choice((1.2, 0.7)), 0, 7.6)
    if taught:
        person(
            c,
            tx,
            ty,
            eye.size(1.74, 7.6),
            dress(c, 1.0, hat="", hem=rng.choice((0.0, 0.26)), bag=None),
            "point",
            -1,
            -1,
        )
    gx, gy = eye.at(3.3, 0.8, 7.4)
    desk = eye.front(2.1, 4.0, 0, 0.78, 7.2)
    c.shape(desk, p.shade(p.wood, 0.1))
    c.grain(desk, p.ink, desk[3], desk[1], 0.6)
    c.disc(gx, gy - 48, 32, mix(p.water, p.sky[1], 0.3))
    c.shape(crown(c, gx - 8, gy - 54, 17, 12, 7), p.leaf)
    c.line(arc(gx, gy - 48, 36, 36, -70, 110, 12), p.second, 4)
    c.line([(gx - 18, gy - 4), (gx + 18, gy - 4)], p.second, 6)
    shafts(c, tops, (1.15, 1), 520, p.sun, 0.36, 1.3)
    for z in (5.9, 4.6, 3.55):
        for x in (-3.1, -1.05, 1.0, 3.05):
            _pupil(c, eye, x + rng.uniform(-0.12, 0.12), z, taught)


def _pupil(c: Canvas, eye: Eye, x: float, z: float, present: bool) -> None:
    """A desk and its chair, and the child who sits there seen from behind."""
    p, rng = c.p, c.rng
    px, py = eye.at(x, 0.72, z + 0.5)
    s = eye.size(0.5, z)
    table = eye.flat(0.72, x - 0.72, x + 0.72, z + 0.35, z + 0.95)
    for dx in (-0.62, 0.62):
        c.line([eye.at(x + dx, 0.7, z + 0.4), eye.at(x + dx, 0, z + 0.4)], p.near, max(2.0, s * 0.05))
    c.shape(table, mix(p.wood, p.second, 0.35))
    c.line([table[0], table[1]], p.shade(p.wood, 0.4), max(2.5, s * 0.06))
    c.shape(
        [
            (px - s * 0.5, py + s * 0.02),
            (px + s * 0.1, py + s * 0.02),
            (px + s * 0.06, py - s * 0.12),
            (px - s * 0.4, py - s * 0.12),
        ],
        p.paper,
    )
    bx, by = eye.at(x, 0.45, z)
    c.rect(bx - s * 0.36, by - s * 0.1, bx + s * 0.36, by + s * 0.12, p.near)
    for dx in (-0.3, 0.3):
        c.line([(bx + dx * s, by + s * 0.1), eye.at(x + dx * 0.55, 0, z)], p.near, max(2.0, s * 0.06))
    if not present:
        c.rect(bx - s * 0.38, by - s * 0.52, bx + s * 0.38, by - s * 0.2, p.shade(p.wood, 0.1))
        c.grain(
            box(bx - s * 0.38, by - s * 0.52, bx + s * 0.38, by - s * 0.2),
            p.lift(p.wood, 0.5),
            (bx + s * 0.4, 0),
            (bx - s * 0.6, 0),
            0.7,
        )
        for dx in (-0.3, 0.3):
            c.line([(bx + dx * s, by - s * 0.5), (bx + dx * s, by + s * 0.1)], p.near, max(2.0, s * 0.06))
        return
    top = rng.choice((p.accent, p.second, p.leaf, p.water, p.paper, p.mid, p.near))
    skin, hair = mix(rng.choice(SKINS), p.haze, 0.08), mix(rng.choice(HAIRS[:6]), p.ink, 0.2)
    body = smooth(
        [
            (bx - s * 0.44, by + s * 0.06),
            (bx - s * 0.42, by - s * 0.5),
            (bx - s * 0.2, by - s * 0.68),
            (bx + s * 0.2, by - s * 0.68),
            (bx + s * 0.42, by - s * 0.5),
            (bx + s * 0.44, by + s * 0.06),
        ],
        False,
        5,
    )
    if rng.random() < 0.3:
        side = rng.choice((-1, 1))
        c.limb(
            (bx + side * s * 0.34, by - s * 0.5),
            (bx + side * s * 0.5, by - s * 1.0),
            s * 0.2,
            s * 0.15,
            p.shade(top, 0.12),
        )
        c.limb((bx + side * s * 0.5, by - s * 1.0), (bx + side * s * 0.46, by - s * 1.42), s * 0.14, s * 0.1, skin)
        c.disc(bx + side * s * 0.46, by - s * 1.46, s * 0.08, skin)
    c.shape(body, top)
    c.grain(body, p.shade(top, 0.5), (bx - s * 0.2, 0), (bx + s * 0.6, 0), 0.9)
    c.limb((bx, by - s * 0.64), (bx, by - s * 0.78), s * 0.17, s * 0.16, p.shade(skin, 0.2))
    c.oval(bx, by - s * 0.98, s * 0.21, s * 0.25, hair)
    c.oval(bx - s * 0.2, by - s * 0.93, s * 0.045, s * 0.07, skin)
    c.oval(bx + s * 0.2, by - s * 0.93, s * 0.045, s * 0.07, skin)
    style = rng.randrange(4)
    if style == 0:
        for side in (-1, 1):
            c.limb((bx + side * s * 0.2, by - s * 1.02), (bx + side * s * 0.32, by - s * 0.7), s * 0.13, s * 0.06, hair)
    elif style == 1:
        c.limb((bx, by - s * 1.08), (bx + s * 0.03, by - s * 0.5), s * 0.17, s * 0.06, hair)
        c.disc(bx, by - s * 1.06, s * 0.06, p.accent)
    elif style == 2:
        c.shape(
            smooth(
                [
                    (bx - s * 0.22, by - s),
                    (bx + s * 0.22, by - s),
                    (bx + s * 0.25, by - s * 0.62),
                    (bx - s * 0.25, by - s * 0.62),
                ],
                steps=4,
            ),
            hair,
        )

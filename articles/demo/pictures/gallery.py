"""The gallery: its rooms, and one picture looked at closely."""

from __future__ import annotations

import math

from .canvas import Canvas
from .frame import Eye
from .looks import dress
from .outlines import arc, box, smooth
from .paintings import painting, seascape
from .palettes import mix
from .people import person


def gallery(c: Canvas) -> None:
    """A gallery with large abstract paintings, a bench and visitors standing back to look."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.60, 0.72), rng.uniform(500, 530), 760, 1.65)
    wall = mix(p.paper, p.wall, 0.3) if not p.dark else mix(p.wall, p.haze, 0.3)
    half_l, half_r, back, high = -7.2, 4.4, 9.6, 5.0
    c.rect(0, 0, w, 1000, wall)
    c.shape(eye.flat(high, half_l, half_r, 1, back), p.shade(wall, 0.16))
    sky_light = eye.flat(high - 0.02, -4.6, 1.6, 2.0, back - 1.2)
    c.shape(sky_light, mix(p.sky[2], p.sun, 0.5))
    for i in range(7):
        z = 2.0 + (back - 3.2) * i / 6
        c.line(
            [eye.at(-4.6, high - 0.02, z), eye.at(1.6, high - 0.02, z)], p.shade(wall, 0.2), max(2, eye.size(0.06, z))
        )
    for i in range(4):
        x = -4.6 + 6.2 * i / 3
        c.line([eye.at(x, high - 0.02, 2.0), eye.at(x, high - 0.02, back - 1.2)], p.shade(wall, 0.2), 4)
    c.shape(eye.side(half_r, 0, high, 1, back), p.shade(wall, 0.24))
    door = eye.side(half_r * 0.998, 0, 3.1, 5.2, 7.0)
    c.shape(door, mix(p.accent, p.wall, 0.45))
    c.grain(door, p.ink, door[1], door[3], 0.5)
    back_wall = eye.front(half_l, half_r, 0, high, back)
    c.shape(back_wall, wall)
    c.grain(back_wall, p.lift(wall, 0.8), eye.at(0, 0, back), eye.at(0, high, back), 0.6)
    c.shape(eye.side(half_l, 0, high, 1, back), p.shade(wall, 0.08))
    floor = mix(p.floor, p.wall, 0.25)
    c.shape(eye.flat(0, half_l, half_r, 0.9, back), floor)
    for i in range(-16, 12):
        c.line([eye.at(i * 0.5, 0, 1), eye.at(i * 0.5, 0, back)], p.shade(floor, 0.14), 1.6, 0.7)
    c.grain(eye.flat(0, half_l, half_r, 0.9, back), p.shade(floor, 0.75), (w * 0.6, eye.y + 190), (w * 0.3, 1120), 0.8)
    c.shape(eye.flat(0.005, -3.6, 0.6, 4.2, 7.4), p.sun, 0.28)
    painting(c, eye.front(-6.4, -1.3, 0.85, 4.1, back - 0.05))
    painting(c, eye.front(0.0, 3.0, 1.1, 3.5, back - 0.05))
    side_panel = eye.side(half_l * 0.995, 0.9, 3.9, 4.9, 8.2)
    with c.clip(side_panel):
        c.shape(side_panel, p.near)
        c.grain(side_panel, p.mid, side_panel[0], side_panel[2], 0.9)
        for _ in range(rng.choice((3, 4, 5))):
            z0, y0 = rng.uniform(4.6, 7.4), rng.uniform(0.7, 2.9)
            tone, size = rng.choice((p.accent, p.second, p.paper, p.leaf)), rng.uniform(0.5, 1.1)
            ring = [
                eye.at(half_l * 0.995, y0 + size * math.sin(a / 4), z0 + size * 1.05 * math.cos(a / 4))
                for a in range(26)
            ]
            c.shape(ring, tone)
            c.grain(ring, p.shade(tone, 0.6), ring[0], ring[12], 0.8)
    c.line([*side_panel, side_panel[0]], p.wood, 5)
    if rng.random() < 0.7:
        sx, sy = eye.at(2.6, 0, 6.6)
        s = eye.size(1, 6.6)
        c.shape(
            [(sx - s * 0.34, sy), (sx - s * 0.34, sy - s), (sx + s * 0.34, sy - s), (sx + s * 0.34, sy)],
            p.lift(wall, 0.5),
        )
        c.rect(sx + s * 0.1, sy - s, sx + s * 0.34, sy, p.shade(wall, 0.25))
        form = smooth(
            [
                (sx - s * 0.2, sy - s),
                (sx - s * 0.32, sy - s * 1.4),
                (sx - s * 0.05, sy - s * 1.72),
                (sx + s * 0.26, sy - s * 1.62),
                (sx + s * 0.1, sy - s * 1.36),
                (sx + s * 0.24, sy - s),
            ],
            steps=6,
        )
        c.shape(form, p.accent)
        c.grain(form, p.shade(p.accent, 0.65), (sx - s * 0.2, sy - s * 1.6), (sx + s * 0.3, sy - s * 1.1), 0.95)
    bx0, bx1, z = -3.4, -1.2, 5.4
    for x in (bx0 + 0.15, bx1 - 0.15):
        c.line([eye.at(x, 0, z), eye.at(x, 0.42, z)], p.ink, 6)
    px, py = eye.at(-2.7, 0.16, z + 0.2)
    c.shape(eye.flat(0.45, bx0, bx1, z, z + 0.6), p.lift(p.wood, 0.2))
    c.shape(eye.front(bx0, bx1, 0.36, 0.45, z), p.shade(p.wood, 0.3))
    viewers = [(-4.3, 6.4, "stand"), (-0.6, 4.6, "stand")]
    if rng.random() < 0.7:
        viewers.append((1.2, 7.6, "hold"))
    if rng.random() < 0.6:
        viewers.append((-0.1, 4.75, "stand"))
    for x, z, pose in sorted(viewers, key=lambda v: -v[1]):
        vx, vy = eye.at(x, 0, z)
        h = eye.size(1.74, z)
        c.shape(
            [(vx - h * 0.07, vy), (vx + h * 0.07, vy), (vx + h * 0.2, vy + h * 0.13), (vx - h * 0.02, vy + h * 0.13)],
            p.ink,
            0.22,
        )
        person(c, vx, vy, h, dress(c, 0.9, hem=rng.choice((0.3, 0.24, 0.0))), pose, rng.choice((-1, 1)), 1)
    if rng.random() < 0.5:
        person(c, px, py + 10, eye.size(1.5, 5.6), dress(c, 0.8, hat="", bag=None, hem=0.0), "sit", -1, 1)


def before_the_picture(c: Canvas) -> None:
    """One large picture on a gallery wall under its lamps, seen past the shoulders of two visitors."""
    p, rng, w = c.p, c.rng, c.w
    wall = mix(p.wall, p.accent, 0.12) if rng.random() < 0.5 else mix(p.wall, p.mid, 0.25)
    wall = p.shade(wall, 0.22)
    c.rect(0, 0, w, 800, wall)
    c.grain(box(0, 0, w, 800), p.shade(wall, 0.6), (w * 0.5, 340), (-w * 0.15, 500), 0.8)
    c.grain(box(0, 0, w, 800), p.shade(wall, 0.6), (w * 0.5, 340), (w * 1.15, 500), 0.8)
    c.rect(0, 762, w, 800, p.lift(wall, 0.35))
    floor = mix(p.floor, p.wood, 0.3)
    c.rect(0, 800, w, 1000, floor)
    c.grain(box(0, 800, w, 1000), p.ink, (0, 810), (0, 1040), 0.8)
    x0, x1, y0, y1 = w * 0.22, w * 0.78, 120.0, 640.0
    for fx in (0.33, 0.5, 0.67):
        c.grain(
            [(w * fx - 14, 20), (w * fx + 14, 20), (w * fx + 270, 700), (w * fx - 270, 700)],
            p.light,
            (w * fx, 860),
            (w * fx, -60),
            0.42,
            0.7,
        )
        c.shape([(w * fx - 26, 0), (w * fx + 26, 0), (w * fx + 18, 30), (w * fx - 18, 30)], p.ink)
    gilt = mix(p.second, p.wood, 0.3)
    c.rect(x0 - 34, y0 - 22, x1 + 50, y1 + 56, p.ink, 0.3)
    c.rect(x0 - 44, y0 - 44, x1 + 44, y1 + 44, gilt)
    c.grain(box(x0 - 44, y0 - 44, x1 + 44, y1 + 44), p.shade(gilt, 0.65), (x0, y0 - 60), (x1, y1 + 160), 0.9)
    c.rect(x0 - 26, y0 - 26, x1 + 26, y1 + 26, p.lift(gilt, 0.35))
    c.rect(x0 - 10, y0 - 10, x1 + 10, y1 + 10, p.shade(gilt, 0.45))
    if rng.random() < 0.35:
        painting(c, [(x0, y1), (x1, y1), (x1, y0), (x0, y0)])
    else:
        seascape(c, x0, y0, x1, y1)
    c.rect(x1 + 72, y1 - 40, x1 + 128, y1 - 4, p.paper)
    for k in range(3):
        c.line([(x1 + 80, y1 - 32 + 9 * k), (x1 + 118 - 9 * k, y1 - 32 + 9 * k)], p.mid, 2)
    for x, s in ((w * rng.uniform(0.27, 0.34), 470), (w * rng.uniform(0.60, 0.68), 500)):
        look = dress(c, 0.7, hat="")
        coat = p.shade(look.top, 0.25)
        body = smooth(
            [
                (x - s * 0.52, 1030),
                (x - s * 0.47, 1000 - s * 0.3),
                (x - s * 0.16, 1000 - s * 0.46),
                (x + s * 0.16, 1000 - s * 0.46),
                (x + s * 0.47, 1000 - s * 0.3),
                (x + s * 0.52, 1030),
            ],
            False,
            6,
        )
        c.shape(body, coat)
        c.grain(body, p.ink, (x, 1000 - s * 0.35), (x - s * 0.5, 1010), 0.8)
        c.grain(body, p.lift(look.top, 0.4), (x, 1000 - s * 0.2), (x + s * 0.1, 1000 - s * 0.6), 0.7)
        c.limb((x, 1000 - s * 0.4), (x, 1000 - s * 0.54), s * 0.16, s * 0.145, p.shade(look.skin, 0.2))
        hair = p.shade(look.hair, 0.05)
        hy = 1000 - s * 0.68
        for side in (-1, 1):
            c.oval(x + side * s * 0.155, hy + s * 0.03, s * 0.028, s * 0.045, p.shade(look.skin, 0.1))
        head = arc(x, hy, s * 0.155, s * 0.19, 0, 360, 40)
        c.shape(head, hair)
        if look.long_hair:
            mane = smooth(
                [
                    (x - s * 0.16, hy - s * 0.05),
                    (x, hy - s * 0.16),
                    (x + s * 0.16, hy - s * 0.05),
                    (x + s * 0.19, hy + s * 0.3),
                    (x, hy + s * 0.34),
                    (x - s * 0.19, hy + s * 0.3),
                ],
                steps=5,
            )
            c.shape(mane, hair)
            c.grain(mane, p.light, (x, hy + s * 0.3), (x + s * 0.05, hy - s * 0.3), 0.4)
        c.grain(head, p.light, (x, hy + s * 0.1), (x + s * 0.05, hy - s * 0.3), 0.5)

"""The debating chamber."""

from __future__ import annotations

import math

from .canvas import Canvas
from .looks import HAIRS, SKINS, dress
from .outlines import arc, box, smooth
from .palettes import Color, mix
from .parliament import column
from .people import person


def chamber(c: Canvas) -> None:
    """The debating chamber from the back benches: curved rows of desks with their lamps, a full gallery above."""
    p, rng, w = c.p, c.rng, c.w
    mid = w * rng.uniform(0.46, 0.54)
    wall = mix(p.wall, p.wood, 0.22) if not p.dark else mix(p.wall, p.near, 0.35)
    c.gradient(0, 520, (p.shade(wall, 0.4), wall, p.lift(wall, 0.1)))
    c.glow(mid, 60, 760, 420, p.light, 0.7)
    dome = [(mid - 520, 150), *arc(mid, 150, 520, 190, 180, 360, 40), (mid + 520, 150)]
    c.shape(dome, mix(p.sky[2], p.sun, 0.35) if not p.dark else mix(p.sky[1], p.sky[2], 0.5))
    for i in range(15):
        a = math.pi * (1 + i / 14)
        c.line(
            [(mid + 90 * math.cos(a), 150 + 30 * math.sin(a)), (mid + 520 * math.cos(a), 150 + 190 * math.sin(a))],
            p.shade(wall, 0.3),
            4,
        )
    for r in (0.3, 0.55, 0.8, 1.0):
        c.line(arc(mid, 150, 520 * r, 190 * r, 180, 360, 40), p.shade(wall, 0.3), 5 if r == 1 else 3)
    c.rect(0, 146, w, 168, p.lift(wall, 0.3))
    c.rect(0, 168, w, 232, p.shade(wall, 0.55))
    x = 10.0
    while x < w:
        look = dress(c, 0.5)
        c.shape(
            smooth([(x - 15, 236), (x - 12, 212), (x, 205), (x + 12, 212), (x + 15, 236)], False, 4),
            p.shade(look.top, 0.3),
        )
        c.oval(x, 196, 8, 10, p.shade(look.skin, 0.15))
        c.shape(arc(x, 194, 9, 10, 180, 360, 8), look.hair)
        x += rng.uniform(27, 40)
    rail = mix(p.wood, p.second, 0.25)
    c.rect(0, 226, w, 266, rail)
    c.grain(box(0, 226, w, 266), p.shade(rail, 0.7), (0, 232), (0, 276), 0.9)
    for i in range(26):
        c.rect(w * i / 26 + 8, 234, w * (i + 1) / 26 - 8, 258, p.shade(rail, 0.25))
    for i in range(9):
        cx = mid + (i - 4) * 190
        if abs(i - 4) > 0:
            column(c, cx, 470, 206, 36, p.lift(wall, 0.35), -1 if cx > mid else 1)
    c.rect(mid - 120, 280, mid + 120, 470, p.shade(rail, 0.45))
    c.shape([(mid - 136, 288), (mid, 236), (mid + 136, 288)], rail)
    c.disc(mid, 322, 25, p.second)
    c.disc(mid, 322, 17, p.shade(rail, 0.5))
    for side in (-1, 1):
        bx = mid + side * 300
        c.rect(bx - 62, 300, bx + 62, 372, p.ink)
        for i in range(10):
            for j in range(5):
                c.disc(
                    bx - 52 + 11.6 * i,
                    310 + 13 * j,
                    3.7,
                    rng.choice((p.leaf, p.leaf, p.accent, p.second)) if rng.random() < 0.9 else p.near,
                )
    person(c, mid, 476, 118, dress(c, 0, top=p.ink, hem=0.1, hat="", bag=None, scarf=p.paper), "stand", 1, 1)
    c.rect(mid - 92, 404, mid + 92, 480, rail)
    c.grain(box(mid - 92, 404, mid + 92, 480), p.ink, (mid - 60, 410), (mid + 120, 500), 0.8)
    c.rect(mid - 100, 398, mid + 100, 410, p.lift(rail, 0.3))
    carpet = p.shade(mix(p.accent, p.near, 0.45), 0.35)
    c.rect(0, 470, w, 1000, carpet)
    c.shape(arc(mid, 480, 190, 70, 0, 180, 30), p.lift(carpet, 0.12))
    person(
        c,
        mid + rng.choice((-70, 60)),
        536,
        116,
        dress(c, 0.8, hat="", hem=0.0),
        rng.choice(("point", "raise", "reach")),
        rng.choice((-1, 1)),
        1,
    )
    for row in range(6):
        rx, ry = 235 + 150 * row + 14 * row * row, 72 + 68 * row + 8 * row * row
        _bench_row(c, mid, 474, rx, ry, 26 + 9 * row, rail, row)
    c.grain(box(0, 560, w, 1000), p.ink, (0, 700), (0, 1090), 0.7)


def _bench_row(c: Canvas, x: float, y: float, rx: float, ry: float, high: float, wood: Color, row: int) -> None:
    """One curved row: desks, lamps, members from behind, seat backs."""
    p, rng = c.p, c.rng
    tone = mix(p.shade(wood, 0.1), p.ink, 0.06 * row)
    outer, inner = arc(x, y, rx, ry, 4, 176, 60), arc(x, y, rx - 30 - 6 * row, ry - 15 - 4 * row, 4, 176, 60)
    top = [*outer, *inner[::-1]]
    c.shape([(px, py - high) for px, py in top], p.lift(tone, 0.34))
    drop = [*[(px, py - high) for px, py in outer], *outer[::-1]]
    c.shape(drop, p.shade(tone, 0.35))
    count = 5 + 3 * row
    for i in range(count):
        a = math.radians(8 + 164 * (i + 0.5) / count)
        px, py = x + rx * math.cos(a), y + ry * math.sin(a)
        s = high * 2.1
        if not -s < px < c.w + s:
            continue
        lx, ly = px - math.cos(a) * high * 0.7, py - high - math.sin(a) * high * 0.3
        if i % 2 == row % 2:
            if p.lit > 0.1 or i % 4 == row % 4:
                c.glow(lx, ly - high * 0.4, high * 1.5, high * 1.1, p.light, 0.7)
            c.line([(lx, ly), (lx, ly - high * 0.5)], p.second, max(1.5, high * 0.06))
            c.shape(
                [
                    (lx - high * 0.3, ly - high * 0.44),
                    (lx - high * 0.18, ly - high * 0.66),
                    (lx + high * 0.18, ly - high * 0.66),
                    (lx + high * 0.3, ly - high * 0.44),
                ],
                p.shade(p.green, 0.25),
            )
        c.shape(
            [
                (lx + high * 0.4, ly),
                (lx + high * 0.95, ly),
                (lx + high * 0.9, ly - high * 0.16),
                (lx + high * 0.46, ly - high * 0.16),
            ],
            p.paper,
            0.9,
        )
        if rng.random() < 0.86:
            by = py + high * 0.85
            coat = rng.choice((p.near, p.ink, p.accent, p.mid, p.second, p.shade(p.wood, 0.3)))
            hair, skin = mix(rng.choice(HAIRS), p.ink, 0.2), mix(rng.choice(SKINS), p.near, 0.12)
            body = smooth(
                [
                    (px - s * 0.4, by),
                    (px - s * 0.36, by - s * 0.5),
                    (px - s * 0.13, by - s * 0.66),
                    (px + s * 0.13, by - s * 0.66),
                    (px + s * 0.36, by - s * 0.5),
                    (px + s * 0.4, by),
                ],
                False,
                4,
            )
            c.shape(body, p.shade(coat, 0.12))
            if row > 2:
                c.grain(body, p.light, (px, by - s * 0.4), (px, by - s * 0.95), 0.35)
            c.limb((px, by - s * 0.6), (px, by - s * 0.74), s * 0.14, s * 0.13, skin)
            c.oval(px, by - s * 0.88, s * 0.16, s * 0.2, hair)
    seat = mix(p.accent, p.near, 0.3) if p.name != "winter" else mix(p.leaf, p.near, 0.3)
    back = arc(x, y + high * 1.1, rx + 16 + 4 * row, ry + 9 + 3 * row, 3, 177, 60)
    band = [*[(px, py - high * 0.75) for px, py in back], *back[::-1]]
    c.shape(band, p.shade(seat, 0.2))
    c.grain(band, p.ink, (0, y + ry * 0.3), (0, y + ry + high * 2), 0.7)
    c.line([(px, py - high * 0.75) for px, py in back], p.lift(tone, 0.3), max(2.0, high * 0.1))

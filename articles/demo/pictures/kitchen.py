"""The kitchen at work."""

from __future__ import annotations

from .canvas import Canvas
from .greenhouse import plant
from .land import crown
from .landmarks import smoke
from .looks import dress
from .outlines import arc, box, smooth
from .palettes import Color, mix
from .people import person
from .sky import shafts


def view_out(c: Canvas, x0: float, y0: float, x1: float, y1: float, panes: int, rows: int = 2) -> None:
    """A window in the far wall with sky, roofs and trees outside."""
    p, rng = c.p, c.rng
    frame = mix(p.paper, p.wall, 0.3)
    c.rect(x0 - 12, y0 - 12, x1 + 12, y1 + 14, frame)
    with c.clip(box(x0, y0, x1, y1)):
        c.gradient(y0, y1, p.sky)
        c.glow(x0 + (x1 - x0) * rng.random(), y0 + (y1 - y0) * 0.4, (x1 - x0) * 0.7, (y1 - y0) * 0.8, p.sun, 0.8)
        for near, tall in ((0.2, 0.34), (0.4, 0.2)):
            x = x0 - 30
            while x < x1:
                wide = rng.uniform(30, 80)
                top = y1 - (y1 - y0) * tall * rng.uniform(0.6, 1.2)
                c.shape(
                    [
                        (x, y1),
                        (x, top),
                        (x + wide / 2, top - wide * 0.35 * (near < 0.3)),
                        (x + wide, top),
                        (x + wide, y1),
                    ],
                    p.depth(near),
                )
                x += wide
        for _ in range(3):
            c.shape(
                crown(c, rng.uniform(x0, x1), y1 + 10, rng.uniform(40, 90), rng.uniform(40, 100)),
                mix(p.leaf, p.depth(0.45), 0.4),
            )
    for i in range(1, panes):
        x = x0 + (x1 - x0) * i / panes
        c.rect(x - 4, y0, x + 4, y1, frame)
    for i in range(1, rows):
        y = y0 + (y1 - y0) * i / rows
        c.rect(x0, y - 3, x1, y + 3, frame)
    c.rect(x0 - 22, y1 + 8, x1 + 22, y1 + 24, p.lift(p.wall, 0.5))


def kitchen(c: Canvas) -> None:
    """A working kitchen: pans overhead, steam at the range, the cook at the board."""
    p, rng, w = c.p, c.rng, c.w
    wall = mix(p.wall, p.second, 0.08)
    c.gradient(0, 700, (p.shade(wall, 0.16), wall))
    tile = mix(p.paper, mix(p.leaf, p.mid, 0.5), 0.35)
    c.rect(0, 330, w, 700, tile)
    for row in range(9):
        y = 330 + 42 * row
        c.line([(0, y), (w, y)], p.shade(tile, 0.14), 2)
        for i in range(int(w / 66) + 2):
            x = 66 * i + (33 if row % 2 else 0)
            c.line([(x, y), (x, y + 42)], p.shade(tile, 0.14), 2)
            if rng.random() < 0.05:
                c.rect(x - 65, y + 1, x - 1, y + 41, p.shade(tile, 0.06))
    wx = w * rng.uniform(0.16, 0.24)
    view_out(c, wx, 90, wx + 400, 500, 3, 2)
    for i in range(3):
        hx = wx + 70 + 120 * i
        c.shape([(hx - 26, 508), (hx + 26, 508), (hx + 20, 462), (hx - 20, 462)], mix(p.accent, p.wood, 0.4))
        plant(c, hx, 464, rng.uniform(60, 90), p.green, 0)
    shafts(c, [(wx + 10 + 135 * i, wx + 125 + 135 * i, 140) for i in range(3)], (0.66, 1), 720, p.sun, 0.36, 1.2)
    rail0, rail1 = w * 0.52, w * 0.97
    c.rect(rail0, 128, rail1, 137, p.ink)
    for i in range(6):
        x = rail0 + 44 + (rail1 - rail0 - 70) * i / 5.4
        r = rng.uniform(36, 60)
        c.line([(x, 134), (x, 176)], p.ink, 4)
        c.limb((x, 176), (x, 236), 12, 10, p.ink)
        metal = rng.choice((mix(p.accent, p.second, 0.5), mix(p.mid, p.paper, 0.3), p.near))
        c.disc(x, 240 + r, r, p.shade(metal, 0.3))
        c.disc(x, 240 + r, r * 0.88, metal)
        c.grain(
            arc(x, 240 + r, r * 0.88, r * 0.88, 0, 360, 30),
            p.lift(metal, 0.6),
            (x + r * 0.4, 240 + r * 1.6),
            (x - r, 240),
            0.8,
        )
    c.rect(w * 0.50, 430, w * 0.98, 444, p.wood)
    x = w * 0.515
    while x < w * 0.95:
        h, wide = rng.uniform(44, 88), rng.uniform(30, 52)
        tone = rng.choice((p.accent, p.paper, p.second, p.leaf, mix(p.wall, p.wood, 0.4)))
        c.shape(
            smooth(
                [
                    (x, 430),
                    (x, 430 - h * 0.8),
                    (x + wide * 0.25, 430 - h),
                    (x + wide * 0.75, 430 - h),
                    (x + wide, 430 - h * 0.8),
                    (x + wide, 430),
                ],
                False,
                3,
            ),
            tone,
        )
        c.rect(x + wide * 0.18, 430 - h - 9, x + wide * 0.82, 430 - h + 4, p.shade(p.wood, 0.2))
        x += wide + rng.uniform(8, 30)
    counter = 706.0
    rx = w * rng.uniform(0.72, 0.78)
    white = p.paper if not p.dark else mix(p.paper, p.mid, 0.2)
    if rng.random() < 0.65:
        person(
            c,
            rx + 60,
            counter + 150,
            470,
            dress(c, 1, top=white, legs=p.near, hem=0.0, hat="", bag=None, scarf=p.accent),
            "reach",
            -1,
            -1,
        )
        _toque(c, rx + 60 - 7, counter + 150 - 470 * 0.93, 470, white)
    c.rect(rx - 200, counter - 30, rx + 40, counter, p.ink)
    for dx, r, tall in ((-150, 66, 92), (-20, 52, 66)):
        tone = mix(p.mid, p.paper, 0.35) if dx < -100 else p.accent
        c.rect(rx + dx - r, counter - 30 - tall, rx + dx + r, counter - 30, tone)
        c.grain(
            box(rx + dx - r, counter - 30 - tall, rx + dx + r, counter - 30),
            p.shade(tone, 0.65),
            (rx + dx - r * 0.6, 0),
            (rx + dx + r * 1.2, 0),
            0.9,
        )
        c.oval(rx + dx, counter - 30 - tall, r, 9, p.shade(tone, 0.4))
        smoke(c, rx + dx, counter - 60 - tall, 46, rng.uniform(-70, 40), p.paper, 0.26, 9)
    cx = w * rng.uniform(0.31, 0.37)
    person(
        c,
        cx,
        counter + 210,
        590,
        dress(c, 1, top=white, legs=p.near, hem=0.0, hat="", bag=None, scarf=p.accent),
        "lean",
        1,
        -1,
    )
    _toque(c, cx + 590 * 0.22, counter + 210 - 590 * 0.885, 590, white)
    top = mix(p.wood, p.second, 0.3)
    c.rect(0, counter, w, counter + 32, top)
    c.rect(0, counter + 32, w, 1000, p.shade(mix(p.near, p.leaf, 0.2), 0.1))
    c.grain(box(0, counter + 32, w, 1000), p.ink, (w * 0.3, counter), (w * 0.9, 1060), 0.9)
    for i in range(5):
        a = w * i / 5 + 22
        c.rect(a, counter + 68, a + w / 5 - 44, 980, p.lift(p.near, 0.12), 0.35)
        c.disc(a + w / 5 - 70, counter + 110, 9, p.second)
    bx = cx + 110
    c.shape(
        [(bx, counter - 2), (bx + 240, counter - 2), (bx + 256, counter + 12), (bx - 16, counter + 12)],
        p.lift(p.wood, 0.45),
    )
    c.shape(
        [(cx + 176, counter - 14), (cx + 262, counter - 22), (cx + 266, counter - 8), (cx + 178, counter - 6)], p.paper
    )
    for i in range(6):
        c.disc(bx + 150 + 15 * i, counter - 8 - (6 if i % 2 else 0), 9, rng.choice((p.accent, p.leaf, p.second)))
    _produce(c, w * 0.05, counter)
    _produce(c, w * rng.uniform(0.87, 0.9), counter)


def _toque(c: Canvas, x: float, y: float, h: float, color: Color) -> None:
    """A cook's hat on a head centred at (x, y)."""
    s = h * 0.07
    c.rect(x - s * 0.82, y - s * 1.5, x + s * 0.82, y - s * 0.5, c.p.shade(color, 0.1))
    puff = smooth(
        [
            (x - s * 0.85, y - s * 1.4),
            (x - s * 1.25, y - s * 1.9),
            (x - s * 0.7, y - s * 2.5),
            (x, y - s * 2.4),
            (x + s * 0.7, y - s * 2.55),
            (x + s * 1.25, y - s * 1.95),
            (x + s * 0.85, y - s * 1.4),
        ],
        steps=5,
    )
    c.shape(puff, color)
    c.grain(puff, c.p.shade(color, 0.4), (x - s * 0.4, y - s * 2), (x + s * 1.4, y - s * 1.4), 0.9)


def _produce(c: Canvas, x: float, y: float) -> None:
    """A bowl or a heap of vegetables on the counter."""
    p, rng = c.p, c.rng
    tone = rng.choice((p.accent, p.second, mix(p.accent, p.second, 0.5)))
    for i in range(7):
        fx, fy = x + 34 + 27 * (i % 5) + (13 if i > 4 else 0), y - 62 - (26 if i > 4 else 0)
        c.disc(fx, fy, 24, p.shade(tone, 0.25))
        c.disc(fx - 3, fy - 4, 20, tone)
        c.disc(fx - 8, fy - 10, 5, p.lift(tone, 0.6))
        c.line([(fx, fy - 20), (fx + 5, fy - 30)], p.leaf, 4)
    c.rect(x + 56, y - 8, x + 124, y, p.near)
    c.shape(arc(x + 90, y - 62, 92, 60, 0, 180, 20), mix(p.paper, p.water, 0.35))
    c.grain(arc(x + 90, y - 62, 92, 60, 0, 180, 20), p.shade(p.water, 0.6), (x + 30, y - 50), (x + 190, y), 0.9)

"""Shopfronts: a street in the rain, and the bookshop."""

from __future__ import annotations

from .buildings import window
from .canvas import Canvas
from .houses import house_row
from .land import wavelets
from .landmarks import street_lamp
from .looks import dress
from .outlines import Point, arc, box
from .palettes import Color, mix
from .people import person
from .sky import rain, snow, veil


def rain_street(c: Canvas) -> None:
    """Shopfronts shining on a wet street, and people under umbrellas."""
    p, rng, w = c.p, c.rng, c.w
    base = rng.uniform(590, 630)
    c.gradient(0, base, (p.shade(p.sky[0], 0.3), mix(p.sky[0], p.sky[1], 0.6), mix(p.sky[1], p.haze, 0.5)))
    for _ in range(5):
        c.glow(rng.uniform(0, w), rng.uniform(40, 260), 420, 110, p.shade(p.sky[1], 0.2), 0.6)
    house_row(c, -40, w + 40, base - 40, 330, 1, 0.55, 130)
    veil(c, 200, base + 20, 0.5)
    x = -40.0
    while x < w:
        width = rng.uniform(190, 290)
        if rng.random() < 0.82:
            _shop(c, x, base, width, rng.uniform(360, 470))
        x += width
    c.rect(0, base, w, base + 24, p.shade(mix(p.ground, p.mid, 0.5), 0.3))
    for i in range(4):
        street_lamp(c, w * (0.1 + 0.27 * i) + rng.uniform(-30, 30), base + 18, 300, p.ink, 0, 0.9)
    crowd_y = base + 22
    for _ in range(rng.choice((6, 7, 8))):
        _umbrella(c, rng.uniform(20, w - 20), crowd_y, rng.uniform(112, 124), rng.choice((-1, 1)))
    c.rect(0, base + 24, w, 1000, p.shade(p.mid, 0.5))
    c.reflect(base + 24, 1000, p.shade(mix(p.water, p.near, 0.5), 0.4), 0.62, 7)
    c.grain(box(0, base + 24, w, 1000), p.ink, (0, base + 90), (0, 1080), 0.85)
    for i in range(5):
        y = base + 70 + 62 * i
        c.line([(-20, y), (w + 20, y + rng.uniform(-6, 6))], p.ink, 2 + i, 0.25)
    wavelets(c, base + 40, 1000, p.light, 60, 0.28)
    big = w * rng.uniform(0.26, 0.36)
    _umbrella(c, w * rng.uniform(0.62, 0.72), 838, 230, -1)
    c.glow(big, 985, 200, 22, p.ink, 0.8)
    _umbrella(c, big, 978, 400, 1, rng.choice((p.accent, p.second)))
    rain(c, mix(p.paper, p.sky[2], 0.4), 260)


def _shop(c: Canvas, x: float, base: float, width: float, height: float) -> None:
    """A building with a lit shop on its ground floor."""
    p, rng = c.p, c.rng
    color = p.shade(mix(p.wall, rng.choice((p.mid, p.accent, p.wood, p.leaf)), 0.5), 0.38)
    c.rect(x, base - height, x + width, base, color)
    c.grain(box(x, base - height, x + width, base), p.ink, (0, base - 90), (0, base - height * 1.3), 0.8)
    c.rect(x - 5, base - height - 8, x + width + 5, base - height + 7, p.shade(color, 0.35))
    floors, bays = int((height - 150) / 100), rng.choice((2, 3))
    for f in range(floors):
        for b in range(bays):
            wx, wy = x + width * (b + 0.5) / bays - 24, base - 205 - 100 * (f + 1) + 62
            pane = mix(p.light, p.second, 0.3) if rng.random() < max(0.35, p.lit) else p.near
            window(c, wx, wy, 48, 72, pane, p.shade(color, 0.3))
    sign = rng.choice((p.accent, p.leaf, p.near, p.wood))
    c.rect(x + 10, base - 150, x + width - 10, base, p.shade(sign, 0.3))
    glow = mix(p.light, p.second, rng.uniform(0, 0.35))
    c.rect(x + 20, base - 112, x + width * 0.66, base - 22, glow)
    c.rect(x + width * 0.7, base - 112, x + width - 22, base, mix(glow, p.second, 0.3))
    c.grain(
        box(x + 20, base - 112, x + width * 0.66, base - 22),
        mix(p.second, p.wood, 0.5),
        (0, base - 80),
        (0, base - 10),
        0.7,
    )
    for i in range(6):
        hx = x + 30 + (width * 0.62 - 30) * i / 6
        c.rect(
            hx,
            base - 22 - rng.uniform(16, 44),
            hx + rng.uniform(9, 20),
            base - 22,
            rng.choice((p.accent, p.wood, p.leaf, p.near)),
        )
    stripes = 7
    for i in range(stripes):
        a, b = x + 8 + (width - 16) * i / stripes, x + 8 + (width - 16) * (i + 1) / stripes
        c.shape(
            [(a, base - 142), (b, base - 142), (b + 2, base - 106), (a + 2, base - 106)],
            sign if i % 2 else mix(p.paper, glow, 0.35),
        )
    c.glow(x + width * 0.45, base - 60, width * 0.8, 190, glow, 0.42)


def _umbrella(c: Canvas, x: float, y: float, h: float, face: int, color: Color | None = None) -> None:
    """A walker under an umbrella."""
    p, rng = c.p, c.rng
    tone = color or rng.choice((p.accent, p.second, p.near, p.leaf, p.ink, p.mid))
    person(
        c,
        x,
        y,
        h,
        dress(c, 0.35, hat="", hem=rng.choice((0.3, 0.24)), bag=None),
        "carry",
        face,
        1,
    )
    hand = (x + face * 0.13 * h, y - 0.72 * h)
    tx, ty = x + face * 0.09 * h, y - 1.18 * h
    c.line([hand, (tx, ty)], p.ink, h * 0.012)
    rx, ry, foot = 0.42 * h, 0.25 * h, y - 0.98 * h
    scallops: list[Point] = []
    for i in range(4):
        a = tx + rx - 2 * rx * i / 4
        scallops += arc(a - rx / 4, foot, rx / 4, ry * 0.16, 0, -180, 8)
    dome = [*arc(tx, foot, rx, ry, 180, 360, 24), *scallops]
    c.shape(dome, tone)
    c.grain(dome, p.shade(tone, 0.55), (tx + face * rx * 0.3, foot - ry), (tx - face * rx, foot + ry * 0.3), 0.95)
    for i in (1, 2, 3):
        c.line([(tx, foot - ry), (tx + rx - 2 * rx * i / 4, foot)], p.shade(tone, 0.4), h * 0.006)
    c.line([(tx, foot - ry), (tx, foot - ry - 0.05 * h)], p.ink, h * 0.014)


def bookshop(c: Canvas) -> None:
    """A bookshop with its windows alight, one person reading outside and another looking in."""
    p, rng, w = c.p, c.rng, c.w
    base = 800.0
    evening = p.shade(mix(p.wall, p.mid, 0.5), 0.25 if not p.dark else 0.4)
    c.rect(0, 0, w, base, evening)
    brick = mix(mix(p.wall, p.accent, 0.4), p.wood, 0.35) if rng.random() < 0.5 else mix(p.wall, p.mid, 0.45)
    brick = p.shade(brick, 0.2)
    c.rect(0, 0, w, base, brick)
    for row in range(26):
        y = row * 16
        for _ in range(16):
            x = rng.uniform(0, w)
            c.rect(x, y, x + 30, y + 12, p.shade(brick, rng.uniform(0.03, 0.16)))
    for i in range(4):
        x = w * (0.09 + 0.25 * i)
        pane = mix(p.light, p.second, 0.3) if rng.random() < max(0.4, p.lit) else mix(p.near, p.sky[1], 0.2)
        window(c, x, -40, 130, 210, pane, mix(p.paper, brick, 0.2), False, (1, 1))
        c.rect(x - 16, 172, x + 146, 186, mix(p.paper, brick, 0.3))
    c.grain(box(0, 0, w, base), p.ink, (w * 0.45, 320), (w * 0.45, -120), 0.7)
    front = rng.choice((p.shade(p.green, 0.35), p.shade(p.accent, 0.3), p.near))
    x0, x1 = w * 0.06, w * 0.94
    c.rect(x0, 236, x1, base, front)
    c.rect(x0 - 18, 226, x1 + 18, 250, p.lift(front, 0.2))
    c.rect(x0 + 24, 262, x1 - 24, 330, p.shade(front, 0.35))
    for i in range(9):
        sx = w / 2 - 260 + 58 * i
        c.rect(sx, 280, sx + (26 if i % 3 else 40), 312, p.second)
    door0, door1 = w * 0.455, w * 0.565
    glow = mix(p.light, p.second, 0.22)
    for a, b in ((x0 + 36, door0 - 36), (door1 + 36, x1 - 36)):
        _display(c, a, b, 356, 716, glow, front)
    c.rect(door0, 350, door1, base, p.shade(front, 0.2))
    c.rect(door0 + 22, 374, door1 - 22, 680, glow)
    c.grain(box(door0 + 22, 374, door1 - 22, 680), mix(p.second, p.wood, 0.5), (0, 420), (0, 740), 0.8)
    for k in range(5):
        c.rect(door0 + 34, 440 + 42 * k, door1 - 34, 446 + 42 * k, p.wood)
        for j in range(7):
            c.rect(
                door0 + 36 + 12 * j,
                440 + 42 * k - rng.uniform(22, 34),
                door0 + 46 + 12 * j,
                440 + 42 * k,
                rng.choice((p.accent, p.near, p.leaf, p.wood)),
            )
    c.disc(door1 - 12, 610, 8, p.second)
    c.rect(door0 + 40, 392, door0 + 100, 424, p.accent)
    awning = rng.choice((p.accent, p.second, p.green))
    stripes = 26
    for i in range(stripes):
        a, b = x0 + (x1 - x0) * i / stripes, x0 + (x1 - x0) * (i + 1) / stripes
        tone = awning if i % 2 else mix(p.paper, glow, 0.3)
        c.shape([(a, 330), (b, 330), (b + (b - w / 2) * 0.035, 414), (a + (a - w / 2) * 0.035, 414)], tone)
        c.shape(arc((a + b) / 2 * 1.035 - w / 2 * 0.035, 414, (b - a) / 2 * 1.035, 17, 0, 180, 8), p.shade(tone, 0.15))
    c.grain(box(x0 - 30, 330, x1 + 30, 432), p.ink, (0, 440), (0, 250), 0.5)
    street = p.shade(mix(p.ground, p.mid, 0.6), 0.35)
    c.rect(0, base, w, 1000, street)
    for a, b in ((x0 + 36, door0 - 36), (door1 + 36, x1 - 36), (door0, door1)):
        c.grain([(a, base), (b, base), (b + 110, 1000), (a - 110, 1000)], glow, (0, 1000), (0, base - 60), 0.75, 0.6)
    for i in range(4):
        y = base + 20 + 48 * i
        c.line([(0, y), (w, y)], p.shade(street, 0.4), 2.5, 0.6)
        for k in range(14):
            x = w / 2 + (k - 7 + (0.5 if i % 2 else 0)) * (120 + 26 * i)
            c.line([(x, y), (x + (x - w / 2) * 0.09, y + 48)], p.shade(street, 0.4), 2, 0.6)
    c.grain(box(0, base, w, 1000), p.ink, (0, base + 60), (0, 1060), 0.8)
    bx = w * rng.uniform(0.62, 0.72)
    c.rect(bx, base - 66, bx + 170, base - 8, p.wood)
    for j in range(12):
        c.rect(
            bx + 8 + 13 * j,
            base - 66 - rng.uniform(16, 42),
            bx + 19 + 13 * j,
            base - 62,
            rng.choice((p.accent, p.second, p.near, p.paper, p.green)),
        )
    c.rect(bx - 4, base - 62, bx + 174, base - 50, p.lift(p.wood, 0.3))
    for dx in (10, 152):
        c.rect(bx + dx, base - 10, bx + dx + 9, base + 26, p.shade(p.wood, 0.5))
    px = w * rng.uniform(0.27, 0.36)
    for x, pose, face in ((px, "hold", 1), (bx + 230, "reach", -1)):
        h = rng.uniform(270, 290)
        c.shape(
            [
                (x - 24, base + 62),
                (x + 24, base + 62),
                (x + (x - w / 2) * 0.16 + 40, base + 140),
                (x + (x - w / 2) * 0.16 - 50, base + 140),
            ],
            p.ink,
            0.45,
        )
        person(c, x, base + 62, h, dress(c, 0.9, hem=0.26, bag=None), pose, face, -face)
        if pose == "hold":
            c.shape(
                [
                    (x + face * h * 0.03, base + 62 - h * 0.63),
                    (x + face * h * 0.17, base + 62 - h * 0.68),
                    (x + face * h * 0.19, base + 62 - h * 0.58),
                    (x + face * h * 0.05, base + 62 - h * 0.53),
                ],
                p.accent,
            )
    street_lamp(c, w * rng.choice((0.045, 0.955)), base + 50, 640, p.ink, 0, 0.9)
    if p.name == "winter":
        snow(c, p.paper, 200)


def _display(c: Canvas, x0: float, x1: float, y0: float, y1: float, glow: Color, frame: Color) -> None:
    """A shop window full of books, the shop behind it."""
    p, rng = c.p, c.rng
    tones = (p.accent, p.second, p.near, p.green, p.wood, p.paper, mix(p.accent, p.near, 0.4), p.mid)
    c.rect(x0 - 10, y0 - 10, x1 + 10, y1 + 16, p.lift(frame, 0.3))
    with c.clip(box(x0, y0, x1, y1)):
        c.gradient(y0, y1, (p.lift(glow, 0.4), glow, mix(glow, p.second, 0.4)))
        for k in range(4):
            y = y0 + 108 + 56 * k
            c.rect(x0, y, x1, y + 6, mix(p.wood, glow, 0.25))
            x = x0
            while x < x1:
                wide = rng.uniform(7, 17)
                c.rect(x, y - rng.uniform(28, 44), x + wide - 1.5, y, mix(rng.choice(tones), glow, 0.36))
                x += wide if rng.random() < 0.93 else wide * 2.4
        hx = x0 + (x1 - x0) * rng.uniform(0.3, 0.7)
        person(
            c, hx, y1 + 96, 300, dress(c, 0.6, hat="", bag=None), rng.choice(("hold", "stand")), rng.choice((-1, 1)), 1
        )
        for i in range(2):
            lx = x0 + (x1 - x0) * (0.25 + 0.5 * i)
            c.line([(lx, y0), (lx, y0 + 84)], p.ink, 3)
            c.glow(lx, y0 + 100, 130, 110, p.paper, 0.8)
            c.shape([(lx - 34, y0 + 106), (lx - 10, y0 + 82), (lx + 10, y0 + 82), (lx + 34, y0 + 106)], p.ink)
        x = x0 + 16
        while x < x1 - 50:
            wide, tall = rng.uniform(50, 76), rng.uniform(70, 104)
            tone = rng.choice(tones)
            c.shape([(x, y1 - 14), (x + 5, y1 - 14 - tall), (x + wide + 5, y1 - 14 - tall), (x + wide, y1 - 14)], tone)
            mark = rng.choice((p.paper, p.second, p.ink))
            kind = rng.randrange(3)
            if kind == 0:
                c.disc(x + wide / 2 + 3, y1 - 14 - tall * 0.5, wide * 0.24, mark)
            elif kind == 1:
                c.rect(x + wide * 0.2, y1 - 14 - tall * 0.8, x + wide * 0.84, y1 - 14 - tall * 0.62, mark)
            else:
                c.shape(
                    [
                        (x + wide * 0.2, y1 - 14 - tall * 0.2),
                        (x + wide * 0.55, y1 - 14 - tall * 0.75),
                        (x + wide * 0.9, y1 - 14 - tall * 0.2),
                    ],
                    mark,
                )
            x += wide + rng.uniform(10, 34)
        c.rect(x0, y1 - 14, x1, y1, p.shade(p.wood, 0.2))
        c.grain([(x0, y0), (x0 + 120, y0), (x0 + 20, y1), (x0, y1)], p.paper, (x0 + 160, y0), (x0 - 40, y0), 0.4)
    for t in (1 / 3, 2 / 3):
        c.rect(x0 + (x1 - x0) * t - 4, y0, x0 + (x1 - x0) * t + 4, y1, p.lift(frame, 0.2))

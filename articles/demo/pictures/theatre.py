"""The theatre during a performance."""

from __future__ import annotations

from .canvas import Canvas
from .land import crown
from .looks import dress
from .outlines import arc, box, smooth
from .palettes import Color, mix
from .people import person


def heads(c: Canvas, y: float, size: float, color: Color, rim: Color | None = None, gap: float = 1.15) -> None:
    """A row of heads and shoulders seen from behind, as one dark band with light along its upper edge."""
    if rim is not None:
        state = c.rng.getstate()
        heads(c, y - size * 0.035, size, rim, None, gap)
        c.rng.setstate(state)
    rng = c.rng
    x = -size * rng.random()
    while x < c.w + size:
        s = size * rng.uniform(0.9, 1.08)
        yy = y + rng.uniform(-0.1, 0.1) * s
        c.shape(
            smooth(
                [
                    (x - s * 0.62, yy + s * 1.3),
                    (x - s * 0.5, yy + s * 0.5),
                    (x - s * 0.16, yy + s * 0.3),
                    (x + s * 0.16, yy + s * 0.3),
                    (x + s * 0.5, yy + s * 0.5),
                    (x + s * 0.62, yy + s * 1.3),
                ],
                False,
                4,
            ),
            color,
        )
        c.oval(x, yy, s * 0.24, s * 0.3, color)
        kind = rng.randrange(5)
        if kind == 0:
            c.disc(x, yy - s * 0.32, s * 0.12, color)
        elif kind == 1:
            c.shape(
                smooth(
                    [(x - s * 0.26, yy), (x + s * 0.26, yy), (x + s * 0.3, yy + s * 0.5), (x - s * 0.3, yy + s * 0.5)],
                    steps=4,
                ),
                color,
            )
        elif kind == 2:
            c.disc(x, yy - s * 0.02, s * 0.34, color)
        x += s * gap * rng.uniform(0.95, 1.12)


def drape(c: Canvas, x0: float, x1: float, y0: float, y1: float, color: Color, gather: float) -> None:
    """Half a stage curtain, hung in folds and tied towards gather."""
    p = c.p
    folds = 9
    for i in range(folds):
        a, b = i / folds, (i + 1) / folds
        top0, top1 = x0 + (x1 - x0) * a, x0 + (x1 - x0) * b
        low0, low1 = x0 + (gather - x0) * a, x0 + (gather - x0) * b
        waist = y0 + (y1 - y0) * 0.62
        outline = [
            (top0, y0),
            (top1, y0),
            *smooth(
                [
                    (top1, y0),
                    ((top1 * 0.72 + low1 * 0.28), y0 + (y1 - y0) * 0.34),
                    (low1, waist),
                    (low1 + (top1 - low1) * 0.06, y1),
                ],
                False,
                5,
            ),
            *smooth(
                [
                    (top0, y0),
                    ((top0 * 0.72 + low0 * 0.28), y0 + (y1 - y0) * 0.34),
                    (low0, waist),
                    (low0 + (top0 - low0) * 0.06, y1),
                ],
                False,
                5,
            )[::-1],
        ]
        c.shape(outline, p.shade(color, 0.08 + 0.3 * (i % 2)))
        c.grain(outline, p.shade(color, 0.75), (top0 + (top1 - top0) * 0.3, 0), (top1 + (top1 - top0) * 0.5, 0), 0.8)
    wy = y0 + (y1 - y0) * 0.62
    c.limb((x0, wy), (gather, wy), 13, 13, p.second)
    c.limb((gather - (8 if gather > x0 else -8), wy), (gather - (8 if gather > x0 else -8), wy + 52), 10, 16, p.second)


def theatre(c: Canvas) -> None:
    """A lit stage framed by its curtain, one player in the light, the audience in the dark."""
    p, rng, w = c.p, c.rng, c.w
    hall = p.shade(mix(p.near, p.accent, 0.18), 0.5)
    c.rect(0, 0, w, 1000, hall)
    x0, x1, y0, floor, lip = w * 0.16, w * 0.84, 110.0, 690.0, 756.0
    backdrop = mix(p.sky[0], p.near, 0.3)
    with c.clip(box(x0, y0, x1, lip)):
        c.gradient(y0, floor, (p.shade(p.sky[0], 0.35), mix(p.sky[0], p.sky[1], 0.7), mix(p.sky[1], p.sky[2], 0.7)))
        mx = x0 + (x1 - x0) * rng.uniform(0.24, 0.76)
        c.glow(mx, 330, 330, 330, p.sun, 0.65)
        c.disc(mx, rng.uniform(290, 360), rng.uniform(78, 112), mix(p.sun, p.second, 0.25))
        kind = rng.randrange(3)
        if kind == 0:
            for near, y in ((0.4, 560), (0.6, 610)):
                pts = [(x0 + (x1 - x0) * i / 9, y - rng.uniform(0, 130)) for i in range(10)]
                c.shape([*pts, (x1, floor), (x0, floor)], mix(p.depth(near), backdrop, 0.3))
        elif kind == 1:
            x = x0
            while x < x1:
                wide, tall = rng.uniform(50, 100), rng.uniform(110, 290)
                c.shape(
                    [
                        (x, floor),
                        (x, floor - tall),
                        (x + wide / 2, floor - tall - wide * 0.6),
                        (x + wide, floor - tall),
                        (x + wide, floor),
                    ],
                    mix(p.depth(0.55), backdrop, 0.25),
                )
                if rng.random() < 0.7:
                    c.rect(x + wide * 0.4, floor - tall * 0.8, x + wide * 0.6, floor - tall * 0.66, p.light)
                x += wide * 0.9
        else:
            for i in range(7):
                x = x0 + (x1 - x0) * (i + 0.5) / 7 + rng.uniform(-20, 20)
                c.shape([(x - 13, floor), (x - 8, y0), (x + 8, y0), (x + 13, floor)], mix(p.depth(0.6), backdrop, 0.2))
                c.shape(crown(c, x, y0 + 60, 120, 66), mix(p.depth(0.55), p.leaf, 0.3))
        boards = mix(p.wood, p.second, 0.2)
        c.rect(x0, floor - 50, x1, lip, boards)
        for i in range(-9, 10):
            c.line([(w / 2 + i * 62, floor - 50), (w / 2 + i * 98, lip)], p.shade(boards, 0.35), 2)
        c.grain(box(x0, floor - 50, x1, lip), p.ink, (0, lip + 10), (0, floor - 60), 0.7)
        px = x0 + (x1 - x0) * rng.uniform(0.36, 0.64)
        for sx, power in ((px - 260, 0.6), (px + 300, 0.42)):
            beam = [(sx - 10, y0 - 10), (sx + 10, y0 - 10), (px + 120, floor + 22), (px - 120, floor + 22)]
            c.grain(beam, p.light, (px, floor + 260), (sx, y0 - 100), power, 0.7)
        c.oval(px, floor + 22, 150, 26, mix(p.light, boards, 0.15))
        if rng.random() < 0.65:
            tx = px - 150
            c.rect(tx - 46, floor - 62, tx + 46, floor - 52, p.shade(p.wood, 0.2))
            for dx in (-36, 36):
                c.line([(tx + dx, floor - 52), (tx + dx * 1.1, floor + 12)], p.shade(p.wood, 0.4), 6)
            c.rect(tx - 8, floor - 84, tx + 2, floor - 62, p.paper)
            c.disc(tx - 3, floor - 92, 6, p.light)
        person(
            c,
            px,
            floor + 26,
            236,
            dress(
                c, 1.0, top=rng.choice((p.accent, p.paper, p.second)), hem=rng.choice((0.1, 0.2, 0.0)), hat="", bag=None
            ),
            rng.choice(("raise", "point", "reach", "conduct")),
            rng.choice((-1, 1)),
            1,
        )
        if rng.random() < 0.6:
            ox = px + rng.choice((-1, 1)) * rng.uniform(230, 300)
            person(
                c,
                ox,
                floor + 8,
                226,
                dress(c, 0.5, hat="", hem=0.14, bag=None, top=p.shade(p.mid, 0.3)),
                rng.choice(("stand", "hold")),
                1 if ox < px else -1,
                1,
            )
    velvet = p.accent if p.name not in ("spring", "dawn") else p.shade(p.accent, 0.2)
    drape(c, x0 - 8, w * 0.44, y0, lip + 4, velvet, x0 + 116)
    drape(c, x1 + 8, w * 0.56, y0, lip + 4, velvet, x1 - 116)
    swags = 5
    for i in range(swags):
        a, b = x0 + (x1 - x0) * i / swags, x0 + (x1 - x0) * (i + 1) / swags
        mid = (a + b) / 2
        for k, drop in enumerate((104, 78, 52, 28)):
            c.shape(
                [(a, y0 - 10), (b, y0 - 10), *arc(mid, y0, (b - a) / 2, drop, 0, 180, 14)],
                p.shade(velvet, 0.12 + 0.16 * (k % 2)),
            )
        c.line(arc(mid, y0, (b - a) / 2, 104, 0, 180, 14), p.second, 6)
    gilt = mix(p.second, p.wood, 0.35)
    for a, b in ((x0 - 58, x0), (x1, x1 + 58)):
        c.rect(a, 60, b, lip, gilt)
        c.grain(box(a, 60, b, lip), p.shade(gilt, 0.7), (a, 0), (b + 20, 0), 0.9)
        for k in range(6):
            c.disc((a + b) / 2, 170 + 96 * k, 15, p.lift(gilt, 0.4))
            c.disc((a + b) / 2, 170 + 96 * k, 8, p.shade(gilt, 0.4))
    c.rect(x0 - 76, 44, x1 + 76, 106, gilt)
    c.grain(box(x0 - 76, 44, x1 + 76, 106), p.shade(gilt, 0.7), (0, 50), (0, 120), 0.9)
    c.shape([(w / 2 - 100, 46), *arc(w / 2, 46, 86, 58, 180, 360, 14), (w / 2 + 100, 46)], gilt)
    c.disc(w / 2, 36, 26, p.lift(gilt, 0.45))
    for side in (-1, 1):
        for y in (210, 420):
            bx = w / 2 + side * w * 0.445
            c.rect(bx - 84, y - 50, bx + 84, y + 92, p.shade(velvet, 0.7))
            c.glow(bx, y - 10, 120, 90, p.light, 0.35)
            with c.clip(box(bx - 84, y - 50, bx + 84, y + 90)):
                for dx in (-40, 26):
                    person(c, bx + dx, y + 196, 190, dress(c, 0.3, hat="", bag=None), "stand", -side, -side)
                c.grain(box(bx - 84, y - 50, bx + 84, y + 90), p.ink, (0, y - 120), (0, y + 130), 0.8)
            rail = [(bx - 92, y + 74), (bx + 92, y + 74), *arc(bx, y + 80, 92, 66, 0, 180, 16)]
            c.shape(rail, gilt)
            c.grain(rail, p.shade(gilt, 0.75), (bx + side * -60, y + 60), (bx + side * 90, y + 150), 0.9)
            c.rect(bx - 96, y + 68, bx + 96, y + 82, velvet)
    c.rect(0, lip, w, 1000, p.shade(hall, 0.4))
    c.grain(box(0, lip, w, 1000), p.shade(p.second, 0.55), (0, 830), (0, lip - 60), 0.7)
    for i in range(15):
        fx = x0 + 30 + (x1 - x0 - 60) * i / 14
        c.oval(fx, lip + 2, 17, 11, gilt)
        c.glow(fx, lip - 8, 60, 46, p.light, 0.55)
    rim = mix(p.second, p.accent, 0.35)
    for y, size, tone, share in (
        (806, 62, p.shade(hall, 0.3), 0.45),
        (866, 84, p.shade(hall, 0.55), 0.55),
        (940, 118, p.ink, 0.7),
    ):
        heads(c, y, size, tone, mix(rim, tone, share))

"""The theatre empty."""

from __future__ import annotations

from .canvas import Canvas
from .outlines import box, smooth
from .palettes import Color, mix


def empty_seats(c: Canvas) -> None:
    """Rows of empty theatre seats curving away, one of them picked out by a light from above."""
    p, rng, w = c.p, c.rng, c.w
    hall = p.shade(mix(p.near, p.accent, 0.15), 0.5)
    c.gradient(0, 1000, (p.shade(hall, 0.4), hall, p.shade(hall, 0.5)))
    gilt = mix(p.second, p.wood, 0.35)
    for _k, y in enumerate((120, 262)):
        front = [
            (-20, y - 40),
            *smooth(
                [(-20, y + 6), (w * 0.25, y + 34), (w * 0.5, y + 42), (w * 0.75, y + 34), (w + 20, y + 6)], False, 8
            ),
            (w + 20, y - 40),
        ]
        c.shape(
            [(x, yy + 44) if 0 < i < len(front) - 1 else (x, yy - 20) for i, (x, yy) in enumerate(front)],
            p.shade(gilt, 0.3),
        )
        c.rect(0, y - 90, w, y - 2, p.shade(hall, 0.55))
        for i in range(13):
            x = w * (i + 0.5) / 13
            c.glow(x, y - 34, 92, 66, p.light, 0.4)
            c.disc(x, y - 36, 6, p.light)
            c.disc(x + 40, y + 62, 11, p.lift(gilt, 0.3))
    c.rect(0, 340, w, 1000, p.shade(hall, 0.3))
    lit_row, velvet = rng.choice((4, 5)), p.accent
    rows = 8
    target = w * rng.uniform(0.34, 0.66)
    for row in range(rows):
        t = row / (rows - 1)
        size = 46 + 105 * t**1.4
        y = 384 + 560 * t**1.25
        bend = 60 * (1 - t) + 20
        count = int(w / size) + 2
        tone = mix(p.shade(velvet, 0.72), p.shade(velvet, 0.35), 0.35 + 0.3 * t)
        nearest = min(range(count), key=lambda i, s=size: abs((i - 0.5) * s + s / 2 - target))
        for i in range(count):
            x = (i - 0.5) * size + size * 0.5 * (row % 2)
            yy = y + bend * (1 - ((x - w / 2) / (w / 2)) ** 2) * 0.6
            lit = row == lit_row and i == nearest
            _seat(c, x, yy, size, p.lift(velvet, 0.1) if lit else tone, gilt if lit else p.shade(gilt, 0.6))
            if lit:
                beam = [
                    (x + size * 0.2, -20),
                    (x + size * 0.8, -20),
                    (x + size * 1.7, yy + size * 0.4),
                    (x - size * 0.7, yy + size * 0.4),
                ]
                c.grain(beam, p.light, (x, yy + size * 2.4), (x, -80), 0.62, 0.7)
                c.glow(x + size / 2, yy - size * 0.2, size * 1.7, size * 1.3, p.light, 0.55)
                _seat(c, x, yy, size, p.lift(velvet, 0.16), gilt)
        c.grain(box(0, y - size, w, y + size * 0.8), p.ink, (w / 2, 0), (-w * 0.1, 0), 0.3)
    c.grain(box(0, 300, w, 1000), p.ink, (target, 600), (-w * 0.2, 600), 0.7)
    c.grain(box(0, 300, w, 1000), p.ink, (target, 600), (w * 1.2, 600), 0.7)


def _seat(c: Canvas, x: float, y: float, s: float, color: Color, metal: Color) -> None:
    """One tip-up seat from behind."""
    p = c.p
    back = smooth(
        [
            (x + s * 0.08, y + s * 0.3),
            (x + s * 0.07, y - s * 0.42),
            (x + s * 0.24, y - s * 0.66),
            (x + s * 0.76, y - s * 0.66),
            (x + s * 0.93, y - s * 0.42),
            (x + s * 0.92, y + s * 0.3),
        ],
        False,
        5,
    )
    c.shape(back, color)
    c.shape([(x + s * 0.5, y + s * 0.3), *[q for q in back if q[0] > x + s * 0.5]], p.shade(color, 0.25))
    c.rect(x - s * 0.02, y - s * 0.02, x + s * 0.07, y + s * 0.4, metal)
    c.rect(x - s * 0.03, y - s * 0.07, x + s * 0.08, y, p.lift(metal, 0.3))
    c.disc(x + s * 0.5, y - s * 0.38, s * 0.055, metal)

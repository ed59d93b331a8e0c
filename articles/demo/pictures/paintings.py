"""Invented paintings, to hang in the gallery."""

from __future__ import annotations

from .canvas import Canvas
from .land import glitter
from .landmarks import distant_city
from .looks import dress
from .outlines import Point, arc, box, smooth
from .palettes import mix
from .people import person


def painting(c: Canvas, panel: list[Point]) -> None:
    """An invented abstract in a thin frame."""
    p, rng = c.p, c.rng
    (x0, y1), (x1, y0) = panel[0], panel[2]
    wide, high = x1 - x0, y1 - y0
    c.rect(x0 - 2, y1, x1 + 12, y1 + 14, p.ink, 0.25)
    c.rect(x0 - 8, y0 - 8, x1 + 8, y1 + 8, p.shade(p.wood, 0.3))
    ground = rng.choice((p.sky[2], p.paper, p.sky[1], p.second, p.near))
    tones = [t for t in (p.accent, p.second, p.near, p.leaf, p.mid, p.ink, p.paper) if t != ground]
    with c.clip(box(x0, y0, x1, y1)):
        c.rect(x0, y0, x1, y1, ground)
        kind = rng.randrange(4)
        if kind == 0:
            for i in range(3):
                y = y0 + high * (0.06 + 0.32 * i)
                tone = rng.choice(tones)
                c.rect(x0 + wide * 0.06, y, x1 - wide * 0.06, y + high * rng.uniform(0.22, 0.3), tone)
                c.grain(
                    box(x0 + wide * 0.06, y, x1 - wide * 0.06, y + high * 0.3),
                    p.shade(tone, 0.5),
                    (0, y),
                    (0, y + high * 0.4),
                    0.8,
                )
        elif kind == 1:
            for _ in range(6):
                r = high * rng.uniform(0.14, 0.4)
                cx, cy = x0 + wide * rng.random(), y0 + high * rng.random()
                tone = rng.choice(tones)
                c.disc(cx, cy, r, tone)
                c.grain(arc(cx, cy, r, r, 0, 360, 30), p.shade(tone, 0.6), (cx - r, cy - r), (cx + r, cy + r), 0.8)
        elif kind == 2:
            for _ in range(5):
                a = y0 + high * rng.uniform(0.1, 0.9)
                line = smooth(
                    [
                        (x0 - 10, a),
                        (x0 + wide * 0.3, a + rng.uniform(-0.3, 0.3) * high),
                        (x0 + wide * 0.7, a + rng.uniform(-0.3, 0.3) * high),
                        (x1 + 10, a),
                    ],
                    False,
                    8,
                )
                c.line(line, rng.choice(tones), high * rng.uniform(0.03, 0.14))
        else:
            for i in range(7):
                a, b = x0 + wide * i / 7, x0 + wide * (i + 1) / 7
                tone = rng.choice(tones)
                c.shape([(a, y1), (a + wide * 0.1, y0), (b + wide * 0.1, y0), (b, y1)], tone)
                c.grain(
                    [(a, y1), (a + wide * 0.1, y0), (b + wide * 0.1, y0), (b, y1)],
                    p.shade(tone, 0.5),
                    (a, 0),
                    (b + wide * 0.1, 0),
                    0.7,
                )


def seascape(c: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """An invented old harbour painting."""
    p, rng = c.p, c.rng
    wide, high = x1 - x0, y1 - y0
    with c.clip(box(x0, y0, x1, y1)):
        line = y0 + high * 0.6
        c.gradient(y0, line, (mix(p.sky[0], p.near, 0.2), p.sky[1], mix(p.sky[2], p.second, 0.25)))
        sx = x0 + wide * rng.uniform(0.3, 0.7)
        c.glow(sx, line - 60, wide * 0.4, high * 0.5, p.sun, 0.8)
        for _ in range(9):
            c.oval(
                rng.uniform(x0, x1),
                y0 + high * rng.uniform(0.05, 0.4),
                wide * rng.uniform(0.05, 0.16),
                high * rng.uniform(0.02, 0.06),
                mix(p.sky[2], p.paper, 0.4),
                0.6,
            )
        distant_city(c, x0, x1, line, high * 0.16, p.depth(0.45))
        c.gradient(line, y1, (mix(p.water, p.sky[2], 0.5), p.water, p.shade(p.water, 0.6)))
        glitter(c, sx, line + 4, y1, wide * 0.1, p.sun, 60)
        for _ in range(26):
            yy = line + (y1 - line) * rng.random()
            xx, half = rng.uniform(x0, x1), rng.uniform(12, 60)
            c.line([(xx - half, yy), (xx + half, yy + 2)], mix(p.water, p.paper, 0.3), 2.5, 0.5)
        for k in range(rng.choice((3, 4))):
            bx, s = x0 + wide * (0.14 + 0.24 * k) + rng.uniform(-30, 30), high * rng.uniform(0.2, 0.42)
            by = line + (y1 - line) * rng.uniform(0.08, 0.5)
            c.line([(bx, by), (bx, by - s)], p.ink, 4)
            tone = rng.choice((mix(p.paper, p.second, 0.3), mix(p.accent, p.wood, 0.4), mix(p.paper, p.wood, 0.3)))
            c.shape(
                smooth([(bx + 4, by - s * 0.96), (bx + s * 0.46, by - s * 0.2), (bx + 4, by - s * 0.16)], steps=4), tone
            )
            c.shape(
                smooth([(bx - 4, by - s * 0.84), (bx - s * 0.34, by - s * 0.18), (bx - 4, by - s * 0.16)], steps=4),
                p.shade(tone, 0.2),
            )
            c.shape(
                [
                    (bx - s * 0.4, by - s * 0.08),
                    (bx + s * 0.46, by - s * 0.1),
                    (bx + s * 0.34, by + s * 0.06),
                    (bx - s * 0.3, by + s * 0.06),
                ],
                p.shade(p.wood, 0.6),
            )
        c.shape(
            [(x0, y1), (x0, y1 - high * 0.2), (x0 + wide * 0.2, y1 - high * 0.14), (x0 + wide * 0.34, y1)],
            p.shade(p.wood, 0.65),
        )
        for k in range(4):
            person(
                c,
                x0 + wide * (0.04 + 0.05 * k),
                y1 - high * 0.13 + 4 * k,
                high * 0.17,
                dress(c, 0.5, hem=0.16, hat="brim", hat_color=p.ink),
                "stand",
                1,
            )

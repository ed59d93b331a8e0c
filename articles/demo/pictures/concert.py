"""The concert platform, full and with chairs empty."""

from __future__ import annotations

import math

from .canvas import Canvas
from .looks import dress
from .outlines import box, smooth
from .palettes import Color, mix
from .people import person
from .sky import shafts
from .theatre import heads


def concert(c: Canvas) -> None:
    """An orchestra under the organ pipes, seen from the hall past the conductor's raised hands."""
    _platform(c, True)


def empty_chairs(c: Canvas) -> None:
    """A concert platform with the conductor waiting and a block of chairs among the players standing empty."""
    _platform(c, False)


def _platform(c: Canvas, full: bool) -> None:
    """The platform, the players and the first rows of the hall."""
    p, rng, w = c.p, c.rng, c.w
    hall = p.shade(mix(p.near, p.wood, 0.3), 0.4)
    c.gradient(0, 1000, (p.shade(hall, 0.3), hall, p.shade(hall, 0.4)))
    mid = w * rng.uniform(0.44, 0.56)
    gilt = mix(p.second, p.wood, 0.3)
    pipes = 27
    for i in range(pipes):
        t = (i - pipes / 2 + 0.5) / (pipes / 2)
        x = mid + t * 430
        tall = 210 + 170 * abs(math.cos(t * 3.3)) * (1 - 0.3 * abs(t))
        c.rect(x - 12, 430 - tall, x + 12, 430, gilt)
        c.grain(box(x - 12, 430 - tall, x + 12, 430), p.shade(gilt, 0.75), (x - 8, 0), (x + 16, 0), 0.95)
        c.shape([(x - 12, 392), (x + 12, 392), (x, 430)], p.shade(gilt, 0.5))
    c.rect(mid - 470, 420, mid + 470, 470, p.shade(p.wood, 0.25))
    c.glow(mid, 520, 880, 420, p.light, 0.6)
    shafts(
        c,
        [(mid + dx - 16, mid + dx + 16, -20) for dx in (-460, -230, 0, 230, 460)],
        (rng.uniform(-0.1, 0.1), 1),
        640,
        p.light,
        0.42,
        6,
    )
    stage = p.lift(mix(p.wood, p.second, 0.55), 0.2)
    c.shape([(w * 0.04, 590), (w * 0.96, 590), (w + 60, 800), (-60, 800)], stage)
    c.grain([(w * 0.04, 590), (w * 0.96, 590), (w + 60, 800), (-60, 800)], p.ink, (0, 640), (0, 860), 0.9)
    black, away = mix(p.ink, p.near, 0.22), rng.random() < 0.5
    for row, (ry, rx, size, count) in enumerate(((-30, 560, 136, 13), (44, 620, 164, 11), (132, 650, 196, 8))):
        for i in range(count):
            a = math.pi * (0.06 + 0.88 * i / (count - 1))
            x, y = mid - rx * math.cos(a), 574 + ry - 64 * math.sin(a) + 60 * (row == 0)
            missing = not full and row and (x < mid - 60) == away
            (_empty_chair if missing else _player)(c, x, y + 90, size, 1 if x < mid else -1, row, black)
    heads(c, 930, 120, p.shade(p.ink, 0.25), mix(p.second, p.ink, 0.6))
    c.glow(mid, 880, 300, 240, p.light, 0.25)
    c.rect(mid - 130, 836, mid + 130, 1000, p.shade(p.wood, 0.5))
    c.rect(mid - 138, 826, mid + 138, 842, p.lift(p.wood, 0.2))
    look = dress(c, 0, top=p.ink, legs=p.ink, shoes=p.ink, hem=0.36, hat="", bag=None, scarf=None)
    c.line([(mid - 6, 640), (mid - 6, 840)], p.ink, 6)
    if full:
        person(c, mid, 832, 410, look, "conduct", 1, 0)
        c.line([(mid + 0.27 * 410, 832 - 0.9 * 410), (mid + 0.27 * 410 + 46, 832 - 0.9 * 410 - 66)], p.paper, 4)
    else:
        person(c, mid, 832, 410, look, "stand", 1, 0)
    c.oval(mid + 3, 832 - 0.937 * 410, 23, 29, mix(look.hair, p.light, 0.24))
    for x0, x1 in ((-0.05, 0.18), (0.82, 1.05)):
        c.grain(
            box(w * x0, 0, w * x1, 1000),
            p.ink,
            (w * (0.2 if x0 < 0 else 0.8), 0),
            (w * (-0.02 if x0 < 0 else 1.02), 0),
            0.9,
        )


def _empty_chair(c: Canvas, x: float, y: float, s: float, face: int, row: int, black: Color) -> None:
    """A chair and a music stand with nobody at them."""
    p = c.p
    tone = mix(p.accent, p.wood, 0.3)
    c.line([(x + face * s * 0.42, y - s * 0.1), (x + face * s * 0.42, y - s * 0.5)], p.ink, 2.4)
    c.shape(
        [
            (x + face * s * 0.3, y - s * 0.52),
            (x + face * s * 0.56, y - s * 0.6),
            (x + face * s * 0.58, y - s * 0.46),
            (x + face * s * 0.32, y - s * 0.4),
        ],
        p.paper,
        0.9,
    )
    for dx in (-0.16, 0.14):
        c.line([(x + dx * s, y - s * 0.26), (x + dx * s * 1.15, y)], p.ink, max(2.5, s * 0.028))
    c.rect(x - s * 0.18, y - s * 0.3, x + s * 0.18, y - s * 0.25, tone)
    c.line([(x - face * s * 0.17, y - s * 0.26), (x - face * s * 0.2, y - s * 0.6)], p.ink, max(2.5, s * 0.028))
    c.limb((x - face * s * 0.185, y - s * 0.42), (x - face * s * 0.2, y - s * 0.62), s * 0.06, s * 0.06, tone)


def _player(c: Canvas, x: float, y: float, s: float, face: int, row: int, black: Color) -> None:
    """One seated musician with an instrument."""
    p, rng = c.p, c.rng
    c.line([(x + face * s * 0.42, y - s * 0.1), (x + face * s * 0.42, y - s * 0.5)], p.ink, 2.4)
    c.shape(
        [
            (x + face * s * 0.3, y - s * 0.52),
            (x + face * s * 0.56, y - s * 0.6),
            (x + face * s * 0.58, y - s * 0.46),
            (x + face * s * 0.32, y - s * 0.4),
        ],
        p.paper,
        0.9,
    )
    look = dress(c, 0, top=black, legs=black, hem=0.0, hat="", bag=None, scarf=None)
    person(c, x, y, s, look, "sit", face, -face)
    wood = mix(p.wood, p.accent, 0.4)
    if row == 0:
        c.limb((x + face * s * 0.1, y - s * 0.62), (x + face * s * 0.42, y - s * 0.46), s * 0.05, s * 0.1, p.second)
    elif row == 1 and rng.random() < 0.5:
        c.shape(
            smooth(
                [
                    (x + face * s * 0.08, y - s * 0.46),
                    (x + face * s * 0.24, y - s * 0.4),
                    (x + face * s * 0.2, y - s * 0.24),
                    (x + face * s * 0.3, y - s * 0.04),
                    (x + face * s * 0.06, y - s * 0.02),
                    (x + face * s * 0.06, y - s * 0.24),
                ],
                steps=4,
            ),
            wood,
        )
        c.line([(x + face * s * 0.13, y - s * 0.3), (x + face * s * 0.06, y - s * 0.72)], p.ink, s * 0.025)
        c.line([(x - face * s * 0.1, y - s * 0.26), (x + face * s * 0.4, y - s * 0.3)], p.paper, 2)
    else:
        c.limb((x + face * s * 0.05, y - s * 0.6), (x + face * s * 0.2, y - s * 0.55), s * 0.12, s * 0.1, wood)
        c.line([(x + face * s * 0.2, y - s * 0.55), (x + face * s * 0.4, y - s * 0.5)], p.ink, s * 0.025)
        c.line([(x + face * s * 0.02, y - s * 0.76), (x + face * s * 0.3, y - s * 0.38)], p.paper, 2)

"""Under water: a diver over the kelp, and a meadow of seagrass."""

from __future__ import annotations

import math

from .canvas import Canvas
from .land import contour, height_at, hill
from .outlines import box, smooth
from .palettes import Color, mix


def underwater(c: Canvas) -> None:
    """A diver with a lamp and a shoal of fish in the light from the surface, kelp below."""
    p, rng, w = c.p, c.rng, c.w
    top = mix(p.water, p.sky[2], 0.45)
    body = mix(p.water, p.leaf, 0.18)
    c.gradient(0, 1000, (top, body, p.shade(body, 0.45), p.shade(body, 0.72)))
    sx = w * rng.uniform(0.54, 0.7)
    c.glow(sx, -40, 760, 520, p.sun, 0.85)
    for i in range(9):
        spread = -1 + 2 * i / 8 + rng.uniform(-0.08, 0.08)
        a, wide = sx + spread * 150, rng.uniform(10, 34)
        foot, length = sx + spread * 700, rng.uniform(620, 900)
        c.grain(
            [(a - wide, -10), (a + wide, -10), (foot + wide * 3, length), (foot - wide * 3, length)],
            p.lift(top, 0.5),
            (foot, length),
            (a, -60),
            0.55,
            0.7,
        )
    for i in range(3):
        c.line(
            smooth([(x, 22 + 18 * i + rng.uniform(-7, 7)) for x in range(-40, int(w) + 90, 90)], False),
            p.paper,
            2.5,
            0.4 - 0.1 * i,
        )
    for near, y, h in ((0.3, 740, 130), (0.55, 830, 110)):
        tone = p.shade(body, 0.34 + near * 0.5)
        crest = contour(c, y, h, 0.5)
        hill(c, crest, tone, p.shade(tone, 0.4), 1000, 200)
        for _ in range(14 if near < 0.5 else 9):
            x = rng.uniform(0, w)
            _kelp(
                c,
                x,
                height_at(crest, x) + 20,
                rng.uniform(130, 330) * (0.6 + near),
                p.shade(mix(p.leaf, body, 0.55 - near * 0.5), near * 0.5),
            )
    whale = rng.random() < 0.35
    if whale:
        _whale(c, w * 0.28, 330, 420, p.shade(body, 0.42))
    fx, fy = w * rng.uniform(0.26, 0.42), rng.uniform(430, 540) if whale else rng.uniform(330, 470)
    tones = [p.paper, mix(p.paper, p.second, 0.4), mix(p.second, p.accent, 0.3), mix(body, p.paper, 0.6)]
    for _ in range(72):
        a, r = rng.uniform(0, 6.28), rng.random() ** 0.6
        x, y = (
            fx + 330 * r * math.cos(a),
            fy + 105 * r * math.sin(a) + 46 * math.sin(2 + (fx - 330 * r * math.cos(a)) / 160),
        )
        _fish(c, x, y, rng.uniform(15, 29), mix(rng.choice(tones), body, 0.1 + 0.4 * rng.random()))
    _diver(c, w * rng.uniform(0.68, 0.78), rng.uniform(380, 470), 210)
    floor = [
        *smooth([(-20, 930), (w * 0.3, 905), (w * 0.6, 940), (w * 0.85, 896), (w + 20, 918)], False),
        (w + 20, 1010),
        (-20, 1010),
    ]
    c.shape(floor, p.shade(mix(p.ground, body, 0.5), 0.5))
    c.grain(floor, p.ink, (0, 900), (0, 1030))
    for _ in range(10):
        x, s = rng.uniform(0, w), rng.uniform(22, 60)
        rock = smooth(
            [(x - s, 950), (x - s * 0.7, 950 - s * 0.7), (x, 950 - s), (x + s * 0.8, 950 - s * 0.6), (x + s, 952)],
            steps=4,
        )
        c.shape(rock, p.shade(p.near, 0.5))
        c.grain(rock, p.lift(body, 0.2), (x, 950), (x + s * 0.4, 950 - s * 1.5), 0.7)
    for x in (w * 0.03, w * 0.075, w * 0.93, w * 0.975):
        _kelp(c, x, 1010, rng.uniform(420, 700), p.shade(p.leaf, 0.62), 1.7)
    for _ in range(rng.choice((2, 3, 4))):
        x, size, arms = rng.uniform(0, w), rng.uniform(34, 78), rng.choice((5, 6, 8))
        tone = mix(rng.choice((p.accent, p.second, p.far)), body, rng.uniform(0.2, 0.45))
        for branch in range(arms):
            a = math.radians(-155 + 130 * branch / (arms - 1) + rng.uniform(-8, 8))
            reach = size * rng.uniform(0.7, 1.1)
            c.limb((x, 966), (x + reach * math.cos(a), 966 + reach * math.sin(a)), size * 0.17, size * 0.08, tone)


def _kelp(c: Canvas, x: float, y: float, height: float, color: Color, scale: float = 1.0) -> None:
    rng = c.rng
    ph, sway = rng.uniform(0, 6), height * 0.07
    stem = [(x + sway * math.sin(ph + i * 0.55) * i / 8, y - height * i / 12) for i in range(13)]
    c.line(smooth(stem, False, 4), color, 4 * scale)
    for i in range(1, 13):
        sx, sy = stem[i]
        side = 1 if i % 2 else -1
        s = height * 0.075 * (1.2 - i / 16) + 8 * scale
        c.shape(
            smooth(
                [
                    (sx, sy + 4),
                    (sx + side * s * 0.7, sy - s * 0.35),
                    (sx + side * s * 1.6, sy - s * 0.9),
                    (sx + side * s * 0.6, sy + s * 0.12),
                ],
                steps=4,
            ),
            color,
        )


def _fish(c: Canvas, x: float, y: float, s: float, color: Color) -> None:
    c.shape([*smooth([(x - s * 0.7, y), (x, y - s * 0.3), (x + s, y), (x, y + s * 0.32)], steps=4)], color)
    c.shape([(x - s * 0.55, y), (x - s * 1.15, y - s * 0.34), (x - s * 0.98, y), (x - s * 1.15, y + s * 0.34)], color)


def _whale(c: Canvas, x: float, y: float, s: float, color: Color) -> None:
    body = smooth(
        [
            (x - s, y - 10),
            (x - s * 0.7, y + 6),
            (x - s * 0.2, y - s * 0.1),
            (x + s * 0.3, y - s * 0.17),
            (x + s * 0.72, y - s * 0.07),
            (x + s * 0.8, y + s * 0.02),
            (x + s * 0.5, y + s * 0.11),
            (x, y + s * 0.12),
            (x - s * 0.6, y + s * 0.05),
        ],
        steps=6,
    )
    c.shape(body, color)
    c.grain(body, c.p.lift(color, 0.35), (x, y + s * 0.02), (x + s * 0.1, y - s * 0.3), 0.8)
    c.shape(
        smooth(
            [
                (x - s * 0.92, y),
                (x - s * 1.12, y - s * 0.14),
                (x - s * 1.02, y - s * 0.01),
                (x - s * 1.16, y + s * 0.1),
            ],
            steps=5,
        ),
        color,
    )
    c.shape(
        smooth([(x + s * 0.3, y + s * 0.08), (x + s * 0.14, y + s * 0.3), (x + s * 0.4, y + s * 0.12)], steps=5),
        c.p.shade(color, 0.3),
    )


def _diver(c: Canvas, x: float, y: float, s: float) -> None:
    """A diver swimming to the left with a lamp."""
    p, rng = c.p, c.rng
    suit = p.ink
    c.grain(
        [(x - s * 0.5, y + s * 0.1), (x - s * 2.4, y + s * 0.3), (x - s * 2.2, y + s * 1.1)],
        p.light,
        (x - s * 2.4, y + s * 0.7),
        (x - s * 0.5, y + s * 0.1),
        0.6,
        0.7,
    )
    for a, b, fin in (((0.3, 0.02), (0.62, 0.14), (0.94, 0.08)), ((0.3, 0.06), (0.6, -0.04), (0.9, -0.14))):
        c.limb((x + a[0] * s, y + a[1] * s), (x + b[0] * s, y + b[1] * s), 0.13 * s, 0.08 * s, suit)
        c.shape(
            [
                (x + b[0] * s - 4, y + b[1] * s - 5),
                (x + fin[0] * s, y + (fin[1] - 0.07) * s),
                (x + (fin[0] + 0.03) * s, y + (fin[1] + 0.06) * s),
                (x + b[0] * s, y + b[1] * s + 7),
            ],
            p.accent,
        )
    c.limb((x - 0.1 * s, y), (x + 0.3 * s, y + 0.04 * s), 0.22 * s, 0.17 * s, suit)
    c.limb((x - 0.05 * s, y - 0.11 * s), (x + 0.24 * s, y - 0.08 * s), 0.12 * s, 0.12 * s, p.second)
    c.limb((x - 0.14 * s, y + 0.05 * s), (x - 0.46 * s, y + 0.12 * s), 0.09 * s, 0.06 * s, suit)
    c.disc(x - 0.24 * s, y - 0.02 * s, 0.1 * s, suit)
    c.oval(x - 0.31 * s, y - 0.01 * s, 0.05 * s, 0.06 * s, mix(p.light, p.second, 0.2))
    for i in range(9):
        c.disc(
            x - 0.26 * s + rng.uniform(-14, 14),
            y - 0.2 * s - 30 * i - rng.uniform(0, 14),
            3 + 7 * rng.random(),
            p.paper,
            0.5,
        )


def seagrass(c: Canvas) -> None:
    """Blades of seagrass leaning together in the current, a shoal of small fish turning above them."""
    p, rng, w = c.p, c.rng, c.w
    top, body = mix(p.water, p.sky[2], 0.5), mix(p.water, p.leaf, 0.25)
    c.gradient(0, 1000, (top, mix(top, body, 0.6), body, p.shade(body, 0.55)))
    sx = w * rng.uniform(0.2, 0.8)
    c.glow(sx, -60, 800, 480, p.sun, 0.8)
    for i in range(7):
        spread = -1 + 2 * i / 6 + rng.uniform(-0.1, 0.1)
        a, wide = sx + spread * 190, rng.uniform(12, 40)
        c.grain(
            [
                (a - wide, -10),
                (a + wide, -10),
                (sx + spread * 760 + wide * 3, 760),
                (sx + spread * 760 - wide * 3, 760),
            ],
            p.lift(top, 0.5),
            (sx + spread * 760, 760),
            (a, -80),
            0.5,
            0.7,
        )
    fx, fy, turn = w * rng.uniform(0.36, 0.64), rng.uniform(300, 390), rng.uniform(0.5, 0.9)
    tones = [p.paper, mix(p.paper, p.second, 0.5), mix(body, p.paper, 0.6), mix(p.second, p.accent, 0.3)]
    for _ in range(110):
        a = rng.uniform(0, 6.28)
        r = 0.45 + 0.55 * rng.random() ** 0.5
        x, y = fx + 430 * r * math.cos(a), fy + 150 * r * math.sin(a) * (1 + turn * 0.3 * math.cos(a))
        _fish(c, x, y, rng.uniform(11, 22), mix(rng.choice(tones), body, 0.08 + 0.4 * rng.random()))
    lean = rng.uniform(0.2, 0.42)
    for near, count, base, tall in (
        (0.25, 70, 780, 190),
        (0.5, 60, 850, 290),
        (0.75, 46, 940, 420),
        (1.0, 30, 1060, 640),
    ):
        tone = mix(mix(body, p.leaf, 0.4), p.shade(p.leaf, 0.55), near)
        hill(c, contour(c, base - 26, 34, 0.5), p.shade(mix(p.ground, body, 0.7), 0.2 + 0.4 * near), None, 1010)
        for _ in range(count):
            x, h = rng.uniform(-80, w + 20), tall * rng.uniform(0.55, 1.05)
            sway, wide = h * lean * rng.uniform(0.7, 1.25), 4 + 11 * near
            tip = (x + sway, base - h)
            spine = [(x, base), (x + sway * 0.12, base - h * 0.35), (x + sway * 0.45, base - h * 0.72), tip]
            left, right = (
                smooth([(px - wide * (1 - i / 3.2), py) for i, (px, py) in enumerate(spine)], False, 4),
                smooth([(px + wide * (1 - i / 3.2), py) for i, (px, py) in enumerate(spine)], False, 4),
            )
            c.shape([*left, *right[::-1]], mix(tone, rng.choice((p.second, p.ink, p.leaf)), rng.uniform(0, 0.2)))
    if rng.random() < 0.5:
        x, y = w * rng.uniform(0.1, 0.2), 300
        c.line([(x, -10), (x, y)], p.ink, 3)
        c.limb((x, y), (x, y + 130), 34, 34, p.second)
        c.rect(x - 17, y + 40, x + 17, y + 56, p.ink)
        c.limb((x, y + 150), (x, y + 190), 16, 5, p.near)
    for _ in range(26):
        c.disc(rng.uniform(0, w), rng.uniform(0, 900), rng.uniform(1.5, 5), p.paper, rng.uniform(0.2, 0.5))
    c.grain(box(0, 800, w, 1000), p.ink, (0, 840), (0, 1100), 0.8)

"""The market hall."""

from __future__ import annotations

import math

from .canvas import Canvas
from .frame import Eye
from .looks import dress
from .outlines import arc, box
from .palettes import Color, mix
from .people import person
from .sky import shafts


def crate(c: Canvas, x: float, y: float, width: float, heap: Color, wood: Color) -> None:
    """A tilted crate heaped with round fruit; (x, y) is its lower left corner."""
    rng, p = c.rng, c.p
    r = width * 0.085
    for row in range(3):
        for i in range(6 - row):
            fx = x + width * (0.1 + 0.16 * i + 0.08 * row) + rng.uniform(-2, 2)
            fy = y - width * (0.26 + 0.1 * row)
            c.disc(fx, fy, r, p.shade(heap, 0.28))
            c.disc(fx - r * 0.15, fy - r * 0.18, r * 0.8, heap)
            c.disc(fx - r * 0.35, fy - r * 0.4, r * 0.25, p.lift(heap, 0.6))
    c.shape([(x, y - width * 0.3), (x + width, y - width * 0.3), (x + width * 0.97, y), (x + width * 0.03, y)], wood)
    for k in (0.1, 0.2):
        c.line([(x + 2, y - width * k), (x + width - 2, y - width * k)], p.shade(wood, 0.5), 2)


def market_hall(c: Canvas) -> None:
    """An iron and glass hall, stalls down both sides, light falling on the crowd."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.42, 0.58), rng.uniform(560, 600), 620, 1.7)
    sky = mix(p.sky[2], p.sun, 0.4) if not p.dark else mix(p.sky[1], p.sky[2], 0.4)
    c.gradient(0, eye.y, (mix(p.wall, p.mid, 0.35), mix(p.wall, p.haze, 0.4)))
    half, spring, rise = 9.0, 6.0, 5.2
    iron = mix(p.near, p.leaf, 0.25)
    zs = [3.2 * 1.28**i for i in range(11)]
    for i in reversed(range(len(zs) - 1)):
        z0, z1, fog = zs[i], zs[i + 1], min(0.75, i * 0.085)
        for k in range(14):
            a0, a1 = math.pi * k / 14, math.pi * (k + 1) / 14
            quad = [
                eye.at(-half * math.cos(a), spring + rise * math.sin(a), z)
                for a, z in ((a0, z0), (a1, z0), (a1, z1), (a0, z1))
            ]
            glassy = 3 <= k <= 10
            c.shape(quad, mix(sky, p.haze, fog) if glassy else p.fog(mix(iron, p.wall, 0.35), fog))
        for side in (-1, 1):
            c.shape(
                eye.side(side * half, 0, spring, z0, z1), p.fog(mix(p.wall, p.wood, 0.35 if side > 0 else 0.6), fog)
            )
            c.shape(
                eye.side(side * half, 3.4, 5.6, z0 + (z1 - z0) * 0.18, z0 + (z1 - z0) * 0.82), p.fog(sky, fog * 0.5)
            )
    end = zs[-1]
    wall = [
        eye.at(-half, 0, end),
        *[
            eye.at(-half * math.cos(math.pi * k / 20), spring + rise * math.sin(math.pi * k / 20), end)
            for k in range(21)
        ],
        eye.at(half, 0, end),
    ]
    c.shape(wall, mix(sky, p.haze, 0.3))
    floor = mix(p.floor, p.ground, 0.4)
    c.shape(eye.flat(0, -half, half, 1, end), p.shade(floor, 0.1))
    c.grain(box(0, eye.y, w, 1000), p.shade(floor, 0.65), (0, eye.y + 60), (0, 1060), 0.9)
    c.glow(eye.x, eye.y - 40, 420, 300, p.light, 0.7)
    for i in reversed(range(len(zs))):
        z, fog = zs[i], min(0.7, i * 0.075)
        tone = p.fog(iron, fog)
        rib = [
            eye.at(-half * math.cos(math.pi * k / 24), spring + rise * math.sin(math.pi * k / 24), z) for k in range(25)
        ]
        c.line(rib, tone, max(2.0, eye.size(0.30, z)))
        for side in (-1, 1):
            c.line([eye.at(side * half, 0, z), eye.at(side * half, spring, z)], tone, max(2.0, eye.size(0.34, z)))
        if 1 < i < 9 and i % 2 == 0:
            for x in (-3.6, 3.6):
                lx, ly = eye.at(x, 4.6, z)
                c.line([eye.at(x, 9.4, z), (lx, ly)], tone, 1.6)
                s = eye.size(0.42, z)
                c.glow(lx, ly + s * 0.5, s * 4, s * 3.4, p.light, 0.55)
                c.shape([(lx - s, ly + s * 0.6), (lx - s * 0.3, ly), (lx + s * 0.3, ly), (lx + s, ly + s * 0.6)], p.ink)
                c.oval(lx, ly + s * 0.62, s * 0.7, s * 0.2, p.light)
    shafts(c, [(eye.x + dx - 26, eye.x + dx + 26, 130) for dx in (-200, -70, 60, 190)], (-0.42, 1), 700, p.sun, 0.34, 3)
    rows = [15.0, 10.8, 7.8, 5.6, 4.1]
    awnings = [p.accent, p.second, p.leaf, mix(p.accent, p.paper, 0.4), p.near]
    for i, z in enumerate(rows):
        for side in (-1, 1):
            _stall(c, eye, side, z, p.fog(rng.choice(awnings), max(0.0, 0.5 - 0.14 * i)))
        for _ in range(3 if i < 4 else 1):
            z2, x = z * rng.uniform(0.82, 1.0), rng.uniform(-2.3, 2.3)
            if i == 4:
                x, z2 = rng.choice((-1.5, 1.4)), 4.6
            px, py = eye.at(x, 0, z2)
            person(
                c,
                px,
                py,
                eye.size(1.72, z2),
                dress(c, 0.75),
                rng.choice(("walk", "stroll", "stand")),
                rng.choice((-1, 1)),
                1,
                0.4,
            )


def _stall(c: Canvas, eye: Eye, side: int, z: float, color: Color) -> None:
    """A stall at one side of the hall: striped awning, counter, crates, keeper."""
    p, rng = c.p, c.rng
    inner, outer, deep = side * 3.1, side * 6.6, z * 0.22
    sx, sy = eye.at(side * 4.7, 0, z + deep * 0.8)
    person(
        c,
        sx,
        sy,
        eye.size(1.72, z + deep * 0.8),
        dress(c, 0.8, hat=rng.choice(("cap", "", "")), hem=0.0, bag=None),
        rng.choice(("reach", "hold", "stand")),
        -side,
        1,
    )
    top, low = 2.75, 2.25
    counter = eye.front(min(inner, outer), max(inner, outer), 0, 0.95, z)
    tone = p.shade(mix(p.wood, color, 0.25), 0.1)
    c.shape(counter, tone)
    c.grain(counter, p.ink, eye.at(0, 0.9, z), eye.at(0, -0.6, z), 0.8)
    c.shape(eye.side(inner, 0, 0.95, z, z + deep), p.shade(tone, 0.4))
    c.shape(eye.flat(0.95, min(inner, outer), max(inner, outer), z, z + deep), p.lift(tone, 0.25))
    count = 4
    for i in range(count):
        a = eye.at(min(inner, outer) + (abs(outer - inner)) * (i + 0.06) / count, 0.97, z)
        width = eye.size(abs(outer - inner) * 0.86 / count, z)
        crate(
            c,
            a[0],
            a[1],
            width,
            rng.choice(
                (
                    p.accent,
                    p.second,
                    p.leaf,
                    mix(p.accent, p.second, 0.5),
                    mix(p.leaf, p.second, 0.5),
                    mix(p.accent, p.near, 0.4),
                )
            ),
            mix(p.wood, p.second, 0.25),
        )
    for x in (inner, outer):
        c.line([eye.at(x, 0.9, z), eye.at(x, top, z)], p.ink, max(1.5, eye.size(0.06, z)))
    left, right = sorted((inner, outer))
    for i in range(8):
        a, b = left + (right - left) * i / 8, left + (right - left) * (i + 1) / 8
        c.shape(
            [
                eye.at(a, top + 0.3, z + deep),
                eye.at(b, top + 0.3, z + deep),
                eye.at(b, low, z - 0.3 * deep),
                eye.at(a, low, z - 0.3 * deep),
            ],
            color if i % 2 else mix(p.paper, color, 0.1),
        )
        q0, q1 = eye.at(a, low, z - 0.3 * deep), eye.at(b, low, z - 0.3 * deep)
        r = (q1[0] - q0[0]) / 2
        c.shape(
            arc(q0[0] + r, q0[1], r, r * 0.7, 0, 180, 8), p.shade(color, 0.2) if i % 2 else mix(p.paper, color, 0.25)
        )

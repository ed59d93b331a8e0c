"""Things that stand about a city and its harbour: lamps, cranes, lighthouses, chimneys, far skylines."""

from __future__ import annotations

from .canvas import Canvas
from .outlines import Point, box
from .palettes import Color, mix


def tower_crane(c: Canvas, x: float, base: float, height: float, reach: float, color: Color, face: int = 1) -> None:
    """A building-site crane with lattice mast and jib."""
    m, top = height * 0.022, base - height
    for dx in (-m, m):
        c.line([(x + dx, base), (x + dx, top)], color, 2.4)
    steps = int(height / (m * 2.6))
    for i in range(steps):
        y = base - height * i / steps
        sign = 1 if i % 2 else -1
        c.line([(x - m * sign, y), (x + m * sign, y - height / steps)], color, 1.5)
    tip, tail, peak = x + face * reach, x - face * reach * 0.36, (x, top - height * 0.13)
    c.line([(tail, top), (tip, top)], color, 3.2)
    c.line([(x, top - height * 0.035), (tip - face * reach * 0.06, top - height * 0.02), (tip, top)], color, 1.5)
    count = 18
    for i in range(count):
        a = x + face * reach * i / count
        c.line(
            [(a, top), (a + face * reach / count / 2, top - height * 0.03), (a + face * reach / count, top)], color, 1.2
        )
    c.line([(x - m, top), peak, (x + m, top)], color, 2.4)
    c.line([(tail, top), peak, (x + face * reach * 0.7, top - height * 0.025)], color, 1.3)
    c.rect(
        min(tail, tail + face * reach * 0.12), top, max(tail, tail + face * reach * 0.12), top + height * 0.07, color
    )
    c.rect(x - m * 1.2, top + 2, x + m * 2.4, top + height * 0.06, color)
    hook = x + face * reach * 0.62
    c.line([(hook, top), (hook, top + height * 0.32)], color, 1.4)
    c.rect(hook - 7, top + height * 0.32, hook + 7, top + height * 0.35, color)


def street_lamp(
    c: Canvas, x: float, base: float, height: float, color: Color, face: int = 0, glow: float | None = None
) -> None:
    """A lamp on a post; face 0 is a lantern on top, else an arm to one side. It glows in the dark."""
    p = c.p
    strength = (0.75 if p.lit > 0.2 else 0.0) if glow is None else glow
    c.limb((x, base), (x, base - height), height * 0.03, height * 0.018, color)
    c.rect(x - height * 0.028, base - height * 0.08, x + height * 0.028, base, color)
    head = (x, base - height)
    if face:
        head = (x + face * height * 0.2, base - height * 0.985)
        c.line(
            [(x, base - height * 0.86), (x + face * height * 0.05, base - height * 0.98), head], color, height * 0.018
        )
    if strength:
        c.glow(head[0], head[1], height * 0.55, height * 0.55, p.light, strength * 0.7)
    bulb = p.light if strength else mix(p.paper, p.mid, 0.3)
    s = height * 0.045
    c.shape(
        [
            (head[0] - s, head[1] - s),
            (head[0] + s, head[1] - s),
            (head[0] + s * 0.6, head[1] + s),
            (head[0] - s * 0.6, head[1] + s),
        ],
        bulb,
    )
    c.shape([(head[0] - s * 1.3, head[1] - s), (head[0], head[1] - s * 2), (head[0] + s * 1.3, head[1] - s)], color)


def distant_city(c: Canvas, x0: float, x1: float, base: float, height: float, color: Color) -> None:
    """A city far off, as one broken silhouette with a few spires and cranes."""
    rng = c.rng
    points: list[Point] = [(x0, base + 4)]
    x = x0
    while x < x1:
        w, near = rng.uniform(10, 34), 1 - abs((x - (x0 + x1) / 2) / ((x1 - x0) / 2))
        h = height * (0.18 + 0.6 * near * rng.random() + 0.12 * rng.random())
        points += [(x, base - h), (x + w * rng.uniform(0.7, 1.0), base - h)]
        x += w
    c.shape([*points, (x1, base + 4)], color)
    for _ in range(2):
        sx = rng.uniform(x0 + (x1 - x0) * 0.2, x1 - (x1 - x0) * 0.2)
        c.shape(
            [
                (sx - 6, base),
                (sx - 5, base - height * 0.6),
                (sx, base - height * 1.15),
                (sx + 5, base - height * 0.6),
                (sx + 6, base),
            ],
            color,
        )


def quay_crane(c: Canvas, x: float, base: float, height: float, color: Color, face: int = 1) -> None:
    """A container gantry with its boom out over the water."""
    h = height
    for dx in (-0.16, 0.16):
        c.line([(x + dx * h, base), (x + dx * 0.8 * h, base - h * 0.62)], color, h * 0.026)
    c.line([(x - 0.15 * h, base - h * 0.3), (x + 0.15 * h, base - h * 0.3)], color, h * 0.02)
    c.line([(x - 0.16 * h, base - h * 0.02), (x + 0.13 * h, base - h * 0.6)], color, h * 0.012)
    c.line([(x - face * 0.32 * h, base - h * 0.62), (x + face * 0.75 * h, base - h * 0.64)], color, h * 0.034)
    c.line(
        [(x - face * 0.1 * h, base - h * 0.62), (x, base - h), (x + face * 0.1 * h, base - h * 0.63)], color, h * 0.018
    )
    c.line(
        [(x - face * 0.3 * h, base - h * 0.63), (x, base - h), (x + face * 0.7 * h, base - h * 0.64)], color, h * 0.008
    )
    c.rect(x + face * 0.3 * h, base - h * 0.62, x + face * 0.38 * h, base - h * 0.57, color)


def lighthouse(c: Canvas, x: float, base: float, height: float, sun: int = -1, lit: bool = False) -> None:
    """A banded light on its rock."""
    p, h = c.p, height
    if lit:
        c.glow(x, base - h * 0.91, h * 1.1, h * 0.8, p.light, 0.55)
    tone, band = mix(p.paper, p.haze, 0.15), p.accent
    outline = [
        (x - 0.12 * h, base),
        (x - 0.075 * h, base - 0.8 * h),
        (x + 0.075 * h, base - 0.8 * h),
        (x + 0.12 * h, base),
    ]
    c.shape(outline, tone)
    for i in range(0, 4, 2):
        a, b = i / 4 + 0.12, i / 4 + 0.34
        wa, wb = 0.12 - 0.056 * a, 0.12 - 0.056 * b
        c.shape(
            [
                (x - wa * h, base - a * 0.8 * h),
                (x + wa * h, base - a * 0.8 * h),
                (x + wb * h, base - b * 0.8 * h),
                (x - wb * h, base - b * 0.8 * h),
            ],
            band,
        )
    c.grain(outline, p.shade(tone, 0.7), (x + sun * 0.05 * h, 0), (x - sun * 0.16 * h, 0), 0.8)
    c.rect(x - 0.105 * h, base - 0.835 * h, x + 0.105 * h, base - 0.8 * h, p.ink)
    c.rect(
        x - 0.055 * h,
        base - 0.93 * h,
        x + 0.055 * h,
        base - 0.835 * h,
        p.light if lit or p.lit > 0.2 else mix(p.near, p.haze, 0.3),
    )
    c.shape([(x - 0.08 * h, base - 0.925 * h), (x, base - 1.02 * h), (x + 0.08 * h, base - 0.925 * h)], p.accent)
    c.line([(x, base - 1.02 * h), (x, base - 1.08 * h)], p.ink, 1.8)


def bollard(c: Canvas, x: float, y: float, s: float) -> None:
    """An iron mooring post."""
    c.shape([(x - s * 0.4, y), (x - s * 0.32, y - s), (x + s * 0.32, y - s), (x + s * 0.4, y)], c.p.ink)
    c.oval(x, y - s, s * 0.5, s * 0.2, c.p.shade(c.p.near, 0.4))


def chimney(c: Canvas, x: float, y: float, s: float, color: Color) -> None:
    """A brick stack with its pots; y is its foot."""
    p = c.p
    c.rect(x, y - s * 1.5, x + s, y, color)
    c.grain(box(x, y - s * 1.5, x + s, y), p.shade(color, 0.6), (x, 0), (x + s * 1.3, 0), 0.9)
    c.rect(x - s * 0.08, y - s * 1.5, x + s * 1.08, y - s * 1.36, p.shade(color, 0.3))
    for i in range(2):
        px = x + s * (0.2 + 0.38 * i)
        c.shape(
            [
                (px, y - s * 1.5),
                (px + s * 0.03, y - s * 1.85),
                (px + s * 0.2, y - s * 1.85),
                (px + s * 0.23, y - s * 1.5),
            ],
            mix(p.accent, p.wood, 0.5),
        )


def smoke(
    c: Canvas, x: float, y: float, size: float, drift: float, color: Color, alpha: float = 0.5, puffs: int = 9
) -> None:
    """Smoke or steam that rises and is carried off."""
    rng = c.rng
    for i in reversed(range(puffs)):
        t = i / puffs
        c.oval(
            x + drift * t**1.4 + rng.uniform(-0.2, 0.2) * size,
            y - size * 2.6 * t - rng.uniform(0, 0.3) * size,
            size * (0.3 + 0.9 * t),
            size * (0.24 + 0.6 * t),
            color,
            alpha * (1 - 0.75 * t),
        )

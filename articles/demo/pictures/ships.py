"""Boats and ships, each with its own reflection."""

from __future__ import annotations

from collections.abc import Callable

from .canvas import Canvas
from .frame import Frame
from .outlines import smooth
from .palettes import Color, mix


def afloat(
    c: Canvas,
    paint: Callable[[Frame], None],
    x: float,
    y: float,
    length: float,
    face: int = 1,
    depth: float = 0.6,
    clear: float = 0.42,
    lean: float = 0.0,
    water: Color | None = None,
) -> None:
    """Paint a vessel and, below it, its broken reflection."""
    rng, tint = c.rng, water or c.p.water
    frame = Frame(c, x, y, length, face, lean=lean)
    state = rng.getstate()
    paint(frame.mirrored(depth, 1 - clear, c.p.shade(tint, 0.25)))
    rng.setstate(state)
    for _ in range(16):
        t = rng.random()
        yy, half = y + 3 + length * 0.34 * t, length * rng.uniform(0.06, 0.3)
        xx, thick = x + rng.uniform(-0.5, 0.5) * length, 1.2 + 4 * t
        c.shape([(xx - half, yy), (xx, yy - thick / 2), (xx + half, yy), (xx, yy + thick / 2)], tint, 0.55)
    rng.setstate(state)
    paint(frame)
    c.shape([(x - length * 0.5, y), (x, y - 2), (x + length * 0.5, y), (x, y + 3.5)], c.p.shade(tint, 0.5), 0.8)


def fishing_boat(hull: Color, cabin: Color) -> Callable[[Frame], None]:
    """A small trawler."""

    def paint(f: Frame) -> None:
        p = f.c.p
        body = smooth([(-0.5, 0.15), (-0.46, 0.0), (-0.2, -0.02), (0.36, -0.02), (0.47, 0.1), (0.54, 0.26)], False, 5)
        deck = smooth([(0.54, 0.26), (0.25, 0.17), (-0.1, 0.13), (-0.5, 0.15)], False, 5)
        outline = [*body, *deck]
        dark = p.shade(p.ink, 0.1)
        f.line([(0.12, 0.15), (0.12, 0.78)], dark, 0.013)
        f.line([(0.12, 0.5), (0.44, 0.62), (0.54, 0.27)], dark, 0.006)
        f.line([(0.12, 0.76), (0.52, 0.28)], dark, 0.004)
        f.line([(0.12, 0.76), (-0.47, 0.2)], dark, 0.004)
        f.line([(-0.42, 0.14), (-0.42, 0.42), (-0.3, 0.42)], dark, 0.012)
        f.rect(-0.27, 0.12, 0.0, 0.4, cabin)
        f.grain([(-0.27, 0.12), (0.0, 0.12), (0.0, 0.4), (-0.27, 0.4)], p.shade(cabin, 0.5), (0.05, 0.4), (-0.4, 0.2))
        f.rect(-0.3, 0.39, 0.03, 0.425, p.shade(hull, 0.3))
        pane = p.light if p.lit > 0.2 else mix(p.near, p.sky[1], 0.25)
        for i in range(3):
            f.rect(-0.245 + i * 0.08, 0.27, -0.185 + i * 0.08, 0.36, pane)
        f.rect(-0.36, 0.12, -0.3, 0.3, p.accent if hull != p.accent else p.near)
        f.shape(outline, hull)
        f.grain(outline, p.shade(hull, 0.6), (0, 0.2), (-0.05, -0.08))
        f.line(deck, mix(p.paper, hull, 0.15), 0.02)
        f.shape([(-0.47, 0.035), (0.41, 0.04), (0.36, -0.02), (-0.46, -0.02)], p.shade(p.accent, 0.35))
        for i in range(4):
            f.disc(-0.3 + i * 0.16, 0.085, 0.022, p.ink)

    return paint


def rowing_boat(hull: Color) -> Callable[[Frame], None]:
    """An open boat."""

    def paint(f: Frame) -> None:
        p = f.c.p
        outline = smooth(
            [(-0.5, 0.17), (-0.42, 0.0), (0.0, -0.03), (0.4, 0.0), (0.53, 0.22), (0.2, 0.13), (-0.2, 0.12)], steps=5
        )
        f.shape(outline, hull)
        f.grain(outline, p.shade(hull, 0.6), (0, 0.18), (0, -0.08))
        f.line(smooth([(-0.5, 0.165), (-0.1, 0.12), (0.25, 0.14), (0.53, 0.22)], False), p.lift(hull, 0.5), 0.02)

    return paint


def ferry(hull: Color) -> Callable[[Frame], None]:
    """A double-decked harbour ferry."""

    def paint(f: Frame) -> None:
        p = f.c.p
        white = p.paper if not p.dark else mix(p.paper, p.mid, 0.35)
        f.rect(-0.1, 0.3, 0.02, 0.4, p.accent)
        f.rect(-0.1, 0.36, 0.02, 0.38, p.ink)
        f.rect(0.16, 0.24, 0.3, 0.34, white)
        f.rect(-0.36, 0.18, 0.3, 0.26, white)
        f.rect(-0.42, 0.08, 0.38, 0.18, mix(white, p.mid, 0.12))
        f.shape([(-0.5, 0.09), (-0.46, 0.0), (0.44, 0.0), (0.52, 0.11)], hull)
        f.grain([(-0.5, 0.09), (-0.46, 0.0), (0.44, 0.0), (0.52, 0.11)], p.shade(hull, 0.6), (0, 0.12), (0, -0.03))
        pane = p.light if p.lit > 0.1 else p.near
        for v, u0, u1, n in ((0.2, -0.33, 0.27, 11), (0.105, -0.39, 0.35, 14)):
            for i in range(n):
                a = u0 + (u1 - u0) * i / n
                f.rect(a, v, a + (u1 - u0) / n * 0.66, v + 0.036, pane)
        f.rect(0.18, 0.28, 0.295, 0.32, pane)
        f.line([(0.22, 0.34), (0.22, 0.47)], p.ink, 0.006)

    return paint


def yacht(hull: Color, main: Color, jib: Color, number: bool = True) -> Callable[[Frame], None]:
    """A sailing boat with mainsail and foresail; lean its frame to make it heel."""

    def paint(f: Frame) -> None:
        p = f.c.p
        mast = p.shade(p.wood, 0.3)
        f.line([(0.06, 0.05), (0.06, 1.36)], mast, 0.014)
        sail = [*smooth([(0.045, 1.33), (-0.2, 0.82), (-0.41, 0.18)], False, 6), (-0.18, 0.15), (0.045, 0.15)]
        f.shape(sail, main)
        f.grain(sail, p.shade(main, 0.4), (-0.05, 0.4), (-0.34, 0.2), 0.9)
        for v in (0.4, 0.66, 0.92):
            f.line([(0.045, v), (-0.34 + (v - 0.2) * 0.33, v - 0.03)], p.shade(main, 0.18), 0.005)
        if number:
            f.disc(-0.06, 0.78, 0.05, p.accent if main != p.accent else p.paper)
        front = [
            (0.07, 1.2),
            *smooth([(0.5, 0.1), (0.3, 0.17), (0.02, 0.2)], False, 6),
            *smooth([(0.02, 0.2), (0.1, 0.6), (0.07, 1.2)], False, 6),
        ]
        f.shape(front, jib)
        f.grain(front, p.shade(jib, 0.45), (0.3, 0.5), (0.03, 0.35), 0.8)
        f.line([(-0.42, 0.15), (0.06, 0.14)], mast, 0.016)
        f.line([(0.06, 1.36), (0.54, 0.09)], p.ink, 0.004)
        body = smooth([(-0.5, 0.08), (-0.47, -0.02), (0.0, -0.06), (0.38, -0.03), (0.56, 0.1)], False, 6)
        f.shape(body, hull)
        f.grain(body, p.shade(hull, 0.6), (0, 0.08), (0, -0.09))
        f.line([(-0.5, 0.08), (0.56, 0.1)], p.lift(hull, 0.6), 0.012)

    return paint


def container_ship(hull: Color, boxes: list[Color], stacks: int = 11) -> Callable[[Frame], None]:
    """A long freighter with its deck load."""

    def paint(f: Frame) -> None:
        p, rng = f.c.p, f.c.rng
        white = p.paper if not p.dark else mix(p.paper, p.mid, 0.3)
        left, right, deck = -0.32, 0.40, 0.075
        step = (right - left) / stacks
        for i in range(stacks):
            tiers = min(6, 3 + int(rng.random() * 3.4)) - (1 if i > stacks - 3 else 0)
            for t in range(tiers):
                color = mix(rng.choice(boxes), p.haze, 0.06)
                u, v = left + i * step, deck + t * 0.021
                f.rect(u, v, u + step * 0.94, v + 0.0195, color)
                for j in range(1, 5):
                    a = u + step * 0.94 * j / 5
                    f.line([(a, v + 0.002), (a, v + 0.018)], p.shade(color, 0.3), 0.0012)
                f.rect(u, v, u + step * 0.94, v + 0.004, p.shade(color, 0.35))
        f.rect(-0.43, 0.07, -0.35, 0.235, white)
        f.grain(
            [(-0.43, 0.07), (-0.35, 0.07), (-0.35, 0.235), (-0.43, 0.235)],
            p.shade(white, 0.4),
            (-0.34, 0.2),
            (-0.45, 0.1),
        )
        for t in range(5):
            for j in range(4):
                f.rect(
                    -0.422 + j * 0.019,
                    0.09 + t * 0.026,
                    -0.41 + j * 0.019,
                    0.101 + t * 0.026,
                    p.light if rng.random() < p.lit else p.near,
                )
        f.rect(-0.445, 0.215, -0.335, 0.24, white)
        f.rect(-0.44, 0.222, -0.34, 0.233, p.near)
        f.rect(-0.475, 0.07, -0.44, 0.19, p.accent)
        f.rect(-0.475, 0.165, -0.44, 0.178, p.paper)
        f.line([(-0.39, 0.24), (-0.39, 0.31)], p.ink, 0.003)
        f.line([(0.455, 0.1), (0.455, 0.2)], p.ink, 0.003)
        body = [
            (-0.5, 0.085),
            (-0.487, 0.03),
            (-0.475, 0.0),
            (0.44, 0.0),
            (0.45, 0.02),
            (0.468, 0.05),
            (0.505, 0.118),
            (0.44, 0.112),
            (0.42, 0.082),
        ]
        f.shape(body, hull)
        f.grain(body, p.shade(hull, 0.65), (0.2, 0.1), (0.1, -0.02))
        f.shape([(-0.483, 0.02), (0.45, 0.02), (0.44, 0.0), (-0.475, 0.0)], p.shade(p.accent, 0.3))
        f.line([(-0.5, 0.083), (0.42, 0.081)], p.lift(hull, 0.4), 0.003)

    return paint


def tug(hull: Color) -> Callable[[Frame], None]:
    """A harbour tug."""

    def paint(f: Frame) -> None:
        p = f.c.p
        white = p.paper if not p.dark else mix(p.paper, p.mid, 0.3)
        f.rect(-0.12, 0.34, 0.0, 0.58, p.second)
        f.rect(-0.12, 0.48, 0.0, 0.54, p.ink)
        f.rect(-0.2, 0.18, 0.26, 0.36, white)
        f.rect(0.02, 0.36, 0.24, 0.52, white)
        f.rect(0.05, 0.41, 0.23, 0.48, p.light if p.lit > 0.2 else p.near)
        f.rect(0.0, 0.51, 0.27, 0.54, p.accent)
        f.line([(0.12, 0.54), (0.12, 0.84)], p.ink, 0.014)
        body = smooth(
            [(-0.5, 0.2), (-0.46, 0.0), (0.3, -0.02), (0.46, 0.08), (0.54, 0.3), (0.3, 0.22), (-0.1, 0.18)], steps=4
        )
        f.shape(body, hull)
        f.grain(body, p.shade(hull, 0.6), (0, 0.2), (0, -0.06))
        for i in range(5):
            f.disc(-0.36 + i * 0.18, 0.08, 0.035, p.ink)

    return paint

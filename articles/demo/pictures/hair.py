"""Hair, beards and headscarves for portraits; every style is painted behind the head and before it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .canvas import Canvas, Point, arc, smooth
from .palettes import Color, mix

if TYPE_CHECKING:
    from .portrait import Face

CAP = [(-0.47, -0.12), (-0.5, -0.36), (-0.4, -0.62), (-0.16, -0.76), (0.14, -0.76), (0.4, -0.62), (0.5, -0.36), (0.47, -0.12)]


def tones(c: Canvas, f: Face) -> tuple[Color, Color, Color]:
    """Hair in light, as it is, and in shadow."""
    return mix(f.hair, c.p.light, 0.24), f.hair, mix(f.hair, c.p.ink, 0.42)


def mass(c: Canvas, f: Face, points: list[Point], steps: int = 7) -> list[Point]:
    """A body of hair with light on one side and shadow on the other."""
    light, hair, dark = tones(c, f)
    shape = smooth(f.path(points), steps=steps)
    c.shape(shape, hair)
    c.grain(shape, dark, f.at(-0.05, 0), f.at(0.62, 0.25), 0.85)
    c.grain(shape, light, f.at(-0.12, -0.3), f.at(-0.55, -0.62), 0.8)
    return shape


def strands(c: Canvas, f: Face, lines: list[list[Point]], width: float = 3.0) -> None:
    """A few lines that show which way the hair lies."""
    _, _, dark = tones(c, f)
    for line in lines:
        c.line(smooth(f.path(line), False, 6), dark, width, 0.55)


def blobs(c: Canvas, f: Face, spots: list[tuple[float, float, float]]) -> None:
    """Curls: overlapping discs, the lit ones last."""
    light, hair, dark = tones(c, f)
    for u, v, r in spots:
        c.disc(*f.at(u, v), r * f.s, dark)
    for u, v, r in spots:
        x, y = f.at(u - 0.012, v - 0.014)
        c.disc(x, y, r * f.s * 0.86, hair)
        if u < 0.06:
            c.grain(arc(x, y, r * f.s * 0.8, r * f.s * 0.8, 0, 360, 16), light, (x + r * f.s * 0.3, y + r * f.s * 0.4), (x - r * f.s, y - r * f.s), 0.8)
        else:
            c.grain(arc(x, y, r * f.s * 0.86, r * f.s * 0.86, 0, 360, 16), dark, (x, y), (x + r * f.s * 1.2, y + r * f.s), 0.8)


def back_hair(c: Canvas, f: Face, top: Color) -> None:
    """What falls behind the neck and shoulders."""
    rng, p = c.rng, c.p
    style = f.style
    if style == "long":
        mass(c, f, [(-0.5, -0.4), (-0.3, -0.74), (0.3, -0.74), (0.52, -0.4), (0.6, 0.3), (0.62, 1.0), (0.3, 1.2), (-0.3, 1.2), (-0.62, 1.0), (-0.6, 0.3)])
    elif style == "waves":
        mass(c, f, [(-0.52, -0.4), (-0.3, -0.76), (0.3, -0.76), (0.54, -0.4), (0.66, 0.05), (0.58, 0.38), (0.7, 0.74), (0.4, 0.98), (-0.4, 0.98), (-0.7, 0.74), (-0.58, 0.38), (-0.66, 0.05)])
    elif style == "bob":
        mass(c, f, [(-0.53, -0.4), (-0.3, -0.74), (0.3, -0.74), (0.54, -0.4), (0.62, 0.2), (0.56, 0.52), (0.3, 0.58), (-0.3, 0.58), (-0.56, 0.52), (-0.62, 0.2)])
    elif style == "ponytail":
        side = rng.choice((-1, 1))
        mass(c, f, [(side * 0.3, -0.5), (side * 0.62, -0.36), (side * 0.72, 0.1), (side * 0.66, 0.6), (side * 0.5, 0.86), (side * 0.46, 0.5), (side * 0.44, 0.0)])
    elif style == "bun":
        x, y = f.at(0.0, -0.84)
        c.disc(x, y, 0.23 * f.s, f.hair)
        ring = arc(x, y, 0.23 * f.s, 0.23 * f.s, 0, 360, 30)
        light, _, dark = tones(c, f)
        c.grain(ring, dark, (x, y), (x + 0.25 * f.s, y + 0.1 * f.s), 0.9)
        c.grain(ring, light, (x, y), (x - 0.25 * f.s, y - 0.2 * f.s), 0.8)
        c.line(arc(x, y, 0.14 * f.s, 0.13 * f.s, 200, 420, 12), dark, 4, 0.6)
    elif style == "curls":
        spots = []
        for i in range(26):
            a = math.pi * (0.80 + 1.40 * i / 25)
            spots.append((0.57 * math.cos(a) * rng.uniform(0.95, 1.1), -0.16 + 0.60 * math.sin(a) * rng.uniform(0.92, 1.08), rng.uniform(0.14, 0.18)))
        for side in (-1, 1):
            spots += [(side * rng.uniform(0.5, 0.64), 0.14 + 0.13 * k, rng.uniform(0.13, 0.16)) for k in range(5)]
        blobs(c, f, spots)
    elif style == "afro":
        x, y = f.at(0, -0.34)
        r = 0.76 * f.s
        points = [(x + r * math.cos(i / 17 * math.pi) * rng.uniform(0.97, 1.03), y + r * 0.88 * math.sin(i / 17 * math.pi) * rng.uniform(0.97, 1.03)) for i in range(34)]
        ball = smooth(points, steps=4)
        light, hair, dark = tones(c, f)
        c.shape(ball, hair)
        c.grain(ball, dark, (x - 20, y), (x + r * 1.1, y + r * 0.5), 0.95)
        c.grain(ball, light, (x - r * 0.2, y - r * 0.2), (x - r, y - r), 0.9, 0.0)
    elif style == "locs":
        light, hair, dark = tones(c, f)
        for i in range(15):
            u = -0.56 + 1.12 * i / 14
            c.limb(f.at(u * 0.85, -0.3), f.at(u * 1.08, 0.62 + 0.12 * math.cos(u * 5)), 38, 26, hair if i % 2 else dark)
    elif style == "scarf":
        tone = _scarf_tone(c, top)
        shape = smooth(f.path([(-0.56, -0.3), (-0.34, -0.74), (0.34, -0.74), (0.56, -0.3), (0.62, 0.4), (0.86, 1.12), (0.4, 1.34), (-0.4, 1.34), (-0.86, 1.12), (-0.62, 0.4)]), steps=7)
        c.shape(shape, p.shade(tone, 0.3))


def _scarf_tone(c: Canvas, top: Color) -> Color:
    p = c.p
    return next(t for t in (p.second, p.accent, p.leaf, p.near) if t != top)


def front_hair(c: Canvas, f: Face, top: Color) -> None:
    """What lies on the head and falls over the brow."""
    p, rng = c.p, c.rng
    style = f.style
    light, hair, dark = tones(c, f)
    if style == "bald":
        c.oval(*f.at(-0.2, -0.45), 46, 26, mix(f.skin, p.light, 0.55), 0.4)
        for side in (-1, 1):
            c.grain(smooth(f.path([(side * 0.47, -0.3), (side * 0.40, -0.14), (side * 0.44, 0.04), (side * 0.48, 0.0)]), steps=4), hair, f.at(side * 0.36, 0), f.at(side * 0.5, 0), 0.8)
    elif style == "scarf":
        tone = _scarf_tone(c, top)
        cloth = f.path([(0, -0.79), (-0.36, -0.72), (-0.56, -0.4), (-0.58, 0.1), (-0.52, 0.5), (-0.3, 0.86), (0, 0.98), (0.3, 0.86), (0.52, 0.5), (0.58, 0.1), (0.56, -0.4), (0.36, -0.72)])
        hole = f.path([(0, -0.47), (-0.26, -0.42), (-0.4, -0.2), (-0.425, 0.08), (-0.38, 0.36), (-0.22, 0.6), (0, 0.69), (0.22, 0.6), (0.38, 0.36), (0.425, 0.08), (0.4, -0.2), (0.26, -0.42)])
        outer, inner = smooth(cloth, steps=7), smooth(hole, steps=7)
        ring = [*outer, outer[0], inner[0], *inner[::-1]]
        c.shape(ring, tone)
        c.grain(ring, p.shade(tone, 0.55), f.at(0.0, 0), f.at(0.7, 0.3), 0.9)
        c.grain(ring, p.lift(tone, 0.5), f.at(-0.2, -0.3), f.at(-0.6, -0.7), 0.7)
        c.line([*inner, inner[0]], p.shade(tone, 0.3), 6)
        fold = smooth(f.path([(-0.5, 0.46), (-0.2, 0.8), (0.2, 0.86), (0.62, 0.62), (0.66, 0.86), (0.2, 1.1), (-0.3, 1.04), (-0.62, 0.78)]), steps=6)
        c.shape(fold, p.lift(tone, 0.1))
        c.grain(fold, p.shade(tone, 0.55), f.at(-0.1, 0.7), f.at(0.7, 1.0), 0.9)
        for k in range(3):
            c.line(smooth(f.path([(-0.46, 0.56 + 0.08 * k), (0, 0.86 + 0.07 * k), (0.5, 0.74 + 0.06 * k)]), False, 6), p.shade(tone, 0.35), 3, 0.7)
    elif style in ("long", "waves"):
        part = rng.choice((-0.12, 0.0, 0.12))
        for side in (-1, 1):
            end = 0.42 if style == "waves" else 0.62
            mass(c, f, [(part, -0.745), (side * 0.3, -0.72), (side * 0.53, -0.42), (side * 0.575, 0.05), (side * 0.6, end), (side * 0.5, end + 0.04), (side * 0.475, 0.1), (side * 0.42, -0.24), (side * 0.22, -0.46), (part, -0.56)])
        strands(c, f, [[(part, -0.7), (s * 0.3, -0.56), (s * 0.49, -0.2), (s * 0.54, 0.3)] for s in (-1, 1)])
    elif style == "bob":
        side = rng.choice((-1, 1))
        mass(c, f, [(-0.57, 0.4), (-0.6, -0.05), (-0.53, -0.46), (-0.3, -0.74), (0.2, -0.77), (0.5, -0.52), (0.6, -0.05), (0.57, 0.4), (0.47, 0.36), (0.455, -0.06), (0.36, -0.3), (side * 0.24, -0.42), (side * -0.1, -0.36), (-0.38, -0.26), (-0.455, -0.06), (-0.47, 0.36)])
        strands(c, f, [[(side * 0.2, -0.72), (0.0, -0.5), (-side * 0.36, -0.3)], [(side * 0.24, -0.7), (side * 0.46, -0.4), (side * 0.54, 0.1)]])
    elif style in ("bun", "ponytail"):
        mass(c, f, [*CAP, (0.43, -0.24), (0.3, -0.45), (0.0, -0.52), (-0.3, -0.45), (-0.43, -0.24)])
        strands(c, f, [[(u, -0.48), (u * 0.6, -0.64), (u * 0.2, -0.75)] for u in (-0.34, -0.17, 0.0, 0.17, 0.34)])
    elif style == "afro":
        mass(c, f, [(-0.5, -0.1), (-0.52, -0.4), (-0.3, -0.66), (0.3, -0.66), (0.52, -0.4), (0.5, -0.1), (0.43, -0.18), (0.34, -0.4), (0.0, -0.46), (-0.34, -0.4), (-0.43, -0.18)])
    elif style in ("curls", "curly_top"):
        spots = [(-0.48 + 0.96 * i / 8, -0.5 - 0.15 * math.sin(math.pi * i / 8) + rng.uniform(-0.03, 0.03), rng.uniform(0.12, 0.155)) for i in range(9)]
        spots += [(-0.36 + 0.72 * i / 5, -0.64 - 0.05 * math.sin(math.pi * i / 5), 0.14) for i in range(6)]
        if style == "curls":
            spots += [(s * 0.49, -0.26 + 0.14 * k, 0.1) for s in (-1, 1) for k in range(3)]
        else:
            for side in (-1, 1):
                c.grain(smooth(f.path([(side * 0.48, -0.5), (side * 0.4, -0.3), (side * 0.43, 0.04), (side * 0.49, -0.02)]), steps=4), hair, f.at(side * 0.34, 0), f.at(side * 0.47, 0), 1.0)
        blobs(c, f, spots)
    elif style == "locs":
        mass(c, f, [*CAP, (0.42, -0.26), (0.26, -0.44), (0, -0.48), (-0.26, -0.44), (-0.42, -0.26)])
        for i in range(9):
            u = -0.4 + 0.8 * i / 8
            c.limb(f.at(u * 0.5, -0.74), f.at(u * 1.1, -0.42 - 0.06 * math.cos(u * 4)), 30, 26, hair if i % 2 else dark)
        for side in (-1, 1):
            for k in range(3):
                c.limb(f.at(side * (0.46 + 0.05 * k), -0.36), f.at(side * (0.5 + 0.06 * k), 0.5 + 0.05 * k), 34, 24, hair if k % 2 else mix(hair, dark, 0.5))
    elif style == "swept":
        mass(c, f, [(-0.48, -0.06), (-0.5, -0.4), (-0.36, -0.74), (0.0, -0.9), (0.38, -0.82), (0.54, -0.5), (0.48, -0.06), (0.44, -0.2), (0.4, -0.4), (0.1, -0.46), (-0.24, -0.5), (-0.42, -0.36), (-0.44, -0.2)])
        strands(c, f, [[(-0.4, -0.42), (-0.1, -0.66), (0.3, -0.72)], [(-0.26, -0.5), (0.06, -0.64), (0.4, -0.6)]], 4)
    elif style == "parted":
        side = rng.choice((-1, 1))
        mass(c, f, [(-0.48, -0.02), (-0.5, -0.4), (-0.38, -0.66), (-0.1, -0.8), (0.2, -0.8), (0.44, -0.64), (0.52, -0.36), (0.48, -0.02), (0.43, -0.18), (0.38, -0.4), (side * 0.26, -0.5), (side * -0.12, -0.4), (-0.36, -0.36), (-0.43, -0.18)])
        strands(c, f, [[(side * 0.26, -0.52), (side * 0.22, -0.66), (side * 0.1, -0.77)], [(side * 0.2, -0.6), (0, -0.5), (side * -0.3, -0.42)]], 4)
    else:
        low = -0.42 if style == "short" else -0.46
        mass(c, f, [(-0.475, -0.04), (-0.495, -0.38), (-0.38, -0.64), (-0.14, -0.76), (0.14, -0.76), (0.38, -0.64), (0.495, -0.38), (0.475, -0.04), (0.435, -0.16), (0.4, -0.36), (0.2, low - 0.02), (0.0, low + 0.02), (-0.2, low - 0.03), (-0.4, -0.36), (-0.435, -0.16)])
        if style == "short":
            strands(c, f, [[(u, -0.45), (u * 0.9 + 0.05, -0.6), (u * 0.7 + 0.06, -0.7)] for u in (-0.3, -0.1, 0.1, 0.3)])


def beard(c: Canvas, f: Face) -> None:
    """A trimmed beard, full or stubble."""
    rng, p = c.rng, c.p
    _, hair, dark = tones(c, f)
    full = rng.random() < 0.6
    j = f.jaw
    depth = 0.74 if full else 0.69
    shape = smooth(f.path([(-0.455, -0.02), (-0.43 * j, 0.28), (-0.32 * j, 0.54), (-0.14 * j, depth), (0.14 * j, depth), (0.32 * j, 0.54), (0.43 * j, 0.28), (0.455, -0.02), (0.4 * j, 0.2), (0.24, 0.33),
                           (0.1, 0.3), (0, 0.315), (-0.1, 0.3), (-0.24, 0.33), (-0.4 * j, 0.2)]), steps=6)
    if full:
        c.shape(shape, mix(hair, f.skin, 0.1))
        c.grain(shape, dark, f.at(-0.05, 0.4), f.at(0.5, 0.5), 0.9)
        c.grain(shape, mix(hair, p.light, 0.25), f.at(-0.15, 0.4), f.at(-0.5, 0.3), 0.6)
        c.shape(smooth(f.path([(-0.15, 0.385), (0, 0.37), (0.15, 0.385), (0.1, 0.47), (0, 0.48), (-0.1, 0.47)]), steps=5), mix(f.skin, hair, 0.35))
    else:
        c.grain(shape, mix(hair, f.skin, 0.25), f.at(0, 0.0), f.at(0, 0.55), 0.75, 0.0)

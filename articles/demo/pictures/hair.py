"""Hair, beards and headscarves for portraits; every style is painted behind the head and before it."""

from __future__ import annotations

import math

from .canvas import Canvas
from .faces import Face
from .hair_shapes import BACK, FRONT, SCARF_EDGE, SCARF_FACE, SCARF_FOLD, STRANDS, Outline, beard_outline, lock
from .outlines import Point, arc, smooth
from .palettes import Color, mix


def _tones(c: Canvas, f: Face) -> tuple[Color, Color, Color]:
    """Hair in light, as it is, and in shadow."""
    return mix(f.hair, c.p.light, 0.24), f.hair, mix(f.hair, c.p.ink, 0.42)


def _mass(c: Canvas, f: Face, points: Outline) -> None:
    """A body of hair with light on one side and shadow on the other."""
    light, hair, dark = _tones(c, f)
    shape = smooth(f.path(points), steps=7)
    c.shape(shape, hair)
    c.grain(shape, dark, f.at(-0.05, 0), f.at(0.62, 0.25), 0.85)
    c.grain(shape, light, f.at(-0.12, -0.3), f.at(-0.55, -0.62), 0.8)


def _strands(c: Canvas, f: Face, lines: list[Outline], width: float = 3.4) -> None:
    _, _, dark = _tones(c, f)
    for line in lines:
        c.line(smooth(f.path(line), False, 6), dark, width, 0.55)


def _flip(points: Outline, side: int) -> Outline:
    return [(side * u, v) for u, v in points]


def _blobs(c: Canvas, f: Face, spots: list[tuple[float, float, float]]) -> None:
    """Curls: overlapping discs, the lit ones last."""
    light, hair, dark = _tones(c, f)
    for u, v, r in spots:
        c.disc(*f.at(u, v), r * f.s, dark)
    for u, v, share in spots:
        x, y = f.at(u - 0.012, v - 0.014)
        r = share * f.s
        c.disc(x, y, r * 0.86, hair)
        if u < 0.06:
            c.grain(arc(x, y, r * 0.8, r * 0.8, 0, 360, 16), light, (x + r * 0.3, y + r * 0.4), (x - r, y - r), 0.8)
        else:
            c.grain(arc(x, y, r * 0.86, r * 0.86, 0, 360, 16), dark, (x, y), (x + r * 1.2, y + r), 0.8)


def back_hair(c: Canvas, f: Face, top: Color) -> None:
    """What falls behind the neck and shoulders."""
    if f.style == "scarf":
        c.shape(smooth(f.path(BACK["scarf"]), steps=7), c.p.shade(_scarf_tone(c, top), 0.3))
    elif f.style in BACK:
        _mass(c, f, BACK[f.style])
    elif f.style == "bun":
        _bun(c, f)
    elif f.style == "curls":
        _curls_behind(c, f)
    elif f.style == "afro":
        _afro(c, f)


def _bun(c: Canvas, f: Face) -> None:
    light, hair, dark = _tones(c, f)
    x, y = f.at(0.0, -0.84)
    r = 0.23 * f.s
    ring = arc(x, y, r, r, 0, 360, 30)
    c.shape(ring, hair)
    c.grain(ring, dark, (x, y), (x + r * 1.1, y + r * 0.4), 0.9)
    c.grain(ring, light, (x, y), (x - r * 1.1, y - r), 0.8)
    c.line(arc(x, y, r * 0.6, r * 0.56, 200, 420, 12), dark, 4, 0.6)


def _curls_behind(c: Canvas, f: Face) -> None:
    rng = c.rng
    spots = []
    for i in range(26):
        a = math.pi * (0.80 + 1.40 * i / 25)
        u, v = 0.57 * math.cos(a) * rng.uniform(0.95, 1.1), -0.16 + 0.60 * math.sin(a) * rng.uniform(0.92, 1.08)
        spots.append((u, v, rng.uniform(0.14, 0.18)))
    for side in (-1, 1):
        spots += [(side * rng.uniform(0.48, 0.6), 0.1 + 0.13 * k, rng.uniform(0.13, 0.17)) for k in range(3)]
    _blobs(c, f, spots)


def _afro(c: Canvas, f: Face) -> None:
    rng = c.rng
    light, hair, dark = _tones(c, f)
    x, y = f.at(0, -0.34)
    r = 0.76 * f.s
    rim: list[Point] = []
    for i in range(34):
        a, wobble = i / 17 * math.pi, rng.uniform(0.97, 1.03)
        rim.append((x + r * math.cos(a) * wobble, y + r * 0.88 * math.sin(a) * wobble))
    ball = smooth(rim, steps=4)
    c.shape(ball, hair)
    c.grain(ball, dark, (x - 20, y), (x + r * 1.1, y + r * 0.5), 0.95)
    c.grain(ball, light, (x - r * 0.2, y - r * 0.2), (x - r, y - r), 0.9, 0.0)


def _scarf_tone(c: Canvas, top: Color) -> Color:
    p = c.p
    return next(tone for tone in (p.second, p.accent, p.leaf, p.near) if tone != top)


def front_hair(c: Canvas, f: Face, top: Color) -> None:
    """What lies on the head and falls over the brow."""
    if f.style == "bald":
        _bald(c, f)
    elif f.style == "scarf":
        _scarf(c, f, _scarf_tone(c, top))
    elif f.style in ("long", "waves"):
        part = c.rng.choice((-0.12, 0.0, 0.12))
        for side in (-1, 1):
            _mass(c, f, lock(side, part, 0.42 if f.style == "waves" else 0.62))
        lines = [[(part, -0.7), (side * 0.3, -0.56), (side * 0.49, -0.2), (side * 0.54, 0.3)] for side in (-1, 1)]
        _strands(c, f, lines)
    elif f.style in ("curls", "curly_top"):
        _curls_above(c, f)
    else:
        side = c.rng.choice((-1, 1)) if f.style in ("bob", "parted") else 1
        _mass(c, f, _flip(FRONT[f.style], side))
        _strands(c, f, [_flip(line, side) for line in STRANDS.get(f.style, [])])


def _bald(c: Canvas, f: Face) -> None:
    c.oval(*f.at(-0.2, -0.45), 46, 26, mix(f.skin, c.p.light, 0.55), 0.4)
    for side in (-1, 1):
        temple = smooth(f.path(_flip([(0.47, -0.3), (0.40, -0.14), (0.44, 0.04), (0.48, 0.0)], side)), steps=4)
        c.grain(temple, f.hair, f.at(side * 0.36, 0), f.at(side * 0.5, 0), 0.8)


def _curls_above(c: Canvas, f: Face) -> None:
    rng = c.rng
    spots = []
    for i in range(9):
        lift = 0.15 * math.sin(math.pi * i / 8) + rng.uniform(-0.03, 0.03)
        spots.append((-0.48 + 0.96 * i / 8, -0.5 - lift, rng.uniform(0.12, 0.155)))
    spots += [(-0.36 + 0.72 * i / 5, -0.64 - 0.05 * math.sin(math.pi * i / 5), 0.14) for i in range(6)]
    for side in (-1, 1):
        if f.style == "curls":
            spots += [(side * 0.49, -0.26 + 0.14 * k, 0.1) for k in range(3)]
        else:
            temple = smooth(f.path(_flip([(0.48, -0.5), (0.4, -0.3), (0.43, 0.04), (0.49, -0.02)], side)), steps=4)
            c.grain(temple, f.hair, f.at(side * 0.34, 0), f.at(side * 0.47, 0), 1.0)
    _blobs(c, f, spots)


def _scarf(c: Canvas, f: Face, tone: Color) -> None:
    """A headscarf: the cloth round the face, and a fold over the shoulders."""
    p = c.p
    outer, inner = smooth(f.path(SCARF_EDGE), steps=7), smooth(f.path(SCARF_FACE), steps=7)
    ring = [*outer, outer[0], inner[0], *inner[::-1]]
    c.shape(ring, tone)
    c.grain(ring, p.shade(tone, 0.55), f.at(0.0, 0), f.at(0.7, 0.3), 0.9)
    c.grain(ring, p.lift(tone, 0.5), f.at(-0.2, -0.3), f.at(-0.6, -0.7), 0.7)
    c.line([*inner, inner[0]], p.shade(tone, 0.3), 6)
    fold = smooth(f.path(SCARF_FOLD), steps=6)
    c.shape(fold, p.lift(tone, 0.1))
    c.grain(fold, p.shade(tone, 0.55), f.at(-0.1, 0.7), f.at(0.7, 1.0), 0.9)
    for k in range(3):
        crease = [(-0.46, 0.56 + 0.08 * k), (0, 0.86 + 0.07 * k), (0.5, 0.74 + 0.06 * k)]
        c.line(smooth(f.path(crease), False, 6), p.shade(tone, 0.35), 3, 0.7)


def beard(c: Canvas, f: Face) -> None:
    """A trimmed beard, full or stubble."""
    _, hair, dark = _tones(c, f)
    full = c.rng.random() < 0.6
    shape = smooth(f.path(beard_outline(f.jaw, 0.74 if full else 0.69)), steps=6)
    if not full:
        c.grain(shape, mix(hair, f.skin, 0.25), f.at(0, 0.0), f.at(0, 0.55), 0.75, 0.0)
        return
    c.shape(shape, mix(hair, f.skin, 0.1))
    c.grain(shape, dark, f.at(-0.05, 0.4), f.at(0.5, 0.5), 0.9)
    c.grain(shape, mix(hair, c.p.light, 0.25), f.at(-0.15, 0.4), f.at(-0.5, 0.3), 0.6)
    mouth = [(-0.15, 0.385), (0, 0.37), (0.15, 0.385), (0.1, 0.47), (0, 0.48), (-0.1, 0.47)]
    c.shape(smooth(f.path(mouth), steps=5), mix(f.skin, hair, 0.35))

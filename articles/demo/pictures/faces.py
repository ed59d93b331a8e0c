"""Faces for portraits: the planes of the head, and quiet features."""

from __future__ import annotations

from dataclasses import dataclass

from .canvas import Canvas
from .outlines import Point, arc, smooth
from .palettes import Color, mix


@dataclass(frozen=True)
class Face:
    """Proportions and colours of one sitter; x and y are the middle of the face, s the scale."""

    x: float
    y: float
    s: float
    skin: Color
    hair: Color
    style: str
    jaw: float
    long: float
    old: bool
    her: bool

    def at(self, u: float, v: float) -> Point:
        """A point in face units: u to the right, v down."""
        return self.x + u * self.s, self.y + v * self.s * self.long

    def path(self, points: list[Point]) -> list[Point]:
        """Points in face units."""
        return [self.at(u, v) for u, v in points]


def _outline(f: Face) -> list[Point]:
    j = f.jaw
    return smooth(
        f.path(
            [
                (0, -0.62),
                (-0.30, -0.56),
                (-0.455, -0.30),
                (-0.46, 0.02),
                (-0.43 * j, 0.28),
                (-0.31 * j, 0.52),
                (-0.13 * j, 0.655),
                (0, 0.675),
                (0.13 * j, 0.655),
                (0.31 * j, 0.52),
                (0.43 * j, 0.28),
                (0.46, 0.02),
                (0.455, -0.30),
                (0.30, -0.56),
            ]
        ),
        steps=7,
    )


def head(c: Canvas, f: Face) -> None:
    """Ears, face and the plane of shadow on its far side."""
    p = c.p
    dark = mix(f.skin, p.ink, 0.17)
    for side in (-1, 1):
        ear = smooth(
            f.path(
                [
                    (side * 0.44, -0.1),
                    (side * 0.53, -0.13),
                    (side * 0.555, -0.02),
                    (side * 0.51, 0.13),
                    (side * 0.44, 0.16),
                ]
            ),
            steps=5,
        )
        c.shape(ear, f.skin if side < 0 else dark)
        c.line(f.path([(side * 0.50, -0.07), (side * 0.515, 0.0), (side * 0.48, 0.07)]), mix(f.skin, p.ink, 0.3), 4)
    outline = _outline(f)
    c.shape(outline, f.skin)
    with c.clip(outline):
        plane = f.path(
            [
                (0.06, -0.75),
                (0.10, -0.4),
                (0.055, -0.17),
                (0.075, 0.02),
                (0.115, 0.17),
                (0.05, 0.225),
                (0.04, 0.30),
                (0.075, 0.40),
                (0.03, 0.5),
                (0.07, 0.75),
                (0.7, 0.75),
                (0.7, -0.75),
            ]
        )
        c.shape(smooth(plane[:10], False, 4) + plane[10:], dark)
        c.grain(outline, mix(f.skin, p.ink, 0.34), f.at(0.16, 0), f.at(0.62, 0.12), 0.85)
        c.grain(outline, mix(f.skin, p.light, 0.45), f.at(-0.22, -0.1), f.at(-0.6, -0.3), 0.6)
        warm = mix(f.skin, p.accent, 0.4)
        for side in (-1, 1):
            cx, cy = f.at(side * 0.27, 0.2)
            c.glow(cx, cy, 62, 50, warm if side < 0 else mix(dark, p.accent, 0.3), 0.5)


def features(c: Canvas, f: Face) -> None:
    """Brows, eyes, nose and mouth, all quiet."""
    p, rng = c.p, c.rng
    line = mix(f.skin, p.ink, 0.62)
    dark = mix(f.skin, p.ink, 0.34)
    iris = rng.choice(
        ((58, 42, 36), (70, 50, 40), (92, 70, 44), (82, 100, 96), (74, 92, 116))[: 2 if sum(f.skin) < 430 else 5]
    )
    smile = rng.uniform(0.0, 0.03)
    open_ = rng.uniform(0.9, 1.1)
    for side in (-1, 1):
        shade = 0.0 if side < 0 else 0.16
        eye = [
            f.at(side * 0.105, -0.055),
            f.at(side * 0.19, -0.055 - 0.052 * open_),
            f.at(side * 0.29, -0.058),
            f.at(side * 0.19, -0.055 + 0.030 * open_),
        ]
        almond = smooth(eye, steps=6)
        c.shape(almond, mix(mix((250, 246, 238), f.skin, 0.22), p.ink, shade))
        with c.clip(almond):
            ix, iy = f.at(side * 0.196 - 0.008, -0.068)
            c.disc(ix, iy, 15.5, iris)
            c.disc(ix, iy, 7, (24, 20, 22))
            c.disc(ix - 5, iy - 5, 3.4, (250, 248, 242))
        lid = smooth([f.at(side * 0.098, -0.05), eye[1], f.at(side * 0.302, -0.066)], False, 7)
        c.line(lid, mix(line, p.ink, 0.4), 7 if f.her else 6)
        if f.her:
            c.line([f.at(side * 0.29, -0.068), f.at(side * 0.322, -0.09)], mix(line, p.ink, 0.4), 5)
        c.line(
            smooth([f.at(side * 0.105, -0.1), f.at(side * 0.19, -0.142), f.at(side * 0.292, -0.105)], False, 6),
            dark,
            3,
            0.7,
        )
        thick = 0.018 if f.her else 0.026
        brow = [
            f.at(side * 0.085, -0.185 + thick),
            f.at(side * 0.2, -0.226),
            f.at(side * 0.335, -0.178),
            f.at(side * 0.2, -0.226 + thick * 2.1),
        ]
        hair = f.hair if f.style not in ("bald", "scarf") or f.old else mix(f.hair, p.ink, 0.2)
        c.shape(smooth(brow, steps=5), mix(hair, f.skin, 0.12))
        if f.old:
            c.line(
                smooth([f.at(side * 0.11, 0.015), f.at(side * 0.2, 0.045), f.at(side * 0.29, 0.01)], False, 5),
                dark,
                2.6,
                0.55,
            )
            c.line(
                smooth([f.at(side * 0.17, 0.23), f.at(side * 0.215, 0.33), f.at(side * 0.2, 0.4)], False, 5),
                dark,
                3,
                0.6,
            )
    nose = smooth(f.path([(0.0, -0.08), (0.045, 0.06), (0.105, 0.185), (0.06, 0.225), (0.0, 0.21)]), steps=5)
    c.grain(nose, dark, f.at(-0.02, 0.0), f.at(0.12, 0.1), 0.75)
    c.line(
        smooth(
            f.path(
                [
                    (-0.085, 0.185),
                    (-0.062, 0.222),
                    (-0.02, 0.218),
                    (0.0, 0.236),
                    (0.03, 0.218),
                    (0.075, 0.222),
                    (0.096, 0.186),
                ]
            ),
            False,
            5,
        ),
        mix(f.skin, p.ink, 0.45),
        4.4,
    )
    c.oval(*f.at(-0.022, 0.14), 9, 22, mix(f.skin, p.light, 0.5), 0.45)
    lip = mix(f.skin, p.accent, 0.45 if f.her else 0.24)
    wide = 0.165 if f.her else 0.172
    upper = smooth(
        f.path(
            [
                (-wide, 0.395 - smile),
                (-0.06, 0.358),
                (0, 0.372),
                (0.06, 0.358),
                (wide, 0.395 - smile),
                (0.05, 0.402),
                (0, 0.408),
                (-0.05, 0.402),
            ]
        ),
        steps=5,
    )
    lower = smooth(
        f.path(
            [
                (-wide * 0.94, 0.398 - smile),
                (0, 0.41),
                (wide * 0.94, 0.398 - smile),
                (0.07, 0.452),
                (0, 0.462),
                (-0.07, 0.452),
            ]
        ),
        steps=5,
    )
    c.shape(lower, mix(lip, f.skin, 0.2))
    c.shape(upper, mix(lip, p.ink, 0.2))
    c.line(
        smooth(
            f.path(
                [
                    (-wide - 0.012, 0.394 - smile * 1.5),
                    (-0.06, 0.402),
                    (0, 0.41),
                    (0.06, 0.402),
                    (wide + 0.012, 0.394 - smile * 1.5),
                ]
            ),
            False,
            6,
        ),
        mix(lip, p.ink, 0.55),
        4,
    )
    c.line(smooth(f.path([(-0.07, 0.495), (0, 0.508), (0.07, 0.495)]), False, 5), dark, 4, 0.5)
    if f.her and rng.random() < 0.5 and f.style != "scarf":
        for side in (-1, 1):
            c.disc(*f.at(side * 0.5, 0.19), 11, p.second)


def glasses(c: Canvas, f: Face) -> None:
    """Round or square spectacles."""
    p, rng = c.p, c.rng
    tone = rng.choice((p.ink, p.shade(p.wood, 0.3), p.ink))
    round_ = rng.random() < 0.5
    for side in (-1, 1):
        x, y = f.at(side * 0.2, -0.05)
        rx, ry = (50, 46) if round_ else (54, 38)
        rim = (
            arc(x, y, rx, ry, 0, 360, 36)
            if round_
            else smooth([(x - rx, y - ry), (x + rx, y - ry), (x + rx * 0.9, y + ry), (x - rx * 0.9, y + ry)], steps=3)
        )
        c.shape(rim, p.paper, 0.12)
        c.line([*rim, rim[0]], tone, 7)
        c.line([(x + side * rx, y - 6), f.at(side * 0.47, -0.07)], tone, 6)
    c.line(smooth([f.at(-0.035, -0.06), f.at(0, -0.085), f.at(0.035, -0.06)], False, 5), tone, 7)

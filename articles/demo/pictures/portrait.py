"""A portrait: head and shoulders in flat planes, lit from one side."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .canvas import Canvas, Point, arc, box, smooth
from .hair import back_hair, beard, front_hair
from .land import crown
from .palettes import Color, mix

SKINS: tuple[tuple[int, int, int], ...] = (
    (246, 211, 184), (238, 194, 160), (224, 172, 132), (201, 146, 104), (172, 116, 78), (138, 90, 60), (104, 66, 46), (80, 52, 40),
)
HAIRS: tuple[tuple[int, int, int], ...] = (
    (30, 26, 30), (48, 36, 34), (78, 52, 38), (120, 78, 46), (186, 138, 78), (160, 76, 44), (150, 148, 150), (206, 202, 196),
)
HER = ("bob", "long", "bun", "curls", "afro", "crop", "ponytail", "scarf", "waves")
HIM = ("short", "parted", "crop", "bald", "curly_top", "swept", "afro", "locs")


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


def portrait(c: Canvas) -> None:
    """One sitter against a simple ground; an even seed draws a woman, an odd seed a man."""
    p, rng, w = c.p, c.rng, c.w
    her = c.seed % 2 == 0
    tone = rng.randrange(len(SKINS))
    old = rng.random() < 0.3
    if old:
        hair = rng.choice(HAIRS[6:])
    elif tone >= 4:
        hair = rng.choice(HAIRS[:3])
    else:
        hair = rng.choice(HAIRS[:6])
    ambient = mix(p.haze, p.near, 0.4)
    tinge = 0.24 if p.name == "night" else 0.13 if p.dark else 0.05
    style = rng.choice(HER if her else HIM)
    if style in ("afro", "locs") and tone < 3:
        style = "curls" if her else "curly_top"
    x = w / 2 + (rng.choice((-1, 1)) * w * 0.1 if w > 1200 else 0)
    face = Face(x, 425, 290, mix(SKINS[tone], ambient, tinge), mix(hair, p.ink, 0.18), style,
                rng.uniform(0.9, 1.0) if her else rng.uniform(1.0, 1.14), rng.uniform(0.97, 1.06), old, her)
    top = rng.choice((p.accent, p.near, p.second, p.leaf, p.ink, p.mid, p.paper))
    _ground(c, face, top)
    back_hair(c, face, top)
    _shoulders(c, face, top)
    _head(c, face)
    if not her and style != "crop" and rng.random() < 0.5 or (style == "bald" and rng.random() < 0.6):
        beard(c, face)
    _features(c, face)
    front_hair(c, face, top)
    if rng.random() < 0.34:
        _glasses(c, face)


def _ground(c: Canvas, f: Face, top: Color) -> None:
    """A plain ground with one large shape behind the head."""
    p, rng, w = c.p, c.rng, c.w
    tones = [mix(p.sky[1], p.haze, 0.4), mix(p.wall, p.haze, 0.3), mix(p.leaf, p.haze, 0.5), mix(p.second, p.haze, 0.35), mix(p.mid, p.haze, 0.45)]
    ground = rng.choice([t for t in tones if math.dist(t, top) > 70 and math.dist(t, f.skin) > 60] or tones)
    c.rect(0, 0, w, 1000, ground)
    c.grain(box(0, 0, w, 1000), p.shade(ground, 0.4), (w * 0.2, 100), (w * 0.95, 1050), 0.8)
    shape = mix(ground, p.sun if not p.dark else p.sky[2], 0.5)
    kind = rng.randrange(5)
    if kind == 0:
        c.disc(f.x, 430, 380, shape)
        c.grain(arc(f.x, 430, 380, 380, 0, 360, 60), ground, (f.x - 100, 200), (f.x + 300, 850), 0.8)
    elif kind == 1:
        arch = [(f.x - 340, 1000), *arc(f.x, 420, 340, 340, 180, 360, 40), (f.x + 340, 1000)]
        c.shape(arch, shape)
        c.grain(arch, ground, (f.x, 300), (f.x + 160, 1050), 0.85)
    elif kind == 2:
        for i in range(9):
            a = f.x - 700 + 180 * i
            c.grain([(a, 0), (a + 78, 0), (a - 180, 1000), (a - 258, 1000)], shape, (a, 1100), (a + 200, -200), 0.9, 0.5)
    elif kind == 3:
        for i in range(16):
            side = -1 if i % 2 else 1
            lx, ly = f.x + side * rng.uniform(280, 640), rng.uniform(80, 900)
            turn, size = rng.uniform(-0.9, 0.9), rng.uniform(110, 230)
            tip = (lx + size * math.sin(turn), ly - size * math.cos(turn))
            mx, my = (lx + tip[0]) / 2, (ly + tip[1]) / 2
            nx, ny = (tip[1] - ly) * 0.2, -(tip[0] - lx) * 0.2
            leaf = smooth([(lx, ly), (mx + nx, my + ny), tip, (mx - nx, my - ny)], steps=6)
            tint = mix(p.leaf, ground, rng.uniform(0.25, 0.65))
            c.shape(leaf, tint)
            c.line([(lx, ly), tip], p.lift(tint, 0.3), 2.5)
    else:
        c.shape(crown(c, f.x + rng.uniform(-90, 90), 470, 430, 360, 8), shape)
        c.shape(crown(c, f.x + rng.uniform(-200, 200), 620, 330, 260, 7), mix(shape, p.second, 0.25), 0.6)


def _shoulders(c: Canvas, f: Face, top: Color) -> None:
    """Neck and clothes."""
    p, rng = c.p, c.rng
    wide = 345 if f.her else 405
    y = f.y + 318
    shade = p.shade(top, 0.45)
    body = smooth([(f.x - wide, 1020), (f.x - wide * 0.98, y + 210), (f.x - wide * 0.86, y + 112), (f.x - wide * 0.5, y + 56), (f.x - 96, y), (f.x + 96, y),
                   (f.x + wide * 0.5, y + 56), (f.x + wide * 0.86, y + 112), (f.x + wide * 0.98, y + 210), (f.x + wide, 1020)], False, 6)
    neck_wide = 84 if f.her else 106
    dark = mix(f.skin, p.ink, 0.28)
    kind = rng.choice(("crew", "blazer", "roll", "shirt", "blazer", "crew"))
    c.shape(body, top)
    neck = [(f.x - neck_wide, f.y + 150), (f.x + neck_wide, f.y + 150), (f.x + neck_wide * 1.02, y - 20), (f.x + neck_wide * 1.5, y + 34), (f.x, y + 110), (f.x - neck_wide * 1.5, y + 34), (f.x - neck_wide * 1.02, y - 20)]
    neck_line = smooth(neck[2:], False, 5)
    c.shape([*neck[:2], *neck_line], f.skin)
    c.shape([(f.x - neck_wide, f.y + 150), (f.x + neck_wide, f.y + 150), (f.x + neck_wide * 1.02, y - 8), (f.x - neck_wide * 0.2, f.y + 318), (f.x - neck_wide, f.y + 262)], dark)
    c.grain([(f.x, f.y + 150), (f.x + neck_wide, f.y + 150), (f.x + neck_wide * 1.5, y + 34), (f.x, y + 110)], dark, (f.x - 30, 0), (f.x + neck_wide * 1.3, 0), 0.8)
    if kind == "crew":
        c.line(smooth([(f.x - neck_wide * 1.5, y + 28), (f.x - 60, y + 92), (f.x, y + 108), (f.x + 60, y + 92), (f.x + neck_wide * 1.5, y + 28)], False, 6), p.shade(top, 0.22), 22)
    elif kind == "roll":
        roll = smooth([(f.x - neck_wide * 1.12, y - 70), (f.x, y - 44), (f.x + neck_wide * 1.12, y - 70), (f.x + neck_wide * 1.42, y + 40), (f.x, y + 92), (f.x - neck_wide * 1.42, y + 40)], steps=6)
        c.shape(roll, p.lift(top, 0.12))
        c.grain(roll, shade, (f.x - 20, 0), (f.x + neck_wide * 1.4, 0), 0.9)
        c.line(smooth([(f.x - neck_wide * 1.3, y + 4), (f.x, y + 40), (f.x + neck_wide * 1.3, y + 4)], False, 6), shade, 4)
    else:
        inner = rng.choice([t for t in (p.paper, p.second, p.haze, p.accent, p.near) if t != top])
        vee = [(f.x - neck_wide * 1.5, y + 20), (f.x, 1000), (f.x + neck_wide * 1.5, y + 20), (f.x + neck_wide * 0.7, y + 60), (f.x, y + 120), (f.x - neck_wide * 0.7, y + 60)]
        if kind == "blazer":
            c.shape(vee, inner)
            c.grain(vee, p.shade(inner, 0.4), (f.x - 40, y), (f.x + 160, y + 120), 0.8)
            for side in (-1, 1):
                lapel = [(f.x + side * neck_wide * 1.42, y + 6), (f.x + side * neck_wide * 2.2, y + 96), (f.x + side * neck_wide * 1.75, y + 128), (f.x + side * neck_wide * 1.9, y + 162), (f.x + side * 8, 1010), (f.x + side * neck_wide * 0.95, y + 80)]
                c.shape(lapel, p.lift(top, 0.14) if side < 0 else p.shade(top, 0.16))
                c.line([lapel[0], lapel[1], lapel[2], lapel[3]], shade, 3)
                c.line([lapel[0], lapel[5], lapel[4]], shade, 3)
        tone = inner if kind == "blazer" else p.lift(top, 0.2)
        for side in (-1, 1):
            collar = [(f.x + side * neck_wide * 1.0, y - 40), (f.x + side * neck_wide * 1.5, y + 16), (f.x + side * neck_wide * 0.9, y + 108), (f.x + side * 6, y + 92)]
            c.shape(collar, tone if side < 0 else p.shade(tone, 0.12))
            c.line([collar[0], collar[3], collar[2], collar[1]], p.shade(tone, 0.35), 2.5)
        if kind == "shirt":
            c.line([(f.x, y + 100), (f.x, 1000)], shade, 3)
            for k in range(2):
                c.disc(f.x + 12, y + 160 + 80 * k, 7, p.lift(top, 0.6))
        elif not f.her and rng.random() < 0.6:
            tie = rng.choice([t for t in (p.accent, p.near, p.second, p.ink) if t not in (inner, top)])
            c.shape([(f.x - 20, y + 92), (f.x + 20, y + 92), (f.x + 14, y + 126), (f.x + 32, 1000), (f.x - 32, 1000), (f.x - 14, y + 126)], tie)
            c.shape([(f.x, y + 126), (f.x + 14, y + 126), (f.x + 32, 1000), (f.x, 1000)], p.shade(tie, 0.3))
    c.grain(body, shade, (f.x + wide * 0.1, y), (f.x + wide * 1.25, y + 160), 0.9)
    c.grain(body, p.lift(top, 0.4), (f.x - wide * 0.3, y + 100), (f.x - wide * 1.2, y + 40), 0.6)


def _outline(f: Face) -> list[Point]:
    j = f.jaw
    return smooth(f.path([
        (0, -0.62), (-0.30, -0.56), (-0.455, -0.30), (-0.46, 0.02), (-0.43 * j, 0.28), (-0.31 * j, 0.52), (-0.13 * j, 0.655), (0, 0.675),
        (0.13 * j, 0.655), (0.31 * j, 0.52), (0.43 * j, 0.28), (0.46, 0.02), (0.455, -0.30), (0.30, -0.56),
    ]), steps=7)


def _head(c: Canvas, f: Face) -> None:
    """Ears, face and the plane of shadow on its far side."""
    p = c.p
    dark = mix(f.skin, p.ink, 0.17)
    for side in (-1, 1):
        ear = smooth(f.path([(side * 0.44, -0.1), (side * 0.53, -0.13), (side * 0.555, -0.02), (side * 0.51, 0.13), (side * 0.44, 0.16)]), steps=5)
        c.shape(ear, f.skin if side < 0 else dark)
        c.line(f.path([(side * 0.50, -0.07), (side * 0.515, 0.0), (side * 0.48, 0.07)]), mix(f.skin, p.ink, 0.3), 4)
    outline = _outline(f)
    c.shape(outline, f.skin)
    with c.clip(outline):
        plane = f.path([(0.06, -0.75), (0.10, -0.4), (0.055, -0.17), (0.075, 0.02), (0.115, 0.17), (0.05, 0.225), (0.04, 0.30), (0.075, 0.40), (0.03, 0.5), (0.07, 0.75), (0.7, 0.75), (0.7, -0.75)])
        c.shape(smooth(plane[:10], False, 4) + plane[10:], dark)
        c.grain(outline, mix(f.skin, p.ink, 0.34), f.at(0.16, 0), f.at(0.62, 0.12), 0.85)
        c.grain(outline, mix(f.skin, p.light, 0.45), f.at(-0.22, -0.1), f.at(-0.6, -0.3), 0.6)
        warm = mix(f.skin, p.accent, 0.4)
        for side in (-1, 1):
            cx, cy = f.at(side * 0.27, 0.2)
            c.glow(cx, cy, 62, 50, warm if side < 0 else mix(dark, p.accent, 0.3), 0.5)


def _features(c: Canvas, f: Face) -> None:
    """Brows, eyes, nose and mouth, all quiet."""
    p, rng = c.p, c.rng
    line = mix(f.skin, p.ink, 0.62)
    dark = mix(f.skin, p.ink, 0.34)
    iris = rng.choice(((58, 42, 36), (58, 42, 36), (82, 100, 96), (74, 92, 116), (92, 70, 44)))
    smile = rng.uniform(0.0, 0.03)
    open_ = rng.uniform(0.9, 1.1)
    for side in (-1, 1):
        shade = 0.0 if side < 0 else 0.16
        eye = [f.at(side * 0.105, -0.055), f.at(side * 0.19, -0.055 - 0.052 * open_), f.at(side * 0.29, -0.058), f.at(side * 0.19, -0.055 + 0.030 * open_)]
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
        c.line(smooth([f.at(side * 0.105, -0.1), f.at(side * 0.19, -0.142), f.at(side * 0.292, -0.105)], False, 6), dark, 3, 0.7)
        thick = 0.018 if f.her else 0.026
        brow = [f.at(side * 0.085, -0.185 + thick), f.at(side * 0.2, -0.226), f.at(side * 0.335, -0.178), f.at(side * 0.2, -0.226 + thick * 2.1)]
        hair = f.hair if f.style not in ("bald", "scarf") or f.old else mix(f.hair, p.ink, 0.2)
        c.shape(smooth(brow, steps=5), mix(hair, f.skin, 0.12))
        if f.old:
            c.line(smooth([f.at(side * 0.11, 0.015), f.at(side * 0.2, 0.045), f.at(side * 0.29, 0.01)], False, 5), dark, 2.6, 0.55)
            c.line(smooth([f.at(side * 0.17, 0.23), f.at(side * 0.215, 0.33), f.at(side * 0.2, 0.4)], False, 5), dark, 3, 0.6)
    nose = smooth(f.path([(0.0, -0.08), (0.045, 0.06), (0.105, 0.185), (0.06, 0.225), (0.0, 0.21)]), steps=5)
    c.grain(nose, dark, f.at(-0.02, 0.0), f.at(0.12, 0.1), 0.75)
    c.line(smooth(f.path([(-0.085, 0.185), (-0.062, 0.222), (-0.02, 0.218), (0.0, 0.236), (0.03, 0.218), (0.075, 0.222), (0.096, 0.186)]), False, 5), mix(f.skin, p.ink, 0.45), 4.4)
    c.oval(*f.at(-0.022, 0.14), 9, 22, mix(f.skin, p.light, 0.5), 0.45)
    lip = mix(f.skin, p.accent, 0.45 if f.her else 0.24)
    wide = 0.165 if f.her else 0.172
    upper = smooth(f.path([(-wide, 0.395 - smile), (-0.06, 0.358), (0, 0.372), (0.06, 0.358), (wide, 0.395 - smile), (0.05, 0.402), (0, 0.408), (-0.05, 0.402)]), steps=5)
    lower = smooth(f.path([(-wide * 0.94, 0.398 - smile), (0, 0.41), (wide * 0.94, 0.398 - smile), (0.07, 0.452), (0, 0.462), (-0.07, 0.452)]), steps=5)
    c.shape(lower, mix(lip, f.skin, 0.2))
    c.shape(upper, mix(lip, p.ink, 0.2))
    c.line(smooth(f.path([(-wide - 0.012, 0.394 - smile * 1.5), (-0.06, 0.402), (0, 0.41), (0.06, 0.402), (wide + 0.012, 0.394 - smile * 1.5)]), False, 6), mix(lip, p.ink, 0.55), 4)
    c.line(smooth(f.path([(-0.07, 0.495), (0, 0.508), (0.07, 0.495)]), False, 5), dark, 4, 0.5)
    if f.her and rng.random() < 0.5 and f.style != "scarf":
        for side in (-1, 1):
            c.disc(*f.at(side * 0.5, 0.19), 11, p.second)


def _glasses(c: Canvas, f: Face) -> None:
    """Round or square spectacles."""
    p, rng = c.p, c.rng
    tone = rng.choice((p.ink, p.shade(p.wood, 0.3), p.ink))
    round_ = rng.random() < 0.5
    for side in (-1, 1):
        x, y = f.at(side * 0.2, -0.05)
        rx, ry = (50, 46) if round_ else (54, 38)
        rim = arc(x, y, rx, ry, 0, 360, 36) if round_ else smooth([(x - rx, y - ry), (x + rx, y - ry), (x + rx * 0.9, y + ry), (x - rx * 0.9, y + ry)], steps=3)
        c.shape(rim, p.paper, 0.12)
        c.line([*rim, rim[0]], tone, 7)
        c.line([(x + side * rx, y - 6), f.at(side * 0.47, -0.07)], tone, 6)
    c.line(smooth([f.at(-0.035, -0.06), f.at(0, -0.085), f.at(0.035, -0.06)], False, 5), tone, 7)

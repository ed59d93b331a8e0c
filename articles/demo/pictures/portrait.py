"""A portrait: head and shoulders in flat planes, lit from one side."""

from __future__ import annotations

import math

from .canvas import Canvas
from .faces import Face, features, glasses, head
from .hair import back_hair, beard, front_hair
from .land import crown
from .outlines import arc, box, smooth
from .palettes import Color, mix

SKINS: tuple[tuple[int, int, int], ...] = (
    (246, 211, 184),
    (238, 194, 160),
    (224, 172, 132),
    (201, 146, 104),
    (172, 116, 78),
    (138, 90, 60),
    (104, 66, 46),
    (80, 52, 40),
)
HAIRS: tuple[tuple[int, int, int], ...] = (
    (30, 26, 30),
    (48, 36, 34),
    (78, 52, 38),
    (120, 78, 46),
    (186, 138, 78),
    (160, 76, 44),
    (150, 148, 150),
    (206, 202, 196),
)
HER = ("bob", "long", "bun", "curls", "afro", "crop", "waves", "fringe", "scarf", "waves", "bob")
HIM = ("short", "parted", "crop", "bald", "curly_top", "swept", "short")


def woman(c: Canvas) -> None:
    """Head and shoulders of a woman against a plain ground, lit from one side."""
    _sitter(c, True)


def man(c: Canvas) -> None:
    """Head and shoulders of a man against a plain ground, lit from one side."""
    _sitter(c, False)


def _sitter(c: Canvas, her: bool) -> None:
    """Choose the sitter's looks, and paint from the ground forward."""
    p, rng, w = c.p, c.rng, c.w
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
    if style == "afro" and tone < 3:
        style = "curls"
    if style == "curls" and old:
        style = "crop"
    x = w / 2 + (rng.choice((-1, 1)) * w * 0.1 if w > 1200 else 0)
    face = Face(
        x,
        440,
        318,
        mix(SKINS[tone], ambient, tinge),
        mix(hair, p.ink, 0.18),
        style,
        rng.uniform(0.9, 1.0) if her else rng.uniform(1.0, 1.14),
        rng.uniform(0.97, 1.06),
        old,
        her,
    )
    top = rng.choice((p.accent, p.near, p.second, p.leaf, p.ink, p.mid, p.paper))
    _ground(c, face, top)
    back_hair(c, face, top)
    _shoulders(c, face, top)
    head(c, face)
    if (not her and style != "crop" and rng.random() < 0.5) or (style == "bald" and rng.random() < 0.6):
        beard(c, face)
    features(c, face)
    front_hair(c, face, top)
    if rng.random() < 0.34:
        glasses(c, face)


def _ground(c: Canvas, f: Face, top: Color) -> None:
    """A plain ground with one large shape behind the head."""
    p, rng, w = c.p, c.rng, c.w
    tones = [
        mix(p.sky[1], p.haze, 0.4),
        mix(p.wall, p.haze, 0.3),
        mix(p.leaf, p.haze, 0.5),
        mix(p.second, p.haze, 0.35),
        mix(p.mid, p.haze, 0.45),
    ]
    ground = rng.choice([t for t in tones if math.dist(t, top) > 70 and math.dist(t, f.skin) > 60] or tones)
    c.rect(0, 0, w, 1000, ground)
    c.grain(box(0, 0, w, 1000), p.shade(ground, 0.4), (w * 0.2, 100), (w * 0.95, 1050), 0.8)
    shape = mix(ground, p.sun if not p.dark else p.sky[2], 0.5)
    kind = rng.randrange(5)
    if kind == 0:
        dx, dy, r = rng.choice((-1, 1)) * rng.uniform(60, 170), rng.uniform(-90, 60), rng.uniform(330, 400)
        c.disc(f.x + dx, 430 + dy, r, shape)
        c.grain(arc(f.x + dx, 430 + dy, r, r, 0, 360, 60), ground, (f.x - 100, 200), (f.x + 300, 850), 0.8)
    elif kind == 1:
        arch = [(f.x - 340, 1000), *arc(f.x, 420, 340, 340, 180, 360, 40), (f.x + 340, 1000)]
        c.shape(arch, shape)
        c.grain(arch, ground, (f.x, 300), (f.x + 160, 1050), 0.85)
    elif kind == 2:
        for i in range(9):
            a = f.x - 700 + 180 * i
            c.grain(
                [(a, 0), (a + 78, 0), (a - 180, 1000), (a - 258, 1000)], shape, (a, 1100), (a + 200, -200), 0.9, 0.5
            )
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
    wide = 372 if f.her else 436
    y = f.y + (300 if f.her else 292)
    shade = p.shade(top, 0.45)
    body = smooth(
        [
            (f.x - wide, 1020),
            (f.x - wide * 0.98, y + 210),
            (f.x - wide * 0.86, y + 112),
            (f.x - wide * 0.5, y + 56),
            (f.x - 96, y),
            (f.x + 96, y),
            (f.x + wide * 0.5, y + 56),
            (f.x + wide * 0.86, y + 112),
            (f.x + wide * 0.98, y + 210),
            (f.x + wide, 1020),
        ],
        False,
        6,
    )
    neck_wide = 90 if f.her else 116
    dark = mix(f.skin, p.ink, 0.28)
    kind = rng.choice(("crew", "blazer", "roll", "shirt", "blazer", "crew"))
    c.shape(body, top)
    neck = [
        (f.x - neck_wide, f.y + 150),
        (f.x + neck_wide, f.y + 150),
        *smooth(
            [
                (f.x + neck_wide * 1.02, y - 20),
                (f.x + neck_wide * 1.5, y + 34),
                (f.x, y + 110),
                (f.x - neck_wide * 1.5, y + 34),
                (f.x - neck_wide * 1.02, y - 20),
            ],
            False,
            5,
        ),
    ]
    c.shape(neck, f.skin)
    with c.clip(neck):
        c.shape(
            [
                (f.x - 200, f.y),
                (f.x + 200, f.y),
                (f.x + 200, y + 30),
                (f.x + neck_wide * 0.4, y + 16),
                (f.x - neck_wide * 0.5, y - 30),
                (f.x - 200, y - 70),
            ],
            dark,
        )
        c.grain(neck, mix(f.skin, p.ink, 0.4), (f.x - 20, 0), (f.x + neck_wide * 1.4, 0), 0.8)
    if kind == "crew":
        c.line(
            smooth(
                [
                    (f.x - neck_wide * 1.5, y + 28),
                    (f.x - 60, y + 92),
                    (f.x, y + 108),
                    (f.x + 60, y + 92),
                    (f.x + neck_wide * 1.5, y + 28),
                ],
                False,
                6,
            ),
            p.shade(top, 0.22),
            22,
        )
    elif kind == "roll":
        roll = smooth(
            [
                (f.x - neck_wide * 1.12, y - 70),
                (f.x, y - 44),
                (f.x + neck_wide * 1.12, y - 70),
                (f.x + neck_wide * 1.42, y + 40),
                (f.x, y + 92),
                (f.x - neck_wide * 1.42, y + 40),
            ],
            steps=6,
        )
        c.shape(roll, p.lift(top, 0.12))
        c.grain(roll, shade, (f.x - 20, 0), (f.x + neck_wide * 1.4, 0), 0.9)
        c.line(
            smooth([(f.x - neck_wide * 1.3, y + 4), (f.x, y + 40), (f.x + neck_wide * 1.3, y + 4)], False, 6), shade, 4
        )
    else:
        inner = rng.choice([t for t in (p.paper, p.second, p.haze, p.accent, p.near) if t != top])
        vee = [
            (f.x - neck_wide * 1.5, y + 20),
            (f.x, 1000),
            (f.x + neck_wide * 1.5, y + 20),
            (f.x + neck_wide * 0.7, y + 60),
            (f.x, y + 120),
            (f.x - neck_wide * 0.7, y + 60),
        ]
        if kind == "blazer":
            c.shape(vee, inner)
            c.grain(vee, p.shade(inner, 0.4), (f.x - 40, y), (f.x + 160, y + 120), 0.8)
            for side in (-1, 1):
                lapel = [
                    (f.x + side * neck_wide * 1.42, y + 6),
                    (f.x + side * neck_wide * 2.2, y + 96),
                    (f.x + side * neck_wide * 1.75, y + 128),
                    (f.x + side * neck_wide * 1.9, y + 162),
                    (f.x + side * 8, 1010),
                    (f.x + side * neck_wide * 0.95, y + 80),
                ]
                c.shape(lapel, p.lift(top, 0.14) if side < 0 else p.shade(top, 0.16))
                c.line([lapel[0], lapel[1], lapel[2], lapel[3]], shade, 3)
                c.line([lapel[0], lapel[5], lapel[4]], shade, 3)
        tone = inner if kind == "blazer" else p.lift(top, 0.2)
        for side in (-1, 1):
            collar = [
                (f.x + side * neck_wide * 1.0, y - 40),
                (f.x + side * neck_wide * 1.5, y + 16),
                (f.x + side * neck_wide * 0.9, y + 108),
                (f.x + side * 6, y + 92),
            ]
            c.shape(collar, tone if side < 0 else p.shade(tone, 0.12))
            c.line([collar[0], collar[3], collar[2], collar[1]], p.shade(tone, 0.35), 2.5)
        if kind == "shirt":
            c.line([(f.x, y + 100), (f.x, 1000)], shade, 3)
            for k in range(2):
                c.disc(f.x + 12, y + 160 + 80 * k, 7, p.lift(top, 0.6))
        elif not f.her and rng.random() < 0.6:
            tie = rng.choice([t for t in (p.accent, p.near, p.second, p.ink) if t not in (inner, top)])
            c.shape(
                [
                    (f.x - 20, y + 92),
                    (f.x + 20, y + 92),
                    (f.x + 14, y + 126),
                    (f.x + 32, 1000),
                    (f.x - 32, 1000),
                    (f.x - 14, y + 126),
                ],
                tie,
            )
            c.shape([(f.x, y + 126), (f.x + 14, y + 126), (f.x + 32, 1000), (f.x, 1000)], p.shade(tie, 0.3))
    c.grain(body, shade, (f.x + wide * 0.1, y), (f.x + wide * 1.25, y + 160), 0.9)
    c.grain(body, p.lift(top, 0.4), (f.x - wide * 0.3, y + 100), (f.x - wide * 1.2, y + 40), 0.6)

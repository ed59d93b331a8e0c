"""The hospital: a corridor, and the entrance."""

from __future__ import annotations

import itertools

from .buildings import tower_block
from .canvas import Canvas
from .frame import Eye
from .greenhouse import plant
from .land import crown, tree
from .landmarks import distant_city, street_lamp
from .looks import HAIRS, SKINS, dress
from .outlines import arc, box, smooth
from .palettes import Color, mix
from .people import person
from .sky import clouds, sky, snow, veil


def hospital(c: Canvas) -> None:
    """A long hospital corridor with windows down one side, staff moving a patient along it."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.40, 0.5), rng.uniform(470, 510), 720, 1.7)
    half, high, back = 2.7, 3.1, 26.0
    wall = mix(p.wall, p.paper, 0.4) if not p.dark else mix(p.wall, p.haze, 0.2)
    band = mix(p.green, p.mid, 0.35)
    c.shape(eye.flat(high, -half, half, 1, back), p.lift(wall, 0.3))
    for side, tone in ((-1, p.shade(wall, 0.06)), (1, p.shade(wall, 0.2))):
        c.shape(eye.side(side * half, 0, high, 0.9, back), tone)
        c.shape(eye.side(side * half, 0, 1.05, 0.9, back), mix(tone, band, 0.6))
        c.line([eye.at(side * half * 0.985, 0.95, 0.9), eye.at(side * half * 0.985, 0.95, back)], p.wood, 6)
    c.shape(eye.front(-half, half, 0, high, back), p.lift(wall, 0.6))
    c.glow(eye.x, eye.y, 320, 260, p.sun, 0.9)
    floor = mix(p.floor, wall, 0.45)
    c.shape(eye.flat(0, -half, half, 0.8, back), floor)
    c.grain(box(0, eye.y, w, 1000), p.shade(p.mid, 0.35), (0, eye.y + 100), (0, 1080), 0.7)
    edges = [1.5, 2.6, 4.4, 7.2, 11.5, 18.0]
    for z0, z1 in itertools.pairwise(edges):
        a, b = z0 + (z1 - z0) * 0.12, z1 - (z1 - z0) * 0.1
        pane = eye.side(-half, 1.15, 2.75, a, b)
        c.shape(pane, mix(p.sky[1], p.sky[2], 0.5))
        with c.clip(pane):
            c.grain(pane, p.sun, pane[1], pane[0], 0.6)
            for i in range(5):
                x, y = eye.at(-half, 1.2, a + (b - a) * (i + 0.5) / 5)
                c.shape(crown(c, x, y + 10, eye.size(0.28, z0), eye.size(0.4, z0)), mix(p.leaf, p.haze, 0.35))
        c.line([*pane, pane[0]], p.paper, max(3.0, eye.size(0.05, a)))
        mid = (a + b) / 2
        c.line([eye.at(-half, 1.15, mid), eye.at(-half, 2.75, mid)], p.paper, max(2.0, eye.size(0.04, mid)))
        light = [eye.at(-half, 0, a), eye.at(-half, 0, b), eye.at(1.1, 0, b * 0.86), eye.at(1.1, 0, a * 0.86)]
        c.shape(light, p.sun, 0.42)
        c.line([eye.at(-half, 0, mid), eye.at(1.1, 0, mid * 0.86)], floor, max(2.0, eye.size(0.05, mid)))
    for z0, tone in ((2.1, p.leaf), (3.9, p.accent), (6.8, p.near), (11.5, p.second)):
        z1 = z0 * 1.32
        c.shape(eye.side(half, 0, 2.25, z0 * 0.97, z1 * 1.02), p.lift(wall, 0.2))
        c.shape(eye.side(half * 0.998, 0, 2.18, z0, z1), p.shade(mix(p.wood, tone, 0.45), 0.05))
        c.shape(
            eye.side(half * 0.996, 1.3, 1.95, z0 + (z1 - z0) * 0.3, z0 + (z1 - z0) * 0.65), mix(p.light, p.sky[1], 0.3)
        )
        c.shape(eye.side(half * 0.99, 2.4, 2.7, z0 * 0.98, z0 * 1.12), tone)
    for z in (1.7, 2.6, 4.0, 6.2, 9.6, 15):
        c.shape(eye.flat(high - 0.02, -0.7, 0.7, z, z * 1.2), mix(p.light, p.paper, 0.5))
    coat = mix(p.paper, p.haze, 0.06) if not p.dark else mix(p.paper, p.mid, 0.2)
    for z, x in ((15.0, 0.9), (11.0, -0.8)):
        px, py = eye.at(x, 0, z)
        person(c, px, py, eye.size(1.72, z), dress(c, 0.6, hat="", bag=None), "walk", rng.choice((-1, 1)), -1)
    z, x = 5.0, rng.uniform(0.25, 0.55)
    scrubs = rng.choice((p.leaf, mix(p.water, p.sky[1], 0.3), p.accent))
    if rng.random() < 0.6:
        px, py = eye.at(x + 0.15, 0, z + 1.6)
        person(
            c,
            px,
            py,
            eye.size(1.76, z + 1.6),
            dress(c, 1, top=scrubs, legs=scrubs, hem=0.0, hat="", bag=None, scarf=None),
            "reach",
            -1,
            -1,
        )
        _bed(c, eye, x - 0.2, z)
        px, py = eye.at(x + 1.2, 0, z + 0.5)
        person(
            c,
            px,
            py,
            eye.size(1.72, z + 0.5),
            dress(c, 1, top=coat, hem=0.26, hat="", bag=None, scarf=None),
            "walk",
            -1,
            -1,
            0.5,
        )
    else:
        _wheelchair(c, eye, x - 0.3, z, scrubs)
    px, py = eye.at(-1.1, 0, 4.3)
    person(
        c,
        px,
        py,
        eye.size(1.74, 4.3),
        dress(c, 1, top=coat, hem=0.26, hat="", bag=None, scarf=None),
        "hold",
        1,
        -1,
        0.6,
    )
    plant(c, *eye.at(2.3, 0.55, 3.1), eye.size(0.95, 3.1), p.green, 0)
    pot = eye.front(2.08, 2.52, 0, 0.6, 3.1)
    c.shape([pot[0], pot[1], (pot[2][0] + 8, pot[2][1]), (pot[3][0] - 8, pot[3][1])], p.accent)
    c.grain(pot, p.ink, pot[0], pot[1], 0.6)


def _bed(c: Canvas, eye: Eye, x: float, z: float) -> None:
    """A bed on wheels, its patient propped up, coming towards the viewer."""
    p = c.p
    sheet, frame = p.paper if not p.dark else mix(p.paper, p.mid, 0.25), mix(p.near, p.mid, 0.3)
    for dx in (-0.42, 0.42):
        for zz in (z, z + 1.5):
            a, b = eye.at(x + dx, 0.06, zz), eye.at(x + dx, 0.55, zz)
            c.line([a, b], frame, max(2.0, eye.size(0.05, zz)))
            c.disc(*a, eye.size(0.07, zz), p.ink)
    head = eye.at(x, 1.2, z + 1.5)
    s = eye.size(1, z + 1.5)
    c.shape(eye.front(x - 0.46, x + 0.46, 0.5, 1.25, z + 1.6), frame)
    c.shape(smooth(eye.front(x - 0.38, x + 0.38, 0.75, 1.3, z + 1.5), steps=5), p.lift(sheet, 0.3))
    skin, hair = mix(c.rng.choice(SKINS), p.haze, 0.08), mix(c.rng.choice(HAIRS), p.ink, 0.2)
    c.oval(head[0], head[1] - s * 0.02, s * 0.135, s * 0.15, hair)
    c.oval(head[0], head[1] + s * 0.02, s * 0.105, s * 0.13, skin)
    cover = [
        eye.at(x - 0.48, 0.98, z + 1.35),
        eye.at(x + 0.48, 0.98, z + 1.35),
        eye.at(x + 0.5, 0.72, z),
        eye.at(x - 0.5, 0.72, z),
    ]
    tone = mix(p.water, p.paper, 0.3)
    c.shape(cover, tone)
    drop = eye.front(x - 0.5, x + 0.5, 0.42, 0.74, z)
    c.shape(drop, p.shade(tone, 0.25))
    c.shape([cover[0], cover[1], eye.at(x + 0.49, 0.9, z + 1.1), eye.at(x - 0.49, 0.9, z + 1.1)], sheet)
    c.line(
        [eye.at(x - 0.52, 0.62, z), eye.at(x - 0.52, 0.9, z), eye.at(x + 0.52, 0.9, z), eye.at(x + 0.52, 0.62, z)],
        frame,
        max(3.0, eye.size(0.05, z)),
    )


def _wheelchair(c: Canvas, eye: Eye, x: float, z: float, scrubs: Color) -> None:
    """A nurse pushing somebody in a wheelchair, seen from the side."""
    p = c.p
    px, py = eye.at(x, 0, z)
    h = eye.size(1.74, z)
    person(
        c,
        px + h * 0.42,
        py,
        h,
        dress(c, 1, top=scrubs, legs=scrubs, hem=0.0, hat="", bag=None, scarf=None),
        "reach",
        -1,
        -1,
        0.5,
    )
    c.line(
        [
            (px + h * 0.16, py - h * 0.56),
            (px + h * 0.08, py - h * 0.54),
            (px + h * 0.06, py - h * 0.24),
            (px - h * 0.2, py - h * 0.24),
            (px - h * 0.26, py - h * 0.05),
        ],
        p.ink,
        h * 0.022,
    )
    person(c, px + h * 0.02, py - h * 0.03, h * 0.95, dress(c, 1.0, hat="", hem=0.0, bag=None), "sit", -1, -1)
    c.line(arc(px + h * 0.05, py - h * 0.17, h * 0.17, h * 0.17, 0, 360, 36), p.ink, h * 0.022)
    c.disc(px + h * 0.05, py - h * 0.17, h * 0.03, p.second)
    c.disc(px - h * 0.24, py - h * 0.045, h * 0.045, p.ink)


def hospital_entrance(c: Canvas) -> None:
    """A hospital entrance with a tram stop outside, one figure leaving with a bag."""
    p, rng, w = c.p, c.rng, c.w
    base = rng.uniform(720, 745)
    sx = w * rng.uniform(0.1, 0.2)
    sky(c, base, (sx, base - rng.uniform(240, 420), rng.uniform(46, 64)))
    clouds(c, 50, 330, 0.8)
    distant_city(c, -20, w * 0.5, base - 30, 180, p.depth(0.2))
    for i in range(5):
        tower_block(c, w * (0.02 + 0.07 * i), base, 110, rng.uniform(130, 240), p.depth(0.32), -1, 0.6)
    veil(c, base - 220, base + 20, 0.5)
    x0, x1 = w * 0.34, w + 20
    wall = mix(p.wall, p.paper, 0.45) if not p.dark else mix(p.wall, p.haze, 0.3)
    for a, b, tall, tone in ((w * 0.62, x1, 560, p.shade(wall, 0.14)), (x0, w * 0.76, 400, wall)):
        c.rect(a, base - tall, b, base, tone)
        c.grain(box(a, base - tall, b, base), p.shade(tone, 0.5), (a, base - tall), (b + 140, base + 120), 0.8)
        c.rect(a - 6, base - tall - 10, b + 6, base - tall + 10, p.lift(tone, 0.4))
        floors = int((tall - (150 if tall < 500 else 70)) / 62)
        for f in range(floors):
            y = base - tall + 34 + 62 * f
            c.rect(a + 16, y, b - 16, y + 40, p.shade(mix(p.near, p.mid, 0.4), 0.1))
            count = int((b - a) / 46)
            for k in range(count):
                wx = a + 20 + (b - a - 40) * k / count
                lit = rng.random() < max(0.4, p.lit)
                c.rect(
                    wx,
                    y + 2,
                    wx + (b - a - 40) / count - 5,
                    y + 38,
                    mix(p.light, p.paper, 0.2) if lit else mix(p.near, p.sky[1], 0.3),
                )
    sign = (w * 0.815, base - 470)
    c.rect(sign[0] - 52, sign[1] - 52, sign[0] + 52, sign[1] + 52, p.accent)
    c.rect(sign[0] - 12, sign[1] - 36, sign[0] + 12, sign[1] + 36, p.paper)
    c.rect(sign[0] - 36, sign[1] - 12, sign[0] + 36, sign[1] + 12, p.paper)
    dx = w * rng.uniform(0.5, 0.56)
    c.glow(dx, base - 60, 420, 240, p.light, 0.7)
    c.rect(dx - 150, base - 138, dx + 150, base, mix(p.light, p.paper, 0.3))
    for k in range(7):
        c.rect(dx - 152 + 50 * k, base - 138, dx - 146 + 50 * k, base, p.near)
    person(c, dx + 84, base, 96, dress(c, 0.5, hat="", top=mix(p.paper, p.haze, 0.1), hem=0.26), "stand", -1, 0)
    canopy = [(dx - 250, base - 172), (dx + 250, base - 172), (dx + 232, base - 138), (dx - 232, base - 138)]
    c.shape(canopy, p.near)
    c.grain(canopy, p.ink, (0, base - 170), (0, base - 130), 0.7)
    for side in (-1, 1):
        c.rect(dx + side * 214 - 7, base - 140, dx + side * 214 + 7, base + 6, p.near)
    ground = mix(p.ground, p.mid, 0.4)
    c.rect(0, base, w, 1000, p.lift(ground, 0.14))
    c.shape([(0, base + 70), (w, base + 70), (w, 1000), (0, 1000)], p.shade(ground, 0.3))
    c.rect(0, base + 66, w, base + 76, p.lift(ground, 0.4))
    for y in (base + 122, base + 178):
        c.rect(0, y, w, y + 6, p.sun if not p.dark else p.lift(p.far, 0.4))
    c.grain(box(0, base, w, 1000), p.ink, (sx, base + 10), (w * 0.9, 1080), 0.8)
    c.grain(
        [(dx - 150, base), (dx + 150, base), (dx + 280, base + 70), (dx - 280, base + 70)],
        p.light,
        (dx, base + 120),
        (dx, base - 30),
        0.7,
        0.6,
    )
    for fx in (0.35, 0.95):
        tree(c, w * fx, base + 30, rng.uniform(200, 250), mix(p.leaf, p.near, 0.2), -1)
    hx = w * rng.uniform(0.16, 0.22)
    y = base + 62
    c.rect(hx - 150, y - 200, hx + 150, y - 184, p.near)
    c.shape([(hx - 166, y - 200), (hx + 166, y - 214), (hx + 166, y - 200), (hx - 166, y - 188)], p.accent)
    c.rect(hx - 140, y - 184, hx + 140, y - 20, mix(p.sky[1], p.sky[2], 0.5), 0.45)
    for k in (-140, -48, 46, 134):
        c.rect(hx + k, y - 190, hx + k + 7, y, p.near)
    c.rect(hx - 110, y - 46, hx + 30, y - 36, p.wood)
    person(c, hx - 56, y, 118, dress(c, 0.9), "sit", 1, -1)
    person(c, hx + 80, y + 4, 122, dress(c, 0.9), "stand", 1, -1)
    c.line([(hx + 210, y), (hx + 210, y - 240)], p.ink, 6)
    c.disc(hx + 210, y - 250, 27, p.second)
    c.disc(hx + 210, y - 250, 15, p.paper)
    for x in (hx + 60, w * 0.6):
        c.line([(x, base + 240 if x < hx else base + 64), (x, base - 300)], p.depth(0.8), 4) if x > hx + 100 else None
    c.line([(0, base - 250), (w, base - 262)], p.ink, 2)
    px = w * rng.uniform(0.40, 0.45)
    c.shape([(px - 12, base + 52), (px + 12, base + 54), (px + 190, base + 92), (px + 140, base + 96)], p.ink, 0.3)
    person(c, px, base + 54, 150, dress(c, 0.8, hem=0.26, bag=None, hat=""), "walk", -1, -1)
    c.limb((px - 12, base - 6), (px + 44, base - 2), 26, 26, p.accent)
    street_lamp(c, w * 0.68, base + 58, 300, p.ink, -1)
    if p.name == "winter":
        snow(c, p.paper, 140)

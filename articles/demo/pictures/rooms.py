"""Everyday rooms: classroom, hospital, kitchen, radio studio."""

from __future__ import annotations

import math

from .canvas import Canvas, Point, arc, box, smooth
from .city import smoke
from .frame import Eye
from .interiors import plant
from .land import crown
from .palettes import Color, mix
from .people import HAIRS, SKINS, dress, person
from .sky import shafts


def view_out(c: Canvas, x0: float, y0: float, x1: float, y1: float, panes: int, rows: int = 2) -> None:
    """A window in the far wall with sky, roofs and trees outside."""
    p, rng = c.p, c.rng
    frame = mix(p.paper, p.wall, 0.3)
    c.rect(x0 - 12, y0 - 12, x1 + 12, y1 + 14, frame)
    with c.clip(box(x0, y0, x1, y1)):
        c.gradient(y0, y1, p.sky)
        c.glow(x0 + (x1 - x0) * rng.random(), y0 + (y1 - y0) * 0.4, (x1 - x0) * 0.7, (y1 - y0) * 0.8, p.sun, 0.8)
        for near, tall in ((0.2, 0.34), (0.4, 0.2)):
            x = x0 - 30
            while x < x1:
                wide = rng.uniform(30, 80)
                top = y1 - (y1 - y0) * tall * rng.uniform(0.6, 1.2)
                c.shape([(x, y1), (x, top), (x + wide / 2, top - wide * 0.35 * (near < 0.3)), (x + wide, top), (x + wide, y1)], p.depth(near))
                x += wide
        for _ in range(3):
            c.shape(crown(c, rng.uniform(x0, x1), y1 + 10, rng.uniform(40, 90), rng.uniform(40, 100)), mix(p.leaf, p.depth(0.45), 0.4))
    for i in range(1, panes):
        x = x0 + (x1 - x0) * i / panes
        c.rect(x - 4, y0, x + 4, y1, frame)
    for i in range(1, rows):
        y = y0 + (y1 - y0) * i / rows
        c.rect(x0, y - 3, x1, y + 3, frame)
    c.rect(x0 - 22, y1 + 8, x1 + 22, y1 + 24, p.lift(p.wall, 0.5))


def classroom(c: Canvas) -> None:
    """Morning light across the desks, a teacher at the board, hands up."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.52, 0.60), rng.uniform(400, 430), 900, 1.9)
    half, back, high = 4.9, 8.6, 3.9
    wall = mix(p.wall, p.light, 0.15)
    c.shape(eye.flat(high, -half, half, 1, back), p.lift(wall, 0.35))
    c.shape(eye.side(half, 0, high, 1, back), p.shade(wall, 0.26))
    c.shape(eye.side(-half, 0, high, 1, back), p.shade(wall, 0.12))
    c.shape(eye.side(half, 0, 1.2, 1, back), p.shade(mix(p.green, p.mid, 0.4), 0.25))
    tops: list[tuple[float, float, float]] = []
    for z0, z1 in ((6.2, 8.1), (4.3, 5.8), (3.0, 4.0), (2.0, 2.75)):
        pane = eye.side(-half, 1.1, 3.4, z0, z1)
        c.shape(pane, mix(p.sky[1], p.sky[2], 0.7))
        c.grain(pane, mix(p.sky[2], p.sun, 0.6), pane[1], pane[0], 0.9)
        with c.clip(pane):
            for _ in range(3):
                x, y = eye.at(-half, 1.2, rng.uniform(z0, z1))
                c.shape(crown(c, x, y, 60, 80), mix(p.leaf, p.haze, 0.4))
        frame = mix(p.paper, wall, 0.2)
        c.line([*pane, pane[0]], frame, max(4, eye.size(0.06, z0)))
        c.line([eye.at(-half, 1.1, (z0 + z1) / 2), eye.at(-half, 3.4, (z0 + z1) / 2)], frame, 4)
        c.line([eye.at(-half, 2.6, z0), eye.at(-half, 2.6, z1)], frame, 4)
        tops.append((pane[1][0], pane[2][0], pane[2][1] + 60))
    c.shape(eye.front(-half, half, 0, high, back), wall)
    c.shape(eye.front(-half, half, 0, 1.1, back), p.shade(mix(p.green, p.mid, 0.4), 0.1))
    board = eye.front(-2.9, 1.5, 1.15, 2.95, back)
    (bl, bb), (br, bt) = board[0], board[2]
    c.rect(bl - 12, bt - 12, br + 12, bb + 12, p.wood)
    tone = p.shade(mix(p.green, p.near, 0.55), 0.25)
    c.rect(bl, bt, br, bb, tone)
    c.grain(box(bl, bt, br, bb), p.lift(tone, 0.3), (br, bb), (bl, bt), 0.5)
    chalk = mix(p.paper, tone, 0.15)
    kind = rng.randrange(3)
    bx, by, s = bl + (br - bl) * 0.22, (bt + bb) / 2, (bb - bt) * 0.34
    if kind == 0:
        c.line([(bx - s, by + s * 0.8), (bx + s, by + s * 0.8), (bx - s * 0.3, by - s), (bx - s, by + s * 0.8)], chalk, 3.5)
        c.line(arc(bx - s, by + s * 0.8, s * 0.4, s * 0.4, -70, 0, 8), chalk, 2.5)
    elif kind == 1:
        for r in (0.35, 0.65, 0.95):
            c.line(arc(bx, by, s * r, s * r, 0, 360, 40), chalk, 2.5)
        for a, r in ((40, 0.35), (160, 0.65), (285, 0.95)):
            c.disc(bx + s * r * math.cos(math.radians(a)), by + s * r * math.sin(math.radians(a)), 8, p.second)
        c.disc(bx, by, 12, p.accent)
    else:
        c.line([(bx - s, by - s), (bx - s, by + s), (bx + s, by + s)], chalk, 3)
        c.line(smooth([(bx - s, by + s * 0.7), (bx - s * 0.3, by + s * 0.3), (bx + s * 0.2, by + s * 0.4), (bx + s * 0.9, by - s * 0.8)], False), p.second, 4)
    for i in range(4):
        y = bt + (bb - bt) * (0.2 + 0.16 * i)
        c.line([(bl + (br - bl) * 0.5, y), (bl + (br - bl) * rng.uniform(0.74, 0.92), y)], chalk, 3, 0.8)
    c.rect(bl, bb + 12, br, bb + 20, p.shade(p.wood, 0.3))
    for i in range(5):
        x, y = eye.at(2.1 + 0.52 * (i % 3), 2.75 - 0.66 * (i // 3), back)
        c.rect(x, y, x + 38, y + 48, rng.choice((p.second, p.paper, p.accent, p.sky[1], p.leaf)))
        c.disc(x + 19, y + 22, 10, rng.choice((p.leaf, p.accent, p.near)))
    floor = mix(p.floor, p.second, 0.12)
    c.shape(eye.flat(0, -half, half, 0.9, back), floor)
    for z in (7.5, 6.5, 5.6, 4.8, 4.1, 3.5, 3.0):
        y = eye.at(0, 0, z)[1]
        c.line([(0, y), (w, y)], p.shade(floor, 0.2), 1.6, 0.5)
    c.grain(eye.flat(0, -half, half, 0.9, back), p.shade(floor, 0.8), (0, eye.y + 200), (w * 0.3, 1150), 0.8)
    tx, ty = eye.at(rng.choice((1.2, 0.7)), 0, 7.6)
    person(c, tx, ty, eye.size(1.74, 7.6), dress(c, 1.0, hat="", hem=rng.choice((0.0, 0.26)), bag=None), "point", -1, -1)
    gx, gy = eye.at(3.3, 0.8, 7.4)
    desk = eye.front(2.1, 4.0, 0, 0.78, 7.2)
    c.shape(desk, p.shade(p.wood, 0.1))
    c.grain(desk, p.ink, desk[3], desk[1], 0.6)
    c.disc(gx, gy - 48, 32, mix(p.water, p.sky[1], 0.3))
    c.shape(crown(c, gx - 8, gy - 54, 17, 12, 7), p.leaf)
    c.line(arc(gx, gy - 48, 36, 36, -70, 110, 12), p.second, 4)
    c.line([(gx - 18, gy - 4), (gx + 18, gy - 4)], p.second, 6)
    shafts(c, tops, (1.15, 1), 520, p.sun, 0.36, 1.3)
    for z in (5.9, 4.6, 3.55):
        for x in (-3.1, -1.05, 1.0, 3.05):
            _pupil(c, eye, x + rng.uniform(-0.12, 0.12), z)


def _pupil(c: Canvas, eye: Eye, x: float, z: float) -> None:
    """A child at a desk, seen from behind."""
    p, rng = c.p, c.rng
    px, py = eye.at(x, 0.72, z + 0.5)
    s = eye.size(0.5, z)
    table = eye.flat(0.72, x - 0.72, x + 0.72, z + 0.35, z + 0.95)
    for dx in (-0.62, 0.62):
        c.line([eye.at(x + dx, 0.7, z + 0.4), eye.at(x + dx, 0, z + 0.4)], p.near, max(2.0, s * 0.05))
    c.shape(table, mix(p.wood, p.second, 0.35))
    c.line([table[0], table[1]], p.shade(p.wood, 0.4), max(2.5, s * 0.06))
    c.shape([(px - s * 0.5, py + s * 0.02), (px + s * 0.1, py + s * 0.02), (px + s * 0.06, py - s * 0.12), (px - s * 0.4, py - s * 0.12)], p.paper)
    bx, by = eye.at(x, 0.45, z)
    c.rect(bx - s * 0.36, by - s * 0.1, bx + s * 0.36, by + s * 0.12, p.near)
    for dx in (-0.3, 0.3):
        c.line([(bx + dx * s, by + s * 0.1), eye.at(x + dx * 0.55, 0, z)], p.near, max(2.0, s * 0.06))
    top = rng.choice((p.accent, p.second, p.leaf, p.water, p.paper, p.mid, p.near))
    skin, hair = mix(rng.choice(SKINS), p.haze, 0.08), mix(rng.choice(HAIRS[:6]), p.ink, 0.2)
    body = smooth([(bx - s * 0.44, by + s * 0.06), (bx - s * 0.42, by - s * 0.5), (bx - s * 0.2, by - s * 0.68), (bx + s * 0.2, by - s * 0.68), (bx + s * 0.42, by - s * 0.5), (bx + s * 0.44, by + s * 0.06)], False, 5)
    if rng.random() < 0.3:
        side = rng.choice((-1, 1))
        c.limb((bx + side * s * 0.34, by - s * 0.5), (bx + side * s * 0.5, by - s * 1.0), s * 0.2, s * 0.15, p.shade(top, 0.12))
        c.limb((bx + side * s * 0.5, by - s * 1.0), (bx + side * s * 0.46, by - s * 1.42), s * 0.14, s * 0.1, skin)
        c.disc(bx + side * s * 0.46, by - s * 1.46, s * 0.08, skin)
    c.shape(body, top)
    c.grain(body, p.shade(top, 0.5), (bx - s * 0.2, 0), (bx + s * 0.6, 0), 0.9)
    c.limb((bx, by - s * 0.64), (bx, by - s * 0.78), s * 0.17, s * 0.16, p.shade(skin, 0.2))
    c.oval(bx, by - s * 0.98, s * 0.21, s * 0.25, hair)
    c.oval(bx - s * 0.2, by - s * 0.93, s * 0.045, s * 0.07, skin)
    c.oval(bx + s * 0.2, by - s * 0.93, s * 0.045, s * 0.07, skin)
    style = rng.randrange(4)
    if style == 0:
        for side in (-1, 1):
            c.limb((bx + side * s * 0.2, by - s * 1.02), (bx + side * s * 0.32, by - s * 0.7), s * 0.13, s * 0.06, hair)
    elif style == 1:
        c.limb((bx, by - s * 1.08), (bx + s * 0.03, by - s * 0.5), s * 0.17, s * 0.06, hair)
        c.disc(bx, by - s * 1.06, s * 0.06, p.accent)
    elif style == 2:
        c.shape(smooth([(bx - s * 0.22, by - s), (bx + s * 0.22, by - s), (bx + s * 0.25, by - s * 0.62), (bx - s * 0.25, by - s * 0.62)], steps=4), hair)


def hospital(c: Canvas) -> None:
    """A long ward corridor with light down one side; staff walk a patient along it."""
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
    for z0, z1 in zip(edges, edges[1:], strict=False):
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
        c.shape(eye.side(half * 0.996, 1.3, 1.95, z0 + (z1 - z0) * 0.3, z0 + (z1 - z0) * 0.65), mix(p.light, p.sky[1], 0.3))
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
        person(c, px, py, eye.size(1.76, z + 1.6), dress(c, 1, top=scrubs, legs=scrubs, hem=0.0, hat="", bag=None, scarf=None), "reach", -1, -1)
        _bed(c, eye, x - 0.2, z)
        px, py = eye.at(x + 1.2, 0, z + 0.5)
        person(c, px, py, eye.size(1.72, z + 0.5), dress(c, 1, top=coat, hem=0.26, hat="", bag=None, scarf=None), "walk", -1, -1, 0.5)
    else:
        _wheelchair(c, eye, x - 0.3, z, scrubs)
    px, py = eye.at(-1.1, 0, 4.3)
    person(c, px, py, eye.size(1.74, 4.3), dress(c, 1, top=coat, hem=0.26, hat="", bag=None, scarf=None), "hold", 1, -1, 0.6)
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
    cover = [eye.at(x - 0.48, 0.98, z + 1.35), eye.at(x + 0.48, 0.98, z + 1.35), eye.at(x + 0.5, 0.72, z), eye.at(x - 0.5, 0.72, z)]
    tone = mix(p.water, p.paper, 0.3)
    c.shape(cover, tone)
    drop = eye.front(x - 0.5, x + 0.5, 0.42, 0.74, z)
    c.shape(drop, p.shade(tone, 0.25))
    c.shape([cover[0], cover[1], eye.at(x + 0.49, 0.9, z + 1.1), eye.at(x - 0.49, 0.9, z + 1.1)], sheet)
    c.line([eye.at(x - 0.52, 0.62, z), eye.at(x - 0.52, 0.9, z), eye.at(x + 0.52, 0.9, z), eye.at(x + 0.52, 0.62, z)], frame, max(3.0, eye.size(0.05, z)))


def _wheelchair(c: Canvas, eye: Eye, x: float, z: float, scrubs: Color) -> None:
    """A nurse pushing somebody in a wheelchair, seen from the side."""
    p = c.p
    px, py = eye.at(x, 0, z)
    h = eye.size(1.74, z)
    person(c, px + h * 0.42, py, h, dress(c, 1, top=scrubs, legs=scrubs, hem=0.0, hat="", bag=None, scarf=None), "reach", -1, -1, 0.5)
    c.line([(px + h * 0.16, py - h * 0.56), (px + h * 0.08, py - h * 0.54), (px + h * 0.06, py - h * 0.24), (px - h * 0.2, py - h * 0.24), (px - h * 0.26, py - h * 0.05)], p.ink, h * 0.022)
    person(c, px + h * 0.02, py - h * 0.03, h * 0.95, dress(c, 1.0, hat="", hem=0.0, bag=None), "sit", -1, -1)
    c.line(arc(px + h * 0.05, py - h * 0.17, h * 0.17, h * 0.17, 0, 360, 36), p.ink, h * 0.022)
    c.disc(px + h * 0.05, py - h * 0.17, h * 0.03, p.second)
    c.disc(px - h * 0.24, py - h * 0.045, h * 0.045, p.ink)


def kitchen(c: Canvas) -> None:
    """A working kitchen: pans overhead, steam at the range, the cook at the board."""
    p, rng, w = c.p, c.rng, c.w
    wall = mix(p.wall, p.second, 0.08)
    c.gradient(0, 700, (p.shade(wall, 0.16), wall))
    tile = mix(p.paper, mix(p.leaf, p.mid, 0.5), 0.35)
    c.rect(0, 330, w, 700, tile)
    for row in range(9):
        y = 330 + 42 * row
        c.line([(0, y), (w, y)], p.shade(tile, 0.14), 2)
        for i in range(int(w / 66) + 2):
            x = 66 * i + (33 if row % 2 else 0)
            c.line([(x, y), (x, y + 42)], p.shade(tile, 0.14), 2)
            if rng.random() < 0.05:
                c.rect(x - 65, y + 1, x - 1, y + 41, p.shade(tile, 0.06))
    wx = w * rng.uniform(0.16, 0.24)
    view_out(c, wx, 90, wx + 400, 500, 3, 2)
    for i in range(3):
        hx = wx + 70 + 120 * i
        c.shape([(hx - 26, 508), (hx + 26, 508), (hx + 20, 462), (hx - 20, 462)], mix(p.accent, p.wood, 0.4))
        plant(c, hx, 464, rng.uniform(60, 90), p.green, 0)
    shafts(c, [(wx + 10 + 135 * i, wx + 125 + 135 * i, 140) for i in range(3)], (0.66, 1), 720, p.sun, 0.36, 1.2)
    rail0, rail1 = w * 0.52, w * 0.97
    c.rect(rail0, 128, rail1, 137, p.ink)
    for i in range(6):
        x = rail0 + 44 + (rail1 - rail0 - 70) * i / 5.4
        r = rng.uniform(36, 60)
        c.line([(x, 134), (x, 176)], p.ink, 4)
        c.limb((x, 176), (x, 236), 12, 10, p.ink)
        metal = rng.choice((mix(p.accent, p.second, 0.5), mix(p.mid, p.paper, 0.3), p.near))
        c.disc(x, 240 + r, r, p.shade(metal, 0.3))
        c.disc(x, 240 + r, r * 0.88, metal)
        c.grain(arc(x, 240 + r, r * 0.88, r * 0.88, 0, 360, 30), p.lift(metal, 0.6), (x + r * 0.4, 240 + r * 1.6), (x - r, 240), 0.8)
    c.rect(w * 0.50, 430, w * 0.98, 444, p.wood)
    x = w * 0.515
    while x < w * 0.95:
        h, wide = rng.uniform(44, 88), rng.uniform(30, 52)
        tone = rng.choice((p.accent, p.paper, p.second, p.leaf, mix(p.wall, p.wood, 0.4)))
        c.shape(smooth([(x, 430), (x, 430 - h * 0.8), (x + wide * 0.25, 430 - h), (x + wide * 0.75, 430 - h), (x + wide, 430 - h * 0.8), (x + wide, 430)], False, 3), tone)
        c.rect(x + wide * 0.18, 430 - h - 9, x + wide * 0.82, 430 - h + 4, p.shade(p.wood, 0.2))
        x += wide + rng.uniform(8, 30)
    counter = 706.0
    rx = w * rng.uniform(0.72, 0.78)
    white = p.paper if not p.dark else mix(p.paper, p.mid, 0.2)
    if rng.random() < 0.65:
        person(c, rx + 60, counter + 150, 470, dress(c, 1, top=white, legs=p.near, hem=0.0, hat="", bag=None, scarf=p.accent), "reach", -1, -1)
        _toque(c, rx + 60 - 7, counter + 150 - 470 * 0.93, 470, white)
    c.rect(rx - 200, counter - 30, rx + 40, counter, p.ink)
    for dx, r, tall in ((-150, 66, 92), (-20, 52, 66)):
        tone = mix(p.mid, p.paper, 0.35) if dx < -100 else p.accent
        c.rect(rx + dx - r, counter - 30 - tall, rx + dx + r, counter - 30, tone)
        c.grain(box(rx + dx - r, counter - 30 - tall, rx + dx + r, counter - 30), p.shade(tone, 0.65), (rx + dx - r * 0.6, 0), (rx + dx + r * 1.2, 0), 0.9)
        c.oval(rx + dx, counter - 30 - tall, r, 9, p.shade(tone, 0.4))
        smoke(c, rx + dx, counter - 60 - tall, 46, rng.uniform(-70, 40), p.paper, 0.26, 9)
    cx = w * rng.uniform(0.31, 0.37)
    person(c, cx, counter + 210, 590, dress(c, 1, top=white, legs=p.near, hem=0.0, hat="", bag=None, scarf=p.accent), "lean", 1, -1)
    _toque(c, cx + 590 * 0.22, counter + 210 - 590 * 0.885, 590, white)
    top = mix(p.wood, p.second, 0.3)
    c.rect(0, counter, w, counter + 32, top)
    c.rect(0, counter + 32, w, 1000, p.shade(mix(p.near, p.leaf, 0.2), 0.1))
    c.grain(box(0, counter + 32, w, 1000), p.ink, (w * 0.3, counter), (w * 0.9, 1060), 0.9)
    for i in range(5):
        a = w * i / 5 + 22
        c.rect(a, counter + 68, a + w / 5 - 44, 980, p.lift(p.near, 0.12), 0.35)
        c.disc(a + w / 5 - 70, counter + 110, 9, p.second)
    bx = cx + 110
    c.shape([(bx, counter - 2), (bx + 240, counter - 2), (bx + 256, counter + 12), (bx - 16, counter + 12)], p.lift(p.wood, 0.45))
    c.shape([(cx + 176, counter - 14), (cx + 262, counter - 22), (cx + 266, counter - 8), (cx + 178, counter - 6)], p.paper)
    for i in range(6):
        c.disc(bx + 150 + 15 * i, counter - 8 - (6 if i % 2 else 0), 9, rng.choice((p.accent, p.leaf, p.second)))
    _produce(c, w * 0.05, counter)
    _produce(c, w * rng.uniform(0.87, 0.9), counter)


def _toque(c: Canvas, x: float, y: float, h: float, color: Color) -> None:
    """A cook's hat on a head centred at (x, y)."""
    s = h * 0.07
    c.rect(x - s * 0.82, y - s * 1.5, x + s * 0.82, y - s * 0.5, c.p.shade(color, 0.1))
    puff = smooth([(x - s * 0.85, y - s * 1.4), (x - s * 1.25, y - s * 1.9), (x - s * 0.7, y - s * 2.5), (x, y - s * 2.4), (x + s * 0.7, y - s * 2.55), (x + s * 1.25, y - s * 1.95), (x + s * 0.85, y - s * 1.4)], steps=5)
    c.shape(puff, color)
    c.grain(puff, c.p.shade(color, 0.4), (x - s * 0.4, y - s * 2), (x + s * 1.4, y - s * 1.4), 0.9)


def _produce(c: Canvas, x: float, y: float) -> None:
    """A bowl or a heap of vegetables on the counter."""
    p, rng = c.p, c.rng
    tone = rng.choice((p.accent, p.second, mix(p.accent, p.second, 0.5)))
    for i in range(7):
        fx, fy = x + 34 + 27 * (i % 5) + (13 if i > 4 else 0), y - 62 - (26 if i > 4 else 0)
        c.disc(fx, fy, 24, p.shade(tone, 0.25))
        c.disc(fx - 3, fy - 4, 20, tone)
        c.disc(fx - 8, fy - 10, 5, p.lift(tone, 0.6))
        c.line([(fx, fy - 20), (fx + 5, fy - 30)], p.leaf, 4)
    c.rect(x + 56, y - 8, x + 124, y, p.near)
    c.shape(arc(x + 90, y - 62, 92, 60, 0, 180, 20), mix(p.paper, p.water, 0.35))
    c.grain(arc(x + 90, y - 62, 92, 60, 0, 180, 20), p.shade(p.water, 0.6), (x + 30, y - 50), (x + 190, y), 0.9)


def radio_studio(c: Canvas) -> None:
    """A presenter at the microphone under a red light, the producer behind the glass."""
    p, rng, w = c.p, c.rng, c.w
    wall = p.shade(mix(p.near, p.wood, 0.25), 0.1)
    c.rect(0, 0, w, 1000, wall)
    gx0, gx1, gy0, gy1 = w * 0.36, w * 0.78, 130.0, 470.0
    for i in range(12):
        for j in range(6):
            x, y = i * 130 - 30, j * 130 - 20
            if gx0 - 110 < x < gx1 + 10 and gy0 - 110 < y < gy1 + 20:
                continue
            tone = p.lift(wall, 0.06 + 0.05 * ((i + j) % 2))
            c.rect(x, y, x + 122, y + 122, tone)
            for k in range(4):
                if (i + j) % 2:
                    c.rect(x + 4 + 30 * k, y + 4, x + 18 + 30 * k, y + 118, p.shade(wall, 0.45))
                else:
                    c.rect(x + 4, y + 4 + 30 * k, x + 118, y + 18 + 30 * k, p.shade(wall, 0.45))
    c.grain(box(0, 0, w, 760), p.ink, (w * 0.55, 300), (-60, 820), 0.85)
    c.grain(box(0, 0, w, 760), p.ink, (w * 0.6, 300), (w * 1.1, 760), 0.85)
    c.rect(gx0 - 22, gy0 - 22, gx1 + 22, gy1 + 22, p.shade(p.wood, 0.1))
    room = mix(p.light, p.second, 0.25)
    with c.clip(box(gx0, gy0, gx1, gy1)):
        c.gradient(gy0, gy1, (mix(room, p.wall, 0.4), room, p.shade(room, 0.3)))
        c.rect(gx0 + 20, gy0 + 40, gx0 + 170, gy0 + 190, p.shade(p.wood, 0.1))
        for i in range(5):
            c.rect(gx0 + 26, gy0 + 50 + 28 * i, gx0 + 164, gy0 + 68 + 28 * i, rng.choice((p.accent, p.near, p.leaf, p.mid)))
        for i, fx in enumerate((0.42, 0.74)):
            x = gx0 + (gx1 - gx0) * fx
            person(c, x, gy1 + 170, 400, dress(c, 0.8, hat="", bag=None), ("hold", "reach")[i], -1 if i else 1, 1)
            c.line(arc(x, gy1 + 170 - 372, 30, 34, 185, 355, 12), p.ink, 7)
        c.rect(gx0, gy1 - 66, gx1, gy1, p.ink)
        for i in range(26):
            x = gx0 + 16 + (gx1 - gx0 - 30) * i / 26
            c.rect(x, gy1 - 50 + rng.uniform(0, 24), x + 9, gy1 - 14, rng.choice((p.second, p.leaf, p.accent, p.mid)))
        c.grain([(gx0, gy0), (gx0 + 300, gy0), (gx0 + 60, gy1), (gx0, gy1)], p.paper, (gx0 + 300, gy0), (gx0, gy0), 0.3)
    lx = w * rng.uniform(0.84, 0.88)
    c.glow(lx + 65, 90, 330, 240, p.accent, 0.7)
    c.rect(lx, 62, lx + 130, 118, p.ink)
    c.rect(lx + 8, 70, lx + 122, 110, mix(p.accent, (255, 60, 40), 0.4))
    c.disc(lx + 34, 90, 10, p.paper)
    for r in (17, 26, 35):
        c.line(arc(lx + 34, 90, r, r, -42, 42, 8), p.paper, 4)
    c.glow(w * 0.34, 420, 640, 540, p.light, 0.34)
    _presenter(c, w * rng.uniform(0.27, 0.33), 800, 560)
    desk = p.shade(mix(p.wood, p.second, 0.15), 0.05)
    top = [(0, 800), (w, 772), (w, 1000), (0, 1000)]
    c.shape(top, desk)
    c.grain(top, p.ink, (w * 0.4, 800), (w * 0.9, 1080), 0.9)
    c.shape([(0, 800), (w, 772), (w, 784), (0, 813)], p.lift(desk, 0.4))
    _mixer(c, w * 0.60, 812)
    _microphone(c, w * rng.uniform(0.52, 0.56), 395, 230)
    for i in range(3):
        c.shape([(w * 0.06 + 8 * i, 870 - 9 * i), (w * 0.2 + 8 * i, 862 - 9 * i), (w * 0.24 + 8 * i, 930 - 9 * i), (w * 0.07 + 8 * i, 942 - 9 * i)], mix(p.paper, desk, 0.12 * (2 - i)))
    for k in range(5):
        c.line([(w * 0.1, 872 + 11 * k), (w * (0.19 + 0.006 * (k % 3)), 866 + 11 * k)], p.mid, 3, 0.7)


def _presenter(c: Canvas, x: float, y: float, s: float) -> None:
    """Head and shoulders in profile to the right, with headphones."""
    p, rng = c.p, c.rng
    skin, hair = mix(rng.choice(SKINS), p.near, 0.1), mix(rng.choice(HAIRS), p.ink, 0.15)
    top = rng.choice((p.accent, p.second, p.leaf, p.paper, p.mid))
    body = smooth([(x - s * 0.52, y + 20), (x - s * 0.48, y - s * 0.3), (x - s * 0.3, y - s * 0.48), (x - s * 0.08, y - s * 0.54), (x + s * 0.1, y - s * 0.5), (x + s * 0.28, y - s * 0.36), (x + s * 0.36, y + 20)], False, 6)
    c.shape(body, top)
    c.grain(body, p.shade(top, 0.65), (x + s * 0.1, y - s * 0.4), (x - s * 0.6, y), 0.95)
    c.limb((x + s * 0.2, y - s * 0.26), (x + s * 0.34, y - 10), s * 0.2, s * 0.15, p.shade(top, 0.15))
    c.limb((x + s * 0.34, y - 12), (x + s * 0.58, y - 20), s * 0.13, s * 0.09, p.shade(top, 0.08))
    c.limb((x + s * 0.58, y - 20), (x + s * 0.64, y - 22), s * 0.08, s * 0.06, skin)
    c.shape(smooth([(x - s * 0.13, y - s * 0.46), (x - s * 0.1, y - s * 0.72), (x + s * 0.12, y - s * 0.7), (x + s * 0.12, y - s * 0.47)], steps=5), p.shade(skin, 0.25))
    face: list[Point] = [(-0.13, 0.86), (-0.1, 1.02), (0.05, 1.07), (0.165, 1.0), (0.185, 0.91), (0.178, 0.875), (0.225, 0.80), (0.19, 0.775), (0.2, 0.745), (0.188, 0.725), (0.19, 0.69),
                         (0.15, 0.655), (0.04, 0.67), (-0.04, 0.72)]
    outline = smooth([(x + u * s, y - v * s) for u, v in face], steps=5)
    c.shape(outline, skin)
    c.grain(outline, p.shade(skin, 0.5), (x + s * 0.12, y - s * 0.9), (x - s * 0.16, y - s * 0.66), 0.9)
    c.line(smooth([(x + s * 0.135, y - s * 0.885), (x + s * 0.16, y - s * 0.9), (x + s * 0.185, y - s * 0.89)], False, 4), hair, s * 0.014)
    c.oval(x + s * 0.155, y - s * 0.853, s * 0.010, s * 0.016, p.ink)
    c.line([(x + s * 0.16, y - s * 0.735), (x + s * 0.195, y - s * 0.738)], p.shade(mix(skin, p.accent, 0.4), 0.35), s * 0.011)
    mop = [(0.18, 0.97), (0.12, 1.09), (-0.02, 1.13), (-0.16, 1.06), (-0.2, 0.9), (-0.15, 0.74), (-0.08, 0.74), (-0.06, 0.86), (0.0, 0.93), (0.08, 0.97)]
    if rng.random() < 0.5:
        mop = [(0.18, 0.97), (0.12, 1.09), (-0.02, 1.13), (-0.17, 1.06), (-0.22, 0.88), (-0.24, 0.62), (-0.2, 0.44), (-0.07, 0.46), (-0.06, 0.66), (-0.05, 0.86), (0.0, 0.94), (0.08, 0.98)]
    c.shape(smooth([(x + u * s, y - v * s) for u, v in mop], steps=5), hair)
    band = arc(x - s * 0.02, y - s * 0.9, s * 0.16, s * 0.25, 200, 330, 16)
    c.line(band, p.ink, s * 0.034)
    c.limb((x - s * 0.03, y - s * 0.92), (x - s * 0.02, y - s * 0.8), s * 0.13, s * 0.12, p.ink)
    c.limb((x - s * 0.025, y - s * 0.9), (x - s * 0.02, y - s * 0.82), s * 0.07, s * 0.06, p.second)


def _microphone(c: Canvas, x: float, y: float, s: float) -> None:
    """A large studio microphone on its arm, coming in from the right."""
    p = c.p
    arm = p.shade(p.mid, 0.35)
    c.limb((x + s * 0.5, y - s * 0.1), (x + s * 1.9, y - s * 0.55), s * 0.08, s * 0.08, arm)
    c.limb((x + s * 1.9, y - s * 0.55), (x + s * 2.5, y + s * 1.8), s * 0.09, s * 0.1, p.shade(arm, 0.2))
    c.disc(x + s * 1.9, y - s * 0.55, s * 0.09, p.second)
    c.line(arc(x, y + s * 0.02, s * 0.42, s * 0.5, -70, 70, 14), p.ink, s * 0.05)
    c.line([(x + s * 0.42, y), (x + s * 0.55, y - s * 0.1)], p.ink, s * 0.07)
    head = smooth([(x - s * 0.27, y + s * 0.1), (x - s * 0.27, y - s * 0.34), (x - s * 0.14, y - s * 0.54), (x + s * 0.14, y - s * 0.54), (x + s * 0.27, y - s * 0.34), (x + s * 0.27, y + s * 0.1)], steps=5)
    metal = mix(p.paper, p.mid, 0.35)
    c.shape(head, metal)
    with c.clip(head):
        for i in range(13):
            c.line([(x - s * 0.4, y - s * 0.56 + i * s * 0.055), (x + s * 0.4, y - s * 0.56 + i * s * 0.055)], p.shade(metal, 0.35), 3)
        for i in range(13):
            c.line([(x - s * 0.3 + i * s * 0.05, y - s * 0.6), (x - s * 0.3 + i * s * 0.05, y + s * 0.2)], p.shade(metal, 0.25), 2)
    c.grain(head, p.ink, (x - s * 0.1, y - s * 0.4), (x + s * 0.36, y), 0.9)
    c.rect(x - s * 0.28, y + s * 0.04, x + s * 0.28, y + s * 0.13, p.second)
    barrel = [(x - s * 0.25, y + s * 0.13), (x + s * 0.25, y + s * 0.13), (x + s * 0.2, y + s * 0.62), (x - s * 0.2, y + s * 0.62)]
    c.shape(barrel, p.near)
    c.grain(barrel, p.ink, (x - s * 0.15, 0), (x + s * 0.28, 0), 0.9)
    c.rect(x - s * 0.2, y + s * 0.2, x - s * 0.15, y + s * 0.56, p.lift(p.near, 0.5))


def _mixer(c: Canvas, x: float, y: float) -> None:
    """A sloping desk of faders."""
    p, rng = c.p, c.rng
    panel = [(x, y + 8), (x + 520, y - 8), (x + 640, y + 190), (x - 20, y + 190)]
    c.shape(panel, mix(p.near, p.ink, 0.5))
    c.line([panel[0], panel[1]], p.lift(p.near, 0.5), 4)
    for i in range(13):
        t = (i + 0.5) / 13
        ax, ay = x + 520 * t, y + 8 - 16 * t
        bx, by = x - 20 + 660 * t, y + 190
        for k in range(3):
            s = 0.14 + 0.13 * k
            c.disc(ax + (bx - ax) * s, ay + (by - ay) * s, 8 + k, rng.choice((p.accent, p.second, p.paper, p.leaf)))
        c.line([(ax + (bx - ax) * 0.52, ay + (by - ay) * 0.52), (ax + (bx - ax) * 0.95, ay + (by - ay) * 0.95)], p.ink, 5)
        s = rng.uniform(0.58, 0.9)
        fx, fy = ax + (bx - ax) * s, ay + (by - ay) * s
        c.rect(fx - 11, fy - 6, fx + 11, fy + 6, p.paper)

"""Culture: theatre, gallery, bookshop, concert."""

from __future__ import annotations

import math

from .buildings import street_lamp, window
from .canvas import Canvas, Point, arc, box, smooth
from .frame import Eye
from .land import crown
from .palettes import Color, mix
from .people import dress, person
from .sky import shafts, snow


def heads(c: Canvas, y: float, size: float, color: Color, rim: Color | None = None, gap: float = 1.15) -> None:
    """A row of heads and shoulders seen from behind, as one dark band with light along its upper edge."""
    if rim is not None:
        state = c.rng.getstate()
        heads(c, y - size * 0.035, size, rim, None, gap)
        c.rng.setstate(state)
    rng = c.rng
    x = -size * rng.random()
    while x < c.w + size:
        s = size * rng.uniform(0.9, 1.08)
        yy = y + rng.uniform(-0.1, 0.1) * s
        c.shape(smooth([(x - s * 0.62, yy + s * 1.3), (x - s * 0.5, yy + s * 0.5), (x - s * 0.16, yy + s * 0.3), (x + s * 0.16, yy + s * 0.3), (x + s * 0.5, yy + s * 0.5), (x + s * 0.62, yy + s * 1.3)], False, 4), color)
        c.oval(x, yy, s * 0.24, s * 0.3, color)
        kind = rng.randrange(5)
        if kind == 0:
            c.disc(x, yy - s * 0.32, s * 0.12, color)
        elif kind == 1:
            c.shape(smooth([(x - s * 0.26, yy), (x + s * 0.26, yy), (x + s * 0.3, yy + s * 0.5), (x - s * 0.3, yy + s * 0.5)], steps=4), color)
        elif kind == 2:
            c.disc(x, yy - s * 0.02, s * 0.34, color)
        x += s * gap * rng.uniform(0.95, 1.12)


def drape(c: Canvas, x0: float, x1: float, y0: float, y1: float, color: Color, gather: float) -> None:
    """Half a stage curtain, hung in folds and tied towards gather."""
    p = c.p
    folds = 9
    for i in range(folds):
        a, b = i / folds, (i + 1) / folds
        top0, top1 = x0 + (x1 - x0) * a, x0 + (x1 - x0) * b
        low0, low1 = x0 + (gather - x0) * a, x0 + (gather - x0) * b
        waist = y0 + (y1 - y0) * 0.62
        outline = [(top0, y0), (top1, y0), *smooth([(top1, y0), ((top1 * 0.72 + low1 * 0.28), y0 + (y1 - y0) * 0.34), (low1, waist), (low1 + (top1 - low1) * 0.06, y1)], False, 5),
                   *smooth([(top0, y0), ((top0 * 0.72 + low0 * 0.28), y0 + (y1 - y0) * 0.34), (low0, waist), (low0 + (top0 - low0) * 0.06, y1)], False, 5)[::-1]]
        c.shape(outline, p.shade(color, 0.08 + 0.3 * (i % 2)))
        c.grain(outline, p.shade(color, 0.75), (top0 + (top1 - top0) * 0.3, 0), (top1 + (top1 - top0) * 0.5, 0), 0.8)
    wy = y0 + (y1 - y0) * 0.62
    c.limb((x0, wy), (gather, wy), 13, 13, p.second)
    c.limb((gather - (8 if gather > x0 else -8), wy), (gather - (8 if gather > x0 else -8), wy + 52), 10, 16, p.second)


def theatre(c: Canvas) -> None:
    """A lit stage framed by its curtain, one player in the light, the house in the dark."""
    p, rng, w = c.p, c.rng, c.w
    hall = p.shade(mix(p.near, p.accent, 0.18), 0.5)
    c.rect(0, 0, w, 1000, hall)
    x0, x1, y0, floor, lip = w * 0.16, w * 0.84, 110.0, 690.0, 756.0
    backdrop = mix(p.sky[0], p.near, 0.3)
    with c.clip(box(x0, y0, x1, lip)):
        c.gradient(y0, floor, (p.shade(p.sky[0], 0.35), mix(p.sky[0], p.sky[1], 0.7), mix(p.sky[1], p.sky[2], 0.7)))
        mx = x0 + (x1 - x0) * rng.uniform(0.24, 0.76)
        c.glow(mx, 330, 330, 330, p.sun, 0.65)
        c.disc(mx, rng.uniform(290, 360), rng.uniform(78, 112), mix(p.sun, p.second, 0.25))
        kind = rng.randrange(3)
        if kind == 0:
            for near, y in ((0.4, 560), (0.6, 610)):
                pts = [(x0 + (x1 - x0) * i / 9, y - rng.uniform(0, 130)) for i in range(10)]
                c.shape([*pts, (x1, floor), (x0, floor)], mix(p.depth(near), backdrop, 0.3))
        elif kind == 1:
            x = x0
            while x < x1:
                wide, tall = rng.uniform(50, 100), rng.uniform(110, 290)
                c.shape([(x, floor), (x, floor - tall), (x + wide / 2, floor - tall - wide * 0.6), (x + wide, floor - tall), (x + wide, floor)], mix(p.depth(0.55), backdrop, 0.25))
                if rng.random() < 0.7:
                    c.rect(x + wide * 0.4, floor - tall * 0.8, x + wide * 0.6, floor - tall * 0.66, p.light)
                x += wide * 0.9
        else:
            for i in range(7):
                x = x0 + (x1 - x0) * (i + 0.5) / 7 + rng.uniform(-20, 20)
                c.shape([(x - 13, floor), (x - 8, y0), (x + 8, y0), (x + 13, floor)], mix(p.depth(0.6), backdrop, 0.2))
                c.shape(crown(c, x, y0 + 60, 120, 66), mix(p.depth(0.55), p.leaf, 0.3))
        boards = mix(p.wood, p.second, 0.2)
        c.rect(x0, floor - 50, x1, lip, boards)
        for i in range(-9, 10):
            c.line([(w / 2 + i * 62, floor - 50), (w / 2 + i * 98, lip)], p.shade(boards, 0.35), 2)
        c.grain(box(x0, floor - 50, x1, lip), p.ink, (0, lip + 10), (0, floor - 60), 0.7)
        px = x0 + (x1 - x0) * rng.uniform(0.36, 0.64)
        for sx, power in ((px - 260, 0.6), (px + 300, 0.42)):
            beam = [(sx - 10, y0 - 10), (sx + 10, y0 - 10), (px + 120, floor + 22), (px - 120, floor + 22)]
            c.grain(beam, p.light, (px, floor + 260), (sx, y0 - 100), power, 0.7)
        c.oval(px, floor + 22, 150, 26, mix(p.light, boards, 0.15))
        if rng.random() < 0.65:
            tx = px - 150
            c.rect(tx - 46, floor - 62, tx + 46, floor - 52, p.shade(p.wood, 0.2))
            for dx in (-36, 36):
                c.line([(tx + dx, floor - 52), (tx + dx * 1.1, floor + 12)], p.shade(p.wood, 0.4), 6)
            c.rect(tx - 8, floor - 84, tx + 2, floor - 62, p.paper)
            c.disc(tx - 3, floor - 92, 6, p.light)
        person(c, px, floor + 26, 236, dress(c, 1.0, top=rng.choice((p.accent, p.paper, p.second)), hem=rng.choice((0.1, 0.2, 0.0)), hat="", bag=None), rng.choice(("raise", "point", "reach", "conduct")), rng.choice((-1, 1)), 1)
        if rng.random() < 0.6:
            ox = px + rng.choice((-1, 1)) * rng.uniform(230, 300)
            person(c, ox, floor + 8, 226, dress(c, 0.5, hat="", hem=0.14, bag=None, top=p.shade(p.mid, 0.3)), rng.choice(("stand", "hold")), 1 if ox < px else -1, 1)
    velvet = p.accent if p.name not in ("spring", "dawn") else p.shade(p.accent, 0.2)
    drape(c, x0 - 8, w * 0.44, y0, lip + 4, velvet, x0 + 116)
    drape(c, x1 + 8, w * 0.56, y0, lip + 4, velvet, x1 - 116)
    swags = 5
    for i in range(swags):
        a, b = x0 + (x1 - x0) * i / swags, x0 + (x1 - x0) * (i + 1) / swags
        mid = (a + b) / 2
        for k, drop in enumerate((104, 78, 52, 28)):
            c.shape([(a, y0 - 10), (b, y0 - 10), *arc(mid, y0, (b - a) / 2, drop, 0, 180, 14)], p.shade(velvet, 0.12 + 0.16 * (k % 2)))
        c.line(arc(mid, y0, (b - a) / 2, 104, 0, 180, 14), p.second, 6)
    gilt = mix(p.second, p.wood, 0.35)
    for a, b in ((x0 - 58, x0), (x1, x1 + 58)):
        c.rect(a, 60, b, lip, gilt)
        c.grain(box(a, 60, b, lip), p.shade(gilt, 0.7), (a, 0), (b + 20, 0), 0.9)
        for k in range(6):
            c.disc((a + b) / 2, 170 + 96 * k, 15, p.lift(gilt, 0.4))
            c.disc((a + b) / 2, 170 + 96 * k, 8, p.shade(gilt, 0.4))
    c.rect(x0 - 76, 44, x1 + 76, 106, gilt)
    c.grain(box(x0 - 76, 44, x1 + 76, 106), p.shade(gilt, 0.7), (0, 50), (0, 120), 0.9)
    c.shape([(w / 2 - 100, 46), *arc(w / 2, 46, 86, 58, 180, 360, 14), (w / 2 + 100, 46)], gilt)
    c.disc(w / 2, 36, 26, p.lift(gilt, 0.45))
    for side in (-1, 1):
        for k, y in enumerate((210, 420)):
            bx = w / 2 + side * w * 0.445
            c.rect(bx - 84, y - 50, bx + 84, y + 92, p.shade(velvet, 0.7))
            c.glow(bx, y - 10, 120, 90, p.light, 0.35)
            with c.clip(box(bx - 84, y - 50, bx + 84, y + 90)):
                for dx in (-40, 26):
                    person(c, bx + dx, y + 196, 190, dress(c, 0.3, hat="", bag=None), "stand", -side, -side)
                c.grain(box(bx - 84, y - 50, bx + 84, y + 90), p.ink, (0, y - 120), (0, y + 130), 0.8)
            rail = [(bx - 92, y + 74), (bx + 92, y + 74), *arc(bx, y + 80, 92, 66, 0, 180, 16)]
            c.shape(rail, gilt)
            c.grain(rail, p.shade(gilt, 0.75), (bx + side * -60, y + 60), (bx + side * 90, y + 150), 0.9)
            c.rect(bx - 96, y + 68, bx + 96, y + 82, velvet)
    c.rect(0, lip, w, 1000, p.shade(hall, 0.4))
    c.grain(box(0, lip, w, 1000), p.shade(p.second, 0.55), (0, 830), (0, lip - 60), 0.7)
    for i in range(15):
        fx = x0 + 30 + (x1 - x0 - 60) * i / 14
        c.oval(fx, lip + 2, 17, 11, gilt)
        c.glow(fx, lip - 8, 60, 46, p.light, 0.55)
    rim = mix(p.second, p.accent, 0.35)
    for y, size, tone, share in ((806, 62, p.shade(hall, 0.3), 0.45), (866, 84, p.shade(hall, 0.55), 0.55), (940, 118, p.ink, 0.7)):
        heads(c, y, size, tone, mix(rim, tone, share))


def gallery(c: Canvas) -> None:
    """White rooms, big canvases, a bench, and visitors standing back to look."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.60, 0.72), rng.uniform(500, 530), 760, 1.65)
    wall = mix(p.paper, p.wall, 0.3) if not p.dark else mix(p.wall, p.haze, 0.3)
    half_l, half_r, back, high = -7.2, 4.4, 9.6, 5.0
    c.rect(0, 0, w, 1000, wall)
    c.shape(eye.flat(high, half_l, half_r, 1, back), p.shade(wall, 0.16))
    sky_light = eye.flat(high - 0.02, -4.6, 1.6, 2.0, back - 1.2)
    c.shape(sky_light, mix(p.sky[2], p.sun, 0.5))
    for i in range(7):
        z = 2.0 + (back - 3.2) * i / 6
        c.line([eye.at(-4.6, high - 0.02, z), eye.at(1.6, high - 0.02, z)], p.shade(wall, 0.2), max(2, eye.size(0.06, z)))
    for i in range(4):
        x = -4.6 + 6.2 * i / 3
        c.line([eye.at(x, high - 0.02, 2.0), eye.at(x, high - 0.02, back - 1.2)], p.shade(wall, 0.2), 4)
    c.shape(eye.side(half_r, 0, high, 1, back), p.shade(wall, 0.24))
    door = eye.side(half_r * 0.998, 0, 3.1, 5.2, 7.0)
    c.shape(door, mix(p.accent, p.wall, 0.45))
    c.grain(door, p.ink, door[1], door[3], 0.5)
    back_wall = eye.front(half_l, half_r, 0, high, back)
    c.shape(back_wall, wall)
    c.grain(back_wall, p.lift(wall, 0.8), eye.at(0, 0, back), eye.at(0, high, back), 0.6)
    c.shape(eye.side(half_l, 0, high, 1, back), p.shade(wall, 0.08))
    floor = mix(p.floor, p.wall, 0.25)
    c.shape(eye.flat(0, half_l, half_r, 0.9, back), floor)
    for i in range(-16, 12):
        c.line([eye.at(i * 0.5, 0, 1), eye.at(i * 0.5, 0, back)], p.shade(floor, 0.14), 1.6, 0.7)
    c.grain(eye.flat(0, half_l, half_r, 0.9, back), p.shade(floor, 0.75), (w * 0.6, eye.y + 190), (w * 0.3, 1120), 0.8)
    c.shape(eye.flat(0.005, -3.6, 0.6, 4.2, 7.4), p.sun, 0.28)
    _painting(c, eye.front(-6.4, -1.3, 0.85, 4.1, back - 0.05))
    _painting(c, eye.front(0.0, 3.0, 1.1, 3.5, back - 0.05))
    side_panel = eye.side(half_l * 0.995, 0.9, 3.9, 4.9, 8.2)
    with c.clip(side_panel):
        c.shape(side_panel, p.near)
        c.grain(side_panel, p.mid, side_panel[0], side_panel[2], 0.9)
        for _ in range(rng.choice((3, 4, 5))):
            z0, y0 = rng.uniform(4.6, 7.4), rng.uniform(0.7, 2.9)
            tone, size = rng.choice((p.accent, p.second, p.paper, p.leaf)), rng.uniform(0.5, 1.1)
            ring = [eye.at(half_l * 0.995, y0 + size * math.sin(a / 4), z0 + size * 1.05 * math.cos(a / 4)) for a in range(26)]
            c.shape(ring, tone)
            c.grain(ring, p.shade(tone, 0.6), ring[0], ring[12], 0.8)
    c.line([*side_panel, side_panel[0]], p.wood, 5)
    if rng.random() < 0.7:
        sx, sy = eye.at(2.6, 0, 6.6)
        s = eye.size(1, 6.6)
        c.shape([(sx - s * 0.34, sy), (sx - s * 0.34, sy - s), (sx + s * 0.34, sy - s), (sx + s * 0.34, sy)], p.lift(wall, 0.5))
        c.rect(sx + s * 0.1, sy - s, sx + s * 0.34, sy, p.shade(wall, 0.25))
        form = smooth([(sx - s * 0.2, sy - s), (sx - s * 0.32, sy - s * 1.4), (sx - s * 0.05, sy - s * 1.72), (sx + s * 0.26, sy - s * 1.62), (sx + s * 0.1, sy - s * 1.36), (sx + s * 0.24, sy - s)], steps=6)
        c.shape(form, p.accent)
        c.grain(form, p.shade(p.accent, 0.65), (sx - s * 0.2, sy - s * 1.6), (sx + s * 0.3, sy - s * 1.1), 0.95)
    bx0, bx1, z = -3.4, -1.2, 5.4
    for x in (bx0 + 0.15, bx1 - 0.15):
        c.line([eye.at(x, 0, z), eye.at(x, 0.42, z)], p.ink, 6)
    px, py = eye.at(-2.7, 0.16, z + 0.2)
    c.shape(eye.flat(0.45, bx0, bx1, z, z + 0.6), p.lift(p.wood, 0.2))
    c.shape(eye.front(bx0, bx1, 0.36, 0.45, z), p.shade(p.wood, 0.3))
    viewers = [(-4.3, 6.4, "stand"), (-0.6, 4.6, "stand")]
    if rng.random() < 0.7:
        viewers.append((1.2, 7.6, "hold"))
    if rng.random() < 0.6:
        viewers.append((-0.1, 4.75, "stand"))
    for x, z, pose in sorted(viewers, key=lambda v: -v[1]):
        vx, vy = eye.at(x, 0, z)
        h = eye.size(1.74, z)
        c.shape([(vx - h * 0.07, vy), (vx + h * 0.07, vy), (vx + h * 0.2, vy + h * 0.13), (vx - h * 0.02, vy + h * 0.13)], p.ink, 0.22)
        person(c, vx, vy, h, dress(c, 0.9, hem=rng.choice((0.3, 0.24, 0.0))), pose, rng.choice((-1, 1)), 1)
    if rng.random() < 0.5:
        person(c, px, py + 10, eye.size(1.5, 5.6), dress(c, 0.8, hat="", bag=None, hem=0.0), "sit", -1, 1)


def _painting(c: Canvas, panel: list[Point]) -> None:
    """An invented abstract in a thin frame."""
    p, rng = c.p, c.rng
    (x0, y1), (x1, y0) = panel[0], panel[2]
    wide, high = x1 - x0, y1 - y0
    c.rect(x0 - 2, y1, x1 + 12, y1 + 14, p.ink, 0.25)
    c.rect(x0 - 8, y0 - 8, x1 + 8, y1 + 8, p.shade(p.wood, 0.3))
    ground = rng.choice((p.sky[2], p.paper, p.sky[1], p.second, p.near))
    tones = [t for t in (p.accent, p.second, p.near, p.leaf, p.mid, p.ink, p.paper) if t != ground]
    with c.clip(box(x0, y0, x1, y1)):
        c.rect(x0, y0, x1, y1, ground)
        kind = rng.randrange(4)
        if kind == 0:
            for i in range(3):
                y = y0 + high * (0.06 + 0.32 * i)
                tone = rng.choice(tones)
                c.rect(x0 + wide * 0.06, y, x1 - wide * 0.06, y + high * rng.uniform(0.22, 0.3), tone)
                c.grain(box(x0 + wide * 0.06, y, x1 - wide * 0.06, y + high * 0.3), p.shade(tone, 0.5), (0, y), (0, y + high * 0.4), 0.8)
        elif kind == 1:
            for i in range(6):
                r = high * rng.uniform(0.14, 0.4)
                cx, cy = x0 + wide * rng.random(), y0 + high * rng.random()
                tone = rng.choice(tones)
                c.disc(cx, cy, r, tone)
                c.grain(arc(cx, cy, r, r, 0, 360, 30), p.shade(tone, 0.6), (cx - r, cy - r), (cx + r, cy + r), 0.8)
        elif kind == 2:
            for i in range(5):
                a = y0 + high * rng.uniform(0.1, 0.9)
                line = smooth([(x0 - 10, a), (x0 + wide * 0.3, a + rng.uniform(-0.3, 0.3) * high), (x0 + wide * 0.7, a + rng.uniform(-0.3, 0.3) * high), (x1 + 10, a)], False, 8)
                c.line(line, rng.choice(tones), high * rng.uniform(0.03, 0.14))
        else:
            for i in range(7):
                a, b = x0 + wide * i / 7, x0 + wide * (i + 1) / 7
                tone = rng.choice(tones)
                c.shape([(a, y1), (a + wide * 0.1, y0), (b + wide * 0.1, y0), (b, y1)], tone)
                c.grain([(a, y1), (a + wide * 0.1, y0), (b + wide * 0.1, y0), (b, y1)], p.shade(tone, 0.5), (a, 0), (b + wide * 0.1, 0), 0.7)


def bookshop(c: Canvas) -> None:
    """A corner bookshop with its windows alight, a reader outside."""
    p, rng, w = c.p, c.rng, c.w
    base = 800.0
    evening = p.shade(mix(p.wall, p.mid, 0.5), 0.25 if not p.dark else 0.4)
    c.rect(0, 0, w, base, evening)
    brick = mix(mix(p.wall, p.accent, 0.4), p.wood, 0.35) if rng.random() < 0.5 else mix(p.wall, p.mid, 0.45)
    brick = p.shade(brick, 0.2)
    c.rect(0, 0, w, base, brick)
    for row in range(26):
        y = row * 16
        for _ in range(16):
            x = rng.uniform(0, w)
            c.rect(x, y, x + 30, y + 12, p.shade(brick, rng.uniform(0.03, 0.16)))
    for i in range(4):
        x = w * (0.09 + 0.25 * i)
        pane = mix(p.light, p.second, 0.3) if rng.random() < max(0.4, p.lit) else mix(p.near, p.sky[1], 0.2)
        window(c, x, -40, 130, 210, pane, mix(p.paper, brick, 0.2), False, (1, 1))
        c.rect(x - 16, 172, x + 146, 186, mix(p.paper, brick, 0.3))
    c.grain(box(0, 0, w, base), p.ink, (w * 0.45, 320), (w * 0.45, -120), 0.7)
    front = rng.choice((p.shade(p.green, 0.35), p.shade(p.accent, 0.3), p.near))
    x0, x1 = w * 0.06, w * 0.94
    c.rect(x0, 236, x1, base, front)
    c.rect(x0 - 18, 226, x1 + 18, 250, p.lift(front, 0.2))
    c.rect(x0 + 24, 262, x1 - 24, 330, p.shade(front, 0.35))
    for i in range(9):
        sx = w / 2 - 260 + 58 * i
        c.rect(sx, 280, sx + (26 if i % 3 else 40), 312, p.second)
    door0, door1 = w * 0.455, w * 0.565
    glow = mix(p.light, p.second, 0.22)
    for a, b in ((x0 + 36, door0 - 36), (door1 + 36, x1 - 36)):
        _display(c, a, b, 356, 716, glow, front)
    c.rect(door0, 350, door1, base, p.shade(front, 0.2))
    c.rect(door0 + 22, 374, door1 - 22, 680, glow)
    c.grain(box(door0 + 22, 374, door1 - 22, 680), mix(p.second, p.wood, 0.5), (0, 420), (0, 740), 0.8)
    for k in range(5):
        c.rect(door0 + 34, 440 + 42 * k, door1 - 34, 446 + 42 * k, p.wood)
        for j in range(7):
            c.rect(door0 + 36 + 12 * j, 440 + 42 * k - rng.uniform(22, 34), door0 + 46 + 12 * j, 440 + 42 * k, rng.choice((p.accent, p.near, p.leaf, p.wood)))
    c.disc(door1 - 12, 610, 8, p.second)
    c.rect(door0 + 40, 392, door0 + 100, 424, p.accent)
    awning = rng.choice((p.accent, p.second, p.green))
    stripes = 26
    for i in range(stripes):
        a, b = x0 + (x1 - x0) * i / stripes, x0 + (x1 - x0) * (i + 1) / stripes
        tone = awning if i % 2 else mix(p.paper, glow, 0.3)
        c.shape([(a, 330), (b, 330), (b + (b - w / 2) * 0.035, 414), (a + (a - w / 2) * 0.035, 414)], tone)
        c.shape(arc((a + b) / 2 * 1.035 - w / 2 * 0.035, 414, (b - a) / 2 * 1.035, 17, 0, 180, 8), p.shade(tone, 0.15))
    c.grain(box(x0 - 30, 330, x1 + 30, 432), p.ink, (0, 440), (0, 250), 0.5)
    street = p.shade(mix(p.ground, p.mid, 0.6), 0.35)
    c.rect(0, base, w, 1000, street)
    for a, b in ((x0 + 36, door0 - 36), (door1 + 36, x1 - 36), (door0, door1)):
        c.grain([(a, base), (b, base), (b + 110, 1000), (a - 110, 1000)], glow, (0, 1000), (0, base - 60), 0.75, 0.6)
    for i in range(4):
        y = base + 20 + 48 * i
        c.line([(0, y), (w, y)], p.shade(street, 0.4), 2.5, 0.6)
        for k in range(14):
            x = w / 2 + (k - 7 + (0.5 if i % 2 else 0)) * (120 + 26 * i)
            c.line([(x, y), (x + (x - w / 2) * 0.09, y + 48)], p.shade(street, 0.4), 2, 0.6)
    c.grain(box(0, base, w, 1000), p.ink, (0, base + 60), (0, 1060), 0.8)
    bx = w * rng.uniform(0.62, 0.72)
    c.rect(bx, base - 66, bx + 170, base - 8, p.wood)
    for j in range(12):
        c.rect(bx + 8 + 13 * j, base - 66 - rng.uniform(16, 42), bx + 19 + 13 * j, base - 62, rng.choice((p.accent, p.second, p.near, p.paper, p.green)))
    c.rect(bx - 4, base - 62, bx + 174, base - 50, p.lift(p.wood, 0.3))
    for dx in (10, 152):
        c.rect(bx + dx, base - 10, bx + dx + 9, base + 26, p.shade(p.wood, 0.5))
    px = w * rng.uniform(0.27, 0.36)
    for x, pose, face in ((px, "hold", 1), (bx + 230, "reach", -1)):
        h = rng.uniform(270, 290)
        c.shape([(x - 24, base + 62), (x + 24, base + 62), (x + (x - w / 2) * 0.16 + 40, base + 140), (x + (x - w / 2) * 0.16 - 50, base + 140)], p.ink, 0.45)
        person(c, x, base + 62, h, dress(c, 0.9, hem=0.26, bag=None), pose, face, -face)
        if pose == "hold":
            c.shape([(x + face * h * 0.03, base + 62 - h * 0.63), (x + face * h * 0.17, base + 62 - h * 0.68), (x + face * h * 0.19, base + 62 - h * 0.58), (x + face * h * 0.05, base + 62 - h * 0.53)], p.accent)
    street_lamp(c, w * rng.choice((0.045, 0.955)), base + 50, 640, p.ink, 0, 0.9)
    if p.name == "winter":
        snow(c, p.paper, 200)


def _display(c: Canvas, x0: float, x1: float, y0: float, y1: float, glow: Color, frame: Color) -> None:
    """A shop window full of books, the shop behind it."""
    p, rng = c.p, c.rng
    tones = (p.accent, p.second, p.near, p.green, p.wood, p.paper, mix(p.accent, p.near, 0.4), p.mid)
    c.rect(x0 - 10, y0 - 10, x1 + 10, y1 + 16, p.lift(frame, 0.3))
    with c.clip(box(x0, y0, x1, y1)):
        c.gradient(y0, y1, (p.lift(glow, 0.4), glow, mix(glow, p.second, 0.4)))
        for k in range(4):
            y = y0 + 108 + 56 * k
            c.rect(x0, y, x1, y + 6, mix(p.wood, glow, 0.25))
            x = x0
            while x < x1:
                wide = rng.uniform(7, 17)
                c.rect(x, y - rng.uniform(28, 44), x + wide - 1.5, y, mix(rng.choice(tones), glow, 0.36))
                x += wide if rng.random() < 0.93 else wide * 2.4
        hx = x0 + (x1 - x0) * rng.uniform(0.3, 0.7)
        person(c, hx, y1 + 96, 300, dress(c, 0.6, hat="", bag=None), rng.choice(("hold", "stand")), rng.choice((-1, 1)), 1)
        for i in range(2):
            lx = x0 + (x1 - x0) * (0.25 + 0.5 * i)
            c.line([(lx, y0), (lx, y0 + 84)], p.ink, 3)
            c.glow(lx, y0 + 100, 130, 110, p.paper, 0.8)
            c.shape([(lx - 34, y0 + 106), (lx - 10, y0 + 82), (lx + 10, y0 + 82), (lx + 34, y0 + 106)], p.ink)
        x = x0 + 16
        while x < x1 - 50:
            wide, tall = rng.uniform(50, 76), rng.uniform(70, 104)
            tone = rng.choice(tones)
            c.shape([(x, y1 - 14), (x + 5, y1 - 14 - tall), (x + wide + 5, y1 - 14 - tall), (x + wide, y1 - 14)], tone)
            mark = rng.choice((p.paper, p.second, p.ink))
            kind = rng.randrange(3)
            if kind == 0:
                c.disc(x + wide / 2 + 3, y1 - 14 - tall * 0.5, wide * 0.24, mark)
            elif kind == 1:
                c.rect(x + wide * 0.2, y1 - 14 - tall * 0.8, x + wide * 0.84, y1 - 14 - tall * 0.62, mark)
            else:
                c.shape([(x + wide * 0.2, y1 - 14 - tall * 0.2), (x + wide * 0.55, y1 - 14 - tall * 0.75), (x + wide * 0.9, y1 - 14 - tall * 0.2)], mark)
            x += wide + rng.uniform(10, 34)
        c.rect(x0, y1 - 14, x1, y1, p.shade(p.wood, 0.2))
        c.grain([(x0, y0), (x0 + 120, y0), (x0 + 20, y1), (x0, y1)], p.paper, (x0 + 160, y0), (x0 - 40, y0), 0.4)
    for t in (1 / 3, 2 / 3):
        c.rect(x0 + (x1 - x0) * t - 4, y0, x0 + (x1 - x0) * t + 4, y1, p.lift(frame, 0.2))


def concert(c: Canvas) -> None:
    """An orchestra in a pool of light, seen past the conductor's raised hands."""
    p, rng, w = c.p, c.rng, c.w
    hall = p.shade(mix(p.near, p.wood, 0.3), 0.4)
    c.gradient(0, 1000, (p.shade(hall, 0.3), hall, p.shade(hall, 0.4)))
    mid = w * rng.uniform(0.44, 0.56)
    gilt = mix(p.second, p.wood, 0.3)
    pipes = 27
    for i in range(pipes):
        t = (i - pipes / 2 + 0.5) / (pipes / 2)
        x = mid + t * 430
        tall = 210 + 170 * abs(math.cos(t * 3.3)) * (1 - 0.3 * abs(t))
        c.rect(x - 12, 430 - tall, x + 12, 430, gilt)
        c.grain(box(x - 12, 430 - tall, x + 12, 430), p.shade(gilt, 0.75), (x - 8, 0), (x + 16, 0), 0.95)
        c.shape([(x - 12, 392), (x + 12, 392), (x, 430)], p.shade(gilt, 0.5))
    c.rect(mid - 470, 420, mid + 470, 470, p.shade(p.wood, 0.25))
    c.glow(mid, 520, 880, 420, p.light, 0.6)
    shafts(c, [(mid + dx - 16, mid + dx + 16, -20) for dx in (-460, -230, 0, 230, 460)], (rng.uniform(-0.1, 0.1), 1), 640, p.light, 0.42, 6)
    stage = p.lift(mix(p.wood, p.second, 0.55), 0.2)
    c.shape([(w * 0.04, 590), (w * 0.96, 590), (w + 60, 800), (-60, 800)], stage)
    c.grain([(w * 0.04, 590), (w * 0.96, 590), (w + 60, 800), (-60, 800)], p.ink, (0, 640), (0, 860), 0.9)
    black = mix(p.ink, p.near, 0.22)
    for row, (ry, rx, size, count) in enumerate(((-30, 560, 136, 13), (44, 620, 164, 11), (132, 650, 196, 8))):
        for i in range(count):
            a = math.pi * (0.06 + 0.88 * i / (count - 1))
            x, y = mid - rx * math.cos(a), 574 + ry - 64 * math.sin(a) + 60 * (row == 0)
            _player(c, x, y + 90, size, 1 if x < mid else -1, row, black)
    heads(c, 930, 120, p.shade(p.ink, 0.25), mix(p.second, p.ink, 0.6))
    c.glow(mid, 880, 300, 240, p.light, 0.25)
    c.rect(mid - 130, 836, mid + 130, 1000, p.shade(p.wood, 0.5))
    c.rect(mid - 138, 826, mid + 138, 842, p.lift(p.wood, 0.2))
    look = dress(c, 0, top=p.ink, legs=p.ink, shoes=p.ink, hem=0.36, hat="", bag=None, scarf=None)
    c.line([(mid - 6, 640), (mid - 6, 840)], p.ink, 6)
    person(c, mid, 832, 410, look, "conduct", rng.choice((-1, 1)), 0)
    c.line([(mid + 0.27 * 410, 832 - 0.9 * 410), (mid + 0.27 * 410 + 46, 832 - 0.9 * 410 - 66)], p.paper, 4)
    c.oval(mid + 3, 832 - 0.937 * 410, 23, 29, look.hair)
    for x0, x1 in ((-0.05, 0.18), (0.82, 1.05)):
        c.grain(box(w * x0, 0, w * x1, 1000), p.ink, (w * (0.2 if x0 < 0 else 0.8), 0), (w * (-0.02 if x0 < 0 else 1.02), 0), 0.9)


def _player(c: Canvas, x: float, y: float, s: float, face: int, row: int, black: Color) -> None:
    """One seated musician with an instrument."""
    p, rng = c.p, c.rng
    c.line([(x + face * s * 0.42, y - s * 0.1), (x + face * s * 0.42, y - s * 0.5)], p.ink, 2.4)
    c.shape([(x + face * s * 0.3, y - s * 0.52), (x + face * s * 0.56, y - s * 0.6), (x + face * s * 0.58, y - s * 0.46), (x + face * s * 0.32, y - s * 0.4)], p.paper, 0.9)
    look = dress(c, 0, top=black, legs=black, hem=0.0, hat="", bag=None, scarf=None)
    person(c, x, y, s, look, "sit", face, -face)
    wood = mix(p.wood, p.accent, 0.4)
    if row == 0:
        c.limb((x + face * s * 0.1, y - s * 0.62), (x + face * s * 0.42, y - s * 0.46), s * 0.05, s * 0.1, p.second)
    elif row == 1 and rng.random() < 0.5:
        c.shape(smooth([(x + face * s * 0.08, y - s * 0.46), (x + face * s * 0.24, y - s * 0.4), (x + face * s * 0.2, y - s * 0.24), (x + face * s * 0.3, y - s * 0.04), (x + face * s * 0.06, y - s * 0.02), (x + face * s * 0.06, y - s * 0.24)], steps=4), wood)
        c.line([(x + face * s * 0.13, y - s * 0.3), (x + face * s * 0.06, y - s * 0.72)], p.ink, s * 0.025)
        c.line([(x - face * s * 0.1, y - s * 0.26), (x + face * s * 0.4, y - s * 0.3)], p.paper, 2)
    else:
        c.limb((x + face * s * 0.05, y - s * 0.6), (x + face * s * 0.2, y - s * 0.55), s * 0.12, s * 0.1, wood)
        c.line([(x + face * s * 0.2, y - s * 0.55), (x + face * s * 0.4, y - s * 0.5)], p.ink, s * 0.025)
        c.line([(x + face * s * 0.02, y - s * 0.76), (x + face * s * 0.3, y - s * 0.38)], p.paper, 2)

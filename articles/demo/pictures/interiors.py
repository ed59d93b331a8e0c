"""Rooms where work is done: market hall, greenhouse, laboratory."""

from __future__ import annotations

import math

from .canvas import Canvas, Point, arc, box, smooth
from .frame import Eye
from .land import crown
from .palettes import Color, mix
from .people import dress, person
from .sky import shafts


def crate(c: Canvas, x: float, y: float, width: float, heap: Color, wood: Color) -> None:
    """A tilted crate heaped with round fruit; (x, y) is its lower left corner."""
    rng, p = c.rng, c.p
    r = width * 0.085
    for row in range(3):
        for i in range(6 - row):
            fx = x + width * (0.1 + 0.16 * i + 0.08 * row) + rng.uniform(-2, 2)
            fy = y - width * (0.26 + 0.1 * row)
            c.disc(fx, fy, r, p.shade(heap, 0.28))
            c.disc(fx - r * 0.15, fy - r * 0.18, r * 0.8, heap)
            c.disc(fx - r * 0.35, fy - r * 0.4, r * 0.25, p.lift(heap, 0.6))
    c.shape([(x, y - width * 0.3), (x + width, y - width * 0.3), (x + width * 0.97, y), (x + width * 0.03, y)], wood)
    for k in (0.1, 0.2):
        c.line([(x + 2, y - width * k), (x + width - 2, y - width * k)], p.shade(wood, 0.5), 2)


def market_hall(c: Canvas) -> None:
    """An iron and glass hall, stalls down both sides, light falling on the crowd."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.42, 0.58), rng.uniform(560, 600), 620, 1.7)
    sky = mix(p.sky[2], p.sun, 0.4) if not p.dark else mix(p.sky[1], p.sky[2], 0.4)
    c.gradient(0, eye.y, (mix(p.wall, p.mid, 0.35), mix(p.wall, p.haze, 0.4)))
    half, spring, rise = 9.0, 6.0, 5.2
    iron = mix(p.near, p.leaf, 0.25)
    zs = [3.2 * 1.28 ** i for i in range(11)]
    for i in reversed(range(len(zs) - 1)):
        z0, z1, fog = zs[i], zs[i + 1], min(0.75, i * 0.085)
        for k in range(14):
            a0, a1 = math.pi * k / 14, math.pi * (k + 1) / 14
            quad = [eye.at(-half * math.cos(a), spring + rise * math.sin(a), z) for a, z in ((a0, z0), (a1, z0), (a1, z1), (a0, z1))]
            glassy = 3 <= k <= 10
            c.shape(quad, mix(sky, p.haze, fog) if glassy else p.fog(mix(iron, p.wall, 0.35), fog))
        for side in (-1, 1):
            c.shape(eye.side(side * half, 0, spring, z0, z1), p.fog(mix(p.wall, p.wood, 0.35 if side > 0 else 0.6), fog))
            c.shape(eye.side(side * half, 3.4, 5.6, z0 + (z1 - z0) * 0.18, z0 + (z1 - z0) * 0.82), p.fog(sky, fog * 0.5))
    end = zs[-1]
    wall = [eye.at(-half, 0, end), *[eye.at(-half * math.cos(math.pi * k / 20), spring + rise * math.sin(math.pi * k / 20), end) for k in range(21)], eye.at(half, 0, end)]
    c.shape(wall, mix(sky, p.haze, 0.3))
    floor = mix(p.floor, p.ground, 0.4)
    c.shape(eye.flat(0, -half, half, 1, end), p.shade(floor, 0.1))
    c.grain(box(0, eye.y, w, 1000), p.shade(floor, 0.65), (0, eye.y + 60), (0, 1060), 0.9)
    c.glow(eye.x, eye.y - 40, 420, 300, p.light, 0.7)
    for i in reversed(range(len(zs))):
        z, fog = zs[i], min(0.7, i * 0.075)
        tone = p.fog(iron, fog)
        rib = [eye.at(-half * math.cos(math.pi * k / 24), spring + rise * math.sin(math.pi * k / 24), z) for k in range(25)]
        c.line(rib, tone, max(2.0, eye.size(0.30, z)))
        for side in (-1, 1):
            c.line([eye.at(side * half, 0, z), eye.at(side * half, spring, z)], tone, max(2.0, eye.size(0.34, z)))
        if 1 < i < 9 and i % 2 == 0:
            for x in (-3.6, 3.6):
                lx, ly = eye.at(x, 4.6, z)
                c.line([eye.at(x, 9.4, z), (lx, ly)], tone, 1.6)
                s = eye.size(0.42, z)
                c.glow(lx, ly + s * 0.5, s * 4, s * 3.4, p.light, 0.55)
                c.shape([(lx - s, ly + s * 0.6), (lx - s * 0.3, ly), (lx + s * 0.3, ly), (lx + s, ly + s * 0.6)], p.ink)
                c.oval(lx, ly + s * 0.62, s * 0.7, s * 0.2, p.light)
    shafts(c, [(eye.x + dx - 26, eye.x + dx + 26, 130) for dx in (-200, -70, 60, 190)], (-0.42, 1), 700, p.sun, 0.34, 3)
    rows = [15.0, 10.8, 7.8, 5.6, 4.1]
    awnings = [p.accent, p.second, p.leaf, mix(p.accent, p.paper, 0.4), p.near]
    for i, z in enumerate(rows):
        for side in (-1, 1):
            _stall(c, eye, side, z, p.fog(rng.choice(awnings), max(0.0, 0.5 - 0.14 * i)))
        for _ in range(3 if i < 4 else 1):
            z2, x = z * rng.uniform(0.82, 1.0), rng.uniform(-2.3, 2.3)
            if i == 4:
                x, z2 = rng.choice((-1.5, 1.4)), 4.6
            px, py = eye.at(x, 0, z2)
            person(c, px, py, eye.size(1.72, z2), dress(c, 0.75), rng.choice(("walk", "stroll", "stand")), rng.choice((-1, 1)), 1, 0.4)


def _stall(c: Canvas, eye: Eye, side: int, z: float, color: Color) -> None:
    """A stall at one side of the hall: striped awning, counter, crates, keeper."""
    p, rng = c.p, c.rng
    inner, outer, deep = side * 3.1, side * 6.6, z * 0.22
    sx, sy = eye.at(side * 4.7, 0, z + deep * 0.8)
    person(c, sx, sy, eye.size(1.72, z + deep * 0.8), dress(c, 0.8, hat=rng.choice(("cap", "", "")), hem=0.0, bag=None), rng.choice(("reach", "hold", "stand")), -side, 1)
    top, low = 2.75, 2.25
    counter = eye.front(min(inner, outer), max(inner, outer), 0, 0.95, z)
    tone = p.shade(mix(p.wood, color, 0.25), 0.1)
    c.shape(counter, tone)
    c.grain(counter, p.ink, eye.at(0, 0.9, z), eye.at(0, -0.6, z), 0.8)
    c.shape(eye.side(inner, 0, 0.95, z, z + deep), p.shade(tone, 0.4))
    c.shape(eye.flat(0.95, min(inner, outer), max(inner, outer), z, z + deep), p.lift(tone, 0.25))
    count = 4
    for i in range(count):
        a = eye.at(min(inner, outer) + (abs(outer - inner)) * (i + 0.06) / count, 0.97, z)
        width = eye.size(abs(outer - inner) * 0.86 / count, z)
        crate(c, a[0], a[1], width, rng.choice((p.accent, p.second, p.leaf, mix(p.accent, p.second, 0.5), mix(p.leaf, p.second, 0.5), mix(p.accent, p.near, 0.4))), mix(p.wood, p.second, 0.25))
    for x in (inner, outer):
        c.line([eye.at(x, 0.9, z), eye.at(x, top, z)], p.ink, max(1.5, eye.size(0.06, z)))
    left, right = sorted((inner, outer))
    for i in range(8):
        a, b = left + (right - left) * i / 8, left + (right - left) * (i + 1) / 8
        c.shape([eye.at(a, top + 0.3, z + deep), eye.at(b, top + 0.3, z + deep), eye.at(b, low, z - 0.3 * deep), eye.at(a, low, z - 0.3 * deep)], color if i % 2 else mix(p.paper, color, 0.1))
        q0, q1 = eye.at(a, low, z - 0.3 * deep), eye.at(b, low, z - 0.3 * deep)
        r = (q1[0] - q0[0]) / 2
        c.shape(arc(q0[0] + r, q0[1], r, r * 0.7, 0, 180, 8), p.shade(color, 0.2) if i % 2 else mix(p.paper, color, 0.25))


def leaf_blade(c: Canvas, x: float, y: float, dx: float, dy: float, width: float, color: Color, dark: Color) -> None:
    """One long leaf with a folded spine."""
    tip, nx, ny = (x + dx, y + dy), -dy, dx
    n = math.hypot(nx, ny) or 1
    nx, ny = nx / n * width, ny / n * width
    mx, my = x + dx * 0.5, y + dy * 0.5 - abs(dx) * 0.18
    c.shape(smooth([(x, y), (mx + nx, my + ny), tip, (mx - nx, my - ny)], steps=5), color)
    c.shape([*smooth([(x, y), (mx, my), tip], False, 5), *smooth([tip, (mx - nx, my - ny), (x, y)], False, 5)], dark)


def plant(c: Canvas, x: float, y: float, size: float, color: Color, kind: int) -> None:
    """A potted or bedded plant: 0 a fountain of blades, 1 a bush with fruit, 2 a climber on a cane."""
    rng, p = c.rng, c.p
    dark = p.shade(color, 0.35)
    if kind == 0:
        for i in range(9):
            a = math.radians(-165 + 150 * i / 8 + rng.uniform(-8, 8))
            leaf_blade(c, x, y, size * 0.8 * math.cos(a), size * math.sin(a), size * 0.09, color, dark)
    elif kind == 1:
        body = crown(c, x, y - size * 0.5, size * 0.48, size * 0.52)
        c.shape(body, color)
        c.grain(body, dark, (x - size * 0.2, y - size), (x + size * 0.3, y), 0.95)
        for _ in range(7):
            c.disc(x + rng.uniform(-0.34, 0.34) * size, y - size * rng.uniform(0.2, 0.85), size * 0.055, rng.choice((p.accent, p.second)))
    else:
        c.line([(x, y), (x, y - size * 1.35)], p.shade(p.wood, 0.2), size * 0.03)
        for i in range(9):
            side, yy = (1 if i % 2 else -1), y - size * (0.1 + 0.14 * i)
            leaf_blade(c, x, yy, side * size * 0.34, size * rng.uniform(-0.12, 0.1), size * 0.1, color, dark)
            if i in (2, 4, 5):
                c.disc(x - side * size * 0.09, yy + size * 0.06, size * 0.07, p.accent)


def greenhouse(c: Canvas) -> None:
    """Down the middle of a glasshouse, beds of green on both sides, a grower among them."""
    p, rng, w = c.p, c.rng, c.w
    eye = Eye(w * rng.uniform(0.40, 0.60), rng.uniform(520, 570), 640, 1.7)
    sky = mix(p.sky[1], p.sky[2], 0.6)
    c.gradient(0, 1000, (mix(p.sky[0], p.sky[1], 0.6), sky, mix(p.sky[2], p.leaf, 0.15)))
    c.glow(eye.x + rng.choice((-1, 1)) * rng.uniform(120, 300), 190, 460, 420, p.sun, 0.85)
    half, eaves, ridge = 5.2, 3.3, 5.6
    for i in range(9):
        x = eye.x + rng.uniform(-1, 1) * w * 0.5
        c.shape(crown(c, x, eye.y - rng.uniform(0, 60), rng.uniform(70, 150), rng.uniform(60, 120)), mix(p.depth(0.22), p.leaf, 0.3))
    zs = [2.4 * 1.3 ** i for i in range(11)]
    frame = mix(p.paper, p.mid, 0.25) if not p.dark else mix(p.paper, p.mid, 0.6)
    for i in reversed(range(len(zs))):
        z, tone = zs[i], p.fog(frame, min(0.6, i * 0.06))
        wide = max(1.6, eye.size(0.10, z))
        c.line([eye.at(-half, 0, z), eye.at(-half, eaves, z), eye.at(0, ridge, z), eye.at(half, eaves, z), eye.at(half, 0, z)], tone, wide)
        c.line([eye.at(-half, eaves, z), eye.at(half, eaves, z)], tone, wide * 0.5)
        if i < len(zs) - 1:
            for side in (-1, 1):
                for t in (0.33, 0.66, 1.0):
                    a, b = (side * half * (1 - t), eaves + (ridge - eaves) * t), zs[i + 1]
                    c.line([eye.at(*a, z), eye.at(*a, b)], tone, wide * 0.5)
                for y in (0.9, 2.1, eaves):
                    c.line([eye.at(side * half, y, z), eye.at(side * half, y, zs[i + 1])], tone, wide * (0.9 if y == eaves else 0.5))
                pane = [eye.at(side * half, eaves, z), eye.at(0, ridge, z), eye.at(0, ridge, zs[i + 1]), eye.at(side * half, eaves, zs[i + 1])]
                c.shape(pane, p.paper, 0.05 + 0.06 * ((i + (side > 0)) % 2))
    soil = mix(p.wood, p.near, 0.4)
    c.shape(eye.flat(0, -half, half, 1.0, 60), p.lift(mix(p.ground, p.floor, 0.5), 0.15))
    c.grain(eye.flat(0, -1.2, 1.2, 1.0, 60), p.shade(p.floor, 0.5), (eye.x, eye.y + 80), (eye.x - 40, 1060), 0.9)
    for z in (1.9, 2.7, 3.8, 5.5, 8):
        c.line([eye.at(-1.1, 0, z), eye.at(1.1, 0, z)], p.shade(p.floor, 0.3), max(1.2, eye.size(0.03, z)))
    shafts(c, [(eye.x + dx - 30, eye.x + dx + 30, 60) for dx in (-260, -90, 100, 270)], (-0.3, 1), 760, p.sun, 0.3, 2.6)
    kinds = {-1: rng.randrange(3), 1: rng.randrange(3)}
    for side in (-1, 1):
        c.shape(eye.flat(0.5, min(side * 1.2, side * half), max(side * 1.2, side * half), 1.0, 30), soil)
        edge = eye.side(side * 1.2, 0, 0.5, 1.0, 30)
        c.shape(edge, p.shade(mix(p.wood, p.wall, 0.3), 0.2 if side > 0 else 0.4))
        c.grain(edge, p.haze, eye.at(side * 1.2, 0, 4), eye.at(side * 1.2, 0, 40), 0.7)
        for z in (1.6, 2.2, 3.0, 4.1, 5.6, 7.6, 10.4):
            c.line([eye.at(side * 1.2, 0, z), eye.at(side * 1.2, 0.5, z)], p.shade(p.wood, 0.5), max(1.2, eye.size(0.03, z)))
    steps = [17, 13, 10, 7.8, 6.1, 4.8, 3.8, 3.0, 2.35]
    walker = rng.choice((3, 4))
    for i, z in enumerate(steps):
        fog = max(0.0, 0.55 - 0.075 * i)
        for side in (-1, 1):
            for x in (4.6, 3.4, 2.2):
                px, py = eye.at(side * x, 0.55, z)
                color = p.fog(mix(p.green, rng.choice((p.near, p.second, p.green)), 0.22), fog)
                plant(c, px, py, eye.size(1.15 if kinds[side] != 2 else 1.35, z) * rng.uniform(0.85, 1.1), color, kinds[side])
        if i == walker:
            px, py = eye.at(rng.uniform(-0.4, 0.4), 0, z)
            person(c, px, py, eye.size(1.74, z), dress(c, 0.8, hat="brim", hat_color=p.second, hem=0.2, bag=None), "reach", rng.choice((-1, 1)), 1, 0.5)
            c.rect(px + 26, py - 34, px + 62, py - 4, p.accent)


def laboratory(c: Canvas) -> None:
    """A bench of glassware before a tall window, a scientist bent over the microscope."""
    p, rng, w = c.p, c.rng, c.w
    wall = mix(p.wall, p.mid, 0.12)
    c.gradient(0, 760, (p.shade(wall, 0.12), wall))
    wx0, wx1, wy0, wy1 = w * 0.34, w * 0.80, 70.0, 560.0
    c.rect(wx0 - 18, wy0 - 18, wx1 + 18, wy1 + 22, p.shade(wall, 0.22))
    with c.clip(box(wx0, wy0, wx1, wy1)):
        c.gradient(wy0, wy1, (p.sky[0], p.sky[1], p.sky[2]))
        c.glow(wx0 + (wx1 - wx0) * 0.7, wy0 + 240, 420, 360, p.sun, 0.8)
        for i, near in enumerate((0.2, 0.36, 0.5)):
            for k in range(10):
                x = wx0 - 40 + 90 * k + rng.uniform(-30, 30)
                c.rect(x, wy1 - rng.uniform(50, 190 - 50 * i), x + rng.uniform(40, 90), wy1, p.depth(near))
    for i in range(5):
        x = wx0 + (wx1 - wx0) * i / 4
        c.rect(x - 6, wy0, x + 6, wy1, mix(p.paper, wall, 0.3))
    c.rect(wx0, wy0 + 150, wx1, wy0 + 160, mix(p.paper, wall, 0.3))
    c.rect(wx0 - 26, wy1, wx1 + 26, wy1 + 22, p.lift(wall, 0.4))
    shafts(c, [(wx0 + (wx1 - wx0) * i / 4 + 12, wx0 + (wx1 - wx0) * (i + 1) / 4 - 12, wy0 + 40) for i in range(4)], (-0.62, 1), 900, p.sun, 0.32, 1.1)
    for y in (170, 330, 490):
        c.rect(40, y, wx0 - 60, y + 14, p.shade(p.wood, 0.1))
        c.grain(box(40, y + 14, wx0 - 60, y + 50), p.shade(wall, 0.5), (0, y + 60), (0, y + 10), 0.7)
        x = 60.0
        while x < wx0 - 130:
            x += _vessel(c, x, y, rng.uniform(60, 108), rng.randrange(4)) + rng.uniform(8, 26)
    for x in (w * 0.86, w * 0.945):
        c.line([(x, 0), (x, 150)], p.ink, 3)
        c.glow(x, 190, 180, 150, p.light, 0.5)
        c.shape([(x - 58, 190), (x - 18, 148), (x + 18, 148), (x + 58, 190)], p.near)
        c.oval(x, 190, 50, 9, p.light)
    bench = 720.0
    coat = mix(p.paper, p.haze, 0.08) if not p.dark else mix(p.paper, p.mid, 0.25)
    sx = w * rng.uniform(0.50, 0.58)
    person(c, sx, bench + 250, 640, dress(c, 1.0, top=coat, legs=p.near, hem=0.24, hat="", bag=None, scarf=None), "lean", 1, 1)
    if rng.random() < 0.7:
        person(c, w * 0.24, bench + 210, 560, dress(c, 1.0, top=coat, legs=p.near, hem=0.24, hat="", bag=None, scarf=None), "hold", 1, 1)
    top = mix(p.near, p.ink, 0.3)
    c.rect(0, bench, w, bench + 26, p.lift(top, 0.25))
    c.rect(0, bench + 26, w, 1000, top)
    c.grain(box(0, bench + 26, w, 1000), p.ink, (w * 0.8, bench), (w * 0.1, 1040), 0.9)
    for i in range(6):
        x = w * i / 6 + 20
        c.rect(x, bench + 62, x + w / 6 - 34, 990, p.lift(top, 0.1))
        c.grain(box(x, bench + 62, x + w / 6 - 34, 990), p.ink, (x, bench), (x + 240, 1080), 0.8)
        c.rect(x + w / 12 - 40, bench + 92, x + w / 12 + 10, bench + 101, p.second)
    _microscope(c, sx + 205, bench, 270)
    x = w * 0.035
    for kind in rng.sample([0, 1, 2, 3, 1, 2], 4):
        x += _vessel(c, x, bench, rng.uniform(120, 190), kind) + rng.uniform(16, 40)
    x = w * 0.80
    for kind in rng.sample([0, 1, 2, 3], 3):
        x += _vessel(c, x, bench, rng.uniform(110, 200), kind) + rng.uniform(14, 30)


def _vessel(c: Canvas, x: float, y: float, h: float, kind: int) -> float:
    """Glassware with something coloured in it, standing at (x, y); returns its width."""
    p, rng = c.p, c.rng
    glass = mix(p.paper, p.sky[1], 0.4)
    liquid = rng.choice((p.accent, p.second, p.leaf, p.water, mix(p.accent, p.second, 0.5)))
    outlines: tuple[list[Point], ...] = (
        [(0.12, 1.0), (0.12, 0.6), (-0.22, 0.06), (-0.18, 0), (0.52, 0), (0.56, 0.06), (0.22, 0.6), (0.22, 1.0)],
        [(0.0, 0.8), (0.0, 0), (0.5, 0), (0.5, 0.8)],
        [(0.1, 1.0), (0.1, 0.66), *[(0.17 + 0.32 * math.cos(a / 10), 0.32 + 0.32 * math.sin(a / 10)) for a in range(18, -48, -4)], (0.24, 0.66), (0.24, 1.0)],
        [(0.0, 0.72), (0.0, 0), (0.34, 0), (0.34, 0.72), (0.26, 0.82), (0.26, 1.0), (0.08, 1.0), (0.08, 0.82)],
    )
    shift = 0.24 if kind == 0 else 0.16 if kind == 2 else 0.0
    outline = [(x + (u + shift) * h, y - v * h) for u, v in outlines[kind]]
    right = max(px for px, _ in outline)
    c.shape(outline, glass, 0.55)
    level = y - h * rng.uniform(0.28, 0.48)
    with c.clip(outline):
        c.rect(x - 4, level, right + 4, y, liquid, 0.92)
        c.grain(box(x - 4, level, right + 4, y), p.shade(liquid, 0.5), (x, 0), (right + 10, 0), 0.8)
        c.rect(x - 4, level, right + 4, level + 4, p.lift(liquid, 0.5))
        c.rect(x + (right - x) * 0.24, y - h, x + (right - x) * 0.31, y, p.paper, 0.5)
    c.line([*outline, outline[0]], mix(p.paper, p.mid, 0.15), 2, 0.7)
    return right - x


def _microscope(c: Canvas, x: float, y: float, s: float) -> None:
    """A bench microscope facing left."""
    p = c.p
    body, dark = mix(p.paper, p.mid, 0.2), p.ink
    c.shape([(x - 0.36 * s, y), (x - 0.34 * s, y - 0.07 * s), (x + 0.26 * s, y - 0.07 * s), (x + 0.3 * s, y)], dark)
    c.shape(smooth([(x + 0.06 * s, y - 0.06 * s), (x + 0.26 * s, y - 0.3 * s), (x + 0.24 * s, y - 0.58 * s), (x + 0.02 * s, y - 0.78 * s),
                    (x - 0.04 * s, y - 0.7 * s), (x + 0.12 * s, y - 0.52 * s), (x + 0.13 * s, y - 0.3 * s), (x - 0.06 * s, y - 0.06 * s)], steps=5), body)
    c.rect(x - 0.3 * s, y - 0.30 * s, x + 0.14 * s, y - 0.26 * s, dark)
    c.limb((x - 0.12 * s, y - 0.62 * s), (x - 0.12 * s, y - 0.42 * s), 0.12 * s, 0.11 * s, body)
    c.limb((x - 0.12 * s, y - 0.42 * s), (x - 0.12 * s, y - 0.35 * s), 0.06 * s, 0.05 * s, dark)
    c.limb((x + 0.0 * s, y - 0.72 * s), (x - 0.2 * s, y - 0.95 * s), 0.12 * s, 0.1 * s, body)
    c.limb((x - 0.2 * s, y - 0.95 * s), (x - 0.25 * s, y - 1.02 * s), 0.085 * s, 0.08 * s, dark)
    c.disc(x + 0.2 * s, y - 0.3 * s, 0.055 * s, dark)
    c.disc(x - 0.12 * s, y - 0.25 * s, 0.03 * s, p.light)

"""Country scenes: forest and field."""

from __future__ import annotations

from .buildings import window
from .canvas import Canvas
from .frame import Eye
from .land import bare_tree, conifer, crown, height_at, hill, poplar, swell, tree, wood_edge
from .looks import dress
from .outlines import Point, box, smooth
from .palettes import Color, mix
from .people import person
from .sky import birds, clouds, shafts, sky, snow, veil


def forest(c: Canvas) -> None:
    """A forest in mist with light falling between the trees and someone on the path."""
    p, rng, w = c.p, c.rng, c.w
    sx, sy = w * rng.uniform(0.56, 0.72), rng.uniform(180, 330)
    low = mix(p.sky[2], p.leaf, 0.18)
    c.gradient(0, 1000, (mix(p.sky[1], p.leaf, 0.25), low, mix(p.haze, p.leaf, 0.3)))
    c.glow(sx, sy, 560, 500, p.sun, 0.9)
    pines = rng.random() < 0.5
    for near, count, y in ((0.10, 26, 640), (0.24, 19, 680), (0.42, 13, 735)):
        tone = mix(p.depth(near), p.leaf, 0.2)
        if pines:
            for _ in range(count):
                conifer(
                    c,
                    rng.uniform(-20, w + 20),
                    y + rng.uniform(-8, 20),
                    rng.uniform(330, 620) * (0.7 + near),
                    tone,
                    p.shade(tone, 0.12),
                )
        else:
            for _ in range(count):
                _trunk(c, rng.uniform(-20, w + 20), y + 14, 10 + 42 * near, tone, None)
            for _ in range(9):
                c.oval(
                    rng.uniform(0, w),
                    rng.uniform(-40, 150 - 100 * near),
                    rng.uniform(130, 260),
                    rng.uniform(50, 110),
                    tone,
                    0.5,
                )
        hill(c, swell(c, y, 30, 1.5), mix(tone, p.haze, 0.15), mix(tone, p.haze, 0.4), y + 190, 160)
        veil(c, y - 150, y + 60, 0.55)
        if near == 0.24:
            fall = rng.uniform(-0.45, -0.1)
            shafts(
                c, [(sx - 90 + 90 * i, sx - 56 + 92 * i, sy - 60) for i in range(3)], (fall, 1), 560, p.sun, 0.5, 3.5
            )
    floor = mix(p.leaf, p.near, 0.45)
    hill(c, swell(c, 752, 26, 1.3), floor, p.shade(floor, 0.7), 1000, 280)
    bend = rng.uniform(-90, 120)
    foot = sx - 40
    left = smooth(
        [(foot - 6, 748), (foot - 46 + bend * 0.4, 790), (foot - 150 + bend, 870), (foot - 420 + bend, 1010)], False
    )
    right = smooth(
        [(foot + 16, 748), (foot + 22 + bend * 0.4, 790), (foot + 30 + bend, 870), (foot + 10 + bend, 1010)], False
    )
    path = [*left, *right[::-1]]
    c.shape(path, p.lift(mix(p.ground, p.haze, 0.3), 0.2))
    c.grain(path, p.shade(floor, 0.3), (foot, 770), (foot - 120, 1020), 0.9)
    px, py = foot + bend * 0.5 - 44, 832
    c.shape([(px - 8, py), (px + 8, py + 2), (px - 70, py + 92), (px - 108, py + 84)], p.ink, 0.25)
    person(c, px, py, 128, dress(c, 1.0, hem=0.3), "walk", 1, 1)
    for _ in range(46):
        y = 770 + 230 * rng.random() ** 0.7
        x = rng.choice((rng.uniform(-20, left[0][0] - 60 - (y - 748) * 1.1), rng.uniform(right[-1][0] + 30, w + 20)))
        if abs(x - px) < 90 and y < 860:
            continue
        _fern(
            c,
            x,
            y,
            (y - 690) / 300 * rng.uniform(34, 70),
            rng.choice((p.shade(p.leaf, 0.4), p.shade(p.leaf, 0.58), mix(p.leaf, p.second, 0.3))),
        )
    spots = [0.05, 0.16, 0.86, 0.965] if rng.random() < 0.5 else [0.035, 0.245, 0.93]
    for fx in spots:
        size = rng.uniform(52, 92)
        _trunk(c, w * fx + rng.uniform(-14, 14), 900 + rng.uniform(0, 80), size, p.ink, p.shade(p.wood, 0.35))
    for i in range(15):
        t = i / 14
        reach = 30 + 90 * abs(2 * t - 1) ** 1.5
        leafy = crown(c, w * t + rng.uniform(-30, 30), -20, rng.uniform(110, 160), reach * rng.uniform(0.8, 1.2))
        c.shape(leafy, p.shade(p.leaf, 0.6))
        c.grain(leafy, p.ink, (0, 60), (0, -60), 0.7)
    if p.name == "winter":
        snow(c, p.paper, 160)


def _fern(c: Canvas, x: float, y: float, s: float, color: Color) -> None:
    """A tuft of bending fronds."""
    for lean in (-1.0, -0.62, -0.24, 0.2, 0.58, 0.95):
        tip = (x + lean * s, y - s * (0.95 - 0.5 * lean * lean))
        bend = (x + lean * s * 0.42, y - s * (0.8 - 0.2 * abs(lean)))
        c.shape(
            smooth(
                [(x, y), (bend[0] - s * 0.05, bend[1] - s * 0.05), tip, (bend[0] + s * 0.05, bend[1] + s * 0.07)],
                steps=3,
            ),
            color,
        )


def _trunk(c: Canvas, x: float, y: float, s: float, color: Color, lit: Color | None) -> None:
    """A trunk that leaves the picture at the top, with a branch or two."""
    rng = c.rng
    lean = rng.uniform(-0.9, 0.9) * s
    body = [
        (x - s * 0.75, y),
        *smooth(
            [(x - s * 0.5, y - s * 0.9), (x - s * 0.38 + lean * 0.5, y * 0.4), (x - s * 0.3 + lean, -20)], False, 4
        ),
        *smooth(
            [(x + s * 0.3 + lean, -20), (x + s * 0.38 + lean * 0.5, y * 0.4), (x + s * 0.5, y - s * 0.9)], False, 4
        ),
        (x + s * 0.8, y),
    ]
    c.shape(body, color)
    for _ in range(2):
        by, side = rng.uniform(60, 420), rng.choice((-1, 1))
        bx = x + lean * (1 - by / y)
        c.limb(
            (bx, by + s), (bx + side * s * rng.uniform(2, 4), by - s * rng.uniform(0.5, 2.5)), s * 0.26, s * 0.05, color
        )
    if lit:
        c.grain(body, lit, (x - s * 0.5, 0), (x + s * 0.62, 0), 0.85)
        for _ in range(9):
            ky = rng.uniform(0, y)
            kx = x + lean * (1 - ky / y) + rng.uniform(-0.3, 0.3) * s
            c.line([(kx, ky), (kx + rng.uniform(-4, 4), ky + rng.uniform(20, 70))], c.p.shade(lit, 0.75), 2.2)


def field(c: Canvas) -> None:
    """Furrows running to a farm on the skyline under a big sky, with a tractor at work."""
    p, rng, w = c.p, c.rng, c.w
    horizon = rng.uniform(520, 590)
    sx = w * rng.uniform(0.18, 0.34)
    sky(c, horizon, (sx, horizon - rng.uniform(60, 260), rng.uniform(44, 66)))
    clouds(c, 50, horizon - 110, 1.3, True if rng.random() < 0.7 else None)
    hill(c, swell(c, horizon - 54, 70, 1.2), p.depth(0.16), p.haze, horizon + 20, 110)
    crest = swell(c, horizon - 14, 46, 1.0)
    hill(c, crest, mix(p.depth(0.36), p.leaf, 0.35), mix(p.depth(0.2), p.leaf, 0.3), horizon + 60, 120)
    for _ in range(3):
        x = rng.uniform(0, w)
        wood_edge(c, height_at(crest, x) + 6, 30, mix(p.depth(0.5), p.leaf, 0.3), False, x, x + rng.uniform(120, 260))
    eye = Eye(w * rng.uniform(0.42, 0.58), horizon + 6, 640, 3.0)
    crop, soil = mix(p.leaf, p.second, rng.choice((0.1, 0.35, 0.6))), p.shade(mix(p.ground, p.wood, 0.5), 0.15)
    c.rect(0, horizon + 6, w, 1000, soil)
    bent = rng.uniform(-0.5, 0.5)
    for i in range(-70, 70):
        x = i * 1.55
        a, b = eye.at(x, 0, 4.2), eye.at(x + 0.86, 0, 4.2)
        far_x = eye.x + (x * 640 / 120) + bent * 60
        c.shape([a, b, (far_x + 3, horizon + 6), (far_x, horizon + 6)], crop)
    c.grain(box(0, horizon, w, 1000), p.haze, (0, horizon + 150), (0, horizon - 20), 0.75)
    c.grain(box(0, horizon, w, 1000), p.shade(p.ink, 0.0), (w * 0.2, horizon + 120), (w * 0.9, 1120), 0.8)
    c.glow(sx + 60, horizon + 120, 520, 200, p.sun, 0.35)
    fx = w * rng.uniform(0.66, 0.76)
    for i in range(5):
        poplar(c, fx - 150 + 30 * i, horizon + 22, rng.uniform(130, 190), mix(p.leaf, p.near, 0.5), p.depth(0.8))
    _farm(c, fx, horizon + 26, 120)
    tree(c, fx + 290, horizon + 34, 170, mix(p.leaf, p.near, 0.2), -1)
    _tractor(c, w * rng.uniform(0.30, 0.46), horizon + rng.uniform(105, 150), 150, rng.choice((-1, 1)))
    if rng.random() < 0.5:
        person(c, w * 0.22, 950, 190, dress(c, 0.9, hat="brim", hat_color=p.second), "stroll", 1, -1, 0.9)
    else:
        bare_tree(c, w * 0.10, 985, 560, p.ink, 6)
    birds(c, w * 0.5, horizon - 200, 9, p.depth(0.75))
    if p.name == "winter":
        snow(c, p.paper, 120)


def _farm(c: Canvas, x: float, y: float, s: float) -> None:
    """A farmhouse and its barn."""
    p = c.p
    for dx, wide, tall, tone in (
        (0.95, 1.15, 0.6, mix(p.accent, p.near, 0.3)),
        (0.0, 0.9, 0.5, mix(p.wall, p.haze, 0.2)),
    ):
        a, b = x + dx * s, x + (dx + wide) * s
        roof = p.shade(p.near, 0.2)
        c.rect(a, y - tall * s, b, y, tone)
        c.grain(box(a, y - tall * s, b, y), p.shade(tone, 0.6), (a, 0), (b + s * 0.4, 0), 0.9)
        shape = [
            (a - s * 0.06, y - tall * s),
            (a + s * 0.14, y - tall * s - s * 0.42),
            (b - s * 0.14, y - tall * s - s * 0.42),
            (b + s * 0.06, y - tall * s),
        ]
        c.shape(shape, roof)
        c.grain(shape, p.lift(roof, 0.4), (b, y), (a - s * 0.4, y - s), 0.7)
    for i in range(3):
        window(
            c, x + s * (0.1 + 0.27 * i), y - s * 0.38, s * 0.13, s * 0.17, p.light if p.lit > 0.1 else p.near, p.paper
        )
    c.rect(x + s * 1.34, y - s * 0.42, x + s * 1.72, y, p.shade(p.accent, 0.6))
    c.line([(x + s * 1.34, y), (x + s * 1.72, y - s * 0.42)], p.paper, 2)
    c.line([(x + s * 1.72, y), (x + s * 1.34, y - s * 0.42)], p.paper, 2)


def _tractor(c: Canvas, x: float, y: float, s: float, face: int) -> None:
    """A tractor at work, dust behind it."""
    p, rng = c.p, c.rng
    for i in range(9):
        c.oval(
            x - face * s * (0.5 + 0.16 * i),
            y - rng.uniform(0, 0.12) * s,
            s * (0.12 + 0.03 * i),
            s * (0.06 + 0.018 * i),
            p.haze,
            0.28,
        )
    c.oval(x, y + 3, s * 0.62, s * 0.05, p.ink, 0.45)

    def at(u: float, v: float) -> Point:
        return x + face * u * s, y - v * s

    red = p.accent
    c.shape([at(-0.05, 0.2), at(0.46, 0.2), at(0.5, 0.28), at(0.48, 0.44), at(-0.05, 0.48)], red)
    c.grain(
        [at(-0.05, 0.2), at(0.46, 0.2), at(0.5, 0.28), at(0.48, 0.44), at(-0.05, 0.48)],
        p.shade(red, 0.6),
        at(0, 0.46),
        at(0, 0.1),
    )
    c.shape([at(-0.36, 0.36), at(-0.3, 0.82), at(0.0, 0.82), at(0.05, 0.36)], p.ink)
    c.shape([at(-0.31, 0.44), at(-0.27, 0.77), at(-0.02, 0.77), at(0.01, 0.44)], mix(p.sky[1], p.near, 0.3))
    c.shape([at(-0.36, 0.8), at(-0.34, 0.87), at(0.03, 0.87), at(0.05, 0.8)], red)
    c.line([at(0.28, 0.44), at(0.28, 0.72)], p.ink, s * 0.035)
    for u, r in ((-0.24, 0.27), (0.36, 0.17)):
        wx, wy = at(u, r)
        c.disc(wx, wy, r * s, p.ink)
        c.disc(wx, wy, r * s * 0.55, p.second)
        c.disc(wx, wy, r * s * 0.2, p.ink)

"""The running track."""

from __future__ import annotations

import math

from .canvas import Canvas
from .football import kit, stand
from .frame import Eye
from .outlines import Point, arc, box
from .palettes import mix
from .people import person
from .sky import birds, clouds, sky


def running_track(c: Canvas) -> None:
    """A running track sweeping round a bend, runners strung out with long shadows."""
    p, rng, w = c.p, c.rng, c.w
    horizon = rng.uniform(300, 340)
    sx = w * rng.uniform(0.64, 0.82)
    sky(c, horizon, (sx, horizon - rng.uniform(80, 170), rng.uniform(38, 56)))
    clouds(c, 30, horizon - 120, 0.7, False)
    left = [(-10, horizon - 130), (w * 0.30, horizon - 60), (w * 0.34, horizon + 24), (-10, horizon + 60)]
    stand(c, left, 11, p.shade(p.mid, 0.35), 0.7, 5)
    c.grain(left, p.haze, (0, horizon), (w * 0.4, horizon), 0.7)
    c.shape([(-10, horizon - 190), (w * 0.33, horizon - 84), (w * 0.33, horizon - 66), (-10, horizon - 150)], p.near)
    for i in range(9):
        x = w * (0.36 + 0.075 * i)
        tall = rng.uniform(30, 80)
        c.shape(
            [(x - 60, horizon + 10), *arc(x, horizon, 60, tall, 180, 360, 12), (x + 60, horizon + 10)],
            mix(p.depth(0.3), p.leaf, 0.3),
        )
    for fx in (0.42, 0.94):
        c.line([(w * fx, horizon + 8), (w * fx, horizon - 190)], p.depth(0.6), 4)
        c.rect(w * fx - 26, horizon - 206, w * fx + 26, horizon - 184, p.depth(0.7))
    grass = mix(p.leaf, p.green, 0.5)
    c.rect(0, horizon + 6, w, 1000, p.fog(grass, 0.15))
    c.grain(box(0, horizon, w, 1000), p.haze, (0, horizon + 130), (0, horizon - 30), 0.7)
    track = mix(p.accent, p.wood, 0.28)
    eye = Eye(w * 0.5, horizon, 760, 6.2)
    mx, mz, inner, lane, lanes = rng.uniform(-27, -24), 33.0, 26.5, 1.55, 7

    def place(angle: float, radius: float) -> tuple[float, float]:
        a = math.radians(angle)
        return mx + radius * math.cos(a), mz - radius * math.sin(a)

    def ring(radius: float) -> list[Point]:
        spots = [place(-88 + 2.2 * i, radius) for i in range(81)]
        return [eye.at(x, 0, z) for x, z in spots if z > 4.4]

    outer = inner + lane * lanes
    c.shape([*ring(outer + 1.3), *ring(inner - 0.7)[::-1]], p.lift(grass, 0.22))
    band = [*ring(outer), *ring(inner)[::-1]]
    c.shape(band, track)
    c.grain(band, p.shade(track, 0.6), (w * 0.6, horizon + 120), (w * 0.2, 1150), 0.85)
    c.grain(band, p.lift(track, 0.5), (w * 0.4, 760), (w * 0.62, horizon - 30), 0.8)
    for i in range(lanes + 1):
        pts = ring(inner + lane * i)
        for j in range(len(pts) - 1):
            c.line([pts[j], pts[j + 1]], p.paper, 1.2 + 6.0 * max(0.0, (pts[j][1] - horizon) / 700), 0.95)
    field = [*ring(inner), (-200, ring(inner)[-1][1]), (-200, ring(inner)[0][1])]
    c.shape(field, grass)
    c.grain(field, p.shade(grass, 0.6), (w * 0.3, horizon + 100), (0, 1050), 0.8)
    c.grain(field, p.haze, (0, horizon + 110), (0, horizon - 10), 0.6)
    c.line([eye.at(mx + 9 * math.cos(a / 5), 0, mz - 4 + 9 * math.sin(a / 5)) for a in range(33)], p.paper, 3, 0.6)
    count = rng.choice((5, 6))
    start, step = rng.uniform(8, 16), rng.uniform(8.5, 10.5)
    order = rng.sample(range(lanes), count)
    for i, li in enumerate(order):
        x, z = place(start + step * i - 30 * (i == 0), inner + lane * (li + 0.5))
        z = max(z, 9.2)
        px, py = eye.at(x, 0, z)
        h = eye.size(1.78, z) * 1.22
        c.shape(
            [
                (px - h * 0.12, py - 4),
                (px + h * 0.14, py),
                (px - h * 0.5, py + h * 0.2),
                (px - h * 0.98, py + h * 0.26),
                (px - h * 1.0, py + h * 0.22),
                (px - h * 0.5, py + h * 0.13),
            ],
            p.ink,
            0.32,
        )
        shirt = rng.choice((p.second, p.paper, p.near, p.leaf, p.water, p.ink))
        person(c, px, py, h, kit(c, shirt, rng.choice((p.ink, p.near))), rng.choice(("run", "stride")), -1, 1)
    birds(c, w * 0.55, horizon - 160, 6, p.depth(0.7))

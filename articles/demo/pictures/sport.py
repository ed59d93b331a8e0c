"""Sport: stadium, running track, ice rink."""

from __future__ import annotations

import math
from dataclasses import replace

from .canvas import Canvas, Point, arc, box, smooth
from .frame import Eye
from .palettes import Color, mix
from .people import Look, dress, person
from .sky import birds, clouds, sky, stars


def stand(c: Canvas, outline: list[Point], rows: int, base: Color, density: float = 0.9, size: float = 5.0) -> None:
    """A bank of spectators inside a polygon, as rows of coloured dots."""
    p, rng = c.p, c.rng
    c.shape(outline, base)
    left, right = min(x for x, _ in outline), max(x for x, _ in outline)
    top, bottom = min(y for _, y in outline), max(y for _, y in outline)
    tones = [mix(t, base, 0.25) for t in (p.accent, p.second, p.paper, p.near, p.mid, p.ink, p.leaf)]
    with c.clip(outline):
        for row in range(rows):
            t = (row + 0.5) / rows
            y = top + (bottom - top) * t
            r = size * (0.7 + 0.6 * t)
            x = left + rng.uniform(0, r)
            while x < right:
                if rng.random() < density:
                    c.rect(x - r, y, x + r * 0.8, y + r * 1.9, rng.choice(tones))
                    c.disc(x, y - r * 0.5, r * 0.62, mix(p.wall, p.wood, rng.random() * 0.8))
                x += r * 2.5


def kit(c: Canvas, shirt: Color, shorts: Color) -> Look:
    """A player's strip."""
    look = dress(c, 1.0, top=shirt, hem=0.0, hat="", bag=None, scarf=None)
    return replace(look, legs=shorts, shoes=c.p.ink)


def stadium(c: Canvas) -> None:
    """Floodlights over a full ground, the striker through on goal."""
    p, rng, w = c.p, c.rng, c.w
    c.gradient(0, 420, (p.shade(p.sky[0], 0.25), mix(p.sky[0], p.sky[1], 0.6), p.sky[2]))
    if p.dark:
        stars(c, 200, 60)
    clouds(c, 30, 170, 0.5, False)
    roof_l, roof_r = [(-10, 90), (w * 0.36, 232), (w * 0.36, 262), (-10, 168)], [(w + 10, 90), (w * 0.64, 232), (w * 0.64, 262), (w + 10, 168)]
    seat = p.shade(p.mid, 0.5)
    stand(c, [(w * 0.34, 268), (w * 0.66, 268), (w * 0.68, 420), (w * 0.32, 420)], 12, p.fog(seat, 0.25), 0.92, 4.2)
    stand(c, [(-10, 160), (w * 0.36, 262), (w * 0.34, 424), (-10, 560)], 19, seat, 0.92, 6.2)
    stand(c, [(w + 10, 160), (w * 0.64, 262), (w * 0.66, 424), (w + 10, 560)], 19, seat, 0.92, 6.2)
    c.grain([(-10, 160), (w * 0.36, 262), (w * 0.34, 424), (-10, 560)], p.ink, (w * 0.1, 420), (w * 0.02, 130), 0.8)
    c.grain([(w + 10, 160), (w * 0.64, 262), (w * 0.66, 424), (w + 10, 560)], p.ink, (w * 0.9, 420), (w * 0.98, 130), 0.8)
    for roof in (roof_l, roof_r):
        c.shape(roof, p.shade(p.near, 0.4))
        c.grain(roof, p.ink, roof[1], roof[3], 0.7)
    c.rect(w * 0.34, 246, w * 0.66, 270, p.shade(p.near, 0.35))
    for i in range(7):
        t = i / 6
        for side in (-1, 1):
            x = w / 2 + side * (w * 0.5 - w * 0.14 * t)
            c.line([(x, 96 + 138 * t), (x - side * 16, 168 + 96 * t)], p.lift(p.near, 0.3), 3)
    for fx, y, s in ((0.10, 36, 1.0), (0.90, 36, 1.0), (0.335, 150, 0.6), (0.665, 150, 0.6)):
        x = w * fx
        c.line([(x, y), (x + (20 if fx < 0.5 else -20) * s, 260)], p.ink, 9 * s)
        c.glow(x, y, 330 * s, 250 * s, p.light, 0.8)
        c.shape([(x - 62 * s, y - 30 * s), (x + 62 * s, y - 36 * s), (x + 62 * s, y + 24 * s), (x - 62 * s, y + 30 * s)], p.ink)
        for i in range(5):
            for j in range(3):
                c.disc(x - 48 * s + 24 * s * i, y - 20 * s + 19 * s * j, 8 * s, mix(p.light, (255, 255, 255), 0.5))
    grass = mix(p.green, p.leaf, 0.5) if p.name != "winter" else mix(p.leaf, (96, 150, 104), 0.6)
    eye = Eye(w / 2, 330, 700, 8.0)
    far_y = 420.0
    c.rect(0, far_y, w, 1000, grass)
    zs = [62 * 0.845 ** i for i in range(18)]
    for i in range(0, 16, 2):
        c.shape(eye.flat(0, -90, 90, zs[i + 1], zs[i]), p.shade(grass, 0.14))
    c.rect(0, far_y - 14, w, far_y + 8, p.shade(p.near, 0.2))
    for i in range(12):
        c.rect(w * i / 12 + 4, far_y - 12, w * (i + 1) / 12 - 4, far_y + 5, (p.accent, p.paper, p.second, p.near)[(i * 7 + i // 3) % 4])
    chalk = mix(p.paper, grass, 0.12)
    goal_z, half = 52.0, 34.0
    for pts in (
        [(-half, goal_z), (half, goal_z)], [(-half, goal_z), (-half, 8)], [(half, goal_z), (half, 8)],
        [(-20, goal_z), (-20, goal_z - 16.5), (20, goal_z - 16.5), (20, goal_z)], [(-9, goal_z), (-9, goal_z - 5.5), (9, goal_z - 5.5), (9, goal_z)],
    ):
        c.line([eye.at(x, 0, z) for x, z in pts], chalk, 4)
    c.line([eye.at(9.15 * math.cos(a / 10), 0, goal_z - 11 - 9.15 * math.sin(a / 10)) for a in range(7, 26)], chalk, 4)
    c.line([eye.at(12 * math.cos(a / 10), 0, 10.5 + 9.15 * math.sin(a / 10)) for a in range(0, 33)], chalk, 6)
    net = eye.front(-4.6, 4.6, 0, 3.0, goal_z)
    c.shape(net, p.paper, 0.18)
    for i in range(13):
        t = i / 12
        c.line([(net[0][0] + (net[1][0] - net[0][0]) * t, net[0][1]), (net[3][0] + (net[2][0] - net[3][0]) * t, net[3][1])], p.paper, 1.2, 0.6)
    for i in range(5):
        y = net[3][1] + (net[0][1] - net[3][1]) * i / 5
        c.line([(net[0][0], y), (net[1][0], y)], p.paper, 1.2, 0.6)
    c.line([net[0], net[3], net[2], net[1]], p.paper, 5)
    home, away = p.accent, mix(p.paper, p.haze, 0.1)
    keeper = eye.at(rng.uniform(-2, 2), 0, goal_z - 2)
    person(c, *keeper, 46, kit(c, p.second, p.ink), "raise", 1)
    lead = rng.uniform(-3.0, 3.0)
    spots = [(-13, 42, 0), (-4, 44, 1), (8, 43, 1), (16, 38, 0), (-20, 33, 1), (3 + lead, 34, 1), (-9, 27, 0), (14, 27, 1), (21, 24, 0)]
    for x, z, team in sorted(spots, key=lambda q: -q[1]):
        px, py = eye.at(x + rng.uniform(-2.5, 2.5), 0, z)
        h = eye.size(1.85, z) * 1.45
        for side in (-1, 1):
            c.shape([(px, py), (px + side * h * 0.5, py + h * 0.13), (px + side * h * 0.56, py + h * 0.1)], p.ink, 0.22)
        person(c, px, py, h, kit(c, away if team else home, p.near if team else p.paper), rng.choice(("run", "stride", "walk")), rng.choice((-1, 1)))
    for x, z, team, pose, face in ((lead - 2.9, 12.6, 1, "stride", 1), (lead, 10.2, 0, "run", 1)):
        px, py = eye.at(x, 0, z)
        h = eye.size(1.85, z) * 1.75
        for side in (-1, 1):
            c.shape([(px - 10, py), (px + side * h * 0.55, py + h * 0.15), (px + side * h * 0.62, py + h * 0.1), (px + 10, py)], p.ink, 0.24)
        person(c, px, py, h, kit(c, away if team else home, p.near if team else p.paper), pose, face, -1)
        if not team:
            bx, by = px + h * 0.45, py - h * 0.06
            c.oval(bx + 4, by + h * 0.07, h * 0.08, h * 0.018, p.ink, 0.4)
            c.disc(bx, by, h * 0.062, p.paper)
            c.disc(bx + 2, by - 1, h * 0.024, p.ink)
            for a in (20, 140, 260):
                c.disc(bx + h * 0.05 * math.cos(math.radians(a)), by + h * 0.05 * math.sin(math.radians(a)), h * 0.012, p.ink)
    c.grain(box(0, 560, w, 1000), p.ink, (w * 0.5, 640), (w * 0.5, 1120), 0.6)
    for fx in (0.1, 0.9):
        c.grain([(w * fx - 60, 40), (w * fx + 60, 40), (w * 0.5 + (w * fx - w * 0.5) * 0.2 + 300, 800), (w * 0.5 + (w * fx - w * 0.5) * 0.2 - 300, 800)], p.light, (w * 0.5, 820), (w * fx, 0), 0.3, 0.7)


def running_track(c: Canvas) -> None:
    """Lanes sweeping round the bend, runners strung out with long shadows."""
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
        c.shape([(x - 60, horizon + 10), *arc(x, horizon, 60, tall, 180, 360, 12), (x + 60, horizon + 10)], mix(p.depth(0.3), p.leaf, 0.3))
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
        c.shape([(px - h * 0.12, py - 4), (px + h * 0.14, py), (px - h * 0.5, py + h * 0.2), (px - h * 0.98, py + h * 0.26),
                 (px - h * 1.0, py + h * 0.22), (px - h * 0.5, py + h * 0.13)], p.ink, 0.32)
        shirt = rng.choice((p.second, p.paper, p.near, p.leaf, p.water, p.ink))
        person(c, px, py, h, kit(c, shirt, rng.choice((p.ink, p.near))), rng.choice(("run", "stride")), -1, 1)
    birds(c, w * 0.55, horizon - 160, 6, p.depth(0.7))


def ice_rink(c: Canvas) -> None:
    """A breakaway on shining ice, the crowd a dark bank behind the boards."""
    p, rng, w = c.p, c.rng, c.w
    wall = 352.0
    c.gradient(0, wall, (p.shade(p.near, 0.72), p.shade(p.near, 0.5)))
    for i in range(6):
        x = w * (0.09 + 0.165 * i)
        c.line([(x - 40, 0), (x + 110, 44), (x + 260, 0)], p.lift(p.near, 0.08), 4)
    stand(c, box(-10, 96, w + 10, 262), 9, p.shade(p.near, 0.55), 0.86, 8.2)
    c.grain(box(0, 90, w, 270), p.ink, (0, 270), (0, 70), 0.9)
    for i in range(9):
        x = w * (0.06 + 0.11 * i)
        c.glow(x, 30, 150, 190, p.light, 0.55)
        c.shape([(x - 40, 24), (x + 40, 24), (x + 30, 38), (x - 30, 38)], mix(p.light, p.paper, 0.5))
    ice = mix(p.paper, p.water, 0.16) if not p.dark else mix(p.paper, p.water, 0.42)
    c.rect(0, 244, w, 266, p.near)
    c.rect(0, 262, w, wall - 18, mix(p.paper, p.mid, 0.12))
    c.grain(box(0, 262, w, wall - 18), p.shade(p.mid, 0.2), (0, 280), (0, wall + 20), 0.7)
    c.rect(0, 262, w, 270, p.accent)
    c.rect(0, wall - 26, w, wall - 10, p.second)
    for i in range(11):
        x = w * i / 11 + rng.uniform(4, 20)
        tone = rng.choice((p.accent, p.near, p.leaf, p.second, p.ink))
        kind = rng.randrange(3)
        if kind == 0:
            c.disc(x + 40, 300, 17, tone)
            c.rect(x + 64, 294, x + 108, 306, tone)
        elif kind == 1:
            c.shape([(x + 14, 316), (x + 38, 284), (x + 62, 316)], tone)
        else:
            c.rect(x + 14, 290, x + 96, 310, tone)
    for i in range(15):
        x = w * i / 14
        c.line([(x, 246), (x, 128)], p.paper, 2.5, 0.35)
    c.rect(0, 126, w, 246, p.paper, 0.07)
    for _ in range(7):
        x = rng.uniform(0, w)
        c.shape([(x, 126), (x + 46, 126), (x - 34, 246), (x - 80, 246)], p.paper, 0.1)
    c.gradient(wall - 10, 1000, (p.lift(ice, 0.5), ice, p.shade(ice, 0.16)))
    c.reflect(wall - 10, 560, ice, 0.34, 1.5, squash=1.0)
    c.fade(wall + 30, 560, ice, 1.0)
    blue, red = mix(p.near, ice, 0.3), mix(p.accent, ice, 0.3)
    c.shape([(w * 0.72, wall - 10), (w * 0.755, wall - 10), (w * 1.1, 1000), (w * 1.02, 1000)], blue)
    c.shape([(w * 0.10, wall - 10), (w * 0.116, wall - 10), (-w * 0.06, 1000), (-w * 0.12, 1000)], red)
    c.line(arc(w * 0.44, 650, 330, 128, 0, 360, 60), mix(p.accent, ice, 0.25), 7)
    c.oval(w * 0.44, 650, 13, 6, p.accent)
    for _ in range(34):
        x, y = rng.uniform(0, w), rng.uniform(430, 1000)
        reach, bend = rng.uniform(60, 260), rng.uniform(-40, 40)
        c.line(smooth([(x, y), (x + reach * 0.5, y + bend * 0.4), (x + reach, y + bend)], False, 5), p.paper, 2.2, 0.8)
    gx, gy = w * rng.uniform(0.15, 0.22), 470.0
    c.shape([(gx - 74, gy), (gx + 70, gy), *arc(gx, gy, 96, 34, 0, 180, 14)], mix(p.water, ice, 0.4))
    net = [(gx - 64, gy), (gx - 64, gy - 92), (gx + 60, gy - 92), (gx + 60, gy)]
    c.shape(net, p.paper, 0.5)
    for i in range(11):
        c.line([(gx - 64 + 12.4 * i, gy - 92), (gx - 64 + 12.4 * i, gy)], p.mid, 1.4, 0.7)
    for i in range(8):
        c.line([(gx - 64, gy - 92 + 12 * i), (gx + 60, gy - 92 + 12 * i)], p.mid, 1.4, 0.7)
    c.line([net[0], net[1], net[2], net[3]], p.accent, 7)
    home, away = p.accent, p.near
    _skater(c, gx + 6, gy + 26, 140, mix(p.paper, p.second, 0.5), 1, "raise")
    spots = [(0.62, 470, 150, away, -1), (0.84, 520, 168, home, -1), (0.36, 520, 170, home, -1), (0.93, 690, 220, away, -1)]
    for fx, y, h, tone, face in spots:
        _skater(c, w * (fx + rng.uniform(-0.03, 0.03)), y + rng.uniform(-14, 20), h, tone, face)
    chaser = w * rng.uniform(0.70, 0.78)
    _skater(c, chaser, 800, 280, away, -1)
    x = w * rng.uniform(0.42, 0.5)
    _skater(c, x, 890, 380, home, -1)
    c.oval(x - 300, 884, 17, 7, p.ink)
    for _ in range(30):
        c.disc(x + 120 + rng.gauss(0, 34), 880 - abs(rng.gauss(0, 20)), rng.uniform(1.5, 5), p.paper, rng.uniform(0.5, 1))
    c.grain(box(0, 700, w, 1000), p.shade(ice, 0.5), (w * 0.4, 780), (w * 0.55, 1100), 0.6)


def _skater(c: Canvas, x: float, y: float, h: float, shirt: Color, face: int, pose: str = "skate") -> None:
    """A player with helmet and stick, and a faint reflection in the ice."""
    p = c.p
    c.oval(x, y + h * 0.015, h * 0.3, h * 0.035, p.shade(p.water, 0.3), 0.4)
    c.grain([(x - h * 0.14, y + 4), (x + h * 0.14, y + 4), (x + h * 0.1, y + h * 0.5), (x - h * 0.1, y + h * 0.5)], shirt, (x, y + h * 0.5), (x, y), 0.4, 0.7)
    look = replace(dress(c, 1.0, top=shirt, hem=0.0, hat="helmet", hat_color=shirt if shirt != p.near else p.ink, bag=None, scarf=None), legs=p.shade(p.near, 0.4), shoes=p.ink)
    person(c, x, y, h, look, pose, face, -face)
    reach = (0.62, 0.01) if pose == "skate" else (0.34, 0.0)
    grip = (0.30, 0.44) if pose == "skate" else (0.2, 0.6)
    a, b = (x + face * grip[0] * h, y - grip[1] * h), (x + face * reach[0] * h, y - reach[1] * h)
    c.line([(a[0] - face * 0.1 * h, a[1] - 0.14 * h), b], p.shade(p.wood, 0.2), max(3.0, h * 0.02))
    c.line([b, (b[0] + face * h * 0.13, b[1] + h * 0.005)], p.ink, max(4.0, h * 0.03))
    for dx, dy in ((0.04, 0.0), (-0.36, 0.10)) if pose == "skate" else ((-0.05, 0.0), (0.06, 0.0)):
        fx, fy = x + face * dx * h, y - dy * h
        c.line([(fx - h * 0.05, fy + h * 0.012), (fx + h * 0.08, fy + h * 0.012)], p.mid, max(2.0, h * 0.012))

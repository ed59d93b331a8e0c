"""The ice rink, for a match and for one skater."""

from __future__ import annotations

from dataclasses import replace

from .canvas import Canvas
from .football import stand
from .looks import dress
from .outlines import arc, box, smooth
from .palettes import Color, mix
from .people import person


def ice_rink(c: Canvas) -> None:
    """An ice hockey match: a player breaking away with the puck, the crowd a dark bank behind the boards."""
    _rink(c, True)


def lone_skater(c: Canvas) -> None:
    """A lone skater leaning into a turn on an empty indoor rink."""
    _rink(c, False)


def _rink(c: Canvas, match: bool) -> None:
    """The rink, full for a match or empty but for one skater."""
    p, rng, w = c.p, c.rng, c.w
    wall = 352.0
    c.gradient(0, wall, (p.shade(p.near, 0.72), p.shade(p.near, 0.5)))
    for i in range(6):
        x = w * (0.09 + 0.165 * i)
        c.line([(x - 40, 0), (x + 110, 44), (x + 260, 0)], p.lift(p.near, 0.08), 4)
    stand(c, box(-10, 96, w + 10, 262), 9, p.shade(p.near, 0.55), 0.86 if match else 0.0, 8.2)
    if not match:
        for row in range(6):
            for i in range(60):
                c.rect(
                    w * i / 60 + 3,
                    104 + 25 * row,
                    w * (i + 1) / 60 - 3,
                    120 + 25 * row,
                    p.shade(mix(p.accent, p.near, 0.5), 0.45 - 0.04 * row),
                )
        c.rect(w * 0.40, 22, w * 0.60, 104, p.ink)
        for i in range(2):
            for j in range(5):
                c.rect(
                    w * (0.42 + 0.1 * i) + 14 * j,
                    46,
                    w * (0.42 + 0.1 * i) + 14 * j + 9,
                    80,
                    p.second if j % 2 else p.accent,
                )
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
    if not match:
        _figure_skater(c, w * rng.uniform(0.36, 0.5), 850, 430)
        c.grain(box(0, 700, w, 1000), p.shade(ice, 0.5), (w * 0.4, 780), (w * 0.55, 1100), 0.6)
        return
    _skater(c, gx + 6, gy + 26, 140, mix(p.paper, p.second, 0.5), 1, "raise")
    spots = [
        (0.62, 470, 150, away, -1),
        (0.84, 520, 168, home, -1),
        (0.36, 520, 170, home, -1),
        (0.93, 690, 220, away, -1),
    ]
    for fx, y, h, tone, face in spots:
        _skater(c, w * (fx + rng.uniform(-0.03, 0.03)), y + rng.uniform(-14, 20), h, tone, face)
    chaser = w * rng.uniform(0.70, 0.78)
    _skater(c, chaser, 800, 280, away, -1)
    x = w * rng.uniform(0.42, 0.5)
    _skater(c, x, 890, 380, home, -1)
    c.oval(x - 300, 884, 17, 7, p.ink)
    for _ in range(30):
        c.disc(
            x + 120 + rng.gauss(0, 34), 880 - abs(rng.gauss(0, 20)), rng.uniform(1.5, 5), p.paper, rng.uniform(0.5, 1)
        )
    c.grain(box(0, 700, w, 1000), p.shade(ice, 0.5), (w * 0.4, 780), (w * 0.55, 1100), 0.6)


def _figure_skater(c: Canvas, x: float, y: float, h: float) -> None:
    """Somebody skating alone, one leg lifted behind, with the curve that was cut in the ice."""
    p = c.p
    for k, width in ((0, 4.0), (16, 2.5)):
        c.line(
            smooth(
                [
                    (x + h * 1.9, y - h * 0.36 - k),
                    (x + h * 0.9, y - h * 0.1 - k),
                    (x, y + 4),
                    (x - h * 0.5, y + h * 0.02),
                ],
                False,
                8,
            ),
            mix(p.water, p.near, 0.3),
            width,
            0.6,
        )
    c.oval(x - h * 0.05, y + h * 0.02, h * 0.34, h * 0.035, p.shade(p.water, 0.3), 0.45)
    look = replace(
        dress(c, 1.0, hat=c.rng.choice(("", "beanie")), hat_color=p.second, hem=0.0, bag=None, scarf=p.second),
        top=p.accent,
        legs=p.ink,
    )
    c.grain(
        [(x - h * 0.16, y + 6), (x + h * 0.16, y + 6), (x + h * 0.12, y + h * 0.36), (x - h * 0.12, y + h * 0.36)],
        look.top,
        (x, y + h * 0.36),
        (x, y),
        0.4,
        0.7,
    )
    hip, neck = (x + h * 0.02, y - h * 0.47), (x - h * 0.2, y - h * 0.74)
    c.limb(hip, (x + h * 0.28, y - h * 0.44), h * 0.11, h * 0.085, mix(look.legs, p.near, 0.3))
    c.limb((x + h * 0.28, y - h * 0.44), (x + h * 0.56, y - h * 0.5), h * 0.082, h * 0.05, mix(look.legs, p.near, 0.3))
    c.limb(hip, (x - h * 0.07, y - h * 0.24), h * 0.12, h * 0.085, look.legs)
    c.limb((x - h * 0.07, y - h * 0.24), (x - h * 0.02, y - h * 0.03), h * 0.082, h * 0.05, look.legs)
    for fx, fy in ((x - h * 0.02, y - h * 0.015), (x + h * 0.57, y - h * 0.5)):
        c.limb((fx - h * 0.06, fy), (fx + h * 0.03, fy), h * 0.05, h * 0.05, p.paper)
        c.line([(fx - h * 0.09, fy + h * 0.026), (fx + h * 0.06, fy + h * 0.026)], p.mid, max(2.5, h * 0.012))
    c.limb(neck, (x + h * 0.1, y - h * 0.8), h * 0.075, h * 0.05, p.shade(look.top, 0.3))
    c.limb(hip, ((hip[0] + neck[0]) / 2, (hip[1] + neck[1]) / 2), h * 0.13, h * 0.15, look.top)
    c.limb(((hip[0] + neck[0]) / 2, (hip[1] + neck[1]) / 2), neck, h * 0.15, h * 0.155, look.top)
    c.limb((neck[0], neck[1] + h * 0.02), (x - h * 0.46, y - h * 0.82), h * 0.075, h * 0.045, p.shade(look.top, 0.1))
    c.disc(x - h * 0.48, y - h * 0.825, h * 0.024, look.skin)
    c.limb(neck, (x - h * 0.25, y - h * 0.82), h * 0.06, h * 0.055, p.second)
    c.oval(x - h * 0.275, y - h * 0.89, h * 0.062, h * 0.074, look.skin)
    c.shape(
        smooth(
            [
                (x - h * 0.33, y - h * 0.92),
                (x - h * 0.27, y - h * 0.975),
                (x - h * 0.2, y - h * 0.92),
                (x - h * 0.12, y - h * 0.86),
                (x - h * 0.21, y - h * 0.85),
            ],
            steps=4,
        ),
        look.hair,
    )


def _skater(c: Canvas, x: float, y: float, h: float, shirt: Color, face: int, pose: str = "skate") -> None:
    """A player with helmet and stick, and a faint reflection in the ice."""
    p = c.p
    c.oval(x, y + h * 0.015, h * 0.3, h * 0.035, p.shade(p.water, 0.3), 0.4)
    c.grain(
        [(x - h * 0.14, y + 4), (x + h * 0.14, y + 4), (x + h * 0.1, y + h * 0.5), (x - h * 0.1, y + h * 0.5)],
        shirt,
        (x, y + h * 0.5),
        (x, y),
        0.4,
        0.7,
    )
    look = replace(
        dress(
            c,
            1.0,
            top=shirt,
            hem=0.0,
            hat="helmet",
            hat_color=shirt if shirt != p.near else p.ink,
            bag=None,
            scarf=None,
        ),
        legs=p.shade(p.near, 0.4),
        shoes=p.ink,
    )
    person(c, x, y, h, look, pose, face, -face)
    reach = (0.62, 0.01) if pose == "skate" else (0.34, 0.0)
    grip = (0.30, 0.44) if pose == "skate" else (0.2, 0.6)
    a, b = (x + face * grip[0] * h, y - grip[1] * h), (x + face * reach[0] * h, y - reach[1] * h)
    c.line([(a[0] - face * 0.1 * h, a[1] - 0.14 * h), b], p.shade(p.wood, 0.2), max(3.0, h * 0.02))
    c.line([b, (b[0] + face * h * 0.13, b[1] + h * 0.005)], p.ink, max(4.0, h * 0.03))
    for dx, dy in ((0.04, 0.0), (-0.36, 0.10)) if pose == "skate" else ((-0.05, 0.0), (0.06, 0.0)):
        fx, fy = x + face * dx * h, y - dy * h
        c.line([(fx - h * 0.05, fy + h * 0.012), (fx + h * 0.08, fy + h * 0.012)], p.mid, max(2.0, h * 0.012))

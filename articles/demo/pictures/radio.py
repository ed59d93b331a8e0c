"""The radio studio with its presenter."""

from __future__ import annotations

from .canvas import Canvas
from .looks import HAIRS, SKINS, dress
from .outlines import Point, arc, box, smooth
from .palettes import mix
from .people import person


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
            c.rect(
                gx0 + 26, gy0 + 50 + 28 * i, gx0 + 164, gy0 + 68 + 28 * i, rng.choice((p.accent, p.near, p.leaf, p.mid))
            )
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
        c.shape(
            [
                (w * 0.06 + 8 * i, 870 - 9 * i),
                (w * 0.2 + 8 * i, 862 - 9 * i),
                (w * 0.24 + 8 * i, 930 - 9 * i),
                (w * 0.07 + 8 * i, 942 - 9 * i),
            ],
            mix(p.paper, desk, 0.12 * (2 - i)),
        )
    for k in range(5):
        c.line([(w * 0.1, 872 + 11 * k), (w * (0.19 + 0.006 * (k % 3)), 866 + 11 * k)], p.mid, 3, 0.7)


def _presenter(c: Canvas, x: float, y: float, s: float) -> None:
    """Head and shoulders in profile to the right, with headphones."""
    p, rng = c.p, c.rng
    skin, hair = mix(rng.choice(SKINS), p.near, 0.1), mix(rng.choice(HAIRS), p.ink, 0.15)
    top = rng.choice((p.accent, p.second, p.leaf, p.paper, p.mid))
    body = smooth(
        [
            (x - s * 0.52, y + 20),
            (x - s * 0.48, y - s * 0.3),
            (x - s * 0.3, y - s * 0.48),
            (x - s * 0.08, y - s * 0.54),
            (x + s * 0.1, y - s * 0.5),
            (x + s * 0.28, y - s * 0.36),
            (x + s * 0.36, y + 20),
        ],
        False,
        6,
    )
    c.shape(body, top)
    c.grain(body, p.shade(top, 0.65), (x + s * 0.1, y - s * 0.4), (x - s * 0.6, y), 0.95)
    c.limb((x + s * 0.2, y - s * 0.26), (x + s * 0.34, y - 10), s * 0.2, s * 0.15, p.shade(top, 0.15))
    c.limb((x + s * 0.34, y - 12), (x + s * 0.58, y - 20), s * 0.13, s * 0.09, p.shade(top, 0.08))
    c.limb((x + s * 0.58, y - 20), (x + s * 0.64, y - 22), s * 0.08, s * 0.06, skin)
    c.shape(
        smooth(
            [
                (x - s * 0.13, y - s * 0.46),
                (x - s * 0.1, y - s * 0.72),
                (x + s * 0.12, y - s * 0.7),
                (x + s * 0.12, y - s * 0.47),
            ],
            steps=5,
        ),
        p.shade(skin, 0.25),
    )
    face: list[Point] = [
        (-0.13, 0.86),
        (-0.1, 1.02),
        (0.05, 1.07),
        (0.165, 1.0),
        (0.185, 0.91),
        (0.178, 0.875),
        (0.225, 0.80),
        (0.19, 0.775),
        (0.2, 0.745),
        (0.188, 0.725),
        (0.19, 0.69),
        (0.15, 0.655),
        (0.04, 0.67),
        (-0.04, 0.72),
    ]
    outline = smooth([(x + u * s, y - v * s) for u, v in face], steps=5)
    c.shape(outline, skin)
    c.grain(outline, p.shade(skin, 0.5), (x + s * 0.12, y - s * 0.9), (x - s * 0.16, y - s * 0.66), 0.9)
    c.line(
        smooth([(x + s * 0.135, y - s * 0.885), (x + s * 0.16, y - s * 0.9), (x + s * 0.185, y - s * 0.89)], False, 4),
        hair,
        s * 0.014,
    )
    c.oval(x + s * 0.155, y - s * 0.853, s * 0.010, s * 0.016, p.ink)
    c.line(
        [(x + s * 0.16, y - s * 0.735), (x + s * 0.195, y - s * 0.738)],
        p.shade(mix(skin, p.accent, 0.4), 0.35),
        s * 0.011,
    )
    mop = [
        (0.18, 0.97),
        (0.12, 1.09),
        (-0.02, 1.13),
        (-0.16, 1.06),
        (-0.2, 0.9),
        (-0.15, 0.74),
        (-0.08, 0.74),
        (-0.06, 0.86),
        (0.0, 0.93),
        (0.08, 0.97),
    ]
    if rng.random() < 0.5:
        mop = [
            (0.18, 0.97),
            (0.12, 1.09),
            (-0.02, 1.13),
            (-0.17, 1.06),
            (-0.22, 0.88),
            (-0.24, 0.62),
            (-0.2, 0.44),
            (-0.07, 0.46),
            (-0.06, 0.66),
            (-0.05, 0.86),
            (0.0, 0.94),
            (0.08, 0.98),
        ]
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
    head = smooth(
        [
            (x - s * 0.27, y + s * 0.1),
            (x - s * 0.27, y - s * 0.34),
            (x - s * 0.14, y - s * 0.54),
            (x + s * 0.14, y - s * 0.54),
            (x + s * 0.27, y - s * 0.34),
            (x + s * 0.27, y + s * 0.1),
        ],
        steps=5,
    )
    metal = mix(p.paper, p.mid, 0.35)
    c.shape(head, metal)
    with c.clip(head):
        for i in range(13):
            c.line(
                [(x - s * 0.4, y - s * 0.56 + i * s * 0.055), (x + s * 0.4, y - s * 0.56 + i * s * 0.055)],
                p.shade(metal, 0.35),
                3,
            )
        for i in range(13):
            c.line(
                [(x - s * 0.3 + i * s * 0.05, y - s * 0.6), (x - s * 0.3 + i * s * 0.05, y + s * 0.2)],
                p.shade(metal, 0.25),
                2,
            )
    c.grain(head, p.ink, (x - s * 0.1, y - s * 0.4), (x + s * 0.36, y), 0.9)
    c.rect(x - s * 0.28, y + s * 0.04, x + s * 0.28, y + s * 0.13, p.second)
    barrel = [
        (x - s * 0.25, y + s * 0.13),
        (x + s * 0.25, y + s * 0.13),
        (x + s * 0.2, y + s * 0.62),
        (x - s * 0.2, y + s * 0.62),
    ]
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
        c.line(
            [(ax + (bx - ax) * 0.52, ay + (by - ay) * 0.52), (ax + (bx - ax) * 0.95, ay + (by - ay) * 0.95)], p.ink, 5
        )
        s = rng.uniform(0.58, 0.9)
        fx, fy = ax + (bx - ax) * s, ay + (by - ay) * s
        c.rect(fx - 11, fy - 6, fx + 11, fy + 6, p.paper)

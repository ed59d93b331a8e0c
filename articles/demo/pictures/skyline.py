"""The city from above its roofs, and a building site."""

from __future__ import annotations

from .buildings import glass, spire, tower_block, window
from .canvas import Canvas
from .landmarks import chimney, tower_crane
from .looks import dress
from .outlines import box
from .palettes import mix
from .people import person
from .sky import birds, clouds, sky, stars, veil


def skyline(c: Canvas) -> None:
    """Towers in layers of haze with the sun low among them, roofs and chimneys in front."""
    p, rng, w = c.p, c.rng, c.w
    sx, sy = w * rng.uniform(0.56, 0.72), rng.uniform(300, 440)
    sky(c, 800, (sx, sy, rng.uniform(62, 92)))
    if p.name == "night":
        stars(c, 500)
    clouds(c, 50, 330, 0.8)
    peak = w * rng.uniform(0.28, 0.42)
    for layer, (near, base, tall, wide, count) in enumerate(
        (
            (0.14, 720, 330, 70, 24),
            (0.30, 740, 390, 88, 19),
            (0.47, 770, 330, 108, 15),
            (0.64, 800, 230, 132, 12),
        )
    ):
        tone = p.depth(near)
        places = rng.sample(range(count), count)
        for i in places:
            x = -60 + (w + 60) * i / count + rng.uniform(-18, 18)
            lift = max(0.0, 1 - abs(x - peak - layer * 60) / (w * 0.42))
            gap = 0.45 if abs(x + wide / 2 - sx) < 130 and layer < 3 else 1.0
            h = tall * (0.34 + 0.62 * lift * rng.uniform(0.5, 1.15) + 0.14 * rng.random()) * gap
            color = mix(tone, rng.choice((p.wall, p.far, p.accent, p.second)), 0.13 * layer * rng.random())
            tower_block(
                c,
                x,
                base,
                wide * rng.uniform(0.6, 1.05),
                h,
                color,
                1 if x < sx else -1,
                0.62 - 0.2 * layer,
                layer > 0,
                rng.choice(("flat", "flat", "step", "slant", "mast")),
            )
        if layer == 1:
            spire(c, sx - rng.uniform(110, 190), 760, 58, 420, tone, p.depth(0.4), 1)
            if rng.random() < 0.7:
                tower_crane(c, sx + rng.uniform(140, 260), 760, 410, 190, p.depth(0.5), -1)
        if layer < 3:
            veil(c, base - 150, base + 60, 0.55)
        if layer == 2:
            c.rect(0, base - 6, w, 1000, p.depth(0.5))
    _roofs(c, sx)
    birds(c, sx - 160, sy - 40, 8, p.depth(0.8))


def _roofs(c: Canvas, sx: float) -> None:
    """Slate and tile roofs at the foot of the picture."""
    p, rng, w = c.p, c.rng, c.w
    for row, (y, s) in enumerate(((800, 120), (880, 170))):
        x = -80.0 - 60 * row
        while x < w + 40:
            width, rise = s * rng.uniform(1.1, 1.9), s * rng.uniform(0.5, 0.85)
            tone = mix(p.depth(0.72 + 0.14 * row), p.accent, rng.choice((0.0, 0.12, 0.28)))
            wall = p.shade(mix(p.wall, p.mid, 0.4), 0.42 + 0.15 * row)
            ridge = y + rng.uniform(-20, 24)
            eaves = ridge + rise
            lit = 1 if x + width / 2 < sx else -1
            roof = [(x, eaves), (x + width * 0.22, ridge), (x + width * 0.86, ridge), (x + width * 1.08, eaves)]
            c.rect(x + 8, eaves - 2, x + width, 1000, wall)
            c.shape(roof, tone)
            c.grain(
                roof,
                p.lift(tone, 0.38),
                (x + (0.2 if lit > 0 else 0.9) * width, eaves),
                (x + (1.0 if lit > 0 else 0.1) * width, ridge),
                0.8,
            )
            for i in range(1, 6):
                yy = ridge + rise * i / 6
                c.line(
                    [(x + width * 0.22 * (1 - i / 6), yy), (x + width * (0.86 + 0.22 * i / 6), yy)],
                    p.shade(tone, 0.3),
                    1.4,
                    0.6,
                )
            for i in range(3):
                window(
                    c,
                    x + width * (0.18 + 0.26 * i),
                    eaves + 16,
                    width * 0.11,
                    s * 0.3,
                    glass(c),
                    p.shade(p.paper, 0.35),
                )
            if rng.random() < 0.8:
                chimney(
                    c,
                    x + width * rng.uniform(0.3, 0.7),
                    ridge + rise * 0.3,
                    s * 0.24,
                    p.shade(mix(p.accent, p.wood, 0.5), 0.3),
                )
            if rng.random() < 0.4:
                dx = x + width * 0.5
                c.shape(
                    [
                        (dx - s * 0.15, eaves - 4),
                        (dx - s * 0.15, ridge + rise * 0.42),
                        (dx, ridge + rise * 0.16),
                        (dx + s * 0.15, ridge + rise * 0.42),
                        (dx + s * 0.15, eaves - 4),
                    ],
                    wall,
                )
                window(c, dx - s * 0.08, ridge + rise * 0.46, s * 0.16, rise * 0.4, glass(c), p.shade(p.paper, 0.3))
            x += width * 1.06
    c.grain(box(0, 860, w, 1000), p.ink, (0, 850), (0, 1040), 0.8)


def construction(c: Canvas) -> None:
    """A concrete building frame going up under cranes, workers in helmets at its foot."""
    p, rng, w = c.p, c.rng, c.w
    sx, sy = w * rng.uniform(0.68, 0.8), rng.uniform(330, 470)
    sky(c, 830, (sx, sy, rng.uniform(60, 84)))
    clouds(c, 60, 400, 0.9)
    for i in range(15):
        tower_block(c, -40 + (w + 60) * i / 15, 830, 110, rng.uniform(90, 260), p.depth(0.2), 1, 0.6, False)
    veil(c, 640, 850, 0.7)
    tower_crane(c, w * rng.uniform(0.74, 0.84), 830, rng.uniform(560, 640), 340, p.depth(0.5), rng.choice((-1, 1)))
    left, right = w * rng.uniform(0.10, 0.15), w * rng.uniform(0.52, 0.60)
    floors, bays, base = rng.choice((6, 7)), rng.choice((5, 6)), 850.0
    storey, bay = 640 / 7, (right - left) / bays
    slab, inner = mix(p.wall, p.mid, 0.35), p.shade(mix(p.mid, p.near, 0.5), 0.2)
    for f in range(floors):
        y = base - storey * f
        done = bays if f < floors - 2 else bays - rng.choice((1, 2)) * (f - floors + 3)
        edge = left + bay * done
        c.rect(left + 14, y - storey, edge - 6, y, p.fog(inner, 0.12 + 0.02 * f))
        c.grain(box(left + 14, y - storey, edge - 6, y), p.lift(p.haze, 0.3), (left, 0), (edge + 120, 0), 0.8)
        for b in range(done + 1):
            x = left + bay * b
            c.rect(x - 7, y - storey, x + 9, y, slab)
            c.rect(x - 7, y - storey, x, y, p.shade(slab, 0.4))
            if f >= floors - 2:
                for k in (-4, 1, 6):
                    c.line([(x + k, y - storey), (x + k, y - storey - 34)], mix(p.accent, p.wood, 0.5), 2)
        c.rect(left - 16, y - storey - 11, edge + 18, y - storey + 5, p.lift(slab, 0.25))
        c.rect(left - 16, y - storey - 1, edge + 18, y - storey + 5, p.shade(slab, 0.4))
        if f and f < floors - 1:
            c.line([(left, y - 34), (edge, y - 34)], p.second, 2, 0.8)
        for _ in range(rng.choice((1, 1, 2))):
            _builder(c, rng.uniform(left + 40, edge - 30), y - 10, 64)
        if f < floors - 2 and rng.random() < 0.75:
            b = rng.randrange(bays)
            c.rect(
                left + bay * b + 9, y - storey + 5, left + bay * (b + 1) - 7, y - 8, mix(p.second, p.wood, 0.5), 0.85
            )
    for i in range(4):
        x = right + 26 + 26 * i
        c.line([(x, base), (x, base - storey * (floors - 2))], p.depth(0.8), 2.6)
    for f in range((floors - 2) * 2):
        y = base - storey * f / 2
        c.line([(right + 18, y), (right + 112, y)], p.depth(0.8), 2.4 if f % 2 else 4)
        c.line([(right + 26, y), (right + 104, y - storey / 2)], p.depth(0.75), 1.4)
    tower_crane(c, left - 62, base, 800, w * 0.62, mix(p.accent, p.ink, 0.12), 1)
    c.rect(0, 838, w, 1000, p.shade(p.ground, 0.15))
    c.grain(box(0, 838, w, 1000), p.ink, (w * 0.8, 830), (w * 0.15, 1060), 0.85)
    for i in range(9):
        c.shape(
            [
                (w * 0.66 + 62 * i, 838),
                (w * 0.66 + 62 * i, 782),
                (w * 0.66 + 58 + 62 * i, 782),
                (w * 0.66 + 58 + 62 * i, 838),
            ],
            mix(p.wood, p.second, 0.35 if i % 2 else 0.5),
        )
    for i, (fx, size) in enumerate(((0.60, 186), (0.685, 178), (0.33, 160))):
        _builder(
            c, w * fx + rng.uniform(-14, 14), 930 + 6 * i, size, ("point", "hold", "walk")[i], -1 if i != 2 else 1, 0.9
        )
    for i in range(5):
        x = w * 0.80 + 54 * i
        c.rect(x, 900 - 12 * (i % 2), x + 190, 912 - 12 * (i % 2), mix(p.wood, p.second, 0.4))
        c.rect(x, 909 - 12 * (i % 2), x + 190, 914 - 12 * (i % 2), p.shade(p.wood, 0.6))


def _builder(c: Canvas, x: float, y: float, h: float, pose: str = "", face: int = 0, shadow: float = 0.0) -> None:
    """A worker in a helmet and a bright jacket."""
    p, rng = c.p, c.rng
    look = dress(
        c,
        1.0,
        top=rng.choice((p.accent, p.second)),
        hem=0.0,
        hat="helmet",
        hat_color=rng.choice((p.paper, p.second, p.accent)),
        bag=None,
        scarf=None,
    )
    person(
        c,
        x,
        y,
        h,
        look,
        pose or rng.choice(("reach", "walk", "lean", "stand", "point")),
        face or rng.choice((-1, 1)),
        1,
        shadow,
    )

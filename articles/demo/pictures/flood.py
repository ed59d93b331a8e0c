"""High water in the streets."""

from __future__ import annotations

from .canvas import Canvas
from .houses import gable_house
from .land import bare_tree, contour, hill, wavelets
from .landmarks import street_lamp
from .looks import dress
from .outlines import box, smooth
from .palettes import mix
from .people import person
from .ships import afloat, rowing_boat
from .sky import clouds, rain, snow
from .terraces import terrace_house


def flood(c: Canvas) -> None:
    """A street under water to its window sills, and a boat bringing people out."""
    p, rng, w = c.p, c.rng, c.w
    line = rng.uniform(600, 640)
    c.gradient(0, line, (p.shade(p.sky[0], 0.12), mix(p.sky[0], p.sky[1], 0.7), mix(p.sky[1], p.sky[2], 0.7)))
    clouds(c, 30, 330, 1.4, False)
    c.glow(w * 0.74, line - 120, 560, 260, p.sky[2], 0.7)
    hill(c, contour(c, line - 80, 90, 0.5), p.depth(0.16), p.haze, line, 120)
    tones = [
        mix(p.accent, p.wood, 0.4),
        p.wall,
        mix(p.wall, p.second, 0.5),
        mix(p.wall, p.mid, 0.5),
        mix(p.wall, p.leaf, 0.45),
    ]
    x = w * 0.5
    for i in range(5):
        size = 120 - 12 * i
        gable_house(
            c,
            x + 130 + i * 124,
            line + 40,
            size,
            150 - 14 * i,
            p.fog(tones[i % 5], 0.42 + 0.06 * i),
            -1,
            "plain",
            2,
            2,
            False,
            0.42,
        )
    xs, order = -70.0, rng.sample(range(5), 5)
    for i in range(3):
        size = 260 - 30 * i
        gable_house(
            c,
            xs,
            line + 96 - 18 * i,
            size,
            380 - 46 * i,
            p.fog(tones[order[i]], 0.1 * i),
            1,
            rng.choice(("plain", "side", "plain")),
            3,
            3,
            False,
            0.1 * i,
        )
        xs += size + rng.uniform(14, 54)
    bare_tree(c, w * 0.61, line + 30, 330, p.depth(0.66), 6)
    for i, fx in enumerate((0.68, 0.80, 0.90)):
        street_lamp(c, w * fx, line + 40 - 8 * i, 210 - 36 * i, p.depth(0.85 - 0.1 * i), -1)
    post = w * rng.uniform(0.50, 0.55)
    c.limb((post, line + 60), (post, line - 90), 8, 8, p.depth(0.9))
    c.shape([(post, line - 140), (post + 46, line - 62), (post - 46, line - 62)], p.accent)
    c.shape([(post, line - 122), (post + 30, line - 71), (post - 30, line - 71)], p.paper)
    murk = mix(p.water, p.ground, 0.25)
    c.gradient(line, 1000, (mix(murk, p.sky[2], 0.4), murk, p.shade(murk, 0.4), p.shade(murk, 0.6)))
    c.reflect(line, 1000, murk, 0.52, 6)
    c.grain(box(0, line, w, 1000), p.shade(murk, 0.65), (0, line + 90), (0, 1050), 0.85)
    wavelets(c, line + 8, 1000, mix(p.sky[2], murk, 0.2), 100, 0.4)
    cx = w * rng.uniform(0.74, 0.84)
    car = smooth(
        [
            (cx - 120, line + 84),
            (cx - 84, line + 52),
            (cx - 50, line + 26),
            (cx + 40, line + 24),
            (cx + 82, line + 54),
            (cx + 128, line + 66),
            (cx + 130, line + 86),
        ],
        False,
        4,
    )
    c.shape([*car, (cx + 130, line + 88), (cx - 120, line + 88)], mix(p.near, p.accent, 0.3))
    c.shape(
        [(cx - 66, line + 56), (cx - 42, line + 34), (cx - 4, line + 33), (cx - 4, line + 57)],
        mix(p.sky[1], p.near, 0.4),
    )
    c.shape(
        [(cx + 6, line + 57), (cx + 6, line + 33), (cx + 36, line + 34), (cx + 62, line + 57)],
        mix(p.sky[1], p.near, 0.4),
    )
    for i in range(3):
        c.line(
            [(cx - 160 + 20 * i, line + 88 + 9 * i), (cx + 160 - 30 * i, line + 89 + 9 * i)],
            mix(p.sky[2], murk, 0.3),
            3,
            0.7,
        )
    bx, by, size = w * rng.uniform(0.36, 0.46), rng.uniform(822, 850), 420
    frame_people = ((-0.30, "sit", 1), (-0.06, "sit", 1), (0.16, "sit", -1))
    for u, pose, face in frame_people:
        look = dress(c, 1.0, top=rng.choice((p.accent, p.second)), hem=0.0, bag=None)
        person(c, bx + u * size, by - 6, 170, look, pose, face, -1)
    afloat(
        c,
        rowing_boat(p.accent if rng.random() < 0.4 else p.shade(p.second, 0.1)),
        bx,
        by,
        size,
        1,
        0.6,
        0.4,
        water=murk,
    )
    person(
        c,
        bx + size * 0.36,
        by - 18,
        205,
        dress(c, 1.0, top=p.second, hem=0.0, hat="helmet", hat_color=p.accent, bag=None),
        "reach",
        -1,
        -1,
    )
    c.shape(
        [
            (bx + size * 0.3, by - 30),
            (bx + size * 0.62, by - 36),
            (bx + size * 0.62, by + 20),
            (bx + size * 0.3, by + 20),
        ],
        murk,
        0.0,
    )
    c.line([(bx + size * 0.30, by - 150), (bx + size * 0.22, by + 60)], p.shade(p.wood, 0.2), 6)
    if p.name in ("storm", "night", "dusk"):
        rain(c, mix(p.paper, p.sky[2], 0.4), 170)
    elif p.name == "winter":
        snow(c, p.paper, 160)


def flooded_terrace(c: Canvas) -> None:
    """A terrace of small houses with water to the sills and a rowing boat tied to a lamp post."""
    p, rng, w = c.p, c.rng, c.w
    line = rng.uniform(560, 590)
    c.gradient(0, line, (p.shade(p.sky[0], 0.12), mix(p.sky[0], p.sky[1], 0.7), mix(p.sky[1], p.sky[2], 0.7)))
    clouds(c, 20, 220, 1.3, False)
    for i in range(12):
        size = 84
        terrace_house(
            c,
            -40 + size * 1.6 * i,
            372,
            size * 1.3,
            mix(p.depth(0.24), rng.choice((p.wall, p.accent)), 0.2),
            p.depth(0.36),
            0.6,
            1,
        )
    bare_tree(c, w * rng.uniform(0.1, 0.2), 430, 320, p.depth(0.5), 6)
    tones = [
        mix(p.accent, p.wood, 0.45),
        mix(p.wall, p.wood, 0.35),
        mix(p.wall, p.second, 0.4),
        mix(p.wall, p.mid, 0.35),
        mix(p.wall, p.leaf, 0.35),
    ]
    size, x, index = rng.uniform(208, 236), -60.0 - rng.uniform(0, 90), rng.randrange(5)
    while x < w + 40:
        terrace_house(c, x, line + 46, size, tones[(index * 2) % 5], p.shade(p.near, 0.15), 0.0, 1)
        x += size
        index += 1
    c.grain(box(0, line - 40, w, line + 46), p.shade(p.wood, 0.5), (0, line - 44), (0, line + 20), 0.7)
    c.rect(0, line - 36, w, line - 31, p.shade(p.wood, 0.5), 0.6)
    murk = mix(p.water, p.ground, 0.3)
    c.gradient(line, 1000, (mix(murk, p.sky[2], 0.35), murk, p.shade(murk, 0.35), p.shade(murk, 0.6)))
    c.reflect(line, 1000, murk, 0.5, 6)
    c.grain(box(0, line, w, 1000), p.shade(murk, 0.65), (0, line + 120), (0, 1060), 0.85)
    wavelets(c, line + 8, 1000, mix(p.sky[2], murk, 0.2), 90, 0.4)
    for _ in range(9):
        dx, dy = rng.uniform(0, w), rng.uniform(line + 40, 900)
        c.limb((dx, dy), (dx + rng.uniform(20, 70), dy + 3), 6, 4, p.shade(p.wood, 0.3))
    lx = w * rng.uniform(0.3, 0.4)
    street_lamp(c, lx, 800, 520, p.ink, 0)
    for k in range(3):
        c.line([(lx - 60 - 20 * k, 800 + 9 * k), (lx + 60 + 20 * k, 800 + 9 * k)], mix(p.sky[2], murk, 0.3), 3, 0.7)
    c.grain([(lx - 9, 800), (lx + 9, 800), (lx + 16, 990), (lx - 12, 990)], p.ink, (lx, 1000), (lx, 790), 0.6)
    bx = lx + rng.uniform(230, 300)
    afloat(c, rowing_boat(rng.choice((p.accent, p.second, p.near))), bx, 842, 360, -1, 0.6, 0.4, water=murk)
    c.line(smooth([(lx, 744), ((lx + bx - 190) / 2, 812), (bx - 188, 770)], False), p.lift(p.wood, 0.3), 4)
    c.line([(bx - 60, 806), (bx + 190, 776)], p.lift(p.wood, 0.4), 7)
    sign = w * rng.uniform(0.76, 0.86)
    c.limb((sign, 760), (sign, 610), 8, 8, p.ink)
    c.disc(sign, 590, 40, p.accent)
    c.rect(sign - 24, 582, sign + 24, 598, p.paper)
    if p.name in ("storm", "night", "dusk"):
        rain(c, mix(p.paper, p.sky[2], 0.4), 170)
    elif p.name == "winter":
        snow(c, p.paper, 160)

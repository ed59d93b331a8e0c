"""Cover art for podcasts: abstract, without words."""

from __future__ import annotations

import math
import random

from PIL import Image

from .canvas import Canvas
from .outlines import Point, arc, box, smooth
from .palettes import PALETTES, mix

COVER = (1400, 1400)


def artwork(title_seed: int, palette: str) -> Image.Image:
    """Square cover art, 1400 pixels; the seed's remainder by five chooses the motif."""
    if palette not in PALETTES:
        raise ValueError(f"Unknown palette {palette!r}: use one of {', '.join(PALETTES)}.")
    c = Canvas(COVER, PALETTES[palette], random.Random(f"artwork/{title_seed}"))
    (_tide, _count, _voice, _tiles, _beam)[title_seed % 5](c)
    return c.finish()


def _tide(c: Canvas) -> None:
    """A low sun over bands of water, the nearest darkest."""
    p, rng = c.p, c.rng
    c.gradient(0, 1000, (p.sky[0], p.sky[1], p.sky[2]))
    x, y, r = rng.uniform(380, 620), rng.uniform(330, 400), rng.uniform(190, 230)
    c.glow(x, y, 620, 560, p.sun, 0.7)
    c.disc(x, y, r, mix(p.accent, p.second, 0.35))
    c.grain(arc(x, y, r, r, 0, 360, 80), p.second, (x, y + r), (x, y - r), 0.9)
    for i in range(7):
        t = i / 6
        base, swing = 430 + 82 * i, 26 + 10 * i
        phase = rng.uniform(0, 6.28)
        crest: list[Point] = [
            (-20 + 1040 * k / 40, base + swing * math.sin(phase + k / 40 * (7 - 3 * t))) for k in range(41)
        ]
        body = [*crest, (1020, 1010), (-20, 1010)]
        color = p.depth(0.24 + 0.72 * t)
        c.shape(body, color)
        c.grain(body, p.lift(color, 0.35), (0, base + 150), (0, base - swing), 0.9)
        c.line(crest, mix(p.light, color, 0.35 + 0.3 * t), 5)
    for k in range(9):
        yy = 470 + 52 * k
        half = r * (0.85 - 0.06 * k) * rng.uniform(0.5, 1)
        c.shape([(x - half, yy), (x, yy - 7), (x + half, yy), (x, yy + 7)], p.second, 0.55)


def _count(c: Canvas) -> None:
    """A field of counters: size and colour follow two slow waves."""
    p, rng = c.p, c.rng
    c.rect(0, 0, 1000, 1000, p.near if not p.dark else p.ink)
    c.grain(box(0, 0, 1000, 1000), p.ink, (200, 0), (900, 1100), 0.9)
    a, b, d = rng.uniform(0, 6), rng.uniform(0, 6), rng.uniform(0.4, 0.8)
    n = 9
    for i in range(n):
        for j in range(n):
            x, y = 110 + 780 * i / (n - 1), 110 + 780 * j / (n - 1)
            v = 0.5 + 0.28 * math.sin(a + i * d) + 0.28 * math.sin(b + j * d * 0.9 + i * 0.25)
            r = 10 + 37 * max(0.0, min(1.0, v))
            color = mix(p.far, p.second, v) if v < 0.66 else mix(p.second, p.accent, (v - 0.66) * 4)
            c.disc(x, y, r, color)
            if r > 20:
                c.grain(
                    arc(x, y, r, r, 0, 360, 36), p.shade(color, 0.5), (x - r * 0.3, y - r * 0.4), (x + r, y + r), 0.9
                )
    i, j = rng.randrange(2, n - 2), rng.randrange(2, n - 2)
    x, y = 110 + 780 * i / (n - 1), 110 + 780 * j / (n - 1)
    c.disc(x, y, 62, p.paper)
    c.disc(x, y, 46, p.accent)


def _voice(c: Canvas) -> None:
    """Arcs of sound spreading from one corner."""
    p, rng = c.p, c.rng
    c.rect(0, 0, 1000, 1000, mix(p.sky[2], p.paper, 0.4))
    corner = rng.choice(((0, 1000), (1000, 1000)))
    tones = [p.ink, p.near, p.mid, p.accent, p.second, p.far, p.sky[1]]
    for i in range(len(tones) * 2):
        r = 1240 - 86 * i
        color = tones[(i * 3) % len(tones)]
        ring = arc(*corner, r, r, 180, 360, 90)
        c.shape([*ring, corner], color)
        c.grain([*ring, corner], p.shade(color, 0.5), (corner[0], 1000 - r * 0.55), (corner[0], 1000 - r), 0.7)
    c.disc(*corner, 90, p.paper)


def _tiles(c: Canvas) -> None:
    """Quarter discs on a four by four board."""
    p, rng = c.p, c.rng
    tones = [p.accent, p.second, p.near, p.mid, p.paper, p.leaf, p.ink]
    for i in range(4):
        for j in range(4):
            x, y, s = 250 * i, 250 * j, 250
            ground, figure = rng.sample(tones, 2)
            c.rect(x, y, x + s, y + s, ground)
            kind, turn = rng.randrange(4), rng.randrange(4)
            cx, cy = ((x, y), (x + s, y), (x + s, y + s), (x, y + s))[turn]
            if kind < 2:
                wedge = [(cx, cy), *arc(cx, cy, s, s, 90 * turn, 90 * turn + 90, 30)]
                c.shape(wedge, figure)
                c.grain(
                    wedge,
                    p.shade(figure, 0.5),
                    (cx, cy),
                    (x + s / 2 + (x + s / 2 - cx), y + s / 2 + (y + s / 2 - cy)),
                    0.8,
                )
                if kind == 1:
                    c.shape([(cx, cy), *arc(cx, cy, s * 0.5, s * 0.5, 90 * turn, 90 * turn + 90, 24)], ground)
            elif kind == 2:
                c.disc(x + s / 2, y + s / 2, s * 0.36, figure)
                c.grain(
                    arc(x + s / 2, y + s / 2, s * 0.36, s * 0.36, 0, 360, 40),
                    p.shade(figure, 0.5),
                    (x, y),
                    (x + s, y + s),
                    0.8,
                )
            else:
                for k in range(4):
                    c.rect(x, y + s * k / 4, x + s, y + s * (k + 0.5) / 4, figure)
            c.grain(box(x, y, x + s, y + s), p.ink, (x + s * 0.3, y), (x + s * 1.9, y + s * 0.9), 0.4)


def _beam(c: Canvas) -> None:
    """A light sweeping over layered hills."""
    p, rng = c.p, c.rng
    c.gradient(0, 1000, (p.shade(p.sky[0], 0.3), p.sky[0], p.sky[1]))
    x, y = rng.uniform(300, 700), rng.uniform(360, 440)
    for turn in (rng.uniform(-70, -40), rng.uniform(10, 40), rng.uniform(120, 150), rng.uniform(190, 220)):
        a, b = math.radians(turn - 9), math.radians(turn + 9)
        c.grain(
            [
                (x, y),
                (x + 1300 * math.cos(a), y + 1300 * math.sin(a)),
                (x + 1300 * math.cos(b), y + 1300 * math.sin(b)),
            ],
            p.light,
            (x + 900 * math.cos((a + b) / 2), y + 900 * math.sin((a + b) / 2)),
            (x, y),
            0.9,
            0.5,
        )
    c.glow(x, y, 300, 300, p.light, 0.9)
    for i in range(5):
        t = i / 4
        base = 560 + 92 * i
        crest = smooth([(-40 + 180 * k, base + rng.uniform(-70, 60) * (1 - 0.4 * t)) for k in range(7)], False, 8)
        body = [*crest, (1040, 1010), (-40, 1010)]
        color = p.depth(0.34 + 0.64 * t)
        c.shape(body, color)
        c.grain(body, p.fog(color, 0.4), (0, base + 20), (0, base + 190), 0.7)
    c.disc(x, y, 56, p.second)
    c.disc(x, y, 34, p.paper)

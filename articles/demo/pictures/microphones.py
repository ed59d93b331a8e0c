"""The podcast table."""

from __future__ import annotations

from .canvas import Canvas
from .landmarks import distant_city
from .outlines import arc, box, smooth
from .palettes import mix


def microphones(c: Canvas) -> None:
    """Two microphones facing each other across a round table, papers and a lamp between them."""
    p, rng, w = c.p, c.rng, c.w
    wall = p.shade(mix(p.near, p.wood, 0.2), 0.15)
    c.rect(0, 0, w, 1000, wall)
    for i in range(18):
        x = w * i / 18
        c.rect(x + 5, 0, x + w / 18 - 5, 700, p.lift(wall, 0.07))
        c.rect(x + w / 18 - 16, 0, x + w / 18 - 5, 700, p.shade(wall, 0.35))
    x0, x1 = w * rng.uniform(0.24, 0.3), w * rng.uniform(0.70, 0.76)
    c.rect(x0 - 18, 92, x1 + 18, 478, p.shade(p.wood, 0.2))
    with c.clip(box(x0, 110, x1, 460)):
        c.gradient(110, 460, (p.shade(p.sky[0], 0.35), p.shade(p.sky[0], 0.1), mix(p.sky[0], p.sky[1], 0.7)))
        c.disc(x0 + (x1 - x0) * rng.uniform(0.2, 0.8), 190, 34, p.sun)
        distant_city(c, x0 - 20, x1 + 20, 380, 120, p.shade(p.mid, 0.35))
        c.gradient(378, 462, (mix(p.water, p.sky[1], 0.4), p.shade(p.water, 0.4)))
        for _ in range(70):
            lx = rng.uniform(x0, x1)
            c.rect(lx, rng.uniform(330, 376), lx + 4, rng.uniform(376, 378), p.light, 0.9)
            c.rect(lx, 380, lx + 3, 380 + rng.uniform(10, 60), p.light, 0.25)
    c.rect((x0 + x1) / 2 - 4, 110, (x0 + x1) / 2 + 4, 460, p.shade(p.wood, 0.2))
    mid, ty = w * rng.uniform(0.47, 0.53), 770.0
    c.glow(mid, 560, 760, 520, p.light, 0.45)
    for side in (-1, 1):
        _armchair(c, mid + side * 560, 800, 330, side)
    top = arc(mid, ty + 60, 620, 190, 0, 360, 70)
    c.shape([(px, py + 44) for px, py in top], p.shade(p.wood, 0.7))
    table = mix(p.wood, p.second, 0.25)
    c.shape(top, table)
    c.grain(top, p.shade(p.wood, 0.75), (mid, ty), (mid, ty + 270), 0.9)
    c.glow(mid, ty + 10, 380, 110, p.light, 0.7)
    lx = mid + rng.uniform(-30, 30)
    c.line([(lx, -10), (lx, 250)], p.ink, 5)
    c.grain(
        [(lx - 100, 330), (lx + 100, 330), (lx + 420, ty + 60), (lx - 420, ty + 60)],
        p.light,
        (lx, ty + 160),
        (lx, 300),
        0.5,
        0.7,
    )
    shade = [(lx - 118, 338), (lx - 40, 248), (lx + 40, 248), (lx + 118, 338)]
    tone = rng.choice((p.accent, p.second, p.green))
    c.shape(shade, tone)
    c.grain(shade, p.shade(tone, 0.65), (lx - 50, 0), (lx + 130, 0), 0.9)
    c.oval(lx, 338, 116, 15, p.light)
    for k in range(4):
        a = rng.uniform(-0.2, 0.2)
        ox, oy = mid + rng.uniform(-90, 60), ty + 30 + 9 * k
        sheet = [(ox - 110, oy), (ox + 100, oy - 16 + 60 * a), (ox + 136, oy + 52), (ox - 104, oy + 72 - 40 * a)]
        c.shape(sheet, mix(p.paper, p.light, 0.3) if k == 3 else mix(p.paper, table, 0.25))
    for k in range(5):
        c.line([(ox - 80, oy + 12 + 10 * k), (ox + rng.uniform(20, 86), oy + 6 + 10 * k)], p.mid, 3, 0.7)
    c.line([(mid + 120, ty + 60), (mid + 196, ty + 42)], p.accent, 7)
    for side in (-1, 1):
        _table_microphone(c, mid + side * rng.uniform(250, 290), ty + 54, 380, side)
        gx = mid + side * 420
        c.shape(
            [(gx - 34, ty + 12), (gx + 34, ty + 12), (gx + 27, ty + 92), (gx - 27, ty + 92)],
            p.paper if side < 0 else tone,
        )
        c.grain(box(gx - 34, ty + 12, gx + 34, ty + 92), p.ink, (gx - 20, 0), (gx + 60, 0), 0.7)
        c.oval(gx, ty + 12, 34, 9, p.shade(p.wood, 0.6))
    hx = mid + rng.choice((-1, 1)) * 60
    c.line(arc(hx, ty + 168, 96, 52, 170, 370, 24), p.ink, 15)
    for side in (-1, 1):
        c.oval(hx + side * 92, ty + 186, 26, 36, p.ink)
        c.oval(hx + side * 92 - 5, ty + 184, 15, 25, p.second)


def _armchair(c: Canvas, x: float, y: float, s: float, side: int) -> None:
    """An empty chair at the edge of the light."""
    p = c.p
    tone = p.shade(mix(p.accent, p.near, 0.4), 0.3)
    back = smooth(
        [
            (x - s * 0.42, y + 60),
            (x - s * 0.42, y - s * 0.6),
            (x - s * 0.2, y - s * 0.86),
            (x + s * 0.2, y - s * 0.86),
            (x + s * 0.42, y - s * 0.6),
            (x + s * 0.42, y + 60),
        ],
        False,
        6,
    )
    c.shape(back, tone)
    c.grain(back, p.ink, (x - side * s * 0.3, y - s * 0.3), (x + side * s * 0.5, y), 0.9)


def _table_microphone(c: Canvas, x: float, y: float, s: float, side: int) -> None:
    """A microphone on a short stand, turned towards the chair on its own side."""
    p = c.p
    c.oval(x, y + s * 0.02, s * 0.24, s * 0.07, p.ink, 0.5)
    c.oval(x, y, s * 0.2, s * 0.055, p.ink)
    c.line([(x, y - s * 0.02), (x, y - s * 0.5)], p.ink, s * 0.035)
    hx, hy = x + side * s * 0.04, y - s * 0.66
    c.line(arc(hx, hy, s * 0.2, s * 0.2, 20, 160, 14), p.near, s * 0.03)
    a, b = (hx - side * s * 0.13, hy + s * 0.16), (hx + side * s * 0.12, hy - s * 0.14)
    c.limb(a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), s * 0.15, s * 0.2, p.near)
    c.limb(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b, s * 0.22, s * 0.24, mix(p.paper, p.mid, 0.4))
    ring = arc(b[0], b[1], s * 0.12, s * 0.12, 0, 360, 24)
    c.grain(ring, p.ink, (b[0] - s * 0.04, b[1] - s * 0.06), (b[0] + s * 0.12, b[1] + s * 0.12), 0.9)
    with c.clip(ring):
        for k in range(-4, 5):
            c.line(
                [(b[0] - s * 0.14, b[1] + k * s * 0.03), (b[0] + s * 0.14, b[1] + k * s * 0.03 - s * 0.05)],
                p.shade(p.mid, 0.4),
                2.4,
            )
    mx, my = (a[0] * 0.45 + b[0] * 0.55, a[1] * 0.45 + b[1] * 0.55)
    c.limb((mx - s * 0.07, my - side * s * 0.07), (mx + s * 0.07, my + side * s * 0.07), s * 0.035, s * 0.035, p.accent)

"""Town houses with their gables, alone and in rows."""

from __future__ import annotations

from .buildings import glass, grid, window
from .canvas import Canvas
from .outlines import Point, arc, box
from .palettes import Color, mix


def gable_house(
    c: Canvas,
    x: float,
    base: float,
    width: float,
    height: float,
    color: Color,
    sun: int = -1,
    gable: str = "plain",
    floors: int = 3,
    bays: int = 3,
    door: bool = True,
    fog: float = 0.0,
) -> None:
    """A narrow town house with its gable to the front."""
    p, rng = c.p, c.rng
    rise = width * (0.55 if gable != "flat" else 0.2) * rng.uniform(0.85, 1.1)
    eaves = base - height
    roof = p.fog(mix(p.near, p.accent, 0.3 if gable != "step" else 0.12), fog)
    trim = p.fog(mix(p.paper, color, 0.2), fog)
    middle = x + width / 2
    stack = x + width * (0.72 if sun > 0 else 0.16)
    c.rect(stack, eaves - rise * 0.95, stack + width * 0.12, eaves - rise * 0.1, p.shade(roof, 0.25))
    front: list[Point]
    if gable == "step":
        front = [(x, base), (x, eaves)]
        for i in range(1, 5):
            front += [
                (x + width * 0.105 * (i - 1), eaves - rise * i / 4),
                (x + width * 0.105 * i, eaves - rise * i / 4),
            ]
        front += [(2 * middle - px, py) for px, py in front[::-1]]
    elif gable == "bell":
        front = [
            (x, base),
            (x, eaves),
            (x + width * 0.1, eaves),
            (x + width * 0.2, eaves - rise * 0.55),
            *arc(middle, eaves - rise * 0.6, width * 0.22, rise * 0.45, 180, 360, 12),
            (x + width * 0.8, eaves - rise * 0.55),
            (x + width * 0.9, eaves),
            (x + width, eaves),
            (x + width, base),
        ]
    elif gable == "side":
        c.shape(
            [
                (x - width * 0.03, eaves),
                (x + width * 0.06, eaves - rise * 0.75),
                (x + width * 0.94, eaves - rise * 0.75),
                (x + width * 1.03, eaves),
            ],
            roof,
        )
        c.grain(
            box(x, eaves - rise * 0.75, x + width, eaves),
            p.shade(roof, 0.5),
            (x if sun < 0 else x + width, 0),
            (x + width * (1.6 if sun < 0 else -0.6), 0),
            0.7,
        )
        front = [(x, base), (x, eaves), (x + width, eaves), (x + width, base)]
        for i in range(2):
            dx = x + width * (0.24 + 0.36 * i)
            c.shape(
                [
                    (dx, eaves),
                    (dx, eaves - rise * 0.4),
                    (dx + width * 0.08, eaves - rise * 0.58),
                    (dx + width * 0.16, eaves - rise * 0.4),
                    (dx + width * 0.16, eaves),
                ],
                color,
            )
            c.rect(dx + width * 0.03, eaves - rise * 0.38, dx + width * 0.13, eaves - rise * 0.06, p.fog(glass(c), fog))
    else:
        front = [(x, base), (x, eaves), (middle, eaves - rise), (x + width, eaves), (x + width, base)]
    c.shape(front, color)
    c.grain(
        front,
        p.shade(color, 0.55),
        (x if sun < 0 else x + width, eaves),
        (x + width * (1.9 if sun < 0 else -0.9), base),
        0.9,
    )
    if gable == "plain":
        t = width * 0.05
        c.shape(
            [
                (x - t, eaves + t),
                (middle, eaves - rise - t * 1.3),
                (x + width + t, eaves + t),
                (x + width + t, eaves + t * 2.2),
                (middle, eaves - rise + t * 0.4),
                (x - t, eaves + t * 2.2),
            ],
            roof,
        )
    if gable in ("plain", "bell", "step"):
        window(
            c,
            middle - width * 0.085,
            eaves - rise * 0.52,
            width * 0.17,
            rise * 0.4,
            p.fog(glass(c), fog),
            trim,
            gable == "bell",
        )
    ground = height * (0.3 if door else 0.0)
    grid(
        c,
        x + width * 0.06,
        eaves + height * 0.03,
        x + width * 0.94,
        base - ground,
        bays,
        floors,
        0.46,
        0.62,
        trim,
        fog=fog,
        bars=(1, 1),
    )
    if door:
        top = base - ground * 0.82
        at = rng.choice((0.1, 0.62))
        panel = p.fog(rng.choice((p.accent, p.near, p.leaf, p.ink)), fog)
        window(c, x + width * at, top, width * 0.24, base - top, panel, trim, rng.random() < 0.5, (0, 0))
        window(
            c,
            x + width * (0.46 if at < 0.3 else 0.1),
            top,
            width * 0.42,
            (base - top) * 0.6,
            p.fog(glass(c), fog),
            trim,
            False,
            (2, 0),
        )


def house_row(
    c: Canvas, x0: float, x1: float, base: float, height: float, sun: int = -1, fog: float = 0.0, width: float = 120.0
) -> None:
    """A row of town houses of mixed gables and colours."""
    p, rng = c.p, c.rng
    tones = [
        p.wall,
        mix(p.wall, p.accent, 0.55),
        mix(p.wall, p.second, 0.6),
        mix(p.wall, p.mid, 0.6),
        mix(p.wall, p.leaf, 0.45),
        mix(p.accent, p.near, 0.25),
        mix(p.wall, p.wood, 0.4),
    ]
    x, last = x0, None
    while x < x1:
        w = width * rng.uniform(0.75, 1.2)
        color = rng.choice([t for t in tones if t != last])
        last = color
        floors = rng.choice((2, 3, 3))
        gable_house(
            c,
            x,
            base,
            w,
            height * (0.55 + 0.16 * floors) * rng.uniform(0.9, 1.08),
            p.fog(color, fog),
            sun,
            rng.choice(("plain", "step", "bell", "side", "side")),
            floors,
            2 if w < width * 0.85 else 3,
            fog=fog,
        )
        x += w

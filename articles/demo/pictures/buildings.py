"""Buildings and street furniture: windows, façades, roofs, towers, cranes, lamps."""

from __future__ import annotations

from .canvas import Canvas, Point, arc, box
from .palettes import Color, mix


def glass(c: Canvas) -> Color:
    """Colour of one window: lit by chance, else dark glass that holds a little sky."""
    p = c.p
    if c.rng.random() < p.lit:
        return mix(p.light, p.second, c.rng.choice((0.0, 0.15, 0.45)))
    return mix(p.near, p.sky[1], c.rng.uniform(0.02, 0.28)) if not p.dark else mix(p.near, p.ink, 0.4)


def window(
    c: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    pane: Color,
    frame: Color | None = None,
    arched: bool = False,
    bars: tuple[int, int] = (1, 1),
) -> None:
    """A window with its top left corner at (x, y), with glazing bars across and down."""
    outline = box(x, y, x + w, y + h)
    if arched:
        outline = [(x, y + h), (x, y + w / 2), *arc(x + w / 2, y + w / 2, w / 2, w / 2, 180, 360, 12), (x + w, y + h)]
    if frame:
        m = max(1.2, w * 0.08)
        c.shape(
            [
                (x + w / 2 + (px - x - w / 2) * (1 + 2 * m / w), y + h / 2 + (py - y - h / 2) * (1 + 2 * m / h))
                for px, py in outline
            ],
            frame,
        )
    c.shape(outline, pane)
    bar = frame or c.p.shade(pane, 0.4)
    for i in range(1, bars[0] + 1):
        bx = x + w * i / (bars[0] + 1)
        c.rect(bx - max(0.6, w * 0.03), y, bx + max(0.6, w * 0.03), y + h, bar)
    for i in range(1, bars[1] + 1):
        by = y + h * i / (bars[1] + 1)
        c.rect(x, by - max(0.5, w * 0.025), x + w, by + max(0.5, w * 0.025), bar)


def grid(
    c: Canvas,
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    columns: int,
    rows: int,
    fill: float = 0.55,
    tall: float = 0.62,
    frame: Color | None = None,
    arched: bool = False,
    fog: float = 0.0,
    bars: tuple[int, int] = (0, 0),
) -> None:
    """Rows of windows over a wall."""
    cell_w, cell_h = (x1 - x0) / columns, (y1 - y0) / rows
    for row in range(rows):
        for column in range(columns):
            w, h = cell_w * fill, cell_h * tall
            pane = c.p.fog(glass(c), fog)
            x, y = x0 + cell_w * (column + 0.5) - w / 2, y0 + cell_h * (row + 0.5) - h / 2
            if frame is None and not arched and bars == (0, 0):
                c.rect(x, y, x + w, y + h, pane)
            else:
                window(c, x, y, w, h, pane, frame, arched, bars)


def tower_block(
    c: Canvas,
    x: float,
    base: float,
    width: float,
    height: float,
    color: Color,
    sun: int = -1,
    fog: float = 0.0,
    detail: bool = True,
    top: str = "flat",
) -> None:
    """A city block seen at a slant: a lit front and a shaded side."""
    p, rng = c.p, c.rng
    y = base - height
    side = width * rng.uniform(0.18, 0.34)
    edge = x + width - side if sun < 0 else x + side
    front = (x, edge) if sun < 0 else (edge, x + width)
    back = (edge, x + width) if sun < 0 else (x, edge)
    dark = mix(color, p.depth(0.95), 0.34)
    if top == "step":
        inset = width * 0.16
        c.rect(x + inset, y - height * 0.12, x + width - inset, y + 2, mix(color, dark, 0.4))
    elif top == "slant":
        c.shape([(x, y + 1), (x + width, y + 1), (x + width if sun < 0 else x, y - width * 0.4)], mix(color, dark, 0.5))
    elif top == "mast":
        c.line([(x + width * 0.4, y), (x + width * 0.4, y - height * 0.22)], color, 2.2)
        c.rect(x + width * 0.25, y - height * 0.04, x + width * 0.6, y + 2, mix(color, dark, 0.5))
    c.rect(x, y, x + width, base, color)
    c.rect(back[0], y, back[1], base, dark)
    c.grain(box(front[0], y, front[1], base), dark, (0, y), (0, base + height * 0.3), 0.6)
    if detail:
        floors = max(3, int(height / 26))
        m = (front[1] - front[0]) * 0.09
        grid(
            c,
            front[0] + m,
            y + 8,
            front[1] - m,
            base - 4,
            max(2, int((front[1] - front[0]) / 17)),
            floors,
            0.5,
            0.52,
            fog=fog,
        )
        if side > 22:
            grid(
                c,
                back[0] + 4,
                y + 8,
                back[1] - 4,
                base - 4,
                max(1, int(side / 17)),
                floors,
                0.42,
                0.52,
                fog=min(1, fog + 0.1),
            )


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


def spire(
    c: Canvas, x: float, base: float, width: float, height: float, color: Color, roof: Color, sun: int = -1
) -> None:
    """A church tower with a tall pointed roof."""
    p = c.p
    body = base - height * 0.5
    dark = p.shade(color, 0.3)
    c.rect(x - width / 2, body, x + width / 2, base, color)
    c.rect(x if sun < 0 else x - width / 2, body, x + width / 2 if sun < 0 else x, base, dark)
    c.rect(x - width * 0.58, body - 4, x + width * 0.58, body + 4, dark)
    c.shape([(x - width * 0.5, body - 4), (x, base - height), (x + width * 0.5, body - 4)], roof)
    c.shape(
        [(x, body - 4), (x, base - height), (x + (width if sun < 0 else -width) * 0.5, body - 4)], p.shade(roof, 0.3)
    )
    for dx in (-0.22, 0.22):
        window(
            c,
            x + dx * width - width * 0.09,
            body + height * 0.06,
            width * 0.18,
            height * 0.14,
            p.depth(0.85),
            None,
            True,
            (0, 0),
        )
    c.line([(x, base - height), (x, base - height * 1.08)], p.depth(0.8), 1.6)


def tower_crane(c: Canvas, x: float, base: float, height: float, reach: float, color: Color, face: int = 1) -> None:
    """A building-site crane with lattice mast and jib."""
    m, top = height * 0.022, base - height
    for dx in (-m, m):
        c.line([(x + dx, base), (x + dx, top)], color, 2.4)
    steps = int(height / (m * 2.6))
    for i in range(steps):
        y = base - height * i / steps
        sign = 1 if i % 2 else -1
        c.line([(x - m * sign, y), (x + m * sign, y - height / steps)], color, 1.5)
    tip, tail, peak = x + face * reach, x - face * reach * 0.36, (x, top - height * 0.13)
    c.line([(tail, top), (tip, top)], color, 3.2)
    c.line([(x, top - height * 0.035), (tip - face * reach * 0.06, top - height * 0.02), (tip, top)], color, 1.5)
    count = 18
    for i in range(count):
        a = x + face * reach * i / count
        c.line(
            [(a, top), (a + face * reach / count / 2, top - height * 0.03), (a + face * reach / count, top)], color, 1.2
        )
    c.line([(x - m, top), peak, (x + m, top)], color, 2.4)
    c.line([(tail, top), peak, (x + face * reach * 0.7, top - height * 0.025)], color, 1.3)
    c.rect(
        min(tail, tail + face * reach * 0.12), top, max(tail, tail + face * reach * 0.12), top + height * 0.07, color
    )
    c.rect(x - m * 1.2, top + 2, x + m * 2.4, top + height * 0.06, color)
    hook = x + face * reach * 0.62
    c.line([(hook, top), (hook, top + height * 0.32)], color, 1.4)
    c.rect(hook - 7, top + height * 0.32, hook + 7, top + height * 0.35, color)


def street_lamp(
    c: Canvas, x: float, base: float, height: float, color: Color, face: int = 0, glow: float | None = None
) -> None:
    """A lamp on a post; face 0 is a lantern on top, else an arm to one side. It glows in the dark."""
    p = c.p
    strength = (0.75 if p.lit > 0.2 else 0.0) if glow is None else glow
    c.limb((x, base), (x, base - height), height * 0.03, height * 0.018, color)
    c.rect(x - height * 0.028, base - height * 0.08, x + height * 0.028, base, color)
    head = (x, base - height)
    if face:
        head = (x + face * height * 0.2, base - height * 0.985)
        c.line(
            [(x, base - height * 0.86), (x + face * height * 0.05, base - height * 0.98), head], color, height * 0.018
        )
    if strength:
        c.glow(head[0], head[1], height * 0.55, height * 0.55, p.light, strength * 0.7)
    bulb = p.light if strength else mix(p.paper, p.mid, 0.3)
    s = height * 0.045
    c.shape(
        [
            (head[0] - s, head[1] - s),
            (head[0] + s, head[1] - s),
            (head[0] + s * 0.6, head[1] + s),
            (head[0] - s * 0.6, head[1] + s),
        ],
        bulb,
    )
    c.shape([(head[0] - s * 1.3, head[1] - s), (head[0], head[1] - s * 2), (head[0] + s * 1.3, head[1] - s)], color)

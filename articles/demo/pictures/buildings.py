"""Buildings: windows, towers, spires."""

from __future__ import annotations

from .canvas import Canvas
from .outlines import arc, box
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

"""What the small figures look like: skin, hair, clothes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .canvas import Canvas
from .palettes import Color, mix

SKINS: tuple[Color, ...] = (
    (244, 208, 180),
    (232, 184, 150),
    (214, 160, 120),
    (186, 128, 90),
    (150, 98, 66),
    (112, 70, 48),
    (82, 52, 40),
)


HAIRS: tuple[Color, ...] = (
    (28, 24, 26),
    (46, 34, 30),
    (84, 56, 38),
    (128, 84, 48),
    (176, 126, 70),
    (150, 68, 40),
    (168, 166, 164),
    (214, 210, 202),
)


@dataclass(frozen=True)
class Look:
    """What a figure wears; skirt is the hem's height above the foot, 0 for trousers only."""

    skin: Color
    hair: Color
    top: Color
    legs: Color
    shoes: Color
    hem: float = 0.0
    hat: str = ""
    hat_color: Color = (0, 0, 0)
    long_hair: bool = False
    bag: Color | None = None
    scarf: Color | None = None


def dress(c: Canvas, bright: float = 0.5, **fixed: object) -> Look:
    """A random look in the palette's colours; bright is the share of strongly coloured tops."""
    p, rng = c.p, c.rng
    strong = (p.accent, p.second, p.leaf, p.water, p.paper)
    quiet = (p.near, p.ink, p.mid, p.shade(p.wood, 0.2))
    ambient = mix(p.haze, p.near, 0.5)
    tinge = 0.3 if p.name == "night" else 0.16 if p.dark else 0.06
    look = Look(
        skin=mix(rng.choice(SKINS), ambient, tinge),
        hair=mix(rng.choice(HAIRS), p.ink, 0.25),
        top=rng.choice(strong if rng.random() < bright else quiet),
        legs=rng.choice((p.ink, p.near, p.shade(p.mid, 0.3), p.shade(p.wood, 0.5))),
        shoes=p.shade(p.ink, 0.2),
        hem=rng.choice((0.0, 0.0, 0.34, 0.24)),
        hat=rng.choice(("", "", "", "", "", "beanie", "brim")),
        hat_color=rng.choice((p.accent, p.near, p.second)),
        long_hair=rng.random() < 0.4,
        bag=rng.choice((None, None, p.wood, p.ink)),
        scarf=rng.choice((None, None, None, p.accent, p.second)),
    )
    return replace(look, **fixed)  # type: ignore[arg-type]


def silhouette(color: Color, **fixed: object) -> Look:
    """A look of one flat colour."""
    look = Look(color, color, color, color, color)
    return replace(look, **fixed)  # type: ignore[arg-type]

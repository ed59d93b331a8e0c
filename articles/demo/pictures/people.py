"""Small human figures for scale: a jointed figure in several poses, dressed by chance."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .canvas import Canvas, Point, smooth
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


# Joints in heights above the foot: neck, hips, then knee and foot of each leg, elbow and hand of each arm;
# x grows the way the figure faces.
POSES: dict[
    str, tuple[Point, Point, tuple[Point, Point], tuple[Point, Point], tuple[Point, Point], tuple[Point, Point]]
] = {
    "stand": (
        (0.0, 0.83),
        (0.0, 0.49),
        ((-0.04, 0.26), (-0.045, 0.0)),
        ((0.045, 0.26), (0.05, 0.0)),
        ((-0.125, 0.64), (-0.12, 0.47)),
        ((0.125, 0.64), (0.13, 0.47)),
    ),
    "walk": (
        (0.02, 0.82),
        (0.0, 0.48),
        ((-0.03, 0.26), (-0.15, 0.02)),
        ((0.10, 0.27), (0.13, 0.0)),
        ((0.10, 0.64), (0.17, 0.50)),
        ((-0.09, 0.64), (-0.13, 0.48)),
    ),
    "stroll": (
        (0.01, 0.83),
        (0.0, 0.49),
        ((-0.02, 0.26), (-0.08, 0.01)),
        ((0.055, 0.26), (0.07, 0.0)),
        ((0.06, 0.64), (0.10, 0.49)),
        ((-0.08, 0.64), (-0.08, 0.47)),
    ),
    "run": (
        (0.09, 0.80),
        (0.0, 0.50),
        ((-0.08, 0.30), (-0.32, 0.27)),
        ((0.19, 0.40), (0.15, 0.12)),
        ((0.12, 0.60), (0.27, 0.68)),
        ((-0.07, 0.64), (-0.02, 0.49)),
    ),
    "stride": (
        (0.07, 0.81),
        (0.0, 0.50),
        ((-0.13, 0.29), (-0.33, 0.13)),
        ((0.18, 0.35), (0.28, 0.03)),
        ((0.08, 0.60), (0.24, 0.60)),
        ((-0.10, 0.66), (-0.12, 0.50)),
    ),
    "skate": (
        (0.20, 0.68),
        (-0.02, 0.44),
        ((-0.16, 0.27), (-0.36, 0.10)),
        ((0.13, 0.27), (0.04, 0.0)),
        ((0.20, 0.46), (0.36, 0.40)),
        ((0.13, 0.50), (0.30, 0.42)),
    ),
    "reach": (
        (0.03, 0.83),
        (0.0, 0.49),
        ((-0.05, 0.26), (-0.07, 0.0)),
        ((0.05, 0.26), (0.07, 0.0)),
        ((0.15, 0.68), (0.27, 0.72)),
        ((0.13, 0.63), (0.25, 0.60)),
    ),
    "raise": (
        (0.0, 0.83),
        (0.0, 0.49),
        ((-0.05, 0.26), (-0.06, 0.0)),
        ((0.05, 0.26), (0.06, 0.0)),
        ((-0.15, 0.80), (-0.20, 0.98)),
        ((0.15, 0.80), (0.22, 0.97)),
    ),
    "conduct": (
        (0.0, 0.83),
        (0.0, 0.49),
        ((-0.04, 0.26), (-0.05, 0.0)),
        ((0.05, 0.26), (0.06, 0.0)),
        ((-0.16, 0.70), (-0.24, 0.84)),
        ((0.16, 0.72), (0.27, 0.90)),
    ),
    "point": (
        (0.0, 0.83),
        (0.0, 0.49),
        ((-0.04, 0.26), (-0.05, 0.0)),
        ((0.05, 0.26), (0.06, 0.0)),
        ((-0.12, 0.64), (-0.10, 0.47)),
        ((0.16, 0.74), (0.30, 0.84)),
    ),
    "hold": (
        (0.0, 0.83),
        (0.0, 0.49),
        ((-0.04, 0.26), (-0.05, 0.0)),
        ((0.05, 0.26), (0.06, 0.0)),
        ((-0.11, 0.63), (-0.02, 0.56)),
        ((0.12, 0.63), (0.14, 0.74)),
    ),
    "sit": (
        (0.0, 0.62),
        (-0.02, 0.28),
        ((0.20, 0.28), (0.21, 0.0)),
        ((0.23, 0.27), (0.25, 0.0)),
        ((0.06, 0.44), (0.19, 0.38)),
        ((0.05, 0.43), (0.17, 0.35)),
    ),
    "lean": (
        (0.17, 0.76),
        (-0.04, 0.49),
        ((-0.05, 0.26), (-0.09, 0.0)),
        ((0.04, 0.27), (0.03, 0.0)),
        ((0.22, 0.58), (0.32, 0.50)),
        ((0.19, 0.56), (0.28, 0.45)),
    ),
}


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


def person(
    c: Canvas,
    x: float,
    y: float,
    height: float,
    look: Look,
    pose: str = "stand",
    face: int = 1,
    sun: int = 0,
    shadow: float = 0.0,
) -> None:
    """Draw a figure standing at (x, y); face 1 looks right, -1 left; sun lights one side; shadow lies on the ground."""
    neck, hips, back_leg, front_leg, back_arm, front_arm = POSES[pose]
    p = c.p

    def at(point: Point) -> Point:
        return x + face * point[0] * height, y - point[1] * height

    h = height
    if shadow:
        reach = shadow * h
        c.shape(
            [
                (x - 0.07 * h, y),
                (x + 0.08 * h, y + 0.012 * h),
                (x - sun * reach + 0.05 * h, y + abs(reach) * 0.16),
                (x - sun * reach - 0.06 * h, y + abs(reach) * 0.15),
            ],
            p.ink,
            0.3,
        )
    dark_leg = mix(look.legs, p.ink, 0.35)
    side = pose in ("walk", "run", "stride", "skate", "sit", "lean", "stroll")
    hip_gap = 0.012 if side else 0.042
    for leg, color, gap in ((back_leg, dark_leg, -hip_gap), (front_leg, look.legs, hip_gap)):
        hip, knee, foot = at((hips[0] + gap, hips[1])), at(leg[0]), at((leg[1][0], leg[1][1] + 0.02))
        c.limb(hip, knee, 0.105 * h, 0.075 * h, color)
        c.limb(knee, foot, 0.072 * h, 0.046 * h, color)
        toe = at((leg[1][0] + (0.055 if side else 0.02 * (1 if gap > 0 else -1)), leg[1][1] + 0.014))
        c.limb(at((leg[1][0], leg[1][1] + 0.016)), toe, 0.042 * h, 0.028 * h, look.shoes)
    shoulder = 0.062 if side else 0.098
    sleeve = mix(look.top, p.ink, 0.28)

    def arm(joints: tuple[Point, Point], color: Color, offset: float) -> None:
        top = at((neck[0] + offset, neck[1] - 0.045))
        c.limb(top, at(joints[0]), 0.072 * h, 0.056 * h, color)
        c.limb(at(joints[0]), at(joints[1]), 0.054 * h, 0.04 * h, color)
        c.disc(*at(joints[1]), 0.021 * h, look.skin)

    arm(back_arm, sleeve, -shoulder * 0.6 if side else -shoulder)
    lean_x = neck[0] - hips[0]
    waist = 0.072 if side else 0.085
    body: list[Point] = [
        (neck[0] - 0.03, neck[1] + 0.005),
        (neck[0] - shoulder - 0.012, neck[1] - 0.035),
        (neck[0] - waist - lean_x * 0.5, neck[1] - 0.2),
        (hips[0] - waist - 0.012, hips[1]),
    ]
    other: list[Point] = [
        (hips[0] + waist + 0.012, hips[1]),
        (neck[0] + waist - lean_x * 0.5, neck[1] - 0.2),
        (neck[0] + shoulder + 0.012, neck[1] - 0.035),
        (neck[0] + 0.03, neck[1] + 0.005),
    ]
    hem: list[Point] = [(hips[0] - waist - 0.005, hips[1] - 0.05), (hips[0] + waist + 0.005, hips[1] - 0.05)]
    if look.hem and pose not in ("sit", "skate"):
        sway = 0.03 if pose in ("walk", "stride", "run") else 0.0
        hem = [(hips[0] - 0.125 - sway, look.hem), (hips[0] + 0.12 + sway, look.hem)]
    torso = [at(q) for q in (*body, *hem, *other)]
    c.shape(smooth(torso, steps=4), look.top)
    if sun:
        edge = [at(q) for q in (body if sun * face > 0 else other[::-1])]
        dark = [at(q) for q in ((neck[0], neck[1]), (neck[0] - lean_x * 0.5, 0.6 * neck[1] + 0.4 * hips[1]), hips)]
        c.shape(
            [*edge, at(hem[0] if sun * face > 0 else hem[1]), (dark[2][0], at(hem[0])[1]), *dark[::-1]],
            mix(look.top, p.ink, 0.3),
            0.75,
        )
    c.limb(
        at((neck[0], neck[1] - 0.01)),
        at((neck[0] + lean_x * 0.12, neck[1] + 0.04)),
        0.05 * h,
        0.046 * h,
        mix(look.skin, p.ink, 0.2),
    )
    head = (neck[0] + 0.008 + lean_x * 0.2, neck[1] + 0.1)
    hx, hy = at(head)
    if look.long_hair:
        c.shape(
            smooth(
                [
                    (hx - face * 0.075 * h, hy - 0.03 * h),
                    (hx, hy - 0.075 * h),
                    (hx + face * 0.045 * h, hy - 0.03 * h),
                    (hx - face * 0.01 * h, hy + 0.06 * h),
                    (hx - face * 0.085 * h, hy + 0.12 * h),
                ],
                steps=4,
            ),
            look.hair,
        )
    c.oval(hx, hy, 0.053 * h, 0.066 * h, look.skin)
    c.shape(
        smooth(
            [
                (hx - face * 0.058 * h, hy + 0.03 * h),
                (hx - face * 0.06 * h, hy - 0.04 * h),
                (hx, hy - 0.078 * h),
                (hx + face * 0.052 * h, hy - 0.045 * h),
                (hx + face * 0.03 * h, hy - 0.03 * h),
                (hx - face * 0.012 * h, hy - 0.022 * h),
                (hx - face * 0.026 * h, hy + 0.04 * h),
            ],
            steps=4,
        ),
        look.hair,
    )
    _hat(c, hx, hy, h, face, look)
    if look.scarf:
        c.limb(
            at((neck[0] - 0.035, neck[1] + 0.022)), at((neck[0] + 0.04, neck[1] + 0.02)), 0.05 * h, 0.05 * h, look.scarf
        )
    arm(front_arm, mix(look.top, p.ink, 0.08), shoulder * 0.5 if side else shoulder)
    if look.bag and pose in ("stand", "walk", "stroll"):
        bx, by = at((-0.11, 0.44))
        c.line([at((neck[0] + 0.04, neck[1] - 0.02)), (bx, by)], look.bag, 0.018 * h)
        c.rect(bx - 0.06 * h, by - 0.02 * h, bx + 0.06 * h, by + 0.09 * h, look.bag)


def _hat(c: Canvas, x: float, y: float, h: float, face: int, look: Look) -> None:
    if look.hat == "beanie":
        c.shape(
            smooth(
                [
                    (x - 0.06 * h, y - 0.02 * h),
                    (x - 0.055 * h, y - 0.07 * h),
                    (x, y - 0.095 * h),
                    (x + 0.055 * h, y - 0.07 * h),
                    (x + 0.06 * h, y - 0.02 * h),
                    (x, y - 0.03 * h),
                ],
                steps=4,
            ),
            look.hat_color,
        )
    elif look.hat == "brim":
        c.oval(x, y - 0.035 * h, 0.1 * h, 0.018 * h, look.hat_color)
        c.rect(x - 0.052 * h, y - 0.1 * h, x + 0.052 * h, y - 0.035 * h, look.hat_color)
    elif look.hat in ("helmet", "cap"):
        c.shape(
            [
                (x - 0.064 * h, y - 0.018 * h),
                (x - 0.058 * h, y - 0.065 * h),
                (x - 0.02 * h, y - 0.092 * h),
                (x + 0.03 * h, y - 0.09 * h),
                (x + 0.062 * h, y - 0.05 * h),
                (x + 0.064 * h, y - 0.018 * h),
            ],
            look.hat_color,
        )
        reach = 0.1 if look.hat == "cap" else 0.085
        c.limb(
            (x - face * (0.06 if look.hat == "helmet" else 0.0) * h, y - 0.02 * h),
            (x + face * reach * h, y - 0.018 * h),
            0.024 * h,
            0.02 * h,
            look.hat_color,
        )


def crowd(
    c: Canvas,
    x0: float,
    x1: float,
    y: float,
    height: float,
    count: int,
    spread: float = 0.0,
    sun: int = 0,
    shadow: float = 0.0,
) -> None:
    """People strolling between x0 and x1, some of them nearer by up to spread."""
    rng = c.rng
    places = sorted((rng.uniform(0, spread), rng.uniform(x0, x1)) for _ in range(count))
    for drop, x in places:
        grown = height * (1 + drop / 400) * rng.uniform(0.92, 1.05)
        person(
            c,
            x,
            y + drop,
            grown,
            dress(c),
            rng.choice(("walk", "stroll", "stand", "stroll")),
            rng.choice((-1, 1)),
            sun,
            shadow,
        )

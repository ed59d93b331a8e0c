"""Small human figures for scale, jointed and dressed."""

from __future__ import annotations

from .canvas import Canvas
from .looks import Look, dress
from .outlines import Point, smooth
from .palettes import Color, mix
from .poses import POSES


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
    side = pose in ("walk", "run", "stride", "skate", "sit", "lean", "stroll", "carry")
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

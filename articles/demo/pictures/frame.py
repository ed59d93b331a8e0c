"""Local frames (for boats, vehicles, things that lean or are mirrored in water) and one-point perspective."""

from __future__ import annotations

import math

from .canvas import Canvas
from .outlines import Point, Points
from .palettes import Color, mix


class Frame:
    """Draws in units of its own: u along the way it faces, v upwards, one unit being ``scale`` long."""

    def __init__(
        self,
        c: Canvas,
        x: float,
        y: float,
        scale: float,
        face: int = 1,
        squash: float = 1.0,
        lean: float = 0.0,
        tint: Color | None = None,
        share: float = 0.0,
    ) -> None:
        self.c, self.x, self.y, self.scale, self.face, self.squash = c, x, y, scale, face, squash
        self.lean = math.tan(math.radians(lean))
        self.tint, self.share = tint, share

    def mirrored(self, depth: float, share: float, tint: Color | None = None) -> Frame:
        """The same frame seen in water."""
        twin = Frame(self.c, self.x, self.y, self.scale, self.face, -depth, 0, tint or self.c.p.water, share)
        twin.lean = self.lean
        return twin

    def color(self, color: Color) -> Color:
        """A colour as this frame tints it."""
        return mix(color, self.tint, self.share) if self.tint else color

    def at(self, u: float, v: float) -> Point:
        """Where a local point lies on the canvas."""
        return self.x + self.face * (u + v * self.lean) * self.scale, self.y - v * self.scale * self.squash

    def path(self, points: Points) -> list[Point]:
        """Local points on the canvas."""
        return [self.at(u, v) for u, v in points]

    def shape(self, points: Points, color: Color, alpha: float = 1.0) -> None:
        """Fill a polygon."""
        self.c.shape(self.path(points), self.color(color), alpha)

    def rect(self, u0: float, v0: float, u1: float, v1: float, color: Color, alpha: float = 1.0) -> None:
        """Fill a rectangle."""
        self.shape([(u0, v0), (u1, v0), (u1, v1), (u0, v1)], color, alpha)

    def line(self, points: Points, color: Color, width: float = 0.01, alpha: float = 1.0) -> None:
        """Draw a path; the width is local too."""
        self.c.line(self.path(points), self.color(color), width * self.scale, alpha)

    def disc(self, u: float, v: float, radius: float, color: Color, alpha: float = 1.0) -> None:
        """Fill a circle."""
        x, y = self.at(u, v)
        self.c.oval(x, y, radius * self.scale, radius * self.scale * abs(self.squash), self.color(color), alpha)

    def limb(self, a: Point, b: Point, wide: float, narrow: float, color: Color) -> None:
        """A tapered stroke."""
        self.c.limb(self.at(*a), self.at(*b), wide * self.scale, narrow * self.scale, self.color(color))

    def grain(self, points: Points, color: Color, start: Point, end: Point, strength: float = 1.0) -> None:
        """Grain-shade a polygon."""
        self.c.grain(self.path(points), self.color(color), self.at(*start), self.at(*end), strength)


class Eye:
    """One-point perspective: metres in, canvas units out; z is the distance ahead, y the height above ground."""

    def __init__(self, x: float, y: float, focal: float = 900.0, height: float = 1.65) -> None:
        self.x, self.y, self.focal, self.height = x, y, focal, height

    def at(self, x: float, y: float, z: float) -> Point:
        """Where a point in the room lies on the canvas."""
        z = max(z, 0.2)
        return self.x + x * self.focal / z, self.y - (y - self.height) * self.focal / z

    def size(self, length: float, z: float) -> float:
        """How long a length at distance z looks."""
        return length * self.focal / z

    def side(self, x: float, y0: float, y1: float, z0: float, z1: float) -> list[Point]:
        """An upright panel that runs away from the viewer."""
        return [self.at(x, y0, z0), self.at(x, y1, z0), self.at(x, y1, z1), self.at(x, y0, z1)]

    def flat(self, y: float, x0: float, x1: float, z0: float, z1: float) -> list[Point]:
        """A level panel: floor, ceiling, table."""
        return [self.at(x0, y, z0), self.at(x1, y, z0), self.at(x1, y, z1), self.at(x0, y, z1)]

    def front(self, x0: float, x1: float, y0: float, y1: float, z: float) -> list[Point]:
        """An upright panel that faces the viewer."""
        return [self.at(x0, y0, z), self.at(x1, y0, z), self.at(x1, y1, z), self.at(x0, y1, z)]

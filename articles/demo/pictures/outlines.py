"""Outlines: points, smooth curves, arcs and boxes."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]


Points = Sequence[Point]


def smooth(points: Points, closed: bool = True, steps: int = 8) -> list[Point]:
    """Round a polygon or a path through its points (Catmull-Rom)."""
    count = len(points)
    result: list[Point] = []
    for i in range(count if closed else count - 1):
        if closed:
            a, b, c, d = (points[(i + j) % count] for j in (-1, 0, 1, 2))
        else:
            a, b, c, d = points[max(0, i - 1)], points[i], points[i + 1], points[min(count - 1, i + 2)]
        for step in range(steps):
            t = step / steps
            t2, t3 = t * t, t * t * t
            result.append(
                tuple(
                    0.5
                    * (
                        2 * b[n]
                        + (c[n] - a[n]) * t
                        + (2 * a[n] - 5 * b[n] + 4 * c[n] - d[n]) * t2
                        + (3 * b[n] - a[n] - 3 * c[n] + d[n]) * t3
                    )
                    for n in (0, 1)
                )
            )  # type: ignore[arg-type]
    if not closed:
        result.append(tuple(points[-1]))  # type: ignore[arg-type]
    return result


def arc(x: float, y: float, rx: float, ry: float, start: float, end: float, steps: int = 24) -> list[Point]:
    """Points on an ellipse, angles in degrees, clockwise from the right."""
    angles = (math.radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in angles]


def box(x0: float, y0: float, x1: float, y1: float) -> list[Point]:
    """The four corners of an upright rectangle."""
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]

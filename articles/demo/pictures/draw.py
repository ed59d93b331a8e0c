"""The registry of scenes and the one function that draws them."""

from __future__ import annotations

import random
from collections.abc import Callable

from PIL import Image

from . import charts, city, civic, culture, industry, interiors, nature, portrait, rails, rooms, sport, streets, waterside, wilds
from .canvas import Canvas
from .palettes import PALETTES

SCENES: dict[str, Callable[[Canvas], None]] = {
    "harbour": waterside.harbour,
    "coast": waterside.coast,
    "cargo_ship": waterside.cargo_ship,
    "sailing": waterside.sailing,
    "skyline": city.skyline,
    "terraces": city.terraces,
    "construction": city.construction,
    "tram_street": streets.tram_street,
    "rain_street": streets.rain_street,
    "bridge": streets.bridge,
    "forest": nature.forest,
    "mountain": nature.mountain,
    "field": nature.field,
    "night_sky": wilds.night_sky,
    "underwater": wilds.underwater,
    "flood": wilds.flood,
    "factory": industry.factory,
    "shipyard": industry.shipyard,
    "wind_farm": industry.wind_farm,
    "market_hall": interiors.market_hall,
    "greenhouse": interiors.greenhouse,
    "laboratory": interiors.laboratory,
    "parliament": civic.parliament,
    "courtroom": civic.courtroom,
    "library": civic.library,
    "theatre": culture.theatre,
    "gallery": culture.gallery,
    "bookshop": culture.bookshop,
    "concert": culture.concert,
    "stadium": sport.stadium,
    "running_track": sport.running_track,
    "ice_rink": sport.ice_rink,
    "railway": rails.railway,
    "tunnel": rails.tunnel,
    "chart": charts.chart,
    "map": charts.city_map,
    "portrait": portrait.portrait,
    "classroom": rooms.classroom,
    "hospital": rooms.hospital,
    "kitchen": rooms.kitchen,
    "radio_studio": rooms.radio_studio,
}


def draw(scene: str, palette: str, seed: int, size: tuple[int, int] = (1600, 1067)) -> Image.Image:
    """Draw a scene in a palette: the same arguments always give the same picture."""
    if scene not in SCENES:
        raise ValueError(f"Unknown scene {scene!r}: use one of {', '.join(sorted(SCENES))}.")
    if palette not in PALETTES:
        raise ValueError(f"Unknown palette {palette!r}: use one of {', '.join(PALETTES)}.")
    rng = random.Random(f"{scene}/{seed}")
    canvas = Canvas(size, PALETTES[palette], rng, seed)
    mirrored = rng.random() < 0.5 and scene != "portrait"
    SCENES[scene](canvas)
    return canvas.finish(mirrored)

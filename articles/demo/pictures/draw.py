"""The registry of scenes and the one function that draws them."""

from __future__ import annotations

import random
from collections.abc import Callable

from PIL import Image

from . import (
    bakery,
    cargo,
    chamber,
    charts,
    classroom,
    coast,
    concert,
    country,
    courtroom,
    factory,
    fish_market,
    flood,
    football,
    gallery,
    greenhouse,
    harbour,
    hospital,
    ice,
    kitchen,
    laboratory,
    library,
    maps,
    market_hall,
    microphones,
    mountains,
    night,
    parliament,
    pitch,
    portrait,
    radio,
    railway,
    running,
    seats,
    shops,
    skyline,
    streets,
    terraces,
    theatre,
    tunnel,
    underwater,
    yards,
)
from .canvas import Canvas
from .palettes import PALETTES

View = Callable[[Canvas], None]

# What remains of the seed, divided by the number of a scene's views, chooses the view: with two, an even seed draws the
# first and an odd seed the second.
SCENES: dict[str, tuple[View, ...]] = {
    "harbour": (harbour.harbour, harbour.leaving_ferry),
    "coast": (coast.coast,),
    "cargo_ship": (cargo.cargo_ship, cargo.at_berth),
    "sailing": (coast.sailing,),
    "skyline": (skyline.skyline,),
    "terraces": (terraces.terraces,),
    "construction": (skyline.construction,),
    "tram_street": (streets.tram_street,),
    "rain_street": (shops.rain_street,),
    "bridge": (streets.bridge,),
    "forest": (country.forest,),
    "mountain": (mountains.mountain, mountains.fell_road),
    "field": (country.field, pitch.village_pitch),
    "night_sky": (night.milky_way, night.northern_lights),
    "underwater": (underwater.underwater, underwater.seagrass),
    "flood": (flood.flood, flood.flooded_terrace),
    "factory": (factory.factory, factory.works_hall),
    "shipyard": (yards.shipyard,),
    "wind_farm": (yards.wind_farm,),
    "market_hall": (market_hall.market_hall, fish_market.fish_market),
    "greenhouse": (greenhouse.greenhouse,),
    "laboratory": (laboratory.laboratory, laboratory.lab_bench),
    "parliament": (parliament.parliament, chamber.chamber),
    "courtroom": (courtroom.courtroom,),
    "library": (library.library, library.book_aisle),
    "theatre": (theatre.theatre, seats.empty_seats),
    "gallery": (gallery.gallery, gallery.before_the_picture),
    "bookshop": (shops.bookshop,),
    "concert": (concert.concert, concert.empty_chairs),
    "stadium": (football.stadium,),
    "running_track": (running.running_track,),
    "ice_rink": (ice.ice_rink, ice.lone_skater),
    "railway": (railway.railway,),
    "tunnel": (tunnel.tunnel, tunnel.cutaway),
    "chart": (charts.columns, charts.ridges, charts.rise, charts.dial),
    "map": (maps.city_map, maps.weather_map),
    "portrait": (portrait.woman, portrait.man),
    "classroom": (classroom.classroom, classroom.empty_classroom),
    "hospital": (hospital.hospital, hospital.hospital_entrance),
    "kitchen": (kitchen.kitchen, bakery.bakers_bench),
    "radio_studio": (radio.radio_studio, microphones.microphones),
}


# Scenes composed for the whole sheet are never seen from closer.
WHOLE = {"portrait", "chart", "theatre", "tunnel"}


def view(scene: str, seed: int) -> View:
    """The view that a seed chooses among a scene's."""
    if scene not in SCENES:
        raise ValueError(f"Unknown scene {scene!r}: use one of {', '.join(sorted(SCENES))}.")
    views = SCENES[scene]
    return views[seed % len(views)]


def describe(scene: str, seed: int) -> str:
    """What the picture shows, in a line fit for its text alternative."""
    return (view(scene, seed).__doc__ or "").strip().splitlines()[0].removesuffix(".")


def draw(scene: str, palette: str, seed: int, size: tuple[int, int] = (1600, 1067)) -> Image.Image:
    """Draw a scene in a palette: the same arguments always give the same picture."""
    chosen = view(scene, seed)
    if palette not in PALETTES:
        raise ValueError(f"Unknown palette {palette!r}: use one of {', '.join(PALETTES)}.")
    rng = random.Random(f"{scene}/{seed}")
    canvas = Canvas(size, PALETTES[palette], rng)
    mirrored = rng.random() < 0.5 and scene != "portrait"
    chosen(canvas)
    framing = random.Random(f"framing/{scene}/{seed}")
    closer = 1.0 if scene in WHOLE else framing.choice((1.0, 1.0, 0.93, 0.88, 0.84))
    return canvas.finish(mirrored, closer, (framing.random(), framing.uniform(0.75, 1.0)))

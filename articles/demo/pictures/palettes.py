"""The eight palettes of the house style, each a small set of named roles."""

from __future__ import annotations

from dataclasses import dataclass

Color = tuple[int, int, int]


def ink(code: str) -> Color:
    """Read a colour written as six hexadecimal digits."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(first: Color, second: Color, share: float) -> Color:
    """Blend two colours: share 0 is all of the first, 1 all of the second."""
    share = min(1.0, max(0.0, share))
    return (
        round(first[0] + (second[0] - first[0]) * share),
        round(first[1] + (second[1] - first[1]) * share),
        round(first[2] + (second[2] - first[2]) * share),
    )


@dataclass(frozen=True)
class Palette:
    """Colours by role, so that a scene never names a hue of its own."""

    name: str
    sky: tuple[Color, Color, Color]
    haze: Color
    sun: Color
    far: Color
    mid: Color
    near: Color
    ink: Color
    accent: Color
    second: Color
    leaf: Color
    ground: Color
    water: Color
    wall: Color
    floor: Color
    wood: Color
    light: Color
    paper: Color
    lit: float
    dark: bool

    @property
    def green(self) -> Color:
        """Leaves that stay green all year: house plants, lampshades, baize."""
        return (112, 122, 62) if self.name == "autumn" else self.leaf

    def depth(self, nearness: float) -> Color:
        """Colour of a silhouette: 0 is lost in the haze, 1 is the nearest ink."""
        steps = (self.haze, self.far, self.mid, self.near, self.ink)
        place = min(0.9999, max(0.0, nearness)) * 4
        index = int(place)
        return mix(steps[index], steps[index + 1], place - index)

    def fog(self, color: Color, share: float) -> Color:
        """Push a local colour back into the haze."""
        return mix(color, self.haze, share)

    def shade(self, color: Color, share: float = 0.35) -> Color:
        """The same colour in shadow: towards the palette's deep ink, never towards black."""
        return mix(color, self.ink, share)

    def lift(self, color: Color, share: float = 0.35) -> Color:
        """The same colour in light: towards the palette's light."""
        return mix(color, self.light, share)


def _palette(name: str, lit: float, dark: bool, codes: str) -> Palette:
    tones = [ink(code) for code in codes.split()]
    return Palette(name, (tones[0], tones[1], tones[2]), *tones[3:], lit=lit, dark=dark)


# Order of the codes: sky top, middle, low; haze, sun; far, mid, near, ink; accent, second, leaf;
# ground, water; wall, floor, wood; light, paper.
PALETTES: dict[str, Palette] = {
    palette.name: palette
    for palette in (
        _palette(
            "dawn",
            0.16,
            False,
            "7d9db5 e6bfb0 fae0bd  ecc8b3 fff3d6  a9a2b6 727696 414c6b 20293f  d5604a e8a05c 5f7f74"
            "  b09a92 98abbd  ecd8c5 b8907c 8d5f4f  ffeecb f8ecdd",
        ),
        _palette(
            "day",
            0.03,
            False,
            "549cc4 a4d1df eaf2e4  d0e4e5 fffbe6  9ac8d2 5b93a8 2d5d76 15314a  df5539 f0b245 5f9a6a"
            "  d8c9a4 5699b3  f3ead6 c9a679 9c6a44  fff7dd f8f3e4",
        ),
        _palette(
            "dusk",
            0.42,
            True,
            "2f2c60 9a507c f79d63  dd8772 ffdc92  925c88 5c4176 352b5d 17153a  f0644a f6b45e 4c5f6c"
            "  6a4a66 7d4f80  b4747c 6d4664 5a3350  ffdb8c f6dcc6",
        ),
        _palette(
            "night",
            0.50,
            True,
            "0a1130 152d56 2f5d7d  28506f f5edcf  25466a 19335a 11213f 070d20  e5743c f3bd58 235058"
            "  21345a 17365e  2d4b73 1c3254 3a2f44  ffd580 dfe3dc",
        ),
        _palette(
            "storm",
            0.26,
            False,
            "3b4753 7a8a8d cdd0bf  a8b3b1 f3eed6  8b9a9a 5a6b70 354549 172126  c96f35 d8b25c 5c6f58"
            "  86867a 5d7376  c8c7b6 7d7969 5e5142  f6e7b4 ebe9da",
        ),
        _palette(
            "autumn",
            0.10,
            False,
            "7ea2a8 e5d3a6 f8e6b8  e8cd9c fff3cd  bda687 936f4a 5d4334 2c2020  c1442c df9330 b06a2c"
            "  b78f51 7e9c9a  efddb9 a4703f 7a4a2c  ffe9b2 f7ead0",
        ),
        _palette(
            "winter",
            0.14,
            False,
            "7b9cba bed2df f3ede4  dbe4e9 fff7e6  abbfcf 768fa8 41586f 1b293b  c73a38 e3a750 5a7680"
            "  edf1f3 85a4ba  e4e7e6 a6b0b9 75665f  ffebc0 f4f4ef",
        ),
        _palette(
            "spring",
            0.03,
            False,
            "78b8c6 c3e1d5 fcefdf  dcebdd fffbe6  a8cebf 6ca692 366f61 1a3b3c  e4667a f2b74e 78b15f"
            "  cbd79e 86bfc3  f7eedb c9ac83 99704c  fff6d6 f9f4e6",
        ),
    )
}

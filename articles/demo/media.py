"""Sound and film for the demo paper: soft synthesised music, and slow pans over drawn pictures."""

from __future__ import annotations

import math
import random
from array import array
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import av
from PIL import Image, ImageFilter

RATE = 24_000
BITRATE = 48_000
CHUNK = 1152
FADE = 1.5
WIDTH, HEIGHT = 960, 540
FRAMES_PER_SECOND = 8
CROSS_FADE = 1.25
ZOOM = 0.14

# Chords as steps above the key note, four to a loop.
PROGRESSIONS = (
    ((0, 7, 11, 16), (-3, 7, 9, 12), (-7, 5, 9, 16), (-5, 7, 11, 14)),
    ((0, 7, 12, 16), (-5, 2, 11, 14), (-3, 4, 12, 19), (-7, 5, 9, 12)),
    ((-3, 4, 12, 16), (-7, 5, 9, 16), (0, 7, 12, 16), (-5, 7, 11, 14)),
)
SCALE = (0, 2, 4, 7, 9, 12, 14, 16)


def _table(partials: Sequence[float]) -> list[float]:
    """One turn of a wave in 2048 steps, from the strengths of its partials."""
    return [
        sum(strength * math.sin(2 * math.pi * (n + 1) * i / 2048) for n, strength in enumerate(partials))
        for i in range(2048)
    ]


def _add(mix: list[float], start: int, note: list[float]) -> None:
    """Add a note to the loop; what runs over its end comes in again at its beginning."""
    size = len(mix)
    start %= size
    first = min(len(note), size - start)
    mix[start : start + first] = [a + b for a, b in zip(mix[start : start + first], note[:first], strict=True)]
    if first < len(note):
        rest = note[first : first + size]
        mix[: len(rest)] = [a + b for a, b in zip(mix[: len(rest)], rest, strict=True)]


def _pitch(steps: float) -> float:
    return 440.0 * 2 ** ((steps - 9) / 12)


def _tone(table: list[float], pitch: float, count: int) -> list[float]:
    """A steady tone: a block of whole periods, repeated."""
    periods = max(1, round(2400 * pitch / RATE))
    size = round(periods * RATE / pitch)
    step = periods * 2048 / size
    block = [table[int(i * step) & 2047] for i in range(size)]
    return (block * (count // size + 1))[:count]


def _loop(seed: int, gain: float) -> array:
    """A loop of music as 16-bit samples: a slow pad of four chords under a few plucked notes."""
    rng = random.Random(f"music/{seed}")
    beat = rng.uniform(0.62, 0.76)
    bar = int(4 * beat * RATE)
    mix = [0.0] * (bar * 4)
    key = rng.choice((-12, -10, -9, -7, -5))
    pad, pluck = _table((1.0, 0.28, 0.10, 0.04)), _table((1.0, 0.35, 0.16, 0.10, 0.05))
    length, rise, fall = int(bar * 1.35), int(bar * 0.35), int(bar * 0.5)
    swell = [0.055 * min(1.0, i / rise, (length - i) / fall) for i in range(length)]
    for number, chord in enumerate(rng.choice(PROGRESSIONS)):
        voices = [_tone(pad, _pitch(key + step), length) for step in chord]
        _add(mix, bar * number, [(a + b + c + d) * s for a, b, c, d, s in zip(*voices, swell, strict=True)])
    decay_length = int(1.3 * RATE)
    decay = [
        math.exp(-3.6 * i / RATE) * min(1.0, i / 160, (decay_length - i) / 1200) * 0.11 for i in range(decay_length)
    ]
    place = rng.randrange(len(SCALE))
    pattern = [rng.random() < 0.55 for _ in range(8)]
    for number in range(4):
        for eighth, sounds in enumerate(pattern):
            place = max(0, min(len(SCALE) - 1, place + rng.choice((-2, -1, -1, 0, 1, 1, 2))))
            if not sounds or (number == 3 and eighth > 4):
                continue
            tone = _tone(pluck, _pitch(key + 12 + SCALE[place]), decay_length)
            note = [a * b for a, b in zip(tone, decay, strict=True)]
            start = int(bar * (number + eighth / 8))
            _add(mix, start, note)
            _add(mix, start + int(beat * 0.75 * RATE), [a * 0.32 for a in note[: decay_length // 2]])
    scale = 32_767 * gain / (max(max(mix), -min(mix)) or 1.0)
    return array("h", [int(value * scale) for value in mix])


def _frames(loop: array, seconds: float) -> Iterator[av.AudioFrame]:
    """The loop over and over for so many seconds, faded at both ends, as frames to encode."""
    total, fade = round(seconds * RATE), round(min(FADE, seconds / 4) * RATE)
    twice = loop + loop
    for start in range(0, total, CHUNK):
        count = min(CHUNK, total - start)
        offset = start % len(loop)
        part = twice[offset : offset + count]
        if start < fade or start + count > total - fade:
            part = array(
                "h",
                [
                    int(value * max(0.0, min(1.0, (start + i) / fade, (total - start - i) / fade)))
                    for i, value in enumerate(part)
                ],
            )
        frame = av.AudioFrame(format="s16", layout="mono", samples=count)
        frame.sample_rate = RATE
        frame.pts = start
        frame.time_base = Fraction(1, RATE)
        frame.planes[0].update(part.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        yield frame


def _seconds(path: Path) -> float:
    """How long a file really is."""
    with av.open(str(path)) as made:
        return float(made.duration or 0) / av.time_base


def make_audio(path: str | Path, seed: int, seconds: float) -> float:
    """Write so many seconds of soft music as a mono MP3, the same for the same seed. Returns its measured length."""
    path = Path(path)
    with av.open(str(path), "w", format="mp3") as out:
        sound = out.add_stream("libmp3lame", rate=RATE, layout="mono")
        sound.bit_rate = BITRATE
        for frame in _frames(_loop(seed, 0.5), seconds):
            out.mux(sound.encode(frame))
        out.mux(sound.encode(None))
    return _seconds(path)


class _Slide:
    """One picture as luma and chroma planes, seen through a window that moves slowly across or in and out."""

    def __init__(self, picture: Image.Image, rng: random.Random, frames: float, zooms: bool) -> None:
        self.frames, self.zooms = frames, zooms
        self.pace = 1.0 if frames <= WIDTH * 0.3 else WIDTH * 0.3 / frames
        room = ZOOM if zooms else frames * self.pace / WIDTH + 0.01
        grow = max(WIDTH / picture.width, HEIGHT / picture.height) * (1 + room)
        size = (2 * math.ceil(picture.width * grow / 2), 2 * math.ceil(picture.height * grow / 2))
        still = av.VideoFrame(*size, "rgb24")
        calm = picture.convert("RGB").filter(ImageFilter.GaussianBlur(0.9))  # grain costs a film more than it gives
        _fill(still, 0, calm.resize(size, Image.Resampling.LANCZOS).tobytes(), size[0] * 3)
        planar = still.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")
        self.planes = [_plane(planar, 0, size), *(_plane(planar, n, (size[0] // 2, size[1] // 2)) for n in (1, 2))]
        self.spare = (size[0] - WIDTH, size[1] - HEIGHT)
        self.start = (rng.uniform(0.15, 0.85), rng.uniform(0.25, 0.85))
        self.end = (rng.uniform(0.15, 0.85), rng.uniform(0.25, 0.85))
        self.way = rng.choice((-1, 1))

    def at(self, number: float) -> list[Image.Image]:
        """The planes of one frame of the slide."""
        share = max(0.0, min(1.0, number / self.frames))
        if not self.zooms:  # whole pixels, one a frame, so that nothing trembles and nothing is resampled
            travel = int(number * self.pace)
            left = travel if self.way > 0 else self.spare[0] - travel
            return self._cut(max(0, min(self.spare[0], left)), 2 * round(self.spare[1] * self.start[1] / 2))
        share = share * share * (3 - 2 * share)
        near = share if self.way > 0 else 1 - share
        scale = 1 + ZOOM * (1 - near)
        wide, high = WIDTH * scale, HEIGHT * scale
        width, height = self.planes[0].size
        left = (width - wide) * (self.start[0] + (self.end[0] - self.start[0]) * share)
        top = (height - high) * (self.start[1] + (self.end[1] - self.start[1]) * share)
        box = (left, top, left + wide, top + high)
        half = tuple(edge / 2 for edge in box)
        luma, *chroma = self.planes
        return [
            luma.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR, box=box),
            *(plane.resize((WIDTH // 2, HEIGHT // 2), Image.Resampling.BILINEAR, box=half) for plane in chroma),
        ]

    def _cut(self, left: int, top: int) -> list[Image.Image]:
        luma, *chroma = self.planes
        x, y = left // 2, top // 2
        return [
            luma.crop((left, top, left + WIDTH, top + HEIGHT)),
            *(plane.crop((x, y, x + WIDTH // 2, y + HEIGHT // 2)) for plane in chroma),
        ]


def _plane(frame: av.VideoFrame, number: int, size: tuple[int, int]) -> Image.Image:
    plane = frame.planes[number]
    return Image.frombuffer("L", size, bytes(plane), "raw", "L", plane.line_size, 1)


def _fill(frame: av.VideoFrame, number: int, content: bytes, row: int) -> None:
    """Copy packed rows into a plane whose rows may be padded."""
    plane = frame.planes[number]
    if plane.line_size != row:
        pad = b"\0" * (plane.line_size - row)
        content = b"".join(content[i : i + row] + pad for i in range(0, len(content), row))
    plane.update(content)


def make_video(
    path: str | Path, pictures: Sequence[Image.Image], seconds: float, seed: int = 0, bit_rate: int = 480_000
) -> float:
    """Write a silent-film-like MP4 that pans over the pictures and fades between them, with quiet music.

    Returns its measured length in seconds.
    """
    if not pictures:
        raise ValueError("A film needs at least one picture.")
    path = Path(path)
    rng = random.Random(f"film/{seed}")
    count = round(seconds * FRAMES_PER_SECOND)
    hold = count / len(pictures)
    blend = min(CROSS_FADE * FRAMES_PER_SECOND, hold / 2)
    slides = [_Slide(picture, rng, hold + blend, index % 2 == 0) for index, picture in enumerate(pictures)]
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as out:
        film = out.add_stream("libx264", rate=FRAMES_PER_SECOND)
        film.width, film.height, film.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        film.bit_rate = bit_rate
        film.gop_size = FRAMES_PER_SECOND * 5
        film.codec_context.options = {"preset": "ultrafast", "maxrate": str(bit_rate * 2), "bufsize": str(bit_rate * 4)}
        sound = out.add_stream("aac", rate=RATE, layout="mono")
        sound.bit_rate = BITRATE
        for number in range(count):
            place = min(len(slides) - 1, int(number / hold))
            into = number - place * hold
            planes = slides[place].at(into + blend)
            if place and into < blend:
                last = slides[place - 1].at(into + hold + blend)
                planes = [Image.blend(a, b, into / blend) for a, b in zip(last, planes, strict=True)]
            frame = av.VideoFrame(WIDTH, HEIGHT, "yuv420p")
            for plane, image in enumerate(planes):
                _fill(frame, plane, image.tobytes(), image.width)
            frame.pts = number
            frame.time_base = Fraction(1, FRAMES_PER_SECOND)
            out.mux(film.encode(frame))
        out.mux(film.encode(None))
        for frame in _frames(_loop(seed, 0.22), seconds):
            out.mux(sound.encode(frame))
        out.mux(sound.encode(None))
    return _seconds(path)

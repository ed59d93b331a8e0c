"""The words of `words.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

SUBJECTS = _WORDS["subjects"]
PLACES = [start + end for start in _WORDS["place_starts"] for end in _WORDS["place_ends"]]
BODIES = _WORDS["bodies"]
PROJECTS = _WORDS["projects"]
ACTS = _WORDS["acts"]
CAUSES = _WORDS["causes"]
PEOPLE = _WORDS["people"]
DEEDS = _WORDS["deeds"]
FIRST_NAMES = _WORDS["first_names"]
LAST_NAMES = _WORDS["last_names"]
SENTENCES = _WORDS["sentences"]

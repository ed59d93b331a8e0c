"""Bodies of the demo's files as the JSON that Wagtail keeps of a StreamField."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .body_files import Block, Picture
from .prose import plain, rich

NUMBER = re.compile(r"[+−-]?[\d,.]+ ?(%|cm|dB|marks|m|bn)?( \([^)]*\))?")
"""What a cell of a column of figures looks like."""


@dataclass
class BodyWriter:
    """Writes bodies. `pages` has the key of every story and page by slug, `images` that of every picture drawn."""

    pages: Mapping[str, int]
    images: Mapping[Picture, int]

    def body(self, owner: str, blocks: Iterable[Block]) -> str:
        """The JSON of a body; block ids depend on its owner's slug alone, so that they are the same every time."""
        stream = []
        for number, block in enumerate(blocks, start=1):
            kind, value = WRITERS[block.kind](self, block.value)
            stream.append({"type": kind, "value": value, "id": block_id(owner, number)})
        return json.dumps(stream)

    def rich(self, text: str) -> str:
        return rich(text, lambda slug: f' linktype="page" id="{self.pages[slug]}"')

    def picture(self, picture: Picture) -> dict[str, Any]:
        image = {"image": self.images[picture], "decorative": False, "alt_text": picture.alt}
        return {"image": image, "caption": ""}

    def table(self, grid: dict[str, Any]) -> dict[str, Any]:
        kinds = [self.column_kind([row[number] for row in grid["rows"]]) for number in range(len(grid["header"]))]
        return {
            "caption": grid["caption"],
            "columns": [
                {"type": kind, "heading": heading} for kind, heading in zip(kinds, grid["header"], strict=True)
            ],
            "rows": [
                {
                    "values": [
                        self.rich(cell) if kind == "rich_text" else cell for kind, cell in zip(kinds, row, strict=True)
                    ]
                }
                for row in grid["rows"]
            ],
        }

    @staticmethod
    def column_kind(cells: list[str]) -> str:
        if not all(map(plain, cells)):
            return "rich_text"
        return "number" if all(NUMBER.fullmatch(cell) for cell in cells) else "text"


WRITERS: dict[str, Callable[[BodyWriter, Any], tuple[str, Any]]] = {
    "text": lambda write, text: ("paragraph", write.rich(text)),
    "heading": lambda write, text: ("heading", {"text": text, "level": "h2"}),
    "pull_quote": lambda write, quote: ("pull_quote", quote),
    "block_quote": lambda write, quote: ("block_quote", quote | {"quote": write.rich(quote["quote"])}),
    "list": lambda write, value: (
        "list",
        {"style": value["style"], "items": list_items(write.rich(text) for text in value["items"])},
    ),
    "key_points": lambda write, points: ("key_points", {"points": list_items(points)}),
    "fact_box": lambda write, box: ("fact_box", box | {"text": write.rich(box["text"])}),
    "timeline": lambda write, events: (
        "timeline",
        {"title": "", "events": list_items(event | {"what": write.rich(event["what"])} for event in events)},
    ),
    "table": lambda write, grid: ("table", write.table(grid)),
    "image": lambda write, picture: ("image", write.picture(picture)),
    "gallery": lambda write, pictures: (
        "gallery",
        {"title": "", "pictures": list_items(write.picture(picture) for picture in pictures)},
    ),
    "related_story": lambda write, slug: ("related_story", {"story": write.pages[slug], "label": ""}),
    "divider": lambda write, _nothing: ("divider", None),
}


def block_id(owner: str, number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"block:{owner}/{number}"))


def list_items(values: Iterable[Any]) -> list[dict[str, Any]]:
    """What a ListBlock keeps. Without ids it would be taken for a list of older make, of bare values."""
    return [{"type": "item", "value": value, "id": str(uuid.uuid4())} for value in values]

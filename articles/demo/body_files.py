"""The body of a story or page in the demo's files: a list of blocks, each a table with one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .pictures import PALETTES, SCENES
from .prose import ProseError, check, plain
from .toml_tables import Table


@dataclass(frozen=True)
class Picture:
    """A picture to draw, and what is printed beside it."""

    scene: str
    palette: str
    seed: int
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True)
class Block:
    """One block: its `kind` as the files name it, its `value`, and the stories and pages it points to, by slug."""

    kind: str
    value: Any
    links: tuple[str, ...] = ()


def picture(table: Table) -> Picture:
    return Picture(
        scene=table.one_of("scene", SCENES),
        palette=table.one_of("palette", PALETTES),
        seed=table.integer("seed"),
        alt=table.text("alt", most=255),
        caption=table.text("caption", most=500),
        credit=table.text("credit", most=200),
    )


def prose(table: Table, key: str, *, most: int = 0) -> tuple[str, list[str]]:
    """A text with markup, and the slugs of what it links to."""
    text = table.text(key, most=most)
    try:
        return text, check(text)
    except ProseError as error:
        table.wrong(key, str(error))


def plain_text(table: Table, key: str, *, most: int = 0) -> str:
    text = table.text(key, most=most)
    if not plain(text):
        table.wrong(key, "has markup, where plain text is printed")
    return text


def _text(table: Table, key: str) -> Block:
    text, links = prose(table, key)
    return Block(key, text, tuple(links))


def _heading(table: Table, key: str) -> Block:
    return Block(key, plain_text(table, key, most=120))


def _pull_quote(table: Table, key: str) -> Block:
    return table.table(
        key,
        lambda quote: Block(
            key,
            {
                "quote": plain_text(quote, "quote", most=300),
                "attribution": quote.text("attribution", most=120, default=""),
            },
        ),
    )


def _block_quote(table: Table, key: str) -> Block:
    def read(quote: Table) -> Block:
        text, links = prose(quote, "quote")
        return Block(key, {"quote": text, "attribution": quote.text("attribution", most=160, default="")}, tuple(links))

    return table.table(key, read)


def _list(table: Table, key: str) -> Block:
    def read(items: Table) -> Block:
        style = items.one_of("style", {"bullet", "number"})
        texts = items.texts("items", least=1)
        return Block(key, {"style": style, "items": texts}, _links_in(items, "items", texts))

    return table.table(key, read)


def _key_points(table: Table, key: str) -> Block:
    points = table.texts(key, least=2, most=240)
    if not all(map(plain, points)):
        table.wrong(key, "has markup, where plain text is printed")
    return Block(key, points)


def _fact_box(table: Table, key: str) -> Block:
    def read(box: Table) -> Block:
        text, links = prose(box, "text")
        return Block(key, {"title": plain_text(box, "title", most=100), "text": text}, tuple(links))

    return table.table(key, read)


def _timeline(table: Table, key: str) -> Block:
    def read(event: Table) -> tuple[dict, list[str]]:
        text, links = prose(event, "what")
        return {"when": event.text("when", most=60), "what": text}, links

    events = table.tables(key, read, least=2)
    return Block(key, [event for event, _ in events], tuple(slug for _, links in events for slug in links))


def _table(table: Table, key: str) -> Block:
    def read(grid: Table) -> Block:
        caption, header = grid.text("caption"), grid.texts("header", least=2)
        rows = grid.list("rows", least=1)
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, list) or len(row) != len(header):
                grid.wrong("rows", f"row {number} has not {len(header)} cells, as the header has")
            if not all(isinstance(cell, str) for cell in row):
                grid.wrong("rows", f"row {number} holds something that is not a text")
        links = _links_in(grid, "rows", [cell for row in rows for cell in row])
        return Block(key, {"caption": caption, "header": header, "rows": rows}, links)

    return table.table(key, read)


def _image(table: Table, key: str) -> Block:
    return Block(key, table.table(key, picture))


def _gallery(table: Table, key: str) -> Block:
    return Block(key, table.tables(key, picture, least=2))


def _related_story(table: Table, key: str) -> Block:
    slug = table.text(key)
    return Block(key, slug, (slug,))


def _divider(table: Table, key: str) -> Block:
    if not table.flag(key):
        table.wrong(key, "is either true or left out")
    return Block(key, None)


def _links_in(table: Table, key: str, texts: list[str]) -> tuple[str, ...]:
    try:
        return tuple(slug for text in texts for slug in check(text))
    except ProseError as error:
        table.wrong(key, str(error))


BLOCKS: dict[str, Callable[[Table, str], Block]] = {
    "text": _text,
    "heading": _heading,
    "pull_quote": _pull_quote,
    "block_quote": _block_quote,
    "list": _list,
    "key_points": _key_points,
    "fact_box": _fact_box,
    "timeline": _timeline,
    "table": _table,
    "image": _image,
    "gallery": _gallery,
    "related_story": _related_story,
    "divider": _divider,
}
PAGE_BLOCKS = ("text", "heading", "list", "fact_box", "image", "table", "divider")
"""What a page about the paper may hold."""


def block(table: Table) -> Block:
    keys = list(table.content)
    if len(keys) != 1:
        table.wrong(" and ".join(keys) or "(nothing)", "a block has exactly one key")
    if keys[0] not in BLOCKS:
        table.wrong(keys[0], f"is no block: use one of {', '.join(BLOCKS)}")
    return BLOCKS[keys[0]](table, keys[0])


def page_block(table: Table) -> Block:
    found = block(table)
    if found.kind not in PAGE_BLOCKS:
        table.wrong(found.kind, f"a page has no such block: use one of {', '.join(PAGE_BLOCKS)}")
    return found

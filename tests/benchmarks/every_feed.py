"""Reads every feed of an archive in every format, and follows each back to its first story.

`make bench-every_feed` reads the archive of a hundred thousand stories, in an hour or two; `ARGS="--stories 1000"`
another. Of the topics within sections, which are most, it reads each fiftieth, or each N-th as `--within` says. A feed
that is not as it should be ends it, and it says what is wrong.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace

import django
from rich.console import Console
from rich.progress import Progress

from newsroom import postgres

from .feeds import database, environment

BATCH = 20


def paths(within: int) -> Iterator[tuple[str, str]]:
    """Every feed of the archive, and the format in which it is followed back, which all formats share evenly."""
    from articles.feeds.scopes import every_scope, forms
    from articles.models import StoryTopic
    from tests.feed_reader import TYPES

    scopes = (scope for group in every_scope().values() for scope in group)
    listed = [scope.path for scope in scopes if TYPES.keys() <= forms(scope.path).keys()]
    both = StoryTopic.objects.filter(published_at__isnull=False, content_object__section__isnull=False)
    pairs = both.values_list("content_object__section__slug", "tag__slug").distinct().order_by("tag__slug")
    listed += [f"sections/{section}/topics/{topic}" for section, topic in pairs[::within]]
    back = list(TYPES)
    return ((path, back[number % len(back)]) for number, path in enumerate(listed))


def check(batch: list[tuple[str, str]]) -> Counter:
    """Read these feeds; how many documents of which sort there were. AssertionError for what is wrong."""
    counted: Counter = Counter()
    for path, form in batch:
        try:
            counted.update(check_feed(path, form))
        except AssertionError as error:
            raise AssertionError(f"/feeds/{path}: {error}") from error
    return counted


def check_feed(path: str, back: str) -> Counter:
    import feedparser
    from django.test import Client

    from articles.feeds.archives import LIVE
    from articles.feeds.scopes import scope
    from tests.feed_reader import TYPES, read, walk

    client = Client()
    expected = [uid.urn for uid in scope(path).latest.stories().values_list("uid", flat=True)]
    live = {}
    for form in TYPES:
        address = f"/feeds/{path}.{form}"
        response = client.get(address)
        assert response.status_code == 200, (form, response.status_code)
        live[form] = read(response.content, form).entries
        assert form == "json" or not feedparser.parse(response.content).bozo, form
        assert client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304, form
    assert live["atom"] == live["json"], "JSON Feed differs from Atom"
    assert live["rss"] == [replace(entry, updated=None) for entry in live["atom"]], "RSS differs from Atom"
    newest = [entry.id for entry in live["atom"]]
    assert len(newest) >= min(LIVE, len(expected)), "stories are missing"
    assert newest == expected[: len(newest)], "these are not the newest stories"
    _live, *pages = walk(client, f"/feeds/{path}.{back}", back)
    archived = [entry.id for page in pages for entry in page.entries]
    assert len(archived) == len(set(archived)), "a story stands in two pages of the archive"
    assert {*newest, *archived} == {*expected}, "the archive is not complete"
    return Counter(scopes=1, feeds=len(TYPES), pages=len(pages), stories=len(expected))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--within", type=int, default=50, metavar="N", help="each N-th topic within a section")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    asked = parser.parse_args()
    counted: Counter = Counter()
    with postgres.server(postgres.DATA_DIR.with_name("bench-postgres")) as server:
        os.environ.update(environment(database(server, asked.stories)))
        django.setup()
        chosen = list(paths(asked.within))
        batches = [chosen[at : at + BATCH] for at in range(0, len(chosen), BATCH)]
        spawn = multiprocessing.get_context("spawn")
        with (
            Progress(console=Console(stderr=True)) as progress,
            ProcessPoolExecutor(asked.processes, spawn, initializer=django.setup) as pool,
        ):
            reading = progress.add_task("Feeds", total=len(chosen))
            for done in as_completed([pool.submit(check, batch) for batch in batches]):
                if error := done.exception():
                    pool.shutdown(cancel_futures=True)
                    sys.exit(f"{type(error).__name__}: {error}")
                counted.update(done.result())
                progress.advance(reading, done.result()["scopes"])
    print(
        f"{counted['scopes']:,} scopes in {counted['feeds']:,} feeds and {counted['pages']:,} pages of archives, "
        f"which hold {counted['stories']:,} stories: all as they should be."
    )


if __name__ == "__main__":
    main()

"""Measures what subscribers ask for most, a feed, in the archive in DATABASE_URL; prints the figures as JSON.

Beside it, Django's own `Feed` of the same twenty stories behind `ConditionalGetMiddleware`, served the same way.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import django

django.setup()

from django.contrib.syndication.views import Feed  # noqa: E402  (Django has to be set up first)
from django.core.cache import caches  # noqa: E402
from django.middleware.http import ConditionalGetMiddleware  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.urls import include, path  # noqa: E402
from django.utils.decorators import decorator_from_middleware  # noqa: E402

from articles.feeds.archives import LIVE  # noqa: E402
from articles.models import Story, Topic  # noqa: E402

from .measure_feeds import Times, cost, times  # noqa: E402

POLLS = range(200)


class UsualFeed(Feed):
    """As Django's documentation has it, with whole texts, and nothing fetched story by story."""

    title = "Latest Stories"
    link = "/"
    description = "Everything, as it is published"

    def items(self) -> list[Story]:
        fetched = Story.objects.latest_stories().select_related("section")
        return list(fetched.prefetch_related("bylines__person", "story_topics__tag")[:LIVE])

    def item_title(self, item: Story) -> str:
        return item.title

    def item_link(self, item: Story) -> str:
        return item.get_url()

    def item_description(self, item: Story) -> str:
        return item.body.render_as_block({"story": item, "in_feed": True})

    def item_author_name(self, item: Story) -> str:
        return ", ".join(byline.person.name for byline in item.bylines.all())

    def item_pubdate(self, item: Story):
        return item.published_at

    def item_categories(self, item: Story) -> list[str]:
        return [row.tag.name for row in item.story_topics.all()]


urlpatterns = [
    path("usual.rss", decorator_from_middleware(ConditionalGetMiddleware)(UsualFeed())),
    path("", include("newsroom.urls")),
]


def main() -> None:
    hottest = Topic.objects.order_by("-story_count").first()
    client = Client()

    def ask(address: str, status: int, **headers: str) -> Callable[[int], None]:
        def poll(_number: int) -> None:
            response = client.get(address, headers=headers)
            assert response.status_code == status, (address, response.status_code)

        return poll

    def known(address: str) -> dict[str, str]:
        return {"if-none-match": client.get(address).headers["ETag"]}

    def built(address: str) -> Callable[[int], None]:
        whole = ask(address, 200)

        def build(number: int) -> None:
            caches["editions"].clear()
            whole(number)

        return build

    usual, ours, topic = "/usual.rss", "/feeds/latest.rss", f"/feeds/{hottest.feed_scope}.rss"
    whole, unchanged = times(ask(usual, 200), POLLS), times(ask(usual, 304, **known(usual)), POLLS)
    rows = [
        row("Django’s Feed, 200", whole),
        row("Django’s Feed, 304", unchanged),
        row("feed, 200", times(ask(ours, 200), POLLS), whole, ask(ours, 200)),
        row("feed, 200, built anew", times(built(ours), POLLS), whole, built(ours)),
        row("feed, 304", times(ask(ours, 304, **known(ours)), POLLS), unchanged, ask(ours, 304, **known(ours))),
        row("feed of a topic, 200, built anew", times(built(topic), POLLS), whole, built(topic)),
    ]
    print(json.dumps(rows))


def row(feed: str, taken: Times, peer: Times | None = None, do: Callable | None = None) -> dict[str, str]:
    figures = {"feed": feed, "p50": f"{taken.p50:.2f}", "p99": f"{taken.p99:.2f}"}
    if do:
        statements, rows = cost(do, POLLS[:1])
        figures |= {"queries": str(statements), "rows": f"{rows:,}"}
    if peer:
        figures["naive"] = f"{peer.p50 / taken.p50:.1f}× as many a second as Django’s"
    return figures


if __name__ == "__main__":
    with override_settings(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"]):
        main()

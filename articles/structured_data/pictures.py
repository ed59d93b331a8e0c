"""Pictures with what must be printed beside them.

https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata
"""

from __future__ import annotations

from django.http import HttpRequest

from articles import renditions
from articles.models import NewsImage, NewsRendition, Story

from .script import Data, known


def pictures(story: Story, request: HttpRequest) -> list[Data]:
    """The story's picture for machines: in the size for link previews, and 16:9, 4:3 and 1:1 where those are made.

    They are made once a story is published, by who follows the publication log; a reader never waits for them.
    """
    image = story.picture
    made = renditions.usable(image, renditions.SHARE)
    if not made:
        return []
    sizes = [*made, *renditions.made(image, renditions.SHAPES)]
    return [_picture(size, image, story.caption, request) for size in sizes]


def _picture(size: NewsRendition, image: NewsImage, caption: str, request: HttpRequest) -> Data:
    url = request.build_absolute_uri(size.url)
    data = {
        "@type": "ImageObject",
        "url": url,
        "contentUrl": url,
        "width": size.width,
        "height": size.height,
        "caption": caption,
        "creditText": image.credit,
        "acquireLicensePage": image.credit_url,
        "copyrightNotice": image.licence,
    }
    return known(data)

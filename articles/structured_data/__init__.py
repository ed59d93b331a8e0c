"""schema.org data of every kind of page, built in Python, a module for each family.

https://developers.google.com/search/docs/appearance/structured-data/search-gallery
"""

from __future__ import annotations

from .hubs import breadcrumbs, collection, profile, series
from .paper import organization, website
from .script import Data, as_json
from .stories import story_data

__all__ = [
    "Data",
    "as_json",
    "breadcrumbs",
    "collection",
    "organization",
    "profile",
    "series",
    "story_data",
    "website",
]

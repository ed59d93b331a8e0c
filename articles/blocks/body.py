from __future__ import annotations

from wagtail import blocks

from .boxes import FactBoxBlock, KeyPointsBlock, TableBlock, TimelineBlock
from .latest_stories import LatestStoriesBlock
from .links import DocumentBlock, RelatedStoryBlock
from .media import EmbedBlock, GalleryBlock, PictureBlock
from .text import BlockQuoteBlock, DividerBlock, HeadingBlock, ListBlock, ParagraphBlock, PullQuoteBlock


class BodyBlock(blocks.StreamBlock):
    """The body of a story."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    image = PictureBlock()
    gallery = GalleryBlock()
    pull_quote = PullQuoteBlock()
    block_quote = BlockQuoteBlock()
    list = ListBlock()
    key_points = KeyPointsBlock()
    fact_box = FactBoxBlock()
    timeline = TimelineBlock()
    table = TableBlock()
    embed = EmbedBlock()
    related_story = RelatedStoryBlock()
    latest_stories = LatestStoriesBlock()
    document = DocumentBlock()
    divider = DividerBlock()

    class Meta:
        template = "blocks/body.html"


class PageBodyBlock(blocks.StreamBlock):
    """The body of a page about the paper."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    image = PictureBlock()
    list = ListBlock()
    fact_box = FactBoxBlock()
    table = TableBlock()
    divider = DividerBlock()

    class Meta:
        template = "blocks/body.html"

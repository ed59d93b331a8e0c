from __future__ import annotations

from wagtail import blocks

from .boxes import FactBoxBlock, KeyPointsBlock, TableBlock, TimelineBlock
from .latest_stories import LatestStoriesBlock
from .links import DocumentBlock, RelatedStoryBlock
from .media import EmbedBlock, GalleryBlock, PictureBlock
from .text import BlockQuoteBlock, DividerBlock, HeadingBlock, ListBlock, ParagraphBlock, PullQuoteBlock


class Prose(blocks.StreamBlock):
    """Blocks whose links to pages are looked up together."""

    def render(self, value, context=None):
        from articles import prose_links

        with prose_links.at_hand(self.extract_references(value)):
            return super().render(value, context)


class BodyBlock(Prose):
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


class PageBodyBlock(Prose):
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

"""One page of each kind, on the seeded newspaper: what is checked page by page is checked on these."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.db.models import TextField
from django.db.models.functions import Cast, Length
from wagtail.documents import get_document_model

from articles.blocks import BodyBlock
from articles.models import Ending, NewsMedia, Person, SectionPage, Show, StandardPage, Story, Topic

from . import factories as make

LONG = "Flood" * 20 + " and what came of it in the end, told at a length that no desk would let pass 🚢"


def one_of_each() -> dict[str, str]:
    """The address of a page of every kind, by the kind's name. Makes those that the newspaper has none of."""
    longest = Story.objects.published().order_by(Length(Cast("body", TextField())).desc())
    of_kind = {kind.value: longest.of_kind(kind).first().url for kind in Story.Kind}
    withdrawn = Story.objects.filter(ending=Ending.RETRACTED).first()
    return of_kind | {
        "home": "/",
        "section": SectionPage.objects.first().url,
        "article of every block": every_block().url,
        "bare article": make.article("مرحبا بالعالم " + LONG, slug="bare").url,
        "podcast with chapters": chaptered().url,
        "video at a provider": make.video("Elsewhere", slug="elsewhere", lead_image=None).url,
        "topic": Topic.objects.filter(story_count__gt=0).order_by("-story_count").first().get_absolute_url(),
        "topics": "/topics/",
        "person": Person.objects.first().get_absolute_url(),
        "people": "/people/",
        "show": Show.objects.first().get_absolute_url(),
        "shows": "/podcasts/",
        "search": "/search/",
        "search with results": "/search/?q=harbour&sort=date&kind=article",
        "search without results": "/search/?q=nonesuch&after=yesterday",
        "corrections": "/corrections/",
        "feeds": "/feeds/",
        "standard page": StandardPage.objects.first().url,
        "400": "/?%00",
        "404": "/nowhere/",
        "410": withdrawn.get_url(),
    }


def chaptered() -> Story:
    chapters = [("chapter", {"start": start, "title": f"Part {start}"}) for start in ("0:00", "0:01")]
    sound = NewsMedia.objects.filter(type="audio").first()
    return make.episode("Chaptered", captions=make.VTT, chapters=chapters, audio=sound, audio_url="")


def every_block() -> Story:
    get_document_model().objects.create(title="Report", file=ContentFile(b"%PDF-1.7", name="report.pdf"))
    body = [(name, block.get_preview_value()) for name, block in BodyBlock().child_blocks.items()]
    link = f'<p>See <a linktype="page" id="{SectionPage.objects.first().pk}">the section</a>.</p>'
    return make.article("Every block", slug="every-block", body=[("paragraph", link), *body])

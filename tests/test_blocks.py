from __future__ import annotations

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.template.loader import get_template
from django.urls import reverse
from wagtail.blocks import Block, StreamValue
from wagtail.documents import get_document_model

from articles.blocks import BodyBlock, ChapterBlock, PageBodyBlock, ZoneBlock
from articles.models import ArticlePage, HomePage, NewsImage, Story, VideoPage

from . import factories as make

pytestmark = pytest.mark.django_db

BODY = BodyBlock()
PAGE_BODY = PageBodyBlock()
BLOCKS = [
    *(pytest.param(name, block, id=f"body-{name}") for name, block in BODY.child_blocks.items()),
    *(pytest.param(name, block, id=f"page-{name}") for name, block in PAGE_BODY.child_blocks.items()),
    pytest.param("chapter", ChapterBlock(), id="chapter"),
    pytest.param("zone", ZoneBlock(), id="zone"),
]
GONE = 987_654_321


@pytest.fixture(scope="module")
def library(rows_of_the_module) -> ArticlePage:
    """What blocks choose from: a picture, a document, a story."""
    make.ImageFactory()
    get_document_model().objects.create(title="Ruling", file=ContentFile(b"%PDF-1.7", name="ruling.pdf"))
    return make.article("Chosen", lead_image=make.ImageFactory())


def check(html: str) -> BeautifulSoup:
    """The HTML, once it is clear that it names no empty address and prints no None."""
    assert 'src=""' not in html
    assert 'href=""' not in html
    assert "None" not in html
    return BeautifulSoup(html, "html.parser")


def preview(block: Block) -> BeautifulSoup:
    value = block.normalize(block.get_preview_value())
    return check(block.bind(value).render(block.get_preview_context(value, {})))


@pytest.mark.parametrize(("name", "block"), BLOCKS)
def test_block_tells_an_editor_what_it_is(name: str, block: Block):
    assert block.meta.icon not in ("placeholder", "")
    assert str(block.label)
    assert str(block.get_description()).endswith("."), "one sentence under the name in the picker"
    assert block.get_template() == f"blocks/{name}.html"
    assert get_template(f"blocks/{name}.html")


@pytest.mark.parametrize("block", BODY.child_blocks.values(), ids=list(BODY.child_blocks))
def test_block_of_a_body_stands_in_a_group(block: Block):
    assert str(block.meta.group)


@pytest.mark.parametrize(("name", "block"), BLOCKS)
def test_preview_value_renders_through_the_template_of_the_block(name: str, block: Block, library):
    html = preview(block)
    assert html.find("hr" if name == "divider" else True)
    assert name == "divider" or html.get_text(strip=True)
    if name in ("image", "gallery"):
        assert html.select("img[srcset][width][height][alt]")


def test_previews_in_the_picker_answer_in_the_clothes_of_the_site(library, client):
    client.force_login(make.editor())
    for _name, block in (blocks.values for blocks in BLOCKS):
        response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
        assert response.status_code == 200, block
        assert check(response.text).select("link[rel=stylesheet][href*=tokens]"), block


def test_previews_bear_an_empty_library():
    get_document_model().objects.all().delete()
    NewsImage.objects.all().delete()
    Story.objects.update(published_at=None)
    for _name, block in (blocks.values for blocks in BLOCKS):
        preview(block)


NO_IMAGE = {"image": None, "alt_text": "", "decorative": False}
LOST_IMAGE = {"image": GONE, "alt_text": "x", "decorative": False}
ODD_VALUES = {
    "paragraph": ["", "<p></p>", f'<p><a linktype="page" id="{GONE}">gone</a></p>', "no tag at all", "<p>x"],
    "heading": [{"text": "", "level": "h2"}, {"text": "x" * 500, "level": "h3"}],
    "image": [{"image": NO_IMAGE, "caption": ""}, {"image": LOST_IMAGE, "caption": "Left behind"}],
    "gallery": [
        {"title": "", "pictures": []},
        {"title": "", "pictures": [{"image": LOST_IMAGE, "caption": ""}, {"image": NO_IMAGE, "caption": ""}]},
    ],
    "pull_quote": [{"quote": "", "attribution": ""}],
    "block_quote": [{"quote": "", "attribution": "Nobody"}],
    "list": [{"style": "", "items": []}, {"style": "bullet", "items": [""]}],
    "key_points": [{"points": []}, {"points": [""]}],
    "fact_box": [{"title": "", "text": ""}],
    "timeline": [{"title": "", "events": []}, {"title": "", "events": [{"when": "", "what": ""}]}],
    "table": [
        {},
        {"columns": [], "rows": []},
        {"columns": [{"type": "text", "heading": ""}], "rows": [{"values": [""]}]},
    ],
    "embed": [
        {"url": "", "title": "", "poster": NO_IMAGE},
        {"url": "https://vimeo.com/76979871", "title": "", "poster": LOST_IMAGE},
    ],
    "latest_stories": [
        {"title": "", "topics": [], "kinds": [], "size": 5, "layout": "compact"},
        {"title": "", "topics": [GONE], "kinds": None, "size": 5, "layout": "odd"},
    ],
    "related_story": [{"story": None, "label": ""}, {"story": GONE, "label": "See"}],
    "document": [{"document": None, "title": ""}, {"document": GONE, "title": "Lost"}],
    "divider": [None],
    "of_another_age": ["a block that no longer exists"],
}


def test_every_block_has_odd_values_to_bear():
    assert ODD_VALUES.keys() >= BODY.child_blocks.keys()


@pytest.mark.parametrize("in_feed", [False, True], ids=["page", "feed"])
@pytest.mark.parametrize("name", ODD_VALUES)
def test_odd_values_render(name: str, in_feed: bool):
    body = BODY.to_python([{"type": name, "value": value} for value in ODD_VALUES[name]])
    story = SimpleNamespace(dateline="Tarnholm")
    check(body.render_as_block({"story": story, "in_feed": in_feed, "feeds": SimpleNamespace(linked={}, blocks={})}))


def test_page_bears_pictures_documents_and_stories_that_are_gone(client, library):
    image, document = make.ImageFactory(), get_document_model().objects.get()
    body = [
        {"type": "image", "value": {"image": {"image": image.pk, "alt_text": "x", "decorative": False}}},
        {"type": "document", "value": {"document": document.pk}},
        {"type": "related_story", "value": {"story": library.pk}},
        {"type": "latest_stories", "value": {"topics": [GONE], "kinds": [], "size": 2, "layout": "compact"}},
        {"type": "paragraph", "value": f'<p>See <a linktype="page" id="{library.pk}">this</a>.</p>'},
    ]
    page = make.article("Host", body=StreamValue(BODY, body, is_lazy=True), lead_image=image)
    whole = client.get(page.url)
    assert "ruling.pdf" in whole.text or "Ruling" in whole.text
    for thing in (image, document, library):
        thing.delete()
    left = client.get(page.url)
    assert left.status_code == 200
    check(left.text)


def test_unpublished_story_is_not_shown_inside_another(client, library):
    body = [{"type": "related_story", "value": {"story": library.pk}}]
    page = make.article("Host", body=StreamValue(BODY, body, is_lazy=True))
    assert "related-story" in client.get(page.url).text
    library.unpublish()
    assert "related-story" not in client.get(page.url).text


def test_zone_and_chapters_bear_what_is_missing(client):
    home = make.home()
    zone = {"title": "Tunnel", "section": GONE, "topics": [GONE], "stories": [GONE, None], "size": 3, "layout": "odd"}
    HomePage.objects.filter(pk=home.pk).update(zones=[{"type": "zone", "value": zone}])
    chapters = [{"type": "chapter", "value": {"start": "", "title": ""}}]
    film = make.video("Film", chapters=StreamValue(VideoPage.chapters.field.stream_block, chapters, is_lazy=True))
    assert client.get("/").status_code == 200
    assert client.get(film.url).status_code == 200


def test_body_is_empty_without_blocks(client):
    bare = make.article("Bare")
    assert client.get(bare.url).status_code == 200
    assert str(bare.body).strip() == ""

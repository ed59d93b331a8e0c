"""An advertisement is one wherever it stands: every output times every label.

A new place where stories stand is a line in `OUTPUTS`; a new kind of link in a body is a line in `links`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model

from articles import consumers
from articles.feeds import archives
from articles.feeds.scopes import address as feed_address
from articles.front_page import LATEST, TOP, FrontPage
from articles.models import (
    ArticlePage,
    Correction,
    FeedSubscription,
    FrontPick,
    NewsImage,
    PartnerFeed,
    Publication,
    RelatedPin,
    ReviewLink,
    SponsoredPage,
    Story,
)
from articles.websub import courier

from . import factories as make
from .feed_reader import Entry, read

LABELS = SponsoredPage.Label.values
SHOP = "https://shop.example"


BODY = Story._meta.get_field("body").stream_block


def links(picture: NewsImage) -> list[tuple[str, object]]:
    """A body with every kind of link that leads out of the site, each to an address of its own."""

    def out(kind: str) -> str:
        return f'<p>Buy <a href="{SHOP}/{kind}">here</a>.</p>'

    shown = {"image": {"image": picture.pk, "decorative": False, "alt_text": "A boat"}, "caption": ""}
    table = {
        "columns": [{"type": "rich_text", "heading": "Offer"}],
        "rows": [{"values": [out("table")]}],
        "caption": "Offers",
    }
    return [
        ("paragraph", out("paragraph")),
        ("list", {"style": "bullet", "items": [out("list")]}),
        ("block_quote", {"quote": out("quote"), "attribution": "A buyer"}),
        ("fact_box", {"title": "Fares", "text": out("box")}),
        ("timeline", {"title": "", "events": [{"when": str(n), "what": out(f"event-{n}")} for n in (1, 2)]}),
        ("table", table),
        ("image", shown),
        ("gallery", {"title": "", "pictures": [shown, shown]}),
        ("embed", {"url": "https://vimeo.com/76979871", "title": "The boat"}),
        ("document", {"document": get_document_model().objects.first().pk, "title": "Fares"}),
    ]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> SimpleNamespace:
    """An advertisement for each label, and a story that points to each."""
    from django.core.files.base import ContentFile

    get_document_model().objects.create(title="Fares", file=ContentFile(b"%PDF-1.7", name="fares.pdf"))
    picture = make.ImageFactory(credit="Sundline", credit_url=f"{SHOP}/credit")
    sponsor = make.SponsorFactory(name="Sundline", url=f"{SHOP}/sponsor", logo=make.ImageFactory())
    ines = make.PersonFactory(slug="ines")
    for number in range(1 + TOP + LATEST + 1):
        make.article(f"News {number}", slug=f"news-{number}", lead_image=None if number else make.ImageFactory())
    ads = {}
    for number, label in enumerate(LABELS):
        ad = make.advertisement(
            f"Sail early {number}", slug=f"ad-{number}", label=label, sponsor=sponsor, topics=["Boats"], by=[ines]
        )
        ad.body = BODY.to_python([{"type": name, "value": value} for name, value in links(picture)])
        ad.lead_image = picture
        ad.save_revision().publish()
        ads[label] = SponsoredPage.objects.get(pk=ad.pk)
        Correction.objects.create(story_id=ad.pk, kind=Correction.Kind.CORRECTION, text="The fare is 12 marks.")
    return SimpleNamespace(ads=ads, editor=make.editor())


def soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.text, "html.parser")


def own_page(client: Client, ad: SponsoredPage) -> Tag:
    return soup(client, ad.url).main


def title(client: Client, ad: SponsoredPage) -> Tag:
    return soup(client, ad.url).title


def shared_title(client: Client, ad: SponsoredPage) -> str:
    return soup(client, ad.url).find("meta", property="og:title")["content"]


def review(client: Client, ad: SponsoredPage) -> Tag:
    revision = ad.save_revision()
    link = ReviewLink.objects.create(story_id=ad.pk, revision=revision, label="Sundline", created_by=make.editor())
    return soup(client, link.get_absolute_url()).main


def preview(client: Client, ad: SponsoredPage) -> Tag:
    return BeautifulSoup(ad.make_preview_request().render().content, "html.parser").main


def words(story: Story) -> str:
    return f'<p>See <a linktype="page" id="{story.pk}">{story.title}</a>.</p>'


def body_of(client: Client, *body: tuple[str, object]) -> Tag:
    return soup(client, make.article("Pointing", slug="pointing", body=list(body)).url).find("div", class_="body")


def words_in_a_body(client: Client, ad: SponsoredPage) -> Tag:
    return body_of(client, ("paragraph", words(ad)))


def words_in_a_box(client: Client, ad: SponsoredPage) -> Tag:
    return body_of(client, ("fact_box", {"title": "More", "text": words(ad)}))


def words_in_a_feed(client: Client, ad: SponsoredPage, form: str = "rss") -> str:
    make.article("Pointing", slug="pointing", body=[("paragraph", words(ad))])
    return read(client.get(f"/feeds/latest.{form}").content, form).entries[0].html


def words_in_atom(client: Client, ad: SponsoredPage) -> str:
    return words_in_a_feed(client, ad, "atom")


def words_in_json(client: Client, ad: SponsoredPage) -> str:
    return words_in_a_feed(client, ad, "json")


def entry_for_a_partner(client: Client, ad: SponsoredPage, form: str = "rss") -> Entry:
    feed = PartnerFeed.objects.create(name="Morning Post", everything=True, advertisements=True)
    entries = read(client.get(feed_address(feed.feed_scope, form)).content, form).entries
    return next(entry for entry in entries if ad.title in entry.title)


def title_for_a_partner(client: Client, ad: SponsoredPage) -> str:
    return entry_for_a_partner(client, ad).title


def title_for_a_partner_in_atom(client: Client, ad: SponsoredPage) -> str:
    return entry_for_a_partner(client, ad, "atom").title


def title_for_a_partner_in_json(client: Client, ad: SponsoredPage) -> str:
    return entry_for_a_partner(client, ad, "json").title


def words_of_the_picture_of_a_shared_link(client: Client, ad: SponsoredPage) -> str:
    """Of the one that is drawn where there is no other; what is on it, tests/test_share_images.py tells."""
    Story.objects.filter(pk=ad.pk).update(lead_image=None)
    return soup(client, ad.url).find("meta", property="og:image:alt")["content"]


def markdown(client: Client, ad: SponsoredPage) -> str:
    return client.get(f"{ad.url.rstrip('/')}.md").text


def words_in_markdown(client: Client, ad: SponsoredPage) -> str:
    make.article("Pointing", slug="pointing", body=[("paragraph", words(ad))])
    return client.get("/city/pointing.md").text


def alone(ad: SponsoredPage) -> None:
    """The other campaigns are over: a slot is this one's."""
    Story.objects.advertisements().exclude(pk=ad.pk).update(live=False)


def front_page(client: Client, ad: SponsoredPage) -> Tag:
    alone(ad)
    return soup(client, "/").main


def more_for_you(client: Client, ad: SponsoredPage) -> Tag:
    alone(ad)
    return soup(client, "/city/news-0/").find("section", class_="more")


def search(client: Client, ad: SponsoredPage) -> Tag:
    hits = soup(client, f"/search/?q={ad.title.replace(' ', '+')}").main
    return next(card for card in hits.select("article.card") if ad.title in card.text)


def correction(client: Client, ad: SponsoredPage) -> Tag:
    rows = soup(client, "/corrections/").select(".correction-index li")
    return next(row for row in rows if ad.title in row.text)


OUTPUTS = [
    own_page,
    title,
    shared_title,
    review,
    preview,
    words_in_a_body,
    words_in_a_box,
    words_in_a_feed,
    words_in_atom,
    words_in_json,
    title_for_a_partner,
    title_for_a_partner_in_atom,
    title_for_a_partner_in_json,
    words_of_the_picture_of_a_shared_link,
    markdown,
    words_in_markdown,
    front_page,
    more_for_you,
    search,
    correction,
]


def text_of(shown: Tag | str) -> str:
    return shown if isinstance(shown, str) else shown.get_text(" ", strip=True)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.__name__)
def test_label_is_text_before_the_headline(client, db, paper, output, label):
    ad = paper.ads[label]
    text = text_of(output(client, ad))
    assert ad.title in text
    assert label in text[: text.index(ad.title)]


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_what_partners_are_given_of_it_begins_with_the_label(client, db, paper, form):
    label, ad = next(iter(paper.ads.items()))
    html = BeautifulSoup(entry_for_a_partner(client, ad, form).html, "html.parser")
    assert html.get_text(" ", strip=True).startswith(label)


NO_PLACE = [
    "/city/",
    "/topics/boats/",
    "/people/ines/",
    "/feeds/",
    "/feeds/latest.rss",
    "/feeds/latest.atom",
    "/feeds/latest.json",
    "/llms.txt",
    "/feeds/sections/city.rss",
    "/feeds/sections/city/topics/boats.rss",
    "/feeds/topics/boats.atom",
    "/feeds/people/ines.rss",
    "/feeds/kinds/articles.rss",
    "/sitemap.xml",
    "/sitemap-pages.xml",
    "/news-sitemap.xml",
    "/video-sitemap.xml",
]


@pytest.mark.parametrize("path", NO_PLACE)
def test_advertisement_stands_in_no_list_of_news(client, db, paper, path):
    response = client.get(path)
    assert response.status_code == 200
    text = response.text
    assert "Sail early" not in text
    assert "/ad-0/" not in text


def test_sitemap_of_its_month_has_no_advertisement(client, db, paper):
    text = client.get(f"/sitemap-{timezone.now():%Y-%m}.xml").text
    assert "/city/news-0/" in text
    assert "/ad-" not in text


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_archive_of_a_feed_has_no_advertisement(client, db, paper, monkeypatch, form):
    monkeypatch.setattr(archives, "PER_PAGE", 5)
    Story.objects.advertisements().update(published_at=Story.objects.editorial().earliest("published_at").published_at)
    text = client.get(f"/feeds/latest/archive/{datetime.now(UTC):%Y-%m}.{form}").text
    assert "/city/news-0/" in text
    assert "Sail early" not in text


def test_subscribers_are_not_woken_by_an_advertisement_and_get_none(db, paper):
    feed = "http://testserver/feeds/latest.rss"
    soon = timezone.now() + timedelta(days=1)
    FeedSubscription.objects.create(
        feed=feed, callback="https://reader.example/", scopes=["latest"], ends_at=soon, next_try_at=timezone.now()
    )
    for ad in paper.ads.values():
        consumers.websub([Publication.objects.filter(story_uid=ad.uid).latest("pk")])
    assert not FeedSubscription.objects.filter(wanted_at__isnull=False).exists()
    body = courier._document(feed).body.decode()
    assert "News 0" in body
    assert "Sail early" not in body


def test_advertisement_that_is_chosen_for_a_place_of_news_stands_in_its_own_alone(client, db, paper):
    ad = next(iter(paper.ads.values()))
    alone(ad)
    home, news = make.home(), ArticlePage.objects.get(slug="news-0")
    home.lead_id = ad.pk
    home.picks = [FrontPick(story_id=ad.pk)]
    home.save()
    news.pins = [RelatedPin(target_id=ad.pk)]
    news.save()
    for path in ("/", news.url):
        cards = [card for card in soup(client, path).select("article.card") if ad.title in card.text]
        assert len(cards) == 1, path
        assert cards[0]["data-kind"] == "sponsored"
        assert ad.label in text_of(cards[0])[: text_of(cards[0]).index(ad.title)]
    assert FrontPage(home).lead.slug == "news-0"


def test_block_that_points_to_an_advertisement_shows_nothing(client, db, paper):
    ad = next(iter(paper.ads.values()))
    assert text_of(body_of(client, ("related_story", {"story": ad, "label": ""}))) == ""


@pytest.mark.parametrize("label", LABELS)
def test_every_link_out_is_marked_as_paid(client, db, paper, label):
    story = own_page(client, paper.ads[label]).find("article", class_="story")
    leading_out = [link for link in story.find_all("a", href=True) if link["href"].startswith(("http", "//"))]
    kinds = {link["href"].removeprefix(f"{SHOP}/") for link in leading_out}
    assert kinds == {
        *("paragraph", "list", "quote", "box", "event-1", "event-2", "table", "credit", "sponsor"),
        "https://vimeo.com/76979871",
    }
    assert [link["href"] for link in leading_out if "sponsored" not in link.get("rel", [])] == []


@pytest.mark.parametrize("label", LABELS)
def test_machines_are_told_whose_advertisement_it_is(client, db, paper, label):
    page = soup(client, paper.ads[label].url)
    found = [json.loads(script.string) for script in page.find_all("script", type="application/ld+json")]
    told = {data["@type"]: data for data in found}
    assert told["AdvertiserContentArticle"]["sponsor"]["name"] == "Sundline"
    assert not any("NewsArticle" in kind for kind in told)


def lists_of_the_desk(ad: SponsoredPage) -> Iterator[str]:
    yield reverse("wagtailadmin_explore", args=[ad.get_parent().pk])
    yield reverse("stories:index")
    yield reverse("wagtailadmin_choose_page_child", args=[ad.get_parent().pk]) + "?page_type=articles.story"
    yield reverse("wagtailadmin_choose_page_search") + "?page_type=articles.story&q=Sail"


def test_editors_see_in_lists_and_choosers_that_it_is_one(client, db, paper):
    client.force_login(paper.editor)
    for address in lists_of_the_desk(next(iter(paper.ads.values()))):
        shown = client.get(address)
        html = shown.json()["html"] if shown.headers["Content-Type"] == "application/json" else shown.text
        rows = [row for row in BeautifulSoup(html, "html.parser").find_all("tr") if "Sail early" in row.text]
        assert len(rows) == len(LABELS), address
        for row in rows:
            assert "advertisement" in row.text.lower().replace("sail early", ""), address

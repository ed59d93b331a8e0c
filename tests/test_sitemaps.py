"""Crawlers are told of every public page once, with its true date, and of nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import tostring

import pytest
from defusedxml import ElementTree
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles import renditions
from articles.models import ArticlePage, Story
from articles.sitemaps import hubs, months, stories

from . import factories as make
from .npm import packaged, schema_faults
from .sitemap_schemas import IMAGE, NEWS, SITEMAP, VIDEO, faults

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
LAST_YEAR = datetime(2025, 3, 31, 23, 59, 59, 999999, tzinfo=UTC)
EVERY = ["/sitemap.xml", "/sitemap-pages.xml", "/sitemap-2025-03.xml", "/news-sitemap.xml", "/video-sitemap.xml"]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    now = timezone.now()
    picture = make.ImageFactory()
    renditions.usable(picture, (*renditions.LEAD, *renditions.POSTER))
    ines = make.PersonFactory(slug="ines-falk")
    make.article("Wall & <sea> 🌊", slug="wall", topics=["Housing"], by=[ines], lead_image=picture, updated_at=now)
    make.article("Old", hours_ago=49)
    make.article("March", published_at=LAST_YEAR)
    make.article("April", published_at=datetime(2025, 4, 1, tzinfo=UTC))
    make.article("مرحبا", slug="مرحبا", published_at=datetime(2024, 12, 31, 23, tzinfo=UTC))
    make.video(
        "Film",
        topics=["Sea & shore", "Housing"],
        lead_image=picture,
        duration=40_000,
        expire_at=now + timedelta(days=3),
    )
    make.video("Own film", slug="own", lead_image=picture, film=make.media("video", "own.mp4"), provider_url="")
    make.video("Unseen", lead_image=None)
    make.advertisement("Sail early")
    make.article("Draft", live=False)
    make.article("Tomorrow", go_live_at=datetime(2999, 1, 1, tzinfo=UTC))
    make.article("Over", expire_at=now - timedelta(minutes=1), hours_ago=5)
    make.article("Alone", published_at=datetime(1999, 5, 5, tzinfo=UTC)).unpublish()
    hidden = make.section("Hidden")
    make.article("Secret", within=hidden)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)


def read(client, path: str):
    """A sitemap that the schemas accept."""
    response = client.get(path)
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    assert faults(response.content) == []
    return ElementTree.fromstring(response.content)


def parts(client) -> dict[str, str | None]:
    found = read(client, "/sitemap.xml").findall(f"{SITEMAP}sitemap")
    return {part.findtext(f"{SITEMAP}loc").removeprefix(HOST): part.findtext(f"{SITEMAP}lastmod") for part in found}


def listed(client, path: str) -> dict[str, str | None]:
    found = read(client, path).findall(f"{SITEMAP}url")
    return {url.findtext(f"{SITEMAP}loc").removeprefix(HOST): url.findtext(f"{SITEMAP}lastmod") for url in found}


def everything(client) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for part in parts(client):
        addresses = listed(client, part)
        assert not found.keys() & addresses.keys()
        found |= addresses
    return found


def test_every_public_page_is_there_once_and_opens(client):
    found = everything(client)
    public = {story.get_url() for story in Story.objects.published().editorial()}
    assert public | {"/", "/city/", "/topics/housing/", "/people/ines-falk/", "/corrections/"} <= found.keys()
    assert [path for path in found if client.get(path).status_code != 200] == []


@pytest.mark.parametrize("slug", ["sail-early", "draft", "tomorrow", "over", "alone", "secret", "hidden/"])
def test_nothing_else_is_there(client, slug):
    everywhere = everything(client) | listed(client, "/news-sitemap.xml") | listed(client, "/video-sitemap.xml")
    assert [path for path in everywhere if slug in path] == []


def test_schema_of_sitemaps_takes_every_part(client, tmp_path):
    schema = packaged("sitemap/schema/sitemap.xsd")
    for number, path in enumerate([*parts(client), *EVERY[1:]]):
        root = read(client, path)
        for url in root:
            url[:] = [child for child in url if child.tag.startswith(SITEMAP)]  # no package has schemas of the rest
        (tmp_path / f"{number}.xml").write_bytes(tostring(root))
    assert schema_faults(schema, tmp_path.iterdir()) == []
    (tmp_path / "wrong.xml").write_text(f'<urlset xmlns="{SITEMAP[1:-1]}"><url><loc>x</loc></url></urlset>')
    assert "minLength" in schema_faults(schema, [tmp_path / "wrong.xml"])[0]


def test_month_is_that_of_the_first_date_in_utc(client):
    assert list(listed(client, "/sitemap-2025-03.xml")) == ["/city/march/"]
    assert list(listed(client, "/sitemap-2025-04.xml")) == ["/city/april/"]
    assert list(listed(client, "/sitemap-2024-12.xml")) == ["/city/%D9%85%D8%B1%D8%AD%D8%A8%D8%A7/"]


def test_story_is_dated_by_its_last_change_of_substance_and_so_is_its_part(client):
    wall = ArticlePage.objects.get(slug="wall")
    month = f"/sitemap-{wall.published_at:%Y-%m}.xml"
    changed = wall.updated_at.astimezone(UTC).isoformat(timespec="seconds")
    assert listed(client, month)["/city/wall/"] == changed
    assert parts(client)[month] == max(listed(client, month).values())
    assert parts(client)["/sitemap-2025-03.xml"] == "2025-03-31T23:59:59+00:00"


def test_hub_is_dated_by_its_list(client):
    assert listed(client, "/sitemap-topics-0.xml")["/topics/housing/"]
    assert parts(client)["/sitemap-topics-0.xml"] == listed(client, "/sitemap-topics-0.xml")["/topics/housing/"]


def test_month_whose_stories_are_all_gone_is_not_listed(client):
    assert "/sitemap-1999-05.xml" not in parts(client)
    assert client.get("/sitemap-1999-05.xml").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        *("1998-01", "2025-13", "2025-00", "0000-01", "9999-12", "2025-03-0", "2025-03-1", "2025-03-2", "2025-3", "x"),
        *("topics-99", "topics", "people--1", "stories", "٢٠٢٥-٠٣", "2025-03-99999", f"topics-{10**11}"),
    ],
)
def test_unknown_part_is_404_even_to_who_asks_what_is_new(client, name):
    path = f"/sitemap-{name}.xml"
    assert client.get(path).status_code == 404
    assert client.get(path, headers={"if-modified-since": "Fri, 01 Jan 2038 00:00:00 GMT"}).status_code == 404


def test_month_of_many_stories_has_parts_that_hold_each_once(client, monkeypatch):
    monkeypatch.setattr(months, "MOST", 2)
    monkeypatch.setattr(hubs, "MOST", 1)
    same = datetime(2001, 2, 3, tzinfo=UTC)
    for number in range(5):
        make.article(f"Same {number}", published_at=same)
    ArticlePage.objects.get(title="Same 1").unpublish()
    names = [part for part in parts(client) if "2001" in part]
    assert names == ["/sitemap-2001-02.xml", "/sitemap-2001-02-2.xml", "/sitemap-2001-02-3.xml"]
    assert [len(listed(client, name)) for name in names] == [1, 2, 1]
    assert {path for name in names for path in listed(client, name)} == {f"/city/same-{n}/" for n in (0, 2, 3, 4)}
    assert client.get("/sitemap-2001-02-4.xml").status_code == 404
    everything(client)


def test_picture_is_told_in_its_largest_size(client):
    (picture,) = {loc.text for loc in read(client, month_of("wall")).iter(f"{IMAGE}loc")}
    assert picture.startswith(f"{HOST}{default_storage.base_url}")
    assert client.get(picture.removeprefix(HOST)).status_code == 200


def month_of(slug: str) -> str:
    return f"/sitemap-{Story.objects.get(slug=slug).published_at:%Y-%m}.xml"


@pytest.mark.parametrize("path", [lambda: month_of("own"), lambda: "/video-sitemap.xml"])
def test_films_are_told_of_with_what_plays(client, path):
    films = {film.findtext(f"{VIDEO}title"): film for film in read(client, path()).iter(f"{VIDEO}video")}
    assert films.keys() == {"Film", "Own film", "Unseen"}
    for film in films.values():
        assert client.get(film.findtext(f"{VIDEO}thumbnail_loc").removeprefix(HOST)).status_code == 200
    assert films["Film"].findtext(f"{VIDEO}player_loc").startswith("https://player.vimeo.com/")
    assert films["Film"].find(f"{VIDEO}duration") is None  # longer than the schema takes
    assert films["Film"].find(f"{VIDEO}expiration_date") is not None
    assert [tag.text for tag in films["Film"].findall(f"{VIDEO}tag")] == ["Housing", "Sea & shore"]
    assert films["Own film"].findtext(f"{VIDEO}duration") == "95"
    assert client.get(films["Own film"].findtext(f"{VIDEO}content_loc").removeprefix(HOST)).status_code == 200


def test_news_is_of_two_days_newest_first(client, monkeypatch):
    news = read(client, "/news-sitemap.xml")
    paths = list(listed(client, "/news-sitemap.xml"))
    assert "/city/wall/" in paths
    assert not {"/city/old/", "/city/march/"} & set(paths)
    titles = [title.text for title in news.iter(f"{NEWS}title")]
    assert "Wall & <sea> 🌊" in titles
    assert {name.text for name in news.iter(f"{NEWS}name")} == {"Newsroom"}
    monkeypatch.setattr(stories, "NEWS_MOST", 2)
    make.article("Newest")  # counts the edition, or the one before would be asked for again
    assert next(iter(listed(client, "/news-sitemap.xml"))) == "/city/newest/"
    assert len(listed(client, "/news-sitemap.xml")) == 2


def test_news_of_a_quiet_paper_is_empty_and_valid(client):
    for story in Story.objects.published().filter(published_at__gt=timezone.now() - timedelta(days=3)):
        story.specific.unpublish()
    assert listed(client, "/news-sitemap.xml") == {}


@pytest.mark.parametrize("path", EVERY)
def test_crawler_that_has_it_is_told_so(client, path, django_assert_max_num_queries):
    whole = client.get(path)
    with django_assert_max_num_queries(10 if "pages" in path else 2):
        short = client.get(path, headers={"if-none-match": whole.headers["ETag"]})
    assert (short.status_code, short.content) == (304, b"")
    assert short.headers["ETag"] == whole.headers["ETag"]
    assert short.headers["Cache-Control"] == whole.headers["Cache-Control"] == "public, max-age=60"
    head = client.head(path)
    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", whole.headers["ETag"])
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-2025-03.xml", "/news-sitemap.xml"])
def test_crawler_learns_of_a_withdrawn_story(client, path):
    known = client.get(path).headers["ETag"]
    ArticlePage.objects.get(slug="wall").unpublish()
    assert client.get(path, headers={"if-none-match": known}).status_code == 200


def test_news_leaves_when_it_is_two_days_old(client, time_machine):
    known = client.get("/news-sitemap.xml").headers["ETag"]
    time_machine.move_to(timezone.now() + timedelta(days=2, hours=1))
    response = client.get("/news-sitemap.xml", headers={"if-none-match": known})
    assert response.status_code == 200
    assert faults(response.content) == []
    assert b"<url>" not in response.content


@pytest.mark.parametrize("path", [lambda: month_of("film"), lambda: "/video-sitemap.xml", lambda: "/news-sitemap.xml"])
def test_story_that_runs_out_by_the_clock_is_not_listed_from_what_was_kept(client, path, time_machine):
    """Nobody has looked at the schedule since."""
    film = Story.objects.get(slug="film")
    Story.objects.filter(pk=film.pk).update(expire_at=timezone.now() + timedelta(minutes=9))
    path = path()
    assert "/city/film/" in listed(client, path)
    time_machine.move_to(timezone.now() + timedelta(minutes=10))
    assert "/city/film/" not in listed(client, path)

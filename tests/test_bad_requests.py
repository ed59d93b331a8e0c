"""Whatever a stranger asks for, the answer is a page or a clean 4xx."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Site

from articles.models import Masthead
from articles.share_images import address

from . import factories as make

pytestmark = pytest.mark.django_db

OLD = datetime(2025, 3, 31, tzinfo=UTC)
ODD_PAGES = [
    "abc",
    "0",
    "-1",
    "",
    "999999999999",
    "1e9",
    "²",
    "٣",
    "1.5",
    " 1",
    "+2",
    "0x10",
    "١" * 50,
    "9" * 5000,
    "NaN",
    "1&page=x",
]
ODD_QUERIES = [
    "",
    "?",
    "&&&=&",
    "utm_source=x&fbclid=y&gclid=z",
    "q",
    "q=&q=",
    "page[]=1&page[$ne]=2",
    "q[]=1",
    "%ff%fe=%80",
    "q=%ff",
    "q=%ed%a0%80",
    "q=%c3",
    "q=%F0%9F%9A%A2",
    "a=" + "b" * 20_000,
    "&".join(f"p{number}=1" for number in range(300)),
    "csrfmiddlewaretoken=1&next=//evil.example",
]
SEARCHES = [
    'a"b',
    '"',
    '""',
    '"""" "',
    "' OR 1=1 --",
    "a & b | !c",
    "a:* <-> b",
    "title:wall kind:",
    "kind:article",
    ":::",
    "\\",
    "%",
    "_",
    "* ?",
    "(((",
    "-",
    "--",
    "wall -sinks",
    '"wall" -',
    '- "wall" --',
    '"-" "--"',
    '"wall" "" -',
    "and or not",
    "🚢",
    "مرحبا بالعالم",
    "\u202eflipped\u202c",
    "\u200b",
    "\ufeff",
    "e\u0301",
    "\x01\x02\x1f",
    "\ud7ff\uffff",
    "中文 新闻",
    "wall " * 60,
    "a" * 10_000,
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}{% debug %}",
]
FILTERS = [
    "kind=nonsense",
    "kind=article&kind=video",
    "section=nowhere",
    "section=city",
    "section=%f0%9f%9a%a2",
    "after=yesterday",
    "after=2026-02-30",
    "after=0001-01-01&before=0001-01-01",
    "after=9999-12-31&before=9999-12-31",
    "after=10000-01-01",
    "after=2026-01-01&before=2020-01-01",
    "sort=nonsense",
    "sort=date&page=7",
]


@pytest.fixture(scope="module")
def paths(rows_of_the_module) -> dict[str, str]:
    """One address of each kind of page, by name."""
    person, show = make.PersonFactory(slug="ines-falk"), make.ShowFactory(slug="low-water")
    story = make.article("The wall sinks", topics=["Housing"], by=[person])
    chapters = [("chapter", {"start": "0:00", "title": "The door"})]
    episode = make.episode("The bolt", podcast=show, captions=make.VTT, chapters=chapters)
    make.article("Old", published_at=OLD)
    return {
        "home": "/",
        "section": "/city/",
        "story": story.url,
        "topics": "/topics/",
        "topic": "/topics/housing/",
        "people": "/people/",
        "person": "/people/ines-falk/",
        "shows": "/podcasts/",
        "show": "/podcasts/low-water/",
        "search": "/search/",
        "corrections": "/corrections/",
        "feeds": "/feeds/",
        "rss": "/feeds/latest.rss",
        "atom": "/feeds/topics/housing.atom",
        "json feed": "/feeds/sections/city.json",
        "page of an archive": f"/feeds/latest/archive/{OLD:%Y-%m}.json",
        "podcast feed": "/podcasts/low-water/feed.xml",
        "captions": episode.captions_url,
        "chapters": episode.chapters_url,
        "picture for previews": address(story, Masthead.for_site(Site.objects.get())),
        "story of the api": f"/api/v2/stories/{story.uid}/",
        "description of the api": "/api/openapi.json",
        "sitemap": "/sitemap.xml",
        "stories of the sitemap": f"/sitemap-{story.published_at:%Y-%m}.xml",
        "pages of the sitemap": "/sitemap-pages.xml",
        "news sitemap": "/news-sitemap.xml",
        "video sitemap": "/video-sitemap.xml",
        "markdown": f"{story.url.rstrip('/')}.md",
        "robots": "/robots.txt",
        "llms": "/llms.txt",
        "rights": "/.well-known/tdmrep.json",
    }


@pytest.fixture
def stranger() -> Client:
    """A reader whose errors come back as answers, as in production."""
    return Client(raise_request_exception=False)


def answers(stranger: Client, addresses: list[str], *allowed: int) -> list[str]:
    """The addresses that did not answer with an allowed status, each with the one it got."""
    found = ((address, stranger.get(address).status_code) for address in addresses)
    return [f"{status} {address[:120]}" for address, status in found if status not in allowed]


def test_any_page_number_is_answered(paths, stranger):
    asked = [f"{paths['section']}?page={quote(number, safe='&=')}" for number in ODD_PAGES]
    asked += [f"/search/?q=wall&page={quote(number)}" for number in ODD_PAGES]
    others = [paths[name] for name in ("home", "topic", "person", "show", "corrections", "search", "story")]
    asked += [f"{path}?page={number}" for path in others for number in ("abc", "-1", "999999999999", "%C2%B2")]
    assert answers(stranger, asked, 200) == []


def test_any_query_string_is_answered(paths, stranger):
    asked = [f"{path}?{query}" for path in (paths["section"], paths["search"]) for query in ODD_QUERIES]
    asked += [f"{path}?{'&'.join(ODD_QUERIES[2:])}" for path in paths.values()]
    assert answers(stranger, asked, 200) == []


def test_too_many_fields_are_refused_and_no_error(paths, stranger):
    many = "&".join(f"p{number}=1" for number in range(10_001))
    assert answers(stranger, [f"/search/?{many}"], 400) == []


@pytest.mark.parametrize("where", ["/%00", "/city/%00/", "/topics/a%00b/", "/?q=%00", "/search/?q=a%00b", "/?%00=1"])
def test_null_byte_is_a_bad_request(stranger, where):
    response = stranger.get(where)
    assert response.status_code == 400
    assert b"<h1>" in response.content


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/city/nowhere/",
        "/city/the-wall-sinks/deeper/",
        "/%ff/",
        "/topics/%ff/",
        "/topics/%ed%a0%80/",
        "/people/%c3/",
        "/people/nobody/",
        "/podcasts/none/",
        "/topics/🚢/",
        "/topics/مرحبا/",
        "/feeds/nowhere.rss",
        "/feeds/topics/none.rss",
        "/feeds/.rss",
        "/captions/00000000-0000-0000-0000-000000000000.vtt",
        "/captions/nonsense.vtt",
        "/sitemap-none.xml",
        "/media//etc/passwd",
        "/media/",
        "/static/../manage.py",
        "/documents/999/none.pdf",
        "/" + "a" * 5000 + "/",
        "/" + "a/" * 300,
        "/city/../city/",
        "/wp-login.php",
        "/.env",
    ],
)
def test_address_of_nothing_is_404(paths, stranger, path):
    response = stranger.get(path, follow=True)
    assert response.status_code == 404
    assert response.resolver_match is None or response.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/media/../manage.py", "/media/%2e%2e/manage.py", "/media/x/..%2f..%2fmanage.py"])
def test_way_out_of_the_media_folder_is_a_bad_request(stranger, path):
    assert stranger.get(path).status_code == 400


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_are_only_read(paths, stranger, method):
    refused = {path: getattr(stranger, method)(path).status_code for path in paths.values()}
    assert {path: status for path, status in refused.items() if status != 405} == {}


def test_head_has_the_headers_of_get_and_no_body(paths, stranger):
    for path in paths.values():
        head, get = stranger.head(path), stranger.get(path)
        assert head.status_code == get.status_code == 200, path
        assert head.content == b"", path
        assert head.headers["Content-Type"] == get.headers["Content-Type"], path


@pytest.mark.parametrize("method", ["options", "trace"])
def test_other_methods_are_no_error(paths, stranger, method):
    assert {path for path in paths.values() if getattr(stranger, method)(path).status_code >= 500} == set()


@pytest.mark.parametrize("host", ["evil.example", "", "a b", "[::1", "testserver\\@evil", "é.example", "-", "." * 300])
def test_odd_host_is_a_bad_request(paths, stranger, host):
    response = stranger.get("/", headers={"host": host})
    assert response.status_code == 400
    assert b"evil" not in response.content


def test_odd_headers_are_no_error(paths, stranger):
    odd = {
        "if-none-match": '"',
        "if-modified-since": "yesterday",
        "range": "bytes=9-1",
        "accept": "\xff",
        "cookie": "=;;=\xff",
        "accept-language": "x" * 5000,
        "referer": "\x7f",
        "x-forwarded-for": "'",
        "content-length": "-1",
    }
    for path in paths.values():
        assert stranger.get(path, headers=odd).status_code == 200, path


def test_any_search_is_answered(paths, stranger):
    asked = [f"/search/?q={quote(text, errors='surrogatepass')}" for text in SEARCHES]
    asked += [f"/search/?q=wall&{query}" for query in FILTERS]
    assert answers(stranger, asked, 200) == []


def test_search_shows_what_was_asked_as_text(paths, stranger):
    response = stranger.get("/search/", {"q": '"><script>alert(1)</script>'})
    assert b"<script>alert" not in response.content


@settings(max_examples=30, deadline=None)
@given(
    text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60),
    operators=st.lists(st.sampled_from(['"', "'", "&", "|", "!", "(", ")", ":*", "<->", "\\", "-"]), max_size=6),
    page=st.one_of(
        st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12), st.integers()
    ),
    sort=st.sampled_from(["", "date", "x"]),
)
def test_no_search_and_no_page_is_an_error(paths, text, operators, page, sort):
    query = {"q": "".join([text, *operators, text]), "page": page, "sort": sort, "after": text[:10], "kind": text}
    assert Client(raise_request_exception=False).get("/search/", query).status_code == 200


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(exclude_characters="\0?#", exclude_categories=["Cs"]), max_size=40))
def test_no_path_is_an_error(paths, text):
    stranger = Client(raise_request_exception=False)
    for path in (f"/{text}", f"/topics/{text}/", f"/people/{text}/", f"/feeds/{text}.rss", f"/city/{text}/"):
        assert stranger.get(quote(path)).status_code < 500


PARTS = [
    *("/feeds/latest/archive/{}.rss", "/feeds/topics/housing/archive/{}.atom", "/feeds/sections/city/topics/{}.json"),
    *("/podcasts/{}/feed.xml", "/podcasts/low-water/archive/{}.xml", "/partners/{}.json", "/review/{}/", "/city/{}.md"),
    *("/sitemap-{}.xml", "/captions/{}.vtt", "/chapters/{}.json", "/api/v2/stories/{}/", "/{}.txt"),
]
PAGES = st.from_regex(r"\A(\d{4}-\d\d|topics|people|pages)(-\d{1,7})?\Z")
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=20, deadline=None)
@given(part=st.one_of(PAGES, TEXTS, st.uuids().map(str), st.integers().map(str)), uid=st.uuids())
def test_no_part_of_an_address_is_an_error(paths, part, uid):
    stranger = Client(raise_request_exception=False)
    asked = [shape.format(quote(part, safe="")) for shape in (*PARTS, f"/share/{uid}/{{}}.png")]
    assert answers(stranger, asked, 200, 301, 302, 404) == []


ANY = st.one_of(
    st.text(max_size=40),
    st.from_regex(r"\A(https?|ftp)://[a-z0-9.:@\[\]\\%é-]{1,80}(/[!-~]{0,300})?\Z"),
    st.sampled_from(["subscribe", "unsubscribe", "http://testserver/feeds/latest.rss", "https://reader.example/"]),
    st.integers(),
)
FIELDS = ["hub.mode", "hub.topic", "hub.callback", "hub.secret", "hub.lease_seconds", "x"]


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), ANY), ANY)
def test_no_request_of_a_subscriber_is_an_error(paths, asked, callback):
    whole = {"hub.mode": "subscribe", "hub.topic": "http://testserver/feeds/latest.rss", "hub.callback": callback}
    for form in (asked, whole | asked):
        body = urlencode(form, errors="surrogatepass")
        answer = Client(raise_request_exception=False).post("/websub/", body, "application/x-www-form-urlencoded")
        assert answer.status_code in (202, 400), form

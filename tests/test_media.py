"""Uploaded files: whole, or the range of bytes that a player asks for."""

from __future__ import annotations

import pytest

from . import factories as make

pytestmark = pytest.mark.django_db
CONTENT = bytes(range(256)) * 4


@pytest.fixture
def film() -> str:
    return make.video(film=make.media("video", "film.mp4", CONTENT), provider_url="").film.url


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_whole_file_says_that_ranges_can_be_asked_for(client, film):
    response = client.get(film)
    assert response.status_code == 200
    assert response["Accept-Ranges"] == "bytes"
    assert body(response) == CONTENT


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-", 0, 1023),
        ("bytes=100-199", 100, 199),
        ("bytes=1000-9999", 1000, 1023),
        ("bytes=-24", 1000, 1023),
        ("bytes=-99999", 0, 1023),
    ],
)
def test_range_of_bytes(client, film, asked, first, last):
    response = client.get(film, headers={"range": asked})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/1024"
    assert response["Content-Length"] == str(last - first + 1)
    assert body(response) == CONTENT[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=1024-", "bytes=9-3", "bytes=-0", "bytes=" + "9" * 400 + "-"])
def test_range_that_is_not_in_the_file_is_416(client, film, asked):
    response = client.get(film, headers={"range": asked})
    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */1024"


@pytest.mark.parametrize("asked", ["bytes=0-1,5-9", "lines=1-2", "bytes=-", "nonsense", "bytes=a-b"])
def test_what_is_no_single_range_gets_the_whole_file(client, film, asked):
    response = client.get(film, headers={"range": asked})
    assert response.status_code == 200
    assert body(response) == CONTENT


def test_changed_file_is_not_continued(client, film):
    headers = {"range": "bytes=10-", "if-range": "Wed, 01 Jan 2020 00:00:00 GMT"}
    assert client.get(film, headers=headers).status_code == 200


def test_missing_file_is_404_and_one_outside_is_refused(client, film):
    assert client.get("/media/media/other.mp4").status_code == 404
    assert client.get("/media/../manage.py").status_code == 400

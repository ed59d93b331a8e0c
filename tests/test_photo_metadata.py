from __future__ import annotations

import io

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PIL import ExifTags, Image
from wagtail.models import Collection

from articles.models import NewsImage
from articles.photo_metadata import read_metadata

from . import factories as make
from .photographs import XMP, bomb, photograph

CAPTION, BYLINE, CREDIT, SOURCE, LICENCE = 120, 80, 110, 115, 116
IPTC = {
    CAPTION: "Low water at the old customs house, Tuesday.",
    BYLINE: "Maja Ferrow",
    CREDIT: "The Courier",
    SOURCE: "Courier picture desk",
    LICENCE: "© 2026 The Courier",
}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'


@pytest.fixture
def desk(db, client) -> Client:
    client.force_login(make.editor())
    return client


def upload(desk: Client, name: str, content: bytes) -> dict:
    """Drop a file on “Add images”; what the page is told."""
    data = {
        "title": name,
        "collection": Collection.get_first_root_node().pk,
        "files[]": SimpleUploadedFile(name, content),
    }
    response = desk.post(reverse("wagtailimages:add_multiple"), data)
    assert response.status_code == 200
    return response.json()


def form_fields(told: dict) -> dict[str, str]:
    """The form under an uploaded picture, as it stands filled in."""
    form = BeautifulSoup(told["form"], "html.parser")
    return {field["name"].split("-")[-1]: field.get("value", "") for field in form.select("input[name]")}


def test_iptc_fills_the_form_of_an_uploaded_picture(desk):
    fields = form_fields(upload(desk, "customs.jpg", photograph(iptc=IPTC)))
    assert fields["caption"] == "Low water at the old customs house, Tuesday."
    assert fields["credit"] == "Maja Ferrow / The Courier"
    assert fields["source"] == "Courier picture desk"
    assert fields["licence"] == "© 2026 The Courier"


def test_exif_fills_what_iptc_leaves_open(desk):
    exif = {ExifTags.Base.ImageDescription: "From the camera", ExifTags.Base.Artist: "Teo Lundgren"}
    upload(desk, "a.jpg", photograph(iptc={CAPTION: "From the desk"}, exif=exif))
    image = NewsImage.objects.get()
    assert (image.caption, image.credit) == ("From the desk", "Teo Lundgren")


def test_xmp_wins_and_fills_the_alternative_text(desk):
    xmp = XMP.format(creator="Åsa Lind", credit="The Courier", caption="Whole caption", alt="A quay at low water")
    upload(desk, "a.jpg", photograph(iptc={CAPTION: "Cut capt"}, xmp=xmp))
    image = NewsImage.objects.get()
    assert (image.caption, image.credit) == ("Whole caption", "Åsa Lind / The Courier")
    assert image.alt == "A quay at low water"


def test_credit_line_that_names_the_photographer_stands_alone(desk):
    upload(desk, "a.jpg", photograph(iptc={BYLINE: "Maja Ferrow", CREDIT: "Maja Ferrow/Courier"}))
    assert NewsImage.objects.get().credit == "Maja Ferrow/Courier"


def test_latin_1_of_older_cameras_and_control_characters_are_read_as_text(desk):
    upload(desk, "a.jpg", photograph(iptc={BYLINE: "Åsa\x00 Lind\x07".encode("latin-1")}))
    assert NewsImage.objects.get().credit == "Åsa Lind"


def test_text_longer_than_the_field_is_cut(desk):
    upload(desk, "a.jpg", photograph(iptc={CAPTION: "long " * 400}))
    assert len(NewsImage.objects.get().caption) == 500


def test_picture_without_metadata_is_taken_with_empty_fields(desk):
    fields = form_fields(upload(desk, "plain.jpg", photograph()))
    assert (fields["caption"], fields["credit"]) == ("", "")


def test_text_of_the_editor_is_not_overwritten(desk):
    image = make.ImageFactory(
        caption="By hand", credit="", file=SimpleUploadedFile("a.jpg", photograph(iptc=IPTC), "image/jpeg")
    )
    assert (image.caption, image.credit) == ("By hand", "Maja Ferrow / The Courier")
    image.credit = ""
    image.save()
    assert NewsImage.objects.get().credit == "", "a field that was emptied on purpose is not filled again"


@pytest.mark.parametrize(
    "content",
    [
        photograph(iptc={CAPTION: "x"}).replace(b"8BIM\x04\x04", b"8BIM\x04\x04\xff\xff", 1),
        photograph(iptc=IPTC).replace(b"\x1c\x02\x78\x00", b"\x1c\x02\x78\xff", 1),
        photograph(xmp="<x:xmpmeta xmlns:x='adobe:ns:meta/'><broken"),
        photograph(xmp="<!DOCTYPE a [<!ENTITY b 'c'>]><x:xmpmeta xmlns:x='adobe:ns:meta/'>&b;</x:xmpmeta>"),
        photograph(exif={ExifTags.Base.Artist: "x" * 40}).replace(b"II*\0", b"II*\xff", 1),
    ],
    ids=["resource", "dataset", "xml", "entity", "exif"],
)
def test_picture_with_damaged_metadata_is_taken_all_the_same(desk, content):
    assert upload(desk, "a.jpg", content)["success"] is True


@examples(max_examples=60, deadline=None)
@given(noise=st.binary(max_size=300))
def test_no_metadata_makes_the_reader_fail(noise):
    segment = b"Photoshop 3.0\0" + noise
    plain = photograph((8, 8))
    content = plain[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2) + segment + plain[2:]
    assert isinstance(read_metadata(io.BytesIO(content)), dict)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("note.jpg", b"not a picture at all", "valid image"),
        ("empty.jpg", b"", "empty"),
        ("logo.svg", SVG, "Not a supported image format"),
        ("logo.png", SVG, "extension does not match"),
        ("bomb.png", bomb(30_000, 30_000), "60 megapixels"),
        ("large.png", bomb(9_000, 9_000), "60 megapixels"),
        ("half.jpg", photograph()[:20_000], "damaged"),
    ],
    ids=["text", "empty", "svg", "svg-as-png", "bomb", "large", "truncated"],
)
def test_file_that_is_no_usable_picture_is_refused_with_a_reason(desk, name, content, complaint):
    told = upload(desk, name, content)
    assert told["success"] is False
    assert complaint in told["error_message"]
    assert not NewsImage.objects.exists()


def test_too_large_a_file_is_refused_with_a_reason(desk):
    told = upload(desk, "a.jpg", photograph() + bytes(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE))
    assert told["success"] is False
    assert "too big" in told["error_message"]


def test_bomb_is_not_decoded(desk, monkeypatch):
    monkeypatch.setattr(Image.Image, "load", lambda *args: pytest.fail("decoded"))
    assert "60 megapixels" in upload(desk, "bomb.png", bomb(30_000, 30_000))["error_message"]


def test_listing_bears_a_picture_whose_file_is_lost(desk):
    image = make.ImageFactory()
    image.file.storage.delete(image.file.name)
    assert desk.get("/admin/images/").status_code == 200
    assert desk.get(f"/admin/images/{image.pk}/").status_code == 200


def test_new_file_of_an_existing_picture_is_checked_too(desk):
    image = make.ImageFactory()
    form = {"title": "A", "collection": image.collection_id, "file": SimpleUploadedFile("a.jpg", photograph()[:20_000])}
    response = desk.post(f"/admin/images/{image.pk}/", form)
    assert "damaged" in str(response.context["form"].errors["file"])

"""What readers are told of a change, and that nobody takes it back."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from wagtail.signals import page_published

from articles import endings, publishing
from articles.models import ArticlePage, Correction, Ending, Publication, Story

from . import factories as make
from .desk import Desk, errors

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(admin_client) -> Desk:
    return Desk(admin_client)


@pytest.fixture
def live() -> ArticlePage:
    picture = make.ImageFactory()
    page = make.article("Harbour wall", topics=["Flooding"], by=[make.PersonFactory()], lead_image=picture)
    page.save_revision().publish()
    return again(page)


def again(page: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=page.pk)


def test_small_fix_tells_readers_nothing(desk, live):
    desk.change(live, "publish", title="Harbour walls")
    assert again(live).title == "Harbour walls"
    assert again(live).updated_at is None
    assert not live.corrections.exists()


def test_update_marks_the_story_as_updated_and_needs_no_text(desk, live):
    desk.change(live, "publish", title="Harbour wall sinks", change="update")
    assert again(live).updated_at is not None
    assert not live.corrections.exists()


def test_correction_is_printed_dated_signed_and_keeps_the_text_before(desk, live, client, admin_user):
    before = again(live).live_revision_id
    text = "It is the quay wall, not the pier."
    desk.change(live, "publish", title="Quay wall", change="correction", change_text=text)
    made = live.corrections.get()
    assert (made.kind, made.made_by, made.superseded_id) == ("correction", admin_user, before)
    assert again(live).updated_at == made.made_at
    assert text in client.get(live.url).text
    assert text in client.get("/corrections/").text
    form = desk.client.get(reverse("wagtailadmin_pages:edit", args=[live.pk])).text
    assert reverse("wagtailadmin_pages:revisions_compare", args=[live.pk, before, "live"]) in form
    assert Publication.objects.filter(story_uid=live.uid).first().event == "changed"


def fail(*args, **kwargs) -> None:
    raise RuntimeError("It failed.")


def test_change_whose_correction_cannot_be_stored_is_not_published(desk, live, monkeypatch):
    monkeypatch.setattr(publishing, "tell", fail)
    with pytest.raises(RuntimeError):
        desk.change(live, "publish", title="Quay wall", change="correction", change_text="It was the quay.")
    assert again(live).title == "Harbour wall"


def test_correction_stands_though_what_follows_the_publication_fails(desk, live):
    page_published.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            desk.change(live, "publish", title="Quay wall", change="correction", change_text="It was the quay.")
    finally:
        page_published.disconnect(fail)
    assert again(live).title == "Quay wall"
    assert live.corrections.get().text == "It was the quay."


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"change": "correction"}, {"change_text"}),
        ({"change": "clarification", "change_text": " "}, {"change_text"}),
        ({"change_text": "It was the pier."}, {"change"}),
        ({"change": "denial", "change_text": "It was not us."}, {"change"}),
    ],
)
def test_change_that_says_too_little_is_not_published(fields, wrong, desk, live):
    response = desk.change(live, "publish", title="Other", **fields)
    assert errors(response).keys() == wrong
    assert again(live).title == "Harbour wall"


def test_correction_of_a_text_that_is_not_public_yet_is_not_printed(desk, live):
    later = f"{timezone.now() + timedelta(days=1):%Y-%m-%d %H:%M}"
    fields = {"title": "Other", "change": "correction", "change_text": "It was the quay."}
    assert errors(desk.change(live, "publish", go_live_at=later, **fields)).keys() == {"change"}
    assert errors(desk.change(live, "submit", **fields)).keys() == {"change"}
    assert not Correction.objects.exists()


def test_corrected_stories_are_not_deleted_many_at_once(desk, live):
    Correction.objects.create(story_id=live.pk, text="It was the quay.")
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "delete"), query={"id": live.pk})
    assert desk.client.post(address).status_code == 302
    assert Story.objects.filter(pk=live.pk).exists()


def test_draft_of_a_correction_is_told_when_it_is_published_only(desk, live):
    desk.change(live, "save", title="Other", change="correction", change_text="It was the quay.")
    assert not Correction.objects.exists()


def test_story_that_is_not_public_yet_has_nothing_to_correct(desk):
    draft = make.article("Draft", live=False)
    form = desk.client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).text
    assert "change_text" not in form


def test_older_text_published_again_takes_no_correction_away(desk, live):
    first = live.get_latest_revision()
    desk.change(live, "publish", title="Other", change="correction", change_text="It was the quay.")
    updated = again(live).updated_at
    desk.restore(live, first.pk)
    assert live.corrections.count() == 1
    assert again(live).updated_at == updated


def test_draft_from_before_an_update_takes_its_date_from_no_story(live):
    live.save_revision()
    publishing.tell(live, "update")
    again(live).get_latest_revision().publish()
    assert again(live).updated_at is not None


def test_corrected_story_is_not_deleted_and_its_section_neither(desk, live):
    Correction.objects.create(story_id=live.pk, text="It was the quay.")
    for page in (live, live.get_parent()):
        response = desk.do("delete", page)
        assert response.status_code == 302
    assert Story.objects.filter(pk=live.pk).exists()
    with pytest.raises(ProtectedError):
        again(live).delete()


def test_text_before_a_correction_survives_the_purge_of_revisions(desk, live):
    before = again(live).live_revision_id
    desk.change(live, "publish", title="Quay wall", change="correction", change_text="It was the quay.")
    call_command("purge_revisions")
    assert live.revisions.filter(pk=before).exists()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM articles_correction",
        "UPDATE articles_correction SET text = 'Nothing was wrong.'",
        "UPDATE articles_correction SET made_at = now()",
        "DELETE FROM articles_publication",
        "UPDATE articles_publication SET event = 'changed', at = now()",
        "UPDATE articles_correction SET superseded_id = NULL",
        "TRUNCATE articles_correction",
        "TRUNCATE articles_publication CASCADE",
    ],
)
def test_raw_sql_rewrites_no_record(statement, live):
    Correction.objects.create(story_id=live.pk, text="It was the quay.", superseded=live.live_revision)
    connection.check_constraints()  # else what waits for the end of the transaction refuses a TRUNCATE first
    with pytest.raises(IntegrityError, match="neither changed nor deleted"), transaction.atomic():
        connection.cursor().execute(statement)


def test_editor_may_leave_and_the_correction_stays(live, admin_user):
    Correction.objects.create(story_id=live.pk, text="It was the quay.", made_by=admin_user)
    admin_user.delete()
    assert live.corrections.get().made_by is None


def test_notices_of_before_are_said_once():
    """The migration may be taken back and made again, and what was republished meanwhile is no retraction."""
    again, retracted, early = (make.article(name, retraction_notice="We were wrong.") for name in ("A", "B", "C"))
    endings.end(again, Ending.RETRACTED, notice="We were wrong.")
    ArticlePage.objects.get(pk=again.pk).save_revision().publish()
    retracted.unpublish()
    Story.objects.filter(pk=early.pk).update(published_at=timezone.now() + timedelta(days=1))
    ArticlePage.objects.get(pk=early.pk).unpublish()
    migration = import_module("articles.migrations.0011_endings")
    for _time in range(2):
        connection.cursor().execute(migration.RETRACTED)
    said = Story.objects.order_by("title").values_list("title", "ending")
    assert list(said) == [("A", ""), ("B", "retracted"), ("C", "")]
    assert list(Correction.objects.order_by("pk").values_list("story__title", "text")) == [
        ("A", "We were wrong."),
        ("B", "We were wrong."),
    ]

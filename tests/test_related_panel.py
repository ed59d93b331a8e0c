from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models import ArticlePage

from . import factories as make
from .desk import add_url

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


def test_related_tab_says_what_will_stand_below_the_story_and_why(desk):
    for number in range(7):
        make.article(f"Other {number}", topics=["Housing"], hours_ago=number + 1)
    make.advertisement("Buy", label="Paid advertisement")
    page = make.article("Here", topics=["Housing"])
    shown = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert "Weight of each topic" in shown
    assert "Also about Housing" in shown
    assert "Paid advertisement" in shown


def test_related_tab_follows_the_topics_of_the_draft(desk):
    make.article("About rent", topics=["Rent"], hours_ago=100)
    for number in range(7):
        make.article(f"Newer {number}")
    page = make.article("Here", topics=["Housing"])
    page.topics.set([make.TopicFactory(name="Rent")])
    page.save_revision()
    assert "Also about Rent" in desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text


def test_related_tab_of_a_new_story_opens(desk):
    make.article("Other")
    shown = desk.get(add_url(ArticlePage, make.section())).text
    assert "This story has no topics yet" in shown

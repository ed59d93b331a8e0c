"""What the desk does to a section, a topic or a person takes as many statements, however many stories hang on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ReferenceIndex

from articles.models import ArticlePage, Edition, SectionPage

from . import factories as make
from .desk import Desk

pytestmark = pytest.mark.django_db

PAGE = 20
"""How many uses a page of them shows."""


class Paper:
    """A section full of stories about one topic, signed by one person, and a desk to change them from."""

    def __init__(self) -> None:
        self.client = Client()
        self.client.force_login(make.editor())
        self.desk = Desk(self.client)
        self.city, self.sport = make.section("City"), make.section("Sport")
        self.housing, self.homes = make.TopicFactory(name="Housing"), make.TopicFactory(name="Homes")
        self.person = make.PersonFactory(slug="ines-falk")
        self.made = 0
        self.grow(1)
        self.story = ArticlePage.objects.get()
        self.deeds = {
            "rename the section": lambda: self.desk.change(self.city, "publish", slug="town"),
            "sort the sections": self.sort_sections,
            "close the section": self.close,
            "unpublish the section": lambda: self.desk.do("unpublish", self.city),
            "list the section": lambda: self.get("wagtailadmin_explore", self.city),
            "see uses of the section": lambda: self.get("wagtailadmin_pages:usage", self.city),
            "see uses of the topic": lambda: self.get("wagtailsnippets_articles_topic:usage", self.housing),
            "see uses of the person": lambda: self.get("wagtailsnippets_articles_person:usage", self.person),
            "ask to delete the person": lambda: self.get("wagtailsnippets_articles_person:delete", self.person),
            "move a story": lambda: self.desk.do("move_confirm", self.story, self.sport.pk),
            "publish a story": lambda: self.desk.change(self.story, "publish", kicker="New"),
            "merge the topic": lambda: self.post("merge_topic", self.housing, canonical=self.homes.pk),
            "delete the topic": lambda: self.post("wagtailsnippets_articles_topic:delete", self.housing),
        }

    def grow(self, stories: int) -> None:
        while self.made < stories:
            make.article(f"Story {self.made}", topics=["Housing", "Rent"], by=[self.person], hours_ago=self.made + 1)
            self.made += 1

    def get(self, name: str, thing: object, **query: object) -> HttpResponse:
        return self.client.get(reverse(name, args=(thing.pk,)), query)

    def post(self, name: str, thing: object, **data: object) -> HttpResponse:
        return self.client.post(reverse(name, args=(thing.pk,)), data)

    def sort_sections(self) -> HttpResponse:
        return self.client.post(f"{reverse('wagtailadmin_pages:set_page_position', args=(self.city.pk,))}?position=1")

    def close(self) -> HttpResponse:
        return self.post("wagtailadmin_pages:set_privacy", self.city, restriction_type="login")

    def costs(self) -> dict[str, int]:
        return {name: statements(deed) for name, deed in self.deeds.items()}


def statements(deed: Callable[[], HttpResponse]) -> int:
    """The statements of a deed and of what follows its commit. It is taken back."""
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        with TestCase.captureOnCommitCallbacks(execute=True):
            assert deed().status_code in {200, 302}
        transaction.set_rollback(True)
    return len(queries)


@pytest.fixture(scope="module")
def paper(rows_of_the_module) -> Paper:
    return Paper()


@pytest.fixture(scope="module")
def costs(paper) -> tuple[dict[str, int], dict[str, int]]:
    """Statements of each deed with a page of stories and with ten more, when all that is kept is warm."""
    paper.costs()
    paper.grow(PAGE)
    few = paper.costs()
    paper.grow(PAGE + 10)
    return few, paper.costs()


def test_ten_stories_more_take_no_statement_more(costs):
    few, many = costs
    assert {name: (few[name], many[name]) for name in few if few[name] < many[name]} == {}


def test_second_page_of_uses_shows_the_others(costs, paper):
    shown = [paper.get("wagtailsnippets_articles_topic:usage", paper.housing, p=page).text for page in (1, 2)]
    titles = [{link.text.strip() for link in BeautifulSoup(page, "html.parser").select("td.title a")} for page in shown]
    assert [len(page) for page in titles] == [PAGE, 10]
    assert set.union(*titles) == {f"Story {number}" for number in range(PAGE + 10)}


def test_topic_in_use_can_be_deleted_and_a_person_who_signs_cannot(paper):
    assert "Yes, delete" in paper.get("wagtailsnippets_articles_topic:delete", paper.housing).text
    assert "Yes, delete" not in paper.get("wagtailsnippets_articles_person:delete", paper.person).text
    assert "Yes, delete" in paper.get("wagtailsnippets_articles_person:delete", make.PersonFactory()).text


def test_stories_of_a_section_are_no_uses_of_it(paper):
    assert ReferenceIndex.get_references_to(paper.person).exists()
    assert not ReferenceIndex.get_references_to(paper.city).exists()


def test_section_is_not_sorted_by_hand_and_the_front_page_is(paper):
    refused = paper.get("wagtailadmin_explore", paper.city, ordering="ord")
    assert (refused.status_code, refused["Location"]) == (302, reverse("wagtailadmin_home"))
    by_hand = f"{reverse('wagtailadmin_explore', args=(paper.city.pk,))}?ordering=ord"
    assert by_hand not in paper.get("wagtailadmin_explore", paper.city).text
    assert paper.get("wagtailadmin_explore", make.home(), ordering="ord").status_code == 200
    assert paper.sort_sections().status_code == 200
    assert [section.title for section in SectionPage.objects.order_by("path")] == ["Sport", "City"]


def test_sorted_sections_change_no_list_of_stories(paper):
    before = set(Edition.objects.values_list("scope", "number"))
    paper.sort_sections()
    assert set(Edition.objects.values_list("scope", "number")) == before

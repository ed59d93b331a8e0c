"""Topics in the editors' hands: suggested, tidied, merged, renamed."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import topics
from articles.models import ArticlePage, Edition, Story, StoryTopic, Topic
from articles.search import find

from . import factories as make
from .desk import Desk, errors, paragraphs, signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client) -> Client:
    client.force_login(make.editor())
    return client


def topic(name: str, stories: int = 0) -> Topic:
    made = make.TopicFactory(name=name)
    Topic.objects.filter(pk=made.pk).update(story_count=stories)
    return made


def write(admin: Client, names: str, action: str = "save"):
    return Desk(admin).create(
        ArticlePage,
        make.section(),
        action,
        title="Mill Lane",
        slug="mill-lane",
        standfirst="Why the lane is shut.",
        body=paragraphs("The lane is shut."),
        bylines=signed(make.PersonFactory()),
        topics=names,
    )


# Suggestions


def test_beginnings_of_names_come_first_then_beginnings_of_words_the_most_used_first():
    for name, stories in [("Mill Harbour", 9), ("Harbour", 1), ("Harbour Tunnel", 5), ("Old-harbour walks", 20)]:
        topic(name, stories)
    topic("Unharboured", 99)
    assert topics.suggestions("harb") == ["Harbour Tunnel", "Harbour", "Old-harbour walks", "Mill Harbour"]
    assert topics.suggestions("harbour-t") == ["Harbour Tunnel"]
    assert topics.suggestions(" ") == topics.suggestions("100%") == []


def test_a_synonym_offers_its_topic_once():
    homes, housing = topic("Homes"), topic("Housing")
    topics.merge(homes, housing)
    assert topics.suggestions("home") == ["Housing"]
    assert topics.suggestions("ho") == ["Housing"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Жильё", "жилье"),
        ("住房", "住"),
        ("🏠 Homes", "🏠"),
        ("Über Alpen", "uber a"),
        ("ENERGY", "energy"),
        ("C++", "c+"),
    ],
)
def test_any_script_case_and_accent_is_found(name, typed):
    topic(name)
    assert topics.suggestions(typed) == [name]


def test_no_more_than_ten_are_offered_where_the_form_asks(admin):
    for number in range(12):
        topic(f"Harbour {number}")
    form = admin.get(reverse("wagtailadmin_pages:add", args=("articles", "articlepage", make.section().pk))).text
    assert f'data-w-tag-url-value="{reverse("suggested_topics")}"' in form
    assert "&quot;tagLimit&quot;: 10" in form
    assert len(admin.get(reverse("suggested_topics"), {"term": "harb"}).json()) == 10


# What an editor types


def test_case_variants_are_one_topic(admin):
    topic("Energy")
    write(admin, "ENERGY, energy, Energy, Wind power")
    assert set(StoryTopic.objects.values_list("tag__name", flat=True)) == {"Energy", "Wind power"}
    again = Topic(name="eNERGY", slug="energy-2")
    with pytest.raises(Exception, match="There is a topic of this name already"):
        again.full_clean()


def test_ten_thousand_topics_are_refused_and_stay_in_the_form(admin):
    typed = ", ".join(f"Topic {number}" for number in range(10_000))
    for action in ("save", "publish"):
        response = write(admin, typed, action)
        assert errors(response) == {"topics": ["Choose at most 10 topics."]}
        assert response.context["form"]["topics"].value() == typed
        assert "Why the lane is shut." in response.text
    assert not Topic.objects.exists()
    assert not Story.objects.exists()


def test_eleven_topics_are_refused_and_ten_are_not(admin):
    names = [f"Topic {number}" for number in range(11)]
    assert "topics" in errors(write(admin, ", ".join(names)))
    write(admin, ", ".join(names[:10]))
    assert StoryTopic.objects.count() == 10


def test_a_name_too_long_is_refused(admin):
    (message,) = errors(write(admin, '"' + "x" * 200 + '"'))["topics"]
    assert "over 100 characters" in message
    assert not Topic.objects.exists()


# The report


def report(admin: Client) -> list[tuple[str, str | None]]:
    rows = admin.get(reverse("topics_to_tidy")).context["object_list"]
    return [(row.topic.name, row.like and row.like.name) for row in rows]


@pytest.mark.parametrize(
    "variant", ["SCHOOL MEALS", "School-meals", "Schoolmeals", "School meal", "Schöol Meals", "Schools’ meals"]
)
def test_variants_of_a_name_are_reported_with_the_most_used_one(admin, variant):
    make.article(topics=["School meals", "School meetings"])
    if variant != "SCHOOL MEALS":
        topic(variant)
        assert report(admin) == [(variant, "School meals")]


def test_topics_on_no_story_are_reported_but_not_synonyms_or_what_a_draft_names(admin):
    make.article("Live", topics=["Housing"])
    make.article("Draft", topics=["Rent"], live=False)
    changing = make.article("Changing", topics=["Housing"])
    changing.topics.add("Courts")
    changing.save_revision()
    topics.merge(topic("Homes"), Topic.objects.get(name="Housing"))
    topic("Forgotten")
    assert report(admin) == [("Forgotten", None)]


def test_report_takes_as_many_statements_for_many_topics_as_for_few(admin):
    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            report(admin)
        return len(asked)

    for number in range(60):
        topic(f"Forgotten {number}")
        if number == 4:
            report(admin)
            few = statements()
    assert len(report(admin)) == 50
    assert statements() == few


def test_report_and_merging_are_for_those_who_may_change_topics(client):
    reporter = make.UserFactory()
    reporter.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(reporter)
    homes, housing = topic("Homes"), topic("Housing")
    for address in (reverse("topics_to_tidy"), reverse("merge_topic", args=[homes.pk])):
        assert client.get(address).status_code == 302
    client.post(reverse("merge_topic", args=[homes.pk]), {"canonical": housing.pk})
    assert not Topic.objects.filter(canonical=housing).exists()


def test_row_of_the_report_merges(admin):
    make.article(topics=["Housing"])
    make.article("Another", topics=["Housings"])
    page = admin.get(reverse("topics_to_tidy")).text
    first, second = Topic.objects.order_by("pk")
    address = f"{reverse('merge_topic', args=[second.pk])}?into={first.pk}"
    assert address in page
    assert "Housing" in admin.get(address).text
    response = admin.post(address, {"canonical": first.pk}, follow=True)
    assert "“Housings” is merged into “Housing”." in response.text
    assert Story.objects.latest_stories(first).count() == 2


def test_merging_into_a_synonym_is_refused_in_the_form(admin):
    homes, housing, rent = topic("Homes"), topic("Housing"), topic("Rent")
    topics.merge(homes, housing)
    for into in (homes, rent):
        response = admin.post(reverse("merge_topic", args=[rent.pk]), {"canonical": into.pk})
        assert response.context["form"].errors == {"canonical": ["Choose a topic that is no synonym itself."]}


def test_list_of_topics_offers_merging(admin):
    homes = topic("Homes")
    assert (
        reverse("merge_topic", args=[homes.pk]) in admin.get(reverse(Topic.snippet_viewset.get_url_name("list"))).text
    )


# Renaming


def found(query: str) -> set[str]:
    return {story.title for story in find(Story.objects.all(), query)}


def test_renamed_topic_and_person_find_their_stories_by_the_new_name(django_capture_on_commit_callbacks):
    person = make.PersonFactory(name="Maja Ferrow")
    make.article("One", topics=["Housing"], by=[person])
    make.video("Two", topics=["Housing"])
    housing = Topic.objects.get()
    housing.name, person.name = "Dwellings", "Maja Lund"
    before = dict(Edition.objects.values_list("scope", "number"))
    with django_capture_on_commit_callbacks(execute=True):
        housing.save()
        person.save()
    assert found("dwellings") == {"One", "Two"}
    assert found("housing") == found("ferrow") == set()
    assert found("lund") == {"One"}
    counted = dict(Edition.objects.values_list("scope", "number"))
    assert all(counted[one.feed_scope] > before[one.feed_scope] for one in (housing, person)), "the feed shows the name"


def test_merged_stories_are_found_by_the_name_they_have_now(django_capture_on_commit_callbacks):
    make.article("One", topics=["Homes"])
    with django_capture_on_commit_callbacks(execute=True):
        topics.merge(Topic.objects.get(), topic("Housing"))
    assert found("housing") == {"One"}
    assert found("homes") == set()


def test_saving_without_a_new_name_writes_no_search_rows(django_capture_on_commit_callbacks):
    housing = topic("Housing")
    housing.description = "Where people live."
    with django_capture_on_commit_callbacks() as callbacks:
        housing.save()
    assert not [callback for callback in callbacks if "renew" in repr(callback)]


def test_saving_a_topic_leaves_the_count_that_publication_keeps():
    housing = topic("Housing")
    make.article(topics=["Housing"])
    housing.description = "Where people live."
    housing.save()
    assert Topic.objects.get().story_count == 1

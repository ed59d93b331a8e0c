"""A card costs no query of its own, whatever its kind."""

from __future__ import annotations

import pytest
from django.db import connection, models
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from articles.models import Story

from . import factories as make

pytestmark = pytest.mark.django_db


def make_one_of_each(number: int) -> None:
    fields = {
        "lead_image": make.ImageFactory(),
        "by": [make.PersonFactory()],
        "topics": [f"Topic {number}"],
        "kicker": "Harbour",
    }
    make.article(f"Article {number}", **fields)
    make.video(f"Film {number}", **fields)
    make.episode(f"Episode {number}", **fields)
    make.advertisement(f"Advertisement {number}", **fields)


def cards(limit: int) -> list[Story]:
    return list(Story.objects.published().latest().for_cards()[:limit])


def render(card: Story, layout: str = "standard") -> str:
    return render_to_string("components/card.html", {"story": card, "layout": layout})


@pytest.fixture
def twelve():
    for number in range(3):
        make_one_of_each(number)
    for card in cards(12):  # warm: renditions are made once in a picture's life
        render(card)


def test_same_number_of_queries_for_3_and_12_cards(twelve):
    def cost(limit: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            for card in cards(limit):
                render(card)
        return len(queries)

    assert cost(3) == cost(12) <= 6


@pytest.mark.parametrize("layout", ["lead", "standard", "compact", "headline"])
def test_card_needs_nothing_that_for_cards_did_not_fetch(twelve, layout):
    fetched = Story.objects.published().latest().for_cards().fetch_mode(models.FETCH_RAISE)
    for card in fetched:
        html = render(card, layout)
        assert card.title in html


def test_cards_by_key_are_those_of_for_cards_in_the_order_of_the_keys(twelve):
    expected = cards(12)[::-1]
    found = Story.objects.cards([*(card.pk for card in expected), 0])
    assert found == expected
    assert [render(card) for card in found] == [render(card) for card in expected]
    assert [card.get_deferred_fields() for card in found] == [card.get_deferred_fields() for card in expected]


def test_what_cards_by_key_did_not_fetch_is_fetched_for_all_of_them_at_once(twelve):
    found = Story.objects.cards(card.pk for card in cards(12))
    with CaptureQueriesContext(connection) as queries:
        assert all(card.search_description == "" for card in found)
    assert len(queries) == 1


def test_label_of_an_advertisement_precedes_its_headline():
    make.advertisement("Buy a boat", sponsor=make.SponsorFactory(name="Sundline"))
    (card,) = cards(1)
    html = render(card)
    assert html.index("Advertisement") < html.index("Buy a boat")
    assert "Sundline" in html


def test_card_shows_picture_credit_kicker_teaser_byline_and_duration():
    make.video(
        "How it sinks",
        kicker="Fennside",
        standfirst="A wall that was signed off as dry has been sinking for years, " * 4,
        lead_image=make.ImageFactory(credit="Teo Lundgren"),
        by=[make.PersonFactory(name="Sofia Marek")],
        duration=95,
    )
    html = render(cards(1)[0])
    for part in ("How it sinks", "Fennside", "[…]", "Teo Lundgren", "Sofia Marek", "1:35", "<time", "srcset"):
        assert part in html


def test_card_of_a_bare_story_has_no_empty_source():
    make.article("Bare")
    html = render(cards(1)[0])
    assert "Bare" in html
    assert 'src=""' not in html

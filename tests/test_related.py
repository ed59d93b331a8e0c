from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import related
from articles.models import RelatedExclusion, RelatedPin, Story, Topic
from articles.story_page import AD_POSITION, LATEST, MORE, StoryPageFeeds

from . import factories as make

pytestmark = pytest.mark.django_db


def ranked(story) -> list[str]:
    found = related.ranked(story.pk, story.topic_list, 10)
    return [page.title for page in Story.objects.in_order(candidate.pk for candidate in found)]


def test_story_that_shares_two_topics_beats_one_that_shares_one():
    make.article("One", topics=["Housing"], hours_ago=1)
    make.article("Two", topics=["Housing", "Flooding"], hours_ago=2)
    page = make.article("Here", topics=["Housing", "Flooding"])
    assert ranked(page) == ["Two", "One"]


def test_rare_topic_weighs_more_than_a_common_one():
    for number in range(8):
        make.article(f"Common {number}", topics=["Politics"], hours_ago=number + 1)
    make.article("Rare", topics=["Eelgrass"], hours_ago=100)
    page = make.article("Here", topics=["Politics", "Eelgrass"])
    assert ranked(page)[0] == "Rare"


def test_newer_story_wins_among_equals():
    make.article("Old", topics=["Housing"], hours_ago=24 * 400)
    make.article("New", topics=["Housing"], hours_ago=3)
    assert ranked(make.article("Here", topics=["Housing"])) == ["New", "Old"]


def test_score_is_the_documented_one():
    page = make.article("Here", topics=["Housing", "Flooding"])
    now = timezone.now()
    make.article("Half a year old", topics=["Housing"], published_at=now - timedelta(days=180))
    candidate = related.ranked(page.pk, page.topic_list, 5, now)[0]
    weight = related.weights(list(Topic.objects.filter(name="Housing")))
    assert candidate.score == pytest.approx(next(iter(weight.values())) * (0.25 + 0.75 / 2), rel=1e-6)
    assert candidate.shared == tuple(weight)


def test_story_is_never_related_to_itself_and_drafts_are_never_related():
    page = make.article("Here", topics=["Housing"])
    make.article("Draft", topics=["Housing"], live=False)
    assert ranked(page) == []


def test_story_without_topics_has_no_ranking():
    make.article("Other", topics=["Housing"])
    assert related.ranked(make.article("Bare").pk, [], 5) == []


def test_advertisement_is_not_ranked_among_stories():
    make.advertisement("Buy", topics=["Housing"])
    page = make.article("Here", topics=["Housing"])
    assert "Buy" not in [card.title for card in StoryPageFeeds(page).more if not card.is_advertisement]
    assert ranked(page) == []


def test_pins_come_first_with_their_reason():
    pinned = make.article("Pinned", hours_ago=500)
    make.article("Shared", topics=["Housing"], hours_ago=1)
    page = make.article("Here", topics=["Housing"])
    page.pins = [RelatedPin(target=pinned)]
    page.save_revision().publish()
    more = StoryPageFeeds(page).more
    assert (more[0].title, more[0].reason) == ("Pinned", "Picked by the editors")


def test_pin_to_a_story_that_is_not_public_is_passed_over():
    draft = make.article("Draft", live=False)
    page = make.article("Here")
    page.pins = [RelatedPin(target=draft)]
    page.save_revision().publish()
    assert StoryPageFeeds(page).more == []


def test_reason_names_the_rarest_shared_topics_first():
    for number in range(3):
        make.article(f"Other {number}", topics=["Politics"], hours_ago=200 + number)
    make.article("Shared", topics=["Politics", "Eelgrass", "Flooding"], hours_ago=100)
    page = make.article("Here", topics=["Politics", "Eelgrass", "Flooding"])
    for number in range(LATEST):
        make.article(f"Newer {number}")
    card = next(card for card in StoryPageFeeds(page).more if card.title == "Shared")
    assert card.reason in {"Also about Eelgrass and Flooding", "Also about Flooding and Eelgrass"}


def test_section_fills_the_box_and_says_so():
    for number in range(LATEST + 2):
        make.article(f"Other {number}", hours_ago=number + 1)
    page = make.article("Here")
    more = StoryPageFeeds(page).more
    assert [card.title for card in more] == [f"Other {LATEST}", f"Other {LATEST + 1}"]
    assert {card.reason for card in more} == {"More in City"}


def test_advertisement_has_a_slot_of_its_own():
    for number in range(LATEST + MORE + 2):
        make.article(f"Other {number}", hours_ago=number + 1)
    make.advertisement("Buy")
    more = StoryPageFeeds(make.article("Here")).more
    assert [card.is_advertisement for card in more].index(True) == AD_POSITION
    assert len(more) == MORE + 1


def test_running_campaigns_take_turns_from_page_to_page():
    campaigns = {make.advertisement(f"Buy {number}").title for number in range(3)}
    pages = [make.article(f"Page {number}") for number in range(3)]
    assert {StoryPageFeeds(page).more[0].title for page in pages} == campaigns


def test_nothing_stands_twice_on_a_story_page():
    for number in range(20):
        make.article(f"Other {number}", topics=["Housing"], hours_ago=number + 1)
    page = make.article("Here", topics=["Housing"])
    feeds = StoryPageFeeds(page)
    shown = [card.pk for card in (*feeds.latest, *feeds.more)]
    assert len(shown) == len(set(shown)) == LATEST + MORE
    assert page.pk not in shown
    assert [card.title for card in feeds.latest] == [f"Other {number}" for number in range(LATEST)]


def test_exclusion_keeps_a_story_out_of_the_box_only():
    unwanted = make.article("Unwanted", topics=["Housing"], hours_ago=100)
    for number in range(LATEST):
        make.article(f"Newer {number}", topics=["Housing"])
    page = make.article("Here", topics=["Housing"])
    assert "Unwanted" in [card.title for card in StoryPageFeeds(page).more]
    page.exclusions = [RelatedExclusion(target=unwanted)]
    page.save()
    assert "Unwanted" not in [card.title for card in StoryPageFeeds(page).more]


def test_page_may_do_without_an_advertisement():
    make.advertisement("Buy")
    page = make.article("Grave", shows_advertising=False)
    assert StoryPageFeeds(page).more == []


def test_pinned_advertisement_is_passed_over():
    paid = make.advertisement("Buy")
    page = make.article("Here", shows_advertising=False)
    page.pins = [RelatedPin(target=paid)]
    page.save()
    assert StoryPageFeeds(page).more == []


def cards_of(*stories) -> list[Story]:
    return Story.objects.for_cards().in_order(story.pk for story in stories)


def test_never_three_in_a_row_by_one_author():
    ines, tomas = make.PersonFactory(), make.PersonFactory()
    hers = [make.article(f"Hers {number}", by=[ines]) for number in range(3)]
    his = make.article("His", by=[tomas])
    arranged = related.arrange(cards_of(*hers, his), 4)
    assert [card.title for card in arranged] == ["Hers 0", "Hers 1", "His", "Hers 2"]
    assert len(related.arrange(cards_of(*hers), 4)) == 3


def test_never_three_in_a_row_of_one_show():
    show = make.ShowFactory()
    episodes = [make.episode(f"Episode {number}", podcast=show) for number in range(3)]
    arranged = related.arrange(cards_of(*episodes, make.article("Read")), 4)
    assert [card.title for card in arranged] == ["Episode 0", "Episode 1", "Read", "Episode 2"]


def test_kinds_are_mixed():
    read = [make.article(f"Read {number}") for number in range(4)]
    arranged = related.arrange(cards_of(*read, make.video("Watch")), 4)
    assert [card.title for card in arranged] == ["Read 0", "Read 1", "Read 2", "Watch"]

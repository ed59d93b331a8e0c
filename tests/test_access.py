"""Who may do what at the desk, through HTTP. The table is the rule; what it names is tried by each role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, GroupPagePermission, Page, Site, Task, Workflow, WorkflowPage

from articles import endings, roles
from articles.models import (
    ArticlePage,
    Ending,
    NewsImage,
    PartnerFeed,
    Person,
    SectionPage,
    Show,
    Sponsor,
    SponsoredPage,
    Topic,
)

from . import factories as make
from .desk import Desk, add_url, signed

pytestmark = pytest.mark.django_db

TABLE = """
                                   Contributor Reporter Editor Photo_desk Commercial Standards Administrator
begin an article                   yes         yes      yes    -          -          -         yes
begin an advertisement             -           -        yes    -          yes        -         yes
begin a section                    -           -        yes    -          -          -         yes
edit an article of one's own       yes         yes      yes    -          -          yes       yes
edit another's article             -           yes      yes    -          -          yes       yes
edit another's advertisement       -           -        yes    -          yes        yes       yes
edit the front page                -           -        yes    -          -          yes       yes
read another's unpublished draft   -           yes      yes    -          -          yes       yes
submit an article of one's own     yes         yes      yes    -          -          yes       yes
submit an advertisement            -           -        yes    -          yes        yes       yes
approve an article                 -           -        yes    -          -          yes       yes
approve an advertisement           -           -        yes    -          -          yes       yes
publish an article of one's own    -           -        yes    -          -          yes       yes
publish another's article          -           -        yes    -          -          yes       yes
publish a new article              -           -        yes    -          -          -         yes
publish an advertisement           -           -        yes    -          -          yes       yes
publish many articles at once      -           -        yes    -          -          yes       yes
correct a live article             -           -        yes    -          -          yes       yes
unpublish an article               -           -        yes    -          -          yes       yes
unpublish an advertisement         -           -        yes    -          -          yes       yes
amend a retraction's notice        -           -        yes    -          -          yes       yes
delete a draft of one's own        yes         yes      yes    -          -          yes       yes
delete another's draft             -           -        yes    -          -          yes       yes
move a draft of one's own          yes         yes      yes    -          -          -         yes
move a live article                -           -        yes    -          -          -         yes
move an advertisement              -           -        yes    -          -          -         yes
copy another's article             -           yes      yes    -          -          -         yes
copy a live article, live          -           -        yes    -          -          -         yes
make an alias of an article        -           -        yes    -          -          -         yes
lock an article                    -           -        yes    -          -          yes       yes
unlock an article                  -           -        yes    -          -          yes       yes
close an article to strangers      -           -        yes    -          -          yes       yes
upload a picture                   yes         yes      yes    yes        yes        yes       yes
choose a picture                   yes         yes      yes    yes        yes        yes       yes
edit another's picture             -           -        yes    yes        -          -         yes
delete another's picture           -           -        yes    yes        -          -         yes
edit a topic                       -           -        yes    -          -          -         yes
tidy the topics                    -           -        yes    -          -          -         yes
edit a person                      -           -        yes    -          -          -         yes
edit a show                        -           -        yes    -          -          -         yes
rename a sponsor                   -           -        yes    -          yes        -         yes
rename a live advertisement's      -           -        yes    -          -          -         yes
edit a feed for a partner          -           -        yes    -          -          -         yes
renew a feed for a partner         -           -        yes    -          -          -         yes
redirect an address                -           -        yes    -          -          -         yes
edit the masthead                  -           -        -      -          -          -         yes
manage accounts                    -           -        -      -          -          -         yes
manage groups                      -           -        -      -          -          -         yes
manage workflows                   -           -        -      -          -          -         yes
"""
ROLES, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
RULES = {" ".join(row[: -len(ROLES)]): dict(zip(ROLES, row[-len(ROLES) :], strict=True)) for row in ROWS}


@dataclass
class Paper:
    """What there is to work on."""

    city: SectionPage
    sport: SectionPage
    article: ArticlePage
    draft: ArticlePage
    waiting: ArticlePage
    advertisement: SponsoredPage
    booking: SponsoredPage
    waiting_advertisement: SponsoredPage
    picture: NewsImage
    writer: Person
    sponsor: Sponsor
    topic: Topic
    feed: PartnerFeed
    chief: Desk
    """At the desk of someone who may do everything: reads what stands in the forms."""


@pytest.fixture(scope="module")
def paper(rows_of_the_module) -> Paper:
    for model in (Group, Workflow, Task):  # those that the tests' database was made with may be of another day
        model.objects.all().delete()
    roles.set_up()
    other = make.UserFactory(username="other", is_superuser=True)
    writer, sponsor = make.PersonFactory(), make.SponsorFactory()
    fields = {"by": [writer], "topics": ["Housing"], "owner": other}
    sold = {"sponsor": sponsor, "owner": other}
    chief = Client()
    chief.force_login(other)
    paper = Paper(
        chief=Desk(chief),
        city=make.section("City"),
        sport=make.section("Sport"),
        article=make.article("Live article", **fields),
        draft=make.article("Draft", live=False, **fields),
        waiting=make.article("Waiting", live=False, **fields),
        advertisement=make.advertisement("Live advertisement", **sold),
        booking=make.advertisement("Booking", live=False, **sold),
        waiting_advertisement=make.advertisement("Waiting advertisement", live=False, **sold),
        picture=make.ImageFactory(uploaded_by_user=other),
        writer=writer,
        sponsor=sponsor,
        topic=Topic.objects.get(name="Housing"),
        feed=PartnerFeed.objects.create(name="Morning Post", everything=True),
    )
    for page in (paper.waiting, paper.waiting_advertisement):
        page.save_revision(user=other)
        page.get_workflow().start(page, other)
    return paper


class Member:
    """Someone with a role, at work."""

    def __init__(self, paper: Paper, role: str) -> None:
        self.paper = paper
        self.user = make.UserFactory(username=role.lower())
        self.user.groups.add(Group.objects.get(name=role.replace("_", " ")))
        self.client = Client()
        self.client.force_login(self.user)

    def own(self, **fields) -> ArticlePage:
        paper = self.paper
        return make.article("My own", live=False, owner=self.user, by=[paper.writer], topics=["Housing"], **fields)

    def deletes(self, page: Page) -> bool:
        self.sends("wagtailadmin_pages:delete", page.pk)
        return not Page.objects.filter(pk=page.pk).exists()

    def moves(self, page: Page, to: Page) -> bool:
        self.sends("wagtailadmin_pages:move_confirm", page.pk, to.pk)
        return Page.objects.get(pk=page.pk).is_child_of(to)

    def copies(self, page: Page, to: Page, **how: str) -> Page | None:
        data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": to.pk} | how
        self.sends("wagtailadmin_pages:copy", page.pk, **data)
        return Page.objects.filter(slug="copy").first()

    def opens(self, name: str, *args, **query) -> bool:
        return self.client.get(reverse(name, args=args, query=query)).status_code == 200

    def sends(self, name: str, *args, **data) -> None:
        self.client.post(reverse(name, args=args), data)

    def renames(self, sponsor: Sponsor) -> bool:
        edit = reverse(Sponsor.snippet_viewset.get_url_name("edit"), args=[sponsor.pk])
        self.client.post(edit, {"name": "Renamed", "url": sponsor.url})
        return Sponsor.objects.get(pk=sponsor.pk).name == "Renamed"

    def begins(self, kind: type[Page], parent: Page, **fields) -> Page | None:
        self._press(add_url(kind, parent), {"title": "Begun", "slug": "begun"} | fields)
        return kind.objects.filter(slug="begun", owner=self.user).first()

    def edits(self, page: Page, **fields) -> bool:
        """Whether the change is in the newest draft."""
        self._press(reverse("wagtailadmin_pages:edit", args=(page.pk,)), {"title": "Edited"} | fields)
        return Page.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Edited"

    def presses(self, button: str, page: Page, **fields) -> Page:
        """The page as it is after a button of its form was pressed."""
        self._press(reverse("wagtailadmin_pages:edit", args=(page.pk,)), {f"action-{button}": "yes"} | fields)
        return Page.objects.get(pk=page.pk)

    def _press(self, address: str, fields: dict) -> None:
        """Send a form, whether or not it would have been shown."""
        self.client.post(address, self.paper.chief.filled(address, fields))


def sold(paper: Paper) -> dict:
    """All that an advertisement needs to be published."""
    today = timezone.now()
    return {
        "standfirst": "Why.",
        "sponsor": str(paper.sponsor.pk),
        "bylines": signed(paper.writer),
        "campaign_start": f"{today:%Y-%m-%d %H:%M}",
        "campaign_end": f"{today + timedelta(days=9):%Y-%m-%d %H:%M}",
    }


TRIES: dict[str, Callable[[Member, Paper], object]] = {}


def row(name: str) -> Callable:
    def register(attempt: Callable[[Member, Paper], object]) -> Callable:
        TRIES[name] = attempt
        return attempt

    return register


ALL_KINDS = ["articlepage", "podcastepisodepage", "sponsoredpage", "videopage"]
NEW_STORY = {"standfirst": "Why.", "topics": "Housing"}


@row("begin an article")
def _(member, paper):
    return member.begins(ArticlePage, paper.city)


@row("begin an advertisement")
def _(member, paper):
    return member.begins(SponsoredPage, paper.city, **sold(paper))


@row("begin a section")
def _(member, paper):
    return member.begins(SectionPage, make.home())


@row("edit an article of one's own")
def _(member, paper):
    return member.edits(member.own())


@row("edit another's article")
def _(member, paper):
    return member.edits(paper.draft)


@row("edit another's advertisement")
def _(member, paper):
    return member.edits(paper.booking)


@row("edit the front page")
def _(member, paper):
    return member.edits(make.home())


@row("read another's unpublished draft")
def _(member, paper):
    return member.opens("wagtailadmin_pages:view_draft", paper.draft.pk)


@row("submit an article of one's own")
def _(member, paper):
    return member.presses("submit", member.own()).current_workflow_state


@row("submit an advertisement")
def _(member, paper):
    return member.presses("submit", paper.booking).current_workflow_state


APPROVAL = {"workflow-action-name": "approve"}


@row("approve an article")
def _(member, paper):
    return member.presses("workflow-action", paper.waiting, **APPROVAL).live


@row("approve an advertisement")
def _(member, paper):
    return member.presses("workflow-action", paper.waiting_advertisement, **APPROVAL).live


@row("publish an article of one's own")
def _(member, paper):
    return member.presses("publish", member.own()).live


@row("publish another's article")
def _(member, paper):
    return member.presses("publish", paper.draft).live


@row("publish a new article")
def _(member, paper):
    signature = signed(paper.writer)
    story = member.begins(ArticlePage, paper.city, bylines=signature, **NEW_STORY, **{"action-publish": "yes"})
    return story and story.live


@row("publish an advertisement")
def _(member, paper):
    return member.presses("publish", paper.booking).live


@row("publish many articles at once")
def _(member, paper):
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"), query={"id": paper.draft.pk})
    member.client.post(address)
    return Page.objects.get(pk=paper.draft.pk).live


@row("correct a live article")
def _(member, paper):
    member.presses("publish", paper.article, change="correction", change_text="It was the quay.")
    return paper.article.corrections.exists()


@row("unpublish an article")
def _(member, paper):
    return member.opens("wagtailadmin_pages:unpublish", paper.article.pk)


@row("unpublish an advertisement")
def _(member, paper):
    return member.opens("wagtailadmin_pages:unpublish", paper.advertisement.pk)


@row("amend a retraction's notice")
def _(member, paper):
    story = make.article("Retracted")
    endings.end(story, Ending.RETRACTED, notice="We were wrong.")
    member.sends("amend_notice", story.pk, notice="We were wrong twice.")
    return story.corrections.filter(text="We were wrong twice.").exists()


@row("delete a draft of one's own")
def _(member, paper):
    return member.deletes(member.own())


@row("delete another's draft")
def _(member, paper):
    return member.deletes(paper.draft)


@row("move a draft of one's own")
def _(member, paper):
    return member.moves(member.own(), paper.sport)


@row("move a live article")
def _(member, paper):
    return member.moves(paper.article, paper.sport)


@row("move an advertisement")
def _(member, paper):
    return member.moves(paper.advertisement, paper.sport)


@row("copy another's article")
def _(member, paper):
    return member.copies(paper.draft, paper.sport)


@row("copy a live article, live")
def _(member, paper):
    copy = member.copies(paper.article, paper.sport, publish_copies="on")
    return copy and copy.live


@row("make an alias of an article")
def _(member, paper):
    return member.copies(paper.article, paper.sport, alias="on")


@row("lock an article")
def _(member, paper):
    member.sends("wagtailadmin_pages:lock", paper.draft.pk)
    return Page.objects.get(pk=paper.draft.pk).locked


@row("unlock an article")
def _(member, paper):
    Page.objects.filter(pk=paper.draft.pk).update(locked=True)
    member.sends("wagtailadmin_pages:unlock", paper.draft.pk)
    return not Page.objects.get(pk=paper.draft.pk).locked


@row("close an article to strangers")
def _(member, paper):
    member.sends("wagtailadmin_pages:set_privacy", paper.article.pk, restriction_type="login")
    return Page.objects.get(pk=paper.article.pk).view_restrictions.exists()


@row("upload a picture")
def _(member, paper):
    member.sends(
        "wagtailimages:add",
        title="Mine",
        file=make.picture_file(size=(60, 40)),
        collection=Collection.objects.get(depth=1).pk,
    )
    return NewsImage.objects.filter(title="Mine").exists()


@row("choose a picture")
def _(member, paper):
    return member.opens("wagtailimages_chooser:chosen", paper.picture.pk)


@row("edit another's picture")
def _(member, paper):
    return member.opens("wagtailimages:edit", paper.picture.pk)


@row("delete another's picture")
def _(member, paper):
    member.sends("wagtailimages:delete", paper.picture.pk)
    return not NewsImage.objects.filter(pk=paper.picture.pk).exists()


@row("edit a topic")
def _(member, paper):
    return member.opens(Topic.snippet_viewset.get_url_name("edit"), paper.topic.pk)


@row("tidy the topics")
def _(member, paper):
    return member.opens("topics_to_tidy") and member.opens("merge_topic", paper.topic.pk)


@row("edit a person")
def _(member, paper):
    return member.opens(Person.snippet_viewset.get_url_name("edit"), paper.writer.pk)


@row("edit a show")
def _(member, paper):
    return member.opens(Show.snippet_viewset.get_url_name("add"))


@row("rename a sponsor")
def _(member, paper):
    """With nothing to its name that readers can see."""
    sponsor = make.SponsorFactory()
    make.advertisement("Draft", sponsor=sponsor, live=False)
    return member.renames(sponsor)


@row("rename a live advertisement's")
def _(member, paper):
    return member.renames(paper.sponsor)


@row("edit a feed for a partner")
def _(member, paper):
    return member.opens(PartnerFeed.snippet_viewset.get_url_name("edit"), paper.feed.pk)


@row("renew a feed for a partner")
def _(member, paper):
    before = paper.feed.key
    member.sends("renew_partner_feed", paper.feed.pk)
    return PartnerFeed.objects.get(pk=paper.feed.pk).key != before


@row("redirect an address")
def _(member, paper):
    member.sends("wagtailredirects:add", old_path="/old/", redirect_link="https://example.org/", is_permanent="on")
    return Redirect.objects.exists()


@row("edit the masthead")
def _(member, paper):
    return member.opens("wagtailsettings:edit", "articles", "masthead", Site.objects.get().pk)


@row("manage accounts")
def _(member, paper):
    return member.opens("wagtailusers_users:index")


@row("manage groups")
def _(member, paper):
    return member.opens("wagtailusers_groups:index")


@row("manage workflows")
def _(member, paper):
    return member.opens("wagtailadmin_workflows:index")


@pytest.mark.parametrize("rule", RULES)
def test_table(rule, paper):
    may = {}
    for role in ROLES:
        with transaction.atomic():
            may[role] = "yes" if TRIES[rule](Member(paper, role), paper) else "-"
            transaction.set_rollback(True)
    assert may == RULES[rule]


def test_every_rule_is_tried():
    assert list(TRIES) == list(RULES)


# What a table cannot hold


def test_editor_of_one_section_edits_no_other(paper):
    """A group with the kinds of an editor, and page permissions on one section."""
    group = Group.objects.create(name="Sport editors")
    whole = Group.objects.get(name=roles.EDITOR)
    group.permissions.set(whole.permissions.all())
    for grant in whole.page_permissions.all():
        GroupPagePermission.objects.create(group=group, page=paper.sport, permission=grant.permission)
    member = Member(paper, roles.PHOTO_DESK)
    member.user.groups.set([group])
    match = make.article("The match", live=False, within=paper.sport, by=[paper.writer], topics=["Housing"])
    assert member.presses("publish", match).live
    assert not member.edits(paper.draft)
    assert not member.moves(match, paper.city)


def test_page_permissions_of_one_group_do_not_lend_themselves_to_the_kinds_of_another(paper):
    """Who sells advertisements everywhere and publishes sport publishes sport, and sells."""
    member = Member(paper, roles.COMMERCIAL)
    sport = Group.objects.create(name="Sport editors")
    sport.permissions.set(Group.objects.get(name=roles.REPORTER).permissions.all())
    for action in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=action)
        GroupPagePermission.objects.create(group=sport, page=paper.sport, permission=permission)
    member.user.groups.add(sport)
    assert not member.edits(paper.draft)
    assert not member.presses("publish", paper.booking).live
    assert not member.begins(SponsoredPage, paper.sport, **sold(paper), **{"action-publish": "yes"})
    assert member.begins(SponsoredPage, paper.sport, **sold(paper))


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (roles.COMMERCIAL, ["sponsoredpage"]),
        (roles.REPORTER, ["articlepage", "podcastepisodepage", "videopage"]),
        (roles.EDITOR, ["articlepage", "podcastepisodepage", "sponsoredpage", "videopage"]),
    ],
)
def test_only_kinds_that_may_be_made_are_offered(role, offered, paper):
    client = Member(paper, role).client
    shown = client.get(reverse("wagtailadmin_pages:add_subpage", args=[paper.city.pk]), follow=True)
    if shown.redirect_chain:
        assert offered == [shown.resolver_match.kwargs["content_type_model_name"]]
    else:
        assert sorted(name for _, _, name, _ in shown.context["page_types"]) == offered
    buttons = client.get(reverse("stories:index")).text
    assert [kind for kind in ALL_KINDS if f"new_{kind}" in buttons] == offered


def test_who_sells_is_told_whom_to_ask_for_another_label_of_what_readers_see(paper):
    client, sponsor = Member(paper, roles.COMMERCIAL).client, paper.sponsor
    address = reverse(Sponsor.snippet_viewset.get_url_name("edit"), args=[sponsor.pk])
    unchanged = {"name": sponsor.name, "url": sponsor.url}
    for field, value in (("name", "Renamed"), ("url", "https://other.example/")):
        told = client.post(address, unchanged | {field: value}).context["form"].errors
        assert list(told) == [field]
        assert "Ask an editor" in told[field][0]
    assert client.post(address, unchanged).status_code == 302
    for page in sponsor.advertisements.filter(live=True):
        page.unpublish()
    paper.booking.go_live_at = timezone.now() + timedelta(days=1)
    paper.booking.save_revision().publish()
    assert list(client.post(address, unchanged | {"name": "Renamed"}).context["form"].errors) == ["name"]


def test_advertisements_of_a_sponsor_are_each_read_once_without_their_bodies(paper, monkeypatch):
    asked = []
    monkeypatch.setattr("articles.admin.viewsets.may", lambda user, action, kind, page: asked.append(page) or True)
    live = paper.sponsor.advertisements.get(live=True)
    for _time in range(3):
        live.save_revision()
    scheduled = paper.sponsor.advertisements.get(pk=paper.booking.pk)
    scheduled.go_live_at = timezone.now() + timedelta(days=1)
    scheduled.save_revision().publish()
    assert Member(paper, roles.EDITOR).renames(paper.sponsor)
    assert sorted(page.title for page in asked) == sorted([live.title, scheduled.title])
    assert all("body" in page.get_deferred_fields() for page in asked)


def test_advertisement_is_approved_by_editors_whatever_the_section_asks_for(paper):
    workflow = Workflow.objects.create(name="Sales approve")
    WorkflowPage.objects.create(workflow=workflow, page=paper.city)
    assert paper.draft.get_workflow() == workflow
    assert paper.booking.get_workflow().name == roles.REVIEW_OF_ADVERTISING

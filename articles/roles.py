"""The roles of a newsroom, as groups; tests/test_access.py tells what each may do.

What is here is made where it is missing, after every `migrate`. A group that exists stays as administrators left it,
but for models that this `migrate` has brought: of those it gets what it would have in a new paper.
One for a part of the paper (“Sport editors”) is a group like these with its page permissions on that section alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

NEWS = ("articlepage", "videopage", "podcastepisodepage")
ADVERTISEMENTS = ("sponsoredpage",)
THE_PAPER = ("homepage", "sectionpage", "standardpage")
FILES = ("image", "media", "document")
NAMES = ("articles.topic", "articles.person", "articles.show")

CONTRIBUTOR = "Contributor"
REPORTER = "Reporter"
EDITOR = "Editor"
PHOTO_DESK = "Photo desk"
COMMERCIAL = "Commercial"
STANDARDS = "Standards"
ADMINISTRATOR = "Administrator"

REVIEW = "Editorial approval"
REVIEW_OF_ADVERTISING = "Editorial approval of advertising"
STOCK_GROUPS = ("Editors", "Moderators")
STOCK_WORKFLOW = "Moderators approval"


@dataclass(frozen=True)
class Role:
    pages: str = ""
    """What its members may do to the pages of its kinds, anywhere in the paper."""
    kinds: tuple[str, ...] = ()
    files: str = "add choose"
    """What they may do to pictures, recordings and documents. Who adds a file may change it."""
    models: tuple[str, ...] = ()
    """What else they may add, change and delete: `app.model`."""
    apps: tuple[str, ...] = field(default=())
    """Apps of which they may do everything."""


ROLES = {
    CONTRIBUTOR: Role("add", NEWS),
    REPORTER: Role("add change", NEWS),
    EDITOR: Role(
        "add change publish lock unlock bulk_delete",
        NEWS + ADVERTISEMENTS + THE_PAPER,
        files="add change choose",
        models=(*NAMES, "articles.sponsor", "articles.partnerfeed", "wagtailredirects.redirect"),
    ),
    PHOTO_DESK: Role(files="add change choose"),
    COMMERCIAL: Role("add change", ADVERTISEMENTS, models=("articles.sponsor",)),
    STANDARDS: Role("change publish lock unlock", NEWS + ADVERTISEMENTS + THE_PAPER),
    ADMINISTRATOR: Role(
        "add change publish lock unlock bulk_delete",
        NEWS + ADVERTISEMENTS + THE_PAPER,
        files="add change choose",
        apps=("articles", "auth", "wagtailcore", "wagtailredirects"),
    ),
}


@transaction.atomic
def set_up(new_models: Iterable[tuple[str, str]] = ()) -> None:
    """Make the groups and the workflows that are missing. Wagtail's own, which nobody has used, make room for them.

    The others get their part of models that are new, each an app and a name.
    """
    new = Q(pk__in=[])
    for app, model in new_models:
        new |= Q(content_type__app_label=app, content_type__model=model)
    for name, role in ROLES.items():
        group, is_made = Group.objects.get_or_create(name=name)
        if is_made:
            _equip(group, role)
        else:
            group.permissions.add(*_on_models(role).filter(new))
    Group.objects.filter(name__in=STOCK_GROUPS, user=None).delete()
    stock = Workflow.objects.filter(name=STOCK_WORKFLOW, workflow_states=None)
    GroupApprovalTask.objects.filter(workflow_tasks__workflow__in=stock, task_states=None).delete()
    stock.delete()
    _set_up_workflows()


def _equip(group: Group, role: Role) -> None:
    root, collection = Page.objects.get(depth=1), Collection.objects.get(depth=1)
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=root, permission=permission)
        for permission in _permissions("wagtailcore", role.pages.split(), ["page"])
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=permission)
        for app in ("wagtailimages", "wagtailmedia", "wagtaildocs")
        for permission in _permissions(app, role.files.split(), FILES)
    )
    access = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    group.permissions.add(access, *_on_models(role))


def _on_models(role: Role) -> QuerySet[Permission]:
    """What a role may do that holds everywhere, and not on some pages or collections."""
    held = Q(content_type__app_label__in=role.apps)
    held |= Q(content_type__app_label="articles", codename__in=[f"change_{kind}" for kind in role.kinds])
    for model in role.models:
        app, name = model.split(".")
        held |= Q(content_type__app_label=app, content_type__model=name)
    return Permission.objects.filter(held)


def _permissions(app: str, actions: Iterable[str], models: Iterable[str]) -> list[Permission]:
    names = [f"{action}_{model}" for action in actions for model in models]
    return list(Permission.objects.filter(content_type__app_label=app, codename__in=names))


def _set_up_workflows() -> None:
    approvers = Group.objects.filter(name__in=(EDITOR, STANDARDS, ADMINISTRATOR))
    if not WorkflowPage.objects.exists():
        WorkflowPage.objects.create(workflow=_workflow(REVIEW, approvers), page=Page.objects.get(depth=1))
    advertisement = ContentType.objects.get_by_natural_key("articles", "sponsoredpage")
    if not WorkflowContentType.objects.filter(content_type=advertisement).exists():
        WorkflowContentType.objects.create(
            workflow=_workflow(REVIEW_OF_ADVERTISING, approvers), content_type=advertisement
        )


def _workflow(name: str, approvers: Iterable[Group]) -> Workflow:
    """A workflow of one step, which any of the groups may take."""
    workflow = Workflow.objects.create(name=name)
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.set(approvers)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow

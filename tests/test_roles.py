"""The groups of a paper: made where they are missing, and left as administrators have them."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from wagtail.models import Task, Workflow

from articles import roles, signals

from . import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def groups(rows_of_the_module) -> None:
    for model in (Group, Workflow, Task):  # those that the tests' database was made with may be of another day
        model.objects.all().delete()
    roles.set_up()


def test_group_that_administrators_changed_stays_so():
    group = Group.objects.get(name=roles.COMMERCIAL)
    group.permissions.clear()
    roles.set_up()
    assert not group.permissions.exists()


def test_groups_get_what_a_new_paper_gives_them_of_models_that_an_upgrade_brings_and_nothing_else():
    held = {name: set(Group.objects.get(name=name).permissions.all()) for name in roles.ROLES}
    editor = Group.objects.get(name=roles.EDITOR)
    taken = Permission.objects.get(codename="delete_topic")
    editor.permissions.remove(taken)
    for group in Group.objects.all():
        group.permissions.remove(*Permission.objects.filter(codename__endswith="_partnerfeed"))
    Group.objects.create(name="Sport editors")
    migration = import_module("articles.migrations.0016_partner_feeds").Migration("0016_partner_feeds", "articles")
    signals.set_up_roles(plan=[(migration, True)])
    assert not editor.permissions.filter(codename="add_partnerfeed").exists()
    signals.set_up_roles(plan=[(migration, False)])
    held[roles.EDITOR].remove(taken)
    held["Sport editors"] = set()
    assert {group.name: set(group.permissions.all()) for group in Group.objects.all()} == held


def test_what_earlier_upgrades_brought_is_made_up_for_once_where_nobody_has_it():
    editor, administrator = (Group.objects.get(name=name) for name in (roles.EDITOR, roles.ADMINISTRATOR))
    held = {group: set(group.permissions.all()) for group in (editor, administrator)}
    missing = Permission.objects.filter(content_type__model__in=["partnerfeed", "feedsubscription"])
    for group in held:
        group.permissions.remove(*missing)
    taken = Permission.objects.filter(content_type__model="formeraddress")  # which the roles had from the first
    administrator.permissions.remove(*taken)
    held[administrator].difference_update(taken)
    migration = import_module("articles.migrations.0019_permissions_of_before")
    migration.give(apps, None)
    assert {group: set(group.permissions.all()) for group in held} == held
    editor.permissions.remove(*missing)
    migration.give(apps, None)
    assert not editor.permissions.filter(pk__in=missing).exists(), "an administrator has it, who took it from editors"


def test_stock_group_with_members_is_kept():
    group = Group.objects.create(name="Moderators")
    group.user_set.add(make.UserFactory())
    Group.objects.create(name="Editors")
    roles.set_up()
    assert set(Group.objects.values_list("name", flat=True)) == {*roles.ROLES, "Moderators"}

"""Who may do what to which page.

A group's page permissions hold for the part of the tree they are given on, as everywhere in Wagtail, and there only for
the kinds of page that the group may change (`articles.change_sponsoredpage` …). So those who sell advertisements work
in the same sections as the reporters, and neither touches what is the other's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Permission
from wagtail.models import Page, PagePermissionTester
from wagtail.permissions import page_permission_policy

SORTED_BY_DATE = "sectionpage"


def given(user: AbstractBaseUser, page: Page, kind: type[Page]) -> set[str]:
    """What the user's groups give on a page for pages of a kind: `add`, `change`, `publish` …"""
    kinds = _kinds_by_group(user)
    return {
        grant.permission.codename.removesuffix("_page")
        for grant in page_permission_policy.get_cached_permissions_for_user(user)
        if page.path.startswith(grant.page.path) and kind._meta.model_name in kinds.get(grant.group_id, ())
    }


def may(user: AbstractBaseUser, action: str, kind: type[Page], below: Page) -> bool:
    """Whether the user may `add` or `publish` pages of a kind below a page."""
    return user.is_active and (user.is_superuser or action in given(user, below, kind))


def may_add_somewhere(user: AbstractBaseUser, kind: type[Page]) -> bool:
    grants = page_permission_policy.get_cached_permissions_for_user(user)
    return user.is_superuser or any("add" in given(user, grant.page, kind) for grant in grants)


def _kinds_by_group(user: AbstractBaseUser) -> Mapping[int, set[str]]:
    """The names of the page models that each group of the user may change, asked once a request."""
    if not hasattr(user, "_kinds_by_group"):
        kinds = defaultdict(set)
        changes = Permission.objects.filter(
            group__user=user, content_type__app_label="articles", codename__startswith="change_"
        )
        for group, codename in changes.values_list("group", "codename"):
            kinds[group].add(codename.removeprefix("change_"))
        user._kinds_by_group = kinds
    return user._kinds_by_group


class DeskPermissions(PagePermissionTester):
    def __init__(self, user: AbstractBaseUser, page: Page) -> None:
        super().__init__(user, page)
        self.kind = page.specific_class
        if user.is_active and not user.is_superuser:
            self.permissions = given(user, page, self.kind)

    def can_add_subpage(self) -> bool:
        kinds = self.kind.creatable_subpage_models()
        return any(kind.can_create_at(self.page) and may(self.user, "add", kind, self.page) for kind in kinds)

    def can_publish_subpage(self) -> bool:
        return any(may(self.user, "publish", kind, self.page) for kind in self.kind.creatable_subpage_models())

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """What is somebody else's is deleted, or moved, by those who may also publish it."""
        owns = self.user.is_superuser or self.page.owner_id == self.user.pk or "publish" in self.permissions
        return super().can_delete(ignore_bulk) and owns

    def can_reorder_children(self) -> bool:
        """Stories are listed by their dates. Sorted by hand, one step would renumber every story of the section."""
        return self.kind._meta.model_name != SORTED_BY_DATE and super().can_reorder_children()

    def can_move_to(self, destination: Page) -> bool:
        """As Wagtail's own, by what the destination gives for pages of this kind."""
        if not self.user.is_active or self.user.is_superuser:
            return super().can_move_to(destination)
        if self.page == destination or destination.is_descendant_of(self.page) or not self.can_move():
            return False
        if not self.page.is_child_of(destination) and not self.page.specific.can_move_to(destination):
            return False
        is_live = self.page.get_descendants(inclusive=True).live().exists()
        return given(self.user, destination, self.kind).issuperset({"add", "publish"} if is_live else {"add"})

    def can_copy_to(self, destination: Page, recursive: bool = False) -> bool:
        return super().can_copy_to(destination, recursive) and may(self.user, "add", self.kind, destination)

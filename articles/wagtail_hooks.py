from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from .admin import (
    access,
    corrections,
    desk_api,
    endings,
    lateness,
    many_stories,
    media,
    notices,
    outbox,
    partners,
    review,
    schedule,
    stories,
    subscriptions,
    topics,
)
from .admin.viewsets import NewsroomGroup
from .prose_links import OpenPageLink

register_snippet(NewsroomGroup)
hooks.register("before_create_page", access.only_of_own_kinds)
hooks.register("register_permissions", access.kinds_to_grant)
hooks.register("register_account_menu_item", access.second_factor)
hooks.register("register_account_menu_item", access.password)
hooks.register("register_admin_viewset", stories.viewsets)
hooks.register("register_bulk_action", endings.UnpublishMany, order=1)  # after Wagtail's own of the same name
hooks.register("construct_admin_api", desk_api.register)
hooks.register("before_publish_page", corrections.tell_readers)
hooks.register("before_delete_page", corrections.keep_what_was_corrected)
hooks.register("before_bulk_action", corrections.keep_what_was_corrected_in_bulk)
hooks.register("before_bulk_action", many_stories.hold_before_bulk_action)
hooks.register("before_delete_page", many_stories.hold_before_deletion)
hooks.register("before_move_page", many_stories.hold_before_move)
hooks.register("before_copy_page", access.only_who_may_publish_copies_live)
for report in (schedule, topics, outbox, subscriptions):
    hooks.register("register_admin_urls", report.urls)
    hooks.register("register_reports_menu_item", report.menu_item)
hooks.register("construct_homepage_panels", lateness.warn)
hooks.register("register_admin_urls", partners.urls)
hooks.register("register_admin_urls", review.urls)
hooks.register("register_page_header_buttons", review.header_buttons)
hooks.register("register_admin_urls", notices.urls)
hooks.register("register_page_header_buttons", notices.header_buttons)
hooks.register("register_snippet_listing_buttons", topics.listing_buttons)


@hooks.register("register_admin_urls", order=-1)
def admin_urls() -> list[URLPattern]:
    """Before wagtailmedia's own of the same address."""
    return [path("media/delete/<int:media_id>/", media.delete)]


@hooks.register("construct_explorer_page_queryset")
def only_who_may_sort_sorts(parent: Page, pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """To be sorted by hand, everything below a page is listed at once: too much of what is not sorted so."""
    if request.GET.get("ordering") == "ord" and not parent.permissions_for_user(request.user).can_reorder_children():
        raise PermissionDenied
    return pages


@hooks.register("register_rich_text_features", order=1)
def links_in_prose(features) -> None:
    """After Wagtail's own of the same name."""
    features.register_link_type(OpenPageLink)


@hooks.register("insert_global_admin_css")
def desk_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk.css"))

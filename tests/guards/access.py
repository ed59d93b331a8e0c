"""Who may do what; logging in; what browsers are told; what is taken from outside, and where we ask."""

from __future__ import annotations

import runpy

from django.conf import settings
from django.utils.csp import CSP
from wagtail.images.fields import WagtailImageField
from wagtail.models import PagePermissionTester
from wagtail.permissions import page_permission_policy

from articles import permissions

from .guard import Guard, no, nothing, replaced, unchanged, unhooked, yes

TABLE = "test_access.py::test_table"
HEADERS = "test_pages.py::test_browser_is_told_to_run_nothing_but_our_own_files"
RUN = runpy.run_module
UPLOAD = "test_photo_metadata.py::test_file_that_is_no_usable_picture_is_refused_with_a_reason"


def given_anywhere(user, page, kind) -> set[str]:
    kinds = permissions._kinds_by_group(user)
    return {
        grant.permission.codename.removesuffix("_page")
        for grant in page_permission_policy.get_cached_permissions_for_user(user)
        if kind._meta.model_name in kinds.get(grant.group_id, ())
    }


def production_without_hsts(settings: str) -> dict:
    return RUN(settings) | {"SECURE_HSTS_SECONDS": 0}


GUARDS = (
    # Who may do what
    Guard(
        "what a group may do it may do in its part of the paper",
        replaced("articles.permissions.given", given_anywhere),
        ("test_access.py::test_editor_of_one_section_edits_no_other",),
    ),
    Guard(
        "kinds of page are made by those who may make them",
        unhooked("before_create_page", "articles.admin.access.only_of_own_kinds"),
        (f"{TABLE}[begin an article]", f"{TABLE}[begin an advertisement]"),
    ),
    Guard(
        "kinds of page are offered to those who may make them",
        replaced("articles.admin.access.may", yes),
        ("test_access.py::test_only_kinds_that_may_be_made_are_offered[Commercial-offered0]",),
    ),
    Guard(
        "aliases are made by those who may publish",
        unhooked("before_copy_page", "articles.admin.access.only_who_may_publish_copies_live"),
        (f"{TABLE}[make an alias of an article]",),
    ),
    Guard(
        "what is somebody else's is deleted by those who may publish it",
        replaced("articles.permissions.DeskPermissions.can_delete", PagePermissionTester.can_delete),
        (f"{TABLE}[delete another's draft]",),
    ),
    Guard(
        "a page is moved to where its mover may add it",
        replaced("articles.permissions.DeskPermissions.can_move_to", yes),
        ("test_access.py::test_editor_of_one_section_edits_no_other",),
    ),
    # Logging in
    Guard(
        "passwords are not tried for ever",
        replaced("django.conf.settings.ACCOUNT_RATE_LIMITS", False),
        (
            "test_login.py::test_account_tried_too_often_is_shut_for_everybody_then_opens_again",
            "test_login.py::test_address_that_tries_too_many_accounts_is_shut_out",
            "test_login.py::test_guessing_codes_is_counted",
        ),
    ),
    Guard(
        "who publishes or administrates has a second factor",
        replaced("newsroom.access.second_factor.SecondFactor.process_view", nothing),
        (
            "test_login.py::test_who_publishes_or_administrates_must_have_one[Editor-True]",
            "test_login.py::test_who_publishes_or_administrates_must_have_one[Administrator-True]",
        ),
    ),
    Guard(
        "a password is not easy to guess",
        replaced("django.conf.settings.AUTH_PASSWORD_VALIDATORS", []),
        ("test_login.py::test_password_that_is_easy_to_guess_is_not_taken",),
    ),
    Guard(
        "a session ends",
        replaced("django.conf.settings.SESSION_COOKIE_AGE", 30 * 24 * 60 * 60),
        ("test_login.py::test_session_is_new_after_the_login_and_ends_after_a_day_of_work",),
    ),
    Guard(
        "no script reads the cookie of a session",
        replaced("django.conf.settings.SESSION_COOKIE_HTTPONLY", False),
        ("test_login.py::test_session_is_new_after_the_login_and_ends_after_a_day_of_work",),
    ),
    # What browsers are told
    Guard(
        "no page runs what stands in it",
        replaced(
            "django.conf.settings.SECURE_CSP",
            settings.SECURE_CSP | {"script-src": [CSP.SELF, CSP.UNSAFE_INLINE]},
        ),
        (
            f"{HEADERS}[/]",
            f"{HEADERS}[/city/wall-sinks/]",
            "test_login.py::test_pages_of_the_login_run_nothing_inline[account_login]",
            "test_review_links.py::test_no_robot_no_cache_and_no_other_site_learns_of_it",
        ),
    ),
    Guard(
        "the login is as strict as the site",
        replaced("newsroom.delivery.headers.is_login", no),
        (f"{HEADERS}[/admin/login/]", "test_login.py::test_pages_of_the_login_run_nothing_inline[mfa_index]"),
    ),
    Guard(
        "the desk loads nothing from elsewhere",
        replaced("django.conf.settings.ADMIN_CSP", settings.ADMIN_CSP | {"connect-src": ["*"]}),
        ("test_pages.py::test_desk_may_run_wagtails_inline_scripts_and_load_nothing_from_elsewhere",),
    ),
    *(
        Guard(f"every page has its {header}", removal, (f"{HEADERS}[/]", f"{HEADERS}[/nowhere/]"))
        for header, removal in (
            ("Permissions-Policy", replaced("newsroom.delivery.headers.permissions_policy", unchanged)),
            ("Referrer-Policy", replaced("django.conf.settings.SECURE_REFERRER_POLICY", None)),
            ("X-Content-Type-Options", replaced("django.conf.settings.SECURE_CONTENT_TYPE_NOSNIFF", False)),
        )
    ),
    Guard(
        "browsers are told to come by HTTPS alone",
        replaced("runpy.run_module", production_without_hsts),
        ("test_deploy.py::test_browsers_come_by_https_alone",),
    ),
    # What is taken
    Guard(
        "no picture is decoded before its pixels are counted",
        replaced(
            "articles.admin.images.NewsImageField.check_image_pixel_size", WagtailImageField.check_image_pixel_size
        ),
        ("test_photo_metadata.py::test_bomb_is_not_decoded",),
    ),
    Guard(
        "no picture has more bytes than it may",
        replaced("articles.admin.images.NewsImageField.check_image_file_size", nothing),
        ("test_photo_metadata.py::test_too_large_a_file_is_refused_with_a_reason",),
    ),
    Guard(
        "a picture is what its name says",
        replaced("articles.admin.images.NewsImageField.check_image_file_format", nothing),
        (f"{UPLOAD}[svg]", f"{UPLOAD}[svg-as-png]"),
    ),
    Guard(
        "no null byte comes in",
        replaced(
            "newsroom.delivery.requests.RefuseNullBytes.__call__", lambda self, request: self.get_response(request)
        ),
        ("test_bad_requests.py::test_null_byte_is_a_bad_request[/?q=%00]",),
    ),
    Guard(
        "an address may ask the API so often",
        replaced("articles.api.stories.StoriesAPIViewSet.throttle_classes", ()),
        ("test_api.py::test_one_address_may_ask_so_often",),
    ),
    # Where we ask
    Guard(
        "no request of ours goes to a private address",
        replaced("articles.outgoing._is_open", yes),
        (
            "test_outgoing.py::test_odd_forms_of_ipv6_are_refused",
            "test_websub.py::test_callback_whose_name_has_become_private_ends_its_subscription",
        ),
    ),
    Guard(
        "no answer keeps us waiting",
        replaced("articles.outgoing._Guarded.cut", nothing),
        ("test_outgoing.py::test_answer_that_never_ends_is_cut_off",),
    ),
)

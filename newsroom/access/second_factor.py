"""Who publishes or administrates proves more than a password."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from .urls import is_login


def must_have_second_factor(user: AbstractBaseUser) -> bool:
    return user.is_authenticated and (
        user.is_superuser
        or page_permission_policy.user_has_permission(user, "publish")
        or user.has_perm("articles.change_user")
    )


class SecondFactor:
    """With REQUIRE_SECOND_FACTOR, leads whom it concerns to set one up before anything else below /admin/."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict[str, Any]):
        if not settings.REQUIRE_SECOND_FACTOR or is_login(request):
            return None
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if not must_have_second_factor(request.user) or is_mfa_enabled(request.user):
            return None
        messages.warning(request, _("Your account may publish: protect it with a second factor first."))
        return redirect("mfa_index")

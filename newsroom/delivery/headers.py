"""The policies a browser is told."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csp import ContentSecurityPolicyMiddleware
from django.urls import reverse

from newsroom.access.urls import is_login

PERMISSIONS_POLICY = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"


class ContentSecurityPolicyByPath(ContentSecurityPolicyMiddleware):
    """A strict policy on the site and the login; one that Wagtail's admin can run under below /admin/.

    No nonces: a page that a cache keeps cannot carry one.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        admin = reverse("wagtailadmin_home")
        is_preview = getattr(request, "is_preview", False)
        if request.path.startswith(admin) and not is_login(request) and not is_preview:
            response._csp_config = settings.ADMIN_CSP
        return super().process_response(request, response)


def permissions_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """No page of ours asks for a sensor, a camera or a payment, and no frame inside one may."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return middleware

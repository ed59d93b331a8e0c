"""The demo: a production server on this computer alone, without TLS in front of it."""

from __future__ import annotations

import os

from .base import *  # noqa: F403  (whatever stands there holds here, too, unless it is set below)

DEBUG = False
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "127.0.0.1,localhost").split(",")
PORT = os.environ.get("PORT", "8000")
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{PORT}"
CSRF_TRUSTED_ORIGINS = [f"http://{host}:{PORT}" for host in ALLOWED_HOSTS]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

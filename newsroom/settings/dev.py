"""Development: reload, debug pages, mail on the console."""

from __future__ import annotations

from .base import *  # noqa: F403  (whatever stands there holds here, too, unless it is set below)

DEBUG = True
SECRET_KEY = "development only, never in production"
ALLOWED_HOSTS = ["*"]
INTERNAL_IPS = ["127.0.0.1"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
WHITENOISE_USE_FINDERS = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

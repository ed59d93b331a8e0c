from __future__ import annotations

import mimetypes

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import consumers, signals  # noqa: F401  (registers the consumers and the receivers)
        from .admin import masthead, panels

        mimetypes.add_type("text/vtt", ".vtt")
        panels.attach()
        masthead.attach()
        # Comes after every app whose permissions the roles hold.
        post_migrate.connect(signals.set_up_roles, sender=apps.get_app_config("contenttypes"))

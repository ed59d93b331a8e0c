from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Someone who may sign in to the editors' desk. A byline belongs to a Person, not to a User."""

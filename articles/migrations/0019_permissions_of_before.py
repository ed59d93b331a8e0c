"""Groups that were there before a model get what a new paper would give them, unless somebody has dealt with it."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q

LATER = ("fileuse", "reviewlink", "reviewview", "feedsubscription", "subscriptionrequest", "partnerfeed")
"""Models that are younger than the roles."""
GIVEN = {"Editor": ("partnerfeed",), "Administrator": LATER}


def give(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    ours = Permission.objects.filter(content_type__app_label="articles")
    dealt_with = ours.filter(Q(group__isnull=False) | Q(user__isnull=False)).values("content_type")
    left = list(ours.exclude(content_type__in=dealt_with).values_list("pk", flat=True))
    for name, models in GIVEN.items():
        for group in Group.objects.filter(name=name):
            group.permissions.add(*ours.filter(content_type__model__in=models, pk__in=left))


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_kept_whole"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(give, migrations.RunPython.noop)]

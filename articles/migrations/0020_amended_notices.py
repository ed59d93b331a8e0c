"""A notice of retraction may be amended."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0019_permissions_of_before")]
    operations = [
        migrations.AlterField(
            model_name="correction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("correction", "Correction"),
                    ("clarification", "Clarification"),
                    ("update", "Update"),
                    ("retraction", "Retraction"),
                    ("amendment", "Retraction, amended"),
                ],
                default="correction",
                max_length=20,
                verbose_name="kind",
            ),
        ),
    ]

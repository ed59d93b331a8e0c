"""Which page shows which file, for files to be as private as their stories; and links to read a draft by."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import articles.models.review


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_schedule_and_outbox"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FileUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("published_at", models.DateTimeField(editable=False, null=True, serialize=False)),
                ("expire_at", models.DateTimeField(editable=False, null=True, serialize=False)),
            ],
            options={
                "verbose_name": "use of a file",
                "verbose_name_plural": "uses of files",
            },
        ),
        migrations.CreateModel(
            name="ReviewLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "label",
                    models.CharField(
                        help_text="The reader will see it on the page.", max_length=120, verbose_name="for whom"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="shared at")),
                ("expires_at", models.DateTimeField(default=articles.models.review.in_a_week, verbose_name="ends at")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="revoked at")),
            ],
            options={
                "verbose_name": "review link",
                "verbose_name_plural": "review links",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="ReviewView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "view of a review link",
                "verbose_name_plural": "views of review links",
            },
        ),
        migrations.AddIndex(
            model_name="newsimage",
            index=models.Index(fields=["file"], name="image_file"),
        ),
        migrations.AddIndex(
            model_name="newsmedia",
            index=models.Index(fields=["file"], name="media_file"),
        ),
        migrations.AddIndex(
            model_name="newsmedia",
            index=models.Index(fields=["thumbnail"], name="media_thumbnail"),
        ),
        migrations.AddIndex(
            model_name="newsrendition",
            index=models.Index(fields=["file"], name="rendition_file"),
        ),
        migrations.AddField(
            model_name="fileuse",
            name="document",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtaildocs.document"
            ),
        ),
        migrations.AddField(
            model_name="fileuse",
            name="image",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.newsimage"
            ),
        ),
        migrations.AddField(
            model_name="fileuse",
            name="media",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.newsmedia"
            ),
        ),
        migrations.AddField(
            model_name="fileuse",
            name="page",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.WAGTAIL_PAGE_MODEL
            ),
        ),
        migrations.AddField(
            model_name="reviewlink",
            name="created_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="shared by",
            ),
        ),
        migrations.AddField(
            model_name="reviewlink",
            name="revision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="revision",
            ),
        ),
        migrations.AddField(
            model_name="reviewlink",
            name="story",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="review_links",
                to="articles.story",
                verbose_name="story",
            ),
        ),
        migrations.AddField(
            model_name="reviewview",
            name="link",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="views", to="articles.reviewlink"
            ),
        ),
        migrations.AddConstraint(
            model_name="fileuse",
            constraint=models.UniqueConstraint(
                fields=("page", "image", "media", "document"), name="file_use_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="fileuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("document__isnull", True), ("image__isnull", False), ("media__isnull", True)),
                    models.Q(("document__isnull", True), ("image__isnull", True), ("media__isnull", False)),
                    models.Q(("document__isnull", False), ("image__isnull", True), ("media__isnull", True)),
                    _connector="OR",
                ),
                name="file_use_is_of_one_file",
            ),
        ),
    ]

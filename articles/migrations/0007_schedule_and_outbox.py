"""What the schedule failed to do, and how far each consumer has followed the publication log."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0006_new_search_entries'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='OutboxCursor',
            fields=[
                ('attempts', models.PositiveIntegerField(default=0, verbose_name='attempts')),
                ('next_try_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='next try at')),
                ('error', models.TextField(blank=True, verbose_name='error')),
                ('consumer', models.CharField(max_length=50, primary_key=True, serialize=False, verbose_name='consumer')),
                ('last_line', models.BigIntegerField(default=0, verbose_name='last line')),
            ],
            options={
                'verbose_name': 'outbox cursor',
                'verbose_name_plural': 'outbox cursors',
            },
        ),
        migrations.AddField(
            model_name='publication',
            name='scopes',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, verbose_name='scopes'),
        ),
        migrations.CreateModel(
            name='ScheduleFailure',
            fields=[
                ('attempts', models.PositiveIntegerField(default=0, verbose_name='attempts')),
                ('next_try_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='next try at')),
                ('error', models.TextField(blank=True, verbose_name='error')),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='schedule_failure', serialize=False, to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
                ('told_at', models.DateTimeField(null=True, verbose_name='editor told at')),
                ('revision', models.ForeignKey(help_text='What was to be published; empty where the page was to end.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.revision', verbose_name='revision')),
            ],
            options={
                'verbose_name': 'failure of the schedule',
                'verbose_name_plural': 'failures of the schedule',
            },
        ),
        migrations.CreateModel(
            name='DeadLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('consumer', models.CharField(max_length=50, verbose_name='consumer')),
                ('error', models.TextField(verbose_name='error')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='at')),
                ('again', models.BooleanField(default=False, verbose_name='to be tried again')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.publication', verbose_name='publication')),
            ],
            options={
                'verbose_name': 'dead letter',
                'verbose_name_plural': 'dead letters',
                'ordering': ('-at', '-pk'),
                'constraints': [models.UniqueConstraint(fields=('consumer', 'publication'), name='dead_letter_once')],
            },
        ),
    ]

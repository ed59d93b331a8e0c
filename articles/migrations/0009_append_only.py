"""The publication log and the corrections are append-only, and an advertisement is labelled, whoever writes them."""

from __future__ import annotations

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

GUARDS = """
CREATE FUNCTION newsroom_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What % holds is neither changed nor deleted.', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER publication_append_only BEFORE UPDATE OR DELETE ON articles_publication
    FOR EACH ROW EXECUTE FUNCTION newsroom_append_only();
CREATE TRIGGER correction_is_kept BEFORE DELETE ON articles_correction
    FOR EACH ROW EXECUTE FUNCTION newsroom_append_only();
-- Whoever made it may lose the account. What was said, of what, and when, stays.
CREATE TRIGGER correction_is_unchanged BEFORE UPDATE ON articles_correction FOR EACH ROW
    WHEN ((OLD.story_id, OLD.kind, OLD.made_at, OLD.text)
        IS DISTINCT FROM (NEW.story_id, NEW.kind, NEW.made_at, NEW.text))
    EXECUTE FUNCTION newsroom_append_only();

-- The label is a column of the advertisement's own table: its row must be there when the transaction ends.
CREATE FUNCTION newsroom_labelled(story integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM articles_story WHERE page_ptr_id = story
        AND (kind = 'sponsored') <> EXISTS (SELECT FROM articles_sponsoredpage WHERE story_ptr_id = story)
    )
    THEN
        RAISE EXCEPTION 'Story % is an advertisement without sponsor and label.', story
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
END $$;
CREATE FUNCTION newsroom_story_labelled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM newsroom_labelled(NEW.page_ptr_id); RETURN NULL; END $$;
CREATE FUNCTION newsroom_label_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM newsroom_labelled(OLD.story_ptr_id); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER story_is_labelled AFTER INSERT ON articles_story
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'sponsored') EXECUTE FUNCTION newsroom_story_labelled();
CREATE CONSTRAINT TRIGGER story_keeps_its_kind AFTER UPDATE OF kind ON articles_story
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.kind <> NEW.kind) EXECUTE FUNCTION newsroom_story_labelled();
CREATE CONSTRAINT TRIGGER label_is_not_removed AFTER DELETE OR UPDATE OF story_ptr_id ON articles_sponsoredpage
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION newsroom_label_removed();
"""
NO_GUARDS = """
DROP TRIGGER publication_append_only ON articles_publication;
DROP TRIGGER correction_is_kept ON articles_correction;
DROP TRIGGER correction_is_unchanged ON articles_correction;
DROP TRIGGER story_is_labelled ON articles_story;
DROP TRIGGER story_keeps_its_kind ON articles_story;
DROP TRIGGER label_is_not_removed ON articles_sponsoredpage;
DROP FUNCTION newsroom_append_only(), newsroom_story_labelled(), newsroom_label_removed(), newsroom_labelled(integer);
"""
KEPT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_files_and_review_links"),
        ("wagtailcore", "0070_rename_pagerevision_revision"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            model_name="correction",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="made by",
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="superseded",
            field=models.ForeignKey(
                help_text="What readers saw until then. Purging old revisions leaves it.",
                null=True,
                on_delete=KEPT,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="text before",
            ),
        ),
        migrations.AlterField(
            model_name="correction",
            name="story",
            field=models.ForeignKey(on_delete=KEPT, related_name="corrections", to="articles.story"),
        ),
        migrations.AlterField(
            model_name="publication",
            name="at",
            field=models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name="at"),
        ),
        migrations.AlterField(
            model_name="story",
            name="updated_at",
            field=models.DateTimeField(
                editable=False,
                help_text="Printed as “Updated”. Moves when an editor says that a change is more than a small fix.",
                null=True,
                verbose_name="updated at",
            ),
        ),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]

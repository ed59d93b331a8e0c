"""What is append-only is not emptied either, the text before a correction stays with it, and a sponsor has a name."""

from __future__ import annotations

from django.db import migrations, models

GUARDS = """
CREATE TRIGGER publication_is_not_emptied BEFORE TRUNCATE ON articles_publication
    FOR EACH STATEMENT EXECUTE FUNCTION newsroom_append_only();
CREATE TRIGGER correction_is_not_emptied BEFORE TRUNCATE ON articles_correction
    FOR EACH STATEMENT EXECUTE FUNCTION newsroom_append_only();
CREATE TRIGGER correction_keeps_its_text BEFORE UPDATE OF superseded_id ON articles_correction FOR EACH ROW
    WHEN (OLD.superseded_id IS DISTINCT FROM NEW.superseded_id) EXECUTE FUNCTION newsroom_append_only();
"""
NO_GUARDS = """
DROP TRIGGER publication_is_not_emptied ON articles_publication;
DROP TRIGGER correction_is_not_emptied ON articles_correction;
DROP TRIGGER correction_keeps_its_text ON articles_correction;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0016_partner_feeds")]
    operations = [
        migrations.RunSQL(GUARDS, NO_GUARDS),
        migrations.AddConstraint(
            model_name="sponsor",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "\\S")),
                name="sponsor_has_a_name",
                violation_error_message="Readers are told who pays: a sponsor has a name.",
            ),
        ),
    ]

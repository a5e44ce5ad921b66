"""French beside Dutch and English as the language of an account; nothing changes in the database."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One choice more."""

    dependencies = [("accounts", "0002_signing_in")]

    operations = [
        migrations.AlterField(
            "account",
            "preferred_language",
            models.CharField(
                choices=[("nl", "Nederlands"), ("fr", "Français"), ("en", "English")], default="nl", max_length=2
            ),
        ),
    ]

"""The client adds documents to her own file; they are hers alone until she shares them."""

from django.db import migrations

from vlechtwerk.documents.walls import ClientBrings


class Migration(migrations.Migration):
    """Only the second wall changes."""

    dependencies = [("documents", "0003_judged_by_row")]

    operations = [ClientBrings("Document", has_author=True), ClientBrings("Content"), ClientBrings("Checking")]

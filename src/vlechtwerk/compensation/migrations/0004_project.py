"""The budget of a whole project is one of the amounts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    dependencies = [("compensation", "0003_payments")]

    operations = [
        migrations.AlterField(
            model_name="amount",
            name="what",
            field=models.CharField(
                choices=[
                    ("trajectory", "Trajectory"),
                    ("first_instalment", "First Instalment"),
                    ("second_instalment", "Second Instalment"),
                    ("project", "Project"),
                ],
                max_length=32,
            ),
        ),
        migrations.AlterField(
            model_name="payment",
            name="what",
            field=models.CharField(
                choices=[
                    ("trajectory", "Trajectory"),
                    ("first_instalment", "First Instalment"),
                    ("second_instalment", "Second Instalment"),
                    ("project", "Project"),
                ],
                max_length=32,
            ),
        ),
    ]

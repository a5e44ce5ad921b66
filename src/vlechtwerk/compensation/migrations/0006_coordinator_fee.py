"""The own fee of the network coordinator is one of the amounts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    dependencies = [("compensation", "0005_judgement")]

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
                    ("coordinator_fee", "Coordinator Fee"),
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
                    ("coordinator_fee", "Coordinator Fee"),
                ],
                max_length=32,
            ),
        ),
    ]

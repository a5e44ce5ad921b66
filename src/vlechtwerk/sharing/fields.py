"""A moment that the database fills in when somebody stores an item of her own in a part of a file."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models.expressions import DatabaseDefault
from django.db.models.functions import Now

if TYPE_CHECKING:
    Moment = models.DateTimeField[str | datetime, datetime]
else:
    Moment = models.DateTimeField


class EnteredAt(Moment):
    """When something was entered, by the clock of the database; looked up when somebody asks for it.

    Django would let the statement that stores a row tell it at once. Behind the second wall that is reading, so that the
    database would look through everything that is open to the writer a second time: as long again as storing the row. Where
    the reading is meant, because the row stands beside the item of somebody else, the moment is an ordinary one.
    """

    db_returning: ClassVar[bool] = False

    def __init__(self, **options: Any) -> None:
        """It is filled in by the database and by nobody else."""
        super().__init__(**{**options, "db_default": Now(), "editable": False})

    def deconstruct(self) -> Any:
        """Be a moment like any other in migrations: to the database it is one."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.DateTimeField", args, options

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Leave it to the database, and forget that it was left: the next who asks for it looks it up."""
        value = super().pre_save(model_instance, add)
        if isinstance(value, DatabaseDefault):
            delattr(model_instance, self.attname)
        return value

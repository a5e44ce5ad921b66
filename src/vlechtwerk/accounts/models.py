"""People who sign in, and what they undertook."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.texts import OWN_NAMES


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts."""

    def create_user(self, username: str, password: str | None = None, **details: object) -> "Account":
        """Make an account; without a password nobody can sign in with one.

        Raises ValueError without a user name and IntegrityError when the name is taken.
        """
        if not username:
            raise ValueError("an account needs a user name")
        account = self.model(username=self.model.normalize_username(username), **details)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A person who signs in. What somebody may do follows from a position, never from the account itself.

    `is_demo` marks a fictional person, who can be signed in as without a password in a demonstration and nowhere else.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=200)
    preferred_language = models.CharField(max_length=2, choices=list(OWN_NAMES.items()), default="nl")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class UndertakingAccepted(models.Model):
    """Somebody accepted a version of the undertaking of confidentiality; never changed or removed.

    `digest` is that of the words as they stood on the screen, in `language`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="undertakings")
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2)
    digest = models.CharField(max_length=64)
    accepted_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """A version is accepted once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "version"], name="undertaken_once")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"version {self.version} by {self.account_id}"

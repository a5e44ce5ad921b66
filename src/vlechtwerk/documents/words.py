"""What a visitor reads about files: why one is refused and what can be done instead, and what the scanner said."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.documents.refusing import Reason
from vlechtwerk.documents.scanning import Scan

MEGABYTE = 1024 * 1024
REASONS: Mapping[Reason, Promise] = {
    Reason.EMPTY: gettext_lazy("This file is empty. Choose another one."),
    Reason.TOO_LARGE: gettext_lazy("This file is too large. Make it smaller, or split it."),
    Reason.UNKNOWN_KIND: gettext_lazy(
        "This kind of file is not accepted. Choose a PDF, a Word or Excel file (.docx or .xlsx), an OpenDocument text, a JPEG or "
        "PNG image, or plain text."
    ),
    Reason.HEIC: gettext_lazy(
        "This is a photo in the HEIC format, which many people cannot open. Save or send it as JPEG, and add that file."
    ),
    Reason.OLD_OFFICE: gettext_lazy(
        "This is an Office file of an older kind, or one with a password. Save it as .docx or .xlsx without a password, "
        "or as PDF."
    ),
    Reason.WRONG_EXTENSION: gettext_lazy(
        "The name of this file says something else than what is in it. Save it again from the program that made it."
    ),
    Reason.WRONG_TYPE: gettext_lazy(
        "The browser says that this is another kind of file than it is. Save it again from the program that made it."
    ),
    Reason.DAMAGED: gettext_lazy("This file is damaged. Open it, save it again, and add that file."),
    Reason.PROTECTED: gettext_lazy("This file is protected with a password. Save it without one."),
    Reason.DYNAMIC_FORM: gettext_lazy(
        "This PDF is a form that only one program can show. Print it to a new PDF, and add that file."
    ),
    Reason.SIGNED_AND_ACTIVE: gettext_lazy(
        "This PDF is signed, and it holds something that runs by itself or that was added beside the signature. It cannot "
        "be kept safely. Ask for a signed PDF without it."
    ),
    Reason.TOO_MANY_PIXELS: gettext_lazy("This picture is too large to show. Make it smaller than 30 million pixels."),
    Reason.TOO_HEAVY: gettext_lazy("This file takes too much to open. Save it as PDF, or split it."),
    Reason.MACROS: gettext_lazy("This file holds macros: small programs. Save it without macros, or as PDF."),
    Reason.EMBEDDED: gettext_lazy("This file holds another file. Take that out, or save it as PDF."),
    Reason.OUTSIDE_LINK: gettext_lazy(
        "This file fetches something from another place when it is opened. Take that link out, or save it as PDF."
    ),
    Reason.TRACKED_CHANGES: gettext_lazy(
        "This file still holds remarks or earlier text. Accept or reject the changes, remove the remarks, and save it."
    ),
    Reason.UNSAFE_ARCHIVE: gettext_lazy(
        "This file is put together in an unsafe way. Save it again, or save it as PDF."
    ),
    Reason.VIRUS: gettext_lazy("A virus was found in this file. It is not kept. Have your computer checked."),
}
SCANS: Mapping[Scan, Promise] = {
    Scan.CLEAN: gettext_lazy("checked for viruses"),
    Scan.INFECTED: gettext_lazy("a virus was found"),
    Scan.WAITING: gettext_lazy("is still being checked"),
    Scan.NOT_SCANNED: gettext_lazy("not checked for viruses"),
}


def too_large(most_bytes: int) -> str:
    """That a file is too large, and what the limit is."""
    return _("This file is larger than %(most)s MB. Make it smaller, or split it.") % {"most": most_bytes // MEGABYTE}

"""A PDF is written anew as one revision with nothing in it that runs, that opens something else or that tells who made it.

A PDF with a digital signature is the exception: writing it anew would undo the signature. It is kept as it is when nothing in
it runs or hides, and refused otherwise.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from vlechtwerk.documents.images import without_metadata
from vlechtwerk.documents.refusing import Reason, UploadRefused

KEPT_IN_ROOT = {"/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/PageLabels", "/OCProperties"}
"""What a document keeps besides its pages: its language and what a reading aid needs, and its layers as they were shown."""
SCRUBBED = (
    "/AA", "/OpenAction", "/JS", "/XFA", "/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AF", "/EF", "/Annots",
    "/RichMediaContent", "/RichMediaSettings", "/Info", "/LegalAttestation", "/OPI", "/Private",
)  # fmt: skip
ACTIVE = {"/AA", "/OpenAction", "/JS", "/XFA", "/AF", "/EF", "/RichMediaContent", "/OPI"}
"""What no signed document may hold: what runs by itself or carries another file."""
ACTIONS = {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound"}


def rewritten(content: bytes) -> bytes:
    """The same pages without anything else. Raises UploadRefused when that is not possible."""
    try:
        with Pdf.open(BytesIO(content), attempt_recovery=False, suppress_warnings=True) as pdf:
            return _rewritten(pdf, content)
    except pikepdf.PasswordError as shut:
        raise UploadRefused(Reason.PROTECTED) from shut
    except (pikepdf.PdfError, pikepdf.DataDecodingError, pikepdf.DependencyError) as bad:
        raise UploadRefused(Reason.DAMAGED) from bad
    except (ValueError, TypeError, KeyError, AttributeError, RuntimeError, RecursionError) as bad:
        raise UploadRefused(Reason.DAMAGED) from bad


def _rewritten(pdf: Pdf, content: bytes) -> bytes:
    if pdf.is_encrypted:
        raise UploadRefused(Reason.PROTECTED)
    if not len(pdf.pages):
        raise UploadRefused(Reason.DAMAGED)
    if pdf.Root.get(Name.NeedsRendering):
        raise UploadRefused(Reason.DYNAMIC_FORM)
    if signatures := _signatures(pdf):
        return _kept_as_it_is(pdf, content, signatures)
    _draw_forms_on_the_pages(pdf)
    for key in set(pdf.Root.keys()) - KEPT_IN_ROOT:
        del pdf.Root[key]
    for one in list(_dictionaries(pdf)):
        _scrub(one)
    del pdf.docinfo
    out = BytesIO()
    pdf.save(
        out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, fix_metadata_version=False
    )
    return out.getvalue()


def _draw_forms_on_the_pages(pdf: Pdf) -> None:
    """Make what is filled in, remarked or stamped a part of the page, so that it stays when the form goes."""
    form = pdf.Root.get(Name.AcroForm)
    if form is not None:
        if any(one.get(Name.FT) == Name.Tx and Name.AP not in one for one in _dictionaries(pdf)):
            form[Name.NeedAppearances] = True
        pdf.generate_appearance_streams()
    pdf.flatten_annotations(mode="all")


def _scrub(one: Object) -> None:
    """Take out of an object what runs or tells about the maker; pictures are kept point by point."""
    for key in SCRUBBED:
        if key in one:
            del one[key]
    if isinstance(one, Stream) and one.get(Name.Filter) in (Name.DCTDecode, Array([Name.DCTDecode])):
        parameters = one.get(Name.DecodeParms)
        one.write(without_metadata(one.read_raw_bytes()), filter=Name.DCTDecode)
        if parameters is not None:
            one[Name.DecodeParms] = parameters


def _dictionaries(pdf: Pdf) -> Iterator[Object]:
    """Every dictionary and stream of a document, also those that stand directly in another object."""
    for one in pdf.objects:
        yield from _within(one)


def _within(one: Object) -> Iterator[Object]:
    """The dictionaries in an object, the innermost first."""
    if isinstance(one, Array):
        inner = list(one)
    elif isinstance(one, Dictionary | Stream):
        inner = [inside for _, inside in one.items()]
    else:
        return
    for inside in inner:
        if not getattr(inside, "is_indirect", True):
            yield from _within(inside)
    if not isinstance(one, Array):
        yield one


def _signatures(pdf: Pdf) -> list[Object]:
    """The digital signatures in a document."""
    needed = {"/ByteRange", "/Contents", "/Filter"}
    return [one for one in _dictionaries(pdf) if needed <= set(one.keys())]


def _kept_as_it_is(pdf: Pdf, content: bytes, signatures: list[Object]) -> bytes:
    """A signed document, when nothing in it runs and nothing was added before or after its signatures."""
    ends = [sum(int(part) for part in list(one[Name.ByteRange])[-2:]) for one in signatures]
    written = len(re.findall(rb"startxref", content)) - (1 if b"/Linearized" in content[:1024] else 0)
    hidden = written > len(signatures) + 1 or len(content) - max(ends) > 2
    if hidden or any(_is_active(one) for one in _dictionaries(pdf)):
        raise UploadRefused(Reason.SIGNED_AND_ACTIVE)
    return content


def _is_active(one: Object) -> bool:
    """Whether a dictionary runs something or carries a file."""
    return bool(ACTIVE & set(one.keys())) or str(one.get(Name.S, "")) in ACTIONS

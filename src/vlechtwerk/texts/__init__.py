"""The words of the field without Django: labels of codes, translations and dates.

The rules, the command line and the web pages all say the same thing with the same words. English is the message
id; Dutch comes from the catalogues in ``vlechtwerk/locale``.
"""

from vlechtwerk.texts.translation import LANGUAGES, OWN_NAMES, CatalogueMissing, Translator, translate

__all__ = ["LANGUAGES", "OWN_NAMES", "CatalogueMissing", "Translator", "translate"]

"""Reads what stands in one cell: lists, people, kinds, and the words for "nobody"."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Literal

from mspseat_desktop.exchange.columns import plain

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import OccupantKind

FORMULA_STARTS = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20"
"""Signs with which a spreadsheet takes text for a formula, the full-width ones included."""

_DEFUSED = re.compile(f"'+[{re.escape(FORMULA_STARTS)}]")
_DANGEROUS = re.compile(f"'*[{re.escape(FORMULA_STARTS)}]")
_BULLET = re.compile(r"^(?:[•·▪◦‣*\u2013-]|\d{1,2}[.)])\s+")
_ITEM = re.compile(r"<li[^>]*>(.*?)(?=<li|</li|</ul|</ol|$)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_COMPANY = re.compile(
    r"[\s,](?:(?i:gmbh|ltd|limited|llc|llp|inc|corp|plc|pty|s\.?a\.?r\.?l|s\.?r\.?l|s\.?p\.?a)"
    r"|AG|SA|S\.A|AB|BV|B\.V|NV|N\.V|KG|SAS|Oy|ApS)\.?$"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOBODY = _words(
    """vacant vacancy vacante vacancies open openseat openposition tbd tbh tbc tba tobehired
    tobeconfirmed tobedecided nd notdisclosed notinpost notapplicable notyethired unfilled
    unassigned unoccupied eliminated na none nil nobody empty offen unbesetzt vakant vaga libre
    vacature"""
)
_ROOT_WORDS = frozenset({"", "xx", "na", "none", "null", "nil", "root", "0", "nan"})
_PROVIDERS = _words(
    """provider serviceprovider vendor supplier company firm agency msp outsourced external
    dienstleister anbieter lieferant fournisseur prestataire proveedor fornecedor fornitore
    leverancier"""
)
_PERSONS = _words(
    """person employee emp staff internal permanent contractor con intern temp temporary fulltime
    parttime mitarbeiter salarie empleado empregado dipendente medewerker"""
)
_YES = _words("yes y true x 1 ja oui si sim vrai wahr sì sí")
_OPEN = frozenset({"open", "vacant", "vac", "vacancy"})


def defused(text: str) -> str:
    """Return the text so that no spreadsheet runs it: with a leading quote if it needs one."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def undefused(text: str) -> str:
    """Return the text without the quote that `defused` puts before it."""
    return text[1:] if _DEFUSED.match(text) else text


def one_line(text: str) -> str:
    """Return the text on one line."""
    return " ".join(text.split()) if "\n" in text else text


def parts(text: str) -> tuple[str, ...]:
    """Return every part of a cell that holds a list, empty ones included.

    A list goes by line where there are lines, else by `;`, else by `|`.
    """
    divider = next((sign for sign in "\n;" if sign in text), "|")
    return tuple(part.strip() for part in text.split(divider))


def items(text: str) -> tuple[str, ...]:
    """Return the items of a list in a cell, without bullets, numbers and HTML list tags."""
    if "<li" in text.lower():
        found = [html.unescape(_TAG.sub("", item)) for item in _ITEM.findall(text)]
        return tuple(" ".join(item.split()) for item in found if item.strip())
    return tuple(item for part in parts(text) if (item := _BULLET.sub("", part).strip()))


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a cell that this program wrote, as they are."""
    return tuple(line for line in text.split("\n") if line)


def means_nobody(name: str) -> bool:
    """Return whether a name only says that nobody is there: "Vacant", "N/D", "--unfilled--"."""
    return plain(name) in _NOBODY or not plain(name)


def means_root(value: str) -> bool:
    """Return whether a parent's value says that there is none: "XX", "*", "N/A", "0", empty."""
    return plain(value) in _ROOT_WORDS


def means_yes(text: str) -> bool:
    """Return whether a cell says yes."""
    return plain(text) in _YES


def read_kind(text: str) -> OccupantKind | Literal["open", ""]:
    """Return the kind of occupant that the word names, or an empty string for another word."""
    word = plain(text)
    if word in _PROVIDERS:
        return "provider"
    if word in _PERSONS:
        return "person"
    return "open" if word in _OPEN else ""


def looks_like_a_company(name: str) -> bool:
    """Return whether the name ends like that of a company; good for a suggestion only."""
    return bool(_COMPANY.search(name))


def folded(text: str) -> str:
    """Return the text as it is compared: without case and double spaces."""
    return " ".join(text.casefold().split())

"""Knows the names that tools give their columns, in the languages that they come in."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Field: TypeAlias = Literal[
    "id",
    "source_id",
    "parent",
    "title",
    "person",
    "first_name",
    "last_name",
    "responsibilities",
    "purpose",
    "kind",
    "email",
    "phone",
    "second_manager",
    "assistant",
    "group",
    "notes",
    "detail",
]
"""What a column can be for us; `detail` belongs to the occupants and is found by its values."""

# Each list has the surest name first: where two columns fit one field, the earlier name wins.
_NAMES: dict[Field, str] = {
    "id": """
        Seat ID; Position ID; Post Unique Reference; Post ID; Node ID; Unique ID; Unique Reference;
        ID; External ID; Box ID; Role ID; Employee ID; Employee Number; Emp No; Emp ID; EID;
        Worker ID; Staff ID; Person ID; User ID; UID; Code; Key; Personalnummer; Stellen-Nr;
        Stellennummer; Stellen ID; Matricule; Identifiant; ID puesto; Código; Codice; ID/社員番号;
        社員番号; 사번; 编号; 工号""",
    "source_id": "Source ID",
    "parent": """
        Parent Seat ID; Reports To Seat ID; Reports To Position ID; Parent Position ID;
        Reports to Senior Post; Parent ID; PID; Parent Internal ID; Parent Node ID; Boss ID;
        Supervisor ID; Supervisor EID; Manager ID; Manager Employee ID; Manager EID; Superior ID;
        Reports To ID; Reports To; Reporting To; Parent; Parent Seat; Superior; Boss; Supervisor;
        Manager; Line Manager; Direct Manager; Manager Name; Supervisor Name; Reports To Name;
        Subteam Of; Reports To Title; Manager Title; Parent Title; Manager Email;
        Supervisor Email; Reports To Email; Manager Email ID; Vorgesetzte Stelle; Vorgesetzter;
        Vorgesetzte; Berichtet an; Übergeordnete Stelle; Supérieur hiérarchique;
        Responsable hiérarchique; Rattaché à; Reporta a; Jefe; Superior imediato; Gestor;
        Riporta a; Leidinggevende; Rapporteert aan; 上司ID; 上司; 상위ID; 上级; 直属上级""",
    "title": """
        Seat; Seat Name; Seat Title; Position Title; Job Title; Post Title; Role Title; Position;
        Post; Title; Role; Role Name; Job; Job Name; Stellenbezeichnung; Bezeichnung; Stelle;
        Position/Funktion; Funktion; Intitulé du poste; Poste; Fonction; Puesto; Cargo; Ruolo;
        Functie; Functietitel; 役職; 부서명; 직책; 职位; 職位; Function; Box; Label""",
    "person": """
        Occupants; Occupant; Occupant Name; Seat Owner; Seat Holder; Holder; Held By; Filled By;
        Incumbent; Full Name; Display Name; Employee Name; Person Name; Worker Name; Person;
        People; Employee; Assigned To; Owner; Leads; Lead; Stelleninhaber; Inhaber; Mitarbeiter;
        Nom complet; Titulaire; Collaborateur; Nombre completo; Empleado; Nome completo;
        Medewerker; 氏名; 名前; 이름; 姓名; Name; Nombre; Nome; Naam""",
    "first_name": """
        First Name; Given Name; Forename; Preferred Name; Pref Name; Vorname; Prénom; Voornaam""",
    "last_name": """
        Last Name; Surname; Family Name; SN; Nachname; Familienname; Nom; Nom de famille;
        Apellidos; Apellido; Sobrenome; Cognome; Achternaam""",
    "responsibilities": """
        Responsibilities; Responsibility; Top Responsibilities; Roles and Responsibilities;
        Roles & Responsibilities; Accountabilities; Accountability; Key Responsibilities; Duties;
        Key Duties; Tasks; Aufgaben; Verantwortlichkeiten; Verantwortung; Responsabilités;
        Responsabilidades; Responsabilità; Taken; Verantwoordelijkheden; Roles""",
    "purpose": """
        Purpose; Mission; Job/Team Function; Job Function; Team Function; Job Description;
        Description; Zweck; Auftrag; Raison d'être; Propósito; Scopo; Doel""",
    "kind": """
        Kind; Occupant Kind; Occupant Type; Type; Worker Type; Employee Type; Employment Type""",
    "email": """
        Email; Email Address; Work Email; Contact E-mail; Mail; UPN; User Principal Name;
        E-Mail-Adresse; Courriel; Correo; Correo electrónico; E-mailadres; メール""",
    "phone": """
        Phone; Phone Number; Telephone; Contact Phone; Work Phone; Mobile; Mobile Phone; Telefon;
        Telefonnummer; Téléphone; Teléfono; Telefone; Telefono; Telefoon; 電話""",
    "second_manager": """
        Also Reports To; Dotted IDs; Dotted Line; Dotted Line Relationships; Dotted Line Manager;
        Second Manager; Secondary Manager; Matrix Manager; Refs; Slinks; Clinks""",
    "assistant": "Assistant; Is Assistant; Is Staff; Staff Position",
    "group": """
        Department; Department Name; Dept; Sub Department; Division; Business Unit; Unit; Team;
        Circle; Seat Type; Abteilung; Bereich; Département; Departamento; Dipartimento;
        Afdeling; 部署""",
    "notes": """
        Notes; Note; Comments; Comment; Remarks; Bemerkung; Bemerkungen; Notizen; Remarques;
        Observaciones; Observações; Opmerkingen; 備考""",
}
SEVERAL: frozenset[Field] = frozenset({"id", "parent", "second_manager", "group", "notes"})
"""Fields for which more than one column may stand."""

_OVERWRITE = "overwrite"


def plain(header: str) -> str:
    """Return a column's name without case, accents, spaces and signs: "Reports_To" as reportsto."""
    spread = unicodedata.normalize("NFKD", header).casefold()
    letters = "".join(c for c in spread if c.isalnum())
    return letters.removesuffix(_OVERWRITE) or letters


@cache
def _known_names() -> dict[str, tuple[Field, int]]:
    return {
        plain(name): (field, rank)
        for field, names in reversed(_NAMES.items())
        for rank, name in reversed(list(enumerate(re.split(r";\s*", names.strip()))))
    }


def known_columns(header: Sequence[str]) -> dict[int, tuple[Field, int]]:
    """Return for each column with a known name its field and rank, the lower the surer."""
    names = _known_names()
    return {
        at: names[key]
        for at, name in enumerate(header)
        if len(name) < 80 and (key := plain(name)) in names
    }


def names_a_seat(known: dict[int, tuple[Field, int]]) -> bool:
    """Return whether the columns say what stands on a seat: a title or a name."""
    fields = {field for field, _rank in known.values()}
    return bool(fields & {"title", "person", "last_name"})


def chosen_columns(header: Sequence[str]) -> dict[Field, tuple[int, ...]]:
    """Return the columns of each field, the surest first, from the header alone."""
    by_field: dict[Field, list[tuple[int, int]]] = {}
    for at, (field, rank) in known_columns(header).items():
        by_field.setdefault(field, []).append((rank, at))
    chosen: dict[Field, tuple[int, ...]] = {}
    for field, ranked in by_field.items():
        columns = tuple(at for _rank, at in sorted(ranked))
        chosen[field] = columns if field in SEVERAL else columns[:1]
    _settle_names(chosen, header)
    return chosen


def _settle_names(chosen: dict[Field, tuple[int, ...]], header: Sequence[str]) -> None:
    """Decide what a column "name" is: a given name, a person, or the title of the seat."""
    person = chosen.get("person", ())
    only_name = bool(person) and plain(header[person[0]]) in {"name", "nombre", "nome", "naam"}
    if "last_name" in chosen and "first_name" not in chosen:
        if only_name:
            chosen["first_name"] = chosen.pop("person")
        elif not person:
            chosen["person"] = chosen.pop("last_name")
    elif "first_name" in chosen and "last_name" not in chosen and not person:
        chosen["person"] = chosen.pop("first_name")
    elif "title" not in chosen and only_name:
        chosen["title"] = chosen.pop("person")
    if "person" in chosen:
        # A full name says more than its parts; the parts are then columns that are not taken.
        chosen.pop("first_name", None)
        chosen.pop("last_name", None)

"""A provider in a seat, the form it is given, and ways in which it fills that in."""

from __future__ import annotations

import io

import pikepdf
import pypdf
import pypdfium2
from pikepdf.form import DefaultAppearanceStreamGenerator
from pikepdf.form import Form as PikeForm
from pypdfium2 import raw

from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.asking import form_to_give
from mspseat_desktop.domain.edits.client import set_core_values
from mspseat_desktop.domain.edits.seat import add_metric
from mspseat_desktop.domain.edits.voices import give_out_form
from mspseat_desktop.domain.records import CoreValue, Metric
from mspseat_desktop.domain.vocabulary import (
    CoreValueId,
    FormId,
    MetricId,
    OccupantId,
    SeatId,
)
from mspseat_desktop.exchange.provider_form_in import read_form
from mspseat_desktop.exchange.provider_form_landing import landing
from mspseat_desktop.reports.manner import Manner
from mspseat_desktop.reports.provider_form import choice_name, provider_form_pdf, words_name
from world import ON, chart_of, edited, id_maker, responsible, seated

DOCUMENT = "document-1"
SEAT, WHO = SeatId("IT"), OccupantId("Northbeam")
DUTIES = ("Answer the help desk", "Back up and restore", "Keep the roadmap")
WORDS = {
    "plain": "Only with two more people",
    "accents": "Zoë Ångström Łukasz, naïve façade",
    "chinese": "李小龍 可以,但要兩個人",
    "arabic": "علي حسن يريد ذلك",
    "lines": "first line\nsecond (with brackets) \\ and é",
}


def provider_client():
    client = responsible(chart_of({"Finance": ["IT"]}), "IT", *DUTIES)
    client = seated(seated(client, "Finance", "Ellen"), "IT", "Northbeam", provider=True)
    values = [CoreValue(CoreValueId(f"v{n}"), n, name) for n, name in enumerate(("Own it", "Kind"))]
    metric = Metric(MetricId("m1"), SEAT, name="First response", target=95, measure="percent")
    return edited(client, set_core_values(values), add_metric(metric))


def bank():
    return banks()["it_provider"]


def given(client, *, new="form-1", on=ON):
    """The client with the form given out, and the form."""
    form = form_to_give(client, SEAT, occupant=WHO, on=on, bank=bank(), new=FormId(new))
    return edited(client, give_out_form(form)), form


def pdf_of(client, form, *, document=DOCUMENT):
    manner = Manner(repeatable=True)
    return provider_form_pdf(client, form, document=document, bank=bank(), manner=manner).pdf


def number_of(form, key):
    return form.asked.index(key) + 1


def choice(form, key):
    return choice_name(number_of(form, key))


def words(form, key):
    return words_name(number_of(form, key))


def answers_to(form):
    """Choices and words, by field: accents, Chinese, Arabic and several lines among them."""
    return {
        choice(form, f"wants:{DUTIES[0]}"): "wants",
        choice(form, f"wants:{DUTIES[1]}"): "condition",
        words(form, f"wants:{DUTIES[1]}"): WORDS["plain"],
        choice(form, f"wants:{DUTIES[2]}"): "declined",
        words(form, f"wants:{DUTIES[2]}"): WORDS["accents"],
        choice(form, "question:g1"): "yes",
        words(form, "question:g1"): WORDS["chinese"],
        choice(form, "question:w7"): "unsure",
        words(form, "question:g12"): WORDS["arabic"],
        words(form, "value:v0"): "They called us before we noticed",
        choice(form, "homework:h5"): "no",
        words(form, "words:own"): WORDS["lines"],
        "filled_by": "Zoë Müller",
    }


def by_pypdf(pdf, values):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    named = {n: f"/{v}" if n.startswith("answer_") else v for n, v in values.items()}
    for page in writer.pages:
        there = {field_name(a) for a in annotations(page)}
        here = {name: value for name, value in named.items() if name in there}
        writer.update_page_form_field_values(page, here, auto_regenerate=False)
    return written(writer)


def by_pikepdf(pdf, values):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        form = PikeForm(document, DefaultAppearanceStreamGenerator)
        for name, value in values.items():
            field = form[name]
            if name.startswith("answer_"):
                field.selected = next(o for o in field.options if o.on_value == f"/{value}")
            else:
                field.value = value
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def by_pdfium(pdf, values):
    """Fill in by clicks and keys, with the engine that Chrome has."""
    places = [
        [(field_name(a), [float(x) for x in a["/Rect"]], on_states(a)) for a in annotations(page)]
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
    ]
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    for number, fields in enumerate(places):
        page = document[number]
        env, on = document.formenv.raw, page.raw
        for name, (left, low, right, high), states in fields:
            value = values.get(name)
            if value is None or (states and f"/{value}" not in states):
                continue
            x, y = (left + right) / 2, (low + high) / 2
            raw.FORM_OnMouseMove(env, on, 0, x, y)
            raw.FORM_OnLButtonDown(env, on, 0, x, y)
            raw.FORM_OnLButtonUp(env, on, 0, x, y)
            for sign in "" if states else value:
                raw.FORM_OnChar(env, on, ord("\r" if sign == "\n" else sign), 0)
        raw.FORM_ForceToKillFocus(env)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def annotations(page):
    return [a.get_object() for a in page.get("/Annots", [])]


def field_name(annotation):
    own = annotation.get("/T")
    return str(own if own is not None else annotation["/Parent"].get_object()["/T"])


def on_states(annotation):
    """What a button is called while it is on; nothing for a field of words."""
    kind = annotation.get("/FT") or annotation["/Parent"].get_object().get("/FT")
    return [s for s in annotation["/AP"]["/N"] if s != "/Off"] if kind == "/Btn" else []


def written(writer):
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def changed_pdf(pdf, change):
    """The PDF after somebody worked on it; `change` gets pikepdf's document."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def fields_in(document):
    return {str(f.get("/T")): f for f in document.Root.AcroForm.Fields}


def land(client, pdf, *, document=DOCUMENT, today=ON, prefix="new"):
    return landing(
        read_form(pdf),
        client,
        document=document,
        bank=lambda form: banks()[form.bank],
        new_id=id_maker(prefix),
        today=today,
    )


def landed(client, pdf, **how):
    """The client with the answers in it, and the voice."""
    edit = land(client, pdf, **how)
    after = edited(client, edit.edit)
    return after, after.voices(edit.review)[-1]

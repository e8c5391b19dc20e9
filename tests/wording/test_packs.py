from __future__ import annotations

import ast
import re
import string
import threading
from pathlib import Path

import pytest

import mspseat_desktop
from mspseat_desktop.domain.headlines import ROWS
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.wording.outcomes import headline_text
from mspseat_desktop.wording.packs import (
    USUAL,
    Pack,
    in_words,
    in_words_of,
    pack_in_use,
    pack_of,
    use_pack,
)

EOS = Pack("roles", "measurables", "classic")
PLAIN = Profile(headline_words="plain")


@pytest.fixture
def usual_words_afterwards():
    yield
    use_pack(USUAL)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Responsibilities", "Roles"),
        ("Top five responsibilities", "Top five roles"),
        ("Add a responsibility", "Add a role"),
        ("Responsibility {number}", "Role {number}"),
        ("Metrics:", "Measurables:"),
        ("{responsibilities}, {metrics}", "{responsibilities}, {metrics}"),
        ("add the metric “{metric}”", "add the measurable “{metric}”"),
        ("Off target: %(metric)s.", "Off target: %(metric)s."),
        ("%(count)d responsibility", "%(count)d role"),
        ("the seat's responsibilities (metrics too)", "the seat's roles (measurables too)"),
        ("Accountability chart", "Accountability chart"),
        ("parametric", "parametric"),
    ],
)
def test_a_message_is_said_in_the_words_of_the_pack(message, said):
    assert in_words(EOS, message) == said
    assert in_words(USUAL, message) == message


def test_one_word_may_be_chosen_without_the_other():
    message = "Responsibilities and metrics"
    assert in_words(Pack(responsibilities="roles"), message) == "Roles and metrics"
    assert in_words(Pack(metrics="measurables"), message) == "Responsibilities and measurables"


def test_a_report_speaks_in_the_words_of_its_own_client():
    with in_words_of(Profile(responsibility_word="roles", metric_word="measurables")):
        assert _("Responsibilities") == "Roles"
        assert ngettext("%(count)d metric", "%(count)d metrics", 2) == "%(count)d measurables"
        with in_words_of(Profile()):
            assert _("Responsibilities") == "Responsibilities"
            assert pack_in_use() == USUAL
        assert pack_in_use() == EOS
    assert _("Responsibilities") == "Responsibilities"


@pytest.mark.usefixtures("usual_words_afterwards")
def test_the_window_speaks_on_in_the_words_of_the_client_that_is_open():
    profile = Profile(responsibility_word="roles", headline_words="plain")
    use_pack(pack_of(profile))
    assert _("Responsibilities") == "Roles"
    assert headline_text("right_seat") == "Fits the seat"
    heard = []
    thread = threading.Thread(target=lambda: heard.append(_("Responsibilities")))
    thread.start()
    thread.join()
    assert heard == ["Responsibilities"]
    use_pack(USUAL)
    assert _("Responsibilities") == "Responsibilities"


@pytest.mark.parametrize("company", [False, True])
def test_each_of_the_nine_headlines_has_plain_words_of_its_own(company):
    classic = [headline_text(code, is_provider=company) for code in ROWS]
    with in_words_of(PLAIN):
        plain = [headline_text(code, is_provider=company) for code in ROWS]
    assert len({*plain}) == len(ROWS) == 9
    assert not {*plain} & {*classic}
    for words in plain:
        assert not re.search(r"\b(right|wrong|bar|person|provider)\b", words, re.IGNORECASE)


def test_plain_words_about_a_person_are_softer_than_those_about_a_company():
    with in_words_of(PLAIN):
        assert headline_text("wrong_seat") == "Another seat may fit better"
        assert headline_text("wrong_seat", is_provider=True) == "Does not fit this seat"


def placeholders(message: str) -> list[str]:
    names = [name for _t, name, _f, _c in string.Formatter().parse(message) if name is not None]
    return names + re.findall(r"%\(\w+\)\w", message)


def messages() -> set[str]:
    found = set()
    for path in Path(mspseat_desktop.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
                texts = (a.value for a in node.args if isinstance(a, ast.Constant))
                found |= {text for text in texts if isinstance(text, str)}
    return found


def test_no_message_of_the_program_loses_a_placeholder_or_keeps_a_usual_word():
    all_messages = messages()
    assert len(all_messages) > 500
    for message in all_messages:
        said = in_words(EOS, message)
        assert placeholders(said) == placeholders(message)
        bare = re.sub(r"\{\w*\}|%\(\w+\)\w", "", said)
        assert not re.search(r"responsibilit|\bmetric", bare, re.IGNORECASE), said

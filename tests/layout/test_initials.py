import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.layout.initials import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Dana Whitfield", "DW"),
        ("Clearledger LLP", "CL"),
        ("Ana María de la Cruz", "AC"),
        ("Acme", "AC"),
        ("x", "X"),
        ("(former) Bob", "FB"),
        ("élodie Ångström", "ÉÅ"),
        ("3M", "3M"),
        ("محمد علي", "م"),
        ("山田 太郎", "山"),
        ("", "?"),
        ("  ", "?"),
        ("\N{GRINNING FACE}", "?"),
        ("\u202eabc def", "AD"),
        ("ßen", "SS"),
    ],
)
def test_initials_of_a_name(name, letters):
    assert initials(name) == letters


@given(st.text())
def test_any_name_has_one_or_two_initials(name):
    assert 1 <= len(initials(name)) <= 2

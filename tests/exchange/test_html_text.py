"""Copied HTML gives its text, so that lists and tables become seats."""

from __future__ import annotations

import time

import pytest

from mspseat_desktop.exchange.html_text import text_of_html


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "<ul><li>Owner<ul><li>Finance <b>and</b> law<ul><li>Payroll</ul></li><li>IT</ul></ul>",
            "Owner\n\tFinance and law\n\t\tPayroll\n\tIT",
        ),
        (
            "<html><head><style>p{}</style><title>x</title></head><body><!--StartFragment-->"
            "<p>Help\n desk</p><div>R&amp;D<br>IT</div><img src='file:///x.png'></body></html>",
            "Help desk\nR&D\nIT",
        ),
        (
            "<table><tr><th><p>Title</p><th>Name\n<tr><td>IT<br>desk<td>Ann</tr></table>",
            "Title\tName\nIT desk\tAnn",
        ),
        ("</ul></td><script>1<2", ""),
    ],
)
def test_lists_stay_indented_and_cells_apart(source, text):
    assert text_of_html(source) == text


def test_no_html_takes_long_to_read():
    begun = time.process_time()
    for sign in ("<", "<a ", "<!--", "&", "</a "):
        text_of_html(sign * (300_000 // len(sign)))
    assert time.process_time() - begun < 5

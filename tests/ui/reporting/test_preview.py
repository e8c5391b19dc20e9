import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from shiboken6 import isValid

from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Profile, Seat
from mspseat_desktop.domain.vocabulary import ReviewId
from mspseat_desktop.ui.reporting.chart_printables import chart_printable
from mspseat_desktop.ui.reporting.printable import Options, Prepared, Printable
from mspseat_desktop.ui.reporting.printables import (
    blank_form_printable,
    review_printable,
)
from mspseat_desktop.ui.reporting.printing import make_printer
from mspseat_desktop.ui.reporting.raster import PdfRaster
from printed_world import IT

LAST = ReviewId("8b3a91c2bb")


def test_the_pages_are_shown_with_their_count(preview, bridge):
    dialog = preview(blank_form_printable(bridge, IT))
    pages = dialog.prepared.pages
    assert pages > 1
    assert dialog.stack.currentWidget() is dialog.pages
    assert dialog.count.text() == f"Page 1 of {pages}"
    QTest.keyClick(dialog.pages, Qt.Key.Key_End)
    assert dialog.count.text() == f"Page {pages} of {pages}"
    QTest.keyClick(dialog.pages, Qt.Key.Key_Home)
    assert dialog.count.text() == f"Page 1 of {pages}"
    assert "Review form" in " ".join(dialog.pages.accessibleDescription().split()) or (
        "Northbeam" in dialog.pages.accessibleDescription()
    )


def test_what_is_shown_is_what_the_pdf_holds_to_the_pixel(preview, bridge, qtbot):
    dialog = preview(review_printable(bridge, LAST))
    pages = dialog.pages
    with PdfRaster(dialog.prepared.pdf) as raster:
        for wide in (dialog.width(), dialog.width() - 37, dialog.width() - 74):
            dialog.resize(wide, dialog.height())
            qtbot.waitUntil(lambda: not pages._sharpen.isActive())
            page = raster.picture(0, pages.zoom * 96 / 72)
            shown = pages.viewport().grab().toImage().convertToFormat(page.format())
            in_view = page.rect() & shown.rect().adjusted(0, 0, -24, -24)
            assert in_view.height() > 300
            assert shown.copy(in_view.translated(24, 24)) == page.copy(in_view)


def test_pages_are_zoomed_and_fitted_to_the_width(preview, bridge):
    dialog = preview(blank_form_printable(bridge, IT))
    start = dialog.pages.zoom
    QTest.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert dialog.pages.zoom == pytest.approx(start * 1.25)
    assert dialog.pages.horizontalScrollBar().maximum() > 0
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(dialog.pages.viewport(), wheel)
    assert dialog.pages.zoom == pytest.approx(start)
    dialog.bar.larger.click()
    dialog.bar.fit.click()
    assert dialog.pages.zoom == pytest.approx(start)
    assert dialog.pages.horizontalScrollBar().maximum() == 0
    for _turn in range(20):
        dialog.bar.larger.click()
    assert dialog.pages.zoom == 4.0


def save_as(dialog, path):
    dialog.save.click()
    chooser = dialog.findChild(QFileDialog)
    chooser.setDirectory(str(path.parent))
    chooser.selectFile(path.name)
    chooser.accept()


def test_saving_writes_the_pdf_for_its_owner_only_and_seals(preview, bridge, tmp_path, qtbot):
    dialog = preview(review_printable(bridge, LAST))
    dialog.save.click()
    chooser = dialog.findChild(QFileDialog)
    suggested = "Seat review Northbeam IT in Managed IT & Security 2026-10-14.pdf"
    assert Path(chooser.selectedFiles()[0]).name == suggested
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile("review.pdf")
    with qtbot.waitSignal(dialog.left_program) as left:
        chooser.accept()
    file = tmp_path / "review.pdf"
    assert file.read_bytes() == dialog.prepared.pdf
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert left.args == [(LAST,)]
    assert str(file) in dialog.notices.notice.label.text()
    assert [p.name for p in tmp_path.glob("*.part")] == []


def test_a_save_that_fails_says_so_and_seals_nothing(preview, bridge, tmp_path, qtbot):
    dialog = preview(review_printable(bridge, LAST))
    (tmp_path / "taken.pdf").mkdir()
    with qtbot.assertNotEmitted(dialog.left_program):
        dialog._save(tmp_path / "gone" / "review.pdf")
        assert "folder" in dialog.notices.notice.label.text()
        dialog._save(tmp_path / "taken.pdf")
        assert "taken.pdf" in dialog.notices.notice.label.text()
        (tmp_path / "Lakeside.mspseat").write_bytes(b"a client")
        dialog._save(tmp_path / "Lakeside.mspseat")
        assert "is a client's file" in dialog.notices.notice.label.text()
    assert (tmp_path / "Lakeside.mspseat").read_bytes() == b"a client"
    assert not list((tmp_path / "taken.pdf").iterdir())


def test_the_chart_is_made_again_without_ratings(preview, bridge, qtbot):
    dialog = preview(chart_printable(bridge))
    with_ratings = dialog.prepared.pdf
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        dialog.bar.ratings.click()
        assert dialog.prepared is None
        assert not dialog.save.isEnabled()
    assert dialog.prepared.pdf != with_ratings
    assert dialog.save.isEnabled()


def test_paper_is_chosen_in_the_preview(preview, bridge, qtbot):
    dialog = preview(review_printable(bridge, LAST))
    dialog.bar.paper.setFocus()
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        QTest.keyClick(dialog.bar.paper, Qt.Key.Key_Down)
    with PdfRaster(dialog.prepared.pdf) as raster:
        assert raster.size(0) == (612, 792)
    assert dialog.bar.paper.hasFocus()


def test_pages_with_hidden_ratings_stay_covered_until_asked_for(preview, bridge):
    bridge.hide_ratings(hidden=True)
    dialog = preview(review_printable(bridge, LAST))
    assert dialog.stack.currentWidget() is dialog.veil
    assert dialog.save.isEnabled()
    dialog.veil.button.click()
    assert dialog.stack.currentWidget() is dialog.pages


def test_the_chart_without_ratings_needs_no_cover(preview, bridge, qtbot):
    bridge.hide_ratings(hidden=True)
    dialog = preview(chart_printable(bridge))
    assert dialog.stack.currentWidget() is dialog.pages
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        dialog.bar.ratings.click()
    assert dialog.stack.currentWidget() is dialog.veil


def printed(**facts):
    import io

    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.showPage()
    canvas.save()
    return Prepared(out.getvalue(), 1, **facts)


def test_characters_without_a_glyph_are_told(preview):
    dialog = preview(Printable("Chart", "chart.pdf", lambda _options: printed(missing=3)))
    assert "3 characters could not be printed and show as □." in dialog.warning.text()
    assert dialog.warning.isVisible()


@pytest.mark.parametrize(("points", "said"), [(5.46, "would be 5.5 points"), (0.04, "than 2 po")])
def test_letters_too_small_are_told_and_neither_printed_nor_saved(preview, points, said):
    made = printed(smallest_type=points)
    dialog = preview(Printable("Chart", "chart.pdf", lambda _options: made))
    assert said in dialog.offers.words
    assert "page of A4" in dialog.offers.words
    for keys in (Qt.Key.Key_S, Qt.Key.Key_P):
        QTest.keyClick(dialog, keys, Qt.KeyboardModifier.ControlModifier)
    assert not any(b.isEnabled() for b in (dialog.save, dialog.print_button, dialog.protect))
    assert not dialog.findChildren(QDialog)


def test_a_chart_too_large_for_its_page_is_split_or_put_on_larger_paper_right_there(
    preview, bridge_on, qtbot
):
    seats = [Seat(f"s{n}", "s0" if n else None, n, f"Seat {n}") for n in range(60)]
    dialog = preview(chart_printable(bridge_on(Client.of([Profile(name="Lakeside"), *seats]))))

    def press(words):
        (button,) = (b for b in dialog.offers.buttons if b.text() == words)
        with qtbot.waitSignal(dialog.ready, timeout=20_000):
            button.click()

    assert dialog.offers.buttons[0].hasFocus()
    dialog.bar.ratings.setChecked(False)
    press("A page for each branch")
    assert dialog.windowTitle() == "Branches of Lakeside"
    assert dialog.bar.way.value == "branches"
    assert not dialog.bar.options.with_ratings
    assert not dialog.offers.isVisible()
    assert dialog.save.isEnabled()
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        QTest.keyClick(dialog.bar.way, Qt.Key.Key_Up)
    press("Poster of several sheets")
    assert dialog.save.isEnabled()
    assert dialog.prepared.pages > 1
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        dialog.bar.way.setCurrentIndex(0)
    if dialog.prepared.larger_paper:
        press("One page of A3")
        assert dialog.save.isEnabled()


def test_good_pages_need_no_warning(preview):
    dialog = preview(Printable("Chart", "chart.pdf", lambda _options: printed()))
    assert not dialog.warning.isVisible()


def refuse(_options):
    raise Refused("gone")


def break_down(_options):
    raise KeyError("Lakeside")


@pytest.mark.parametrize(("make", "words"), [(refuse, "not there"), (break_down, "log")])
def test_pages_that_can_not_be_made_become_a_sentence(preview, make, words):
    dialog = preview(Printable("Chart", "chart.pdf", make))
    shown = dialog.stack.currentWidget().accessibleName()
    assert words in shown
    assert "Lakeside" not in shown
    assert not dialog.save.isEnabled()
    assert not dialog.print_button.isEnabled()


def test_esc_closes_while_the_pages_are_still_made(theme, qtbot):
    import threading

    from mspseat_desktop.ui.reporting.preview import PreviewDialog

    hold = threading.Event()

    def slow(_options: Options) -> Prepared:
        hold.wait(10)
        return printed()

    dialog = PreviewDialog(theme, Printable("Chart", "chart.pdf", slow))
    dialog.open()
    thread = dialog._making._thread
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
    hold.set()
    thread.join(10)
    assert not thread.is_alive()


def test_without_a_printer_saving_is_offered(preview, bridge):
    from mspseat_desktop.ui.reporting.printing import has_printer

    if has_printer():
        pytest.skip("this computer has a printer")
    dialog = preview(review_printable(bridge, LAST))
    dialog.print_button.click()
    assert "no printer" in dialog.notices.notice.label.text()
    assert "PDF" in dialog.notices.notice.label.text()


def test_printing_tells_how_far_it_is_and_seals(preview, bridge, tmp_path, qtbot):
    dialog = preview(review_printable(bridge, LAST))
    printer = make_printer(dialog._raster)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog._printer = printer
    with qtbot.waitSignal(dialog.left_program) as left:
        dialog._print()
        assert not dialog.save.isEnabled()
    assert left.args == [(LAST,)]
    assert dialog.save.isEnabled()
    assert (tmp_path / "printed.pdf").read_bytes() == dialog.prepared.pdf


def test_a_print_dialog_opens_on_the_printer(preview, bridge):
    dialog = preview(review_printable(bridge, LAST))
    dialog._printer = make_printer(dialog._raster)
    chooser = QPrintDialog(dialog._printer, dialog)
    QDialog.open(chooser)
    assert chooser.isVisible()
    chooser.reject()


def test_enter_saves_as_pdf_wherever_no_other_button_has_the_keyboard(preview, bridge):
    dialog = preview(review_printable(bridge, LAST))
    assert dialog.save.isDefault()
    dialog.pages.setFocus()
    QTest.keyClick(dialog.pages, Qt.Key.Key_Return)
    assert dialog.findChild(QFileDialog) is not None

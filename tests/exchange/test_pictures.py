from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from mspseat_desktop.exchange import picture_child, pictures
from mspseat_desktop.exchange.pictures import clean_picture
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.storage import blobs
from mspseat_desktop.wording.imports import problem_text


def encoded(picture: Image.Image, kind: str, **more) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def decoded(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def refusal(source: Path | bytes, **more) -> str:
    """Return the code with which the picture is refused; its sentence leaves no gap."""
    with pytest.raises(ImportProblem) as problem:
        clean_picture(source, **more)
    words = problem_text(problem.value.code, problem.value.params)
    assert words != problem_text("nobody knows this code", {})
    assert "{" not in words
    return problem.value.code


def png_that_claims(wide: int, high: int) -> bytes:
    """Return a tiny PNG whose header claims a size."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def jpeg_with_endless_scans() -> bytes:
    """Return a progressive JPEG of a few megabytes whose decoding would take many minutes."""
    whole = encoded(Image.new("RGB", (6000, 6000)), "JPEG", progressive=True, quality=5)
    at = whole.rindex(b"\xff\xda")
    scan = whole[at:-2]
    return whole[:-2] + scan * (3_000_000 // len(scan)) + whole[-2:]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
def test_each_of_the_five_kinds_becomes_a_small_png_or_jpeg(kind):
    picture = decoded(clean_picture(encoded(Image.new("RGB", (3000, 1500), "teal"), kind)))
    assert picture.size == (1024, 512)
    assert picture.format == ("JPEG" if kind == "JPEG" else "PNG")
    assert picture.convert("RGB").getpixel((500, 250)) == pytest.approx((0, 128, 128), abs=3)


def test_a_small_picture_keeps_its_size():
    assert decoded(clean_picture(encoded(Image.new("RGB", (40, 30)), "PNG"))).size == (40, 30)


def test_a_photo_is_turned_as_the_camera_was_held_and_loses_what_it_tells():
    photo = Image.new("RGB", (400, 200), "red")
    photo.paste("blue", (0, 0, 200, 200))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise by a quarter
    exif[0x010F] = "Camera maker"
    exif[0x013B] = "Ann Ames"
    content = clean_picture(
        encoded(photo, "JPEG", exif=exif, comment=b"At home", icc_profile=b"profile" * 30)
    )
    picture = decoded(content)
    assert picture.size == (200, 400)
    assert picture.getpixel((100, 50))[2] > 200  # what was left is on top
    assert not picture.getexif()
    for told in (b"Ann Ames", b"Camera maker", b"At home", b"profile", b"Exif"):
        assert told not in content


def test_what_shows_through_still_does():
    logo = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
    logo.paste((200, 0, 0, 255), (20, 20, 40, 40))
    picture = decoded(clean_picture(encoded(logo, "PNG")))
    assert picture.mode == "RGBA"
    assert picture.getpixel((0, 0))[3] == 0
    assert picture.getpixel((30, 30)) == (200, 0, 0, 255)


def test_text_in_a_png_is_left_out():
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", "Ann Ames")
    assert b"Ann Ames" not in clean_picture(encoded(Image.new("RGB", (9, 9)), "PNG", pnginfo=told))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK", "RGB"])
def test_pictures_in_other_colours_are_read(mode):
    picture = Image.new("RGB", (20, 20), "white")
    kind = "JPEG" if mode == "CMYK" else "PNG"
    made = picture.convert("I").convert("I;16") if mode == "I;16" else picture.convert(mode)
    if mode == "I;16":
        made = Image.new("I;16", (20, 20), 65535)
    shown = decoded(clean_picture(encoded(made, kind))).convert("RGB")
    assert min(shown.getpixel((10, 10))) > 250


def test_the_first_picture_of_an_animation_is_taken():
    frames = [Image.new("RGB", (30, 30), name) for name in ("lime", "red", "blue")]
    whole = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert decoded(clean_picture(whole)).convert("RGB").getpixel((5, 5)) == (0, 255, 0)


def test_a_noisy_picture_still_fits_into_the_file():
    noise = Image.frombytes("RGB", (1024, 1024), os.urandom(1024 * 1024 * 3))
    assert len(clean_picture(encoded(noise, "PNG"))) < blobs.LARGEST
    faint = Image.frombytes("RGBA", (1024, 1024), os.urandom(1024 * 1024 * 4))
    assert len(clean_picture(encoded(faint, "PNG"))) < blobs.LARGEST


def test_a_picture_of_fifty_thousand_pixels_is_refused_by_its_header():
    started = time.monotonic()
    with pytest.raises(ImportProblem) as problem:
        clean_picture(png_that_claims(50_000, 50_000))
    assert problem.value.code == "picture_pixels"
    assert "50000 by 50000 pixels" in problem_text(problem.value.code, problem.value.params)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture_kind"),
        (b"name,title\n", "picture_kind"),
        (b"%PDF-1.7\n", "picture_kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_kind"),
        (b"\x89PNG\r\n\x1a\n", "picture_kind"),
        (png_that_claims(300, 2000), "picture_broken"),
    ],
)
def test_what_is_no_picture_is_said_to_be_none(content, code):
    assert refusal(content) == code


def test_a_tiff_is_no_picture_for_us():
    assert refusal(encoded(Image.new("RGB", (9, 9)), "TIFF")) == "picture_kind"


def test_a_picture_cut_short_is_damaged():
    noise = Image.frombytes("RGB", (200, 200), os.urandom(200 * 200 * 3))
    for kind in ("PNG", "JPEG", "WEBP"):
        whole = encoded(noise, kind)
        assert refusal(whole[: len(whole) // 2]) == "picture_broken"


def test_a_picture_that_keeps_the_decoder_busy_is_given_up():
    started = time.monotonic()
    assert refusal(jpeg_with_endless_scans(), seconds=1.5) == "picture_slow"
    assert time.monotonic() - started < 10


def test_a_decoder_that_breaks_down_is_one_sentence(monkeypatch):
    monkeypatch.setattr(
        pictures, "_command", lambda: [sys.executable, "-c", "import os;os.abort()"]
    )
    assert refusal(b"anything") == "picture_slow"


def test_a_file_is_read_by_its_path(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(encoded(Image.new("RGB", (12, 8)), "PNG"))
    assert decoded(clean_picture(path)).size == (12, 8)
    assert refusal(tmp_path) == "source_folder"
    assert refusal(tmp_path / "nothing.png") == "source_gone"


def test_a_file_that_is_too_long_is_not_read(tmp_path):
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(pictures.LARGEST_SOURCE + 1)
    assert refusal(path) == "source_large"
    assert refusal(bytes(pictures.LARGEST_SOURCE + 1)) == "picture_large"


def test_the_child_makes_pictures_as_small_as_the_file_wants_them():
    assert picture_child.LONGEST_SIDE == blobs.LONGEST_SIDE


def test_the_bundled_program_decodes_in_a_process_of_its_own_too(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("opt", "mspseat-desktop.exe")))
    assert pictures._command() == [str(Path("opt", "mspseat.exe")), pictures.BUNDLED_FLAG]


def test_the_bundled_programs_start_knows_the_flag():
    start = Path(__file__).resolve().parents[2] / "packaging" / "start.py"
    done = subprocess.run(
        [sys.executable, str(start), pictures.BUNDLED_FLAG],
        input=encoded(Image.new("RGB", (12, 8), "red"), "BMP"),
        capture_output=True,
        check=True,
    )
    head, _end, content = done.stdout.partition(b"\n")
    assert head == b"PNG"
    assert decoded(content).size == (12, 8)

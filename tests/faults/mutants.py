"""Guards of the program, each written down with a way to take it away and the tests that see it.

The words of each are in the program exactly as often as it says, or a test says so.
"""

from __future__ import annotations

from dataclasses import dataclass

STORAGE, PUBLISH = "tests/storage", "tests/storage/test_publishing.py"
CLIENT_FILE, UNTRUSTED = (
    "tests/storage/test_client_file.py",
    "tests/storage/test_untrusted_files.py",
)
LAB = "tests/faults"
PLAIN = "tests/ui/widgets/test_plain_words.py"
BAD = "tests/test_bad_words.py"


@dataclass(frozen=True)
class Mutant:
    """In this file of the program `guard` becomes `gone`, and one of the tests must fail."""

    file: str
    guard: str
    gone: str
    tests: tuple[str, ...]
    times: int = 1


def setting(name: str, guard: str, gone: str, *tests: str, times: int = 1) -> Mutant:
    """Another setting of the engine."""
    line = f'"PRAGMA {name} = '
    return Mutant("storage/engine.py", f'{line}{guard}"', f'{line}{gone}"', tests, times)


MUTANTS: dict[str, Mutant] = {
    "synchronous OFF": setting("synchronous", "FULL", "OFF", CLIENT_FILE, LAB),
    "synchronous NORMAL": setting("synchronous", "FULL", "NORMAL", CLIENT_FILE, LAB),
    "a log that others may write": setting("locking_mode", "EXCLUSIVE", "NORMAL", CLIENT_FILE),
    "no log": setting("journal_mode", "WAL", "MEMORY", CLIENT_FILE),
    "no secure delete": setting("secure_delete", "ON", "OFF", CLIENT_FILE, times=2),
    "links are not checked": setting("foreign_keys", "ON", "OFF", CLIENT_FILE),
    "schemas are trusted": setting("trusted_schema", "OFF", "ON", CLIENT_FILE),
    "words in temporary files": setting("temp_store", "MEMORY", "FILE", CLIENT_FILE),
    "files are mapped into memory": setting("mmap_size", "0", "268435456", CLIENT_FILE),
    "cells are not checked": setting("cell_size_check", "ON", "OFF", CLIENT_FILE),
    "a file from outside may be written": Mutant(
        "storage/engine.py", "mode=ro&immutable=1", "mode=rwc", (UNTRUSTED, LAB)
    ),
    "an endless statement is not ended": Mutant(
        "storage/engine.py",
        "connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)",
        "assert end",
        (UNTRUSTED,),
    ),
    "files that all can read": Mutant(
        "storage/private_files.py",
        "os.O_EXCL | _BINARY, 0o600",
        "os.O_EXCL | _BINARY, 0o644",
        (CLIENT_FILE, PUBLISH),
    ),
    "folders that all can read": Mutant(
        "storage/private_files.py", "mode=0o700", "mode=0o755", ("tests/storage/test_workshop.py",)
    ),
    "the target is not looked at": Mutant(
        "storage/publish.py", "not now.same_content(seen)", "False", (PUBLISH,)
    ),
    "a target that is gone is put back": Mutant(
        "storage/publish.py", "now is None and seen is not None", "False", (PUBLISH,)
    ),
    "a copy is not checked": Mutant(
        "storage/publish.py", "if not is_whole(db):", "if False:", (PUBLISH,)
    ),
    "what was written is not read again": Mutant(
        "storage/publish.py",
        "if found is None or not found.same_content(fingerprint(source)):",
        "if found is None:",
        (PUBLISH, LAB),
    ),
    "published without a sync": Mutant(
        "storage/publish.py", "os.fsync(file.fileno())", "file.flush()", (LAB,)
    ),
    "names without a sync": Mutant(
        "storage/private_files.py", "os.fsync(descriptor)", "os.fstat(descriptor)", (LAB,)
    ),
    "a broken seal is good enough": Mutant(
        "storage/seal.py",
        "if sha256_with(path, {at: _BLANK.encode()}) != seal[-len(_BLANK) :]:",
        "if False:",
        ("tests/storage/test_seal.py",),
    ),
    "every file was written here": Mutant(
        "storage/untrusted.py",
        "if version == VERSION and was_written(seen.sha256):",
        "if version == VERSION:",
        ("tests/storage/test_written.py",),
    ),
    "any schema will do": Mutant(
        "storage/untrusted.py",
        "if shape_of(db) != expected_shape(version):",
        "if False:",
        (UNTRUSTED,),
    ),
    "an index that fits nothing": Mutant(
        "storage/untrusted.py", "if not fits_together(db):", "if False:", (UNTRUSTED,)
    ),
    "seats in a circle": Mutant(
        "storage/untrusted.py",
        "    _check_no_circle(loaded.client, name)\n",
        "",
        (UNTRUSTED, f"{LAB}/test_bad_files.py"),
    ),
    "any file is opened": Mutant(
        "storage/untrusted.py", "if not stat.S_ISREG(found.st_mode):", "if False:", (UNTRUSTED,)
    ),
    "a file of any length": Mutant(
        "storage/untrusted.py", "if found.st_size > LARGEST:", "if False:", (UNTRUSTED,)
    ),
    "labels look for markup": Mutant(
        "ui/widgets/plain.py", "Qt.TextFormat.PlainText", "Qt.TextFormat.AutoText", (PLAIN,)
    ),
    "tooltips are not escaped": Mutant(
        "ui/widgets/plain.py",
        "html.escape(shown).replace(chr(10), '<br/>')",
        "shown.replace(chr(10), '<br/>')",
        (PLAIN,),
    ),
    "an ampersand makes a shortcut": Mutant(
        "ui/widgets/plain.py", 'text.replace("&", "&&")', "text", (PLAIN,)
    ),
    "paper reads markup": Mutant(
        "reports/lines.py",
        "return escape(line)",
        "return line",
        ("tests/reports/test_text.py", BAD),
    ),
    "a table may hold formulas": Mutant(
        "exchange/cells.py",
        'return f"\'{text}" if _DANGEROUS.match(text) else text',
        "return text",
        ("tests/exchange/test_csv_round_trip.py",),
    ),
    "names of devices": Mutant(
        "wording/file_names.py",
        "if _DEVICES.fullmatch(stem.strip()):",
        "if False:",
        ("tests/ui/test_files.py", "tests/wording", BAD),
    ),
    "JSON as deep as it likes": Mutant(
        "exchange/strict_json.py",
        "            if depth > DEEPEST:\n                raise",
        "            if depth < 0:\n                raise",
        ("tests/exchange/test_answers_file.py",),
    ),
    "anything is opened by its program": Mutant(
        "ui/files.py",
        "if path.suffix.lower() not in _READABLE or not path.is_file():",
        "if not path.is_file():",
        ("tests/ui/test_files.py",),
    ),
    "backups go by the clock": Mutant(
        "storage/rotation.py",
        "key=lambda backup: backup.number",
        "key=lambda backup: backup.made_at",
        ("tests/storage/test_rotation.py", "tests/storage/test_backups.py"),
    ),
    "no room is kept for the last edits": Mutant(
        "storage/ballast.py", "return there and not path.exists()", "return False", (LAB,)
    ),
    "a client may be opened twice": Mutant(
        "storage/locks.py", "taken.acquire()", "taken.timeout", ("tests/storage/test_workshop.py",)
    ),
}

"""Sentences for what goes wrong with files: what happened, then what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping


def problem_text(code: str, params: Mapping[str, str]) -> str:
    """Return the sentences for a FileProblem's code, with the file's name in them."""
    words = sentences().get(code)
    if words is None:
        words = _("Something went wrong with “{name}”. Nothing in it was changed.")
    words = words.replace("{version}", params.get("version") or _("unknown"))
    words = words.replace("{host}", params.get("host") or _("another computer"))
    return words.replace("{name}", params.get("name") or _("the file"))


def aside_name(name: str, date: str) -> str:
    """Return the name, without its ending, of a version that is kept beside somebody else's."""
    words = _("{name} (your version, {date})")
    return words.replace("{date}", date).replace("{name}", name)


def sentences() -> dict[str, str]:
    """Return the sentences by code, in the reader's language."""
    return {
        "altered": _(
            "“{name}” was changed by another program and is not opened, so that nothing"
            " in it can do harm. Open an earlier copy."
        ),
        "attachment-gone": _(
            "The attached file is not in this client's file any more. Attach it again."
        ),
        "attachment-empty": _(
            "This file is empty, so there is nothing to keep. Choose another one."
        ),
        "attachment-too-large": _(
            "The file is larger than 5 MB and is not kept. Write down where it is instead."
        ),
        "broken-seal": _(
            "“{name}” was changed by another program, or damaged, since it was saved, and is not"
            " opened as it is. Open an earlier copy of it, or ask for a new one."
        ),
        "changed-outside": _(
            "“{name}” was changed by somebody else since it was opened, so it was not"
            " overwritten. Your work is safe on this computer. Save it under another name,"
            " or keep both."
        ),
        "damaged": _("“{name}” is damaged. Open an earlier copy of it, or ask for a new one."),
        "disk-full": _(
            "There is no room left on the disk, so this was not saved. Delete files that you do"
            " not need, then try again."
        ),
        "empty": _(
            "“{name}” is empty. It may not be fully downloaded: wait a moment and open it again."
        ),
        "engine-too-old": _(
            "The SQLite on this computer (version {version}) is too old. Install a newer"
            " Python or the packaged program."
        ),
        "exists": _("There is a file named “{name}” already. Choose another name."),
        "folder": _("“{name}” is a folder. Choose a client file, or another name."),
        "gone": _("“{name}” is not there. Check its name, or look where it was moved to."),
        "in-use": _(
            "“{name}” is open in another window or program. Close it there, then try again."
        ),
        "is-a-client": _(
            "“{name}” is a client's file, so nothing is written over it. Choose another name."
        ),
        "name-not-possible": _(
            "The name “{name}” is not possible here. Choose a shorter or simpler one."
        ),
        "newer": _(
            "“{name}” was made by a newer version of this program ({version}). Update the"
            " program to open it."
        ),
        "no-cipher": _(
            "“{name}” is protected by a passphrase, and this computer's Python has no part to open"
            " it. Install the packaged program, or a Python that sqlcipher3 is built for."
        ),
        "newer-only-shown": _(
            "“{name}” was made by version {version} of this program. It can be read here, not"
            " edited. Update the program to edit it."
        ),
        "no-folder": _("The folder for “{name}” is not there. Choose another folder."),
        "no-home": _(
            "The program can not keep its own files in “{name}”. Make it a folder that you may"
            " write in, or name another one in the variable MSPSEAT_HOME."
        ),
        "not-a-client-file": _(
            "“{name}” is not a client file of this program. Tables and lists are brought in"
            " with Import."
        ),
        "not-a-file": _("“{name}” is not an ordinary file. Choose a client file."),
        "not-here-yet": _(
            "“{name}” is still in the cloud and not on this computer. Let it download, then"
            " open it again."
        ),
        "not-reachable": _(
            "The drive with “{name}” does not answer. Connect it again, then try once more."
        ),
        "not-readable": _(
            "“{name}” can not be read. Check that you are allowed to read it and that its"
            " drive works."
        ),
        "not-saved": _(
            "The disk reported a fault, so “{name}” was not saved. Check the drive, then try again."
        ),
        "only-shown": _(
            "“{name}” is only shown here, as it is in its file. Open a copy of it to edit."
        ),
        "open-elsewhere": _(
            "“{name}” seems to be open on {host}. Close it there, or open a copy of it here."
        ),
        "picture-too-large": _(
            "The picture needs more than 5 MB, even when made smaller. Choose a simpler one."
        ),
        "picture-unfit": _("The picture can not be kept as it is. Choose another one."),
        "pictures-full": _(
            "The pictures of this client fill their 50 MB. Send a copy and go on with that: it"
            " leaves out the pictures that are not used any more."
        ),
        "protected": _("“{name}” is protected by a passphrase. Open it with its passphrase."),
        "read-only": _(
            "“{name}” can not be changed where it is: it is read-only. Save a copy in another"
            " folder to keep your work."
        ),
        "still-trying": _(
            "The drive with “{name}” does not answer yet. Your work is safe on this computer, and"
            " the program keeps trying."
        ),
        "taken-over": _(
            "“{name}” has been taken over on {host}. Your work is safe on this computer. Save it"
            " under another name, or keep both."
        ),
        "target-gone": _(
            "“{name}” was moved or deleted while it was open. Your work is safe on this"
            " computer. Save it again, there or elsewhere."
        ),
        "template-broken": _(
            "“{name}” can not be read as a template: it is damaged. Ask for it again, or delete it."
        ),
        "template-foreign": _(
            "“{name}” is not a seat template of this program. Choose a file that was passed on"
            " from it."
        ),
        "template-large": _(
            "“{name}” is too large for a template. Keep a smaller branch as a template."
        ),
        "text-not-possible": _(
            "The text has characters that no file can hold, so it was not saved. Type it again"
            " instead of pasting it."
        ),
        "too-large": _("“{name}” is larger than a client file can be. Choose another file."),
        "wrong-phrase": _(
            "This does not open the client. Check Caps Lock and the keyboard's language."
        ),
    }

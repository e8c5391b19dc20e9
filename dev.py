#!/usr/bin/env python3
"""Sets the project up on a fresh machine, then runs, tests, measures, checks or bundles it.

    python3 dev.py run [FILE]      the program, with a copy of the sample client or with FILE
    python3 dev.py test [ARGS]     all tests, or what the arguments for pytest choose
    python3 dev.py offline [ARGS]  the same in an empty network, where there is nobody to talk to
    python3 dev.py bench [ARGS]    the benchmarks, one JSON line per figure
    python3 dev.py torture [N]     the fault lab's long form, N rounds (1), about half an hour each
    python3 dev.py lint            ruff, mypy and the layer rules
    python3 dev.py doctor          what this machine has and lacks
    python3 dev.py bundle          a folder in dist/ that starts by a double click
    python3 dev.py lock            writes the lock files anew after a change of pyproject.toml

Needs Python 3.11 or newer and nothing else; on Windows say `py dev.py run`.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from mspseat_desktop.diagnostics import libraries  # needs the standard library only, as this does

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "mspseat-stamp"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
TWO_WORKERS = ("-n", "2", "--dist", "worksteal")
"""Each goes through its half in order; who is done first takes over what the other has left."""
OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 37)


def main(args: list[str]) -> int:
    """Do what the first argument names and return the exit code; explain itself otherwise."""
    verbs = {
        "run": run,
        "test": test,
        "offline": offline,
        "bench": bench,
        "torture": torture,
        "lint": lint,
        "doctor": doctor,
        "bundle": bundle,
        "lock": lock,
    }
    if args[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    if not args or args[0] not in verbs:
        print(__doc__, file=sys.stderr)
        return 2
    if sys.version_info < OLDEST_PYTHON:
        give_up(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    return verbs[args[0]](args[1:])


def run(args: list[str]) -> int:
    """Start the program; the process becomes it, so the second start costs hardly more."""
    prepare("run")
    require_libraries()
    if not libraries.has_display():
        give_up(
            "There is no display to show a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
            "Start it from a desktop session; `python3 dev.py test` needs no display."
        )
    return become("-m", "mspseat_desktop", "open", *(args or ["--sample"]))


def test(args: list[str]) -> int:
    """Run the tests without a display; MSPSEAT_TEST_PLATFORM=xcb shows the windows."""
    without_display()
    prepare("dev")
    require_libraries()
    return call("-m", "pytest", *TWO_WORKERS, *args, cwd=ROOT)


def offline(args: list[str]) -> int:
    """Run the tests in a network namespace that holds nothing, as `test` runs them."""
    unshare, how = empty_network()
    without_display()
    prepare("dev")
    require_libraries()
    tests = (str(PYTHON), "-m", "pytest", *TWO_WORKERS, *args)
    return call(how, *tests, program=unshare, cwd=ROOT)


def bench(args: list[str]) -> int:
    """Run the benchmarks on the real main window, without a display."""
    without_display()
    prepare("dev")
    require_libraries()
    return call("tests/benchmarks/run.py", *args, cwd=ROOT)


def torture(args: list[str]) -> int:
    """Let every fault strike at every operation on files, for as many rounds as are wanted."""
    rounds = args[0] if args[:1] and args[0].isdecimal() else "1"
    rest = args[1:] if args[:1] == [rounds] else args
    if int(rounds) == 0:
        give_up("At least one round is needed: `python3 dev.py torture 1`.")
    without_display()
    prepare("dev")
    require_libraries()
    return call("-m", "pytest", "tests/faults", "--torture", rounds, "-q", *rest, cwd=ROOT)


def lint(_args: list[str]) -> int:
    """Run every check, also after one has failed, and name those that did."""
    prepare("dev")
    checks = {
        "ruff check": ("-m", "ruff", "check", "."),
        "ruff format": ("-m", "ruff", "format", "--check", "."),
        "mypy": ("-m", "mypy"),
        "layers": ("-c", "from importlinter.cli import lint_imports_command as c; c()"),
    }
    failed = []
    for name, command in checks.items():
        print(f"== {name}", flush=True)
        if call(*command, cwd=ROOT):
            failed.append(name)
    print(f"lint: {', '.join(failed)} failed" if failed else "lint: all clean", flush=True)
    return 1 if failed else 0


def bundle(args: list[str]) -> int:
    """Build the folder for the platform this runs on, and start its command line once."""
    prepare("dev")
    os.environ["QT_QPA_PLATFORM"] = "xcb"  # the folder takes along what windows need here
    require_libraries()
    places = ("--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build"))
    spec = str(ROOT / "packaging" / "mspseat.spec")
    if code := call("-m", "PyInstaller", "--noconfirm", *places, *args, spec, cwd=ROOT):
        return code
    built = ROOT / "dist" / "mspseat" / ("mspseat.exe" if os.name == "nt" else "mspseat")
    print(f"\nBuilt {built.parent}: start mspseat-desktop in it.", flush=True)
    return call("--help", program=built, quiet=True)


def lock(args: list[str]) -> int:
    """Write both lock files: hashes for every platform, and no address of any index."""
    prepare("dev")
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-config"]
    options += ["--no-emit-index-url", "--no-header", "--no-annotate", "--quiet", *args]
    for name, extras in (("run", ["setup"]), ("dev", ["setup", "dev"])):
        wanted = [part for extra in extras for part in ("--extra", extra)]
        same = [] if name == "run" else ["--constraint", LOCKS["run"].name]
        out = ["--output-file", LOCKS[name].name]
        command = ("-m", "uv", "pip", "compile", "pyproject.toml", *options, *wanted, *same, *out)
        if code := call(*command, cwd=ROOT):
            return code
    return 0


def doctor(args: list[str]) -> int:
    """Say what this machine has and lacks; `--packages` prints only the missing package names."""
    missing = list(libraries.missing_libraries())
    tool = libraries.package_tool() or "apt"
    packages = list(dict.fromkeys(getattr(library, tool) for library in missing))
    if not can_make_venv():
        packages.append(venv_package())
    if args == ["--packages"]:
        print(" ".join(packages))
        return 1 if packages else 0
    print(f"Python     {sys.version.split()[0]} ({sys.executable})")
    print(f"SQLite     {'.'.join(map(str, sqlite_version())) or 'none'}")
    print(f"Set-up     {set_up_state()}")
    names = ", ".join(library.soname for library in missing)
    print(f"Libraries  {f'missing: {names}' if missing else 'all that Qt needs'}")
    print(f"Display    {'yes' if libraries.has_display() else 'none (only tests will run)'}")
    if packages:
        print(f"\nInstall what is missing:\n  {libraries.install_command(tool, packages)}")
    return 1 if packages else 0


def set_up_state() -> str:
    """Return in plain words how far .venv is."""
    if not PYTHON.exists():
        first = "run, test or lint makes it" if can_make_venv() else "Python's ensurepip is missing"
        return f"not made yet; {first}"
    level, digest = read_stamp()
    if digest != wanted_digest():
        return "out of date; run, test or lint renews it"
    return "ready to run and test" if level == "dev" else "ready to run"


def prepare(level: str) -> None:
    """Make .venv hold the locked libraries and the project; costs nothing when it does already."""
    had_level, had_digest = read_stamp()
    digest = wanted_digest()
    if had_digest == digest and had_level in {level, "dev"} and PYTHON.exists():
        return
    if had_level == "dev":
        level = "dev"
    if sqlite_version() < OLDEST_SQLITE:
        give_up("This Python has no SQLite of version 3.37 or newer; use another Python.")
    print("Setting up .venv; the first time takes about a minute ...", flush=True)
    if not venv_works():
        make_venv()
    STAMP.unlink(missing_ok=True)
    pip = ("-m", "pip", "--disable-pip-version-check", "--quiet")
    locked = ("--no-deps", "--require-hashes", "--requirement", str(LOCKS[level]))
    if call(*pip, "install", *locked):
        give_up("The libraries could not be installed; the lines above say why.")
    strays = installed_packages() - locked_packages(LOCKS[level]) - {"pip", "mspseat-desktop"}
    if strays and call(*pip, "uninstall", "--yes", *sorted(strays)):
        give_up("Libraries that are no longer used could not be removed; see above.")
    if call(*pip, "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)):
        give_up("The project itself could not be installed; the lines above say why.")
    STAMP.write_text(f"{level} {digest}\n", encoding="ascii")


def read_stamp() -> tuple[str, str]:
    """Return what .venv was last set up for, `run` or `dev`, and from which files."""
    try:
        level, digest = STAMP.read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return "", ""
    return level, digest


def wanted_digest() -> str:
    """Return one hash over all that .venv depends on: the files, this Python, this place."""
    digest = hashlib.sha256()
    for path in (*LOCKS.values(), ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    version = "{}.{}".format(*sys.version_info)
    digest.update("\n".join((version, sys.base_prefix, str(ROOT))).encode())
    return digest.hexdigest()


def venv_works() -> bool:
    """Say whether .venv was made by this version of Python and its pip starts."""
    try:
        lines = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    version = re.search(r"^version(?:_info)? *= *(\d+)\.(\d+)", lines, re.MULTILINE)
    if version is None or tuple(map(int, version.groups())) != sys.version_info[:2]:
        return False
    return PYTHON.exists() and call("-m", "pip", "--version", quiet=True) == 0


def make_venv() -> None:
    """Make .venv new, with pip."""
    if not can_make_venv():
        tool = libraries.package_tool()
        line = libraries.install_command(tool, [venv_package()]) if tool else "(see its manual)"
        give_up(f"This Python lacks what makes a virtual environment. Install it:\n  {line}")
    if Path(sys.prefix) == VENV:
        give_up("Start dev.py with your own Python, not with the one in .venv.")
    if call("-m", "venv", "--clear", str(VENV), program=Path(sys.executable)):
        give_up(f"{VENV} could not be made; the lines above say why.")


def can_make_venv() -> bool:
    """Say whether Python's own venv and ensurepip are there; Debian packs them separately."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def venv_package() -> str:
    """Return the package with venv and ensurepip for the Python that runs this."""
    tool = libraries.package_tool()
    return "python{}.{}-venv".format(*sys.version_info) if tool == "apt" else "python3-pip"


def installed_packages() -> set[str]:
    """Return the normalised names of everything in .venv."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "list", "--format=freeze"]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=clean_env())
    return {normal_name(line.partition("==")[0]) for line in told.stdout.splitlines()}


def locked_packages(path: Path) -> set[str]:
    """Return the normalised names in a lock file."""
    text = path.read_text(encoding="utf-8")
    return {normal_name(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


def normal_name(name: str) -> str:
    """Return a package's name the way indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def sqlite_version() -> tuple[int, ...]:
    """Return the version of the SQLite in this Python, which .venv shares; empty without one."""
    try:
        return tuple(importlib.import_module("sqlite3").sqlite_version_info)
    except ImportError:
        return ()


def require_libraries() -> None:
    """Stop with the exact line to type when Qt would not start for lack of a system library."""
    missing = libraries.missing_libraries()
    if not missing:
        return
    names = "\n  ".join(library.soname for library in missing)
    line = libraries.install_line(missing)
    debian = " ".join(dict.fromkeys(library.apt for library in missing))
    how = f"Install them:\n  {line}" if line else f"Debian calls their packages:\n  {debian}"
    give_up(f"Qt needs system libraries that are missing here:\n  {names}\n\n{how}")


def empty_network() -> tuple[Path, str]:
    """Return the program, with its option, that starts others without any network, or give up."""
    unshare = Path(shutil.which("unshare") or "unshare")
    for how in ("-n", "-rn"):
        if shutil.which("unshare") and call(how, "true", program=unshare, quiet=True) == 0:
            return unshare, how
    give_up(
        "An empty network namespace needs Linux with `unshare`, and root or the right to make\n"
        "namespaces of one's own. `python3 dev.py test` runs the same tests with a network."
    )
    raise AssertionError


def without_display() -> None:
    """Have Qt draw without a screen, whatever the desktop's own settings are."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("MSPSEAT_TEST_PLATFORM", "offscreen")


def clean_env() -> dict[str, str]:
    """Return the environment without what would mix other Pythons into .venv or slow it down.

    Without compiled files the program takes about twice as long to start, and so do the tests,
    which are compiled as well and start it often. They lie in __pycache__, out of the repository.
    """
    unwanted = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    unwanted |= {"PYTHONDONTWRITEBYTECODE"}
    return {name: value for name, value in os.environ.items() if name not in unwanted}


def call(*args: str, program: Path = PYTHON, cwd: Path | None = None, quiet: bool = False) -> int:
    """Run a program, the Python of .venv unless said otherwise, and return its exit code."""
    out = subprocess.DEVNULL if quiet else None
    return subprocess.call([program, *args], cwd=cwd, env=clean_env(), stdout=out)


def become(*args: str) -> int:
    """Turn this process into the Python of .venv; Windows has no such thing and waits for it."""
    if os.name != "nt":
        os.execve(PYTHON, [str(PYTHON), *args], clean_env())
    return call(*args)


def give_up(why: str) -> None:
    """Print why and end with exit code 2."""
    print(f"\n{why}", file=sys.stderr)
    raise SystemExit(2)


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None

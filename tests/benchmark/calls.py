"""How the scripts of this folder find and call tousu and typst-cli."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
FONTS = REPOSITORY / "fonts"
CHANNEL = "12315"
DATE = "2026-11-22"


def standards(main):
    """The standards of an emitted source: one with exhibits carries its manifest, which PDF/A-2a refuses."""
    return "a-3a,ua-1" if (main.parent / "exhibits").exists() else "a-2a,ua-1"


def compile_typst(typst, main, out):
    """The command that makes a PDF of an emitted source."""
    return [
        typst, "compile", "--root", main.parent, "--ignore-system-fonts",
        "--font-path", FONTS, "--pdf-standard", standards(main), main, out,
    ]


def make_case(folder, count, *kind):
    """Writes the case and its pictures, mixed or of a kind; returns the path of the case."""
    # In a process of its own: a child's peak memory counts from its parent's, so this one stays small.
    subprocess.run(
        [sys.executable, HERE / "make_case.py", folder, str(count), *kind],
        check=True, stdout=subprocess.DEVNULL,
    )
    return folder / "case.yaml"


def emitted(tousu, case, folder):
    """Writes the Typst source of the complaint, with the original pictures; returns its main file."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        [*render(tousu, case), "--emit", "typst", "--originals", "-o", folder],
        check=True, stdout=subprocess.DEVNULL,
    )
    return entry(folder)


def render(tousu, case, kept=False):
    """The command that renders the complaint, but for its output; evidence of earlier runs is used only if `kept`."""
    options = [] if kept else ["--no-cache"]
    return [tousu, *options, "render", case, "--channel", CHANNEL, "--date", DATE]


def attaching(folder):
    """Writes templates whose channel puts originals into the PDF; returns their folder."""
    settings = (REPOSITORY / "templates" / CHANNEL / "channel.yaml").read_text(encoding="utf-8")
    (folder / CHANNEL).mkdir(parents=True, exist_ok=True)
    (folder / CHANNEL / "channel.yaml").write_text(settings + "\nattach: true\n", encoding="utf-8")
    return folder


def entry(folder):
    """The main file of an emitted Typst folder."""
    for name in ("main.typ", f"{CHANNEL}.typ", "filing.typ"):
        found = sorted(folder.rglob(name))
        if found:
            return found[0]
    single = sorted(folder.glob("*.typ")) or sorted(folder.rglob("*.typ"))
    if len(single) != 1:
        sys.exit(f"which file of {folder} is the document? {single}")
    return single[0]


def found(path, names):
    """A program given by path, or the first of `names` that exists."""
    for candidate in [path] if path else names:
        where = shutil.which(candidate)
        if where:
            return where
    if path:
        sys.exit(f"{path} is not a program")
    return None


def default_tousu():
    """Where cargo leaves the program."""
    return f"{os.environ.get('CARGO_TARGET_DIR', REPOSITORY / 'target')}/release/tousu"


def pages(path):
    """The number of pages of a PDF, where poppler is installed."""
    if not shutil.which("pdfinfo"):
        return "?"
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return next(line.split()[1] for line in said.splitlines() if line.startswith("Pages:"))

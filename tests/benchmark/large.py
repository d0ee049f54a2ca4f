"""The large rows of the benchmark: hundreds of files, a second run, and nothing but photos."""

import shutil
import statistics
import sys

import calls
from measuring import duration, measured, size

MIXED = 300
PHOTOS = 60
SENTENCE = "再次查询，余额仍为120星晶，没有充值记录"


def measure(options, work):
    """Measures all rows and prints them."""
    runs = options.runs or 3
    mixed(options, work / "mixed", runs)
    if options.typst:
        photos(options, work / "photos", runs)
    else:
        print("typst-cli: not installed, so there is no row of photos")


def mixed(options, folder, runs):
    """A first run and a second one after an edited sentence, beside decoding and hashing everything once."""
    case = calls.make_case(folder, MIXED)
    originals = sum(path.stat().st_size for path in (folder / "evidence").iterdir())
    text = case.read_text(encoding="utf-8")
    assert SENTENCE in text
    pdf = folder / "out" / f"{calls.CHANNEL}.pdf"
    cache = folder / "cache"
    command = [*calls.render(options.tousu, case, kept=True), "--format", "pdf", "-o", pdf.parent]
    floor = [sys.executable, calls.HERE / "floor.py", folder / "evidence"]
    floors, firsts, seconds = [], [], []
    for run in range(runs + 1):
        row = [measured(floor, folder)]
        shutil.rmtree(cache, ignore_errors=True)
        case.write_text(text, encoding="utf-8")
        row.append(measured(command, folder, {"TOUSU_CACHE": str(cache)}))
        output = pdf.stat().st_size
        case.write_text(text.replace(SENTENCE, f"{SENTENCE}（第{run}次）"), encoding="utf-8")
        row.append(measured(command, folder, {"TOUSU_CACHE": str(cache)}))
        if run > 0:  # The first round is not counted: files are then warm for all.
            for rows, one in zip((floors, firsts, seconds), row):
                rows.append(one)
    case.write_text(text, encoding="utf-8")
    floor, first, second = map(medians, (floors, firsts, seconds))
    print(f"\n{MIXED} files, {size(originals)}, medians of {runs} runs in turn; PDF {size(output)}, "
          f"{calls.pages(pdf)} pages\n")
    print("| work | time | ratio | goal | memory | goal |")
    print("|---|--:|--:|--:|--:|--:|")
    print(f"| decoding and hashing once | {duration(floor[0])} | | | | |")
    allowed = 150_000_000 + 4.5 * output
    print(f"| first run | {duration(first[0])} | {first[0] / floor[0]:.2f} of that | 1.5 "
          f"| {size(first[1])} | {size(allowed)} |")
    print(f"| second run, one sentence edited | {duration(second[0])} "
          f"| {second[0] / first[0]:.1%} of the first | 15 % | {size(second[1])} | |", flush=True)


def photos(options, folder, runs):
    """Photos alone, beside Typst embedding them as they are."""
    case = calls.make_case(folder, PHOTOS, "photos")
    originals = sum(path.stat().st_size for path in (folder / "evidence").iterdir())
    main, raw = calls.emitted(options.tousu, case, folder / "typst"), folder / "typst.pdf"
    pdf = folder / "out" / f"{calls.CHANNEL}.pdf"
    ours = [*calls.render(options.tousu, case), "--format", "pdf", "-o", pdf.parent]
    theirs = calls.compile_typst(options.typst, main, raw)
    own, other = [], []
    for run in range(runs + 1):
        row = [measured(ours, folder), measured(theirs, folder)]
        if run > 0:
            own.append(row[0])
            other.append(row[1])
    own, other = medians(own), medians(other)
    print(f"\n{PHOTOS} photos, {size(originals)}, medians of {runs} runs in turn\n")
    print("| program | time | tousu ÷ it | goal | memory | tousu ÷ it | goal | PDF |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    print(f"| tousu | {duration(own[0])} | | | {size(own[1])} | | | {size(pdf.stat().st_size)} |")
    print(f"| typst-cli, the originals as they are | {duration(other[0])} | {own[0] / other[0]:.2f} | 0.6 "
          f"| {size(other[1])} | {own[1] / other[1]:.2f} | 0.1 | {size(raw.stat().st_size)} |", flush=True)


def medians(rows):
    """The median of the times and the median of the peaks."""
    return [statistics.median(column) for column in zip(*rows)]

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
    attached(options, work / "attached", runs)
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


def attached(options, folder, runs):
    """Photos inside the PDF as they are, beside writing them once as one stored zip."""
    case = calls.make_case(folder, PHOTOS, "placeless")
    originals = sum(path.stat().st_size for path in (folder / "evidence").iterdir())
    pdf = folder / "out" / f"{calls.CHANNEL}.pdf"
    environment = {"TOUSU_CACHE": str(folder / "cache")}
    # The copies of the photos are kept from the uncounted round, so that little but the originals is left to do.
    without = [*calls.render(options.tousu, case, kept=True), "--format", "pdf", "-o", pdf.parent]
    within = [*without, "--templates", calls.attaching(folder / "templates")]
    floor = [sys.executable, calls.HERE / "stored.py", folder / "evidence", folder / "stored.zip"]
    rows = []
    for run in range(runs + 1):
        row = [measured(floor, folder), measured(without, folder, environment),
               measured(within, folder, environment)]
        if run > 0:
            rows.append(row)
    output = pdf.stat().st_size
    if output < originals:
        sys.exit(f"the originals are not inside {pdf}")
    floor, bare, full = map(medians, zip(*rows))
    print(f"\n{PHOTOS} photos inside the PDF, {size(originals)}, medians of {runs} runs in turn; PDF {size(output)}\n")
    print("| work | time | ÷ zip | goal | memory |")
    print("|---|--:|--:|--:|--:|")
    print(f"| one stored zip | {duration(floor[0])} | | | {size(floor[1])} |")
    for what, took, goal, memory in [
        ("second run without originals", bare[0], "", size(bare[1])),
        ("the same with originals inside", full[0], "", size(full[1])),
        ("what the originals add", full[0] - bare[0], "1.2", ""),
    ]:
        print(f"| {what} | {duration(took)} | {took / floor[0]:.2f} | {goal} | {memory} |", flush=True)


def medians(rows):
    """The median of the times and the median of the peaks."""
    return [statistics.median(column) for column in zip(*rows)]

"""Runs one process and says how long it took and how much memory it and its children held."""

import os
import subprocess
import tempfile
import threading
import time
from pathlib import Path


class Failed(Exception):
    """A program that did not make its PDF."""


def measured(command, folder, environment=None):
    """Runs one process to its end; returns its seconds and the peak memory of it and its children in bytes."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            env={**os.environ, **(environment or {})},
        )
        peak = Peak(child.pid)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        together = peak.end()
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise Failed(said.read().decode(errors="replace")[-2000:])
    return seconds, max(usage.ru_maxrss * 1024, together)


class Peak:
    """Watches what a process and its children hold together, where the system has `/proc`."""

    def __init__(self, pid):
        self.pid, self.most, self.over = pid, 0, threading.Event()
        self.watcher = threading.Thread(target=self.watch)
        self.watcher.start()

    def watch(self):
        """Looks fifty times a second, which costs the process about nothing."""
        while not self.over.wait(0.02):
            self.most = max(self.most, sum(map(resident, family(self.pid))))

    def end(self):
        """Ends watching; returns the largest sum in bytes."""
        self.over.set()
        self.watcher.join()
        return self.most


def family(pid):
    """A process and all its children and theirs."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found.extend(map(int, task.read_text().split()))
            except OSError:
                pass
    return found


def resident(pid):
    """The bytes that a process holds in memory, 0 if it is gone."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def duration(seconds):
    """Seconds for a reader."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


def size(count):
    """Bytes for a reader."""
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"

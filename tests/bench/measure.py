"""How the bench measures and tells: contestants take turns (A B A B …), and the medians are set against each other."""
import os
import statistics
import subprocess
import sys


def require_end(command, code, errors):
    """mot ends with 1 where it finds something."""
    if code not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))} ended with {code}:\n{errors[-2000:]}")


class Run:
    """What a process took: CPU and elapsed seconds."""

    def __init__(self, command, folder=None):
        before = os.times().elapsed
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as child:
            errors = child.stderr.read()
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        self.elapsed = os.times().elapsed - before
        self.cpu = usage.ru_utime + usage.ru_stime
        require_end(command, child.returncode, errors.decode())


def memory_of(command, folder=None):
    """The largest memory of a process in MiB. GNU time starts it: a process counts from what the one that starts it holds, and this one
    holds more than a small workspace takes."""
    told = subprocess.run(["time", "-f", "%M", *command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    require_end(command, told.returncode, told.stderr)
    return int(told.stderr.splitlines()[-1]) / 1024


def medians(*contestants, rounds=7):
    """The contestants in turn; the median of what each returns."""
    results = [[contestant() for contestant in contestants] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*results)]


class Table:
    """Prints a row as soon as it is known."""

    def __init__(self):
        self.is_held = True

    def section(self, title):
        print(f"\n{title:76}{'target':>9}{'measured':>10}", flush=True)

    def row(self, what, measured, at_most=None, at_least=None):
        target, verdict = "", ""
        if at_most is not None:
            target, verdict = f"<= {at_most:g}", "ok" if measured <= at_most else "over"
        if at_least is not None:
            target, verdict = f">= {at_least:g}", "ok" if measured >= at_least else "under"
        self.is_held &= verdict in ("", "ok")
        print(f"  {what:74}{target:>9}{measured:10.2f}  {verdict}".rstrip(), flush=True)

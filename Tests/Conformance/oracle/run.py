"""Compares nn with CPython and NumPy: the files of this folder, and random programs.

    --files             the files only (with names behind it: those files)
    --generated N       N random programs
    --seed S            the first seed (0)
    --short             all files and 300 programs
    --batch             20,000 programs, with the count of every construct
    --keep FOLDER       where the smallest differing programs go
    --no-shrink         report differing programs as they are
"""
import argparse
import difflib
import os
import pathlib
import resource
import sys
import time
from collections import Counter
from multiprocessing import Pool

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
sys.dont_write_bytecode = True

from compare import difference, same
from execute import nn_file, nn_text, python_file, python_text
from grammar import TooSlow, generate
from shrink import shrink


def unified(expected, found):
    lines = difflib.unified_diff(expected.splitlines(), found.splitlines(), "CPython", "nn", lineterm="", n=1)
    return "\n".join(list(lines)[:40])


def check_file(path):
    expected, found = python_file(path), nn_file(path)
    if found.ending != expected.ending:
        return path, f"{found.ending}: {found.complaint}\n{unified(expected.text, found.text)}"
    sentence = difference(expected.text, found.text)
    return path, sentence and f"{sentence}\n{unified(expected.text, found.text)}"


def check_seed(seed):
    """(seed, constructs, source, what differs or None)"""
    try:
        source, counts = generate(seed)
    except TooSlow:
        return seed, Counter(), "", "skipped"
    expected, found = python_text(source), nn_text(source)
    if found.ending in ("crash", "hang"):
        return seed, counts, source, f"{found.ending}: {found.complaint}"
    if expected.ending == "error" and found.ending == "fine":
        return seed, counts, source, f"CPython refuses ({expected.complaint}), nn does not"
    if expected.ending == "fine" and found.ending == "error" and "does not fit in 64 bits" not in found.complaint:
        return seed, counts, source, f"nn refuses: {found.complaint}"
    if found.ending == expected.ending and not same(expected.text, found.text):
        return seed, counts, source, difference(expected.text, found.text)
    return seed, counts, source, None


def run_files(pool, names):
    files = [pathlib.Path(n) for n in names] or sorted(HERE.parent.glob("*.py"))
    wrong = 0
    for path, problem in pool.imap_unordered(check_file, files):
        if problem:
            wrong += 1
            print(f"--- {path.name}: {problem}\n")
    print(f"{len(files)} files, {wrong} differ")
    return wrong


def run_programs(pool, count, first, keep, shrinking, counting):
    sys.stdout.flush()
    began, wrong, done, constructs = time.time(), [], 0, Counter()
    for seed, counts, source, problem in pool.imap_unordered(check_seed, range(first, first + count), chunksize=8):
        if problem == "skipped":
            continue
        done += 1
        constructs.update(counts)
        if problem:
            wrong.append((seed, source, problem))
    print(f"{done} programs from seed {first} in {time.time() - began:.0f} s, {len(wrong)} differ", flush=True)
    sources = [source for _, source, _ in wrong[:60]]
    small = pool.map(shrink, sources, chunksize=1) if shrinking else sources
    seen = set()
    for (seed, _, problem), source in zip(wrong, small):
        if source in seen:
            continue
        seen.add(source)
        expected, found = python_text(source), nn_text(source)
        print(f"--- seed {seed}: {problem.splitlines()[0]}\n{source.strip()}\n  CPython: {expected.text.strip()[-300:]!r} {expected.complaint}\n  nn:      {found.text.strip()[-300:]!r} {found.complaint[:300]}\n")
        if keep:
            os.makedirs(keep, exist_ok=True)
            pathlib.Path(keep, f"seed_{seed}.py").write_text(source.strip() + "\n")
    if counting:
        for name, number in sorted(constructs.items(), key=lambda kv: kv[1]):
            print(f"  {number:7d}  {name}")
    return len(wrong)


def limit_memory():
    """Shrinking may make a program that wants more than there is; nn inherits the limit."""
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))


def main():
    p = argparse.ArgumentParser(prog="conformance", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--files", nargs="*", metavar="FILE")
    p.add_argument("--generated", type=int, default=0, metavar="N")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--short", action="store_true")
    p.add_argument("--batch", action="store_true")
    p.add_argument("--keep", metavar="FOLDER")
    p.add_argument("--no-shrink", action="store_true")
    o = p.parse_args()
    generated = o.generated or (20000 if o.batch else 300 if o.short or o.files is None else 0)
    with Pool(min(2, os.cpu_count() or 1), limit_memory) as pool:
        wrong = run_files(pool, o.files or []) if o.files is not None or o.short or not (o.generated or o.batch) else 0
        if generated:
            wrong += run_programs(pool, generated, o.seed, o.keep, not o.no_shrink, counting=not o.short)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""One figure against its baseline: usage: compare.py NAME COMMAND SCORES.json "KEY KEY" FACTOR BASELINE.tsv SLACK [--record]

Prints the figure's line; exit status 1 if it is worse than the baseline by more than SLACK. With --record, a better one
takes the baseline's place, and a figure that has none gets one.
"""
import json
import sys


def read_figure(path, keys, factor):
    """None: there are no scores, or not this one."""
    try:
        with open(path, encoding="utf-8") as stream:
            value = json.load(stream)
        for key in keys:
            value = value[key]
    except (ValueError, KeyError):
        return None
    return round(value * factor, 2)


def read_baseline(path):
    with open(path, encoding="utf-8") as stream:
        return [line.rstrip("\n").split("\t") for line in stream]


def main(name, command, scores, keys, factor, baseline, slack, record=""):
    value = read_figure(scores, keys.split(), float(factor))
    if value is None:
        print(name + ": no scores")
        return 1
    rows = read_baseline(baseline)
    row = next((row for row in rows if row[0] == name), None)
    known = row is not None
    if not known:
        row = [name, "<=%g" % value if "violated" in name else "%.2f" % value, command]
        rows.append(row)
    is_most = row[1].startswith("<=")
    bound = float(row[1].lstrip("<="))
    better = value < bound if is_most else value > bound
    if record and (better or not known):
        row[2] = command
        row[1] = "<=%g" % value if is_most else "%.2f" % value
        with open(baseline, "w", encoding="utf-8") as stream:
            stream.writelines("\t".join(row) + "\n" for row in rows)
    print("%s: %g (baseline %s%s)" % (name, value, row[1] if known else "none", ", raise it" if better and not record else ""))
    return 0 if known and (value <= bound if is_most else value >= bound - float(slack)) or record else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (8, 9) else __doc__.splitlines()[0])

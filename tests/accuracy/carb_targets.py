#!/usr/bin/env python3
"""Targets for the confidence of propositions: how much of each does CaRB's gold agree with?

    train_confidence describe dev.txt | carb_targets.py BENCH_FOLDER dev.tsv > targets.tsv

Reads lines of features, a tab and a line as score_carb.py reads it; writes
"target TAB group TAB features TAB sentence TAB subject TAB …". The target is the mean of two
values of token precision: with the gold tuple that the proposition is paired with by CaRB's
one-to-one pairing (0 where there is none), and with the best gold tuple, paired or not; so what
only repeats another proposition is worth half. The group is the number of the sentence.
"""
import sys

sys.path.insert(0, sys.argv[1])
import bench_common as common  # noqa: E402
import score_carb  # noqa: E402


def pair(scores, n_facts):
    """The greedy pairing of score_carb.precision_sum, kept for each fact."""
    cells = sorted((-row[column][0], index, column) for index, row in enumerate(scores) for column in range(n_facts))
    rows, result = set(), [None] * n_facts
    for negative, row, column in cells:
        if row not in rows and result[column] is None:
            rows.add(row)
            result[column] = -negative
    return [value or 0.0 for value in result]


def main():
    gold = score_carb.read_gold(sys.argv[2])
    groups = {}
    lines = []
    for line in sys.stdin:
        features, sentence, _, *parts = line.rstrip("\n").split("\t")
        key = common.sentence_key(sentence)
        groups.setdefault(key, []).append(parts)
        lines.append((features, key, len(groups[key]) - 1, [sentence] + parts))
    numbers = {key: number for number, key in enumerate(gold)}
    targets = {}
    for key, group in groups.items():
        if key not in gold:
            continue
        tokens, tuples = gold[key]
        tokenize = common.Tokenizer(tokens)
        facts = []
        for parts in group:
            cut = [tokenize(part) for part in parts]
            facts.append(score_carb.as_words(cut[1], cut[:1] + cut[2:]))
        scores = [[score_carb.best_match(fact, t) for fact in facts] for t in tuples]
        paired = pair(scores, len(facts))
        best = [max((row[column][0] for row in scores), default=0.0) for column in range(len(facts))]
        targets[key] = [(a + b) / 2 for a, b in zip(paired, best)]
    for features, key, index, rest in lines:
        if key in targets:
            print("%.4f\t%d\t%s\t%s" % (targets[key][index], numbers[key], features, "\t".join(rest)))


main()

#!/usr/bin/env python3
"""How many sentences say something to relata?

    coverage.py --sentences GOLD.conllu [DOCUMENT_PREFIX] > sentences.txt
    relata extract --input-format sentences sentences.txt > propositions.tsv
    coverage.py sentences.txt propositions.tsv [--missing]

The first writes the sentences of 8 words and more, punctuation not counted, one a line; the last prints the share of them
that have at least one proposition, as JSON, or with --missing those that have none.
"""
import json
import sys

MIN_WORDS = 8


def read_sentences(path, prefix):
    document, text, n_words = "", "", 0
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            fields = line.rstrip("\n").split("\t")
            if line.startswith("# newdoc id = "):
                document = line[14:].strip()
            elif line.startswith("# text = "):
                text = line[9:].strip()
            elif len(fields) == 10 and fields[0].isdigit() and fields[3] != "PUNCT":
                n_words += 1
            elif not line.strip():
                if n_words >= MIN_WORDS and document.startswith(prefix):
                    yield " ".join(text.split())
                n_words = 0


def read_lines(path):
    with open(path, encoding="utf-8") as stream:
        return [line.rstrip("\n") for line in stream]


def main(arguments):
    if arguments[0] == "--sentences":
        print("\n".join(read_sentences(arguments[1], "".join(arguments[2:]))))
        return
    found = {line.split("\t")[0] for line in read_lines(arguments[1])}
    sentences = read_lines(arguments[0])
    missing = [sentence for sentence in sentences if sentence not in found]
    if "--missing" in arguments:
        print("\n".join(missing))
    else:
        covered = len(sentences) - len(missing)
        print(json.dumps({"sentences": len(sentences), "covered": covered, "share": covered / max(len(sentences), 1)}))


if len(sys.argv) < 3:
    sys.exit(__doc__)
main(sys.argv[1:])

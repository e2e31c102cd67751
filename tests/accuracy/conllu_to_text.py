#!/usr/bin/env python3
"""Plain text of CoNLL-U: usage: conllu_to_text.py FILE.conllu >FILE.txt

Sentences of one paragraph stand on one line as their words and SpaceAfter=No say; a blank line parts paragraphs, which
begin at the comments "# newpar" and "# newdoc". What comes out is what relata must cut into the sentences and tokens that
the file has.
"""
import sys


def paragraphs(lines):
    """Yields the text of each paragraph."""
    text, skip_to, fresh = [], 0, False
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("#"):
            fresh = fresh or line[1:].strip().startswith(("newpar", "newdoc"))
            continue
        if not line:
            skip_to = 0
            continue
        fields = line.split("\t")
        if "." in fields[0]:
            continue
        if "-" in fields[0]:
            skip_to = int(fields[0].split("-")[1])
        elif int(fields[0]) <= skip_to:
            continue
        if fresh and text:
            yield "".join(text).strip()
            text = []
        fresh = False
        text.append(fields[1])
        if "SpaceAfter=No" not in fields[9].split("|"):
            text.append(" ")
    if text:
        yield "".join(text).strip()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__.splitlines()[0])
    with open(sys.argv[1], encoding="utf-8") as stream:
        print("\n\n".join(paragraphs(stream)))

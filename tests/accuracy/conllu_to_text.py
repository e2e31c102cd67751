#!/usr/bin/env python3
"""Plain text of CoNLL-U: usage: conllu_to_text.py FILE.conllu >FILE.txt
                                 conllu_to_text.py --jsonl FILE.conllu >FILE.jsonl    an object "id", "text" a document

Sentences of one paragraph stand on one line as their words and SpaceAfter=No say; a blank line parts paragraphs, which
begin at the comments "# newpar" and "# newdoc". What comes out is what relata must cut into the sentences and tokens that
the file has.
"""
import json
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


def documents(lines):
    """Yields the name and the lines of each document."""
    name, own = None, []
    for line in lines:
        if line.startswith("# newdoc"):
            if name is not None:
                yield name, own
            name, own = line.partition("=")[2].strip(), []
        own.append(line)
    if name is not None:
        yield name, own


def text_of(lines):
    return "\n\n".join(paragraphs(lines))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or (len(sys.argv) == 3 and sys.argv[1] != "--jsonl"):
        sys.exit(__doc__)
    with open(sys.argv[-1], encoding="utf-8") as stream:
        if len(sys.argv) == 2:
            print(text_of(stream))
        else:
            for name, lines in documents(stream):
                print(json.dumps({"id": name, "text": text_of(lines)}, ensure_ascii=False))

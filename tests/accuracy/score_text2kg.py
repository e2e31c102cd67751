#!/usr/bin/env python3
"""Scores facts found with an ontology against Text2KGBench (Mihindukulasooriya et al. 2023).

usage: score_text2kg.py score ONTOLOGY.json GOLD.jsonl SYSTEM.tsv
       score_text2kg.py run DATA/PART [--relata PROGRAM] [--keep FOLDER] [--list ONTOLOGY]
       score_text2kg.py self-test

score: SYSTEM.tsv is what `relata build -f tsv` writes; its documents have the ids of GOLD. run: for each ontology of
PART (wikidata_tekgen or dbpedia_webnlg) learns a lexicon from training data, builds with it on development data, and
prints a line of figures for each ontology and their average. Development data are the validation files where there are
some, else a fourth of the training data, in which no other sentence has the same triples.

The measures are those of the benchmark. For each sentence, only triples with a relation that the gold has there are
counted; subject, relation and object are compared without blanks, underscores and letter case; precision, recall and F1
are averaged over the sentences, a sentence without any counted triple has 0. Ontology conformance is the share of triples
whose relation the ontology has. Hallucination is the share of subjects and of objects that are not in the sentence; the
benchmark compares stems, here words count as the same that share their first four letters.
Exit status: 0 scored, 1 self-test failed, 2 wrong usage or input.
"""
import csv
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

MEASURES = ("precision", "recall", "f1", "conformance", "subject_hallucination", "object_hallucination")


def normalize(text):
    return re.sub(r"(_|\s+)", "", text).lower()


def key(triple):
    return "".join(normalize(part) for part in triple)


def stems(text):
    return "".join(word[:4] for word in re.findall(r"\w+", text.replace("_", " ").lower()))


def read_gold(path):
    """Examples in the order of the file: id, sentence, triples; several lines of one id are one example."""
    gold = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.strip():
                continue
            item = json.loads(line)
            if "triples" in item:
                triples = [(str(t["sub"]), str(t["rel"]), str(t["obj"])) for t in item["triples"]]
            else:
                triples = [(item["sub_label"], item["rel_label"], item["obj_label"])]
            entry = gold.setdefault(item["id"], {"sentence": item["sent"], "triples": []})
            entry["triples"] += triples
    return gold


def read_system(path):
    """Triples that are asserted, by document."""
    csv.field_size_limit(1 << 24)
    found = {}
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["asserted"] == "true":
                triple = (row["subject_label"], row["predicate_label"], row["object_label"])
                triples = found.setdefault(row["document"], [])
                if triple not in triples:
                    triples.append(triple)
    return found


def score_sentence(entry, system, relations, concepts):
    wanted = {normalize(relation) for _, relation, _ in entry["triples"]}
    gold = {key(triple) for triple in entry["triples"]}
    counted = {key(triple) for triple in system if normalize(triple[1]) in wanted}
    right = len(gold & counted)
    precision = right / len(counted) if counted else 0.0
    recall = right / len(gold) if gold else 0.0
    text = stems(entry["sentence"] + " " + " ".join(concepts))
    n = max(len(system), 1)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if right else 0.0,
        "conformance": sum(normalize(t[1]) in relations for t in system) / n if system else 1.0,
        "subject_hallucination": sum(stems(t[0]) not in text for t in system) / n,
        "object_hallucination": sum(stems(t[2]) not in text for t in system) / n,
    }


def score(ontology_path, gold_path, system_path, details=None):
    with open(ontology_path, encoding="utf-8") as file:
        ontology = json.load(file)
    relations = {normalize(relation["label"]) for relation in ontology["relations"]}
    concepts = [concept["label"] for concept in ontology["concepts"]]
    gold, system = read_gold(gold_path), read_system(system_path)
    total = dict.fromkeys(MEASURES, 0.0)
    for name, entry in gold.items():
        figures = score_sentence(entry, system.get(name, []), relations, concepts)
        for measure in MEASURES:
            total[measure] += figures[measure]
        if details is not None:
            details.append((figures["f1"], entry, system.get(name, [])))
    return {measure: total[measure] / max(len(gold), 1) for measure in MEASURES}


def is_for_development(line):
    item = json.loads(line)
    triples = sorted(f"{t['sub']} {t['rel']} {t['obj']}" for t in item["triples"])
    return hashlib.sha256("\n".join(triples).encode()).digest()[0] % 4 == 0


def split(part, stem, folder):
    """Paths of training and development data."""
    train = os.path.join(part, "train", f"ont_{stem}_train.jsonl")
    dev = os.path.join(part, "validation", f"ont_{stem}_validation.jsonl")
    if os.path.exists(dev):
        return train, dev
    with open(train, encoding="utf-8") as file:
        lines = [line for line in file if line.strip()]
    paths = os.path.join(folder, "train.jsonl"), os.path.join(folder, "dev.jsonl")
    for path, wanted in zip(paths, (False, True)):
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(line for line in lines if is_for_development(line) == wanted)
    return paths


def run_ontology(program, part, stem, folder):
    train, dev = split(part, stem, folder)
    ontology = os.path.join(part, "ontologies", "owl", f"ont_{stem}.ttl")
    lexicon, texts, table = (os.path.join(folder, name) for name in ("lexicon.ttl", "texts.jsonl", "facts.tsv"))
    complete = [] if os.path.isdir(os.path.join(part, "validation")) else ["--complete"]
    with open(texts, "w", encoding="utf-8") as file:
        for name, entry in read_gold(dev).items():
            file.write(json.dumps({"id": name, "text": entry["sentence"]}) + "\n")
    subprocess.run([program, "learn", "-q", *complete, "--ontology", ontology, "-o", lexicon, train], check=False)
    subprocess.run([program, "build", "-q", "--only-ontology", "--ontology", ontology, "--ontology", lexicon,
                    "--input-format", "jsonl", "-f", "tsv", "-o", table, texts], check=True)
    return dev, table


def run(arguments):
    part = arguments.pop(0).rstrip("/")
    options = dict(zip(arguments[::2], arguments[1::2]))
    program = options.get("--relata", os.environ.get("RELATA", "relata"))
    ontologies = sorted(os.listdir(os.path.join(part, "ontologies")))
    stems_ = sorted((name[: -len("_ontology.json")] for name in ontologies if name.endswith("_ontology.json")),
                    key=lambda stem: int(stem.split("_")[0]))
    totals = []
    print("ontology", *MEASURES, sep="\t")
    with tempfile.TemporaryDirectory() as scratch:
        for stem in stems_:
            if options.get("--list") not in (None, stem):
                continue
            folder = os.path.join(options.get("--keep", scratch), stem)
            os.makedirs(folder, exist_ok=True)
            dev, table = run_ontology(program, part, stem, folder)
            details = []
            figures = score(os.path.join(part, "ontologies", f"{stem}_ontology.json"), dev, table, details)
            totals.append(figures)
            print(stem, *(f"{figures[measure]:.3f}" for measure in MEASURES), sep="\t", flush=True)
            if "--list" in options:
                for f1, entry, system in details:
                    print(f"{f1:.2f}", entry["sentence"], *(f"\n  gold {t}" for t in entry["triples"]),
                          *(f"\n  found {t}" for t in system))
    if totals:
        print("average", *(f"{sum(t[m] for t in totals) / len(totals):.3f}" for m in MEASURES), sep="\t")


def self_test():
    entry = {"sentence": "Ada Lane was born in New Ford.", "triples": [("Ada_Lane", "birth place", "New_Ford")]}
    relations = {normalize("birth place"), normalize("employer")}
    right, wrong = ("Ada Lane", "birth place", "New Ford"), ("Ada Lane", "birth place", "Ada")
    other, foreign = ("Ada Lane", "employer", "New Ford"), ("Ada Lane", "likes", "Oxenholm")
    cases = [
        ([right], (1.0, 1.0, 1.0, 1.0, 0.0, 0.0)),
        ([right, wrong], (0.5, 1.0, 2 / 3, 1.0, 0.0, 0.0)),
        ([right, other], (1.0, 1.0, 1.0, 1.0, 0.0, 0.0)),  # the gold says nothing of employers here
        ([foreign], (0.0, 0.0, 0.0, 0.0, 0.0, 1.0)),
        ([], (0.0, 0.0, 0.0, 1.0, 0.0, 0.0)),
    ]
    for system, expected in cases:
        figures = score_sentence(entry, system, relations, ["person"])
        found = tuple(figures[measure] for measure in MEASURES)
        if any(abs(a - b) > 1e-9 for a, b in zip(found, expected)):
            print(f"score_text2kg.py: self-test: {system}: {found}, not {expected}", file=sys.stderr)
            return 1
    return 0


def main(arguments):
    if arguments[:1] == ["self-test"]:
        return self_test()
    if arguments[:1] == ["score"] and len(arguments) == 4:
        figures = score(*arguments[1:])
        print(json.dumps({measure: round(figures[measure], 4) for measure in MEASURES}))
        return 0
    if arguments[:1] == ["run"] and len(arguments) > 1 and len(arguments) % 2 == 0:
        run(arguments[1:])
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

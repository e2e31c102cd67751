#!/bin/sh
# Learns src/learn/models/en.relm from the data that its card, en.md, names: about an hour on one processor.
# Usage: train_model.sh RELATA SHARED MODEL
# RELATA is the built program, SHARED the folder that holds the data, MODEL the file to write. First comes a teacher, which
# tags names in the treebank that has none, then the model itself. WordNet is Debian's wordnet-base.
set -eu
relata=$1 data=$2/data model=$3
wordnet=${WORDNET:-/usr/share/wordnet}
[ -f "$wordnet/index.noun" ] || { echo "train_model.sh: no WordNet in $wordnet: install wordnet-base, or set WORDNET" >&2; exit 1; }

learn () {
  "$relata" train \
    --ud "$data/ud/ewt/train.conllu" --ud "$data/ud/gum/train.conllu" --roles "$data/srl/ewt-train.tsv" --roles "$data/srl/ewt-dev.tsv" \
    --ner "$data/ner/wikigold-train.bio" --ner "$data/ner/crossner-train.bio" \
    --wordnet "$wordnet" --places "$data/places/world-cities.csv" \
    --dev-ud "$data/ud/ewt/dev.conllu" --dev-ud "$data/ud/gum/dev.conllu" \
    --dev-ner "$data/ner/wikigold-dev.bio" --dev-ner "$data/ner/uner-ewt-dev.bio" "$@"
}

learn --only network --epochs 8 --seed 1 --output "$model.teacher"
learn --ner "$data/ner/sec-filings-train.bio" --ontology ontology --teacher "$model.teacher" --epochs 20 --seed 1 --output "$model"
rm -f "$model.teacher"

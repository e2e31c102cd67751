#!/bin/sh
# Learns src/learn/models/en.relm from the data that its card, en.md, names: some 40 minutes on one processor.
# Usage: train_model.sh RELATA SHARED MODEL
# RELATA is the built program, SHARED the folder that holds the data, MODEL the file to write.
set -eu
relata=$1 data=$2/data model=$3
exec "$relata" train \
  --ud "$data/ud/ewt/train.conllu" --ud "$data/ud/gum/train.conllu" \
  --ner "$data/ner/wikigold-train.bio" --ner "$data/ner/crossner-train.bio" \
  --places "$data/places/world-cities.csv" \
  --dev-ud "$data/ud/ewt/dev.conllu" --dev-ud "$data/ud/gum/dev.conllu" \
  --dev-ner "$data/ner/wikigold-dev.bio" --dev-ner "$data/ner/uner-ewt-dev.bio" \
  --epochs 20 --seed 1 --output "$model"

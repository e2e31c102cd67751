#!/bin/sh
# Learns ontology/85-confidence-en.ttl from CaRB's development data.
# Usage: train_confidence.sh TRAIN_CONFIDENCE BENCH [HELD_OUT]
# TRAIN_CONFIDENCE is the built program, BENCH the folder of score_carb.py; HELD_OUT becomes a file of propositions as
# score_carb.py reads them, each with the confidence of a model that has not seen its sentence.
set -eu
program=$1 bench=$2 held_out=${3-}
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" describe "$bench/carb/dev.txt" > "$work/described.tsv"
"$here/carb_targets.py" "$bench" "$bench/carb/dev.tsv" < "$work/described.tsv" > "$work/targets.tsv"
"$program" learn $held_out < "$work/targets.tsv" > "$work/85-confidence-en.ttl"
cp "$work/85-confidence-en.ttl" "$here/../../ontology/85-confidence-en.ttl"

#!/bin/sh
# Learns ontology/85-confidence-en.ttl from CaRB's development data and prints how far confidence and truth lie apart.
# Usage: train_confidence.sh BUILD BENCH [HELD_OUT]
# BUILD is the folder of librelata.a, BENCH that of score_carb.py; HELD_OUT becomes a file of propositions as score_carb.py reads
# them, each with the confidence of a model that has not seen its sentence.
set -eu
build=$(realpath "$1") bench=$2 held_out=${3-}
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages="glib-2.0 gio-2.0 json-glib-1.0 libxml-2.0 serd-0 raptor2 libgvc libcgraph openblas"
cc -std=gnu11 -O2 -D_GNU_SOURCE -pthread -Iinclude -Isrc $(pkg-config --cflags $packages) -o "$work/train_confidence" \
  tests/accuracy/train_confidence.c "$build/librelata.a" $(pkg-config --libs $packages) -lm -ldl
export RELATA_MODEL="${RELATA_MODEL-$PWD/src/learn/models/en.relm}" RELATA_ONTOLOGY="${RELATA_ONTOLOGY-$PWD/ontology}"
"$work/train_confidence" describe "$bench/carb/dev.txt" > "$work/described.tsv"
tests/accuracy/carb_targets.py "$bench" "$bench/carb/dev.tsv" < "$work/described.tsv" > "$work/targets.tsv"
"$work/train_confidence" learn $held_out < "$work/targets.tsv" > "$work/85-confidence-en.ttl"
cp "$work/85-confidence-en.ttl" ontology/85-confidence-en.ttl

#!/bin/sh
# Learns ontology/86-coreference-en.ttl from GUM's training data.
# Usage: train_coreference.sh BUILD GUM_TRAIN [KEY=NUMBER...]
# BUILD is the folder of librelata.a; the keys are those of train_coreference.c.
set -eu
build=$(realpath "$1") gum=$(realpath "$2")
shift 2
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages="glib-2.0 gio-2.0 json-glib-1.0 libxml-2.0 serd-0 raptor2 libgvc libcgraph openblas"
cc -std=gnu11 -O2 -D_GNU_SOURCE -pthread -Iinclude -Isrc $(pkg-config --cflags $packages) -o "$work/train_coreference" \
  tests/accuracy/train_coreference.c "$build/librelata.a" $(pkg-config --libs $packages) -lm -ldl
export RELATA_MODEL="${RELATA_MODEL-$PWD/src/learn/models/en.relm}" RELATA_ONTOLOGY="${RELATA_ONTOLOGY-$PWD/ontology}"
"$work/train_coreference" "$gum" "$@" > "$work/weights.ttl"
cat - "$work/weights.ttl" > ontology/86-coreference-en.ttl <<'HEAD'
# Weights of the ranking of antecedents (src/reference/ranked_links.c): a network with one hidden layer over attributes of mentions
# (src/reference/link_attributes.c) and cues of pairs (link_cues.c), learned from the training data of GUM by
# tests/accuracy/train_coreference.sh (GUM: Zeldes 2017, CC BY 4.0). Each row holds the weights into the hidden units and, last, the one into the score.
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rel: <https://w3id.org/relata/ns#> .
@prefix link: <https://w3id.org/relata/coreference/en/> .

rel:LinkCue a owl:Class ; rdfs:label "coreference cue"@en ;
    rdfs:comment "what makes it more or less likely that a mention means a thing mentioned before"@en .
rel:weightsOfMention a owl:DatatypeProperty ; rdfs:label "weights of the mention"@en .
rel:weightsOfAntecedent a owl:DatatypeProperty ; rdfs:label "weights of the mention before"@en .
rel:weightsOfPair a owl:DatatypeProperty ; rdfs:label "weights of the pair"@en .

HEAD

#!/bin/sh
# update.sh RELATA: makes the graph, the picture and the answers of every example anew, when relata finds something else.
set -eu
relata=$(realpath "$1")
cd "$(dirname "$0")"

for folder in [0-9]*/; do
  (
    cd "$folder"
    for ending in ttl svg $([ ! -f graph.png ] || echo png); do
      "$relata" build --quiet -o graph.$ending ./*.txt
    done
    for query in *.rq; do
      [ -f "$query" ] || continue
      roqet -q -r tsv -D graph.ttl "$query" >"${query%.rq}.tsv"
    done
  )
done

# The ready queries, and what they find in the graph of two reports
(
  cd queries
  "$relata" build --quiet -o graph.ttl ./*.txt
  for query in *.rq; do
    "$relata" query -f tsv -o "${query%.rq}.tsv" -q "$query" graph.ttl
  done
)

# Pictures of those graphs in other ways: file, example, options
(
  cd pictures
  while IFS="$(printf '\t')" read -r file example options; do
    eval "\"$relata\" draw --quiet $options -o $file ../$example/graph.ttl"
  done <pictures.tsv
)

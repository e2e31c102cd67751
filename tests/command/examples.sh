#!/bin/bash
# The examples: the demo runs, and each folder holds what relata makes of its reports today (examples/update.sh).
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

# The triples of a Turtle file without the two things that every new model changes: its hash and the confidence.
list_triples () {
  rapper -q -i turtle -o ntriples "$1" http://example.org/ | grep -v -e '#confidence>' -e '#modelHash>' | LC_ALL=C sort
}

ends "the demo" 0 '' "$ROOT/examples/demo.sh" "$RELATA"
cp out demo.out
for file in graph.ttl graph.svg graph.png; do
  is "the demo writes $file" yes "$([ -s $file ] && echo yes)"
  like "the demo names $file" "$file" "$(cat demo.out)"
done
like "the demo shows facts" ' – met – ' "$(cat demo.out)"
like "the demo counts facts" '^[1-9][0-9]* facts' "$(cat demo.out)"

for folder in "$ROOT"/examples/[0-9]*/; do
  name=$(basename "$folder")
  "$RELATA" build --quiet -o "$T/$name.ttl" "$folder"*.txt
  list_triples "$T/$name.ttl" >new
  list_triples "${folder}graph.ttl" >old
  same "$name: graph.ttl is up to date" old new
  "$RELATA" build --quiet -o "$name.svg" "$folder"*.txt
  grep -o '<title>[^<]*' "$name.svg" | LC_ALL=C sort >new
  grep -o '<title>[^<]*' "${folder}graph.svg" | LC_ALL=C sort >old
  same "$name: graph.svg is up to date" old new
  is "$name: has a query" yes "$(ls "$folder" | grep -q '\.rq$' && echo yes)"
  for query in "$folder"*.rq; do
    [ -f "$query" ] || continue
    run roqet -q -r tsv -D "$T/$name.ttl" "$query"
    is "$name: $(basename "$query"): status and messages" "0 " "$status $(cat err)"
    same "$name: $(basename "$query"): the answer" "${query%.rq}.tsv" out
    like "$name: $(basename "$query"): finds something" '^[2-9]|[0-9]{2,}' "$(wc -l <out)"
  done
done

while IFS=$'\t' read -r file example options; do
  eval "\"$RELATA\" draw --quiet $options -o $file \"$ROOT/examples/$example/graph.ttl\""
  grep -o '<title>[^<]*' "$file" | LC_ALL=C sort >new
  grep -o '<title>[^<]*' "$ROOT/examples/pictures/$file" | LC_ALL=C sort >old
  same "pictures: $file is up to date" old new
done <"$ROOT/examples/pictures/pictures.tsv"

done_testing

#!/bin/bash
# Large input: bounded work and memory, and a warning where something is cut.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

sentence='The minister opened the new bridge in Seoul on Monday. '

# A line of a million characters
# repeat N TEXT: N times, without line ends
repeat () {
  yes "$2" | head -n "$1" | tr -d '\n'
}

{ repeat 18200 "$sentence"; echo; } >line.txt
until=$(is_sanitized && echo tokens || echo entities) # sanitizers are slow
ends "a line of a million characters" 0 '' timeout 300 "$RELATA" annotate --until $until -o line.conllu line.txt
is "a line of a million characters: all sentences are there" 18200 "$(grep -c '	bridge	' line.conllu)"

head -c 1000000 /dev/zero | tr '\0' x >word.txt
ends "a word of a million characters" 0 '' timeout 120 "$RELATA" build --quiet word.txt

# A sentence of 5,000 tokens
{ printf 'The minister opened'; repeat 2500 ' a bridge'; printf '.\n'; } >sentence.txt
ends "a sentence of 5,000 tokens: a warning with file and place" 0 '^relata: sentence\.txt: byte [0-9]+: ' timeout 60 "$RELATA" annotate sentence.txt
is "a sentence of 5,000 tokens: none is lost" 2500 "$(grep -c '	bridge	' out)"
ends "a sentence of 5,000 tokens: --quiet" 0 '' timeout 60 "$RELATA" build --quiet sentence.txt

# Sentences of 1,000 words take little more time a word than those of 20.
if is_sanitized; then
  skip "the time of long sentences grows with their words" "a sanitizer is slow in its own ways"
else
  clause=$(echo 'the mayor of Lyon sold the old ferry to a firm in the north on Monday , because she said that')
  yes "$clause" | head -n 1000 | sed 's/ , .*/ ./' >short.txt
  for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do yes "$clause" | head -n 50 | tr '\n' ' '; echo .; done >long.txt
  TIMEFORMAT=%U
  short=$( { time "$RELATA" extract --input-format sentences short.txt >short.tsv 2>err; } 2>&1)
  long=$( { time "$RELATA" extract --quiet --input-format sentences long.txt >long.tsv 2>err; } 2>&1)
  like "long sentences have propositions" '^[1-9]' "$(wc -l <long.tsv)"
  is "the time of long sentences grows with their words ($short s, $long s)" yes \
    "$(awk -v short="$short" -v long="$long" 'BEGIN { print long < 5 * short + 1 ? "yes" : "no" }')"
fi

# Deep and wide nonsense
{ repeat 3000 '('; printf ' Lee '; repeat 3000 ')'; printf '\n'; } >brackets.txt
ends "3,000 brackets" 0 '' timeout 60 "$RELATA" build --quiet brackets.txt
repeat 3000 '<div>' >deep.html
printf 'Lee met Meloni.' >>deep.html
run timeout 60 "$RELATA" build --quiet deep.html
like "HTML 3,000 deep: ends well or says why" '^[03]$' "$status"
repeat 3000 '> ' >deep.md
printf 'Lee met Meloni.\n' >>deep.md
run timeout 60 "$RELATA" build --quiet deep.md
is "Markdown 3,000 deep" 0 "$status"
{ printf '{"text": '; repeat 100000 '['; printf '\n'; } >deep.jsonl
ends "JSON 100,000 deep" 3 '^relata: deep\.jsonl:1: ' timeout 60 "$RELATA" build deep.jsonl

# 24 MB, most of it blank lines, through a pipe, in a bounded address space. (The 100 MB are in tests/bench.)
if is_sanitized; then
  skip "24 MB in bounded memory" "a sanitizer needs address space of its own"
else
  awk -v sentence="$sentence" 'BEGIN {
    for (blank = "\n"; length(blank) < 20000; ) blank = blank blank
    for (i = 0; i < 1200; i++) printf "%s\n%s", sentence, blank
  }' >large.txt
  (ulimit -v 1500000; timeout 100 "$RELATA" build --quiet -f nquads <large.txt >large.nq 2>err)
  is "24 MB in bounded memory: status" 0 $?
  is "24 MB in bounded memory: says nothing" "" "$(cat err)"
  like "24 MB in bounded memory: has facts" '^[1-9]' "$(wc -l <large.nq)"
fi

done_testing

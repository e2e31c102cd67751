#!/bin/bash
# Large input: bounded work and memory, and a warning where something is cut.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

sentence='The minister opened the new bridge in Seoul on Monday. '

# A line of a million characters
for i in $(seq 18200); do printf '%s' "$sentence"; done >line.txt
printf '\n' >>line.txt
time=$(is_sanitized && echo 550 || echo 120)
ends "a line of a million characters" 0 '' timeout "$time" "$RELATA" annotate -o line.conllu line.txt
is "a line of a million characters: all sentences are there" 18200 "$(grep -c '	bridge	' line.conllu)"

head -c 1000000 /dev/zero | tr '\0' x >word.txt
ends "a word of a million characters" 0 '' timeout 120 "$RELATA" build --quiet word.txt

# A sentence of 5,000 tokens
{ printf 'The minister opened'; for i in $(seq 2500); do printf ' a bridge'; done; printf '.\n'; } >sentence.txt
ends "a sentence of 5,000 tokens: a warning with file and place" 0 '^relata: sentence\.txt: byte [0-9]+: ' timeout 60 "$RELATA" annotate sentence.txt
is "a sentence of 5,000 tokens: none is lost" 2500 "$(grep -c '	bridge	' out)"
ends "a sentence of 5,000 tokens: --quiet" 0 '' timeout 60 "$RELATA" build --quiet sentence.txt

# Deep and wide nonsense
{ for i in $(seq 3000); do printf '('; done; printf ' Lee '; for i in $(seq 3000); do printf ')'; done; printf '\n'; } >brackets.txt
ends "3,000 brackets" 0 '' timeout 60 "$RELATA" build --quiet brackets.txt
for i in $(seq 3000); do printf '<div>'; done >deep.html
printf 'Lee met Meloni.' >>deep.html
run timeout 60 "$RELATA" build --quiet deep.html
like "HTML 3,000 deep: ends well or says why" '^[03]$' "$status"
for i in $(seq 3000); do printf '> '; done >deep.md
printf 'Lee met Meloni.\n' >>deep.md
run timeout 60 "$RELATA" build --quiet deep.md
is "Markdown 3,000 deep" 0 "$status"
{ printf '{"text": '; for i in $(seq 100000); do printf '['; done; printf '\n'; } >deep.jsonl
ends "JSON 100,000 deep" 3 '^relata: deep\.jsonl:1: ' timeout 60 "$RELATA" build deep.jsonl

# 24 MB, most of it blank lines, through a pipe, in a bounded address space. (The 100 MB are in tests/bench.)
if is_sanitized; then
  skip "24 MB in bounded memory" "a sanitizer needs address space of its own"
else
  pad=$(head -c 20000 /dev/zero | tr '\0' '\n')
  for i in $(seq 1200); do printf '%s%s\n' "$sentence" "$pad"; printf '\n%.0s' $(seq 20000); done >large.txt
  (ulimit -v 1500000; timeout 100 "$RELATA" build --quiet -f nquads <large.txt >large.nq 2>err)
  is "24 MB in bounded memory: status" 0 $?
  is "24 MB in bounded memory: says nothing" "" "$(cat err)"
  like "24 MB in bounded memory: has facts" '^[1-9]' "$(wc -l <large.nq)"
fi

done_testing

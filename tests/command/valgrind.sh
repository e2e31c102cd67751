#!/bin/bash
# What the demo does, under valgrind: no error of memory and nothing lost.
. "$(dirname "$0")/../tap.sh"
command -v valgrind >/dev/null || skip_all "no valgrind"
is_sanitized && skip_all "a sanitizer does this already"
scratch
cd "$T" || exit 1

export G_SLICE=always-malloc G_DEBUG=gc-friendly OPENBLAS_NUM_THREADS=1
valgrind=(valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite
          --show-leak-kinds=definite --suppressions="$ROOT/tests/valgrind.supp")

for example in "$ROOT"/examples/01-*/report.txt; do
  for ending in ttl svg png; do
    ends "the demo's graph.$ending" 0 '' "${valgrind[@]}" "$RELATA" build --quiet -o graph.$ending "$example"
    "$RELATA" build --quiet -o plain.$ending "$example"
    same "the demo's graph.$ending is the same as without valgrind" plain.$ending graph.$ending
  done
done
ends "a missing file" 3 '^relata: missing\.txt: ' "${valgrind[@]}" "$RELATA" build missing.txt
printf 'caf\xe9' >bad.txt
ends "a file that is no UTF-8" 3 '^relata: bad\.txt: ' "${valgrind[@]}" "$RELATA" extract bad.txt

done_testing

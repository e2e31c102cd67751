#!/bin/sh
# demo.sh RELATA: draws the graph of the first example into the current folder and says what it found.
set -eu
relata=$1
here=$(dirname "$0")
report=$here/01-summit-in-seoul/report.txt
tab=$(printf '\t')

for ending in ttl svg png; do
  "$relata" build --quiet -o "graph.$ending" "$report"
done

# Columns: 3 subject_label, 6 predicate_label, 8 object_label, 10 asserted, 14 time, 15 place, 17 start
echo "$report says, in the order of its sentences:"
"$relata" build --quiet -f tsv "$report" | tail -n +2 | sort -t "$tab" -s -k 17,17n | awk -F '\t' '
  seen[$2, $5, $7, $8, $10]++ { next } # a row for each sentence that states the fact
  $10 == "true" && $8 != "" {
    circumstances = $14 ($14 != "" && $15 != "" ? ", " : "") $15
    if (++n <= 16) printf "  %s – %s – %s%s\n", $3, $6, $8, circumstances != "" ? " (" circumstances ")" : ""
  }
  $10 == "false" { unasserted++ }
  END { printf "%d facts stated; %d planned, hoped for, reported or denied.\n", n, unasserted }'
echo "The graph is in graph.ttl, pictures of it in graph.svg and graph.png. For a report of your own: $relata build -o my.svg my.txt"

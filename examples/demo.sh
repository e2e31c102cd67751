#!/bin/sh
# demo.sh RELATA: draws the graph of the first example into the current folder and says what it found.
set -eu
relata=$1
here=$(dirname "$0")
report=$here/01-summit-in-seoul/report.txt

"$relata" build --quiet -o graph.ttl "$report"
"$relata" build --quiet -o graph.svg "$report"
"$relata" build --quiet -o graph.png "$report"

echo "From $report relata found, among other things:"
"$relata" build --quiet -f tsv "$report" | awk -F '\t' '
  NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
  $column["asserted"] == "true" && $column["object_label"] != "" && !seen[$column["subject_label"] $column["predicate_label"] $column["object_label"]]++ {
    if (++n <= 12) printf "  %s – %s – %s\n", $column["subject_label"], $column["predicate_label"], $column["object_label"]
  }
  END { printf "%d facts asserted in all.\n", n }'
echo "The graph is in graph.ttl; pictures of it are in graph.svg and graph.png. Your own report: $relata build -o my.svg my.txt"

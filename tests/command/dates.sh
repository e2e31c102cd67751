#!/bin/bash
# Times and the day of a text: none at all, two that disagree, and documents that contradict each other.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

# column FILE NAME...: those columns of a table of facts
column () {
  local file=$1
  shift
  awk -F '\t' -v OFS='\t' -v names="$*" '
    NR == 1 { n = split(names, wanted, " "); for (i = 1; i <= NF; i++) at[$i] = i; next }
    { line = $at[wanted[1]]; for (i = 2; i <= n; i++) line = line OFS $at[wanted[i]]; print line }' "$file"
}

printf 'Acme Harbour Works was founded in Oslo in 1990.\n' >first.txt
printf 'Acme Harbour Works was founded in Oslo in 1992.\n' >second.txt
run "$RELATA" build -f tsv first.txt second.txt
is "two founding years stand side by side, each with its document" $'first\tOslo\t1990\nsecond\tOslo\t1992' \
  "$(column out document object_label time | sort)"
run "$RELATA" build -f turtle first.txt second.txt
is "both are events of their own" 2 "$(grep -c 'schema:startDate "199[02]"' out)"

printf 'The minister arrived in Rome on Saturday.\n' >undated.txt
run "$RELATA" build -f tsv undated.txt
is "without a date a weekday is no date" "" "$(column out time | sort -u)"
run "$RELATA" build -f turtle undated.txt
is "its word is kept" 1 "$(grep -c 'rel:relativeTime "Saturday"@en' out)"
is "and nothing else" 0 "$(grep -c 'schema:startDate' out)"
run "$RELATA" build -f tsv --date 2024-05-07 undated.txt
is "with a date it is one" "2024-05-04" "$(column out time | sort -u)"

printf 'Date: 2024-05-07\n\nROME, May 9 (Ansa) -- The minister arrived in Rome on Saturday.\n' >conflict.txt
run "$RELATA" build -f tsv conflict.txt
is "the date of the text wins over the day of its dateline" "2024-05-04" "$(column out time | sort -u)"
done_testing

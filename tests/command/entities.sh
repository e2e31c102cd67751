#!/bin/bash
# Who is who over several texts, and in texts that make it hard: one node for one thing, and time that is bounded.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

nodes () { cut -f2,3 | sort -u | grep -c "	$1\$"; }

# Two reports of one visit
cat >first.txt <<'TEXT'
OSLO, March 3, 2025 -- Portuguese President Marta Silva met Norwegian Prime Minister Jonas Berg in Oslo on Monday. Silva thanked Berg.
The two leaders agreed to deepen trade. She said that Portugal would buy ships from Norway.
TEXT
cat >second.txt <<'TEXT'
LISBON, March 5, 2025 -- President Silva returned from Norway on Wednesday. Marta Silva praised Jonas Berg.
The president said the Norwegian prime minister would visit Lisbon. Oslo and Lisbon signed an agreement on fishing.
TEXT
"$RELATA" build -f tsv first.txt second.txt >facts.tsv
cut -f1-4 facts.tsv >both
awk -F '\t' 'NR > 1 { print "x\t" $7 "\t" $8 "\t" $9 }' facts.tsv >>both
for name in 'Marta Silva' 'Jonas Berg' Portugal Norway; do
  is "two reports: one node for $name" 1 "$(nodes "$name" <both)"
done
is "two reports: no other node for a part of a name" 0 "$(cut -f3 both | grep -c -x -e Silva -e Berg -e 'President Silva')"
"$RELATA" build -f tsv second.txt first.txt >turned.tsv
is "two reports: the same nodes in the other order" "$(cut -f2 facts.tsv | sort -u)" "$(cut -f2 turned.tsv | sort -u)"

# Two reports in one file, each with its own date
cat first.txt second.txt >joined.txt
ends "articles that are one text, with two datelines" 0 '' "$RELATA" build -f tsv joined.txt
is "articles that are one text: still one Silva" 1 "$(nodes 'Marta Silva' <out)"

# Names in other scripts
printf 'The actor 김은정 met Anna Berg in Seoul. Мария Иванова wrote to Берг.\n' >scripts.txt
ends "names in other scripts" 0 '' "$RELATA" build -f tsv scripts.txt
like "names in other scripts: Latin ones beside them are found" '	Anna Berg	' "$(cat out)"

# A thousand mentions of one pronoun: ten times the text may take some twenty times as long, not a hundred times
repeat () { awk -v n="$1" 'BEGIN { printf "Anna Berg met Marta Silva. "; for (i = 0; i < n; i++) printf "She said that she liked it. "; print "" }'; }
repeat 500 >some.txt
repeat 5000 >many.txt
entities_seconds () { "$RELATA" build --verbose -f tsv "$1" 2>&1 >/dev/null | sed -n 's/^relata: entities *\([0-9.]*\) s/\1/p'; }
some=$(entities_seconds some.txt) many=$(entities_seconds many.txt)
like "ten thousand pronouns: time is bounded ($some s, $many s)" '^yes$' \
  "$(awk -v a="$some" -v b="$many" 'BEGIN { print (b <= 40 * (a < 0.01 ? 0.01 : a) ? "yes" : "no") }')"

done_testing

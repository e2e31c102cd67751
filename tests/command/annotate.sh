#!/bin/bash
# annotate: the whole text comes out as CoNLL-U or BIO, and what the input gives is kept.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

# words FILE: the word column of CoNLL-U; text FILE: what its sentences say
words () { awk -F '\t' '$1 ~ /^[0-9]+$/ { print $2 }' "$1"; }
text () { sed -n 's/^# text = //p' "$1"; }

cat >report.txt <<'TEXT'
By Ann Author

SEOUL, Jan. 19 (Example) -- President Lee met Meloni. They didn't sign.

- a list item
***

Copyright 2026 Example
TEXT
ends "conllu" 0 '' "$RELATA" annotate report.txt
is "conllu: all of the text comes out" "$(tr -d ' \n' <report.txt)" "$(words out | tr -d '\n')"
is "conllu: ten columns" 10 "$(grep -v '^#' out | grep . | awk -F '\t' '{ print NF }' | sort -u)"
is "conllu: one root a sentence" "$(text out | wc -l)" "$(awk -F '\t' '$7 == "0"' out | grep -c root)"
like "conllu: words of one token" '^[0-9]+-[0-9]+	didn.t	_' "$(cat out)"
like "conllu: entities" '	Entity=\([0-9]+-person' "$(cat out)"
is "conllu: what the entity attributes are" 1 "$(grep -c '^# global.Entity = GRP-etype$' out)"
is "conllu: one document" 1 "$(grep -c '^# newdoc id = report$' out)"
cp out first
ends "conllu again" 0 '' "$RELATA" annotate report.txt
same "conllu: the same bytes again" first out

ends "--prose" 0 '' "$RELATA" annotate --prose report.txt
unlike "--prose: no by-line, no rights" 'Author|Copyright' "$(text out)"
like "--prose: the report" 'President Lee met Meloni\.' "$(text out)"

# Tokens and sentences of the input stay, however odd.
cat >given.conllu <<'CONLLU'
# newdoc id = given
# my comment = stays
# sent_id = first
# text = Lee's K-pop album left. Then
1-2	Lee's	_	_	_	_	_	_	_	_
1	Lee	Lee	X	NNP	Foo=Bar	0	root	_	_
2	's	's	X	POS	_	1	dep	_	_
3	K-pop	_	X	_	_	1	dep	_	_
4	album	_	X	_	_	1	dep	_	_
5	left	_	X	_	_	1	dep	_	SpaceAfter=No
6	.	_	X	_	_	1	dep	_	_
7	Then	_	X	_	_	1	dep	_	_

# sent_id = second
# text = so on
1	so	_	X	_	_	0	root	_	_
2	on	_	X	_	_	1	dep	_	_

CONLLU
ends "CoNLL-U in" 0 '' "$RELATA" annotate given.conllu
is "CoNLL-U in: comments stay" "$(grep '^#' given.conllu)" "$(grep '^#' out | grep -v '^# global')"
is "CoNLL-U in: tokens and sentences stay" "$(cut -f 1,2 given.conllu)" "$(grep -v '^# global' out | cut -f 1,2)"
unlike "CoNLL-U in: tags are made anew" 'Foo=Bar' "$(cat out)"
ends "--keep-trees" 0 '' "$RELATA" annotate --keep-trees given.conllu
is "--keep-trees: tags and trees stay" "$(cut -f 1-8 given.conllu)" "$(grep -v '^# global' out | cut -f 1-8)"
"$RELATA" annotate <given.conllu --input-format conllu >piped
"$RELATA" annotate given.conllu >out
same "CoNLL-U from standard input" out piped

printf 'Lee\tB-PER\nmet\tO\nK-pop\tO\n\nso\nThen\tO\n\n' >given.bio
ends "BIO in" 0 '' "$RELATA" annotate -f bio given.bio
is "BIO in: tokens and sentences stay" "$(cut -f 1 given.bio)" "$(cut -f 1 out)"
like "BIO in: each token has a tag" '^(O|[BI]-[A-Z]+)$' "$(grep . out | cut -f 2 | sort -u | head -1)"

# One output for all inputs; what fails does not spoil it.
ends "several files" 1 '^relata: missing\.txt: ' "$RELATA" annotate report.txt missing.txt given.conllu
is "several files: a document each" "report given" "$(echo $(sed -n 's/^# newdoc id = //p' out))"
ends "-o" 0 '' "$RELATA" annotate -o file.conllu report.txt
same "-o: the same bytes" first file.conllu
ends "-o when all fail" 3 '^relata: missing\.txt: ' "$RELATA" annotate -o none.conllu missing.txt
is "-o when all fail: no file" "" "$(ls none.conllu* 2>/dev/null)"

done_testing

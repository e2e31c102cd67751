#!/bin/bash
# load: what arrives, with credentials and retries; stores that are down, slow, full, refuse, lie or hang up half way.
. "$(dirname "$0")/../tap.sh"
command -v python3 >/dev/null || skip_all "python3 is not installed"
scratch
cd "$T" || exit 1

python3 "$ROOT/tests/command/load_server.py" "$T" 2>server.log &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$T"' EXIT
for _ in $(seq 100); do [ -s port ] && break; sleep 0.1; done
[ -s port ] || skip_all "no server can be started here"
url=http://127.0.0.1:$(cat port)

printf '<http://x/a> <http://x/p> "1" .\n<http://x/a> <http://x/p> "é\\n" .\n' >two.ttl
printf '<http://x/a> <http://x/p> "1" <http://x/g> .\n<http://x/b> <http://x/p> "2" <http://x/g> .\n<http://x/c> <http://x/p> "3" <http://x/h> .\n' >quads.nq

ends "a graph" 0 '' "$RELATA" load --store "$url/good/data" two.ttl
is "a graph: the report" $'default\t2\t0\t2' "$(cat out)"
ends "again" 0 '' "$RELATA" load --store "$url/good/data" two.ttl
is "again: nothing new" $'default\t2\t2\t2' "$(cat out)"
ends "named graphs" 0 '' "$RELATA" load --store "$url/good/data" quads.nq
is "named graphs: the report" $'http://x/g\t2\t0\t2\nhttp://x/h\t1\t0\t1' "$(cat out)"
ends "--graph" 0 '' "$RELATA" load --store "$url/good/data" --graph http://x/all two.ttl quads.nq
is "--graph: all in it, each triple once" $'http://x/all\t4\t0\t4' "$(cat out)"
ends "--replace" 0 '' "$RELATA" load --store "$url/good/data" --graph http://x/all --replace two.ttl
is "--replace: the rest is gone" $'http://x/all\t2\t4\t2' "$(cat out)"
ends "standard input" 0 '' sh -c '"$0" load --store "$1" - <two.ttl' "$RELATA" "$url/stdin/data"
ends "a store whose queries are not known: a warning" 0 'give --query' "$RELATA" load --store "$url/good/elsewhere" two.ttl
is "a store whose queries are not known: no counts" $'default\t2\t-\t-' "$(cat out)"
ends "--query" 0 '' "$RELATA" load --store "$url/other/elsewhere" --query "$url/other/sparql" two.ttl
is "--query: counted" $'default\t2\t0\t2' "$(cat out)"

ends "--quiet: no warning" 0 '' "$RELATA" load --quiet --store "$url/good/elsewhere" two.ttl
ends "--verbose" 0 'sending the default graph' "$RELATA" load --verbose --store "$url/good/data" two.ttl
is "every option is tried here" "" "$("$RELATA" load --help | grep -oE '(^ *|, )--[a-z][a-z-]*' | tr -d ' ,' | grep -v -x -e --help | while read -r option; do
  grep -qE -- "load .*$option( |=)" "$ROOT/tests/command/load.sh" || echo "$option"; done)"

printf 'anna:secret:word\n' >anna; printf 'Bearer t0k3n\n' >bearer; printf 'anna:wrong\n' >wrong; printf 'nothing\n' >nothing
chmod 600 anna bearer wrong nothing
ends "no credentials" 3 '401.*--credentials' "$RELATA" load --store "$url/basic/data" two.ttl
ends "wrong credentials" 3 '401.*do not suffice' "$RELATA" load --store "$url/basic/data" --credentials wrong two.ttl
ends "a user and a password" 0 '' "$RELATA" load --store "$url/basic/data" --credentials anna two.ttl
ends "a token" 0 '' "$RELATA" load --store "$url/bearer/data" --credentials bearer two.ttl
ends "a file that holds no credentials" 3 '^relata: nothing: ' "$RELATA" load --store "$url/basic/data" --credentials nothing two.ttl
ends "a missing file of credentials" 3 'missing' "$RELATA" load --store "$url/basic/data" --credentials missing two.ttl
chmod 644 anna
ends "credentials that others may read: a warning" 0 'chmod 600' "$RELATA" load --store "$url/basic/data" --credentials anna two.ttl
unlike "no message shows a password" 'secret|wrong' "$(cat err)"

ends "busy at first" 0 '' "$RELATA" load --store "$url/busy/data" two.ttl
is "busy at first: it arrives" $'default\t2\t0\t2' "$(cat out)"
ends "no store there" 3 'Connection refused' "$RELATA" load --retries 0 --store http://127.0.0.1:1/data two.ttl
ends "no store there, tried again" 3 'after 2 tries' "$RELATA" load --retries 1 --store http://127.0.0.1:1/data two.ttl
ends "500" 3 'after 2 tries: .*500.*: no luck' "$RELATA" load --retries 1 --store "$url/broken/data" two.ttl
is "500: one line of message" 1 "$(wc -l <err)"
ends "full" 3 '507.*full' "$RELATA" load --store "$url/full/data" two.ttl
ends "moved" 3 '301.*moved' "$RELATA" load --store "$url/moved/data" two.ttl
ends "not found" 3 '404.*Graph Store Protocol' "$RELATA" load --store "$url/missing/data" two.ttl
ends "slow" 3 'timed out' timeout 20 "$RELATA" load --retries 0 --timeout 1 --store "$url/slow/data" two.ttl
ends "hangs up half way" 3 'after 2 tries' "$RELATA" load --retries 1 --store "$url/cut/data" two.ttl
ends "an endless answer" 3 '400' timeout 60 "$RELATA" load --store "$url/endless/data" two.ttl
ends "half of it is lost without a word" 3 '2 triples were sent, but the store has 1' "$RELATA" load --store "$url/liar/data" two.ttl
ends "a count that is none" 3 'garbage/sparql.*--query' "$RELATA" load --store "$url/garbage/data" two.ttl

ends "no --store" 2 '--store' "$RELATA" load two.ttl
ends "an address that is none" 2 'not the address' "$RELATA" load --store two.ttl two.ttl
ends "another scheme" 2 'not the address' "$RELATA" load --store file:///tmp/x two.ttl
ends "a password in the address" 2 'write it into a file' "$RELATA" load --store http://anna:secret@127.0.0.1/data two.ttl
unlike "a password in the address is not shown" 'secret' "$(cat err)"
ends "a graph that is none" 2 '--graph' "$RELATA" load --store "$url/good/data" --graph 'x y> { }' two.ttl
ends "a timeout that is none" 2 '--timeout' "$RELATA" load --store "$url/good/data" --timeout 0 two.ttl
ends "retries that are none" 2 '--retries' "$RELATA" load --store "$url/good/data" --retries -1 two.ttl
printf '<http://x/a> <http://x/p> "1" .\n<http://x/a> x:p .\n' >broken.ttl
ends "broken Turtle" 3 '^relata: broken\.ttl:2' "$RELATA" load --store "$url/untouched/data" broken.ttl
ends "broken Turtle: the store saw nothing of it" 0 '' "$RELATA" load --store "$url/untouched/data" two.ttl
is "broken Turtle: the store was empty" $'default\t2\t0\t2' "$(cat out)"

done_testing

#!/bin/bash
# HTML pages in a real browser: headless Chromium, driven by Playwright; page.py holds the tests.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip_all "no Chromium here"
python=
for candidate in "$(dirname "$RELATA")/playwright/bin/python3" python3; do
  "$candidate" -c 'import playwright.sync_api' 2>/dev/null && { python=$candidate; break; }
done
[ -n "$python" ] || skip_all "no Playwright here; make packages-check installs it"

cat >report.txt <<'TEXT'
Harbour bridge reopens after storm

ARDEN, March 3, 2025 - Mayor Ana Silva met engineer Tom Reed in Arden on Monday. 😀 Silva praised Reed. Reed said the port
had closed the old bridge. The city of Arden will build a new bridge in 2026. Silva did not visit the harbour.
TEXT
"$RELATA" build -o report.html report.txt || exit 1

cat >hostile.ttl <<'TURTLE'
@prefix e: <http://example.org/e/> .
@prefix p: <http://example.org/p/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
e:a rdfs:label "</script><script>window.harm = 1</script><img src=x onerror='window.harm=2'>" ;
  rdfs:comment "]]><!-- </style><script>window.harm = 3</script> @SCRIPT@ @DATA@" ; p:q e:b ; p:says "<b onclick=alert(1)>" .
e:b a <http://example.org/%22%3E%3Cscript%3E> ; rdfs:label "a --> b & \"c\" 'd' \\u003c \u2028 이재명 \u0644\u0628\u0646\u0627\u0646 भारत" .
p:q rdfs:label "</TD><script>window.harm = 4</script>" .
<javascript:window.harm=5> p:q e:a .
e:s a rdf:Statement ; rdf:subject e:a ; rdf:predicate p:q ; rdf:object e:b ; prov:wasDerivedFrom <http://example.org/d#1> .
<http://example.org/d#1> a nif:Sentence ; nif:anchorOf "It says </script><script>window.harm = 6</script>." ;
  nif:beginIndex 0 ; nif:endIndex 50 ; nif:referenceContext <http://example.org/d> .
<http://example.org/d> a nif:Context ; dcterms:title "<title>&amp;</title><script>window.harm = 7</script>" .
TURTLE
"$RELATA" draw -o hostile.html hostile.ttl || exit 1

{
  echo '@prefix e: <http://example.org/e/> . @prefix p: <http://example.org/p/> . @prefix schema: <https://schema.org/> .'
  awk 'BEGIN { split ("Person Place Organization Event", type, " ")
    for (i = 0; i < 1000; i++) printf "e:thing%d a schema:%s ; p:joined%d e:thing%d .\n", i, type[i % 4 + 1], i % 7, (i * 7 + 3) % 1000
    for (i = 0; i < 400; i++) printf "e:thing%d p:met e:thing%d .\n", i, (i * i) % 1000 }'
} >large.ttl
"$RELATA" draw --max-nodes 1000 -o large.html large.ttl || exit 1

"$RELATA" draw -o empty.html /dev/null || exit 1
exec "$python" "$ROOT/tests/conformance/page.py" "$chromium" "$T"

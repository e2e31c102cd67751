"""Checks the Turtle files of a folder as an ontology and prints what is wrong, a finding a line.

usage: ontology.py FOLDER

The rules are those of OWL 2 DL that a property vocabulary can break, and some of our own: everything that is used is defined;
what is defined has a label; properties are of things or of literals, not of both; domains and ranges are classes; inverses are
mutual and swap domain and range; symmetric properties have one class at both ends; no class or property is above itself;
each wording is there once and means a property that there is. The last line counts properties, wordings and the properties
that wordings reach.
"""
import re
import sys
from pathlib import Path

from rdflib import Graph, Literal, Namespace, RDF, RDFS, OWL, SKOS, XSD

REL = Namespace("https://w3id.org/relata/ns#")
ONTOLEX = Namespace("http://www.w3.org/ns/lemon/ontolex#")
CLASSES = (OWL.Class, RDFS.Class)
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)
# Classes of vocabularies that are defined elsewhere.
OTHERS = ("http://www.w3.org/", "http://semanticweb.cs.vu.nl/", "http://persistence.uni-leipzig.org/", "http://purl.org/")
PLOVER = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE"
             " COERCE ASSAULT".split())


def short(term):
    return str(term).replace(str(REL), "rel:")


def is_typed(graph, term, types):
    return any((term, RDF.type, kind) in graph for kind in types)


def check_definitions(graph):
    for term in sorted({t for triple in graph for t in triple if str(t).startswith(str(REL))}):
        if (term, RDF.type, None) not in graph:
            yield f"{short(term)} is used, but not defined"
    for term in sorted({s for kind in CLASSES + PROPERTIES for s in graph.subjects(RDF.type, kind)}):
        if str(term).startswith(str(REL)) and (term, RDFS.label, None) not in graph:
            yield f"{short(term)} has no label"
    for term in sorted(set(graph.objects(None, ONTOLEX.denotes))):
        if (term, RDFS.comment, None) not in graph:
            yield f"{short(term)} has no definition"


def check_kinds(graph):
    for term in sorted(set(graph.subjects(RDF.type, OWL.ObjectProperty))):
        if is_typed(graph, term, (OWL.DatatypeProperty, OWL.AnnotationProperty)):
            yield f"{short(term)} is a property of things and of something else"
    for term in sorted({s for kind in PROPERTIES for s in graph.subjects(RDF.type, kind)}):
        if is_typed(graph, term, CLASSES):
            yield f"{short(term)} is a property and a class"


def check_ends(graph):
    for end in (RDFS.domain, RDFS.range):
        for term, value in sorted(graph.subject_objects(end)):
            literal = str(value).startswith(str(XSD)) or value == RDFS.Literal
            if literal and is_typed(graph, term, (OWL.ObjectProperty,)):
                yield f"{short(term)} is a property of things with a datatype at its end"
            if not literal and end == RDFS.range and is_typed(graph, term, (OWL.DatatypeProperty,)):
                yield f"{short(term)} is a property of literals with a class as range"
            if not literal and not is_typed(graph, value, CLASSES) and not str(value).startswith(OTHERS):
                yield f"{short(term)} has the end {short(value)}, which is no class"


def get_ends(graph, term):
    return set(graph.objects(term, RDFS.domain)), set(graph.objects(term, RDFS.range))


def check_inverses(graph):
    for term, inverse in sorted(graph.subject_objects(OWL.inverseOf)):
        if (inverse, OWL.inverseOf, term) not in graph:
            yield f"{short(term)} is inverse of {short(inverse)}, but not the other way round"
        if get_ends(graph, term) != get_ends(graph, inverse)[::-1]:
            yield f"{short(term)} and its inverse {short(inverse)} differ in domain and range"
    for term in sorted(graph.subjects(RDF.type, OWL.SymmetricProperty)):
        domain, range_ = get_ends(graph, term)
        if range_ and domain and domain != range_:
            yield f"{short(term)} is symmetric with two different ends"


def check_cycles(graph):
    for relation in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in sorted(set(graph.subjects(relation, None))):
            if any(term in graph.transitive_objects(above, relation) for above in graph.objects(term, relation)):
                yield f"{short(term)} is above itself"


def check_counterparts(graph):
    for term, other in sorted(graph.subject_objects(SKOS.closeMatch)):
        if not re.fullmatch(r"http://www\.wikidata\.org/entity/[PQ][1-9]\d*", str(other)):
            yield f"{short(term)} is matched with {other}, which is no item of Wikidata"
    for term, code in sorted(graph.subject_objects(REL.plover)):
        if str(code) not in PLOVER:
            yield f"{short(term)}: PLOVER has no type {code}"
    for term, code in sorted(graph.subject_objects(REL.cameo)):
        if not re.fullmatch(r"(0[1-9]|1\d|20)\d", str(code)):
            yield f"{short(term)}: CAMEO has no code {code}"


def check_wordings(graph):
    seen = {}
    for entry in sorted(graph.subjects(RDF.type, ONTOLEX.LexicalEntry)):
        labels = list(graph.objects(entry, RDFS.label))
        meant = list(graph.objects(entry, ONTOLEX.denotes)) + list(graph.objects(entry, REL.narrows))
        if len(labels) != 1 or not isinstance(labels[0], Literal) or labels[0].language != "en":
            yield f"{entry} needs one English label"
        if not meant:
            yield f"{entry} means nothing"
        for term in meant:
            if not is_typed(graph, term, (OWL.ObjectProperty, OWL.DatatypeProperty)):
                yield f"{entry} means {short(term)}, which is no property"
        for label in labels:
            if seen.setdefault(str(label), entry) != entry:
                yield f"the wording '{label}' is there twice"


def main(folder):
    graph = Graph()
    for path in sorted(Path(folder).glob("*.ttl")):
        graph.parse(path, format="turtle")
    checks = (check_definitions, check_kinds, check_ends, check_inverses, check_cycles, check_counterparts, check_wordings)
    findings = [finding for check in checks for finding in check(graph)]
    print(*findings, sep="\n")
    entries = set(graph.subjects(RDF.type, ONTOLEX.LexicalEntry))
    reached = {term for entry in entries for how in (ONTOLEX.denotes, REL.narrows) for term in graph.objects(entry, how)}
    n = sum(is_typed(graph, s, (OWL.ObjectProperty, OWL.DatatypeProperty)) for s in set(graph.subjects(RDF.type, None)))
    print(f"{n} properties, {len(entries)} wordings, {len(reached)} properties reached")


main(sys.argv[1])

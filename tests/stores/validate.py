"""validate.py SHAPES ONTOLOGY-FOLDER GRAPH: an independent SHACL validator (pyshacl) over one graph, and over the
shapes themselves; prints its report."""
import glob
import os
import sys

import pyshacl
import rdflib

shapes = rdflib.Graph().parse(sys.argv[1], format="turtle")
graph = rdflib.Graph().parse(sys.argv[3], format="turtle")
ontology = rdflib.Graph()
for path in sorted(glob.glob(os.path.join(sys.argv[2], "[1-3]*.ttl"))):
    ontology.parse(path, format="turtle")
conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=ontology, inference="none", meta_shacl=True)
if not conforms:
    print(text[:3000])
sys.exit(not conforms)

"""picture_boxes.py SVG...: what is wrong with pictures of relata, a line each; nothing: all is well.

Boxes of nodes that overlap, names of edges on a node or on each other, type below 9 points, text with too little contrast on
what is behind it.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
SMALLEST = 9.0
LEAST_CONTRAST = 4.5
NARROW = 0.4  # of the size of type: the least that a character is wide, so that only true overlaps are told


def luminance(color):
    color = {"white": "#ffffff", "black": "#000000"}.get(color, color)
    parts = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def box_of_shape(shape):
    if shape.tag == SVG + "ellipse":
        x, y, rx, ry = (float(shape.get(key)) for key in ("cx", "cy", "rx", "ry"))
        return x - rx, y - ry, x + rx, y + ry
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", shape.get("points") or shape.get("d"))]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def box_of_text(text):
    size, x, y = (float(text.get(key)) for key in ("font-size", "x", "y"))
    width = len(text.text or "") * size * NARROW
    left = x - width / 2 if text.get("text-anchor") == "middle" else x
    return left, y - 0.7 * size, left + width, y


def overlap(a, b, slack=0.5):
    return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack


def overlapping(boxes, others):
    """Pairs of names whose boxes overlap; the boxes sorted by their left sides are compared while they can."""
    found, others = [], sorted(others, key=lambda item: item[1][0])
    for name, box in boxes:
        for other, other_box in others:
            if other_box[0] >= box[2]:
                break
            if name != other and overlap(box, other_box):
                found.append((name, other))
    return found


def check(path):
    root = ElementTree.parse(path).getroot()
    page = root.find(f".//{SVG}g[@class='graph']/{SVG}polygon").get("fill")
    nodes, names, wrong = [], [], []
    for group in root.iter(SVG + "g"):
        kind, texts = group.get("class"), list(group.iter(SVG + "text"))
        if kind not in ("node", "edge", "graph"):
            continue
        ground = page
        if kind == "node":
            shapes = [part for part in group.iter() if part.tag in (SVG + "polygon", SVG + "path", SVG + "ellipse")]
            nodes.append((group.get("id"), box_of_shape(shapes[0])))
            ground = shapes[0].get("fill")
        if kind == "edge":
            names += [(group.get("id"), box_of_text(text)) for text in texts]
        for text in texts if kind != "graph" else []:
            if contrast(text.get("fill", "black"), ground) < LEAST_CONTRAST:
                wrong.append(f"{path}: {text.text!r}: {text.get('fill')} on {ground} cannot be read")
    for text in root.iter(SVG + "text"):
        if float(text.get("font-size")) < SMALLEST:
            wrong.append(f"{path}: {text.text!r} is {text.get('font-size')} points")
    wrong += [f"{path}: nodes {a} and {b} overlap" for a, b in overlapping(nodes, nodes)]
    wrong += [f"{path}: a name of {a} lies on node {b}" for a, b in overlapping(names, nodes)]
    wrong += [f"{path}: names of {a} and {b} overlap" for a, b in overlapping(names, names)]
    if not nodes:
        wrong.append(f"{path}: no nodes")
    return wrong


for line in [line for path in sys.argv[1:] for line in check(path)]:
    print(line)

/* The page comes to life: things and lines are found in the picture, can be pointed at, chosen and walked along. */

const SVG = 'http://www.w3.org/2000/svg';
const over = document.createElementNS(SVG, 'g'); /* what is pointed at, drawn again above a veil */
const LINGER_MS = 70;
let chosen = null, current = 0, alongEdge = -1, lighting = 0;

function findParts () {
  const graph = svg.querySelector('.graph') || svg;
  data.nodes.forEach((node, i) => {
    node.index = i;
    node.part = byId(node.id);
    node.part.setAttribute('role', 'button');
    node.part.setAttribute('tabindex', i === 0 ? '0' : '-1');
    node.part.setAttribute('aria-label', `${node.label}, ${data.types[node.type].name}, ${plural(node.facts.length, 'fact', 'facts')}`);
    node.part.thing = node;
  });
  for (const edge of data.edges) {
    edge.part = byId(edge.id);
    edge.part.setAttribute('role', 'button');
    edge.part.setAttribute('tabindex', '-1');
    edge.part.setAttribute('aria-label', edge.facts.map(sentenceOf).join('; '));
    edge.part.line = edge;
    const path = edge.part.querySelector('path');
    if (!path) continue;
    const grip = document.createElementNS(SVG, 'path'); /* a line is too thin for a finger */
    grip.setAttribute('d', path.getAttribute('d'));
    grip.setAttribute('class', 'grip');
    edge.part.append(grip);
  }
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', `${plural(data.nodes.length, 'thing', 'things')}, ${plural(data.edges.length, 'line', 'lines')}`);
  over.setAttribute('class', 'over');
  over.setAttribute('aria-hidden', 'true');
  graph.append(over);
}

function veil () {
  const made = document.createElementNS(SVG, 'rect'), box = svg.viewBox.baseVal;
  const graph = svg.querySelector('.graph'), shift = graph && graph.transform.baseVal.consolidate();
  for (const [key, value] of Object.entries({ x: -(shift ? shift.matrix.e : 0) - 2000, y: -(shift ? shift.matrix.f : 0) - 2000,
                                              width: box.width + 4000, height: box.height + 4000, class: 'veil' }))
    made.setAttribute(key, value);
  return made;
}

function copyOf (part) {
  const copy = part.cloneNode(true);
  for (const name of ['id', 'role', 'tabindex', 'aria-label']) copy.removeAttribute(name);
  for (const grip of copy.querySelectorAll('.grip')) grip.remove();
  return copy;
}

/* Draws parts again above a veil; none: takes the veil away. */
function light (parts) {
  over.replaceChildren();
  if (parts.length === 0) return;
  over.append(veil());
  over.append(...parts.map(copyOf));
  over.lastChild.classList.add('lit');
}

const isOn = item => !item.part.classList.contains('off');

/* A thing with its lines and neighbours, or a line with its ends; last what it is about. */
function surroundings (item) {
  if (item.facts && item.from !== undefined)
    return [data.nodes[item.from].part, data.nodes[item.to].part, item.part];
  const edges = item.edges.filter(isOn);
  const ends = new Set(edges.flatMap(edge => [data.nodes[edge.from], data.nodes[edge.to]]).filter(isOn));
  ends.delete(item);
  return [...edges.map(edge => edge.part), ...[...ends].map(node => node.part), item.part];
}

const rest = () => light(chosen ? surroundings(chosen) : []);
const itemAt = target => {
  const part = target.closest && target.closest('.node, .edge');
  return part ? part.thing || part.line : null;
};

function chooseNode (node, bring) {
  chosen = node;
  current = node.index;
  alongEdge = -1;
  openTab('source');
  describeNode(node);
  rest();
  if (bring) show(node.part);
  const first = node.facts.find(fact => fact.shown && (fact.by || []).length);
  if (first) markSentence(data.sentences[first.by[0]]);
  byId('live').textContent = `${node.label}, ${plural(node.facts.length, 'fact', 'facts')}`;
}

function chooseFact (fact, bring) {
  const edge = fact.e !== undefined ? data.edges[fact.e] : null;
  openTab('source');
  if (!edge) {
    chosen = data.nodes[fact.s];
    details.replaceChildren(element('h2', { dir: 'auto' }, sentenceOf(fact)), ...describeFact(fact));
  } else {
    chosen = edge;
    describeEdge(edge, fact);
  }
  rest();
  if (bring) show(chosen.part);
  else showIfHidden(chosen.part);
  if ((fact.by || []).length) markSentence(data.sentences[fact.by[0]]);
  byId('live').textContent = [sentenceOf(fact), circumstancesOf(fact)].filter(Boolean).join(', ');
}

function chooseEdge (edge) {
  const fact = edge.facts.find(candidate => candidate.shown);
  if (fact) chooseFact(fact);
}

function letGo () {
  chosen = null;
  rest();
  details.replaceChildren(help);
}

const choose = item => item.from !== undefined ? chooseEdge(item) : chooseNode(item);

/* Keys in the picture: from thing to thing, along the lines of a thing. */
function walk (step) {
  for (let i = 0; i < data.nodes.length; i++) {
    current = (current + step + data.nodes.length) % data.nodes.length;
    if (isOn(data.nodes[current])) break;
  }
  alongEdge = -1;
  focusOn(data.nodes[current]);
}

function walkAlong (step) {
  const edges = data.nodes[current].edges.filter(isOn);
  if (edges.length === 0) return;
  alongEdge = (alongEdge + step + edges.length) % edges.length;
  focusOn(edges[alongEdge]);
}

function focusOn (item) {
  for (const old of svg.querySelectorAll('[tabindex="0"]')) old.setAttribute('tabindex', '-1');
  item.part.setAttribute('tabindex', '0');
  item.part.focus({ preventScroll: true });
  stage.scrollLeft = stage.scrollTop = 0;
  showIfHidden(item.part);
}

const keys = {
  ArrowRight: () => walk(1), ArrowDown: () => walk(1), ArrowLeft: () => walk(-1), ArrowUp: () => walk(-1),
  n: () => walkAlong(1), p: () => walkAlong(-1), '+': () => zoomAtCentre(1.4), '=': () => zoomAtCentre(1.4),
  '-': () => zoomAtCentre(1 / 1.4), '0': fit, Escape: letGo,
};

stage.addEventListener('keydown', event => {
  const item = itemAt(event.target);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.key === 'Enter' || event.key === ' ') && item) choose(item);
  else if (keys[event.key]) keys[event.key]();
  else return;
  event.preventDefault();
});
stage.addEventListener('focusin', event => {
  const item = itemAt(event.target);
  if (item) light(surroundings(item));
});
stage.addEventListener('focusout', rest);
stage.addEventListener('click', event => {
  const item = itemAt(event.target);
  if (travelled > 4) return;
  if (item) choose(item);
  else if (chosen) letGo();
});
/* A pointer that only passes by lights nothing, which would cost a repaint of the picture for each thing on its way. */
function lightSoon (parts) {
  clearTimeout(lighting);
  lighting = setTimeout(() => { if (!stage.classList.contains('moving')) light(parts()); }, LINGER_MS);
}
stage.addEventListener('pointerover', event => {
  const item = event.pointerType === 'mouse' ? itemAt(event.target) : null;
  if (item) lightSoon(() => surroundings(item));
});
stage.addEventListener('pointerout', event => {
  if (event.pointerType === 'mouse' && itemAt(event.target)) lightSoon(() => chosen ? surroundings(chosen) : []);
});
document.addEventListener('keydown', event => {
  if (event.key !== '/' || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  event.preventDefault();
  query.focus();
});

/* Light or dark: as the picture was drawn, or as the reader's system says where it may be either. */
function setUpTheme () {
  const root = document.documentElement, button = byId('theme');
  if (!data.themes) {
    button.hidden = true;
    return;
  }
  if (data.follow && matchMedia('(prefers-color-scheme: dark)').matches) root.dataset.theme = 'dark';
  button.addEventListener('click', () => { root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark'; });
}

const help = byId('help');
setUpTheme();
findParts();
fillFilters();
fit();
if (stage.clientWidth < 700 && data.nodes.length > 0 && view.k < READABLE) {
  const first = data.nodes.reduce((best, node) => node.facts.length > best.facts.length ? node : best);
  paint();
  show(first.part);
}
if (data.documents.length === 1) fillArticle(0);
window.addEventListener('resize', keepInSight);

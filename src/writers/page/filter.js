/* What is shown: by class, predicate, kind of line, confidence and date. */

const wanted = { types: new Set(data.types.keys()), lines: new Set(data.lines.keys()), predicates: null, confidence: 0,
                 from: '', to: '', undated: true };
const predicates = [...data.facts.reduce((counts, fact) => counts.set(fact.p, (counts.get(fact.p) || 0) + 1), new Map())]
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
wanted.predicates = new Set(predicates.map(([name]) => name));

/* Dates may be partial, "2025-06": they are compared as far as they go. */
function isInTime (fact) {
  if (!wanted.from && !wanted.to) return true;
  const start = fact.when || fact.until, end = fact.until || fact.when;
  if (!start || !/^-?\d{4}/.test(start)) return wanted.undated;
  return (!wanted.from || end >= wanted.from.slice(0, end.length))
    && (!wanted.to || start.slice(0, wanted.to.length) <= wanted.to.slice(0, start.length));
}

function isWanted (fact) {
  return wanted.lines.has(fact.k) && wanted.predicates.has(fact.p) && isInTime(fact)
    && (fact.c === undefined || fact.c >= wanted.confidence)
    && wanted.types.has(data.nodes[fact.s].type) && (fact.o === undefined || wanted.types.has(data.nodes[fact.o].type));
}

function applyFilters () {
  let n = 0;
  for (const fact of data.facts) {
    fact.shown = isWanted(fact);
    n += fact.shown;
  }
  for (const edge of data.edges) edge.part.classList.toggle('off', !edge.facts.some(fact => fact.shown));
  for (const node of data.nodes) {
    const bare = node.facts.length === 0 && n === data.facts.length;
    node.part.classList.toggle('off', !wanted.types.has(node.type) || !(bare || node.facts.some(fact => fact.shown)));
  }
  if (!byId('table').hidden) fillTable();
  const shown = data.nodes.filter(node => !node.part.classList.contains('off')).length;
  byId('live').textContent = `${plural(shown, 'thing', 'things')} and ${plural(n, 'fact', 'facts')} shown`;
}

function toggle (set, key, on) {
  if (on) set.add(key);
  else set.delete(key);
  applyFilters();
}

function checkbox (name, on, change, ...label) {
  const box = element('input', { type: 'checkbox', checked: on, name });
  box.addEventListener('change', () => change(box.checked));
  return element('label', {}, box, ...label);
}

function group (title, ...children) {
  return element('fieldset', {}, element('legend', {}, title), ...children);
}

/* All on, all off, for a long list of boxes. */
function allOrNone (list, set, keys) {
  const every = on => {
    for (const key of keys) if (on) set.add(key); else set.delete(key);
    for (const box of list.querySelectorAll('input')) box.checked = on;
    applyFilters();
  };
  return element('div', { class: 'row' }, element('button', { type: 'button', click: () => every(true) }, 'All'),
    element('button', { type: 'button', click: () => every(false) }, 'None'));
}

/* A small piece of the picture in front of its name. */
function swatch (draw) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  made.setAttribute('width', 26);
  made.setAttribute('height', 14);
  made.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS('http://www.w3.org/2000/svg', draw.name);
  for (const [key, value] of Object.entries(draw.attributes)) shape.setAttribute(key, value);
  made.append(shape);
  return made;
}

const typeSwatch = type => swatch(type.round
  ? { name: 'ellipse', attributes: { cx: 13, cy: 7, rx: 12, ry: 6, fill: type.fill, stroke: type.border } }
  : { name: 'rect', attributes: { x: 1, y: 1, width: 24, height: 12, rx: type.soft ? 4 : 0, fill: type.fill, stroke: type.border } });
const lineSwatch = line => swatch({ name: 'path', attributes: { d: 'M1 7H25', fill: 'none', stroke: line.color, 'stroke-width': 2,
  'stroke-dasharray': { dotted: '2 3', dashed: '6 4' }[line.style] || 'none' } });

function fillFilters () {
  const form = byId('filters');
  const typeList = element('div', { class: 'many' }, ...data.types.map((type, i) => checkbox('type', true,
    on => toggle(wanted.types, i, on), typeSwatch(type), `${type.name} (${data.nodes.filter(node => node.type === i).length})`)));
  const predicateList = element('div', { class: 'many' }, ...predicates.map(([name, n]) => checkbox('predicate', true,
    on => toggle(wanted.predicates, name, on), element('span', { dir: 'auto' }, `${name} (${n})`))));
  const lineList = data.lines.map((line, i) => data.facts.some(fact => fact.k === i)
    ? checkbox('line', true, on => toggle(wanted.lines, i, on), lineSwatch(line), line.name) : null).filter(Boolean);
  form.append(group('Things', typeList, allOrNone(typeList, wanted.types, data.types.keys())));
  if (lineList.length > 0) form.append(group('How sure the text is', ...lineList));
  if (data.facts.some(fact => fact.c !== undefined)) form.append(confidenceGroup());
  if (data.facts.some(fact => fact.when)) form.append(dateGroup());
  if (predicates.length > 0)
    form.append(group('What is said', predicateList, allOrNone(predicateList, wanted.predicates, predicates.map(([name]) => name))));
  form.addEventListener('submit', event => event.preventDefault());
}

function confidenceGroup () {
  const range = element('input', { type: 'range', id: 'confidence', min: 0, max: 1, step: 0.05, value: 0, 'aria-label': 'Least confidence' });
  const output = element('output', { for: 'confidence' }, '0 %');
  range.addEventListener('input', () => {
    wanted.confidence = Number(range.value);
    output.textContent = `${Math.round(wanted.confidence * 100)} %`;
    applyFilters();
  });
  return group('Least confidence', element('div', { class: 'row' }, range, output));
}

function dateGroup () {
  const field = (name, key) => {
    const input = element('input', { type: 'date', id: key });
    input.addEventListener('input', () => {
      wanted[key] = input.value;
      applyFilters();
    });
    return element('label', {}, name, input);
  };
  return group('Date', element('div', { class: 'row' }, field('from', 'from'), field('to', 'to')),
    checkbox('undated', true, on => { wanted.undated = on; applyFilters(); }, 'also what has no date'));
}

'use strict';
/* What the page knows: the data that relata wrote into it, with the places of facts at things and lines. */

const data = JSON.parse(document.getElementById('data').textContent);
const byId = id => document.getElementById(id);

/* element ('button', {type: 'button'}, 'text', child...): text is text, never markup. */
function element (name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {}))
    if (key === 'click') made.addEventListener('click', value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value);
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

const plural = (n, one, many) => `${n} ${n === 1 ? one : many}`;

for (const node of data.nodes) {
  node.facts = [];
  node.edges = [];
}
for (const edge of data.edges) {
  edge.facts = [];
  data.nodes[edge.from].edges.push(edge);
  if (edge.to !== edge.from) data.nodes[edge.to].edges.push(edge);
}
data.facts.forEach((fact, i) => {
  fact.index = i;
  fact.shown = true;
  data.nodes[fact.s].facts.push(fact);
  if (fact.o !== undefined && fact.o !== fact.s) data.nodes[fact.o].facts.push(fact);
  if (fact.e !== undefined) data.edges[fact.e].facts.push(fact);
});

/* "not: visited", "Lee — visited — Italy" */
const predicateOf = fact => (data.lines[fact.k].denied ? 'not: ' : '') + fact.p;
const objectOf = fact => fact.o !== undefined ? data.nodes[fact.o].label : fact.v;
const sentenceOf = fact => [data.nodes[fact.s].label, predicateOf(fact), objectOf(fact)].filter(Boolean).join(' — ');

/* "planned, 2026-01-19, Seoul, says Lee" */
function circumstancesOf (fact) {
  const time = fact.until ? `${fact.when || ''}–${fact.until}` : fact.when;
  return [fact.how, time, fact.where, fact.with ? `with ${fact.with}` : null, fact.who ? `says ${fact.who}` : null].filter(Boolean).join(', ');
}

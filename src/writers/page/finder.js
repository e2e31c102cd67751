/* Search over things and facts, and the list of all facts, which also reads the picture to those who cannot see it. */

const query = byId('query'), hits = byId('hits');
const MAX_HITS = 40, MAX_ROWS = 500;
const fold = text => (text || '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

for (const node of data.nodes) node.key = fold(`${node.label}\n${node.also || ''}`);
for (const fact of data.facts) fact.key = fold(`${sentenceOf(fact)} ${circumstancesOf(fact)}`);

/* What begins like the query comes first. */
function rank (key, text) {
  return key.startsWith(text) ? 0 : key.includes(` ${text}`) || key.includes(`\n${text}`) ? 1 : 2;
}

function findAll (text) {
  const nodes = data.nodes.filter(node => !node.part.classList.contains('off') && node.key.includes(text));
  const facts = data.facts.filter(fact => fact.shown && fact.key.includes(text));
  nodes.sort((a, b) => rank(a.key, text) - rank(b.key, text) || b.facts.length - a.facts.length || a.index - b.index);
  return { nodes, facts };
}

function hit (label, remark, choose) {
  return element('li', {}, element('button', { type: 'button', click: () => { closeHits(); choose(); } },
    element('span', { dir: 'auto' }, label), ' ', element('small', {}, remark)));
}

function closeHits () {
  hits.hidden = true;
  hits.replaceChildren();
}

query.addEventListener('input', () => {
  const text = fold(query.value.trim());
  closeHits();
  if (!text) return;
  const found = findAll(text), n = found.nodes.length + found.facts.length;
  for (const node of found.nodes.slice(0, MAX_HITS))
    hits.append(hit(node.label, `${data.types[node.type].name}, ${plural(node.facts.length, 'fact', 'facts')}`, () => chooseNode(node, true)));
  for (const fact of found.facts.slice(0, Math.max(0, MAX_HITS - found.nodes.length)))
    hits.append(hit(sentenceOf(fact), circumstancesOf(fact), () => chooseFact(fact, true)));
  if (n === 0) hits.append(element('li', { class: 'quiet' }, 'Nothing found.'));
  hits.hidden = false;
  byId('live').textContent = n === 0 ? 'Nothing found' : `${n} found`;
});

document.getElementById('finder').addEventListener('keydown', event => {
  const buttons = [...hits.querySelectorAll('button')], at = buttons.indexOf(document.activeElement);
  if (event.key === 'Enter' && at < 0 && buttons.length) buttons[0].click();
  else if (event.key === 'ArrowDown' && buttons.length) buttons[Math.min(at + 1, buttons.length - 1)].focus();
  else if (event.key === 'ArrowUp' && at >= 0) (at === 0 ? query : buttons[at - 1]).focus();
  else if (event.key === 'Escape') { closeHits(); query.focus(); }
  else return;
  event.preventDefault();
});
document.addEventListener('click', event => { if (!byId('finder').contains(event.target)) closeHits(); });

function fillTable () {
  const shown = data.facts.filter(fact => fact.shown), table = byId('table');
  table.replaceChildren(element('p', { class: 'quiet' }, shown.length > MAX_ROWS
    ? `The first ${MAX_ROWS} of ${shown.length} facts; search or filter for others.` : plural(shown.length, 'fact', 'facts')));
  table.append(element('ul', { class: 'facts' },
    ...shown.slice(0, MAX_ROWS).map(fact => element('li', {}, factButton(fact, false)))));
}

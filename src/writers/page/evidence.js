/* What is said of the chosen thing or line, and the article with the sentence marked. */

const details = byId('details'), article = byId('article');
const tabs = ['source', 'table', 'filter'];
let articleShown = -1;

function openTab (name) {
  for (const tab of tabs) {
    const button = byId(`tab-${tab}`), chosen = tab === name;
    button.setAttribute('aria-selected', chosen);
    button.tabIndex = chosen ? 0 : -1;
    byId(tab).hidden = !chosen;
  }
  if (name === 'table') fillTable();
}

for (const tab of tabs) byId(`tab-${tab}`).addEventListener('click', () => openTab(tab));
document.querySelector('[role=tablist]').addEventListener('keydown', event => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  const at = tabs.findIndex(tab => byId(`tab-${tab}`) === document.activeElement);
  const next = tabs[(at + step + tabs.length) % tabs.length];
  openTab(next);
  byId(`tab-${next}`).focus();
});

/* The sentences of a document without its text, in their order, with dots for what lies between. */
function piecesFromSentences (index) {
  const sentences = data.sentences.filter(sentence => sentence.d === index).sort((a, b) => a.a - b.a);
  const pieces = [];
  let end = 0;
  for (const sentence of sentences) {
    if (sentence.a > end + 2) pieces.push({ text: pieces.length ? ' …\n\n' : '… ' });
    else if (pieces.length) pieces.push({ text: ' ' });
    pieces.push({ text: sentence.t, sentence });
    end = sentence.z;
  }
  return pieces;
}

/* Offsets are counted in characters of Unicode, of which JavaScript takes some for two. */
function piecesFromText (index) {
  const characters = Array.from(data.documents[index].text);
  const sentences = data.sentences.filter(sentence => sentence.d === index).sort((a, b) => a.a - b.a);
  const pieces = [];
  let end = 0;
  for (const sentence of sentences) {
    if (sentence.a < end) continue;
    pieces.push({ text: characters.slice(end, sentence.a).join('') });
    pieces.push({ text: characters.slice(sentence.a, sentence.z).join(''), sentence });
    end = sentence.z;
  }
  pieces.push({ text: characters.slice(end).join('') });
  return pieces;
}

function fillArticle (index) {
  const source = data.documents[index];
  const pieces = source.text !== undefined ? piecesFromText(index) : piecesFromSentences(index);
  article.replaceChildren(element('h2', { dir: 'auto' }, source.name));
  if (source.date || source.url)
    article.append(element('p', { class: 'quiet' }, [source.date, source.url].filter(Boolean).join(' · ')));
  const body = element('div', { dir: 'auto', lang: 'en' });
  for (const piece of pieces) {
    if (!piece.sentence) {
      body.append(piece.text);
      continue;
    }
    piece.sentence.at = element('span', {}, piece.text);
    body.append(piece.sentence.at);
  }
  article.append(body);
  articleShown = index;
}

/* Marks a sentence in its article, and brings it into sight there. */
function markSentence (sentence) {
  if (articleShown !== sentence.d) fillArticle(sentence.d);
  for (const old of article.querySelectorAll('mark')) old.replaceWith(plain(old));
  if (!sentence.at) return;
  const marked = element('mark', { id: 'marked' }, sentence.at.textContent);
  sentence.at.replaceWith(marked);
  sentence.at = marked;
  const scroller = article.scrollHeight > article.clientHeight + 4 ? article : byId('source');
  const box = marked.getBoundingClientRect(), frameBox = scroller.getBoundingClientRect();
  if (box.top < frameBox.top || box.bottom > frameBox.bottom)
    scroller.scrollTop += box.top - frameBox.top - frameBox.height / 3;
}

function plain (mark) {
  const span = element('span', {}, mark.textContent);
  for (const sentence of data.sentences) if (sentence.at === mark) sentence.at = span;
  return span;
}

/* A fact as a button that shows its evidence. */
function factButton (fact, pressed) {
  const around = circumstancesOf(fact), kind = data.lines[fact.k];
  return element('button', { type: 'button', 'aria-pressed': pressed, 'data-fact': fact.index, click: () => chooseFact(fact) },
    element('span', { dir: 'auto' }, sentenceOf(fact)),
    fact.k !== 0 ? element('span', { class: 'quiet' }, ` (${kind.name})`) : null,
    around ? element('span', { class: 'quiet' }, ` ${around}`) : null);
}

/* The sentences of a fact, each a button; the first is marked at once. */
function sentenceList (fact) {
  const list = element('ul', { class: 'facts' });
  for (const index of fact.by || []) {
    const sentence = data.sentences[index];
    const text = sentence.t !== undefined ? sentence.t : textOf(sentence);
    list.append(element('li', {}, element('button', { type: 'button', class: 'sentence', click: () => markSentence(sentence) },
      element('span', { dir: 'auto' }, `“${text}”`),
      data.documents.length > 1 ? element('span', { class: 'quiet' }, ` ${data.documents[sentence.d].name}`) : null)));
  }
  return list;
}

function textOf (sentence) {
  return Array.from(data.documents[sentence.d].text).slice(sentence.a, sentence.z).join('');
}

function describeFact (fact) {
  const around = circumstancesOf(fact);
  return [element('p', {}, element('span', { class: 'tag' }, data.lines[fact.k].name), around || null),
          fact.c !== undefined ? element('p', { class: 'quiet' }, `Confidence ${Math.round(fact.c * 100)} %`) : null,
          (fact.by || []).length ? sentenceList(fact) : element('p', { class: 'quiet' }, 'The graph names no sentence for it.')]
    .filter(Boolean);
}

function describeEdge (edge, chosen) {
  const facts = edge.facts.filter(fact => fact.shown);
  details.replaceChildren(element('h2', { dir: 'auto' }, chosen ? sentenceOf(chosen)
    : `${data.nodes[edge.from].label} → ${data.nodes[edge.to].label}`));
  if (chosen) details.append(...describeFact(chosen));
  if (facts.length > 1) {
    details.append(element('h3', {}, `${facts.length} facts on this line`));
    details.append(element('ul', { class: 'facts' }, ...facts.map(fact => element('li', {}, factButton(fact, fact === chosen)))));
  }
}

function describeNode (node) {
  details.replaceChildren(element('h2', { dir: 'auto' }, node.label));
  details.append(element('p', {}, element('span', { class: 'tag' }, data.types[node.type].name),
    node.also ? `also: ${node.also}` : null));
  if (node.about) details.append(element('p', { dir: 'auto' }, node.about));
  for (const link of [node.link, ...(node.same || [])].filter(Boolean))
    details.append(element('p', { class: 'quiet' }, element('a', { href: link, rel: 'noopener noreferrer', target: '_blank' }, link)));
  const facts = node.facts.filter(fact => fact.shown);
  details.append(element('h3', {}, plural(facts.length, 'fact', 'facts')));
  details.append(element('ul', { class: 'facts' }, ...facts.map(fact => element('li', {}, factButton(fact, false)))));
}

/* Moving about in the picture: wheel, drag, pinch, buttons, keys. The picture is one layer that is shifted and scaled;
 * while it moves, the browser only moves its image. */

const stage = byId('stage');
const svg = stage.querySelector('svg');
const size = { width: svg.viewBox.baseVal.width || 1, height: svg.viewBox.baseVal.height || 1 };
const view = { x: 0, y: 0, k: 1 };
const MIN_SCALE = 0.05, MAX_SCALE = 8, READABLE = 0.75, SETTLE_MS = 160;
let frame = 0, settling = 0;

svg.setAttribute('width', size.width);
svg.setAttribute('height', size.height);

function paint () {
  frame = 0;
  svg.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.k})`;
}

/* Paints at the next frame; what the pointer is over is not asked until the picture rests. */
function repaint () {
  stage.classList.add('moving');
  clearTimeout(settling);
  settling = setTimeout(() => stage.classList.remove('moving'), SETTLE_MS);
  if (!frame) frame = requestAnimationFrame(paint);
}

function keepInSight () {
  const margin = 60;
  view.x = Math.min(Math.max(view.x, margin - size.width * view.k), stage.clientWidth - margin);
  view.y = Math.min(Math.max(view.y, margin - size.height * view.k), stage.clientHeight - margin);
}

function moveBy (dx, dy) {
  view.x += dx;
  view.y += dy;
  keepInSight();
  repaint();
}

function zoomAt (factor, x, y) {
  const k = Math.min(Math.max(view.k * factor, MIN_SCALE), MAX_SCALE);
  view.x = x - (x - view.x) * k / view.k;
  view.y = y - (y - view.y) * k / view.k;
  view.k = k;
  keepInSight();
  repaint();
}

const zoomAtCentre = factor => zoomAt(factor, stage.clientWidth / 2, stage.clientHeight / 2);

function fit () {
  const margin = 12;
  view.k = Math.min((stage.clientWidth - margin) / size.width, (stage.clientHeight - margin) / size.height, 1.4);
  view.k = Math.max(view.k, MIN_SCALE);
  view.x = (stage.clientWidth - size.width * view.k) / 2;
  view.y = (stage.clientHeight - size.height * view.k) / 2;
  repaint();
}

/* Where the middle of a part of the picture is, in pixels of the stage. */
function middleOf (part) {
  const box = part.getBoundingClientRect(), frameBox = stage.getBoundingClientRect();
  return { x: box.left + box.width / 2 - frameBox.left, y: box.top + box.height / 2 - frameBox.top };
}

/* Brings a part to the middle, large enough to be read. */
function show (part) {
  if (view.k < READABLE) zoomAtCentre(READABLE / view.k);
  paint();
  const middle = middleOf(part);
  stage.classList.add('gliding');
  setTimeout(() => stage.classList.remove('gliding'), 300);
  moveBy(stage.clientWidth / 2 - middle.x, stage.clientHeight / 2 - middle.y);
}

/* Moves only when the part is outside. */
function showIfHidden (part) {
  const middle = middleOf(part);
  if (middle.x < 0 || middle.y < 0 || middle.x > stage.clientWidth || middle.y > stage.clientHeight) show(part);
}

const pointers = new Map();
let travelled = 0;

function spread () {
  const [a, b] = [...pointers.values()];
  return { distance: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

stage.addEventListener('wheel', event => {
  event.preventDefault();
  const box = stage.getBoundingClientRect();
  const delta = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
  zoomAt(Math.exp(-Math.max(-120, Math.min(120, delta)) * 0.0022), event.clientX - box.left, event.clientY - box.top);
}, { passive: false });

stage.addEventListener('pointerdown', event => {
  if (event.pointerType === 'mouse' && event.button !== 0) return;
  if (pointers.size === 0) travelled = 0;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
});

window.addEventListener('pointermove', event => {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  const dx = event.clientX - last.x, dy = event.clientY - last.y;
  const before = pointers.size === 2 ? spread() : null;
  travelled += Math.hypot(dx, dy);
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  if (before) {
    const after = spread(), box = stage.getBoundingClientRect();
    moveBy(after.x - before.x, after.y - before.y);
    zoomAt(after.distance / Math.max(before.distance, 1), after.x - box.left, after.y - box.top);
  } else if (travelled > 4) moveBy(dx, dy);
});

for (const kind of ['pointerup', 'pointercancel'])
  window.addEventListener(kind, event => pointers.delete(event.pointerId));

byId('in').addEventListener('click', () => zoomAtCentre(1.4));
byId('out').addEventListener('click', () => zoomAtCentre(1 / 1.4));
byId('fit').addEventListener('click', fit);

// The grid in which a month is entered: moves from cell to cell, takes pasted blocks, and sends what is typed. Beside it
// month-grid-cells.js knows what is typed and what is wrong, month-grid-shown.js shows it, month-grid-kept.js keeps it.
import { cellOf, cells, changed, countsText, form, isNone, isNotCaptured, keyOf, lines, look, made, measures, ownCounts, said, tidy, typed } from './month-grid-cells.js';
import { cellLookedAt, cellOfReason, lookAt, meanwhileText, refresh, show, showAbout, showFigures } from './month-grid-shown.js';
import { forget, keep, keepAgain, offer, post, put, stopKeeping, tell, touch } from './month-grid-kept.js';

const told = form.querySelector('.told'), kept = form.querySelector('.kept'), button = form.querySelector('button.record');

// Moving.
const placeOf = input => { const line = lines.findIndex(inputs => inputs.includes(input)); return [line, lines[line].indexOf(input)]; };
function go(line, column) {
  const input = lines[line]?.[column];
  input?.focus();
  return Boolean(input);
}
function move(event) {
  const input = event.target;
  if (!cellOf.has(input) || event.ctrlKey || event.metaKey || event.altKey) return;
  const cell = cellOf.get(input), [line, column] = placeOf(input);
  const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  const to = event.key === 'ArrowUp' ? [line - 1, column] : event.key === 'ArrowDown' ? [line + 1, column]
    : event.key === 'Enter' ? [line + (event.shiftKey ? -1 : 1), column]
    : event.key === 'ArrowLeft' && !event.shiftKey && (all || input.selectionEnd === 0) ? [line, column - 1]
    : event.key === 'ArrowRight' && !event.shiftKey && (all || input.selectionStart === input.value.length) ? [line, column + 1] : null;
  if (event.key === 'Escape') {
    input.value = input.dataset.was ?? input.value;
    input.select();
    touch(cell);
  } else if ((to || (event.key === 'Tab' && !event.shiftKey)) && isNotCaptured(cell) && input === cell.numerator && !tidy(cell.reason) && !cell.locked) {
    event.preventDefault();
    cell.isTouched = true;
    refresh(cell);
    cell.say.reason.focus();
  } else if (to) {
    event.preventDefault();
    go(...to);
  }
}

// Pasting a block from a spreadsheet: the cells' texts with tabs and line ends between them.
function paste(event) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!cellOf.has(event.target) || !/[\t\r\n]/.test(text.replace(/[\r\n]+$/, ''))) return;
  event.preventDefault();
  const [line, column] = placeOf(event.target);
  const block = text.replace(/[\r\n]+$/, '').split(/\r\n|\n|\r/).map(row => row.split('\t').map(tidy));
  const before = new Map();
  let filled = 0, outside = 0;
  block.forEach((row, down) => row.forEach((value, right) => {
    if (!value) return;
    const input = lines[line + down]?.[column + right];
    if (!input) { outside++; return; }
    const cell = cellOf.get(input);
    if (!before.has(cell)) before.set(cell, typed(cell));
    if (cell.locked) { if (value !== input.value) cell.fromServer = { field: 'numerator', message: `${said.locked} ${value} was not taken in.` }; return; }
    input.value = isNone(value) ? (input === cell.numerator ? 'nc' : '') : value;
    filled++;
  }));
  for (const cell of before.keys()) { cell.isTouched = true; if (!cell.locked) cell.fromServer = null; refresh(cell); }
  keep();
  const wrong = [...before.keys()].filter(cell => look(cell).wrong).length;
  told.replaceChildren();
  tell(wrong + outside > 0 ? 'near' : '', [
    `${filled === 1 ? 'One cell is' : `${filled} cells are`} filled in from what you pasted.`,
    wrong > 0 ? ` ${wrong === 1 ? 'One cell has to be put right: it is' : `${wrong} cells have to be put right: they are`} marked in the grid.` : '',
    outside > 0 ? ` ${outside === 1 ? 'One value lies' : `${outside} values lie`} outside the grid and ${outside === 1 ? 'was' : 'were'} left out.` : '',
  ].join(''), ['Take the paste back', () => {
    for (const [cell, values] of before) { if (!cell.locked) put(cell, values); cell.fromServer = null; refresh(cell); }
    keep();
    event.target.focus();
  }]);
}

// Recording.
function problem(sentences) {
  const list = made('ul', {}, ...sentences.map(([text, input]) => {
    const link = input && made('a', { href: `${location.pathname}${location.search}#${input.id || (input.id = `at-${Math.random().toString(36).slice(2)}`)}`, textContent: text });
    link?.addEventListener('click', event => { event.preventDefault(); input.focus(); });
    return made('li', {}, link ?? text);
  }));
  const box = made('div', { className: 'problem', role: 'alert', tabIndex: -1 }, made('h2', { textContent: 'There is a problem' }), list);
  told.replaceChildren(box);
  box.focus();
}
const inputOf = (cell, field) => field === 'reason' ? cell.say?.reason ?? cell.numerator : cell[field] ?? cell.numerator;
function sayWrong(more = []) {
  const wrong = [...cells.values()].map(cell => [cell, look(cell).wrong]).filter(([, one]) => one);
  const sentences = [...more, ...wrong.map(([cell, one]) => [`${cell.measure.data.name}, ${cell.area.name}: ${one.message}`, inputOf(cell, one.field)])];
  if (sentences.length > 0) problem(sentences);
  return sentences.length > 0;
}
function choose(cell, theirs) {
  const one = cell.meanwhile;
  cell.meanwhile = null;
  cell.seen = one.seen;
  cell.recorded = { numerator: one.notCaptured ? 'nc' : one.numerator, denominator: one.denominator, reason: one.reason };
  cell.place.dataset.now = `${one.text}, by ${one.who} on ${one.when}`;
  if (theirs) put(cell, one);
  cell.say?.choice.replaceChildren();
  touch(cell);
  cell.numerator.focus();
}
function sayMeanwhile(values, message) {
  for (const one of values) {
    const cell = cells.get(keyOf(one));
    cell.meanwhile = one;
    refresh(cell);
    cell.say.choice.replaceChildren(
      made('button', { type: 'button', className: 'second', textContent: `${cell.area.name}: mine`, onclick: () => choose(cell, false) }),
      made('button', { type: 'button', className: 'second', textContent: `${cell.area.name}: theirs`, onclick: () => choose(cell, true) }));
  }
  problem([[message, null], ...values.map(one => { const cell = cells.get(keyOf(one)); return [`${cell.measure.data.name}, ${cell.area.name}: ${meanwhileText(cell)}`, cell.numerator]; })]);
}
async function record() {
  const all = changed();
  for (const cell of all) cell.strict = cell.isTouched = true;
  for (const cell of cells.values()) refresh(cell);
  told.replaceChildren();
  if (all.length === 0) { problem([['Nothing was typed that is not recorded already.', null]]); return; }
  const open = all.filter(cell => cell.meanwhile);
  if (sayWrong(open.map(cell => [`${cell.measure.data.name}, ${cell.area.name}: ${meanwhileText(cell)}`, cell.numerator]))) return;

  button.disabled = true;
  kept.textContent = 'Recording…';
  const once = await stopKeeping();
  const to = `${form.dataset.record}?theme=${encodeURIComponent(form.dataset.theme ?? '')}`;
  const answer = await post(to, { month: form.dataset.month, submission: once, cells: all.map(typed) }, { signal: AbortSignal.timeout(90_000) }).catch(() => null);
  const content = answer && answer.type !== 'opaqueredirect' ? await answer.json().catch(() => null) : null;
  if (answer?.ok && content?.to) {
    forget(all);
    location.assign(content.to);
    return;
  }
  keepAgain(content?.once);
  button.disabled = false;
  kept.textContent = '';
  if (content?.meanwhile?.length > 0) { sayMeanwhile(content.meanwhile, content.message); return; }
  for (const one of content?.problems ?? []) { const cell = cells.get(keyOf(one)); cell.fromServer = { field: one.field, message: one.message }; refresh(cell); }
  if (content && sayWrong(content.message ? [[content.message, null]] : [])) return;
  problem([[!answer ? 'The server cannot be reached. What you typed is kept in this browser: press the button again when the connection is back.'
    : answer.type === 'opaqueredirect' ? 'You have been signed out. Sign in again in another tab, come back to this one, and press the button again. What you typed is kept.'
    : `Something went wrong, and nothing was recorded. What you typed is kept. Reference number: ${answer.headers.get('X-Reference') ?? 'none'}.`, null]]);
}

form.addEventListener('keydown', event => {
  const cell = cellOfReason.get(event.target);
  if (!cell) { move(event); return; }
  if (event.key !== 'Enter') return;
  event.preventDefault();
  go(lines.findIndex(line => line.includes(cell.numerator)), cell.column + 1) || cell.numerator.focus();
});
form.addEventListener('paste', paste);
form.addEventListener('input', event => {
  const explained = cellOfReason.get(event.target);
  if (explained) { explained.reason = event.target.value; touch(explained); return; }
  const cell = cellOf.get(event.target);
  if (!cell) return;
  cell.fromServer = null;
  cell.measure.cells.forEach(showFigures);
  showAbout(cell);
  if (cell.say || cell.strict) show(cell);
  keep();
});
form.addEventListener('change', event => { const cell = cellOf.get(event.target); if (cell) { if (!isNotCaptured(cell)) cell.isTouched = true; refresh(cell); } });
form.addEventListener('focusin', event => {
  const cell = cellOf.get(event.target);
  if (!cell) return;
  event.target.dataset.was = event.target.value;
  event.target.select();
  lookAt(cell);
});
form.querySelector('.about .not-captured').addEventListener('click', () => {
  const cell = cellLookedAt();
  put(cell, isNotCaptured(cell) ? {} : { notCaptured: true, reason: cell.reason });
  touch(cell);
  if (isNotCaptured(cell)) cell.say.reason.focus(); else cell.numerator.focus();
});
form.addEventListener('submit', event => { event.preventDefault(); record(); });

for (const measure of measures) for (const cell of measure.cells) { showFigures(cell); show(cell); }
form.querySelector('.send').hidden = false;
offer();

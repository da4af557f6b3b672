// Keeps what is typed into the grid: in this browser at once and, within two seconds, on the server; offers it again after a
// reload.
import { cells, changed, form, isChanged, keyOf, made, typed } from './month-grid-cells.js';
import { refresh } from './month-grid-shown.js';

const token = form.querySelector('input[name=__RequestVerificationToken]').value;
const told = form.querySelector('.told'), kept = form.querySelector('.kept');
const draftKey = `draft:${form.dataset.person}:${location.pathname}:${form.dataset.month}`; // as keep-draft.js names its own, so that it goes with them
const tried = act => { try { return act(); } catch { return null; } };
const momentOf = at => `${new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })} at ${new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;

// Keeping: in this browser at once, on the server within two seconds.
let waiting = new Map(); // typed before and offered again, or typed under another theme
let timer = null, isSending = false, isStale = false, isSaving = false;
let once = form.dataset.once; // the mark of the next sending
const draft = () => [...[...waiting.values()].filter(cell => !cells.has(keyOf(cell)) || !isChanged(cells.get(keyOf(cell)))), ...changed().map(typed)];
export function keep() {
  const now = draft();
  tried(() => now.length === 0 ? localStorage.removeItem(draftKey) : localStorage.setItem(draftKey, JSON.stringify({ at: Date.now(), once, cells: now })));
  timer ??= setTimeout(keepOnServer, 1000);
}
export const post = (to, content, more = {}) => fetch(to, { method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'application/json', RequestVerificationToken: token }, body: JSON.stringify(content), signal: AbortSignal.timeout(20_000), ...more });
async function keepOnServer() {
  clearTimeout(timer);
  timer = null;
  if (isSaving) return;
  if (isSending) { isStale = true; return; }
  isSending = true;
  const now = draft();
  const answer = await post(form.dataset.draftTo, { month: form.dataset.month, cells: now }).catch(() => null);
  isSending = false;
  if (answer?.ok) {
    kept.textContent = now.length === 0 ? 'Nothing is waiting to be recorded.' : `Kept, not recorded: ${now.length === 1 ? 'one value' : `${now.length} values`}, ${momentOf(Date.now())}.`;
    if (isStale) { isStale = false; timer ??= setTimeout(keepOnServer, 500); }
  } else {
    kept.textContent = answer && answer.type === 'opaqueredirect' ? 'Kept in this browser only: you have been signed out.' : 'Kept in this browser only: the server cannot be reached.';
    timer ??= setTimeout(keepOnServer, 5000);
  }
}
/** Stops keeping, since what is typed is being recorded; what it gives is the mark to send it with. */
export async function stopKeeping() {
  isSaving = true;
  while (isSending) await new Promise(resolve => setTimeout(resolve, 50));
  clearTimeout(timer);
  timer = null;
  return once;
}
/** It was not recorded: keeps again, with another mark for the next sending where the old one is used up. */
export function keepAgain(mark) {
  isSaving = false;
  once = mark ?? once;
}
/** It was recorded: nothing of it is offered again. */
export function forget(recorded) {
  const left = [...waiting.values()].filter(cell => !cells.has(keyOf(cell)) || !recorded.includes(cells.get(keyOf(cell))));
  tried(() => left.length === 0 ? localStorage.removeItem(draftKey) : localStorage.setItem(draftKey, JSON.stringify({ at: Date.now(), once, cells: left })));
}
addEventListener('online', () => { if (changed().length > 0) keepOnServer(); });
addEventListener('pagehide', () => { if (timer && !isSaving) tried(() => post(form.dataset.draftTo, { month: form.dataset.month, cells: draft() }, { keepalive: true }).catch(() => null)); });
document.addEventListener('submit', event => {
  if (event.target.getAttribute('action') === '/sign-out') tried(() => Object.keys(localStorage).filter(key => key.startsWith('draft:')).forEach(key => localStorage.removeItem(key)));
});

export function touch(cell) {
  cell.fromServer = null;
  refresh(cell);
  keep();
}
export function put(cell, values) {
  cell.numerator.value = values.notCaptured ? 'nc' : values.numerator ?? '';
  if (cell.denominator) cell.denominator.value = values.notCaptured ? '' : values.denominator ?? '';
  cell.reason = values.reason ?? '';
  if (cell.say) cell.say.reason.value = cell.reason;
}

export function tell(className, text, ...buttons) {
  const notice = made('div', { className: `notice ${className}`, role: 'status' }, made('p', {}, text));
  if (buttons.length > 0) notice.append(made('div', { className: 'buttons' }, ...buttons.map(([label, act]) => made('button', { type: 'button', className: 'second', textContent: label, onclick: () => { notice.remove(); act(); } }))));
  told.append(notice);
  return notice;
}
export function offer() {
  const local = tried(() => JSON.parse(localStorage.getItem(draftKey))), server = tried(() => JSON.parse(form.dataset.draft ?? 'null'));
  const newest = [local, server].filter(Boolean).sort((one, other) => other.at - one.at)[0];
  const isNews = cell => { const here = cells.get(keyOf(cell)); if (!here) return true; if (here.locked) return false; const values = typed(here); return ['numerator', 'denominator', 'notCaptured', 'reason'].some(name => (cell[name] || '') !== (values[name] || '')); };
  waiting = new Map((newest?.cells ?? []).filter(isNews).map(cell => [keyOf(cell), cell]));
  if (waiting.size === 0) return;
  const here = [...waiting.values()].filter(cell => cells.has(keyOf(cell))), elsewhere = waiting.size - here.length;
  const values = count => count === 1 ? 'one value' : `${count} values`;
  const when = momentOf(newest.at);
  if (here.length === 0) {
    tell('', `You typed ${values(elsewhere)} of this month under another theme and did not record ${elsewhere === 1 ? 'it' : 'them'}.`, ['Show every theme', () => location.assign(form.dataset.all)]);
    return;
  }
  tell('', `You typed ${values(here.length)} here before and did not record ${here.length === 1 ? 'it' : 'them'}${elsewhere ? `, and ${values(elsewhere)} under another theme` : ''}.`,
    [`Bring back what you typed on ${when}`, () => {
      for (const kept of here) { const cell = cells.get(keyOf(kept)); put(cell, kept); cell.seen = kept.seen ?? cell.seen; cell.isTouched = true; waiting.delete(cell.key); refresh(cell); }
      keep();
      cells.get(keyOf(here[0])).numerator.focus();
    }],
    ['Throw it away', () => { for (const cell of here) waiting.delete(keyOf(cell)); keep(); keepOnServer(); }]);
}

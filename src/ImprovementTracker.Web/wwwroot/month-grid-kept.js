// Keeps what is typed into the grid: in this browser at once and, within two seconds, on the server; offers it again after a
// reload.
import { areas, cells, changed, form, isChanged, keyOf, made, measures, typed } from './month-grid-cells.js';
import { refresh } from './month-grid-shown.js';

const token = form.querySelector('input[name=__RequestVerificationToken]').value;
const told = form.querySelector('.told'), kept = form.querySelector('.kept');
const draftKey = `draft:${form.dataset.person}:${location.pathname}:${form.dataset.month}`; // as keep-draft.js names its own, so that it goes with them
const tried = act => { try { return act(); } catch { return null; } };
const momentOf = at => `${new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })} at ${new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;

// Keeping: in this browser at once, on the server within two seconds.
let waiting = new Map(); // typed before and offered again, or typed under another theme
let timer = null, isSending = false, isStale = false, isSaving = false;
let once = form.dataset.once; // the mark of the next sending
const refused = new Map(); // as they were when the server would not keep them, and why
const nameOf = cell => `${measures.find(measure => measure.data.measure === cell.measure)?.data.name ?? cell.measure}, ${areas.find(area => area.id === cell.areaId)?.name ?? 'an area that is not shown'}`;
const isRefused = cell => refused.get(keyOf(cell))?.content === JSON.stringify(cell);
const mine = new Set(); // what was typed, thrown away or recorded here; of everything else another window may know better
const stored = () => tried(() => JSON.parse(localStorage.getItem(draftKey)))?.cells ?? [];
function draft() {
  for (const cell of changed()) mine.add(cell.key);
  const others = [...waiting.values(), ...stored()].filter(cell => !mine.has(keyOf(cell)));
  return [...new Map([...others, ...changed().map(typed)].map(cell => [keyOf(cell), cell])).values()];
}
const throwAway = some => { for (const cell of some) { waiting.delete(keyOf(cell)); mine.add(keyOf(cell)); } keep(); keepOnServer(); };
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
  const all = draft(), now = all.filter(cell => !isRefused(cell));
  const answer = await post(form.dataset.draftTo, { month: form.dataset.month, cells: now }).catch(() => null);
  const content = answer && !answer.ok && answer.type !== 'opaqueredirect' ? await answer.json().catch(() => null) : null;
  isSending = false;
  if (answer?.ok) {
    const onlyHere = all.filter(isRefused).map(cell => ` Kept in this browser only: ${nameOf(cell)}. ${refused.get(keyOf(cell)).message}`);
    kept.textContent = (all.length === 0 ? 'Nothing is waiting to be recorded.' : now.length === 0 ? '' : `Kept, not recorded: ${now.length === 1 ? 'one value' : `${now.length} values`}, ${momentOf(Date.now())}.`) + onlyHere.join('');
    if (isStale) { isStale = false; timer ??= setTimeout(keepOnServer, 500); }
  } else if (content?.problems?.length > 0) {
    for (const one of content.problems) sayRefused(one, now.find(cell => keyOf(cell) === keyOf(one)));
    timer ??= setTimeout(keepOnServer, 0); // the rest without them
  } else {
    kept.textContent = `Kept in this browser only: ${!answer ? 'the server cannot be reached.' : answer.type === 'opaqueredirect' ? 'you have been signed out.' : content?.message ?? 'something went wrong on the server.'}`;
    timer ??= setTimeout(keepOnServer, 5000);
  }
}
/** The server keeps everything but this cell; what is typed in it stays here, and is marked. */
function sayRefused({ field, message }, cell) {
  refused.set(keyOf(cell), { content: JSON.stringify(cell), message });
  const here = cells.get(keyOf(cell));
  if (!here || JSON.stringify(typed(here)) !== JSON.stringify(cell)) return;
  here.fromServer = { field, message };
  refresh(here);
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
  for (const cell of recorded) mine.add(cell.key);
  const left = draft().filter(cell => !mine.has(keyOf(cell)));
  tried(() => left.length === 0 ? localStorage.removeItem(draftKey) : localStorage.setItem(draftKey, JSON.stringify({ at: Date.now(), once, cells: left })));
}
addEventListener('online', () => { if (changed().length > 0) keepOnServer(); });
addEventListener('pagehide', () => { if (timer && !isSaving) tried(() => post(form.dataset.draftTo, { month: form.dataset.month, cells: draft().filter(cell => !isRefused(cell)) }, { keepalive: true }).catch(() => null)); });
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
  const drafts = [local, server].filter(Boolean).sort((one, other) => one.at - other.at), newest = drafts.at(-1);
  const together = new Map(drafts.flatMap(one => one.cells).map(cell => [keyOf(cell), cell])); // of a cell that both know, what was typed last
  const isNews = cell => { const here = cells.get(keyOf(cell)); if (!here) return true; const values = typed(here); return ['numerator', 'denominator', 'notCaptured', 'reason'].some(name => (cell[name] || '') !== (values[name] || '')); };
  for (const [key, cell] of together) if (cells.has(key) && !isNews(cell)) mine.add(key); // recorded already
  waiting = new Map([...together].filter(([, cell]) => isNews(cell)));
  const locked = [...waiting.values()].filter(cell => cells.get(keyOf(cell))?.locked);
  if (locked.length > 0) sayLocked(locked);
  const here = [...waiting.values()].filter(cell => cells.has(keyOf(cell)) && !locked.includes(cell)), elsewhere = waiting.size - here.length - locked.length;
  if (here.length + elsewhere === 0) return;
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
    ['Throw it away', () => throwAway(here)]);
}
/** Approved since they were typed: they cannot be brought back, so each is named with both values. They stay kept until thrown away. */
function sayLocked(locked) {
  const text = cell => cell.notCaptured ? "'not captured'" : [cell.numerator, cell.denominator].filter(Boolean).join(' of ') || 'a reason';
  const notice = tell('near', locked.length === 1 ? 'One value that you typed before and did not record is not brought back: it was approved meanwhile, and is locked.'
    : `${locked.length} values that you typed before and did not record are not brought back: they were approved meanwhile, and are locked.`,
    [locked.length === 1 ? 'Throw away what I typed there' : 'Throw away what I typed in these', () => throwAway(locked)]);
  notice.querySelector('p').after(made('ul', {}, ...locked.map(cell => made('li', {}, `${nameOf(cell)}: you typed ${text(cell)}${cell.reason ? ` (${cell.reason})` : ''}. Recorded now: ${cells.get(keyOf(cell)).place.dataset.now}.`))),
    made('p', {}, 'If yours is right, ask whoever may unlock the month to do so. What you typed is kept until then.'));
}

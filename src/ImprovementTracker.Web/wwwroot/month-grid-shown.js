// What the grid shows of its cells: figures and sums, marks, what is said beneath a measure, and the line about the cell one
// is in.
import { areas, british, countsOf, countsText, figureText, form, isChanged, isEmpty, isNotCaptured, look, made, needsReason, ownCounts, said, sumOf, tidy, typed } from './month-grid-cells.js';

const about = form.querySelector('.about');
export const cellOfReason = new WeakMap(); // the cell whose reason is typed there

/** Somebody else recorded the cell while one typed. */
export const meanwhileText = ({ meanwhile: one, ...cell }) => `${one.who ? `${one.who} recorded ${one.text} on ${one.when}` : `it says ${one.text} now`}, while you typed ${typed(cell).notCaptured ? "'not captured'" : ownCounts(cell) ? countsText(cell, ownCounts(cell)) : tidy(cell.numerator.value)}. Which is right?`;

// What is said of the cells of a measure stands in one line beneath it.
const mark = name => document.getElementById(name).content.cloneNode(true);
function saidLine(measure) {
  if (measure.said) return measure.said;
  measure.said = made('tr', { className: 'said' }, made('td', { colSpan: areas.length + 1 }, made('div')));
  (measure.of ?? measure.row).after(measure.said);
  return measure.said;
}
function sayOf(cell) {
  const id = `say-${cell.key.replace(/\W/g, '-')}`;
  const block = made('div', { id, className: 'say' });
  const message = made('p', { id: `${id}-text` });
  const reason = made('input', { maxLength: said.reasonLength, value: cell.reason, autocomplete: 'off' });
  const label = made('label', {}, `${cell.area.name}: why? `, reason);
  const choice = made('div', { className: 'buttons' });
  cellOfReason.set(reason, cell);
  block.append(message, choice, label);
  return { block, message, reason, label, choice };
}
export function show(cell) {
  const { wrong, care } = look(cell), asks = needsReason(cell), has = wrong || care || asks || cell.meanwhile;
  const marked = wrong ? (wrong.field === 'reason' ? [cell.numerator, cell.denominator] : [cell[wrong.field] ?? cell.numerator]) : [];
  for (const input of [cell.numerator, cell.denominator].filter(Boolean)) {
    const isWrong = marked.includes(input);
    input.parentElement.classList.toggle('wrong', isWrong);
    input.parentElement.classList.toggle('care', !isWrong && Boolean(care || cell.meanwhile));
    input.parentElement.classList.toggle('new', isChanged(cell) && !cell.locked);
    if (isWrong) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
    if (has) input.setAttribute('aria-describedby', `say-${cell.key.replace(/\W/g, '-')}-text`); else input.removeAttribute('aria-describedby');
  }
  if (cell.denominator && !cell.locked) {
    cell.denominator.readOnly = isNotCaptured(cell);
    if (isNotCaptured(cell)) cell.denominator.value = '';
  }
  if (!has) {
    cell.say?.block.remove();
    cell.say = null;
  } else {
    if (!cell.say) {
      cell.say = sayOf(cell);
      const inside = saidLine(cell.measure).querySelector('div');
      const next = cell.measure.cells.slice(cell.column + 1).find(other => other.say);
      inside.insertBefore(cell.say.block, next?.say.block ?? null);
    }
    const say = cell.say, text = cell.meanwhile ? meanwhileText(cell) : wrong?.message ?? care ?? '';
    const kind = wrong ? 'field-error' : 'care';
    if (say.text !== kind + text) {
      say.text = kind + text;
      say.spoken = text;
      say.message.className = text ? kind : '';
      say.message.replaceChildren(...(text ? [mark(wrong ? 'mark-wrong' : 'mark-care'), made('span', {}, made('span', { className: 'unseen' }, wrong ? 'Error: ' : ''), `${cell.area.name}: ${text}`)] : []));
    }
    say.label.hidden = !asks;
    if (wrong?.field === 'reason') say.reason.setAttribute('aria-invalid', 'true'); else say.reason.removeAttribute('aria-invalid');
    say.reason.setAttribute('aria-describedby', say.message.id);
  }
  if (cell.measure.said) cell.measure.said.hidden = !cell.measure.cells.some(other => other.say);
}
export function showFigures(cell) {
  const own = ownCounts(cell), sum = sumOf(cell), shown = own ?? (isEmpty(cell) ? sum : null);
  const below = cell.under ?? cell.place;
  const text = cell.place.dataset.stated && isEmpty(cell) ? cell.place.dataset.stated : !shown ? '' : cell.denominator ? figureText(cell, shown) : '';
  if (text) below.dataset.figure = own || !sum || text === cell.place.dataset.stated ? text : `sum: ${text}`; else delete below.dataset.figure;
  cell.numerator.placeholder = sum && !cell.place.dataset.stated ? british.format(sum[0]) : '';
  if (cell.denominator) cell.denominator.placeholder = sum && !cell.place.dataset.stated ? british.format(sum[1]) : '';
}
export function refresh(cell) {
  for (let at = cell; at; at = at.measure.cells[areas.findIndex(area => area.id === at.area.parent)]) { showFigures(at); show(at); }
  showAbout(cell);
}

// The line under the grid tells of the cell one is in.
let current = null;
export const cellLookedAt = () => current;
export function lookAt(cell) {
  current = cell;
  about.hidden = false;
  showAbout(cell);
}
export function showAbout(cell) {
  if (cell !== current || !cell) return;
  const counts = countsOf(cell), set = cell.place.dataset;
  about.querySelector('.here').replaceChildren(made('strong', {}, `${cell.area.name}, ${cell.measure.data.name}`), [
    counts ? `: ${countsText(cell, counts)}${ownCounts(cell) ? '' : ', the sum of its parts'}.` : '.',
    set.before ? ` In ${form.dataset.beforeMonth}: ${set.before}.` : '',
    set.now ? ` Recorded now: ${set.now}.` : '',
    cell.locked ? ` ${said.locked}` : '',
    !cell.locked && cell.say?.text ? ` ${cell.say.spoken}` : '',
  ].join(''));
  const none = about.querySelector('.not-captured');
  none.hidden = cell.locked;
  none.textContent = isNotCaptured(cell) ? 'It is captured after all' : 'Not captured';
  about.querySelector('.comment').href = `${form.dataset.measures}/${encodeURIComponent(cell.measure.data.measure)}/comment?area=${cell.area.id}&month=${form.dataset.month}`;
}

// The cells of the grid in which a month is entered, as the page drew them: what is typed in each, what it comes to, and what
// is wrong with it. The words come with the page; the server checks everything again.
export const form = document.getElementById('month-grid');
export const said = JSON.parse(form.dataset.words);
export const british = new Intl.NumberFormat('en-GB');
export const made = (name, properties = {}, ...inside) => { const element = Object.assign(document.createElement(name), properties); element.append(...inside); return element; };
const fill = (text, words) => text.replace(/\{(\w+)\}/g, (_, name) => words[name]);
export const tidy = text => text.replace(/[\s\u00a0]+/g, ' ').trim();
export const isNone = text => /^(nc|n\/c|not captured)$/i.test(tidy(text));
const number = text => { const digits = tidy(text); if (!/^(\d+|\d{1,3}(,\d{3})+)$/.test(digits)) return null; const value = Number(digits.replaceAll(',', '')); return value <= said.largestCount ? value : null; };
export const keyOf = cell => `${cell.measure}|${cell.areaId}`;

// The cells, as the page drew them.
const heads = [...form.querySelectorAll('thead th[data-area]')];
export const areas = heads.map(head => ({ id: Number(head.dataset.area), name: head.textContent.trim(), parent: Number(head.dataset.parent) || null }));
const partsOf = areas.map(area => areas.flatMap((part, column) => part.parent === area.id ? [column] : []));
export const lines = []; // of inputs, from top to bottom
export const cells = new Map();
export const cellOf = new WeakMap(); // an input's cell
export const measures = [...form.querySelectorAll('tr[data-measure]')].map(row => {
  const of = 'pair' in row.dataset ? row.nextElementSibling : null;
  const measure = { row, of, data: row.dataset, cells: [] };
  const top = [...row.querySelectorAll('input')], bottom = of ? [...of.querySelectorAll('input')] : [];
  lines.push(top);
  if (of) lines.push(bottom);
  areas.forEach((area, column) => {
    const place = row.cells[column + 1], set = place.dataset;
    const cell = {
      measure, area, column, key: `${row.dataset.measure}|${area.id}`, numerator: top[column], denominator: bottom[column] ?? null, place, under: of?.cells[column + 1] ?? null,
      seen: Number(set.seen), reason: set.reason ?? '', locked: place.classList.contains('locked'), isTouched: false, strict: false, fromServer: null, meanwhile: null,
    };
    cell.recorded = { numerator: top[column].value, denominator: bottom[column]?.value ?? '', reason: cell.reason };
    measure.cells.push(cell);
    cells.set(cell.key, cell);
    for (const input of [cell.numerator, cell.denominator].filter(Boolean)) {
      input.inputMode = 'numeric';
      cellOf.set(input, cell);
    }
  });
  return measure;
});

export const isNotCaptured = cell => isNone(cell.numerator.value);
export const isEmpty = cell => !tidy(cell.numerator.value) && !tidy(cell.denominator?.value ?? '');
export const isChanged = cell => tidy(cell.numerator.value) !== cell.recorded.numerator || tidy(cell.denominator?.value ?? '') !== cell.recorded.denominator
  || (isNotCaptured(cell) && tidy(cell.reason) !== cell.recorded.reason);
export const typed = cell => {
  const none = isNotCaptured(cell);
  return { measure: cell.measure.data.measure, areaId: cell.area.id, numerator: none ? '' : tidy(cell.numerator.value).slice(0, 200), denominator: none ? '' : tidy(cell.denominator?.value ?? '').slice(0, 200), notCaptured: none, reason: cell.reason, seen: cell.seen };
};
export const changed = () => [...cells.values()].filter(cell => isChanged(cell) && !cell.locked);

// Figures: an area's own, else the sum of its parts.
export const ownCounts = cell => {
  const numerator = number(cell.numerator.value), denominator = cell.denominator ? number(cell.denominator.value) : 1;
  return numerator === null || denominator === null ? null : [numerator, denominator];
};
export const sumOf = cell => {
  const parts = partsOf[cell.column].map(column => countsOf(cell.measure.cells[column]));
  return parts.length === 0 || parts.includes(null) ? null : parts.reduce(([n, d], [pn, pd]) => [n + pn, d + pd], [0, 0]);
};
export const countsOf = cell => ownCounts(cell) ?? sumOf(cell);
const figureOf = (cell, [numerator, denominator]) => cell.denominator ? (denominator === 0 ? null : Number(cell.measure.data.factor) * numerator / denominator) : numerator;
const written = (cell, figure, decimals) => (Math.round((figure + Number.EPSILON) * 10 ** decimals) / 10 ** decimals).toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }) + (cell.measure.data.unit === 'Percentage' ? '%' : '');
export const figureText = (cell, counts) => {
  const figure = figureOf(cell, counts);
  return figure === null ? 'no cases' : written(cell, figure, Number(cell.measure.data.decimals));
};
export const countsText = (cell, [numerator, denominator]) => !cell.denominator ? british.format(numerator)
  : `${british.format(numerator)} ${cell.measure.data.unit === 'Percentage' ? 'of' : '÷'} ${british.format(denominator)} (${figureText(cell, [numerator, denominator])})`;

/** What is to be said of a cell: at most one thing that is wrong, and one that is worth a look. */
export function look(cell) {
  if (cell.fromServer) return { wrong: cell.fromServer };
  if (cell.locked || !isChanged(cell)) return { care: differs(cell) };
  if (isNotCaptured(cell)) return tidy(cell.reason) || !(cell.strict || cell.isTouched) ? {} : { wrong: { field: 'reason', message: said.whyNot } };
  const data = cell.measure.data, [top, bottom] = [tidy(cell.numerator.value), tidy(cell.denominator?.value ?? '')];
  if (isEmpty(cell)) return cell.recorded.numerator ? { wrong: { field: 'numerator', message: said.emptied } } : {};
  if (top && number(top) === null) return { wrong: { field: 'numerator', message: said.whole } };
  if (bottom && number(bottom) === null) return { wrong: { field: 'denominator', message: said.whole } };
  if (cell.strict && !top) return { wrong: { field: 'numerator', message: data.lacksNumerator } };
  if (cell.strict && cell.denominator && !bottom) return { wrong: { field: 'denominator', message: data.lacksDenominator } };
  const own = ownCounts(cell);
  if (own && 'part' in data && own[0] > own[1]) return { wrong: { field: 'numerator', message: fill(data.more, { numerator: british.format(own[0]), denominator: british.format(own[1]) }) } };
  const figure = own && figureOf(cell, own), usual = cell.place.dataset;
  if (own && figure !== null && usual.between !== undefined && !isBetween(figure, usual.between) && !tidy(cell.reason)) {
    const message = fill(said.far, { usual: usualText(cell, figure, usual.between) });
    return { [cell.strict ? 'wrong' : 'care']: cell.strict ? { field: 'reason', message } : message };
  }
  return { care: differs(cell) };
}

/** The stretches in words: cut to what the unit allows, with the decimals they need not to contradict a figure that lies outside them. */
function usualText(cell, figure, stretches) {
  const most = cell.measure.data.unit === 'Percentage' ? 100 : Infinity, ends = stretches.split(' ').map(Number);
  const cut = ends.flatMap((low, place) => place % 2 === 0 ? [[Math.max(0, low), Math.min(most, ends[place + 1])]] : []).sort(([one], [other]) => one - other);
  let decimals = Number(cell.measure.data.decimals);
  while (decimals < 6 && cut.flat().some(end => written(cell, end, decimals) === written(cell, figure, decimals))) decimals++;
  return cut.map(ends => ends.map(end => written(cell, end, decimals))).map(([lower, upper]) => fill(lower === upper ? said.always : said.between, { lower, upper })).join(said.or);
}

/** Stretches as their two ends, one after the other: '44.68 55.32 64.68 75.32'. */
function isBetween(figure, stretches) {
  const ends = stretches.split(' ').map(Number);
  return ends.some((low, place) => place % 2 === 0 && figure >= low && figure <= ends[place + 1]);
}

function differs(cell) {
  const own = ownCounts(cell), sum = sumOf(cell);
  return own && sum && (own[0] !== sum[0] || (cell.denominator && own[1] !== sum[1])) ? fill(said.differs, { own: countsText(cell, own), sum: countsText(cell, sum) }) : null;
}
const isFar = cell => { const own = isChanged(cell) && ownCounts(cell), figure = own ? figureOf(cell, own) : null, set = cell.place.dataset; return own && figure !== null && set.between !== undefined && !isBetween(figure, set.between); };
export const needsReason = cell => !cell.locked && (isNotCaptured(cell) || isFar(cell) || (isChanged(cell) && (tidy(cell.reason) || cell.fromServer?.field === 'reason')));

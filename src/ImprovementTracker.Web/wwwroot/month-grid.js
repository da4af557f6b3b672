// The grid in which a month is entered: moves from cell to cell, takes pasted blocks, says at once what is wrong, keeps
// what is typed in this browser and, within two seconds, on the server, and sends it. The server checks everything again.
(() => {
  const form = document.getElementById('month-grid');
  if (!form) return;
  const said = JSON.parse(form.dataset.words);
  const token = form.querySelector('input[name=__RequestVerificationToken]').value;
  const told = form.querySelector('.told'), about = form.querySelector('.about'), kept = form.querySelector('.kept'), button = form.querySelector('button.record');
  const draftKey = `draft:${form.dataset.person}:${location.pathname}:${form.dataset.month}`; // as keep-draft.js names its own, so that it goes with them
  const british = new Intl.NumberFormat('en-GB');
  const tried = act => { try { return act(); } catch { return null; } };
  const made = (name, properties = {}, ...inside) => { const element = Object.assign(document.createElement(name), properties); element.append(...inside); return element; };
  const fill = (text, words) => text.replace(/\{(\w+)\}/g, (_, name) => words[name]);
  const tidy = text => text.replace(/[\s\u00a0]+/g, ' ').trim();
  const isNone = text => /^(nc|n\/c|not captured)$/i.test(tidy(text));
  const number = text => { const digits = tidy(text); if (!/^\d[\d,]*$/.test(digits)) return null; const value = Number(digits.replaceAll(',', '')); return value <= said.largestCount ? value : null; };
  const momentOf = at => `${new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })} at ${new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
  const keyOf = cell => `${cell.measure}|${cell.areaId}`;

  // The cells, as the page drew them.
  const heads = [...form.querySelectorAll('thead th[data-area]')];
  const areas = heads.map(head => ({ id: Number(head.dataset.area), name: head.textContent.trim(), parent: Number(head.dataset.parent) || null }));
  const partsOf = areas.map(area => areas.flatMap((part, column) => part.parent === area.id ? [column] : []));
  const lines = []; // of inputs, from top to bottom
  const cells = new Map();
  const cellOf = new WeakMap(); // an input's cell
  const measures = [...form.querySelectorAll('tr[data-measure]')].map(row => {
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

  const isNotCaptured = cell => isNone(cell.numerator.value);
  const isEmpty = cell => !tidy(cell.numerator.value) && !tidy(cell.denominator?.value ?? '');
  const isChanged = cell => tidy(cell.numerator.value) !== cell.recorded.numerator || tidy(cell.denominator?.value ?? '') !== cell.recorded.denominator
    || (isNotCaptured(cell) && tidy(cell.reason) !== cell.recorded.reason);
  const typed = cell => {
    const none = isNotCaptured(cell);
    return { measure: cell.measure.data.measure, areaId: cell.area.id, numerator: none ? '' : tidy(cell.numerator.value).slice(0, 200), denominator: none ? '' : tidy(cell.denominator?.value ?? '').slice(0, 200), notCaptured: none, reason: cell.reason, seen: cell.seen };
  };
  const changed = () => [...cells.values()].filter(cell => isChanged(cell) && !cell.locked);

  // Figures: an area's own, else the sum of its parts.
  const ownCounts = cell => {
    const numerator = number(cell.numerator.value), denominator = cell.denominator ? number(cell.denominator.value) : 1;
    return numerator === null || denominator === null ? null : [numerator, denominator];
  };
  const sumOf = cell => {
    const parts = partsOf[cell.column].map(column => countsOf(cell.measure.cells[column]));
    return parts.length === 0 || parts.includes(null) ? null : parts.reduce(([n, d], [pn, pd]) => [n + pn, d + pd], [0, 0]);
  };
  const countsOf = cell => ownCounts(cell) ?? sumOf(cell);
  const figureOf = (cell, [numerator, denominator]) => cell.denominator ? (denominator === 0 ? null : Number(cell.measure.data.factor) * numerator / denominator) : numerator;
  const figureText = (cell, counts) => {
    const figure = figureOf(cell, counts), decimals = Number(cell.measure.data.decimals);
    return figure === null ? 'no cases' : (Math.round((figure + Number.EPSILON) * 10 ** decimals) / 10 ** decimals).toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }) + (cell.measure.data.unit === 'Percentage' ? '%' : '');
  };
  const countsText = (cell, [numerator, denominator]) => !cell.denominator ? british.format(numerator)
    : `${british.format(numerator)} ${cell.measure.data.unit === 'Percentage' ? 'of' : '÷'} ${british.format(denominator)} (${figureText(cell, [numerator, denominator])})`;

  /** What is to be said of a cell: at most one thing that is wrong, and one that is worth a look. */
  function look(cell) {
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
    if (own && figure !== null && usual.between !== undefined && !isBetween(figure, usual.between) && !tidy(cell.reason))
      return { [cell.strict ? 'wrong' : 'care']: cell.strict ? { field: 'reason', message: fill(said.far, { usual: usual.usual }) } : fill(said.far, { usual: usual.usual }) };
    return { care: differs(cell) };
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
  const needsReason = cell => !cell.locked && (isNotCaptured(cell) || isFar(cell) || (isChanged(cell) && (tidy(cell.reason) || cell.fromServer?.field === 'reason')));

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
    reason.addEventListener('input', () => { cell.reason = reason.value; touch(cell); });
    reason.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); go(lines.findIndex(line => line.includes(cell.numerator)), cell.column + 1) || cell.numerator.focus(); } });
    block.append(message, choice, label);
    return { block, message, reason, label, choice };
  }
  function show(cell) {
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
  function showFigures(cell) {
    const own = ownCounts(cell), sum = sumOf(cell), shown = own ?? (isEmpty(cell) ? sum : null);
    const below = cell.under ?? cell.place;
    const text = cell.place.dataset.stated && isEmpty(cell) ? cell.place.dataset.stated : !shown ? '' : cell.denominator ? figureText(cell, shown) : '';
    if (text) below.dataset.figure = own || !sum || text === cell.place.dataset.stated ? text : `sum: ${text}`; else delete below.dataset.figure;
    cell.numerator.placeholder = sum && !cell.place.dataset.stated ? british.format(sum[0]) : '';
    if (cell.denominator) cell.denominator.placeholder = sum && !cell.place.dataset.stated ? british.format(sum[1]) : '';
  }
  function refresh(cell) {
    for (let at = cell; at; at = at.measure.cells[areas.findIndex(area => area.id === at.area.parent)]) { showFigures(at); show(at); }
    showAbout(cell);
  }

  // The line under the grid tells of the cell one is in.
  let current = null;
  function showAbout(cell) {
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

  // Keeping: in this browser at once, on the server within two seconds.
  let waiting = new Map(); // typed before and offered again, or typed under another theme
  let timer = null, isSending = false, isStale = false, isSaving = false, once = form.dataset.once;
  const draft = () => [...[...waiting.values()].filter(cell => !cells.has(keyOf(cell)) || !isChanged(cells.get(keyOf(cell)))), ...changed().map(typed)];
  function keep() {
    const now = draft();
    tried(() => now.length === 0 ? localStorage.removeItem(draftKey) : localStorage.setItem(draftKey, JSON.stringify({ at: Date.now(), once, cells: now })));
    timer ??= setTimeout(keepOnServer, 1000);
  }
  const post = (to, content, more = {}) => fetch(to, { method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'application/json', RequestVerificationToken: token }, body: JSON.stringify(content), signal: AbortSignal.timeout(20_000), ...more });
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
  addEventListener('online', () => { if (changed().length > 0) keepOnServer(); });
  addEventListener('pagehide', () => { if (timer && !isSaving) tried(() => post(form.dataset.draftTo, { month: form.dataset.month, cells: draft() }, { keepalive: true }).catch(() => null)); });
  document.addEventListener('submit', event => {
    if (event.target.getAttribute('action') === '/sign-out') tried(() => Object.keys(localStorage).filter(key => key.startsWith('draft:')).forEach(key => localStorage.removeItem(key)));
  });

  function touch(cell) {
    cell.fromServer = null;
    refresh(cell);
    keep();
  }
  function put(cell, values) {
    cell.numerator.value = values.notCaptured ? 'nc' : values.numerator ?? '';
    if (cell.denominator) cell.denominator.value = values.notCaptured ? '' : values.denominator ?? '';
    cell.reason = values.reason ?? '';
    if (cell.say) cell.say.reason.value = cell.reason;
  }

  function tell(className, text, ...buttons) {
    const notice = made('div', { className: `notice ${className}`, role: 'status' }, made('p', {}, text));
    if (buttons.length > 0) notice.append(made('div', { className: 'buttons' }, ...buttons.map(([label, act]) => made('button', { type: 'button', className: 'second', textContent: label, onclick: () => { notice.remove(); act(); } }))));
    told.append(notice);
    return notice;
  }
  function offer() {
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
      wrong > 0 ? ` ${wrong === 1 ? 'One place is' : `${wrong} places are`} to put right: marked in the grid.` : '',
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
  const meanwhileText = ({ meanwhile: one, ...cell }) => `${one.who ? `${one.who} recorded ${one.text} on ${one.when}` : `it says ${one.text} now`}, while you typed ${typed(cell).notCaptured ? "'not captured'" : ownCounts(cell) ? countsText(cell, ownCounts(cell)) : tidy(cell.numerator.value)}. Which is right?`;
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

    isSaving = true;
    button.disabled = true;
    kept.textContent = 'Recording…';
    while (isSending) await new Promise(resolve => setTimeout(resolve, 50));
    clearTimeout(timer);
    timer = null;
    const to = `${form.dataset.record}?theme=${encodeURIComponent(form.dataset.theme ?? '')}`;
    const answer = await post(to, { month: form.dataset.month, submission: once, cells: all.map(typed) }, { signal: AbortSignal.timeout(90_000) }).catch(() => null);
    const content = answer && answer.type !== 'opaqueredirect' ? await answer.json().catch(() => null) : null;
    if (answer?.ok && content?.to) {
      const left = [...waiting.values()].filter(cell => !cells.has(keyOf(cell)) || !all.includes(cells.get(keyOf(cell))));
      tried(() => left.length === 0 ? localStorage.removeItem(draftKey) : localStorage.setItem(draftKey, JSON.stringify({ at: Date.now(), once, cells: left })));
      location.assign(content.to);
      return;
    }
    isSaving = false;
    button.disabled = false;
    kept.textContent = '';
    once = content?.once ?? once;
    if (content?.meanwhile?.length > 0) { sayMeanwhile(content.meanwhile, content.message); return; }
    for (const one of content?.problems ?? []) { const cell = cells.get(keyOf(one)); cell.fromServer = { field: one.field, message: one.message }; refresh(cell); }
    if (content && sayWrong(content.message ? [[content.message, null]] : [])) return;
    problem([[!answer ? 'The server cannot be reached. What you typed is kept in this browser: press the button again when the connection is back.'
      : answer.type === 'opaqueredirect' ? 'You have been signed out. Sign in again in another tab, come back to this one, and press the button again. What you typed is kept.'
      : `Something went wrong, and nothing was recorded. What you typed is kept. Reference number: ${answer.headers.get('X-Reference') ?? 'none'}.`, null]]);
  }

  form.addEventListener('keydown', move);
  form.addEventListener('paste', paste);
  form.addEventListener('input', event => { const cell = cellOf.get(event.target); if (!cell) return; cell.fromServer = null; cell.measure.cells.forEach(showFigures); showAbout(cell); if (cell.say || cell.strict) show(cell); keep(); });
  form.addEventListener('change', event => { const cell = cellOf.get(event.target); if (cell) { if (!isNotCaptured(cell)) cell.isTouched = true; refresh(cell); } });
  form.addEventListener('focusin', event => {
    const cell = cellOf.get(event.target);
    if (!cell) return;
    event.target.dataset.was = event.target.value;
    event.target.select();
    current = cell;
    about.hidden = false;
    showAbout(cell);
  });
  about.querySelector('.not-captured').addEventListener('click', () => {
    const cell = current;
    put(cell, isNotCaptured(cell) ? {} : { notCaptured: true, reason: cell.reason });
    touch(cell);
    if (isNotCaptured(cell)) cell.say.reason.focus(); else cell.numerator.focus();
  });
  form.addEventListener('submit', event => { event.preventDefault(); record(); });

  for (const measure of measures) for (const cell of measure.cells) { showFigures(cell); show(cell); }
  form.querySelector('.send').hidden = false;
  offer();
})();

// Keeps what is typed into a form marked data-keep-draft (its value says whose it is) in this browser, for the form's
// address and what it asks about, and offers it again after a reload. Forgotten on a confirmed save, at sign-out and after 30 days.
(() => {
  const prefix = 'draft:';
  const marks = new WeakMap(); // each form's hidden field with the mark that makes it act once
  // What a form is about may stand in the address after the question mark: June's figures are not offered for July.
  const about = [...new URLSearchParams(location.search)].filter(([name]) => !['saved', 'form'].includes(name)).map(pair => pair.join('=')).sort().join('&');
  const keyOf = form => `${prefix}${form.dataset.keepDraft}:${location.pathname}?${form.dataset.draftAbout ?? about}`;
  // In a list each part carries what it is about (data-draft-part), so that it finds its place again when the list has changed,
  // and which revision it was typed over.
  const partOf = field => field.closest('[data-draft-part]')?.dataset.draftPart;
  const nameOf = field => partOf(field) === undefined ? field.name : `${partOf(field)}|${field.name.replace(/\[\d+\]/, '[]')}`;
  const isSeen = field => partOf(field) !== undefined && field.name.endsWith('.Seen');
  const fieldsOf = form => [...form.elements].filter(field => field.name && (isSeen(field) || !/^(hidden|password|file|submit|button)$/.test(field.type)));
  const isTick = field => field.type === 'checkbox' || field.type === 'radio';
  const valuesOf = form => fieldsOf(form).filter(field => !isTick(field) || field.checked).map(field => [nameOf(field), field.value]);
  const tried = act => { try { return act(); } catch { return null; } }; // where the browser keeps nothing, the page works as without this script
  const read = key => tried(() => JSON.parse(localStorage.getItem(key)));
  const forget = which => tried(() => Object.keys(localStorage).filter(key => key.startsWith(prefix) && which(read(key))).forEach(key => localStorage.removeItem(key)));

  function keep(event) {
    const form = event.target.closest?.('form[data-keep-draft]');
    if (!marks.has(form)) return;
    marks.get(form).value = form.dataset.once;
    tried(() => localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), once: form.dataset.once, values: valuesOf(form) })));
  }

  function bringBack(form, draft) {
    for (const field of fieldsOf(form)) {
      const kept = draft.values.filter(([name]) => name === nameOf(field)).map(([, value]) => value);
      if (isTick(field)) field.checked = kept.includes(field.value); else if (kept.length > 0) field.value = kept[0];
      const part = field.closest('details');
      if (part && !isSeen(field) && (isTick(field) ? field.checked : field.value)) part.open = true;
    }
    // Sent already and only the answer was lost: with its own mark it acts once. Changing it makes it a new one.
    marks.get(form).value = draft.once;
    fieldsOf(form).find(field => !isSeen(field)).focus();
  }

  function offer(form) {
    const draft = read(keyOf(form));
    if (!draft || JSON.stringify(draft.values) === JSON.stringify(valuesOf(form))) return;
    const at = new Date(draft.at);
    const when = `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })} at ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
    const made = (name, properties) => Object.assign(document.createElement(name), properties);
    const button = (textContent, act) => made('button', { type: 'button', className: 'second', textContent, onclick: () => { notice.remove(); act(); } });
    const buttons = made('div', { className: 'buttons' });
    const notice = made('div', { className: 'notice noprint', role: 'status' });
    buttons.append(button(`Bring back what you typed on ${when}`, () => bringBack(form, draft)), button('Throw it away', () => forget(kept => kept.once === draft.once)));
    notice.append('You typed here before and it was not saved.', buttons);
    form.prepend(notice);
  }

  document.querySelectorAll('[data-draft-saved]').forEach(saved => forget(kept => kept.once === saved.dataset.draftSaved));
  forget(kept => !kept || Date.now() - kept.at > 30 * 24 * 60 * 60 * 1000);
  for (const form of document.querySelectorAll('form[data-keep-draft]')) {
    marks.set(form, form.querySelector(`input[type=hidden][value="${form.dataset.once}"]`));
    offer(form);
  }
  document.addEventListener('input', keep);
  document.addEventListener('submit', event => { if (event.target.getAttribute('action') === '/sign-out') forget(() => true); });
})();

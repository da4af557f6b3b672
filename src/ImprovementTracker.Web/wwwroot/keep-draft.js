// Keeps what is typed into a form marked data-keep-draft (its value says whose it is) in this browser, for the form's
// address, and offers it again after a reload. Forgotten on a confirmed save, at sign-out and after 30 days.
(() => {
  const prefix = 'draft:';
  const days = 24 * 60 * 60 * 1000;
  const keyOf = form => `${prefix}${form.dataset.keepDraft}:${location.pathname}`;
  const fieldsOf = form => [...form.elements].filter(field => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type));
  const isTick = field => field.type === 'checkbox' || field.type === 'radio';
  const valuesOf = form => fieldsOf(form).filter(field => !isTick(field) || field.checked).map(field => [field.name, field.value]);
  const onceOf = form => form.querySelector(`input[type=hidden][value="${form.dataset.once}"]`);
  const read = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const forget = which => {
    try { Object.keys(localStorage).filter(key => key.startsWith(prefix) && which(read(key))).forEach(key => localStorage.removeItem(key)); } catch { /* nothing is kept here */ }
  };

  function keep(event) {
    const form = event.target.closest?.('form[data-keep-draft]');
    if (!form) return;
    onceOf(form).value = form.dataset.once;
    try { localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), once: form.dataset.once, values: valuesOf(form) })); } catch { /* no room: the page works as without this script */ }
  }

  function bringBack(form, draft) {
    for (const field of fieldsOf(form)) {
      const kept = draft.values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (isTick(field)) field.checked = kept.includes(field.value); else if (kept.length > 0) field.value = kept[0];
      const part = field.closest('details');
      if (part && (isTick(field) ? field.checked : field.value)) part.open = true;
    }
    // Sent already and only the answer was lost: with its own mark it acts once. Changing it makes it a new one.
    onceOf(form).value = draft.once;
    fieldsOf(form)[0].focus();
  }

  function button(text, act) {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'second', textContent: text });
    made.addEventListener('click', act);
    return made;
  }

  function offer(form) {
    const draft = read(keyOf(form));
    if (!draft || JSON.stringify(draft.values) === JSON.stringify(valuesOf(form))) return;
    const at = new Date(draft.at);
    const when = `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })} at ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
    const notice = Object.assign(document.createElement('div'), { className: 'notice noprint' });
    notice.setAttribute('role', 'status');
    const buttons = Object.assign(document.createElement('div'), { className: 'buttons' });
    buttons.append(button(`Bring back what you typed on ${when}`, () => { notice.remove(); bringBack(form, draft); }), button('Throw it away', () => { notice.remove(); forget(kept => kept.once === draft.once); }));
    notice.append('You typed here before and it was not saved.', buttons);
    form.prepend(notice);
  }

  document.querySelectorAll('[data-draft-saved]').forEach(saved => forget(kept => kept.once === saved.dataset.draftSaved));
  forget(kept => !kept || Date.now() - kept.at > 30 * days);
  document.querySelectorAll('form[data-keep-draft]').forEach(offer);
  document.addEventListener('input', keep);
  document.addEventListener('submit', event => { if (event.target.getAttribute('action') === '/sign-out') forget(() => true); });
})();

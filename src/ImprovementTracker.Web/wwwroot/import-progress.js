// Shows how far a recording is, and loads the page anew when it has ended. Without this script the page has a link for it.
(() => {
  const part = document.querySelector('[data-progress]');
  if (!part) return;
  const bar = part.querySelector('progress');
  const done = part.querySelector('[data-done]');
  async function ask() {
    try {
      const answer = await fetch(part.dataset.progress, { headers: { Accept: 'application/json' } });
      const now = answer.ok ? await answer.json() : { running: false };
      if (!now.running) return location.reload();
      bar.value = now.done;
      done.textContent = now.done.toLocaleString('en-GB');
    } catch { /* the connection is gone for a moment; asked again below */ }
    setTimeout(ask, 500);
  }
  setTimeout(ask, 500);
})();

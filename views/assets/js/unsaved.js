// Warns who leaves a page with something that is kept nowhere. Everything works without it.
const typed = new Set();
let isUnsaved = false;
/** What was just pressed leaves the page where it is: a download, a mail program, a phone. */
let stays = false;

function warn(event) {
  if (!stays) event.preventDefault();
  stays = false;
}

/** The listener is there only when it is needed: with one, a browser may not keep the page for the back button. */
function mark(unsaved) {
  if (unsaved === isUnsaved) return;
  isUnsaved = unsaved;
  if (unsaved) addEventListener('beforeunload', warn);
  else removeEventListener('beforeunload', warn);
}

/** Says what is true once the case is downloaded; after the form is sent, which tells what was true before. */
function tellDownloaded() {
  forgetFaults();
  for (const part of document.querySelectorAll('[data-voor-download]')) part.hidden = true;
  for (const part of document.querySelectorAll('[data-na-download]')) {
    part.hidden = false;
    if ('value' in part) part.value = 'ja';
    const { titel, tekst } = part.dataset;
    if (!titel) continue;
    part.querySelector('strong').textContent = titel;
    part.querySelector('.utrecht-paragraph').textContent = tekst;
  }
}

/** What was wrong with the passphrase of the download was put right; what is wrong with something else stays. */
function forgetFaults() {
  const fields = '[data-fout-voor-download] ';
  if (document.querySelector('[data-voor-download] #fouten') === null) return;
  document.title = document.title.replace(/^Fout: /, '');
  for (const text of document.querySelectorAll(`${fields}.utrecht-form-field-error-message`)) text.remove();
  for (const field of document.querySelectorAll(`${fields}[aria-invalid]`)) {
    field.removeAttribute('aria-invalid');
    field.closest('.utrecht-form-field').classList.remove('utrecht-form-field--invalid');
  }
}

for (const form of document.querySelectorAll('form[data-bewaak]')) {
  form.addEventListener('input', ({ target }) => {
    // A passphrase or a day to count from is no part of what is kept.
    if (target.closest('[data-bewaak-niet]')) return;
    typed.add(form);
    stays = false;
    mark(true);
  });
  if (form.dataset.onbewaard === 'getypt') typed.add(form);
  if ('onbewaard' in form.dataset) mark(true);
}
addEventListener(
  'click',
  ({ target }) => {
    stays = Boolean(target.closest?.('a[href^="mailto:"], a[href^="tel:"]'));
  },
  true,
);
document.addEventListener('submit', ({ target, submitter }) => {
  // Another tab saves nothing, nor does a file without the case in it.
  if (submitter?.formTarget === '_blank') return;
  if (submitter && 'download' in submitter.dataset) stays = true;
  // What was typed on the page of a case, and is not put in yet, is not in its file either.
  else if (submitter && 'bewaart' in submitter.dataset) {
    mark(typed.has(target));
    stays = true;
    setTimeout(tellDownloaded);
  } else mark(false);
});

// Warns who leaves a page with something that was typed and is kept nowhere. Everything works without it.
let isUnsaved = false;

function warn(event) {
  event.preventDefault();
}

/** The listener is there only when it is needed: with one, a browser may not keep the page for the back button. */
function mark(unsaved) {
  if (unsaved === isUnsaved) return;
  isUnsaved = unsaved;
  if (unsaved) addEventListener('beforeunload', warn);
  else removeEventListener('beforeunload', warn);
}

for (const form of document.querySelectorAll('form[data-bewaak]')) {
  form.addEventListener('input', () => mark(true));
  if ('onbewaard' in form.dataset) mark(true);
}
// What is sent is not lost; a download leaves the page where it is, saved. Another tab saves nothing.
document.addEventListener('submit', ({ submitter }) => {
  if (submitter?.formTarget !== '_blank') mark(false);
});

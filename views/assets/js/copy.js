// Buttons that copy a text. Without script they stay hidden: the text can then be selected by hand.
for (const button of document.querySelectorAll('button[data-kopieer]')) {
  const field = document.getElementById(button.dataset.kopieer);
  const message = document.getElementById(`${button.dataset.kopieer}-melding`);
  if (field === null || message === null) continue;

  button.addEventListener('click', async () => {
    // Emptied first: a screen reader does not announce the same text a second time otherwise.
    message.textContent = '';
    const text = (await copyText(field))
      ? 'Gekopieerd'
      : 'Kopiëren lukt niet. Selecteer de tekst en kopieer die zelf.';
    setTimeout(() => {
      message.textContent = text;
    }, 100);
  });
  button.hidden = false;
}

/** Copies the text of a field; leaves it selected where the browser does not allow that. */
async function copyText(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
}

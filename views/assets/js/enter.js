// On the page of a case Enter presses the button beside the field. Without script the first button of the form adds what was typed.
const ONE_LINE = 'input:not([type="checkbox"], [type="radio"], [type="file"], [type="hidden"])';

document.getElementById('casus')?.addEventListener('keydown', (event) => {
  const { target, key, isComposing } = event;
  // Enter also ends the choice of a character that is composed.
  if (key !== 'Enter' || isComposing || !target.matches(ONE_LINE)) return;
  const button = findButton(target);
  if (button === null) return;
  event.preventDefault();
  button.click();
});

/** The button of the innermost part around a field that has one; a passphrase for the download is beside that button. */
function findButton(field) {
  for (
    let part = field.closest('details, aside');
    part !== null;
    part = part.parentElement.closest('details, aside')
  ) {
    const button = part.querySelector(part.matches('aside') ? '[data-bewaart]' : 'button[type="submit"]');
    if (button !== null) return button;
  }
  return null;
}

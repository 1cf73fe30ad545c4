// Suggestions below a search field, as a combobox with a list. The form works without them, and nothing is kept.
const WAIT = 200;
const MIN_LENGTH = 2;
const MAX_SUGGESTIONS = 7;
const KINDS = {
  overlegtafel: 'Overlegtafel of team',
  gemeente: 'Gemeente',
  organisatie: 'Organisatie',
  clientondersteuning: 'Cliëntondersteuning',
  criterium: 'Criterium',
  rol: 'Rol',
  woord: 'Woordenlijst',
  pagina: 'Pagina',
  noodnummer: 'Telefoonnummer',
};

// A plain field: ARIA in HTML has no combobox in one of the type "search".
for (const input of document.querySelectorAll('form[role="search"] input[name="q"]')) suggest(input);

function suggest(input) {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggesties`;
  list.className = 'rdm-suggesties';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggesties');
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'rdm-onzichtbaar';
  status.setAttribute('role', 'status');
  input.after(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);

  let active = -1;
  let timer;
  let request = new AbortController();

  const options = () => [...list.children];
  const close = () => {
    clearTimeout(timer);
    request.abort();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  };
  /** Marks one option; the focus stays in the field. */
  const mark = (index) => {
    active = index;
    for (const [place, option] of options().entries()) {
      option.setAttribute('aria-selected', String(place === index));
    }
    const option = options()[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const show = (hits) => {
    list.replaceChildren(...hits.map((hit, index) => toOption(hit, `${list.id}-${index}`)));
    list.hidden = hits.length === 0;
    input.setAttribute('aria-expanded', String(hits.length > 0));
    mark(-1);
    status.textContent = toCount(hits.length);
  };
  const ask = async (text) => {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    try {
      const answer = await fetch(`/api/v1/zoeken?q=${encodeURIComponent(text)}`, { signal });
      const hits = answer.ok ? await answer.json() : [];
      if (!signal.aborted) show(hits.slice(0, MAX_SUGGESTIONS));
    } catch {
      // Too slow, or no network: the search page itself still works.
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (text.length < MIN_LENGTH) {
      status.textContent = '';
      close();
    } else timer = setTimeout(() => ask(text), WAIT);
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const last = list.children.length - 1;
    if (event.key === 'ArrowDown') mark(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') mark(active <= 0 ? last : active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active >= 0) location.assign(options()[active].dataset.href);
    else return;
    // The first Escape closes the list and leaves what was typed.
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  input.form.addEventListener('submit', close);
  // Before the field loses the focus, which would close the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) location.assign(option.dataset.href);
  });
}

function toOption({ titel, soort, href }, id) {
  const option = document.createElement('li');
  option.id = id;
  option.className = 'rdm-suggestie';
  option.dataset.href = href;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const kind = document.createElement('span');
  kind.className = 'rdm-klein';
  kind.textContent = KINDS[soort] ?? '';
  option.append(titel, ' ', kind);
  return option;
}

function toCount(count) {
  if (count === 0) return 'Geen suggesties';
  return count === 1 ? '1 suggestie' : `${count} suggesties. Kies met de pijltjes.`;
}

import { expect, it } from 'vitest';
import { checkLaws } from '../../src/content/prove-files.ts';
import { LAWS } from '../../src/domain/proof/laws/laws.ts';
import { content } from '../support/real-content.ts';

it('zegt dat alle wetten gelden, en in hoeveel gevallen', () => {
  const { isProved, tekst } = checkLaws(content);
  expect(isProved).toBe(true);
  expect(tekst).toMatch(
    new RegExp(`^De ${LAWS.length} wetten gelden in alle \\d{3}(\\.\\d{3})+ mogelijke gevallen\\.$`),
  );
});

it('zegt wat niet meer geldt, met het kleinste geval in woorden', () => {
  const { isProved, tekst } = checkLaws({
    ...content,
    lokaal: { ...content.lokaal, watTeDoen: [] },
    tafels: content.tafels.map((tafel) =>
      tafel.id === 'topx' ? { ...tafel, aanmelders: { ...tafel.aanmelders, via: 'inwoner' } } : tafel,
    ),
  });
  expect(isProved).toBe(false);
  expect(tekst).toContain(
    '- Elk advies eindigt in iets om te doen en iemand om te bereiken. Maar: het advies verwijst naar de gemeente, maar die is niet te bereiken. Kleinste geval: nog niets beantwoord.',
  );
  expect(tekst).toContain('Maar: wie niet zelf bij TopX mag aanmelden, leest niet via wie het wel kan.');
});

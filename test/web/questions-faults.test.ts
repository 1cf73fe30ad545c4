import { expect, it } from 'vitest';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { postForm } from '../support/form-walker.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';

const app = createTestApp();
const seal = createTestSeal();

it('noemt het antwoord dat niet met een ander samengaat', async () => {
  const stand = seal.seal({ ...LOKAAL_VAST, ...toFitting('topx') });
  const { text } = await postForm(app, `/vragen/eerder-besproken?a=${stand}`, [
    ['eerderBesproken', 'topx'],
    ['eerderBesproken', 'geen'],
  ]).expect(400);
  expect(text.replaceAll('&quot;', '"')).toContain(
    '"Bij geen enkele tafel" kan niet samen met een ander antwoord. Haal dat antwoord weg, of de andere.',
  );
});

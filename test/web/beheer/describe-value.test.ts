import { expect, it } from 'vitest';
import { toPlaceText, toValueText } from '../../../src/web/beheer/drafts/describe-value.ts';
import { say } from '../../support/texts.ts';

it('noemt een plek met de woorden van het formulier', () => {
  expect(toPlaceText(say, 'criteria.gebieds-veiligheid.tekst', 'regels')).toBe(
    `${say('beheer-velden.criteria')} › gebieds-veiligheid › ${say('beheer-velden.tekst')}`,
  );
  expect(toPlaceText(say, 'wieWeetHet', 'vragen')).toBe(say('beheer-velden.wieWeetHet'));
  expect(toPlaceText(say, 'waarom', 'vragen')).toBe(say('beheer-velden.vragen_waarom'));
  expect(toPlaceText(say, '', 'vragen')).toBe(say('concepten.geheel'));
});

it('noemt de delen van een ding zo, en laat weg wat leeg is', () => {
  expect(toValueText(say, { tekst: 'Een zin.', spoed: true, bron: { kop: 'Kop' }, toelichting: null })).toBe(
    `${say('beheer-velden.tekst')}: Een zin.; ${say('beheer-velden.spoed')}: ja; ${say('beheer-velden.bron')}: ${say('beheer-velden.kop')}: Kop`,
  );
  expect(toValueText(say, ['een', 'twee'])).toBe('een, twee');
  expect(toValueText(say, [])).toBe(say('concepten.leeg'));
});

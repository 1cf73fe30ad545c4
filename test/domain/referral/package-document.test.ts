import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toPaper } from '../../../src/domain/referral/package-paper.ts';
import { toParts } from '../../../src/domain/referral/package-text.ts';
import { createReferralComposer } from '../../../src/referral/referral-service.ts';
import { createViews } from '../../../src/templates/handlebars-views.ts';
import { CRISISTEAM } from '../../support/domain-facts.ts';
import { content, evaluate, model, ROOT } from '../../support/real-content.ts';
import { NOW } from '../../support/test-site.ts';
import { say } from '../../support/texts.ts';
import { fillAll, listTafelVelden, VERWIJS_ROUTES } from '../../support/verwijzing-cases.ts';

const { pakketvelden } = content;
const views = createViews(join(ROOT, 'views'));
const service = createReferralComposer({ content, model, evaluate, views, say, now: () => NOW });

async function compose({ tafel, basis, rol }: (typeof VERWIJS_ROUTES)[number]) {
  const found = model.tafelOf.get(tafel);
  const referralCase = found && (await service.read(found, { ...basis, rol }));
  const checked = referralCase && service.check(referralCase.velden, fillAll(tafel, rol), []);
  if (!checked || 'fouten' in checked) throw new Error(tafel);
  return service.compose(referralCase, checked).pakket;
}

describe('the package', () => {
  it.each(VERWIJS_ROUTES.filter(({ tafel }) => tafel !== CRISISTEAM))(
    'has in the mail, on paper and in pieces the same parts in the same order: $tafel, $rol',
    async (route) => {
      const pakket = await compose(route);
      const onPaper = toPaper(say, pakket, pakketvelden, '2026-11-21').secties.map(({ kop }) => kop);
      const headings = pakket.document.map(({ kop }) => kop);
      expect(onPaper).toEqual(headings.filter((kop) => onPaper.includes(kop)));
      const regels = pakket.mail.tekst.split('\n');
      const inMail = headings.filter((kop) => regels.includes(kop.toLocaleUpperCase('nl')));
      // The signature says who refers.
      expect(inMail).toEqual(
        onPaper.filter((kop) => kop !== pakket.document.find(({ id }) => id === 'aanmelder')?.kop),
      );
      const spans = inMail.map((kop) => regels.indexOf(kop.toLocaleUpperCase('nl')));
      expect(spans).toEqual(spans.toSorted((a, b) => a - b));
      for (const { tekst } of toParts(pakket.document)) expect(tekst).not.toMatch(/^\s*$|\{\{|undefined/);
    },
  );
});

it('the phone card names facts that a package has', async () => {
  const asked = pakketvelden.belkaart.stappen.flatMap(({ rijen }) =>
    rijen.flatMap((regel) => ('rij' in regel ? [regel.rij, regel.anders ?? regel.rij] : [])),
  );
  const known = new Set(['gemeente', 'rol', ...listTafelVelden(CRISISTEAM).map(({ pad }) => pad)]);
  expect(asked.filter((id) => !known.has(id))).toEqual([]);
});

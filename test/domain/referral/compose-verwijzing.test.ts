import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createViews } from '../../../src/adapters/handlebars-views.ts';
import type { Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { composeVerwijzing } from '../../../src/domain/referral/compose-verwijzing.ts';
import { listVelden } from '../../../src/domain/referral/veld.ts';
import { parseVerwijzing } from '../../../src/domain/referral/verwijzing.ts';
import { advise, content, model, ROOT } from '../../support/real-content.ts';
import { vignettes } from '../../support/vignettes.ts';

const views = createViews(join(ROOT, 'views'));
const vind = (begin: string): Antwoorden => {
  const vignet = vignettes.find(({ naam }) => naam.startsWith(begin));
  if (!vignet) throw new Error(begin);
  return vignet.antwoorden;
};
const ALLES: Readonly<Record<string, string>> = {
  casuscode: 'TW-2026-014',
  hulpvraag: 'Een plan.',
  geinformeerd: 'akkoord',
  clientondersteuner: 'betrokken',
  bericht: 'inzet',
  evaluatieUren: '20',
};
/** Every field that a table needs, filled in. */
const vulIn = (tafel: string): Record<string, string> => {
  const gevonden = model.tafelVan.get(tafel);
  if (!gevonden) throw new Error(tafel);
  const nodig = listVelden(content, gevonden, undefined).filter(({ nodig }) => nodig);
  return Object.fromEntries(nodig.map(({ pad, label }) => [pad, ALLES[pad] ?? `Ingevuld: ${label}`]));
};
const compose = async (
  tafel: string,
  antwoorden: Antwoorden,
  ingevuld: Record<string, string> = vulIn(tafel),
) => {
  const gevonden = model.tafelVan.get(tafel);
  const gelezen = parseVerwijzing(gevonden ? listVelden(content, gevonden, undefined) : [], ingevuld);
  if ('fouten' in gelezen) throw new Error(JSON.stringify(gelezen.fouten));
  const pakket = composeVerwijzing(content, model, views, await advise(antwoorden), tafel, gelezen);
  if (!pakket) throw new Error(`geen verwijzing naar ${tafel}`);
  return pakket;
};

/** Per table: answers with which it fits, a role that may refer and one that may not, and what then comes out. */
const gevallen = [
  {
    tafel: 'topx',
    basis: vind('veelpleger'),
    mag: 'procesmanager',
    niet: 'woningcorporatie',
    aan: ['info@veiligheidshuistwente.nl'],
    via: 'procesmanager',
  },
  {
    tafel: 'triage-transfertafel',
    basis: vind('huisarts zoekt'),
    mag: 'huisarts',
    niet: 'politie',
    aan: ['aanmelding@triagetafeltwente.nl'],
    via: 'wijkcoach',
  },
  {
    tafel: 'regiotafel-wlz',
    basis: vind('instelling met alle'),
    mag: 'zorgaanbieder',
    niet: 'wijkcoach',
    aan: ['zorginhoudelijkadviseurwlz@menzis.nl'],
    via: 'zorgaanbieder',
  },
  {
    tafel: 'crisisteam-zorgkantoor',
    basis: vind('mantelzorger'),
    mag: 'huisarts',
    niet: 'wijkcoach',
    aan: [],
    via: 'huisarts',
  },
  {
    tafel: 'hoogcomplex-oostnl',
    basis: vind('patiënt zelf'),
    mag: 'inwoner',
    niet: 'wijkcoach',
    aan: [],
    via: 'procesmanager',
  },
  {
    tafel: 'levensloopaanpak',
    basis: vind('psychose'),
    mag: 'procesmanager',
    niet: 'ggz-aanbieder',
    aan: ['info@veiligheidshuistwente.nl'],
    via: 'procesmanager',
  },
  {
    tafel: 'bestuurlijk-escalatieoverleg',
    basis: vind('tafels geprobeerd'),
    mag: 'clientondersteuner',
    niet: 'woningcorporatie',
    aan: ['info@veiligheidshuistwente.nl'],
    via: 'procesmanager',
  },
  {
    tafel: 'mobiel-p10-team',
    basis: vind('verward gedrag na'),
    mag: 'wijkcoach',
    niet: 'huisarts',
    aan: [],
    via: 'wijkcoach',
  },
] as const;

describe('de verwijzing', () => {
  it.each(gevallen)(
    'gaat bij $tafel naar het adres uit de bron, als de rol mag aanmelden',
    async ({ tafel, basis, mag, aan }) => {
      const { route, mail } = await compose(tafel, { ...basis, rol: mag });
      expect(route).toBe('zelf');
      expect(mail.aan).toEqual(aan);
      expect(mail.onderwerp).toContain('TW-2026-014');
      expect(mail.tekst).toContain('Een plan.');
    },
  );

  it.each(gevallen)(
    'wordt bij $tafel een verzoek aan wie wel mag, als de rol niet mag aanmelden',
    async ({ tafel, basis, niet, via }) => {
      const { route, mail, ontbreekt, ontvanger } = await compose(tafel, { ...basis, rol: niet });
      expect(route).toBe('via');
      expect(mail.aan).toEqual([]);
      expect(mail.onderwerp).toMatch(
        tafel === 'crisisteam-zorgkantoor' ? /^Belkaart / : /^Verzoek om aan te melden bij /,
      );
      expect(mail.tekst).toContain(
        tafel === 'crisisteam-zorgkantoor' ? `Bel nu de ${via}` : `De ${via} kan dat wel.`,
      );
      expect(ontvanger).toContain(via);
      expect(ontbreekt.map(({ onderdeel }) => onderdeel)).toContain('adres');
    },
  );

  it.each(gevallen)(
    'noemt bij $tafel elk criterium met het antwoord, en de cliëntondersteuning in de gemeente',
    async ({ tafel, basis, mag }) => {
      const { mail } = await compose(tafel, { ...basis, rol: mag });
      const gevonden = content.tafels.find(({ id }) => id === tafel);
      for (const { tekst, voorwaarde } of gevonden?.regels.criteria ?? []) {
        const kort = model.vraagVan.get(voorwaarde.fact)?.kort ?? '';
        // What decides stands there in full, the rest (and all on the belkaart) by its short name.
        expect(
          mail.tekst.includes(tekst) || mail.tekst.toLowerCase().includes(`${kort.toLowerCase()}: `),
        ).toBe(true);
      }
      const ixta = ['enschede', 'hengelo'].includes(String((basis as Antwoorden).gemeente));
      expect(mail.tekst.includes('Ixta Noa')).toBe(ixta);
      expect(mail.tekst).toContain('SCOT');
    },
  );

  it.each(gevallen)(
    'laat in de tekst van $tafel geen sjabloon, lege aanhaling of dubbele witregel achter',
    async ({ tafel, basis, mag, niet }) => {
      for (const rol of [mag, niet]) {
        for (const verwijzing of [vulIn(tafel), { casuscode: 'TW-1' }]) {
          const { mail } = await compose(tafel, { ...basis, rol }, verwijzing);
          expect(mail.tekst).not.toMatch(/\{\{|undefined|null|\[object|&#|\n\n\n/);
          expect(mail.onderwerp).not.toMatch(/\n|\r/);
        }
      }
    },
  );

  it('noemt bij TopX de procesmanager die in cc hoort, tenzij de aanmelder dat zelf is', async () => {
    const coach = await compose('topx', { ...vind('veelpleger'), rol: 'wijkcoach' });
    expect(coach.ontbreekt).toEqual([
      { onderdeel: 'cc', tekst: expect.stringContaining('procesmanager van gemeente Almelo') },
    ]);
    const zelf = await compose('topx', { ...vind('veelpleger'), rol: 'procesmanager' });
    expect(zelf.ontbreekt).toEqual([]);
  });

  it('noemt bij het P10-team het werkgebied en wie betaalt', async () => {
    const { mail, ontvanger } = await compose('mobiel-p10-team', vind('verward gedrag na'));
    expect(ontvanger).toContain('Dimence');
    expect(mail.tekst).toContain('€ 72');
    const tubbergen = await compose('mobiel-p10-team', {
      ...vind('verward gedrag na'),
      gemeente: 'tubbergen',
    });
    expect(tubbergen.ontvanger).toContain('Mediant of Dimence');
  });

  it('mailt nooit een antwoord dat niet relevant is', async () => {
    const { mail } = await compose('topx', {
      ...vind('veelpleger'),
      wlzZorg: 'ja',
      zoekt: 'snellere-zorg',
      ggzIngeschreven: 'ja',
    });
    expect(mail.tekst).not.toMatch(/Wlz|wachtlijst|ingeschreven/i);
  });

  it('laat bij een weg die niet nodig is zien dat de andere weg genoeg is', async () => {
    const { mail } = await compose('topx', vind('veelpleger'));
    expect(mail.tekst).toContain('Een van deze is genoeg (voldoet):');
    expect(mail.tekst).toContain('Dit moet allemaal zo zijn (voldoet niet):');
  });
});

import { describe, expect, it } from 'vitest';
import { findFeit, TAFELS } from '../../support/domain-facts.ts';
import { advise } from '../../support/real-content.ts';

/** Who may refer, and otherwise via whom: the table of domain.md. */
const AANMELDERS: Readonly<Record<string, { mag: string; via: string }>> = {
  topx: {
    mag: 'wijkcoach procesmanager regisseur-gemeente politie om reclassering verslavingszorg ggz-aanbieder veiligheidshuis',
    via: 'procesmanager',
  },
  'triage-transfertafel': {
    mag: 'ggz-aanbieder huisarts wijkcoach procesmanager regisseur-gemeente verslavingszorg zorgaanbieder clientondersteuner',
    via: 'wijkcoach',
  },
  'regiotafel-wlz': { mag: 'zorgaanbieder ggz-aanbieder', via: 'zorgaanbieder' },
  'crisisteam-zorgkantoor': {
    mag: 'huisarts clientondersteuner zorgaanbieder ggz-aanbieder',
    via: 'huisarts',
  },
  'hoogcomplex-oostnl': {
    mag: 'inwoner zorgaanbieder ggz-aanbieder verslavingszorg huisarts procesmanager regisseur-gemeente veiligheidshuis vws',
    via: 'procesmanager',
  },
  levensloopaanpak: { mag: 'procesmanager', via: 'procesmanager' },
  'bestuurlijk-escalatieoverleg': {
    mag:
      'huisarts ggz-aanbieder zorgaanbieder wijkcoach procesmanager regisseur-gemeente bestuurder-gemeente om ' +
      'verzekeraar clientondersteuner vws veiligheidshuis',
    via: 'procesmanager',
  },
  'mobiel-p10-team': { mag: 'wijkcoach procesmanager regisseur-gemeente veiligheidshuis', via: 'wijkcoach' },
};

const KANALEN: Readonly<Record<string, readonly [soort: string, adres: string | null]>> = {
  topx: ['e-mail', 'info@veiligheidshuistwente.nl'],
  'triage-transfertafel': ['e-mail', 'aanmelding@triagetafeltwente.nl'],
  'regiotafel-wlz': ['sharefile', 'zorginhoudelijkadviseurwlz@menzis.nl'],
  'crisisteam-zorgkantoor': ['telefoon', null],
  'hoogcomplex-oostnl': ['webformulier', null],
  levensloopaanpak: ['e-mail', 'info@veiligheidshuistwente.nl'],
  'bestuurlijk-escalatieoverleg': ['e-mail', 'info@veiligheidshuistwente.nl'],
  'mobiel-p10-team': ['e-mail', null],
};

const ROLLEN = findFeit('rol').opties;
const findAanmelders = async (rol?: string) => {
  const { overlegtafels } = await advise(rol === undefined ? {} : { rol });
  return new Map(overlegtafels.map(({ tafel, aanmelder }) => [tafel.id, aanmelder]));
};

describe('wie mag aanmelden', () => {
  it('is voor elke tafel opgeschreven', () => {
    expect(Object.keys(AANMELDERS).toSorted()).toEqual(TAFELS.toSorted());
  });

  it.each(ROLLEN)('klopt voor %s bij elke tafel', async (rol) => {
    const found = await findAanmelders(rol);
    for (const tafel of TAFELS) {
      const { mag, via } = AANMELDERS[tafel] ?? { mag: '', via: '' };
      const same = mag.split(' ').includes(rol);
      expect([tafel, found.get(tafel)]).toEqual([
        tafel,
        {
          mag: same,
          via: same ? null : via,
          overlegMet: tafel === 'topx' && rol !== 'procesmanager' ? ['procesmanager'] : [],
        },
      ]);
    }
  });

  it('is onbekend zolang de rol dat is, en wijst dan wie het kan', async () => {
    for (const [tafel, aanmelder] of await findAanmelders()) {
      expect([tafel, aanmelder]).toEqual([
        tafel,
        { mag: null, via: AANMELDERS[tafel]?.via, overlegMet: tafel === 'topx' ? ['procesmanager'] : [] },
      ]);
    }
  });

  it('noemt alleen rollen die gekozen kunnen worden', () => {
    for (const { mag, via } of Object.values(AANMELDERS))
      expect(ROLLEN).toEqual(expect.arrayContaining([...mag.split(' '), via]));
  });
});

describe('het kanaal', () => {
  it.each(['wijkcoach', 'inwoner', undefined])(
    'is altijd dat van de tafel zelf, ook voor %s',
    async (rol) => {
      const { overlegtafels } = await advise(rol === undefined ? {} : { rol });
      expect(
        Object.fromEntries(
          overlegtafels.map(({ tafel: { id, kanaal } }) => [id, [kanaal.soort, kanaal.adres]]),
        ),
      ).toEqual(KANALEN);
    },
  );
});

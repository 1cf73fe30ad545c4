import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { type Contact, isCurrent } from '../../../src/domain/model/contact.ts';
import type { Content } from '../../../src/domain/model/content.ts';
import { toPaper } from '../../../src/domain/referral/package-paper.ts';
import { createReferralComposer } from '../../../src/referral/referral-service.ts';
import { createViews } from '../../../src/templates/handlebars-views.ts';
import { CRISISTEAM } from '../../support/domain-facts.ts';
import { content, evaluate, findAddress, model, ROOT } from '../../support/real-content.ts';
import { NOW } from '../../support/test-site.ts';
import { say } from '../../support/texts.ts';
import { fillNeeded, findVignet, VERWIJS_CASES } from '../../support/verwijzing-cases.ts';

const ADDRESS = findAddress('topx');

/** A mailbox of a local entrance that is not in the content. */
const toMailbox = (waarde: string, laatstBekend: number | null): Contact => ({
  soort: 'e-mail',
  label: 'Loket',
  waarde,
  alsOnbekend: null,
  toelichting: null,
  laatstBekend,
  bron: { document: 'rdm-wegwijzer', kop: 'Loket' },
  gecontroleerd: '2026-11-21',
});

const views = createViews(join(ROOT, 'views'));
const compose = async (
  tafel: string,
  antwoorden: Antwoorden,
  filledIn: Record<string, string> = fillNeeded(tafel),
  text: Content = content,
) => {
  const service = createReferralComposer({ content: text, model, evaluate, views, say, now: () => NOW });
  const found = model.tafelOf.get(tafel);
  const referralCase = found && (await service.read(found, antwoorden));
  if (!referralCase) throw new Error(`geen verwijzing naar ${tafel}`);
  const checked = service.check(referralCase.velden, filledIn, []);
  if ('fouten' in checked) throw new Error(JSON.stringify(checked.fouten));
  return service.compose(referralCase, checked).pakket;
};

describe('de verwijzing', () => {
  it.each(VERWIJS_CASES)(
    'gaat bij $tafel naar het adres uit de bron, als de rol mag aanmelden',
    async ({ tafel, basis, mag, aan }) => {
      const { route, mail } = await compose(tafel, { ...basis, rol: mag });
      expect(route).toBe('zelf');
      expect(mail.aan).toEqual(aan);
      expect(mail.onderwerp).toContain('TW-2026.014/b');
      expect(mail.tekst).toContain('Eén plan voor zorg');
    },
  );

  it.each(VERWIJS_CASES)(
    'wordt bij $tafel een verzoek aan wie wel mag, als de rol niet mag aanmelden',
    async ({ tafel, basis, niet, via }) => {
      const { route, mail, ontbreekt, ontvanger } = await compose(tafel, { ...basis, rol: niet });
      expect(route).toBe('via');
      expect(mail.aan).toEqual([]);
      expect(mail.onderwerp).toMatch(
        tafel === 'crisisteam-zorgkantoor' ? /^Belkaart / : /^Verzoek om aan te melden bij /,
      );
      expect(mail.tekst).toContain(
        tafel === 'crisisteam-zorgkantoor' ? `Bel nu de ${via}` : `Als ${via} kunt u dat wel.`,
      );
      expect(ontvanger).toContain(via);
      expect(ontbreekt.map(({ onderdeel }) => onderdeel)).toContain('adres');
    },
  );

  it.each(VERWIJS_CASES)(
    'noemt bij $tafel elk criterium met het antwoord, en de cliëntondersteuning in de gemeente',
    async ({ tafel, basis, mag }) => {
      const { mail } = await compose(tafel, { ...basis, rol: mag });
      const found = content.tafels.find(({ id }) => id === tafel);
      for (const { tekst, voorwaarde } of found?.regels.criteria ?? []) {
        const kort = model.vraagOf.get(voorwaarde.fact)?.kort ?? '';
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

  it.each(VERWIJS_CASES)(
    'laat in de tekst van $tafel geen sjabloon, lege aanhaling of dubbele witregel achter',
    async ({ tafel, basis, mag, niet }) => {
      for (const rol of [mag, niet]) {
        for (const verwijzing of [fillNeeded(tafel), { casuscode: 'TW-1' }]) {
          const { mail } = await compose(tafel, { ...basis, rol }, verwijzing);
          expect(mail.tekst).not.toMatch(/\{\{|undefined|null|\[object|&#|\n\n\n/);
          expect(mail.onderwerp).not.toMatch(/\n|\r/);
        }
      }
    },
  );

  it('noemt bij TopX de procesmanager die in cc hoort, tenzij de aanmelder dat zelf is', async () => {
    const coach = await compose('topx', { ...findVignet('veelpleger'), rol: 'wijkcoach' });
    expect(coach.ccNamen).toEqual(['de procesmanager van gemeente Almelo']);
    expect(coach.ontbreekt).toEqual([
      { onderdeel: 'cc', tekst: expect.stringContaining('procesmanager van gemeente Almelo') },
    ]);
    expect(coach.mail.tekst).toContain('in overleg met de procesmanager van de gemeente');
    const same = await compose('topx', { ...findVignet('veelpleger'), rol: 'procesmanager' });
    expect([same.ccNamen, same.ontbreekt]).toEqual([[], []]);
    expect(same.mail.tekst).not.toContain('in overleg met de procesmanager van de gemeente');
  });

  it('zet bij TopX de procesmanager in cc, als het adres van de gemeente bekend is', async () => {
    const gemeenten = content.gemeenten.map((gemeente) => ({
      ...gemeente,
      lokaleIngang: {
        ...gemeente.lokaleIngang,
        contacten: [toMailbox('loket@example.nl', null)],
      },
    }));
    const coach = { ...findVignet('veelpleger'), rol: 'wijkcoach' };
    const pakket = await compose('topx', coach, fillNeeded('topx'), { ...content, gemeenten });
    expect(pakket.mail).toMatchObject({ aan: [ADDRESS], cc: ['loket@example.nl'] });
    expect(pakket.ontbreekt).toEqual([]);
  });

  it.each(content.gemeenten)(
    'vraagt de lokale ingang van $id per e-mail om aan te melden, als dat adres zeker is',
    async ({ id, lokaleIngang }) => {
      const known = lokaleIngang.contacten.filter(({ soort }) => soort === 'e-mail').filter(isCurrent);
      const huisarts = { ...findVignet('veelpleger'), gemeente: id, rol: 'huisarts' };
      const { mail, ontbreekt } = await compose('topx', huisarts);
      expect(mail.aan).toEqual(known.map(({ waarde }) => waarde));
      expect(ontbreekt.some(({ onderdeel }) => onderdeel === 'adres')).toBe(known.length === 0);
    },
  );

  it('vult nooit een adres in dat alleen een oude lijst geeft', async () => {
    const gemeenten = content.gemeenten.map((gemeente) => ({
      ...gemeente,
      lokaleIngang: { ...gemeente.lokaleIngang, contacten: [toMailbox('oud@example.nl', 2020)] },
    }));
    const huisarts = { ...findVignet('veelpleger'), rol: 'huisarts' };
    const { mail } = await compose('topx', huisarts, fillNeeded('topx'), { ...content, gemeenten });
    expect(JSON.stringify(mail)).not.toContain('oud@example.nl');
  });

  it('vraagt van een inwoner geen functie en geen organisatie, en van wie vraagt om aan te melden die wel', async () => {
    const inwoner = await compose(
      'hoogcomplex-oostnl',
      findVignet('patiënt zelf'),
      fillNeeded('hoogcomplex-oostnl', 'inwoner'),
    );
    expect(inwoner.status).toBe('gereed');
    expect(inwoner.mail.tekst).not.toContain('[uw');
    const via = await compose(
      'topx',
      { ...findVignet('veelpleger'), rol: 'woningcorporatie' },
      { casuscode: 'TW-1' },
    );
    expect(via.ontbreekt.map(({ onderdeel }) => onderdeel)).toEqual([
      'hulpvraag',
      'functie',
      'organisatie',
      'telefoon',
      'adres',
    ]);
    expect(via.mail.tekst).toContain('DIT IS MEESTAL NODIG');
    expect(via.mail.tekst).toContain('- Gewenste uitkomst');
  });

  it('geeft op de belkaart alles in de volgorde waarin men het vraagt, ook als er nog iets mist', async () => {
    const { mail, belkaart, status } = await compose('crisisteam-zorgkantoor', findVignet('mantelzorger'), {
      casuscode: 'TW-1',
    });
    expect(status).toBe('concept');
    expect(mail.tekst).toContain('Wacht daar niet op');
    expect(mail.tekst).not.toContain('NOG NIET VERSTUREN');
    const state = belkaart?.stappen
      .find(({ kop }) => kop.includes('veranderd'))
      ?.rijen.map(({ naam }) => naam);
    expect(state).toEqual([
      'Casuscode',
      'Gemeente',
      'Gezondheid, thuiszorg of mantelzorg plotseling slechter of weg',
      'Waar de persoon nu verblijft',
      'Hoe snel er zorg moet zijn door dreigend gevaar',
      'Wlz-zorg of een Wlz-indicatie',
      'Blijvend of tijdelijk',
    ]);
    const regels = mail.tekst.split('\n').filter((regel) => /^\d\. /.test(regel));
    expect(regels[0]).toBe('1. Zeg wie u bent');
    expect(regels.at(-1)).toMatch(/Spreek af$/);
  });

  it('begint de belkaart met dezelfde stap als het advies, ook zonder Wlz', async () => {
    const basis = findVignet('mantelzorger');
    const coach = await compose(CRISISTEAM, { ...basis, wlzZorg: 'nee', rol: 'wijkcoach' });
    expect(coach.mail.tekst).toMatch(
      /^Schakel nu de crisisdienst van de ggz in, via de huisarts of huisartsenpost\./,
    );
    expect(coach.mail.tekst).toContain('Zoek het nummer op internet');
    expect(coach.mail.tekst.indexOf('Lukt dat niet? Vraag de huisarts')).toBeGreaterThan(0);
    expect(coach.mail.tekst).not.toContain('Bel nu');
    const huisarts = await compose(CRISISTEAM, { ...basis, wlzZorg: 'nee', rol: 'huisarts' });
    expect(huisarts.mail.tekst).toMatch(/^Schakel nu de crisisdienst van de ggz in\./);
    expect(huisarts.mail.tekst).toContain('Als huisarts schakelt u die zelf in.');
    expect(huisarts.mail.tekst).toContain('Bel dan de crisisregisseur');
    expect(huisarts.mail.tekst).not.toContain('huisartsenpost');
    const wlz = await compose(CRISISTEAM, { ...basis, wlzZorg: 'ja', rol: 'huisarts' });
    expect(wlz.mail.tekst).toMatch(/^Bel nu de crisisregisseur van het zorgkantoor\./);
    expect(wlz.mail.tekst).not.toContain('crisisdienst');
  });

  it('zegt wie bij het zorgkantoor werkt op de belkaart naar de eigen crisisregisseur te gaan', async () => {
    const pakket = await compose(CRISISTEAM, { ...findVignet('mantelzorger'), rol: 'verzekeraar' });
    expect(pakket.belkaart?.opening.regels[0]).toBe(
      'Werkt u bij het zorgkantoor? Ga dan naar uw eigen crisisregisseur.',
    );
  });

  it.each([
    ['wijkcoach', 'ja'],
    ['wijkcoach', 'nee'],
    ['huisarts', 'ja'],
    ['huisarts', 'nee'],
  ])('zegt op papier boven de belkaart hetzelfde als in de tekst: %s, Wlz %s', async (rol, wlzZorg) => {
    const pakket = await compose(
      CRISISTEAM,
      { ...findVignet('mantelzorger'), wlzZorg, rol },
      { casuscode: 'TW-1' },
    );
    const [first] = toPaper(say, pakket, content.pakketvelden, '2026-11-30').secties;
    const [begin = ''] = pakket.mail.tekst.split('\n\n');
    const melding = first?.blokken.flatMap((block) => (block.soort === 'melding' ? [block.tekst] : []));
    const paper = `${first?.kop}.\n${melding?.join('\n')}`;
    // The explanation makes way where one page is full; what to do does not.
    const lines = begin.split('\n');
    const needed = rol === 'wijkcoach' && wlzZorg === 'nee' ? lines.filter((_, at) => at !== 2) : lines;
    expect(paper).toBe(needed.join('\n'));
    expect(begin).toContain('Bel eerst 112.');
    if (rol === 'wijkcoach') expect(begin).toContain('Vraag de huisarts');
  });

  it('zegt op de belkaart "nog niet bekend" waar iemand dat antwoordde', async () => {
    const antwoorden = { ...findVignet('mantelzorger'), wlzZorg: 'weetNiet', rol: 'huisarts' };
    const { mail } = await compose(CRISISTEAM, antwoorden);
    expect(mail.tekst).toContain('- Wlz-zorg of een Wlz-indicatie: nog niet bekend');
  });

  it('mist op de belkaart geen functie: dan staat er de rol', async () => {
    const antwoorden = { ...findVignet('mantelzorger'), rol: 'wijkcoach' };
    const call = await compose(CRISISTEAM, antwoorden, { casuscode: 'TW-1' });
    expect(call.ontbreekt.map(({ onderdeel }) => onderdeel)).not.toContain('functie');
    expect(call.mail.tekst).toContain('- Rol: Wijkcoach');
  });

  it('geeft per tafel een opening in eigen woorden', async () => {
    const openings = await Promise.all(
      VERWIJS_CASES.map(async ({ tafel, basis, mag }) => {
        const { mail } = await compose(tafel, { ...basis, rol: mag });
        return mail.tekst.split('\n').slice(0, 3).join('\n');
      }),
    );
    expect(new Set(openings).size).toBe(VERWIJS_CASES.length);
  });

  it('mailt nooit een antwoord dat niet relevant is', async () => {
    const { mail } = await compose('topx', {
      ...findVignet('veelpleger'),
      wlzZorg: 'ja',
      zoekt: 'snellere-zorg',
      ggzIngeschreven: 'ja',
    });
    expect(mail.tekst).not.toMatch(/Wlz|wachtlijst|ingeschreven/i);
  });

  it('noemt de weg die klopt eerst, en van de andere alleen dat die niet nodig is', async () => {
    const { mail } = await compose('topx', findVignet('veelpleger'));
    expect(mail.tekst).toContain('Een van deze is genoeg (voldoet):');
    const ways = mail.tekst.split('\n').filter((regel) => /^ *Weg \d/.test(regel));
    expect(ways.map((regel) => regel.trim())).toEqual([
      'Weg 2: dit moet allemaal zo zijn (voldoet):',
      'Weg 1: dit moet allemaal zo zijn (niet nodig):',
    ]);
    expect(mail.tekst).not.toContain('voldoet niet');
  });
});

import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { findAddress } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';
import { vignettes } from '../support/vignettes.ts';

const ADDRESS = findAddress('topx');

const app = createTestApp();
const verwijs = (body: unknown) =>
  request(app)
    .post('/api/v1/verwijzingen')
    .send(body as object);
const veelpleger = vignettes.find(({ naam }) => naam.startsWith('veelpleger'))?.antwoorden ?? {};
const verwijzing = {
  casuscode: 'TW-2026-014',
  hulpvraag: 'Eén plan voor zorg, ïnkomen en veiligheid: € 300 schuld.',
};

describe('POST /api/v1/verwijzingen', () => {
  it('geeft de mail aan het adres van de tafel', async () => {
    const { status, body, headers } = await verwijs({ tafel: 'topx', antwoorden: veelpleger, verwijzing });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({
      tafel: 'topx',
      route: 'zelf',
      kanaal: { soort: 'e-mail', adres: ADDRESS },
      mail: { aan: [ADDRESS], cc: [] },
      waarschuwingen: [],
    });
    // A table that misses something gets a concept, with what is missing.
    expect(body.status).toBe('concept');
    expect(body.mail.onderwerp).toBe('CONCEPT Aanmelding TopX: casus TW-2026-014');
    expect(body.ontbreekt.map(({ onderdeel }: { onderdeel: string }) => onderdeel)).toContain('eigenVisie');
    expect(body.mail.tekst).toContain('€ 300 schuld');
  });

  it('geeft met Accept: message/rfc822 een .eml die een mailprogramma als concept opent', async () => {
    const { status, text, headers } = await verwijs({ tafel: 'topx', antwoorden: veelpleger, verwijzing })
      .set('Accept', 'message/rfc822')
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (deel: Buffer) => parts.push(deel));
        res.on('end', () => done(null, Buffer.concat(parts)));
      })
      .then((res) => ({
        ...res,
        status: res.status,
        headers: res.headers,
        text: (res.body as Buffer).toString('latin1'),
      }));
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch('message/rfc822');
    expect(headers['content-disposition']).toBe('attachment; filename=verwijzing-topx-TW-2026-014.eml');
    expect(text).not.toMatch(/[^\r]\n/);
    const mail = await PostalMime.parse(Buffer.from(text, 'latin1'));
    const json = (await verwijs({ tafel: 'topx', antwoorden: veelpleger, verwijzing })).body.mail;
    expect(mail.to?.map(({ address }) => address)).toEqual(json.aan);
    expect(mail.cc).toBeUndefined();
    expect(mail.subject).toBe(json.onderwerp);
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(json.tekst.trim());
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(mail.from).toBeUndefined();
  });

  it.each([
    ['onbekende tafel', { tafel: 'mars', antwoorden: {}, verwijzing }, ['/tafel']],
    [
      'alles fout tegelijk',
      { tafel: 1, antwoorden: { rol: 'koning' }, verwijzing: { casuscode: '' } },
      ['/tafel', '/antwoorden/rol', '/verwijzing/casuscode'],
    ],
    [
      'een veld te veel',
      { tafel: 'topx', antwoorden: {}, verwijzing: { ...verwijzing, bcc: 'x@y.nl' } },
      ['/verwijzing/bcc'],
    ],
    [
      'een lijst als casuscode',
      { tafel: 'topx', antwoorden: {}, verwijzing: { casuscode: ['a'] } },
      ['/verwijzing/casuscode'],
    ],
    ['geen verwijzing', { tafel: 'topx', antwoorden: {} }, ['/verwijzing']],
    [
      'een BSN',
      { tafel: 'topx', antwoorden: {}, verwijzing: { ...verwijzing, hulpvraag: 'BSN 111222333' } },
      ['/verwijzing/hulpvraag'],
    ],
  ])('weigert %s en zegt waar', async (_name, body, pointers) => {
    const antwoord = await verwijs(body);
    expect(antwoord.status).toBe(400);
    expect(antwoord.body.fouten.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  });

  it.each([
    [
      'bij hun naam, zoals pakketvelden ze noemt',
      { 'onderbouwing.gebieds-veiligheid.datum': '31-02-2026', 'plan.0.wie': 5 },
      ['/verwijzing/onderbouwing.gebieds-veiligheid.datum', '/verwijzing/plan.0.wie'],
    ],
    [
      'in hun groep',
      { onderbouwing: { 'gebieds-veiligheid': { datum: '31-02-2026' } }, plan: [{ wie: 5 }] },
      ['/verwijzing/onderbouwing/gebieds-veiligheid/datum', '/verwijzing/plan/0/wie'],
    ],
    [
      'in een groep met een punt in de naam',
      { onderbouwing: { 'a.b': 5 } },
      ['/verwijzing/onderbouwing/a.b'],
    ],
    ['met een naam die niet kan', { 'plan/0~.wie': 'x' }, ['/verwijzing/plan~10~0.wie']],
  ])('wijst velden aan waar ze staan: %s', async (_name, velden, pointers) => {
    const body = { tafel: 'topx', antwoorden: veelpleger, verwijzing: { ...verwijzing, ...velden } };
    const antwoord = await verwijs(body).expect(400);
    expect(antwoord.body.fouten.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual(
      pointers,
    );
  });

  it('weigert een tafel die volgens het advies niet aan de beurt is', async () => {
    for (const [tafel, antwoorden] of [
      ['levensloopaanpak', veelpleger],
      ['topx', { ...veelpleger, eerderBesproken: ['topx'] }],
      ['topx', { ...veelpleger, lokaalBesproken: 'nee' }],
      ['topx', { ...veelpleger, acuutGevaar: 'ja' }],
    ] as const) {
      expect((await verwijs({ tafel, antwoorden, verwijzing })).status, JSON.stringify(antwoorden)).toBe(409);
    }
  });

  it('is gereed als alles is ingevuld wat de tafel nodig heeft, en neemt onderbouwing en plan over', async () => {
    const { body } = await verwijs({
      tafel: 'topx',
      antwoorden: veelpleger,
      verwijzing: {
        ...verwijzing,
        ...Object.fromEntries(
          [
            'gewensteUitkomst',
            'eerderGedaan',
            'betrokkenen',
            'regie',
            'risicofactoren',
            'beschermendeFactoren',
            'eigenVisie',
            'overbrugging',
            'functie',
            'organisatie',
            'telefoon',
          ].map((veld) => [veld, `ingevuld bij ${veld}`]),
        ),
        geinformeerd: 'akkoord',
        clientondersteuner: 'aangeboden',
        onderbouwing: {
          'meerdere-leefgebieden': {
            feit: 'schulden en verslaving',
            vanWie: 'wijkcoach',
            datum: '2026-11-01',
          },
        },
        plan: [{ wie: 'de wijkcoach', doetWat: 'belt elke week' }],
      },
    });
    expect(body.status).toBe('gereed');
    expect(body.ontbreekt).toEqual([]);
    expect(body.mail.onderwerp).toBe('Aanmelding TopX: casus TW-2026-014');
    expect(body.mail.tekst).toContain('Onderbouwing: schulden en verslaving (wijkcoach, 1 november 2026)');
    expect(body.mail.tekst).toContain('- Doet wat: belt elke week');
  });

  it('vraagt een vastgelegde grond als de persoon het niet weet of niet goedvindt', async () => {
    const { body } = await verwijs({
      tafel: 'topx',
      antwoorden: veelpleger,
      verwijzing: { ...verwijzing, geinformeerd: 'niet-geinformeerd' },
    });
    expect(body.ontbreekt.map(({ onderdeel }: { onderdeel: string }) => onderdeel)).toContain('grondslag');
  });

  it('rekent bij de Regiotafel de laatste dag uit', async () => {
    const antwoorden = vignettes.find(({ naam }) => naam.startsWith('instelling met alle'))?.antwoorden;
    const { body } = await verwijs({
      tafel: 'regiotafel-wlz',
      antwoorden,
      verwijzing: { ...verwijzing, overlegdatum: '2026-12-14' },
    });
    expect(body.termijn).toEqual({ overlegdatum: '2026-12-14', uiterlijk: '2026-11-23', teLaat: false });
  });

  it('geeft met Accept: application/pdf het pakket', async () => {
    const { status, headers, body } = await verwijs({
      tafel: 'topx',
      antwoorden: veelpleger,
      verwijzing,
    }).set('Accept', 'application/pdf');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('geeft bij open criteria een concept, met wat ontbreekt en wie het kan weten', async () => {
    const { body } = await verwijs({
      tafel: 'topx',
      antwoorden: { ...veelpleger, systeemBeinvloedt: 'weetNiet' },
      verwijzing,
    });
    expect(body.status).toBe('concept');
    expect(body.mail.onderwerp).toMatch(/^CONCEPT /);
    expect(body.ontbreekt.map(({ onderdeel }: { onderdeel: string }) => onderdeel)).toContain(
      'systeemBeinvloedt',
    );
  });
});

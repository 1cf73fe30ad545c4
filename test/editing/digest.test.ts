import { expect, it } from 'vitest';
import type { BeheerMail, BeheerMailResult } from '../../src/domain/editing/beheer-mail.ts';
import type { BeheerRol, Medewerker } from '../../src/domain/editing/people.ts';
import { createDigest } from '../../src/editing/digest.ts';
import { makeEditing, makeWie } from '../support/editing.ts';
import { startMailServer } from '../support/mail-server.ts';
import { openSendingSite, readMail } from '../support/sending-site.ts';

// A Monday, at nine in the Netherlands.
const MONDAY = '2026-11-30T08:00:00Z';

/** A digest over records of its own, with a clock, a mailbox and people. */
function makeDigest({ meldingen = 3 } = {}) {
  const { records, versions, drafts } = makeEditing();
  const sent: BeheerMail[] = [];
  const results: BeheerMailResult[] = [];
  let now = new Date(MONDAY);
  const options = {
    ...{ records, versions },
    countOpen: async () => meldingen,
    now: () => now,
    mail: async (mail: BeheerMail) => {
      sent.push(mail);
      return results.shift() ?? 'verstuurd';
    },
  };
  return {
    ...{ records, drafts, sent, results, options },
    run: createDigest(options).run,
    at: (moment: string) => {
      now = new Date(moment);
    },
    add: async (id: string, rol: BeheerRol, rest: Partial<Medewerker> = {}) => {
      const value = { email: `${id}@gemeente.example`, rol, sinds: MONDAY, actief: true, ...rest };
      await records.commit([{ kind: 'medewerker', id, revision: 0, value }]);
    },
    to: () => sent.map(({ aan }) => aan.split('@')[0]),
  };
}

it('wie mag publiceren, krijgt één keer per week hoeveel er wacht', async () => {
  const digest = makeDigest();
  await digest.add('anna', 'uitgever');
  await digest.add('bert', 'beheerder');
  await digest.add('carla', 'redacteur');
  await digest.add('dirk', 'uitgever', { actief: false });
  await digest.add('emma', 'uitgever', { geenWeekbericht: true });
  await digest.run();
  await digest.run();
  digest.at('2026-12-06T20:00:00Z');
  await digest.run();
  expect(digest.to()).toEqual(['anna', 'bert']);
  expect(digest.sent[0]).toEqual({
    soort: 'weekbericht',
    aan: 'anna@gemeente.example',
    waiting: { meldingen: 3, nu: 0, binnenkort: 0, concepten: 0 },
  });
  digest.at('2026-12-07T08:00:00Z');
  await digest.run();
  expect(digest.to()).toEqual(['anna', 'bert', 'anna', 'bert']);
});

it('niet in de nacht, en niet als er niets wacht', async () => {
  const digest = makeDigest({ meldingen: 0 });
  await digest.add('anna', 'uitgever');
  await digest.run();
  expect(digest.sent).toEqual([]);
  // All checks of 2026 are old by then.
  digest.at('2028-06-05T04:00:00Z');
  await digest.run();
  expect(digest.sent).toEqual([]);
  digest.at('2028-06-05T05:00:00Z');
  await digest.run();
  expect(digest.sent).toMatchObject([{ waiting: { meldingen: 0, binnenkort: 0 } }]);
});

it('telt alleen concepten die een ander mag goedkeuren', async () => {
  const digest = makeDigest({ meldingen: 0 });
  await digest.add('anna', 'uitgever');
  await digest.add('bert', 'uitgever');
  await digest.drafts.start(makeWie('anna'), 'Van Anna', { status: 'aangeboden' });
  await digest.drafts.start(makeWie('anna'), 'Nog bezig');
  await digest.run();
  expect(digest.sent).toMatchObject([{ aan: 'bert@gemeente.example', waiting: { concepten: 1 } }]);
});

it('servers die samen een opslag hebben, sturen het samen één keer', async () => {
  const digest = makeDigest();
  for (const id of ['anna', 'bert', 'carla']) await digest.add(id, 'uitgever');
  const servers = Array.from({ length: 4 }, () => createDigest(digest.options));
  // Who finds another server at it stops, and goes on in the next round.
  for (let round = 0; round < 3; round++) await Promise.all(servers.map((server) => server.run()));
  expect(digest.to().toSorted()).toEqual(['anna', 'bert', 'carla']);
});

it('wat de mailserver niet aannam, gaat een ronde later', async () => {
  const digest = makeDigest();
  await digest.add('anna', 'uitgever');
  digest.results.push('niet', 'onzeker');
  await digest.run();
  await digest.run();
  // It may have come: it is not sent again.
  await digest.run();
  expect(digest.to()).toEqual(['anna', 'anna']);
});

it('het bericht noemt aantallen en waar het staat, en niets van een melding', async () => {
  const mailServer = await startMailServer();
  const { mailBeheer, store, regels } = await openSendingSite({ mailServer });
  await store.meldingen.report({
    pagina: '/overlegtafels/topx',
    veld: 'Telefoonnummer',
    watMoetHetZijn: 'Het nummer is veranderd.',
    email: 'melder@organisatie.example',
  });
  const digest = makeDigest();
  await digest.add('anna', 'uitgever');
  const countOpen = async () => (await store.meldingen.count()).open;
  await createDigest({ ...digest.options, countOpen, mail: mailBeheer }).run();
  const mail = await readMail(mailServer.received[0]);
  expect(mail.onderwerp).toBe('Wat er wacht in het beheer van de RDM-wegwijzer');
  expect(mail.to).toEqual(['anna@gemeente.example']);
  expect(mail.inhoud).toContain(
    '- Open meldingen van bezoekers: 1. https://wegwijzer.example/beheer/meldingen',
  );
  for (const zero of ['goed te keuren', 'nu te controleren'])
    expect(mail.inhoud).not.toContain(`Gegevens om ${zero}`);
  expect(mail.inhoud).not.toMatch(/melder|Telefoonnummer|topx|veranderd/);
  expect(regels.join('\n')).not.toContain('anna');
});

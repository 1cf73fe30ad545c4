import { expect, it } from 'vitest';
import { isReturned } from '../../src/domain/editing/draft.ts';
import { readPart, writePart } from '../../src/domain/editing/part.ts';
import { makeEditing, makeWie, NO_EFFECT } from '../support/editing.ts';
import { projectFiles } from '../support/real-content.ts';

const anna = makeWie('anna');
const bert = makeWie('bert', 'uitgever');
const part = { bestand: 'tables/contacten.json', naam: 'zvh-e-mail' };
const was = readPart(projectFiles, part) as Record<string, unknown>;

type Place = ReturnType<typeof makeEditing>;

async function offer({ drafts, publishing }: Place, label: string, wie = anna) {
  const id = await drafts.start(wie, label);
  const now = (await drafts.open(id))?.files ?? {};
  await drafts.savePart(id, wie, part, readPart(now, part), { ...was, label });
  expect(await publishing.offer(id, wie, '')).toEqual({ ok: true });
  return { id, revision: (await drafts.open(id))?.revision ?? 0 };
}

it('een collega geeft uit wat is aangeboden, als nieuwe versie', async () => {
  const place = makeEditing();
  const { id, revision } = await offer(place, 'Nieuw');
  expect(await place.publishing.publish(id, revision, bert, '')).toEqual({ ok: true });
  const { nummer, files } = await place.versions.readLive();
  expect(nummer).toBe(1);
  expect(readPart(files, part)).toMatchObject({ label: 'Nieuw' });
  expect(await place.versions.read(1)).toMatchObject({
    vorige: 0,
    gemaaktDoor: ['anna'],
    uitgegevenDoor: 'bert',
  });
  expect((await place.records.readLog(1))[0]).toMatchObject({
    wat: 'versie-uitgegeven',
    versie: 1,
    wie: 'bert',
  });
  expect(await place.publishing.publish(id, revision + 1, bert, '')).toEqual({ ok: false, waarom: 'dicht' });
});

it('niemand geeft een eigen wijziging uit, en een redacteur niets', async () => {
  const place = makeEditing();
  const own = await offer(place, 'Eigen', bert);
  expect(await place.publishing.publish(own.id, own.revision, bert, '')).toEqual({
    ok: false,
    waarom: 'eigen',
  });
  const other = makeWie('carla');
  expect(await place.publishing.publish(own.id, own.revision, other, '')).toEqual({
    ok: false,
    waarom: 'rol',
  });
  expect(await place.records.findLiveVersion()).toBe(0);
});

it('wie meeschreef, geeft niet uit, ook niet als een ander het aanbiedt', async () => {
  const place = makeEditing();
  const { id } = await offer(place, 'Samen');
  await place.drafts.savePart(id, bert, part, { ...was, label: 'Samen' }, { ...was, label: 'Ook van mij' });
  await place.publishing.offer(id, anna, '');
  const revision = (await place.drafts.open(id))?.revision ?? 0;
  expect(await place.publishing.publish(id, revision, bert, '')).toEqual({ ok: false, waarom: 'eigen' });
});

it('geeft alleen uit wat is gezien', async () => {
  const place = makeEditing();
  const { id, revision } = await offer(place, 'Gezien');
  await place.drafts.savePart(id, anna, part, { ...was, label: 'Gezien' }, { ...was, label: 'Daarna' });
  await place.publishing.offer(id, anna, '');
  expect(await place.publishing.publish(id, revision, bert, '')).toEqual({ ok: false, waarom: 'andere' });
});

it('weigert wat fouten heeft, ook als die er bij het aanbieden nog niet waren', async () => {
  let proof = NO_EFFECT;
  const place = makeEditing(async () => proof);
  const { id, revision } = await offer(place, 'Fout');
  proof = { ...NO_EFFECT, fouten: [{ bestand: 'x', plaats: '', melding: 'fout' }] };
  // Another program looks at it, that finds more.
  const newer = place.restart(projectFiles);
  expect(await newer.publishing.publish(id, revision, bert, 'want')).toEqual({ ok: false, waarom: 'fouten' });
});

it('vraagt een reden als het advies verandert', async () => {
  const place = makeEditing(async () => ({ ...NO_EFFECT, advies: { verandert: true, effecten: [] } }));
  const { id, revision } = await offer(place, 'Ander advies');
  expect(await place.publishing.publish(id, revision, bert, '  ')).toEqual({ ok: false, waarom: 'reden' });
  expect(await place.publishing.publish(id, revision, bert, ' want ')).toEqual({ ok: true });
  expect(await place.versions.read(1)).toMatchObject({ reden: 'want' });
});

it('vraagt een reden als een vaste casus verandert, en bewaart die dan met de nieuwe uitkomst', async () => {
  const wordt = { uitkomst: 'geenTafel', tafels: [] };
  const place = makeEditing(async (_before, _after, cases) => ({
    ...NO_EFFECT,
    vasteCasussen: cases.map(({ id, value: { naam, uitkomst, tafels } }) => ({
      ...{ id, naam, antwoorden: {}, was: { uitkomst, tafels }, wordt },
    })),
  }));
  const casus = { naam: 'Gezin in Enschede', antwoorden: {}, uitkomst: 'aanmelden', tafels: ['topx'] };
  await place.vasteCasussen.keep(anna, casus);
  const { id, revision } = await offer(place, 'Andere tafel');
  expect(await place.publishing.publish(id, revision, bert, '')).toEqual({ ok: false, waarom: 'reden' });
  expect(await place.publishing.publish(id, revision, bert, 'zo is het')).toEqual({ ok: true });
  expect((await place.vasteCasussen.list())[0]?.value).toMatchObject({ ...casus, ...wordt, door: 'anna' });
});

it('alleen wie het maakte of uitgever is, neemt het terug of trekt het in', async () => {
  const place = makeEditing();
  const { id } = await offer(place, 'Van Anna');
  const carla = makeWie('carla');
  for (const status of ['bezig', 'ingetrokken'] as const)
    expect(await place.publishing.close(id, carla, status, '')).toEqual({ ok: false, waarom: 'rol' });
  expect(await place.publishing.close(id, anna, 'bezig', '')).toEqual({ ok: true });
  expect(await place.publishing.close(id, anna, 'bezig', '')).toEqual({ ok: false, waarom: 'dicht' });
  await place.publishing.offer(id, anna, '');
  expect(await place.publishing.close(id, bert, 'bezig', 'Nog niet')).toEqual({ ok: true });
  expect((await place.drafts.open(id))?.concept).toMatchObject({ status: 'bezig', antwoord: 'Nog niet' });
  // Offered again it is answered: also when it is taken up once more.
  await place.publishing.offer(id, anna, '');
  expect((await place.drafts.open(id))?.concept).toMatchObject({ status: 'aangeboden', antwoord: '' });
  await place.drafts.savePart(id, anna, part, { ...was, label: 'Van Anna' }, { ...was, label: 'Beter' });
  const again = (await place.drafts.open(id))?.concept;
  expect(again?.status).toBe('bezig');
  expect(again && isReturned(again)).toBe(false);
  expect(await place.publishing.close('weg', bert, 'bezig', '')).toEqual({ ok: false, waarom: 'onbekend' });
});

it('wat een ander intussen uitgaf, is eerst over te nemen voor het kan worden aangeboden', async () => {
  const place = makeEditing();
  const late = await place.drafts.start(anna, 'Laat');
  await place.drafts.savePart(late, anna, part, was, { ...was, label: 'Laat' });
  const first = await offer(place, 'Eerst', makeWie('carla'));
  await place.publishing.publish(first.id, first.revision, bert, '');
  expect(await place.publishing.offer(late, anna, '')).toEqual({ ok: false, waarom: 'verouderd' });
});

it('biedt niets aan dat leeg is of fouten heeft', async () => {
  const place = makeEditing(async () => ({
    ...NO_EFFECT,
    fouten: [{ bestand: 'x', plaats: '', melding: 'f' }],
  }));
  const id = await place.drafts.start(anna, 'Leeg');
  expect(await place.publishing.offer(id, anna, '')).toEqual({ ok: false, waarom: 'leeg' });
  await place.drafts.savePart(id, anna, part, was, { ...was, label: 'x' });
  expect(await place.publishing.offer(id, anna, '')).toEqual({ ok: false, waarom: 'fouten' });
});

it('twee uitgevers tegelijk: één wint, er is één nieuwe versie', async () => {
  const place = makeEditing();
  const [one, two] = [await offer(place, 'Een'), await offer(place, 'Twee')];
  const done = await Promise.all(
    [one, two].map(({ id, revision }) => place.publishing.publish(id, revision, bert, '')),
  );
  expect(done.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await place.records.findLiveVersion()).toBe(1);
});

it('wat op een oudere versie staat, neemt eerst de nieuwere over', async () => {
  const place = makeEditing();
  const late = await offer(place, 'Laat');
  const id = await place.drafts.start(anna, 'Eerst');
  await place.drafts.savePart(id, anna, part, was, { ...was, waarde: 'eerst@example.org' });
  await place.publishing.offer(id, anna, '');
  await place.publishing.publish(id, (await place.drafts.open(id))?.revision ?? 0, bert, '');
  expect(await place.publishing.publish(late.id, late.revision, bert, '')).toEqual({
    ok: false,
    waarom: 'verouderd',
  });
  expect(await place.updating.update(late.id, bert)).toBe(true);
  const draft = await place.drafts.open(late.id);
  expect(draft?.concept).toMatchObject({ basis: 1, status: 'bezig', gemaaktDoor: ['anna'], botsingen: [] });
  expect(readPart(draft?.files ?? {}, part)).toMatchObject({ label: 'Laat', waarde: 'eerst@example.org' });
});

it('wat beide wijzigden, wordt gekozen voor het verder kan', async () => {
  const place = makeEditing();
  const late = await offer(place, 'Laat');
  const first = await offer(place, 'Eerst');
  await place.publishing.publish(first.id, first.revision, bert, '');
  await place.updating.update(late.id, anna);
  expect(await place.publishing.offer(late.id, anna, '')).toEqual({ ok: false, waarom: 'botsingen' });
  const seen = (await place.drafts.open(late.id))?.revision ?? 0;
  expect(await place.updating.choose(late.id, anna, ['anders'], seen - 1)).toBe(false);
  expect(await place.updating.choose(late.id, anna, [], seen)).toBe(false);
  expect(await place.updating.choose(late.id, anna, ['anders'], seen)).toBe(true);
  expect(readPart((await place.drafts.open(late.id))?.files ?? {}, part)).toMatchObject({ label: 'Eerst' });
  expect(await place.publishing.offer(late.id, anna, '')).toEqual({ ok: false, waarom: 'leeg' });
});

it('zet een oudere versie terug als nieuwe, met een reden', async () => {
  const place = makeEditing();
  const { id, revision } = await offer(place, 'Nieuw');
  await place.publishing.publish(id, revision, bert, '');
  expect(await place.publishing.rollBack(0, anna, 'want', 1)).toEqual({ ok: false, waarom: 'rol' });
  expect(await place.publishing.rollBack(0, bert, '', 1)).toEqual({ ok: false, waarom: 'reden' });
  expect(await place.publishing.rollBack(1, bert, 'want', 1)).toEqual({ ok: false, waarom: 'onbekend' });
  expect(await place.publishing.rollBack(0, bert, 'want', 0)).toEqual({ ok: false, waarom: 'andere' });
  expect(await place.publishing.rollBack(0, bert, 'want', 1)).toEqual({ ok: true });
  expect((await place.versions.readLive()).files).toEqual(projectFiles);
  expect(await place.versions.read(2)).toMatchObject({ terugNaar: 0, vorige: 1 });
});

it('een nieuwer programma met andere inhoud wordt een concept, naast wat de regio wijzigde', async () => {
  const place = makeEditing();
  expect(await place.updating.hasNewProgram()).toBe(false);
  const { id, revision } = await offer(place, 'Van de regio');
  await place.publishing.publish(id, revision, bert, '');
  expect(await place.updating.hasNewProgram()).toBe(false);
  const word = { bestand: 'tables/woordenlijst.json', naam: 'nieuw' };
  const newer = place.restart(
    writePart(writePart(projectFiles, part, { ...was, label: 'Van het programma' }), word, { id: 'nieuw' }),
  );
  expect(await newer.updating.hasNewProgram()).toBe(true);
  const merged = (await newer.updating.startProgramDraft(anna, 'Nieuw programma'))?.id ?? '';
  const draft = await newer.drafts.open(merged);
  expect(readPart(draft?.files ?? {}, word)).toEqual({ id: 'nieuw' });
  expect(readPart(draft?.files ?? {}, part)).toMatchObject({ label: 'Van de regio' });
  expect(draft?.concept.botsingen).toMatchObject([{ anders: 'Van het programma' }]);
  await newer.updating.choose(merged, anna, ['concept'], 1);
  await newer.publishing.offer(merged, anna, '');
  await newer.publishing.publish(merged, (await newer.drafts.open(merged))?.revision ?? 0, bert, '');
  expect(await place.records.findLiveVersion()).toBe(2);
  expect(await newer.updating.hasNewProgram()).toBe(false);
});

/** The files with another label of the address. */
const withLabel = (label: string, files = projectFiles) => writePart(files, part, { ...was, label });

/** Has a colleague publish a draft as it is now. */
async function publish({ drafts, publishing }: Pick<Place, 'drafts' | 'publishing'>, id: string) {
  expect(await publishing.offer(id, anna, '')).toEqual({ ok: true });
  expect(await publishing.publish(id, (await drafts.open(id))?.revision ?? 0, bert, '')).toMatchObject({
    ok: true,
  });
}

it('een concept van voor de eerste uitgave neemt eerst over wat een nieuwer programma brengt, en maakt dat niet ongedaan', async () => {
  const place = makeEditing();
  const word = { bestand: 'tables/woordenlijst.json', naam: 'nieuw' };
  const id = await place.drafts.start(anna, 'Van de regio', { files: withLabel('Van de regio') });
  const other = { bestand: part.bestand, naam: 'nieuw' };
  const newer = place.restart(
    writePart(writePart(projectFiles, word, { id: 'nieuw' }), other, { ...was, id: 'nieuw' }),
  );
  // As it was: what the program brings is nothing that the draft took away.
  const before = await newer.drafts.open(id);
  expect(readPart(before?.basis ?? {}, other)).toBeUndefined();
  expect(await newer.publishing.offer(id, anna, '')).toEqual({ ok: false, waarom: 'verouderd' });
  expect(await newer.updating.update(id, anna)).toBe(true);
  const draft = await newer.drafts.open(id);
  expect(readPart(draft?.files ?? {}, word)).toEqual({ id: 'nieuw' });
  expect(readPart(draft?.files ?? {}, other)).toMatchObject({ id: 'nieuw' });
  expect(readPart(draft?.files ?? {}, part)).toMatchObject({ label: 'Van de regio' });
  await publish(newer, id);
  expect(await newer.updating.hasNewProgram()).toBe(false);
});

it('een programma dat brengt wat de regio al had, vraagt niets', async () => {
  const place = makeEditing();
  const { id, revision } = await offer(place, 'Verbeterd');
  await place.publishing.publish(id, revision, bert, '');
  const newer = place.restart(withLabel('Verbeterd'));
  expect(await newer.updating.hasNewProgram()).toBe(false);
  expect(await newer.updating.startProgramDraft(anna, 'Nieuw programma')).toBeNull();
  // And what comes after that does.
  const newest = place.restart(withLabel('Nog beter'));
  expect(await newest.updating.hasNewProgram()).toBe(true);
});

it('wie tegenover een nieuwer programma alles van zichzelf houdt, biedt dat aan, en dan vraagt het niets meer', async () => {
  const place = makeEditing();
  const { id, revision } = await offer(place, 'Van de regio');
  await place.publishing.publish(id, revision, bert, '');
  const newer = place.restart(withLabel('Van het programma'));
  const merged = (await newer.updating.startProgramDraft(anna, 'Nieuw programma'))?.id ?? '';
  await newer.updating.choose(merged, anna, ['concept'], 1);
  expect((await newer.drafts.open(merged))?.concept.bestanden).toEqual({});
  await publish(newer, merged);
  expect(await newer.updating.hasNewProgram()).toBe(false);
  expect(readPart((await newer.versions.readLive()).files, part)).toMatchObject({ label: 'Van de regio' });
});

it('wie nog eens een concept van het programma wil, ook op hetzelfde moment, krijgt dat wat er is', async () => {
  const place = makeEditing();
  const { id, revision } = await offer(place, 'Van de regio');
  await place.publishing.publish(id, revision, bert, '');
  const newer = place.restart(withLabel('Van het programma'));
  const both = await Promise.all(
    [anna, bert].map((wie) => newer.updating.startProgramDraft(wie, 'Programma')),
  );
  const again = await newer.updating.startProgramDraft(anna, 'Programma');
  expect(new Set([...both, again].map((draft) => draft?.id)).size).toBe(1);
  expect([...both, again].map((draft) => draft?.isNew).sort()).toEqual([false, false, true]);
  // One that was withdrawn is no answer.
  await newer.publishing.close(again?.id ?? '', anna, 'ingetrokken', '');
  expect(await newer.updating.startProgramDraft(anna, 'Programma')).toMatchObject({ isNew: true });
});

it('terug naar een versie van voor het nieuwere programma: wat dat bracht, is weer over te nemen', async () => {
  const place = makeEditing();
  const own = await place.drafts.start(anna, 'Woord');
  const word = { bestand: 'tables/woordenlijst.json', naam: 'eigen' };
  await place.drafts.savePart(own, anna, word, undefined, { id: 'eigen' });
  await publish(place, own);
  const newer = place.restart(withLabel('Van het programma'));
  const merged = (await newer.updating.startProgramDraft(anna, 'Programma'))?.id ?? '';
  await publish(newer, merged);
  expect(await newer.updating.hasNewProgram()).toBe(false);
  await newer.publishing.rollBack(1, bert, 'Het oude was goed', 2);
  expect((await newer.versions.read(3))?.programma).toBe((await newer.versions.read(1))?.programma);
  expect(await newer.updating.hasNewProgram()).toBe(true);
  // And back again to the version that had it.
  await newer.publishing.rollBack(2, bert, 'Toch niet', 3);
  expect(await newer.updating.hasNewProgram()).toBe(false);
});

it('terug naar versie 0 is terug naar het programma van nu: een later programma is daarmee te vergelijken', async () => {
  const place = makeEditing();
  const { id, revision } = await offer(place, 'Van de regio');
  await place.publishing.publish(id, revision, bert, '');
  const newer = place.restart(withLabel('Van het programma'));
  await newer.publishing.rollBack(0, bert, 'Liever dat van het programma', 1);
  expect(await newer.updating.hasNewProgram()).toBe(false);
  const newest = place.restart(withLabel('Nog nieuwer'));
  const merged = (await newest.updating.startProgramDraft(anna, 'Programma'))?.id ?? '';
  const draft = await newest.drafts.open(merged);
  expect(draft?.concept.botsingen).toEqual([]);
  expect(readPart(draft?.files ?? {}, part)).toMatchObject({ label: 'Nog nieuwer' });
});

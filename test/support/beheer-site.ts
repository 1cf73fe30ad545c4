import { readPart } from '../../src/domain/editing/part.ts';
import { logIn } from './logged-in.ts';
import { createMemoryRecords } from './memory-records.ts';
import { projectFiles } from './real-content.ts';
import { createTestApp, createTestEditing } from './test-app.ts';

/** An address that is in the content, to change in tests. */
export const ADDRESS = { bestand: 'tables/contacten.json', naam: 'zvh-e-mail' };
export const addressNow = readPart(projectFiles, ADDRESS) as Readonly<Record<string, unknown>>;

/** A test app with what changes its content, and who may log in to it. */
export function openBeheer() {
  const records = createMemoryRecords();
  const app = createTestApp({ records });
  const editing = createTestEditing(records);
  const enter = (rol: 'redacteur' | 'uitgever' | 'beheerder', email?: string) =>
    logIn(app, records, rol, email === undefined ? {} : { email });
  return {
    app,
    records,
    editing,
    enter,
    /** Begins a draft in which an address is called otherwise; gives its id. */
    async begin(wie: { readonly id: string }, label = 'Het nieuwe huis', titel = 'Nieuw adres') {
      const maker = { id: wie.id, email: 'x@example.org', rol: 'redacteur' as const };
      const id = await editing.drafts.start(maker, titel);
      await editing.drafts.savePart(id, maker, ADDRESS, addressNow, { ...addressNow, label });
      return id;
    },
    /** The address of a draft as its page would post it: with the revision of now. */
    async readRevision(id: string) {
      return String((await editing.drafts.open(id))?.revision ?? 0);
    },
  };
}

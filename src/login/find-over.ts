import type { RecordChange } from '../domain/editing/records.ts';
import type { Keeping } from './decide.ts';
import type { Links } from './links.ts';
import type { Sessions } from './sessions.ts';

interface Deps {
  readonly records: Pick<Keeping, 'list'>;
  readonly sessions: Pick<Sessions, 'isOver'>;
  readonly links: Pick<Links, 'isForgotten'>;
}

/** What nobody can use any more goes: sessions that are over, and links that were over long ago. @throws StorageFailure */
export async function findOver({ records, sessions, links }: Deps): Promise<RecordChange[]> {
  const [sessies, inloglinks] = await Promise.all([records.list('sessie'), records.list('inloglink')]);
  return [
    ...sessies
      .filter(({ value }) => sessions.isOver(value))
      .map(({ id, revision }) => ({ kind: 'sessie' as const, id, revision, value: null })),
    ...inloglinks
      .filter(({ value }) => links.isForgotten(value))
      .map(({ id, revision }) => ({ kind: 'inloglink' as const, id, revision, value: null })),
  ];
}

import { RECORD_SCHEMAS, type RecordKind, type Records } from '../domain/editing/records.ts';
import { toVersieId } from '../domain/editing/versions.ts';

/** The kinds that hold content: too much to read all of it for a look. */
const CONTENT: ReadonlySet<RecordKind> = new Set(['inhoud', 'programma']);

/** Reads what `/beheer` keeps, and of the content what is live. @throws StorageFailure with the first that cannot be read. */
export async function checkRecords({
  list,
  read,
  findLiveVersion,
}: Pick<Records, 'list' | 'read' | 'findLiveVersion'>): Promise<void> {
  const kinds = Object.keys(RECORD_SCHEMAS) as RecordKind[];
  for (const kind of kinds) if (!CONTENT.has(kind)) await list(kind);
  await read('inhoud', toVersieId(await findLiveVersion()));
}

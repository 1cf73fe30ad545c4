import type { ApiResources } from './api/resources.ts';
import { PUBLIC_HEADERS } from './api/send-public-json.ts';
import { createPublication, type MadeFiles, type Publication } from './http/published/publication.ts';
import { type PublishedFiles, publish } from './http/published/published-file.ts';
import type { RoomBoard } from './server/room-board.ts';
import { listStaticFiles } from './web/list-static-files.ts';
import type { StaticFile } from './web/static-file.ts';

type Options = Parameters<typeof listStaticFiles>[0] & {
  readonly resources: ApiResources;
  /** The files that the build and the operator made. */
  readonly publicFiles: PublishedFiles;
  readonly today: () => Date;
  /** What tables told of their room. */
  readonly ruimte: Pick<RoomBoard, 'read' | 'edition'>;
};

/** Whoever keeps it asks whether it is still so: what is published is to be seen at once. */
const CACHE_CONTROL = 'no-cache';

/**
 * Everything that is the same for every visitor: the files of the build, the pages, and the content as data. What is in
 * `made` was made before, of the same content.
 */
export function publishSite(deps: Options, made: MadeFiles | null = null): Publication {
  const { resources, publicFiles, today, ruimte } = deps;
  const toData = (path: string, read: (today: Date) => unknown): StaticFile => ({
    pad: `/api/v1${path}`,
    type: 'application/json; charset=utf-8',
    headers: PUBLIC_HEADERS,
    make: async (day) => JSON.stringify(await read(day)),
  });
  const files = [
    ...listStaticFiles(deps),
    ...[...resources.gegevens].map(([path, read]) => toData(path, read)),
    toData('/openapi.json', deps.openApi),
  ];
  const make = async ({ make: maak, type, headers }: StaticFile, day: Date) =>
    publish(Buffer.from(await maak(day)), type, CACHE_CONTROL, headers);
  return createPublication(
    [...publicFiles, ...files.map((file) => [file.pad, (day: Date) => make(file, day)] as const)],
    today,
    ruimte.edition,
    made,
  );
}

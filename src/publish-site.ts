import type { ApiResources } from './api/resources.ts';
import { PUBLIC_HEADERS } from './api/send-public-json.ts';
import { createPublication, type Publication } from './http/published/publication.ts';
import { type PublishedFiles, publish } from './http/published/published-file.ts';
import { listStaticFiles } from './web/list-static-files.ts';
import type { StaticFile } from './web/static-file.ts';

type Opties = Parameters<typeof listStaticFiles>[0] & {
  readonly resources: ApiResources;
  /** The files that the build and the operator made. */
  readonly publicFiles: PublishedFiles;
  readonly today: () => Date;
};

const CACHE_CONTROL = 'public, max-age=300';

/** Everything that is the same for every visitor: the files of the build, the pages, and the content as data. */
export function publishSite(deps: Opties): Publication {
  const { resources, publicFiles, today } = deps;
  const toData = (pad: string, read: (today: Date) => unknown): StaticFile => ({
    pad: `/api/v1${pad}`,
    type: 'application/json; charset=utf-8',
    headers: PUBLIC_HEADERS,
    maak: async (day) => JSON.stringify(await read(day)),
  });
  const files = [
    ...listStaticFiles(deps),
    ...[...resources.gegevens].map(([pad, read]) => toData(pad, read)),
    toData('/openapi.json', deps.openApi),
  ];
  const make = async ({ maak, type, headers }: StaticFile, day: Date) =>
    publish(Buffer.from(await maak(day)), type, CACHE_CONTROL, headers);
  return createPublication(
    [...publicFiles, ...files.map((file) => [file.pad, (day: Date) => make(file, day)] as const)],
    today,
  );
}

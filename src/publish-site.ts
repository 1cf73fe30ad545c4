import { PUBLIC_HEADERS } from './api/public-headers.ts';
import type { ApiResources } from './api/resources.ts';
import { type Prepared, toDigest } from './published/prepared.ts';
import { createPublication, type Publication } from './published/publication.ts';
import {
  compress,
  type PublishedFile,
  type PublishedFiles,
  publish,
  publishPrepared,
} from './published/published-file.ts';
import { listStaticFiles, type StaticDeps } from './web/router.ts';
import type { StaticFile } from './web/static-file.ts';

interface Opties extends StaticDeps {
  readonly resources: ApiResources;
  /** The files that the build and the operator made. */
  readonly publicFiles: PublishedFiles;
  readonly prepared: Prepared;
  /** The hash of all that the pages and the data are made of, today's date apart. */
  readonly kenmerk: string;
}

const CACHE_CONTROL = 'public, max-age=300';

/** Everything that is the same for every visitor: the files of the build, the pages, and the content as data. */
export function publishSite(deps: Opties): Publication {
  const { resources, publicFiles } = deps;
  const toData = (pad: string, read: () => unknown): StaticFile => ({
    pad: `/api/v1${pad}`,
    type: 'application/json; charset=utf-8',
    headers: PUBLIC_HEADERS,
    maak: async () => JSON.stringify(await read()),
  });
  const files = [
    ...listStaticFiles(deps),
    ...[...resources.gegevens].map(([pad, read]) => toData(pad, read)),
    toData('/openapi.json', deps.openApi),
  ];
  return createPublication([
    ...publicFiles,
    ...files.map((file) => [file.pad, () => findOrMake(file, deps)] as const),
  ]);
}

/** The file that the build made of the very same; otherwise it is made now. */
function findOrMake(file: StaticFile, { prepared, kenmerk }: Opties): PublishedFile | Promise<PublishedFile> {
  const { pad, type, headers, vandaag = '' } = file;
  const sleutel = toDigest(`${kenmerk} ${vandaag} ${pad}`);
  const found = prepared.find('blad', sleutel);
  const ready =
    found && publishPrepared(prepared, found.toString(), { type, cacheControl: CACHE_CONTROL, headers });
  if (ready) return ready;
  const publiceer = (tekst: string): PublishedFile => {
    const body = Buffer.from(tekst);
    prepared.keep('blad', sleutel, Buffer.from(toDigest(body)));
    return publish(body, type, CACHE_CONTROL, headers, compress(body, type, prepared));
  };
  const tekst = file.maak();
  return typeof tekst === 'string' ? publiceer(tekst) : tekst.then(publiceer);
}

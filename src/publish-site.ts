import { PUBLIC_HEADERS } from './api/public-headers.ts';
import type { ApiResources } from './api/resources.ts';
import type { Prepared } from './published/prepared.ts';
import { createPublication, type Publication } from './published/publication.ts';
import { compress, type PublishedFile, type PublishedFiles, publish } from './published/published-file.ts';
import { listStaticFiles, type StaticDeps } from './web/router.ts';

interface Opties extends StaticDeps {
  readonly resources: ApiResources;
  /** The files that the build and the operator made. */
  readonly publicFiles: PublishedFiles;
  readonly prepared: Prepared;
}

/** Everything that is the same for every visitor: the files of the build, the pages, and the content as data. */
export function publishSite(deps: Opties): Publication {
  const { resources, publicFiles, prepared } = deps;
  const publiceer = (
    tekst: string,
    type: string,
    headers: Readonly<Record<string, string>>,
  ): PublishedFile => {
    const body = Buffer.from(tekst);
    return publish(body, type, 'public, max-age=300', headers, compress(body, type, prepared));
  };
  const publiceerData = (data: unknown): PublishedFile =>
    publiceer(JSON.stringify(data), 'application/json; charset=utf-8', PUBLIC_HEADERS);
  return createPublication([
    ...publicFiles,
    ...listStaticFiles(deps).map(({ pad, type, headers, maak }) => {
      const make = () => {
        const tekst = maak();
        if (typeof tekst === 'string') return publiceer(tekst, type, headers);
        return tekst.then((klaar) => publiceer(klaar, type, headers));
      };
      return [pad, make] as const;
    }),
    ...[...resources.gegevens].map(([pad, data]) => [`/api/v1${pad}`, () => publiceerData(data)] as const),
    ['/api/v1/openapi.json', async () => publiceerData(await deps.openApi())],
  ]);
}

import { readAssetPaths } from './adapters/asset-manifest.ts';
import { createSearchIndex } from './adapters/search-index.ts';
import { writeVcard } from './adapters/vcard-writer.ts';
import { createResources } from './api/resources.ts';
import { createEvaluator } from './domain/evaluation/evaluator.ts';
import { findPeildatum } from './domain/freshness/peildatum.ts';
import { type Beslismodel, createBeslismodel } from './domain/model/beslismodel.ts';
import type { Content } from './domain/model/content.ts';
import type { Zoeken } from './domain/ports/zoekindex.ts';
import { buildBoom } from './domain/tree/build-boom.ts';
import { publishSite } from './publish-site.ts';
import { type Prepared, toDigest } from './published/prepared.ts';
import { readPublicFiles } from './published/read-public-files.ts';
import type { Start } from './server/read-start.ts';
import { createRenderPagina } from './web/page.ts';
import { listZoekDocuments } from './web/router.ts';
import { drawTree, type GetekendeBoom } from './web/tree/draw-tree.ts';

interface Opties {
  /** Where the build put the static files. */
  readonly publicDir: string;
  readonly prepared: Prepared;
  readonly now: () => Date;
}

/** What the site makes of the content, the templates and the settings: the same for every request. */
export function makeSite({ config, content, views, thema }: Start, { publicDir, prepared, now }: Opties) {
  const { baseUrl, beheer } = config;
  const model = createBeslismodel(content);
  const evaluate = createEvaluator(content.tafels);
  const zoeken = createZoeken(content, now);
  const assets = { ...readAssetPaths(publicDir), eigenCss: thema.css };
  const site = {
    content,
    model,
    evaluate,
    views,
    zoeken,
    render: createRenderPagina(views, assets, content.noodnummers, thema.naam ?? undefined),
    writeVcard,
    baseUrl,
    beheer,
    now,
  };
  const resources = createResources(site);
  const inhoud = JSON.stringify(content);
  const peildatum = findPeildatum(inhoud, now());
  const kanVersturen = config.smtp !== null;
  const publication = publishSite({
    ...site,
    resources,
    prepared,
    beslisboom: once(() => makeBoom(model, content, prepared)),
    openApi: once(async () => {
      const { createOpenApi } = await import('./api/openapi/create-openapi.ts');
      return createOpenApi({ ...site, now: () => peildatum });
    }),
    kanVersturen,
    peildatum,
    kenmerk: toDigest(
      inhoud + JSON.stringify([views.kenmerk, assets, thema.naam, baseUrl, beheer, kanVersturen, peildatum]),
    ),
    publicFiles: new Map([...readPublicFiles(publicDir), ...thema.files]),
  });
  return { ...site, resources, publication };
}

/** The search, with an index that is made when the first one searches. */
function createZoeken(content: Content, now: () => Date): Zoeken {
  const getZoeken = once(() => createSearchIndex(listZoekDocuments(content, now()), content.synoniemen));
  return (vraag) => getZoeken()(vraag);
}

/** Makes something when it is first asked for, and gives the same from then on. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The tree with its picture: of the build, or drawn now. */
async function makeBoom(model: Beslismodel, content: Content, prepared: Prepared): Promise<GetekendeBoom> {
  const boom = buildBoom(model, content.beslisboom);
  const digest = toDigest(JSON.stringify(boom));
  const svg = prepared.find('boom', digest);
  if (svg) return { boom, svg: svg.toString() };
  const { createGraphviz } = await import('./adapters/graphviz.ts');
  const getekend = drawTree(await createGraphviz(), boom);
  prepared.keep('boom', digest, Buffer.from(getekend.svg));
  return getekend;
}

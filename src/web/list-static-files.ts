import type { Content } from '../domain/model/content.ts';
import { OPERATOR_UNKNOWN, type OperatorInfo } from '../domain/model/operator-info.ts';
import type { WriteVcard } from '../domain/model/vcard.ts';
import { listDocuments } from '../domain/search/list-documents.ts';
import type { SearchDocument } from '../domain/search/search-document.ts';
import type { Views } from '../domain/views.ts';
import { API_PAGINA, toApiPage } from './api-page/to-api-page.ts';
import { listDirectoryPages } from './directory/list-directory-pages.ts';
import { GIDS, toGidsPage } from './guide/to-guide-page.ts';
import { listAboutPages } from './list-about-pages.ts';
import type { RenderPagina, StatischePagina } from './page.ts';
import { listJsonLd } from './reuse/list-json-ld.ts';
import { listVcards } from './reuse/list-vcards.ts';
import { toRobots, toSitemap } from './reuse/to-sitemap.ts';
import { listStartpuntPages } from './roles/list-startpunt-pages.ts';
import { ZOEK_ADRESSEN } from './search/to-search-page.ts';
import type { StaticFile } from './static-file.ts';
import type { GetekendeBoom } from './tree/lay-out-tree.ts';
import { listTreeFiles } from './tree/list-tree-files.ts';
import { BOOM_PAGINA, toTreePage } from './tree/to-tree-page.ts';

interface Opties {
  readonly content: Content;
  readonly beheer: OperatorInfo;
  readonly render: RenderPagina;
  readonly views: Views;
  readonly writeVcard: WriteVcard;
  /** Address of the site, without a slash at the end. */
  readonly baseUrl: string;
  /** Whether the server sends mail for users. */
  readonly kanVersturen: boolean;
  /** The tree with its picture. */
  readonly beslisboom: () => Promise<GetekendeBoom>;
  /** The description of the API (OpenAPI 3.1), as it is on a day. */
  readonly openApi: (today: Date) => Promise<object>;
}

/** All that is the same for everyone, to be published: the pages, and what other programs can use. */
export function listStaticFiles(deps: Opties): StaticFile[] {
  const { content, beheer, render, baseUrl, kanVersturen } = deps;
  const listPages = (today: Date): StatischePagina[] => [
    ...listAboutPages(content, beheer, kanVersturen, today),
    ...listDirectoryPages(content, today),
    ...listStartpuntPages(content),
    toGidsPage(content, baseUrl, today),
  ];
  const getPages = oncePerDay((today) => new Map(listPages(today).map((pagina) => [pagina.pad, pagina])));
  const paden = listPages(new Date(0)).map(({ pad }) => pad);
  const jsonLd = listJsonLd(content, baseUrl);
  const toPage = (pad: string, maak: StaticFile['maak']): StaticFile => ({
    pad,
    maak,
    type: 'text/html; charset=utf-8',
    headers: {},
  });
  return [
    ...paden.map((pad) =>
      toPage(pad, (today) => {
        const pagina = getPages(today).get(pad);
        if (!pagina) throw new Error(`There is no page for ${pad}.`);
        return render(pad, { ...pagina, jsonLd: jsonLd.get(pad) ?? null });
      }),
    ),
    toPage(BOOM_PAGINA.pad, async () =>
      render(BOOM_PAGINA.pad, toTreePage(content, await deps.beslisboom())),
    ),
    toPage(API_PAGINA.pad, async (today) => render(API_PAGINA.pad, toApiPage(await deps.openApi(today)))),
    ...listTreeFiles(deps.beslisboom),
    ...listVcards(deps),
    toSitemap(content, baseUrl, [...paden, BOOM_PAGINA.pad, API_PAGINA.pad]),
    toRobots(baseUrl),
  ];
}

/** What of the site can be found: the content, and the pages that are the same for everyone. */
export function listZoekDocuments(content: Content, now: Date): SearchDocument[] {
  return listDocuments(content, ZOEK_ADRESSEN, [
    ...listAboutPages(content, OPERATOR_UNKNOWN, false, now),
    ...listDirectoryPages(content, now),
    ...listStartpuntPages(content),
    GIDS,
    API_PAGINA,
  ]);
}

/** Makes something for the day that is asked for, and gives the same as long as it is that day. */
export function oncePerDay<T>(make: (today: Date) => T): (today: Date) => T {
  let made: { readonly day: number; readonly value: T } | null = null;
  return (today) => {
    if (made?.day !== today.getTime()) made = { day: today.getTime(), value: make(today) };
    return made.value;
  };
}

import type { Request, Response } from 'express';
import type { Noodnummer } from '../domain/model/noodnummer.ts';
import type { Views } from '../domain/ports/views.ts';

/** Addresses of the static files, with a hash in their names. */
export interface Assets {
  readonly css: string;
  readonly js: readonly string[];
  readonly font: string;
  readonly favicon: string;
}

/** A place in the breadcrumb trail; the page itself has no address. */
export interface Kruimel {
  readonly tekst: string;
  readonly href?: string;
}

/** One page: its template and model, and what the layout shows around it. */
interface Pagina {
  readonly template: string;
  readonly titel: string;
  /** One sentence for search engines and link previews. */
  readonly beschrijving?: string;
  readonly model: object;
  readonly status?: number;
  readonly kruimels?: readonly Kruimel[];
  /** Show the numbers for acute danger above the page. */
  readonly gevaar?: boolean;
  /** The page has a form with faults. */
  readonly fout?: boolean;
  /** The page shows answers or a referral: nobody may keep it. */
  readonly vertrouwelijk?: boolean;
}

/** Sends a page in the layout. */
export type SendPage = (req: Request, res: Response, pagina: Pagina) => void;

const SITE_NAAM = 'RDM-wegwijzer Twente';
const BESCHRIJVING =
  'Vind de overlegtafel die past bij iemand met ingewikkelde problemen in Twente, en maak de aanmelding.';
const NAVIGATIE = [
  { tekst: 'Vragen', href: '/vragen', pad: '/vragen' },
  { tekst: 'Overlegtafels', href: '/overlegtafels', pad: '/overlegtafels' },
  { tekst: 'Gemeenten', href: '/gemeenten', pad: '/gemeenten' },
  { tekst: 'Cliëntondersteuning', href: '/clientondersteuning', pad: '/clientondersteuning' },
];

/** Makes the sender of pages; what the layout needs is prepared once. */
export function createSendPage(views: Views, assets: Assets, noodnummers: readonly Noodnummer[]): SendPage {
  const gevaar = { noodnummers: noodnummers.filter(({ direct }) => direct).map(toNummer) };
  return (req, res, pagina) => {
    const html = views.renderPage(pagina.template, {
      ...pagina.model,
      titel: pagina.titel,
      paginatitelPrefix: pagina.fout ? 'Fout: ' : '',
      beschrijving: pagina.beschrijving ?? BESCHRIJVING,
      siteNaam: SITE_NAAM,
      assets,
      navigatie: NAVIGATIE.map(({ tekst, href, pad }) => ({
        tekst,
        href,
        huidig: req.path === pad || req.path.startsWith(`${pad}/`),
      })),
      kruimels: pagina.kruimels ?? [],
      gevaar: pagina.gevaar ? gevaar : null,
    });
    res.status(pagina.status ?? 200).type('html');
    if (pagina.vertrouwelijk || pagina.status) res.set('Cache-Control', 'no-store');
    res.send(html);
  };
}

/** A number as it is shown, with its `tel:` link; null values where there is none. */
export function toNummer({ naam, wanneer, nummer, kies, alternatief, alsOnbekend, bereikbaar }: Noodnummer) {
  return {
    naam,
    wanneer,
    nummer,
    tel: kies === null ? null : `tel:${kies}`,
    alternatief: alternatief && { nummer: alternatief.nummer, tel: `tel:${alternatief.kies}` },
    alsOnbekend,
    bereikbaar,
  };
}

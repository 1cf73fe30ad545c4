import type { Request, Response, Router } from 'express';
import type { Soort } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import type { Crumb } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { hasWords, toSearch } from '../filter.ts';
import { toNewPath, toThingPath } from '../paths.ts';
import { listThings, toSoortText } from './catalog.ts';
import type { ToDo } from './draft-content.ts';

/** The content that is listed. */
interface Listed {
  readonly files: Files;
  /** The address that all of it is below. */
  readonly base: string;
  /** The draft that it is of, which is where it can be changed; null: it is live. */
  readonly concept: {
    readonly van: Crumb;
    /** In words what the draft does, and what is still wrong. */
    readonly stand: string;
    readonly nog: readonly ToDo[];
    /** Whether a thing was just taken away. */
    readonly weg: boolean;
  } | null;
}

/** Adds the pages with all content by kind, and with the things of one kind; or what of it has some words in its name. */
export function addLists(
  router: Router,
  { say, show, catalog }: BeheerDeps,
  read: (req: Request, res: Response) => Promise<Listed>,
): void {
  router.get('/', async (req, res) => {
    const listed = await read(req, res);
    const { concept } = listed;
    const zoek = toSearch(req.query.zoek);
    const titel = say(concept ? 'beheer-inhoud.in-concept' : 'beheer-inhoud.titel');
    const kinds = catalog.formulieren.map(({ soort }) => toKind(listed, soort, zoek));
    const gevonden = zoek === '' ? null : kinds.filter(({ dingen }) => dingen.length > 0);
    const model = {
      ...toBase(listed, zoek),
      kop: titel,
      soorten: gevonden ?? kinds.map((kind) => ({ ...kind, dingen: null })),
      isGezocht: gevonden !== null,
      isLeeg: gevonden?.length === 0,
      nog: zoek === '' && concept?.nog.length ? concept.nog : null,
      nieuweTafel: concept && `${listed.base}/nieuw/nieuwe-tafel`,
    };
    const kruimels = [...(concept ? [concept.van] : []), { tekst: titel }];
    show(res, { template: 'beheer-inhoud', titel, kruimels, model });
  });

  router.get('/:soort', async (req, res, next) => {
    const soort = catalog.find(req.params.soort)?.soort;
    if (!soort) return next();
    const listed = await read(req, res);
    const { base, concept } = listed;
    const zoek = toSearch(req.query.zoek);
    const { naam, uitleg, dingen } = toKind(listed, soort, zoek);
    const { in: where } = soort.staat;
    const model = {
      ...toBase(listed, zoek),
      ...{ kop: naam, uitleg, dezeSoort: dingen, isGezocht: zoek !== '', isLeeg: dingen.length === 0 },
      nieuweTafel: concept && where === 'map' ? toNewPath(base, soort) : null,
      erbij: concept || where === 'bestand' ? null : `${base}/${soort.soort}`,
      isTafel: where === 'map',
      nieuw: concept && where === 'lijst' ? toNewPath(base, soort) : null,
    };
    const titel = concept ? `${naam} - ${say('beheer-inhoud.in-concept')}` : naam;
    const trail = [{ tekst: say('beheer-inhoud.titel'), href: base }, { tekst: naam }];
    const kruimels = [...(concept ? [concept.van] : []), ...trail];
    show(res, { template: 'beheer-inhoud', titel, kruimels, model });
  });

  function toBase({ base, concept }: Listed, zoek: string) {
    const { van = null, stand = null, weg = false } = concept ?? {};
    return { base, zoek, stand, concept: van, weg, isConcept: concept !== null };
  }

  /** A kind with the things that are looked for. */
  function toKind({ files, base }: Listed, kind: Soort, zoek: string) {
    const { soort, staat } = kind;
    const { naam, uitleg } = toSoortText(say, soort);
    const isOne = staat.in === 'bestand';
    const all = isOne ? [{ naam: soort, titel: naam }] : listThings(files, kind);
    const dingen = all
      .filter((thing) => hasWords(`${thing.titel} ${thing.naam}`, zoek))
      .map((thing) => ({ tekst: thing.titel, href: toThingPath(base, soort, thing.naam) }));
    const href = toThingPath(base, soort, isOne ? soort : null);
    return { naam, uitleg, href, aantal: isOne ? null : all.length, dingen };
  }
}

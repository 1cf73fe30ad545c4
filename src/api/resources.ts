import { toDutchDate } from '../domain/calendar.ts';
import type { Content } from '../domain/model/content.ts';
import { findClientondersteuning } from '../domain/model/gemeente.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { listNeeded, toSoort } from '../domain/referral/needed-fields.ts';
import { listVelden } from '../domain/referral/veld.ts';
import { findRoom, type Rooms } from '../domain/table-answers/room.ts';
import type { Say } from '../domain/texts.ts';
import type { HsdsList } from './hsds/list-handler.ts';
import { type Hsds, listHsds, withServices } from './hsds/list-hsds.ts';
import { hsdsOrganizationQuerySchema, hsdsServiceQuerySchema } from './hsds/list-query.ts';
import { ORGANIZATION_IN_LIST, SERVICE_IN_LIST } from './hsds/schemas.ts';
import { toOrganizationId } from './hsds/to-organization.ts';
import { toServiceId } from './hsds/to-service.ts';
import { toCriterium } from './to-advies-response.ts';
import type { ApiPakketveld } from './verwijzing-schemas.ts';

/** We have no profile of our own: where HSDS itself is described. */
const HSDS_PROFILE = 'https://docs.openreferral.org/en/3.0/';

/** What the API hands out of the content. */
export interface ApiResources {
  /** How to make what is the same for everyone, by its address below /api/v1. */
  readonly gegevens: ReadonlyMap<string, () => unknown>;
  /** The lists of which one asks a page. */
  readonly hsds: { readonly services: HsdsList; readonly organizations: HsdsList };
}

/** The content as data: questions, tables, gemeenten, roles and numbers; and tables and organisations as HSDS. */
export function createResources({
  content,
  baseUrl,
  say,
  now,
  ruimte = { read: () => ({}) },
}: {
  content: Content;
  baseUrl: string;
  say: Say;
  now: () => Date;
  /** What tables told of their room. */
  ruimte?: { read(): Rooms };
}): ApiResources {
  const modified = now();
  const tafels = content.tafels.map(({ regels, ...data }) => ({
    ...data,
    criteria: regels.criteria.map(toCriterium),
    regel: regels.regel,
    leeswijzer: regels.leeswijzer,
  }));
  const gemeenten = content.gemeenten.map((gemeente) => ({
    ...gemeente,
    clientondersteuning: findClientondersteuning(content, gemeente).map(({ id }) => id),
  }));
  const toCapaciteit = (tafel: string) => {
    const room = findRoom(ruimte.read(), tafel, toDutchDate(now()));
    return room && { stand: room.stand, weken: room.weken, datum: room.dag };
  };
  let made: Hsds | null = null;
  /** HSDS is checked against its form when it is made, which takes 5 ms: not before somebody asks. */
  const getHsds = (): Hsds => {
    made ??= listHsds(content);
    return made;
  };
  const toHsds = (
    soort: keyof Hsds,
    list: readonly { readonly id: string }[],
    toId: (id: string) => string,
  ): [string, () => unknown][] =>
    list.map((thing) => {
      const id = toId(thing.id);
      return [`/hsds/${soort}/${id}`, () => getHsds()[soort].find((candidate) => candidate.id === id)];
    });
  return {
    gegevens: new Map<string, () => unknown>([
      ['/vragen', () => content.vragen],
      ['/overlegtafels', () => tafels.filter(({ soort }) => soort === 'overlegtafel')],
      ...content.tafels.map((tafel, index): [string, () => unknown] => [
        `/overlegtafels/${tafel.id}`,
        () => ({
          ...tafels[index],
          pakketvelden: toPakketvelden(say, content, tafel),
          capaciteit: toCapaciteit(tafel.id),
        }),
      ]),
      ['/gemeenten', () => gemeenten],
      ...toSingle('/gemeenten', gemeenten),
      ['/rollen', () => content.rollen],
      ['/noodnummers', () => content.noodnummers],
      [
        '/hsds',
        () => ({ version: '3.0', profile: HSDS_PROFILE, openapi_url: `${baseUrl}/api/v1/openapi.json` }),
      ],
      ...toHsds('services', [...content.tafels, ...content.clientondersteuning.aanbieders], toServiceId),
      ...toHsds('organizations', content.organisaties, toOrganizationId),
    ]),
    hsds: {
      services: {
        read: () => getHsds().services,
        velden: SERVICE_IN_LIST,
        query: hsdsServiceQuerySchema,
        modified,
      },
      organizations: {
        read: () => getHsds().organizations,
        readWithServices: () => withServices(getHsds()),
        velden: ORGANIZATION_IN_LIST,
        query: hsdsOrganizationQuerySchema,
        modified,
      },
    },
  };
}

function toSingle(path: string, list: readonly { readonly id: string }[]): [string, () => unknown][] {
  return list.map((thing) => [`${path}/${thing.id}`, () => thing]);
}

/** The fields that a referral to this table takes, for who may refer and has not filled in any. */
function toPakketvelden(say: Say, content: Content, tafel: Overlegtafel): ApiPakketveld[] {
  const velden = listVelden(say, content, tafel, undefined);
  const needed = listNeeded(velden, toSoort(tafel, null, new Map()), new Map());
  return velden.map((veld) => ({
    id: veld.pad,
    label: veld.naam,
    hulp: veld.hulp,
    type: veld.soort,
    max: veld.max,
    opties: veld.opties ?? null,
    nodig: needed.includes(veld),
  }));
}

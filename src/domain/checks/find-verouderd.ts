import { countDagen, isVerouderd } from '../freshness/houdbaarheid.ts';
import type { Contact } from '../model/contact.ts';
import type { Content } from '../model/content.ts';
import { type Bevinding, toTafelBestand } from './bevinding.ts';

/** Warns of contacts and numbers that were last checked too long ago. */
export function findVerouderd(content: Content, now: Date): Bevinding[] {
  return listGecontroleerd(content).flatMap(({ bestand, plaats, gecontroleerd }) => {
    if (!isVerouderd(gecontroleerd, now)) return [];
    return [
      {
        bestand,
        plaats,
        melding: `is ${countDagen(gecontroleerd, now)} dagen geleden voor het laatst gecontroleerd. Controleer het en zet de datum van vandaag bij "gecontroleerd".`,
      },
    ];
  });
}

interface Gecontroleerd {
  readonly bestand: string;
  readonly plaats: string;
  readonly gecontroleerd: string;
}

function listGecontroleerd(content: Content): Gecontroleerd[] {
  const { tafels, organisaties, clientondersteuning, gemeenten, noodnummers } = content;
  return [
    ...tafels.flatMap(({ id, contacten }) => toPlaatsen(toTafelBestand(id), 'contacten', contacten)),
    ...organisaties.flatMap(({ id, contacten }) =>
      toPlaatsen('tables/organisaties.json', `${id}.contacten`, contacten),
    ),
    ...clientondersteuning.aanbieders.flatMap(({ id, contacten }) =>
      toPlaatsen('tables/clientondersteuning.json', `${id}.contacten`, contacten),
    ),
    ...gemeenten.flatMap(({ id, lokaleIngang }) =>
      toPlaatsen('tables/gemeenten.json', `${id}.lokaleIngang.contacten`, lokaleIngang.contacten),
    ),
    ...noodnummers.map(({ id, gecontroleerd }) => ({
      bestand: 'tables/noodnummers.json',
      plaats: `${id}.gecontroleerd`,
      gecontroleerd,
    })),
  ];
}

function toPlaatsen(bestand: string, plaats: string, contacten: readonly Contact[]): Gecontroleerd[] {
  return contacten.map(({ gecontroleerd }, index) => ({
    bestand,
    plaats: `${plaats}.${index}.gecontroleerd`,
    gecontroleerd,
  }));
}

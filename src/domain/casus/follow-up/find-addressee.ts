import type { Aanmelder } from '../../advice/advies.ts';
import type { Content } from '../../model/content.ts';
import type { Gemeente } from '../../model/gemeente.ts';
import type { Overlegtafel } from '../../model/overlegtafel.ts';
import { findOntvangerTafel, findOntvangerVia, type Ontvanger } from '../../referral/find-ontvanger.ts';
import type { Say } from '../../texts.ts';
import type { GemaakteVerwijzing } from '../casus.ts';
import type { Vervolg } from './follow-ups.ts';

/** To whom a follow-up goes, and how: by mail, read out on the telephone, or pasted where the table takes it in. */
export interface Addressee extends Ontvanger {
  readonly weg: 'mailen' | 'bellen' | 'plakken';
}

/** The recipient that the package had; who is told how the case stands is known to the user alone. */
export function findAddressee(
  say: Say,
  content: Content,
  tafel: Overlegtafel,
  { overlegMet, via }: Aanmelder,
  gemeente: Gemeente | undefined,
  { soort }: Pick<GemaakteVerwijzing, 'soort'>,
  vervolg: Vervolg,
): Addressee {
  if (vervolg === 'terugkoppeling' || vervolg === 'terugkoppeling-persoon') {
    const naam = say(`vervolg.aan-${vervolg}`);
    const ontbreekt = [{ onderdeel: 'adres', tekst: say(`vervolg.adres-${vervolg}`) }];
    return { naam, aan: [], cc: [], ccNamen: [], ontbreekt, weg: 'mailen' };
  }
  const { kanaal, aanmelders } = tafel;
  const isPhone = kanaal.soort === 'telefoon';
  if (soort === 'verzoek') {
    const ontvanger = findOntvangerVia(say, content, via ?? aanmelders.via, gemeente, isPhone);
    return { ...ontvanger, weg: isPhone ? 'bellen' : 'mailen' };
  }
  // Whoever goes on with a deployment deals with who coordinates it.
  const goesOn = soort === 'voortzetting' || vervolg === 'evaluatie';
  return {
    ...findOntvangerTafel(say, content, tafel, overlegMet, gemeente, goesOn),
    weg: isPhone ? 'bellen' : kanaal.soort === 'e-mail' ? 'mailen' : 'plakken',
  };
}

import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Criterium } from '../model/regel.ts';
import type { Vraag } from '../model/vraag.ts';

/** What of a question the advice depends on; its words do not matter. */
export interface ProofVraag extends Pick<Vraag, 'feit' | 'type' | 'wanneer' | 'stapTeZetten'> {
  readonly opties: readonly { readonly id: string; readonly alleen?: boolean | undefined }[];
}

type Regels = Overlegtafel['regels'];

/** What of a table the advice depends on. */
export interface ProofTafel extends Pick<Overlegtafel, 'id' | 'soort'> {
  readonly aanmelders: Pick<Overlegtafel['aanmelders'], 'rollen' | 'via' | 'overlegMet'>;
  readonly regels: Pick<Regels, 'signaal' | 'ookGeopendDoor' | 'spoed' | 'regel'> & {
    readonly slaatLokaalOver: { readonly ja: boolean };
    readonly criteria: readonly Pick<Criterium, 'id' | 'weging' | 'voorwaarde'>[];
    readonly financiering?: { readonly feit: string } | undefined;
  };
}

/** The questions in asking order and the tables in ladder order, as far as they decide: of now, or of an earlier version. */
export interface ProofContent {
  readonly vragen: readonly ProofVraag[];
  readonly tafels: readonly ProofTafel[];
}

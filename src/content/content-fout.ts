/** One fault in the content: which file, where in it (a path such as `criteria.2.bron`), and what to do. */
export interface Fout {
  readonly bestand: string;
  readonly plaats: string;
  readonly melding: string;
}

/** Thrown at start when the content has faults; the message lists all of them. */
export class ContentFout extends Error {
  readonly fouten: readonly Fout[];

  constructor(fouten: readonly Fout[]) {
    const regels = fouten.map(
      ({ bestand, plaats, melding }) => `- ${bestand}${plaats ? `, ${plaats}` : ''}: ${melding}`,
    );
    super(
      `De inhoud heeft ${fouten.length} ${fouten.length === 1 ? 'fout' : 'fouten'}:\n${regels.join('\n')}`,
    );
    this.name = 'ContentFout';
    this.fouten = fouten;
  }
}

/** A request that is refused; the message is Dutch, for who sent it. */
export class AanvraagFout extends Error {
  readonly status: number;

  constructor(status: 400 | 403 | 414 | 429 | 431, melding: string) {
    super(melding);
    this.name = 'AanvraagFout';
    this.status = status;
  }
}

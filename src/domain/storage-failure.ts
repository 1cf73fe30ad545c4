/** Thrown when something cannot be kept or read; the message is Dutch, names the file and says what to do. */
export class StorageFailure extends Error {
  constructor(uitleg: string) {
    super(uitleg);
    this.name = 'StorageFailure';
  }
}

/** One thing that is kept is missing or does not have its form, while the rest can be read: asking again brings nothing. */
export class SpoiltRecord extends StorageFailure {}

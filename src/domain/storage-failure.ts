/** Thrown when something cannot be kept or read; the message is Dutch, names the file and says what to do. */
export class StorageFailure extends Error {
  constructor(uitleg: string) {
    super(uitleg);
    this.name = 'StorageFailure';
  }
}

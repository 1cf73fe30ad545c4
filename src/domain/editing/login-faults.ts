/** Thrown when the provider of OpenID Connect cannot be asked now. */
export class ProviderDown extends Error {
  constructor(cause: unknown) {
    super('De inlogdienst van OpenID Connect antwoordt niet goed.', { cause });
    this.name = 'ProviderDown';
  }
}

/** Thrown when what came back from the provider does not say who somebody is; the reason is for the log. */
export class NotIdentified extends Error {
  constructor(reason: string) {
    super(`De inlogdienst van OpenID Connect zegt niet wie dit is: ${reason}`);
    this.name = 'NotIdentified';
  }
}

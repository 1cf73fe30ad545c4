/** A file that is the same for every visitor, with its address and what a browser must know of it. */
export interface StaticFile {
  readonly pad: string;
  readonly type: string;
  /** Today, YYYY-MM-DD, where that stands in it. */
  readonly vandaag?: string;
  /** Makes what is in it. */
  maak(): string | Promise<string>;
  readonly headers: Readonly<Record<string, string>>;
}

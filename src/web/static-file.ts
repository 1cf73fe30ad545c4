/** A file that is the same for every visitor, with its address and what a browser must know of it. */
export interface StaticFile {
  readonly pad: string;
  readonly type: string;
  /** Makes what is in it, as it is on this day. */
  make(today: Date): string | Promise<string>;
  readonly headers: Readonly<Record<string, string>>;
}

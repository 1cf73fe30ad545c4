/** Renders templates of `views/`, all read and checked at start. */
export interface Views {
  /** A page within the layout, as HTML. */
  renderPage(template: string, model: object): string;
  /** A part of a page (a partial), as HTML. */
  renderPart(partial: string, model: object): string;
  /** A text of `views/mail`, unescaped, for mails and hand-outs. */
  renderText(template: string, model: object): string;
  /** Whether `views/mail` has such a text. */
  hasText(template: string): boolean;
}

/** Which part of a list is asked for. */
interface PaginaVraag {
  readonly page: number;
  readonly per_page: number;
}

/** The envelope of HSDS 3.0. */
export interface HsdsPage<T> {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly T[];
}

/** A part of a list in the envelope of HSDS 3.0; past the end it is empty. */
export function toPage<T>(lijst: readonly T[], { page, per_page }: PaginaVraag): HsdsPage<T> {
  const contents = lijst.slice((page - 1) * per_page, page * per_page);
  const paginas = Math.ceil(lijst.length / per_page);
  return {
    total_items: lijst.length,
    total_pages: paginas,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= paginas,
    empty: contents.length === 0,
    contents,
  };
}

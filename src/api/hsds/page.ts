/** Which part of a list is asked for. */
interface PageVraag {
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
export function toPage<T>(list: readonly T[], { page, per_page }: PageVraag): HsdsPage<T> {
  const contents = list.slice((page - 1) * per_page, page * per_page);
  const pages = Math.ceil(list.length / per_page);
  return {
    total_items: list.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

/** A request, to try it with curl. */
interface CurlRequest {
  readonly url: string;
  /** Present for a POST. */
  readonly body?: unknown;
}

/** The command for a shell that sends a request. */
export function toCurl({ url, body }: CurlRequest): string {
  if (body === undefined) return `curl ${quote(url)}`;
  return [
    `curl ${quote(url)} \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d ${quote(JSON.stringify(body, null, 2))}`,
  ].join('\n');
}

/** Between single quotes a shell leaves everything as it is, but for the quote itself. */
function quote(tekst: string): string {
  return `'${tekst.replaceAll("'", String.raw`'\''`)}'`;
}

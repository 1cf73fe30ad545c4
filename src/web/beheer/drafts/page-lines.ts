/** What ends a line of text in a page of ours. */
const BLOCKS =
  /<\/?(?:p|li|ul|ol|dl|dt|dd|div|section|header|footer|nav|form|fieldset|legend|details|summary|table|caption|thead|tbody|tr|th|td|h[1-6]|br|hr|address|figure|figcaption|blockquote|label|option|article|aside)\b[^>]*>/gi;
/** What is no text. */
const SILENT = /<(script|style|svg|template)\b[\s\S]*?<\/\1>/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  nbsp: ' ',
};

/** The text of a page of ours as a visitor reads it, line by line: what stands in its `main`. */
export function toPageLines(html: string): string[] {
  const begin = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  const main = begin < 0 || end < begin ? html : html.slice(html.indexOf('>', begin) + 1, end);
  return main
    .replaceAll(SILENT, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(BLOCKS, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => decodeEntities(line).replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#x?[\da-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

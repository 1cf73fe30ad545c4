/** Parses `#rrggbb`. */
function toChannels(color: string): readonly number[] {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (match === null) throw new Error(`Not a colour of the form #rrggbb: ${color}`);
  return match.slice(1).map((channel) => Number.parseInt(channel, 16) / 255);
}

/** Relative luminance, WCAG 2.2. */
function toLuminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = toChannels(color).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, from 1 to 21, WCAG 2.2. */
export function toContrast(one: string, other: string): number {
  const lighter = Math.max(toLuminance(one), toLuminance(other));
  const darker = Math.min(toLuminance(one), toLuminance(other));
  return (lighter + 0.05) / (darker + 0.05);
}

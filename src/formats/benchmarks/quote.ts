/**
 * Text from a benchmark file inside a message: in quotes, on one line, cut to a length.
 */

const longest = 80;

/** Control characters are escaped as in JSON; what follows the 80th character is cut off. */
export function quoted(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return JSON.stringify(cut).replaceAll('\\t', ' ').replaceAll('\\"', "'");
}

/** Texts from files, settings and servers inside a message: in quotes, on one line, and of bounded length. */

const longest = 80;
const mostNames = 20;

/** Control characters are escaped as in JSON; what follows the 80th character is cut off. */
export function quote(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return JSON.stringify(cut.replaceAll('\t', ' ').replaceAll('"', "'"));
}

/** The first twenty, and how many more there are. */
export function quoteAll(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(quote).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}

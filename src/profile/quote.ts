/** Names that come from a file, in a message: quoted, on one line, and of bounded length. */

export function quote(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}...` : name);
}

export function quoteAll(names: readonly string[]): string {
  const shown = names.slice(0, 20).map(quote).join(', ');
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown;
}

/** What can be shown where the report goes. */

export interface Terminal {
  /** How many characters fit into a line. */
  readonly columns: number;
  readonly color: boolean;
}

/**
 * The terminal of standard output, or null where a file or a pipe is written. Colours are left out
 * where NO_COLOR is set to anything (no-color.org), and on a terminal that is dumb.
 */
export function terminal(
  env: Readonly<Record<string, string | undefined>>,
  stream: { readonly isTTY?: boolean; readonly columns?: number } = process.stdout,
): Terminal | null {
  if (stream.isTTY !== true) return null;
  const color = (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  return { columns: stream.columns || 80, color };
}

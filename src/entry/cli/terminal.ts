/** What can be shown where the report goes. */
import type { TextView } from '../../report/text.ts';

export interface Terminal {
  /** How many characters fit into a line. */
  readonly columns: number;
  readonly color: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** `--color`; without it what the environment says counts. */
type Color = 'auto' | 'always' | 'never';

/** Of a log or a file: reports are read on a screen in the end. */
const COLUMNS = 120;

/**
 * The terminal of standard output, or null where a file or a pipe is written. Colours are left out
 * where NO_COLOR is set to anything (no-color.org), and on a terminal that is dumb.
 */
export function terminal(
  env: Environment,
  stream: Stream = process.stdout,
  color: string = 'auto',
): Terminal | null {
  if (stream.isTTY !== true) return null;
  return { columns: stream.columns || 80, color: isColored(env, stream, color as Color) };
}

/**
 * How a text report is shown on standard output, or in a file. Where no terminal tells its width, COLUMNS may.
 */
export function textView(
  flags: { readonly color?: string; readonly quiet?: boolean; readonly verbose?: boolean },
  output: string | undefined,
  env: Environment,
  stream: Stream = process.stdout,
): TextView {
  const detail = flags.quiet === true ? 'first line' : flags.verbose === true ? 'all' : 'usual';
  const elsewhere = '(--verbose shows all)';
  if (output !== undefined) {
    const color = flags.color === 'always';
    return { columns: COLUMNS, wraps: false, color, detail, elsewhere };
  }
  const told = /^[1-9]\d{0,3}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : undefined;
  const columns = terminal(env, stream)?.columns ?? told;
  const color = isColored(env, stream, flags.color as Color | undefined);
  return { columns: columns ?? COLUMNS, wraps: columns !== undefined, color, detail, elsewhere };
}

/** The flag, then FORCE_COLOR (as Node reads it), then NO_COLOR, then whether it is a terminal that can. */
function isColored(env: Environment, stream: Stream, asked: Color = 'auto'): boolean {
  if (asked !== 'auto') return asked === 'always';
  const { FORCE_COLOR: forced = '', NO_COLOR: no = '' } = env;
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return no === '' && stream.isTTY === true && env.TERM !== 'dumb';
}

/**
 * The parts of a benchmark's name, as golang.org/x/perf/benchfmt sees them: `Encode/format=json/deep-8` is the base
 * `Encode`, the parts `/format=json` and `/deep`, and `-8`, the GOMAXPROCS.
 */

interface NameParts {
  readonly base: string;
  /** With the slash or dash they begin with; together with the base they are the name. */
  readonly parts: readonly string[];
}

function partsOf(name: string): NameParts {
  const processors = /-\d+$/.exec(name)?.[0];
  const rest = processors === undefined ? name : name.slice(0, -processors.length);
  const [base = '', ...parts] = rest.split('/');
  const all = parts.map((part) => `/${part}`);
  return { base, parts: processors === undefined ? all : [...all, processors] };
}

/** Without what varies a benchmark. */
export const baseOf = (name: string): string => partsOf(name).base;

/** The value of `/key` in the name, or ''. GOMAXPROCS is `/gomaxprocs`, written either way. */
export function partOf(name: string, key: string): string {
  const { parts } = partsOf(name);
  const last = parts.at(-1);
  if (key === '/gomaxprocs' && last?.startsWith('-')) return last.slice(1);
  return parts.find((part) => part.startsWith(`${key}=`))?.slice(key.length + 1) ?? '';
}

/** The name without the parts of these keys; with `.name` among them the base becomes `*`. */
export function nameWithout(name: string, keys: ReadonlySet<string>): string {
  if (keys.size === 0) return name;
  const { base, parts } = partsOf(name);
  const isKept = (part: string): boolean => {
    if (part.startsWith('-')) return !keys.has('/gomaxprocs');
    const equals = part.indexOf('=');
    return equals < 0 || !keys.has(part.slice(0, equals));
  };
  return [keys.has('.name') ? '*' : base, ...parts.filter(isKept)].join('');
}

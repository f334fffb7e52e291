/**
 * The names of benchmarks as a regular expression that a tool's filter takes. A filter may run more
 * than was asked for, never less: a benchmark that is left out would look as if it had vanished.
 */

/** Runs everything. */
export const everything = '.';

/** An environment variable holds at most 32,767 characters on Windows and 131,072 bytes on Linux. */
const longest = 30_000;

/**
 * For `go test -bench`: the names joined by a top-level `|`, each element between slashes anchored
 * on its own (testing/match.go). `-8` at the end of a name may
 * be GOMAXPROCS, which is no part of the name, or belong to it: both are let through.
 */
export const goFilter = (names: readonly string[]): string => joined(names, goName);

function goName(name: string): string {
  // Configuration that became part of the name stands behind a space, which no Go name has.
  const elements = `Benchmark${name.split(' ', 1)[0] ?? ''}`.split('/');
  return elements
    .map((element, i) => {
      const suffix = i === elements.length - 1 ? /-\d+$/.exec(element)?.[0] : undefined;
      if (suffix === undefined) return `^${escaped(element)}$`;
      return `^${escaped(element.slice(0, -suffix.length))}(${suffix})?$`;
    })
    .join('/');
}

/** For tools that search the whole name for one expression, slashes and all. */
export const plainFilter = (names: readonly string[]): string =>
  joined(names, (name) => `^${escaped(name)}$`);

/** For tools that know a benchmark by less than its file, its groups and its name: names that end as these do. */
export const endFilter = (names: readonly string[]): string =>
  joined(
    names,
    (name) => `${escaped(name.slice(name.lastIndexOf(' > ') + 1).replace(/^> /, ''))}$`,
  );

/** For tools that select by the method alone (JMH): without the parameters behind it. */
export const methodFilter = (names: readonly string[]): string =>
  joined(names, (name) => `^${escaped(/^[^/ ]*/.exec(name)?.[0] ?? '')}$`);

/** For tools that cannot be told which benchmarks to run. */
export const noFilter = (): string => everything;

function joined(names: readonly string[], pattern: (name: string) => string): string {
  const filter = [...new Set(names.map(pattern))].sort().join('|');
  return filter === '' || filter.length > longest ? everything : filter;
}

/** What RE2, ECMAScript, Python and POSIX extended expressions all take literally. */
const escaped = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');

/**
 * What of a file's content is nobody else's business: the directories of the person or machine that
 * built and measured. Decides which text is cut and how; where such text stands in a profile or in
 * benchmark output is for redact/profiles.ts and redact/benchmarks.ts, and collect.ts calls both.
 */
import type { Redact } from '../settings/redact.ts';

/** How text is cut. Each function leaves a text that has nothing private as it is. */
export interface Cutter {
  /** A source file: loses a private directory at its beginning. */
  readonly path: (path: string) => string;
  /** A program's file: also loses a temporary directory. Its last part, the name, always stays. */
  readonly binary: (path: string) => string;
  /** Words, as of a comment or a label's value: every file name in them loses its private directory. */
  readonly words: (text: string) => string;
}

/** The next character of the directory's name: no end of a path, of a word or of a line. */
const NAME = String.raw`[^\\/\s:"'<>|]`;

/** Home directories of Linux, BSD, Solaris, macOS and Windows, as compilers and loaders write them. */
const HOMES = [
  `/+(?:(?:var|usr|export)/+)?home/+${NAME}+/+`,
  `/+(?:System/+Volumes/+Data/+)?Users/+${NAME}+/+`,
  `/+(?:var/+)?root/+`,
  // In any case, and a user's name may have spaces; the drive as in a URL, as Git's shell, WSL and
  // Cygwin have it, and behind the `\\?\` that Rust writes.
  String.raw`(?:(?:\\\\\?\\|/+)?[A-Za-z]:|/+(?:(?:mnt|cygdrive)/+)?[A-Za-z](?=/+[Uu]sers/))[\\/]+[Uu][Ss][Ee][Rr][Ss][\\/]+[^\\/:"<>|\r\n]+[\\/]+`,
  // Where `go build` and `go test` link: another name each time.
  String.raw`(?:/private)?/(?:tmp|var/folders/${NAME}+/${NAME}+/T)/go-(?:build|link-)\d+/(?:b\d+/)?`,
];

/**
 * `file:///`, `webpack:///`: without a host, what follows is a path of this machine. Two slashes
 * behind a colon are a URL's with a host, which may be called `home`.
 */
const BEGINNING = String.raw`(?:file:(?=/[^/])|file://|[A-Za-z][\w+.-]{1,30}://(?=/)|(?<!:)(?=//)|(?!//))`;

const TEMPORARY = /^(?:\/private)?\/(?:(?:var\/)?tmp|var\/folders)\/(?:.*\/)?(?=[^/]+$)/;

/**
 * Cuts the directories of `redact`, the workspace (GITHUB_WORKSPACE) and home directories, the
 * longest that fits. A directory is only cut where something stands below it.
 */
export function cutter(redact: Redact, workspace?: string): Cutter {
  const named = [...redact.paths, ...(workspace === undefined ? [] : [workspace])]
    .map((path) => path.replace(/[\\/]+$/, ''))
    // The root of a file system is no secret, and everything is below it.
    .filter((path) => /[^\\/:.]/.test(path))
    .toSorted((a, b) => b.length - a.length)
    .map((path) => [...path.split(/[\\/]/).map(escaped), ''].join(String.raw`[\\/]`));
  const directory = `(?:${[...named, ...HOMES].join('|')})`;
  const first = new RegExp(String.raw`^${BEGINNING}${directory}(?=[^\\/])`);
  // Not in the middle of another path, or of a URL; but behind a flag, as in -I/home/x/include.
  const begins = String.raw`(?:(?<![\w.\\/~])|(?<=(?:^|\s)-[A-Za-z]))`;
  const anywhere = new RegExp(String.raw`${begins}${BEGINNING}${directory}(?=[^\s\\/])`, 'g');
  const path = (text: string) => text.replace(first, '');
  return {
    path,
    binary: (text) => path(text.replace(TEMPORARY, '')),
    words: (text) => text.replace(anywhere, ''),
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The one way by which a text becomes a word of a shell command. */

const plain = /^[A-Za-z0-9_@%+=:,./][A-Za-z0-9_@%+=:,./-]*$/;
/** What no path and no name that is run has, and what a log or a shell would read as an end. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Whether a text may be quoted at all. */
export const isQuotable = (text: string): boolean => text !== '' && !unseen.test(text);

/** One word of a POSIX shell. A text that is not `isQuotable` is a defect of the caller. */
export function quoted(text: string): string {
  if (!isQuotable(text)) throw new TypeError(`not a word of a command: ${JSON.stringify(text)}`);
  return plain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A script of ours, which has lines; never a text from outside. */
export const quotedScript = (script: string): string => `'${script.replaceAll("'", "'\\''")}'`;

/**
 * One word of a command that the user gave as words: whatever is in it, lines too, it arrives as it
 * is. (`quoted` is for texts from outside, which have no business with lines.)
 */
export const word = (text: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : quotedScript(text);

/** What a shell takes as its own where a command begins: `time`, `if`, `NAME=value`. */
const programName = /^[A-Za-z0-9_.+/][A-Za-z0-9_.+/-]*$/;
const reserved = new Set(
  'if then else elif fi do done case esac while until for in select function time coproc'.split(
    ' ',
  ),
);

/** The user's words as one command of a shell: the program, then its arguments. */
export function commandOf(words: readonly string[]): string {
  const [program = '', ...rest] = words;
  const first =
    programName.test(program) && !reserved.has(program) ? program : quotedScript(program);
  return [first, ...rest.map(word)].join(' ');
}

/** A path below the top: no way out of it, nothing hidden in its name. */
export function isInside(path: string): boolean {
  const steps = path.split('/');
  return isQuotable(path) && steps.every((step) => step !== '' && step !== '.' && step !== '..');
}

/**
 * `commands` in a directory of the tree; the shell itself stays where it was. In a subshell always:
 * `set -e` does not end a shell for the first command of `a && b`.
 */
export const inDirectory = (directory: string, commands: string): string =>
  directory === '' ? `(${commands})` : `(cd ./${quoted(directory)} && ${commands})`;

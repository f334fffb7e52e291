/** Programs that do a fixed work: built in a directory of their own, and counted once, without flamegate's command line. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callgrindSelf } from '../../src/formats/profiles/callgrind/self.ts';
import { callgrindHere } from '../../src/source/counts/valgrind.ts';
import { type Env, languageOf } from './languages.ts';

const home = join(import.meta.dirname, 'programs');

/** What the file of a program says. */
export const sourceOf = (file: string): string => readFileSync(join(home, file), 'utf8');

const isSlow = (file: string): number => Number(file.endsWith('.js'));

/** Their files, but the ten functions of each language; Node last, which takes longest. */
export const small: readonly string[] = readdirSync(home)
  .filter((of) => !of.startsWith('ten.'))
  .toSorted((a, b) => isSlow(a) - isSlow(b));

const counter = await callgrindHere(callgrindSelf)(async (program, args) => {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return null;
  }
});
if (counter === null) throw new Error('needs valgrind: sudo apt-get install valgrind');
const { wrap, read } = counter;

const filled = (text: string, file: string): string =>
  text.replaceAll('FILE', file).replaceAll('OUT', './program');

/** `work` in the directory of the program, built of `source`. */
export function built<T>(file: string, source: string, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'counts-'));
  try {
    copyFileSync(join(home, file), join(folder, file));
    writeFileSync(join(folder, file), source);
    const { build } = languageOf(file);
    if (build !== null)
      execFileSync('sh', ['-c', filled(build, file)], { cwd: folder, stdio: 'pipe' });
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What runs it in that directory. */
export const commandOf = (file: string): string => filled(languageOf(file).run, file);

/** The instructions of a whole run. */
export const count = (file: string, folder: string): number =>
  countCommand(commandOf(file).split(' '), folder, languageOf(file).env);

/** Of any command, with nothing in its environment but where programs are and `env`. */
function countCommand(words: readonly string[], folder: string, env: Env): number {
  const left = mkdtempSync(join(tmpdir(), 'counts-left-'));
  const [program = '', ...args] = [...wrap(left), ...words];
  const { PATH = '' } = process.env;
  const fixed = { PATH, HOME: '/root', USER: 'root', ...env };
  try {
    execFileSync(program, args, { cwd: folder, env: fixed, stdio: 'pipe' });
    const files = readdirSync(left).map((of) => join(left, of));
    return read(files.map((file) => ({ file, bytes: readFileSync(file) }))).instructions;
  } finally {
    rmSync(left, { recursive: true, force: true });
  }
}

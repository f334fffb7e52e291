/**
 * A text that begins with `-- `: the words that stand behind `--` of `measure`, where there is room for
 * one text only (the action's `run`, `gate --run`). Any other text is a shell's, and not this file's business.
 */
import { InputError } from '../../../../model/error.ts';
import type { MeasureOptions } from '../../bench.ts';
import { outsideGit } from '../../git.ts';
import { checkoutAt, prepareTree } from '../index.ts';
import { givenCommand } from './index.ts';

/** A piece of a word: what stands in quotes as it is, else what a shell has no second meaning for. */
const piece = /'([^']*)'|"([^"$`\\]*)"|([^\s'"$`\\|&;<>()]+)/y;

/** The words behind `--`; null where the text is a shell's. Throws InputError for what only a shell understands. */
export function wordsOf(text: string): string[] | null {
  const [, line = null] = /^\s*--\s+(.*)$/s.exec(text) ?? [];
  if (line === null) return null;
  const words: string[] = [];
  let isOpen = false;
  for (let at = 0; at < line.length; ) {
    piece.lastIndex = at;
    const found = piece.exec(line);
    if (found !== null) {
      const part = found[1] ?? found[2] ?? found[3] ?? '';
      words.push((isOpen ? words.pop() : '') + part);
      isOpen = true;
      at += found[0].length;
    } else if (/\s/.test(line[at] ?? '')) {
      isOpen = false;
      at += 1;
    } else {
      throw new InputError(
        `run: ${JSON.stringify(line.slice(at, at + 20))} is for a shell, and what stands behind -- is one command in words: leave the -- out, or put it in single quotes`,
      );
    }
  }
  if (words.length > 0) return words;
  throw new InputError('run: no command behind --; write it there, like -- go test -bench=. ./...');
}

type Asked = Pick<MeasureOptions, 'directory' | 'env' | 'log' | 'signal' | 'setup' | 'run'>;

/** The same with the tool's preset where `run` is words (docs/same-runner.md, "A command behind `--`"). */
export async function completed<T extends Asked>(
  options: T,
): Promise<T & Partial<Pick<MeasureOptions, 'filter' | 'prepare'>>> {
  const words = wordsOf(options.run);
  if (words === null) return options;
  const { directory, env, setup, signal } = options;
  const checkout = await checkoutAt({ directory, env: outsideGit(env), signal });
  if (checkout === null) {
    throw new InputError('this is not a git repository: there is nothing to measure against');
  }
  const given = await givenCommand(words, checkout, setup !== null);
  options.log(`Measuring ${given.says}`);
  const both = [setup, given.setup].filter((text) => text !== null);
  return {
    ...options,
    setup: both.length === 0 ? null : both.join('\n'),
    run: given.run,
    filter: given.filter ?? undefined,
    env: { ...env, ...given.env },
    prepare: (side) => prepareTree(given, checkout.top, side),
  };
}

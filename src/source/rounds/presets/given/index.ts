/** Words that somebody gave, as what is run on both sides: which tool's they are. */
import { isAbsolute, relative } from 'node:path';
import { InputError } from '../../../../model/error.ts';
import { wholeCommand } from '../fixed/fixed.ts';
import { googleBenchmarkFixed, isGoogleBenchmark } from '../fixed/googlebenchmark.ts';
import type { Checkout } from '../preset.ts';
import { commandOf } from '../shell.ts';
import { cargoGiven, isCargoBench } from './cargo.ts';
import { type Given, nothingMore } from './given.ts';
import { goGiven, isGoTest } from './go.ts';
import { isNode, nodeGiven } from './node.ts';
import { isPytest, pytestGiven } from './pytest.ts';

export type { Given } from './given.ts';

/**
 * `hasSetup`: the user says how a side is built. Throws InputError where the command cannot be
 * measured as it is, or would be one and the same on both sides.
 */
export async function givenCommand(
  words: readonly string[],
  checkout: Checkout,
  hasSetup: boolean,
): Promise<Given> {
  const [program = ''] = words;
  if (program.trim() === '') throw new InputError('the command behind -- is empty');
  if (words.length === 1 && /\s/.test(program)) {
    throw new InputError(
      `${JSON.stringify(program)} is one word, so the name of a program: leave the quotes out, or say --run ${JSON.stringify(program)}`,
    );
  }
  await refuseCheckout(words, checkout);
  if (process.platform === 'win32') return plainGiven(words);
  if (isGoTest(words)) return goGiven(words, checkout);
  if (isCargoBench(words)) return cargoGiven(words);
  if (isPytest(words)) return pytestGiven(words, checkout);
  if (isNode(words)) return nodeGiven(words, checkout, hasSetup);
  return plainGiven(words);
}

export function plainGiven(words: readonly string[]): Given {
  const run = commandOf(words);
  const fixed = isGoogleBenchmark(words) ? googleBenchmarkFixed(words) : wholeCommand(run);
  return { ...nothingMore, tool: 'a command', setup: null, run, says: run, isRead: false, fixed };
}

/** A file of the commits named by its place in the checkout would be the same on both sides. */
async function refuseCheckout(words: readonly string[], checkout: Checkout): Promise<void> {
  for (const text of words) {
    const path = text.slice(text.indexOf('=') + 1);
    if (!isAbsolute(path)) continue;
    const below = relative(checkout.top, path);
    if (below.startsWith('..') || !(await checkout.isTracked(below === '' ? '.' : below))) continue;
    throw new InputError(
      `${path} is in the checkout, so it would be the same on both sides: name it as seen from here, like ./${relative(`${checkout.top}/${checkout.directory}`, path)}`,
    );
  }
}

/** `--tree`: functions with their callers and callees; of one side as `go tool pprof -tree`, of two as `--peek`. */
import { type ReadOptions, readSeen } from '../../formats/profiles/readtable.ts';
import { InputError } from '../../model/error.ts';
import type { Evidence, Stacks } from '../../model/evidence.ts';
import type { FunctionTable, InputFile } from '../../model/run.ts';
import type { Verdict } from '../../model/verdict.ts';
import { callsAmong } from '../../profile/graph.ts';
import { peek } from '../../profile/peek.ts';
import { mergeStacks, stacksOf } from '../../profile/stacks.ts';
import { type PeekedFunction, type PeekedSide, peekText } from '../../report/peektext.ts';
import type { ProfileView } from '../../report/profileview.ts';
import { shownFunctions } from '../../report/toptext.ts';
import { treeText } from '../../report/treetext.ts';
import { peeked } from './peek.ts';

/** The trees of the tables, which are of the files as the options show them. */
export async function topTrees(
  tables: readonly FunctionTable[],
  files: readonly InputFile[],
  options: ReadOptions,
  view: ProfileView,
): Promise<string> {
  const read: Stacks[] = [];
  for (const file of files) {
    const { profile, slices } = await readSeen(file, options);
    read.push(...stacksOf(profile, options, slices));
  }
  return tables
    .map((table) => {
      const [first, ...others] = read.filter(({ slice }) => slice === table.slice);
      if (first === undefined) throw new TypeError('a profile that has a table has no stacks');
      const stacks = mergeStacks([first, ...others]);
      return treeText(table, (names) => callsAmong(stacks, (name) => names.has(name)), view);
    })
    .join('\n');
}

/** Functions that are listed where nobody says how many, and the share of both sides under which a call is left out. */
const MOST = 80;
const LEAST_CALL = 0.001;

/** The functions of a difference that the view chooses, each with its callers and callees on both sides. */
export async function diffTrees(
  { profiles }: Pick<Verdict, 'profiles'>,
  evidence: Evidence,
  view: ProfileView,
): Promise<string> {
  if (profiles.length === 0) throw new InputError('--tree is for profiles');
  const parts: string[] = [];
  for (const compared of profiles) {
    const kind = evidence.profiles.find(
      ({ sampleType, slice }) =>
        sampleType.type === compared.sampleType.type &&
        sampleType.unit === compared.sampleType.unit &&
        slice === compared.slice,
    );
    const [base, head] = [await kind?.base(), await kind?.head()];
    if (!base || !head) continue;
    const chosen = shownFunctions(compared, { nodeCount: MOST, ...view });
    const order = new Map(
      chosen.flatMap(({ name, formerName }, i) =>
        [name, formerName ?? name].map((text) => [text, i]),
      ),
    );
    const functions = peeked(
      peek(base, (name) => order.has(name)),
      peek(head, (name) => order.has(name)),
    ).toSorted((a, b) => (order.get(a.function.name) ?? 0) - (order.get(b.function.name) ?? 0));
    parts.push(peekText(functions.map(withoutSmall), compared.sampleType));
  }
  return parts.join('\n');
}

/** Without calls that are little on both sides. */
function withoutSmall(peekedFunction: PeekedFunction): PeekedFunction {
  const { base, head } = peekedFunction;
  const isLarge = (which: 'callers' | 'callees') => (name: string) =>
    [base, head].some(
      (side) => Math.abs(side[which].get(name) ?? 0) >= LEAST_CALL * Math.abs(side.total),
    );
  const cut = (side: PeekedSide, which: 'callers' | 'callees') =>
    new Map([...side[which]].filter(([name]) => isLarge(which)(name)));
  const both = (side: PeekedSide): PeekedSide => ({
    ...side,
    callers: cut(side, 'callers'),
    callees: cut(side, 'callees'),
  });
  return { ...peekedFunction, base: both(base), head: both(head) };
}

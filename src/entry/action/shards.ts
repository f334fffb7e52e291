/**
 * `mode: gate` with `expect`: one verdict on what other jobs of this run collected. Shards that did not come fail
 * closed: what is there is judged and shown, and the job ends with 2.
 */
import { error as fail, warning } from '@actions/core';
import { type GatedGroup, gateGroups, groupsOf } from '../../flow/groups.ts';
import { record } from '../../flow/record.ts';
import { type Context, isOfBranch } from '../../github/context.ts';
import { githubSource } from '../../github/source.ts';
import { exitStatus } from '../../judge/gate.ts';
import { overGroups } from '../../judge/groups.ts';
import { InputError } from '../../model/error.ts';
import { annotationText, logLine } from '../../report/escape.ts';
import { readOptions } from '../../settings/config.ts';
import { type Shard, type Shards, shardsOf } from '../../store/shards.ts';
import { doing } from '../unfinished.ts';
import { isAccepted } from './accepted.ts';
import { branchOf } from './collect.ts';
import type { Expected, Settings } from './inputs.ts';
import { publishGroups } from './publishgroups.ts';
import type { PullComment } from './pullcomment.ts';
import { say } from './say.ts';
import { baselinesFor, clientFor } from './store.ts';

interface Here {
  readonly settings: Settings;
  readonly context: Context;
  readonly told: PullComment | null;
}

/** Returns the exit status. Throws InputError. */
export async function gateShards(measuring: Here, expected: Expected): Promise<number> {
  const { settings, context, told } = measuring;
  if (settings.pgo) {
    throw new InputError('pgo with expect: this job has no profiles of its own; leave it out');
  }
  told?.measuring();
  doing('reading what the shards of this run collected');
  const read = await shardsOf(githubSource(await clientFor(settings, context)), {
    id: context.runId,
    attempt: context.runAttempt,
    commit: context.sha,
    headSha: context.pullRequest?.headSha ?? context.sha,
    repositoryId: context.repository.id,
    headRepositoryId: context.pullRequest?.fork ? null : context.repository.id,
  });
  for (const message of read.warnings) warning(annotationText(message));
  const problem = gapIn(read, expected);
  const onMain = isMain(read.shards, context);
  doing('comparing the shards with the stored runs');
  const groups = groupsOf(read.shards, settings.config);
  const storeOf = baselinesFor(settings, context, groups.length);
  const gated = await gateGroups(groups, storeOf, settings.config);
  return finished({ ...measuring, gated, storeOf, onMain, gap: problem });
}

interface Judged extends Here {
  readonly gated: readonly GatedGroup[];
  readonly storeOf: ReturnType<typeof baselinesFor>;
  readonly onMain: boolean;
  /** Why not all shards are in it; or null. */
  readonly gap: string | null;
}

/** Told, and on main stored. */
async function finished(item: Judged): Promise<number> {
  const { settings, context, gated, onMain, gap } = item;
  const failOn = onMain ? [] : settings.config.failOn;
  const unread = gated.flatMap(({ unread: why, group }) =>
    why === null || onMain ? [] : [`${group.name}: ${why}`],
  );
  const problems = [...(gap === null ? [] : [gap]), ...unread];
  const problem = problems.length === 0 ? null : problems.join('. ');
  const judged = problem === null ? statusOf(gated, failOn) : 2;
  const warnings = gated.flatMap(({ verdict }) => verdict.warnings);
  const accepted = await isAccepted({ warnings }, judged, settings, context);
  const status = accepted ? 0 : judged;
  const over = overGroups(gated.map(named), gap !== null);
  await publishGroups({ ...item, over, problem, fails: status !== 0, accepted });
  if (status !== 0) fail(logLine(problem ?? over.headline));
  // A baseline must be whole.
  if (onMain && gap === null) await keep(item);
  return status;
}

export const named = ({ group, verdict }: GatedGroup) => ({ name: group.name, verdict });

/** What fails in one group fails the job. */
function statusOf(gated: readonly GatedGroup[], failOn: Settings['config']['failOn']): 0 | 1 | 3 {
  const all = gated.map(({ verdict }) => exitStatus(verdict, failOn));
  return all.find((item) => item === 1) ?? all.find((item) => item === 3) ?? 0;
}

/** A push says it of itself; of other runs each job that had the checkout must have found it so. */
function isMain(shards: readonly Shard[], context: Context): boolean {
  const { eventName, defaultBranch } = context;
  if (eventName === 'push') return isOfBranch(context, defaultBranch);
  if (eventName !== 'schedule' && eventName !== 'workflow_dispatch') return false;
  const other = shards.find(({ run }) => run.manifest.branch !== branchOf(context));
  if (other !== undefined) {
    say(
      `this run is not stored as baseline: ${other.name} did not find the default branch checked out`,
    );
  }
  return other === undefined && shards.length > 0;
}

/** Names that a message lists. */
const mostNamed = 20;

/** What of the expected did not come, or came and cannot be used, or was not expected; null where all is as it should be. */
function gapIn({ shards, lost }: Shards, expected: Expected): string | null {
  const there = new Set([...shards.map(({ name }) => name), ...lost.keys()]);
  const said = [...lost].map(([name, reason]) => `the shard ${name} cannot be used: ${reason}`);
  if (expected.kind === 'names') {
    const absent = expected.names.filter((name) => !there.has(name));
    const odd = [...there].filter((name) => !expected.names.includes(name));
    if (absent.length > 0)
      said.unshift(
        `${missing(absent)}: did ${absent.length === 1 ? 'its job' : 'their jobs'} fail before collecting?`,
      );
    if (odd.length > 0)
      said.push(
        `${listed(odd)} collected, and \`expect\` does not name ${odd.length === 1 ? 'it' : 'them'}`,
      );
  } else if (there.size !== expected.count) {
    const came = there.size === 0 ? 'none came' : `${there.size} came: ${listed([...there])}`;
    said.unshift(`${expected.count} shards were expected, and ${came}`);
  }
  return said.length === 0 ? null : said.join('; ');
}

const missing = (names: readonly string[]): string =>
  names.length === 1
    ? `the shard ${names[0]} is missing`
    : `${names.length} shards are missing, ${listed(names)}`;

function listed(names: readonly string[]): string {
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return names.slice(0, mostNamed).join(', ') + more;
}

/** One artifact for each group. A baseline that is not stored must not go unnoticed: this fails the job on main. */
async function keep({ gated, storeOf, settings, context }: Judged): Promise<void> {
  doing('storing the groups as baseline');
  for (const { group } of gated) {
    const inputs = {
      ...group.head,
      purpose: 'store' as const,
      branch: context.defaultBranch ?? branchOf(context),
      workflow: context.workflowPath ?? undefined,
      runId: context.runId,
    };
    const place = await record(inputs, storeOf(group.name), readOptions(settings.config)).catch(
      (error: unknown) => {
        if (!(error instanceof InputError)) throw error;
        throw new InputError(`${group.name} is not stored as baseline: ${error.message}`);
      },
    );
    say(`recorded ${group.name} as baseline: ${place}`);
  }
}

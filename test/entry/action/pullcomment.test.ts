/** The comment over the time of a job, against the fake GitHub. Time limits are milliseconds here. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type CommentChoice, commentChoices } from '../../../src/entry/action/inputs.ts';
import { isWanted, NameClash, pullComment } from '../../../src/entry/action/pullcomment.ts';
import { contextOf } from '../../../src/github/context.ts';
import type { JudgedComparison } from '../../../src/model/comparison.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import { payloadOf } from '../../e2e/github/events.ts';
import { type Fault, useGitHub } from '../../e2e/github/server.ts';
import { octocat, type Pull, type Run } from '../../e2e/github/world.ts';
import { judged, verdict } from '../../report/values.ts';

const github = useGitHub();
let pull: Pull;
beforeEach(() => {
  pull = github().openPull();
});

const usual = { call: 20_000, all: 20_000, interim: 20_000 };

function open(
  run: Run,
  {
    comment = 'always' as CommentChoice,
    name = 'default',
    limits = usual,
    isCancelled = false,
  } = {},
  job?: string,
) {
  const variables = {
    GITHUB_EVENT_NAME: run.event,
    GITHUB_REPOSITORY: 'octo-org/widgets',
    GITHUB_REPOSITORY_ID: String(github().repository.id),
    GITHUB_SHA: run.sha,
    GITHUB_REF: run.ref,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_WORKFLOW_REF: `octo-org/widgets/${run.path}@${run.ref}`,
    GITHUB_JOB: run.job,
    GITHUB_API_URL: github().url,
  };
  const context = contextOf(variables, payloadOf(github(), run));
  const told = pullComment(
    { comment, name, token: github().token() },
    context,
    () => isCancelled,
    limits,
    job,
  );
  if (told === null) throw new Error('there is a pull request');
  return told;
}

/** A job's verdict is there, as it leaves it. */
async function done(run: Run, body = '✅ good\n\n<sub>it</sub>\n'): Promise<void> {
  await open(run).verdict(body, true);
}
const bodies = () => github().comments.map(({ body }) => body.replace(/^<!-- .*\n/, ''));
const comments = (method: string) =>
  github().requests.filter((request) => request.startsWith(method) && /comments/.test(request));

describe('while it is measured', () => {
  it('a comment that exists says so above the last result, then the verdict replaces it', async () => {
    await done(github().runOf(pull));
    const run = github().pushTo(pull);
    const told = open(run);
    github().requests.length = 0;
    told.measuring();
    await told.verdict('❌ slow\n', true);
    expect(bodies()).toEqual(['❌ slow\n']);
    const [note = ''] = github().comments[0]?.earlier.slice(1) ?? [];
    expect(note).toMatch(
      new RegExp(
        `^<!-- flamegate:v1:[^ ]*:${run.id}\\.1\\.[0-9a-f]{8} -->\n⏳ Measuring .*${pull.headSha.slice(0, 10)}`,
      ),
    );
    expect(note.match(/<!--/g)).toHaveLength(1);
    expect(note).toContain('\n\n---\n\n✅ good\n');
    // One list and one edit for each of the two, one after the other.
    expect(github().requests.map((request) => request.split(' ')[0])).toEqual([
      ...['GET', 'PATCH', 'GET', 'PATCH'],
    ]);
  });

  it('nothing is made where there is none, nor looked for beyond the first page', async () => {
    for (let n = 0; n < 150; n++) github().addComment(pull, octocat, `talk ${n}`);
    const told = open(github().runOf(pull));
    told.measuring();
    await told.unfinished('x');
    // Both pages before it is made, and after.
    expect(comments('GET')).toHaveLength(1 + 2 + 2);
    expect(comments('POST')).toHaveLength(1);
  });

  it('another gate’s comment is left alone', async () => {
    await done(github().runOf(pull));
    const told = open(github().pushTo(pull), { name: 'other' });
    told.measuring();
    await told.verdict('other\n', true);
    expect(bodies()).toEqual(['✅ good\n\n<sub>it</sub>\n', 'other\n']);
    expect(comments('PATCH')).toEqual([]);
  });

  it('a newer run’s comment is left alone by all that an older one has to say', async () => {
    const older = github().runOf(pull);
    await done(github().pushTo(pull), 'newer\n');
    const told = open(older);
    told.measuring();
    await told.verdict('older\n', true);
    await told.unfinished('older, too');
    expect(bodies()).toEqual(['newer\n']);
    expect(comments('PATCH')).toEqual([]);
  });

  it('two jobs of one run with one name: the verdict of neither stands, and both fail', async () => {
    const run = github().runOf(pull);
    const [red, green] = [open(run, {}, '0000000a'), open(run, {}, '0000000b')];
    red.measuring();
    green.measuring();
    await red.verdict('❌ slow\n', true);
    await expect(green.verdict('✅ good\n', true)).rejects.toThrow(NameClash);
    expect(bodies()).toEqual([
      expect.stringMatching(/^🚧 .*two jobs of this run have a gate called default/),
    ]);
    await expect(red.verdict('❌ slow\n', true)).rejects.toThrow(/its own `name`/);
    expect(bodies()).toHaveLength(1);
    // The next run has another name for one of them.
    await open(github().pushTo(pull), {}, '0000000c').verdict('✅ good\n', true);
    expect(bodies()).toEqual(['✅ good\n']);
  });

  it('nothing is asked for a fork, whose token may not write', async () => {
    const told = open(github().runOf(github().openPull({ fork: true })));
    told.measuring();
    await new Promise((resolve) => setImmediate(resolve));
    expect(github().requests).toEqual([]);
    await told.verdict('x', true);
    expect(comments('GET')).toHaveLength(2);
  });

  it.each<[string, Omit<Fault, 'path'>, number]>([
    ['is refused', { method: 'PATCH', status: 403, json: { message: 'no' } }, usual.interim],
    ['is failed', { method: 'PATCH', status: 502 }, usual.interim],
    ['is never answered', { method: 'PATCH', status: 200, stall: true }, 1000],
    ['cannot be looked for', { method: 'GET', status: 200, stall: true }, 1000],
  ])('an edit that %s is not tried again, and keeps no verdict back', async (_, fault, interim) => {
    await done(github().runOf(pull));
    const told = open(github().pushTo(pull), { limits: { ...usual, interim } });
    github().requests.length = 0;
    github().fault({ ...fault, path: /comments/ });
    told.measuring();
    await told.verdict('❌ slow\n', true);
    expect(bodies()).toEqual(['❌ slow\n']);
    expect(comments(fault.method)).toHaveLength(2);
  });
});

describe('a server that stalls', () => {
  it('does not hold the verdict, and nothing is written after it was given up', async () => {
    github().fault({ method: 'GET', path: /comments/, status: 200, stall: true });
    const told = open(github().runOf(pull), { limits: { call: 40, all: 200, interim: 200 } });
    await expect(told.verdict('x', true)).rejects.toThrow('GitHub took more than 0.2 seconds');
    // A failed call is made again after one second.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(github().requests).toHaveLength(1);
    expect(github().comments).toEqual([]);
  });

  it('fails nothing where there is no answer to tell', async () => {
    github().fault({ method: 'GET', path: /comments/, status: 200, stall: true });
    await open(github().runOf(pull), { limits: { ...usual, all: 100 } }).unfinished('x');
    expect(github().comments).toEqual([]);
  });
});

describe('a job without an answer', () => {
  it.each<[CommentChoice, boolean, number]>([
    ['always', false, 1],
    ['changes', false, 0],
    ['failures', false, 0],
    ['always', true, 1],
    ['changes', true, 1],
    ['failures', true, 1],
  ])('with %s, and a comment before: %s', async (comment, before, count) => {
    if (before) await done(github().runOf(pull));
    await open(github().pushTo(pull), { comment }).unfinished('`run` failed: no such file');
    expect(github().comments).toHaveLength(count);
    for (const body of bodies()) {
      expect(body).toMatch(/^🚧 <b>flamegate could not finish<\/b>: .*failed: no such file\n/);
      expect(body).toContain(pull.headSha.slice(0, 10));
      expect(body).not.toContain('✅');
    }
  });

  it.each([false, true])('that was cancelled, with a comment before: %s', async (before) => {
    if (before) await done(github().runOf(pull));
    const told = open(github().pushTo(pull), { isCancelled: true });
    await told.unfinished('stopped by SIGINT');
    const cancelled = expect.stringMatching(/^🚧 .*<\/b>: the job was cancelled\n/);
    expect(bodies()).toEqual(before ? [cancelled] : []);
    await told.verdict('half of it', true);
    expect(bodies()).toEqual(before ? ['half of it'] : []);
  });

  it('says nothing over the verdict, once that is told', async () => {
    const told = open(github().runOf(pull));
    const telling = told.verdict('❌ slow\n', true);
    await told.unfinished('x');
    await telling;
    expect(bodies()).toEqual(['❌ slow\n']);
  });

  it('fails nothing where GitHub refuses', async () => {
    github().fault({ method: 'GET', path: /comments/, status: 403, json: { message: 'no' } });
    await open(github().runOf(pull)).unfinished('x');
    expect(github().comments).toEqual([]);
  });
});

it.each([true, false])(
  'a verdict that asks for no comment updates the one that exists (%s)',
  async (before) => {
    if (before) await done(github().runOf(pull), '❌ slow\n');
    const url = await open(github().pushTo(pull), { comment: 'changes' }).verdict(
      '✅ good\n',
      false,
    );
    expect(bodies()).toEqual(before ? ['✅ good\n'] : []);
    expect(url).toEqual(before ? expect.stringContaining('#issuecomment-') : undefined);
  },
);

describe('which results create a comment', () => {
  const row = (of: JudgedComparison['verdict']) =>
    verdict({ verdict: 'pass', functions: [], comparisons: [judged({ verdict: of })] });
  const bare = (of: Verdict['verdict']) =>
    verdict({ verdict: of, functions: [], comparisons: [judged({ verdict: 'ok' })] });
  it.each<[string, Verdict, boolean, CommentChoice[]]>([
    ['a clean one', bare('pass'), false, ['always']],
    ['no baseline', bare('no-baseline'), false, ['always']],
    [
      'no baseline that fails the job',
      bare('no-baseline'),
      true,
      ['always', 'changes', 'failures'],
    ],
    ['a faster one', row('faster'), false, ['always', 'changes']],
    ['a suspect', bare('suspect'), false, ['always', 'changes']],
    ['a suspect that fails the job', bare('suspect'), true, ['always', 'changes', 'failures']],
    ['something missing', bare('incomplete'), false, ['always', 'changes', 'failures']],
    ['a slower one', bare('fail'), true, ['always', 'changes', 'failures']],
    ['a slower one that fails no job', bare('fail'), false, ['always', 'changes', 'failures']],
  ])('%s', (_, of, fails, choices) => {
    expect(commentChoices.filter((choice) => isWanted(choice, of, fails))).toEqual(choices);
  });
});

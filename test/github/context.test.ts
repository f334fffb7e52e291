import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextOf, isOfBranch, readContext } from '../../src/github/context.ts';
import { InputError } from '../../src/model/error.ts';
import { payloadOf } from '../e2e/github/events.ts';
import { createWorld, type Run, type World } from '../e2e/github/world.ts';

const world = createWorld();

describe('the context of', () => {
  it('a push to the default branch', () => {
    const run = world.push();
    const context = contextOf(variables(run), payloadOf(world, run));
    expect(context).toEqual({
      eventName: 'push',
      repository: { owner: 'octo-org', name: 'widgets', id: 1296269 },
      defaultBranch: 'main',
      sha: run.sha,
      ref: 'refs/heads/main',
      runId: run.id,
      runAttempt: 1,
      workflowPath: '.github/workflows/perf.yml',
      job: 'bench',
      actor: 'octocat',
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      pullRequest: null,
    });
    expect(isOfBranch(context, 'main')).toBe(true);
  });

  it.each([false, true])('a pull request, from a fork: %s', (fork) => {
    const pull = world.openPull({ fork, branch: 'main' });
    const run = world.runOf(pull);
    const context = contextOf(variables(run), payloadOf(world, run));
    expect(context.pullRequest).toEqual({
      number: pull.number,
      headSha: pull.headSha,
      baseSha: pull.baseSha,
      baseRef: 'main',
      fork,
    });
    expect(context.sha).toBe(pull.mergeSha);
    expect(isOfBranch(context, 'main')).toBe(false);
  });

  it('a pull request whose fork was deleted is of a fork', () => {
    const run = world.runOf(world.openPull({ fork: true }));
    const payload = edited(payloadOf(world, run), (json) => {
      json.pull_request.head.repo = null;
    });
    expect(contextOf(variables(run), payload).pullRequest?.fork).toBe(true);
  });

  it.each([
    ['a push to another branch', { ref: 'refs/heads/release' }],
    ['a tag called main', { ref: 'refs/tags/main' }],
  ])('%s is not of the default branch', (_, fields: Partial<Run>) => {
    const run = world.addRun(fields);
    const context = contextOf(variables(run), payloadOf(world, run));
    expect(isOfBranch(context, context.defaultBranch)).toBe(false);
  });

  it('a schedule does not know the default branch', () => {
    const run = world.addRun({ event: 'schedule' });
    expect(contextOf(variables(run), payloadOf(world, run)).defaultBranch).toBeNull();
  });

  it('a workflow of another repository has no path in this one', () => {
    const run = world.push();
    const env = {
      ...variables(run),
      GITHUB_WORKFLOW_REF: 'octo-org/ci/.github/workflows/perf.yml@v1',
    };
    expect(contextOf(env, payloadOf(world, run)).workflowPath).toBeNull();
  });

  it('a workflow on a branch whose name has an @', () => {
    const run = world.push();
    const ref = 'octo-org/widgets/.github/workflows/perf.yml@refs/heads/a@b';
    const env = { ...variables(run), GITHUB_WORKFLOW_REF: ref };
    expect(contextOf(env, payloadOf(world, run)).workflowPath).toBe('.github/workflows/perf.yml');
  });
});

describe('refused with an explanation:', () => {
  it('pull_request_target', () => {
    const run = world.runOf(world.openPull({ fork: true }));
    run.event = 'pull_request_target';
    expect(() => contextOf(variables(run), payloadOf(world, run))).toThrow(
      /does not run on pull_request_target: .* Use `on: pull_request`/,
    );
  });

  it.each([
    'GITHUB_EVENT_NAME',
    'GITHUB_REPOSITORY',
    'GITHUB_REPOSITORY_ID',
    'GITHUB_SHA',
    'GITHUB_REF',
    'GITHUB_RUN_ID',
    'GITHUB_RUN_ATTEMPT',
    'GITHUB_WORKFLOW_REF',
    'GITHUB_JOB',
  ])('%s missing or empty', (name) => {
    const run = world.push();
    for (const value of [undefined, '']) {
      const env = { ...variables(run), [name]: value };
      expect(() => contextOf(env, payloadOf(world, run))).toThrow(`${name} is not set: the runner`);
      expect(() => contextOf(env, payloadOf(world, run))).toThrow(InputError);
    }
  });

  it.each([
    ['GITHUB_REPOSITORY', 'octo-org', /must be owner\/name/],
    ['GITHUB_REPOSITORY', 'a/b/c', /must be owner\/name/],
    ['GITHUB_REPOSITORY_ID', 'x', /must be a positive whole number/],
    ['GITHUB_RUN_ID', '9999999999999999', /is beyond/],
    ['GITHUB_SHA', 'main', /must be a commit/],
  ])('%s being %j', (name, value, message) => {
    const run = world.push();
    expect(() => contextOf({ ...variables(run), [name]: value }, payloadOf(world, run))).toThrow(
      message,
    );
  });

  it.each<[string, (json: Payload) => void, string]>([
    [
      'no number',
      (json) => {
        delete json.pull_request.number;
      },
      'pull_request.number',
    ],
    [
      'a head that is no commit',
      (json) => {
        json.pull_request.head.sha = '--upload-pack=x';
      },
      'pull_request.head.sha',
    ],
    [
      'no base',
      (json) => {
        json.pull_request.base = null;
      },
      'pull_request.base',
    ],
    [
      'a number that is text',
      (json) => {
        json.pull_request.number = '1';
      },
      'pull_request.number',
    ],
  ])('a pull request with %s', (_, damage, place) => {
    const run = world.runOf(world.openPull());
    const payload = edited(payloadOf(world, run), damage);
    expect(() => contextOf(variables(run), payload)).toThrow(`${place} is missing or malformed`);
  });

  it('a payload that is no object', () => {
    expect(() => contextOf(variables(world.push()), 'push')).toThrow(
      /payload is missing or malformed/,
    );
  });

  it('a payload file that is missing or no JSON', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'flamegate-context-'));
    try {
      const path = join(dir, 'event.json');
      const env = { ...variables(world.push()), GITHUB_EVENT_PATH: path };
      await expect(readContext(env)).rejects.toThrow(`${path}: the event's payload cannot be read`);
      writeFileSync(path, '{');
      await expect(readContext(env)).rejects.toThrow(InputError);
      writeFileSync(path, '{}');
      expect((await readContext(env)).eventName).toBe('push');
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

/** What the runner sets. */
function variables(run: Run, of: World = world): Record<string, string> {
  return {
    GITHUB_EVENT_NAME: run.event,
    GITHUB_REPOSITORY: 'octo-org/widgets',
    GITHUB_REPOSITORY_ID: String(of.repository.id),
    GITHUB_SHA: run.sha,
    GITHUB_REF: run.ref,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_WORKFLOW_REF: `octo-org/widgets/${run.path}@${run.ref}`,
    GITHUB_JOB: run.job,
    GITHUB_ACTOR: 'octocat',
  };
}

type Json = Record<string, unknown>;
type Payload = Json & { pull_request: Json & { head: Json } };

function edited(payload: unknown, edit: (json: Payload) => void): unknown {
  const json: Payload = JSON.parse(JSON.stringify(payload));
  edit(json);
  return json;
}

/** The sticky comment against the fake GitHub. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type ClientOptions, createClient, type GitHubClient } from '../../src/github/client.ts';
import {
  type CommentTarget,
  type Compose,
  longestBody,
  writeComment,
} from '../../src/github/comment.ts';
import { useGitHub } from '../e2e/github/server.ts';
import { actionsBot, octocat, type Pull } from '../e2e/github/world.ts';

const github = useGitHub();
let pull: Pull;
let client: GitHubClient;
beforeEach(async () => {
  pull = github().openPull();
  client = await connect(github().token());
});

describe('the comment', () => {
  it('is created with its marker at the very start', async () => {
    const outcome = await write('first', { runId: 10, runAttempt: 2 });
    expect(bodies()).toEqual(['<!-- flamegate:v1:perf:10.2 -->\nfirst']);
    expect(outcome).toEqual({
      kind: 'created',
      url: `https://github.com/octo-org/widgets/pull/1#issuecomment-${github().comments[0]?.id}`,
    });
  });

  it('is edited by the next run', async () => {
    await write('first', { runId: 10 });
    expect(await write('second', { runId: 11 })).toMatchObject({ kind: 'updated' });
    expect(bodies()).toEqual(['<!-- flamegate:v1:perf:11.1 -->\nsecond']);
  });

  it('is not written again when this run has said the same', async () => {
    await write('same\n', { runId: 10 });
    expect(await write('same\n', { runId: 10 })).toMatchObject({ kind: 'unchanged' });
    expect(writes()).toHaveLength(1);
  });

  it('is of the newest run even where two say the same: one between them does not overwrite it', async () => {
    await write('same\n', { runId: 10 });
    expect(await write('same\n', { runId: 12 })).toMatchObject({ kind: 'updated' });
    expect(await write('other', { runId: 11 })).toMatchObject({ kind: 'newer' });
    expect(bodies()).toEqual(['<!-- flamegate:v1:perf:12.1 -->\nsame\n']);
  });

  it('is composed from what it says, and is left as it is, or not made, where nothing shall be said', async () => {
    const seen: (string | null)[] = [];
    const compose = (answer: string | null) => (old: string | null) => {
      seen.push(old);
      return answer;
    };
    expect(await write(compose(null), { runId: 10 })).toEqual({ kind: 'none' });
    expect(await write(compose('first'), { runId: 10 })).toMatchObject({ kind: 'created' });
    expect(await write(compose(null), { runId: 11 })).toMatchObject({ kind: 'unchanged' });
    expect(await write(compose('second'), { runId: 11 })).toMatchObject({ kind: 'updated' });
    expect(seen).toEqual([null, null, 'first', 'first']);
    expect(bodies()).toEqual(['<!-- flamegate:v1:perf:11.1 -->\nsecond']);
  });

  it('is created once where the answer breaks off, and its address is looked up', async () => {
    github().fault({ method: 'POST', path: /comments/, status: 200, cut: true, times: 9 });
    expect(await write('first', {})).toMatchObject({
      kind: 'created',
      url: expect.stringContaining('#issuecomment-'),
    });
    expect(await write('first', {})).toMatchObject({ kind: 'unchanged' });
    expect(bodies()).toHaveLength(1);
  });

  it.each([
    ['GET', 'the list'],
    ['PATCH', 'the edit'],
  ])('stays one where the answer to %s (%s) breaks off in its middle', async (method) => {
    await write('first', { runId: 10 });
    github().fault({ method, path: /comments/, status: 200, cut: true, times: 9 });
    await write('second', { runId: 11 });
    expect(bodies()).toHaveLength(1);
    expect(writes().filter((request) => request.startsWith('POST'))).toHaveLength(1);
  });

  it.each([
    ['an older run', { runId: 9 }, 'newer'],
    ['an older run, started again', { runId: 9, runAttempt: 5 }, 'newer'],
    ['an earlier attempt', { runId: 10, runAttempt: 1 }, 'newer'],
    ['the same attempt', { runId: 10, runAttempt: 2 }, 'updated'],
    ['a later attempt', { runId: 10, runAttempt: 3 }, 'updated'],
    ['a run with more digits', { runId: 100 }, 'updated'],
  ])('of run 10, attempt 2, meets %s', async (_, by, kind) => {
    await write('first', { runId: 10, runAttempt: 2 });
    expect(await write('other', by)).toMatchObject({ kind });
    expect(bodies()[0]?.endsWith('other')).toBe(kind === 'updated');
  });

  it('is found beyond the first page', async () => {
    for (let n = 0; n < 150; n++) github().addComment(pull, octocat, `talk ${n}`);
    await write('first', { runId: 10 });
    for (let n = 0; n < 150; n++) github().addComment(pull, octocat, `more talk ${n}`);
    expect(await write('second', { runId: 11 })).toMatchObject({ kind: 'updated' });
    expect(writes()).toHaveLength(2);
  });

  it('is one for each key, and on this pull request only', async () => {
    const keys = [
      'perf',
      'perf/linux',
      'perf%2flinux',
      'perf-linux',
      'perf:1.1 -->',
      '-->',
      '',
      'ä',
      'x'.repeat(5000),
    ];
    for (const key of keys) expect(await write(key, { key })).toMatchObject({ kind: 'created' });
    const other = github().openPull();
    expect(await write('there', { pullRequest: other.number })).toMatchObject({ kind: 'created' });
    for (const key of keys) {
      expect(await write(`${key} again`, { key, runId: 11 })).toMatchObject({ kind: 'updated' });
    }
    expect(bodies()).toHaveLength(keys.length + 1);
    for (const body of bodies()) {
      expect(body).toMatch(/^<!-- flamegate:v1:[A-Za-z0-9_.%]{0,150}:\d+\.\d+ -->\n/);
    }
  });

  it('is created anew when it was deleted meanwhile', async () => {
    await write('first', { runId: 10 });
    github().fault({
      method: 'PATCH',
      path: /comments/,
      status: 404,
      json: { message: 'Not Found' },
    });
    expect(await write('second', { runId: 11 })).toMatchObject({ kind: 'created' });
  });
});

describe('it stays one', () => {
  /** Between the look and the answer to our creation another run creates its own. */
  function race(other: string, order: 'older' | 'younger') {
    const world = github();
    const { addComment } = world;
    world.addComment = (...mine) => {
      world.addComment = addComment;
      if (order === 'older') addComment(pull, actionsBot, other);
      const made = addComment(...mine);
      if (order === 'younger') addComment(pull, actionsBot, other);
      return made;
    };
  }
  const marked = (run: number, job: string, text: string) =>
    `<!-- flamegate:v1:perf:${run}.1.${job} -->\n${text}`;
  const mine = { runId: 10, job: '00000001' };

  it.each([
    ['an older run', 'older', 9, 'mine'],
    ['an older run', 'younger', 9, 'mine'],
    ['a newer run', 'older', 11, 'other'],
    ['a newer run', 'younger', 11, 'other'],
  ] as const)(
    'where %s creates one at the same time, which is the %s comment',
    async (_, order, run, text) => {
      const before = github().addComment(pull, octocat, 'talk').id;
      race(marked(run, '00000002', 'other'), order);
      expect(await write('mine', mine)).toMatchObject({ kind: 'created' });
      expect(bodies()).toHaveLength(2);
      const [talk, kept] = github().comments;
      expect(talk?.id).toBe(before);
      // The first of the two, whoever made it: the younger is deleted.
      expect(kept?.id).toBe(before + 1);
      expect(bodies()[1]?.endsWith(text)).toBe(true);
    },
  );

  it('and a second one that is found is deleted by the next run, which says what is new', async () => {
    for (const run of [9, 8])
      github().addComment(pull, actionsBot, marked(run, '00000002', `${run}`));
    const [first] = github().comments;
    expect(await write('mine', mine)).toMatchObject({ kind: 'updated' });
    expect(github().comments.map(({ id, body }) => [id, body])).toEqual([
      [first?.id, marked(10, '00000001', 'mine')],
    ]);
  });

  it('but a comment of another gate, or of somebody else, is not deleted', async () => {
    github().addComment(pull, octocat, marked(9, '00000002', 'forged'));
    github().addComment(pull, actionsBot, marked(9, '00000002', 'x').replace(':perf:', ':more:'));
    race(marked(9, '00000002', 'other'), 'older');
    await write('mine', mine);
    expect(bodies()).toHaveLength(3);
  });

  it('where the verdict is written although the second cannot be deleted', async () => {
    for (const run of [9, 8])
      github().addComment(pull, actionsBot, marked(run, '00000002', `${run}`));
    github().fault({ method: 'DELETE', path: /comments/, status: 403, json: { message: 'No' } });
    expect(await write('mine', mine)).toMatchObject({ kind: 'updated' });
    expect(bodies()[0]).toBe(marked(10, '00000001', 'mine'));
  });

  it('where GitHub fails after it was made: it is found, and is ours', async () => {
    github().fault({ method: 'POST', path: /comments/, status: 200, hangUp: true });
    github().addComment(pull, actionsBot, marked(10, '00000001', 'mine'));
    const { comments } = github();
    const [made] = comments.splice(0, 1);
    // It is made while the answer to the creation is waited for.
    github().latency = 200;
    const answer = write('mine', mine);
    await expect.poll(() => writes().length).toBe(1);
    if (made !== undefined) comments.push(made);
    expect(await answer).toMatchObject({ kind: 'created', url: expect.stringContaining('#') });
    expect(bodies()).toHaveLength(1);
  });

  it('and two jobs of one attempt with one key are told of it, in whatever order they come', async () => {
    const other = { ...mine, job: '00000002' };
    await write('green', mine);
    expect(await write('red', other)).toMatchObject({ kind: 'clash' });
    expect(bodies()[0]?.endsWith('green')).toBe(true);
    // Another attempt is no other job, and neither is this one.
    expect(await write('green again', mine)).toMatchObject({ kind: 'updated' });
    expect(await write('red', { ...other, runAttempt: 2 })).toMatchObject({ kind: 'updated' });
  });

  it('and so are two that both saw none', async () => {
    race(marked(10, '00000002', 'red'), 'older');
    expect(await write('green', mine)).toMatchObject({ kind: 'clash' });
    expect(bodies()).toHaveLength(1);
  });
});

describe('somebody else’s comment with our marker', () => {
  const forged = '<!-- flamegate:v1:perf:1.1 -->\n@octo-org/everyone look';

  it.each([
    ['a user', octocat],
    ['a user who took the name of the bot', { ...actionsBot, login: 'github-actions' }],
    ['another app', { login: 'evil[bot]', id: 5, type: 'Bot' as const }],
    ['a user with our login', { ...actionsBot, type: 'User' as const }],
  ])('by %s is left alone', async (_, author) => {
    github().addComment(pull, author, forged);
    expect(await write('mine', { runId: 10 })).toMatchObject({ kind: 'created' });
    expect(bodies()).toEqual([forged, '<!-- flamegate:v1:perf:10.1 -->\nmine']);
    expect(await write('again', { runId: 11 })).toMatchObject({ kind: 'updated' });
    expect(bodies()[0]).toBe(forged);
  });

  it('that claims to be of a newer run does not silence us', async () => {
    github().addComment(pull, octocat, '<!-- flamegate:v1:perf:999999999999.1 -->\nall is well');
    expect(await write('mine', { runId: 10 })).toMatchObject({ kind: 'created' });
  });

  it('is not ours when the marker is not at the very start', async () => {
    for (const before of ['quote: ', ' ', '\n', '> ']) {
      github().addComment(pull, actionsBot, `${before}${forged}`);
    }
    expect(await write('mine', { runId: 10 })).toMatchObject({ kind: 'created' });
  });

  it('written with our own custom token is ours', async () => {
    const account = { login: 'perf-app[bot]', id: 77, type: 'Bot' as const };
    client = await connect(github().token({ account }));
    await write('first', { runId: 10 });
    expect(await write('second', { runId: 11 })).toMatchObject({ kind: 'updated' });
    expect(github().comments).toHaveLength(1);
  });

  it('is left alone when GitHub does not say who we are', async () => {
    github().addComment(pull, octocat, forged);
    github().fault({ method: 'POST', path: /graphql/, status: 403, json: { message: 'no' } });
    expect(await write('mine', { runId: 10 })).toMatchObject({ kind: 'created' });
  });
});

describe('without success the gate goes on:', () => {
  it('a fork’s token may not write', async () => {
    client = await connect(github().token({ pullRequests: 'read' }));
    expect(await write('mine', {})).toEqual({
      kind: 'denied',
      reason: expect.stringMatching(
        /^GitHub would not take the comment \(403: Resource not accessible by integration.*`permissions: pull-requests: write`$/,
      ),
    });
    expect(github().comments).toEqual([]);
  });

  it('a fork’s token may not edit', async () => {
    await write('first', { runId: 10 });
    client = await connect(github().token({ pullRequests: 'read' }));
    expect(await write('second', { runId: 11 })).toMatchObject({ kind: 'denied' });
  });

  it.each([
    ['a token that may not read', { pullRequests: 'none' as const }, /403/],
    ['a pull request that is not there', {}, /404/],
  ])('%s', async (what, rights, reason) => {
    client = await connect(github().token(rights));
    const pullRequest = what.includes('not there') ? 99 : pull.number;
    expect(await write('mine', { pullRequest })).toMatchObject({
      kind: 'denied',
      reason: expect.stringMatching(reason),
    });
  });

  it('a token that is no more', async () => {
    client = await connect('ghs_revoked');
    expect(await write('mine', {})).toMatchObject({
      kind: 'denied',
      reason: expect.stringContaining('the token is not valid'),
    });
  });

  it.each([
    [422, /422: Validation Failed/],
    [502, /GitHub or the network failed/],
  ])('GitHub answers %d to the comment, and it is posted once', async (status, reason) => {
    github().fault({
      method: 'POST',
      path: /comments/,
      status,
      json: { message: 'Validation Failed' },
      times: 9,
    });
    expect(await write('mine', {})).toMatchObject({
      kind: 'denied',
      reason: expect.stringMatching(reason),
    });
    expect(writes()).toHaveLength(1);
  });

  it.each(['GET', 'POST'])('a server that never answers a %s', async (method) => {
    client = await connect(github().token(), { callMilliseconds: 30, retries: 1 });
    github().fault({ method, path: /comments/, status: 200, stall: true, times: 9 });
    expect(await write('mine', {})).toEqual({
      kind: 'denied',
      reason: expect.stringContaining('no answer in 0.03 seconds'),
    });
  });

  it('nothing is asked for once it was given up', async () => {
    const given = new AbortController();
    client = await connect(github().token(), { signal: given.signal });
    given.abort(new Error('given up'));
    expect(await write('mine', {})).toMatchObject({ kind: 'denied' });
    expect(github().requests).toEqual([]);
  });

  it('a call that is given up on its way', async () => {
    const given = new AbortController();
    client = await connect(github().token(), { signal: given.signal });
    github().fault({ method: 'GET', path: /comments/, status: 200, stall: true });
    const writing = write('mine', {});
    await expect.poll(() => github().requests.length).toBe(1);
    given.abort(new Error('given up'));
    expect(await writing).toMatchObject({ kind: 'denied' });
    expect(github().requests).toHaveLength(1);
  }, 10_000);

  it('a connection that is lost', async () => {
    github().fault({ method: 'GET', path: /comments/, status: 200, hangUp: true, times: 9 });
    expect(await write('mine', {})).toMatchObject({ kind: 'denied' });
  });

  it('a list that fails once is asked for again', async () => {
    github().fault({ method: 'GET', path: /comments/, status: 502 });
    expect(await write('mine', {})).toMatchObject({ kind: 'created' });
  });
});

it('takes the longest body that GitHub takes', async () => {
  const key = 'ä'.repeat(1000);
  expect(
    await write('x'.repeat(longestBody), {
      key,
      runId: Number.MAX_SAFE_INTEGER,
      runAttempt: 999_999_999,
    }),
  ).toMatchObject({ kind: 'created' });
  expect(bodies()[0]?.length).toBeLessThanOrEqual(65_536);
  await expect(write('x'.repeat(longestBody + 1), {})).rejects.toThrow(RangeError);
});

function write(body: string | Compose, target: Partial<CommentTarget>) {
  const full = { pullRequest: pull.number, key: 'perf', runId: 10, runAttempt: 1, ...target };
  return writeComment(client, full, typeof body === 'string' ? () => body : body);
}

function bodies(): string[] {
  return github().comments.map(({ body }) => body);
}

function writes(): string[] {
  return github().requests.filter((request) => /^(POST|PATCH) .*comments/.test(request));
}

function connect(token: string, limits: Partial<ClientOptions> = {}): Promise<GitHubClient> {
  const { repository, url } = github();
  return createClient({
    token,
    owner: repository.owner.login,
    repo: repository.name,
    apiUrl: url,
    retryMilliseconds: 1,
    ...limits,
  });
}

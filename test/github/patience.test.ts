/** How long GitHub is waited for, and when it is asked no more. Times are milliseconds here, and none is asserted. */
import { describe, expect, it } from 'vitest';
import { ancestors } from '../../src/github/ancestors.ts';
import { artifacts } from '../../src/github/artifacts.ts';
import { createClient } from '../../src/github/client.ts';
import { type Patience, patience } from '../../src/github/patience.ts';
import { InputError, UnreachableError } from '../../src/model/error.ts';
import { useGitHub } from '../e2e/github/server.ts';

const failing = (status: number) => async () => {
  throw Object.assign(new Error('no'), { status });
};
const never = () => new Promise<never>(() => {});

async function failures(of: Patience, kind: string, status: number, times: number) {
  for (let i = 0; i < times; i++) {
    await expect(of.call(kind, failing(status))).rejects.toMatchObject({ status });
  }
}

describe('a kind of call', () => {
  it('is not made again after three like failures, and others are', async () => {
    const of = patience(60_000, 'x');
    await failures(of, 'list', 503, 3);
    let made = 0;
    const call = async () => made++;
    await expect(of.call('list', call)).rejects.toThrow(UnreachableError);
    await expect(of.call('list', call)).rejects.toThrow('failed 3 times at the like (503)');
    expect(made).toBe(0);
    await of.call('other', call);
    expect(made).toBe(1);
  });

  it('is made again where the failures differ, or an answer came between them', async () => {
    const of = patience(60_000, 'x');
    await failures(of, 'list', 503, 2);
    await failures(of, 'list', 500, 2);
    expect(await of.call('list', async () => 'yes')).toBe('yes');
    await failures(of, 'list', 500, 2);
    expect(await of.call('list', async () => 'yes')).toBe('yes');
  });

  it.each([404, 410, 422])(
    'is made again after any number of %d, answers about one thing',
    async (status) => {
      await failures(patience(60_000, 'x'), 'list', status, 5);
    },
  );

  it('is made again after input that was bad, and not where something could not be had', async () => {
    const of = patience(60_000, 'x');
    const failsWith = (error: Error) => of.call('list', () => Promise.reject(error));
    for (let i = 0; i < 4; i++) {
      await expect(failsWith(new InputError('expired'))).rejects.toThrow('expired');
    }
    for (let i = 0; i < 3; i++) {
      await expect(failsWith(new UnreachableError('lost'))).rejects.toThrow('lost');
    }
    await expect(failsWith(new InputError('expired'))).rejects.toThrow('(lost)');
  });
});

describe('when the time is over', () => {
  it('what is on its way is given up, and nothing more is asked', async () => {
    const of = patience(50, 'give the stored runs');
    const sentence = 'GitHub took more than 0.05 seconds to give the stored runs';
    await expect(of.call('a', never)).rejects.toThrow(sentence);
    expect(of.signal.aborted).toBe(true);
    await expect(of.call('b', async () => 1)).rejects.toThrow(sentence);
  });

  it('that of calls one after the other adds up', async () => {
    const of = patience(120, 'x');
    const wait = () => new Promise<number>((resolve) => setTimeout(resolve, 80, 1));
    expect(await of.call('a', wait)).toBe(1);
    await expect(of.call('a', wait)).rejects.toThrow('more than 0.12 seconds');
  });

  it('that of calls side by side counts once, and that between calls not at all', async () => {
    const of = patience(300, 'x');
    const wait = (milliseconds: number) =>
      new Promise<number>((resolve) => setTimeout(resolve, milliseconds, 1));
    await Promise.all(Array.from({ length: 10 }, () => of.call('a', () => wait(60))));
    await wait(350);
    expect(of.signal.aborted).toBe(false);
    expect(await of.call('a', () => wait(1))).toBe(1);
  });
});

describe('a client', () => {
  const github = useGitHub();
  const connect = (patience: Patience, callMilliseconds?: number) =>
    createClient({
      token: github().token(),
      owner: 'octo-org',
      repo: 'widgets',
      apiUrl: github().url,
      retryMilliseconds: 1,
      patience,
      callMilliseconds,
    });
  const times = { method: 'GET', times: 99 };

  it('is given up in the middle of a call, and of its tries', async () => {
    const run = github().push();
    github().fault({ ...times, path: /commits/, status: 200, stall: true });
    const client = await connect(patience(80, 'answer'));
    await expect(ancestors(client, run.sha)).rejects.toThrow('more than 0.08 seconds to answer');
    github().fault({ ...times, path: /artifacts/, status: 502 });
    await expect(artifacts(client, run.id)).rejects.toThrow('more than 0.08 seconds to answer');
  });

  it('counts a call once with all its tries, whatever it was about', async () => {
    github().fault({ ...times, path: /artifacts/, status: 502 });
    const client = await connect(patience(60_000, 'x'));
    for (const id of [1, 2, 3]) await expect(artifacts(client, id)).rejects.toThrow('(502');
    expect(github().requests).toHaveLength(12);
    await expect(artifacts(client, 4)).rejects.toThrow('failed 3 times at the like (502)');
    expect(github().requests).toHaveLength(12);
  });
});

const odd: [string, unknown][] = [
  ['a page', '<html>'],
  ['null', null],
  ['an object', {}],
  ['a list of something else', [{ id: 1 }]],
  ['an empty list', []],
];
describe.each(odd)('%s in place of commits', (_, json) => {
  const github = useGitHub();
  it('is no answer', async () => {
    const run = github().push();
    github().fault({ method: 'GET', path: /commits/, status: 200, json, times: 9 });
    const client = await createClient({
      ...{ token: github().token(), owner: 'octo-org', repo: 'widgets', apiUrl: github().url },
    });
    await expect(ancestors(client, run.sha)).rejects.toThrow('the answer is not what its API');
  });
});

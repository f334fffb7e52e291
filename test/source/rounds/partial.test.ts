/** Partial and shallow clones: git fetches what they lack, and where it cannot, that is what is said. */
import { renameSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, type MeasureOptions, openBench } from '../../../src/source/rounds/bench.ts';
import { gitIn } from '../../../src/source/rounds/git.ts';
import { commitsOf } from '../../../src/source/rounds/history.ts';
import { namedCommit } from '../../../src/source/rounds/revision.ts';
import { clone, gitEnv, type Repository, repository } from './repository.ts';

let at: Repository;
let open: Bench[];
let [base, blob, tree] = ['', '', ''];

beforeEach(() => {
  [at, open] = [repository(), []];
  at.git('config', 'uploadpack.allowFilter', 'true');
  at.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  at.commit('other', 'the same\n');
  base = at.commit('some where/value', 'base\n');
  [blob, tree] = [at.git('rev-parse', 'HEAD:some where/value'), at.git('rev-parse', 'HEAD^{tree}')];
  at.commit('some where/value', 'head\n');
});

afterEach(async () => {
  for (const bench of open) await bench.close();
});

/** The remote is away for as long as this takes. */
async function offline(work: () => Promise<void>): Promise<void> {
  renameSync(at.folder, `${at.folder}-gone`);
  try {
    await work();
  } finally {
    renameSync(`${at.folder}-gone`, at.folder);
  }
}

async function bench({ folder }: Repository, more: Partial<MeasureOptions> = {}): Promise<Bench> {
  const made = await openBench({
    directory: folder,
    against: 'HEAD~1',
    setup: null,
    run: 'cat "some where/value"',
    maxSeconds: 60,
    env: gitEnv,
    log: () => {},
    ...more,
  });
  open.push(made);
  return made;
}

const unknown = 'a'.repeat(40);

describe.each(['blob:none', 'tree:0'])('a partial clone with --filter=%s', (filter) => {
  let here: Repository;
  const lacks = () => here.git('rev-list', '--objects', '--all', '--missing=print').includes('\n?');
  beforeEach(() => {
    here = clone(at, `--filter=${filter}`);
    expect(lacks()).toBe(true);
  });

  it('has what git fetches for both sides', async () => {
    const { base, head } = await (await bench(here)).runRound(null);
    const texts = [base, head].map((of) => Buffer.from(of.benchmarks[0]?.bytes ?? []).toString());
    expect(texts).toEqual(['base\n', 'head\n']);
  });

  it('whose remote is gone names what is missing, and what to do', async () => {
    await offline(async () => {
      const error = await bench(here).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject(
        filter === 'blob:none'
          ? {
              file: 'some where/value',
              message: expect.stringContaining(`the base (${base.slice(0, 12)}) cannot be checked`),
            }
          : { message: expect.stringMatching(/^git rev-parse failed: this is a partial clone/) },
      );
      const object = filter === 'blob:none' ? blob : tree;
      expect(error).toMatchObject({
        message: expect.stringMatching(
          `${object} from promisor remote \\(fatal: .*git fetch --refetch --no-filter.*\`filter:\``,
        ),
      });
    });
    // What is advised helps.
    here.git('fetch', '--quiet', '--refetch', '--no-filter');
    await offline(async () => {
      await (await bench(here)).runRound(null);
    });
  });

  it('knows a revision that the remote does not from a remote that is gone', async () => {
    const named = (text: string) => namedCommit(gitIn(here.folder, gitEnv), text);
    for (const text of ['typo', unknown]) {
      await expect(named(text)).rejects.toThrow(
        new RegExp(`^git knows no revision "${text}" here or at the remote$`),
      );
      await offline(() =>
        expect(named(text)).rejects.toThrow(
          /in this partial clone, and origin does not answer \(.*does not appear to be a git repository.*--refetch/,
        ),
      );
    }
  });
});

describe('a shallow clone', () => {
  it('whose remote is gone says fetch-depth, and that it could not ask', async () => {
    const here = clone(at, '--depth=1');
    await offline(() =>
      expect(bench(here)).rejects.toThrow(
        /^git knows no revision "HEAD~1" in this shallow clone, and origin does not answer .*fetch-depth: 0/,
      ),
    );
  });

  it('that has not all commits of a range does not measure some of them', async () => {
    at.commit('other', 'more\n');
    at.commit('other', 'and more\n');
    const here = clone(at, '--depth=2');
    const of = (range: { base: string; head: string }) =>
      commitsOf(gitIn(here.folder, gitEnv), range);
    expect(await of({ base: 'HEAD~1', head: 'HEAD' })).toHaveLength(1);
    at.git('branch', 'old', base);
    await expect(of({ base: 'old', head: 'HEAD' })).rejects.toThrow(
      /^this shallow clone does not have all of old\.\.HEAD: .*fetch-depth: 0/,
    );
  });
});

it('an object that is gone from a whole clone is named', async () => {
  const here = clone(at);
  here.git('update-ref', 'refs/heads/broken', base);
  const packs = here.git('rev-parse', '--git-path', 'objects/pack');
  renameSync(`${here.folder}/${packs}`, `${here.folder}/packs`);
  await offline(() =>
    expect(namedCommit(gitIn(here.folder, gitEnv), 'broken')).rejects.toThrow(
      new RegExp(`^git knows no object ${base}, the revision "broken", in this clone, and origin`),
    ),
  );
});

it('a remote that wants a password is not waited for', async () => {
  const server = createServer((_, response) => {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as { port: number };
    at.git('remote', 'add', 'origin', `http://127.0.0.1:${port}/x`);
    const env = { ...gitEnv, GIT_TERMINAL_PROMPT: '1', GIT_ASKPASS: '' };
    await expect(namedCommit(gitIn(at.folder, env), 'typo')).rejects.toThrow(
      /origin does not answer \(.*terminal prompts disabled/,
    );
  } finally {
    server.close();
  }
});

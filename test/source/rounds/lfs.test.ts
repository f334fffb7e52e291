/** What Git LFS did not write into the trees is never measured in silence: a filter of ours in its place. */
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, type MeasureOptions, openBench } from '../../../src/source/rounds/bench.ts';
import { checkOutSubmodules } from '../../../src/source/rounds/submodules.ts';
import { gitEnv, type Repository, repository, temporary } from './repository.ts';

let at: Repository;
let store: string;
let lines: string[];
let open: Bench[];

/** As git-lfs: content goes to a store when it is added, and comes back when it is written. */
const filter = `#!/bin/sh
case $1 in
clean)
  cat > "$2/new"; oid=$(sha256sum < "$2/new" | cut -c 1-64); mv "$2/new" "$2/$oid"
  printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:%s\\nsize %s\\n' $oid $(wc -c < "$2/$oid");;
smudge)
  if [ "$GIT_LFS_SKIP_SMUDGE" ]; then exec cat; fi
  cat "$2/$(sed -n 's/^oid sha256://p')";;
esac
`;

/** What \`git lfs install\` does. */
function install(of: Repository): void {
  for (const way of ['clean', 'smudge']) {
    of.git('config', `filter.lfs.${way}`, `"${store}/filter" ${way} "${store}"`);
  }
}

const uninstall = (of: Repository) => of.git('config', '--remove-section', 'filter.lfs');

beforeEach(() => {
  [at, store, lines, open] = [repository(), temporary(), [], []];
  writeFileSync(join(store, 'filter'), filter);
  chmodSync(join(store, 'filter'), 0o755);
  install(at);
  at.write('.gitattributes', '[attr]large filter=lfs -text\n*.bin large\n');
  at.write('data/model.bin', 'content of the base\n');
  at.commit('data/other.bin', 'another\n');
  at.git('checkout', '--quiet', '-b', 'feature');
  at.commit('data/model.bin', 'content of the head\n');
});

afterEach(async () => {
  for (const bench of open) await bench.close();
  expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
});

async function bench(more: Partial<MeasureOptions> = {}): Promise<Bench> {
  const made = await openBench({
    directory: at.folder,
    against: 'merge-base',
    setup: null,
    run: 'cat data/model.bin',
    maxSeconds: 60,
    env: gitEnv,
    log: (line) => lines.push(line),
    ...more,
  });
  open.push(made);
  return made;
}

/** What each side was measured with. */
async function contents(of: Bench): Promise<string[]> {
  const { base, head } = await of.runRound(null);
  return [base, head].map(({ benchmarks: [file] }) => Buffer.from(file?.bytes ?? []).toString());
}

const files = ['content of the base\n', 'content of the head\n'];
const pointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\noid /;

function forgetBase(): void {
  const [base = ''] = readdirSync(store).filter(
    (name) => readFileSync(join(store, name), 'utf8') === files[0],
  );
  rmSync(join(store, base));
}

describe('where the checkout has the files', () => {
  it('both sides have theirs', async () => {
    const made = await bench();
    expect(await contents(made)).toEqual(files);
    expect(await made.doubts()).toEqual([]);
  });

  it('pointers are refused: without Git LFS', async () => {
    uninstall(at);
    await expect(bench()).rejects.toMatchObject({
      file: 'data/model.bin',
      message: expect.stringMatching(
        /^data\/model\.bin: the base(?: and the head)? would be measured with the pointer of Git LFS .*\(and 1 more\).*: run git lfs install && git lfs pull .*`lfs: true`/,
      ),
    });
  });

  it('pointers are refused: with a variable that makes it leave them', async () => {
    const env = { ...gitEnv, GIT_LFS_SKIP_SMUDGE: '1' };
    await expect(bench({ env })).rejects.toThrow(/model\.bin: .*: unset GIT_LFS_SKIP_SMUDGE, run/);
  });

  it('pointers are refused: where the file of one side cannot be had', async () => {
    forgetBase();
    await expect(bench()).rejects.toThrow(
      /^data\/model\.bin: the base would be measured with the pointer of Git LFS in place of this file, /,
    );
  });

  it('a filter that fails, as git-lfs does without its server, says what to fetch', async () => {
    forgetBase();
    at.git('config', 'filter.lfs.required', 'true');
    await expect(bench()).rejects.toThrow(
      /^the base \(\w{12}\) cannot be checked out: .*data\/model\.bin: smudge filter lfs failed; .*git lfs fetch --all$/,
    );
  });

  it('pointers are refused: of a file that only the base has', async () => {
    at.git('rm', '--quiet', 'data/model.bin');
    at.git('commit', '--quiet', '--message', 'removed');
    const env = { ...gitEnv, GIT_LFS_SKIP_SMUDGE: '1' };
    await expect(bench({ env, run: 'true' })).rejects.toThrow(/^data\/model\.bin: the base would/);
  });

  it('pointers are refused: in a submodule', async () => {
    const outer = repository();
    const local = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add'];
    outer.git(...local, at.folder, 'sub');
    outer.git('commit', '--quiet', '--message', 'with a submodule');
    outer.commit('value', '1');
    outer.write('sub/data/model.bin', 'content of the head\n');
    outer.git('-C', 'sub', 'update-index', '--assume-unchanged', 'data/model.bin');
    const env = { ...gitEnv, GIT_ALLOW_PROTOCOL: 'file' };
    const more = { directory: outer.folder, env, against: 'HEAD~1', prepare: checkOutSubmodules };
    const setup = 'git submodule --quiet update --init';
    for (const way of [more, { ...more, prepare: undefined, setup }])
      await expect(bench(way)).rejects.toThrow(
        /^sub\/data\/model\.bin: the base and the head would/,
      );
    expect(outer.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  });

  it('setup may fetch what git did not', async () => {
    const env = { ...gitEnv, GIT_LFS_SKIP_SMUDGE: '1' };
    const setup = `for file in data/*; do "${store}/filter" smudge "${store}" < $file > new; mv new $file; done`;
    const fetched = await bench({ env, setup: `unset GIT_LFS_SKIP_SMUDGE; ${setup}` });
    expect(await contents(fetched)).toEqual(files);
    expect(await fetched.doubts()).toEqual([]);
    expect(lines[0]).toMatch(
      /^data\/model\.bin: unless setup fetches it, the base and the head would/,
    );
    await expect(bench({ env, setup: 'true' })).rejects.toThrow(
      /model\.bin: the base and the head/,
    );
  });
});

describe('where the checkout has pointers itself', () => {
  beforeEach(() => {
    uninstall(at);
    rmSync(join(at.folder, 'data'), { recursive: true });
    at.git('checkout', '--quiet', '--', 'data');
  });

  it('they are measured, and it is told', async () => {
    at.git('branch', '--force', 'main', 'HEAD');
    at.commit('value', '1');
    const made = await bench();
    expect(await contents(made)).toEqual([expect.stringMatching(pointer), expect.anything()]);
    expect(await made.doubts()).toEqual([
      {
        kind: 'policy',
        message: expect.stringMatching(
          /in place of data\/model\.bin \(and 1 more\), as the checkout/,
        ),
      },
    ]);
  });

  it('a change of one is not measured, and that is never a pass', async () => {
    expect(await (await bench()).doubts()).toEqual([
      {
        kind: 'unmeasured',
        message: expect.stringMatching(
          /in place of data\/model\.bin, as .* the two sides have different ones: what changed/,
        ),
      },
    ]);
  });
});

it('a file that only looks like a pointer is what it is', async () => {
  at.commit('text', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n');
  at.commit('long.bin', `version https://git-lfs.github.com/spec/v1\n${'x'.repeat(1100)}`);
  const made = await bench();
  expect(await made.doubts()).toEqual([]);
});

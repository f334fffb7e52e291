/** `flamegate measure` with other tools than Go, as examples/tools has them: a slower head fails. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitEnv, repository, temporary } from '../source/rounds/repository.ts';
import { cli } from './program.ts';

const root = resolve(import.meta.dirname, '../..');

const succeeds = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** What is slower here is so by far; what is not need not be shown to be the same. */
const few = ['--max-rounds', '6'];

const tools = [
  {
    tool: 'cpp',
    there: () =>
      spawnSync('g++', ['-x', 'c++', '-fsyntax-only', '-'], {
        input: '#include <benchmark/benchmark.h>',
      }).status === 0,
    slower: /^BM_Find\/4096\s.* slower/m,
    same: /^BM_Sum\s.* slower/m,
  },
  {
    tool: 'python',
    there: () => succeeds('python3', '-c', 'import pytest_benchmark'),
    slower: /test_count\s.* slower/m,
    same: /test_longest\s.* slower/m,
  },
  {
    tool: 'command',
    there: () => succeeds('awk', 'BEGIN { }'),
    slower: /^Command\/sh_report\.sh\S*\s+sec\/op\s.* slower/m,
    same: null,
  },
];

describe.each(tools)('$tool', ({ tool, there, slower, same }) => {
  const isThere = there();
  const skipped = isThere ? '' : ' (skipped: its tools are not installed)';

  it.skipIf(!isThere)(`that got slower fails${skipped}`, { timeout: 240_000 }, () => {
    const at = repository();
    cpSync(join(root, 'examples/tools', tool), at.folder, { recursive: true });
    at.git('add', '--all');
    at.git('commit', '--quiet', '--message', tool);
    at.git('apply', 'slow.patch');
    const path = temporary();
    const shim = join(path, 'flamegate');
    writeFileSync(
      shim,
      `#!/bin/sh\nexec "${process.execPath}" ${cli.map((word) => `"${word}"`).join(' ')} "$@"\n`,
    );
    chmodSync(shim, 0o755);
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['measure.sh', ...few, '--against', 'HEAD'],
      {
        cwd: at.folder,
        encoding: 'utf8',
        env: { ...gitEnv, PATH: `${path}${delimiter}${process.env.PATH}` },
      },
    );
    expect(stdout, stderr).toMatch(slower);
    if (same !== null) expect(stdout).not.toMatch(same);
    expect(status).toBe(1);
    expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  });
});

/** `flamegate completion` in the shells themselves, and the examples of every `--help`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-completion-'));
  writeFileSync(join(folder, 'bench.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], input = '') {
  const env = { PATH: process.env.PATH, HOME: folder, TERM: 'dumb' };
  return spawnSync(command, args, { cwd: folder, encoding: 'utf8', env, input });
}
const flamegate = (...args: string[]) => run(process.execPath, [cli, ...args]);
const has = (shell: string): boolean => run(shell, ['-c', ':']).status === 0;

/** What each shell offers behind these words. */
const offers: Readonly<Record<string, (line: string) => string[]>> = {
  bash: (line) => {
    const words = line.split(' ').map((word) => `'${word}'`);
    const { stdout, stderr } = run('bash', [
      '-c',
      `eval "$('${process.execPath}' '${cli}' completion bash)" && complete -p flamegate >&2
       COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _flamegate; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ]);
    expect(stderr).toBe('complete -o default -F _flamegate flamegate\n');
    return stdout.split('\n').filter((word) => word !== '');
  },
  zsh: (line) => {
    const words = line.split(' ');
    const { stdout, stderr } = run('zsh', [
      '-fc',
      `compdef() { :; }; compadd() { shift; print -l -- "$@"; }
       _files() { print files; }; _describe() { print -l -- "\${(@P)@[-1]}"; }
       source <('${process.execPath}' '${cli}' completion zsh)
       words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; PREFIX='${words.at(-1)}'; _flamegate`,
    ]);
    expect(stderr).toBe('');
    const last = words.at(-1) ?? '';
    const found = stdout.split('\n').map((word) => word.split(':')[0] ?? '');
    return found.filter((word) => word !== '' && word !== 'files' && word.startsWith(last));
  },
  fish: (line) => {
    const { stdout, stderr } = run('fish', [
      ...['--no-config', '-c'],
      `'${process.execPath}' '${cli}' completion fish | source; complete -C '${line}'`,
    ]);
    expect(stderr).toBe('');
    return stdout
      .split('\n')
      .map((word) => word.split('\t')[0] ?? '')
      .filter((word) => word !== '' && word !== 'bench.txt');
  },
};

describe.each(Object.keys(offers))('%s', (shell) => {
  it.for<[string, string[]]>([
    ['flamegate me', ['measure', 'merge']],
    ['flamegate baseline ', ['check', 'help']],
    ['flamegate gate --format j', ['json', 'junit']],
    ['flamegate top --format ', ['csv', 'json', 'text']],
    ['flamegate gate --base', ['--baseline']],
    ['flamegate measure --base', ['--base-cmd']],
    ['flamegate baseline check --work', ['--workflow']],
    ['flamegate completion ', ['bash', 'fish', 'zsh']],
    ['flamegate gate --benchmarks ', []],
    ['flamegate diff ', []],
  ])('completes %j', ([line, expected], context) => {
    context.skip(!has(shell), `there is no ${shell} on this machine`);
    const words = offers[shell]?.(line) ?? [];
    expect(words.filter((word) => word !== 'help' || expected.includes('help')).sort()).toEqual(
      expected.filter((word) => word !== 'help' || words.includes('help')),
    );
  });
});

it('every flag of every command is in the script of every shell', () => {
  const source = readFileSync(join(root, 'src/entry/cli.ts'), 'utf8');
  const flags = [...source.matchAll(/'(?:-\w, )?--([a-z-]+)/g)].map(([, flag]) => flag ?? '');
  expect(flags.length).toBeGreaterThan(50);
  for (const shell of Object.keys(offers)) {
    const { stdout } = flamegate('completion', shell);
    const dashes = shell === 'fish' ? '-l ' : '--';
    for (const flag of flags) expect(stdout).toContain(`${dashes}${flag}`);
  }
});

describe('the help', () => {
  const commands = [
    ...[
      'gate',
      'measure',
      'diff',
      'top',
      'tags',
      'merge',
      'leaks',
      'record',
      'import',
      'baseline check',
      'fetch',
      'init',
      'formats',
    ],
    'completion',
  ];

  it('names every command', () => {
    const names = [...flamegate('--help').stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, of]) => of);
    expect(names.filter((of) => of !== 'help').sort()).toEqual(
      commands.map((of) => of.split(' ')[0]).sort(),
    );
  });

  it.for(commands)('of %s ends with examples that it understands', (command, context) => {
    const [, text = ''] = flamegate(...command.split(' '), '--help').stdout.split('\nExamples:\n');
    const lines = text.trim().split('\n');
    expect(text).toContain(`flamegate ${command}`);
    context.skip(!has('bash'), 'there is no bash to read the examples');
    for (const line of lines) {
      // What stands behind the command is a remark. Nothing is measured: there is no repository here.
      const example = line.trim().replace(/\s{3,}.*$/, '');
      if (example.includes('| source') || example.startsWith('source')) continue; // of another shell
      const script = `flamegate() { '${process.execPath}' '${cli}' "$@"; }\ngo() { :; }\n${example}`;
      const quick = command === 'measure' ? script.replace("'gzip -k -f in'", "'exit 9'") : script;
      const { stderr } = run('bash', ['-c', quick]);
      expect([example, stderr]).toEqual([
        example,
        expect.not.stringMatching(/^error: |command not found/m),
      ]);
    }
  });
});

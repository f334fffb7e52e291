/**
 * One shell command in its own process group: its wall time, the CPU time of all its processes, and
 * what it printed, in files. Nothing it started outlives it. What its failure means is bench.ts.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { endGroup, ownGroup, stopGroup, watchGroup } from './group.ts';

export interface Command {
  readonly text: string;
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Files that standard output, standard error and the CPU times are written to. */
  readonly files: { readonly stdout: string; readonly stderr: string; readonly times: string };
  /** The CPU to run on, or null for any. */
  readonly pin: number | null;
  readonly limitSeconds: number;
  /** What it leaves running (a server that `setup` started) is left to the caller's `endGroup`. */
  readonly keepGroup?: boolean;
  /** Called with the group once it runs; what it returns, once it has ended. */
  readonly watch?: ((group: number) => () => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Ended {
  /** Of the process group; undefined where nothing could be started. */
  readonly pid: number | undefined;
  readonly wallSeconds: number;
  /** User and system time of every process that was waited for; NaN where no shell tells. */
  readonly cpuSeconds: number;
  readonly how:
    | { readonly kind: 'exit'; readonly status: number }
    | { readonly kind: 'signal'; readonly signal: string }
    | { readonly kind: Stop }
    | { readonly kind: 'unstarted'; readonly reason: string };
}

/** Why a command was stopped. */
type Stop = 'limit' | 'output' | 'cancelled';

/** More output than benchmarks have: a command in a loop would fill the disk. */
const outputLimit = 256 * 2 ** 20;

export async function runCommand(command: Command): Promise<Ended> {
  const { files } = command;
  const [out, err] = [openSync(files.stdout, 'w'), openSync(files.stderr, 'w')];
  try {
    const { program, args, verbatim } = invocation(command);
    const start = process.hrtime.bigint();
    const child = spawn(program, args, {
      cwd: command.directory,
      env: command.env as NodeJS.ProcessEnv,
      // Files, not pipes: nobody has to read while the command is measured.
      stdio: ['ignore', out, err],
      ...ownGroup,
      windowsVerbatimArguments: verbatim,
    });
    const unwatch = child.pid === undefined ? undefined : command.watch?.(child.pid);
    const how = await ending(child, command, [out, err]);
    const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
    unwatch?.();
    if (child.pid !== undefined && command.keepGroup !== true) endGroup(child.pid);
    const times = await readFile(files.times, 'utf8').catch(() => '');
    return { pid: child.pid, wallSeconds, cpuSeconds: cpuSeconds(times), how };
  } finally {
    closeSync(out);
    closeSync(err);
  }
}

function ending(child: ChildProcess, command: Command, outputs: number[]): Promise<Ended['how']> {
  const { pid } = child;
  if (pid !== undefined) watchGroup(pid);
  return new Promise((resolve) => {
    let stopped: { readonly why: Stop; readonly gone: Promise<void> } | null = null;
    const stop = (why: Stop) => {
      if (stopped === null && pid !== undefined) stopped = { why, gone: stopGroup(pid) };
    };
    const cancel = () => stop('cancelled');
    const limit = setTimeout(
      () => stop('limit'),
      Math.min(command.limitSeconds * 1000, 2 ** 31 - 1),
    );
    const watch = setInterval(() => {
      if (outputs.some((file) => fstatSync(file).size > outputLimit)) stop('output');
    }, 1000);
    const settle = async (how: Ended['how']) => {
      clearTimeout(limit);
      clearInterval(watch);
      command.signal?.removeEventListener('abort', cancel);
      // The shell ends at once when it is asked to; what it ran may have to tidy up first.
      await stopped?.gone;
      resolve(stopped === null ? how : { kind: stopped.why });
    };
    command.signal?.addEventListener('abort', cancel);
    if (command.signal?.aborted) cancel();
    child.once('error', (error) => settle({ kind: 'unstarted', reason: error.message }));
    child.once('exit', (status, signal) =>
      settle(signal === null ? { kind: 'exit', status: status ?? -1 } : { kind: 'signal', signal }),
    );
  });
}

/**
 * The outer shell waits for the inner one and writes what POSIX `times` says of its children: the
 * user and system time of every process that was waited for, as the kernel counted it. The inner
 * one is the user's alone, so that no `trap` or `exec` of theirs is in the way.
 */
const outer = `shell=$1 options=$2 command=$3 file=$4
"$shell" $options -c "$command"
status=$?
times >"$file"
exit $status`;

interface Invocation {
  readonly program: string;
  readonly args: readonly string[];
  readonly verbatim: boolean;
}

function invocation({ text, files, pin, env }: Command): Invocation {
  const shell = shellIn(env);
  if (shell === null) {
    const program = env.ComSpec ?? env.COMSPEC ?? 'cmd.exe';
    return { program, args: ['/d', '/s', '/c', `"${text}"`], verbatim: true };
  }
  const bash = /bash(\.exe)?$/.test(shell);
  const args = ['-c', outer, 'flamegate', shell, bash ? '-e -o pipefail' : '-e', text, files.times];
  if (pin === null) return { program: shell, args, verbatim: false };
  return { program: 'taskset', args: ['-c', String(pin), shell, ...args], verbatim: false };
}

/** bash where it is, as in a workflow's `shell: bash`; else sh; null for Windows' own. */
function shellIn(env: Command['env']): string | null {
  if (process.platform === 'win32') {
    // The bash in System32 is a Linux system of its own: only Git's is meant.
    const git = join(env.ProgramFiles ?? 'C:\\Program Files', 'Git', 'bin', 'bash.exe');
    return existsSync(git) ? git : null;
  }
  const directories = (env.PATH ?? '').split(delimiter).filter((directory) => directory !== '');
  const bash = directories.map((directory) => join(directory, 'bash')).find(existsSync);
  return bash ?? '/bin/sh';
}

/** The second line of `times` is about children: `0m1.234s 0m0.100s`, in some locales with commas. */
function cpuSeconds(times: string): number {
  const [, children = ''] = times.split('\n');
  const found = [...children.matchAll(/(\d+)m(\d+)[.,](\d+)s/g)];
  if (found.length !== 2) return Number.NaN;
  return found.reduce((sum, [, m, s, part]) => sum + Number(m) * 60 + Number(`${s}.${part}`), 0);
}

/**
 * Process groups: a command with everything it started, so that all of it can be ended. Windows has
 * none; there the tree below a process is ended by the system's own program.
 */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** For `spawn`: the child leads a group of its own. */
export const ownGroup = { detached: process.platform !== 'win32' } as const;

/** Between asking a group to end and ending it. GitHub gives a cancelled job 7.5 s. */
const graceMilliseconds = 2000;

/** Groups that may still live: `endAllGroups` is for a process that ends at once. */
const groups = new Set<number>();

/** To be called for each child that was started with `ownGroup`, and `forgetGroup` where nothing is left. */
export function watchGroup(pid: number): void {
  groups.add(pid);
}

export function forgetGroup(pid: number): void {
  groups.delete(pid);
}

/**
 * Asks everything of the group to end, and ends what has not after two seconds. Resolves when nobody
 * is left of it: also those that its leader did not wait for.
 */
export async function stopGroup(pid: number): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  const end = performance.now() + graceMilliseconds;
  while (lives(pid) && performance.now() < end) await sleep(20);
  endGroup(pid);
}

/** Ends whatever of the group is left. */
export function endGroup(pid: number): void {
  signalGroup(pid, 'SIGKILL');
  groups.delete(pid);
}

export function endAllGroups(): void {
  for (const pid of groups) endGroup(pid);
}

function lives(pid: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}

function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }).once(
      'error',
      () => {},
    );
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

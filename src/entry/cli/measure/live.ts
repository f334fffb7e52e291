/**
 * Live progress at the foot of a terminal: report/live.ts's lines, drawn again once a second and
 * after each round; what is logged stands above them. Where standard error is no terminal, or in a
 * CI job, there is none, and the rounds are lines as ever.
 */
import { spawnSync } from 'node:child_process';
import type { Looked } from '../../../flow/measure.ts';
import { logLine } from '../../../report/escape.ts';
import { type LiveState, liveLines } from '../../../report/live.ts';
import type { Live } from '../../../source/rounds/progress.ts';

export interface LiveDisplay {
  readonly live: Live;
  readonly log: (line: string) => void;
  readonly looked: (found: Looked) => void;
  /** Takes the lines away, and gives the keyboard back. */
  readonly close: () => void;
}

type Out = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'rows' | 'write'>;
type Keys = Pick<NodeJS.ReadStream, 'isTTY' | 'setRawMode' | 'resume' | 'pause' | 'on' | 'off'>;

/** Null where nobody watches. `firstLook`: rounds before anything is looked at. */
export function liveDisplay(
  firstLook: number,
  env: Readonly<Record<string, string | undefined>>,
  out: Out = process.stderr,
  keys: Keys | null = process.stdin,
): LiveDisplay | null {
  const isWatched = out.isTTY === true && env.TERM !== 'dumb' && !isSet(env.CI);
  if (!isWatched) return null;
  let state: LiveState = {
    ...{
      verdict: null,
      open: [],
      seeksCause: false,
      count: 0,
      most: 0,
      firstLook,
      left: 0,
      keys: 'none',
    },
  };
  let [drawn, drawnAt, isStarted, isClosed] = [0, performance.now(), false, false];
  const draw = (above = '') => {
    const erase = drawn === 0 ? '' : `\x1b[${drawn}A\r\x1b[J`;
    const left = state.left - (performance.now() - drawnAt) / 1000;
    const size = { columns: out.columns || 80, rows: Math.min(out.rows || 24, 40) };
    const lines = isStarted && !isClosed ? liveLines({ ...state, left }, size) : [];
    drawn = lines.length;
    // Without wrapping: a line that is too wide by a character would be two.
    const block = lines.length === 0 ? '' : `\x1b[?7l${lines.join('\n')}\n\x1b[?7h`;
    out.write(`${erase}${above}${block}`);
  };
  const timer = setInterval(draw, 1000).unref();
  const release = hear(keys, () => {
    state = { ...state, keys: 'stopping' };
    draw();
  });
  if (release !== null) state = { ...state, keys: 'heard' };
  return {
    live: {
      round: ({ count, most, left }) => {
        [isStarted, drawnAt] = [true, performance.now()];
        state = { ...state, count, most, left };
        draw();
      },
      enough: () => state.keys === 'stopping',
    },
    log: (line) => draw(`${logLine(line)}\n`),
    looked: ({ verdict, open, done }) => {
      state = { ...state, verdict, open, seeksCause: open.length === 0 && !done };
      draw();
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      clearInterval(timer);
      release?.();
      draw();
    },
  };
}

const isSet = (text: string | undefined): boolean =>
  text !== undefined && !['', '0', 'false'].includes(text);

const interrupt = '\x03';

/** Calls back for `q`; Ctrl-C stays what it is. Null where there is no keyboard that is ours. */
function hear(keys: Keys | null, stop: () => void): (() => void) | null {
  if (keys === null || keys.isTTY !== true || !isForeground()) return null;
  const pressed = (bytes: Buffer) => {
    const text = bytes.toString('latin1');
    if (text.includes(interrupt)) process.kill(process.pid, 'SIGINT');
    if (/q/i.test(text)) stop();
  };
  const restore = () => keys.setRawMode(false);
  keys.setRawMode(true);
  keys.resume();
  keys.on('data', pressed);
  process.once('exit', restore);
  return () => {
    keys.off('data', pressed);
    restore();
    keys.pause();
    process.removeListener('exit', restore);
  };
}

/** A job in the background that sets the terminal is stopped by the system. */
function isForeground(): boolean {
  const args = ['-o', 'pgid=', '-o', 'tpgid=', '-p', String(process.pid)];
  const { stdout } = spawnSync('ps', args, { encoding: 'utf8' });
  const [own, front] = (stdout ?? '').trim().split(/\s+/);
  return own !== undefined && own === front;
}

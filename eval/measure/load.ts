/**
 * A process that competes: it works for a while and rests for a while, both drawn anew each time, so
 * that some rounds have company and others not, and some half a round.
 */
import { type ChildProcess, spawn } from 'node:child_process';

const program = `
const [seed, most] = process.argv.slice(1).map(Number);
let state = seed >>> 0;
const draw = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const turn = () => {
  const end = performance.now() + draw() * most * 1000;
  while (performance.now() < end) Math.sqrt(draw());
  setTimeout(turn, draw() * most * 1000);
};
turn();
// Whoever started it is gone, in whatever way.
process.stdin.on('end', () => process.exit()).resume();
`;

/** Each turn takes up to `most` seconds. The caller ends it with `kill`. */
export const startLoad = (seed: number, most: number): ChildProcess =>
  spawn(process.execPath, ['-e', program, String(seed), String(most)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });

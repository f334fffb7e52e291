/**
 * Work that was not finished has decided nothing. A promise that nobody settles holds no event loop
 * open: where nothing else is waited for, Node ends, silently and with status 0. So the status is 2
 * from the first line on, and whoever has finished the work says with which it ends.
 *
 * It imports nothing and is what an entry loads first: everything that may fail comes after it.
 */

let step = 'loading its own code';
let finished = false;

/** Status 2 until `finish`. Where Node ends before that, `tell` gets one line that says so. */
export function begin(tell: (line: string) => void): void {
  process.exitCode = 2;
  // Not at `beforeExit`: who waits in vain learns it there, and may go on (store/within.ts).
  process.once('exit', () => {
    if (finished) return;
    process.exitCode = 2; // an exception that nobody caught has made it 1
    tell(
      `stopped before its work was done, while ${step}: this is neither a pass nor a fail; run it again, and please report it when it happens twice`,
    );
  });
}

/** What is done from now on; it completes "stopped while ...". Never a text from outside. */
export function doing(what: string): void {
  step = what;
}

/** All the work is done, and this is what came out. */
export function finish(status: number): void {
  finished = true;
  process.exitCode = status;
}

/**
 * The lines by which go test says that the measured program failed.
 *
 * One failure leaves several: `--- FAIL: BenchmarkX`, then `FAIL`, `exit status 1`,
 * `FAIL <package> 0.5s` and a last `FAIL` for the whole command. Each failure is reported once, at
 * its most telling line: strong lines name it, weak lines only count where no strong one did.
 */
import type { Warning } from '../../model/warning.ts';
import { quote } from '../../text/quote.ts';

export interface Failures {
  readonly file: string;
  /** Failures found so far. */
  readonly warnings: Warning[];
  /** A failure of this package has been reported. */
  reported: boolean;
  /** The line of the last report, and the test or benchmark it named. */
  lastLine: number;
  lastName: string;
  /** A weak line that still waits for a strong one. */
  weak: { readonly line: number; readonly text: string } | null;
  /** A package's FAIL line has been read: a bare FAIL has its own, or is the whole command's. */
  byPackage: boolean;
}

export function noFailures(file: string): Failures {
  return {
    file,
    warnings: [],
    reported: false,
    lastLine: 0,
    lastName: '',
    weak: null,
    byPackage: false,
  };
}

/** Takes the line if it tells of a failure, and says whether it did. `line` counts from 1. */
export function takeFailure(failures: Failures, text: string, line: number): boolean {
  const failed = /^--- FAIL: (\S+)/.exec(text);
  if (failed !== null) {
    // A parent fails because its child did, and says so after it.
    const name = (failed[1] ?? '').replace(/-\d+$/, '');
    if (!failures.lastName.startsWith(`${name}/`)) {
      report(failures, text, line);
      failures.lastName = name;
    }
    return true;
  }
  if (/^(?:panic: |fatal error: |\*\*\* Test killed)/.test(text)) {
    // A test that panics prints its --- FAIL on the line before.
    if (!failures.reported || failures.lastLine !== line - 1) report(failures, text, line);
    return true;
  }
  if (text.startsWith('FAIL\t')) {
    if (!failures.reported) {
      const cause = failures.weak === null ? '' : ` (${failures.weak.text})`;
      report(failures, text + cause, failures.weak?.line ?? line);
    }
    forget(failures);
    failures.byPackage = true;
    return true;
  }
  if (text === 'FAIL' || /^(?:exit status \d+$|signal: )/.test(text)) {
    if (!(failures.byPackage && text === 'FAIL')) takeWeak(failures, text, line);
    return true;
  }
  return false;
}

/** A sign of failure that a stronger one may follow. */
export function takeWeak(failures: Failures, text: string, line: number): void {
  if (!failures.reported) failures.weak ??= { line, text };
}

/** Another package, program or result begins, or the file ends: what waited is reported. */
export function settleFailures(failures: Failures): void {
  if (failures.weak !== null && !failures.reported) {
    report(failures, failures.weak.text, failures.weak.line);
  }
  forget(failures);
}

function forget(failures: Failures): void {
  failures.reported = false;
  failures.lastName = '';
  failures.weak = null;
}

function report(failures: Failures, text: string, line: number): void {
  failures.warnings.push({
    kind: 'failed',
    file: failures.file,
    line,
    message: `the measured program failed: ${quote(text)}`,
  });
  failures.reported = true;
  failures.lastLine = line;
  failures.weak = null;
}

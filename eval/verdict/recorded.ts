/**
 * Runs that were recorded for these tables (`record.sh`), as `pack.ts` packed them: benchmarks of Go's
 * standard library on one machine, first left alone, then used for other work; two passes a job.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export const recordedFile = join(import.meta.dirname, 'recorded.json.gz');

/** What one job measured. */
export interface Passes {
  readonly job: number;
  /** Of the day, when the job ended. */
  readonly time: string;
  /** The load of the last minute: 1 is the benchmark itself. */
  readonly load: number;
  readonly kind: 'quiet' | 'loaded';
  /** By pass and benchmark: samples in seconds, in the order they were measured. */
  readonly passes: readonly (readonly (readonly number[])[])[];
}

export interface Recorded {
  readonly cpu: string;
  readonly names: readonly string[];
  readonly jobs: readonly Passes[];
}

export const readRecorded = (): Recorded =>
  JSON.parse(gunzipSync(readFileSync(recordedFile)).toString('utf8'));

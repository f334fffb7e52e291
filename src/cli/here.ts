/** What `measure` and `gate --run` share: flags become a measurement on this machine. */
import { resolve } from 'node:path';
import type { Format } from '../bench/index.ts';
import { type Config, readOptions } from '../config.ts';
import { listenForInterruption } from '../measure/interrupt.ts';
import { environmentHere } from '../measure/machine.ts';
import { InputError } from '../model.ts';
import { logLine } from '../report/escape.ts';
import { type Look, type MeasuredRounds, measureRounds } from '../rounds.ts';
import { looks } from '../stats/spending.ts';
import { type Flags, rowOptions } from './flags.ts';

type LookAt = Parameters<typeof measureRounds>[2];

export interface Here {
  readonly looks: ReturnType<typeof looks>;
  readonly measure: (
    only: readonly string[] | null,
    look: (...rounds: Parameters<LookAt>) => Look,
  ) => Promise<MeasuredRounds>;
  /** 130 after Ctrl-C, 143 after SIGTERM; null when nothing stopped it. */
  readonly interrupted: () => number | null;
}

/** Throws InputError for a seed that is none. Progress goes to standard error. */
export function measurerHere(flags: Flags, config: Config, format: Format | null): Here {
  const plan = looks(config.maxRounds);
  const seed = flags.seed === undefined ? undefined : parseSeed(flags.seed);
  let status: number | null = null;
  return {
    looks: plan,
    interrupted: () => status,
    measure: async (only, look) => {
      const interruption = listenForInterruption();
      try {
        return await measureRounds(
          {
            directory: process.cwd(),
            against: config.against,
            ...pullRequest(process.env),
            setup: flags.setup ?? null,
            run: flags.run ?? '',
            seed,
            pin: flags.pin,
            maxSeconds: config.maxTime,
            env: process.env,
            log: (line) => process.stderr.write(`${logLine(line)}\n`),
            signal: interruption.signal,
            looks: plan,
            format,
            environment: environmentHere(),
            tables: { ...readOptions(config), ...rowOptions(flags) },
            redact: config.redact,
            workspace: process.env.GITHUB_WORKSPACE,
            keep: flags.keep === undefined ? null : resolve(flags.keep),
          },
          only,
          look,
        );
      } finally {
        status = interruption.status();
        interruption.release();
      }
    },
  };
}

/** In a GitHub job the checkout is a merge that GitHub made, and the base branch has a name. */
function pullRequest(env: Readonly<Record<string, string | undefined>>) {
  const merge = /^refs\/pull\/\d+\/merge$/.test(env.GITHUB_REF ?? '');
  return {
    pullMerge: merge ? env.GITHUB_SHA : undefined,
    baseBranch: env.GITHUB_BASE_REF || undefined,
  };
}

function parseSeed(text: string): number {
  const seed = Number(text.trim() === '' ? Number.NaN : text);
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed;
  throw new InputError(`--seed ${text} must be a whole number below 4294967296`);
}

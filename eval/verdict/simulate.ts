/**
 * Clean pull requests as shared CI runners would measure them: code that did not change.
 *
 * On the log scale a value is
 *
 *     benchmark + machine (its CPU model) + run (shift of the suite, own effect) + sample
 *
 * Every parameter is fitted to figures of measured runs (docs/statistics.md, "What the data
 * say"); `figures.ts` prints what the simulation gives beside each of them.
 */
import type { Job, PullRequest, Rounds } from './pullrequest.ts';
import { type Random, random } from './random.ts';

export const parameters = {
  benchmarks: 100,
  /** `-count` of a run. */
  samples: 10,
  /** Runs of main that are stored, on any machine. */
  history: 40,
  /**
   * CPU models: how often the runner has it, and its speed against the first (log). Fitted to
   * gofiber's ubuntu-latest runs: 60 %, 31 % at -5 %, 9 % at -30 %.
   */
  cpus: [
    { name: 'A', share: 0.6, speed: 0 },
    { name: 'B', share: 0.31, speed: -0.05 },
    { name: 'C', share: 0.09, speed: -0.3 },
  ],
  /** A CPU model's own effect on each benchmark: gofiber 5.4 to 8.2 %. */
  cpuSpecific: 0.07,
  /** Between-run scale of a benchmark: median and sd of its log. */
  between: { median: 0.0085, spread: 0.6 },
  /** Within-run sd of a benchmark: median and sd of its log. Fitted to power on one runner. */
  within: { median: 0.012, spread: 0.85 },
  /** How alike the two are over benchmarks. */
  correlation: 0.5,
  /** Run effects are t with 2 degrees of freedom, and with 1 in this share of benchmarks. */
  wild: 0.15,
  /** In bad runs the effects of all benchmarks are so many times larger. */
  bad: { share: 0.1, factor: 5 },
  /** Run effects level off here: a ratio of 2 between runs is rare (0.03 %). */
  limit: 0.6,
  /** The suite's own shift, t with 3 degrees of freedom: beyond 3 % in 5 to 23 % of runs. */
  shift: 0.012,
  /** The part of a sample's variance that both sides of a round share. */
  shared: 0.25,
} as const;

/**
 * A host of its own that does nothing else: one CPU, runs that differ by a third of a per cent, now and
 * then a run that is a few times as wide. Fitted to nothing: no such host was at hand, and what this
 * gives is what the rule does where a host is as quiet as that.
 */
export const quietHost: Machine = {
  ...parameters,
  cpus: [{ name: 'A', share: 1, speed: 0 }],
  between: { median: 0.003, spread: 0.5 },
  within: { median: 0.005, spread: 0.5 },
  wild: 0.02,
  bad: { share: 0.03, factor: 3 },
  limit: 0.06,
  shift: 0.001,
};

type Machine = {
  readonly [name in keyof typeof parameters]: Wider<(typeof parameters)[name]>;
};
type Wider<T> = T extends number
  ? number
  : T extends readonly (infer One)[]
    ? readonly Wider<One>[]
    : T extends string
      ? string
      : { readonly [name in keyof T]: Wider<T[name]> };

/** The benchmarks and machines of one project. */
interface Project {
  readonly centers: readonly number[];
  readonly between: readonly number[];
  readonly wild: readonly boolean[];
  readonly within: readonly number[];
  /** Log speed of each CPU model for each benchmark. */
  readonly machines: readonly (readonly number[])[];
}

/** The clean pull request number `index`: a project of its own, its history and its head. */
export function simulate(
  seed: number,
  index: number,
  benchmarks: number = parameters.benchmarks,
  runs: number = parameters.history,
  machine: Machine = parameters,
): PullRequest {
  const r = random(seed, index);
  const project = drawProject(r, benchmarks, machine);
  const head = drawJob(r, project, machine);
  const history: Job[] = [];
  for (let i = 0; i < runs; i++) {
    history.push(drawJob(r, project, machine));
  }
  let again = drawJob(r, project, machine);
  while (again.cpu !== head.cpu) again = drawJob(r, project, machine);
  return {
    history,
    head,
    again,
    rounds: (benchmark, count) =>
      drawRounds(random(seed + 1, index * 1009 + benchmark), project.within[benchmark] ?? 0, count),
  };
}

function drawProject(r: Random, benchmarks: number, machine: Machine): Project {
  const { between, within, wild, correlation, cpus, cpuSpecific } = machine;
  const centers: number[] = [];
  const betweens: number[] = [];
  const withins: number[] = [];
  const wilds: boolean[] = [];
  const machines: number[][] = cpus.map(() => []);
  for (let b = 0; b < benchmarks; b++) {
    const [z, own] = [r.normal(), r.normal()];
    centers.push(Math.log(1e-6) + 2 * r.normal());
    wilds.push(r.uniform() < wild);
    withins.push(within.median * Math.exp(within.spread * z));
    betweens.push(
      between.median *
        Math.exp(between.spread * (correlation * z + Math.sqrt(1 - correlation ** 2) * own)),
    );
    cpus.forEach(({ speed }, c) => {
      machines[c]?.push(c === 0 ? 0 : speed + cpuSpecific * r.normal());
    });
  }
  return { centers, between: betweens, wild: wilds, within: withins, machines };
}

function drawCpu(r: Random, cpus: Machine['cpus']): number {
  let u = r.uniform();
  for (const [c, { share }] of cpus.entries()) {
    u -= share;
    if (u < 0) return c;
  }
  return 0;
}

function drawJob(r: Random, project: Project, machine: Machine): Job {
  const { bad, limit, shift, samples: count, cpus } = machine;
  const cpu = drawCpu(r, cpus);
  const suite = shift * r.t3();
  const factor = r.uniform() < bad.share ? bad.factor : 1;
  const samples = project.centers.map((center, b) => {
    const effect = (project.between[b] ?? 0) * factor * (project.wild[b] ? r.t1() : r.t2());
    const run =
      center + (project.machines[cpu]?.[b] ?? 0) + suite + limit * Math.tanh(effect / limit);
    const spread = project.within[b] ?? 0;
    const values: number[] = [];
    for (let k = 0; k < count; k++) values.push(Math.exp(run + spread * r.normal()));
    return values;
  });
  return { cpu: cpus[cpu]?.name ?? '', samples };
}

/** Rounds of a benchmark that nothing is known of but that it is one of a suite. */
export function roundsOf(r: Random, count: number): Rounds {
  const { median, spread } = parameters.within;
  return drawRounds(r, median * Math.exp(spread * r.normal()), count);
}

/** Both sides of a round share the machine's mood; the machine itself cancels. */
function drawRounds(r: Random, within: number, count: number): Rounds {
  const base: number[] = [];
  const head: number[] = [];
  const common = within * Math.sqrt(parameters.shared);
  const own = within * Math.sqrt(1 - parameters.shared);
  for (let i = 0; i < count; i++) {
    const mood = common * r.normal();
    base.push(mood + own * r.normal());
    head.push(mood + own * r.normal());
  }
  return { base, head };
}

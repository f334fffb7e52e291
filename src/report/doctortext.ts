/** What `flamegate doctor` prints: the one change that would help most first, then what was found. */
import type { Diagnosis } from '../model/diagnosis.ts';
import { benchmarkNames } from '../text/names.ts';
import { percent, plural, signed } from '../text/numbers.ts';
import { logLine } from './escape.ts';

/** Benchmarks that are listed by their noise; the rest is counted. */
const noisiest = 5;

export function doctorText(diagnosis: Diagnosis): string {
  const sections = [
    [diagnosis.advice ?? 'Nothing would help much: this gate can decide.'],
    storedRuns(diagnosis),
    seen(diagnosis),
    noise(diagnosis),
    thisRun(diagnosis),
    workflows(diagnosis),
    diagnosis.idle.map((each) => `Unused: ${each}`),
  ];
  const lines = sections.filter((each) => each.length > 0).flatMap((each) => ['', ...each]);
  return `${lines
    .slice(1)
    .map((line) => logLine(line, 2000))
    .join('\n')}\n`;
}

function storedRuns({ machines, unusable, name }: Diagnosis): string[] {
  const all = machines.reduce((sum, { runs }) => sum + runs, 0);
  const shares = machines.map(
    ({ name: machine, runs, isHere }) =>
      `  ${Math.round((100 * runs) / all)} % (${runs}) are ${machine}${isHere ? ', the machine that is looked at' : ''}`,
  );
  return [
    `${plural(all, 'stored run')} of ${name}${all === 0 ? '.' : ':'}`,
    ...shares,
    ...unusable.map(({ commit, reason }) => `  set aside: ${commit.slice(0, 12)}: ${reason}`),
  ];
}

function seen({ sight, red, threshold }: Diagnosis): string[] {
  if (sight === null || !Number.isFinite(sight.most)) return [];
  const decide = red === null ? 'never decide' : `decide from ${signed(red)} on`;
  return [
    `With a threshold of ${percent(threshold)}, stored runs alone make ${signed(sight.half)} a suspect in half of the benchmarks, ${signed(sight.most)} in nine of ten, and ${decide}.`,
    `Base and head measured here (\`run\`) decide ${signed(threshold)}.`,
  ];
}

function noise({ noise: rows }: Diagnosis): string[] {
  if (rows.length === 0) return [];
  const names = benchmarkNames(rows);
  const left = rows.length - noisiest;
  return [
    'Between runs of this machine they differ by (standard deviation):',
    ...rows.slice(0, noisiest).map((row) => `  ${percent(row.between)} ${names(row)} ${row.unit}`),
    ...(left > 0
      ? [`  and ${left} less, by ${percent(rows.at(-1)?.between ?? 0)} at the least`]
      : []),
  ];
}

function thisRun({ benchmarks, passes, fewestSamples, profiles, isShallow }: Diagnosis): string[] {
  const length = ({ seconds, samples }: Diagnosis['profiles'][number]) =>
    [
      ...(seconds === null ? [] : [`${seconds.toPrecision(3)} s`]),
      ...(samples === null ? [] : [plural(samples, 'sample')]),
    ].join(', ');
  return [
    ...(benchmarks === 0
      ? []
      : [
          `This run: ${plural(benchmarks, 'benchmark')} in ${passes === 1 ? 'one process' : `${passes} processes`}, ${fewestSamples} or more samples of each.`,
        ]),
    ...profiles.map((profileLength) => `  ${profileLength.file}: ${length(profileLength)}`),
    ...(isShallow ? ['The clone is shallow.'] : []),
  ];
}

function workflows({ jobs }: Diagnosis): string[] {
  return jobs.map(({ file, hasRun, lacks }) => {
    const run = hasRun
      ? 'with `run`'
      : 'without `run`: what looks slower is measured where `confirm: auto` knows the tool';
    return `${file}: ${run}${lacks.length === 0 ? '' : `; lacks ${lacks.join(', ')}`}`;
  });
}

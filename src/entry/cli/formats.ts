/** `flamegate formats`: which files are read, where they usually are, and what makes a tool write them. */
import { benchmarkFormats } from '../../formats/benchmarks/index.ts';
import { profileFormats } from '../../formats/profiles/index.ts';

export async function formatsCommand(): Promise<number> {
  process.stdout.write(formatsText());
  return 0;
}

/** The list as text: a name and what it is, below it what writes it and the usual files. */
export function formatsText(): string {
  const benchmarks = benchmarkFormats.map(
    ({ name, help, writes, files }) =>
      `  ${name}: ${help}\n      written by: ${writes}\n      files: ${files.join(', ')}\n`,
  );
  const profiles = profileFormats.map(({ name, help }) => `  ${name}: ${help}\n`);
  return [
    'Benchmarks (--benchmarks), known by what is in them; --format-in NAME says it:\n\n',
    ...benchmarks,
    '\nProfiles (--profiles):\n\n',
    '  pprof: profiles of Go, and of everything that writes its format\n',
    ...profiles,
  ].join('');
}

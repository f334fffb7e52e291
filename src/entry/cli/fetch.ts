/** `flamegate fetch`: what a pull request measured, brought here for local diffing. */
import { githubSource } from '../../github/source.ts';
import { InputError } from '../../model/error.ts';
import { logLine } from '../../report/escape.ts';
import { fetchPull } from '../../store/fetch.ts';
import type { Flags } from './flags.ts';
import { repositoryClient } from './repository.ts';

export async function fetchCommand(flags: Flags): Promise<number> {
  const number = Number(flags.pr);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new InputError(`--pr ${flags.pr ?? ''} is not the number of a pull request`);
  }
  const client = await repositoryClient(flags);
  const { written, setAside } = await fetchPull(
    githubSource(client),
    number,
    flags.output ?? 'flamegate-artifacts',
  );
  const lines = [
    ...setAside.map(({ reason }) => `left out: ${reason}`),
    ...written.flatMap(({ directory, head, base }) => [
      `wrote ${directory}`,
      ...(base === null ? [] : [`next: flamegate diff ${base} ${head}`]),
    ]),
  ];
  process.stdout.write(lines.map((line) => `${logLine(line)}\n`).join(''));
  return 0;
}

/** What the real runs say of how runs differ, and whether the simulation differs as they do. */
import { claims } from './claims.ts';
import { seed } from './data.ts';
import { type Figure, published, spreads } from './figures.ts';
import { gofiberFile, readGofiber } from './gofiber.ts';
import { heading, type Section } from './section.ts';
import { simulate } from './simulate.ts';
import { table } from './table.ts';

const pullRequests = 300;

const asTable = (of: readonly Figure[]): string =>
  table(
    ['figure', 'published', 'here'],
    of.map(({ name, target, found }) => [name, target, found]),
  );

function show(): string {
  const file = gofiberFile();
  const real = file === null ? [] : claims(readGofiber(file));
  const some = Array.from({ length: pullRequests }, (_, i) => simulate(seed, i));
  const simulated = [...spreads(some.slice(0, 100)), ...published(some)];
  return [
    heading('What the gofiber runs say', asTable(real)),
    heading('Does the simulation fit', asTable(simulated)),
  ].join('');
}

/** Small enough to need no threads. */
export const dataFigures: Section = { name: 'data', tasks: () => [], run: () => new Map(), show };

/** A section of the tables: work that can be cut into parts, and the tables that come of their counts. */
import type { DataName, Part } from './data.ts';
import type { Rates } from './rates.ts';

export interface Task extends Part {
  readonly data: DataName;
  readonly suite: number;
}

export interface Section {
  /** What it is called on the command line. */
  readonly name: string;
  readonly tasks: (quick: boolean) => readonly Task[];
  readonly run: (task: Task) => Rates;
  /** Markdown: `### title`, a table, and so on. */
  readonly show: (rates: Rates) => string;
}

/** One data set and suite in parts that take about as long. */
export const inParts = (data: DataName, suite: number, of: number, quick: boolean): Task[] =>
  Array.from({ length: of }, (_, part) => ({ data, suite, part, of, quick }));

export const heading = (title: string, body: string): string => `\n### ${title}\n\n${body}\n`;

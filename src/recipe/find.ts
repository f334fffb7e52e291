/** Which benchmarks a repository has, of the tools whose output is read; and of which it has others. */
import type { Job } from './job.ts';
import { findCriterion } from './tools/cargo.ts';
import { findGoogleBenchmark } from './tools/cpp.ts';
import { findGo } from './tools/go.ts';
import { findJmh } from './tools/jvm.ts';
import { findMake } from './tools/make.ts';
import { findNodeScript, findVitest } from './tools/node.ts';
import { findPytest } from './tools/python.ts';
import { matching, type Tree } from './tree.ts';

const tools: readonly ((tree: Tree) => Promise<Job | null>)[] = [
  findGo,
  findCriterion,
  findPytest,
  findVitest,
  findNodeScript,
  findGoogleBenchmark,
  findJmh,
];

const notRead = 'what it prints is not read';

/** What is found and left alone, and why. */
const leftAlone: readonly {
  readonly tool: string;
  readonly why: string;
  readonly file: RegExp;
  readonly text: RegExp;
}[] = [
  { tool: 'divan', why: notRead, file: /(?:^|\/)Cargo\.toml$/, text: /^\s*divan\s*[=.]/m },
  { tool: 'Catch2', why: notRead, file: /(?:^|\/)CMakeLists\.txt$/, text: /Catch2::Catch2/ },
  {
    tool: 'BenchmarkDotNet',
    why: 'its full JSON is read, but how base and head are built is not known',
    file: /\.csproj$/,
    text: /BenchmarkDotNet/,
  },
];

export interface Found {
  /** One a tool, in the order in which they are known; `make bench` only where there is no other. */
  readonly jobs: readonly Job[];
  readonly leftAlone: readonly {
    readonly tool: string;
    readonly file: string;
    readonly why: string;
  }[];
}

export async function findBenchmarks(tree: Tree): Promise<Found> {
  const found = (await Promise.all(tools.map((find) => find(tree)))).filter((job) => job !== null);
  const others = await Promise.all(
    leftAlone.map(async ({ tool, why, file, text }) => {
      const [first] = await matching(tree, file, text);
      return first === undefined ? [] : [{ tool, file: first, why }];
    }),
  );
  const make = found.length > 0 ? null : await findMake(tree);
  const jobs = make === null ? found : [make];
  return { jobs: distinct(jobs), leftAlone: others.flat() };
}

/** Two tools of one language are two jobs. */
function distinct(jobs: readonly Job[]): Job[] {
  return jobs.map((job, i) =>
    jobs.slice(0, i).some((item) => item.name === job.name)
      ? { ...job, name: `${job.name}-${i}` }
      : job,
  );
}

/** Which benchmarks a repository has, of the tools whose output is read; and of which it has others. */
import type { Job } from './job.ts';
import { findCriterion } from './tools/cargo.ts';
import { findGoogleBenchmark } from './tools/cpp.ts';
import { findGo } from './tools/go.ts';
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
];

/** What is found and left alone: no reader of its output is here. */
const unread: readonly { readonly tool: string; readonly file: RegExp; readonly text: RegExp }[] = [
  { tool: 'divan', file: /(?:^|\/)Cargo\.toml$/, text: /^\s*divan\s*[=.]/m },
  { tool: 'Catch2', file: /(?:^|\/)CMakeLists\.txt$/, text: /Catch2::Catch2/ },
  { tool: 'JMH', file: /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$/, text: /jmh/i },
  { tool: 'BenchmarkDotNet', file: /\.csproj$/, text: /BenchmarkDotNet/ },
];

export interface Found {
  /** One a tool, in the order in which they are known; `make bench` only where there is no other. */
  readonly jobs: readonly Job[];
  readonly unread: readonly { readonly tool: string; readonly file: string }[];
}

export async function findBenchmarks(tree: Tree): Promise<Found> {
  const found = (await Promise.all(tools.map((find) => find(tree)))).filter((of) => of !== null);
  const others = await Promise.all(
    unread.map(async ({ tool, file, text }) => {
      const [first] = await matching(tree, file, text);
      return first === undefined ? [] : [{ tool, file: first }];
    }),
  );
  const make = found.length > 0 ? null : await findMake(tree);
  const jobs = make === null ? found : [make];
  return { jobs: distinct(jobs), unread: others.flat() };
}

/** Two tools of one language are two jobs. */
function distinct(jobs: readonly Job[]): Job[] {
  return jobs.map((job, i) =>
    jobs.slice(0, i).some((of) => of.name === job.name)
      ? { ...job, name: `${job.name}-${i}` }
      : job,
  );
}

/** `make bench`, where nothing says which tool it runs: what it prints is read where it can be. */
import { inPasses, type Job } from '../job.ts';
import { matching, type Tree } from '../tree.ts';

export async function findMake(tree: Tree): Promise<Job | null> {
  const [file] = await matching(tree, /^(?:GNUm|M|m)akefile$/, /^bench\s*:(?!=)/m);
  if (file === undefined) return null;
  const command = 'make --silent bench';
  return {
    name: 'bench',
    tool: 'make bench',
    found: `the target bench in ${file}`,
    directory: '',
    uses: [],
    install: null,
    bench: ({ passes }) => inPasses(passes, [`${command} | tee bench-$pass.txt`]),
    benchmarks: 'bench-*.txt',
    profiles: null,
    setup: null,
    run: command,
    trial: { build: null, run: command, seconds: null, repeats: false },
  };
}

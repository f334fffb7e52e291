/** Go: packages of one module that have benchmarks. */
import { inPasses, type Job } from '../job.ts';
import { setupGo } from '../pins.ts';
import { below, directoryOf, isPlain, matching, nearest, type Tree } from '../tree.ts';

const benchmark = /^func Benchmark\w*\(\w+ \*testing\.B\)/m;

export async function findGo(tree: Tree): Promise<Job | null> {
  const files = await matching(tree, /_test\.go$/, benchmark);
  const [first] = files;
  const module = first === undefined ? null : nearest(tree, 'go.mod', directoryOf(first));
  if (module === null) return null;
  const own = files.filter((text) => nearest(tree, 'go.mod', directoryOf(text)) === module);
  const packages = [...new Set(own.map((text) => directoryOf(below(module, text))))].filter(
    (text) => text === '' || isPlain(text),
  );
  if (packages.length === 0) return null;
  const paths = packages.map((text) => `./${text}`);
  const all = paths.join(' ');
  const go = (sizes: { count: number; seconds: number }) =>
    `go test -run='^$' -bench=. -benchmem -count=${sizes.count} -benchtime=${Math.round(sizes.seconds * 1000)}ms`;
  const [only] = paths;
  return {
    name: 'go',
    tool: 'go test -bench',
    found: `benchmarks in ${packages.length === 1 ? 'one package' : `${packages.length} packages`} of ${module === '' ? 'go.mod' : `${module}/go.mod`} (${all})`,
    directory: module,
    uses: [
      { uses: setupGo, with: { 'go-version-file': module === '' ? 'go.mod' : `${module}/go.mod` } },
    ],
    install: null,
    // -cpuprofile takes one package.
    bench: (sizes) =>
      packages.length === 1
        ? inPasses(sizes.passes, [
            `${go(sizes)} -cpuprofile=cpu-$pass.pprof ${only} | tee bench-$pass.txt`,
          ])
        : inPasses(sizes.passes, [
            `for package in ${packages.map((text) => text || '.').join(' ')}; do`,
            `  ${go(sizes)} -cpuprofile="cpu-\${package//\\//-}-$pass.pprof" "./$package"`,
            'done | tee bench-$pass.txt',
          ]),
    benchmarks: 'bench-*.txt',
    profiles: 'cpu-*.pprof',
    setup: null,
    // In a directory of its own the module is found by what the benchmarks print (`confirm: auto`).
    run: module === '' ? `-- go test -bench=. -benchmem ${all}` : null,
    trial: {
      build: `go vet ${all} || true`,
      run: `${go({ count: 1, seconds: 0.1 })} ${all}`,
      seconds: 0.1,
      repeats: true,
    },
  };
}

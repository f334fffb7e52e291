/** C++: Google Benchmark, built by CMake. */
import { inPasses, type Job } from '../job.ts';
import { directoryOf, isPlain, matching, type Tree } from '../tree.ts';

export async function findGoogleBenchmark(tree: Tree): Promise<Job | null> {
  const files = await matching(tree, /(?:^|\/)CMakeLists\.txt$/, /benchmark::benchmark/);
  const [file] = files;
  if (file === undefined) return null;
  const text = await tree.read(file);
  const [, target = ''] =
    /target_link_libraries\(\s*([\w.-]+)[^)]*benchmark::benchmark/.exec(text) ?? [];
  if (!isPlain(target)) return null;
  const root = tree.files.includes('CMakeLists.txt') ? '' : directoryOf(file);
  const isInstalled = files.length > 0 && /find_package\(\s*benchmark/i.test(await whole(tree));
  const build = (bin: string) =>
    [
      `cmake -S ${root || '.'} -B "${bin}/build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_RUNTIME_OUTPUT_DIRECTORY="${bin}"`,
      `cmake --build "${bin}/build" --target ${target}`,
    ].join('\n');
  const flags = (seconds: number) => `--benchmark_min_time=${seconds}`;
  const json = (seconds: number) =>
    `--benchmark_format=json ${flags(seconds)} --benchmark_filter="$FLAMEGATE_FILTER"`;
  return {
    name: 'cpp',
    tool: 'Google Benchmark',
    found: `the target ${target} in ${file}, linked to benchmark::benchmark`,
    directory: '',
    uses: [],
    install: isInstalled
      ? 'sudo apt-get install --yes --no-install-recommends libbenchmark-dev'
      : null,
    bench: ({ passes, count, seconds }) =>
      [
        build('$RUNNER_TEMP/bench'),
        inPasses(passes, [
          `"$RUNNER_TEMP/bench/${target}" --benchmark_repetitions=${count} ${flags(seconds)} --benchmark_out=bench-$pass.json`,
        ]),
      ].join('\n'),
    benchmarks: 'bench-*.json',
    profiles: null,
    setup: build('$FLAMEGATE_BIN'),
    run: `"$FLAMEGATE_BIN/${target}" ${json(0.1)}`,
    trial: {
      build: build('$FLAMEGATE_BIN'),
      run: `"$FLAMEGATE_BIN/${target}" ${json(0.1)}`,
      seconds: 0.1,
      repeats: true,
    },
  };
}

async function whole(tree: Tree): Promise<string> {
  const files = await matching(tree, /(?:^|\/)CMakeLists\.txt$/, /./);
  return (await Promise.all(files.map(tree.read))).join('\n');
}

/** Python: pytest-benchmark. */
import { inPasses, type Job } from '../job.ts';
import { setupPython } from '../pins.ts';
import { directoryOf, isPlain, matching, type Tree } from '../tree.ts';

const test = /(?:^|\/)(?:test_[^/]*|[^/]*_test|bench_?[^/]*)\.py$/;
const usesFixture = /def test_\w+\([^)]*\bbenchmark\b/;

export async function findPytest(tree: Tree): Promise<Job | null> {
  const files = (await matching(tree, test, usesFixture)).filter(isPlain);
  if (files.length === 0) return null;
  const [wanted = null] = await matching(
    tree,
    /(?:^|\/)(?:requirements[^/]*\.txt|pyproject\.toml|setup\.(?:cfg|py)|tox\.ini|Pipfile)$/,
    /pytest[-_]benchmark/,
  );
  const places =
    files.length > 5 ? [...new Set(files.map((text) => directoryOf(text) || '.'))] : files;
  const pytest = (seconds: number, file: string) =>
    `python -m pytest --benchmark-only --benchmark-max-time=${seconds} --benchmark-json=${file} ${places.join(' ')}`;
  return {
    name: 'python',
    tool: 'pytest-benchmark',
    found: `tests that use the \`benchmark\` fixture in ${places.join(', ')}${wanted === null ? '' : `, and pytest-benchmark in ${wanted}`}`,
    directory: '',
    uses: [{ uses: setupPython, with: { 'python-version': "'3.x'" } }],
    install: installOf(wanted, tree),
    bench: ({ passes, seconds }) => inPasses(passes, [pytest(seconds, 'bench-$pass.json')]),
    benchmarks: 'bench-*.json',
    profiles: null,
    setup: null,
    run: `-- python -m pytest ${places.join(' ')}`,
    trial: { build: null, run: pytest(0.2, '"$FLAMEGATE_OUTPUT"'), seconds: 0.2, repeats: false },
  };
}

/** The project itself too, where it can be installed: its dependencies are needed. */
function installOf(wanted: string | null, { files }: Tree): string {
  const requirements = wanted?.endsWith('.txt') ? [`-r ${wanted}`] : [];
  const isPackage = ['pyproject.toml', 'setup.py'].some((text) => files.includes(text));
  const words = [...requirements, ...(isPackage ? ['-e .'] : []), 'pytest', 'pytest-benchmark'];
  return `python -m pip install ${words.join(' ')}`;
}

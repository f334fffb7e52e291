/** Rust: criterion. Its benchmark programs are named, because libtest refuses its flags. */
import { inPasses, type Job } from '../job.ts';
import { below, directoryOf, isPlain, matching, type Tree } from '../tree.ts';

export async function findCriterion(tree: Tree): Promise<Job | null> {
  const manifests = await matching(
    tree,
    /(?:^|\/)Cargo\.toml$/,
    /^\s*criterion\s*[=.]|\.criterion\]/m,
  );
  const benches: string[] = [];
  for (const manifest of manifests) benches.push(...(await benchesOf(tree, manifest)));
  const names = [...new Set(benches)].filter(isPlain);
  const [first] = manifests;
  if (first === undefined || names.length === 0) return null;
  const root = tree.files.includes('Cargo.toml') ? '' : directoryOf(first);
  const isWorkspace = /^\[workspace\]/m.test(
    await tree.read(root === '' ? 'Cargo.toml' : `${root}/Cargo.toml`),
  );
  const which = [
    ...(isWorkspace ? ['--workspace'] : []),
    ...names.map((text) => `--bench ${text}`),
  ].join(' ');
  const criterion = (seconds: number) =>
    `cargo bench ${which} -- --output-format bencher --warm-up-time ${Math.max(0.1, seconds / 2)} --measurement-time ${seconds}`;
  return {
    name: 'rust',
    tool: 'criterion',
    found: `criterion in ${first}, with ${names.length === 1 ? 'the benchmark program' : 'the benchmark programs'} ${names.join(', ')}`,
    directory: root,
    // The runner's image has cargo.
    uses: [],
    install: null,
    bench: ({ passes, seconds }) =>
      inPasses(passes, [`${criterion(seconds)} | tee bench-$pass.txt`]),
    benchmarks: 'bench-*.txt',
    profiles: null,
    setup: null,
    run: root === '' ? `-- cargo bench ${which}` : null,
    trial: {
      build: `cargo bench --no-run ${which}`,
      run: criterion(1),
      seconds: 1,
      repeats: false,
    },
  };
}

/** `[[bench]]` tables, else the files of `benches/`, that criterion is used in. */
async function benchesOf(tree: Tree, manifest: string): Promise<string[]> {
  const text = await tree.read(manifest);
  const home = directoryOf(manifest);
  const named = [...text.matchAll(/^\[\[bench\]\]\s*\n((?:(?!\[).*\n?)*)/gm)].flatMap(
    ([, table = '']) => /^name\s*=\s*"([^"]+)"/m.exec(table)?.[1] ?? [],
  );
  if (named.length > 0) return named;
  const files = await matching(tree, /(?:^|\/)benches\/[^/]+\.rs$/, /criterion/);
  return files
    .filter((name) => directoryOf(directoryOf(name)) === home)
    .map((name) => below(`${directoryOf(name)}`, name).replace(/\.rs$/, ''));
}

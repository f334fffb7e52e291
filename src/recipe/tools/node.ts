/** JavaScript: vitest bench, tinybench and mitata. */
import { from, inPasses, type Job } from '../job.ts';
import { setupNode } from '../pins.ts';
import { below, directoryOf, isPlain, matching, type Tree } from '../tree.ts';

interface Package {
  readonly directory: string;
  readonly needs: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

export async function findVitest(tree: Tree): Promise<Job | null> {
  const home = await packageWith(tree, 'vitest');
  if (home === null) return null;
  const files = tree.files.filter(
    (text) => /\.bench\.[cm]?[jt]sx?$/.test(text) && !text.includes('node_modules/'),
  );
  if (files.length === 0) return null;
  const [, major = '5'] = /(\d+)/.exec(home.needs.vitest ?? '') ?? [];
  const vitest = (file: string) =>
    Number(major) < 5
      ? `npx vitest bench --run --outputJson=${file}`
      : `npx vitest bench --run --reporter=json --outputFile=${file}`;
  return {
    ...nodeJob(tree, home),
    tool: 'vitest bench',
    found: `vitest ${home.needs.vitest} in ${manifestOf(home)}, and ${files.length === 1 ? files[0] : `${files.length} files *.bench.*`}`,
    bench: ({ passes }) => inPasses(passes, [vitest('bench-$pass.json')]),
    benchmarks: 'bench-*.json',
    run: home.directory === '' ? '-- npx vitest bench' : null,
    trial: { build: null, run: vitest('"$FLAMEGATE_OUTPUT"'), seconds: null, repeats: false },
  };
}

const libraries = ['tinybench', 'mitata'];

/** A script that imports the library prints the benchmarks. */
export async function findNodeScript(tree: Tree): Promise<Job | null> {
  for (const library of libraries) {
    const home = await packageWith(tree, library);
    if (home === null) continue;
    const imports = new RegExp(`(?:from|import|require\\()\\s*['"]${library}['"]`);
    const files = (await matching(tree, /\.[cm]?[jt]s$/, imports)).filter(isPlain);
    const [script] = files.map((text) => below(home.directory, text));
    const isNamed = home.scripts.bench !== undefined;
    if (script === undefined) continue;
    if (!isNamed && /ts$/.test(script)) continue;
    const command = isNamed ? 'npm run --silent bench' : `node ${script}`;
    return {
      ...nodeJob(tree, home),
      tool: library,
      found: `${library} ${home.needs[library]} in ${manifestOf(home)}, ${isNamed ? 'and its script `bench`' : `used by ${files[0]}`}`,
      bench: ({ passes }) => inPasses(passes, [`${command} | tee bench-$pass.txt`]),
      benchmarks: 'bench-*.txt',
      run: home.directory === '' ? `-- ${command}` : from(home.directory, command),
      setup: home.directory === '' ? null : from(home.directory, install(tree, home.directory)),
      trial: { build: null, run: command, seconds: null, repeats: false },
    };
  }
  return null;
}

const manifestOf = ({ directory }: Package): string =>
  directory === '' ? 'package.json' : `${directory}/package.json`;

const nodeJob = (tree: Tree, { directory }: Package) => ({
  name: 'javascript',
  directory,
  uses: [{ uses: setupNode, with: { 'node-version': 'lts/*' } }],
  install: install(tree, directory),
  profiles: null,
  setup: null,
});

/** By the lock file. */
function install({ files }: Tree, directory: string): string {
  const has = (name: string) => files.includes(directory === '' ? name : `${directory}/${name}`);
  if (has('pnpm-lock.yaml')) return 'corepack enable && pnpm install --frozen-lockfile';
  if (has('yarn.lock')) return 'corepack enable && yarn install --immutable';
  return has('package-lock.json') ? 'npm ci' : 'npm install';
}

/** The shallowest package.json that asks for a package. */
async function packageWith(tree: Tree, name: string): Promise<Package | null> {
  const [file] = await matching(tree, /(?:^|\/)package\.json$/, new RegExp(`"${name}"\\s*:`));
  if (file === undefined) return null;
  const directory = directoryOf(file);
  try {
    const whole = JSON.parse(await tree.read(file)) as Readonly<
      Record<string, Record<string, string>>
    >;
    const needs = { ...whole.dependencies, ...whole.devDependencies };
    if (needs[name] === undefined || !(directory === '' || isPlain(directory))) return null;
    return { directory, needs, scripts: whole.scripts ?? {} };
  } catch {
    return null;
  }
}

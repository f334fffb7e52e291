/** Public commits whose message says what they did to the time, each with the command that a user would type. */

export interface Commit {
  /** owner/name on GitHub. */
  readonly repository: string;
  readonly commit: string;
  /** What its message says, in our words; or that it changes text only. */
  readonly claim: string;
  /** Shell, once in the checkout: what its author would have installed. */
  readonly install?: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Shell for the same by hand, in a tree of each side: built once, then run in turn, printing lines of Go's format. */
  readonly build: string;
  readonly run: string;
}

/** `go test` by hand: one test binary a side. */
function go(packageOf: string, bench: string): Pick<Commit, 'command' | 'build' | 'run'> {
  return {
    command: ['go', 'test', `-bench=${bench}`, packageOf],
    build: `go test -c -o by-hand.test ${packageOf}`,
    run: `cd ${packageOf} && "$OLDPWD/by-hand.test" -test.run='^$' -test.bench='${bench}' -test.benchtime=100ms`,
  };
}

const libtest = `sed -n 's/,//g; s/^test \\([^ ]*\\) .*bench: *\\([0-9.]*\\) ns.*/Benchmark\\1 1 \\2 ns\\/op/p'`;

const pytest = `python3 -c 'import json
for of in json.load(open("by-hand.json"))["benchmarks"]:
    print("Benchmark" + of["name"], 1, of["stats"]["median"] * 1e9, "ns/op")'`;

export const list: readonly Commit[] = [
  {
    repository: 'buger/jsonparser',
    commit: 'df5ae5b62a13367fcc0e900c26f4f6b10dc94c0b',
    claim: 'the end of a string is found 5.8 times as fast in large documents',
    ...go('.', 'StringEnd_NoEscape_Short'),
  },
  {
    repository: 'BurntSushi/toml',
    commit: '6fb5266a958bd79823d97b115ede8d8755ed3f2e',
    claim: '20 to 30 % faster',
    ...go('.', 'Example|Key'),
  },
  {
    repository: 'valyala/fastjson',
    commit: 'c188f76',
    claim: '4 to 5 % faster in two of six documents',
    ...go('.', 'Parse/citm/fastjson$'),
  },
  {
    repository: 'gin-gonic/gin',
    commit: 'f3de8132',
    claim: 'a feature of the router; nothing about time',
    ...go('.', '^BenchmarkGithub$|5Params|ManyRoutesLast|404Many'),
  },
  {
    repository: 'servo/rust-smallvec',
    commit: '741ab83',
    claim: 'extend is faster',
    env: { RUSTC_BOOTSTRAP: '1' },
    command: [
      'cargo',
      'bench',
      '--bench',
      'bench',
      '--',
      'bench_extend_small',
      'bench_extend_from',
    ],
    build: 'cargo bench --no-run --bench bench',
    run: `cargo bench -q --bench bench -- bench_extend_small bench_extend_from | ${libtest}`,
  },
  {
    repository: 'executablebooks/markdown-it-py',
    commit: 'c5161b5',
    claim: 'the rule for text is faster',
    install: 'python3 -m pip install -q pytest pytest-benchmark mdurl psutil',
    command: ['python3', '-m', 'pytest', 'benchmarking/bench_core.py'],
    build: 'true',
    run: `PYTHONPATH=. python3 -m pytest -q benchmarking/bench_core.py --benchmark-only --benchmark-max-time=0.2 --benchmark-json=by-hand.json >/dev/null 2>&1 && ${pytest}`,
  },
  {
    repository: 'jshttp/cookie',
    commit: '4f7c94a',
    claim: 'encode is faster',
    install: 'npm ci --ignore-scripts --no-audit --no-fund',
    command: ['npx', 'vitest', 'bench', 'src/stringify-cookie.bench.ts'],
    build: 'ln -sfn "$CHECKOUT/node_modules" node_modules',
    run: `npx vitest bench --run src/stringify-cookie.bench.ts --outputJson=by-hand.json >/dev/null 2>&1 && node -e '
      for (const file of JSON.parse(require("fs").readFileSync("by-hand.json", "utf8")).files)
        for (const group of file.groups)
          for (const of of group.benchmarks)
            console.log("Benchmark" + of.name.replaceAll(" ", "_"), 1, of.mean * 1e6, "ns/op")'`,
  },
  // Text only: identical pairs.
  {
    repository: 'buger/jsonparser',
    commit: 'dfb33c1',
    claim: 'text only',
    ...go('.', 'StringEnd_NoEscape_Short'),
  },
  {
    repository: 'gin-gonic/gin',
    commit: 'd541085b',
    claim: 'text only',
    ...go('.', '^BenchmarkGithub$|5Params|ManyRoutesLast|404Many'),
  },
  {
    repository: 'valyala/fastjson',
    commit: '32e6939',
    claim: 'text only',
    ...go('.', 'Parse/citm/fastjson$'),
  },
  {
    repository: 'BurntSushi/toml',
    commit: 'b66ba2a',
    claim: 'text only',
    ...go('.', 'Example|Key'),
  },
];

/** Small repositories, one a tool: what of them matters to a recipe, and runs. */

export const trees: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  go: {
    'go.mod': 'module example.com/sum\n\ngo 1.24\n',
    'sum/sum.go':
      'package sum\n\nfunc Sum(n int) int {\n\tall := 0\n\tfor i := range n {\n\t\tall ^= i * all\n\t}\n\treturn all\n}\n',
    'sum/sum_test.go':
      'package sum\n\nimport "testing"\n\nvar Sink int\n\nfunc BenchmarkSum(b *testing.B) {\n\tfor i := 0; i < b.N; i++ {\n\t\tSink += Sum(3000)\n\t}\n}\n',
    'list/list.go': 'package list\n\nfunc Make(n int) []int { return make([]int, n) }\n',
    'list/list_test.go':
      'package list\n\nimport "testing"\n\nvar Sink []int\n\nfunc BenchmarkMake(b *testing.B) {\n\tfor i := 0; i < b.N; i++ {\n\t\tSink = Make(1000)\n\t}\n}\n',
    'vendor/other/other_test.go': 'package other\n\nfunc BenchmarkOther(b *testing.B) {}\n',
    'none/none_test.go': 'package none\n\nimport "testing"\n\nfunc TestNone(t *testing.T) {}\n',
  },
  rust: {
    'Cargo.toml':
      '[package]\nname = "sum"\nversion = "0.1.0"\nedition = "2021"\n\n[dev-dependencies]\ncriterion = "0.7"\n\n[[bench]]\nname = "sums"\nharness = false\n',
    'src/lib.rs': 'pub fn sum(n: u64) -> u64 { (0..n).sum() }\n',
    'benches/sums.rs': 'use criterion::{criterion_group, criterion_main, Criterion};\n',
  },
  python: {
    'pyproject.toml':
      '[project]\nname = "sums"\nversion = "1"\n\n[project.optional-dependencies]\ntest = ["pytest-benchmark"]\n',
    'sums.py': 'def total(n):\n    return sum(i * i for i in range(n))\n',
    'tests/test_sums.py':
      'from sums import total\n\n\ndef test_total(benchmark):\n    benchmark(total, 2000)\n',
    'tests/test_plain.py': 'def test_plain():\n    pass\n',
  },
  vitest: {
    'package.json': '{ "devDependencies": { "vitest": "^3.2.0" } }',
    'pnpm-lock.yaml': '',
    'src/sum.bench.ts': "import { bench } from 'vitest';\nbench('sum', () => {});\n",
  },
  tinybench: {
    'package.json':
      '{ "devDependencies": { "tinybench": "4.0.0" }, "scripts": { "bench": "node bench.js" } }',
    'package-lock.json': '{}',
    'bench.js': "import { Bench } from 'tinybench';\n",
  },
  mitata: {
    'package.json': '{ "type": "module", "dependencies": { "mitata": "1.0.0" } }',
    'perf/all.mjs': "import { run, bench } from 'mitata';\n",
  },
  cpp: {
    'CMakeLists.txt':
      'cmake_minimum_required(VERSION 3.16)\nproject(sum CXX)\nfind_package(benchmark REQUIRED)\nadd_executable(sums sums.cc)\ntarget_link_libraries(sums PRIVATE benchmark::benchmark_main benchmark::benchmark)\n',
    'sums.cc':
      '#include <benchmark/benchmark.h>\nstatic void BM_Sum(benchmark::State& state) {\n  for (auto _ : state) {\n    int all = 0;\n    for (int i = 0; i < 2000; i++) benchmark::DoNotOptimize(all += i);\n  }\n}\nBENCHMARK(BM_Sum);\n',
  },
  make: { Makefile: 'VALUE := 1\nbench: build\n\t./bench\nbuild:\n\ttrue\n' },
};

#!/bin/sh
# Records what the tools print: Google Benchmark 1.7.1 (Debian's libbenchmark-dev), pytest-benchmark
# 5.3.1 on pytest 9.2.0 and Python 3.11, criterion 0.7 on Rust 1.95 (google.cc, test_example.py and
# criterion.rs as benches/sum.rs of a crate with `pub fn fib(n: u64) -> u64`).
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
c++ -O2 google.cc -o "$work/google" -lbenchmark -lpthread
"$work/google" --benchmark_min_time=0.01 --benchmark_repetitions=3 --benchmark_format=json > google.json
"$work/google" --benchmark_min_time=0.01 --benchmark_repetitions=3 --benchmark_report_aggregates_only \
  --benchmark_filter=BM_Sum --benchmark_format=json > google-aggregates.json
pytest -q -p no:cacheprovider --benchmark-json=pytest.json test_example.py
# In the crate: cargo bench -q --bench sum -- --output-format bencher --warm-up-time 0.1 --measurement-time 0.2
# vitest 3.2.7 (`--outputJson` is of versions 1 to 4), in a directory with vitest.bench.js as sum.bench.js
# and vitest-broken.bench.js as broken.bench.js; the directory was cut from `filepath`:
#   npx --no-install vitest bench --run --outputJson=vitest.json sum.bench.js
#   npx --no-install vitest bench --run --outputJson=vitest-broken.json broken.bench.js
# vitest 5.1.1 on Node 24.21, with vitest5.bench.js as sum.bench.js and vitest5-broken.bench.js as broken.bench.js; the
# directory was cut from the names of files, and the whole laid out in lines:
#   npx --no-install vitest bench --run --reporter=json --outputFile=vitest5.json sum.bench.js
#   npx --no-install vitest bench --run --reporter=json --outputFile=vitest5-broken.json broken.bench.js

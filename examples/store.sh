#!/bin/sh
# Makes of a recording (record.sh) what the README's commands use: main-1 to main-5 become stored
# runs in baseline/, as `flamegate record` keeps them, slow/ and clean/ are copied as they are.
#
#   examples/store.sh OUT
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$(cd "$1" && pwd)
commit=$(git -C "$here" rev-parse HEAD)
rm -rf "$here/baseline" "$here/slow" "$here/clean"
for n in 1 2 3 4 5; do
  cd "$out/main-$n"
  node "$here/../dist/cli.js" record --baseline "$here/baseline" --benchmarks bench.txt \
    --profiles '*.pprof' --commit "$commit" --time "$(date -u -r bench.txt +%Y-%m-%dT%H:%M:%SZ)"
done
cp -r "$out/slow" "$out/clean" "$here"

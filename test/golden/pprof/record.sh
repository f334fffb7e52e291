#!/bin/sh
# Records the profiles in test/golden/pprof/in by really running programs: cpu and heap from the
# benchmarks of examples/module (head = with examples/slow.patch), mutex, block and goroutine from
# the program in src, and
# labelled cpu profiles (shop.*) from the program in shop; heap and goroutine profiles in time (leak/out) from
# the one in leak. cpu.other comes from another package and so from another binary, for merges.
# The values differ from one recording to the next: afterwards run test/golden/make.sh.
# Needs Go 1.24 or later and git, and no network.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
examples=$here/../../../examples
export GOFLAGS='-trimpath -buildvcs=false' GOPROXY=off GOTOOLCHAIN=local GOWORK=off

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$examples/module" "$work/base"
cp -r "$examples/module" "$work/head"
(cd "$work/head" && git apply "$examples/slow.patch")

mkdir -p "$here/in"
for side in base head; do
  cd "$work/$side"
  go test -run='^$' -bench=. -benchtime=200ms -cpuprofile="$here/in/cpu.$side.pprof" ./codec
  go test -run='^$' -bench=. -benchtime=500x -memprofile="$here/in/heap.$side.pprof" \
    -memprofilerate=1024 ./index
  cd "$here/src"
  go run . "$side" "$here/in"
done
cd "$here/shop"
for kind in base head requests; do
  go run . "$kind" "$here/in"
done
cd "$here/leak"
mkdir -p out
for kind in leaking steady; do
  go run . "$kind" "$here/leak/out"
done
cd "$work/base"
go test -run='^$' -bench=. -benchtime=200ms -cpuprofile="$here/in/cpu.other.pprof" ./index

#!/bin/sh
# Records CPU profiles of other programs than the example module, as anybody would: packages of Go's
# standard library run their own benchmarks, a second of each, with the garbage collector and the
# scheduler as they are. Nothing changes between the recordings: every failure is a false alarm.
#
#   eval/profiles/record-std.sh OUT FROM TO      rounds FROM to TO; a round takes 40 s, three times that on a busy machine
#
# Each is OUT/<package>-<round>.pprof, and a line `<package> <round> <ns per op>` of OUT/times. Needs
# Go and no network.
set -eu

[ $# -eq 3 ] || { echo "usage: $0 OUT FROM TO" >&2; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
export GOFLAGS='-trimpath -buildvcs=false' GOPROXY=off GOTOOLCHAIN=local GOWORK=off

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
src=$(go env GOROOT)/src

# build NAME PACKAGE
build() { go test -c -o "$work/$1.test" "$2"; }
build json encoding/json
build flate compress/flate
build parser go/parser
build regexp regexp

# take NAME PACKAGE BENCHMARKS
take() {
  time=$(cd "$src/$2" && "$work/$1.test" -test.run='^$' -test.bench="$3" -test.benchtime=1s \
    -test.cpuprofile="$out/$1-$round.pprof" |
    awk '/ns\/op/ { sum += log($3); count++ } END { printf "%.3f", exp(sum / count) }')
  echo "$1 $round $time" >> "$out/times"
}

round=$2
while [ "$round" -le "$3" ]; do
  take json encoding/json '^Benchmark(CodeEncoder|CodeMarshal|CodeDecoder|CodeUnmarshal|UnmarshalMap)$'
  take flate compress/flate '^Benchmark(Encode|Decode)$/^(Digits|Newton)$/^(Speed|Default)$/^1e5$'
  take parser go/parser '^Benchmark'
  take regexp regexp '^Benchmark(Literal|NotLiteral|MatchClass|ReplaceAll|OnePassShortA|OnePassLongPrefix|MatchParallelShared)$'
  round=$((round + 1))
done

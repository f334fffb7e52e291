#!/bin/sh
# Records CPU profiles of the example module with the Go tool, for the error rates of the profile
# gate. Kinds, one after the other in every round so that the machine's moods fall on all alike:
#
#   base         the module as it is
#   double       double.patch: parse.timestamp is called twice
#   moved        moved.patch: the same work under other names (one function renamed, one inlined by
#                hand, one cut in two)
#   inline       package index built with -gcflags=-l (nothing inlined; its loops call rarely, so
#                that costs next to nothing)
#   inlineall    every package of the module so: this really costs, mostly in codec.Checksum
#   preempt      base without GODEBUG=asyncpreemptoff=1. On this kind of machine the scheduler's
#                signal and the profiler's come at the same tick or do not, by the machine's mood,
#                and then 25 to 40 % of all samples are in runtime.asyncPreempt. The other kinds
#                are recorded without, so that they show one program and not two
#   base-short, double-short   a quarter as long
#
#   eval/profiles/record.sh OUT FROM TO      rounds FROM to TO (40 in all; a round takes a minute)
#
# Each is OUT/<kind>-<round>.pprof, and a line `<kind> <round> <ns per op>` of OUT/times.
# Needs Go 1.24 or later and patch, and no network. Two may run side by side on different rounds.
set -eu

[ $# -eq 3 ] || { echo "usage: $0 OUT FROM TO" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
export GOFLAGS='-trimpath -buildvcs=false' GOPROXY=off GOTOOLCHAIN=local GOWORK=off

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# build KIND PATCH [FLAG...]
build() {
  cp -r "$here/../../examples/module" "$work/$1"
  mkdir "$work/$1/ledger"
  cp "$here/ledger_test.go.txt" "$work/$1/ledger/ledger_test.go"
  [ "$2" = - ] || (cd "$work/$1" && patch -p1 -s < "$here/$2.patch")
  (cd "$work/$1" && kind=$1 && shift 2 && go test -c "$@" -o "$work/$kind.test" ./ledger)
}
build base -
build double double
build moved moved
build inline - -gcflags=example.com/ledger/index=-l
build inlineall - -gcflags=example.com/ledger/...=-l

# take KIND ROUND PROGRAM ITERATIONS
take() {
  time=$(nice -n 19 "$work/$3.test" -test.run='^$' -test.bench=. -test.benchtime="$4x" \
    -test.cpuprofile="$out/$1-$2.pprof" | awk '/ns\/op/ { print $3 }')
  echo "$1 $2 $time" >> "$out/times"
}

round=$2
while [ "$round" -le "$3" ]; do
  export GODEBUG=asyncpreemptoff=1
  for kind in base double moved inline; do
    take $kind "$round" $kind 7300
  done
  for kind in base double; do
    take $kind-short "$round" $kind 1800
  done
  if [ $((round % 4)) = 1 ]; then
    take inlineall "$round" inlineall 7300
    GODEBUG='' && take preempt "$round" base 7300
  fi
  round=$((round + 1))
done

#!/bin/sh
# Records what the real `go tool pprof -top` prints of profiles of the example module, once as it
# is (*.top.txt) and once untrimmed in base units (*.raw.txt), which the test reads back.
# Usage: record.sh, with Go on the PATH (recorded with the version named in VERSION).
set -eu
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go version | cut -d' ' -f3 >VERSION
(cd ../../../../examples/module && nice -n 19 go test -run='^$' -bench=. -benchtime=200ms \
  -cpuprofile="$work/cpu.pprof" -memprofile="$work/mem.pprof" -o "$work/codec.test" ./codec >/dev/null)
top() { # name, profile, base unit, options
  go tool pprof -top $4 "$work/$2" >"$here/$1.top.txt" 2>/dev/null
  go tool pprof -top -unit="$3" -nodefraction=0 -edgefraction=0 $4 "$work/$2" >"$here/$1.raw.txt" 2>/dev/null
}
top cpu cpu.pprof nanoseconds ''
top alloc_space mem.pprof bytes -sample_index=alloc_space
top alloc_objects mem.pprof count -sample_index=alloc_objects

#!/bin/sh
# Records what the examples compare: five runs of the module as it is (main-1 to main-5), one with
# slow.patch and one with clean.patch, each with `go test` as a CI job would call it, one package
# after the other. Every run is OUT/<name>/bench.txt and OUT/<name>/<package>.cpu.pprof.
#
#   examples/record.sh OUT [NAME...]        all seven runs (about two minutes), or only those named
#
# Needs Go 1.24 or later and git, and no network. Keep the machine quiet meanwhile. Where you cannot,
# set CALM to a command that fails while the machine is disturbed: it is asked before and after each
# package, the second time with the file of the package's results, and the package is measured again
# until it agrees.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || { echo "usage: $0 OUT [NAME...]" >&2; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- main-1 main-2 main-3 main-4 main-5 slow clean

# -trimpath: the profiles name files as example.com/ledger/codec/escape.go, on every machine.
export GOFLAGS='-trimpath -buildvcs=false' GOPROXY=off GOTOOLCHAIN=local GOWORK=off

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measure PACKAGE: leaves package.txt and PACKAGE.cpu.pprof here. False when it was disturbed.
measure() {
  ${CALM:-true} || return 1
  go test -run='^$' -bench=. -benchmem -count=10 -benchtime=100ms \
    -cpuprofile="$1.cpu.pprof" "./$1" > package.txt || { cat package.txt >&2; exit 1; }
  ${CALM:-true} package.txt
}

for name; do
  # The copy also keeps away the test binaries that -cpuprofile leaves in the working directory.
  rm -rf "$work/ledger" "${out:?}/$name"
  cp -r "$here/module" "$work/ledger"
  mkdir "$out/$name"
  cd "$work/ledger"
  case $name in
    main-*) ;;
    *) git apply "$here/$name.patch" ;;
  esac
  start=$(date +%s)
  for package in codec index parse; do
    until measure "$package"; do sleep 1; done
    cat package.txt >> "$out/$name/bench.txt"
    mv "$package.cpu.pprof" "$out/$name/"
  done
  cd "$out"
  echo "$name: $(($(date +%s) - start)) s"
done

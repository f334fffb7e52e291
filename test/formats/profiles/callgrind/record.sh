#!/bin/sh
# Records test/profile/callgrind/* with the real tool, and what callgrind_annotate says of each file, which
# ../callgrind.test.ts compares with. Without arguments; what is not installed is skipped with a word. Times do not
# matter: callgrind counts, but paths and library versions are in the files.
#
# Recorded with: valgrind 3.19.0, g++ 12.2, Go 1.26.8, rustc 1.95, Python 3.11.7, Node 20.20.2.
set -u

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/src/* "$work"
cd "$work" || exit 1
skip() { echo "skipped: $1"; }

# record NAME [VALGRIND OPTION...] -- COMMAND...
record() {
  name=$1
  shift
  options=''
  while [ "$1" != -- ]; do
    options="$options $1"
    shift
  done
  shift
  # shellcheck disable=SC2086
  valgrind --tool=callgrind $options --callgrind-out-file="$name.callgrind" "$@" > /dev/null 2>&1
  annotate "$name"
}

annotate() {
  for inclusive in no yes; do
    (cd / && callgrind_annotate --inclusive=$inclusive --threshold=100 --auto=no --show-percs=no \
      "$work/$1.callgrind") 2> /dev/null | sed '1,/file:function/d' | gzip -9n > "$here/$1.inclusive-$inclusive.gz"
  done
  gzip -9nc "$1.callgrind" > "$here/$1.callgrind.gz"
}

gcc -g -O1 -fno-optimize-sibling-calls -ffreestanding -fno-stack-protector -nostdlib -static -o tiny tiny.c
record tiny -- ./tiny
record tiny-instr --dump-instr=yes --collect-jumps=yes --branch-sim=yes --cache-sim=yes -- ./tiny
g++ -g -O1 -o work work.cpp && g++ -g -O1 -pthread -o threads threads.cpp
record cpp -- ./work
record cpp-plain --compress-strings=no --compress-pos=no --separate-callers=1 -- ./work
# One file of three threads, and of two dumps of one process.
record threads --combine-dumps=yes --separate-threads=yes -- ./threads
record parts --combine-dumps=yes -- ./threads
if command -v rustc > /dev/null; then rustc -g -O -o work-rs work.rs && record rust -- ./work-rs; else skip 'Rust'; fi
if command -v go > /dev/null; then
  go build -o work-go work.go && GOMAXPROCS=1 record go -- ./work-go
else
  skip 'Go'
fi
if command -v python3 > /dev/null; then
  PYTHONHASHSEED=0 record python -- "$(python3 -c 'import sys; print(sys.executable)')" -I -S -c ''
else
  skip 'Python'
fi
if command -v node > /dev/null; then record node -- node --version; else skip 'Node'; fi

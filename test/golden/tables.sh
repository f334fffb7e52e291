#!/bin/sh
# Writes benchstat/tables/: what benchstat prints of one file, of several, and with its flags for rows and columns.
# benchstat/tables.tsv names for each output the arguments that made it, with tabs between them, to run in
# benchstat/grid. Called by make.sh, and needs benchstat alone.
set -eu

cd "$(dirname "$0")/benchstat"
PATH=$PATH:${HOME:-/root}/go/bin
node grid.mjs
rm -rf tables
mkdir tables
: > tables.tsv

# table NAME ARGUMENT...: what is printed on standard error is kept as NAME.stderr where there is any.
table() {
  name=$1
  shift
  (cd grid && benchstat "$@") > "tables/$name" 2> "tables/$name.stderr"
  [ -s "tables/$name.stderr" ] || rm "tables/$name.stderr"
  printf '%s' "$name" >> tables.tsv
  for argument in "$@"; do printf '\t%s' "$argument" >> tables.tsv; done
  printf '\n' >> tables.tsv
}

table one.txt old.txt
table one-noted.txt notes.txt
table one-labelled.txt "a label that is longer than the numbers under it=old.txt"
table three.txt old.txt new.txt next.txt
table three-labelled.txt main=old.txt "b=new.txt" c=next.txt
table three-machines.txt old.txt other.txt new.txt
table four.txt new.txt old.txt next.txt old.txt
table alpha.txt -alpha 0.00001 old.txt new.txt next.txt

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

# What varies within a column, ignored and not.
table ignore.txt -ignore note notes.txt old.txt
table ignore-machine.txt -ignore cpu,note old.txt other.txt new.txt
table ignore-fullname.txt -row .name -ignore .fullname old.txt new.txt
table vary.txt -row .name old.txt new.txt
table vary-config.txt -table '' notes.txt old.txt

# Rows, columns and tables.
table col.txt -col note notes.txt
table col-cpu.txt -col cpu -ignore .file old.txt other.txt
table col-format.txt -col /format old.txt
table col-file-format.txt -col '.file /format' old.txt new.txt
table col-format-file.txt -row /size -col '/format,.file' old.txt new.txt next.txt
table col-fixed.txt -col '/format@(gob json)' -row .name,/size -ignore .file old.txt
table row-num.txt -row '/size@num .name' -col /format old.txt
table row-alpha.txt -row '/size@alpha' old.txt new.txt
table row-procs.txt -row '.fullname,/gomaxprocs' old.txt new.txt
table row-rest.txt -row '.name@alpha "/deep"' -ignore .fullname old.txt
table row-missing.txt -row '/nothing' old.txt
table table-format.txt -table /format -row /size old.txt new.txt
table table-alpha.txt -table .config@alpha -col .file@alpha old.txt other.txt new.txt
table table-none.txt -table goos old.txt new.txt next.txt
table table-fixed.txt -table 'cpu@("Another CPU")' old.txt other.txt

# Filters.
table filter.txt -filter '/format:json goos:linux .unit:(ns/op OR B/op)' old.txt new.txt
table filter-size.txt -filter '/deep:"" /size:512' -row /format -col .file old.txt new.txt
table filter-not.txt -filter '-.name:Encode' old.txt new.txt
table filter-or.txt -filter '.name:Sum OR (/size:/^[0-9]+$/ -/format:(gob OR /^x/))' old.txt
table filter-unit.txt -filter '-.unit:/\/op$/' old.txt new.txt
table filter-unit-or.txt -filter '.unit:sec/op OR .name:Size' old.txt new.txt
table filter-unit-and.txt -filter '.unit:/./ AND -.unit:(MB/s OR allocs/op) .name:Encode' old.txt
table filter-file.txt -filter '.file:(b OR "old.txt") .unit:sec/op' old.txt new.txt b=next.txt
table filter-config.txt -filter '"note":after .unit:ns/op' notes.txt
table filter-all.txt -filter '* .fullname:/Encode\/format=(json|gob)/' -col /format -row /size old.txt

# CSV, whose warnings are apart.
table one.csv -format csv old.txt
table three.csv -format csv old.txt new.txt next.txt
table notes.csv -format csv -col note notes.txt
table vary.csv -format csv -row .name old.txt "a, \"quoted\" label=new.txt"
table levels.csv -format csv -row /size -col '/format .file' old.txt new.txt
table machines.csv -format csv old.txt other.txt new.txt
table few.csv -format csv -alpha 0.00001 -filter .name:Sum old.txt new.txt

#!/bin/sh
# Records what the real benchstat prints for the hand-made inputs *.main.txt and *.head.txt:
# the text, the CSV (the same cells unrounded) and its notes (which cell has which footnote).
# go install golang.org/x/perf/cmd/benchstat@latest (recorded with the version named in VERSION)
set -eu
cd "$(dirname "$0")"
bin=$(command -v benchstat || echo "$HOME/go/bin/benchstat")
go version -m "$bin" | awk '$1 == "mod" { print $2, $3 }' >VERSION
for name in suite edge; do
  "$bin" "main=$name.main.txt" "head=$name.head.txt" >"$name.txt"
  "$bin" -format csv "main=$name.main.txt" "head=$name.head.txt" >"$name.csv" 2>"$name.notes"
done

#!/bin/sh
# Writes the golden files: what the real tools say about the inputs kept here and in
# examples/. Beside the files, commands.tsv names for each the command that made it, in the
# order of the files' making, so that a test can run it again:
#
#   benchstat/commands.tsv   output, folder to run in, arguments after `benchstat`
#   benchstat/tables.tsv     output, arguments, of what tables.sh makes
#   pprof/peek.tsv           the same for -peek
#   pprof/views.tsv          the same for text that flamegate prints as it is
#   pprof/commands.tsv       output, arguments after `go tool pprof`, to run in pprof/in
#
# Tables of pprof are whole (nothing trimmed) and in the profile's own unit, so that every number is
# exact; ` (inline)` and ` (partial-inline)` after a name are display only. What benchstat prints on
# standard error is kept as <output>.stderr where there is any.
#
# Needs Go (for `go tool pprof`), benchstat on PATH or in ~/go/bin, and Node:
#   go install golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da
# The inputs in pprof/in are recorded by pprof/record.sh, those of the examples by
# examples/record.sh.
set -eu

cd "$(dirname "$0")"
golden=$PWD
export TZ=UTC LC_ALL=C PPROF_BINARY_PATH=/nonexistent
PATH=$PATH:${HOME:-/root}/go/bin

# ---- benchstat ------------------------------------------------------------------------------------

node benchstat/generate.mjs
mkdir -p benchstat/out
rm -f benchstat/out/*
: > benchstat/commands.tsv

# stat NAME FOLDER ARGUMENT...: the text and the CSV of one comparison. FOLDER is from benchstat/.
stat() {
  name=$1 folder=$2
  shift 2
  for format in text csv; do
    case $format in text) out=$name.txt ;; csv) out=$name.csv ;; esac
    (cd "benchstat/$folder" && benchstat -format "$format" "$@") \
      > "benchstat/out/$out" 2> "benchstat/out/$out.stderr"
    [ -s "benchstat/out/$out.stderr" ] || rm "benchstat/out/$out.stderr"
    printf '%s\t%s\t-format %s %s\n' "$out" "$folder" "$format" "$*" >> benchstat/commands.tsv
  done
}

# The example: its first stored run of main against both pull requests and the second stored run.
set -- "$golden"/../../examples/baseline/*/benchmarks/bench.txt
for head in slow clean main-2; do
  case $head in main-2) new=$2 ;; *) new=$golden/../../examples/$head/bench.txt ;; esac
  mkdir -p "benchstat/in/examples-$head"
  cp "$1" "benchstat/in/examples-$head/old.txt"
  cp "$new" "benchstat/in/examples-$head/new.txt"
done

for pair in benchstat/in/*/; do
  name=$(basename "$pair")
  stat "$name" "in/$name" old.txt new.txt
done
# Another level changes only which rows are `~`.
stat examples-slow-alpha in/examples-slow -alpha 0.001 old.txt new.txt
# One file, several, and rows and columns that flags choose.
./tables.sh
# p at full precision, from benchstat's own packages.
(cd benchstat/oracle && go run . ../in/*/) > benchstat/out/mann-whitney.tsv

# ---- pprof ----------------------------------------------------------------------------------------

mkdir -p pprof/out
rm -f pprof/out/*
: > pprof/commands.tsv
# The tool looks for sources by the name of the working directory: a copy elsewhere has none.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp pprof/in/*.pprof "$work"
cd "$work"

# top KIND TYPE UNIT VARIANT ARGUMENT...: one table.
top() {
  out=$1.$2.$4.txt
  flags="-top -symbolize=none -nodecount=0 -nodefraction=0 -edgefraction=0 -sample_index=$2 -unit=$3"
  shift 4
  # shellcheck disable=SC2086 # the flags are words
  go tool pprof $flags "$@" > "$golden/pprof/out/$out" 2> stderr
  printf '%s\t%s %s\n' "$out" "$flags" "$*" >> "$golden/pprof/commands.tsv"
}

# tables KIND TYPE UNIT: both sides, their merge and their difference.
tables() {
  top "$1" "$2" "$3" base "$1.base.pprof"
  top "$1" "$2" "$3" head "$1.head.pprof"
  top "$1" "$2" "$3" merge "$1.base.pprof" "$1.head.pprof"
  top "$1" "$2" "$3" diff -diff_base="$1.base.pprof" "$1.head.pprof"
}

tables cpu samples count
tables cpu cpu ns
tables heap alloc_objects count
tables heap alloc_space B
tables heap inuse_objects count
tables heap inuse_space B
for kind in mutex block; do
  tables $kind contentions count
  tables $kind delay ns
done
tables goroutine goroutine count

# How functions are told apart, for each kind that has inlined frames.
for pair in "cpu cpu ns" "heap alloc_space B" "mutex delay ns"; do
  # shellcheck disable=SC2086
  set -- $pair
  for how in noinlines filefunctions lines; do
    top "$1" "$2" "$3" "base-$how" "-$how" "$1.base.pprof"
    top "$1" "$2" "$3" "diff-$how" "-$how" -diff_base="$1.base.pprof" "$1.head.pprof"
  done
  top "$1" "$2" "$3" base-lines-noinlines -lines -noinlines "$1.base.pprof"
  top "$1" "$2" "$3" base-filefunctions-noinlines -filefunctions -noinlines "$1.base.pprof"
done

# Several sources on both sides, of different binaries.
top cpu cpu ns merge3 cpu.base.pprof cpu.head.pprof cpu.other.pprof
top cpu cpu ns diff-merge -diff_base=cpu.base.pprof -diff_base=cpu.other.pprof cpu.head.pprof cpu.other.pprof
top cpu cpu ns diff-self -diff_base=cpu.base.pprof cpu.base.pprof
top cpu cpu ns diff-other -diff_base=cpu.other.pprof cpu.base.pprof

# The head scaled to the base's total.
top cpu cpu ns diff-normalize -normalize -diff_base=cpu.base.pprof cpu.head.pprof
top cpu samples count diff-normalize -normalize -diff_base=cpu.base.pprof cpu.head.pprof
top heap alloc_space B diff-normalize -normalize -diff_base=heap.base.pprof heap.head.pprof
top mutex delay ns diff-normalize -normalize -diff_base=mutex.base.pprof mutex.head.pprof
top cpu cpu ns diff-normalize-focus -normalize -focus=codec -diff_base=cpu.base.pprof cpu.head.pprof
top cpu cpu ns diff-normalize-merge -normalize -diff_base=cpu.base.pprof cpu.head.pprof cpu.other.pprof

# pprof's filters.
top cpu cpu ns base-focus -focus=appendEntry cpu.base.pprof
top cpu cpu ns base-ignore '-ignore=^runtime[.]' cpu.base.pprof
top cpu cpu ns base-hide '-hide=^runtime[.]' cpu.base.pprof
top cpu cpu ns base-hide-file -hide=varint cpu.base.pprof
top cpu cpu ns base-show-from '-show_from=codec[.]Decode$' cpu.base.pprof
top cpu cpu ns base-focus-hide -focus=codec '-hide=^testing[.]' cpu.base.pprof
top cpu cpu ns base-focus-noinlines -focus=append -noinlines cpu.base.pprof
top cpu cpu ns diff-focus -focus=appendEscaped -diff_base=cpu.base.pprof cpu.head.pprof
top cpu cpu ns base-show '-show=^example[.]com/ledger' cpu.base.pprof
top cpu cpu ns base-show-noinlines -noinlines '-show=codec[.]' cpu.base.pprof
top cpu cpu ns base-hide-noinlines -noinlines '-hide=append' cpu.base.pprof
top cpu cpu ns base-show-hide '-show=codec' '-hide=append' cpu.base.pprof
top cpu cpu ns base-focus-ignore -focus=codec -ignore=mallocgc cpu.base.pprof
top cpu cpu ns base-show-from-inline '-show_from=appendEntry' cpu.base.pprof
top cpu cpu ns base-show-from-file '-show_from=codec_test[.]go' cpu.base.pprof
top cpu cpu ns base-show-from-none '-show_from=nosuchfunction' cpu.base.pprof
top cpu cpu ns base-all-hidden -hide=. cpu.base.pprof
top cpu cpu ns base-lines-hide -lines '-hide=^runtime[.]' cpu.base.pprof
top heap alloc_space B base-tagfocus-range -tagfocus=1kb:64kb heap.base.pprof
top heap alloc_space B base-tagfocus-from -tagfocus=bytes=2kb: heap.base.pprof
top heap alloc_space B base-tagfocus-to -tagfocus=:512b heap.base.pprof
top heap alloc_space B base-tagfocus-one -tagfocus=bytes=64b heap.base.pprof
top heap alloc_space B base-tagignore-range -tagignore=:1kb heap.base.pprof
top heap alloc_space B base-tagfocus-unit -tagfocus=1ms: heap.base.pprof
top heap alloc_space B base-tagleaf -tagleaf=bytes heap.base.pprof
top heap alloc_space B diff-hide '-hide=^runtime[.]' -diff_base=heap.base.pprof heap.head.pprof
top goroutine goroutine count head-tagfocus-pair '-tagfocus=shard:[01]' goroutine.head.pprof
top goroutine goroutine count head-tagfocus-list '-tagfocus=shard:0,shard:1' goroutine.head.pprof
top goroutine goroutine count head-tagfocus-any '-tagfocus=shard=a,1' goroutine.head.pprof
top goroutine goroutine count head-tagignore '-tagignore=shard=.' goroutine.head.pprof
top goroutine goroutine count head-tagroot-focus -tagroot=shard '-focus=^1$' goroutine.head.pprof
top goroutine goroutine count head-tagroot-two -tagroot=shard,none goroutine.head.pprof
top goroutine goroutine count head-tagroot-files -filefunctions -tagroot=shard goroutine.head.pprof
top goroutine goroutine count head-tagleaf -tagleaf=shard goroutine.head.pprof
top goroutine goroutine count head-tagfocus -tagfocus=shard=1 goroutine.head.pprof
top goroutine goroutine count head-tagroot -tagroot=shard goroutine.head.pprof
top goroutine goroutine count diff-tagroot -tagroot=shard -diff_base=goroutine.base.pprof goroutine.head.pprof

# Callers and callees, of both sides.
: > "$golden/pprof/peek.tsv"
peek() {
  out=$1.$2.$4.peek.txt
  flags="-symbolize=none -sample_index=$2 -unit=$3"
  # shellcheck disable=SC2086 # the flags are words
  go tool pprof $flags "-peek=$5" "$1.$4.pprof" > "$golden/pprof/out/$out" 2> stderr
  printf '%s\t%s -peek=%s %s\n' "$out" "$flags" "$5" "$1.$4.pprof" >> "$golden/pprof/peek.tsv"
}
for side in base head; do
  peek cpu cpu ns $side 'codec[.]append'
  peek cpu samples count $side '^runtime[.]mallocgc$'
  peek heap alloc_space B $side '.'
  peek goroutine goroutine count $side '.'
done

# One slice with its own total: what is left, over what is left.
for kind in base head; do
  for endpoint in checkout cart search; do
    top shop cpu ns "$kind-$endpoint" "-tagfocus=endpoint=^/$endpoint\$" -relative_percentages "shop.$kind.pprof"
  done
  top shop cpu ns "$kind-none" -tagignore=endpoint=. -relative_percentages "shop.$kind.pprof"
  # Rolled up by hand: only the runtime's own functions, by name.
  top shop cpu ns "$kind-user" '-hide=^(runtime|internal|sync|syscall)[./]|body$|^gcWriteBarrier$|^gogo$' "shop.$kind.pprof"
done

# The type that is shown when none is asked for, with the tool's own units.
for kind in cpu heap mutex block goroutine; do
  go tool pprof -top -symbolize=none $kind.base.pprof > "$golden/pprof/out/$kind.default.base.txt" 2> stderr
  printf '%s\t%s\n' "$kind.default.base.txt" "-top -symbolize=none $kind.base.pprof" >> "$golden/pprof/commands.tsv"
done

# What is printed, to the character: order, number of rows, units.
: > "$golden/pprof/views.tsv"
view() {
  out=view.$1.txt
  shift
  go tool pprof -symbolize=none "$@" > "$golden/pprof/out/$out" 2> stderr
  printf '%s\t%s\n' "$out" "-symbolize=none $*" >> "$golden/pprof/views.tsv"
}
view top -top -sample_index=cpu cpu.base.pprof
view cum -top -cum -sample_index=cpu cpu.base.pprof
view nodecount -top -nodecount=7 -sample_index=cpu cpu.base.pprof
view cum-nodecount -top -cum -nodecount=12 -nodefraction=0 -sample_index=alloc_space heap.head.pprof
view nodefraction -top -nodefraction=0.05 -sample_index=alloc_space heap.base.pprof
view nodefraction-all -top -nodefraction=0 -sample_index=delay mutex.base.pprof
view unit-ms -top -unit=ms -sample_index=cpu cpu.base.pprof
view unit-seconds -top -unit=seconds -sample_index=delay block.head.pprof
view unit-kb -top -unit=kb -sample_index=alloc_space heap.base.pprof
view unit-auto -top -unit=auto -sample_index=alloc_space heap.base.pprof
view unit-minimum -top -unit=minimum -sample_index=inuse_space heap.head.pprof
view merge -top -cum -nodecount=5 -sample_index=cpu cpu.base.pprof cpu.head.pprof
view lines -top -lines -cum -nodecount=9 -sample_index=cpu cpu.base.pprof
view focus -top -focus=append -cum -nodefraction=0.02 -unit=us -sample_index=cpu cpu.base.pprof
view tags-heap -tags -sample_index=alloc_space heap.base.pprof
view tags-shop -tags -sample_index=cpu shop.base.pprof
view tags-shop-merge -tags -sample_index=samples shop.base.pprof shop.head.pprof
view tags-goroutine -tags -sample_index=goroutine goroutine.head.pprof
view tags-unit -tags -unit=kb -sample_index=alloc_space heap.head.pprof
view tags-focus -tags -focus=stringslite -sample_index=cpu -unit=ms shop.head.pprof
view tags-tagfocus -tags '-tagfocus=endpoint=cart' -sample_index=cpu shop.head.pprof
view relative -top -focus=append -relative_percentages -sample_index=cpu cpu.base.pprof
view relative-hide -top '-hide=^runtime[.]' -relative_percentages -cum -sample_index=alloc_space heap.base.pprof
view relative-tags -tags -focus=stringslite -relative_percentages -sample_index=cpu shop.head.pprof
view divide -top -divide_by=3 -sample_index=cpu cpu.base.pprof
view divide-unit -top -divide_by=0.5 -unit=us -sample_index=cpu cpu.base.pprof
view divide-small -top -divide_by=1e7 -nodecount=5 -sample_index=delay block.base.pprof
view divide-tags -tags -divide_by=7 -sample_index=alloc_objects heap.base.pprof
view mean -top -mean -sample_index=delay mutex.base.pprof
view mean-block -top -mean -cum -nodecount=9 -sample_index=delay block.head.pprof
view mean-heap -top -mean -unit=B -nodefraction=0 -sample_index=alloc_space heap.base.pprof
view mean-merge -top -mean -divide_by=2 -sample_index=delay block.base.pprof block.head.pprof
for side in base head; do
  view mean-$side -top -mean -unit=ns -nodefraction=0 -sample_index=delay mutex.$side.pprof
done
view tree -tree -sample_index=cpu cpu.base.pprof
view tree-few -tree -nodecount=6 -cum -sample_index=cpu cpu.head.pprof
view tree-all -tree -nodecount=0 -nodefraction=0 -sample_index=alloc_space -unit=B heap.base.pprof
view tree-merge -tree -nodecount=12 -sample_index=delay block.base.pprof block.head.pprof
view tree-focus -tree -focus=append -noinlines -nodecount=9 -unit=us -sample_index=cpu cpu.base.pprof
view tree-lines -tree -lines -nodecount=15 -sample_index=goroutine goroutine.head.pprof
cp -r "$golden/../../examples/module" .
view list -list=codec[.]appendEscaped -source_path=module -trim_path=example.com/ledger -sample_index=cpu cpu.base.pprof
view list-many '-list=codec|littleEndian' -source_path=module -trim_path=example.com/ledger -sample_index=cpu cpu.head.pprof
view list-heap -list=index -source_path=module -trim_path=example.com/ledger -sample_index=alloc_space -unit=kb heap.base.pprof
view list-merge -list=Checksum -source_path=module -trim_path=example.com/ledger -noinlines -sample_index=samples cpu.base.pprof cpu.head.pprof
view list-focus -list=codec -source_path=module -trim_path=example.com/ledger -focus=append -relative_percentages -divide_by=2 -sample_index=cpu cpu.base.pprof

/**
 * Two neighbouring versions of a public package, whose notes name a change of speed: as two commits of a small program
 * that uses it, by a whole `flamegate measure --count`. The registries give the packages; nothing of them is kept.
 */
import { counted, countedChange, signed } from '../../src/text/numbers.ts';
import { type Files, measure, twoCommits } from './commits.ts';
import { middle, table } from './table.ts';

interface Release {
  readonly name: string;
  readonly versions: readonly [string, string];
  /** What the notes of the newer say. */
  readonly notes: string;
  readonly files: (version: string) => Files;
  readonly setup: string;
  readonly run: string;
}

const serdeMain = `use std::fmt::Write;
fn main() {
    let mut text = String::from("[");
    for i in 0..1500 {
        let comma = if i > 0 { "," } else { "" };
        write!(text, "{comma}{{\\"id\\":{i},\\"of\\":[{},{},{}],\\"name\\":\\"name {}\\"}}", i % 7, i % 11, i % 13, i % 97).unwrap();
    }
    text.push(']');
    let mut sum = 0;
    for _ in 0..10 {
        let read: Vec<std::collections::BTreeMap<String, serde_json::Value>> = serde_json::from_str(&text).unwrap();
        sum += read.len();
    }
    println!("{sum}");
}
`;
const escapesMain = `fn main() {
    let text = format!("\\"{}\\"", "\\\\u0416\\\\u6f22 of text \\\\u00e9".repeat(3000));
    let mut sum = 0;
    for _ in 0..10 {
        sum += serde_json::from_str::<String>(&text).unwrap().len();
    }
    println!("{sum}");
}
`;
const cargo = {
  setup: 'cargo build --quiet --release --target-dir "$FLAMEGATE_BIN/target"',
  run: '$FLAMEGATE_BIN/target/release/program',
};
const serde = (main: string) => (version: string) => ({
  'Cargo.toml': `[package]
name = "program"
version = "0.1.0"
edition = "2021"
[dependencies]
serde_json = "=${version}"
[profile.release]
debug = true
`,
  'src/main.rs': main,
});

const flateMain = `package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/flate"
)

func main() {
	var text, packed bytes.Buffer
	for i := range 30000 {
		fmt.Fprintf(&text, "line %d of text %x\\n", i*7919%9973, i*i)
	}
	w, _ := flate.NewWriter(&packed, 6)
	w.Write(text.Bytes())
	w.Close()
	sum := 0
	for range 5 {
		all, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed.Bytes())))
		if err != nil {
			panic(err)
		}
		sum += len(all)
	}
	fmt.Println(sum)
}
`;

const releases: readonly Release[] = [
  {
    name: 'serde_json (Rust), arrays and objects',
    versions: ['1.0.131', '1.0.132'],
    notes: 'arrays and objects about 8 % faster (#1206)',
    files: serde(serdeMain),
    ...cargo,
  },
  {
    name: 'serde_json (Rust), strings of escapes',
    versions: ['1.0.124', '1.0.125'],
    notes: 'escapes of four digits are read faster (#1172, #1175)',
    files: serde(escapesMain),
    ...cargo,
  },
  {
    name: 'klauspost/compress (Go), flate read',
    versions: ['1.14.2', '1.14.3'],
    notes: 'flate: reading 5 to 10 % faster (#483), writing at fast levels 10 % (#482 and others)',
    files: (version) => ({
      'go.mod': `module program\n\ngo 1.22\n\nrequire github.com/klauspost/compress v${version}\n`,
      'main.go': flateMain,
    }),
    setup: 'go build -mod=mod -o "$FLAMEGATE_BIN/program" .',
    run: 'GOMAXPROCS=1 GODEBUG=asyncpreemptoff=1,gcstoptheworld=2 $FLAMEGATE_BIN/program',
  },
];

/** Without what a demangler adds in front of a type. */
const short = (name: string): string => name.replace(/^.*\//, '');

function rowOf({ name, versions, notes, files, setup, run }: Release): string[] {
  const [from, to] = versions;
  return twoCommits(files(from), files(to), (folder) => {
    const args = ['--against', 'main', '--count', '--setup', setup, '--run', run];
    const { report } = measure(folder, args, { GOFLAGS: '-buildvcs=false', GOWORK: 'off' });
    console.error(report.headline);
    const [row] = report.comparisons;
    const [sides] = report.counts?.benchmarks ?? [];
    const moved = (sides?.functions?.moved ?? [])
      .slice(0, 2)
      .map((of) => `\`${short(of.name)}\` ${countedChange(of.head - of.base)}`);
    const found = [
      name,
      `${from} -> ${to}`,
      notes,
      `${counted(middle(sides?.base ?? []))} -> ${counted(middle(sides?.head ?? []))}`,
      `${row?.verdict ?? report.verdict}, ${signed(row?.delta ?? Number.NaN)}`,
      moved.join(', '),
    ];
    console.error(found.join(' | '));
    return found;
  });
}

const titles = ['package', 'versions', 'its notes', 'instructions', 'here', 'moved most'];

/** Of the packages whose names begin so, all where there is none. */
export const versions = (only: readonly string[]): string =>
  table(
    titles,
    releases
      .filter((of) => only.length === 0 || only.some((name) => of.name.startsWith(name)))
      .map(rowOf),
  );

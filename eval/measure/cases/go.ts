/** Go: `go test -bench`, and `go.mod` with a module that is taken from the checkout itself. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ecosystem, parseUnits } from './ecosystem.ts';

/** Steps of a loop in a unit: the benchmark takes some forty microseconds. */
const unit = 1000;

/** Each step waits for the one before, so that both functions take as long a step wherever they begin in memory. */
const loop = (name: string) => `
//go:noinline
func ${name}(n int) int {
	s := 0
	for i := 0; i < n; i++ {
		s = (s*5 + i) % 1021
	}
	return s
}
`;

const bench = (of: string) => `package bench

import (
	"testing"

	"${of}"
)

var sink int

func BenchmarkTotal(b *testing.B) {
	for i := 0; i < b.N; i++ {
		sink += work.Total()
	}
}
`;

const modules = {
  own: 'module example.com/demo\n\ngo 1.20\n',
  /** The benchmark's own module takes the work's from where it is told. */
  apart: (to: string) =>
    `module example.com/demo\n\ngo 1.20\n\nrequire example.com/demo/work v0.0.0\n\nreplace example.com/demo/work => ${to}\n`,
  work: 'module example.com/demo/work\n\ngo 1.20\n',
};

export const go: Ecosystem = {
  name: 'Go',
  needs: 'go',
  files: () => ({
    'go.mod': modules.own,
    'bench/bench_test.go': bench('example.com/demo/work'),
  }),
  source: (units, note) => ({
    'work/work.go': `// Package work: ${note}.
package work
${loop('parse')}${loop('check')}
func Total() int { return parse(${parseUnits * unit}) + check(${Math.round(units * unit)}) }
`,
  }),
  typed: ['--', 'go', 'test', '-bench=.', './bench'],
  byHand: () => [
    '--setup',
    'go test -c -o $FLAMEGATE_BIN/bench.test ./bench',
    '--run',
    '$FLAMEGATE_BIN/bench.test -test.run="^$" -test.bench="$FLAMEGATE_FILTER" -test.count=1 -test.benchtime=100ms -test.cpuprofile=$FLAMEGATE_PROFILE',
  ],
  prepare: () => ({ GOFLAGS: '-buildvcs=false', GOPROXY: 'off', GOWORK: 'off' }),
  trap: {
    what: '`-modfile` in GOFLAGS with a `replace` by the checkout',
    files: () => ({ 'work/go.mod': modules.work, 'go.mod': modules.apart('./work') }),
    set: (folder, cache) => {
      mkdirSync(join(cache, 'go'), { recursive: true });
      const file = join(cache, 'go/other.mod');
      writeFileSync(file, modules.apart(join(folder, 'work')));
      return { GOFLAGS: `-buildvcs=false -modfile=${file}` };
    },
    typed: () => [
      '--setup',
      'go test -c -o $FLAMEGATE_BIN/bench.test ./bench',
      '--run',
      "$FLAMEGATE_BIN/bench.test -test.run='^$' -test.bench=. -test.benchtime=100ms",
    ],
  },
};

/** A program that is its own benchmark: its time counts, unless it prints figures of its own. */
import { type Ecosystem, parseUnits } from './ecosystem.ts';

/** Of which a start takes little: the work takes a fifth of a second. */
const unit = 20_000_000;

const loop = (name: string) => `
//go:noinline
func ${name}(n int) int {
	s := 0
	for i := 0; i < n; i++ {
		s += i * i % 7
	}
	return s
}
`;

/** With an argument it repeats the work for a tenth of a second and says how long one turn took. */
const main = `package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Println("total", parse()+check())
		return
	}
	turns, start := 0, time.Now()
	for time.Since(start) < 100*time.Millisecond {
		parse()
		check()
		turns++
	}
	fmt.Printf("total: %.2f ms\\n", time.Since(start).Seconds()*1e3/float64(turns))
}

func parse() int { return mix(${parseUnits * unit}) }
${loop('mix')}`;

export const program: Ecosystem = {
  name: 'a program',
  needs: 'go',
  files: () => ({
    'go.mod': 'module example.com/tool\n\ngo 1.20\n',
    'main.go': main,
    '.gitignore': '/tool\n',
  }),
  source: (units, note) => ({
    'check.go': `// ${note}
package main

func check() int { return mix(${Math.round(units * unit)}) }
`,
  }),
  typed: ['--setup', 'go build -o tool .', '--', './tool'],
  byHand: () => ['--setup', 'go build -o tool .', '--run', './tool'],
  prepare: () => ({ GOFLAGS: '-buildvcs=false', GOPROXY: 'off', GOWORK: 'off' }),
  trap: {
    what: 'it prints times of its own, and repeats its work for so long',
    typed: () => ['--setup', 'go build -o tool .', '--run', './tool bench'],
  },
};

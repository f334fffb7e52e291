// Makes the golden tables of this folder with the reader that benchstat uses.
//
//	mkdir /tmp/golden && cp make.go /tmp/golden && cd /tmp/golden && go mod init golden
//	go get golang.org/x/perf@latest
//	go run make.go .../test/formats/benchmarks/golden
//
// It reads numbers.txt, units.txt and every *.bench there and writes numbers.json, units.json and
// a .json beside each .bench.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/perf/benchfmt"
	"golang.org/x/perf/benchunit"
)

func main() {
	dir := os.Args[1]
	var numbers []any
	for _, s := range lines(filepath.Join(dir, "numbers.txt")) {
		numbers = append(numbers, map[string]any{
			"text":       s,
			"value":      one("BenchmarkX 1 " + s + " x"),
			"iterations": one("BenchmarkX " + s + " 1 x"),
		})
	}
	write(filepath.Join(dir, "numbers.json"), numbers)

	var units []any
	for _, s := range lines(filepath.Join(dir, "units.txt")) {
		factor, unit := benchunit.Tidy(1, s)
		better := benchfmt.UnitMetadataMap(nil).GetBetter(unit)
		units = append(units, map[string]any{"unit": s, "tidied": unit, "factor": factor, "goBetter": better})
	}
	write(filepath.Join(dir, "units.json"), units)

	files, _ := filepath.Glob(filepath.Join(dir, "*.bench"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			panic(err)
		}
		write(strings.TrimSuffix(file, ".bench")+".json", records(data))
	}
}

func lines(file string) []string {
	data, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

func write(file string, rows []any) {
	var out []string
	for _, row := range rows {
		b, err := json.Marshal(row)
		if err != nil {
			panic(err)
		}
		out = append(out, string(b))
	}
	if err := os.WriteFile(file, []byte("[\n"+strings.Join(out, ",\n")+"\n]\n"), 0o644); err != nil {
		panic(err)
	}
	fmt.Println(file, len(rows))
}

// one reads a single line: the value, exactly, or the error's text.
func one(line string) any {
	for _, row := range records([]byte(line)) {
		r := row.(map[string]any)
		if msg, ok := r["error"]; ok {
			return map[string]any{"error": msg}
		}
		return map[string]any{"value": r["values"].([]any)[0].(map[string]any)["value"], "iterations": r["iterations"]}
	}
	return nil
}

func exact(v float64) string {
	switch {
	case math.IsNaN(v):
		return "NaN"
	case math.IsInf(v, 0):
		return fmt.Sprint(v)
	}
	b, _ := json.Marshal(v)
	return string(b)
}

func records(data []byte) []any {
	rows := []any{}
	reader := benchfmt.NewReader(bytes.NewReader(data), "f")
	for reader.Scan() {
		switch r := reader.Result().(type) {
		case *benchfmt.SyntaxError:
			rows = append(rows, map[string]any{"line": r.Line, "error": r.Msg})
		case *benchfmt.UnitMetadata:
			_, line := r.Pos()
			rows = append(rows, map[string]any{"line": line, "unit": r.Unit, "key": r.Key, "set": r.Value})
		case *benchfmt.Result:
			_, line := r.Pos()
			config := map[string]string{}
			for _, c := range r.Config {
				config[c.Key] = string(c.Value)
			}
			values := []any{}
			for _, v := range r.Values {
				// A value of 0 is left in its own unit by benchfmt.
				_, unit := benchunit.Tidy(v.Value, v.Unit)
				values = append(values, map[string]any{"value": exact(v.Value), "unit": unit})
			}
			rows = append(rows, map[string]any{"line": line, "name": string(r.Name), "iterations": r.Iters, "config": config, "values": values})
		}
	}
	if err := reader.Err(); err != nil {
		panic(err)
	}
	return rows
}

// Command oracle prints the Mann-Whitney test of each benchmark at full precision, which benchstat
// rounds to three places. The samples are read and compared by benchstat's own packages; units that
// are declared exact are tested like the others.
//
//	go run . FOLDER...        each with old.txt and new.txt
//
// Columns: folder, package, benchmark, unit, n of old and new, median of old and new, p.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"golang.org/x/perf/benchfmt"
	"golang.org/x/perf/benchmath"
)

type key struct{ pkg, name, unit string }

func read(file string) (keys []key, samples map[key][]float64) {
	f, err := os.Open(file)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	samples = map[key][]float64{}
	for r := benchfmt.NewReader(f, file); r.Scan(); {
		result, ok := r.Result().(*benchfmt.Result)
		if !ok {
			continue
		}
		for _, v := range result.Values {
			k := key{result.GetConfig("pkg"), result.Name.String(), v.Unit}
			if samples[k] == nil {
				keys = append(keys, k)
			}
			samples[k] = append(samples[k], v.Value)
		}
	}
	return keys, samples
}

func main() {
	fmt.Println("folder\tpackage\tbenchmark\tunit\tn old\tn new\tmedian old\tmedian new\tp")
	for _, folder := range os.Args[1:] {
		keys, olds := read(filepath.Join(folder, "old.txt"))
		_, news := read(filepath.Join(folder, "new.txt"))
		for _, k := range keys {
			if news[k] == nil {
				continue
			}
			thresholds := &benchmath.DefaultThresholds
			a, b := benchmath.NewSample(olds[k], thresholds), benchmath.NewSample(news[k], thresholds)
			how := benchmath.AssumeNothing
			fmt.Printf("%s\t%s\t%s\t%s\t%d\t%d\t%v\t%v\t%v\n", filepath.Base(folder), k.pkg, k.name, k.unit,
				len(a.Values), len(b.Values), how.Summary(a, 0.95).Center, how.Summary(b, 0.95).Center,
				how.Compare(a, b).P)
		}
	}
}

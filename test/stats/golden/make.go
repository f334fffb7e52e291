// Makes mannwhitney.json, medianci.json and median.json with the library benchstat uses.
//
//	mkdir /tmp/golden && cp make.go /tmp/golden && cd /tmp/golden && go mod init golden
//	go get github.com/aclements/go-moremath@v0.0.0-20210112150236-f10218a38794
//	go run make.go .../test/stats/golden
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"strings"

	"github.com/aclements/go-moremath/stats"
)

type utest struct {
	X      []float64 `json:"x"`
	Y      []float64 `json:"y"`
	U      float64   `json:"u"`
	P      float64   `json:"p"`
	Equal  bool      `json:"allEqual"`
	Normal bool      `json:"normal"`
}

func main() {
	rng := rand.New(rand.NewSource(20261121))
	write("mannwhitney.json", utests(rng))
	write("medianci.json", intervals())
	write("median.json", medians(rng))
}

func write[T any](name string, rows []T) {
	lines := make([]string, len(rows))
	for i, row := range rows {
		b, err := json.Marshal(row)
		if err != nil {
			panic(err)
		}
		lines[i] = string(b)
	}
	text := "[\n" + strings.Join(lines, ",\n") + "\n]\n"
	if err := os.WriteFile(filepath.Join(os.Args[1], name), []byte(text), 0o644); err != nil {
		panic(err)
	}
	fmt.Println(name, len(rows))
}

// draw returns n values of which about `distinct` differ, shifted up.
func draw(rng *rand.Rand, n, distinct int, shift float64) []float64 {
	xs := make([]float64, n)
	for i := range xs {
		xs[i] = float64(rng.Intn(distinct)) + shift
	}
	return xs
}

func utests(rng *rand.Rand) []utest {
	var rows []utest
	add := func(x, y []float64) {
		row := utest{X: x, Y: y}
		res, err := stats.MannWhitneyUTest(x, y, stats.LocationDiffers)
		if err == stats.ErrSamplesEqual {
			row.P, row.Equal, row.U = 1, true, float64(len(x)*len(y))/2
		} else if err != nil {
			panic(err)
		} else {
			row.U, row.P = res.U, res.P
		}
		seen, ties := map[float64]bool{}, false
		for _, v := range append(append([]float64{}, x...), y...) {
			ties = ties || seen[v]
			seen[v] = true
		}
		n := max(len(x), len(y))
		row.Normal = !row.Equal && (ties && n > 25 || n > 50)
		rows = append(rows, row)
	}
	add([]float64{1}, []float64{1, 1, 2})
	add([]float64{1, 1, 2}, []float64{1})
	add([]float64{3, 3}, []float64{3, 3, 3})
	add(draw(rng, 30, 1, 0), draw(rng, 30, 1, 0))
	add([]float64{0, -1, 2.5}, []float64{-3, 0, 0})
	for _, size := range [][2]int{{1, 1}, {1, 4}, {2, 2}, {3, 3}, {4, 4}, {5, 5}, {5, 6}, {6, 5}, {8, 3}, {10, 10}, {10, 7}, {12, 20}, {20, 20}, {25, 25}, {26, 25}, {30, 30}, {50, 50}, {51, 50}, {60, 60}, {7, 40}} {
		for _, distinct := range []int{2, 3, 5, 12, 40, 1 << 30} {
			for _, shift := range []float64{0, 1, float64(distinct) / 2, float64(distinct)} {
				add(draw(rng, size[0], distinct, math.Floor(shift)), draw(rng, size[1], distinct, 0))
			}
		}
	}
	return rows
}

type interval struct {
	N          int     `json:"n"`
	Confidence float64 `json:"asked"`
	Lo         int     `json:"low"`
	Hi         int     `json:"high"`
	Held       float64 `json:"held"`
}

func intervals() []interval {
	var rows []interval
	for _, confidence := range []float64{0.5, 0.9, 0.95, 0.99, 0.999} {
		for n := 1; n <= 80; n++ {
			ci := stats.QuantileCI(n, 0.5, confidence)
			rows = append(rows, interval{n, confidence, ci.LoOrder, ci.HiOrder, ci.Confidence})
		}
		for _, n := range []int{100, 101, 500, 1001} {
			ci := stats.QuantileCI(n, 0.5, confidence)
			rows = append(rows, interval{n, confidence, ci.LoOrder, ci.HiOrder, ci.Confidence})
		}
	}
	return rows
}

type quantiles struct {
	X      []float64 `json:"x"`
	Q      []float64 `json:"q"`
	Values []float64 `json:"values"`
}

func medians(rng *rand.Rand) []quantiles {
	var rows []quantiles
	qs := []float64{0, 0.01, 0.1, 0.25, 1.0 / 3, 0.5, 0.75, 0.9, 0.99, 1}
	for n := 1; n <= 40; n++ {
		xs := make([]float64, n)
		for i := range xs {
			xs[i] = rng.NormFloat64() * 1e-9
		}
		row := quantiles{X: xs, Q: qs}
		for _, q := range qs {
			row.Values = append(row.Values, stats.Sample{Xs: xs}.Quantile(q))
		}
		rows = append(rows, row)
	}
	return rows
}

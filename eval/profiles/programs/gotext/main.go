// A page is made by text/template, and a picture by image/png.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"runtime/pprof"
	"strconv"
	"text/template"
	"time"
)

var page = template.Must(template.New("p").Parse(`{{range .}}<li>{{.Name | html}} {{printf "%05d" .N}}{{if .Odd}} odd{{end}}</li>{{end}}`))

type row struct {
	Name string
	N    int
	Odd  bool
}

//go:noinline
func rows() (r []row) {
	for i := 0; i < 60; i++ {
		r = append(r, row{"<row " + strconv.Itoa(i), i, i%2 == 1})
	}
	return r
}

//go:noinline
func paint(m *image.Gray) {
	for y := 0; y < 64; y++ {
		for x := 0; x < 64; x++ {
			m.Pix[y*m.Stride+x] = byte((x*x + y*y) % 251 >> 3)
		}
	}
}

//go:noinline
func blur(m *image.Gray) {
	for r := 0; r < 2; r++ {
		for i := 65; i < len(m.Pix)-65; i++ {
			m.Pix[i] = byte((int(m.Pix[i-1]) + int(m.Pix[i+1]) + int(m.Pix[i-64]) + int(m.Pix[i+64])) / 4)
		}
	}
}

//go:noinline
func histogram(m *image.Gray) (n int) {
	var h [256]int
	for r := 0; r < 5; r++ {
		for _, p := range m.Pix {
			h[p]++
		}
	}
	return h[3] & 1
}

func job(i int, e *png.Encoder, m *image.Gray) (t int) {
	var b bytes.Buffer
	page.Execute(&b, rows())
	paint(m)
	blur(m) // doubled
	t += histogram(m)
	e.Encode(io.Discard, m)
	return t + b.Len()
}

func main() {
	times, _ := strconv.Atoi(os.Args[2])
	f, _ := os.Create(os.Args[1])
	m, e := image.NewGray(image.Rect(0, 0, 64, 64)), &png.Encoder{CompressionLevel: png.BestSpeed}
	pprof.StartCPUProfile(f)
	start, t := time.Now(), 0
	for i := 0; i < times; i++ {
		t += job(i, e, m)
	}
	fmt.Println(float64(time.Since(start).Nanoseconds())/float64(times), t)
	pprof.StopCPUProfile()
}

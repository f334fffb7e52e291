// Command shop makes the labelled CPU profiles of test/golden/pprof/in:
//
//	go run . base|head|requests DIRECTORY
//
// It serves three endpoints for five seconds, each labelled `endpoint`. As head, /checkout encodes
// twice. As requests, each request carries its own id as a label, too, as tracers do.
package main

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strconv"
	"strings"
	"time"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: shop base|head|requests DIRECTORY")
	}
	kind := os.Args[1]
	f, err := os.Create(filepath.Join(os.Args[2], "shop."+kind+".pprof"))
	if err != nil {
		log.Fatal(err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		log.Fatal(err)
	}
	end := time.Now().Add(5 * time.Second)
	for id := 0; time.Now().Before(end); id++ {
		for _, endpoint := range []string{"/checkout", "/cart", "/search"} {
			labels := []string{"endpoint", endpoint}
			if kind == "requests" {
				labels = append(labels, "request", endpoint+"#"+strconv.Itoa(id))
			}
			pprof.Do(context.Background(), pprof.Labels(labels...), func(context.Context) {
				serve(endpoint, kind == "head")
			})
		}
		settle() // outside of any request
	}
	pprof.StopCPUProfile()
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
}

var sink int

func serve(endpoint string, head bool) {
	switch endpoint {
	case "/checkout":
		price()
		encode()
		if head {
			encode()
		}
	case "/cart":
		price()
		encode()
	default:
		search()
	}
}

//go:noinline
func price() {
	for i := range 120000 {
		sink += i * i % 7
	}
}

// encode allocates.
//
//go:noinline
func encode() {
	var parts []string
	for i := range 2500 {
		parts = append(parts, strconv.Itoa(sink+i))
	}
	sink += len(strings.Join(parts, ","))
}

//go:noinline
func search() {
	text := strings.Repeat("abcdefgh", 3000)
	for range 20 {
		sink += strings.Index(text, "hgfedcba")
	}
}

//go:noinline
func settle() {
	for i := range 60000 {
		sink ^= i
	}
}

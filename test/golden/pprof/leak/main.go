// Command leak writes eight heap and goroutine profiles of itself, one after the other:
//
//	go run . leaking|steady DIRECTORY
//
// Leaking, it keeps a session of each round and starts a goroutine that nobody ends. Steady, it fills a
// cache in the first two rounds. Both churn through buffers.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"time"
)

var (
	sessions [][]byte
	cache    [][]byte
	buffers  [64][]byte
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: leak leaking|steady DIRECTORY")
	}
	runtime.MemProfileRate = 16 * 1024
	leaking := os.Args[1] == "leaking"
	for round := range 8 {
		serve(round, leaking)
		if leaking {
			keepSession()
			startWatcher()
		} else if round < 2 {
			fillCache()
		}
		time.Sleep(5 * time.Millisecond)
		runtime.GC()
		runtime.GC()
		for _, kind := range []string{"heap", "goroutine"} {
			save(kind, fmt.Sprintf("%s.%s.%d.pprof", os.Args[1], kind, round+1))
		}
	}
}

func save(kind, name string) {
	f, err := os.Create(filepath.Join(os.Args[2], name))
	if err != nil {
		log.Fatal(err)
	}
	if err := pprof.Lookup(kind).WriteTo(f, 0); err != nil {
		log.Fatal(err)
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
}

//go:noinline
func keepSession() {
	for range 200 {
		sessions = append(sessions, make([]byte, 4096))
	}
}

//go:noinline
func startWatcher() {
	for range 3 {
		go watch(make(chan int))
	}
}

func watch(never chan int) { <-never }

//go:noinline
func fillCache() {
	for range 200 {
		cache = append(cache, make([]byte, 4096))
	}
}

// serve leaves buffers of other sizes behind each time.
//
//go:noinline
func serve(round int, leaking bool) {
	for i := range buffers {
		buffers[i] = make([]byte, 8192+4096*((i*7+round*5)%8))
	}
	done := make(chan bool)
	for range round % 3 {
		go func() { done <- true }()
		<-done
	}
}

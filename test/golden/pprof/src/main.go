// Command bank makes the mutex, block and goroutine profiles of test/golden/pprof/in:
//
//	go run . base|head DIRECTORY
//
// Tellers move money under contended locks, wait for each other on channels, and at the end stand
// still in several functions while the goroutines are counted. As head, one critical section is
// longer and more goroutines wait in it.
package main

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strconv"
	"sync"
	"time"
)

func main() {
	if len(os.Args) != 3 || (os.Args[1] != "base" && os.Args[1] != "head") {
		log.Fatal("usage: bank base|head DIRECTORY")
	}
	head := os.Args[1] == "head"
	save := func(name string) {
		f, err := os.Create(filepath.Join(os.Args[2], name+"."+os.Args[1]+".pprof"))
		if err != nil {
			log.Fatal(err)
		}
		if err := pprof.Lookup(name).WriteTo(f, 0); err != nil {
			log.Fatal(err)
		}
		if err := f.Close(); err != nil {
			log.Fatal(err)
		}
	}
	runtime.SetMutexProfileFraction(1)
	runtime.SetBlockProfileRate(1)
	b := newBank(head)
	b.openHours()
	save("mutex")
	save("block")
	b.standStill()
	save("goroutine")
}

type bank struct {
	head    bool
	vault   sync.Mutex
	ledger  sync.RWMutex
	orders  chan int
	closed  chan struct{}
	balance [64]int
}

func newBank(head bool) *bank {
	return &bank{head: head, orders: make(chan int), closed: make(chan struct{})}
}

// openHours runs tellers and clerks for a fixed number of orders.
func (b *bank) openHours() {
	var tellers, clerks sync.WaitGroup
	for range 3 {
		clerks.Add(1)
		go func() {
			defer clerks.Done()
			for order := range b.orders {
				b.deposit(order)
				b.audit()
			}
		}()
	}
	for teller := range 4 {
		tellers.Add(1)
		go func() {
			defer tellers.Done()
			for i := range 150 {
				b.withdraw(teller*150 + i)
				b.send(i)
			}
		}()
	}
	tellers.Wait()
	close(b.orders)
	clerks.Wait()
}

func (b *bank) send(order int) {
	select {
	case b.orders <- order:
	case <-b.closed:
	}
}

//go:noinline
func (b *bank) deposit(order int) {
	b.vault.Lock()
	defer b.vault.Unlock()
	if b.head {
		b.recount()
	}
	b.balance[order%len(b.balance)] += order
	b.recount()
}

//go:noinline
func (b *bank) withdraw(order int) {
	b.lockVault()
	b.balance[order%len(b.balance)] -= order
	b.recount()
	b.vault.Unlock()
	b.ledger.Lock()
	b.recount()
	b.ledger.Unlock()
}

// lockVault is small enough to be inlined.
func (b *bank) lockVault() { b.vault.Lock() }

func (b *bank) audit() int {
	b.ledger.RLock()
	defer b.ledger.RUnlock()
	return b.recount()
}

// recount takes some microseconds.
//
//go:noinline
func (b *bank) recount() int {
	sum := 0
	for i := range 20000 {
		sum += b.balance[i%len(b.balance)] ^ i
	}
	return sum
}

// standStill leaves goroutines waiting in several functions, some of them labelled by their shard.
func (b *bank) standStill() {
	waiting := 3
	if b.head {
		waiting = 8
	}
	b.vault.Lock() // for good
	for i := range waiting {
		go pprof.Do(context.Background(), pprof.Labels("shard", strconv.Itoa(i%2)), func(context.Context) {
			b.deposit(i)
		})
	}
	for range 5 {
		go b.waitForOrder(make(chan int))
	}
	for range 2 {
		go b.waitForClosing(make(chan int), 3)
	}
	var gate sync.WaitGroup
	gate.Add(1)
	go gate.Wait()
	time.Sleep(200 * time.Millisecond) // until all stand
}

//go:noinline
func (b *bank) waitForOrder(orders chan int) int { return <-orders }

// waitForClosing goes deeper before it waits: recursion, counted once in cum.
//
//go:noinline
func (b *bank) waitForClosing(orders chan int, depth int) int {
	if depth > 0 {
		return 1 + b.waitForClosing(orders, depth-1)
	}
	select {
	case order := <-orders:
		return order
	case <-b.closed:
		return 0
	}
}

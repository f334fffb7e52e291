// Words are counted, sorted, joined and encoded: sort, strings, base64, hash/crc32, strconv.
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"runtime/pprof"
	"sort"
	"strconv"
	"strings"
	"time"
)

var text = func() string {
	var b strings.Builder
	for i := 0; i < 500; i++ {
		b.WriteString("word" + strconv.Itoa(i*7919%1009) + " ")
	}
	return b.String()
}()

//go:noinline
func count(words []string) int {
	m := map[string]int{}
	for _, w := range words {
		m[w]++
	}
	return len(m)
}

//go:noinline
func sorted(words []string) int {
	c := append([]string(nil), words...)
	sort.Strings(c[:200])
	return len(c)
}

//go:noinline
func upper(s string) int { return len(strings.ToUpper(s)) }

//go:noinline
func checksum(s string) int {
	a, b := uint32(1), uint32(0)
	for i := 0; i < len(s); i++ {
		a = (a + uint32(s[i])) % 65521
		b = (b + a) % 65521
	}
	return int(b)
}

//go:noinline
func fnv(s string) int {
	h := uint32(2166136261)
	for r := 0; r < 2; r++ {
		for i := 0; i < len(s); i++ {
			h = (h ^ uint32(s[i])) * 16777619
		}
	}
	return int(h & 255)
}

//go:noinline
func numbers(words []string) int {
	t := 0
	for _, w := range words {
		n, _ := strconv.Atoi(w[4:])
		t += n
	}
	return t
}

//go:noinline
func encoded(s string) int { return len(base64.StdEncoding.EncodeToString([]byte(s))) }

//go:noinline
func replaced(s string) int { return len(strings.ReplaceAll(s, "word", "w")) }

func job(i int) (t int) {
	words := strings.Fields(text)
	t += count(words)
	t += sorted(words)
	t += upper(text)
	t += checksum(text) // doubled
	t += fnv(text)
	t += numbers(words)
	t += encoded(text)
	t += replaced(text)
	return t
}

func main() {
	times, _ := strconv.Atoi(os.Args[2])
	f, _ := os.Create(os.Args[1])
	pprof.StartCPUProfile(f)
	start, t := time.Now(), 0
	for i := 0; i < times; i++ {
		t += job(i)
	}
	fmt.Println(float64(time.Since(start).Nanoseconds())/float64(times), t)
	pprof.StopCPUProfile()
}

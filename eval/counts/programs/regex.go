package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	text := strings.Repeat("from a@example.com to bob.c@example.org, 12:30; ", 300)
	found := regexp.MustCompile(`[\w.]+@(\w+)\.(com|org)`).FindAllStringSubmatch(text, -1)
	fmt.Println(len(found), found[1][1])
}

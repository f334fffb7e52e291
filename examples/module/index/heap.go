package index

import (
	"cmp"

	"example.com/ledger/parse"
)

// The heap of Largest holds positions of entries, the least wanted on top.

// byAmount orders the larger amount first, then the earlier entry.
func byAmount(entries []parse.Entry, a, b uint32) int {
	if order := cmp.Compare(entries[b].Amount, entries[a].Amount); order != 0 {
		return order
	}
	return cmp.Compare(a, b)
}

// siftUp restores the heap after its last element was added.
func siftUp(heap []uint32, entries []parse.Entry) {
	at := len(heap) - 1
	for at > 0 {
		parent := (at - 1) / 2
		if byAmount(entries, heap[at], heap[parent]) < 0 {
			return
		}
		heap[at], heap[parent] = heap[parent], heap[at]
		at = parent
	}
}

// siftDown restores the heap after its first element was replaced.
func siftDown(heap []uint32, entries []parse.Entry) {
	at := 0
	for {
		child := 2*at + 1
		if child >= len(heap) {
			return
		}
		if right := child + 1; right < len(heap) && byAmount(entries, heap[right], heap[child]) > 0 {
			child = right
		}
		if byAmount(entries, heap[at], heap[child]) > 0 {
			return
		}
		heap[at], heap[child] = heap[child], heap[at]
		at = child
	}
}

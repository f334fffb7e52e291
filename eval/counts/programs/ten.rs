// Ten functions of about the same weight. A line `MORE name` becomes work that a commit adds to it.
use std::collections::BTreeMap;
const SIZE: usize = 6000;

#[inline(never)]
fn hash(text: &[u8]) -> u64 {
    let mut sum: u64 = 14695981039346656037;
    // MORE hash
    for _ in 0..40 {
        for c in text {
            sum = (sum ^ *c as u64).wrapping_mul(1099511628211);
        }
    }
    sum >> 40
}
#[inline(never)]
fn words(text: &[u8]) -> u64 {
    let mut sum: u64 = 0;
    // MORE words
    let mut seen: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    for word in text.split(|c| *c == b' ') {
        let count = seen.entry(word.to_vec()).or_default();
        *count += 1;
        sum = sum.wrapping_add(*count);
    }
    sum
}
#[inline(never)]
fn sorted(text: &[u8]) -> u64 {
    let mut sum: u64 = 0;
    // MORE sorted
    let mut all: Vec<u64> = text.iter().zip(0..).map(|(c, i)| (*c as u64 * 7919 + i * 104729) % 65521).collect();
    all.sort();
    for i in (0..SIZE).step_by(100) {
        sum = sum.wrapping_add(all[i]);
    }
    sum
}
#[inline(never)]
fn numbers(text: &[u8]) -> u64 {
    let mut sum: u64 = 0;
    // MORE numbers
    for _ in 0..30 {
        let mut one: u64 = 0;
        for c in text {
            if c.is_ascii_digit() {
                one = one * 10 + (c - b'0') as u64;
            } else {
                sum = sum.wrapping_add(one);
                one = 0;
            }
        }
    }
    sum
}
#[inline(never)]
fn escaped(text: &[u8]) -> u64 {
    let mut sum: u64 = 0;
    // MORE escaped
    for _ in 0..15 {
        let mut out = Vec::new();
        for c in text {
            if *c == b'e' || *c == b'"' {
                out.push(b'\\');
            }
            out.push(*c);
        }
        sum = sum.wrapping_add(out.len() as u64);
    }
    sum
}
#[inline(never)]
fn packed(text: &[u8]) -> u64 {
    let mut sum: u64 = 0;
    // MORE packed
    for _ in 0..15 {
        let mut table = vec![usize::MAX; 4096];
        let mut at = 0;
        while at + 4 <= text.len() {
            let word = u32::from_le_bytes([text[at], text[at + 1], text[at + 2], 0]);
            let slot = (word.wrapping_mul(2654435761) >> 20) as usize;
            let before = std::mem::replace(&mut table[slot], at);
            let same = if before == usize::MAX { 0 } else {
                text[before..].iter().zip(&text[at..]).take_while(|(a, b)| a == b).count()
            };
            at += same.max(1);
            sum = sum.wrapping_add(1);
        }
    }
    sum
}
#[inline(never)]
fn sieve(text: &[u8]) -> u64 {
    let mut sum: u64 = 0;
    // MORE sieve
    let mut no = vec![false; 80 * SIZE + text[0] as usize];
    for p in 2..no.len() {
        if no[p] {
            continue;
        }
        sum = sum.wrapping_add(1);
        let mut of = p * p;
        while of < no.len() {
            no[of] = true;
            of += p;
        }
    }
    sum
}
#[inline(never)]
fn distance(text: &[u8]) -> u64 {
    let mut sum: u64 = 0;
    // MORE distance
    let mut row = vec![0u64; 400];
    for i in 0..400 {
        let mut corner = i as u64;
        for j in 1..400 {
            let next = (row[j].min(row[j - 1]) + 1).min(corner + (text[i] != text[j + 900]) as u64);
            corner = row[j];
            row[j] = next;
        }
    }
    sum = sum.wrapping_add(row[399]);
    sum
}
struct Node(u32, Option<Box<Node>>, Option<Box<Node>>);
#[inline(never)]
fn tree(text: &[u8]) -> u64 {
    let mut sum: u64 = 0;
    // MORE tree
    let mut root: Option<Box<Node>> = None;
    for i in 0..SIZE {
        let key = (i as u32).wrapping_mul(2654435761).wrapping_add(text[i] as u32) >> 8;
        let mut at = &mut root;
        while let Some(node) = at {
            at = if key < node.0 { &mut node.1 } else { &mut node.2 };
            sum = sum.wrapping_add(1);
        }
        *at = Some(Box::new(Node(key, None, None)));
    }
    sum
}
#[inline(never)]
fn matrix(text: &[u8]) -> u64 {
    let mut sum: u64 = 0;
    // MORE matrix
    let n = 80;
    let a: Vec<u32> = (0..n * n).map(|i| text[i % SIZE] as u32).collect();
    let b: Vec<u32> = (0..n * n).map(|i| text[i % 97] as u32).collect();
    for i in 0..n {
        for j in 0..n {
            let one: u32 = (0..n).map(|k| a[i * n + k] * b[k * n + j]).sum();
            sum = sum.wrapping_add((one & 255) as u64);
        }
    }
    sum
}
fn main() {
    let all: String = (0..1000).map(|i| format!("line {} of text ", i * 7919 % 997)).collect();
    let text = &all.as_bytes()[..SIZE];
    let work = [hash, words, sorted, numbers, escaped, packed, sieve, distance, tree, matrix];
    println!("{:?}", work.map(|of| of(text)));
}

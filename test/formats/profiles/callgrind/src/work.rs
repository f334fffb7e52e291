use std::collections::HashMap;

#[inline(never)]
fn count(text: &str) -> HashMap<String, u32> {
    let mut seen = HashMap::new();
    for word in text.split_whitespace() {
        *seen.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    seen
}

fn main() {
    let text = "The quick brown fox jumps over the lazy dog ".repeat(100);
    let mut counts: Vec<_> = count(&text).into_values().collect();
    counts.sort_unstable();
    println!("{:?}", counts.last());
}

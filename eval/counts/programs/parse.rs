use std::collections::HashMap;
fn main() {
    let text: String = (0..20000).map(|i| format!("key{}={},", i % 701, i)).collect();
    let mut sums: HashMap<&str, u64> = HashMap::new();
    for pair in text.split(',').filter(|of| !of.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap();
        *sums.entry(key).or_default() += value.parse::<u64>().unwrap();
    }
    println!("{} {}", sums.len(), sums["key7"]);
}

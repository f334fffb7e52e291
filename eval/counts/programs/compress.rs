fn main() {
    let text: Vec<u8> = (0..200_000u32).map(|i| (i / 7 % 61 * (i / 5000 + 1)) as u8).collect();
    let mut table = vec![usize::MAX; 1 << 14];
    let (mut at, mut out) = (0, 0);
    while at + 4 <= text.len() {
        let word = u32::from_le_bytes(text[at..at + 4].try_into().unwrap());
        let slot = (word.wrapping_mul(2654435761) >> 18) as usize;
        let before = std::mem::replace(&mut table[slot], at);
        let same = if before == usize::MAX { 0 } else {
            text[before..].iter().zip(&text[at..]).take_while(|(a, b)| a == b).count()
        };
        at += same.max(1);
        out += if same > 3 { 3 } else { same.max(1) };
    }
    println!("{out}");
}

use leptos::prelude::*;

use super::group::Examples;

/// Every token stands there, and nowhere else.
const STYLE: &str = include_str!("../../../../style/app.css");

/// What is read on what, and the least contrast: 7 for words, 3 for what is drawn.
const PAIRS: [(&str, &str, f64); 32] = [
    ("ink", "sheet", 7.0),
    ("ink", "paper", 7.0),
    ("ink", "sand", 7.0),
    ("ink", "brand-3", 7.0),
    ("soft", "sheet", 7.0),
    ("soft", "paper", 7.0),
    ("soft", "sand", 7.0),
    ("brand-9", "sheet", 7.0),
    ("brand-9", "paper", 7.0),
    ("brand-9", "brand-1", 7.0),
    ("sheet", "brand-9", 7.0),
    ("brand-7", "sheet", 7.0),
    ("brand-7", "paper", 7.0),
    ("brand-7", "brand-0", 7.0),
    ("sheet", "brand-7", 7.0),
    ("done", "sheet", 7.0),
    ("done", "paper", 7.0),
    ("done", "done-1", 7.0),
    ("sheet", "done", 7.0),
    ("you", "sheet", 7.0),
    ("you", "you-1", 7.0),
    ("office", "sheet", 7.0),
    ("office", "office-1", 7.0),
    ("sheet", "office-9", 7.0),
    ("stop", "sheet", 7.0),
    ("stop", "paper", 7.0),
    ("stop", "stop-1", 7.0),
    ("sheet", "stop", 7.0),
    ("edge", "sheet", 3.0),
    ("edge", "sand", 3.0),
    ("brand-5", "paper", 3.0),
    ("here", "brand-9", 3.0),
];

#[derive(Clone, Copy)]
struct Colour {
    name: &'static str,
    hex: &'static str,
}

pub fn examples() -> Examples {
    let colours = colours();
    vec![("Semua warna", all_view(&colours)), ("Kontras: kata paling rendah 7, gambar 3", pairs_view(&colours))]
}

fn all_view(colours: &[Colour]) -> AnyView {
    let tile = |colour: &Colour| tile_view(*colour, *colour, colour.name.to_owned(), colour.hex.to_owned());
    view! { <ul class="tiles">{colours.iter().map(tile).collect_view()}</ul> }.into_any()
}

fn pairs_view(colours: &[Colour]) -> AnyView {
    let tile = |(word, ground, _): (&'static str, &'static str, f64)| {
        let (word, ground) = (find(colours, word)?, find(colours, ground)?);
        let measured = format!("{:.1}", contrast(word.hex, ground.hex)).replace('.', ",");
        Some(tile_view(word, ground, [word.name, " di ", ground.name].concat(), measured))
    };
    view! { <ul class="tiles">{PAIRS.into_iter().filter_map(tile).collect_view()}</ul> }.into_any()
}

/// Lengths and colours that are data stand in SVG: a page has no `style`.
fn tile_view(word: Colour, ground: Colour, name: String, more: String) -> AnyView {
    view! {
        <li>
            <div class="tile">
                <svg class="chart" viewBox="0 0 120 32" aria-hidden="true">
                    <rect class="axis" width="120" height="32"></rect>
                    <rect width="120" height="32" fill=ground.hex></rect>
                    <text x="10" y="21"><tspan fill=word.hex>"K7M4-P2XR-9"</tspan></text>
                </svg>
                <span>{name}</span>
                <small class="soft num">{more}</small>
            </div>
        </li>
    }
    .into_any()
}

fn colours() -> Vec<Colour> {
    let read = |line: &'static str| {
        let (name, hex) = line.trim().strip_prefix("--color-")?.split_once(": ")?;
        Some(Colour { name, hex: hex.strip_suffix(';')? })
    };
    STYLE.lines().filter_map(read).collect()
}

fn find(colours: &[Colour], name: &str) -> Option<Colour> {
    colours.iter().copied().find(|colour| colour.name == name)
}

/// The ratio of WCAG 2.
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(hex: &str) -> f64 {
    let digits: Vec<u32> = hex.chars().filter_map(|letter| letter.to_digit(16)).collect();
    let wide: Vec<u32> = if digits.len() == 3 { digits.iter().flat_map(|digit| [*digit, *digit]).collect() } else { digits };
    let light = |channel: &[u32]| {
        let share = f64::from(channel[0] * 16 + channel[1]) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    wide.chunks_exact(2).map(light).zip([0.2126, 0.7152, 0.0722]).map(|(light, weight)| light * weight).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_stands_out_from_its_ground() {
        let colours = colours();
        for (word, ground, least) in PAIRS {
            let of = |name| find(&colours, name).unwrap_or_else(|| panic!("no colour is called {name}")).hex;
            let measured = contrast(of(word), of(ground));
            assert!(measured >= least, "{word} on {ground}: {measured:.2}, at least {least}");
        }
        assert!((contrast("#fff", "#000000") - 21.0).abs() < 0.01);
    }
}

//! A picture of the class of an office, for its own site.

use html_escape::encode_text;

use crate::access::Refusal;
use crate::features::compliance::store;
use crate::features::offices::gazetteer;
use crate::server::db::Db;

/// SVG of 320 by 96: the name of the office, its class in a word, its points. Without a result it says so.
///
/// # Errors
/// `NotFound` for a slug that no office has; `Busy` or `Internal` of the database.
pub async fn badge(db: &Db, slug: &str) -> Result<String, Refusal> {
    let office = gazetteer().by_slug(slug).ok_or(Refusal::NotFound)?;
    let all = store::public_seats_of_office(db, office.code).await?;
    let (class, under) = match all.into_iter().find(|(_, seat)| seat.is_judged()) {
        Some((campaign, seat)) => (seat.class.name(), campaign.name),
        None => ("Belum dinilai", "13 butir Smart Kampung".to_owned()),
    };
    Ok(drawn(&office.title(), class, &under))
}

/// Names are fitted to the width: the longest village must not run over the edge.
fn drawn(office: &str, class: &str, under: &str) -> String {
    let line = |y: u32, size: u32, weight: u32, text: &str| {
        let fit =
            if text.chars().count() as u32 * size * 6 / 10 > 280 { r#" textLength="280" lengthAdjust="spacingAndGlyphs""# } else { "" };
        let text = encode_text(text);
        format!(r#"<text x="20" y="{y}" font-size="{size}" font-weight="{weight}"{fit}>{text}</text>"#)
    };
    let (name, class_line, under_line) = (line(30, 16, 400, office), line(60, 24, 700, class), line(82, 13, 400, under));
    let title = encode_text(&[office, ": ", class].concat()).into_owned();
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="320" height="96" viewBox="0 0 320 96" role="img" font-family="Noto Sans,Roboto,sans-serif" fill="#fff"><title>{title}</title><rect width="320" height="96" rx="8" fill="#06323a"/>{name}{class_line}{under_line}</svg>"##
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_closes_nothing_and_a_long_one_is_fitted() {
        let badge = drawn("Desa <b>", "Maju", "Semester 2 tahun 2026");
        assert!(badge.contains("Desa &lt;b&gt;") && !badge.contains("<b>") && !badge.contains("textLength"));
        assert!(drawn("Kelurahan Kampungmandarbesarsekali", "Maju", "").contains("textLength"));
    }
}

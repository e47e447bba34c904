//! QR codes as one path of an SVG, drawn on the server: no script draws, nothing is fetched.

use fast_qr::{ECL, QRBuilder};

/// Modules along a side, and the path that fills the dark ones, one unit each.
pub struct QrPath {
    pub size: u32,
    pub path: String,
}

/// `None` when the text is longer than a QR code holds.
pub fn qr_path(text: &str) -> Option<QrPath> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for (y, row) in (0..code.size).map(|y| (y, &code[y][..code.size])) {
        let mut x = 0;
        while x < code.size {
            let run = row[x..].iter().take_while(|module| module.value()).count();
            if run > 0 {
                path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
            }
            x += run.max(1);
        }
    }
    Some(QrPath { size: u32::try_from(code.size).ok()?, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_begins_with_the_square_of_its_corner() {
        let qr = qr_path("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP").unwrap();
        assert!(qr.path.starts_with("M0 0h7v1h-7z"), "{}", &qr.path[..20]);
        assert!((21..=177).contains(&qr.size));
        assert!(qr_path(&"x".repeat(5_000)).is_none());
    }
}

use std::fmt::Write;

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, QRCode};

use super::Token;

/// What the code of a letter holds. All in capitals: then a QR code packs two characters in eleven bits
/// and is 33 modules wide instead of 37 for a usual host, which an old camera reads from farther away.
/// The route therefore answers to `/V/` as to `/v/`.
pub fn check_address(host: &str, token: Token) -> String {
    format!("HTTPS://{}/V/{token}", host.to_ascii_uppercase())
}

/// The code as an SVG of one path, black on what lies below it, without a margin: the layout leaves one.
/// Modules that touch in a row are one rectangle, so that no hairline opens between them in print.
/// `None` when the address is longer than any QR code.
pub fn qr_svg(address: &str) -> Option<String> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let size = code.size;
    let mut path = String::with_capacity(8 << 10);
    for row in 0..size {
        let mut column = 0;
        while column < size {
            let run = (column..size).take_while(|at| is_dark(&code, row, *at)).count();
            if run > 0 {
                // Writing into a string cannot fail.
                let _ = write!(path, "M{column} {row}h{run}v1h-{run}z");
            }
            column += run.max(1);
        }
    }
    Some(format!(r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path fill="#000" d="{path}"/></svg>"##))
}

fn is_dark(code: &QRCode, row: usize, column: usize) -> bool {
    code[row][column].value()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: Token = Token::from_bits(0x1234_5678_9abc_def0_1122_3344_5566_7788);

    #[test]
    fn an_address_of_69_characters_takes_33_modules() {
        let address = check_address("smartkampung.banyuwangikab.go.id", TOKEN);
        assert_eq!(address.len(), 69);
        let svg = qr_svg(&address).expect("a code");
        assert!(svg.contains(r#"viewBox="0 0 33 33""#), "{}", &svg[..80]);
        assert!(qr_svg(&address.to_lowercase()).expect("a code").contains(r#"viewBox="0 0 37 37""#), "capitals are what saves them");
        assert_eq!(svg.matches("<path").count(), 1);
        assert!(svg.len() < 5_000, "{} bytes", svg.len());
    }

    #[test]
    fn the_three_eyes_are_where_a_camera_looks_for_them() {
        let svg = qr_svg("HTTPS://A.ID/V/7").expect("a code");
        assert!(svg.contains("M0 0h7v1h-7z"), "left above");
        assert!(svg.contains("h7v1h-7zM0 1h1v1h-1z"), "right above ends the first row");
    }

    #[test]
    fn an_address_that_no_code_can_hold_gives_none() {
        assert_eq!(qr_svg(&"A".repeat(5_000)), None);
    }
}

/// Appends `name=value` to a url-encoded body. Written out because `url` would bring its tables of
/// international host names into the browser.
pub fn encode_pair(body: &mut String, name: &str, value: &str) {
    if !body.is_empty() {
        body.push('&');
    }
    encode(body, name);
    body.push('=');
    encode(body, value);
}

fn encode(body: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            body.push(char::from(byte));
        } else {
            body.push('%');
            body.push(char::from(HEX[usize::from(byte >> 4)]));
            body.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::encode_pair;

    #[test]
    fn what_separates_pairs_is_escaped_inside_them() {
        let mut body = String::new();
        encode_pair(&mut body, "cari", "a&b=c d");
        encode_pair(&mut body, "n", "é+%");
        assert_eq!(body, "cari=a%26b%3Dc%20d&n=%C3%A9%2B%25");
    }
}

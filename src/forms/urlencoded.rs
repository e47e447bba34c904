//! The bytes of an HTML form. Written here, since the browser build must not touch the `url` crate:
//! it brings the tables of all domain names along (performance 1).

/// The pairs of `a=1&b=x+y%21`, decoded once. Bytes that are no UTF-8 become U+FFFD, which no letter
/// can show, so the answer is refused at its field.
pub fn pairs(body: &str) -> impl Iterator<Item = (String, String)> {
    body.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(name), decoded(value))
    })
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        bytes.push(match (first, tail) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    high << 4 | low
                }
                _ => b'%',
            },
            _ => *first,
        });
    }
    String::from_utf8(bytes).unwrap_or_else(|wrong| String::from_utf8_lossy(wrong.as_bytes()).into_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Vec<(String, String)> {
        pairs(body).collect()
    }

    #[test]
    fn broken_escapes_stay_as_they_are_and_foreign_bytes_are_marked() {
        for (body, value) in
            [("a=100%", "100%"), ("a=%zz", "%zz"), ("a=%4", "%4"), ("a=%FF", "\u{FFFD}"), ("a=%2525", "%25"), ("a", ""), ("a=b=c", "b=c")]
        {
            assert_eq!(read(body), [("a".to_owned(), value.to_owned())], "{body}");
        }
    }

    #[test]
    fn plus_is_a_space_and_line_breaks_stay() {
        assert_eq!(read("&a+b=c%2B+d%0D%0Ae&&"), [("a b".to_owned(), "c+ d\r\ne".to_owned())]);
    }
}

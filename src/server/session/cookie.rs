//! The cookies by which a browser is known again. All are for us alone: no script reads them, no
//! other site sends them along with a form.

use axum::http::{HeaderMap, HeaderValue, header};

use super::Token;

/// What a cookie is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Somebody is signed in.
    Session,
    /// Somebody was sent a code and is about to type it.
    Challenge,
    /// Somebody has shown an enrolment code and is setting up password and second factor.
    Enrolment,
}

impl Purpose {
    /// Whoever sends one of these is somebody.
    pub const OF_A_SESSION: [&str; 2] = [Self::Session.name(true), Self::Session.name(false)];

    /// `__Host-`: browsers take such a cookie over TLS only, for this host and all of its paths. Plain
    /// HTTP on loopback has names of its own, so that one is never taken for the other.
    const fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-sk",
            (Self::Session, false) => "sk-dev",
            (Self::Challenge, true) => "__Host-sk-kode",
            (Self::Challenge, false) => "sk-dev-kode",
            (Self::Enrolment, true) => "__Host-sk-aktivasi",
            (Self::Enrolment, false) => "sk-dev-aktivasi",
        }
    }
}

/// The value of a cookie, whatever it is for.
pub fn value_of<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| value))
}

/// The token that the browser sent, if it sent one.
pub fn token(headers: &HeaderMap, purpose: Purpose, secure: bool) -> Option<Token> {
    value_of(headers, purpose.name(secure)).and_then(Token::parse)
}

/// Gives the browser a token for so many seconds.
pub fn give(purpose: Purpose, secure: bool, token: &Token, seconds: i64) -> HeaderValue {
    written(purpose, secure, &token.in_writing(), seconds)
}

/// Takes it away again.
pub fn take(purpose: Purpose, secure: bool) -> HeaderValue {
    written(purpose, secure, "", 0)
}

fn written(purpose: Purpose, secure: bool, value: &str, seconds: i64) -> HeaderValue {
    let only_tls = if secure { "; Secure" } else { "" };
    let text = format!("{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{only_tls}", purpose.name(secure));
    HeaderValue::from_str(&text).expect("a token is base64")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::clock::Entropy;

    #[test]
    fn a_cookie_of_plain_http_is_no_session_where_the_address_is_https() {
        let token_of = Token::draw(&Entropy::system());
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_str(&format!("sk-dev={}", token_of.in_writing())).unwrap());
        assert_eq!(token(&headers, Purpose::Session, true), None);
        assert_eq!(token(&headers, Purpose::Session, false), Some(token_of));
    }

    #[test]
    fn the_flags_are_those_that_browsers_demand_of_a_host_cookie() {
        let text = give(Purpose::Session, true, &Token::draw(&Entropy::system()), 60);
        let text = text.to_str().unwrap();
        assert!(text.starts_with("__Host-sk=") && !text.contains("Domain"), "{text}");
        for flag in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Max-Age=60"] {
            assert!(text.contains(flag), "{text} has no {flag}");
        }
    }
}

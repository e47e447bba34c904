use crate::access::Role;
use crate::server::http::{own_path, way_in};

/// Where somebody goes after coming in: where they wanted to, if that is a page of ours, else to the
/// first page of their hat.
pub fn onward(wanted: &str, role: Role) -> String {
    let inside = |path: &String| !path.starts_with("/masuk") && !path.starts_with("/api/");
    own_path(wanted).filter(inside).unwrap_or_else(|| home(role).to_owned())
}

/// The first page of a hat.
pub const fn home(role: Role) -> &'static str {
    match role {
        Role::Anonymous => "/",
        Role::Resident => "/akun",
        Role::Operator | Role::Verifier | Role::Head => "/kantor",
        Role::Camat => "/kecamatan",
        Role::Reviewer => "/bpm/telaah",
        Role::RegencyAdmin => "/bpm/kantor",
    }
}

/// Another page on the way in, which leads on to the same place.
pub fn by_way_of(page: &str, wanted: &str) -> String {
    if own_path(wanted).is_some() { way_in(page, wanted) } else { page.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_away_or_in_circles() {
        for elsewhere in [
            "//evil.example",
            "https://evil.example/akun",
            "/\\evil.example",
            "",
            "/masuk",
            "/masuk/kode?lanjut=/masuk",
            "/api/accounts/sign_out",
        ] {
            assert_eq!(onward(elsewhere, Role::Resident), "/akun", "{elsewhere}");
        }
        assert_eq!(onward("/permohonan/baru/pindah/1?x=1", Role::Resident), "/permohonan/baru/pindah/1?x=1");
        assert_eq!(by_way_of("/masuk/periksa", "//evil.example"), "/masuk/periksa");
    }
}

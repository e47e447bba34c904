use axum::http::StatusCode;
use smart_kampung::domain::ApplicationId;

use super::{House, KEY, Page, body};

/// A form: who sends it, where to, from which page, what else it says, and the field that is tried.
struct Tried {
    who: &'static str,
    act: &'static str,
    page: String,
    rest: Vec<(&'static str, String)>,
    field: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Phone,
    Name,
    /// One line of at most so many characters, which may be empty.
    Line(usize),
    /// As it is asked in a step: it may not be empty.
    Answer(usize),
    Note(usize),
    Nik,
    Nip,
    Pattern,
}

const LONG: &str = "kata pendek yang diulang sampai jauh lebih panjang dari yang muat di mana pun ";

impl Kind {
    /// What is typed, and the sentence it is answered with.
    fn wrong(self) -> Vec<(String, &'static str)> {
        let long = LONG.repeat(12);
        let script = "</textarea><script>alert(1)</script>\"'> 😀";
        let plain = "Pakai huruf, angka, dan tanda baca biasa. Hapus emoji.";
        let mut tried = vec![(script.to_owned(), plain), ("שלום \u{202e}dunia".to_owned(), plain), ("Warung 😀".to_owned(), plain)];
        match self {
            Self::Phone => {
                let sentence = "Isi nomor HP yang diawali 08, misalnya 0812 3456 7890.";
                let typed = [
                    "",
                    " ",
                    "0812",
                    "0812 3456 7890 1234 5678",
                    "0333 123456",
                    "\u{202e}0987654321",
                    "o812 3456 7890",
                    "</textarea><script>alert(1)</script>",
                    "📱",
                ];
                return typed.into_iter().map(|typed| (typed.to_owned(), sentence)).chain([(long, sentence)]).collect();
            }
            Self::Nik => {
                return vec![
                    (String::new(), "Isi NIK."),
                    ("3510 1645 0690 000".to_owned(), "Isi 16 angka sesuai KTP. Baru terisi 15."),
                    ("3510164506900001 7".to_owned(), "Isi 16 angka sesuai KTP. Terisi 17."),
                    ("3510164599900001".to_owned(), "Periksa angka ke-7 sampai ke-12. Tanggal lahir di dalamnya tidak ada."),
                    ("3510164506900000".to_owned(), "Periksa empat angka terakhir. Angka 0000 tidak dipakai."),
                    ("351016450690000😀".to_owned(), "Isi NIK dengan angka saja."),
                    ("</textarea><script>alert(1)</script>".to_owned(), "Isi NIK dengan angka saja."),
                ];
            }
            Self::Nip => {
                return vec![
                    ("19780412 200312 1".to_owned(), "Isi 18 angka. Baru terisi 15."),
                    ("<script>alert(1)</script>".to_owned(), "Isi NIP dengan angka saja."),
                    ("١٩٧٨٠٤١٢٢٠٠٣١٢١٠٠٤".to_owned(), "Isi NIP dengan angka saja."),
                ];
            }
            Self::Pattern => {
                let sentence = "Pola nomor harus memuat {urut} dan {tahun}. Lihat contohnya.";
                let typed = ["", "{urut}", "</textarea><script>alert(1)</script>", "#{urut}{tahun", "{urut}/{tahun}/😀", "\u{202e}"];
                return typed.into_iter().map(|typed| (typed.to_owned(), sentence)).collect();
            }
            Self::Name => {
                tried.extend([
                    (String::new(), "Isi nama lengkap."),
                    ("\u{202e}\u{200b}".to_owned(), "Isi nama lengkap."),
                    ("Siti 2".to_owned(), "Isi nama dengan huruf saja, sesuai KTP."),
                    ("<script>alert</script>".to_owned(), "Isi nama dengan huruf saja, sesuai KTP."),
                    ("#panic()".to_owned(), "Isi nama dengan huruf saja, sesuai KTP."),
                    ("S".repeat(41), "Beri spasi. Satu kata paling panjang 40 huruf."),
                    (long, "Persingkat nama lengkap. Paling banyak 100 huruf."),
                ]);
            }
            Self::Answer(_) | Self::Note(_) => tried.extend([(String::new(), ""), ("  \t".to_owned(), ""), ("\u{202e}".to_owned(), "")]),
            Self::Line(_) => {}
        }
        if let Self::Answer(max) | Self::Note(max) | Self::Line(max) = self {
            tried.extend([(LONG.repeat(12), ""), ("x".repeat(41), "Beri spasi. Satu kata paling panjang 40 huruf.")]);
            assert!(LONG.len() * 12 > max);
        }
        tried
    }
}

fn forms(draft: ApplicationId, case: ApplicationId) -> Vec<Tried> {
    let own = |name: &'static str, value: &str| (name, value.to_owned());
    let step = |step: &'static str, field, kind| Tried {
        who: "Ratna Contoh",
        act: "applications/save_step",
        page: format!("/permohonan/baru/sku/{step}"),
        rest: vec![("_id", draft.to_string()), own("_langkah", step)],
        field,
        kind,
    };
    let desk = |act, rest: Vec<(&'static str, String)>, field, kind| Tried {
        who: "Rini Wulandari",
        act,
        page: format!("/kantor/permohonan/{case}"),
        rest: [vec![("_id", case.to_string()), own("_seen", "2"), own("_key", KEY)], rest].concat(),
        field,
        kind,
    };
    let head = |act, page: &str, rest: &[(&'static str, &str)], field, kind| Tried {
        who: "Hadi Santoso",
        act,
        page: page.to_owned(),
        rest: rest.iter().map(|(name, value)| own(name, value)).chain([own("_key", KEY)]).collect(),
        field,
        kind,
    };
    let settings = [("_seen", "0"), ("kertas", "a4"), ("huruf", "serif"), ("buku", "satu")];
    let pattern = [settings.as_slice(), &[("pola", "{kode}/{urut:3}/{tahun}")]].concat();
    let appoint = [("peran", "operator")];
    vec![
        step("pemohon", "nik", Kind::Nik),
        step("pemohon", "nama", Kind::Name),
        step("usaha", "nama_usaha", Kind::Answer(80)),
        step("keperluan", "keperluan", Kind::Answer(200)),
        Tried { who: "", act: "accounts/ask_code", page: "/masuk".into(), rest: vec![own("lewat", "wa")], field: "hp", kind: Kind::Phone },
        Tried {
            who: "Rini Wulandari",
            act: "accounts_office/print_slip",
            page: "/kantor/slip".into(),
            rest: vec![own("_key", KEY)],
            field: "hp",
            kind: Kind::Phone,
        },
        desk("desk/comment", Vec::new(), "untuk_petugas", Kind::Note(300)),
        desk("desk/request_fix", vec![own("alasan.nama_usaha", "incomplete")], "catatan.nama_usaha", Kind::Note(300)),
        desk("desk/reject", vec![own("alasan", "not_eligible")], "catatan", Kind::Note(300)),
        head("desk/keep_settings", "/kantor/pengaturan", &pattern, "alamat", Kind::Line(110)),
        head("desk/keep_settings", "/kantor/pengaturan", &pattern, "sekretaris_nip", Kind::Nip),
        head("desk/keep_settings", "/kantor/pengaturan", &settings, "pola", Kind::Pattern),
        head("accounts/appoint", "/kantor/pegawai", &[appoint.as_slice(), &[("hp", "081399990001")]].concat(), "nama", Kind::Name),
        head("accounts/appoint", "/kantor/pegawai", &[appoint.as_slice(), &[("nama", "Siti Aminah")]].concat(), "hp", Kind::Phone),
    ]
}

impl Tried {
    async fn sent(&self, house: &House, cookie: &str, typed: &str) -> Page {
        let rest = self.rest.iter().map(|(name, value)| (*name, value.as_str()));
        let pairs: Vec<_> = rest.chain([(self.field, typed), ("_di", self.page.as_str())]).collect();
        house.sends(cookie, &["/api/", self.act].concat(), &body(&pairs)).await
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept() {
    let house = House::new().await;
    let (case, draft) = (house.held_case().await, house.draft().await);
    let mut wrong = Vec::new();
    for form in forms(draft, case) {
        let cookie = house.cookie(form.who).await;
        for (typed, sentence) in form.kind.wrong() {
            let before = house.written().await;
            let page = form.sent(&house, &cookie, &typed).await;
            let mut say = |what: String| wrong.push(format!("{} {} {typed:.40?}: {what}", form.act, form.field));
            if page.status != StatusCode::UNPROCESSABLE_ENTITY {
                say(format!("{}", page.status));
            }
            match page.problem(form.field) {
                Some(said) if said == sentence || sentence.is_empty() && said.ends_with('.') => {}
                said => say(format!("{said:?}, not {sentence:?}")),
            }
            if !typed.is_empty() && !page.holds(&typed) {
                say("is not in the page".to_owned());
            }
            if page.html.contains("<script>alert") || page.html.contains("</textarea><script") {
                say("is alive in the page".to_owned());
            }
            // A step is kept as typed, valid or not: it is the only one that may write.
            if form.act != "applications/save_step" && house.written().await != before {
                say("something was written".to_owned());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_number_pasted_with_spaces_dots_or_marks_is_the_same_number() {
    let house = House::new().await;
    let draft = house.draft().await;
    let (ratna, rini) = (house.cookie("Ratna Contoh").await, house.cookie("Rini Wulandari").await);
    for phone in ["0812 0000 0001", "+62 812.0000.0001", "(0812) 0000-0001", " 081200000001\t", "\u{202a}081200000001\u{202c}"] {
        let page = house.sends("", "/api/accounts/ask_code", &body(&[("hp", phone), ("lewat", "wa"), ("_di", "/masuk")])).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{phone:?}: {:?}", page.problem("hp"));
    }
    let slip = body(&[("hp", " 0812.0000.0002 "), ("_key", KEY), ("_di", "/kantor/slip")]);
    assert_eq!(house.sends(&rini, "/api/accounts_office/print_slip", &slip).await.status, StatusCode::SEE_OTHER);
    for nik in ["3510 1645 0690 0001", "3510.1645.0690.0001", "\u{200b}3510164506900001 "] {
        let (id, step) = (draft.to_string(), "/permohonan/baru/sku/pemohon");
        let page = house
            .sends(&ratna, "/api/applications/save_step", &body(&[("_id", &id), ("_langkah", "pemohon"), ("nik", nik), ("_di", step)]))
            .await;
        assert_eq!((page.status, page.problem("nik")), (StatusCode::UNPROCESSABLE_ENTITY, None), "the others are missing: {nik:?}");
        assert!(page.holds(nik), "as it was typed: {nik:?}");
    }
}

/// A draft is the old input: on another phone, too, it is there as it was typed, and does nothing.
#[tokio::test]
async fn a_step_that_is_opened_again_shows_what_was_typed() {
    let house = House::new().await;
    let (draft, ratna) = (house.draft().await, house.cookie("Ratna Contoh").await);
    let typed = "</textarea><script>alert(1)</script> 😀";
    let sent =
        body(&[("_id", &draft.to_string()), ("_langkah", "keperluan"), ("keperluan", typed), ("_di", "/permohonan/baru/sku/keperluan")]);
    assert_eq!(house.sends(&ratna, "/api/applications/save_step", &sent).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = super::get(&ratna, "/permohonan/baru/sku/keperluan");
    let page = house.asks(again).await;
    assert!(page.holds(typed) && !page.html.contains("<script>alert"), "{}", page.html);
}

use super::*;

fn office(kind: OfficeKind, name: &str) -> Office {
    Office {
        kind,
        name: name.into(),
        kecamatan: "Licin".into(),
        regency: "Banyuwangi".into(),
        province: "Jawa Timur".into(),
        address: String::new(),
        contact: String::new(),
    }
}

fn signer(acting: Option<Acting>, delegation: Option<Delegation>) -> Signer {
    Signer { acting, delegation, official: Official { name: "HADI SANTOSO".into(), rank: None, nip: None, staff_number: None } }
}

#[test]
fn the_head_signs_in_one_line() {
    let tamansari = office(OfficeKind::Desa, "Tamansari");
    assert_eq!(signer(None, None).title_lines(&tamansari), ["Kepala Desa Tamansari,"]);
    assert_eq!(signer(None, None).title_lines(&office(OfficeKind::Kelurahan, "Kampungmandar")), ["Lurah Kampungmandar,"]);
}

#[test]
fn who_signs_for_the_head_says_so() {
    let tamansari = office(OfficeKind::Desa, "Tamansari");
    let behalf = signer(None, Some(Delegation::OnBehalf { post: "Sekretaris Desa".into() }));
    assert_eq!(behalf.title_lines(&tamansari), ["a.n. Kepala Desa Tamansari", "Sekretaris Desa,"]);
    assert_eq!(behalf.head_title(&tamansari), "Kepala Desa Tamansari", "the opening names the office that states");
    let under = signer(None, Some(Delegation::Under { secretary: "Sekretaris Desa".into(), post: "Kepala Seksi Pelayanan".into() }));
    assert_eq!(under.title_lines(&tamansari), ["a.n. Kepala Desa Tamansari", "Sekretaris Desa", "u.b.", "Kepala Seksi Pelayanan,"]);
}

#[test]
fn an_acting_head_is_called_so_in_block_and_opening() {
    let tamansari = office(OfficeKind::Desa, "Tamansari");
    for (acting, prefix) in [(Acting::Plt, "Plt."), (Acting::Plh, "Plh."), (Acting::Pj, "Pj.")] {
        assert_eq!(signer(Some(acting), None).title_lines(&tamansari), [format!("{prefix} Kepala Desa Tamansari,")]);
        assert_eq!(signer(Some(acting), None).head_title(&tamansari), format!("{prefix} Kepala Desa Tamansari"));
    }
}

#[test]
fn only_a_real_nip_is_shown_and_underlines_the_name() {
    let with = |nip: &str| Official {
        name: String::new(),
        rank: Some("Penata Tingkat I (III/d)".into()),
        nip: Some(nip.into()),
        staff_number: None,
    };
    let real = with("19780412 200312 1 004");
    assert_eq!(real.lines(), ["Penata Tingkat I (III/d)", "NIP 19780412 200312 1 004"]);
    assert!(real.is_civil_servant());
    for wrong in ["-", "", "1978", "19780412200312100X", "1978041220031210044"] {
        assert_eq!(with(wrong).lines(), ["Penata Tingkat I (III/d)"], "{wrong}");
        assert!(!with(wrong).is_civil_servant(), "{wrong}");
    }
}

#[test]
fn another_number_carries_the_label_of_the_office() {
    let official = Official { name: String::new(), rank: None, nip: None, staff_number: Some(("NIAP".into(), "350924 001".into())) };
    assert_eq!(official.lines(), ["NIAP 350924 001"]);
}

use super::*;
use crate::features::catalogue::testing::yuni;

fn today() -> Day {
    Day::new(2026, 11, 27).expect("a day")
}

fn filled() -> ShopForm {
    ShopForm::of(&yuni())
}

fn problems(form: ShopForm) -> Vec<(String, ProblemCode)> {
    form.check(today()).err().map_or_else(Vec::new, |all| all.iter().map(|problem| (problem.field.clone(), problem.code)).collect())
}

#[test]
fn a_number_that_cannot_be_whatsapp_is_refused() {
    for wrong in ["0333421234", "+60123456789", "nomor saya"] {
        assert_eq!(problems(ShopForm { whatsapp: wrong.into(), ..filled() }), [("whatsapp".to_owned(), ProblemCode::NotAPhone)], "{wrong}");
    }
    let shop = ShopForm { whatsapp: "+62 812-0000-0099".into(), ..filled() }.check(today()).expect("a shop");
    assert_eq!(shop.whatsapp.international(), "6281200000099");
}

#[test]
fn a_shop_is_not_founded_next_year() {
    let year = ProblemCode::Year { first: 1850, last: 2026 };
    assert_eq!(problems(ShopForm { sejak: "2027".into(), ..filled() }), [("sejak".to_owned(), year)]);
    assert_eq!(problems(ShopForm { sejak: "2026".into(), ..filled() }), []);
}

#[test]
fn a_link_leads_by_https_to_where_it_says() {
    for wrong in [
        "instagram.com/yuni",
        "http://instagram.com/yuni",
        "https://instagram.com.evil.example/x",
        "https://evilinstagram.com/x",
        "javascript:alert(1)",
        "https://instagram.com/\"onclick=x",
        "https://instagram.com/ yuni",
        "https://a@instagram.com/x",
    ] {
        assert_eq!(
            problems(ShopForm { instagram: wrong.into(), ..filled() }),
            [("instagram".to_owned(), ProblemCode::NotALink)],
            "{wrong}"
        );
    }
    let right = ShopForm { instagram: "https://www.instagram.com/yuni".into(), situs: "https://yuni.example".into(), ..filled() };
    assert_eq!(problems(right), []);
}

#[test]
fn a_permit_of_odd_form_is_kept_and_its_last_day_needs_a_number() {
    let odd = ShopForm { pirt: "belum jadi 1".into(), ..filled() }.check(today()).expect("a shop");
    assert!(!odd.permits[0].looks_right());
    let lonely = ShopForm { halal_sampai: "2027-05-01".into(), ..filled() };
    assert_eq!(problems(lonely), [("halal".to_owned(), ProblemCode::Missing)]);
    let wrong = ShopForm { nib: "9120001234567".into(), nib_sampai: "kapan-kapan".into(), ..filled() };
    assert_eq!(problems(wrong), [("nib_sampai".to_owned(), ProblemCode::NotADay)]);
}

#[test]
fn what_was_kept_is_shown_as_it_was_typed() {
    let typed = ShopForm {
        titik: "-8.219200, 114.369100".into(),
        buka: "07.00".into(),
        tutup: "20.00".into(),
        pirt: "2063510010123-28".into(),
        pirt_sampai: "1 Mei 2028".into(),
        shopee: "https://shopee.co.id/yuni".into(),
        ..filled()
    };
    assert_eq!(ShopForm::of(&typed.check(today()).expect("a shop")), typed);
}

#[test]
fn no_text_of_a_shop_leads_away() {
    let spam = || "slot88.com".to_owned();
    for (name, form) in [
        ("nama", ShopForm { nama: spam(), ..filled() }),
        ("sektor", ShopForm { sektor: spam(), ..filled() }),
        ("cerita", ShopForm { cerita: spam(), ..filled() }),
        ("alamat", ShopForm { alamat: spam(), ..filled() }),
        ("pelatihan", ShopForm { pelatihan: spam(), ..filled() }),
        ("nib", ShopForm { nib: spam(), ..filled() }),
        ("merek", ShopForm { merek: spam(), ..filled() }),
    ] {
        assert_eq!(problems(form), [(name.to_owned(), ProblemCode::LinkNotHere)]);
    }
}

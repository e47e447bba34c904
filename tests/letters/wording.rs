//! What letters say. The snapshots are for people who review the words as a whole.

use smart_kampung::features::letters::{Acting, Answer, LetterData, Seal, Signer, Stage};

use super::paper::{lines, words};
use super::villagers::*;
use super::{draft, render};

#[tokio::test]
async fn the_business_letter_of_a_kelurahan_says_what_was_answered() {
    let pdf = render("sku-lurah", "sku", &sku(kampungmandar())).await;
    insta::assert_snapshot!("sku_lurah", lines(&pdf));
}

#[tokio::test]
async fn the_domicile_letter_signed_by_the_secretary_says_what_was_answered() {
    let pdf = render("skd-an", "skd", &skd_of_a_newcomer()).await;
    insta::assert_snapshot!("skd_an_sekretaris", lines(&pdf));
}

#[tokio::test]
async fn the_letter_of_moving_says_what_was_answered() {
    let pdf = render("pindah-4", "pindah", &pindah(&FAMILY)).await;
    insta::assert_snapshot!("pindah", lines(&pdf));
}

#[tokio::test]
async fn the_letter_of_arrival_says_what_was_answered() {
    let pdf = render("datang-4", "datang", &datang(&FAMILY)).await;
    insta::assert_snapshot!("datang", lines(&pdf));
    let mut inside = datang(&FAMILY);
    inside.answers.retain(|name, _| !name.ends_with("skpwni"));
    let said = words(&render("datang-dalam", "datang", &inside).await);
    assert!(said.contains("alamat asal tersebut dan bertempat tinggal"), "{said}");
}

#[tokio::test]
async fn a_draft_says_in_words_that_it_is_no_letter() {
    let pdf = render("skd-draf", "skd", &draft(skd(tamansari()))).await;
    insta::assert_snapshot!("skd_draf", lines(&pdf));
    let said = words(&pdf);
    assert!(!said.contains("Kode:") && !said.contains("Ditandatangani secara elektronik"), "{said}");
}

/// Each answer stands on the paper, whole and as it was given.
#[tokio::test]
async fn every_answer_of_every_letter_stands_on_the_paper() {
    for (service, data) in [
        ("sku", sku(tamansari())),
        ("skd", skd(tamansari())),
        ("skd", skd_of_a_newcomer()),
        ("pindah", pindah(&LARGE_FAMILY)),
        ("datang", datang(&LARGE_FAMILY)),
    ] {
        let said = words(&render(service, service, &data).await);
        let person = &data.person;
        let facts = [&person.name.to_uppercase(), &person.nik, &person.birth, &person.sex, &person.occupation, &person.address];
        let texts = data.answers.values().flat_map(|answer| match answer {
            Answer::Text(text) => vec![text.clone()],
            Answer::Choice { text, .. } if service == "skd" => vec![text.to_lowercase()],
            Answer::Choice { text, .. } => vec![text.clone()],
            Answer::Rows(rows) => {
                rows.iter().flat_map(|row| [row["nama"].to_uppercase(), row["nik"].clone(), row["hubungan"].clone()]).collect()
            }
        });
        for fact in facts.into_iter().cloned().chain(texts) {
            assert!(said.contains(&fact), "{service}: {fact:?} is not in {said}");
        }
    }
}

#[tokio::test]
async fn desa_and_kelurahan_differ_in_their_own_words_alone() {
    let desa = words(&render("skd-desa", "skd", &skd(tamansari())).await);
    let kelurahan = words(&render("skd-lurah", "skd", &skd(kampungmandar())).await);
    for (mine, theirs) in [
        ("DESA TAMANSARI", "KELURAHAN KAMPUNGMANDAR"),
        ("Kepala Desa Tamansari,", "Lurah Kampungmandar,"),
        ("HADI SANTOSO", "NIP 19780412 200312 1 004"),
    ] {
        assert!(desa.contains(mine) && !desa.contains(theirs), "{desa}");
        assert!(kelurahan.contains(theirs) && !kelurahan.contains(mine), "{kelurahan}");
    }
}

#[tokio::test]
async fn the_letter_says_how_it_was_signed_and_nothing_better() {
    let with = |seal: Seal| -> LetterData {
        let mut data = skd(tamansari());
        if let Stage::Issued { seal: old, .. } = &mut data.stage {
            *old = seal;
        }
        data
    };
    let (on, at) = (day(25, 11, 2026), smart_kampung::domain::TimeOfDay::new(10, 32).expect("a time"));
    let uncertified = "Tanda tangan ini belum tersertifikasi.";
    let certified = "Balai Besar Sertifikasi Elektronik (BSrE), BSSN.";
    let by_hand = "Ditandatangani dengan tangan dan dibubuhi cap.";
    let practised = "Dibuat di kantor latihan: semua nama dan nomor dikarang. Tidak berlaku sebagai surat.";
    for (seal, says, silent) in [
        (Seal::Electronic { on, at }, uncertified, [certified, by_hand, practised]),
        (Seal::Certified { on, at }, certified, [uncertified, by_hand, practised]),
        (Seal::ByHand, by_hand, [uncertified, certified, practised]),
        (Seal::Practice { on, at }, practised, [uncertified, certified, by_hand]),
    ] {
        let said = words(&render("skd-tanda", "skd", &with(seal.clone())).await);
        assert!(said.contains(says) && silent.iter().all(|other| !said.contains(other)), "{seal:?}: {said}");
        assert_eq!(said.contains("25 November 2026, 10.32 WIB"), seal != Seal::ByHand, "{said}");
        assert_eq!(said.contains("Ditandatangani secara elektronik"), !matches!(seal, Seal::ByHand | Seal::Practice { .. }), "{said}");
    }
}

#[tokio::test]
async fn an_acting_head_is_called_so_in_the_opening_and_above_the_name() {
    let signer = Signer { acting: Some(Acting::Plt), ..kades() };
    let said = words(&render("skd-plt", "skd", &LetterData { signer, ..skd(tamansari()) }).await);
    assert!(said.contains("di bawah ini, Plt. Kepala Desa Tamansari, Kecamatan Licin"), "{said}");
    assert!(said.contains("Plt. Kepala Desa Tamansari, "), "{said}");
}

#[tokio::test]
async fn what_was_not_answered_leaves_no_empty_row() {
    let mut data = sku(tamansari());
    for name in ["omzet", "bank", "tanggal_periksa"] {
        data.answers.remove(name);
    }
    let said = words(&render("sku-foto", "sku", &data).await);
    assert!(!said.contains("Omzet") && !said.contains("Modal") && !said.contains("none"), "{said}");
    assert!(
        said.contains("dan foto tempat usaha yang diserahkan. Surat ini diberikan untuk keperluan permohonan Kredit Usaha Rakyat, berlaku"),
        "{said}"
    );
}

#[tokio::test]
async fn who_moves_out_of_the_regency_is_told_of_the_skpwni() {
    let mut data = pindah(&FAMILY);
    data.answers.insert("klasifikasi".into(), Answer::choice("4", "Antarkabupaten/kota dalam satu provinsi"));
    let said = words(&render("pindah-luar", "pindah", &data).await);
    assert!(said.contains("bukan pengganti Surat Keterangan Pindah WNI (SKPWNI)") && !said.contains("berlaku sampai"), "{said}");
}

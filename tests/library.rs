//! The library of the regency, asked of the whole router: what a visitor finds, and how a resident reserves it with
//! a browser that runs no script.

use axum::http::StatusCode;
use smart_kampung::features::library::demo::invent_library;
use smart_kampung::server::clock::day_at;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;

use crate::support::{Browser, ask, cookie_of, engine_with_people, hat, hidden_fields};

const RESERVE: &str = "/api/library_own/reserve";

/// The page of the first book that a search finds.
fn first_book(page: &str) -> String {
    let after = page.split("href=\"/pustaka/").nth(1).expect("a book");
    ["/pustaka/", after.split('"').next().expect("an address")].concat()
}

async fn reader(engine: &Engine, name: &str) -> Browser {
    Browser { app: router(engine), cookie: cookie_of(engine, hat(engine, name).await).await }
}

#[tokio::test]
async fn the_books_of_a_demonstration_are_found_by_everybody_and_invented_once() {
    let engine = engine_with_people().await;
    assert!(ask(&engine, "/pustaka").await.1.contains("Belum ada buku"));
    for _ in 0..2 {
        invent_library(&engine.db).await.expect("a library");
    }
    let (_, all) = ask(&engine, "/pustaka").await;
    assert_eq!(all.matches("class=\"card-name\"").count(), 12, "{all}");
    assert!(all.contains("rel=\"canonical\"") && all.contains("Siapa di Balik Kabut?"));
    let (_, found) = ask(&engine, "/pustaka?cari=penanaman+naga").await;
    assert_eq!(found.matches("class=\"card-name\"").count(), 1, "{found}");
    let (_, village) = ask(&engine, "/d/sobo/pustaka").await;
    assert!(village.contains("Nelayan Membaca Musim") && !village.contains("English for Village Guides"), "{village}");
    assert!(ask(&engine, "/d/sobo").await.1.contains("href=\"/d/sobo/pustaka\""), "the village leads to it");
    let book = first_book(&found);
    let (_, sitemap) = ask(&engine, "/sitemap.xml").await;
    assert!(sitemap.contains(&format!("<loc>{}{book}</loc>", engine.origin())) && sitemap.contains("/pustaka</loc>"));
    let (status, page) = ask(&engine, &book).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Seharusnya sudah kembali") && page.contains("1 orang menunggu"), "one is late: {page}");
    assert!(page.contains("/masuk?lanjut=%2Fpustaka%2F") && !page.contains(RESERVE), "a visitor signs in first");
    assert!(page.contains("application/ld+json") && page.contains("\"@type\":\"Book\""));
}

#[tokio::test]
async fn a_resident_reserves_a_book_of_another_village_and_gives_it_back_to_the_others() {
    let engine = engine_with_people().await;
    invent_library(&engine.db).await.expect("a library");
    let ratna = reader(&engine, "Ratna Contoh").await;
    let book = first_book(&ratna.page("/pustaka?cari=nelayan").await);
    let form = [&book, "?di=sobo"].concat();
    let page = ratna.page(&form).await;
    assert!(page.contains("value=\"Ratna Contoh\""), "the name of the account stands there: {page}");
    let hidden = hidden_fields(&page, RESERVE);
    let (status, _, refused) = ratna.sends(RESERVE, &[&hidden, "&nama=%20"].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.contains("id=\"nama-error\""), "{refused}");
    let (status, to, _) = ratna.sends(RESERVE, &[&hidden, "&nama=Ratna+Contoh"].concat()).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/akun/pinjaman?hasil=disisihkan"));
    let own = ratna.page(&to).await;
    for said in ["Buku disisihkan untuk Anda.", "Nelayan Membaca Musim", "Siap diambil", "Ambil di kantor Kelurahan Sobo", "Antre"] {
        assert!(own.contains(said), "{said}: {own}");
    }
    assert!(ratna.page(&form).await.contains("Sudah Anda pesan di sini"));

    let cancel = "/api/library_own/cancel";
    let budi = reader(&engine, "Budi Contoh").await;
    assert!(!budi.page("/akun/pinjaman").await.contains("Nelayan"), "another's book");
    assert!(budi.page("/akun/pinjaman").await.contains("Terlambat"), "his own is late");
    let row = own.split("Nelayan Membaca Musim").nth(1).expect("its row");
    let hidden = hidden_fields(row, cancel);
    assert_eq!(budi.sends(cancel, &hidden).await.0, StatusCode::CONFLICT, "his browser did not draw that form");
    let (status, to, _) = ratna.sends(cancel, &hidden).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/akun/pinjaman?hasil=dibatalkan"));
    assert!(!ratna.page(&to).await.contains("Nelayan"));
    assert!(ratna.page("/akun").await.contains("href=\"/akun/pinjaman\""));
}

#[tokio::test]
async fn a_librarian_plans_a_meeting_and_a_reader_joins_notes_how_far_they_are_and_leaves() {
    const PLAN: &str = "/api/library_office/plan_meeting";
    const JOIN: &str = "/api/library_own/join_club";
    const NOTE: &str = "/api/library_own/note_reading";
    const LEAVE: &str = "/api/library_own/leave_club";
    let engine = engine_with_people().await;
    let (rini, ratna) = (reader(&engine, "Rini Wulandari").await, reader(&engine, "Ratna Contoh").await);
    let desk = "/kantor/pustaka/kelompok";
    assert!(rini.page("/kantor/pustaka").await.contains(desk));
    let hidden = hidden_fields(&rini.page(desk).await, PLAN);
    let typed = "&bacaan=Laskar+%3CPelangi%3E&tanggal=kemarin&pukul=sore&tempat=&tautan=zoom.us";
    let (status, _, refused) = rini.sends(PLAN, &[&hidden, typed].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["tanggal-error", "pukul-error", "tautan-error", "value=\"Laskar &lt;Pelangi&gt;\"", "value=\"zoom.us\""] {
        assert!(refused.contains(said), "{said}: {refused}");
    }
    let day = day_at(engine.db.clock().now(), engine.db.zone()).plus_days(3).iso();
    let right = ["&bacaan=Laskar+%3CPelangi%3E&pukul=16.00&tempat=Pendopo&tautan=https://meet.example.id/1&tanggal=", &day].concat();
    let (status, to, _) = rini.sends(PLAN, &[&hidden, right.as_str()].concat()).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, [desk, "?hasil=dijadwalkan"].concat().as_str()));
    assert!(rini.page(&to).await.contains("Pertemuan dijadwalkan."));

    let (_, shown) = ask(&engine, "/d/tamansari-licin/pustaka").await;
    assert!(shown.contains("Laskar &lt;Pelangi&gt;") && shown.contains("/masuk?lanjut=%2Fakun%2Fkelompok-baca"), "{shown}");
    assert!(!shown.contains("meet.example.id"), "the link is for members");
    let form = "/akun/kelompok-baca?di=tamansari-licin";
    let page = ratna.page(form).await;
    let (status, _, refused) = ratna.sends(JOIN, &[&hidden_fields(&page, JOIN), "&nama=+"].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.contains("nama-error"), "{refused}");
    let (status, to, _) = ratna.sends(JOIN, &[&hidden_fields(&page, JOIN), "&nama=Ratna+Contoh"].concat()).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/akun/kelompok-baca?hasil=ikut"));
    assert!(ratna.page(&to).await.contains("Kelompok baca Desa Tamansari (Kec. Licin)"));

    let page = ratna.page(form).await;
    assert!(page.contains("meet.example.id") && page.contains("Membaca: Laskar"), "she is in it already: {page}");
    let note = hidden_fields(&page, NOTE);
    let (status, _, refused) = ratna.sends(NOTE, &[&note, "&sampai="].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.contains("sampai-error"), "{refused}");
    let (status, to, _) = ratna.sends(NOTE, &[&note, "&sampai=halaman+45"].concat()).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let own = ratna.page(&to).await;
    assert!(own.contains("Tercatat.") && own.contains("value=\"halaman 45\""), "{own}");
    let members = rini.page(desk).await;
    assert!(members.contains("Ratna Contoh") && members.contains("1 anggota") && !members.contains("halaman 45"), "{members}");
    let budi = reader(&engine, "Budi Contoh").await;
    assert_eq!(budi.sends(LEAVE, &hidden_fields(&own, LEAVE)).await.0, StatusCode::CONFLICT, "his browser did not draw that form");
    let (status, to, _) = ratna.sends(LEAVE, &hidden_fields(&own, LEAVE)).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/akun/kelompok-baca?hasil=keluar"));
    assert!(rini.page(desk).await.contains("0 anggota"));
}

//! Trainings, asked of the whole router with a browser that runs no script: an office announces one, enrols who has no
//! phone, notes who was there and finishes it.

use axum::http::StatusCode;
use smart_kampung::features::training::demo::invent_trainings;
use smart_kampung::server::clock::day_at;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;

use crate::support::{Browser, cookie_of, engine_with_people, hat, hidden_fields};

const NEW: &str = "/api/training_office/write_new";
const OPEN: &str = "/api/training_office/open";
const ENROL: &str = "/api/training_office/enrol";
const MARK: &str = "/api/training_office/mark";
const FINISH: &str = "/api/training_office/finish";
const WITHDRAW: &str = "/api/training_office/withdraw";
const CANCEL: &str = "/api/training_office/cancel";

async fn officer(engine: &Engine, name: &str) -> Browser {
    Browser { app: router(engine), cookie: cookie_of(engine, hat(engine, name).await).await }
}

/// The form of a new training that is held today, sent with `more` behind it.
async fn sends_new(rini: &Browser, fields: &str) -> (StatusCode, String, String) {
    let page = rini.page("/kantor/pelatihan/baru").await;
    rini.sends(NEW, &[&hidden_fields(&page, NEW), "&", fields].concat()).await
}

fn today(engine: &Engine) -> String {
    day_at(engine.db.clock().now(), engine.db.zone()).iso()
}

fn course(engine: &Engine, quota: &str) -> String {
    let today = today(engine);
    [
        "nama_pelatihan=Foto+Produk&ringkasan=Membuat+foto.&topik=foto-produk&sasaran_umkm=ya&penyelenggara=Kantor+Desa&narasumber=&tempat=Balai+desa&tautan=&sesi=",
        &today,
        "+00.00-11.00&kuota=",
        quota,
        "&tutup=",
        &today,
        "&dana=apbdes&kegiatan=4.3.1&mitra=&materi=&soal=",
    ]
    .concat()
}

#[tokio::test]
async fn a_training_with_wrong_answers_comes_back_with_all_of_them_and_a_sentence_at_each() {
    let engine = engine_with_people().await;
    let rini = officer(&engine, "Rini Wulandari").await;
    let wrong = "nama_pelatihan=&ringkasan=</textarea><script>&topik=&penyelenggara=Kantor+Kita&tempat=&tautan=zoom.us/1&sesi=besok+pagi&kuota=501&tutup=kapan&dana=apbdes&kegiatan=4-3&materi=materi.id&soal=Cahaya%3F";
    let (status, _, page) = sends_new(&rini, wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    for (field, sentence) in [
        ("nama_pelatihan", "Isi nama pelatihan."),
        ("topik", "Pilih topik."),
        ("sasaran_aparat", "Pilih sasaran."),
        ("tautan", "yang diawali https://"),
        ("sesi", "Isi hari, bulan, dan tahun"),
        ("kuota", "Isi angka paling besar 500."),
        ("tutup", "Isi hari, bulan, dan tahun"),
        ("kegiatan", "misalnya 04.03.01."),
        ("materi", "yang diawali https://"),
        ("soal", "Satu yang benar diawali tanda *."),
    ] {
        let said = page.split(&format!("id=\"{field}-error\"")).nth(1).and_then(|rest| rest.split("</p>").next()).expect(field);
        assert!(said.contains(sentence), "{field}: {said}");
    }
    for typed in ["value=\"Kantor Kita\"", "value=\"zoom.us/1\"", "besok pagi", "value=\"501\"", "value=\"4-3\"", "Cahaya?"] {
        assert!(page.contains(typed), "{typed} stays");
    }
    assert!(!page.contains("<script>&"), "what is typed never becomes markup");
    assert!(rini.page("/kantor/pelatihan").await.contains("Belum ada pelatihan"), "nothing was written");
}

#[tokio::test]
async fn an_office_holds_a_training_from_its_announcement_to_its_end() {
    let engine = engine_with_people().await;
    let rini = officer(&engine, "Rini Wulandari").await;
    let (status, to, page) = sends_new(&rini, &course(&engine, "1")).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let here = to.split('?').next().expect("an address").to_owned();
    let draft = rini.page(&to).await;
    assert!(draft.contains("Draf tersimpan.") && draft.contains("APBDes, kegiatan 04.03.01") && !draft.contains(ENROL), "{draft}");
    let (status, to, _) = rini.sends(OPEN, &hidden_fields(&draft, OPEN)).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, [&here, "?hasil=dibuka"].concat().as_str()));

    let page = rini.page(&here).await;
    let hidden = hidden_fields(&page, ENROL);
    let (status, _, refused) = rini.sends(ENROL, &[&hidden, "&nama=Siti+2&telepon=0333"].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["id=\"nama-error\"", "id=\"telepon-error\"", "value=\"Siti 2\"", "value=\"0333\""] {
        assert!(refused.contains(said), "{said}: {refused}");
    }
    for (name, result) in [("Mbah+Karto", "duduk"), ("Siti+Aminah", "menunggu")] {
        let hidden = hidden_fields(&rini.page(&here).await, ENROL);
        let (status, to, _) = rini.sends(ENROL, &[&hidden, "&telepon=&nama=", name].concat()).await;
        assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, [&here, "?hasil=", result].concat().as_str()), "{name}");
    }
    let hidden = hidden_fields(&rini.page(&here).await, ENROL);
    let (status, _, again) = rini.sends(ENROL, &[&hidden, "&telepon=&nama=mbah+karto"].concat()).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(again.contains("sudah terdaftar di pelatihan ini") && again.contains("value=\"mbah karto\""), "{again}");

    let page = rini.page(&here).await;
    assert!(page.contains("1 dari 1 kursi, 1 menunggu") && page.contains("Menunggu, urutan 1"), "{page}");
    let box_ = page.split("name=\"hadir_").nth(1).and_then(|rest| rest.split('"').next()).expect("a box to tick");
    assert_eq!(page.matches("name=\"hadir_").count(), 1, "whoever waits is not in the list");
    let (status, to, _) = rini.sends(MARK, &[&hidden_fields(&page, MARK), "&hadir_", box_, "=ya"].concat()).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, [&here, "?sesi=1&hasil=hadir"].concat().as_str()));
    // The list from before, sent with nobody ticked and refused: whoever was noted meanwhile is not struck out.
    let (status, _, redrawn) = rini.sends(MARK, &hidden_fields(&page, MARK)).await;
    assert_eq!(status, StatusCode::CONFLICT, "the key was used with other words");
    let row = redrawn.split(&format!("name=\"hadir_{box_}\"")).nth(1).and_then(|rest| rest.split('>').next());
    assert!(row.is_some_and(|row| row.contains("checked")), "{redrawn}");
    let noted = rini.page(&to).await;
    assert!(noted.contains("Kehadiran tersimpan.") && noted.contains("Hadir 1"), "{noted}");
    let second = noted.split("Batalkan Siti Aminah").next().and_then(|before| before.rfind("action=")).map(|at| &noted[at..]);
    let (status, to, _) = rini.sends(WITHDRAW, &hidden_fields(second.expect("her row"), WITHDRAW)).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, [&here, "?hasil=keluar"].concat().as_str()));

    let sheet = rini.page(&[&here, "/daftar-hadir"].concat()).await;
    assert!(sheet.contains("Mbah Karto") && !sheet.contains("Siti Aminah") && sheet.contains("sign-here"), "{sheet}");
    let page = rini.page(&here).await;
    let cancel = hidden_fields(&page, CANCEL);
    let (status, _, refused) = rini.sends(CANCEL, &[&cancel, "&alasan=+"].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.contains("Isi alasan."), "{refused}");
    let (status, to, _) = rini.sends(FINISH, &hidden_fields(&page, FINISH)).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let done = rini.page(&to).await;
    assert!(done.contains("Pelatihan selesai.") && !done.contains(MARK) && !done.contains(CANCEL), "{done}");
    // A colleague had it open all the time.
    let (status, _, late) = rini.sends(CANCEL, &[&cancel, "&alasan=Hujan+deras."].concat()).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(late.contains("Hujan deras."), "what was written is given back: {late}");
}

#[tokio::test]
async fn the_trainings_of_a_demonstration_are_invented_once() {
    let engine = engine_with_people().await;
    for _ in 0..2 {
        invent_trainings(&engine.db).await.expect("trainings");
    }
    let rini = officer(&engine, "Rini Wulandari").await.page("/kantor/pelatihan").await;
    assert_eq!(rini.matches("href=\"/kantor/pelatihan/").count(), 2, "one, and the button for a new one: {rini}");
    assert!(rini.contains("3 dari 6 kursi") && rini.contains("Pendaftaran dibuka"), "{rini}");
    let sri = officer(&engine, "Sri Lestari").await;
    let list = sri.page("/kantor/pelatihan").await;
    assert!(list.contains("Komputer Dasar untuk Warga") && list.contains("3 orang hadir di pelatihan"), "{list}");
    let mut ways = list.split("href=\"").filter_map(|rest| rest.split('"').next());
    let held = ways.find(|to| to.starts_with("/kantor/pelatihan/") && !to.ends_with("/baru")).expect("a training");
    let page = sri.page(held).await;
    for said in ["Selesai", "DPA atau dana kelurahan", "5,0 dari 5", "Pelan dan jelas.", "Pernah hadir"] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

#[tokio::test]
async fn an_officer_is_ticked_by_real_work_and_bpm_reads_who_is_trained() {
    const SLIP: &str = "/api/accounts_office/print_slip";
    let engine = engine_with_people().await;
    let rini = officer(&engine, "Rini Wulandari").await;
    assert!(rini.page("/kantor/pelatihan").await.contains("href=\"/kantor/belajar\""));
    let fresh = rini.page("/kantor/belajar").await;
    assert!(fresh.contains("0 dari 6 tugas selesai") && fresh.contains("href=\"/kantor/slip\""), "{fresh}");
    let hidden = hidden_fields(&rini.page("/kantor/slip").await, SLIP);
    let (status, _, refused) = rini.sends(SLIP, &[&hidden, "&hp=12"].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{refused}");
    assert!(rini.page("/kantor/belajar").await.contains("0 dari 6 tugas selesai"), "what was refused is not done");
    let (status, ..) = rini.sends(SLIP, &[&hidden, "&hp=081377700031"].concat()).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let ticked = rini.page("/kantor/belajar").await;
    assert!(ticked.contains("1 dari 6 tugas selesai") && ticked.matches("</svg>Selesai ").count() == 1, "{ticked}");
    let head = officer(&engine, "Hadi Santoso").await.page("/kantor/belajar").await;
    assert!(head.contains("Rini Wulandari") && head.contains("Operator: 1 dari 6 tugas selesai"), "{head}");

    let bpm = officer(&engine, "Gede Artawan").await;
    let all = bpm.page("/bpm/belajar").await;
    assert!(all.contains("Dari 217 kantor, 0 sudah terlatih") && all.contains("Tamansari (Kec. Licin)"), "{all}");
    let licin = bpm.page("/bpm/belajar?kecamatan=kec-licin").await;
    assert!(licin.contains("Rini Wulandari") && licin.contains("1 dari 6") && !licin.contains("Sri Lestari"), "{licin}");
}

//! What stands in for the `{words}` of the table: real cases, photos, letters and moves of two offices.

use std::marker::PhantomData;
use std::sync::atomic::{AtomicU32, Ordering};

use smart_kampung::access::Hat;
use smart_kampung::domain::{
    ApplicationId, BlobId, CampaignId, Day, InterloanId, LetterId, ListingId, LoanId, OfficeCode, PersonName, Phone, ReservationId,
    TitleId, TrainingId, Version,
};
use smart_kampung::features::applications::acts::{Attach, ReceiveSkpwni, StartApplication};
use smart_kampung::features::catalogue::acts::{AddPhoto, AddProduct, Approve, Edit, Hide, MakeSellerLink, OpenShop, SeeOwner};
use smart_kampung::features::catalogue::table::receive;
use smart_kampung::features::catalogue::{Product, ProductForm, Shop, ShopForm, Sketch, Wish, demo, store};
use smart_kampung::features::compliance::acts::{AddEvidence, AddFile};
use smart_kampung::features::compliance::{When, digest_of};
use smart_kampung::features::documents::GoodsPhoto;
use smart_kampung::features::letters::F103;
use smart_kampung::features::library::acts::{AddTitle, LendCopy, ReserveTitle, Whose};
use smart_kampung::features::library::{Age, Class, CopyPlace, Language, Title, store as library};
use smart_kampung::features::offices::gazetteer;
use smart_kampung::features::transfers::TransferCarrier;
use smart_kampung::forms::Answers;
use smart_kampung::server::clock::day_at;
use smart_kampung::server::db::{OfficeScope, PublicScope};
use smart_kampung::server::engine::Engine;
use smart_kampung::server::likeness::MARK_BYTES;
use smart_kampung::server::outbox::carry_due;

use super::courses;
use super::shelf::{self, Shelf};
use crate::compliance;
use crate::goods;
use crate::issuing::renderer;
use crate::moving::{PassOn, annex};
use crate::sandbox::pictures::small_jpeg;
use crate::support::{Hold, Step, Village, does, hat};

pub struct Samples {
    engine: Engine,
    /// The office of operator, verifikator and kades, and the other one.
    here: Office,
    there: Office,
    /// Rights of an operator here, of one at the other office, and of the camat.
    rights: [(&'static str, Hat); 3],
    /// The addresses of a public product and of its shop.
    goods: [(&'static str, String); 2],
    next: AtomicU32,
}

/// What is there at an office, and stays.
struct Office {
    village: Village,
    /// The form with which people move from here to the other office.
    moves: F103,
    case: ApplicationId,
    photo: BlobId,
    draft: ApplicationId,
    /// A case whose letter is on paper, with its form.
    letter: (ApplicationId, LetterId),
    /// A case with what Dukcapil has issued.
    skpwni: ApplicationId,
    /// The owner's shop.
    own_store: ListingId,
    /// Its public product, the photo and the address of that.
    goods: (ListingId, BlobId, String),
    /// The phone of the owner.
    phone: &'static str,
    /// A public shop and its product.
    stand: (ListingId, ListingId),
    /// The campaign in which it answers, and a photo and a file that prove something.
    seat: (CampaignId, [BlobId; 2]),
    /// What its library has, and who reads there.
    shelf: Shelf,
    /// A title of its library, what the owner has borrowed, and what they wait for.
    books: (TitleId, LoanId, ReservationId),
    /// What the owner has asked for, to be fetched at the other library.
    own_asked: Option<InterloanId>,
    /// A training that is announced, and its address.
    training: (TrainingId, String),
}

impl Samples {
    pub async fn of(engine: &Engine) -> Self {
        let (to_sobo, surabaya) = (annex(), F103 { class: 4, consent: false, ..annex() });
        let to_tamansari = F103 { from: to_sobo.to.clone(), to: to_sobo.from.clone(), ..annex() };
        let seat = compliance::campaign(engine).await;
        let mut here = Office::of(engine, (Village::tamansari(engine).await, "081200000001"), to_sobo, (&surabaya, seat)).await;
        let mut there = Office::of(engine, (Village::sobo(engine).await, "081200000002"), to_tamansari, (&surabaya, seat)).await;
        here.own_asked = Some(shelf::own_asked(engine, &here.village, &there.village).await);
        there.own_asked = Some(shelf::own_asked(engine, &there.village, &here.village).await);
        carry_due(&engine.db, &renderer(engine)).await.expect("papers");
        carry_due(&engine.db, &TransferCarrier { db: engine.db.clone() }).await.expect("moves");
        let rights = [("{right_here}", "Lina Permata"), ("{right_there}", "Sri Lestari"), ("{right_camat}", "Agus Setiawan")];
        let [a, b, c] = rights.map(async |(word, name)| (word, hat(engine, name).await));
        let (rights, goods) = ([a.await, b.await, c.await], goods(engine).await);
        Self { engine: engine.clone(), here, there, rights, goods, next: AtomicU32::new(0) }
    }

    /// The same, seen from the other office.
    pub fn seen_from_there(self) -> Self {
        Self { here: self.there, there: self.here, ..self }
    }

    pub async fn fill(&self, text: &str) -> String {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let mut text =
            text.replace("{key}", &format!("00000000-0000-4000-8000-{number:012}")).replace("{phone}", &format!("0813{number:08}"));
        for (word, hat) in &self.rights {
            text = text.replace(word, &hat.membership.expect("staff").0.to_string());
        }
        for (word, slug) in &self.goods {
            text = text.replace(word, slug);
        }
        for (place, office, other) in [("here", &self.here, &self.there), ("there", &self.there, &self.here)] {
            for (what, id) in office.standing(other) {
                text = text.replace(&format!("{{{what}_{place}}}"), &id);
            }
            for what in FRESH {
                let word = format!("{{{what}_{place}}}");
                if text.contains(&word) {
                    text = text.replace(&word, &office.fresh(&self.engine, other, what).await);
                }
            }
        }
        assert!(!text.contains('{'), "no sample for a word in: {text}");
        text
    }
}

/// What is new each time, because the first request changes it.
const FRESH: [&str; 38] = [
    "file",
    "books",
    "waiting",
    "with_operator",
    "with_verifier",
    "approved",
    "issued",
    "arriving",
    "new_store",
    "link",
    "proposed",
    "shown",
    "concealed",
    "copy",
    "label",
    "lent",
    "loan",
    "aside",
    "place",
    "gone",
    "asked",
    "to_send",
    "wanted",
    "sent",
    "guest",
    "homeward",
    "borrower",
    "meeting",
    "member",
    "own_member",
    "club_card",
    "draft_training",
    "open_training",
    "participant",
    "own_place",
    "certified",
    "material",
    "handout",
];

impl Office {
    async fn of(engine: &Engine, (village, phone): (Village, &'static str), moves: F103, (surabaya, seat): (&F103, CampaignId)) -> Self {
        village.opens(engine).await;
        let (case, photo) = with_photo(engine, &village).await;
        let draft = begun(engine, &village, "skd").await;
        let (signed, issued) = village.signs_with(engine, &moves).await;
        let (skpwni, _) = village.signs_with(engine, surabaya).await;
        does(engine, &village.officer, PassOn(skpwni)).await;
        let file = engine.blobs.put(village.office.number(), "application/pdf", b"%PDF-1.7 a paper %%EOF\n").await.expect("a file");
        let dated = day_at(engine.db.clock().now(), engine.db.zone());
        does(engine, &village.officer, ReceiveSkpwni { id: skpwni, seen: Version(6), number: "SKPWNI/1".into(), dated, file }).await;
        let ((own_store, goods), stand) = (with_goods(engine, &village).await, stand(engine, &village).await);
        let seat = (seat, [proof(engine, &village, seat).await, paper(engine, &village, seat).await]);
        let (shelf, books) = (Shelf::of(engine, &village).await, books(engine, &village).await);
        let letter = (signed, issued.letter);
        let training = courses::noticed(engine, &village).await;
        let own_asked = None;
        Self { village, moves, case, photo, draft, letter, skpwni, own_store, goods, phone, stand, seat, shelf, books, own_asked, training }
    }

    /// A move that came here is a letter of the other office.
    fn standing(&self, other: &Self) -> [(&'static str, String); 26] {
        [
            ("own_asked", self.own_asked.map(|asked| asked.to_string()).unwrap_or_default()),
            ("count", self.shelf.count.to_string()),
            ("ended", self.shelf.ended.to_string()),
            ("case", self.case.to_string()),
            ("photo", self.photo.to_string()),
            ("draft", self.draft.to_string()),
            ("letter", self.letter.0.to_string()),
            ("skpwni", self.skpwni.to_string()),
            ("transfer", other.letter.1.to_string()),
            ("own_store", self.own_store.to_string()),
            ("goods", self.goods.0.to_string()),
            ("goods_photo", self.goods.1.to_string()),
            ("goods_slug", self.goods.2.clone()),
            ("seat", self.seat.0.to_string()),
            ("proof", self.seat.1[0].to_string()),
            ("paper", self.seat.1[1].to_string()),
            ("seat_slug", gazetteer().by_code(self.village.office).expect("an office").slug.to_owned()),
            ("store", self.stand.0.to_string()),
            ("ware", self.stand.1.to_string()),
            ("title", self.shelf.title.to_string()),
            ("reader", self.shelf.reader.to_string()),
            ("book", self.books.0.to_string()),
            ("own_loan", self.books.1.to_string()),
            ("reserved", self.books.2.to_string()),
            ("training", self.training.0.to_string()),
            ("notice", self.training.1.clone()),
        ]
    }

    async fn fresh(&self, engine: &Engine, other: &Self, what: &str) -> String {
        let village = &self.village;
        match what {
            "waiting" => village.case_at(engine, Step::Waiting).await.to_string(),
            "with_operator" => village.case_at(engine, Step::Claimed).await.to_string(),
            "with_verifier" => village.case_with_verifier(engine).await.to_string(),
            "approved" => village.case_at(engine, Step::Approved).await.to_string(),
            "issued" => village.case_at(engine, Step::Issued).await.to_string(),
            "file" => table(engine, village, self.stand.0).await,
            "books" => shelf::file(engine, village).await,
            "new_store" => new_store(engine, village).await.to_string(),
            "link" => {
                let shop = new_store(engine, village).await;
                let phone = Phone::parse(self.phone).expect("a phone");
                does(engine, &village.officer, MakeSellerLink { id: shop, phone }).await;
                let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
                store::open_link(&scope, shop).await.expect("links").expect("a link").token.in_writing()
            }
            "copy" => shelf::copy(engine, village).await.id.to_string(),
            "label" => shelf::copy(engine, village).await.code,
            "lent" => shelf::lent(engine, village).await.0.to_string(),
            "loan" => shelf::lent(engine, village).await.1.to_string(),
            "aside" => shelf::aside(engine, village).await.0.to_string(),
            "place" => shelf::aside(engine, village).await.1.to_string(),
            "asked" => shelf::asked(engine, village, &other.village).await.0.to_string(),
            "to_send" => {
                let (interloan, copy) = shelf::asked(engine, village, &other.village).await;
                format!("{interloan}&label={}", copy.code)
            }
            "wanted" => shelf::asked(engine, &other.village, village).await.0.to_string(),
            "sent" => shelf::sent(engine, &other.village, village).await.0.to_string(),
            "guest" => shelf::guest(engine, &other.village, village).await.to_string(),
            "homeward" => shelf::homeward(engine, village, &other.village).await.to_string(),
            "gone" => shelf::gone(engine, village).await.to_string(),
            "borrower" => shelf::reader(engine, village).await.to_string(),
            "meeting" => shelf::meeting(engine, village).await.to_string(),
            "member" => shelf::member(engine, village).await.to_string(),
            "own_member" => shelf::own_member(engine, village).await.to_string(),
            "club_card" => shelf::club_card(engine, village).await,
            "draft_training" => courses::draft(engine, village).await.to_string(),
            "open_training" => courses::announced(engine, village).await.to_string(),
            "participant" => courses::participant(engine, village).await.to_string(),
            "own_place" => courses::own_place(engine, village).await.to_string(),
            "certified" => courses::certified(engine, village).await.to_string(),
            "material" => {
                let (training, file) = courses::material(engine, village).await;
                [&training.to_string(), "/berkas/", &file.to_string()].concat()
            }
            "handout" => courses::material(engine, village).await.1.to_string(),
            "proposed" => proposed(engine, village, self.stand.0).await.to_string(),
            "shown" => shown(engine, village, self.stand.0).await.to_string(),
            "concealed" => {
                let id = shown(engine, village, self.stand.0).await;
                let hide = Hide::<Product> { id, seen: Version(2), reason: "Laporan.".into(), of: PhantomData };
                does(engine, &village.officer, hide).await;
                id.to_string()
            }
            _ => {
                let (_, issued) = other.village.signs_with(engine, &other.moves).await;
                carry_due(&engine.db, &TransferCarrier { db: engine.db.clone() }).await.expect("a move");
                issued.letter.to_string()
            }
        }
    }
}

/// The officer writes, the verifier has seen the owner and approves.
async fn stand(engine: &Engine, village: &Village) -> (ListingId, ListingId) {
    let shop = new_store(engine, village).await;
    does(engine, &village.verifier, SeeOwner { id: shop, seen: Version(1) }).await;
    does(engine, &village.verifier, Approve::<Shop> { id: shop, seen: Version(2), permits_seen: false, of: PhantomData }).await;
    (shop, shown(engine, village, shop).await)
}

async fn new_store(engine: &Engine, village: &Village) -> ListingId {
    let form = ShopForm {
        nama: "Kedai Contoh".into(),
        skala: "mikro".into(),
        alamat: "Dusun Contoh".into(),
        whatsapp: "081200000099".into(),
        ..ShopForm::default()
    };
    let (owner, shop) = (PersonName::parse("Yuni Contoh").expect("a name"), form.check(Day::FIRST).expect("a shop"));
    does(engine, &village.officer, OpenShop { office: village.office, owner, wish: Wish::Propose(shop) }).await
}

async fn proposed(engine: &Engine, village: &Village, shop: ListingId) -> ListingId {
    let form = ProductForm {
        nama: "Sale contoh".into(),
        kategori: "makanan-ringan".into(),
        harga: "18.000".into(),
        satuan: "bungkus".into(),
        persediaan: "ada".into(),
        ..ProductForm::default()
    };
    let product = form.check().expect("a product");
    does(engine, &village.officer, AddProduct { office: village.office, shop, wish: Wish::Propose(product) }).await
}

async fn shown(engine: &Engine, village: &Village, shop: ListingId) -> ListingId {
    let id = proposed(engine, village, shop).await;
    does(engine, &village.verifier, Approve::<Product> { id, seen: Version(1), permits_seen: false, of: PhantomData }).await;
    id
}

/// A table of one new product, read and kept.
async fn table(engine: &Engine, village: &Village, shop: ListingId) -> String {
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    let shop = store::listing::<Shop>(&scope, shop).await.expect("a shop").slug;
    drop(scope);
    let name = engine.db.fresh_key();
    let file = format!("toko;nama;kategori;harga;satuan;persediaan\n{shop};Kue {name};lainnya;9.000;buah;habis\n");
    let page = receive(engine, village.office, file.as_bytes()).await.expect("a table");
    page.rsplit('=').next().expect("its name").to_owned()
}

/// Of the market of a demonstration.
async fn goods(engine: &Engine) -> [(&'static str, String); 2] {
    demo::invent_market(engine).await.expect("a market");
    let scope = PublicScope::open(&engine.db).await.expect("the public");
    let (sold, _) = store::market(&scope, &store::Shelf::default(), None).await.expect("products");
    let shops = store::shops_of(&scope, &sold[..1]).await.expect("a shop");
    [("{product}", sold[0].slug.clone()), ("{shop}", shops[0].slug.clone())]
}

/// A shop of the owner with one product, which has one photo; all of it public.
async fn with_goods(engine: &Engine, village: &Village) -> (ListingId, (ListingId, BlobId, String)) {
    let (office, seller) = (village.office, village.resident());
    let (shop, product) = (goods::shop(), goods::product());
    let owner = PersonName::parse("Yuni Contoh").expect("a name");
    let kept = does(engine, &seller, OpenShop { office, owner, wish: Wish::Keep(shop.clone()) }).await;
    does(engine, &village.officer, SeeOwner { id: kept, seen: Version(1) }).await;
    let propose = Edit { office, id: kept, seen: Version(2), wish: Wish::Propose(shop) };
    does(engine, &seller, propose).await;
    does(engine, &village.officer, Approve::<Shop> { id: kept, seen: Version(3), permits_seen: false, of: PhantomData }).await;
    let id = does(engine, &seller, AddProduct { office, shop: kept, wish: Wish::Keep(Sketch::of(&product)) }).await;
    let photo = in_all_sizes(engine, office).await;
    let photo = does(engine, &seller, AddPhoto { office, id, photo, alt: String::new() }).await;
    does(engine, &seller, Edit { office, id, seen: Version(2), wish: Wish::Propose(product) }).await;
    does(engine, &village.officer, Approve::<Product> { id, seen: Version(3), permits_seen: false, of: PhantomData }).await;
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    let slug = store::listing::<Product>(&scope, id).await.expect("a product").slug;
    (kept, (id, photo, slug))
}

/// A title with copies enough, one that the resident has at home, and one that is put aside for them.
async fn books(engine: &Engine, village: &Village) -> (TitleId, LoanId, ReservationId) {
    let office = village.office;
    let mut titles = Vec::new();
    for (name, copies) in [("Buku contoh", 5), ("Buku pinjaman", 1), ("Buku pesanan", 1)] {
        let title = Title {
            name: name.into(),
            authors: "Tim Contoh".into(),
            publisher: String::new(),
            year: None,
            isbn: None,
            language: Language::Indonesian,
            age: Age::Everybody,
            class: Class::General,
            summary: String::new(),
        };
        titles.push(does(engine, &village.officer, AddTitle { office, title, copies, shelf: String::new() }).await);
    }
    let own = || Whose::Own(PersonName::parse("Ratna Contoh").expect("a name"));
    for title in [titles[1], titles[2]] {
        does(engine, &village.resident(), ReserveTitle { office, title, whose: own() }).await;
    }
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    let waits = library::open_reservations(&scope, None).await.expect("a queue");
    let of = |title: TitleId| waits.iter().find(|waits| waits.title == title).expect("a reservation");
    let (reader, reserved) = (of(titles[1]).reader, of(titles[2]).id);
    let copy = library::copies_of(&scope, titles[1]).await.expect("copies")[0].id;
    drop(scope);
    does(engine, &village.officer, LendCopy { copy, reader }).await;
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    let place = library::copies_of(&scope, titles[1]).await.expect("copies").remove(0).place;
    let CopyPlace::Lent { loan, .. } = place else { panic!("it was lent") };
    (titles[0], loan, reserved)
}

/// Six files, as the sandbox leaves them.
async fn in_all_sizes(engine: &Engine, office: OfficeCode) -> GoodsPhoto {
    let file = [&u32::try_from(small_jpeg().len()).expect("small").to_le_bytes()[..], &small_jpeg()].concat().repeat(6);
    let stored = engine.blobs.put(office.number(), "application/octet-stream", &file).await.expect("a photo");
    GoodsPhoto { stored, sizes: [(60, 40); 3], colour: "#00005a".into(), likeness: vec![0; MARK_BYTES] }
}

/// A photo of the office's Wi-Fi, in its answers.
async fn proof(engine: &Engine, village: &Village, campaign: CampaignId) -> BlobId {
    let photo = in_all_sizes(engine, village.office).await;
    let digest = digest_of(&engine.db, photo.stored.name.as_bytes());
    let add = AddEvidence {
        campaign,
        item: "wifi".into(),
        photo,
        digest,
        alike: Vec::new(),
        when: When::Any,
        taken: None,
        camera: None,
        place: None,
        office: None,
        reason: "Contoh.".into(),
        agreed: true,
    };
    does(engine, &village.officer, add).await.expect("a new photo")
}

/// A decree about the office's Wi-Fi.
async fn paper(engine: &Engine, village: &Village, campaign: CampaignId) -> BlobId {
    let file = engine.blobs.put(village.office.number(), "application/pdf", b"%PDF-1.7 a decree %%EOF\n").await.expect("a file");
    does(engine, &village.officer, AddFile { campaign, item: "wifi".into(), file, title: "SK".into(), agreed: false }).await
}

/// A case with one photo, in the hands of the operator.
async fn with_photo(engine: &Engine, village: &Village) -> (ApplicationId, BlobId) {
    let id = begun(engine, village, "sku").await;
    let stored = engine.blobs.put(village.office.number(), "image/jpeg", &small_jpeg()).await.expect("a photo");
    let attach = Attach { office: village.office, id, field: "ktp".into(), photo: stored.clone(), thumbnail: stored };
    let photo = does(engine, &village.resident(), attach).await.photo;
    does(engine, &village.officer, Hold(id)).await;
    (id, photo)
}

/// A draft.
async fn begun(engine: &Engine, village: &Village, service: &str) -> ApplicationId {
    let service = service.parse().expect("a service");
    let begin = StartApplication { office: village.office, service, said: Answers::EMPTY };
    does(engine, &village.resident(), begin).await.id
}

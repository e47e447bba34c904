//! From listings to what the office's screens are given.

use super::desk::{Desk, LANG};
use super::doors::page_of;
use super::views::{ActView, EditView, ListingView, ListingsView, RowView, TabView};
use super::words::{self, LISTS, act, mark};
use crate::access::{ActName, Code, Refusal};
use crate::domain::ListingId;
use crate::features::catalogue::fields::{Says, form, named, of_new_shop, of_product, of_shop};
use crate::features::catalogue::picture::drafts;
use crate::features::catalogue::place::{read_place, write_place};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::store::{self, Listed, PAGE, Reminder, Stored};
use crate::features::catalogue::{
    Changed, Content, Ending, Listing, PartView, Photo, Product, ProductForm, Shop, ShopForm, Stage, Standing, State, changes,
};
use crate::ui::{NoteView, Way, encode_pair, note, way};

/// Days over which the ways to WhatsApp are counted.
const MONTH: i32 = 30;

/// `/kantor/produk`: one list from a place on.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn list(desk: &Desk, which: &str, seen: &str) -> Result<ListingsView, Refusal> {
    let scope = desk.scope().await?;
    let (code, state, _) = LISTS.into_iter().find(|(code, ..)| *code == which).unwrap_or(LISTS[0]);
    let rows = store::list(&scope, state, read_place(seen)).await?;
    let counts = store::counts(&scope).await?;
    let told = store::told_here(&scope, desk.today()).await?;
    let mut notes = Vec::new();
    for told in told {
        notes.extend(reminded(desk, &told, &store::listing::<Shop>(&scope, told.shop).await?));
    }
    drop(scope);
    let none = words::none(state, counts.iter().any(|count| *count > 0));
    let address = |code: &str| if code.is_empty() { "/kantor/produk".to_owned() } else { ["/kantor/produk?daftar=", code].concat() };
    let tabs = LISTS.into_iter().zip(counts).map(|((code, listed, words), count)| TabView {
        way: way(address(code), words),
        count: u32::try_from(count).unwrap_or(u32::MAX),
        here: listed == state,
    });
    let next = rows
        .last()
        .filter(|_| rows.len() as u64 == PAGE)
        .map(|last| ["/kantor/produk?daftar=", code, "&setelah=", &write_place((last.changed_at.micros(), last.id))].concat());
    Ok(ListingsView {
        frame: desk.frame(),
        notes,
        tabs: tabs.collect(),
        rows: rows.into_iter().map(|row| listed(desk, row, state)).collect(),
        next,
        none: (none.0.to_owned(), none.1.to_owned()),
        opens: desk.may(ActName::OpenShop, Facts::default()),
    })
}

/// What was told of a permit, while its public shop still says so of it.
fn reminded(desk: &Desk, told: &Reminder, shop: &Listing<Shop>) -> Option<NoteView> {
    let ending =
        Ending::of(shop.standing.public()?, desk.today()).into_iter().find(|one| one.kind == told.kind && one.until == told.until)?;
    Some(NoteView { way: Some(way(page_of::<Shop>(shop.id), "Buka toko ini")), ..words::ends(shop.standing.name(), ending) })
}

/// The permits of a public shop that end soon, each with the way to tell its seller.
fn ends<'a>(desk: &'a Desk, shop: &'a Shop) -> impl Iterator<Item = NoteView> + 'a {
    Ending::of(shop, desk.today()).into_iter().map(|ending| {
        let mut query = String::new();
        encode_pair(&mut query, "text", &words::renew(&shop.name, ending));
        let to = ["https://wa.me/", shop.whatsapp.international(), "?", &query].concat();
        NoteView { way: Some(way(to, "Ingatkan lewat WhatsApp")), ..words::ends(&shop.name, ending) }
    })
}

fn listed(desk: &Desk, row: Listed, state: State) -> RowView {
    let (page, icon, kind, code) = match row.shop {
        Some(_) => (page_of::<Product>(row.id), "bag", "Produk", Product::KIND),
        None => (page_of::<Shop>(row.id), "shop", "Toko", Shop::KIND),
    };
    RowView {
        draft: desk.draft((code, page.clone(), row.id, row.version), row.draft),
        way: way(page, row.name),
        icon: icon.to_owned(),
        kind: kind.to_owned(),
        shop: row.shop.unwrap_or_default(),
        changed: desk.when(row.changed_at),
        mark: mark(state),
    }
}

/// `/kantor/produk/toko/{id}`, its products from a place on.
///
/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn shop(desk: &Desk, id: ListingId, result: &str, from: &str) -> Result<ListingView, Refusal> {
    let scope = desk.scope().await?;
    let shop = store::listing::<Shop>(&scope, id).await?;
    let (products, next) = store::products(&scope, id, read_place(from)).await?;
    drop(scope);
    let (owner, facts) = (&shop.part, Facts::of(&shop));
    let seen = match owner.seen {
        Some(seen) => [&desk.name_of(seen.by).await?, ", ", &desk.when(seen.at)].concat(),
        None => "Belum".to_owned(),
    };
    let mut view = shown(desk, &shop, words::result(result, shop.standing.public().is_some())).await?;
    view.back = way("/kantor/produk", "Produk");
    let keeper = if shop.owner.is_some() { "Penjual sendiri dan kantor" } else { "Kantor" };
    view.facts = [("Pemilik", owner.name.as_str().to_owned()), ("Ditemui kantor", seen), ("Diurus oleh", keeper.to_owned())]
        .map(|(what, who)| (what.to_owned(), who))
        .to_vec();
    let open = shop.standing.state() != State::Archived;
    if open && owner.seen.is_none() {
        view.notes.push(note("you", "user", "Pemilik belum ditemui", "Toko baru tampil setelah kantor bertemu pemiliknya satu kali."));
        if desk.may(ActName::SeeOwner, facts) {
            view.acts.insert(0, act(ActName::SeeOwner, true, None));
        }
    }
    if let Some(public) = shop.standing.public() {
        view.notes.extend(ends(desk, public));
        view.ways.push(way(["/toko/", &shop.slug].concat(), ["Lihat ", &public.name, " di pasar"].concat()));
    }
    if open && desk.may(ActName::EditListing, facts) {
        view.ways.push(way([&page_of::<Shop>(id), "/ubah"].concat(), "Ubah toko"));
    }
    if open && desk.may(ActName::AddProduct, facts) {
        view.ways.push(way([&page_of::<Shop>(id), "/baru"].concat(), "Tambah produk"));
    }
    if open && desk.may(ActName::MakeSellerLink, facts) {
        view.ways.push(way([&page_of::<Shop>(id), "/tautan"].concat(), "Serahkan ke penjual"));
    }
    view.products = Some(products.into_iter().map(|product| of_this_shop(desk, product)).collect());
    view.next = next.map(|next| [&page_of::<Shop>(id), "?setelah=", &write_place(next)].concat());
    Ok(view)
}

fn of_this_shop(desk: &Desk, product: Listing<Product>) -> RowView {
    let (page, standing) = (page_of::<Product>(product.id), &product.standing);
    let (kind, price) = match standing.latest().finished() {
        Ok(last) => (last.category.name(LANG), last.price.amount().in_digits()),
        Err(_) => (words::UNFINISHED, String::new()),
    };
    RowView {
        draft: desk
            .draft((Product::KIND, page.clone(), product.id, product.seen()), standing.drafted().map(|draft| draft.finished().is_ok())),
        way: way(page, standing.name().to_owned()),
        icon: "bag".to_owned(),
        kind: kind.to_owned(),
        shop: String::new(),
        changed: price,
        mark: mark(standing.state()),
    }
}

/// `/kantor/produk/{id}`
///
/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn product(desk: &Desk, id: ListingId, result: &str) -> Result<ListingView, Refusal> {
    let scope = desk.scope().await?;
    let product = store::listing::<Product>(&scope, id).await?;
    let shop = store::listing::<Shop>(&scope, product.part.shop).await?;
    let clicks = store::clicks(&scope, &[id], desk.today().plus_days(1 - MONTH)).await?;
    drop(scope);
    let seen = product.standing.public().is_some() && product.part.public;
    let mut view = shown(desk, &product, words::result(result, seen)).await?;
    let its_shop = way(page_of::<Shop>(shop.id), shop.standing.latest().name.clone());
    if product.standing.state() != State::Archived {
        if !product.part.public {
            let text = "Produk tampil bersama tokonya. Setujui atau tampilkan dulu tokonya.";
            view.notes.push(NoteView { way: Some(its_shop.clone()), ..note("you", "shop", "Tokonya tidak tampil", text) });
        }
        if desk.may(ActName::EditListing, Facts::of(&product)) {
            view.ways.push(way([&page_of::<Product>(id), "/ubah"].concat(), "Ubah produk"));
            view.ways.push(way([&page_of::<Product>(id), "/foto"].concat(), "Atur foto"));
        }
    }
    if !matches!(product.standing, Standing::New(_)) {
        let times: u64 = clicks.into_iter().map(|(_, clicks)| clicks).sum();
        view.facts.push(("Ke WhatsApp, 30 hari ini".to_owned(), [&times.to_string(), " kali"].concat()));
    }
    if seen {
        view.ways.insert(0, way(["/produk/", &product.slug].concat(), "Lihat di pasar"));
    }
    view.back = its_shop;
    view.says.extend(photos_said(&product.standing));
    view.photos = drafts(id, &product.standing.latest());
    Ok(view)
}

/// What the photos show, as their descriptions say; another photo under the same words is another.
fn photos_said(standing: &Standing<Product>) -> Option<Changed> {
    let last = standing.latest();
    let (before, after) = match standing {
        Standing::Approved { content, next: Some(_), .. } => (&content.photos, &last.photos),
        _ => (&last.photos, &last.photos),
    };
    let said = |photos: &[Photo]| {
        let each: Vec<&str> = photos.iter().map(|photo| if photo.alt.is_empty() { "tanpa keterangan" } else { &photo.alt }).collect();
        if each.is_empty() { String::new() } else { [&each.len().to_string(), " foto: ", &each.join("; ")].concat() }
    };
    let there = !(before.is_empty() && after.is_empty());
    there.then(|| Changed { label: "Foto".to_owned(), before: said(before), after: said(after), differs: before != after })
}

/// What both kinds have: where it stands, what it says beside what visitors see, and what can be done.
async fn shown<C: Stored<Draft: Says>>(desk: &Desk, listing: &Listing<C>, result: Option<&str>) -> Result<ListingView, Refusal> {
    let standing = &listing.standing;
    let facts = Facts::of(listing);
    let mut notes = Vec::new();
    if let Standing::Approved { hidden: Some(reason), .. } = standing {
        notes.push(note("stop", "eye-off", "Disembunyikan dari pengunjung", reason));
    }
    let mut lede = String::new();
    if let Some(pending) = standing.pending() {
        let writer = if listing.owner == Some(pending.by) { "penjual".to_owned() } else { desk.name_of(pending.by).await? };
        lede = match &pending.stage {
            Stage::Draft(_) => ["Draf ditulis ", &writer, "."].concat(),
            Stage::Proposed(_) => ["Diajukan ", &writer, "."].concat(),
            Stage::Returned(..) => ["Dikembalikan kepada ", &writer, "."].concat(),
        };
        match &pending.stage {
            Stage::Returned(_, reason) => notes.push(words::returned(reason)),
            _ => notes.extend(standing.asked().map(words::asked_before)),
        }
        match &pending.stage {
            Stage::Draft(draft) => notes.extend(C::finished(draft).err().map(|missing| words::unfinished(&named(&missing, LANG)))),
            Stage::Proposed(_) if Some(pending.by) == desk.actor().account() => {
                let text = "Anda yang menulis usulan ini. Petugas lain yang menyetujuinya.";
                notes.push(note("grey", "users", "Menunggu orang kedua", text));
            }
            _ => {}
        }
    }
    let (says, compared, heading) = sayings(standing);
    let hidden = [("_jenis", C::KIND.to_owned()), ("_id", listing.id.to_string()), ("_seen", listing.seen().0.to_string())];
    Ok(ListingView {
        frame: desk.frame(),
        back: way("/kantor/produk", "Produk"),
        title: standing.name().to_owned(),
        mark: mark(standing.state()),
        lede,
        result: result.map(str::to_owned),
        notes,
        facts: Vec::new(),
        says,
        compared,
        heading: heading.to_owned(),
        ways: Vec::new(),
        photos: Vec::new(),
        products: None,
        next: None,
        propose: desk
            .draft((C::KIND, String::new(), listing.id, listing.seen()), standing.drafted().map(|draft| C::finished(draft).is_ok()))
            .and_then(|draft| draft.propose),
        acts: acts(desk, listing, facts),
        hidden: hidden.map(|(name, value)| (name.to_owned(), value)).to_vec(),
        key: desk.key(),
    })
}

/// What is said: of two versions side by side, where there are two.
fn sayings<C: Content<Draft: Says>>(standing: &Standing<C>) -> (Vec<Changed>, bool, &'static str) {
    let last = standing.latest().says(LANG);
    match standing {
        Standing::Approved { content, next: Some(_), .. } => {
            let heading = if standing.proposed().is_some() { "Perubahan yang diajukan" } else { "Perubahan yang belum diajukan" };
            (changes(&content.draft().says(LANG), &last), true, heading)
        }
        Standing::Approved { hidden: None, .. } => (changes(&last, &last), false, "Yang dilihat pengunjung"),
        Standing::New(_) if standing.proposed().is_some() => (changes(&last, &last), false, "Yang diajukan"),
        _ => (changes(&last, &last), false, "Isinya"),
    }
}

/// What the policy allows and the state has a use for: a button that can only fail is no button.
fn acts<C: Stored>(desk: &Desk, listing: &Listing<C>, facts: Facts) -> Vec<ActView> {
    let (standing, shop) = (&listing.standing, C::KIND == Shop::KIND);
    let proposed = standing.state() == State::Proposed;
    let first = matches!(standing, Standing::New(_));
    let hindered = first && C::hindrance(&listing.part).is_some_and(|code| matches!(code, Code::OwnerNotSeen | Code::ShopNotPublic));
    let hidden = matches!(standing, Standing::Approved { hidden: Some(_), .. });
    let useful = [
        (ActName::ApproveListing, proposed && !hindered),
        (ActName::ReturnListing, proposed),
        (ActName::ShowListing, hidden),
        (ActName::HideListing, standing.public().is_some()),
        (ActName::ArchiveListing, standing.state() != State::Archived),
    ];
    let odd = || {
        let permits = standing.proposed().map(Content::permits).unwrap_or_default().iter().filter(|permit| !permit.looks_right());
        let odd: Vec<String> = permits.map(|permit| [permit.kind.name(), " ", &permit.number].concat()).collect();
        (!odd.is_empty()).then(|| ["Saya sudah memeriksa izin yang bentuknya tidak biasa: ", &odd.join(", ")].concat())
    };
    let can = useful.into_iter().filter(|(name, use_)| *use_ && desk.may(*name, facts));
    let drawn = |name| match name {
        ActName::ApproveListing if hidden => ActView {
            consequence: "Tetap tersembunyi sampai Anda menekan Tampilkan lagi.".to_owned(),
            button: "Setujui".to_owned(),
            ..act(name, shop, odd())
        },
        ActName::ApproveListing => act(name, shop, odd()),
        other => act(other, shop, None),
    };
    can.map(|(name, _)| drawn(name)).collect()
}

/// `/kantor/produk/toko/baru`
///
/// # Errors
/// `Forbidden` for who may not open one.
pub fn new_shop(desk: &Desk) -> Result<EditView, Refusal> {
    policy::decide(desk.actor(), ActName::OpenShop, Facts::default()).permit()?;
    let back = way("/kantor/produk", "Produk");
    Ok(edit_view(desk, back, "Buka toko", None, Vec::new(), of_new_shop(LANG)))
}

/// `/kantor/produk/toko/{id}/ubah`
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` for who may not edit it; `Busy` or `Internal` of the database.
pub async fn edit_shop(desk: &Desk, id: ListingId) -> Result<EditView, Refusal> {
    let scope = desk.scope().await?;
    let shop = store::listing::<Shop>(&scope, id).await?;
    drop(scope);
    edit(desk, &shop, "Ubah toko", of_shop(&ShopForm::of(&shop.standing.latest()), LANG))
}

/// `/kantor/produk/toko/{id}/baru`
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` for who may not add one; `Busy` or `Internal` of the database.
pub async fn new_product(desk: &Desk, id: ListingId) -> Result<EditView, Refusal> {
    let scope = desk.scope().await?;
    let shop = store::listing::<Shop>(&scope, id).await?;
    drop(scope);
    policy::decide(desk.actor(), ActName::AddProduct, Facts::of(&shop)).permit()?;
    let back = way(page_of::<Shop>(id), shop.standing.latest().name.clone());
    Ok(edit_view(desk, back, "Tambah produk", None, vec![("_id", id.to_string())], of_product(&ProductForm::default(), LANG)))
}

/// `/kantor/produk/{id}/ubah`
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` for who may not edit it; `Busy` or `Internal` of the database.
pub async fn edit_product(desk: &Desk, id: ListingId) -> Result<EditView, Refusal> {
    let scope = desk.scope().await?;
    let product = store::listing::<Product>(&scope, id).await?;
    drop(scope);
    edit(desk, &product, "Ubah produk", of_product(&product.standing.latest().form, LANG))
}

fn edit<C: Stored>(desk: &Desk, listing: &Listing<C>, title: &str, parts: Vec<PartView>) -> Result<EditView, Refusal> {
    policy::decide(desk.actor(), ActName::EditListing, Facts::of(listing)).permit()?;
    let back = way(page_of::<C>(listing.id), listing.standing.name().to_owned());
    let note = listing.standing.asked().map(words::returned);
    let hidden = vec![("_id", listing.id.to_string()), ("_seen", listing.seen().0.to_string())];
    Ok(edit_view(desk, back, title, note, hidden, parts))
}

fn edit_view(desk: &Desk, back: Way, title: &str, note: Option<NoteView>, hidden: Vec<(&str, String)>, parts: Vec<PartView>) -> EditView {
    EditView {
        frame: Some(desk.frame()),
        back,
        title: title.to_owned(),
        lede: "Pengunjung baru melihatnya setelah petugas lain menyetujui.".to_owned(),
        note,
        form: form(hidden, parts, desk.key(), LANG),
    }
}

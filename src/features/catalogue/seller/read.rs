//! From listings to what the seller's screens are given.

use super::doors::{page_of, seller};
use super::from_letter::Letter;
use super::stats::stats;
use super::views::{CloseView, ListView, SellerView};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{AccountId, Day, Lang, ListingId};
use crate::features::accounts::home_offices;
use crate::features::catalogue::coach::Advice;
use crate::features::catalogue::fields::{Says, form, named, of_own_new_shop, of_product, of_shop, row_draft};
use crate::features::catalogue::office::{EditView, RowView, listing_id};
use crate::features::catalogue::picture::drafts;
use crate::features::catalogue::place::{read_place, write_place};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::skills::{chosen, words as skill_words};
use crate::features::catalogue::store::{self, Reminder, Stored};
use crate::features::catalogue::{
    Category, Content, Ending, Listing, PartView, Product, ProductForm, RowDraft, Shop, ShopForm, Stage, Standing, State,
};
use crate::features::offices::gazetteer;
use crate::features::training::{Notice, next_on, own_skills, page_of_training};
use crate::server::clock::day_at;
use crate::server::db::{Db, OwnScope};
use crate::server::session;
use crate::text::SellerWords;
use crate::ui::{MarkView, NoteView, Way, note, use_visitor, way};

/// Who looks at what is theirs, and in which language.
pub struct Own {
    pub(super) db: Db,
    actor: Actor,
    /// As the account says it.
    name: String,
    pub(super) lang: Lang,
    pub(super) words: &'static SellerWords,
}

impl Own {
    /// # Errors
    /// `SignIn` when nobody is known; `Forbidden` for who acts for somebody else.
    pub fn asked() -> Result<Self, Refusal> {
        let (name, lang) = (session::standing()?.name.unwrap_or_default(), use_visitor().lang);
        let (db, actor) = seller()?;
        Ok(Self::of(db, actor, name, lang))
    }

    pub fn of(db: Db, actor: Actor, name: String, lang: Lang) -> Self {
        Self { db, actor, name, lang, words: lang.words().seller() }
    }

    pub(super) fn account(&self) -> Result<AccountId, Refusal> {
        self.actor.account().ok_or(Refusal::SignIn)
    }

    pub(super) fn today(&self) -> Day {
        day_at(self.db.clock().now(), self.db.zone())
    }

    fn advice(&self, given: &[Advice]) -> (String, Vec<(String, String)>) {
        let said = given.iter().map(|advice| self.words.advice[*advice as usize]);
        (self.words.advice_title.to_owned(), said.map(|[title, text]| (title.to_owned(), text.to_owned())).collect())
    }

    /// The training that helps with the weightiest of it.
    async fn lesson(&self, given: &[Advice]) -> Result<Option<Way>, Refusal> {
        let topics: Vec<_> = given.iter().filter_map(|advice| advice.topic()).collect();
        let found = next_on(&self.db, &topics).await?;
        let words =
            |notice: &Notice| [self.words.lesson, &notice.told.title, ", ", &notice.told.sessions.first_day().in_words(self.lang)].concat();
        Ok(found.map(|notice| way(page_of_training(&notice.slug), words(&notice))))
    }

    pub(super) async fn scope(&self) -> Result<OwnScope<'_>, Refusal> {
        OwnScope::open(&self.db, &self.actor).await
    }

    /// What stands beside a draft in a list; `None` for what is none.
    fn draft<C: Stored>(&self, listing: &Listing<C>) -> Option<RowDraft> {
        let finished = C::finished(listing.standing.drafted()?).is_ok();
        let at = (C::KIND, page_of::<C>(listing.id), listing.id, listing.seen());
        Some(row_draft(at, finished, self.words.draft_ways, self.db.fresh_key()))
    }

    fn mark(&self, state: State) -> MarkView {
        let (who, icon) = match state {
            State::Proposed => ("office", "arrow-right"),
            State::Returned => ("you", "pencil"),
            State::Draft => ("you", "draft"),
            State::Public => ("done", "check"),
            State::Hidden => ("stop", "eye-off"),
            State::Archived => ("grey", "closed"),
        };
        let place = State::ALL.iter().position(|known| *known == state).unwrap_or_default();
        MarkView { who: who.to_owned(), icon: icon.to_owned(), words: self.words.states[place].to_owned() }
    }

    fn result(&self, code: &str) -> Option<String> {
        let sentence = match code {
            "disimpan" => self.words.kept,
            "diajukan" => self.words.sent,
            "ditutup" => self.words.closed,
            "diterima" => self.words.taken,
            "tampil" => skill_words(self.lang).shown_now,
            "tidak-tampil" => skill_words(self.lang).hidden_now,
            _ => return None,
        };
        Some(sentence.to_owned())
    }
}

/// `/akun/toko`
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn shops(own: &Own) -> Result<SellerView, Refusal> {
    let words = own.words;
    let scope = own.scope().await?;
    let shops = store::shops_within(&scope).await?;
    let ids: Vec<ListingId> = shops.iter().map(|(_, shop)| shop.id).collect();
    let told = store::told_of(&scope, &ids, own.today()).await?;
    drop(scope);
    let notes = told.iter().filter_map(|told| reminded(own, told, &shops.iter().find(|(_, shop)| shop.id == told.shop)?.1)).collect();
    let row = |(office, shop): (_, Listing<Shop>)| RowView {
        way: way(page_of::<Shop>(shop.id), shop.standing.name().to_owned()),
        icon: "shop".to_owned(),
        kind: gazetteer().full_title(office),
        shop: String::new(),
        changed: String::new(),
        mark: own.mark(shop.standing.state()),
        draft: own.draft(&shop),
    };
    let none = (words.none.to_owned(), words.none_hint.to_owned());
    Ok(SellerView {
        back: way("/akun", words.account),
        title: words.title.to_owned(),
        lede: words.lede.to_owned(),
        notes,
        ways: vec![way("/akun/toko/baru", words.open)],
        list: Some(ListView { title: String::new(), rows: shops.into_iter().map(row).collect(), next: None, none }),
        ..SellerView::default()
    })
}

/// `/akun/toko/{id}`, its products from a place on.
///
/// # Errors
/// `NotFound` for what is not one's own; `Busy` or `Internal` of the database.
pub async fn shop(own: &Own, id: &str, result: &str, from: &str) -> Result<SellerView, Refusal> {
    let (id, words) = (listing_id(id)?, own.words);
    let scope = own.scope().await?;
    let (office, shop) = store::listing_at::<Shop>(&scope, id).await?;
    let (products, next) = store::products(&scope, id, read_place(from)).await?;
    let stats = stats(own, &scope, &store::product_ids(&scope, id).await?).await?;
    let (skills, agreed) = (own_skills(&scope).await?, store::chosen_skills(&scope, id, own.account()?).await?);
    drop(scope);
    let mut view = shown(own, &shop, result, way("/akun/toko", words.title));
    view.lede = gazetteer().full_title(office);
    view.stats = shop.standing.public().is_some().then_some(stats);
    let page = page_of::<Shop>(id);
    if shop.standing.state() != State::Archived {
        view.ways = vec![way([&page, "/baru"].concat(), words.add_product), way([&page, "/ubah"].concat(), words.edit_shop)];
        let given = Advice::of_shop(&shop.standing.latest());
        view.advice = own.advice(&given);
        view.lesson = own.lesson(&given).await?;
        view.notes.extend(Ending::of(&shop.standing.latest(), own.today()).into_iter().map(|ending| ends(own, ending)));
        view.skills = chosen(id, &page, skills, &agreed, own.lang, own.db.fresh_key());
        if shop.part.seen.is_none() && shop.standing.state() == State::Proposed {
            view.notes.push(told("you", "user", words.come_once));
        }
    }
    if shop.standing.public().is_some() {
        view.ways.push(way(["/toko/", &shop.slug].concat(), words.in_market));
    }
    let none = (words.no_products.to_owned(), String::new());
    let rows = products.into_iter().map(|product| of_this_shop(own, &product)).collect();
    let next = next.map(|next| way([&page, "?setelah=", &write_place(next)].concat(), words.next));
    view.list = Some(ListView { title: words.products.to_owned(), rows, next, none });
    Ok(view)
}

fn of_this_shop(own: &Own, product: &Listing<Product>) -> RowView {
    let price = product.standing.latest().finished().map(|last| last.price.amount().in_digits());
    RowView {
        way: way(page_of::<Product>(product.id), product.standing.name().to_owned()),
        icon: "bag".to_owned(),
        kind: price.unwrap_or_else(|_| own.words.unfinished[0].to_owned()),
        shop: String::new(),
        changed: String::new(),
        mark: own.mark(product.standing.state()),
        draft: own.draft(product),
    }
}

/// `/akun/toko/produk/{id}`
///
/// # Errors
/// As [`shop`].
pub async fn product(own: &Own, id: &str, result: &str) -> Result<SellerView, Refusal> {
    let (id, words) = (listing_id(id)?, own.words);
    let scope = own.scope().await?;
    let product = store::listing::<Product>(&scope, id).await?;
    let shop = store::listing::<Shop>(&scope, product.part.shop).await?;
    let stats = stats(own, &scope, &[id]).await?;
    drop(scope);
    let back = way(page_of::<Shop>(shop.id), shop.standing.latest().name.clone());
    let mut view = shown(own, &product, result, back);
    let (page, latest) = (page_of::<Product>(id), product.standing.latest());
    view.lede = Category::from_code(&latest.form.kategori).map_or("", |category| category.name(own.lang)).to_owned();
    if product.standing.state() != State::Archived {
        let (photos, edit) = (way([&page, "/foto"].concat(), words.photos), way([&page, "/ubah"].concat(), words.edit_product));
        let whole = latest.finished();
        // What is missing comes first; of what is whole, buyers miss the photo first.
        view.ways = if whole.is_ok() && latest.photos.is_empty() { vec![photos, edit] } else { vec![edit, photos] };
        if let Ok(whole) = whole {
            let given = Advice::of_product(&whole, &shop.standing.latest());
            view.advice = own.advice(&given);
            view.lesson = own.lesson(&given).await?;
        }
        if !product.part.public {
            view.notes.push(told("grey", "shop", words.shop_first));
        }
    }
    if product.standing.public().is_some() && product.part.public {
        view.ways.push(way(["/produk/", &product.slug].concat(), words.in_market));
    }
    view.photos = drafts(id, &latest);
    view.stats = (product.standing.public().is_some() && product.part.public).then_some(stats);
    Ok(view)
}

/// What both kinds have: where it stands, what was written last, and how it is closed.
fn shown<C: Stored<Draft: Says>>(own: &Own, listing: &Listing<C>, result: &str, back: Way) -> SellerView {
    let (words, standing) = (own.words, &listing.standing);
    let [title, consequence, button] = if C::KIND == Shop::KIND { words.close_shop } else { words.close_product };
    let hidden = [("_jenis", C::KIND.to_owned()), ("_id", listing.id.to_string()), ("_seen", listing.seen().0.to_string())];
    let closes = policy::decide(&own.actor, ActName::ArchiveListing, Facts::of(listing)) == Decision::Allow;
    SellerView {
        back,
        title: standing.name().to_owned(),
        mark: Some(own.mark(standing.state())),
        result: own.result(result),
        notes: notes(own, standing),
        propose: own.draft(listing).and_then(|draft| draft.propose),
        heading: words.says.to_owned(),
        says: standing
            .latest()
            .says(own.lang)
            .into_iter()
            .filter(|said| !said.text.is_empty())
            .map(|said| (said.label, said.text))
            .collect(),
        close: (closes && standing.state() != State::Archived).then(|| CloseView {
            title: title.to_owned(),
            consequence: consequence.to_owned(),
            button: button.to_owned(),
            hidden: hidden.map(|(name, value)| (name.to_owned(), value)).to_vec(),
            key: own.db.fresh_key(),
        }),
        ..SellerView::default()
    }
}

/// Who must act, and why: at most a sentence of the office, and where it stands.
fn notes<C: Content>(own: &Own, standing: &Standing<C>) -> Vec<NoteView> {
    let (words, mut notes) = (own.words, Vec::new());
    let hidden = if let Standing::Approved { hidden, .. } = standing { hidden.as_ref() } else { None };
    let is_hidden = hidden.is_some();
    notes.extend(hidden.map(|reason| note("stop", "eye-off", words.hidden, reason)));
    let public = matches!(standing, Standing::Approved { .. });
    let pending = match (standing.pending().map(|pending| &pending.stage), public) {
        (Some(Stage::Returned(_, reason)), _) => Some(note("you", "pencil", words.returned, reason)),
        (Some(Stage::Proposed(_)), false) => Some(told("office", "clock", words.waits)),
        (Some(Stage::Proposed(_)), true) if is_hidden => Some(told("office", "clock", words.waits_hidden)),
        (Some(Stage::Proposed(_)), true) => Some(told("office", "clock", words.waits_again)),
        (Some(Stage::Draft(draft)), public) => {
            notes.extend(standing.asked().map(|reason| note("you", "pencil", words.returned, reason)));
            Some(match C::finished(draft) {
                Ok(_) => told("you", "draft", if public && !is_hidden { words.changed } else { words.draft }),
                Err(missing) => {
                    let [title, text] = words.unfinished;
                    note("you", "pencil", title, text.replace('#', &named(&missing, own.lang)))
                }
            })
        }
        (None, _) => matches!(standing, Standing::Archived { .. }).then(|| told("grey", "closed", words.archived)),
    };
    notes.extend(pending);
    notes
}

/// A permit that ends soon: who keeps it does something about it in time.
fn ends(own: &Own, ending: Ending) -> NoteView {
    let words = own.words;
    let sentence = if ending.has_ended() { words.permit_ended } else { words.permit_ends };
    let title = sentence.replace('#', ending.kind.name()).replace('%', &ending.until.in_words(own.lang));
    note(if ending.is_urgent() { "stop" } else { "you" }, "clock", &title, words.permit_renew)
}

/// What was told of a permit, while the shop still says so of it.
fn reminded(own: &Own, told: &Reminder, shop: &Listing<Shop>) -> Option<NoteView> {
    let ending =
        Ending::of(&shop.standing.latest(), own.today()).into_iter().find(|one| one.kind == told.kind && one.until == told.until)?;
    let open = shop.standing.state() != State::Archived;
    let words = own.words;
    let permit = [ending.kind.name(), " ", shop.standing.name()].concat();
    let title = words.permit_ends.replace('#', &permit).replace('%', &ending.until.in_words(own.lang));
    let on = words.told_on.replace('%', &day_at(told.told_at, own.db.zone()).in_words(own.lang));
    let way = Some(way([&page_of::<Shop>(shop.id), "/ubah"].concat(), words.edit_shop));
    open.then(|| NoteView {
        way,
        ..note(if ending.is_urgent() { "stop" } else { "you" }, "clock", &title, [words.permit_renew, " ", &on].concat())
    })
}

fn told(who: &str, icon: &str, [title, text]: [&str; 2]) -> NoteView {
    note(who, icon, title, text)
}

/// `/akun/toko/baru`: empty, or, once its holder has said so, with what a letter says already.
///
/// # Errors
/// `NotFound` for a letter that is not one's own; `Busy` or `Internal` of the database.
pub async fn new_shop(own: &Own, letter: Option<&str>, copies: bool) -> Result<EditView, Refusal> {
    let words = own.words;
    let letter = match letter {
        Some(id) => Some(Letter::of(own, id).await?),
        None => None,
    };
    let asks = letter.as_ref().map(|letter| match copies {
        true => told("grey", "info-circle", words.copied),
        false => {
            let to = ["/akun/toko/baru?surat=", &letter.id.to_string(), "&salin=ya"].concat();
            NoteView { way: Some(way(to, words.copy_do)), ..told("grey", "info-circle", words.copy) }
        }
    });
    let home = match &letter {
        Some(letter) => Some(letter.office),
        None => home_offices(&own.db, own.account()?).await?.first().copied(),
    };
    let home = home.map(|office| office.number().to_string()).unwrap_or_default();
    let form = letter.filter(|_| copies).map(Letter::form).unwrap_or_default();
    let parts = of_own_new_shop(&home, &own.name, &form, own.lang);
    Ok(edit_view(own, way("/akun/toko", words.title), words.open, asks, Vec::new(), parts))
}

/// `/akun/toko/{id}/ubah`
///
/// # Errors
/// `NotFound` for what is not one's own; `Busy` or `Internal` of the database.
pub async fn edit_shop(own: &Own, id: &str) -> Result<EditView, Refusal> {
    let shop = store::listing::<Shop>(&*own.scope().await?, listing_id(id)?).await?;
    Ok(edit(own, &shop, own.words.edit_shop, of_shop(&ShopForm::of(&shop.standing.latest()), own.lang)))
}

/// `/akun/toko/{id}/baru`
///
/// # Errors
/// As [`edit_shop`].
pub async fn new_product(own: &Own, id: &str) -> Result<EditView, Refusal> {
    let shop = store::listing::<Shop>(&*own.scope().await?, listing_id(id)?).await?;
    let back = way(page_of::<Shop>(shop.id), shop.standing.latest().name.clone());
    let parts = of_product(&ProductForm::default(), own.lang);
    Ok(edit_view(own, back, own.words.add_product, None, vec![("_id", shop.id.to_string())], parts))
}

/// `/akun/toko/produk/{id}/ubah`
///
/// # Errors
/// As [`edit_shop`].
pub async fn edit_product(own: &Own, id: &str) -> Result<EditView, Refusal> {
    let product = store::listing::<Product>(&*own.scope().await?, listing_id(id)?).await?;
    Ok(edit(own, &product, own.words.edit_product, of_product(&product.standing.latest().form, own.lang)))
}

fn edit<C: Stored>(own: &Own, listing: &Listing<C>, title: &str, parts: Vec<PartView>) -> EditView {
    let back = way(page_of::<C>(listing.id), listing.standing.name().to_owned());
    let returned = listing.standing.asked().map(|reason| note("you", "pencil", own.words.returned, reason));
    let hidden = vec![("_id", listing.id.to_string()), ("_seen", listing.seen().0.to_string())];
    edit_view(own, back, title, returned, hidden, parts)
}

fn edit_view(own: &Own, back: Way, title: &str, note: Option<NoteView>, hidden: Vec<(&str, String)>, parts: Vec<PartView>) -> EditView {
    EditView {
        frame: None,
        back,
        title: title.to_owned(),
        lede: own.words.form_lede.to_owned(),
        note,
        form: form(hidden, parts, own.db.fresh_key(), own.lang),
    }
}

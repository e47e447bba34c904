use super::doors::{desk_of, may, within};
use super::{PhotoLine, PhotosSaid, PhotosView};
use crate::access::{ActName, Actor, Refusal, Role};
use crate::domain::Version;
use crate::features::accounts;
use crate::features::catalogue::picture::picture;
use crate::features::catalogue::{Listing, Photo, Product, Stage, Standing, State};
use crate::server::db::Db;
use crate::server::session;
use crate::text::GoodsPhotoWords;
use crate::ui::{FrameCounts, use_visitor};

/// # Errors
/// `NotFound` out of reach, `Forbidden` for who may only look.
pub async fn photos(db: &Db, actor: &Actor, id: &str, done: &str) -> Result<PhotosView, Refusal> {
    let words = use_visitor().lang.words().goods_photos();
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let (_, product) = within(db, actor, id).await?;
    may(actor, ActName::ArrangePhotos, &product).permit()?;
    let frame = match actor.role() {
        Role::Resident => None,
        _ => Some(accounts::frame(&session::standing()?, FrameCounts::default())),
    };
    let content = product.standing.latest();
    let changeable = product.standing.state() != State::Archived;
    let folder = ["/m/produk/", &id.to_string(), "/"].concat();
    Ok(PhotosView {
        frame,
        id,
        seen: product.version.unwrap_or(Version::FIRST),
        title: [words.title, &content.name].concat(),
        back: ([desk_of(actor), &id.to_string()].concat(), words.back.to_owned()),
        done: done_in_words(words, done).to_owned(),
        standing: standing(words, &product),
        photos: content.photos.iter().zip(1..).map(|(photo, number)| line(words, &folder, photo, number)).collect(),
        takes_more: changeable && content.photos.len() < Photo::MOST,
        changeable,
        key: db.fresh_key(),
        said: said(words),
    })
}

fn line(words: &GoodsPhotoWords, folder: &str, photo: &Photo, number: usize) -> PhotoLine {
    let place = if number == 1 { words.first } else { words.other };
    // What is to be seen stands in the field beside it.
    let mut picture = picture(folder, photo, String::new);
    picture.alt = String::new();
    PhotoLine { picture, alt: photo.alt.clone(), label: place.replace('#', &number.to_string()) }
}

fn done_in_words(words: &GoodsPhotoWords, done: &str) -> &'static str {
    match done {
        "foto" => words.added,
        "simpan" => words.saved,
        "kirim" => words.proposed_now,
        _ => "",
    }
}

/// Who must act, an icon, and where it stands; with the reason that somebody gave.
fn standing(words: &GoodsPhotoWords, product: &Listing<Product>) -> (String, String, String) {
    let (who, icon, sentence, reason) = match (&product.standing, product.standing.state()) {
        (_, State::Archived) => ("grey", "info-circle", words.archived, ""),
        (Standing::Approved { hidden: Some(reason), .. }, State::Hidden) => ("you", "flag", words.hidden, reason.as_str()),
        (_, State::Proposed) => ("office", "clock", words.waits, ""),
        (_, State::Public) => ("done", "circle-check", words.public, ""),
        (Standing::Approved { next: Some(next), .. } | Standing::New(next), _) => match &next.stage {
            Stage::Returned(reason) => ("you", "flag", words.returned, reason.as_str()),
            _ if matches!(product.standing, Standing::New(_)) => ("you", "flag", words.draft, ""),
            _ => ("you", "flag", words.changed, ""),
        },
        _ => ("grey", "info-circle", words.public, ""),
    };
    (who.to_owned(), icon.to_owned(), [sentence, reason].concat())
}

fn said(words: &GoodsPhotoWords) -> PhotosSaid {
    PhotosSaid {
        lede: words.lede.to_owned(),
        none: words.none.to_owned(),
        earlier: words.earlier.to_owned(),
        later: words.later.to_owned(),
        remove: words.remove.to_owned(),
        save: words.save.to_owned(),
        propose: words.propose.to_owned(),
        add: words.add.to_owned(),
        file: words.file.to_owned(),
        file_hint: words.file_hint.to_owned(),
        alt: words.alt.to_owned(),
        alt_hint: words.alt_hint.to_owned(),
        send: words.send.to_owned(),
    }
}

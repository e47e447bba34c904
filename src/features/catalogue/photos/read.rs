use super::doors::{desk_of, may, within};
use super::{PhotoLine, PhotosSaid, PhotosView};
use crate::access::{ActName, Actor, Refusal, Role};
use crate::features::accounts;
use crate::features::catalogue::picture::picture;
use crate::features::catalogue::{Photo, Product, Standing, State};
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
        seen: product.seen(),
        title: [words.title, product.standing.name()].concat(),
        back: ([desk_of(actor), &id.to_string()].concat(), words.back.to_owned()),
        done: done_in_words(words, done).to_owned(),
        standing: standing(words, &product.standing),
        photos: content.photos.iter().zip(1..).map(|(photo, number)| line(words, &folder, photo, number)).collect(),
        takes_more: changeable && content.photos.len() < Photo::MOST,
        changeable,
        whole: content.finished().is_ok(),
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
fn standing(words: &GoodsPhotoWords, standing: &Standing<Product>) -> (String, String, String) {
    let (who, icon, sentence, reason) = match standing {
        Standing::Archived { .. } => ("grey", "info-circle", words.archived, ""),
        _ if standing.state() == State::Proposed => ("office", "clock", words.waits, ""),
        Standing::Approved { hidden: Some(reason), .. } => ("you", "flag", words.hidden, reason.as_str()),
        _ if let Some(reason) = standing.asked() => ("you", "flag", words.returned, reason),
        Standing::New(_) => ("you", "flag", words.draft, ""),
        Standing::Approved { next: Some(_), .. } => ("you", "flag", words.changed, ""),
        Standing::Approved { content, .. } if content.photos.is_empty() => ("grey", "info-circle", words.drawn, ""),
        Standing::Approved { .. } => ("done", "circle-check", words.public, ""),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AccountId, Instant};
    use crate::features::catalogue::testing::sale_pisang;
    use crate::features::catalogue::{Pending, Sketch, Stage};
    use crate::text::Lang;

    #[test]
    fn what_visitors_see_is_said_of_what_they_see_alone() {
        let words = Lang::Id.words().goods_photos();
        let pending = |stage| Pending { by: AccountId::from_u128(1), stage, asked: None };
        let draft = || pending(Stage::Draft(Sketch::of(&sale_pisang())));
        let proposed = || pending(Stage::Proposed(sale_pisang()));
        let approved = |next| Standing::Approved { content: sale_pisang(), since: Instant::from_micros(0), next, hidden: None };
        for (case, sentence) in [
            (Standing::New(draft()), words.draft),
            (Standing::New(proposed()), words.waits),
            (approved(Some(draft())), words.changed),
            (approved(Some(proposed())), words.waits),
            (approved(Some(pending(Stage::Returned(sale_pisang(), String::new())))), words.returned),
            (approved(None), words.drawn),
            (Standing::Archived { content: Sketch::of(&sale_pisang()) }, words.archived),
        ] {
            assert_eq!(standing(words, &case).2, sentence);
        }
    }
}

//! Whoever holds a link and its phone becomes the seller of the shop.

use super::doors::seller;
use super::read::Own;
use super::views::TakingView;
use crate::access::{Code, Refusal};
use crate::domain::IdemKey;
use crate::features::accounts::phone_mark_of;
use crate::features::catalogue::acts::TakeShop;
use crate::features::catalogue::seller_link::SellerLink;
use crate::features::catalogue::store;
use crate::features::offices::gazetteer;
use crate::server::session::Token;
use crate::text::refusal_sentence;
use crate::ui::{Next, way};

/// Where a link leads; whoever is not signed in comes in on the way.
pub fn address_of(token: &Token) -> String {
    ["/akun/toko/terima/", &token.in_writing()].concat()
}

/// `/akun/toko/terima/{token}`. To look at it takes nothing.
///
/// # Errors
/// `NotFound` for a link that nobody made; `Busy` or `Internal` of the database.
pub async fn taking(own: &Own, token: &str) -> Result<TakingView, Refusal> {
    let (lang, words) = (own.lang, own.words);
    let hash = Token::parse(token).ok_or(Refusal::NotFound)?.hash();
    let link = store::link_in_hand(&own.db, hash).await?;
    let opens = link.opens_for(phone_mark_of(&own.db, own.account()?).await?, own.db.clock().now());
    let back = match opens {
        Err(Refusal::Conflict(Code::LinkForAnother)) => way("/akun", words.account),
        _ => way("/akun/toko", words.title),
    };
    let (title, lede, take) = match opens {
        Ok(()) => (words.link_title, handed_over(own, &link).await?, Some(words.take.to_owned())),
        Err(refusal) => (words.link_closed, refusal_sentence(lang, &refusal), None),
    };
    Ok(TakingView { back, title: title.to_owned(), lede, take, token: token.to_owned(), key: own.db.fresh_key() })
}

/// Which office hands over which shop.
async fn handed_over(own: &Own, link: &SellerLink) -> Result<String, Refusal> {
    let words = own.words;
    let name = store::shop_in_hand(&own.db, link).await?;
    let shop = if name.is_empty() { words.link_a_shop } else { name.as_str() };
    // The name comes last: it may have any letter in it.
    Ok(words.link_lede.replace('#', &gazetteer().full_title(link.office)).replace('%', shop))
}

pub async fn take(token: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = seller()?;
    let hash = Token::parse(token).ok_or(Refusal::NotFound)?.hash();
    let office = store::link_in_hand(&db, hash).await?.office;
    let shop = db.perform_with_ticket(actor, office, key, TakeShop { link: hash }).await?;
    Ok(Next::afresh(["/akun/toko/", &shop.to_string(), "?hasil=diterima"].concat()))
}

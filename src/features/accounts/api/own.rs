use leptos::prelude::*;

use crate::access::Refusal;
use crate::domain::IdemKey;
use crate::features::accounts::views::{OwnFormView, ProfileView, WatchersView};
use crate::ui::Next;

/// One's own account.
#[server(prefix = "/api", endpoint = "accounts/profile")]
pub async fn read_profile() -> Result<ProfileView, Refusal> {
    use crate::features::accounts::screens;
    use crate::server::session;
    use crate::ui::use_visitor;
    let standing = session::standing()?;
    screens::profile(&session::doors()?.db, &standing, use_visitor().lang).await
}

/// A form about oneself: name, or password.
#[server(prefix = "/api", endpoint = "accounts/own_form")]
pub async fn read_own_form(lanjut: Option<String>) -> Result<OwnFormView, Refusal> {
    use crate::features::accounts::screens;
    use crate::server::session;
    let standing = session::standing()?;
    screens::own_form(&session::doors()?.db, &standing, lanjut.unwrap_or_default()).await
}

/// Name and language. A new resident says the name on the way in, and goes on to where they wanted.
#[server(prefix = "/api", endpoint = "accounts/edit_profile")]
pub async fn edit_profile(
    nama: String,
    bahasa: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
    lanjut: Option<String>,
) -> Result<Next, Refusal> {
    use crate::features::accounts::{acts::EditProfile, onward::onward};
    use crate::forms::{Checks, read};
    use crate::server::{act::perform, session};
    use crate::text::Lang;
    let standing = session::standing()?;
    let mut checks = Checks::default();
    let name = checks.field("nama", read::name(&nama));
    let name = checks.done(name, |name| name).map_err(Refusal::Invalid)?;
    let language = bahasa.as_deref().map_or(standing.language, Lang::from_code);
    let role = standing.actor.role();
    perform(standing.actor, key, EditProfile { account: standing.account, name, language }).await?;
    Ok(Next::afresh(onward(&lanjut.unwrap_or_default(), role)))
}

/// A resident's password: set, or changed by who shows the old one. All other sessions end.
#[server(prefix = "/api", endpoint = "accounts/set_password")]
pub async fn set_password(sandi_lama: Option<String>, sandi: String, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    use crate::features::accounts::own_password;
    use crate::server::session;
    let (standing, doors) = (session::standing()?, session::doors()?);
    own_password::set(&doors, standing, sandi_lama.as_deref().unwrap_or_default(), &sandi, key).await?;
    Ok(Next::to("/akun"))
}

/// Ends all other sessions of the same person.
#[server(prefix = "/api", endpoint = "accounts/end_others")]
pub async fn end_others() -> Result<Next, Refusal> {
    use crate::server::session::{self, Ended};
    let standing = session::standing()?;
    session::end_all(&session::doors()?.db, standing.account, Some(standing.hash), Ended::ByOwner).await?;
    Ok(Next::to("/akun"))
}

/// Who looked at one's data, newest first.
#[server(prefix = "/api", endpoint = "accounts/watchers")]
pub async fn read_watchers(setelah: Option<String>) -> Result<WatchersView, Refusal> {
    use crate::features::accounts::screens;
    use crate::server::session;
    use crate::ui::use_visitor;
    let standing = session::standing()?;
    let after = setelah.as_deref().and_then(|id| id.parse().ok());
    screens::watchers(&session::doors()?.db, &standing, after, use_visitor().lang).await
}

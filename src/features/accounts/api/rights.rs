use leptos::prelude::*;

use crate::access::Refusal;
use crate::domain::{EnrolmentId, IdemKey, MembershipId, SlipId};
use crate::features::accounts::views::{HandOverView, KecamatanView, SlipFormView, SlipView, StaffView};
use crate::ui::Next;

/// The form to print a slip.
#[server(prefix = "/api", endpoint = "accounts_office/slip_page")]
pub async fn read_slip_form() -> Result<SlipFormView, Refusal> {
    use crate::features::accounts::screens;
    use crate::server::session;
    screens::slip_form(&session::doors()?.db, &session::standing()?)
}

/// Prints a code for a phone whose owner stands at the counter.
#[server(prefix = "/api", endpoint = "accounts_office/print_slip")]
pub async fn print_slip(hp: String, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    use crate::features::accounts::rights;
    use crate::forms::{Checks, read};
    use crate::server::session;
    let mut checks = Checks::default();
    let phone = checks.field("hp", read::phone(&hp));
    let phone = checks.done(phone, |phone| phone).map_err(Refusal::Invalid)?;
    let slip = rights::print_slip(&session::doors()?, session::standing()?, phone, key).await?;
    Ok(Next::to(["/kantor/slip/", &slip.to_string()].concat()))
}

/// A slip, for who printed it.
#[server(prefix = "/api", endpoint = "accounts_office/slip")]
pub async fn read_slip(id: SlipId) -> Result<SlipView, Refusal> {
    use crate::features::accounts::screens;
    use crate::server::session;
    let standing = session::standing()?;
    screens::slip(&session::doors()?.db, &standing, id).await
}

/// Who works for the office of the hat.
#[server(prefix = "/api", endpoint = "accounts_office/staff")]
pub async fn read_own_staff() -> Result<StaffView, Refusal> {
    use crate::features::accounts::{rights, screens};
    use crate::server::session;
    let standing = session::standing()?;
    screens::staff(&session::doors()?.db, &standing, rights::unit_of(&standing, None)?).await
}

/// A code to hand over to somebody of the own office.
#[server(prefix = "/api", endpoint = "accounts_office/hand_over")]
pub async fn read_own_hand_over(id: EnrolmentId) -> Result<HandOverView, Refusal> {
    use crate::features::accounts::{rights, screens};
    use crate::server::session;
    let standing = session::standing()?;
    let unit = rights::unit_of(&standing, None)?;
    screens::hand_over(&session::doors()?.db, &standing, id, unit, "/kantor/pegawai".to_owned()).await
}

/// All kecamatan with their camat, for the administrator.
#[server(prefix = "/api", endpoint = "accounts_regency/kecamatan")]
pub async fn read_kecamatan() -> Result<KecamatanView, Refusal> {
    use crate::features::accounts::screens;
    use crate::server::session;
    screens::kecamatan(&session::doors()?.db, &session::standing()?).await
}

/// Who heads an office or a kecamatan.
#[server(prefix = "/api", endpoint = "accounts_regency/staff")]
pub async fn read_staff_of(slug: String) -> Result<StaffView, Refusal> {
    use crate::features::accounts::{rights, screens};
    use crate::server::session;
    let standing = session::standing()?;
    screens::staff(&session::doors()?.db, &standing, rights::unit_of(&standing, Some(&slug))?).await
}

/// A code to hand over to the head of an office, or a camat.
#[server(prefix = "/api", endpoint = "accounts_regency/hand_over")]
pub async fn read_hand_over_of(slug: String, id: EnrolmentId) -> Result<HandOverView, Refusal> {
    use crate::features::accounts::{rights, screens};
    use crate::server::session;
    let standing = session::standing()?;
    let unit = rights::unit_of(&standing, Some(&slug))?;
    screens::hand_over(&session::doors()?.db, &standing, id, unit, ["/bpm/kantor/", &slug].concat()).await
}

/// Gives somebody a right at the own office, or, for the administrator, at the office or kecamatan of `slug`.
#[server(prefix = "/api", endpoint = "accounts/appoint")]
pub async fn appoint(
    nama: String,
    hp: String,
    peran: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
    slug: Option<String>,
) -> Result<Next, Refusal> {
    use crate::access::Role;
    use crate::features::accounts::{acts::Appoint, rights};
    use crate::forms::{Checks, ProblemCode, read};
    use crate::server::{act::perform, session};
    let standing = session::standing()?;
    let unit = rights::unit_of(&standing, slug.as_deref())?;
    let mut checks = Checks::default();
    let name = checks.field("nama", read::name(&nama));
    let phone = checks.field("hp", read::phone(&hp));
    let role = peran.as_deref().and_then(Role::from_code).filter(|role| role.is_staff());
    let role = checks.field("peran", role.ok_or(ProblemCode::MissingChoice));
    let words = name.zip(phone).zip(role);
    let act = checks.done(words, |((name, phone), role)| Appoint { unit, role, name, phone }).map_err(Refusal::Invalid)?;
    let code = perform(standing.actor.clone(), key, act).await?;
    Ok(Next::to(rights::staff_page(&standing, unit, code)))
}

/// Takes a right away.
#[server(prefix = "/api", endpoint = "accounts/dismiss")]
pub async fn dismiss(hak: MembershipId, #[server(rename = "_key")] key: IdemKey, slug: Option<String>) -> Result<Next, Refusal> {
    use crate::features::accounts::{acts::Dismiss, rights};
    use crate::server::{act::perform, session};
    let standing = session::standing()?;
    let unit = rights::unit_of(&standing, slug.as_deref())?;
    perform(standing.actor.clone(), key, Dismiss { unit, right: hak }).await?;
    Ok(Next::to(rights::staff_page(&standing, unit, None)))
}

/// A new one-time code for who lost the password, or the phone with the second factor.
#[server(prefix = "/api", endpoint = "accounts/issue_code")]
pub async fn issue_code(
    hak: MembershipId,
    hilang: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
    slug: Option<String>,
) -> Result<Next, Refusal> {
    use crate::features::accounts::acts::{IssueCode, Lost};
    use crate::features::accounts::rights;
    use crate::server::{act::perform, session};
    let standing = session::standing()?;
    let unit = rights::unit_of(&standing, slug.as_deref())?;
    let lost = if hilang.as_deref() == Some("hp") { Lost::Phone } else { Lost::Password };
    let code = perform(standing.actor.clone(), key, IssueCode { unit, right: hak, lost }).await?;
    Ok(Next::to(rights::staff_page(&standing, unit, Some(code))))
}

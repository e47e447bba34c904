use leptos::prelude::*;

use crate::access::Refusal;
use crate::features::accounts::views::{EnrolmentView, HatsView};
use crate::ui::Next;

/// Password and second factor of somebody who works for an office.
#[server(prefix = "/api", endpoint = "accounts/staff_sign_in")]
pub async fn staff_sign_in(siapa: String, sandi: String, kode: String, lanjut: Option<String>) -> Result<Next, Refusal> {
    use crate::features::accounts::{onward, sign_in};
    use crate::server::session;
    let doors = session::doors()?;
    let (begun, role) = sign_in::staff_sign_in(&doors, &session::client(), &siapa, &sandi, &kode).await?;
    session::welcome(&doors, &begun);
    let wanted = lanjut.unwrap_or_default();
    Ok(Next::afresh(role.map_or_else(|| onward::by_way_of("/masuk/topi", &wanted), |role| onward::onward(&wanted, role))))
}

/// The hats to choose from.
#[server(prefix = "/api", endpoint = "accounts/hats_page")]
pub async fn read_hats(lanjut: Option<String>) -> Result<HatsView, Refusal> {
    use crate::features::accounts::screens;
    use crate::server::session;
    let standing = session::standing()?;
    screens::hats(&session::doors()?.db, &standing, lanjut.unwrap_or_default()).await
}

/// Another hat, or none.
#[server(prefix = "/api", endpoint = "accounts/take_hat")]
pub async fn take_hat(topi: Option<String>, lanjut: Option<String>) -> Result<Next, Refusal> {
    use crate::features::accounts::{onward::onward, sign_in};
    use crate::server::session;
    let (standing, doors) = (session::standing()?, session::doors()?);
    let wanted = match topi.as_deref().unwrap_or_default() {
        "" => None,
        id => Some(id.parse().map_err(|_| Refusal::NotFound)?),
    };
    let (begun, role) = sign_in::take_hat(&doors, &session::client(), &standing, wanted).await?;
    session::welcome(&doors, &begun);
    Ok(Next::afresh(onward(&lanjut.unwrap_or_default(), role)))
}

/// The second factor again.
#[server(prefix = "/api", endpoint = "accounts/step_up")]
pub async fn step_up(kode: String, lanjut: Option<String>) -> Result<Next, Refusal> {
    use crate::features::accounts::{onward::onward, sign_in};
    use crate::server::session;
    let (standing, doors) = (session::standing()?, session::doors()?);
    let begun = sign_in::step_up(&doors, &session::client(), &standing, &kode).await?;
    session::welcome(&doors, &begun);
    Ok(Next::afresh(onward(&lanjut.unwrap_or_default(), standing.actor.role())))
}

/// A one-time code that was handed over.
#[server(prefix = "/api", endpoint = "accounts/open_enrolment")]
pub async fn open_enrolment(kode: String) -> Result<Next, Refusal> {
    use crate::features::accounts::sign_in;
    use crate::server::session::{self, cookie::Purpose};
    let doors = session::doors()?;
    let token = sign_in::open_enrolment(&doors, &session::client(), &kode).await?;
    session::hand_out(&doors, Purpose::Enrolment, &token, 30 * 60);
    Ok(Next::afresh("/masuk/aktivasi/pasang"))
}

/// What is to be set up.
#[server(prefix = "/api", endpoint = "accounts/enrolment_page")]
pub async fn read_enrolment() -> Result<EnrolmentView, Refusal> {
    use crate::features::accounts::screens;
    use crate::server::session::{self, cookie::Purpose};
    let doors = session::doors()?;
    let token = session::token(&doors, Purpose::Enrolment).ok_or(Refusal::NotFound)?;
    screens::enrolment(&doors.db, token.hash()).await
}

/// Password and second factor are chosen.
#[server(prefix = "/api", endpoint = "accounts/activate")]
pub async fn activate(sandi: String, kode: String) -> Result<Next, Refusal> {
    use crate::features::accounts::{onward::home, sign_in};
    use crate::server::session::{self, cookie::Purpose};
    let doors = session::doors()?;
    let token = session::token(&doors, Purpose::Enrolment).ok_or(Refusal::NotFound)?;
    let (begun, role) = sign_in::activate(&doors, &session::client(), &token, &sandi, &kode).await?;
    session::welcome(&doors, &begun);
    session::take_back(&doors, Purpose::Enrolment);
    Ok(Next::afresh(role.map_or("/masuk/topi", home)))
}

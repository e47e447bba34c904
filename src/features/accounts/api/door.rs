use leptos::prelude::*;

use crate::access::Refusal;
use crate::features::accounts::views::{CodeView, DoorView, SignInView};
use crate::ui::Next;

/// The page to sign in: how a code can come, and why the last session ended.
#[server(prefix = "/api", endpoint = "accounts/sign_in_page")]
pub async fn read_sign_in(lanjut: Option<String>) -> Result<SignInView, Refusal> {
    use crate::server::session;
    let doors = session::doors()?;
    let ended = session::last_ended(&doors).await?;
    let channels = doors.gateway.channels().iter().map(|channel| channel.code().to_owned()).collect();
    Ok(SignInView { channels, ended, next: lanjut.unwrap_or_default() })
}

/// Pages on the way in that only need to know where it leads, and why one is there again.
#[server(prefix = "/api", endpoint = "accounts/door_page")]
pub async fn read_door(lanjut: Option<String>) -> Result<DoorView, Refusal> {
    use crate::server::session;
    let ended = session::last_ended(&session::doors()?).await?;
    Ok(DoorView { ended, next: lanjut.unwrap_or_default() })
}

/// A resident asks for a code. Known or not, the answer is the same.
#[server(prefix = "/api", endpoint = "accounts/ask_code")]
pub async fn ask_code(hp: String, lewat: Option<String>, lanjut: Option<String>) -> Result<Next, Refusal> {
    use crate::features::accounts::{onward::by_way_of, sign_in};
    use crate::forms::{Checks, ProblemCode, read};
    use crate::server::session::{self, cookie::Purpose, otp};
    let doors = session::doors()?;
    let mut checks = Checks::default();
    let phone = checks.field("hp", read::phone(&hp));
    let channel = lewat.as_deref().and_then(otp::Channel::from_code).ok_or(ProblemCode::MissingChoice);
    let channel = checks.field("lewat", channel);
    let (phone, channel) = checks.done(phone.zip(channel), |both| both).map_err(Refusal::Invalid)?;
    let token = sign_in::ask_code(&doors, &session::client(), &phone, channel).await?;
    session::hand_out(&doors, Purpose::Challenge, &token, otp::CODE_LIVES);
    Ok(Next::afresh(by_way_of("/masuk/periksa", &lanjut.unwrap_or_default())))
}

/// The page to type the code.
#[server(prefix = "/api", endpoint = "accounts/code_page")]
pub async fn read_code(lanjut: Option<String>) -> Result<CodeView, Refusal> {
    use crate::server::session::{self, cookie::Purpose, otp};
    let doors = session::doors()?;
    let token = session::token(&doors, Purpose::Challenge).ok_or(Refusal::NotFound)?;
    let challenge = otp::open(&doors.db, &token).await?;
    Ok(CodeView {
        phone: challenge.phone.masked(),
        channel: challenge.channel.code().to_owned(),
        shown: doors.gateway.shown(token.hash()),
        next: lanjut.unwrap_or_default(),
    })
}

/// The code is typed.
#[server(prefix = "/api", endpoint = "accounts/enter_code")]
pub async fn enter_code(kode: String, lanjut: Option<String>) -> Result<Next, Refusal> {
    use crate::access::Role;
    use crate::features::accounts::{onward, sign_in};
    use crate::server::session::{self, cookie::Purpose};
    use crate::ui::use_visitor;
    let doors = session::doors()?;
    let challenge = session::token(&doors, Purpose::Challenge);
    let arrived = sign_in::enter_code(&doors, &session::client(), challenge.as_ref(), &kode, use_visitor().lang).await?;
    session::welcome(&doors, &arrived.begun);
    session::take_back(&doors, Purpose::Challenge);
    let wanted = lanjut.unwrap_or_default();
    let to = if arrived.has_name { onward::onward(&wanted, Role::Resident) } else { onward::by_way_of("/akun/nama", &wanted) };
    Ok(Next::afresh(to))
}

/// A resident with a password.
#[server(prefix = "/api", endpoint = "accounts/password_sign_in")]
pub async fn password_sign_in(hp: String, sandi: String, lanjut: Option<String>) -> Result<Next, Refusal> {
    use crate::access::Role;
    use crate::features::accounts::{onward::onward, sign_in};
    use crate::forms::{Checks, read};
    use crate::server::session;
    let doors = session::doors()?;
    let mut checks = Checks::default();
    let phone = checks.field("hp", read::phone(&hp));
    let phone = checks.done(phone, |phone| phone).map_err(Refusal::Invalid)?;
    let arrived = sign_in::with_password(&doors, &session::client(), &phone, &sandi).await?;
    session::welcome(&doors, &arrived.begun);
    Ok(Next::afresh(onward(&lanjut.unwrap_or_default(), Role::Resident)))
}

/// Out, and nothing stays in the browser.
#[server(prefix = "/api", endpoint = "accounts/sign_out")]
pub async fn sign_out() -> Result<Next, Refusal> {
    use crate::server::session::{self, Ended, cookie::Purpose};
    let doors = session::doors()?;
    if let Ok(standing) = session::standing() {
        session::end(&doors.db, standing.hash, Ended::SignedOut).await?;
    }
    session::take_back(&doors, Purpose::Session);
    session::forget_storage();
    Ok(Next::afresh("/"))
}

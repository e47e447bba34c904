use crate::access::{Refusal, Role};
use crate::domain::AccountId;
use crate::features::accounts::model::NewCode;
use crate::features::accounts::store;
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::{Moment, Object};
use crate::server::db::WriteScope;
use crate::server::session::otp::SlipCode;

/// A one-time code of twelve letters and digits.
pub fn draw_code(account: AccountId, new_factor: bool, cx: &Moment) -> NewCode {
    NewCode { id: cx.fresh(), account, code: spell(&cx.random::<12>()), new_factor }
}

/// Adds a code for an account that somebody has already, and notes for its owner who did it.
pub async fn hand_out(scope: &WriteScope<'_>, code: &NewCode, by: Role) -> Result<(), Refusal> {
    store::add_code(scope, code).await?;
    let look = Look { subject: code.account, purpose: AccessPurpose::Code, object: Object::new("enrolment", code.id) };
    access_log::note(scope, by, &look).await
}

/// Random bytes as letters and digits that nobody mistakes: five bits each, 256 is a multiple of 32.
pub fn spell(random: &[u8]) -> String {
    random.iter().map(|byte| char::from(SlipCode::LETTERS[usize::from(byte % 32)])).collect()
}

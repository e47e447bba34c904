use crate::domain::AccountId;
use crate::features::accounts::model::NewCode;
use crate::server::act::Moment;
use crate::server::session::otp::SlipCode;

/// A one-time code of twelve letters and digits.
pub fn draw_code(account: AccountId, new_factor: bool, cx: &Moment) -> NewCode {
    NewCode { id: cx.fresh(), account, code: spell(&cx.random::<12>()), new_factor }
}

/// Random bytes as letters and digits that nobody mistakes: five bits each, 256 is a multiple of 32.
pub fn spell(random: &[u8]) -> String {
    random.iter().map(|byte| char::from(SlipCode::LETTERS[usize::from(byte % 32)])).collect()
}

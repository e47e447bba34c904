use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::OfficeKind;

/// Who pays for a training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Funding {
    /// The budget of a desa, with the activity under which it stands there.
    VillageBudget {
        activity: ActivityCode,
    },
    /// A kelurahan has no budget of its own: it is paid from the DPA of its kecamatan.
    KelurahanFunds,
    RegencyBudget,
    /// Somebody else, by name.
    Partner(String),
    /// Nobody has to pay.
    Free,
}

impl Funding {
    /// Whether an office of this kind has such money.
    pub const fn fits(&self, kind: OfficeKind) -> bool {
        match self {
            Self::VillageBudget { .. } => matches!(kind, OfficeKind::Desa),
            Self::KelurahanFunds => matches!(kind, OfficeKind::Kelurahan),
            Self::RegencyBudget | Self::Partner(_) | Self::Free => true,
        }
    }
}

/// `04.03.01`: bidang, sub-bidang and kegiatan of a village budget (Permendagri 20/2018). Which of them exist is
/// not known here: a desa adds activities of its own from 90 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ActivityCode([u8; 3]);

/// Not three numbers of two digits, or none of the five bidang.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnActivity;

/// Pemerintahan, pembangunan, kemasyarakatan, pemberdayaan, and what is urgent.
const BIDANG: u8 = 5;

impl ActivityCode {
    /// Reads `04.03.01` and `4.3.1`.
    ///
    /// # Errors
    /// [`NotAnActivity`].
    pub fn parse(typed: &str) -> Result<Self, NotAnActivity> {
        let part = |text: &str| {
            let right = matches!(text.len(), 1 | 2) && text.bytes().all(|digit| digit.is_ascii_digit());
            text.parse::<u8>().ok().filter(|number| right && *number > 0)
        };
        let parts: Vec<u8> = typed.trim().split('.').map(|text| part(text).ok_or(NotAnActivity)).collect::<Result<_, _>>()?;
        match parts[..] {
            [bidang, sub, activity] if bidang <= BIDANG => Ok(Self([bidang, sub, activity])),
            _ => Err(NotAnActivity),
        }
    }
}

impl fmt::Display for ActivityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [bidang, sub, activity] = self.0;
        write!(f, "{bidang:02}.{sub:02}.{activity:02}")
    }
}

impl From<ActivityCode> for String {
    fn from(code: ActivityCode) -> Self {
        code.to_string()
    }
}

impl TryFrom<String> for ActivityCode {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| "not the code of an activity")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_activity_is_three_numbers_of_which_the_first_is_one_of_five() {
        for wrong in ["", "04", "04.03", "04.03.01.02", "06.01.01", "00.01.01", "04.00.01", "04-03-01", "04.003.1", "4.3.x", "+4.3.1"] {
            assert_eq!(ActivityCode::parse(wrong), Err(NotAnActivity), "{wrong}");
        }
        assert_eq!(ActivityCode::parse(" 4.3.1 ").map(|code| code.to_string()), Ok("04.03.01".into()));
        assert_eq!(ActivityCode::parse("04.05.92").map(|code| code.to_string()), Ok("04.05.92".into()));
    }

    #[test]
    fn a_kelurahan_has_no_budget_of_a_desa_and_a_desa_no_dpa() {
        let village = Funding::VillageBudget { activity: ActivityCode::parse("04.03.01").expect("a code") };
        assert!(village.fits(OfficeKind::Desa) && !village.fits(OfficeKind::Kelurahan));
        assert!(Funding::KelurahanFunds.fits(OfficeKind::Kelurahan) && !Funding::KelurahanFunds.fits(OfficeKind::Desa));
        for funding in [Funding::RegencyBudget, Funding::Partner("Bank".into()), Funding::Free] {
            assert!(funding.fits(OfficeKind::Desa) && funding.fits(OfficeKind::Kelurahan), "{funding:?}");
        }
    }
}

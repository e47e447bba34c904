//! Who may do what in a library: security 11, "Library items, loans". Officers keep the shelf; a resident reserves,
//! gives a place up and keeps a book for longer, joins and leaves a club, each their own.

use crate::access::{ActName, Actor, Decision, Role};
use crate::domain::{AccountId, OfficeCode};

use ActName::{
    AddBookFile, AddCopies, AddTitle, AskInterloan, BeginStocktake, CancelInterloan, CancelMeeting, CancelReservation, CloseInterloan,
    CorrectTitle, CountCopies, CountVisitors, DeclineInterloan, DescribeReader, EndStocktake, ImportBooks, JoinClub, KeepCover, KeepReader,
    KeepRules, LeaveClub, LendCopy, LetGo, LoseCopy, NoteReading, NoteStray, PlanMeeting, ReceiveInterloan, RemoveBookFile, RemoveCover,
    RenewLoan, ReserveTitle, RestoreCopy, ReturnCopy, ReturnInterloan, SendInterloan,
};

/// What a decision depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Whose loan, place in the queue or in the club it is.
    pub owner: Option<AccountId>,
    /// The title was entered by the library of the actor.
    pub entered_here: bool,
}

impl Facts {
    pub fn own(owner: Option<AccountId>) -> Self {
        Self { owner, ..Self::default() }
    }

    pub fn entered(by: OfficeCode, here: i64) -> Self {
        Self { entered_here: by.number() == here, ..Self::default() }
    }
}

pub fn decide(actor: &Actor, act: ActName, facts: Facts) -> Decision {
    let own = actor.account().is_some() && facts.owner == actor.account();
    match (act, actor.role()) {
        (
            AddTitle | AddCopies | KeepReader | LendCopy | ReturnCopy | RenewLoan | LoseCopy | RestoreCopy | LetGo | ReserveTitle
            | CancelReservation | KeepRules | CountVisitors | ImportBooks | BeginStocktake | CountCopies | NoteStray | EndStocktake
            | AskInterloan | CancelInterloan | DeclineInterloan | SendInterloan | ReceiveInterloan | ReturnInterloan | CloseInterloan
            | PlanMeeting | CancelMeeting | JoinClub | LeaveClub | DescribeReader,
            Role::Operator | Role::Verifier,
        ) => Decision::Allow,
        (CorrectTitle | KeepCover | RemoveCover | AddBookFile | RemoveBookFile, Role::Operator | Role::Verifier) => {
            Decision::when(facts.entered_here)
        }
        (ReserveTitle | AskInterloan | JoinClub, Role::Resident) => Decision::Allow,
        // How far somebody has read, only they themselves say and see.
        (RenewLoan | CancelReservation | CancelInterloan | LeaveClub | NoteReading, Role::Resident) => Decision::when(own),
        _ => Decision::Deny,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::testing::policies::{SELF, cells, of_role};

    /// Act, then what each role may in the order of [`Role::ALL`]: x yes, o one's own, e what their library
    /// entered, - no.
    const TABLE: [(ActName, &str); 36] = [
        (AddTitle, "--xx----"),
        (CorrectTitle, "--ee----"),
        (KeepCover, "--ee----"),
        (RemoveCover, "--ee----"),
        (AddBookFile, "--ee----"),
        (RemoveBookFile, "--ee----"),
        (AddCopies, "--xx----"),
        (KeepReader, "--xx----"),
        (DescribeReader, "--xx----"),
        (LendCopy, "--xx----"),
        (ReturnCopy, "--xx----"),
        (RenewLoan, "-oxx----"),
        (LoseCopy, "--xx----"),
        (RestoreCopy, "--xx----"),
        (LetGo, "--xx----"),
        (ReserveTitle, "-xxx----"),
        (CancelReservation, "-oxx----"),
        (KeepRules, "--xx----"),
        (CountVisitors, "--xx----"),
        (ImportBooks, "--xx----"),
        (BeginStocktake, "--xx----"),
        (CountCopies, "--xx----"),
        (NoteStray, "--xx----"),
        (EndStocktake, "--xx----"),
        (AskInterloan, "-xxx----"),
        (CancelInterloan, "-oxx----"),
        (DeclineInterloan, "--xx----"),
        (SendInterloan, "--xx----"),
        (ReceiveInterloan, "--xx----"),
        (ReturnInterloan, "--xx----"),
        (CloseInterloan, "--xx----"),
        (PlanMeeting, "--xx----"),
        (CancelMeeting, "--xx----"),
        (JoinClub, "-xxx----"),
        (LeaveClub, "-oxx----"),
        (NoteReading, "-o------"),
    ];

    #[test]
    fn the_policy_says_what_the_table_says() {
        for (act, role, cell) in cells(TABLE) {
            for (owner, entered_here) in [(None, false), (Some(SELF), false), (Some(AccountId::from_u128(2)), true)] {
                let may = match cell {
                    'x' => true,
                    'o' => owner == Some(SELF),
                    'e' => entered_here,
                    _ => false,
                };
                let decided = decide(&of_role(role, true), act, Facts { owner, entered_here });
                assert_eq!(decided, Decision::when(may), "{act:?} {role:?} {owner:?} {entered_here}");
            }
        }
    }
}

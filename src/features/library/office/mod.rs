//! The office's desk of its library: lend and take back, titles and copies, readers, rules, labels and cards.

mod api;
mod club_api;
mod interloan_api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod circulation;
#[cfg(feature = "ssr")]
mod clubbing;
#[cfg(feature = "ssr")]
mod covered;
#[cfg(feature = "ssr")]
mod desk;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod interloaning;
#[cfg(feature = "ssr")]
mod meeting_form;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod stocktaking;
#[cfg(feature = "ssr")]
mod words;

pub use api::{
    BeginCounting, BringBooks, CancelPlace, CountLabel, CountTicked, CountVisitor, DescribeReaderHere, EndCounting, KeepLibraryRules,
    LendCopyHere, LetCopyGo, LoseCopyHere, LoseMissing, ReadBookImport, ReadCard, ReadCorrection, ReadCounter, ReadLabels,
    ReadLibraryRules, ReadNewTitle, ReadReaderPage, ReadReaders, ReadSheets, ReadStocktake, ReadStocktakeResult, ReadTitlePage, ReadTitles,
    RemoveBookFileHere, RemoveCoverHere, RenewLoanHere, RestoreCopyHere, ReturnCopyHere, ServeReader, WriteCopies, WriteCorrection,
    WriteNewReader, WriteReader, WriteTitle,
};
#[cfg(test)]
pub(super) use circulation::{title_called, with_card};
pub use club_api::{AddMemberHere, CancelMeetingHere, PlanMeetingHere, ReadClub, RemoveMemberHere};
#[cfg(feature = "ssr")]
pub use desk::{Desk, office_of};
#[cfg(feature = "ssr")]
pub(super) use form::copies as copies_typed;
pub use interloan_api::{
    AskInterloan, CancelInterloan, CloseInterloan, DeclineInterloan, ReadInterloans, ReceiveInterloan, ReturnInterloan, SendInterloan,
};
#[cfg(feature = "ssr")]
pub(super) use parts::{fact, page, part, press};
#[cfg(feature = "ssr")]
pub use read::{
    Read, Said, card, club, correction, counter, interloans, labels, new_title, reader, readers, rules, sheets, stocktake,
    stocktake_result, title, titles,
};
#[cfg(feature = "ssr")]
pub(super) use words::{COUNTER, INTERLOANS};

pub use views::{
    Asked, ButtonView, FieldView, FindView, FormView, MeetingForm, PartView, ReaderForm, RowView, RulesForm, ShelfView, TitleForm,
};

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::{AccountId, Instant};
use crate::forms::Problems;

/// "No", with the reason as a code. It carries no sentence and no personal data: `text` turns it
/// into words that say what to do, `server::http` into a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// There is none, or none in your reach: the two look the same. 404.
    NotFound,
    /// Nobody is signed in, or the session is over. 401.
    SignIn,
    /// You may do this after showing the second factor again. 403.
    StepUp,
    /// You see it, and may not do this. 403.
    Forbidden,
    /// The input has problems, in the order of the screen. 422.
    Invalid(Problems),
    /// Somebody changed or took it since you looked. Read it again. 409.
    Stale { by: Option<AccountId>, at: Instant },
    /// The record is in a state in which this cannot be done. 409.
    Conflict(Code),
    /// The same, in words: what a browser is told, which knows few of the sentences. 409.
    Told(String),
    /// Too often; allowed again after so many seconds. 429.
    TooMany { retry_after: u32 },
    /// Too much at once; nothing was written, the same may be sent again. 503.
    Busy,
    /// Our mistake, in the log under this incident. Nothing was acknowledged. 500.
    Internal(Incident),
}

/// Why a record refuses. Each says what is the matter with the record, not with the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The case waits for no officer.
    NotWaiting,
    /// No officer is looking at the case.
    NotInReview,
    /// The case does not wait for a signature.
    NotAwaitingSignature,
    /// There is no letter that could go on from here.
    NotIssued,
    /// What is to be signed is not what was approved.
    SnapshotChanged,
    /// Sent and not returned: its owner cannot change it now.
    NotEditable,
    /// This answer or photo was not returned, so it stays as it is.
    NotReturned,
    /// A return names nothing, or something that the case does not have.
    NothingReturned,
    /// The case has gone too far to be withdrawn.
    TooLateToWithdraw,
    /// An open draft for this service exists already.
    DraftExists,
    /// The service cannot be applied for.
    ServiceClosed,
    /// One photo more than the question takes.
    TooManyPhotos,
    /// One file more than a training takes.
    TooManyFiles,
    /// As many open cases as one resident may have at an office.
    TooManyOpen,
    /// The letter was revoked, or replaced, before.
    LetterRevoked,
    /// The letter was handed over before.
    LetterHandedOver,
    /// The book has numbers of this year already.
    RegisterBegun,
    /// Which letters share a book is settled for this year.
    BooksSettled,
    /// The office has not filled in what a letter cannot do without.
    LetterheadIncomplete,
    /// There is no letter that this service writes.
    NoTemplate,
    /// The head has not opened this letter as it is now.
    NotRead,
    /// The move was sent to its office, or told to its kecamatan, before.
    TransferKnown,
    /// The move was answered, or called back, before.
    TransferDecided,
    /// The move is with the office of destination, or on its way there.
    AlreadySent,
    /// There is no move that would be sent to another office.
    NothingToSend,
    /// No version of the shop or product waits for an approval.
    NothingProposed,
    /// Visitors see it in these words already.
    NothingChanged,
    /// The shop or product was closed for good.
    ListingArchived,
    /// The office has not seen the shop's owner.
    OwnerNotSeen,
    /// The shop of the product is not public.
    ShopNotPublic,
    /// Visitors do not see it, so it cannot be hidden.
    NotPublic,
    /// It is not hidden, so it cannot be shown again.
    NotHidden,
    /// The link to the shop was taken before.
    LinkTaken,
    /// The link to the shop is too old.
    LinkExpired,
    /// The link to the shop was made for another phone.
    LinkForAnother,
    /// As many shops at an office, or products in a shop, as there may be.
    TooManyListings,
    /// The campaign takes no such change any more, or not yet.
    CampaignClosed,
    /// The item waits for no verdict, or has none that could be taken back.
    ItemNotWaiting,
    /// Items of the campaign wait for a reviewer.
    ReviewOpen,
    /// There is nobody who may review the office.
    NobodyReviews,
    /// A reader has the copy.
    CopyLent,
    /// The copy, or the next one of its title, is for another reader.
    CopyReserved,
    /// The copy is lost, damaged or withdrawn.
    CopyGone,
    /// No reader has the copy.
    CopyNotLent,
    /// The day on which the copy was due is over.
    LoanLate,
    /// The loan was made longer as often as may be.
    NoRenewals,
    /// The reader waits for the title.
    ReservedAlready,
    /// The card was given back.
    ReaderInactive,
    /// As many copies as one reader may have.
    TooManyLoans,
    /// Another copy of the title was put aside for the reader.
    AsideForThem,
    /// The reader has a copy of the title.
    TitleWithReader,
    /// As many titles as one reader may wait for.
    TooManyReservations,
    /// Another title has this ISBN.
    TitleKnown,
    /// The training was announced before.
    TrainingNotDraft,
    /// The training is not announced yet.
    TrainingNotOpen,
    /// The training was held, or cancelled.
    TrainingOver,
    /// The last day on which one can enrol is over.
    EnrolmentClosed,
    /// As many wait for a seat as may.
    TrainingFull,
    /// The person is in this training.
    EnrolledAlready,
    /// Fewer seats than are taken.
    SeatsTaken,
    /// Whoever enrolled knows the test as it was announced.
    QuizSettled,
    /// A session that has begun cannot be another one.
    SessionsBegun,
    /// The last session is not over.
    TrainingNotHeld,
    /// The day of the session has not come.
    SessionNotBegun,
    /// The day of the session is over, or has not come.
    SessionOver,
    /// They wait for a seat.
    NotSeated,
    /// They have been at a session.
    AttendedAlready,
    /// They have taken the test.
    AnsweredAlready,
    /// The time for a test before is over, and the one for a test after has not come.
    NotTestTime,
    /// They have been at no session.
    NotAttended,
    /// The session has not begun to take attendance.
    SessionNotOpen,
    /// The attendance code was on the wall minutes ago.
    CodeTooOld,
    /// The attendance code is not on the wall.
    CodeNotShown,
    /// Somebody who was not at every session gets no certificate.
    NotAtEverySession,
    /// Sessions of the training are still to come.
    TrainingNotOver,
    /// The certificate was signed before.
    CertificateSigned,
    /// The library is being counted already.
    StocktakeOpen,
    /// The stock-taking is over.
    StocktakeEnded,
    /// The copy is at another library, or on its way.
    CopyElsewhere,
    /// The copy belongs to another library, and goes home next.
    CopyGuest,
    /// The copy that was asked for at another library is on its way.
    InterloanSent,
    /// The loan between two libraries is at another step.
    InterloanMoved,
    /// The reader is in the reading club already.
    InClubAlready,
    /// The reading club meets at that time already.
    MeetingThen,
    /// The meeting was cancelled, or its day is over.
    MeetingOver,
    /// A photo is to be taken anew.
    PhotoAgain,
    /// The same key was used for another wish.
    KeyReused,
    /// The form was drawn for another account than the one that is signed in now.
    AnotherAccount,
    /// More bytes than a form or a photo may have.
    TooMuch,
    /// The service does not go on at another authority.
    EndsHere,
    /// The papers have not gone on to Dukcapil.
    NotForwarded,
    /// The move stays inside the regency, where no SKPWNI is issued.
    NoSkpwni,
    /// There is an account with this phone.
    PhoneTaken,
    /// The person works for this office already.
    AlreadyStaff,
}

/// A number that finds one failure in the log; safe to read over the telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Incident(pub u32);

impl fmt::Display for Incident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08X}", self.0)
    }
}

impl Refusal {
    /// The status of the answer that carries it.
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignIn => 401,
            Self::StepUp | Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Stale { .. } | Self::Conflict(_) | Self::Told(_) => 409,
            Self::Invalid(_) => 422,
            Self::TooMany { .. } => 429,
            Self::Internal(_) => 500,
            Self::Busy => 503,
        }
    }
}

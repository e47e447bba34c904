//! One book that stands in a library: where it is, and what may happen to it next. Pure, without a clock.

use super::Loan;
use crate::access::{Code, Refusal};
use crate::domain::{CopyId, Day, InterloanId, LoanId, OfficeCode, ReservationId, TitleId, Version};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    pub id: CopyId,
    /// `None`: never stored yet.
    pub version: Option<Version>,
    pub title: TitleId,
    /// What its label says. No two copies of a library have the same.
    pub code: String,
    /// On which shelf; empty where nobody has said so.
    pub shelf: String,
    pub place: CopyPlace,
    /// `None`: this library's own.
    pub guest: Option<Guest>,
}

/// Whose a copy is that another library lets this one have. It is lent to whom it was asked for, and goes home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guest {
    pub of: OfficeCode,
    pub interloan: InterloanId,
}

/// Where a copy is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyPlace {
    Shelf,
    /// Put aside for whoever reserved it.
    Aside {
        reservation: ReservationId,
        until: Day,
    },
    Lent {
        loan: LoanId,
        due: Day,
    },
    /// At another library, or on its way there or back.
    Away {
        interloan: InterloanId,
    },
    /// A guest that nobody needs any more: it is sent home next.
    Homebound,
    /// A guest that was sent home.
    Left,
    /// No longer there to be lent, and why in words.
    Gone {
        why: Gone,
        note: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gone {
    Lost,
    Damaged,
    Withdrawn,
}

impl Gone {
    pub const ALL: [Self; 3] = [Self::Lost, Self::Damaged, Self::Withdrawn];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Lost => "hilang",
            Self::Damaged => "rusak",
            Self::Withdrawn => "ditarik",
        }
    }

    pub const fn words(self) -> &'static str {
        match self {
            Self::Lost => "Hilang",
            Self::Damaged => "Rusak",
            Self::Withdrawn => "Ditarik dari koleksi",
        }
    }
}

impl Copy {
    /// Hands the copy to a reader; `reserved` is their own place in the queue, if they have one.
    ///
    /// # Errors
    /// `Conflict`: somebody has it (`CopyLent`), it waits for another (`CopyReserved`), it is at another library
    /// (`CopyElsewhere`) or another's (`CopyGuest`), or it is gone (`CopyGone`).
    pub fn lend(&mut self, loan: LoanId, due: Day, reserved: Option<ReservationId>) -> Result<(), Refusal> {
        match self.place {
            CopyPlace::Shelf => {}
            CopyPlace::Aside { reservation, .. } if Some(reservation) == reserved => {}
            _ => return Err(self.why_not_free()),
        }
        self.place = CopyPlace::Lent { loan, due };
        Ok(())
    }

    /// The reader keeps it for longer.
    pub fn renew(&mut self, loan: &Loan) {
        self.place = CopyPlace::Lent { loan: loan.id, due: loan.due };
    }

    /// Stands on the shelf again; a guest goes home next.
    ///
    /// # Errors
    /// `Conflict(CopyNotLent)`: nobody had it.
    pub fn come_back(&mut self) -> Result<(), Refusal> {
        let CopyPlace::Lent { .. } = self.place else { return Err(Refusal::Conflict(Code::CopyNotLent)) };
        self.place = self.when_free();
        Ok(())
    }

    fn when_free(&self) -> CopyPlace {
        if self.guest.is_some() { CopyPlace::Homebound } else { CopyPlace::Shelf }
    }

    /// Why it cannot be given to somebody who asks for it now.
    fn why_not_free(&self) -> Refusal {
        Refusal::Conflict(match self.place {
            CopyPlace::Shelf | CopyPlace::Aside { .. } => Code::CopyReserved,
            CopyPlace::Lent { .. } => Code::CopyLent,
            CopyPlace::Away { .. } => Code::CopyElsewhere,
            CopyPlace::Homebound | CopyPlace::Left => Code::CopyGuest,
            CopyPlace::Gone { .. } => Code::CopyGone,
        })
    }

    /// Goes to another library. Only what stands on the shelf is promised to nobody.
    ///
    /// # Errors
    /// As [`Self::lend`].
    pub fn leave(&mut self, interloan: InterloanId) -> Result<(), Refusal> {
        if self.place != CopyPlace::Shelf {
            return Err(self.why_not_free());
        }
        self.place = CopyPlace::Away { interloan };
        Ok(())
    }

    /// Is home again.
    ///
    /// # Errors
    /// `Conflict(InterloanMoved)`: it is not away on this way.
    pub fn arrive_home(&mut self, by: InterloanId) -> Result<(), Refusal> {
        match self.place {
            CopyPlace::Away { interloan } if interloan == by => {}
            _ => return Err(Refusal::Conflict(Code::InterloanMoved)),
        }
        self.place = CopyPlace::Shelf;
        Ok(())
    }

    /// A guest sets out for home.
    ///
    /// # Errors
    /// `Conflict`: a reader has it or is to have it, or it is gone.
    pub fn set_out(&mut self) -> Result<(), Refusal> {
        if self.place != CopyPlace::Homebound {
            return Err(self.why_not_free());
        }
        self.place = CopyPlace::Left;
        Ok(())
    }

    /// Puts it aside for a reader. Only what stands on the shelf waits for nobody else.
    ///
    /// # Errors
    /// As [`Self::lend`].
    pub fn put_aside(&mut self, reservation: ReservationId, until: Day) -> Result<(), Refusal> {
        match self.place {
            CopyPlace::Shelf => {
                self.place = CopyPlace::Aside { reservation, until };
                Ok(())
            }
            _ => Err(self.why_not_free()),
        }
    }

    /// Nobody comes for it any more: whether it was put aside.
    #[must_use]
    pub fn let_go(&mut self) -> bool {
        let was_aside = matches!(self.place, CopyPlace::Aside { .. });
        if was_aside {
            self.place = self.when_free();
        }
        was_aside
    }

    /// It cannot be lent any more, whether it stood on the shelf, a reader had it, or it was on its way.
    ///
    /// # Errors
    /// `Conflict`: it is gone already, or waits for a reader, who is told first.
    pub fn go(&mut self, why: Gone, note: String) -> Result<(), Refusal> {
        match self.place {
            CopyPlace::Shelf | CopyPlace::Lent { .. } | CopyPlace::Away { .. } | CopyPlace::Homebound => {}
            _ => return Err(self.why_not_free()),
        }
        self.place = CopyPlace::Gone { why, note };
        Ok(())
    }

    /// It was found, or mended: whether it was gone.
    #[must_use]
    pub fn be_found(&mut self) -> bool {
        let was_gone = matches!(self.place, CopyPlace::Gone { .. });
        if was_gone {
            self.place = CopyPlace::Shelf;
        }
        was_gone
    }
}

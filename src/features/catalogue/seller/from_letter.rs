//! A shop that begins with what a letter about a business says already.

use super::read::Own;
use crate::access::Refusal;
use crate::domain::{ApplicationId, OfficeCode};
use crate::features::applications::{Application, State, store as cases};
use crate::features::catalogue::ShopForm;
use crate::features::services::catalogue;

/// A letter of one's own, at its office.
pub struct Letter {
    pub id: ApplicationId,
    pub office: OfficeCode,
    form: ShopForm,
}

impl Letter {
    /// The letter of a case, if it lets its holder open a shop.
    ///
    /// # Errors
    /// `NotFound` for what is not one's own, not issued, or about something else; `Busy` or `Internal` of
    /// the database.
    pub async fn of(own: &Own, id: &str) -> Result<Self, Refusal> {
        let id = id.parse().map_err(|_| Refusal::NotFound)?;
        let case = cases::case(&*own.scope().await?, id).await?;
        let opens = catalogue().service(&case.service, own.lang).is_some_and(|service| service.opens_shop);
        let holds = case.letter.is_some() && case.state != State::Revoked;
        if opens && holds { Ok(Self { id, office: case.office, form: form_of(&case) }) } else { Err(Refusal::NotFound) }
    }

    /// As its holder has said it to the office.
    pub fn form(self) -> ShopForm {
        self.form
    }
}

fn form_of(case: &Application) -> ShopForm {
    let said = |name: &str| case.answers.typed(name).trim().to_owned();
    ShopForm {
        nama: said("nama_usaha"),
        sektor: said("jenis_usaha"),
        alamat: said("alamat_usaha"),
        sejak: said("mulai_tahun"),
        ..ShopForm::default()
    }
}

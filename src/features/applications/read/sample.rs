use crate::access::Refusal;
use crate::domain::{Day, Lang, OfficeCode, OfficeKind};
use crate::features::applications::drafting;
use crate::features::applications::views::SampleView;
use crate::features::letters::{Across, LetterData, Numbers, facsimile};
use crate::features::offices::{KeptProfile, NEVER, OfficeProfile, Official};
use crate::features::services::{Service, ServiceCode, catalogue, sample_answers};
use crate::forms::Given;

/// Tamansari (Licin), a pilot office. Everybody and everything else in a sample is invented.
const OFFICE: i64 = 3_510_242_008;

/// The letter of a service as an invented resident would get it: drafted as every letter is, on a day
/// that stays, so that a sample never gets old.
///
/// # Errors
/// `NotFound` for a service that cannot be applied for here.
pub fn sample(code: &ServiceCode, lang: Lang) -> Result<SampleView, Refusal> {
    let service = catalogue().service(code, Lang::Id).filter(|service| service.open).ok_or(Refusal::NotFound)?;
    let mut letter = facsimile(code.as_str(), &sample_letter(service)?, Numbers::Masked).ok_or(Refusal::NotFound)?;
    letter.across = Some(Across::Sample);
    let name = catalogue().service(code, lang).map_or_else(|| service.name.clone(), |spoken| spoken.name.clone());
    Ok(SampleView { code: code.to_string(), name, letter })
}

/// The same before it is drawn.
///
/// # Errors
/// `Invalid` when the answers of the service's file are not what its form asks.
pub fn sample_letter(service: &Service) -> Result<LetterData, Refusal> {
    let office = OfficeCode::try_from(OFFICE).map_err(|_| Refusal::NotFound)?;
    let today = Day::new(2026, 11, 24).ok_or(Refusal::NotFound)?;
    let head = Official { name: "NAMA KEPALA DESA".into(), rank: None, nip: None, staff_number: None };
    let profile = OfficeProfile { address: "Jalan Contoh 1, 68454".into(), head: Some(head), ..OfficeProfile::proposed(OfficeKind::Desa) };
    let kept = KeptProfile { office, profile, version: NEVER, kept_before: false };
    drafting::drafted(&sample_answers(service), service, &kept, &Given::at_office(today, office, OfficeKind::Desa))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::letters::FacsimilePart;

    #[test]
    fn whoever_may_apply_for_a_letter_may_see_one_and_nobody_elses() {
        for service in catalogue().all(Lang::En) {
            let found = sample(&service.code, Lang::En);
            if !service.open {
                assert_eq!(found, Err(Refusal::NotFound), "{}", service.code);
                continue;
            }
            let shown = found.unwrap_or_else(|refusal| panic!("{}: {refusal:?}", service.code));
            assert_eq!((shown.name.as_str(), shown.letter.across), (service.name.as_str(), Some(Across::Sample)));
            let FacsimilePart::Rows(rows) = &shown.letter.parts[1] else { panic!("{}: no rows", service.code) };
            let rows: Vec<_> = rows.iter().take(2).map(|(label, value)| (label.as_str(), value.as_str())).collect();
            assert_eq!(rows, [("Nama lengkap", "SITI CONTOH"), ("NIK", "**** **** **** 0001")], "{}", service.code);
        }
    }
}

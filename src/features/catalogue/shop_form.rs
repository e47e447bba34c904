use serde::{Deserialize, Serialize};

use super::unlinked::unlinked;
use super::{Aim, LinkPlace, OpenHours, Permit, PermitKind, PublicPhone, Shop, ShopLink, ShopSize, Wish};
use crate::domain::{Day, Lang, Pin};
use crate::forms::{Checks, ProblemCode, Problems, read};

/// A shop as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShopForm {
    pub nama: String,
    pub skala: String,
    /// `ya`: industry (IKM).
    pub ikm: String,
    pub sektor: String,
    pub sejak: String,
    pub cerita: String,
    pub alamat: String,
    /// "-8.2192, 114.3691", as a map copies it.
    pub titik: String,
    pub buka: String,
    pub tutup: String,
    pub whatsapp: String,
    pub nib: String,
    pub nib_sampai: String,
    pub pirt: String,
    pub pirt_sampai: String,
    pub halal: String,
    pub halal_sampai: String,
    pub bpom: String,
    pub bpom_sampai: String,
    pub merek: String,
    pub merek_sampai: String,
    pub pelatihan: String,
    pub instagram: String,
    pub facebook: String,
    pub tiktok: String,
    pub shopee: String,
    pub tokopedia: String,
    pub banyuwangi_mall: String,
    pub situs: String,
}

const NAME: u32 = 60;
const SECTOR: u32 = 40;
const STORY: u32 = 1_000;
const ADDRESS: u32 = 160;
const TRAININGS: u32 = 400;
const NUMBER: u32 = 40;
const LINK: usize = 200;
/// No shop of the regency is older than its oldest firms.
const FIRST_YEAR: u16 = 1850;

impl ShopForm {
    pub fn of(shop: &Shop) -> Self {
        let permit = |kind| shop.permits.iter().find(|permit| permit.kind == kind);
        let number = |kind| permit(kind).map(|permit| permit.number.clone()).unwrap_or_default();
        let until = |kind| permit(kind).and_then(|permit| permit.until).map(|day| day.in_words(Lang::Id)).unwrap_or_default();
        let link = |place| shop.links.iter().find(|link| link.place == place).map(|link| link.address.clone()).unwrap_or_default();
        Self {
            nama: shop.name.clone(),
            skala: shop.size.code().to_owned(),
            ikm: if shop.makes { "ya".to_owned() } else { String::new() },
            sektor: shop.sector.clone(),
            sejak: shop.founded.map(|year| year.to_string()).unwrap_or_default(),
            cerita: shop.story.clone(),
            alamat: shop.address.clone(),
            titik: shop.pin.map(Pin::in_writing).unwrap_or_default(),
            buka: shop.hours.map(|hours| hours.opens.in_digits()).unwrap_or_default(),
            tutup: shop.hours.map(|hours| hours.closes.in_digits()).unwrap_or_default(),
            whatsapp: shop.whatsapp.national(),
            nib: number(PermitKind::Nib),
            nib_sampai: until(PermitKind::Nib),
            pirt: number(PermitKind::Pirt),
            pirt_sampai: until(PermitKind::Pirt),
            halal: number(PermitKind::Halal),
            halal_sampai: until(PermitKind::Halal),
            bpom: number(PermitKind::Bpom),
            bpom_sampai: until(PermitKind::Bpom),
            merek: number(PermitKind::Brand),
            merek_sampai: until(PermitKind::Brand),
            pelatihan: shop.trainings.join("\n"),
            instagram: link(LinkPlace::Instagram),
            facebook: link(LinkPlace::Facebook),
            tiktok: link(LinkPlace::Tiktok),
            shopee: link(LinkPlace::Shopee),
            tokopedia: link(LinkPlace::Tokopedia),
            banyuwangi_mall: link(LinkPlace::BanyuwangiMall),
            situs: link(LinkPlace::Website),
        }
    }

    /// The shop as typed.
    ///
    /// # Errors
    /// All problems, in the order of the page.
    pub fn check(&self, today: Day) -> Result<Shop, Problems> {
        let mut checks = Checks::default();
        let this_year = today.year();
        let name = checks.filled("nama", unlinked(read::line(&self.nama, NAME)));
        let size = checks.field("skala", size(&self.skala));
        let sector = checks.field("sektor", unlinked(read::line(&self.sektor, SECTOR)));
        let founded = checks.field("sejak", optional(&self.sejak, |typed| read::year(typed, FIRST_YEAR, this_year)));
        let story = checks.field("cerita", unlinked(read::lines(&self.cerita, STORY)));
        let address = checks.filled("alamat", unlinked(read::line(&self.alamat, ADDRESS)));
        let pin = checks.field("titik", optional(&self.titik, |typed| Pin::parse(typed).ok_or(ProblemCode::NotAPin)));
        let hours = self.hours(&mut checks);
        let whatsapp = checks.field("whatsapp", whatsapp(&self.whatsapp));
        let permits = self.permits(&mut checks);
        let trainings = checks.field("pelatihan", unlinked(read::lines(&self.pelatihan, TRAININGS)));
        let links = self.links(&mut checks);
        let words = (|| {
            let said = (name?, size?, sector?, founded?, story?, address?);
            Some((said, pin?, hours?, whatsapp?, permits?, trainings?, links?))
        })();
        checks.done(words, |((name, size, sector, founded, story, address), pin, hours, whatsapp, permits, trainings, links)| Shop {
            name,
            size,
            makes: self.ikm == "ya",
            sector,
            founded: founded.and_then(|year| u16::try_from(year).ok()),
            story,
            address,
            pin,
            hours,
            whatsapp,
            permits,
            trainings: trainings.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            links,
        })
    }

    /// What somebody wants with it who has pressed a button.
    ///
    /// # Errors
    /// As [`Self::check`].
    pub fn wish(&self, aim: Aim, today: Day) -> Result<Wish<Shop>, Problems> {
        let shop = self.check(today)?;
        Ok(match aim {
            Aim::Keep => Wish::Keep(shop),
            Aim::Propose => Wish::Propose(shop),
        })
    }

    /// Both or none.
    fn hours(&self, checks: &mut Checks) -> Option<Option<OpenHours>> {
        if self.buka.trim().is_empty() && self.tutup.trim().is_empty() {
            return Some(None);
        }
        let opens = checks.field("buka", read::time(&self.buka));
        let closes = checks.field("tutup", read::time(&self.tutup));
        Some(Some(OpenHours { opens: opens?, closes: closes? }))
    }

    fn permits(&self, checks: &mut Checks) -> Option<Vec<Permit>> {
        let typed = [
            (PermitKind::Nib, "nib", "nib_sampai", &self.nib, &self.nib_sampai),
            (PermitKind::Pirt, "pirt", "pirt_sampai", &self.pirt, &self.pirt_sampai),
            (PermitKind::Halal, "halal", "halal_sampai", &self.halal, &self.halal_sampai),
            (PermitKind::Bpom, "bpom", "bpom_sampai", &self.bpom, &self.bpom_sampai),
            (PermitKind::Brand, "merek", "merek_sampai", &self.merek, &self.merek_sampai),
        ];
        let mut permits = Some(Vec::new());
        for (kind, name, until_name, number, until) in typed {
            let number = checks.field(name, unlinked(read::line(number, NUMBER)));
            let until = checks.field(until_name, optional(until, |typed| read::day(typed, Day::FIRST, Day::LAST)));
            match (number, until) {
                (Some(number), Some(None)) if number.is_empty() => {}
                // A last day belongs to a number.
                (Some(number), Some(Some(_))) if number.is_empty() => permits = checks.field(name, Err(ProblemCode::Missing)),
                (Some(number), Some(until)) => permits.iter_mut().for_each(|all| all.push(Permit { kind, number: number.clone(), until })),
                _ => permits = None,
            }
        }
        permits
    }

    fn links(&self, checks: &mut Checks) -> Option<Vec<ShopLink>> {
        let typed = [&self.instagram, &self.facebook, &self.tiktok, &self.shopee, &self.tokopedia, &self.banyuwangi_mall, &self.situs];
        let mut links = Some(Vec::new());
        for (place, typed) in LinkPlace::ALL.into_iter().zip(typed).filter(|(_, typed)| !typed.trim().is_empty()) {
            match checks.field(place.code(), link(place, typed.trim())) {
                Some(link) => links.iter_mut().for_each(|all| all.push(link.clone())),
                None => links = None,
            }
        }
        links
    }
}

fn size(code: &str) -> Result<ShopSize, ProblemCode> {
    if code.is_empty() { Err(ProblemCode::MissingChoice) } else { ShopSize::from_code(code).ok_or(ProblemCode::NotAChoice) }
}

/// Whoever can be sent a code by WhatsApp can be ordered from by WhatsApp: a mobile number of Indonesia.
fn whatsapp(typed: &str) -> Result<PublicPhone, ProblemCode> {
    if typed.trim().is_empty() {
        return Err(ProblemCode::Missing);
    }
    read::phone(typed).map(|phone| PublicPhone::published(&phone))
}

/// `https://`, a host, and nothing that could leave an attribute or a line.
fn link(place: LinkPlace, typed: &str) -> Result<ShopLink, ProblemCode> {
    let rest = typed.strip_prefix("https://").ok_or(ProblemCode::NotALink)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let plain = typed.len() <= LINK && typed.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\`{}|^".contains(&byte));
    let named = host.contains('.') && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    let there = place.host().is_none_or(|own| host == own || host.strip_suffix(own).is_some_and(|sub| sub.ends_with('.')));
    if plain && named && there { Ok(ShopLink { place, address: typed.to_owned() }) } else { Err(ProblemCode::NotALink) }
}

/// `None` when nothing is typed.
fn optional<T>(typed: &str, read: impl FnOnce(&str) -> Result<T, ProblemCode>) -> Result<Option<T>, ProblemCode> {
    if typed.trim().is_empty() { Ok(None) } else { read(typed).map(Some) }
}

#[cfg(test)]
#[path = "shop_form_tests.rs"]
mod tests;

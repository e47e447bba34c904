//! What there is, whose it is, and by which words it can be told.

use crate::access::{Role, Unit};
use crate::domain::{AccountId, ApplicationId, BlobId, LetterId, OfficeCode, Reference};
use crate::server::testing::{Person, World};

/// An office and the people who come and go there.
pub struct Village {
    pub office: OfficeCode,
    /// In everything that its officers write.
    pub word: &'static str,
    pub staff: [Person; 3],
    pub residents: Vec<Resident>,
}

#[derive(Clone)]
pub struct Resident {
    pub person: Person,
    /// In everything that they write at this office.
    pub word: &'static str,
}

/// A case, and all that was ever made of it.
pub struct Case {
    pub village: usize,
    pub owner: Resident,
    pub id: ApplicationId,
    pub photos: Vec<BlobId>,
    pub reference: Option<Reference>,
    pub letter: Option<LetterId>,
}

/// A text that only some may read.
pub struct Tag {
    pub text: String,
    pub village: usize,
    /// Whose it is; `None` for the office's own.
    pub owner: Option<AccountId>,
}

/// Who looks.
#[derive(Clone)]
pub enum Viewer {
    Staff(usize, Person),
    Resident(Person),
}

pub fn villages(world: &World) -> [Village; 2] {
    let staff = |office, names: [&str; 3]| {
        let person = |at: usize, role| world.staff(names[at], role, Unit::Office(office));
        [person(0, Role::Operator), person(1, Role::Verifier), person(2, Role::Head).stepped_up()]
    };
    let resident = |name, word| Resident { person: world.resident(name), word };
    let (here, there) = (world.tamansari(), world.kampungbaru());
    [
        Village {
            office: here,
            word: "Akasia",
            staff: staff(here, ["Rini", "Joko", "Pak Kades"]),
            residents: vec![resident("Siti", "Alamanda"), resident("Yuli", "Anyelir"), resident("Ratna", "Cempaka")],
        },
        Village {
            office: there,
            word: "Beringin",
            staff: staff(there, ["Lain", "Tono", "Bu Lurah"]),
            residents: vec![resident("Budi", "Bugenvil"), resident("Dewi", "Bakung"), resident("Ratna", "Cendana")],
        },
    ]
}

impl Village {
    pub fn head(&self) -> &Person {
        &self.staff[2]
    }

    /// The words and numbers of the office itself, and those of its residents.
    pub fn tags(&self, village: usize) -> Vec<Tag> {
        let own = [self.word.to_owned(), self.office.to_string(), self.office.number().to_string()];
        let own = own.into_iter().chain(self.staff.iter().map(|person| person.id().to_string()));
        let of_office = own.map(|text| Tag { text, village, owner: None });
        let of_resident = self.residents.iter().map(|one| Tag { text: one.word.to_owned(), village, owner: Some(one.person.id()) });
        of_office.chain(of_resident).collect()
    }
}

impl Case {
    pub fn tags(&self) -> Vec<Tag> {
        let photos = self.photos.iter().map(ToString::to_string);
        let references = self.reference.iter().flat_map(|known| [known.to_string(), known.bare()]);
        let letters = self.letter.iter().map(ToString::to_string);
        let texts = photos.chain(references).chain(letters).chain([self.id.to_string()]);
        texts.map(|text| Tag { text, village: self.village, owner: Some(self.owner.person.id()) }).collect()
    }
}

impl Viewer {
    pub fn person(&self) -> &Person {
        match self {
            Self::Staff(_, person) | Self::Resident(person) => person,
        }
    }

    /// What is an office's own, residents of it may see as far as it concerns them.
    pub fn may_see(&self, tag: &Tag, villages: &[Village]) -> bool {
        match (self, tag.owner) {
            (Self::Staff(village, _), _) => *village == tag.village,
            (Self::Resident(person), Some(owner)) => person.id() == owner,
            (Self::Resident(person), None) => villages[tag.village].residents.iter().any(|one| one.person.id() == person.id()),
        }
    }
}

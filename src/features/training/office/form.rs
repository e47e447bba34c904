//! From what was typed to a training, or to what is wrong with it. Pure.

use super::lines;
use super::views::TrainingForm;
use crate::domain::{Day, OfficeKind};
use crate::features::training::{ActivityCode, Audience, Funding, Link, Outline, Topic, Venue};
use crate::forms::{Checks, ProblemCode, Problems, read};

const TITLE: u32 = 120;
const SUMMARY: u32 = 1_000;
const NAME: u32 = 120;
const PLACE: u32 = 200;

/// What pays for a training, as it is chosen.
pub const FUNDS: [(&str, &str); 5] = [
    ("apbdes", "APBDes"),
    ("kelurahan", "DPA atau dana kelurahan"),
    ("kabupaten", "APBD kabupaten"),
    ("mitra", "Mitra"),
    ("tanpa", "Tanpa biaya"),
];

impl TrainingForm {
    /// `kind`: of the office. Days that are over are looked at when it is announced.
    ///
    /// # Errors
    /// All that is wrong, in the order of the page.
    pub fn check(&self, kind: OfficeKind) -> Result<Outline, Problems> {
        let mut checks = Checks::default();
        let title = checks.filled("nama_pelatihan", read::line(&self.nama_pelatihan, TITLE));
        let summary = checks.filled("ringkasan", read::lines(&self.ringkasan, SUMMARY));
        let topic = checks.field("topik", Topic::parse(&self.topik).ok_or(ProblemCode::MissingChoice));
        let ticked = Audience::ALL.iter().zip(self.audiences()).filter(|(_, tick)| *tick == "ya");
        let audiences: Vec<Audience> = ticked.map(|(audience, _)| *audience).collect();
        let audiences = checks.field("sasaran_aparat", if audiences.is_empty() { Err(ProblemCode::MissingChoice) } else { Ok(audiences) });
        let organiser = checks.filled("penyelenggara", read::line(&self.penyelenggara, NAME));
        let speaker = checks.field("narasumber", read::line(&self.narasumber, NAME));
        let place = checks.field("tempat", read::line(&self.tempat, PLACE));
        let link = checks.field("tautan", optional(&self.tautan, Link::parse));
        let venue = place.zip(link).and_then(|(place, link)| checks.field("tempat", venue(place, link)));
        let sessions = checks.field("sesi", lines::sessions(&self.sesi));
        let quota = checks.field("kuota", quota(&self.kuota));
        let last = sessions.as_ref().map_or(Day::LAST, |sessions| sessions.first_day());
        let closes = checks.field("tutup", read::day(&self.tutup, Day::FIRST, last));
        let funding = self.funding(kind, &mut checks);
        let links = checks.field("materi", lines::links(&self.materi));
        let quiz = checks.field("soal", lines::quiz(&self.soal));
        let words = title.zip(summary).zip(organiser).zip(speaker);
        let choices = topic.zip(audiences).zip(venue).zip(funding);
        let times = sessions.zip(quota).zip(closes).zip(links).zip(quiz);
        checks.done(
            words.zip(choices).zip(times),
            |(
                ((((title, summary), organiser), speaker), (((topic, audiences), venue), funding)),
                ((((sessions, quota), closes), links), quiz),
            )| Outline {
                title,
                summary,
                topic,
                audiences,
                organiser,
                speaker,
                venue,
                sessions,
                quota,
                closes,
                funding,
                links,
                quiz,
            },
        )
    }

    fn funding(&self, kind: OfficeKind, checks: &mut Checks) -> Option<Funding> {
        let funding = match self.dana.as_str() {
            "apbdes" => {
                let activity = match self.kegiatan.trim() {
                    "" => Err(ProblemCode::Missing),
                    typed => ActivityCode::parse(typed).map_err(|_| ProblemCode::NotAnActivity),
                };
                checks.field("kegiatan", activity).map(|activity| Funding::VillageBudget { activity })?
            }
            "kelurahan" => Funding::KelurahanFunds,
            "kabupaten" => Funding::RegencyBudget,
            "mitra" => Funding::Partner(checks.filled("mitra", read::line(&self.mitra, NAME))?),
            "tanpa" => Funding::Free,
            _ => return checks.field("dana", Err(ProblemCode::MissingChoice)),
        };
        checks.field("dana", if funding.fits(kind) { Ok(funding) } else { Err(ProblemCode::NotAChoice) })
    }

    /// As it would have been typed.
    pub fn of(outline: &Outline) -> Self {
        let tick = |audience| if outline.audiences.contains(&audience) { "ya" } else { "" }.to_owned();
        let (dana, kegiatan, mitra) = match &outline.funding {
            Funding::VillageBudget { activity } => ("apbdes", activity.to_string(), String::new()),
            Funding::KelurahanFunds => ("kelurahan", String::new(), String::new()),
            Funding::RegencyBudget => ("kabupaten", String::new(), String::new()),
            Funding::Partner(name) => ("mitra", String::new(), name.clone()),
            Funding::Free => ("tanpa", String::new(), String::new()),
        };
        Self {
            nama_pelatihan: outline.title.clone(),
            ringkasan: outline.summary.clone(),
            topik: outline.topic.code().to_owned(),
            sasaran_aparat: tick(Audience::Officials),
            sasaran_umkm: tick(Audience::Businesses),
            sasaran_warga: tick(Audience::Residents),
            sasaran_pemuda: tick(Audience::Youth),
            penyelenggara: outline.organiser.clone(),
            narasumber: outline.speaker.clone(),
            tempat: outline.venue.place().to_owned(),
            tautan: outline.venue.link().map(|link| link.as_str().to_owned()).unwrap_or_default(),
            sesi: lines::sessions_in_lines(&outline.sessions),
            kuota: outline.quota.to_string(),
            tutup: outline.closes.in_words(super::desk::LANG),
            dana: dana.to_owned(),
            kegiatan,
            mitra,
            materi: lines::links_in_lines(&outline.links),
            soal: lines::quiz_in_lines(outline.quiz.as_ref()),
        }
    }
}

fn venue(place: String, link: Option<Link>) -> Result<Venue, ProblemCode> {
    match (place.is_empty(), link) {
        (true, None) => Err(ProblemCode::Missing),
        (true, Some(link)) => Ok(Venue::Online(link)),
        (false, None) => Ok(Venue::At(place)),
        (false, Some(link)) => Ok(Venue::Both { place, link }),
    }
}

fn quota(typed: &str) -> Result<u16, ProblemCode> {
    if typed.trim().is_empty() {
        return Err(ProblemCode::Missing);
    }
    let max = i64::from(Outline::MOST_SEATS);
    u16::try_from(read::number(typed, 1, max)?).map_err(|_| ProblemCode::TooLarge { max })
}

/// `None` when nothing is typed.
fn optional<T>(typed: &str, read: impl FnOnce(&str) -> Result<T, ProblemCode>) -> Result<Option<T>, ProblemCode> {
    if typed.trim().is_empty() { Ok(None) } else { read(typed).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::training::tests::{photos, quiz};

    fn fields(problems: &Problems) -> Vec<&str> {
        problems.iter().map(|problem| problem.field.as_str()).collect()
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let problems = TrainingForm::default().check(OfficeKind::Desa).unwrap_err();
        let all = ["nama_pelatihan", "ringkasan", "topik", "sasaran_aparat", "penyelenggara", "tempat", "sesi", "kuota", "tutup", "dana"];
        assert_eq!(fields(&problems), all);
        let form = TrainingForm::of(&photos(20));
        let wrong = TrainingForm {
            topik: "sihir".into(),
            tautan: "zoom.us/j/1".into(),
            kuota: "501".into(),
            tutup: "2 Desember 2026".into(),
            dana: "mitra".into(),
            materi: "materi.id".into(),
            soal: "Cahaya?".into(),
            ..form.clone()
        };
        let problems = wrong.check(OfficeKind::Desa).unwrap_err();
        assert_eq!(fields(&problems), ["topik", "tautan", "kuota", "tutup", "mitra", "materi", "soal"]);
        assert_eq!(problems.of("tutup"), Some(ProblemCode::DayTooLate { last: photos(1).sessions.first_day() }));
        let none = TrainingForm { kuota: "0".into(), ..form }.check(OfficeKind::Desa).unwrap_err();
        assert_eq!(none.of("kuota"), Some(ProblemCode::TooSmall { min: 1 }));
    }

    #[test]
    fn a_kelurahan_has_no_apbdes_and_a_desa_says_which_activity() {
        let of =
            |dana: &str, kegiatan: &str| TrainingForm { dana: dana.into(), kegiatan: kegiatan.into(), ..TrainingForm::of(&photos(20)) };
        let wrong = |form: TrainingForm, kind| form.check(kind).unwrap_err();
        assert_eq!(wrong(of("apbdes", ""), OfficeKind::Desa), Problems::one("kegiatan", ProblemCode::Missing));
        assert_eq!(wrong(of("apbdes", "4-3"), OfficeKind::Desa), Problems::one("kegiatan", ProblemCode::NotAnActivity));
        assert_eq!(wrong(of("apbdes", "4.3.1"), OfficeKind::Kelurahan), Problems::one("dana", ProblemCode::NotAChoice));
        assert_eq!(wrong(of("kelurahan", ""), OfficeKind::Desa), Problems::one("dana", ProblemCode::NotAChoice));
        assert!(of("apbdes", "4.3.1").check(OfficeKind::Desa).is_ok() && of("kelurahan", "x").check(OfficeKind::Kelurahan).is_ok());
    }

    #[test]
    fn a_training_reads_back_as_it_was() {
        let link = || Link::parse("https://zoom.example.id/j/1").expect("a link");
        let activity = ActivityCode::parse("04.03.01").expect("a code");
        for outline in [
            photos(20),
            Outline { venue: Venue::Online(link()), quiz: Some(quiz()), links: vec![link()], ..photos(1) },
            Outline {
                venue: Venue::Both { place: "Balai".into(), link: link() },
                funding: Funding::VillageBudget { activity },
                ..photos(500)
            },
            Outline { funding: Funding::Partner("Bank Contoh".into()), ..photos(9) },
        ] {
            assert_eq!(TrainingForm::of(&outline).check(OfficeKind::Desa), Ok(outline));
        }
    }
}

use super::read;
use super::schema::MOST_ROWS;
use super::value::ELSEWHERE;
use crate::domain::{Day, Destination, MoveClass, MoveKind, OF_AGE, OfficeCode};

/// Facts that conditions may name and that nobody types: they are worked out from the answers given so
/// far. All are about a move and read the questions of that service by their names: the office's code,
/// `tujuan`, the two addresses, `hubungan` (the applicant's own relation), the rows `keluarga` (the
/// others on the family card), and who of them moves (`saya_pindah`, `ikut`).
pub const WORKED_OUT: [&str; 7] = [
    // 1 to 5 of F-1.03, or nothing while no place is chosen.
    "hitung.klasifikasi",
    // `ya` for another office of the regency.
    "hitung.antar_kantor",
    // `ya` when the new address is the old one.
    "hitung.alamat_sama",
    // 1 to 4 of F-1.03, or nothing while nobody moves.
    "hitung.jenis",
    // How many are the head of the family: `0`, `1`, or `2` for more than one.
    "hitung.kepala",
    // `ya` when the head moves and somebody stays.
    "hitung.tinggal_tanpa_kepala",
    // `ya` when everybody who moves is younger than 17.
    "hitung.hanya_anak",
];

/// `None` for a name that is none of these.
pub fn worked_out<'a>(name: &str, answer: impl Fn(&str) -> &'a str, today: Day) -> Option<&'static str> {
    let yes = |holds: bool| if holds { "ya" } else { "tidak" };
    let family = || Family::of(&answer, today);
    Some(match name.strip_prefix("hitung.")? {
        "klasifikasi" => class(&answer).map_or("", MoveClass::code),
        "antar_kantor" => yes(matches!(class(&answer), Some(MoveClass::BetweenVillages | MoveClass::BetweenKecamatan))),
        "alamat_sama" => yes(is_the_same_address(&answer)),
        "jenis" => family().kind().map_or("", MoveKind::code),
        "kepala" => ["0", "1", "2"][family().heads.min(2)],
        "tinggal_tanpa_kepala" => yes(family().head_moves && family().stayers > 0),
        "hanya_anak" => yes(family().movers > 0 && family().grown_movers == 0),
        _ => return None,
    })
}

fn class<'a>(answer: &impl Fn(&str) -> &'a str) -> Option<MoveClass> {
    let office = |name: &str| answer(name).parse::<OfficeCode>().ok();
    let from = office("kantor.kode")?;
    let to = match answer("tujuan.desa") {
        ELSEWHERE if answer("tujuan.kab").is_empty() => return None,
        ELSEWHERE => Destination::Regency(answer("tujuan.kab")),
        _ => Destination::Village(office("tujuan.desa")?),
    };
    Some(MoveClass::between(from, to))
}

fn is_the_same_address<'a>(answer: &impl Fn(&str) -> &'a str) -> bool {
    let same = |one: &str, other: &str| answer(one).trim().to_lowercase() == answer(other).trim().to_lowercase();
    let block = |name: &str| read::rt(answer(name)).unwrap_or_default();
    class(answer) == Some(MoveClass::WithinVillage)
        && same("alamat", "alamat_tujuan")
        && block("rt") == block("rt_tujuan")
        && block("rw") == block("rw_tujuan")
}

/// The number of "kepala keluarga" in the list of relations.
const HEAD: &str = "1";

/// Everybody on the family card, the applicant first.
#[derive(Default)]
struct Family {
    heads: usize,
    head_moves: bool,
    movers: usize,
    grown_movers: usize,
    stayers: usize,
}

impl Family {
    fn of<'a>(answer: &impl Fn(&str) -> &'a str, today: Day) -> Self {
        let mut family = Self::default();
        family.count(answer("hubungan"), answer("nik"), answer("saya_pindah"), today);
        for row in 0..MOST_ROWS {
            let part = |name: &str| answer(&["keluarga.", &row.to_string(), ".", name].concat());
            if !part("nama").is_empty() {
                family.count(part("hubungan"), part("nik"), answer(&["ikut.", &row.to_string()].concat()), today);
            }
        }
        family
    }

    fn count(&mut self, relation: &str, nik: &str, moves: &str, today: Day) {
        let (head, moves) = (relation == HEAD, moves == "ya");
        self.heads += usize::from(head);
        self.head_moves |= head && moves;
        if !moves {
            self.stayers += 1;
            return;
        }
        self.movers += 1;
        let born = read::nik(nik).ok().and_then(|nik| nik.birth_day_and_sex(today)).map(|(born, _)| born);
        // Whose day is unknown counts as grown: the paper of the parents is asked for, never guessed away.
        self.grown_movers += usize::from(born.is_none_or(|born| born.age_on(today) >= OF_AGE));
    }

    fn kind(&self) -> Option<MoveKind> {
        MoveKind::of(self.head_moves, self.movers, self.stayers)
    }
}

use crate::access::{ActName, Role};

/// One short task of the course. It is done when the person has done it, in the office's own work or at the practice office;
/// practice touches no resident and no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    TakeCase,
    CheckCase,
    SignLetter,
    PrintSlip,
    KeepProfile,
    OfferProduct,
    LendBook,
    AnswerItem,
}

impl Task {
    /// In the order in which they are best learned.
    pub const ALL: [Self; 8] = [
        Self::PrintSlip,
        Self::TakeCase,
        Self::CheckCase,
        Self::SignLetter,
        Self::KeepProfile,
        Self::OfferProduct,
        Self::LendBook,
        Self::AnswerItem,
    ];

    /// What is asked of a role: what its policy lets it do.
    pub fn of(role: Role) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |task| task.asked_of(role))
    }

    const fn asked_of(self, role: Role) -> bool {
        match self {
            Self::PrintSlip => matches!(role, Role::Operator | Role::Verifier | Role::Head),
            Self::TakeCase | Self::CheckCase | Self::OfferProduct | Self::LendBook | Self::AnswerItem => {
                matches!(role, Role::Operator | Role::Verifier)
            }
            Self::KeepProfile => matches!(role, Role::Verifier | Role::Head),
            Self::SignLetter => matches!(role, Role::Head),
        }
    }

    /// Whichever of them was done first.
    pub const fn acts(self) -> &'static [ActName] {
        match self {
            Self::TakeCase => &[ActName::Claim],
            Self::CheckCase => &[ActName::Approve, ActName::RequestFix],
            Self::SignLetter => &[ActName::Issue],
            Self::PrintSlip => &[ActName::PrintSlip],
            Self::KeepProfile => &[ActName::KeepProfile],
            Self::OfferProduct => &[ActName::AddProduct],
            Self::LendBook => &[ActName::LendCopy],
            Self::AnswerItem => &[ActName::KeepAnswer],
        }
    }

    pub const fn title(self) -> &'static str {
        match self {
            Self::TakeCase => "Ambil satu permohonan",
            Self::CheckCase => "Periksa satu permohonan",
            Self::SignLetter => "Tandatangani satu surat",
            Self::PrintSlip => "Cetak slip masuk untuk warga",
            Self::KeepProfile => "Simpan jam layanan dan data kantor",
            Self::OfferProduct => "Tambahkan produk untuk penjual",
            Self::LendBook => "Pinjamkan satu buku",
            Self::AnswerItem => "Jawab satu butir kepatuhan",
        }
    }

    pub const fn hint(self) -> &'static str {
        match self {
            Self::TakeCase => "Buka antrean, lalu tekan Ambil pada permohonan yang paling lama menunggu.",
            Self::CheckCase => "Cocokkan isian dan foto, lalu setujui, atau minta warga memperbaikinya dengan alasan.",
            Self::SignLetter => "Baca surat yang menunggu, lalu tanda tangani. Di kantor Anda dengan kode dari aplikasi di HP.",
            Self::PrintSlip => "Ketik nomor HP warga yang berdiri di loket, lalu berikan slipnya.",
            Self::KeepProfile => "Periksa jam layanan, alamat, dan pejabat, lalu simpan.",
            Self::OfferProduct => "Buka toko seorang penjual yang datang ke kantor, lalu isi produknya.",
            Self::LendBook => "Pindai atau ketik kode buku dan kartu pembaca, lalu pinjamkan.",
            Self::AnswerItem => "Buka satu butir dan simpan jawabannya. Hanya bila periode penilaian sedang dibuka.",
        }
    }

    /// Where it is done.
    pub const fn page(self) -> &'static str {
        match self {
            Self::TakeCase | Self::CheckCase => "/kantor/permohonan",
            Self::SignLetter => "/kantor/tanda-tangan",
            Self::PrintSlip => "/kantor/slip",
            Self::KeepProfile => "/kantor/pengaturan",
            Self::OfferProduct => "/kantor/produk",
            Self::LendBook => "/kantor/pustaka",
            Self::AnswerItem => "/kantor/kepatuhan",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_the_course_asks_and_nothing_else() {
        let asked: Vec<ActName> = Task::ALL.iter().flat_map(|task| task.acts()).copied().collect();
        for act in ActName::ALL {
            assert_eq!(act.is_taught(), asked.contains(act), "{act:?}");
        }
    }

    #[test]
    fn every_task_is_somebodys_and_whoever_works_at_no_office_has_none() {
        let of = |role| Task::of(role).collect::<Vec<_>>();
        let offices = [Role::Operator, Role::Verifier, Role::Head];
        for task in Task::ALL {
            assert!(offices.into_iter().any(|role| of(role).contains(&task)), "{task:?}");
        }
        assert_eq!(offices.map(|role| of(role).len()), [6, 7, 3]);
        for role in Role::ALL.into_iter().filter(|role| !offices.contains(role)) {
            assert_eq!(of(role), [], "{role:?}");
        }
    }
}

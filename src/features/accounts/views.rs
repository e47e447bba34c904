//! What the screens are given: nothing secret but the codes that are meant for the eyes in front of them.

use serde::{Deserialize, Serialize};

use crate::domain::{EnrolmentId, IdemKey, MembershipId};
use crate::ui::{CountView, Frame, QrView};

/// `/masuk`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInView {
    /// Codes of the ways a code can take here, the best first.
    pub channels: Vec<String>,
    /// Why the last session of this browser was ended, if it was.
    pub ended: Option<String>,
    /// Where to go afterwards.
    pub next: String,
}

/// `/masuk/periksa`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeView {
    /// Masked.
    pub phone: String,
    pub channel: String,
    /// The code itself: in a demonstration alone.
    pub shown: Option<String>,
    pub next: String,
}

/// `/masuk/petugas`, `/masuk/aktivasi`, `/masuk/sandi`, `/masuk/kode`: only where to go afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorView {
    /// Why the last session of this browser was ended, if it was.
    pub ended: Option<String>,
    pub next: String,
}

/// `/masuk/topi`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HatsView {
    pub hats: Vec<HatView>,
    pub next: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HatView {
    /// The membership; empty for "as myself".
    pub id: String,
    pub role: String,
    pub unit: String,
    pub worn: bool,
}

/// `/masuk/aktivasi/pasang`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentView {
    pub name: String,
    pub staff_name: String,
    /// The new second factor; `None` when the old one stays.
    pub factor: Option<FactorView>,
}

/// A secret to be typed or scanned into an app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorView {
    pub secret: String,
    pub qr: QrView,
}

/// `/akun`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileView {
    pub name: String,
    /// Masked.
    pub phone: String,
    pub language: String,
    pub has_password: bool,
    /// Works for an office: password and factor are set up with a code.
    pub staff: bool,
    pub sessions: Vec<SessionView>,
    pub key: IdemKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    pub own: bool,
    pub device: String,
    pub since: String,
    pub last: String,
}

/// `/akun/nama`, `/akun/sandi`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFormView {
    pub name: String,
    pub has_password: bool,
    /// Works for an office: the password is changed with a one-time code.
    pub staff: bool,
    pub next: String,
    pub key: IdemKey,
}

/// `/akun/siapa-melihat`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchersView {
    pub rows: Vec<WatcherView>,
    /// From where the next page goes on.
    pub after: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatcherView {
    pub who: String,
    pub unit: String,
    /// Code of the purpose.
    pub purpose: String,
    /// To the minute.
    pub when: String,
    /// How often within that minute.
    pub times: u32,
}

/// `/kantor/slip`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipFormView {
    pub frame: Frame,
    pub key: IdemKey,
}

/// `/kantor/slip/{id}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipView {
    pub frame: Frame,
    /// In groups of four.
    pub code: String,
    pub until: String,
}

/// `/kantor/pegawai`, `/bpm/kantor/{slug}`; the slug of a kecamatan is `kec-licin`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffView {
    pub frame: Frame,
    pub office: String,
    pub slug: String,
    pub people: Vec<StaffRow>,
    /// Codes of the roles that can be given here.
    pub roles: Vec<String>,
    /// The second factor was shown in the last minutes.
    pub may_change: bool,
    /// Whether the office is in the pilot; for the administrator, who may change it.
    pub pilot: Option<bool>,
    pub key: IdemKey,
    pub pilot_key: IdemKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRow {
    pub right: MembershipId,
    pub name: String,
    pub staff_name: String,
    pub role: String,
    /// Has set up password and second factor.
    pub enrolled: bool,
    pub since: String,
    /// May be dismissed and given a code by who is looking.
    pub can_change: bool,
    /// For the three buttons of the row: each is a wish of its own.
    pub keys: [IdemKey; 3],
}

/// `/kantor/pegawai/kode/{id}`: a code to be handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOverView {
    pub frame: Frame,
    pub id: EnrolmentId,
    pub name: String,
    pub staff_name: String,
    /// In groups of four.
    pub code: String,
    pub back: String,
    /// For the camat of a kecamatan, and for nobody of an office.
    pub camat: bool,
}

/// `/bpm/kantor`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficesView {
    pub frame: Frame,
    /// How much waits in what the regency does with its offices.
    pub counts: Vec<CountView>,
    pub groups: Vec<OfficeGroup>,
    /// How many are in the pilot now, and how many the programme began with.
    pub pilot: (u32, u32),
}

/// The offices of a kecamatan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeGroup {
    pub name: String,
    pub offices: Vec<OfficeRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeRow {
    pub name: String,
    pub slug: String,
    pub pilot: bool,
}

/// `/bpm/kecamatan`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KecamatanView {
    pub frame: Frame,
    pub rows: Vec<KecamatanRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KecamatanRow {
    /// "Licin"
    pub name: String,
    pub slug: String,
    /// Who heads it; empty while nobody was appointed.
    pub camat: String,
}

//! From measures to what an office and the regency are shown.

use std::collections::BTreeMap;

use super::drawn::{EffectFigure, effect};
use super::{EffectView, Group, Measured};
use crate::access::{Actor, Refusal};
use crate::domain::{Lang, TrainingId};
use crate::features::catalogue::office::Desk;
use crate::features::catalogue::store;
use crate::features::training::{Topic, store as trainings};
use crate::server::db::{Db, PublicScope, RegencyScope};

/// `/kantor/produk/dampak`: every training of the office, and every topic.
///
/// # Errors
/// `Forbidden` for who does not act for an office; `Busy` or `Internal` of the database.
pub async fn desk() -> Result<EffectView, Refusal> {
    let desk = Desk::asked()?;
    let measured = store::measured_here(&desk.scope().await?).await?;
    let drawn = of_office(desk.db(), &measured).await?;
    Ok(EffectView { frame: desk.frame(), drawn })
}

async fn of_office(db: &Db, measured: &[Measured]) -> Result<String, Refusal> {
    let mut of_training: BTreeMap<u128, Vec<&Measured>> = BTreeMap::new();
    for one in measured {
        of_training.entry(one.training.as_u128()).or_default().push(one);
    }
    let ids: Vec<TrainingId> = of_training.keys().map(|id| TrainingId::from_u128(*id)).collect();
    let notices = trainings::notices(&PublicScope::open(db).await?, &ids).await?;
    // Identities are in the order of time: the newest training first.
    let groups = of_training.into_iter().rev().filter_map(|(id, all)| {
        let notice = notices.iter().find(|notice| notice.id.as_u128() == id)?;
        Group::of([&notice.told.title, ", ", &notice.told.sessions.first_day().in_words(Lang::Id)].concat(), all)
    });
    let waiting = measured.iter().filter(|one| one.after.is_none()).count();
    let note = match (measured.is_empty(), waiting) {
        (true, _) => "Belum ada yang diukur. Pengukuran pertama terjadi pada hari sesi pertama sebuah pelatihan, bila pesertanya punya \
                      toko yang tampil di sini."
            .to_owned(),
        (false, 0) => String::new(),
        (false, _) => {
            format!("{waiting} toko baru diukur sekali: 30 harinya belum lewat, tokonya tidak tampil lagi, atau penjualnya tidak hadir.")
        }
    };
    let by_training = EffectFigure { title: "Per pelatihan", what: "Pelatihan", groups: groups.collect(), note };
    let by_topic = EffectFigure { title: "Per topik", what: "Topik", groups: by_topic(measured), note: String::new() };
    let topics = if by_topic.groups.is_empty() { None } else { Some(by_topic) };
    Ok(effect([Some(by_training), topics].into_iter().flatten().collect()))
}

/// The part of `/bpm/pasar`: topics over all offices, and no training, because who knows the topic and all trainings but
/// one knows that one.
///
/// # Errors
/// `Forbidden` for who acts for less than a kecamatan; `Busy` or `Internal` of the database.
pub async fn regency(db: &Db, actor: &Actor) -> Result<String, Refusal> {
    let measured = store::measured_everywhere(&RegencyScope::open(db, actor).await?).await?;
    let (shown, few): (Vec<Group>, Vec<Group>) = by_topic(&measured).into_iter().partition(|group| group.shops >= Group::SEVERAL);
    let note = match (shown.is_empty(), few.len()) {
        (true, 0) => "Belum ada toko yang diukur dua kali.".to_owned(),
        (false, 0) => String::new(),
        (_, count) => format!("{count} topik lain diukur pada kurang dari {} toko, jadi tidak ditampilkan.", Group::SEVERAL),
    };
    let title = "Dampak pelatihan per topik, seluruh kabupaten";
    Ok(effect(vec![EffectFigure { title, what: "Topik", groups: shown, note }]))
}

fn by_topic(measured: &[Measured]) -> Vec<Group> {
    let of = |topic: &Topic| Group::of(topic.words(Lang::Id), measured.iter().filter(|one| one.topic == *topic));
    Topic::ALL.iter().filter_map(of).collect()
}

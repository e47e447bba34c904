use serde::{Deserialize, Serialize};

/// What stands beside an item: a closed list, so that nothing can be named that nobody has drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemIcon {
    /// Of an item for which none was chosen.
    #[serde(rename = "")]
    Common,
    Wifi,
    Books,
    Fence,
    Friends,
    HorseToy,
    Trees,
    Shield,
    ClipboardText,
    BabyBottle,
    Lamp,
    Wheelchair,
    DeviceLaptop,
    Mailbox,
    Users,
    UserPlus,
    CalendarEvent,
    Clock,
    Car,
    Shop,
    School,
    Certificate,
    ShieldCheck,
    Settings,
    World,
    Phone,
    Message,
    MapPin,
    Building,
    Key,
    Camera,
}

impl ItemIcon {
    /// Its code in a form, its name in a sprite, and what an administrator calls it. The thirteen were drawn for the
    /// items of the version with which the system comes.
    pub const ALL: [(&str, Self, &str, &str); 31] = [
        ("umum", Self::Common, "clipboard-check", "Papan periksa (umum)"),
        ("wifi", Self::Wifi, "item-1", "Wi-Fi"),
        ("books", Self::Books, "item-2", "Buku"),
        ("fence", Self::Fence, "item-3", "Pagar"),
        ("friends", Self::Friends, "item-4", "Orang berkumpul"),
        ("horse-toy", Self::HorseToy, "item-5", "Mainan anak"),
        ("trees", Self::Trees, "item-6", "Pohon"),
        ("shield", Self::Shield, "item-7", "Perisai"),
        ("clipboard-text", Self::ClipboardText, "item-8", "Papan tulis"),
        ("baby-bottle", Self::BabyBottle, "item-9", "Botol bayi"),
        ("lamp", Self::Lamp, "item-10", "Lampu"),
        ("wheelchair", Self::Wheelchair, "item-11", "Kursi roda"),
        ("device-laptop", Self::DeviceLaptop, "item-12", "Komputer"),
        ("mailbox", Self::Mailbox, "item-13", "Kotak surat"),
        ("users", Self::Users, "users", "Kelompok orang"),
        ("user-plus", Self::UserPlus, "user-plus", "Orang baru"),
        ("calendar-event", Self::CalendarEvent, "calendar-event", "Kalender"),
        ("clock", Self::Clock, "clock", "Jam"),
        ("car", Self::Car, "car", "Mobil"),
        ("shop", Self::Shop, "shop", "Toko"),
        ("school", Self::School, "school", "Pendidikan"),
        ("certificate", Self::Certificate, "certificate", "Sertifikat"),
        ("shield-check", Self::ShieldCheck, "shield-check", "Perisai bercentang"),
        ("settings", Self::Settings, "settings", "Roda gigi"),
        ("world", Self::World, "world", "Bola dunia"),
        ("phone", Self::Phone, "phone", "Telepon"),
        ("message", Self::Message, "message", "Pesan"),
        ("map-pin", Self::MapPin, "map-pin", "Penanda peta"),
        ("building", Self::Building, "building", "Gedung"),
        ("key", Self::Key, "key", "Kunci"),
        ("camera", Self::Camera, "camera", "Kamera"),
    ];

    /// Its name in a sprite.
    pub fn drawn_as(self) -> &'static str {
        Self::ALL.iter().find(|(_, known, ..)| *known == self).map_or("clipboard-check", |(_, _, drawing, _)| *drawing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::compliance::Instrument;

    #[test]
    fn every_icon_is_listed_once_and_drawn() {
        let sprites = [include_str!("../../../public/ikon.svg"), include_str!("../../../public/ikon-lain.svg")].concat();
        for (at, (code, icon, drawing, label)) in ItemIcon::ALL.iter().enumerate() {
            assert!(sprites.contains(&format!("id=\"{drawing}\"")), "nobody drew {drawing}");
            assert_eq!(icon.drawn_as(), *drawing);
            for (other_code, other, _, other_label) in &ItemIcon::ALL[..at] {
                assert!(code != other_code && icon != other && label != other_label, "{code} is listed twice");
            }
        }
    }

    #[test]
    fn what_was_kept_before_there_was_a_choice_is_read() {
        assert_eq!(serde_json::from_str::<ItemIcon>("\"\"").ok(), Some(ItemIcon::Common));
        assert!(serde_json::from_str::<ItemIcon>("\"istana\"").is_err());
        let drawn: Vec<&str> = Instrument::seeded().asked().map(|item| item.icon.drawn_as()).collect();
        assert_eq!((drawn[0], drawn[12]), ("item-1", "item-13"));
        for (code, icon, ..) in ItemIcon::ALL.into_iter().skip(1) {
            assert_eq!(serde_json::to_string(&icon).ok(), Some(format!("\"{code}\"")), "a form and a row call it the same");
        }
    }
}

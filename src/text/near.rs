/// Of the button that asks where the visitor is.
pub struct NearWords {
    pub nearest: &'static str,
    pub unknown: &'static str,
}

pub const ID: NearWords =
    NearWords { nearest: "Terdekat dari saya", unknown: "Lokasi tidak diketahui. Izinkan lokasi untuk situs ini, lalu tekan lagi." };

pub const EN: NearWords =
    NearWords { nearest: "Nearest to me", unknown: "Your location is not known. Allow it for this site, then press again." };

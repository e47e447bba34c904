//! What trainings are about, and for whom they are.

use crate::domain::choices;

choices! {
    /// Topics that offices of the programme have held (domain 7), in its words.
    Topic {
        OnlineMarketing "pemasaran-daring" "Pemasaran daring" "Online marketing"
        ProductPhotos "foto-produk" "Foto produk" "Product photos"
        VillageSite "situs-desa" "Pengelolaan situs desa" "Keeping a village site"
        Budgeting "e-budgeting" "E-budgeting desa" "Village e-budgeting"
        Computers "komputer" "Komputer" "Computers"
        Languages "bahasa" "Bahasa" "Languages"
        Sewing "menjahit" "Menjahit" "Sewing"
        Cooking "boga" "Boga" "Cooking"
        Crafts "kerajinan" "Batik dan kerajinan" "Batik and crafts"
        Farming "pertanian" "Pertanian dan perikanan" "Farming and fishery"
        Disasters "kebencanaan" "Kebencanaan" "Disasters"
        Health "kesehatan" "Kesehatan keluarga" "Family health"
        Religion "keagamaan" "Keagamaan" "Religion"
        Other "lainnya" "Lainnya" "Other"
    }
    /// For whom a training is meant. Whoever is not may enrol all the same: it says for whom it is made.
    Audience {
        Officials "aparat" "Aparat desa dan kelurahan" "Village officials"
        Businesses "umkm" "Pelaku UMKM" "Small businesses"
        Residents "warga" "Warga umum" "Residents"
        Youth "pemuda" "Pemuda" "Young people"
    }
}

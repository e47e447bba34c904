//! A form that somebody has filled in.

use smart_kampung::domain::Day;
use smart_kampung::forms::Answers;

/// Every answer that a business certificate asks for.
pub fn answers() -> Answers {
    let mut answers = Answers::from_form(concat!(
        "nik=3510164506900001&no_kk=3510160101100001&nama=Siti+Aminah&tempat_lahir=Banyuwangi&jenis_kelamin=2&agama=1&status_kawin=2",
        "&kewarganegaraan=1&pendidikan=5&pekerjaan=84&alamat=Jalan+Kawah+Ijen+7&rt=2&rw=1&dusun=Krajan&wilayah.desa=3510242008",
        "&nama_usaha=Dapur+Bu+Siti&jenis_usaha=Camilan&alamat_usaha=Jalan+Kawah+Ijen+7&mulai_tahun=2017&keperluan=permohonan+kredit",
        "&ktp=018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70&kk=018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f71&foto_usaha=018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f72"
    ))
    .expect("answers");
    answers.put_day("tanggal_lahir", Day::new(1990, 6, 5).expect("a day"));
    answers
}

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Answers, Problems};

/// Whatever a form sent besides the named arguments of its server function, in no certain order:
/// `#[server(flatten)] posted: Posted`.
#[derive(Clone, Default)]
pub struct Posted(Vec<(String, String)>);

impl Posted {
    /// # Errors
    /// As [`Answers::from_pairs`].
    pub fn answers(self) -> Result<Answers, Problems> {
        Answers::from_pairs(self.0)
    }
}

/// Names only: it is what people typed.
impl fmt::Debug for Posted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

impl Serialize for Posted {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de> Deserialize<'de> for Posted {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Posted;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("names and texts")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Posted, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Posted(pairs))
            }
        }

        from.deserialize_map(Pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Arguments {
        #[serde(rename = "_id")]
        id: String,
        #[serde(flatten)]
        posted: Posted,
    }

    #[test]
    fn what_no_argument_takes_is_kept_as_typed() {
        let body = "nama=Siti+%26+Budi&_id=7&wilayah.desa=3510&_di=%2Fx&anggota.0.nik=1";
        let Arguments { id, posted } = serde_qs::from_str(body).expect("arguments");
        let answers = posted.answers().expect("answers");
        let mut all: Vec<_> = answers.iter().collect();
        all.sort_unstable();
        assert_eq!((id.as_str(), all), ("7", vec![("anggota.0.nik", "1"), ("nama", "Siti & Budi"), ("wilayah.desa", "3510")]));
    }
}

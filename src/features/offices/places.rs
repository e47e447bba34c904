//! The published list of provinces and regencies, embedded. Source: cahyadsn/wilayah at b7ad440
//! (Kepmendagri 300.2.2-2430/2025, MIT). Below the regency, outside Banyuwangi, places are free text.

const REGIONS: &str = include_str!("data/regions.csv");

/// Code (`35`) and name of the 38 provinces.
pub fn provinces() -> impl Iterator<Item = (&'static str, &'static str)> {
    regions("province")
}

/// Code (`35.10`) and name of the 514 regencies and cities; the province is the code's first part.
pub fn regencies() -> impl Iterator<Item = (&'static str, &'static str)> {
    regions("regency")
}

fn regions(level: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    REGIONS.lines().skip(1).filter_map(move |line| {
        let (code, rest) = line.split_once(',')?;
        let (found, name) = rest.split_once(',')?;
        (found == level).then_some((code, name))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_regency_lies_in_a_province() {
        let provinces: HashSet<_> = provinces().map(|(code, _)| code).collect();
        assert_eq!((provinces.len(), regencies().count()), (38, 514));
        assert!(regencies().all(|(code, _)| provinces.contains(&code[..2])));
    }
}

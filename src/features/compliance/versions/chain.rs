//! Which item of one version is which of another: through the maps of all versions between them, back to the one
//! from which both come, and forward again.

use super::known::{Known, known};

/// The item of version `to` that item `item` of version `from` carries on, or is carried on by. `None` where the
/// chain breaks: an item that was new, or dropped, on the way.
pub fn carried(from: &str, item: &str, to: &str) -> Option<String> {
    carried_by(&known, from, item, to)
}

fn carried_by(known: &dyn Fn(&str) -> Option<&'static Known>, from: &str, item: &str, to: &str) -> Option<String> {
    let (here, there) = (line(known, from), line(known, to));
    let common = here.iter().find(|code| there.contains(code))?;
    let root = back(known, from, item, common)?;
    // No two items carry the same one on, so at most one comes back to it.
    let items = &known(to)?.instrument.items;
    items.iter().map(|item| item.code.clone()).find(|code| back(known, to, code, common).as_deref() == Some(root.as_str()))
}

/// A version and those from which it was made, the newest first.
fn line(known: &dyn Fn(&str) -> Option<&'static Known>, code: &str) -> Vec<String> {
    let mut line = vec![code.to_owned()];
    while let Some(base) = line.last().and_then(|code| known(code)).and_then(|known| known.base.clone()) {
        line.push(base);
    }
    line
}

/// What an item was in an older version of its line.
fn back(known: &dyn Fn(&str) -> Option<&'static Known>, from: &str, item: &str, to: &str) -> Option<String> {
    let (mut code, mut item) = (from.to_owned(), item.to_owned());
    while code != to {
        let version = known(&code)?;
        item = version.carries.get(&item)?.clone();
        code = version.base.clone()?;
    }
    Some(item)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::compliance::Instrument;
    use crate::features::compliance::versions::Carries;

    fn version(code: &str, base: Option<&str>, carries: &[(&str, &str)]) -> &'static Known {
        let mut instrument = Instrument { code: code.into(), ..Instrument::seeded().clone() };
        if base.is_some() {
            let item = instrument.items[0].clone();
            instrument.items = carries
                .iter()
                .map(|(code, _)| (*code).to_owned())
                .map(|code| crate::features::compliance::Item { code, ..item.clone() })
                .collect();
        }
        let carries: Carries =
            carries.iter().filter(|(_, from)| !from.is_empty()).map(|(item, from)| ((*item).into(), (*from).into())).collect();
        Box::leak(Box::new(Known { instrument, base: base.map(str::to_owned), carries }))
    }

    /// 2016 -> 2027 -> 2029, and 2016 -> 2028 beside it.
    fn all(code: &str) -> Option<&'static Known> {
        Some(match code {
            "2016" => version("2016", None, &[]),
            "2027" => version("2027", Some("2016"), &[("internet", "wifi"), ("toilet", "toilet"), ("air", "")]),
            "2028" => version("2028", Some("2016"), &[("jaringan", "wifi"), ("toilet", "")]),
            "2029" => version("2029", Some("2027"), &[("sinyal", "internet"), ("air", "air")]),
            _ => return None,
        })
    }

    #[test]
    fn an_item_is_followed_through_every_map_between_two_versions() {
        let found = |from, item, to| carried_by(&all, from, item, to);
        assert_eq!(found("2029", "sinyal", "2016").as_deref(), Some("wifi"), "renamed twice");
        assert_eq!(found("2016", "wifi", "2029").as_deref(), Some("sinyal"), "and back");
        assert_eq!(found("2029", "air", "2027").as_deref(), Some("air"));
        assert_eq!(found("2029", "air", "2016"), None, "it was new in between");
        assert_eq!(found("2016", "toilet", "2029"), None, "it was dropped");
        assert_eq!(found("2029", "sinyal", "2028").as_deref(), Some("jaringan"), "over the version both come from");
        assert_eq!(found("2028", "toilet", "2027"), None, "the same name, and said to be another item");
        assert_eq!(found("2027", "toilet", "2027").as_deref(), Some("toilet"));
        assert_eq!(found("2027", "toilet", "1999"), None);
    }
}

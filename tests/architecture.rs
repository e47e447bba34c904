//! The rules of the house, as data, held against the sources: what the compiler cannot see in one
//! crate. `docs/architecture.md` says why; a rule that is in the way is changed there and here.

mod rules;
mod sources;

use rules::{CRATES, FEATURE_LAYERS, ONLY_HERE, PURE_FILES, ROOMS};
use sources::all;

/// Longest file, in lines.
const LONGEST: usize = 400;

#[test]
fn no_file_is_longer_than_a_person_reads_at_once() {
    let long: Vec<_> = all().into_iter().filter(|source| source.lines > LONGEST).map(|source| (source.path, source.lines)).collect();
    assert!(long.is_empty(), "split by idea: {long:?}");
}

#[test]
fn a_barrel_holds_exports_and_no_code() {
    let code =
        ["fn ", "pub fn ", "async fn ", "pub async fn ", "struct ", "pub struct ", "enum ", "pub enum ", "impl", "trait ", "pub trait "];
    for source in all().into_iter().filter(|source| source.path.ends_with("/mod.rs")) {
        let found = source.code.lines().find(|line| code.iter().any(|start| line.starts_with(start)));
        assert!(found.is_none(), "{}: {}", source.path, found.unwrap_or_default());
    }
}

#[test]
fn which_side_code_is_for_is_decided_at_the_front_doors_only() {
    for source in all() {
        let door = source.path.ends_with("/mod.rs") || ["src/lib.rs", "src/main.rs"].contains(&source.path.as_str());
        let found = source.code.lines().find(|line| line.contains("cfg(") && line.contains("feature ="));
        assert!(door || found.is_none(), "{}: {}", source.path, found.unwrap_or_default());
    }
}

#[test]
fn every_room_uses_only_the_rooms_below_it() {
    for source in all() {
        let Some((room, below)) = ROOMS.iter().find(|(room, _)| source.path.starts_with(room)) else {
            panic!("{}: no rule says what this room may use", source.path);
        };
        for used in source.paths_after("crate::") {
            assert!(below.contains(&used.as_str()), "{}: {room} may not use crate::{used}", source.path);
        }
    }
}

#[test]
fn features_use_features_below_them_and_only_through_their_front_door() {
    let layer = |feature: &str| FEATURE_LAYERS.iter().position(|layer| layer.contains(&feature));
    for source in all() {
        let Some(own) = source.path.strip_prefix("src/features/").and_then(|rest| rest.split_once('/')).map(|(own, _)| own) else {
            continue;
        };
        let here = layer(own).unwrap_or_else(|| panic!("the feature {own} has no layer"));
        for used in source.paths_after("crate::features::").into_iter().filter(|used| used != own) {
            let below = layer(&used).is_some_and(|layer| layer < here);
            assert!(below, "{}: {own} may not use {used}", source.path);
            let inside = source.paths_after(&format!("crate::features::{used}::"));
            let back_door = inside.iter().find(|name| name.starts_with(char::is_lowercase) && source.has(&format!("{used}::{name}::")));
            assert!(back_door.is_none(), "{}: {used} exports what others may see; {back_door:?} is not its front door", source.path);
        }
    }
}

#[test]
fn models_views_policies_and_pages_know_no_server() {
    let outside = ["crate::server", "sea_orm", "axum::", "tokio::", "jiff::Timestamp"];
    for source in all().into_iter().filter(|source| source.path.starts_with("src/features/")) {
        if PURE_FILES.iter().any(|name| source.path.contains(name)) {
            let found = outside.iter().find(|word| source.has(word));
            assert!(found.is_none(), "{} may not know {found:?}", source.path);
        }
    }
}

#[test]
fn every_library_is_used_in_its_rooms_only() {
    for source in all() {
        for (library, rooms) in CRATES {
            let used = source.has(&format!("{library}::")) || source.has(&format!("use {library};"));
            let home = rooms.iter().any(|room| matches(room, &source.path));
            assert!(!used || home, "{}: {library} belongs to {rooms:?}", source.path);
        }
    }
}

#[test]
fn dangerous_things_have_their_one_place() {
    for source in all() {
        for rule in ONLY_HERE {
            let home = rule.rooms.iter().any(|room| matches(room, &source.path));
            assert!(home || !source.has(rule.word), "{}: {} ({})", source.path, rule.word, rule.why);
        }
    }
}

#[test]
fn the_rules_have_something_to_look_at() {
    let sources = all();
    assert!(sources.len() > 100, "only {} files", sources.len());
    assert!(sources.iter().any(|source| source.path == "src/server/act.rs" && source.lines > 50));
}

/// `src/features/*/store.rs`: one star stands for one part of a path; a rule ending in `/` means all
/// below.
fn matches(rule: &str, path: &str) -> bool {
    let (mut rule_parts, mut path_parts) = (rule.split('/'), path.split('/'));
    loop {
        match (rule_parts.next(), path_parts.next()) {
            (Some(""), Some(_)) | (None, None) => return true,
            (Some("*"), Some(_)) => {}
            (Some(rule), Some(path)) if rule == path => {}
            _ => return false,
        }
    }
}

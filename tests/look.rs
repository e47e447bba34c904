//! What pages name must exist: classes in the stylesheet, icons in the sprites.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use smart_kampung::server::http::router;
use tower::ServiceExt;

use crate::support;

/// What frames will have (a menu), and what only says where a thing is shown.
const NOT_DRAWN: &[&str] = &["menu", "only-print", "no-print"];

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every source file below `src/`.
fn sources() -> Vec<String> {
    fn walk(folder: &Path, into: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("a folder of the source").flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, into);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                into.push(fs::read_to_string(&path).expect("a source file"));
            }
        }
    }
    let mut all = Vec::new();
    walk(&root("src"), &mut all);
    all
}

/// The text between `before` and the next quote, wherever it occurs.
fn quoted<'a>(source: &'a str, before: &str) -> impl Iterator<Item = &'a str> {
    source.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}

#[test]
fn every_class_has_its_style() {
    let folder = root("target/site/pkg");
    let css = fs::read_dir(folder).expect("a built site: run ./dev test").flatten().map(|entry| entry.path());
    let css: String = css
        .filter(|path| path.extension().is_some_and(|ending| ending == "css"))
        .map(|path| fs::read_to_string(path).expect("CSS"))
        .collect();
    let named: BTreeSet<String> =
        sources().iter().flat_map(|source| quoted(source, "class=\"").map(str::to_owned).collect::<Vec<_>>()).collect();
    let classes: BTreeSet<&str> = named.iter().flat_map(|list| list.split_whitespace()).collect();
    let written = |class: &&str| css.contains(&format!(".{}", class.replace(':', "\\:")));
    let missing: Vec<_> = classes.into_iter().filter(|class| !written(class)).collect();
    assert!(missing.is_empty(), "classes without a style: {missing:?}");
}

#[tokio::test]
async fn every_class_of_the_look_stands_in_the_gallery() {
    let engine = support::engine_of(&["--demo"]).await;
    let mut shown = BTreeSet::new();
    for path in ["/galeri", "/galeri/warga", "/galeri/kantor"] {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let answer = router(&engine).oneshot(request).await.expect("an answer");
        let html = answer.into_body().collect().await.expect("a whole body").to_bytes();
        let html = String::from_utf8_lossy(&html).into_owned();
        shown.extend(quoted(&html, "class=\"").flat_map(str::split_whitespace).map(str::to_owned));
    }
    let parts = fs::read_dir(root("style/parts")).expect("the parts").flatten();
    let known: BTreeSet<String> = parts.flat_map(|part| classes(&fs::read_to_string(part.path()).expect("a part"))).collect();
    assert!(known.len() > 100, "only {} classes", known.len());
    let hidden: Vec<_> = known.iter().filter(|class| !shown.contains(*class) && !NOT_DRAWN.contains(&class.as_str())).collect();
    assert!(hidden.is_empty(), "show these in src/server/http/gallery: {hidden:?}");
}

/// Names of classes in the selectors of a stylesheet.
fn classes(css: &str) -> Vec<String> {
    let bare: String = css.split("/*").map(|piece| piece.split_once("*/").map_or(piece, |(_, rest)| rest)).collect();
    let selectors = bare.split('{').map(|piece| piece.rsplit(['}', ';']).next().unwrap_or_default());
    let names = selectors.flat_map(|selector| selector.split('.').skip(1).map(str::to_owned).collect::<Vec<_>>());
    let name = |text: String| text.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect::<String>();
    names.map(name).filter(|name| name.starts_with(|letter: char| letter.is_ascii_lowercase())).collect()
}

#[test]
fn every_icon_is_drawn_in_the_sprite_that_is_asked() {
    let ids = |file: &str| {
        quoted(&fs::read_to_string(root(file)).expect("a sprite"), "<symbol id=\"").map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let (first, rest) = (ids("public/ikon.svg"), ids("public/ikon-lain.svg"));
    let names = fs::read_to_string(root("src/ui/icon/first.rs")).expect("the names");
    let known: BTreeSet<String> =
        names.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\",").map(str::to_owned)).collect();
    assert_eq!(known, first, "run node scripts/icons.mjs");
    let used: BTreeSet<String> =
        sources().iter().flat_map(|source| quoted(source, "<Icon name=\"").map(str::to_owned).collect::<Vec<_>>()).collect();
    let missing: Vec<_> = used.iter().filter(|name| !first.contains(*name) && !rest.contains(*name)).collect();
    assert!(missing.is_empty(), "icons that nobody drew: {missing:?}");
}

#[test]
fn leptos_toml_says_what_cargo_toml_says() {
    let read = |path: &str| toml::from_str::<toml::Table>(&fs::read_to_string(root(path)).expect(path)).expect(path);
    let (cargo, own) = (read("Cargo.toml"), read("Leptos.toml"));
    let settings = |table: &toml::Table| table["package"]["metadata"]["leptos"].as_table().cloned().expect("the settings of leptos");
    let (cargo, own) = (settings(&cargo), settings(&own));
    for (name, value) in &own {
        assert_eq!(cargo.get(name), Some(value), "{name}");
    }
}

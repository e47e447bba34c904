use std::fs;
use std::path::Path;

/// One file of `src/`, as the rules see it: without comments and without its tests.
pub struct Source {
    pub path: String,
    /// Of the whole file.
    pub lines: usize,
    pub code: String,
}

impl Source {
    pub fn has(&self, word: &str) -> bool {
        self.code.contains(word)
    }

    /// The names that follow `start`: of `crate::db::Scope` after `crate::` it is `db`; of
    /// `crate::{access::Actor, domain}` they are both.
    pub fn paths_after(&self, start: &str) -> Vec<String> {
        let mut names = Vec::new();
        for (at, _) in self.code.match_indices(start) {
            let rest = &self.code[at + start.len()..];
            match rest.strip_prefix('{') {
                Some(group) => names.extend(top_level(group)),
                None => names.push(name(rest)),
            }
        }
        names.retain(|name| !name.is_empty());
        names
    }
}

/// All Rust files that are built into the program.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    collect(root, &root.join("src"), &mut sources);
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of sources").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            collect(root, &entry, sources);
        } else if entry.extension().is_some_and(|extension| extension == "rs") && !is_test(&entry) {
            let text = fs::read_to_string(&entry).expect("a source");
            let path = entry.strip_prefix(root).expect("inside").to_string_lossy().into_owned();
            sources.push(Source { path, lines: text.lines().count(), code: code(&text) });
        }
    }
}

/// Tests may use what they test.
fn is_test(path: &Path) -> bool {
    let path = path.to_string_lossy();
    path.ends_with("tests.rs") || path.contains("/tests/") || path.contains("/testing/") || path.ends_with("/testing.rs")
}

/// Without tests and without comments. A `//` inside of a text, as in an address, has
/// something other than a space before it.
fn code(text: &str) -> String {
    let (before, tests) = text.split_once("#[cfg(test)]\nmod tests {").unwrap_or((text, ""));
    // What comes after the tests, if somebody put it there, is code again.
    let after = tests.split_once("\n}\n").map_or("", |(_, after)| after);
    let uncommented = before.lines().chain(after.lines()).map(|line| {
        let comment = line.match_indices("//").map(|(at, _)| at).find(|at| line[..*at].ends_with(' ') || *at == 0);
        &line[..comment.unwrap_or(line.len())]
    });
    uncommented.fold(String::with_capacity(text.len()), |all, line| all + line + "\n")
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// First names of the parts of `a::B, c::{d, e}, f}`.
fn top_level(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut fresh) = (0_i32, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && !c.is_whitespace() => {
                names.push(name(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    names
}

//! All that a template can see: its own files by name, five faces, one date. Nothing is looked up
//! elsewhere, so a template that asks for `/etc/passwd`, a package or a plugin gets a typst error.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::fonts;

pub struct PageWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
    today: Datetime,
}

impl PageWorld {
    /// A world of these files. `None` when a name is no path or a template is not UTF-8.
    pub fn new(main: &str, files: impl IntoIterator<Item = (String, Vec<u8>)>, today: Datetime) -> Option<Self> {
        let (mut sources, mut bytes) = (HashMap::new(), HashMap::new());
        for (name, content) in files {
            let id = file_id(&name)?;
            if name.ends_with(".typ") {
                sources.insert(id, Source::new(id, String::from_utf8(content.clone()).ok()?));
            }
            bytes.insert(id, Bytes::new(content));
        }
        let fonts = fonts::all();
        Some(Self {
            library: LazyHash::new(library(false)),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: file_id(main)?,
            sources,
            files: bytes,
            today,
        })
    }

    /// The same world in which `sys.inputs.padat` is "ya": templates set their lines closer.
    pub fn set_tight(&mut self) {
        self.library = LazyHash::new(library(true));
    }
}

fn library(tight: bool) -> Library {
    let inputs: Dict = [("padat".into(), if tight { "ya" } else { "tidak" }.into_value())].into_iter().collect();
    Library::builder().with_inputs(inputs).build()
}

fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

impl World for PageWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        Some(self.today)
    }
}

//! Files of titles that everybody may read: who brings them, how many there may be, and when they are gone.

use super::helpers::{enter, turtle};
use crate::access::{Code, Refusal};
use crate::domain::{BlobId, OfficeCode, TitleId};
use crate::features::library::acts::{AddBookFile, RemoveBookFile};
use crate::features::library::{BookFile, Licence, may_add_file, must_be_a_book, public_book, store};
use crate::server::blobs::Stored;
use crate::server::db::PublicScope;
use crate::server::testing::{World, on_both_databases};

fn file(office: OfficeCode, title: TitleId, name: &str) -> AddBookFile {
    let file = Stored { office: office.number(), name: name.into(), media: BookFile::PDF, size_bytes: 340_000 };
    AddBookFile { office, title, file, licence: Licence::CcBySa, source: "Badan Bahasa".into() }
}

async fn read_by_all(world: &World, title: TitleId) -> Vec<(BlobId, Licence, u32)> {
    let scope = PublicScope::open(&world.db).await.expect("everybody");
    let all = store::public_files_of(&scope, title).await.expect("files");
    all.into_iter().map(|file| (file.id, file.licence, file.size_kb())).collect()
}

on_both_databases! {
    async fn only_the_library_that_entered_a_title_gives_files_of_it_and_no_more_than_three(world: World) {
        let (rini, sri, here, there) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari(), world.kampungbaru());
        let title = enter(&rini, here, turtle(), 1).await;
        for (who, office) in [(world.head("Hadi"), here), (sri.clone(), there), (sri.clone(), here), (world.resident("Siti"), here)] {
            assert!(who.does(file(office, title, "a")).await.is_err());
            assert!(may_add_file(&world.db, &who.actor, &title.to_string()).await.is_err());
        }
        let mut foreign = file(here, title, "a");
        foreign.file.office = there.number();
        assert_eq!(rini.does(foreign).await, Err(Refusal::NotFound), "a file of another office");
        let photo = Stored { media: "image/jpeg", ..file(here, title, "a").file };
        assert!(must_be_a_book(&photo).is_err(), "a photo of a page is no book");

        rini.does(file(here, title, "satu")).await.unwrap();
        rini.does(file(here, title, "dua")).await.unwrap();
        let (one, other) = tokio::join!(rini.does(file(here, title, "tiga")), rini.does(file(here, title, "empat")));
        let refused: Vec<Refusal> = [one, other].into_iter().filter_map(Result::err).collect();
        assert_eq!(refused, [Refusal::Conflict(Code::TooManyFiles)], "one of two at once");
        let full = may_add_file(&world.db, &rini.actor, &title.to_string()).await;
        assert_eq!(full, Ok((here, title)), "whether one is too many the act says, which knows a form that comes again");
        assert_eq!(read_by_all(&world, title).await.len(), BookFile::MOST);
    }

    async fn whoever_names_a_file_reads_it_until_it_is_removed(world: World) {
        let (rini, sri, here) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let id = rini.does(file(here, title, "satu")).await.unwrap();
        assert_eq!(read_by_all(&world, title).await, [(id, Licence::CcBySa, 333)]);
        assert_eq!(public_book(&world.db, &id.to_string()).await, Ok((here, "satu".to_owned())));
        assert_eq!(public_book(&world.db, "besok").await, Err(Refusal::NotFound));
        let remove = RemoveBookFile { office: here, file: id };
        let theirs = RemoveBookFile { office: world.kampungbaru(), file: id };
        assert_eq!(sri.does(theirs).await, Err(Refusal::Forbidden));
        assert_eq!(world.head("Hadi").does(remove.clone()).await, Err(Refusal::Forbidden));
        rini.does(remove.clone()).await.unwrap();
        assert_eq!(rini.does(remove).await, Err(Refusal::NotFound));
        assert_eq!(public_book(&world.db, &id.to_string()).await, Err(Refusal::NotFound));
        assert!(!world.every_row().await.contains("satu"), "its bytes are named by nothing");
    }
}

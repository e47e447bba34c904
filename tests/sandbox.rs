//! Pictures from outside, with real child processes of the built program.

#[path = "support/pictures.rs"]
pub mod pictures;

use std::time::{Duration, Instant};

use pictures::*;
use smart_kampung::server::sandbox::{CleanPicture, Found, Landlock, Limits, PictureRefusal, Sandbox, ShownFormat, shown_file};

fn sandbox() -> Sandbox {
    Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"))
}

async fn clean(bytes: &[u8]) -> Result<CleanPicture, PictureRefusal> {
    sandbox().clean_picture(bytes, Limits::default()).await
}

#[tokio::test]
async fn sandbox_has_no_files_no_network() {
    let found = sandbox().inspect().await.expect("a child behind the fence");
    assert_eq!(found.escapes, [""; 0], "what a child could do");
    let mut names = found.environment.clone();
    names.sort();
    assert_eq!(names, ["MALLOC_ARENA_MAX", "RAYON_NUM_THREADS"], "nothing of our environment goes along");
    if found.landlock != Landlock::Absent {
        assert_eq!(found.opened_before, [""; 0], "Landlock alone keeps files shut");
        assert!(found.is_tight());
    }
}

#[tokio::test]
async fn every_bomb_is_refused_with_its_reason_in_a_moment() {
    // An honest picture first: what the first child ever costs is no bomb's doing.
    _ = clean(&jpeg_with_orientation(1)).await;
    let bombs = bombs();
    let before = resident_kib();
    let mut slowest = Duration::ZERO;
    for (name, bytes, expected) in bombs {
        let mut took = Duration::MAX;
        // The quickest of three: what else the machine does meanwhile is not the bomb's doing.
        for _ in 0..3 {
            let begun = Instant::now();
            assert_eq!(clean(&bytes).await, Err(expected.clone()), "{name}");
            took = took.min(begun.elapsed());
        }
        slowest = slowest.max(took);
        assert!(took < Duration::from_millis(300), "{name} took {took:?}");
    }
    println!("slowest {} ms, grew {} KiB", slowest.as_millis(), resident_kib().saturating_sub(before));
}

/// The other tests of this binary draw pictures in the same process, so the bombs run once more in a
/// process of their own.
#[test]
fn the_web_process_does_not_grow_by_refusing_bombs() {
    let test = std::env::current_exe().expect("this binary");
    let alone = ["--exact", "sandbox::every_bomb_is_refused_with_its_reason_in_a_moment", "--nocapture"];
    let output = std::process::Command::new(test).args(alone).output().expect("the test alone");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let grew = said.split("grew ").nth(1).and_then(|rest| rest.split(' ').next()).and_then(|kib| kib.parse::<u64>().ok());
    assert!(grew.is_some_and(|kib| kib < 8 << 10), "{said}");
}

#[tokio::test]
async fn text_in_a_png_is_never_unpacked() {
    for (name, bytes) in [("zTXt", png_with_text_bomb()), ("iCCP", png_with_profile_bomb())] {
        let mut took = Duration::MAX;
        let mut picture = Err(PictureRefusal::Busy);
        for _ in 0..3 {
            let begun = Instant::now();
            picture = clean(&bytes).await;
            took = took.min(begun.elapsed());
        }
        assert!(took < Duration::from_millis(300), "{name} took {took:?}");
        assert_eq!(picture.map(|picture| (picture.width, picture.height)), Ok((8, 8)), "{name}");
    }
}

#[tokio::test]
async fn a_picture_of_forty_megapixels_passes_in_every_format() {
    for (name, bytes) in forty_megapixels() {
        let begun = Instant::now();
        let picture = clean(&bytes).await.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        println!("{name}: {} KB in, {} KB out, {} ms", bytes.len() / 1000, picture.jpeg.len() / 1000, begun.elapsed().as_millis());
        assert_eq!((picture.width, picture.height), (1600, 1000), "{name}");
        assert!(picture.thumbnail.len() < 40_000, "{name}: {}", picture.thumbnail.len());
    }
}

#[tokio::test]
async fn a_photo_taken_on_its_side_comes_out_upright_and_says_nothing_of_where_it_was_taken() {
    let sideways = jpeg_with_orientation(6);
    let picture = clean(&sideways).await.expect("a picture");
    assert_eq!((picture.width, picture.height), (40, 60), "the file is 60 wide and 40 high");
    let upright = image::load_from_memory(&picture.jpeg).expect("a JPEG").into_rgb8();
    assert!(upright.get_pixel(35, 5).0[0] > 200, "the red corner was left above, it is right above now");
    for file in [&picture.jpeg, &picture.thumbnail] {
        for word in [&b"Exif"[..], b"GPS", b"ICC_PROFILE", b"http://ns.adobe.com", SECRET] {
            assert!(!file.windows(word.len()).any(|at| at == word), "{}", String::from_utf8_lossy(word));
        }
    }
}

#[tokio::test]
async fn who_looks_at_a_photo_is_written_across_all_of_it() {
    for (paper, is_ink) in [(image::Rgb([255; 3]), (|pixel| pixel < 230) as fn(u8) -> bool), (image::Rgb([20; 3]), |pixel| pixel > 50)] {
        let mut jpeg = Vec::new();
        image::codecs::jpeg::JpegEncoder::new(&mut jpeg).encode_image(&image::RgbImage::from_pixel(800, 600, paper)).expect("a JPEG");
        let marked = sandbox().mark_picture(&jpeg, "Rini Wulandari, Desa Tamansari, 27 November 2026 09.54").await.expect("a picture");
        let marked = image::load_from_memory(&marked).expect("a JPEG").into_luma8();
        assert_eq!(marked.dimensions(), (800, 600));
        for (left, top) in (0..4).flat_map(|column| (0..3).map(move |row| (column * 200, row * 200))) {
            let ink = (0..200 * 200).filter(|at| is_ink(marked.get_pixel(left + at % 200, top + at / 200).0[0])).count();
            assert!((200..20_000).contains(&ink), "{ink} pixels of ink at {left}, {top}");
        }
    }
    assert_eq!(sandbox().mark_picture(b"no picture", "x").await, Err(PictureRefusal::Broken));
}

#[tokio::test]
async fn of_two_files_in_one_only_the_pixels_are_left() {
    for (name, bytes) in
        [("archive", jpeg_then(b"PK\x03\x04")), ("web page", jpeg_then(b"<html><script>")), ("document", jpeg_then(b"%PDF-1.7"))]
    {
        let picture = clean(&bytes).await.expect(name);
        assert!(!picture.jpeg.windows(SECRET.len()).any(|at| at == SECRET), "{name}");
    }
    for (name, bytes, found) in [("PDF", pdf_then_jpeg(), Found::Pdf), ("GIF", gif_then_jpeg(), Found::Gif)] {
        assert_eq!(clean(&bytes).await, Err(PictureRefusal::NotAPicture(found)), "{name}");
    }
}

#[tokio::test]
async fn what_everybody_is_shown_comes_in_three_sizes_and_two_formats_and_says_nothing_more() {
    for (name, bytes, refusal) in bombs() {
        assert_eq!(sandbox().show_picture(&bytes).await, Err(refusal), "{name}");
    }
    let (_, large) = forty_megapixels().remove(0);
    for (bytes, sizes) in
        [(jpeg_with_orientation(6), [(40, 60); 3]), (large, [(320, 200), (640, 400), (1_280, 800)]), (transparent_png(), [(8, 8); 3])]
    {
        let shown = sandbox().show_picture(&bytes).await.expect("a picture");
        assert_eq!(shown.sizes, sizes);
        for (at, size) in sizes.into_iter().enumerate() {
            for format in ShownFormat::ALL {
                let file = shown_file(&shown.files, at, format).expect("a file");
                assert_eq!(infer::get(file).map(|kind| kind.mime_type()), Some(format.media()));
                assert_eq!(image::load_from_memory(file).map(|picture| (picture.width(), picture.height())).ok(), Some(size));
                for word in [&b"Exif"[..], b"EXIF", b"XMP ", b"ICCP", b"ICC_PROFILE", SECRET] {
                    assert!(!file.windows(word.len()).any(|at| at == word), "{}", String::from_utf8_lossy(word));
                }
            }
        }
        let weigh = |format| shown_file(&shown.files, 2, format).map_or(0, <[u8]>::len);
        println!("{} and {} bytes, {:?}", weigh(ShownFormat::Jpeg), weigh(ShownFormat::WebP), shown.colour);
        assert_eq!(shown_file(&shown.files, 3, ShownFormat::Jpeg), None);
    }
    let paper = sandbox().show_picture(&transparent_png()).await.expect("a picture");
    assert_eq!(paper.colour, [255; 3], "what is transparent becomes paper");
}

#[tokio::test]
async fn what_is_transparent_becomes_paper() {
    let picture = clean(&transparent_png()).await.expect("a picture");
    let picture = image::load_from_memory(&picture.jpeg).expect("a JPEG").into_rgb8();
    assert!(picture.get_pixel(4, 4).0.iter().all(|colour| *colour > 250));
}

#[tokio::test]
async fn a_picture_that_fits_the_pixels_but_not_the_memory_is_refused_as_too_heavy() {
    assert_eq!(clean(&deep_png(10_000, 4_000)).await, Err(PictureRefusal::TooHeavy));
}

#[tokio::test]
async fn without_a_program_to_start_the_refusal_says_so() {
    let nowhere = Sandbox::of("/nowhere/smart-kampung");
    assert_eq!(nowhere.clean_picture(&transparent_png(), Limits::default()).await, Err(PictureRefusal::Broken));
    assert_eq!(nowhere.inspect().await, None);
}

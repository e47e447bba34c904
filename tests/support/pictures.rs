//! Pictures as people and attackers send them, made here: no file of a stranger lies in the repository.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use smart_kampung::server::sandbox::{Found, PictureRefusal};

/// What must not be found again in anything that we wrote.
pub const SECRET: &[u8] = b"lat=-8.2192;lon=114.3691";

pub fn bombs() -> Vec<(&'static str, Vec<u8>, PictureRefusal)> {
    let large = |width, height| PictureRefusal::TooLarge { width, height };
    let foreign = PictureRefusal::NotAPicture;
    vec![
        ("a PNG of 41 bytes", png_of_41_bytes(), large(60_000, 60_000)),
        ("a JPEG of 30,000 by 30,000", jpeg_claiming(30_000, 30_000), large(30_000, 30_000)),
        ("a JPEG that is one line", jpeg_claiming(65_000, 1), large(65_000, 1)),
        ("a WebP of 16,383 by 16,383", webp_claiming(16_383, 16_383), large(16_383, 16_383)),
        ("a PNG whose pixels unpack to a gigabyte", png_with_pixel_bomb(), large(20_000, 16_000)),
        ("a JPEG cut off in its header", small_jpeg()[..200].to_vec(), PictureRefusal::Damaged),
        ("a PNG that is noise", [&b"\x89PNG\r\n\x1a\n"[..], &[7; 5000]].concat(), PictureRefusal::Damaged),
        ("a WebP that is noise", [&b"RIFF\xff\xff\xff\x7fWEBPVP8 "[..], &[7; 5000]].concat(), PictureRefusal::Damaged),
        ("a GIF", b"GIF89a\xff\xff\xff\xff\0\0\0;".to_vec(), foreign(Found::Gif)),
        (
            "an SVG that loads a file",
            b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>".to_vec(),
            foreign(Found::Svg),
        ),
        (
            "an SVG of a billion laughs",
            b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'ha'>]><svg>&a;</svg>".to_vec(),
            foreign(Found::Svg),
        ),
        ("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), foreign(Found::Pdf)),
        ("a photo of an iPhone", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), foreign(Found::Heic)),
        ("a web page", b"<!doctype html><script>alert(1)</script>".to_vec(), foreign(Found::Other)),
        ("nothing", Vec::new(), foreign(Found::Other)),
        ("13 MiB", vec![0xff; 13 << 20], PictureRefusal::TooManyBytes { most: 12 << 20 }),
    ]
}

// ---- JPEG ----

fn jpeg(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(picture).expect("a JPEG");
    bytes
}

/// 60 wide, 40 high, red in the corner left above.
pub fn small_jpeg() -> Vec<u8> {
    let red = |x: u32, y: u32| if x < 16 && y < 16 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 90]) };
    jpeg(&RgbImage::from_fn(60, 40, red), 90)
}

fn jpeg_claiming(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = small_jpeg();
    let frame = bytes.windows(2).position(|two| two == [0xff, 0xc0]).expect("a frame header");
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

/// With an Exif block that turns it and tells where it was taken, and a comment.
pub fn jpeg_with_orientation(orientation: u8) -> Vec<u8> {
    let tag = [&b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..], &[orientation, 0, 0, 0, 0, 0, 0], SECRET].concat();
    let segment = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).expect("a short segment").to_be_bytes();
        [&[0xff, marker][..], &length, content].concat()
    };
    let plain = small_jpeg();
    [&plain[..2], &segment(0xe1, &tag), &segment(0xfe, SECRET), &plain[2..]].concat()
}

pub fn jpeg_then(other: &[u8]) -> Vec<u8> {
    [&small_jpeg()[..], other, SECRET].concat()
}

pub fn pdf_then_jpeg() -> Vec<u8> {
    [&b"%PDF-1.7\n"[..], &small_jpeg()].concat()
}

pub fn gif_then_jpeg() -> Vec<u8> {
    [&b"GIF89a/*"[..], &small_jpeg()].concat()
}

// ---- PNG ----

fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut crc = 0xffff_ffff_u32;
    for byte in kind.iter().chain(content) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    let length = u32::try_from(content.len()).expect("a chunk").to_be_bytes();
    [&length[..], kind, content, &(!crc).to_be_bytes()].concat()
}

fn header(width: u32, height: u32) -> Vec<u8> {
    [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat()
}

fn png_of_41_bytes() -> Vec<u8> {
    let bytes = [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &header(60_000, 60_000)), b"\0\0\0\x08IDAT"].concat();
    assert_eq!(bytes.len(), 41);
    bytes
}

fn png(picture: &RgbaImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgba8).expect("a PNG");
    bytes
}

pub fn transparent_png() -> Vec<u8> {
    png(&RgbaImage::from_pixel(8, 8, Rgba([0, 0, 0, 0])))
}

fn with_chunk(extra: &[u8]) -> Vec<u8> {
    let plain = transparent_png();
    let after_header = 8 + 25;
    [&plain[..after_header], extra, &plain[after_header..]].concat()
}

/// The zlib stream of 300 MB of zeros, borrowed from the pixels of a PNG; packed to 300 KB.
fn packed_zeros() -> Vec<u8> {
    let zeros = vec![0; 100 << 20];
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::NoFilter);
    encoder.write_image(&zeros, 10_240, 10_240, ExtendedColorType::L8).expect("a PNG");
    let mut packed = Vec::new();
    let mut rest = &bytes[8..];
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        if &after[..4] == b"IDAT" {
            packed.extend_from_slice(&after[4..4 + length]);
        }
        rest = &after[4 + length + 4..];
    }
    packed
}

pub fn png_with_text_bomb() -> Vec<u8> {
    with_chunk(&chunk(b"zTXt", &[&b"Comment\0\0"[..], &packed_zeros()].concat()))
}

pub fn png_with_profile_bomb() -> Vec<u8> {
    with_chunk(&chunk(b"iCCP", &[&b"profile\0\0"[..], &packed_zeros()].concat()))
}

fn png_with_pixel_bomb() -> Vec<u8> {
    let pieces = [chunk(b"IHDR", &header(20_000, 16_000)), chunk(b"IDAT", &packed_zeros()), chunk(b"IEND", b"")];
    [b"\x89PNG\r\n\x1a\n".to_vec(), pieces.concat()].concat()
}

/// Eight bytes a pixel: the header promises less than forty megapixels, the memory is not there.
pub fn deep_png(width: u32, height: u32) -> Vec<u8> {
    let row = [0, 0].repeat(4 * width as usize);
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::NoFilter);
    encoder.write_image(&row.repeat(height as usize), width, height, ExtendedColorType::Rgba16).expect("a PNG");
    bytes
}

// ---- WebP ----

fn webp_claiming(width: u32, height: u32) -> Vec<u8> {
    let (w, h) = ((width - 1).to_le_bytes(), (height - 1).to_le_bytes());
    let extended = [&b"VP8X\x0a\0\0\0\0\0\0\0"[..], &w[..3], &h[..3]].concat();
    let bits = (width - 1) | (height - 1) << 14;
    let lossless = [&b"VP8L\x05\0\0\0\x2f"[..], &bits.to_le_bytes(), &[0]].concat();
    let size = u32::try_from(4 + extended.len() + lossless.len()).expect("small").to_le_bytes();
    [&b"RIFF"[..], &size, b"WEBP", &extended, &lossless].concat()
}

// ---- large and honest ----

/// 8,000 by 5,000: lines of print on shaded paper, put together from whole rows because a debug build
/// draws forty million single pixels for half a minute.
pub fn forty_megapixels() -> Vec<(&'static str, Vec<u8>)> {
    let (width, height) = (8_000, 5_000);
    let row = |printed: bool| -> Vec<u8> {
        let ink = |x: u32| if printed && x % 90 < 40 { 120 } else { 0 };
        (0..width).flat_map(|x| [210 + x / 200, 200 + x / 200, 180].map(|paper| (paper - ink(x)) as u8)).collect()
    };
    let line = [row(true).repeat(40), row(false).repeat(60)].concat();
    let picture = RgbImage::from_raw(width, height, line.repeat(height as usize / 100)).expect("a picture");
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Sub)
        .write_image(&picture, width, height, ExtendedColorType::Rgb8)
        .expect("a PNG");
    let mut webp = Vec::new();
    WebPEncoder::new_lossless(&mut webp).write_image(&picture, width, height, ExtendedColorType::Rgb8).expect("a WebP");
    vec![("JPEG", jpeg(&picture, 85)), ("PNG", png), ("WebP", webp)]
}

/// Memory that this process holds now.
pub fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("a Linux");
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.trim().split(' ').next()?.parse().ok())
        .expect("a size")
}

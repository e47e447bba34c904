use super::{receive, wrong_photo};
use crate::access::Refusal;
use crate::forms::ProblemCode;
use crate::server::blobs::{Blobs, Stored};
use crate::server::sandbox::{Found, Sandbox, picture_kind};

const PDF: &str = "application/pdf";
/// A page or two from another authority; a scan of more is a mistake.
pub const PDF_BYTES: usize = 5 << 20;

/// Puts a paper of another authority on the disk: a PDF as it is, because its signature is in its bytes,
/// or a photo of it, cleaned like any other. A PDF is neither opened nor drawn here; whoever may have it
/// is given the file and nothing that runs.
///
/// # Errors
/// `Invalid` says at the field what is wrong with the file; `Busy` when the disk or all places are taken.
pub async fn receive_paper(sandbox: &Sandbox, blobs: &Blobs, office: i64, field: &str, bytes: &[u8]) -> Result<Stored, Refusal> {
    if picture_kind(bytes) != Err(Found::Pdf) {
        return Ok(receive(sandbox, blobs, office, field, bytes).await?.photo);
    }
    if bytes.len() > PDF_BYTES {
        let max_mb = u32::try_from(PDF_BYTES >> 20).unwrap_or(u32::MAX);
        return Err(wrong_photo(field, ProblemCode::PictureTooBig { max_mb }));
    }
    if !is_whole(bytes) {
        return Err(wrong_photo(field, ProblemCode::NotAFile));
    }
    blobs.put(office, PDF, bytes).await
}

/// A PDF ends with a mark of its own; one that was cut on its way has none.
fn is_whole(pdf: &[u8]) -> bool {
    let end = &pdf[pdf.len().saturating_sub(1_024)..];
    end.windows(5).any(|mark| mark == b"%%EOF")
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn a_pdf_that_was_cut_has_no_end() {
        assert!(is_whole(b"%PDF-1.7 ... startxref 9 %%EOF\n"));
        assert!(!is_whole(b"%PDF-1.7 ... startxr"));
        assert!(!is_whole(&[&b"%%EOF"[..], &[b' '; 2_000]].concat()), "an end in the middle is none");
    }
}

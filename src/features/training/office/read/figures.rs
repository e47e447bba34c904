//! What came of a training, without anybody's name.

use crate::features::training::{Enrolment, Score};

/// Of all who sat: before and after of those who took both tests, stars, and what was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many were at one session at least.
    pub present: usize,
    /// How many took both tests, and the mean of each in percent.
    pub tests: Option<(usize, u32, u32)>,
    /// How many gave stars, and ten times their mean.
    pub stars: Option<(usize, u32)>,
    pub said: Vec<String>,
}

impl Outcome {
    pub fn of(all: &[Enrolment]) -> Self {
        let both: Vec<(Score, Score)> = all.iter().filter_map(|one| one.before.zip(one.after)).collect();
        let stars: Vec<u32> = all.iter().filter_map(|one| one.feedback.as_ref()).map(|feedback| feedback.stars.into()).collect();
        let written = all.iter().filter_map(|one| one.feedback.as_ref()).map(|feedback| feedback.text.trim());
        // Not in the order of the list, which has the names.
        let mut said: Vec<String> = written.filter(|text| !text.is_empty()).map(str::to_owned).collect();
        said.sort();
        Self {
            present: all.iter().filter(|one| !one.presence.is_empty()).count(),
            tests: mean(both.iter().map(|(before, _)| before.percent()))
                .zip(mean(both.iter().map(|(_, after)| after.percent())))
                .map(|(before, after)| (both.len(), before, after)),
            stars: mean(stars.iter().map(|stars| stars * 10)).map(|mean| (stars.len(), mean)),
            said,
        }
    }
}

/// Rounded; of nothing there is none.
fn mean(values: impl ExactSizeIterator<Item = u32>) -> Option<u32> {
    let count = u32::try_from(values.len()).ok().filter(|count| *count > 0)?;
    Some((values.sum::<u32>() + count / 2) / count)
}

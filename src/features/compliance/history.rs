//! Where an answer has stood, read from what happened to it: what was taken back is gone.

use super::{Event, Happened, Stage};
use crate::domain::AccountId;

/// Where an answer stands once its last finding is taken back. `None`: nothing can be, because the last thing that
/// happened is no finding, or a correction of what everybody reads.
pub fn undone(history: &[Event]) -> Option<Stage> {
    use Happened::{Accepted, Returned, Undone, Visited};
    let is_last = |what: &Happened| matches!(what, Accepted { .. } | Returned(_) | Visited { .. } | Undone);
    history.last().filter(|event| is_last(&event.what))?;
    let mut steps = steps(history);
    let (found, _) = steps.pop()?;
    matches!(found, Accepted { .. } | Returned(_) | Visited { .. }).then(|| steps.pop().map_or(Stage::Draft, |(_, stage)| stage))
}

/// Whom the office has objected to, as long as it has handed nothing in anew since.
pub fn doubted(history: &[Event]) -> Option<AccountId> {
    let since = steps(history).into_iter().rev().take_while(|(what, _)| !matches!(what, Happened::Submitted));
    since.into_iter().find_map(|(_, stage)| if let Stage::Objected { by, .. } = stage { Some(by) } else { None })
}

/// Everything that moved the answer and stands, each with where it stood then.
fn steps(history: &[Event]) -> Vec<(&Happened, Stage)> {
    let mut steps: Vec<(&Happened, Stage)> = Vec::new();
    for Event { by, what, .. } in history {
        let stage = match what {
            Happened::Undone => {
                steps.pop();
                continue;
            }
            Happened::Submitted => Stage::Submitted,
            Happened::Accepted { value, reason } | Happened::Visited { value, reason } | Happened::Revised { value, reason } => {
                Stage::Accepted { value: *value, reason: reason.clone(), by: *by }
            }
            Happened::Returned(reason) => Stage::Returned { reason: reason.clone(), by: *by },
            // Against whoever found it.
            Happened::Objected(reason) => match steps.last() {
                Some((_, Stage::Accepted { by, .. } | Stage::Returned { by, .. })) => Stage::Objected { reason: reason.clone(), by: *by },
                _ => continue,
            },
            Happened::Answered(_)
            | Happened::PhotoAdded
            | Happened::PhotoRemoved
            | Happened::PhotoAgain(_)
            | Happened::FileAdded
            | Happened::FileRemoved
            | Happened::Reused(_) => continue,
        };
        steps.push((what, stage));
    }
    steps
}

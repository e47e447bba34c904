//! Makes whoever guesses wait. What is guessed has enough bits that nobody finds it; but nobody shall
//! find out how fast this machine answers, either.

use std::sync::LazyLock;
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::access::Refusal;

const PAUSE: Duration = Duration::from_millis(700);
/// A waiting guess costs a little memory, so not all of them may wait.
const AT_ONCE: usize = 64;

/// Waits before a guess that missed is answered.
///
/// # Errors
/// `TooMany` when too many are guessing at once.
pub async fn miss() -> Result<(), Refusal> {
    static PLACES: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_ONCE));
    let _place = PLACES.try_acquire().map_err(|_| Refusal::TooMany { retry_after: 60 })?;
    tokio::time::sleep(PAUSE).await;
    Ok(())
}

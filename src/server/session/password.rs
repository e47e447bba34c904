//! Passwords are hashed with argon2id, so that a stolen database gives them away slowly. Hashing is
//! work: it runs beside the requests, as many at once as there are cores, with a short queue before
//! it. Uncapped it would be a lever to stop the server with.

use std::num::NonZero;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::access::Refusal;
use crate::server::clock::Entropy;
use crate::server::incident;

/// Whose password it is: that of who can sign for an office costs more to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    Resident,
    Staff,
}

/// More than this waiting is "busy": two cores check about 32 residents a second, and nobody waits longer.
const MOST_WAITING: usize = 64;
const SALT_BYTES: usize = 16;

impl Grade {
    /// KiB, passes, lanes (section 5 of the security document; 62 and 234 ms on two cores).
    const fn cost(self) -> (u32, u32, u32) {
        match self {
            Self::Resident => (19_456, 2, 1),
            Self::Staff => (65_536, 3, 1),
        }
    }

    fn hasher(self) -> Argon2<'static> {
        let (memory, passes, lanes) = self.cost();
        let params = Params::new(memory, passes, lanes, None).expect("the cost is within argon2's bounds");
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
    }

    /// Whether a stored password is of this grade.
    pub fn made(self, stored: &str) -> bool {
        let (memory, passes, lanes) = self.cost();
        stored.contains(&format!("$m={memory},t={passes},p={lanes}$"))
    }
}

/// The hash of a new password, as it is stored.
///
/// # Errors
/// `Busy` when too much is waiting.
pub async fn hash(grade: Grade, password: &str, chance: &Entropy) -> Result<String, Refusal> {
    let (password, salt) = (Zeroizing::new(password.to_owned()), chance.bytes::<SALT_BYTES>());
    let hashed =
        in_turn(hall(), move || grade.hasher().hash_password_with_salt(password.as_bytes(), &salt).map(|hash| hash.to_string())).await?;
    hashed.map_err(|error| incident::report("a password was not hashed", &error))
}

/// Whether it is the password. Without a stored one the same work is done for nothing, so that time
/// does not tell who has an account.
///
/// # Errors
/// `Busy` when too much is waiting.
pub async fn is_right(grade: Grade, password: &str, stored: Option<&str>) -> Result<bool, Refusal> {
    let password = Zeroizing::new(password.to_owned());
    let stored = stored.filter(|stored| grade.made(stored)).map(str::to_owned);
    in_turn(hall(), move || match stored.as_deref().and_then(|stored| PasswordHash::new(stored).ok()) {
        Some(stored) => grade.hasher().verify_password(password.as_bytes(), &stored).is_ok(),
        None => {
            _ = std::hint::black_box(grade.hasher().hash_password_with_salt(password.as_bytes(), &[0; SALT_BYTES]).is_ok());
            false
        }
    })
    .await
}

struct Hall {
    turns: Semaphore,
    waiting: AtomicUsize,
}

/// One for the whole process: the cores are.
fn hall() -> &'static Hall {
    static HALL: OnceLock<Hall> = OnceLock::new();
    HALL.get_or_init(|| Hall::of(std::thread::available_parallelism().map_or(1, NonZero::get)))
}

impl Hall {
    fn of(cores: usize) -> Self {
        Self { turns: Semaphore::new(cores), waiting: AtomicUsize::new(0) }
    }
}

async fn in_turn<T: Send + 'static>(hall: &'static Hall, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    let place = Place::take(hall)?;
    let turn = hall.turns.acquire().await.map_err(|_| Refusal::Busy)?;
    // The turn goes along: a request that is dropped does not free a core that is still at work.
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(turn);
        done
    });
    drop(place);
    done.await.map_err(|error| incident::report("hashing a password panicked", &error))
}

/// One place in the queue, free again when it is left.
struct Place(&'static Hall);

impl Place {
    fn take(hall: &'static Hall) -> Result<Self, Refusal> {
        let place = Self(hall);
        if hall.waiting.fetch_add(1, Ordering::Relaxed) < MOST_WAITING { Ok(place) } else { Err(Refusal::Busy) }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_cost_is_that_of_the_security_document() {
        let staff = hash(Grade::Staff, "kopi-ijen-di-pagi-hari", &Entropy::system()).await.unwrap();
        assert!(staff.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), "{staff}");
        let resident = hash(Grade::Resident, "kopi-ijen", &Entropy::system()).await.unwrap();
        assert!(resident.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{resident}");
        assert!(Grade::Staff.made(&staff) && !Grade::Staff.made(&resident));
    }

    #[tokio::test]
    async fn only_the_right_password_of_the_right_grade_is_right() {
        let stored = hash(Grade::Resident, "kopi-ijen", &Entropy::system()).await.unwrap();
        assert!(is_right(Grade::Resident, "kopi-ijen", Some(&stored)).await.unwrap());
        assert!(!is_right(Grade::Resident, "kopi-ijen ", Some(&stored)).await.unwrap());
        assert!(!is_right(Grade::Staff, "kopi-ijen", Some(&stored)).await.unwrap());
        assert!(!is_right(Grade::Resident, "kopi-ijen", None).await.unwrap());
        assert!(!is_right(Grade::Resident, "", Some("rubbish")).await.unwrap());
    }

    #[tokio::test]
    async fn more_than_the_queue_holds_is_answered_busy_at_once() {
        // A hall of its own: the other tests hash too.
        let hall: &'static Hall = Box::leak(Box::new(Hall::of(2)));
        let slow = || std::thread::sleep(std::time::Duration::from_millis(20));
        let answers = futures::future::join_all((0..200).map(|_| in_turn(hall, slow))).await;
        assert_eq!(answers.iter().filter(|answer| **answer == Err(Refusal::Busy)).count(), 200 - 2 - MOST_WAITING);
        assert_eq!(in_turn(hall, || 7).await, Ok(7), "and afterwards there is room again");
    }
}

//! What was asked and answered, in the way of Jepsen: `invoke`, then `ok`, or `no`, or nothing. Nothing
//! means that nobody knows; such a wish is sent again under its key.

use std::collections::{BTreeMap, HashMap, HashSet};

use smart_kampung::domain::{BlobId, IdemKey};

use super::submission::{Accepted, all, named_photos, office, open, photo};

#[derive(Clone, Debug)]
pub enum Event {
    Invoke { key: IdemKey, text: String },
    Ok { key: IdemKey, accepted: Accepted },
    No { key: IdemKey, status: u16 },
}

impl Event {
    pub fn read(line: &str) -> Option<Self> {
        let words: Vec<_> = line.split(' ').collect();
        let key = words.get(1)?.parse().ok()?;
        match words.as_slice() {
            ["invoke", _, text] => Some(Self::Invoke { key, text: (*text).to_owned() }),
            ["ok", _, number, id] => Some(Self::Ok { key, accepted: Accepted { id: id.parse().ok()?, number: number.parse().ok()? } }),
            ["no", _, status] => Some(Self::No { key, status: status.parse().ok()? }),
            _ => None,
        }
    }
}

/// All that was said, in the order in which it was said.
pub struct History(Vec<Event>);

impl History {
    pub fn new() -> Self {
        Self(Vec::new())
    }

    pub fn extend(&mut self, said: Vec<Event>) {
        self.0.extend(said);
    }

    /// How many wishes were answered with "ok", repetitions included.
    pub fn answered(&self) -> usize {
        self.0.iter().filter(|event| matches!(event, Event::Ok { .. })).count()
    }

    /// Wishes without an end, and the last ten that have one: they must get the same answer again.
    pub fn to_be_sent_again(&self) -> String {
        let ended = self.0.iter().filter_map(|event| match event {
            Event::Ok { key, .. } => Some(*key),
            Event::No { key, status } if *status != 503 => Some(*key),
            _ => None,
        });
        let ended: HashSet<_> = ended.collect();
        let wishes: BTreeMap<_, _> = self.texts().into_iter().collect();
        let open = wishes.iter().filter(|(key, _)| !ended.contains(key));
        let known = self.0.iter().rev().filter_map(|event| match event {
            Event::Ok { key, .. } => wishes.get_key_value(key),
            _ => None,
        });
        open.chain(known.take(10)).map(|(key, text)| format!("{key} {text}\n")).collect()
    }

    /// Opens what the dead children left and compares.
    ///
    /// # Panics
    /// With the first promise that was broken.
    pub fn check(&self, folder: &str) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(self.compare(folder));
    }

    async fn compare(&self, folder: &str) {
        let (db, blobs) = open(folder).await;
        let (rows, texts, answers) = (all(&db).await, self.texts(), self.answers());

        let by_id: HashMap<_, _> = rows.iter().map(|row| (row.id.as_u128(), row)).collect();
        for (key, accepted) in &answers {
            let row = by_id.get(&accepted.id.as_u128()).unwrap_or_else(|| panic!("{key} was acknowledged and is lost"));
            assert_eq!((row.number, &row.text), (i64::from(accepted.number), &texts[key]), "{key} is not what was acknowledged");
        }

        let mut seen = HashSet::new();
        let invoked: HashSet<_> = texts.values().collect();
        for row in &rows {
            assert!(seen.insert(&row.text), "{} is there twice", row.text);
            assert!(invoked.contains(&row.text), "{} was never asked for", row.text);
            assert!(!row.text.ends_with('5'), "{} was refused and is there", row.text);
        }

        let numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
        let whole: Vec<_> = (1..=rows.len() as i64).collect();
        assert_eq!(numbers, whole, "numbers have a gap or a double");
        self.check_order(&answers);

        for row in &rows {
            let content = blobs.get(office().number(), &row.photo).await;
            let content = content.unwrap_or_else(|error| panic!("the photo of {}: {error}", row.text));
            assert_eq!(content.as_slice(), photo(&row.text), "the photo of {}", row.text);
        }
        assert_eq!(named_photos(&db).await.len(), rows.len(), "each photo is named once");

        let lines = db.verify_record().await.expect("the record verifies").1;
        assert_eq!(lines, rows.len() as i64, "one line of the record for each submission");
        db.close().await;
    }

    /// What was answered before something else was asked has the smaller number.
    fn check_order(&self, answers: &HashMap<IdemKey, Accepted>) {
        let mut largest = 0;
        let mut floor = HashMap::new();
        for event in &self.0 {
            match event {
                Event::Invoke { key, .. } => {
                    floor.entry(*key).or_insert(largest);
                }
                Event::Ok { key, accepted } => {
                    assert!(accepted.number > floor[key], "{key} got {} after {} had been given", accepted.number, floor[key]);
                    largest = largest.max(answers[key].number);
                }
                Event::No { .. } => {}
            }
        }
    }

    fn texts(&self) -> HashMap<IdemKey, String> {
        let invokes = self.0.iter().filter_map(|event| match event {
            Event::Invoke { key, text } => Some((*key, text.clone())),
            _ => None,
        });
        invokes.collect()
    }

    /// The answer to each wish; every repetition must have been answered alike.
    fn answers(&self) -> HashMap<IdemKey, Accepted> {
        let mut answers: HashMap<IdemKey, Accepted> = HashMap::new();
        let mut ids: HashMap<BlobId, IdemKey> = HashMap::new();
        for event in &self.0 {
            if let Event::Ok { key, accepted } = event {
                let first = answers.entry(*key).or_insert_with(|| accepted.clone());
                assert_eq!(first, accepted, "{key} was answered in two ways");
                assert_eq!(ids.entry(accepted.id).or_insert(*key), key, "two wishes got one submission");
            }
        }
        answers
    }
}

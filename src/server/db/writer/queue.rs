use std::collections::{HashMap, VecDeque};

/// Waiting work, fair per office: an office that floods waits behind itself, not before the others.
pub(super) struct FairQueue<T> {
    waiting: HashMap<i64, VecDeque<T>>,
    /// Offices with something waiting, in the order of their turns.
    turns: VecDeque<i64>,
}

impl<T> FairQueue<T> {
    pub(super) fn new() -> Self {
        Self { waiting: HashMap::new(), turns: VecDeque::new() }
    }

    pub(super) fn push(&mut self, office: i64, item: T) {
        let line = self.waiting.entry(office).or_default();
        if line.is_empty() {
            self.turns.push_back(office);
        }
        line.push_back(item);
    }

    /// Up to `most` items: one of each office in turn, each office's own in the order they came.
    pub(super) fn take(&mut self, most: usize) -> Vec<T> {
        std::iter::from_fn(|| self.pop()).take(most).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.turns.is_empty()
    }

    fn pop(&mut self) -> Option<T> {
        let office = self.turns.pop_front()?;
        let line = self.waiting.get_mut(&office)?;
        let item = line.pop_front();
        if line.is_empty() {
            self.waiting.remove(&office);
        } else {
            self.turns.push_back(office);
        }
        item
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_office_that_floods_waits_behind_itself() {
        let mut queue = FairQueue::new();
        for at in 0..100 {
            queue.push(1, (1, at));
        }
        queue.push(2, (2, 0));
        assert_eq!(queue.take(3), [(1, 0), (2, 0), (1, 1)]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_each_office_keeps_its_order(offices in prop::collection::vec(0_i64..4, 0..200), most in 1_usize..40) {
            let mut queue = FairQueue::new();
            for (at, office) in offices.iter().enumerate() {
                queue.push(*office, (*office, at));
            }
            let mut out = Vec::new();
            while !queue.is_empty() {
                out.extend(queue.take(most));
            }
            prop_assert_eq!(out.len(), offices.len());
            for office in 0..4 {
                let line: Vec<_> = out.iter().filter(|(of, _)| *of == office).map(|(_, at)| *at).collect();
                prop_assert!(line.is_sorted());
            }
        }
    }
}

use super::Task;
use crate::access::Role;
use crate::domain::{AccountId, Instant, OfficeCode};
use crate::server::audit::First;

/// How far somebody is in the course of their role at an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Each task, and when it was done for the first time.
    pub tasks: Vec<(Task, Option<Instant>)>,
}

impl Progress {
    /// `firsts` may be of many people and offices: those of this one count.
    pub fn of(role: Role, account: AccountId, office: OfficeCode, firsts: &[First]) -> Self {
        let own = |first: &&First| first.account == account && first.office == office;
        let own: Vec<&First> = firsts.iter().filter(own).collect();
        let when = |task: Task| own.iter().filter(|first| task.acts().contains(&first.act)).map(|first| first.at).min();
        Self { tasks: Task::of(role).map(|task| (task, when(task))).collect() }
    }

    pub fn done(&self) -> usize {
        self.tasks.iter().filter(|(_, at)| at.is_some()).count()
    }

    /// All tasks are done; a role without tasks learns nothing here.
    pub fn is_trained(&self) -> bool {
        !self.tasks.is_empty() && self.done() == self.tasks.len()
    }

    /// "4 dari 6"
    pub fn words(&self) -> String {
        [&self.done().to_string(), " dari ", &self.tasks.len().to_string()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::ActName;

    const HEAD: [ActName; 3] = [ActName::PrintSlip, ActName::Issue, ActName::KeepProfile];

    fn office(number: i64) -> OfficeCode {
        OfficeCode::try_from(number).expect("an office")
    }

    fn first(act: ActName, account: u128, at: i64) -> First {
        First { office: office(3_510_242_008), account: AccountId::from_u128(account), act, at: Instant::from_micros(at) }
    }

    fn of(role: Role, firsts: &[First]) -> Progress {
        Progress::of(role, AccountId::from_u128(1), office(3_510_242_008), firsts)
    }

    #[test]
    fn what_others_did_and_what_was_done_elsewhere_is_nobodys_progress() {
        let mut firsts: Vec<First> = HEAD.into_iter().map(|act| first(act, 2, 5)).collect();
        firsts.extend(HEAD.into_iter().map(|act| First { office: office(3_510_161_002), ..first(act, 1, 5) }));
        let progress = of(Role::Head, &firsts);
        assert_eq!((progress.done(), progress.is_trained(), progress.words()), (0, false, "0 dari 3".to_owned()));
    }

    #[test]
    fn a_task_is_done_by_the_first_of_its_acts_and_all_tasks_make_somebody_trained() {
        let checked = of(Role::Operator, &[first(ActName::RequestFix, 1, 9), first(ActName::Approve, 1, 7)]);
        let when = checked.tasks.iter().find(|(task, _)| *task == Task::CheckCase).expect("a task").1;
        assert_eq!((checked.done(), when), (1, Some(Instant::from_micros(7))));
        let all: Vec<First> = HEAD.into_iter().map(|act| first(act, 1, 5)).collect();
        assert!(!of(Role::Head, &all[..2]).is_trained() && of(Role::Head, &all).is_trained());
        assert!(!of(Role::Reviewer, &all).is_trained(), "who learns nothing here is not trained");
    }
}

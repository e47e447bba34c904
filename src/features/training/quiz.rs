use serde::{Deserialize, Serialize};

use super::Score;

/// A question with its choices, of which one is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub text: String,
    pub choices: Vec<String>,
    /// Its place among the choices, from 0 on.
    pub right: u8,
}

/// A short test that is taken before and after: 1 to [`Quiz::MOST`] questions of 2 to 5 choices each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Question>", into = "Vec<Question>")]
pub struct Quiz(Vec<Question>);

/// No questions or too many, one without choices enough, or one of which no choice is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAQuiz;

impl Quiz {
    pub const MOST: usize = 10;

    /// # Errors
    /// [`NotAQuiz`].
    pub fn new(questions: Vec<Question>) -> Result<Self, NotAQuiz> {
        let right = |question: &Question| {
            let choices = question.choices.len();
            let all_there = !question.text.is_empty() && question.choices.iter().all(|choice| !choice.is_empty());
            (2..=5).contains(&choices) && usize::from(question.right) < choices && all_there
        };
        if (1..=Self::MOST).contains(&questions.len()) && questions.iter().all(right) { Ok(Self(questions)) } else { Err(NotAQuiz) }
    }

    pub fn questions(&self) -> &[Question] {
        &self.0
    }

    /// What the answers are worth; `None` where one is missing or none of the choices.
    pub fn mark(&self, answers: &[u8]) -> Option<Score> {
        let known = |(question, answer): (&Question, &u8)| usize::from(*answer) < question.choices.len();
        if answers.len() != self.0.len() || !self.0.iter().zip(answers).all(known) {
            return None;
        }
        let right = self.0.iter().zip(answers).filter(|(question, answer)| question.right == **answer).count();
        Some(Score { right: u8::try_from(right).ok()?, of: u8::try_from(self.0.len()).ok()? })
    }
}

impl From<Quiz> for Vec<Question> {
    fn from(quiz: Quiz) -> Self {
        quiz.0
    }
}

impl TryFrom<Vec<Question>> for Quiz {
    type Error = &'static str;

    fn try_from(questions: Vec<Question>) -> Result<Self, Self::Error> {
        Self::new(questions).map_err(|_| "no test")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(choices: usize, right: u8) -> Question {
        Question { text: "Cahaya terbaik?".into(), choices: (0..choices).map(|at| format!("Pilihan {at}")).collect(), right }
    }

    #[test]
    fn a_question_has_two_to_five_choices_of_which_one_is_right() {
        for wrong in [vec![], vec![question(1, 0)], vec![question(6, 0)], vec![question(2, 2)], vec![question(2, 0); 11]] {
            assert_eq!(Quiz::new(wrong), Err(NotAQuiz));
        }
        assert_eq!(Quiz::new(vec![Question { text: String::new(), ..question(2, 0) }]), Err(NotAQuiz));
        assert!(Quiz::new(vec![question(2, 1), question(5, 4)]).is_ok());
    }

    #[test]
    fn every_question_is_answered_with_one_of_its_choices() {
        let quiz = Quiz::new(vec![question(2, 1), question(3, 0)]).expect("a test");
        for wrong in [&[][..], &[1], &[1, 0, 0], &[1, 3], &[2, 0]] {
            assert_eq!(quiz.mark(wrong), None, "{wrong:?}");
        }
        assert_eq!(quiz.mark(&[1, 0]), Some(Score { right: 2, of: 2 }));
        assert_eq!(quiz.mark(&[0, 0]), Some(Score { right: 1, of: 2 }));
    }
}

//! What stands in a field line by line: sessions, links and questions. Read from it, and written into it again.

use crate::domain::{Day, TimeOfDay};
use crate::features::training::{Link, Question, Quiz, Session, Sessions, SessionsFault};
use crate::forms::{ProblemCode, read};

/// Of a question or a choice.
const TEXT: u32 = 200;
const MOST_LINKS: usize = 10;

/// `12 Januari 2027, 08.00-11.30`, one a line.
///
/// # Errors
/// The first thing that is wrong.
pub fn sessions(typed: &str) -> Result<Sessions, ProblemCode> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let all: Vec<Session> = lines.map(session).collect::<Result<_, _>>()?;
    Sessions::new(all).map_err(|fault| match fault {
        SessionsFault::None => ProblemCode::Missing,
        SessionsFault::TooMany => ProblemCode::TooMany { max: u32::try_from(Sessions::MOST).unwrap_or(u32::MAX) },
        SessionsFault::Backwards => ProblemCode::NotATime,
        SessionsFault::Overlap => ProblemCode::TimesOverlap,
    })
}

/// The day is all before the two times, however it is written.
fn session(line: &str) -> Result<Session, ProblemCode> {
    let spaced = line.replace(['–', '—'], "-").replace(" - ", "-").replace(" sampai ", "-").replace(" s.d. ", "-");
    let (day, times) = spaced.rsplit_once([' ', ',']).ok_or(ProblemCode::NotATime)?;
    let day = Day::parse(day.trim().trim_end_matches(',')).ok_or(ProblemCode::NotADay)?;
    let (from, until) = times.split_once('-').ok_or(ProblemCode::NotATime)?;
    let time = |text: &str| TimeOfDay::parse(text).ok_or(ProblemCode::NotATime);
    Ok(Session { day, from: time(from)?, until: time(until)? })
}

/// As [`sessions`] reads them.
pub fn sessions_in_lines(sessions: &Sessions) -> String {
    let line = |one: &Session| {
        let day = one.day;
        [
            &day.day().to_string(),
            "-",
            &day.month().to_string(),
            "-",
            &day.year().to_string(),
            " ",
            &one.from.in_digits(),
            "-",
            &one.until.in_digits(),
        ]
        .concat()
    };
    sessions.all().iter().map(line).collect::<Vec<_>>().join("\n")
}

/// # Errors
/// `NotALink`, `TooMany`.
pub fn links(typed: &str) -> Result<Vec<Link>, ProblemCode> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let links: Vec<Link> = lines.map(Link::parse).collect::<Result<_, _>>()?;
    if links.len() > MOST_LINKS {
        return Err(ProblemCode::TooMany { max: u32::try_from(MOST_LINKS).unwrap_or(u32::MAX) });
    }
    Ok(links)
}

pub fn links_in_lines(links: &[Link]) -> String {
    links.iter().map(Link::as_str).collect::<Vec<_>>().join("\n")
}

/// Questions parted by empty lines: the question, then its choices with `-` before them, and `*` before the right one.
///
/// # Errors
/// `NotATest`; of its texts, what is wrong with them.
pub fn quiz(typed: &str) -> Result<Option<Quiz>, ProblemCode> {
    let mut questions: Vec<Question> = Vec::new();
    let mut right: Vec<Option<usize>> = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (line.strip_prefix(['-', '*']), questions.last_mut(), right.last_mut()) {
            (Some(choice), Some(question), Some(right)) => {
                if line.starts_with('*') && right.replace(question.choices.len()).is_some() {
                    return Err(ProblemCode::NotATest);
                }
                question.choices.push(read::line(choice, TEXT)?);
            }
            (Some(_), _, _) => return Err(ProblemCode::NotATest),
            (None, _, _) => {
                questions.push(Question { text: read::line(line, TEXT)?, choices: Vec::new(), right: 0 });
                right.push(None);
            }
        }
    }
    if questions.is_empty() {
        return Ok(None);
    }
    for (question, right) in questions.iter_mut().zip(right) {
        question.right = right.and_then(|at| u8::try_from(at).ok()).ok_or(ProblemCode::NotATest)?;
    }
    if questions.len() > Quiz::MOST {
        return Err(ProblemCode::TooMany { max: u32::try_from(Quiz::MOST).unwrap_or(u32::MAX) });
    }
    Quiz::new(questions).map(Some).map_err(|_| ProblemCode::NotATest)
}

pub fn quiz_in_lines(quiz: Option<&Quiz>) -> String {
    let question = |question: &Question| {
        let choices = question.choices.iter().enumerate();
        let choices = choices.map(|(at, choice)| [if at == usize::from(question.right) { "* " } else { "- " }, choice].concat());
        std::iter::once(question.text.clone()).chain(choices).collect::<Vec<_>>().join("\n")
    };
    quiz.map(|quiz| quiz.questions().iter().map(question).collect::<Vec<_>>().join("\n\n")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::training::tests::{photos, quiz as two_questions};

    #[test]
    fn a_line_that_is_no_session_says_what_is_wrong_with_it() {
        for (typed, code) in [
            ("", ProblemCode::Missing),
            ("besok pagi", ProblemCode::NotADay),
            ("1-12-2026", ProblemCode::NotATime),
            ("1-12-2026 08.00", ProblemCode::NotATime),
            ("1-12-2026 08.00-25.00", ProblemCode::NotATime),
            ("31-2-2026 08.00-09.00", ProblemCode::NotADay),
            ("1-12-2026 11.00-08.00", ProblemCode::NotATime),
            ("1-12-2026 08.00-10.00\n1 Desember 2026 09.30-11.00", ProblemCode::TimesOverlap),
        ] {
            assert_eq!(sessions(typed), Err(code), "{typed}");
        }
        assert_eq!(sessions(&"1-12-2026 08.00-10.00\n".repeat(21)), Err(ProblemCode::TooMany { max: 20 }));
    }

    #[test]
    fn sessions_read_back_as_they_were_and_however_they_are_written() {
        let two = photos(2).sessions;
        assert_eq!(sessions(&sessions_in_lines(&two)), Ok(two.clone()));
        assert_eq!(sessions("2 Desember 2026, 08.00 - 11.00\n\n 1/12/2026 08:00–11:00"), Ok(two.clone()));
        assert_eq!(sessions("1 Des 2026 8.00 sampai 11.00\n2026-12-02 08.00-11.00"), Ok(two));
    }

    #[test]
    fn a_question_has_its_choices_below_it_and_one_star() {
        for wrong in
            ["Cahaya?", "- Pagi", "Cahaya?\n- Pagi\n- Malam", "Cahaya?\n* Pagi\n* Malam", "Cahaya?\n* Pagi", "Satu?\nDua?\n* Ya\n- Tidak"]
        {
            assert_eq!(quiz(wrong), Err(ProblemCode::NotATest), "{wrong}");
        }
        assert_eq!(quiz(&"Cahaya?\n* Pagi\n- Malam\n\n".repeat(11)), Err(ProblemCode::TooMany { max: 10 }));
        assert_eq!(quiz(" \n"), Ok(None), "a training needs no test");
        assert_eq!(quiz(&quiz_in_lines(Some(&two_questions()))), Ok(Some(two_questions())));
    }

    #[test]
    fn links_are_whole_addresses() {
        assert_eq!(links("materi.id"), Err(ProblemCode::NotALink));
        assert_eq!(links(&"https://materi.id\n".repeat(11)), Err(ProblemCode::TooMany { max: 10 }));
        let two = links("https://materi.id/1\n\nhttps://materi.id/2").expect("links");
        assert_eq!(links_in_lines(&two), "https://materi.id/1\nhttps://materi.id/2");
    }
}

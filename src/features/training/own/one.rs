//! One's own place in a training: when and where, what is for those who take part, and what is still to be done.

use super::drawn::{self, CertificateFigure, FormFigure, OneFigure, PressFigure};
use super::list::{in_line, moved_up, told, tomorrow};
use crate::access::Refusal;
use crate::domain::{Instant, ParticipantId};
use crate::features::letters::{Stage, State as LetterState, StoredLetter, frozen_letter};
use crate::features::offices::gazetteer;
use crate::features::training::certifying::certificate_of;
use crate::features::training::public::{Reading, TrainingSheet, page_of_training, with_name, with_number};
use crate::features::training::{Enrolment, Line, Link, Material, Place, Score, Session, State, Taken, Training, store};
use crate::server::db::{OwnScope, Scope};
use crate::ui::{MarkView, NoteView, Way, mark, note, way};

/// # Errors
/// `NotFound` for a place of somebody else, or one that was given up; else those of the database.
pub async fn own_training(reading: &Reading, id: ParticipantId, result: &str) -> Result<TrainingSheet, Refusal> {
    let words = reading.words;
    let (office, enrolment) = store::own_place(&OwnScope::open(&reading.db, &reading.actor).await?, id).await?;
    if !enrolment.is_there() {
        return Err(Refusal::NotFound);
    }
    let there = OwnScope::open_at(&reading.db, &reading.actor, office).await?;
    let training = store::training(&there, enrolment.training).await?;
    let line = store::line(&there, &training).await?;
    let certificate = certificate(reading, &there, &enrolment).await?;
    let moved = store::moved_up(&there, training.id).await?.into_iter().find(|(who, _)| *who == id).map(|(_, at)| at);
    let files = store::materials(&there, training.id).await?;
    drop(there);
    let sits = line.sits(id);
    let place = Mine { reading, training: &training, enrolment: &enrolment, sits };
    let figure = OneFigure {
        mark: place.mark(&line),
        sessions_title: words.when.to_owned(),
        sessions: place.sessions(),
        facts: place.facts(),
        facts_title: words.facts.to_owned(),
        links: place.links(),
        files: place.files(files),
        certificate,
        certificate_title: words.certificate.to_owned(),
        certificate_later: (training.state == State::Open).then(|| words.certificate_later.to_owned()),
        forms: [place.test(), place.feedback()].into_iter().flatten().collect(),
        withdraw: place.withdraw(),
        page: ["/akun/pelatihan/", &id.to_string()].concat(),
        id,
        more: way(page_of_training(&training.slug), words.public_page),
    };
    Ok(TrainingSheet {
        title: training.outline.title.clone(),
        lede: gazetteer().full_title(office),
        back: Some(way("/akun/pelatihan", words.own_title)),
        result: told(reading, result).map(str::to_owned),
        note: place.note(moved),
        drawn: drawn::one(figure),
        ..TrainingSheet::default()
    })
}

struct Mine<'a> {
    reading: &'a Reading,
    training: &'a Training,
    enrolment: &'a Enrolment,
    sits: bool,
}

impl Mine<'_> {
    fn mark(&self, line: &Line) -> MarkView {
        let words = self.reading.words;
        match (&self.training.state, line.place(self.enrolment.id)) {
            (State::Cancelled { .. }, _) => mark("stop", "x", words.cancelled),
            (State::Finished, _) => mark("grey", "check", words.over),
            (_, Some(Place::Waiting { ahead })) => in_line(self.reading, ahead),
            _ => mark("done", "circle-check", words.seated),
        }
    }

    /// What they must know first: that it does not take place, or that it is tomorrow, or that they have a seat now.
    fn note(&self, moved: Option<Instant>) -> Option<NoteView> {
        match &self.training.state {
            State::Cancelled { reason } => Some(note("stop", "alert-triangle", self.reading.words.cancelled_note, reason.clone())),
            State::Open if self.sits => {
                let tomorrow = tomorrow(self.reading, &self.training.outline.sessions).map(|said| note("you", "clock", said, ""));
                tomorrow.or_else(|| moved.map(|at| note("done", "circle-check", moved_up(self.reading, at), "")))
            }
            _ => None,
        }
    }

    /// Each session, and whether one was there.
    fn sessions(&self) -> Vec<(String, Option<MarkView>)> {
        let (words, today) = (self.reading.words, self.reading.today());
        let line = |(number, session): (u8, Session)| {
            let mark = if self.enrolment.was_at(number) {
                Some(mark("done", "circle-check", words.was_there))
            } else {
                (session.day < today && self.sits).then(|| mark("grey", "clock", words.was_not))
            };
            (self.reading.says(&session), mark)
        };
        self.training.outline.sessions.numbered().map(line).collect()
    }

    fn facts(&self) -> Vec<(String, String)> {
        let (words, outline) = (self.reading.words, &self.training.outline);
        let score =
            |score: Option<Score>| score.map(|score| with_number(&with_name(words.score_said, &score.of.to_string()), score.right.into()));
        let all = [
            (words.name, Some(self.enrolment.name.as_str().to_owned())),
            (words.place, Some(outline.venue.place().to_owned())),
            (words.organiser, Some(outline.organiser.clone())),
            (words.speaker, Some(outline.speaker.clone())),
            (words.score_before, score(self.enrolment.before)),
            (words.score_after, score(self.enrolment.after)),
        ];
        let said = all.into_iter().filter_map(|(name, says)| Some((name.to_owned(), says?)));
        said.filter(|(_, says)| !says.is_empty()).collect()
    }

    /// For those who have a place: where it is online, what there is to read, and where the code is typed.
    fn links(&self) -> Vec<Way> {
        let (words, outline) = (self.reading.words, &self.training.outline);
        if !self.sits || matches!(self.training.state, State::Cancelled { .. } | State::Draft) {
            return Vec::new();
        }
        let named = |name: &str, link: &Link| way(link.as_str(), [name, ": ", link.host()].concat());
        let today = outline.sessions.all().iter().any(|session| session.day == self.reading.today());
        let attend = (self.training.state == State::Open && today)
            .then(|| way(["/hadir/", &self.training.id.to_string()].concat(), words.attend_now));
        let online = outline.venue.link().map(|link| named(words.link, link));
        attend.into_iter().chain(online).chain(outline.links.iter().map(|link| named(words.material, link))).collect()
    }

    /// The same for files, each with its kind and size.
    fn files(&self, files: Vec<Material>) -> Vec<Way> {
        if !self.sits || matches!(self.training.state, State::Cancelled { .. } | State::Draft) {
            return Vec::new();
        }
        let (words, training) = (self.reading.words, self.training.id.to_string());
        let file = |one: Material| {
            let says = [words.material, ": ", &one.title, " (", &one.kind(self.reading.lang), ")"].concat();
            way(["/m/pelatihan/", &training, "/berkas/", &one.id.to_string()].concat(), says)
        };
        files.into_iter().map(file).collect()
    }

    /// The test that it is time for.
    fn test(&self) -> Option<FormFigure> {
        let words = self.reading.words;
        let quiz = self.training.outline.quiz.as_ref()?;
        let heading = match self.enrolment.test_now(self.training, self.sits, self.reading.today()).ok()? {
            Taken::Before => words.test_before,
            Taken::After => words.test_after,
        };
        let questions = quiz.questions().iter().map(|question| (question.text.clone(), question.choices.clone())).collect();
        Some(FormFigure::Test { heading, questions, button: words.send_answers, key: self.reading.db.fresh_key() })
    }

    /// What one thinks of it; may be said anew.
    fn feedback(&self) -> Option<FormFigure> {
        let words = self.reading.words;
        if self.enrolment.presence.is_empty() || matches!(self.training.state, State::Cancelled { .. }) {
            return None;
        }
        let kept = self.enrolment.feedback.as_ref();
        Some(FormFigure::Feedback {
            heading: words.feedback,
            stars: [words.star_5, words.star_4, words.star_3, words.star_2, words.star_1],
            labels: [words.stars, words.remark, words.remark_hint],
            chosen: kept.map(|kept| kept.stars.to_string()).unwrap_or_default(),
            remark: kept.map(|kept| kept.text.clone()).unwrap_or_default(),
            button: words.tell,
            key: self.reading.db.fresh_key(),
        })
    }

    fn withdraw(&self) -> Option<PressFigure> {
        let words = self.reading.words;
        let may = self.training.state == State::Open && self.enrolment.presence.is_empty();
        may.then(|| PressFigure { hint: words.withdraw_hint, button: words.withdraw, key: self.reading.db.fresh_key() })
    }
}

/// What there is of a certificate: its paper, and where anybody checks it.
async fn certificate(reading: &Reading, scope: &Scope<'_>, enrolment: &Enrolment) -> Result<Option<CertificateFigure>, Refusal> {
    let words = reading.words;
    let Some(StoredLetter { letter, pdf, .. }) = certificate_of(scope, enrolment).await? else { return Ok(None) };
    let frozen = frozen_letter(scope, letter.id).await?;
    let Stage::Issued { token, host, .. } = frozen.data.stage else { return Ok(None) };
    let download = ["/akun/pelatihan/", &enrolment.id.to_string(), "/sertifikat.pdf"].concat();
    Ok(Some(CertificateFigure {
        number: letter.number.to_string(),
        revoked: matches!(letter.state, LetterState::Revoked { .. }).then(|| words.revoked.to_owned()),
        download: pdf.is_some().then(|| way(download, words.download)),
        soon: words.paper_soon.to_owned(),
        check: way(["/v/", &token.to_string()].concat(), words.check),
        address: [&host, "/v/", &token.to_string()].concat(),
        hint: words.check_hint.to_owned(),
    }))
}

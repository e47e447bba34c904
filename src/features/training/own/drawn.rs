//! One's own trainings as finished HTML; their forms are sent by the browser itself.

mod list;
mod one;
mod wall;

use leptos::prelude::*;

use crate::domain::{IdemKey, ParticipantId, TrainingId};
use crate::ui::{MarkView, Way};

pub struct ListFigure {
    /// Each with its heading; none where there is nothing.
    pub parts: Vec<(&'static str, Vec<RowFigure>)>,
    pub none: [&'static str; 2],
    pub find: Way,
}

pub struct RowFigure {
    pub way: Way,
    pub lines: Vec<String>,
    pub mark: MarkView,
    pub more: Way,
}

pub struct OneFigure {
    pub mark: MarkView,
    pub sessions_title: String,
    pub sessions: Vec<(String, Option<MarkView>)>,
    pub facts_title: String,
    pub facts: Vec<(String, String)>,
    pub links: Vec<Way>,
    /// Files, which no page of ours shows.
    pub files: Vec<Way>,
    pub certificate: Option<CertificateFigure>,
    pub certificate_title: String,
    pub certificate_later: Option<String>,
    pub forms: Vec<FormFigure>,
    pub withdraw: Option<PressFigure>,
    pub page: String,
    pub id: ParticipantId,
    pub more: Way,
}

pub struct CertificateFigure {
    pub number: String,
    pub revoked: Option<String>,
    /// None until the paper is set.
    pub download: Option<Way>,
    pub soon: String,
    pub check: Way,
    /// As it is read out, or written down.
    pub address: String,
    pub hint: String,
}

pub enum FormFigure {
    Test {
        heading: &'static str,
        /// With their choices.
        questions: Vec<(String, Vec<String>)>,
        button: &'static str,
        key: IdemKey,
    },
    Feedback {
        heading: &'static str,
        /// The best first.
        stars: [&'static str; 5],
        labels: [&'static str; 3],
        chosen: String,
        remark: String,
        button: &'static str,
        key: IdemKey,
    },
}

pub struct PressFigure {
    pub hint: &'static str,
    pub button: &'static str,
    pub key: IdemKey,
}

pub struct WallFigure {
    pub training: TrainingId,
    /// From the QR code, or nothing.
    pub code: String,
    pub labels: [&'static str; 2],
    pub button: &'static str,
    pub key: IdemKey,
    pub page: String,
}

pub fn list(figure: ListFigure) -> String {
    list::list(figure).to_html()
}

pub fn one(figure: OneFigure) -> String {
    one::one(figure).to_html()
}

pub fn wall(figure: WallFigure) -> String {
    wall::wall(figure).to_html()
}

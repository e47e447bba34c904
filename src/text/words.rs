use super::CheckWords;
use super::{CaseWords, FillWords, PhotoWords, ServiceWords, TrackerWords};

/// Everything one language says, by area.
pub struct Words {
    pub layout: LayoutWords,
    pub form: FormWords,
    pub failure: FailureWords,
    pub portal: PortalWords,
    pub village: VillageWords,
    pub check: CheckWords,
    pub services: ServiceWords,
    pub fill: FillWords,
    pub cases: CaseWords,
    pub tracker: TrackerWords,
    pub photos: PhotoWords,
    pub account: super::AccountWords,
}

/// What stands around every page.
pub struct LayoutWords {
    pub skip: &'static str,
    pub sign_in: &'static str,
    pub account: &'static str,
    pub services: &'static str,
    pub saver: &'static str,
    pub on: &'static str,
    pub off: &'static str,
    pub help: &'static str,
    pub privacy: &'static str,
    pub accessibility: &'static str,
    pub other_language: &'static str,
    pub loading: &'static str,
    pub owner: &'static str,
    pub main_menu: &'static str,
    pub front: &'static str,
    pub applications: &'static str,
}

/// What every form says.
pub struct FormWords {
    pub choose: &'static str,
    pub sending: &'static str,
    pub day: &'static str,
    pub month: &'static str,
    pub year: &'static str,
}

/// What is said when something did not work.
pub struct FailureWords {
    pub not_found_title: &'static str,
    pub not_found: &'static str,
    pub broken_title: &'static str,
    pub broken: &'static str,
    pub home: &'static str,
    pub offline_title: &'static str,
    pub offline: &'static str,
    pub too_large_title: &'static str,
    pub too_large: &'static str,
    pub foreign_title: &'static str,
    pub foreign: &'static str,
}

pub struct PortalWords {
    pub title: &'static str,
    pub description: &'static str,
    pub promise: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub search_button: &'static str,
    pub kecamatan: &'static str,
    pub none_found: &'static str,
    pub none_found_hint: &'static str,
    pub all_kecamatan: &'static str,
    pub offices: &'static str,
    pub apply: &'static str,
    pub apply_hint: &'static str,
    pub track: &'static str,
    pub track_hint: &'static str,
    pub verify: &'static str,
    pub verify_hint: &'static str,
}

pub struct VillageWords {
    pub choose_title: &'static str,
    pub choose: &'static str,
    pub postcode: &'static str,
    pub code: &'static str,
    pub kecamatan: &'static str,
    pub neighbours: &'static str,
    pub services: &'static str,
}

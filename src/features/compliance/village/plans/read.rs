//! From plans to what the pages of the office are given.

use super::views::{FinishForm, PlanForm, PlanRow, PlanView};
use crate::access::ActName;
use crate::domain::{Day, OfficeKind, Version};
use crate::features::compliance::village::desk::{Desk, LANG, Round};
use crate::features::compliance::village::page_of_item;
use crate::features::compliance::{ActivityCode, Answer, Item, Plan, asks_for_a_plan, code_label, mark_of_plan, note_of_plan};
use crate::ui::way;

/// What is undertaken about an item, and what can be done with it now. One of a campaign before stands there
/// until it is done, or another takes its place.
pub fn plan_of(desk: &Desk, round: &Round, item: &Item, answer: &Answer, plans: &[Plan]) -> Option<PlanView> {
    let mut theirs = plans.iter().filter(|plan| plan.item == item.code);
    let own = theirs.clone().find(|plan| plan.campaign == round.campaign.id);
    let told = own.or_else(|| theirs.find(|plan| plan.is_open()));
    let kind = desk.kind();
    let form = asks_for_a_plan(answer) && desk.may(ActName::KeepPlan);
    let finish = told.filter(|plan| plan.is_open() && desk.may(ActName::FinishPlan));
    let view = PlanView {
        note: told.map(|plan| note_of_plan(plan, kind, desk.today())),
        form: form.then(|| form_of(round, kind, item, own)),
        finish: finish.and_then(|plan| Some(FinishForm { id: plan.campaign, seen: plan.version?, on: parts(desk.today()) })),
    };
    (view.note.is_some() || view.form.is_some()).then_some(view)
}

fn form_of(round: &Round, kind: OfficeKind, item: &Item, plan: Option<&Plan>) -> PlanForm {
    let content = plan.map(|plan| &plan.content);
    // The instrument knows activities of a desa.
    let suggested = item.activity.as_ref().filter(|_| kind == OfficeKind::Desa);
    let code = content.map_or_else(
        || suggested.cloned().unwrap_or_default(),
        |content| content.code.as_ref().map(ActivityCode::as_str).unwrap_or_default().to_owned(),
    );
    let hint = match kind {
        OfficeKind::Desa => "Enam angka: bidang, subbidang, kegiatan. Contoh: 02.06.91",
        OfficeKind::Kelurahan => "Boleh kosong. Tulis seperti di DPA.",
    };
    PlanForm {
        id: round.campaign.id,
        seen: plan.and_then(|plan| plan.version).unwrap_or(Version(0)),
        what: content.map(|content| content.what.clone()).unwrap_or_default(),
        owner: content.map(|content| content.owner.clone()).unwrap_or_default(),
        until: content.map(|content| parts(content.until)).unwrap_or_default(),
        code,
        code_label: code_label(kind).to_owned(),
        code_hint: hint.to_owned(),
    }
}

/// A day as it is typed.
fn parts(day: Day) -> [String; 3] {
    [day.day().to_string(), day.month().to_string(), day.year().to_string()]
}

/// All plans that are open, what is due first on top.
pub fn open_plans(desk: &Desk, round: &Round, plans: &[Plan]) -> Vec<PlanRow> {
    let row = |plan: &Plan| {
        let (_, item, _) = round.items().find(|(_, item, _)| item.code == plan.item)?;
        let more = ["sampai ", &plan.content.until.in_words(LANG), ", ", &plan.content.owner].concat();
        Some(PlanRow { way: way(page_of_item(&item.code), &item.name.id), more, mark: mark_of_plan(plan, desk.today()) })
    };
    plans.iter().filter(|plan| plan.is_open()).filter_map(row).collect()
}

use leptos::prelude::*;

use crate::ui::{MarkView, Way, mark_view};

pub struct LearningFigure {
    /// How far who looks is.
    pub said: String,
    /// The link to the practice office.
    pub practise: Option<String>,
    pub tasks: Vec<TaskFigure>,
    /// The others of the office, for their head.
    pub colleagues: Vec<ColleagueFigure>,
}

pub struct TaskFigure {
    pub way: Way,
    pub hint: &'static str,
    pub mark: MarkView,
}

pub struct ColleagueFigure {
    pub name: String,
    pub role: String,
    pub mark: MarkView,
    pub done: String,
}

pub fn learning(figure: LearningFigure) -> String {
    view! {
        <p class="lede">{figure.said}</p>
        {figure.practise.map(practise_view)}
        <ul class="rows">{figure.tasks.into_iter().map(task_view).collect_view()}</ul>
        {colleagues_view(figure.colleagues)}
    }
    .into_any()
    .to_html()
}

/// The way to where nothing can go wrong.
fn practise_view(to: String) -> AnyView {
    view! {
        <p class="links"><a class="btn" href=to rel="external">"Masuk kantor latihan"</a></p>
        <p class="soft">
            "Di kantor latihan Anda mencoba semua tugas tanpa risiko: orang dan datanya dikarang, tidak ada yang sampai ke warga. Tugas yang dikerjakan dalam pekerjaan sehari-hari ikut dicentang. Setiap tugas cukup sekali."
        </p>
    }
    .into_any()
}

fn task_view(task: TaskFigure) -> AnyView {
    view! {
        <li class="row"><span class="in"><a class="link" href=task.way.to>{task.way.words}</a><small>{task.hint}</small>{mark_view(task.mark)}</span></li>
    }
    .into_any()
}

fn colleagues_view(colleagues: Vec<ColleagueFigure>) -> AnyView {
    if colleagues.is_empty() {
        return ().into_any();
    }
    let row = |one: ColleagueFigure| {
        let more = [&one.role, ": ", &one.done, " tugas selesai"].concat();
        view! { <li class="row"><span class="in"><b>{one.name}</b><small>{more}</small>{mark_view(one.mark)}</span></li> }.into_any()
    };
    view! {
        <section class="flow">
            <h2 id="pegawai-lain">"Pegawai lain"</h2>
            <ul class="rows">{colleagues.into_iter().map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{mark, way};

    #[test]
    fn no_name_becomes_markup_in_the_list_of_an_office() {
        let colleague = ColleagueFigure {
            name: "<script>".into(),
            role: "Operator".into(),
            mark: mark("grey", "clock", "Belum"),
            done: "0 dari 6".into(),
        };
        let task = TaskFigure { way: way("/kantor/slip", "Cetak"), hint: "Ketik.", mark: mark("done", "circle-check", "Selesai") };
        let html = learning(LearningFigure { said: "1 dari 6".into(), practise: None, tasks: vec![task], colleagues: vec![colleague] });
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"), "{html}");
        assert!(html.contains("Operator: 0 dari 6 tugas selesai"), "{html}");
    }
}

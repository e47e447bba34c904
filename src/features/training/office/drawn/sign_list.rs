use leptos::prelude::*;

pub struct SignListFigure {
    pub office: String,
    pub venue: String,
    pub speaker: String,
    /// Heads of the columns, and when each is.
    pub sessions: Vec<(String, String)>,
    pub names: Vec<String>,
}

/// Rows without a name, for who comes unannounced.
const SPARE: usize = 5;

pub fn sign_list(figure: SignListFigure) -> String {
    let SignListFigure { office, venue, speaker, sessions, names } = figure;
    let heads = sessions.iter().map(|(head, _)| view! { <th scope="col">{head.clone()}</th> }.into_any()).collect_view();
    let columns = sessions.len();
    let fact = |(name, said): (String, String)| (!said.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{said}</dd></div> }.into_any());
    let facts = [("Penyelenggara".to_owned(), office), ("Tempat".to_owned(), venue), ("Narasumber".to_owned(), speaker)];
    let facts = facts.into_iter().chain(sessions).map(fact).collect_view();
    let blank = std::iter::repeat_n(String::new(), SPARE);
    let row = |(number, name): (u32, String)| {
        let cells = (0..columns).map(|_| view! { <td></td> }.into_any()).collect_view();
        view! { <tr><th scope="row" data-n="">{number}</th><td>{name}</td>{cells}</tr> }.into_any()
    };
    let rows = (1..).zip(names.into_iter().chain(blank)).map(row).collect_view();
    view! {
        <dl class="kv">{facts}</dl>
        <div class="t-wrap" tabindex="0" role="region" aria-label="Daftar hadir">
            <table class="t">
                <caption class="sr-only">"Daftar hadir untuk ditandatangani"</caption>
                <thead><tr><th scope="col" data-n="">"No."</th><th scope="col">"Nama"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <div class="sign-here"><p>"Panitia,"</p><p>"(..............................)"</p></div>
    }
    .into_any()
    .to_html()
}

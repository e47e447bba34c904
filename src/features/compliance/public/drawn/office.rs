use leptos::prelude::*;

use crate::features::catalogue::{ON_CARDS, Picture, picture_view};
use crate::features::compliance::public::figures::{Badge, EarlierView, ResultGroup, ResultItem, ResultView, TrendRow, TrendView};
use crate::ui::{Icon, NamedIcon};

pub fn result(view: ResultView) -> AnyView {
    let Badge { title, hint, here, whole } = view.badge;
    let sentences = view.sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    view! {
        <section class="sheet flow" data-class=view.class_code>
            <h2>{view.class}</h2>
            <p><b>{view.points}</b></p>
            {petak_view(&view.signs)}
            {sentences}
        </section>
        {view.groups.into_iter().map(group_view).collect_view()}
        {steps_view(view.next_steps, view.steps)}
        {earlier_view(view.earlier_title, view.earlier_heads, view.earlier)}
        {view.trend.map(trend_view)}
        <details class="sheet">
            <summary class="row"><span class="in"><b>{view.sources}</b></span><Icon name="chevron-down"/></summary>
            <dl class="kv" data-stack="">{view.source_lines.into_iter().map(|(name, source)| view! { <div><dt>{name}</dt><dd>{source}</dd></div> }).collect_view()}</dl>
        </details>
        <section class="sheet flow no-print">
            <h2>{title}</h2>
            <p>{hint}</p>
            <img src=here.clone() alt="" width="320" height="96" loading="lazy"/>
            <p><a href=here rel="external">{whole}</a></p>
        </section>
    }
    .into_any()
}

/// The words beside it say the same.
fn petak_view(signs: &str) -> AnyView {
    let square = |sign: char| view! { <i data-v=sign.to_string()></i> };
    view! { <span class="petak" aria-hidden="true">{signs.chars().map(square).collect_view()}</span> }.into_any()
}

fn group_view(group: ResultGroup) -> AnyView {
    view! {
        <section class="flow">
            <h2>{group.title}</h2>
            <ul class="sheet rows" data-flush="">{group.items.into_iter().map(item_view).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn item_view(item: ResultItem) -> AnyView {
    let [who, icon, word] = item.mark;
    // A card shows its middle; the whole of it is behind it.
    let photo = |(picture, taken): (Picture, String)| {
        let whole = picture.src.clone();
        let picture = picture_view(picture, ON_CARDS, false);
        view! { <figure class="flow"><a href=whole rel="external" target="_blank">{picture}</a><figcaption class="soft">{taken}</figcaption></figure> }
    };
    let photos = (!item.photos.is_empty()).then(|| {
        view! { <div class="row"><div class="in cards">{item.photos.into_iter().map(photo).collect_view()}</div></div> }.into_any()
    });
    let file =
        |(words, to): (String, String)| view! { <a class="link" href=to rel="external" target="_blank"><Icon name="photo"/>{words}</a> };
    let proofs = (item.note.is_some() || item.link.is_some() || !item.files.is_empty()).then(|| {
        let (note, link) = (item.note.map(|note| view! { <p>{note}</p> }), item.link.map(link_view));
        let files = (!item.files.is_empty()).then(|| view! { <p class="links">{item.files.into_iter().map(file).collect_view()}</p> });
        view! { <div class="row"><div class="in">{note}{link}{files}</div></div> }
    });
    view! {
        <li>
            <div class="row">
                <NamedIcon name=item.icon/>
                <span class="in">
                    <b>{item.name}</b>
                    <small>{item.reason}</small>
                    <span class="mark" data-who=who data-plain=""><NamedIcon name=icon/>{word}</span>
                </span>
            </div>
            {photos}
            {proofs}
        </li>
    }
    .into_any()
}

/// Where it leads is read before it is followed; the office vouches for it, not the regency.
fn link_view((words, to): (String, String)) -> AnyView {
    view! { <p>{words} <br/> <a href=to.clone() rel="external ugc nofollow noopener">{to.clone()}</a></p> }.into_any()
}

fn steps_view((title, hint): (String, String), steps: Vec<(String, String, Option<String>)>) -> AnyView {
    if steps.is_empty() {
        return ().into_any();
    }
    let step = |(name, goal, plan): (String, String, Option<String>)| {
        let plan = plan.map(|plan| view! { <p><b>{plan}</b></p> });
        view! { <div><dt>{name}</dt><dd>{goal}{plan}</dd></div> }
    };
    view! {
        <section class="sheet flow">
            <h2>{title}</h2>
            <p class="soft">{hint}</p>
            <dl class="kv" data-stack="">{steps.into_iter().map(step).collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn earlier_view(title: String, heads: [String; 3], rows: Vec<EarlierView>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let [campaign, class, value] = heads.clone();
    let row = |row: EarlierView| {
        view! {
            <tr>
                <th scope="row" data-th=campaign.clone()>{row.campaign}</th>
                <td data-th=class.clone()>{row.class}</td>
                <td class="num" data-th=value.clone()>{row.value}</td>
            </tr>
        }
    };
    view! {
        <section class="sheet flow">
            <h2>{title.clone()}</h2>
            {table_view(title, heads.to_vec(), rows.into_iter().map(row).collect_view().into_any())}
        </section>
    }
    .into_any()
}

fn trend_view(trend: TrendView) -> AnyView {
    let TrendView { title, hint, heads, rows } = trend;
    let names = heads.clone();
    let row = |row: TrendRow| {
        let cells = names.iter().skip(1).zip(row.cells).map(|(head, cell)| view! { <td data-th=head.clone()>{cell}</td> });
        view! { <tr><th scope="row">{row.item}</th>{cells.collect_view()}</tr> }
    };
    view! {
        <section class="sheet flow">
            <h2>{title.clone()}</h2>
            <p class="soft">{hint}</p>
            {table_view(title, heads, rows.into_iter().map(row).collect_view().into_any())}
        </section>
    }
    .into_any()
}

fn table_view(caption: String, heads: Vec<String>, rows: AnyView) -> AnyView {
    view! {
        <div class="t-wrap">
            <table class="t">
                <caption class="sr-only">{caption}</caption>
                <thead><tr>{heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

use super::Lang;

/// Minutes of an office's working hours, as people say them: a working day has seven hours.
pub fn working_time(lang: Lang, minutes: u32) -> String {
    let units = match lang {
        Lang::Id => [[" hari kerja"; 2], [" jam"; 2], [" menit"; 2]],
        Lang::En => [[" working day", " working days"], [" hour", " hours"], [" minute", " minutes"]],
    };
    let counts = [minutes / WORKING_DAY, minutes % WORKING_DAY / 60, minutes % 60];
    let say = |(count, [one, more]): (u32, [&str; 2])| [count.to_string().as_str(), if count == 1 { one } else { more }].concat();
    let parts: Vec<String> = counts.into_iter().zip(units).filter(|(count, _)| *count > 0).map(say).collect();
    if parts.is_empty() { say((0, units[2])) } else { parts.join(" ") }
}

/// 08.00-15.00. Proposed by us; setting "jam_layanan" (product 9, "promise").
const WORKING_DAY: u32 = 7 * 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_said_in_the_largest_units_that_fit() {
        assert_eq!(working_time(Lang::Id, 420), "1 hari kerja");
        assert_eq!(working_time(Lang::Id, 160), "2 jam 40 menit");
        assert_eq!(working_time(Lang::Id, 0), "0 menit");
        assert_eq!(working_time(Lang::En, 481), "1 working day 1 hour 1 minute");
    }
}
